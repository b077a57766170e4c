#include "import/accounts.hpp"

#include "import/text_decoding.hpp"
#include "io/embedded.hpp"
#include "io/json_text.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

namespace goho::imports {

namespace {

constexpr std::string_view data_file = "accounts/japan.json";

[[noreturn]] void wrong_data(std::string_view id, std::string_view what) {
    throw std::runtime_error(fmt::format("{}: {}: {}", data_file, id, what));
}

template <class Value>
Value option_named(std::span<const Option> options, const std::string& name, std::string_view id) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option& option) { return option.key == name; });
    if (found == options.end()) wrong_data(id, name);
    return static_cast<Value>(found - options.begin());
}

BookLine line_named(const std::string& name, std::string_view id) {
    for (const auto& row : accounting::variables<double>) {
        if (row.name == name) return row.field;
    }
    wrong_data(id, name);
}

Account read_account(const io::Json& from) {
    Account out;
    out.id = from.at("id").get<std::string>();
    out.name = {from.at("en").get<std::string>(), from.at("ja").get<std::string>()};
    const auto section = section_named(from.at("section").get<std::string>());
    if (!section) wrong_data(out.id, "section");
    out.section = *section;
    if (const auto target = from.at("target").get<std::string>(); target != "cost_line") {
        out.line = line_named(target, out.id);
    } else {
        out.category = option_named<accounting::Category>(accounting::category_options,
                                                          from.at("category").get<std::string>(), out.id);
        out.behaviour = option_named<accounting::Behaviour>(accounting::behaviour_options,
                                                            from.at("behaviour").get<std::string>(), out.id);
    }
    out.deducted = from.value("deducted", false);
    out.names = {key_of(out.name.ja), key_of(out.name.en)};
    for (const auto& alias : from.at("aliases")) out.names.push_back(key_of(alias.get<std::string>()));
    return out;
}

std::vector<Account> read_chart() {
    const auto text = io::embedded_file(data_file);
    if (!text) wrong_data("", "not built in");
    const auto document = io::parse_json(*text, std::string(data_file));
    if (!document) wrong_data("", to_string(document.problems.front(), Language::english));
    std::vector<Account> out;
    for (const auto& row : document.value->at("accounts")) out.push_back(read_account(row));
    return out;
}

using Candidates = std::vector<const Account*>;

const std::unordered_map<std::string, Candidates>& accounts_by_name() {
    static const auto all = [] {
        std::unordered_map<std::string, Candidates> out;
        for (const Account& account : standard_accounts()) {
            for (const std::string& name : account.names) out[name].push_back(&account);
        }
        return out;
    }();
    return all;
}

const Candidates& candidates(const std::string& key) {
    static const Candidates none;
    const auto found = accounts_by_name().find(key);
    return found == accounts_by_name().end() ? none : found->second;
}

bool may_stand(const Account& account, Region region, Statement statement) {
    if (region.section == Section::unknown) return statement_of(account.section) == statement;
    return exchangeable(account.section, region.section);
}

const Account* best(const Candidates& from, Region region, Statement statement) {
    for (const Account* account : from) {
        if (account->section == region.section) return account;
    }
    for (const Account* account : from) {
        if (may_stand(*account, region, statement)) return account;
    }
    return region.sure || from.empty() ? nullptr : from.front();
}

/// "給料手当(製)" without its remark, "(株)" and the like stay.
std::string without_remark(const std::string& key) {
    constexpr auto remarks =
        std::to_array<std::string_view>({"製", "販", "原", "管", "売", "営", "製造", "原価", "販管", "販管費", "販売費",
                                         "売上原価", "製造原価", "営業外"});
    if (!key.ends_with(')')) return {};
    const std::size_t open = key.rfind('(');
    if (open == std::string::npos || open == 0) return {};
    const std::string_view remark = std::string_view(key).substr(open + 1, key.size() - open - 2);
    return std::find(remarks.begin(), remarks.end(), remark) == remarks.end() ? std::string() : key.substr(0, open);
}

std::vector<std::string_view> characters_of(std::string_view utf8) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0, end; at < utf8.size(); at = end) {
        end = at + 1;
        while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xc0) == 0x80) ++end;
        out.push_back(utf8.substr(at, end - at));
    }
    return out;
}

/// Characters that two names share in order, against the longer one: 1 when they are the same.
double likeness(std::string_view a, std::string_view b) {
    const auto left = characters_of(a), right = characters_of(b);
    if (left.empty() || right.empty() || left.size() > 60) return 0.0;
    std::vector<int> before(right.size() + 1), row(right.size() + 1);
    for (const auto& c : left) {
        for (std::size_t k = 1; k <= right.size(); ++k)
            row[k] = c == right[k - 1] ? before[k - 1] + 1 : std::max(before[k], row[k - 1]);
        std::swap(before, row);
    }
    return 2.0 * before[right.size()] / static_cast<double>(left.size() + right.size());
}

}  // namespace

const std::vector<Account>& standard_accounts() {
    static const std::vector<Account> chart = read_chart();
    return chart;
}

const Account* standard_account(std::string_view id_or_name) {
    for (const Account& account : standard_accounts()) {
        if (account.id == id_or_name) return &account;
    }
    const auto& found = candidates(key_of(id_or_name));
    return found.empty() ? nullptr : found.front();
}

const Account* account_named(std::string_view name, Region region, Statement statement) {
    const std::string key = key_of(name);
    if (const Account* found = best(candidates(key), region, statement)) return found;
    const std::string plain = without_remark(key);
    return plain.empty() ? nullptr : best(candidates(plain), region, statement);
}

std::vector<const Account*> accounts_for(Region region, Statement statement) {
    std::vector<const Account*> out;
    for (const Account& account : standard_accounts()) {
        if (may_stand(account, region, statement)) out.push_back(&account);
    }
    return out;
}

std::vector<const Account*> nearest_accounts(std::string_view name, Region region, Statement statement,
                                             std::size_t most) {
    struct Match {
        double likeness;
        const Account* account;
    };
    constexpr double least = 0.4;
    const std::string key = key_of(name);
    std::vector<Match> matches;
    for (const Account* account : accounts_for(region, statement)) {
        double closest = 0.0;
        for (const std::string& known : account->names) closest = std::max(closest, likeness(key, known));
        if (closest >= least) matches.push_back({closest, account});
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.likeness > b.likeness; });
    std::vector<const Account*> out;
    for (const Match& match : matches) {
        if (out.size() < most) out.push_back(match.account);
    }
    return out;
}

}  // namespace goho::imports
