// Why a figure is what it is, read off the run: the same bits as a plain run, and the equations of docs/model.
#include "analysis/explanation.hpp"
#include "io/scenario_reader.hpp"
#include "simulation/run.hpp"

#include "support/random_plan.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <doctest/doctest.h>
#include <map>

using namespace goho;
using analysis::Explanation;

namespace {

simulation::Scenario shipped(const std::string& path) { return *io::read_scenario(GOHO_SOURCE_DIR "/scenarios/" + path).value; }

const analysis::Recording& manufacturer() {
    static const analysis::Recording recording = analysis::record(shipped("manufacturer/base.json"), test::statutes());
    return recording;
}

Explanation explained(const analysis::Recording& r, std::string_view variable, std::string_view item, int t, int levels = 1, int most = 10) {
    const auto found = analysis::locate(r, variable, item);
    REQUIRE(found.place);
    return analysis::explain(r, *found.place, t, {levels, most});
}

/// The shipped manufacturer with an initiative, whose freed hours go to customers.
simulation::Scenario with_an_initiative() {
    auto s = shipped("manufacturer/base.json");
    initiatives::Parameters<double> p;
    p.start = s.plan.company.start + 6;
    p.pilot_months = 3;
    p.support_months = 12;
    p.people_budget = p.process_budget = p.data_budget = 3e6;
    p.running_cost = 50000.0;
    s.plan.initiatives.push_back({"order_desk", {"Order desk", "受注業務"}, p});
    s.plan.freed_hours.customers = 0.5;
    return s;
}

const Explanation* input(const Explanation& e, std::string_view name) {
    const auto found = std::find_if(e.inputs.begin(), e.inputs.end(), [&](const Explanation& i) { return i.name == name; });
    return found == e.inputs.end() ? nullptr : &*found;
}

template <class Plain, class Traces, std::size_t N, class A, class B>
void same_bits(const Plain& plain, const Traces& traced, const std::array<Variable<Plain, A>, N>& plain_rows,
               const std::array<Variable<Traces, B>, N>& traced_rows) {
    for (std::size_t i = 0; i < N; ++i) {
        CAPTURE(plain_rows[i].name);
        REQUIRE(std::bit_cast<std::uint64_t>(plain.*plain_rows[i].field) == std::bit_cast<std::uint64_t>((traced.*traced_rows[i].field).value()));
    }
}

template <class Plain, class Traces, class Rows, class TracedRows>
void same_bits(const simulation::Grid<Plain>& plain, const simulation::Grid<Traces>& traced, const Rows& rows, const TracedRows& traced_rows) {
    REQUIRE(plain.cells.size() == traced.cells.size());
    for (std::size_t i = 0; i < plain.cells.size(); ++i) same_bits(plain.cells[i], traced.cells[i], rows, traced_rows);
}

void same_bits(const simulation::Trajectory<double>& plain, const simulation::Trajectory<Traced>& traced) {
    using namespace simulation;
    same_bits(plain.opening, traced.opening, accounting::variables<double>, accounting::variables<Traced>);
    REQUIRE(plain.months.size() == traced.months.size());
    for (std::size_t t = 0; t < plain.months.size(); ++t) {
        same_bits(plain.months[t], traced.months[t], accounting::variables<double>, accounting::variables<Traced>);
        same_bits(plain.transfers[t], traced.transfers[t], transfer_variables<double>, transfer_variables<Traced>);
    }
    same_bits(plain.segments, traced.segments, accounting::segment_variables<double>, accounting::segment_variables<Traced>);
    same_bits(plain.loans, traced.loans, loan_variables<double>, loan_variables<Traced>);
    same_bits(plain.assets, traced.assets, asset_variables<double>, asset_variables<Traced>);
    same_bits(plain.investments, traced.investments, asset_variables<double>, asset_variables<Traced>);
    same_bits(plain.lines, traced.lines, line_variables<double>, line_variables<Traced>);
    REQUIRE(plain.conduct.size() == traced.conduct.size());
    for (std::size_t t = 0; t < plain.conduct.size(); ++t) {
        same_bits(plain.conduct[t], traced.conduct[t], conduct_variables<double>, conduct_variables<Traced>);
    }
    same_bits(plain.customers, traced.customers, customer_variables<double>, customer_variables<Traced>);
    same_bits(plain.initiatives, traced.initiatives, initiative_variables<double>, initiative_variables<Traced>);
    same_bits(plain.people, traced.people, people_variables<double>, people_variables<Traced>);
    same_bits(plain.groups, traced.groups, group_variables<double>, group_variables<Traced>);
}

/// How often a figure is reckoned from something that was carried over without a name.
int nameless_inputs(const analysis::Recording& r) {
    int count = 0;
    for (std::size_t s = 0; s < r.series.size(); ++s) {
        for (const Tape::Id id : r.series[s].cells) {
            for (const Tape::Id in : analysis::direct_inputs(r, id)) {
                if (!analysis::is_named(r, in)) {
                    if (count++ == 0) MESSAGE("first nameless input: of " << r.series[s].group << "/" << r.series[s].name);
                }
            }
        }
    }
    return count;
}

}  // namespace

