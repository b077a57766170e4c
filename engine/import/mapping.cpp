#include "import/mapping.hpp"

#include "import/text_decoding.hpp"
#include "io/json_text.hpp"
#include "io/report.hpp"

#include <algorithm>

namespace goho::imports {

namespace {

using io::Json;

/// The entry of a name, with or without its section; compared as key_of writes them.
template <class Value>
const Value* entry_of(const std::map<std::string, Value>& entries, std::string_view name, Section section) {
    const std::string key = key_of(name), with_section = key_of(std::string(id_of(section)) + "/" + std::string(name));
    const Value* general = nullptr;
    for (const auto& [written, value] : entries) {
        const std::string entry = key_of(written);
        if (entry == with_section) return &value;
        if (entry == key) general = &value;
    }
    return general;
}

std::vector<std::string_view> known_names() {
    std::vector<std::string_view> out;
    for (const Account& account : standard_accounts()) {
        out.push_back(account.id);
        out.push_back(account.name.ja);
    }
    return out;
}

void read_accounts(const Json& from, Mapping& mapping, io::Report& problems) {
    for (const auto& [name, value] : from.items()) {
        const std::string pointer = io::member_of("/accounts", name);
        if (value.is_null()) {
            mapping.accounts[name] = {};
        } else if (!value.is_string()) {
            problems.add(
                "wrong-type", pointer,
                {"expected the name of a standard account, or null", "標準科目の名前（または null）が必要です"});
        } else if (const auto& wanted = value.get_ref<const std::string&>();
                   const Account* account = standard_account(wanted)) {
            mapping.accounts[name] = account->id;
        } else {
            const std::string quoted = io::in_quotes(wanted);
            problems.add("unknown-account", pointer,
                         io::say("there is no standard account {}", "標準科目 {} はありません", quoted),
                         io::suggestion(wanted, known_names()));
        }
    }
}

std::optional<accounting::Behaviour> behaviour_named(std::string_view name) {
    const auto& options = accounting::behaviour_options;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto behaviour = static_cast<accounting::Behaviour>(i);
        if (behaviour != accounting::Behaviour::step_fixed && (options[i].key == name || options[i].label.ja == name))
            return behaviour;
    }
    return {};
}

void read_classification(const Json& from, Mapping& mapping, io::Report& problems) {
    for (const auto& [name, value] : from.items()) {
        const auto behaviour = value.is_string() ? behaviour_named(value.get_ref<const std::string&>()) : std::nullopt;
        if (behaviour) mapping.classification[name] = *behaviour;
        else
            problems.add("unknown-option", io::member_of("/classification", name),
                         {"not a behaviour of cost", "費用の区分ではありません"},
                         {"allowed: variable, fixed, semi_variable",
                          "使えるもの: variable（変動費）、fixed（固定費）、semi_variable（準変動費）"});
    }
}

Json json_of(const Mapping& mapping) {
    Json accounts = Json::object(), classification = Json::object(), out = Json::object();
    for (const auto& [name, account] : mapping.accounts) accounts[name] = account.empty() ? Json() : Json(account);
    for (const auto& [name, behaviour] : mapping.classification) {
        classification[name] = std::string(accounting::behaviour_options[static_cast<std::size_t>(behaviour)].key);
    }
    out["accounts"] = std::move(accounts);
    if (!classification.empty()) out["classification"] = std::move(classification);
    return out;
}

}  // namespace

Result<Mapping> read_mapping(const std::filesystem::path& file, const std::string& shown) {
    const auto document = io::read_json(file, shown);
    if (!document) return {{}, document.problems};
    io::Report problems;
    Mapping out;
    if (!document.value->is_object()) {
        return {{},
                {{"wrong-type",
                  shown,
                  {},
                  0,
                  0,
                  {"expected an object with \"accounts\"", "\"accounts\" を持つオブジェクトが必要です"},
                  {}}}};
    }
    for (const auto& [key, value] : document.value->items()) {
        const bool accounts = key == "accounts", classification = key == "classification";
        if (!accounts && !classification) {
            problems.add("unknown-key", io::member_of("", key), {"unknown key", "不明なキーです"},
                         {"allowed: accounts, classification", "使えるもの: accounts、classification"});
        } else if (!value.is_object()) {
            problems.add("wrong-type", io::member_of("", key), {"expected an object", "オブジェクトが必要です"});
        } else if (accounts) {
            read_accounts(value, out, problems);
        } else {
            read_classification(value, out, problems);
        }
    }
    if (problems.empty()) return {std::move(out), {}};
    Problems said = problems.take(shown);
    for (Problem& problem : said) problem.file = shown;
    return {{}, std::move(said)};
}

std::string mapping_text(const Mapping& mapping) { return json_of(mapping).dump(2) + "\n"; }
std::string mapping_line(const Mapping& mapping) { return io::printable(json_of(mapping).dump()); }  // \u007f is JSON as well

const Account* mapped_account(const Mapping& mapping, std::string_view name, Section section) {
    const std::string* id = entry_of(mapping.accounts, name, section);
    return id == nullptr || id->empty() ? nullptr : standard_account(*id);
}

std::optional<accounting::Behaviour> mapped_behaviour(const Mapping& mapping, std::string_view name, Section section) {
    const auto* behaviour = entry_of(mapping.classification, name, section);
    return behaviour == nullptr ? std::nullopt : std::optional(*behaviour);
}

}  // namespace goho::imports
