#include "accounting/fixed_asset.hpp"
#include "lanes_agree.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using namespace goho;
using namespace goho::accounting::fixed_asset;

namespace {

const Month april_2026 = Month::of(2026, 4);

Rates rates_of(int useful_life) {
    static const nlohmann::json lives =
        nlohmann::json::parse(std::ifstream(GOHO_SOURCE_DIR "/engine/data/depreciation/japan-2012.json")).at("lives");
    const auto& row = lives.at(std::to_string(useful_life));
    const auto rate = [&](const char* name) { return row.at(name).is_null() ? 0.0 : row.at(name).get<double>(); };
    return {rate("straight_line_rate"), rate("declining_rate"), rate("revised_rate"), rate("guarantee_rate")};
}

Parameters<double> machine(Method method, double cost, int useful_life, Month acquired = april_2026) {
    Parameters<double> p;
    p.method = method;
    p.cost = cost;
    p.useful_life = useful_life;
    p.acquired = acquired;
    return p;
}

/// The life of an asset, month by month, in a company whose fiscal year starts in April.
template <class Real> struct Life {
    std::vector<Flows<Real>> months;
    std::vector<State<Real>> states;

    Real depreciation(int from, int to) const {
        Real sum = 0.0;
        for (int t = from; t < to; ++t) sum += months[t].depreciation;
        return sum;
    }
    /// Depreciation of each fiscal year, when the plan starts with one.
    std::vector<Real> by_year() const {
        std::vector<Real> years;
        for (int t = 0; t + 12 <= static_cast<int>(months.size()); t += 12) years.push_back(depreciation(t, t + 12));
        return years;
    }
};

template <class Real> Life<Real> lived(const Parameters<Real>& p, int months, Month plan_start = april_2026) {
    Life<Real> life;
    const Rates rates = rates_of(p.useful_life);
    State<Real> state = opening(p, plan_start, 4, rates);
    for (int t = 0; t < months; ++t) {
        const Month month = plan_start + t;
        const bool new_year = t > 0 && month_of_fiscal_year(month, 4) == 0;  // not told in a plan's first month
        const auto [next, flows] = step(p, state, {month, plan_start, new_year, rates});
        state = next;
        life.months.push_back(flows);
        life.states.push_back(next);
    }
    return life;
}

using Years = std::vector<double>;

}  // namespace