TEST_CASE("explanation: a recorded run has the bits of a plain run") {
    for (const char* company : {"manufacturer", "wholesaler", "it_services"}) {
        CAPTURE(company);
        const auto scenario = shipped(std::string(company) + "/base.json");
        same_bits(simulation::run(scenario, test::statutes()), analysis::record(scenario, test::statutes()).run);
    }
    const auto behaving = with_an_initiative();
    same_bits(simulation::run(behaving, test::statutes()), analysis::record(behaving, test::statutes()).run);
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        CAPTURE(seed);
        const auto scenario = test::random_scenario(seed, 60);
        same_bits(simulation::run(scenario, test::statutes()), analysis::record(scenario, test::statutes()).run);
    }
}

TEST_CASE("explanation: every figure leads to figures with a name") {
    CHECK(nameless_inputs(manufacturer()) == 0);
    CHECK(nameless_inputs(analysis::record(with_an_initiative(), test::statutes())) == 0);
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        CHECK(nameless_inputs(analysis::record(test::random_scenario(seed, 40), test::statutes())) == 0);
    }
}

TEST_CASE("explanation: operating income is marginal profit less fixed cost") {
    const auto& r = manufacturer();
    const auto e = explained(r, "operating_income", "", 12);
    CHECK(e.equation == "PL-7");
    CHECK(e.formula.en == "Marginal profit − Fixed cost");
    CHECK(e.formula.ja == "限界利益 − 固定費");
    CHECK(*e.month == r.scenario.plan.company.start + 12);
    REQUIRE(e.inputs.size() == 2);
    const auto books = simulation::run(r.scenario, test::statutes()).months[12];
    CHECK(e.value == books.operating_income);
    CHECK(e.inputs[0].name == "marginal_profit");
    CHECK(e.inputs[0].value == books.marginal_profit);
    CHECK(e.inputs[0].contribution == books.marginal_profit);
    CHECK(e.inputs[1].name == "fixed_cost");
    CHECK(e.inputs[1].contribution == -books.fixed_cost);
    CHECK(!e.inputs[0].share);  // a difference has no shares
    CHECK(e.inputs[0].inputs.empty());
}

TEST_CASE("explanation: sales lead to price, index, volume and season") {
    const auto e = explained(manufacturer(), "net_sales", "machined_parts", 12, 3);
    CHECK(e.equation == "SG-3");
    CHECK(e.formula.en == "round(Selling price × Price against the start × Sales volume)");
    CHECK(e.item_name.ja == "量産部品加工");
    const auto* price = input(e, "/segments/machined_parts/price");
    REQUIRE(price);
    CHECK(price->what == Explanation::What::parameter);
    CHECK(price->value == 2400.0);
    CHECK(price->unit == "yen/unit");
    CHECK(!price->meaning.en.empty());
    const auto* index = input(e, "price_index");
    REQUIRE(index);
    CHECK(index->what == Explanation::What::balance);
    CHECK(index->value == doctest::Approx(1.015));
    CHECK(input(*index, "/segments/machined_parts/annual_price_change"));
    const auto* volume = input(e, "volume");
    REQUIRE(volume);
    const auto* average = input(*volume, "average_volume");
    REQUIRE(average);
    CHECK(input(*average, "/segments/machined_parts/volume"));
    CHECK(input(*volume, "/segments/machined_parts/april"));
}

