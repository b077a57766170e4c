// Monte Carlo against what is known beforehand: a plan whose result is linear in what is drawn has a mean, a spread and
// quantiles that can be written down. Operating income until the third year holds every cost line 36 times.
#include "uncertainty/workshop.hpp"

#include "io/monte_carlo_output.hpp"

using namespace test;
using namespace goho::uncertainty;
using chance::Sampling;

namespace {

constexpr std::uint64_t many = 10'000;
constexpr double rounding = 0.5 * plan_months;  // each month's cost is a whole number of yen

/// Quantiles of operating income are those of the cost, seen from the other side.
void check_levels(const OutcomeResult& result, const chance::Distribution& cost, double planned_cost, std::uint64_t trials) {
    const chance::Quantile quantile(cost);
    for (std::size_t i = 0; i < fan_levels.size(); ++i) {
        const double p = fan_levels[i], near = 1e-4;
        const double density = 2.0 * near / (plan_months * (quantile(1.0 - p + near) - quantile(1.0 - p - near)));
        CAPTURE(p);
        CHECK(std::abs(result.spread.levels[i] - (result.planned - plan_months * (quantile(1.0 - p) - planned_cost))) <
              four_errors(std::sqrt(p * (1.0 - p)) / density, trials) + rounding);
    }
}

}  // namespace

TEST_CASE("monte carlo: a triangular cost gives its mean, spread and quantiles") {
    const Company company = workshop({{rent, {{"distribution", "triangular"}, {"low", 400000}, {"mode", 500000}, {"high", 900000}}}});
    const OutcomeResult r = run({company}, cumulative(many)).subjects[0].outcomes[0];
    // Mean (400,000 + 500,000 + 900,000) / 3 = 600,000: 100,000 more than planned in each of 36 months.
    // Variance (16 + 25 + 81 - 20 - 36 - 45) x 10^10 / 18 = 21 x 10^10 / 18.
    const double deviation = plan_months * std::sqrt(21e10 / 18.0);
    CHECK(std::abs(r.moments.mean - (r.planned - 36.0 * 100000.0)) < four_errors(deviation, many) + rounding);
    CHECK(r.moments.deviation() == doctest::Approx(deviation).epsilon(4.0 / std::sqrt(2.0 * many)));
    CHECK(r.moments.largest <= r.planned + 36.0 * 100000.0);
    CHECK(r.moments.smallest >= r.planned - 36.0 * 400000.0);
    chance::Distribution cost{.kind = chance::Kind::triangular, .low = 400000, .mode = 500000, .high = 900000};
    check_levels(r, cost, 500000.0, many);
}

TEST_CASE("monte carlo: a normal cost gives its mean, spread and quantiles") {
    const Company company = workshop({{rent, normal(500000, 80000)}});
    const OutcomeResult r = run({company}, cumulative(many)).subjects[0].outcomes[0];
    CHECK(std::abs(r.moments.mean - r.planned) < four_errors(36.0 * 80000.0, many) + rounding);
    CHECK(r.moments.deviation() == doctest::Approx(36.0 * 80000.0).epsilon(4.0 / std::sqrt(2.0 * many)));
    check_levels(r, {.kind = chance::Kind::normal, .mean = 500000, .sd = 80000}, 500000.0, many);
}

TEST_CASE("monte carlo: a draw replaces, multiplies or is added") {
    const auto mean_of = [](Json how) {
        return [how = std::move(how)] {
            const OutcomeResult r = run({workshop({{rent, how}})}, cumulative(many, Sampling::latin_hypercube)).subjects[0].outcomes[0];
            return std::pair((r.planned - r.moments.mean) / plan_months, r.moments.deviation() / plan_months);
        }();
    };
    const double wide = 1.0 / std::sqrt(12.0);
    const auto replaced = mean_of({{"distribution", "uniform"}, {"low", 500000}, {"high", 700000}});
    CHECK(replaced.first == doctest::Approx(100000).epsilon(1e-3));
    CHECK(replaced.second == doctest::Approx(200000 * wide).epsilon(1e-3));
    const auto multiplied = mean_of({{"distribution", "uniform"}, {"low", 1.0}, {"high", 1.4}, {"apply", "multiply"}});
    CHECK(multiplied.first == doctest::Approx(500000 * 0.2).epsilon(1e-3));
    CHECK(multiplied.second == doctest::Approx(500000 * 0.4 * wide).epsilon(1e-3));
    const auto added = mean_of({{"distribution", "uniform"}, {"low", -10000}, {"high", 30000}, {"apply", "add"}});
    CHECK(added.first == doctest::Approx(10000).epsilon(1e-3));
    CHECK(added.second == doctest::Approx(40000 * wide).epsilon(1e-3));
    // Plus or minus 30%: triangular around the plan's value, variance (2 x 0.3)^2 / 24.
    const auto spread = mean_of({{"spread", "30%"}});
    CHECK(std::abs(spread.first) < 10.0);
    CHECK(spread.second == doctest::Approx(500000 * 0.6 / std::sqrt(24.0)).epsilon(1e-3));
}

