#include "document/words.hpp"

#include "simulation/plan.hpp"

#include <optional>

namespace goho::gui {

Text text_of_words(const Json* words) {
    if (words == nullptr) return {};
    if (words->is_string()) return {words->get<std::string>(), words->get<std::string>()};
    if (!words->is_object()) return {};
    const auto in = [&](const char* language) {
        const auto found = words->find(language);
        return found != words->end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    Text text{in("en"), in("ja")};
    if (text.en.empty()) text.en = text.ja;
    if (text.ja.empty()) text.ja = text.en;
    return text;
}

Json words_of_text(const Text& text) {
    if (text.en == text.ja) return text.en;
    Json words = Json::object();
    if (!text.en.empty()) words["en"] = text.en;
    if (!text.ja.empty()) words["ja"] = text.ja;
    return words;
}

namespace {

Text both(Label label) { return {std::string(label.en), std::string(label.ja)}; }

struct Known {
    Label section;
    bool collection = false;
    std::optional<Label> row;
};

template <class P> std::optional<Label> row_label(std::string_view key) {
    for (const auto& row : simulation::table_of<P>()) {
        if (row.name == key) return row.label;
    }
    return std::nullopt;
}

std::optional<Known> known(const Path& path) {
    std::optional<Known> found;
    if (path.empty()) return found;
    simulation::for_each_section<double>([&](const auto& section) {
        if (section.name != path[0]) return;
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*section.member)>;
        found = Known{section.label, simulation::is_collection<Held>, {}};
        if constexpr (simulation::is_collection<Held>) {
            if (path.size() > 2)
                found->row = row_label<std::remove_cvref_t<decltype(Held{}.front().parameters)>>(path[2]);
        } else if (path.size() > 1) {
            found->row = row_label<Held>(path[1]);
        }
    });
    return found;
}

std::optional<Text> beside_the_tables(const Path& path) {
    static constexpr std::pair<std::string_view, Label> keys[] = {{"name", {"Name", "名称"}},
                                                                  {"description", {"Description", "説明"}},
                                                                  {"note", {"Note", "メモ"}},
                                                                  {"actuals", {"Actual months", "実績"}},
                                                                  {"timeline", {"Timeline", "タイムライン"}},
                                                                  {"uncertainty", {"Uncertainty", "不確実性"}},
                                                                  {"story", {"Story", "プレゼン"}},
                                                                  {"decision_log", {"Decision log", "意思決定ログ"}},
                                                                  {"extends", {"Base file", "基のファイル"}},
                                                                  {"format", {"File format", "ファイル形式"}}};
    for (const auto& [key, label] : keys) {
        if (!path.empty() && path[0] == key) return both(label);
    }
    return std::nullopt;
}

}  // namespace

Text name_of_pointer(const Json* merged, std::string_view pointer) {
    const Path path = path_of(pointer);
    const auto place = known(path);
    if (!place) {
        if (auto text = beside_the_tables(path)) return *text;
        return {std::string(pointer), std::string(pointer)};
    }
    Text text = both(place->section);
    if (place->collection && path.size() > 1) {
        const Path name{path[0], path[1], "name"};
        Text item = merged != nullptr ? text_of_words(value_at(*merged, name)) : Text{};
        text = item.empty() ? Text{path[1], path[1]} : std::move(item);
    }
    const std::size_t depth = place->collection ? 2 : 1;
    if (path.size() <= depth) return text;
    const Text row = place->row ? both(*place->row) : Text{path[depth], path[depth]};
    return {text.en + ": " + row.en, text.ja + "：" + row.ja};
}

}  // namespace goho::gui