TEST_CASE("explanation: the parts of a sum add up, and so do their shares") {
    const auto& r = manufacturer();
    for (const char* variable : {"net_sales", "fixed_cost", "personnel_cost", "depreciation", "total_assets", "loans_repaid"}) {
        for (const int most : {5, analysis::write_all}) {
            CAPTURE(variable);
            CAPTURE(most);
            const auto e = explained(r, variable, "", 20, 1, most);
            double sum = e.more_sum, shares = e.more_sum / e.value;
            for (const auto& part : e.inputs) {
                REQUIRE(part.contribution);
                sum += *part.contribution;
                REQUIRE(part.share);
                shares += *part.share;
            }
            CHECK(sum == doctest::Approx(e.value).epsilon(1e-12));
            CHECK(shares == doctest::Approx(1.0).epsilon(1e-12));
            CHECK(static_cast<int>(e.inputs.size()) <= most);
            if (e.more == 0) continue;
            for (std::size_t i = 1; i < e.inputs.size(); ++i) CHECK(std::abs(e.inputs[i].value) <= std::abs(e.inputs[i - 1].value));
        }
    }
}

TEST_CASE("explanation: interest leads to last month's balance and the rate of the contract") {
    const auto& r = manufacturer();
    const auto e = explained(r, "interest_expense", "", 12, 2);
    const auto loan = std::find_if(e.inputs.begin(), e.inputs.end(), [](const Explanation& i) { return i.name == "interest" && i.item == "public_bank"; });
    REQUIRE(loan != e.inputs.end());
    CHECK(loan->equation == "LN-1");
    CHECK(loan->formula.en == "drop(Loan balance (last month) × positive(Interest rate) ÷ 12)");
    const auto* rate = input(*loan, "/loans/public_bank/annual_interest_rate");
    REQUIRE(rate);
    CHECK(rate->value == 0.013);
    const auto* balance = input(*loan, "balance");
    REQUIRE(balance);
    CHECK(*balance->month == r.scenario.plan.company.start + 11);
    CHECK(loan->value == std::floor(balance->value * 0.013 / 12.0 + 1e-6));
}

TEST_CASE("explanation: hours saved lead to adoption, and adoption to how the company is led") {
    const auto r = analysis::record(with_an_initiative(), test::statutes());
    const auto together = explained(r, "hours_saved", "", 24, 5);
    CHECK(together.formula.en == "Hours saved (Order desk)");
    REQUIRE(together.inputs.size() == 1);
    CHECK(together.inputs[0].value > 0.0);
    const auto* adoption = input(together.inputs[0], "adoption");
    REQUIRE(adoption);
    CHECK(adoption->equation == "IN-15");
    CHECK(*adoption->month == r.scenario.plan.company.start + 23);
    CHECK(input(*adoption, "executive_sponsorship"));
    const auto* reach = input(*adoption, "reach");
    REQUIRE(reach);
    CHECK(!reach->inputs.empty());
    // Only the two weights that an appraisal has go by the same label; each says which it is.
    const auto effort = explained(r, "selling_effort", "", 24, 3);
    CHECK(effort.inputs.at(0).formula.en.starts_with("calculated in "));
    const auto* pull = input(effort.inputs[0], "appraisal_gain");
    REQUIRE(pull);
    CHECK(pull->formula.ja.find("評価制度（現状）") != std::string::npos);
    CHECK(pull->formula.ja.find("評価制度（計画）") != std::string::npos);
}

TEST_CASE("explanation: what the timeline has changed says so") {
    const auto r = analysis::record(shipped("manufacturer/price_up.json"), test::statutes());
    CHECK(input(explained(r, "net_sales", "machined_parts", 5), "/segments/machined_parts/price")->note.empty());  // 2027-09
    const auto e = explained(r, "net_sales", "machined_parts", 6);
    const auto* price = input(e, "/segments/machined_parts/price");
    REQUIRE(price);
    CHECK(price->value == doctest::Approx(2472.0));
    CHECK(price->note.en == "as changed by the timeline from 2027-10 (Prices 3% higher)");
    CHECK(price->note.ja == "タイムラインにより2027年10月から変更（販売単価を3%引き上げ）");
}

