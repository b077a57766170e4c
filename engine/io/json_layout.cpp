#include "io/json_layout.hpp"

#include "io/json_text.hpp"

#include <algorithm>

namespace goho::io {

namespace {

using Members = Json::object_t;

std::string scalar(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

bool is_words(const Json& value) {
    return value.is_object() && std::all_of(value.begin(), value.end(), [](const Json& v) { return v.is_string(); });
}

/// Whether a value may stand on one line if it is short: a figure, a list of figures, or an item without items in it.
bool is_simple(const Json& value) {
    if (!value.is_structured()) return true;
    return std::all_of(value.begin(), value.end(),
                       [&](const Json& v) { return !v.is_structured() || (value.is_object() && is_words(v)); });
}

std::string on_one_line(const Json& value) {
    if (!value.is_structured()) return scalar(value);
    std::string out;
    if (value.is_object()) {
        for (const auto& [key, member] : value.get_ref<const Members&>()) {
            out += (out.empty() ? "" : ", ") + scalar(key) + ": " + on_one_line(member);
        }
        return "{" + out + "}";
    }
    for (const Json& member : value) out += (out.empty() ? "" : ", ") + on_one_line(member);
    return "[" + out + "]";
}

/// Lays a value out that begins `used` columns into its line; its further lines are indented by `indent`.
std::string laid_out_at(const Json& value, int indent, int used, bool may_be_flat) {
    if (!value.is_structured() || value.empty()) return on_one_line(value);
    if (may_be_flat && is_simple(value)) {
        std::string line = on_one_line(value);
        if (used + display_width(line) + 1 <= widest_line) return line;
    }
    const std::string begin = "\n" + std::string(static_cast<std::size_t>(indent + 2), ' ');
    std::string out;
    const auto add = [&](const std::string& key, const Json& member) {
        out += (out.empty() ? "" : ",") + begin + key +
               laid_out_at(member, indent + 2, indent + 2 + display_width(key), true);
    };
    if (value.is_object()) {
        for (const auto& [key, member] : value.get_ref<const Members&>()) add(scalar(key) + ": ", member);
    } else {
        for (const Json& member : value) add("", member);
    }
    out += "\n" + std::string(static_cast<std::size_t>(indent), ' ');
    return value.is_object() ? "{" + out + "}" : "[" + out + "]";
}

/// Walks over a text that is known to be JSON, beside the value that was read from it.
class Updater {
public:
    explicit Updater(std::string_view text) : text_(text) {}

    std::string update(const Json& before, const Json& after) {
        const std::size_t begin = skip_blanks(text_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        const std::size_t end = value_end(begin);
        return std::string(text_.substr(0, begin)) + updated(begin, end, before, after, 0) +
               std::string(text_.substr(end));
    }

private:
    struct Member {
        std::size_t lead, key, value, end;  // where the blanks before the key, the key and the value begin
    };

    std::size_t skip_blanks(std::size_t at) const {
        return std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
    }

    std::size_t string_end(std::size_t at) const {
        for (++at; text_[at] != '"'; ++at) at += text_[at] == '\\' ? 1 : 0;
        return at + 1;
    }

    std::size_t value_end(std::size_t at) const {
        int depth = 0;
        do {
            if (text_[at] == '"') {
                at = string_end(at);
            } else if (text_[at] == '{' || text_[at] == '[') {
                ++depth, ++at;
            } else if (text_[at] == '}' || text_[at] == ']') {
                --depth, ++at;
            } else {
                at = std::min(text_.find_first_of(depth > 0 ? "\"{}[]" : " \t\r\n,}]", at), text_.size());
            }
        } while (depth > 0);
        return at;
    }

    std::vector<Member> members_of(std::size_t object) const {
        std::vector<Member> members;
        for (std::size_t at = object + 1; text_[skip_blanks(at)] != '}';) {
            Member m{at, skip_blanks(at), 0, 0};
            m.value = skip_blanks(text_.find(':', string_end(m.key)) + 1);
            m.end = value_end(m.value);
            members.push_back(m);
            at = skip_blanks(m.end);
            if (text_[at] == ',') ++at;
        }
        return members;
    }

    std::string part(std::size_t from, std::size_t to) const { return std::string(text_.substr(from, to - from)); }

    int indent_at(std::size_t at) const {
        const std::size_t line = text_.rfind('\n', at) + 1;  // npos + 1 is the first line
        return static_cast<int>(std::min(text_.find_first_not_of(' ', line), text_.size()) - line);
    }
    int column_at(std::size_t at) const {
        const std::size_t line = text_.rfind('\n', at) + 1;
        return display_width(text_.substr(line, at - line));
    }

    std::string updated(std::size_t begin, std::size_t end, const Json& before, const Json& after, int depth) const {
        if (before == after) return part(begin, end);
        if (before.is_object() && after.is_object() && !before.empty() && !after.empty() && same_order(before, after))
            return updated_object(begin, end, before, after, depth);
        return laid_out_at(after, indent_at(begin), column_at(begin), depth > 0);
    }

    std::string updated_object(std::size_t begin, std::size_t end, const Json& before, const Json& after,
                               int depth) const {
        const std::vector<Member> members = members_of(begin);
        const auto& old = before.get_ref<const Members&>();
        const std::string first_lead = part(members.front().lead, members.front().key);
        const bool broken = first_lead.find('\n') != std::string::npos;
        const std::size_t last_end = members.back().end;
        std::string out;
        for (const auto& [key, value] : after.get_ref<const Members&>()) {
            if (!out.empty()) out += ",";
            const auto at =
                std::find_if(old.begin(), old.end(), [&name = key](const auto& m) { return m.first == name; });
            if (at != old.end()) {
                const Member& m = members[static_cast<std::size_t>(at - old.begin())];
                out += (out.empty() && !broken ? first_lead : part(m.lead, m.key)) + part(m.key, m.value) +
                       updated(m.value, m.end, at->second, value, depth + 1);
            } else {
                const int indent = indent_at(broken ? members.front().key : begin);
                const std::string name = scalar(key) + ": ";
                out += (broken        ? first_lead
                        : out.empty() ? first_lead
                                      : " ") +
                       name + laid_out_at(value, indent, indent + display_width(name), true);
            }
        }
        out = "{" + out + part(last_end, end);
        const bool too_long = !broken && column_at(begin) + display_width(out) > widest_line && depth > 0;
        return too_long ? laid_out_at(after, indent_at(begin), column_at(begin), true) : out;
    }

    std::string_view text_;
};

}  // namespace

std::string laid_out(const Json& value) { return laid_out_at(value, 0, 0, false) + "\n"; }

bool same_order(const Json& a, const Json& b) {
    std::vector<std::string_view> left, right;
    for (const auto& [key, value] : a.get_ref<const Members&>()) {
        if (b.contains(key)) left.push_back(key);
    }
    for (const auto& [key, value] : b.get_ref<const Members&>()) {
        if (a.contains(key)) right.push_back(key);
    }
    return left == right;
}

std::string updated_text(std::string_view text, const Json& value) {
    const auto before = parse_json(text, {});
    if (!before) return laid_out(value);
    if (*before.value == value) return std::string(text);
    return Updater(text).update(*before.value, value);
}

}  // namespace goho::io
