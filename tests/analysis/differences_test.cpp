#include "analysis/differences.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::analysis;
using simulation::Edit;
using simulation::Operation;
using simulation::Scenario;
using simulation::TimelineEntry;

namespace {

Scenario machine_shop() {
    Scenario s;
    s.plan.company.start = Month::of(2027, 4);
    accounting::segment::Parameters<double> parts;
    parts.price = 12000.0;
    parts.volume = 800.0;
    s.plan.segments.push_back({"parts", {"Machined parts", "切削部品"}, parts});
    return s;
}

/// Position of a section or a row by its name, as reading a file finds it.
simulation::Address address_of(std::string_view section_name, int item, std::string_view row_name) {
    simulation::Address found;
    int position = 0;
    simulation::for_each_section<double>([&](const auto& section) {
        const int here = position++;
        if (section.name != section_name) return;
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>&>().*section.member)>;
        const auto look = [&](const auto& rows) {
            for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
                if (rows[i].name == row_name) found = {here, item, i};
            }
        };
        if constexpr (simulation::is_collection<Held>) look(simulation::table_of<decltype(Held::value_type::parameters)>());
        else look(simulation::table_of<Held>());
    });
    return found;
}

Text only_sentence(const Scenario& before, const Scenario& after) {
    const auto list = differences(before, after);
    REQUIRE(list.size() == 1);
    return list[0].sentence;
}

}  // namespace

TEST_CASE("differences: a scenario does not differ from itself") { CHECK(differences(machine_shop(), machine_shop()).empty()); }

TEST_CASE("differences: months that have happened since are told by their number") {
    const Scenario before = machine_shop();
    Scenario after = before;
    after.plan.actuals.months.resize(2);
    CHECK(only_sentence(before, after) == Text{"Actual months: 0 → 2", "実績の月数: 0か月 → 2か月"});
}

TEST_CASE("differences: a price rise in words") {
    const Scenario before = machine_shop();
    Scenario after = before;
    after.plan.segments[0].parameters.price = 12360.0;
    const auto list = differences(before, after);
    REQUIRE(list.size() == 1);
    CHECK(list[0].sentence.en == "Segment Machined parts: selling price 12,000 → 12,360 yen/unit (+3.0%)");
    CHECK(list[0].sentence.ja == "部門「切削部品」: 販売単価 12,000 → 12,360 円/単位 (+3.0%)");
    CHECK(list[0].pointer == "/segments/parts/price");
    CHECK(list[0].path.en == "Segment Machined parts: selling price");
    CHECK(list[0].before.en == "12,000");
    CHECK(list[0].after_number == 12360.0);
    CHECK(list[0].unit == "yen/unit");
}

TEST_CASE("differences: fractions move in points") {
    const Scenario before = machine_shop();
    Scenario after = before;
    after.plan.segments[0].parameters.cash_share = 0.125;
    CHECK(only_sentence(before, after) == Text{"Segment Machined parts: cash sales share 0.0% → 12.5% (+12.5 points)",
                                               "部門「切削部品」: 現金売上比率 0.0% → 12.5% (+12.5ポイント)"});
    after = before;
    after.plan.segments[0].parameters.annual_volume_growth = -0.02;
    CHECK(only_sentence(before, after) == Text{"Segment Machined parts: annual volume growth 0.0% → -2.0% a year (-2.0 points)",
                                               "部門「切削部品」: 販売数量の年成長率 年率0.0% → -2.0% (-2.0ポイント)"});
}

TEST_CASE("differences: a single section goes by its own name") {
    const Scenario before = machine_shop();
    Scenario after = before;
    after.plan.company.months = 60;
    CHECK(only_sentence(before, after) == Text{"Company: length 120 → 60 months (-50.0%)", "会社: 計画期間 120 → 60 か月 (-50.0%)"});
    after = before;
    after.plan.opening.cash = 5e6;
    CHECK(only_sentence(before, after).en == "Opening balance sheet: cash and deposits 0 → 5,000,000 yen");
}

TEST_CASE("differences: choices, months and references are shown by their names") {
    Scenario before = machine_shop();
    before.plan.cost_lines.push_back({"rent", {"Rent", "家賃"}, {}});
    Scenario after = before;
    auto& rent = after.plan.cost_lines[0].parameters;
    rent.place = accounting::Place::cost_of_sales;
    rent.segment = {0};
    rent.start = Month::of(2028, 4);
    const auto list = differences(before, after);
    REQUIRE(list.size() == 3);
    CHECK(list[0].sentence == Text{"Cost line Rent: place in the statements SG&A expenses → Cost of sales", "費用科目「家賃」: 表示区分 販管費 → 売上原価"});
    CHECK(list[1].sentence == Text{"Cost line Rent: segment none → Machined parts", "費用科目「家賃」: 部門 なし → 切削部品"});
    CHECK(list[2].sentence == Text{"Cost line Rent: first month none → 2028-04", "費用科目「家賃」: 開始月 なし → 2028年4月"});
}

TEST_CASE("differences: the same item referred to at another position is no difference") {
    Scenario before = machine_shop();
    before.plan.cost_lines.push_back({"rent", {}, {}});
    before.plan.cost_lines[0].parameters.segment = {0};
    Scenario after = before;
    after.plan.segments.insert(after.plan.segments.begin(), {"new", {}, {}});
    after.plan.cost_lines[0].parameters.segment = {1};
    CHECK(differences(before, after).size() == 1);  // the new segment only
}

