#include "import/samples.hpp"

#include "import/text_decoding.hpp"

#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace goho;
using namespace goho::imports;

namespace {

const Account* in_section(std::string_view name, Section section) { return account_named(name, {section, true}, statement_of(section)); }
std::string id_in(std::string_view name, Section section) {
    const Account* account = in_section(name, section);
    return account == nullptr ? "none" : account->id;
}

}  // namespace

TEST_CASE("accounts: those that may stand somewhere hold all that resembles a name there") {
    const Region sga{Section::sga, true};
    const auto all = accounts_for(sga, Statement::profit);
    CHECK(all.size() > 30);
    for (const Account* account : all) CHECK(exchangeable(account->section, Section::sga));
    for (const Account* near : nearest_accounts("特急便代", sga, Statement::profit, 5))
        CHECK(std::find(all.begin(), all.end(), near) != all.end());
    for (const Account* account : accounts_for({}, Statement::balance)) CHECK(statement_of(account->section) == Statement::balance);
}

TEST_CASE("accounts: the chart is whole") {
    std::set<std::string> ids;
    std::size_t names = 0;
    for (const Account& account : standard_accounts()) {
        CAPTURE(account.id);
        CHECK(ids.insert(account.id).second);
        CHECK_FALSE(account.name.en.empty());
        CHECK_FALSE(account.name.ja.empty());
        names += account.names.size();
        const bool cost = account.section == Section::cost_of_sales || account.section == Section::manufacturing || account.section == Section::sga;
        CHECK((!account.is_cost_line() || cost));
    }
    CHECK(ids.size() > 150);
    CHECK(names > 1000);
}

TEST_CASE("accounts: a name means one account in a section") {
    std::map<std::pair<std::string, Section>, std::string> seen;
    for (const Account& account : standard_accounts()) {
        for (const std::string& name : account.names) {
            const auto [before, added] = seen.try_emplace({name, account.section}, account.id);
            CAPTURE(name);
            CHECK((added || before->second == account.id));
        }
    }
}

TEST_CASE("accounts: the names that small companies use") {
    for (const char* name : {"給料手当", "給与手当", "給料及び手当", "給料・手当", "給料手当(販)", "給料手当（製）", "Wages and salaries"}) {
        CAPTURE(name);
        CHECK(id_in(name, Section::sga) == "wages");
    }
    CHECK(id_in("外注費", Section::cost_of_sales) == "subcontracting");
    CHECK(id_in("ｿﾌﾄｳｪｱ", Section::fixed_assets) == "software");
    CHECK(id_in("減価償却費", Section::manufacturing) == "depreciation");
    CHECK(id_in("１年以内返済長期借入金", Section::current_liabilities) == "long_loans_due");
    CHECK(id_in("工具、器具及び備品", Section::fixed_assets) == "tools");
    CHECK(id_in("法人税、住民税及び事業税", Section::taxes) == "corporate_taxes");
}

TEST_CASE("accounts: where a row stands decides between accounts of the same name") {
    CHECK(id_in("開発費", Section::sga) == "research");
    CHECK(id_in("materials", Section::manufacturing) == "materials");
    CHECK(id_in("materials", Section::current_assets) == "materials_stock");
    CHECK(id_in("売上高", Section::fixed_assets) == "none");
    CHECK(id_in("当期純損益金額", Section::net_assets) == "profit_of_year");
}

TEST_CASE("accounts: an unknown name gets near ones, of its section only") {
    const auto near = nearest_accounts("外注加工費(特急便)", {Section::manufacturing, true}, Statement::profit, 3);
    REQUIRE(near.size() >= 1);
    CHECK(near.front()->id == "subcontracting");
    for (const Account* account : nearest_accounts("長期借入金(日本公庫)", {Section::fixed_liabilities, true}, Statement::balance, 3)) {
        CHECK(exchangeable(account->section, Section::fixed_liabilities));
    }
    CHECK(nearest_accounts("zzzz", {Section::sga, true}, Statement::profit, 3).empty());
}

TEST_CASE("accounts: unknown accounts are told all at once, with the JSON to fill in") {
    const auto table = small_table({{"売上高", {100}}, {"特急便代", {20}}, {"謎の費用", {10}}, {"当期純利益", {70}}}, 1);
    const auto reading = read({{"pl.csv", table}});
    CHECK_FALSE(reading);
    REQUIRE(reading.open.size() == 2);
    const auto text = said(reading.problems);
    CHECK(text.find("pl.csv:3:1: the account \"特急便代\" is not known") != std::string::npos);
    CHECK(text.find("--mapping: {\"accounts\":{\"特急便代\":null,\"謎の費用\":null}}") != std::string::npos);
    CHECK(said(reading.problems, Language::japanese).find("科目 \"謎の費用\" は未登録です") != std::string::npos);

    ImportOptions options;
    options.mapping.accounts = {{"特急便代", "freight"}, {"謎の費用", "sundry"}};
    const auto mapped = read({{"pl.csv", table}}, options);
    CHECK(said(mapped.problems) == "");
    REQUIRE(mapped);
    CHECK(mapped.value->books.front().operating_income == 70.0);
}

TEST_CASE("accounts: a mapping may not move an account into another statement") {
    const auto table = small_table({{"売上高", {100}}, {"販売管理費", {}}, {"謎の費用", {10}}, {"営業利益", {90}}, {"当期純利益", {90}}}, 1);
    ImportOptions options;
    options.mapping.accounts = {{"謎の費用", "cash"}};
    CHECK(said(read({{"pl.csv", table}}, options).problems).find("\"謎の費用\" stands under SG&A expenses and cannot be mapped to Cash on hand") != std::string::npos);
}

TEST_CASE("mapping: the line to paste shows control characters of a name as JSON may write them") {
    Mapping mapping;
    mapping.accounts["a\x7f" "b\n"] = {};
    CHECK(mapping_line(mapping) == R"({"accounts":{"a\u007fb\n":null}})");
}

TEST_CASE("mapping: a file is read with all its mistakes, written and read again") {
    const auto file = std::filesystem::temp_directory_path() / "goho-mapping-test.json";
    std::ofstream(file) << R"({"accounts": {"特急便代": "荷造運賃", "謎": null, "x": "frieght", "y": 3}, "classification": {"電気": "変動費", "z": "step_fixed"}, "other": {}})";
    const auto wrong = read_mapping(file, "client.json");
    CHECK_FALSE(wrong);
    const auto text = said(wrong.problems);
    CHECK(text.find("client.json: /accounts/x: there is no standard account \"frieght\" (did you mean \"freight\"?)") != std::string::npos);
    CHECK(text.find("client.json: /accounts/y: expected the name of a standard account, or null") != std::string::npos);
    CHECK(text.find("client.json: /classification/z: not a behaviour of cost") != std::string::npos);
    CHECK(text.find("client.json: /other: unknown key") != std::string::npos);

    Mapping mapping;
    mapping.accounts = {{"特急便代", "freight"}, {"謎", ""}};
    mapping.classification = {{"sga/電気", accounting::Behaviour::semi_variable}};
    std::ofstream(file) << mapping_text(mapping);
    const auto again = read_mapping(file, "client.json");
    std::filesystem::remove(file);
    REQUIRE(again);
    CHECK(again.value->accounts == mapping.accounts);
    CHECK(again.value->classification == mapping.classification);
}