TEST_CASE("explanation: it ends at the opening balance sheet and the plan, however deep") {
    const auto& r = manufacturer();
    const auto e = explained(r, "cash", "", 2, 50);
    int opening = 0, parameters = 0, in_full = 0;
    std::map<std::pair<std::string, int>, int> times;
    const auto walk = [&](const auto& again, const Explanation& x) -> void {
        if (x.what == Explanation::What::parameter) ++parameters;
        else if (!x.month) ++opening;
        CHECK(x.what != Explanation::What::carried_over);
        CHECK(!x.label.ja.empty());
        if (!x.inputs.empty()) {
            ++in_full;
            CHECK(!x.repeated);
            if (x.month) ++times[{x.group + "/" + x.item + "/" + x.name, x.month->index}];
        }
        for (const auto& i : x.inputs) again(again, i);
    };
    walk(walk, e);
    CHECK(opening > 0);
    CHECK(parameters > 20);
    CHECK(in_full > 50);
    for (const auto& [name, count] : times) {
        CAPTURE(name.first);
        CHECK(count == 1);
    }
}

TEST_CASE("explanation: a figure of nothing says so, and a copy leads to what it copies") {
    const auto& r = manufacturer();
    const auto none = explained(r, "tax_loss_used", "", 1);
    CHECK(none.inputs.empty());
    CHECK(none.note.en == "nothing in this month");
    const auto paid = explained(r, "interest_paid", "", 1);
    CHECK(paid.formula.en == "Interest and guarantee fees");
    REQUIRE(paid.inputs.size() == 1);
    CHECK(paid.inputs[0].name == "interest_expense");
}

TEST_CASE("explanation: a choice says what decided it") {
    const auto e = explained(manufacturer(), "payment", "regional_bank", 1);
    CHECK(e.formula.en == "Level payment in force (last month)");
    REQUIRE(e.decisions.size() == 1);
    CHECK(e.decisions[0].en == "Rate behind the payment ≠ Rate behind the payment (last month): no");
    CHECK(e.decisions[0].ja.ends_with("：いいえ"));
}

TEST_CASE("explanation: what a figure goes into") {
    const auto& r = manufacturer();
    const auto fed = analysis::feeds(r, *analysis::locate(r, "marginal_profit", "").place, 3);
    REQUIRE(fed.size() == 1);
    CHECK(fed[0].name == "operating_income");
    std::vector<std::string> names;
    for (const auto& f : analysis::feeds(r, *analysis::locate(r, "balance", "public_bank").place, 3)) names.push_back(f.name);
    for (const char* expected : {"long_term_loans", "interest", "guarantee_fee"}) {
        CHECK(std::find(names.begin(), names.end(), expected) != names.end());
    }
}

TEST_CASE("explanation: a name that is not known, or not enough") {
    using Trouble = analysis::Located::Trouble;
    const auto& r = manufacturer();
    CHECK(analysis::locate(r, "operating_incom", "").trouble == Trouble::unknown_variable);
    CHECK(analysis::locate(r, "interest", "").trouble == Trouble::item_needed);
    CHECK(analysis::locate(r, "interest", "no_bank").trouble == Trouble::unknown_item);
    CHECK(analysis::locate(r, "interest", "loans/public_bank").place);
    CHECK(analysis::locate(r, "cash", "main").trouble == Trouble::unknown_item);
    auto twice = shipped("wholesaler/base.json");
    twice.plan.assets.front().id = twice.plan.investments.empty() ? "one" : twice.plan.investments.front().id;
    if (!twice.plan.investments.empty()) {
        const auto recorded = analysis::record(twice, test::statutes());
        CHECK(analysis::locate(recorded, "depreciation", twice.plan.assets.front().id).trouble == Trouble::item_ambiguous);
        CHECK(analysis::locate(recorded, "depreciation", "assets/" + twice.plan.assets.front().id).place);
    }
}
