#include "io/scenario_reader.hpp"

#include "accounting/books.hpp"
#include "io/actuals_reader.hpp"
#include "io/behaviour_checks.hpp"
#include "io/merge.hpp"
#include "io/narrative_reader.hpp"
#include "io/scenario_checks.hpp"
#include "io/statutes.hpp"
#include "io/timeline_reader.hpp"
#include "io/uncertainty_reader.hpp"
#include "simulation/conduct.hpp"
#include "stakeholders/five.hpp"
#include "stakeholders/indicator.hpp"

namespace goho::io {

namespace {

using simulation::Plan;
using simulation::Scenario;

constexpr std::array<std::string_view, 2> beside_item{"name", "note"};

std::vector<std::string_view> top_level_keys() {
    std::vector<std::string_view> keys{"$schema", "format", "name", "description", "note", "extends"};
    simulation::for_each_section<double>([&](const auto& s) { keys.push_back(s.name); });
    for (const char* beside : {"actuals", "timeline", "uncertainty", "story", "decision_log"}) keys.push_back(beside);
    return keys;
}

bool is_id(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '_';
    });
}

/// The ids of the items of a collection, whether or not the items are sound; reports ids that cannot be used.
Ids ids_of(const Json& collection, const std::string& pointer, Notes& notes) {
    Ids ids;
    const auto& members = collection.get_ref<const Json::object_t&>();
    if (members.size() > most_items) {
        notes.problems.add("too-many-items", pointer,
                           say("there are {} items; at most {} are allowed", "項目が{}件あります（最大{}件）",
                               members.size(), most_items));
        return ids;
    }
    for (const auto& [id, value] : members) {
        if (!is_id(id) && !notes.problems.full()) {
            notes.problems.add(
                "bad-id", member_of(pointer, id), say("{} cannot be an id", "{} はIDとして使えません", in_quotes(id)),
                {"use a to z, 0 to 9 and _, at most 64 characters; names for people belong into \"name\"",
                 "IDは半角の a〜z・0〜9・_ で64文字まで。表示名は「name」に書いてください"});
        }
        ids.places.emplace(id, static_cast<int>(ids.names.size()));
        ids.names.push_back(id);
    }
    return ids;
}

Hint format_hint() {
    return {say("write \"format\": {}", "\"format\": {} と書いてください", scenario_format),
            {Proposal::Kind::number, std::to_string(scenario_format), {}}};
}

Hint collection_hint() {
    return {"items stand under their ids: {\"main\": { ... }}", "項目はIDをキーにして書きます: {\"main\": { ... }}"};
}

/// Reads what was merged from all files.
class Reader {
public:
    Reader(const Json& content, std::span<const std::string_view> figures) : content_(content), figures_(figures) {}

    Scenario read() {
        read_head();
        simulation::for_each_section<double>([&](const auto& s) { collect_ids(s); });
        simulation::for_each_section<double>([&](const auto& s) { read_section(s); });
        if (const Json* actuals = section("actuals")) scenario_.plan.actuals = read_actuals(*actuals, scenario_.plan, ids_, notes);
        if (const Json* timeline = section("timeline")) {
            if (sound_ids(*timeline, "/timeline"))
                scenario_.timeline = read_timeline(*timeline, scenario_.plan, ids_, notes);
        }
        if (const Json* uncertainty = section("uncertainty")) {
            scenario_.uncertainty = read_uncertainty(*uncertainty, scenario_.plan, ids_, notes);
        }
        if (const Json* story = section("story"); story && sound_ids(*story, "/story"))
            scenario_.story = read_story(*story, ids_, figures_, notes);
        if (const Json* log = section("decision_log"); log && sound_ids(*log, "/decision_log"))
            scenario_.decision_log = read_decision_log(*log, notes);
        return std::move(scenario_);
    }

    Notes notes;

private:
    bool sound_ids(const Json& collection, const std::string& pointer) {
        return ids_of(collection, pointer, notes).names.size() == collection.size();
    }