TEST_CASE("differences: a new loan and a loan that is gone") {
    const Scenario before = machine_shop();
    Scenario after = before;
    accounting::loan::Parameters<double> p;
    p.principal = 50e6;
    p.drawn = Month::of(2027, 10);
    after.plan.loans.push_back({"press", {"for the press", "プレス機資金"}, p});
    const auto list = differences(before, after);
    REQUIRE(list.size() == 1);
    CHECK(list[0].kind == ChangeKind::added);
    CHECK(list[0].pointer == "/loans/press");
    CHECK(list[0].sentence == Text{"New loan for the press: 50,000,000 yen from 2027-10", "追加: 借入金「プレス機資金」、50,000,000 円、2027年10月から"});
    CHECK(only_sentence(after, before) ==
          Text{"Removed loan for the press: 50,000,000 yen from 2027-10", "削除: 借入金「プレス機資金」、50,000,000 円、2027年10月から"});
}

TEST_CASE("differences: a loan that is called a loan is not called so twice") {
    const Scenario before = machine_shop();
    Scenario after = before;
    after.plan.loans.push_back({"press", {"Loan for the press", "プレス機資金"}, {}});
    after.plan.loans[0].parameters.principal = 50e6;
    CHECK(only_sentence(before, after).en == "New loan for the press: 50,000,000 yen");
}

TEST_CASE("differences: a new item is introduced by all its main figures, under its id when it has no name") {
    const Scenario before = machine_shop();
    Scenario after = before;
    accounting::job_group::Parameters<double> p;
    p.headcount = 2.0;
    p.monthly_pay = 300000.0;
    after.plan.job_groups.push_back({"sales_team", {}, p});
    CHECK(only_sentence(before, after) == Text{"New job group sales_team: headcount 2 people, monthly pay 300,000 yen/person/month",
                                               "追加: 職種「sales_team」、人員数 2 人、月額給与 300,000 円/人・月"});
}

TEST_CASE("differences: a new name is a difference") {
    const Scenario before = machine_shop();
    Scenario after = before;
    after.plan.segments[0].name = {"Parts", "部品"};
    CHECK(only_sentence(before, after).en == "Segment Parts: name Machined parts → Parts");
}

TEST_CASE("differences: the timeline in words") {
    const Scenario before = machine_shop();
    Scenario after = before;
    const Edit drop{Operation::scale, address_of("segments", 0, "volume"), "/segments/parts/volume", 0.85};
    after.timeline.push_back({"shock", {"Shock", "需要減"}, Month::of(2028, 4), Month::of(2029, 3), 0, {drop}});
    CHECK(in_words(after.timeline[0], after.plan) == Text{"from 2028-04: sales volume of Machined parts × 0.85 until 2029-03",
                                                          "2028年4月から2029年3月まで: 「切削部品」の販売数量 × 0.85"});
    const auto list = differences(before, after);
    REQUIRE(list.size() == 1);
    CHECK(list[0].kind == ChangeKind::added);
    CHECK(list[0].pointer == "/timeline/shock");
    CHECK(list[0].sentence.en == "Timeline Shock: from 2028-04: sales volume of Machined parts × 0.85 until 2029-03");
    CHECK(list[0].sentence.ja == "タイムライン「需要減」: 2028年4月から2029年3月まで: 「切削部品」の販売数量 × 0.85");
    CHECK(only_sentence(after, before).en.starts_with("Removed: Timeline Shock, from 2028-04"));
}

TEST_CASE("differences: repeated, added and replaced values in words") {
    const Scenario s = machine_shop();
    const simulation::Address price = address_of("segments", 0, "price"), rate = address_of("treasury", -1, "market_rate_change");
    const TimelineEntry yearly{"y", {}, Month::of(2028, 4), {}, 12, {{Operation::add, price, "", 120.0}}};
    CHECK(in_words(yearly, s.plan) == Text{"from 2028-04 every 12 months: selling price of Machined parts + 120 yen/unit",
                                           "2028年4月から12か月ごとに: 「切削部品」の販売単価 + 120 円/単位"});
    const TimelineEntry set{"s", {}, Month::of(2028, 4), {}, 0, {{Operation::set, rate, "", 0.01}, {Operation::add, price, "", -100.0}}};
    CHECK(in_words(set, s.plan) == Text{"from 2028-04: market rate change becomes 1.0% a year; selling price of Machined parts − 100 yen/unit",
                                        "2028年4月から: 市場金利の変化 を 年1.0% に、「切削部品」の販売単価 − 100 円/単位"});
}

TEST_CASE("differences: a changed timeline entry tells what it was before") {
    Scenario before = machine_shop();
    const Edit drop{Operation::scale, address_of("segments", 0, "volume"), "/segments/parts/volume", 0.85};
    before.timeline.push_back({"shock", {}, Month::of(2028, 4), {}, 0, {drop}});
    Scenario after = before;
    after.timeline[0].edits[0].amount = 0.7;
    CHECK(only_sentence(before, after).en ==
          "Timeline shock: from 2028-04: sales volume of Machined parts × 0.7 (before: from 2028-04: sales volume of Machined parts × 0.85)");
}
