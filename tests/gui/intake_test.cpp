#include "document/intake.hpp"
#include "io/scenario_reader.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::gui;
using accounting::Behaviour;

namespace {

const test::fs::path samples = test::scenarios / "import_samples";

Intake of(const std::vector<test::fs::path>& files) {
    Intake intake;
    for (const auto& file : files) intake.files.push_back(file.string());
    return intake;
}

Intake own() { return of({samples / "goho_ja/pl.csv", samples / "goho_ja/bs.csv"}); }

/// A small statement of profit and loss with two accounts that nobody knows, one of them under two headings.
Intake with_unknown(const test::Folder& folder) {
    test::write(folder / "pl.csv",
                "勘定科目,2026/04\n売上高,\n売上,100\n売上高 計,100\n売上原価,\n謎の費用,10\n売上原価 計,10\n売上総利益,90\n"
                "販売管理費,\n特急便代,20\n謎の費用,5\n販売管理費 計,25\n営業利益,65\n当期純利益,65\n");
    return of({folder / "pl.csv"});
}

const AskedCost& cost_named(const IntakeReading& reading, std::string_view name) {
    for (const auto& cost : reading.costs) {
        if (cost.name.ja == name) return cost;
    }
    FAIL("no such cost");
    return reading.costs.front();
}

}  // namespace

TEST_CASE("intake: books that are right become a company, and what each file turned out to be is told") {
    const auto reading = read_intake(own());
    CHECK(reading.problems.empty());
    REQUIRE(reading.company);
    CHECK(reading.company->scenario.plan.actuals.months.size() == 12);
    REQUIRE(reading.books.sources.size() == 2);
    CHECK(reading.books.sources[0].layout->id == "goho");
    CHECK(reading.books.sources[0].months.size() == 12);
    CHECK(reading.costs.size() == 34);
}

TEST_CASE("intake: what a file turned out to be is told also where its accounts are not known yet") {
    const test::Folder folder;
    const auto reading = read_intake(with_unknown(folder));
    CHECK_FALSE(reading.books.value);
    REQUIRE(reading.books.sources.size() == 1);
    CHECK(reading.books.sources[0].rows > 5);
    CHECK_FALSE(reading.company);
}

TEST_CASE("intake: an account that nobody knows is asked once for each section, with what resembles it first") {
    const test::Folder folder;
    const auto intake = with_unknown(folder);
    const auto reading = read_intake(intake);
    std::vector<AskedAccount> asked;
    ask_for(reading.books.open, asked);
    ask_for(reading.books.open, asked);
    REQUIRE(asked.size() == 3);
    CHECK(asked[0].key == "謎の費用");
    CHECK(asked[1].key == "特急便代");
    CHECK(asked[2].key == "sga/謎の費用");
    for (const auto& one : asked) {
        CHECK(one.near.size() <= 5);
        CHECK(one.others.size() > 20);
        for (const auto* near : one.near)
            CHECK(std::find(one.others.begin(), one.others.end(), near) == one.others.end());
    }
}

TEST_CASE("intake: with all answers the books are read, and the answers can be kept and read again") {
    const test::Folder folder;
    auto intake = with_unknown(folder);
    std::vector<AskedAccount> asked;
    ask_for(read_intake(intake).books.open, asked);
    answer(asked[0], imports::standard_account("subcontracting"), intake.mapping);
    answer(asked[1], imports::standard_account("freight"), intake.mapping);
    CHECK_FALSE(answered(asked, intake.mapping));
    answer(asked[2], imports::standard_account("sundry"), intake.mapping);
    CHECK(answered(asked, intake.mapping));
    const auto reading = read_intake(intake);
    REQUIRE(reading.books.value);
    CHECK(reading.books.value->books.front().operating_income == 65.0);
    // A plan needs balances; the reason is told, and nothing is made.
    CHECK_FALSE(reading.company);
    CHECK(reading.problems.size() == 1);

    const std::string file = (folder / "mapping.json").string();
    CHECK(save_mapping(intake, file).empty());
    CHECK(mapping_beside(intake.files) == file);
    CHECK(save_mapping(intake, file).size() == 1);  // there already, and not where ours came from
    const auto again = imports::read_mapping(file, file);
    REQUIRE(again.value);
    CHECK(again.value->accounts == intake.mapping.accounts);
    intake.mapping_file = file;
    CHECK(save_mapping(intake, file).empty());
    answer(asked[1], nullptr, intake.mapping);
    CHECK_FALSE(answered(asked, intake.mapping));
}