    void read_head() {
        const auto known = top_level_keys();
        bool has_format = false;
        for (const auto& [key, value] : content_.get_ref<const Json::object_t&>()) {
            if (key == "format") {
                has_format = true;
                check_format(value);
            } else if (key == "name" || key == "description") {
                (key == "name" ? scenario_.name : scenario_.description) =
                    read_words(value, member_of("", key), key == "name" ? Lines::one : Lines::many, notes);
            } else if (key == "note") {
                read_words(value, "/note", Lines::many, notes);
            } else if (key == "$schema") {
                if (!value.is_string()) report_wrong_type(value, "/$schema", {"a text", "文字列"}, notes);
            } else if (std::find(known.begin(), known.end(), key) == known.end()) {
                report_unknown_key(key, "", known, notes);
            }
        }
        if (!has_format) {
            notes.problems.add(
                "missing", "/format",
                {"required, but missing: the number of the file format", "必須項目がありません: ファイル形式の番号"},
                format_hint());
        }
    }

    void check_format(const Json& value) {
        if (!value.is_number_integer()) {
            report_wrong_type(value, "/format", {"the number of the file format", "ファイル形式の番号"}, notes,
                              format_hint());
        } else if (value != scenario_format) {
            const std::string number = value.dump();
            notes.problems.add(
                "unknown-format", "/format",
                say("format {} is not known; this version reads format {}",
                    "形式 {} には対応していません。この版が読めるのは形式 {} です", number, scenario_format),
                value > scenario_format
                    ? Text{"the file may need a newer version of goho", "新しい版の goho が必要かもしれません"}
                    : Text{});
        }
    }

    /// The object under a top-level key; null when there is none, which is reported only if something else is there.
    const Json* section(std::string_view name, bool report = true) {
        const auto at = content_.find(std::string(name));
        if (at == content_.end()) return nullptr;
        if (at->is_object()) return &*at;
        if (report) is_object(*at, member_of("", name), notes, at->is_array() ? collection_hint() : Hint{});
        return nullptr;
    }

    template <class Section> void collect_ids(const Section& s) {
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(scenario_.plan.*s.member)>>) {
            Ids& ids = ids_[s.name];
            if (const Json* object = section(s.name, false)) ids = ids_of(*object, member_of("", s.name), notes);
        }
    }

    template <class Section> void read_section(const Section& s) {
        auto& held = scenario_.plan.*s.member;
        using Held = std::remove_cvref_t<decltype(held)>;
        const std::string pointer = member_of("", s.name);
        const Json* object = section(s.name);
        if constexpr (!simulation::is_collection<Held>) {
            if (object != nullptr)
                read_parameters(*object, pointer, std::span(beside_item).subspan(1), held, ids_, notes);
            else if (has_required<Held>() && !content_.contains(std::string(s.name)))
                report_missing(pointer, s.label, notes);
        } else if (object != nullptr && ids_.at(s.name).names.size() == object->size()) {
            for (const auto& [id, value] : object->get_ref<const Json::object_t&>()) {
                typename Held::value_type item{id, {}, {}};
                read_item(value, member_of(pointer, id), item);
                held.push_back(std::move(item));
            }
        }
    }

    template <class Item> void read_item(const Json& value, const std::string& pointer, Item& item) {
        if (!is_object(value, pointer, notes)) return;
        if (const auto name = value.find("name"); name != value.end())
            item.name = read_words(*name, pointer + "/name", Lines::one, notes);
        if (const auto note = value.find("note"); note != value.end())
            read_words(*note, pointer + "/note", Lines::many, notes);
        read_parameters(value, pointer, beside_item, item.parameters, ids_, notes);
    }

    const Json& content_;
    std::span<const std::string_view> figures_;  // what a step of the story may point to
    AllIds ids_;
    Scenario scenario_;
};

/// The lines of the books and the indicators: what a target may aim at.
std::vector<std::string_view> known_names() {
    std::vector<std::string_view> names;
    for (const auto& variable : accounting::variables<double>) names.push_back(variable.name);
    for (const auto& variable : simulation::conduct_variables<double>) names.push_back(variable.name);
    for (const auto& indicator : stakeholders::indicators()) names.push_back(indicator.name);
    return names;
}

/// What a step of the story may point to: the same, and the five directions.
std::vector<std::string_view> known_figures() {
    std::vector<std::string_view> names = known_names();
    for (const auto& figure : stakeholders::direction_figures()) names.push_back(figure.name);
    return names;
}

