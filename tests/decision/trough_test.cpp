#include "decision/trough.hpp"

#include "io/scenario_reader.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <doctest/doctest.h>
#include <filesystem>

using namespace goho;
using namespace goho::decision;

namespace {

const std::filesystem::path shipped = std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios";

/// Loses 100,000 yen a month: after ten of twelve months its cash is gone. No taxes, no lags, nobody answers.
constexpr const char* shop = R"({"format": 1, "name": "Shop", "company": {"start": "2027-04", "months": 12, "behaviour": "off"},
  "opening": {"cash": 1000000, "paid_in_capital": 1000000, "retained_earnings": 0},
  "segments": {"s": {"price": 300, "volume": 1000, "cash_share": 1, "sales_tax_rate": 0}},
  "cost_lines": {"rent": {"category": "rent", "behaviour": "fixed", "monthly_amount": 400000, "purchase_tax_rate": 0, "payment_lag": 0}},
  "taxes": {"per_capita_levy": 0}})";

Base base_from(const std::string& patch = "{}", const char* text = shop) {
    io::Json content = io::Json::parse(text);
    content.merge_patch(io::Json::parse(patch));
    auto base = base_of(Merged{content, "shop.json"});
    for (const auto& problem : base.problems) INFO(to_string(problem, Language::english));
    REQUIRE(base);
    return std::move(*base.value);
}

Base company(const std::string& name) {
    auto base = base_of(shipped / (name + ".json"));
    REQUIRE(base);
    return std::move(*base.value);
}

Trough found(const Base& base, const TroughRequest& request = {}) {
    auto out = trough(base, request);
    REQUIRE(out);
    return std::move(*out.value);
}

const Remedy* single(const Trough& trough, std::string_view id) {
    for (const auto& one : trough.singles)
        if (trough.cures[one.cures.front()].id == id) return &one;
    return nullptr;
}

const Cure& cure(const Trough& trough, std::string_view id) {
    const auto at = std::find_if(trough.cures.begin(), trough.cures.end(), [&](const Cure& c) { return c.id == id; });
    REQUIRE(at != trough.cures.end());
    return *at;
}

double slack_of(const Base& base, const Trough& about, const Cure& cure, double size) {
    const Dose dose{&cure, size};
    const auto scenario = with_doses(base, {&dose, 1});
    return cash_low(simulation::run(scenario, base.statutes), about.floor, about.from).slack;
}

std::string refused(const Base& base, const TroughRequest& request) {
    const auto out = trough(base, request);
    REQUIRE_FALSE(out);
    return out.problems.front().code;
}

}  // namespace

TEST_CASE("trough: where cash is short, how deep and how long") {
    const auto result = found(base_from());
    CHECK(result.low.first_below == Month::of(2028, 2));
    CHECK(result.low.last_below == Month::of(2028, 3));
    CHECK(result.low.months_below == 2);
    CHECK(result.low.slack == -200000.0);
    CHECK(result.low.slack_month == Month::of(2028, 3));
}

TEST_CASE("trough: the smallest sizes by hand") {
    const auto base = base_from();
    const auto result = found(base);
    CHECK(single(result, "fixed_cost")->sizes.front() == doctest::Approx(0.042));
    CHECK(single(result, "price")->sizes.front() == doctest::Approx(0.056));
    CHECK(single(result, "volume")->sizes.front() == doctest::Approx(0.056));
    CHECK(single(result, "capital")->sizes.front() == 1e6);
    CHECK(single(result, "capital")->low.slack == 100000.0);  // in the ninth month, before it is paid in
    CHECK(single(result, "loan")->sizes.front() == 1e6);
    CHECK(single(result, "fixed_cost")->cost == -201600.0);
    CHECK(single(result, "price")->cost == -201600.0);
    CHECK(single(result, "capital")->cost == 0.0);
    CHECK(single(result, "capital")->end_cash == 1e6);
    // What brings most first, and of equals the smaller part of what is possible.
    CHECK(result.cures[result.singles.front().cures.front()].id == "fixed_cost");
    // Nothing that the shop does not have.
    for (const auto* absent : {"variable_cost", "all_pay", "officers_pay", "stock", "collect", "longer_terms", "putoff_all_investments"}) CHECK(single(result, absent) == nullptr);
}

TEST_CASE("trough: two in equal shares, by hand") {
    const auto result = found(base_from());
    const auto pair = std::find_if(result.together.begin(), result.together.end(), [&](const Remedy& r) {
        return result.cures[r.cures[0]].id == "fixed_cost" && result.cures[r.cures[1]].id == "price";
    });
    REQUIRE(pair != result.together.end());
    CHECK(pair->share == 0.49);
    CHECK(pair->sizes[0] == doctest::Approx(0.021));
    CHECK(pair->sizes[1] == doctest::Approx(0.028));
    CHECK(pair->low.slack == 1600.0);
}