TEST_CASE("monte carlo: two independent quantities add their variances, two correlated ones their covariance too") {
    for (const double rho : {0.0, 0.6, -0.8}) {
        CAPTURE(rho);
        Json document = workshop_json();
        document["uncertainty"]["quantities"] = {{rent, normal(500000, 30000)}, {fuel, normal(300000, 40000)}};
        if (rho != 0.0) document["uncertainty"]["correlations"]["both"] = {{"between", fuel}, {"and", rent}, {"correlation", rho}};
        const OutcomeResult r = run({company_of(document)}, cumulative(many)).subjects[0].outcomes[0];
        // 30,000^2 + 40,000^2 + 2 rho x 30,000 x 40,000: 50,000 squared when independent.
        const double deviation = plan_months * std::sqrt(9e8 + 16e8 + 24e8 * rho);
        CHECK(std::abs(r.moments.mean - r.planned) < four_errors(deviation, many) + rounding);
        CHECK(r.moments.deviation() == doctest::Approx(deviation).epsilon(4.0 / std::sqrt(2.0 * many)));
    }
}

TEST_CASE("monte carlo: a * draws one number for all items") {
    const Company company = workshop({{"/segments/*/price", {{"distribution", "uniform"}, {"low", 0.9}, {"high", 1.1}, {"apply", "multiply"}}}});
    auto request = cumulative(many, Sampling::latin_hypercube);
    request.outcomes = {"net_sales"};
    request.years = {1};
    const OutcomeResult r = run({company}, request).subjects[0].outcomes[0];
    // Both segments rise and fall together: sales as a whole are spread like the one number.
    CHECK(r.moments.mean == doctest::Approx(r.planned).epsilon(1e-5));
    CHECK(r.moments.deviation() == doctest::Approx(r.planned * 0.2 / std::sqrt(12.0)).epsilon(1e-3));
}

TEST_CASE("monte carlo: evenly spread points come closer to the mean than independent ones") {
    const Company company = workshop({{fuel, normal(300000, 40000)}, {rent, normal(500000, 30000)}});
    const auto distance = [&](Sampling sampling) {  // root of the mean square, in standard deviations of a trial
        double squares = 0.0;
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            auto request = cumulative(512, sampling);
            request.seed = seed;
            const OutcomeResult r = run({company}, request).subjects[0].outcomes[0];
            squares += std::pow((r.moments.mean - r.planned) / (36.0 * 50000.0), 2);
        }
        return std::sqrt(squares / 10.0);
    };
    const double random = distance(Sampling::random);
    CHECK(random == doctest::Approx(1.0 / std::sqrt(512.0)).epsilon(0.9));
    CHECK(distance(Sampling::latin_hypercube) < random / 10.0);
    CHECK(distance(Sampling::sobol) < random / 10.0);
}

TEST_CASE("monte carlo: the same quantity meets the same draw in every scenario, whatever else is drawn there") {
    for (const Sampling sampling : {Sampling::random, Sampling::latin_hypercube, Sampling::sobol}) {
        const Company plain = workshop({{rent, normal(500000, 30000)}});
        const Company more = workshop({{"/cost_lines/freight/purchase_tax_rate", {{"spread", "10%"}}}, {rent, normal(500000, 30000)}, {"/segments/main/price", {{"spread", "20%"}}}});
        const auto both = trials_of({plain, more}, "fixed_cost", 200, sampling);
        CHECK(both[0] == both[1]);
        CHECK(moments_in(both[0], 0).deviation() > 20000.0);
    }
}

TEST_CASE("monte carlo: a trial's draw does not depend on what else is drawn") {
    // Sobol points are points of all dimensions together, so there it does.
    for (const Sampling sampling : {Sampling::random, Sampling::latin_hypercube}) {
        const Company plain = workshop({{rent, normal(500000, 30000)}});
        const Company more = workshop({{"/cost_lines/freight/purchase_tax_rate", {{"spread", "10%"}}}, {rent, normal(500000, 30000)}});
        CHECK(trials_of({plain}, "fixed_cost", 200, sampling)[0] == trials_of({more}, "fixed_cost", 200, sampling)[0]);
    }
}

TEST_CASE("monte carlo: a plan beats itself half the time, and a dearer copy of itself always") {
    Json document = workshop_json();
    document["uncertainty"]["quantities"] = {{rent, normal(500000, 80000)}, {"/segments/*/volume", {{"spread", "20%"}}}};
    const Company plan = company_of(document);
    document["cost_lines"]["club"] = {{"behaviour", "fixed"}, {"monthly_amount", 10000}};
    const Company dearer = company_of(document);
    const auto result = run({dearer, plan, dearer}, cumulative(500));
    CHECK_FALSE(result.subjects[0].outcomes[0].contest);  // the base is not compared with itself
    const auto& won = *result.subjects[1].outcomes[0].contest;
    CHECK(won.better == 500);
    CHECK(won.beats.value == 1.0);
    const auto& drawn = *result.subjects[2].outcomes[0].contest;
    CHECK(drawn.equal == 500);
    CHECK(drawn.beats.value == 0.5);
    // Trial by trial the difference is 36 x 10,000 yen, so the means differ by exactly that.
    CHECK(result.subjects[1].outcomes[0].moments.mean - result.subjects[0].outcomes[0].moments.mean == doctest::Approx(360000.0));
}