/// A pinned table that cannot be loaded is a problem of the scenario.
void check_pins(const Scenario& scenario, Notes& notes) {
    if (notes.problems.concerns("/pins")) return;
    notes.problems.add(load_statutes(scenario).problems);
}

void say_files(const Document& document, Problems& problems) {
    for (Problem& problem : problems) {
        if (problem.file.empty()) problem.file = document.file_of(problem.pointer);
    }
}

/// Looks at the keys of the outermost object only, and no further than needed.
class TopLevelKeys : public nlohmann::json_sax<Json> {
public:
    bool null() override { return inside(); }
    bool boolean(bool) override { return inside(); }
    bool number_integer(number_integer_t) override { return inside(); }
    bool number_unsigned(number_unsigned_t) override { return inside(); }
    bool number_float(number_float_t, const string_t&) override { return inside(); }
    bool string(string_t&) override { return inside(); }
    bool binary(binary_t&) override { return inside(); }
    bool start_object(std::size_t) override { return ++depth_ > 0; }
    bool end_object() override { return --depth_ >= 0; }
    bool start_array(std::size_t) override { return depth_++ > 0; }
    bool end_array() override { return --depth_ >= 0; }
    bool key(string_t& key) override {
        found = depth_ == 1 && (key == "format" || key == "extends");
        return !found;
    }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
        broken = true;
        return false;
    }

    bool found = false, broken = false;

private:
    bool inside() const { return depth_ > 0; }
    int depth_ = 0;
};

/// Problems name `file`.
Reading reading_of_content(const Json& content, const std::string& file, const ReadOptions& options) {
    Reading reading;
    const auto figures = known_figures();
    Reader reader(content, figures);
    Scenario scenario = reader.read();
    scenario.file = file;
    Notes& notes = reader.notes;
    const auto variables = options.variables.empty() ? known_names() : options.variables;
    check_scenario(scenario, variables, notes);
    check_pins(scenario, notes);
    if (notes.problems.empty()) check_timeline_values(scenario, notes);
    check_behaviour(scenario, notes);
    if (notes.problems.empty()) check_draws(scenario, notes);
    notes.problems.sort_as_in(content);
    notes.warnings.sort_as_in(content);
    reading.problems = notes.problems.take(file);
    reading.warnings = notes.warnings.take(file);
    if (reading.problems.empty()) reading.value = std::move(scenario);
    return reading;
}

Reading reading_of(const Result<Document>& document, const ReadOptions& options) {
    if (!document) {
        Reading none;
        none.problems = document.problems;
        return none;
    }
    Reading reading = reading_of_content(document.value->content, document.value->sources.back().file, options);
    say_files(*document.value, reading.problems);
    say_files(*document.value, reading.warnings);
    return reading;
}

}  // namespace

Reading read_scenario(const std::filesystem::path& file, const ReadOptions& options) {
    return reading_of(read_document(file), options);
}

Reading read_scenario_text(std::string_view text, const std::string& name, const ReadOptions& options) {
    return reading_of(document_from_text(text, name), options);
}

Reading read_scenario_content(const Json& merged, const std::string& file, const ReadOptions& options) {
    if (merged.is_object()) {
        Reading reading = reading_of_content(merged, file, options);
        for (Problems* all : {&reading.problems, &reading.warnings}) {
            for (Problem& problem : *all) {
                if (problem.file.empty()) problem.file = file;
            }
        }
        return reading;
    }
    Notes notes;
    is_object(merged, "", notes);
    Reading none;
    none.problems = notes.problems.take(file);
    for (Problem& problem : none.problems) problem.file = file;
    return none;
}

Problems problems_of(const Scenario& scenario) {
    Notes notes;
    check_scenario(scenario, known_names(), notes);
    if (notes.problems.empty()) check_timeline_values(scenario, notes);
    check_behaviour(scenario, notes);
    return notes.problems.take(scenario.file);
}

bool meant_as_scenario(std::string_view text) {
    TopLevelKeys keys;
    Json::sax_parse(text.begin(), text.end(), &keys);
    return keys.found || keys.broken;
}

}  // namespace goho::io