TEST_CASE("trough: a loan covers what is missing and its own interest and instalments") {
    const auto deep = found(base_from(R"({"cost_lines": {"rent": {"monthly_amount": 800000}}})"));
    CHECK_FALSE(single(deep, "loan")->works);  // half a year's sales, 2 million, against 5 million missing
    const auto small = base_from(R"({"opening": {"cash": 220000, "paid_in_capital": 220000}})");
    const auto again = found(small);  // 980,000 missing: one million would do but for nine instalments of 11,904 and interest
    CHECK(again.low.slack == -980000.0);
    CHECK(single(again, "loan")->sizes.front() == 2e6);
    CHECK(single(again, "capital")->sizes.front() == 1e6);
    CHECK(single(again, "loan")->cost > 0.0);
    CHECK(cure(again, "loan").begins == Month::of(2027, 5));
}

TEST_CASE("trough: an investment that is the only trouble is put off, or paid by what belongs to it") {
    const auto base = base_from(R"({"opening": {"cash": 500000, "paid_in_capital": 500000}, "cost_lines": {"rent": {"monthly_amount": 250000}},
        "investments": {"machine": {"kind": "equipment", "amount": 800000, "start": "2027-06", "purchase_tax_rate": 0},
                        "other": {"kind": "equipment", "amount": 1000, "start": "2027-06", "purchase_tax_rate": 0}},
        "subsidies": {"machine": {"amount": 50000, "decided": "2027-09"}, "foreign": {"amount": 1, "decided": "2027-06"}}})");
    const auto result = found(base);
    CHECK(result.low.first_below == Month::of(2027, 6));
    // 50,000 come in each month: 801,000 are there in the month of 2027-10, the seventh, put off by four.
    const auto* later = single(result, "putoff_machine");
    REQUIRE(later);
    CHECK(later->works);
    CHECK(later->sizes.front() == 4.0);
    CHECK(later->draft.patch["subsidies"]["machine"]["decided"] == "2028-01");
    CHECK_FALSE(later->draft.patch["subsidies"].contains("foreign"));
    CHECK(single(result, "without_machine") == nullptr);  // putting off is enough
    CHECK_FALSE(single(result, "putoff_other")->works);
}

TEST_CASE("trough: a floor is one's own money, without one the overdraft line may be used") {
    const auto patch = R"({"treasury": {"overdraft_limit": 5000000, "overdraft_rate": 0}})";
    CHECK_FALSE(found(base_from(patch)).short_of_floor());
    CHECK(found(base_from(patch)).low.overdraft == 200000.0);
    const auto floored = found(base_from(patch), {.floor = 1.0});
    CHECK(floored.low.slack == -200001.0);
    CHECK(single(floored, "fixed_cost")->sizes.front() == doctest::Approx(0.042));
}

TEST_CASE("trough: a floor in months of fixed costs") {
    CHECK(found(base_from(), {.floor_months = 1.5}).floor == 600000.0);
}

TEST_CASE("trough: nothing is proposed where cash never falls short") {
    const auto result = found(company("manufacturer/base"));
    CHECK_FALSE(result.short_of_floor());
    CHECK(result.cures.empty());
    const auto told = tell(result, MoneyUnit::thousand);
    CHECK(told.drafts.empty());
    CHECK(told.sentences.front().en.starts_with("Cash never falls short. It is lowest in "));
}

TEST_CASE("trough: of every shipped company the sizes are smallest, and what is saved keeps cash above the floor") {
    for (const auto& [name, floor] : {std::pair{"manufacturer/sales_shock", 4e7}, {"wholesaler/sales_shock", 6e7}, {"it_services/sales_shock", 8e7}, {"manufacturer/investment_plan", 6e7}}) {
        CAPTURE(name);
        const auto base = company(name);
        const auto result = found(base, {.floor = floor});
        REQUIRE(result.short_of_floor());
        CHECK(result.unsaved == 0);
        CHECK(result.singles.front().works);
        CHECK_FALSE(result.together.empty());
        for (const auto* id : {"price", "volume", "variable_cost", "fixed_cost", "officers_pay", "all_pay", "collect", "pay_later", "loan", "capital", "longer_terms", "putoff_all_investments"})
            CHECK(single(result, id) != nullptr);
        for (const auto& one : result.singles) {
            const auto& which = result.cures[one.cures.front()];
            CAPTURE(which.id);
            if (!one.works) {
                CHECK(slack_of(base, result, which, which.bound) < 0.0);
                continue;
            }
            CHECK(which.id != "");
            const double less = one.sizes.front() - which.step;
            if (less > which.step / 2) CHECK(slack_of(base, result, which, std::round(less * 1e6) / 1e6) < 0.0);
            const auto saved = with_draft(base, one.draft);
            REQUIRE(saved);
            CHECK(cash_low(saved.value->run, result.floor, result.from).slack == one.low.slack);
            CHECK(one.low.slack >= 0.0);
        }
        for (const auto& one : result.together) {
            const auto saved = with_draft(base, one.draft);
            REQUIRE(saved);
            CHECK(cash_low(saved.value->run, result.floor, result.from).slack >= 0.0);
        }
    }
}

