#include "io/statutes.hpp"

#include "io/embedded.hpp"
#include "io/json_text.hpp"
#include "io/reach.hpp"
#include "io/value_reader.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace goho::io {

namespace {

namespace ct = accounting::corporate_tax;
namespace st = accounting::consumption_tax;
namespace fa = accounting::fixed_asset;

template <class Rates> struct Rate {
    std::string_view name;
    double Rates::*field;
    double most;
};
constexpr auto corporate_rates = std::to_array<Rate<ct::Rates>>({
    {"small_income_limit", &ct::Rates::small_income_limit, 1e13},
    {"small_income_rate", &ct::Rates::small_income_rate, 1.0},
    {"corporate_rate", &ct::Rates::corporate_rate, 1.0},
    {"local_corporate_rate", &ct::Rates::local_corporate_rate, 1.0},
    {"defence_deduction", &ct::Rates::defence_deduction, 1e13},
    {"defence_rate", &ct::Rates::defence_rate, 1.0},
    {"inhabitants_rate", &ct::Rates::inhabitants_rate, 1.0},
    {"enterprise_limit_1", &ct::Rates::enterprise_limit_1, 1e13},
    {"enterprise_limit_2", &ct::Rates::enterprise_limit_2, 1e13},
    {"enterprise_rate_1", &ct::Rates::enterprise_rate_1, 1.0},
    {"enterprise_rate_2", &ct::Rates::enterprise_rate_2, 1.0},
    {"enterprise_rate_3", &ct::Rates::enterprise_rate_3, 1.0},
    {"special_enterprise_rate", &ct::Rates::special_enterprise_rate, 5.0},
    {"loss_usable_share", &ct::Rates::loss_usable_share, 1.0},
    {"interim_minimum", &ct::Rates::interim_minimum, 1e13},
});
constexpr auto consumption_rates = std::to_array<Rate<st::Rates>>({
    {"consumption_interim_limit_1", &st::Rates::interim_limit_1, 1e13},
    {"consumption_interim_limit_2", &st::Rates::interim_limit_2, 1e13},
    {"consumption_interim_limit_3", &st::Rates::interim_limit_3, 1e13},
    {"consumption_national_share", &st::Rates::national_share, 1.0},
});
constexpr auto depreciation_rates = std::to_array<Rate<fa::Rates>>({
    {"straight_line_rate", &fa::Rates::straight_line, 1.0},
    {"declining_rate", &fa::Rates::declining, 1.0},
    {"revised_rate", &fa::Rates::revised, 1.0},
    {"guarantee_rate", &fa::Rates::guarantee, 1.0},
});

template <class Rates, std::size_t N>
void read_rates(const Json& from, const std::string& pointer, const std::array<Rate<Rates>, N>& table, Rates& to,
                Notes& notes) {
    for (const auto& rate : table) {
        const std::string at = member_of(pointer, rate.name);
        const auto value = from.find(std::string(rate.name));
        if (value == from.end()) {
            report_missing(at, {rate.name, rate.name}, notes);
        } else if (!value->is_null()) {  // a useful life of two years has no revised rate
            const Range range{0.0, rate.most};
            if (const auto number = read_number(*value, at, {"", range, range}, notes)) to.*rate.field = *number;
        }
    }
}

/// The member of that name when it is of the right kind; else it is reported.
const Json* member(const Json& from, const std::string& key, const std::string& pointer, bool list, Notes& notes) {
    const auto value = from.find(key);
    if (value == from.end()) {
        report_missing(member_of(pointer, key), {key, key}, notes);
        return nullptr;
    }
    if (list ? value->is_array() : value->is_object()) return &*value;
    report_wrong_type(*value, member_of(pointer, key),
                      list ? Label{"a list [ ]", "配列 [ ] "} : Label{"an object { }", "オブジェクト { } "}, notes);
    return nullptr;
}

void read_tax_periods(const Json& table, accounting::Statutes& to, Notes& notes) {
    const Json* periods = member(table, "periods", "", true, notes);
    if (periods == nullptr) return;
    if (periods->empty()) report_missing("/periods/0", {"a tax period", "税率の適用期間"}, notes);
    for (std::size_t i = 0; i < periods->size(); ++i) {
        const Json& period = (*periods)[i];
        const std::string at = member_of("/periods", std::to_string(i));
        if (!is_object(period, at, notes)) continue;
        accounting::TaxPeriod read;
        if (const auto from = period.find("from"); from == period.end()) {
            report_missing(at + "/from", {"first month", "適用開始月"}, notes);
        } else if (const auto month = read_month(*from, at + "/from", notes)) {
            read.from = *month;
        }
        read_rates(period, at, corporate_rates, read.corporate, notes);
        read_rates(period, at, consumption_rates, read.consumption, notes);
        to.tax_periods.push_back(read);
    }
    std::stable_sort(to.tax_periods.begin(), to.tax_periods.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
}

void read_depreciation(const Json& table, accounting::Statutes& to, Notes& notes) {
    const Json* lives = member(table, "lives", "", false, notes);
    if (lives == nullptr) return;
    constexpr int longest_life = 50;  // as far as the useful life of an asset may be given
    to.depreciation.resize(longest_life + 1);
    for (int life = 2; life <= longest_life; ++life) {
        const std::string key = std::to_string(life), at = "/lives/" + key;
        const auto rates = lives->find(key);
        if (rates == lives->end()) report_missing(at, {"rates of a useful life", "耐用年数の償却率"}, notes);
        else if (is_object(*rates, at, notes)) read_rates(*rates, at, depreciation_rates, to.depreciation[life], notes);
    }
}

/// The built-in table of that id, or the file of that name.
Result<Json> table_of_name(std::string_view name, std::string_view kind, const std::string& pointer,
                           const std::filesystem::path& folder) {
    const std::string prefix = std::string(kind) + "/", path = prefix + std::string(name) + ".json";
    if (const auto text = embedded_file(path)) return parse_json(*text, path);
    if (name.ends_with(".json")) {
        const auto file = (folder / std::filesystem::path(std::string(name))).lexically_normal();
        if (!within_reach(folder, file)) return {{}, beyond_reach(folder, file, {}, pointer)};
        std::error_code error;
        if (std::filesystem::exists(file, error)) return read_json(file, file.generic_string());
        return {
            {},
            {{"unknown-table",
              {},
              pointer,
              0,
              0,
              say("the table file {} does not exist", "表のファイル {} がありません", in_quotes(file.generic_string())),
              {"the path is seen from the folder of the scenario", "パスはシナリオのあるフォルダーから見たものです"}}}};
    }
    std::vector<std::string_view> known;
    for (const auto& file : embedded_files()) {
        if (file.path.starts_with(prefix))
            known.push_back(file.path.substr(prefix.size(), file.path.size() - prefix.size() - 5));
    }
    const std::string list = joined(known, ", ");
    return {{},
            {{"unknown-table",
              {},
              pointer,
              0,
              0,
              say("there is no table {}; built in: {}", "表 {} はありません。内蔵の表: {}", in_quotes(name), list),
              {"or name a file of your own that ends in .json", "自前の表は .json で終わるファイル名で指定できます"}}}};
}

template <class Read>
void load(std::string_view name, std::string_view kind, const std::string& pointer, const std::filesystem::path& folder,
          Result<accounting::Statutes>& out, accounting::Statutes& statutes, Read read) {
    const auto table = table_of_name(name, kind, pointer, folder);
    out.problems.insert(out.problems.end(), table.problems.begin(), table.problems.end());
    if (!table) return;
    Notes notes;
    if (is_object(*table.value, "", notes)) read(*table.value, statutes, notes);
    for (Problem& problem : notes.problems.take({})) {
        problem.file = (folder / std::filesystem::path(std::string(name))).lexically_normal().generic_string();
        out.problems.push_back(std::move(problem));
    }
}

template <class Rates, std::size_t N>
void append(std::string& out, const Rates& rates, const std::array<Rate<Rates>, N>& table) {
    for (const auto& rate : table) fmt::format_to(std::back_inserter(out), " {}", rates.*rate.field);
}

Result<accounting::Statutes> read_statutes(std::string_view tax_table, std::string_view depreciation_table,
                                           const std::filesystem::path& folder) {
    Result<accounting::Statutes> out;
    accounting::Statutes statutes;
    statutes.tax_table = tax_table;
    statutes.depreciation_table = depreciation_table;
    load(tax_table, "tax", "/pins/tax_table", folder, out, statutes, read_tax_periods);
    load(depreciation_table, "depreciation", "/pins/depreciation_table", folder, out, statutes, read_depreciation);
    if (out.problems.empty()) out.value = std::move(statutes);
    return out;
}

}  // namespace

Result<accounting::Statutes> load_statutes(std::string_view tax_table, std::string_view depreciation_table,
                                           const std::filesystem::path& folder) {
    // Reading the tables takes longer than reading a small company. Those inside the program cannot change, so each
    // pair is read once.
    static std::mutex mutex;
    static std::map<std::pair<std::string, std::string>, Result<accounting::Statutes>> built_in;
    const auto inside = [](std::string_view kind, std::string_view name) {
        return embedded_file(fmt::format("{}/{}.json", kind, name)).has_value();
    };
    if (!inside("tax", tax_table) || !inside("depreciation", depreciation_table))
        return read_statutes(tax_table, depreciation_table, folder);
    const std::lock_guard lock(mutex);
    const auto [place, fresh] = built_in.try_emplace({std::string(tax_table), std::string(depreciation_table)});
    if (fresh) place->second = read_statutes(tax_table, depreciation_table, folder);
    return place->second;
}

Result<accounting::Statutes> load_statutes(const simulation::Scenario& scenario) {
    const auto& pins = scenario.plan.pins;
    return load_statutes(pins.tax_table.view(), pins.depreciation_table.view(), std::filesystem::path(scenario.file).parent_path());
}

std::string fingerprint_text(const accounting::Statutes& statutes) {
    std::string out;
    for (const auto& period : statutes.tax_periods) {
        fmt::format_to(std::back_inserter(out), "from {}", period.from.index);
        append(out, period.corporate, corporate_rates);
        append(out, period.consumption, consumption_rates);
        out += '\n';
    }
    for (const auto& rates : statutes.depreciation) append(out, rates, depreciation_rates);
    return out;
}

}  // namespace goho::io
