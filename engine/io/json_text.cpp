#include "io/json_text.hpp"

#include "io/report.hpp"
#include "io/syntax.hpp"

#include <unordered_set>

namespace goho::io {

namespace {

/// Builds the value. Members go straight behind one another into their object: the library's own insertion looks
/// through all earlier ones, which takes hours for an object of a million members.
class Builder : public nlohmann::json_sax<Json> {
public:
    Builder(std::string_view text, const std::string& shown) : text_(text), shown_(shown) {}

    bool null() override { return put(Json()); }
    bool boolean(bool value) override { return put(Json(value)); }
    bool number_integer(number_integer_t value) override { return put(Json(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put(Json(value)); }
    bool number_float(number_float_t value, const string_t&) override { return put(Json(value)); }
    bool string(string_t& value) override { return put(Json(std::move(value))); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& key) override {
        Level& level = levels_.back();
        level.key = std::move(key);
        level.repeated = !level.keys.insert(level.key).second;
        if (level.repeated) report(level.key);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
        Containers open;
        for (const Level& level : levels_) open.push_back(level.value.is_object() ? '{' : '[');
        const bool colon_expected = std::string_view(error.what()).find("object separator") != std::string_view::npos;
        problems.add(explain_syntax({text_, position, error.id == 406, colon_expected, open}, shown_));
        return false;
    }

    Json root;
    Report problems;

private:
    struct Level {
        Json value;
        std::string key;
        bool repeated = false;
        std::unordered_set<std::string> keys{};
    };

    bool put(Json&& value) {
        if (levels_.empty()) {
            root = std::move(value);
            return true;
        }
        Level& level = levels_.back();
        if (level.value.is_array()) {
            level.value.push_back(std::move(value));
        } else if (!level.repeated) {
            Json::object_t::Container& members = level.value.get_ref<Json::object_t&>();
            members.emplace_back(std::move(level.key), std::move(value));
        }
        return true;
    }

    bool open(Json&& value) {
        if (levels_.size() == deepest_nesting) {
            problems.add({"too-deep",
                          shown_,
                          {},
                          0,
                          0,
                          say("objects and lists are nested more than {} levels deep",
                              "オブジェクトや配列の入れ子が{}段を超えています", deepest_nesting),
                          {}});
            return false;
        }
        levels_.push_back({std::move(value), {}});
        return true;
    }

    bool close() {
        Json value = std::move(levels_.back().value);
        levels_.pop_back();
        return put(std::move(value));
    }

    void report(const std::string& key) {
        if (problems.full()) return problems.count_only();
        std::string pointer;
        for (const Level& level : levels_) {
            pointer = level.value.is_array() ? member_of(pointer, std::to_string(level.value.size()))
                                             : member_of(pointer, &level == &levels_.back() ? key : level.key);
        }
        problems.add({"duplicate-key",
                      shown_,
                      pointer,
                      0,
                      0,
                      say("the key {} stands twice in the same object", "同じオブジェクトの中にキー {} が2回あります",
                          in_quotes(key)),
                      {"keep one of the two", "どちらか一方を残してください"}});
    }

    std::string_view text_;
    const std::string& shown_;
    std::vector<Level> levels_;
};

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& shown) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return {{}, {{"file-empty", shown, {}, 0, 0, {"the file is empty", "ファイルが空です"}, {}}}};
    }
    if (auto problem = encoding_problem(text, shown)) return {{}, {std::move(*problem)}};
    Builder builder(text, shown);
    const bool whole = Json::sax_parse(text.begin(), text.end(), &builder);
    if (whole && builder.problems.empty()) return {std::move(builder.root), {}};
    return {{}, builder.problems.take(shown)};
}

Result<Json> read_json(const std::filesystem::path& file, const std::string& shown) {
    const auto text = read_text(file, shown);
    if (!text) return {{}, text.problems};
    return parse_json(*text.value, shown);
}

}  // namespace goho::io