TEST_CASE("trough: costs are ranked, cheapest first") {
    const auto result = found(company("it_services/sales_shock"), {.floor = 8e7});
    double before = -1e300;
    for (const auto& one : result.singles) {
        if (!one.works) break;
        CHECK(one.cost >= before);
        before = one.cost;
    }
}

TEST_CASE("trough: what cannot be reached says what remains") {
    const auto result = found(company("it_services/sales_shock"), {.floor = 2e9});
    CHECK_FALSE(result.singles.front().works);
    CHECK(result.together.empty());
    REQUIRE(result.everything);
    CHECK_FALSE(result.everything->works);
    CHECK(result.everything->low.slack > result.singles.front().low.slack);
    const auto told = tell(result, MoneyUnit::thousand);
    CHECK(told.drafts.empty());
    CHECK(std::any_of(told.sentences.begin(), told.sentences.end(), [](const Text& s) { return s.en.find("No way out was found") != std::string::npos; }));
}

TEST_CASE("trough: three are tried where neither one nor two are enough") {
    // Half a year's sales is 2 million; 3 million are missing at most, and prices and rent bring some of it.
    const auto result = found(base_from(R"({"opening": {"cash": 0, "paid_in_capital": 0}, "cost_lines": {"rent": {"monthly_amount": 720000}}})"));
    CHECK_FALSE(result.singles.front().works);
    REQUIRE_FALSE(result.together.empty());
    CHECK(result.together.front().cures.size() == 3);
    CHECK(result.together.front().low.holds());
}

TEST_CASE("trough: measures of one's own, in the directions that are allowed") {
    const auto base = base_from();
    const std::vector<LeverRequest> own{{LeverKind::scale, {"/segments/s/price"}, 0.9, 1.5, {}}, {LeverKind::choose, {"/timeline/none"}, {}, {}, {}}};
    CHECK(refused(base, {.levers = own}) == "nothing-there");
    const auto result = found(base, {.levers = {own[0]}});
    CHECK(single(result, "own_1_up")->sizes.front() == doctest::Approx(0.056));
    CHECK_FALSE(single(result, "own_1_down")->works);
    CHECK(refused(base, {.levers = {{LeverKind::scale, {"/segments/s/price"}, 1.1, 1.5, {}}}}) == "plan-outside-bounds");
}

TEST_CASE("trough: hiring that the timeline plans is put off") {
    const auto base = base_from(R"({"opening": {"cash": 4000000, "paid_in_capital": 4000000}, "cost_lines": {"rent": {"monthly_amount": 250000}},
        "job_groups": {"staff": {"headcount": 0, "monthly_pay": 500000, "hiring_cost": 0}},
        "timeline": {"grow": {"name": "Grow", "from": "2027-06", "add": {"/job_groups/staff/headcount": 1}}}})");
    const auto result = found(base);
    const auto* later = single(result, "hire_later_grow");
    REQUIRE(later);
    CHECK(later->works);
    CHECK(later->draft.patch["timeline"]["grow"].contains("from"));
}

TEST_CASE("trough: what has happened is neither judged nor changed") {
    const auto base = base_from(R"({"opening": {"cash": 200000, "paid_in_capital": 1000000, "retained_earnings": -800000},
        "loans": {"old": {"principal": 600000, "drawn": "2027-04", "term_months": 60, "annual_interest_rate": 0.01}},
        "actuals": {"2027-04": {"segments": {"s": {"net_sales": 290000}}}, "2027-05": {"segments": {"s": {"net_sales": 310000}}}}})");
    const auto result = found(base);
    REQUIRE(result.short_of_floor());
    CHECK(result.from == Month::of(2027, 6));
    CHECK(single(result, "longer_terms") == nullptr);  // the old loan runs already
    CHECK(result.singles.front().works);
    for (const auto& one : result.singles) {
        if (!one.works) continue;
        const auto saved = with_draft(base, one.draft);
        REQUIRE(saved);
        for (std::size_t t = 0; t < 2; ++t) CHECK(saved.value->run.months[t].cash == base.run.months[t].cash);
    }
}

TEST_CASE("trough: requests that make no sense are refused") {
    const auto base = base_from();
    CHECK(refused(base, {.floor = -1.0}) == "floor-below-zero");
    CHECK(refused(base, {.from = Month::of(2026, 1)}) == "measures-outside-plan");
    CHECK(refused(base, {.from = Month::of(2030, 1)}) == "measures-outside-plan");
    CHECK(refused(base, {.from = Month::of(2028, 3)}) == "measures-too-late");
    CHECK(found(base, {.from = Month::of(2028, 2)}).singles.front().works);
}

TEST_CASE("trough: the same on any number of threads, and can be stopped") {
    const auto base = company("wholesaler/sales_shock");
    const auto json = [&](int threads) { return telling_json(tell(found(base, {.floor = 6e7, .threads = threads}), MoneyUnit::yen)); };
    CHECK(json(1) == json(4));
    std::atomic<bool> asked{false};
    const auto stopped = found(base, {.floor = 6e7, .progress = [&](double) { asked = true; return false; }});
    CHECK(asked);
    CHECK(stopped.stopped);
    CHECK(tell(stopped, MoneyUnit::yen).drafts.empty());
}