TEST_CASE("intake: a decision about a cost is an entry of the mapping, and going back to the proposal takes it out") {
    auto intake = own();
    const auto before = read_intake(intake);
    const AskedCost& power = cost_named(before, "水道光熱費");
    REQUIRE_FALSE(power.key.empty());
    const auto other = power.proposed == Behaviour::fixed ? Behaviour::variable : Behaviour::fixed;
    decide(power, other, intake.mapping);
    CHECK(intake.mapping.classification.size() == 1);
    const auto after = read_intake(intake);
    CHECK(cost_named(after, "水道光熱費").chosen == other);
    CHECK(cost_named(after, "水道光熱費").proposed == power.proposed);
    CHECK(cost_named(after, "水道光熱費").reason.en == power.reason.en);
    decide(power, power.proposed, intake.mapping);
    CHECK(intake.mapping.classification.empty());
    intake.mapping.classification["水道 光熱費"] = other;  // as somebody wrote it by hand
    decide(power, power.proposed, intake.mapping);
    CHECK(cost_named(read_intake(intake), "水道光熱費").chosen == power.proposed);
}

TEST_CASE("intake: goods and depreciation leave no choice") {
    const auto reading = read_intake(own());
    for (const char* name : {"材料費・商品仕入（棚卸後）", "減価償却費"}) CHECK(cost_named(reading, name).key.empty());
}

TEST_CASE("intake: all that is wrong with the books is said at once, in the words of the command line") {
    const test::Folder folder;
    test::write(folder / "pl.csv", "勘定科目,2026/04,2026/05\n売上高,100,x\n地代家賃,1,y\n当期純利益,99,0\n");
    const auto intake = of({folder / "pl.csv"});
    const auto reading = read_intake(intake);
    CHECK(reading.problems.size() == 2);
    const auto command_line = imports::read_trial_balances(intake.files, {});
    REQUIRE(command_line.problems.size() == reading.problems.size());
    for (std::size_t i = 0; i < reading.problems.size(); ++i)
        CHECK(to_string(reading.problems[i], Language::japanese) == to_string(command_line.problems[i], Language::japanese));
    CHECK(read_intake({}).problems.empty());
}

TEST_CASE("intake: later months go on from a scenario, or every reason is told why they do not") {
    std::vector<test::fs::path> first, all;
    for (const char* month : {"2026-04", "2026-05", "2026-06", "2026-07", "2026-08"}) first.push_back(samples / "yayoi_months" / (std::string(month) + ".txt"));
    const auto company = read_intake(of(first)).company;
    REQUIRE(company);
    const auto next = of({samples / "yayoi_months/2026-09.txt"});
    const auto later = read_intake(next, &company->scenario);
    CHECK(later.problems.empty());
    REQUIRE(later.continued);
    CHECK_FALSE(later.company);
    CHECK(later.continued->plan.actuals.months.size() == 6);
    const auto gap = read_intake(of({samples / "yayoi_months/2026-10.txt"}), &company->scenario);
    CHECK_FALSE(gap.continued);
    CHECK(gap.problems.size() == 1);
}

TEST_CASE("intake: the company is written as the command line writes it") {
    const test::Folder folder;
    const auto reading = read_intake(own());
    const std::string file = (folder / "company.json").string();
    REQUIRE(save_company(reading, file).empty());
    CHECK(test::read(file) == imports::company_text(*reading.company, *reading.books.value));
    const auto scenario = io::read_scenario(file);
    CHECK(scenario.problems.empty());
}
