#include "statistics/moments.hpp"

#include "statistics/stream.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

using namespace goho::statistics;
using testing::uniform;

namespace {

Moments one_by_one(std::span<const double> values) {
    Moments m;
    for (const double x : values) m.add(x);
    return m;
}

/// Number of right digits, as NIST counts them.
double right_digits(double found, double certified) {
    return found == certified ? 15.0 : -std::log10(std::abs(found - certified) / std::abs(certified));
}

/// "1.2 then 500 x (1.1,1.3)": the sets are made, as NIST made them, from a value and its two neighbours.
std::vector<double> alternating(double middle, double low, double high) {
    std::vector<double> values = {middle};
    for (int i = 0; i < 500; ++i) values.insert(values.end(), {low, high});
    return values;
}

}  // namespace

TEST_CASE("moments: worked by hand") {
    // 2, 4, 9: mean 5, squares 9 + 1 + 16 = 26, variance 26 / 2 = 13, standard error sqrt(13 / 3).
    const Moments m = one_by_one(std::vector{2.0, 4.0, 9.0});
    CHECK(m.count == 3);
    CHECK(m.mean == 5.0);
    CHECK(m.variance() == doctest::Approx(13.0).epsilon(1e-15));
    CHECK(m.standard_error() == doctest::Approx(std::sqrt(13.0 / 3.0)).epsilon(1e-15));
    CHECK(m.smallest == 2.0);
    CHECK(m.largest == 9.0);
}

TEST_CASE("moments: NIST's tests of numerical accuracy") {
    const auto file = nlohmann::json::parse(std::ifstream(GOHO_SOURCE_DIR "/tests/data/nist_numacc.json"));
    for (const auto& set : file.at("sets")) {
        const std::string name = set.at("name");
        CAPTURE(name);
        const double mean = set.at("mean"), deviation = set.at("sd");
        std::vector<double> values = set.value("data", std::vector<double>{});
        if (name == "NumAcc2") values = alternating(1.2, 1.1, 1.3);
        if (name == "NumAcc3") values = alternating(1000000.2, 1000000.1, 1000000.3);
        if (name == "NumAcc4") values = alternating(10000000.2, 10000000.1, 10000000.3);
        // NumAcc3 and 4 cannot give more: their data, as doubles, have no more than 10 and 9 digits after the million.
        const double attainable = name == "NumAcc4" ? 8.2 : name == "NumAcc3" ? 9.3 : 14.0;
        CHECK(right_digits(moments_of(values).mean, mean) >= 14.5);
        CHECK(right_digits(moments_of(values).deviation(), deviation) >= attainable);
        CHECK(right_digits(one_by_one(values).mean, mean) >= 14.0);
        CHECK(right_digits(one_by_one(values).deviation(), deviation) >= attainable - 1.0);
    }
}

TEST_CASE("moments: blocks merged are the whole") {
    std::vector<double> values;
    for (std::uint64_t i = 0; i < 5000; ++i) values.push_back(1e6 + uniform(i));
    const Moments whole = one_by_one(values);
    Moments merged;
    for (std::size_t start = 0; start < values.size(); start += 700) {
        merged.merge(one_by_one(std::span(values).subspan(start, std::min<std::size_t>(700, values.size() - start))));
    }
    CHECK(merged.count == whole.count);
    CHECK(merged.mean == doctest::Approx(whole.mean).epsilon(1e-15));
    CHECK(merged.variance() == doctest::Approx(whole.variance()).epsilon(1e-9));
    CHECK(merged.smallest == whole.smallest);
    CHECK(moments_of(values).variance() == doctest::Approx(whole.variance()).epsilon(1e-9));
    CHECK(moments_of(values).count == 5000);
}

TEST_CASE("moments: one value merged with two, either way") {
    // 10 with 2 and 4: mean 16/3, squares (14² + 10² + 4²) / 9.
    for (const bool first : {true, false}) {
        Moments one = one_by_one(std::vector{10.0}), two = one_by_one(std::vector{2.0, 4.0});
        Moments& into = first ? one : two;
        into.merge(first ? two : one);
        CHECK(into.mean == doctest::Approx(16.0 / 3.0).epsilon(1e-15));
        CHECK(into.squares == doctest::Approx(312.0 / 9.0).epsilon(1e-14));
    }
}

TEST_CASE("moments: an empty block changes nothing") {
    Moments m = one_by_one(std::vector{1.0, 2.0});
    const Moments before = m;
    m.merge({});
    CHECK(m == before);
    Moments empty;
    empty.merge(before);
    CHECK(empty == before);
}

TEST_CASE("moments: trials without result are counted over all blocks") {
    Moments first = one_by_one(std::vector{1.0, std::nan("")});
    first.merge(one_by_one(std::vector{std::nan(""), 2.0, std::nan("")}));
    CHECK(first.missing == 3);
    CHECK(first.count == 2);
    CHECK(moments_of({}) == Moments{});
}

TEST_CASE("moments: two values") {
    // 1 and 4: squares 2 x 1.5², variance 4.5, standard error sqrt(4.5 / 2).
    const Moments m = one_by_one(std::vector{1.0, 4.0});
    CHECK(m.deviation() == doctest::Approx(std::sqrt(4.5)).epsilon(1e-15));
    CHECK(m.standard_error() == doctest::Approx(1.5).epsilon(1e-15));
    CHECK_FALSE(m.constant());
    CHECK(one_by_one(std::vector{3.0}).constant());
    CHECK_FALSE(Moments{}.constant());
}

TEST_CASE("moments: of values at hand the mean is right but for the last rounding") {
    for (std::uint64_t block = 0; block < 20; ++block) {
        std::vector<double> values;
        long double sum = 0.0L;
        for (std::uint64_t i = 0; i < 256; ++i) {
            values.push_back(uniform(256 * block + i));
            sum += values.back();
        }
        const double mean = static_cast<double>(sum / 256.0L);
        CHECK(std::abs(moments_of(values).mean - mean) <= std::nextafter(mean, 1.0) - mean);
    }
}

TEST_CASE("moments: one value has no spread, and equal values have none") {
    CHECK(std::isnan(one_by_one(std::vector{3.0}).variance()));
    CHECK(std::isnan(one_by_one(std::vector{3.0}).standard_error()));
    CHECK(one_by_one(std::vector{0.1, 0.1, 0.1}).variance() == 0.0);
    CHECK(std::isnan(Moments{}.deviation()));
}

TEST_CASE("moments: trials without result are counted") {
    const std::vector<double> values = {1.0, std::nan(""), 3.0};
    for (const Moments& m : {one_by_one(values), moments_of(values)}) {
        CHECK(m.count == 2);
        CHECK(m.missing == 1);
        CHECK(m.mean == 2.0);
        CHECK(m.variance() == doctest::Approx(2.0));
    }
}