TEST_CASE("monte carlo: what is counted in bins agrees with what is kept, within the reported error") {
    const Company company = workshop({{rent, normal(500000, 80000)}});
    const auto kept = run({company}, cumulative(20'000)), counted = run({company}, cumulative(20'001));
    CHECK(kept.exact);
    CHECK_FALSE(counted.exact);
    const auto &a = kept.subjects[0], &b = counted.subjects[0];
    // One trial more moves a quantile by no more than the distance to the next value.
    const double next = 0.001 * a.outcomes[0].moments.deviation();
    CHECK(a.outcomes[0].spread.error == 0.0);
    CHECK(b.outcomes[0].spread.error > 0.0);
    CHECK(b.outcomes[0].spread.error < 0.02 * a.outcomes[0].moments.deviation());
    for (std::size_t i = 0; i < fan_levels.size(); ++i) {
        CHECK(std::abs(a.outcomes[0].spread.levels[i] - b.outcomes[0].spread.levels[i]) <= b.outcomes[0].spread.error + next);
        for (std::size_t t = 0; t < 36; ++t) {
            CHECK(std::abs(a.fans[0].levels[i][t] - b.fans[0].levels[i][t]) <= b.fans[0].error + next / 36.0);
        }
    }
    CHECK(b.outcomes[0].moments.count == 20'001);
    CHECK(a.outcomes[0].moments.mean == doctest::Approx(b.outcomes[0].moments.mean).epsilon(1e-4));
    for (const auto* r : {&a.outcomes[0], &b.outcomes[0]}) {
        std::uint64_t all = 0;
        for (const auto n : r->spread.bins) all += n;
        CHECK(all == r->moments.count);
    }
}

TEST_CASE("monte carlo: how likely a shortage of cash is") {
    const Company company = workshop({{rent, {{"distribution", "uniform"}, {"low", 500000}, {"high", 20000000}}}});
    auto request = cumulative(many, Sampling::latin_hypercube);
    request.outcomes = {"lowest_cash"};
    const auto subject = run({company}, request).subjects[0];
    std::uint64_t first = 0;
    for (const auto n : subject.first_short) first += n;
    REQUIRE(subject.shortage.size() == 2);
    CHECK(subject.shortage[1].year == 0);
    CHECK(first == static_cast<std::uint64_t>(std::lround(subject.shortage[1].probability.value * many)));
    // Exactly those trials are short whose lowest cash is below zero.
    const auto cash = trials_of({company}, "cash", many, Sampling::latin_hypercube)[0];
    std::uint64_t below = 0;
    for (const auto& months : cash) below += *std::min_element(months.begin(), months.end()) < 0.0;
    CHECK(below == first);
    CHECK(below > many / 4);
    CHECK(below < many);
}

TEST_CASE("monte carlo: whoever watches can stop it") {
    const Company company = workshop({{rent, normal(500000, 80000)}});
    for (const std::uint64_t trials : {1'000ull, 30'000ull}) {
        auto request = cumulative(trials);
        request.threads = 2;
        std::vector<std::uint64_t> seen;
        request.progress = [&](std::uint64_t done) {
            seen.push_back(done);
            return true;
        };
        CHECK_FALSE(run({company}, request).stopped);
        CHECK(*std::max_element(seen.begin(), seen.end()) == trials);

        for (const std::uint64_t enough : {std::uint64_t{1}, trials / 2}) {
            int calls_after = 0;
            request.progress = [&](std::uint64_t done) {
                if (done >= enough) ++calls_after;
                return done < enough;
            };
            const auto stopped = run({company}, request);
            CHECK(stopped.stopped);
            CHECK(stopped.subjects.empty());
            CHECK(calls_after == 1);
        }
    }
}

TEST_CASE("monte carlo: threads, kernels and formats do not change a bit") {
    const Company company = workshop({{rent, normal(500000, 80000)}, {"/segments/*/volume", {{"spread", "20%"}}}});
    for (const std::uint64_t trials : {333ull, 20'100ull}) {
        auto request = cumulative(trials, Sampling::latin_hypercube);
        request.gates = true;
        request.threads = 1;
        const std::string one = io::monte_carlo_json(run({company}, request));
        request.threads = 5;
        request.kernel = "scalar";
        CHECK(io::monte_carlo_json(run({company}, request)) == one);
    }
}

TEST_CASE("monte carlo: figures of behaviour do not exist where behaviour is off") {
    auto request = cumulative(100);
    request.fans = {"headcount"};
    request.outcomes = {"headcount"};
    const auto subject = run({workshop({{rent, {{"spread", "10%"}}}})}, request).subjects[0];
    CHECK(subject.outcomes[0].moments.missing == 100);
    CHECK(std::isnan(subject.outcomes[0].planned));
    CHECK(std::isnan(subject.fans[0].planned[0]));
    CHECK(std::isnan(subject.fans[0].levels[2][35]));
}