TEST_CASE("fixed asset: straight line charges cost times rate a year and leaves one yen") {
    // 1,000,000 x .100 = 100,000 a year; nine years make 900,000; the tenth takes 100,000 less one yen.
    const auto life = lived(machine(Method::straight_line, 1'000'000, 10), 132);
    CHECK(life.by_year() == Years{100'000, 100'000, 100'000, 100'000, 100'000, 100'000, 100'000, 100'000, 100'000, 99'999, 0});
    CHECK(life.states.back().book_value == 1.0);
    // A month's part of 100,000 / 12 = 8,333.33..: 8,333, then 16,666 in all, then 25,000 in all.
    CHECK(life.months[0].depreciation == 8'333);
    CHECK(life.months[1].depreciation == 8'333);
    CHECK(life.months[2].depreciation == 8'334);
}

TEST_CASE("fixed asset: straight line with a rate that was rounded up ends in the last year") {
    // Life 6, rate .167: 5 x 167,000 = 835,000; the sixth year takes 164,999.
    CHECK(lived(machine(Method::straight_line, 1'000'000, 6), 84).by_year() ==
          Years{167'000, 167'000, 167'000, 167'000, 167'000, 164'999, 0});
    // In use from October: 6/12 of 167,000 = 83,500; 5 x 167,000; 1,000,000 - 918,500 - 1 = 81,499 in the seventh year.
    CHECK(lived(machine(Method::straight_line, 1'000'000, 6, Month::of(2026, 10)), 96).by_year() ==
          Years{83'500, 167'000, 167'000, 167'000, 167'000, 167'000, 81'499, 0});
}

TEST_CASE("fixed asset: 200% declining balance over ten years switches to the revised rate in the seventh") {
    // Guarantee 1,000,000 x .06552 = 65,520. Year 6: 327,680 x .2 = 65,536, still above it. Year 7: 262,144 x .2 =
    // 52,428 is below, so 262,144 x .25 = 65,536 for the rest of the life, less the yen that stays.
    CHECK(lived(machine(Method::declining_balance, 1'000'000, 10), 132).by_year() ==
          Years{200'000, 160'000, 128'000, 102'400, 81'920, 65'536, 65'536, 65'536, 65'536, 65'535, 0});
}

TEST_CASE("fixed asset: 200% declining balance over five years switches in the fourth") {
    // Guarantee 108,000. Book 216,000 after three years: x .4 = 86,400 is below, so 216,000 x .5 = 108,000.
    CHECK(lived(machine(Method::declining_balance, 1'000'000, 5), 72).by_year() ==
          Years{400'000, 240'000, 144'000, 108'000, 107'999, 0});
}

TEST_CASE("fixed asset: 200% declining balance over eight years drops fractions of a yen") {
    // Guarantee 79,090. 421,875 x .25 = 105,468.75. Year 5: 316,407 x .25 = 79,101.75 is above. Year 6: 237,306 x .25 =
    // 59,326.5 is below, so 237,306 x .334 = 79,260.204, twice; the rest is 237,306 - 158,520 - 1 = 78,785.
    CHECK(lived(machine(Method::declining_balance, 1'000'000, 8), 108).by_year() ==
          Years{250'000, 187'500, 140'625, 105'468, 79'101, 79'260, 79'260, 78'785, 0});
}

TEST_CASE("fixed asset: an asset of two years on the declining balance is charged at once") {
    CHECK(lived(machine(Method::declining_balance, 1'000'000, 2), 36).by_year() == Years{999'999, 0, 0});
    // In use from January: 3/12 of 100% = 250,000, and the rest in the second year.
    CHECK(lived(machine(Method::declining_balance, 1'000'000, 2, Month::of(2027, 1)), 36).by_year() ==
          Years{250'000, 749'999, 0});
}

TEST_CASE("fixed asset: the first year counts months in use, the guarantee looks at whole years") {
    // In use from July: 200,000 x 9/12 = 150,000. Then 850,000 x .2 = 170,000; 680,000: 136,000; 544,000: 108,800;
    // 435,200: 87,040; 348,160: 69,632. Year 7: 278,528 x .2 = 55,705 is below 65,520, so 278,528 x .25 = 69,632.
    CHECK(lived(machine(Method::declining_balance, 1'000'000, 10, Month::of(2026, 7)), 132).by_year() ==
          Years{150'000, 170'000, 136'000, 108'800, 87'040, 69'632, 69'632, 69'632, 69'632, 69'631, 0});
    // In use from March, the last month: 1/12 of 200,000 = 16,666.67.
    CHECK(lived(machine(Method::declining_balance, 1'000'000, 10, Month::of(2027, 3)), 12).by_year() == Years{16'666});
}

TEST_CASE("fixed asset: software ends at zero, land never moves, and neither does what is not depreciated") {
    auto p = machine(Method::straight_line, 1'000'000, 5);
    p.asset_class = Class::software;
    CHECK(lived(p, 72).by_year() == Years{200'000, 200'000, 200'000, 200'000, 200'000, 0});
    CHECK(lived(p, 72).states.back().book_value == 0.0);
    for (const Method method : {Method::straight_line, Method::declining_balance, Method::none}) {
        auto land = machine(method, 1'000'000, 10);
        land.asset_class = Class::land;
        CHECK(lived(land, 240).depreciation(0, 240) == 0.0);
        CHECK(lived(land, 240).states.back().book_value == 1'000'000);
    }
    CHECK(lived(machine(Method::none, 1'000'000, 10), 240).depreciation(0, 240) == 0.0);
}

TEST_CASE("fixed asset: instalments add up to the cost, and depreciation starts with the last one") {
    // 1,000,000 in three: up to each month 333,333.33, 666,666.67 and 1,000,000, rounded to 333,333, 666,667, 1,000,000.
    auto p = machine(Method::straight_line, 1'000'000, 10, Month::of(2026, 5));
    p.spending_months = 3;
    const auto life = lived(p, 6);
    CHECK(life.months[0].spending == 0);
    CHECK(life.months[1].spending == 333'333);
    CHECK(life.months[2].spending == 333'334);
    CHECK(life.months[3].spending == 333'333);
    CHECK(life.months[4].spending == 0);
    CHECK(life.months[2].purchase_tax == 33'333);  // 33,333.4
    CHECK(life.states[2].construction == 666'667);
    CHECK(life.states[2].book_value == 0);
    CHECK(life.months[2].depreciation == 0);
    CHECK(life.months[3].depreciation == 8'333);
    CHECK(life.states[3].construction == 0);
    CHECK(life.states[3].book_value == 991'667);
}

TEST_CASE("fixed asset: a sale brings a gain or a loss on the book value") {
    // 1,200,000 over ten years: 10,000 a month, thirty months from April 2026 to September 2028, book value 900,000.
    auto p = machine(Method::straight_line, 1'200'000, 10);
    p.disposed = Month::of(2028, 10);
    p.disposal_proceeds = 1'000'000;
    const auto sold = lived(p, 48);
    CHECK(sold.states[29].book_value == 900'000);
    CHECK(sold.months[30].depreciation == 0);
    CHECK(sold.months[30].proceeds == 1'000'000);
    CHECK(sold.months[30].disposal_gain == 100'000);
    CHECK(sold.states[30].book_value == 0);
    CHECK(sold.depreciation(30, 48) == 0);
    p.disposal_proceeds = 700'000;
    CHECK(lived(p, 48).months[30].disposal_gain == -200'000);
    p.disposal_proceeds = 0;  // scrapped
    CHECK(lived(p, 48).months[30].disposal_gain == -900'000);
}

TEST_CASE("fixed asset: what is given up before it is paid for is written off and paid no further") {
    // 900,000 in three parts of 300,000 from April; given up in May for 500,000 after 600,000: a loss of 100,000.
    auto p = machine(Method::straight_line, 900'000, 10);
    p.spending_months = 3;
    p.disposed = Month::of(2026, 5);
    p.disposal_proceeds = 500'000;
    const auto life = lived(p, 24);
    CHECK(life.months[1].spending == 300'000);
    CHECK(life.months[1].disposal_gain == -100'000);
    CHECK(life.months[2].spending == 0);
    CHECK(life.states.back().construction == 0);
    CHECK(life.states.back().book_value == 0);
    CHECK(life.depreciation(0, 24) == 0);
}

TEST_CASE("fixed asset: an asset from before the plan goes on in the year of its schedule") {
    // Ten years from April 2018: 868,928 is charged in eight years (see above), 131,072 is left. The switch was in the
    // seventh year, so the two last years take 65,536 and 65,535.
    auto p = machine(Method::declining_balance, 1'000'000, 10, Month::of(2018, 4));
    p.opening_book_value = 131'072;
    CHECK(lived(p, 36).by_year() == Years{65'536, 65'535, 0});
    // Before the switch: bought April 2024, 640,000 left, 640,000 x .2 = 128,000.
    p.acquired = Month::of(2024, 4);
    p.opening_book_value = 640'000;
    CHECK(lived(p, 36).by_year() == Years{128'000, 102'400, 81'920});
    // Straight line: the rest of the cost at the same pace, whatever the months before were.
    auto q = machine(Method::straight_line, 1'000'000, 10, Month::of(2018, 4));
    q.opening_book_value = 200'000;
    CHECK(lived(q, 36).by_year() == Years{100'000, 99'999, 0});
}

TEST_CASE("fixed asset: a plan that starts within a fiscal year keeps the year's declining amount") {
    // Bought April 2025, plan from October 2025: 200,000 x 6/12 = 100,000 is charged, 900,000 left. The second half of
    // the year charges 100,000 too (not 900,000 x .2 x 6/12 = 90,000), the next year 800,000 x .2.
    auto p = machine(Method::declining_balance, 1'000'000, 10, Month::of(2025, 4));
    p.opening_book_value = 900'000;
    const auto life = lived(p, 18, Month::of(2025, 10));
    CHECK(life.depreciation(0, 6) == 100'000);
    CHECK(life.depreciation(6, 18) == 160'000);
    // Also after the switch: April 2018, plan from October 2026, 131,072 - 32,768 = 98,304 left.
    p.acquired = Month::of(2018, 4);
    p.opening_book_value = 98'304;
    const auto late = lived(p, 18, Month::of(2026, 10));
    CHECK(late.depreciation(0, 6) == 32'768);
    CHECK(late.depreciation(6, 18) == 65'535);
}

TEST_CASE("fixed asset: a book value off the statutory schedule decides by itself") {
    // Depreciation was held back: 800,000 left where the schedule says 640,000. 800,000 x .2 = 160,000.
    auto p = machine(Method::declining_balance, 1'000'000, 10, Month::of(2024, 4));
    p.opening_book_value = 800'000;
    CHECK(lived(p, 12).by_year() == Years{160'000});
    // Past the end of its life with 300,000 left: 60,000 is below 65,520, so 300,000 x .25 = 75,000 from now.
    p.acquired = Month::of(2010, 4);
    p.opening_book_value = 300'000;
    CHECK(lived(p, 60).by_year() == Years{75'000, 75'000, 75'000, 74'999, 0});
    // With 500,000 left: 100,000 is above the guarantee.
    p.opening_book_value = 500'000;
    CHECK(lived(p, 12).by_year() == Years{100'000});
    p.opening_book_value = 0;
    CHECK(lived(p, 12).by_year() == Years{0});
}

TEST_CASE("fixed asset: depreciation never exceeds the cost, for every life, method and month of acquisition") {
    for (int useful_life = 2; useful_life <= 50; ++useful_life) {
        for (const Method method : {Method::straight_line, Method::declining_balance}) {
            for (int late = 0; late < 12; ++late) {
                for (const double cost : {1.0, 999.0, 100'003.0, 1'000'003.0, 123'456'789.0}) {
                    const auto life = lived(machine(method, cost, useful_life, april_2026 + late), 12 * useful_life + 24);
                    double charged = 0.0;
                    bool sound = true;
                    for (std::size_t t = 0; t < life.months.size(); ++t) {
                        charged += life.months[t].depreciation;
                        sound = sound && life.months[t].depreciation >= 0.0 &&
                                life.states[t].book_value == (static_cast<int>(t) < late ? 0.0 : cost - charged);
                    }
                    CAPTURE(useful_life);
                    CAPTURE(late);
                    CAPTURE(cost);
                    CHECK(sound);
                    CHECK(charged <= cost - 1.0);
                    // All but the one yen, at the latest two years after the life; where a year charges a few yen
                    // only, the fractions that are dropped take longer.
                    if (cost >= 100'000.0) CHECK(charged == cost - 1.0);
                }
            }
        }
    }
}

TEST_CASE("fixed asset: a plan that starts in any year of an asset's life charges what an unbroken life charges") {
    const auto whole = lived(machine(Method::declining_balance, 1'000'003, 10, april_2026 + 4), 144);
    for (int start = 5; start < 132; ++start) {
        auto p = machine(Method::declining_balance, 1'000'003, 10, april_2026 + 4);
        p.opening_book_value = whole.states[start - 1].book_value;
        const auto rest = lived(p, 144 - start, april_2026 + start);
        const int year_end = (start + 11) / 12 * 12;
        CAPTURE(start);
        // Fractions of a yen that were dropped before the start may move one yen within its first fiscal year.
        CHECK(std::abs(rest.depreciation(0, year_end - start) - whole.depreciation(start, year_end)) <= 1.0);
        CHECK(rest.depreciation(0, 144 - start) == whole.depreciation(start, 144));
    }
}

TEST_CASE("fixed asset: it is in service from the month of the last instalment, or from before the plan, until it is gone") {
    auto p = machine(Method::straight_line, 900'000, 10);
    p.spending_months = 3;
    p.disposed = Month::of(2026, 8);
    CHECK_FALSE(in_service(p, april_2026, april_2026));
    CHECK_FALSE(in_service(p, april_2026 + 1, april_2026));
    CHECK(in_service(p, april_2026 + 2, april_2026));
    CHECK(in_service(p, april_2026 + 3, april_2026));
    CHECK_FALSE(in_service(p, april_2026 + 4, april_2026));
    CHECK(in_service(p, april_2026 + 1, april_2026 + 1));  // a plan that finds it has it paid for
}

TEST_CASE("fixed asset: an amount that reaches the guarantee keeps the declining rate") {
    // 500,000 x 25% = 125,000 = 1,000,000 x 12.5%. FA-4 asks for less than that. A twelfth is 10,416.67.
    const Rates exact{.straight_line = 0.1, .declining = 0.25, .revised = 0.5, .guarantee = 0.125};
    const auto p = machine(Method::declining_balance, 1'000'000, 8, Month::of(2020, 4));
    State<double> state;
    state.book_value = state.year_opening_book = 500'000;
    const auto [next, f] = step(p, state, {april_2026, april_2026, true, exact});
    CHECK(f.depreciation == 10'416);
    CHECK(next.revised_base == 0);
    // 1,000,000; 750,000; 562,500; 421,875, whose quarter is below: switched in the fourth year. A plan that finds
    // 500,000 after it stands at the limit, and is not switched.
    auto found = machine(Method::declining_balance, 1'000'000, 8, Month::of(2022, 4));
    found.opening_book_value = 500'000;
    CHECK(opening(found, april_2026, 4, exact).revised_base == 0);
    found.opening_book_value = 499'999;
    CHECK(opening(found, april_2026, 4, exact).revised_base > 0);
}

TEST_CASE("fixed asset: a month takes back nothing of what was charged ahead") {
    // 100,000 a year, 16,666 by the second month, of which 50,000 is charged already.
    const auto p = machine(Method::straight_line, 1'000'000, 10);
    State<double> state;
    state.book_value = 950'000;
    state.year_charged = 50'000;
    state.months_used = 1;
    const auto [next, f] = step(p, state, {april_2026 + 1, april_2026, false, rates_of(10)});
    CHECK(f.depreciation == 0);
    CHECK(next.book_value == 950'000);
}

TEST_CASE("fixed asset: what is bought in the plan's first month is not there before it") {
    auto p = machine(Method::straight_line, 1'000'000, 10);
    p.opening_book_value = 500'000;
    CHECK(opening(p, april_2026, 4, rates_of(10)).book_value == 0);
}

TEST_CASE("fixed asset: a book value off the schedule moves what the declining balance looks back at in proportion") {
    // Bought April 2025, plan from October 2025, half of the statutory 900,000 left: half of the year's 1,000,000.
    auto p = machine(Method::declining_balance, 1'000'000, 10, Month::of(2025, 4));
    p.opening_book_value = 450'000;
    CHECK(opening(p, Month::of(2025, 10), 4, rates_of(10)).year_opening_book == 500'000);
    CHECK(lived(p, 6, Month::of(2025, 10)).depreciation(0, 6) == 50'000);  // 500,000 x .2 x 6/12
    // Past the end of its life the schedule has nothing to say: the year begins with what is left.
    p.acquired = Month::of(2010, 4);
    p.opening_book_value = 300'000;
    CHECK(opening(p, Month::of(2025, 10), 4, rates_of(10)).year_opening_book == 300'000);
    // Switched in the seventh year, at 262,144; 196,608 after it. Twice as much is left: 393,216 x .2 = 78,643.2 is above
    // the guarantee of 65,520, so the declining rate is back.
    p.acquired = Month::of(2019, 4);
    p.opening_book_value = 393'216;
    CHECK(lived(p, 12).by_year() == Years{78'643});
}

TEST_CASE("fixed asset: lanes agree with single runs") {
    for (const Method method : {Method::straight_line, Method::declining_balance}) {
        test::check_lanes_agree({1, 999, 100'000, 1'000'003, 5e6, 12'345'678, 1e9, 0}, [&]<class Real>(Real cost) {
            Parameters<Real> p;
            p.method = method;
            p.cost = cost;
            p.useful_life = 7;
            p.acquired = Month::of(2026, 8);
            p.spending_months = 3;
            p.disposed = Month::of(2034, 6);
            p.disposal_proceeds = 1000.0;
            Parameters<Real> old = p;
            old.acquired = Month::of(2021, 6);
            old.opening_book_value = whole_yen(cost * 0.3);
            std::vector<Real> results;
            for (const auto& asset : {p, old}) {
                const auto life = lived(asset, 110);
                for (int t = 0; t < 110; ++t) {
                    results.push_back(life.months[t].depreciation);
                    results.push_back(life.months[t].spending);
                    results.push_back(life.months[t].disposal_gain);
                    results.push_back(life.states[t].book_value);
                }
            }
            return results;
        });
    }
}
