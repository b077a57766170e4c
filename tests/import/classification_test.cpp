#include "import/samples.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::imports;
using accounting::Behaviour;

namespace {

/// A company with sales and one cost, in a sound table.
std::string company(const std::vector<Yen>& sales, const std::vector<Yen>& cost, const std::string& account) {
    std::vector<Yen> net;
    for (std::size_t m = 0; m < sales.size(); ++m) net.push_back(sales[m] - cost[m]);
    return small_table({{"売上高", sales}, {"売上高 計", sales}, {"売上総利益", sales}, {account, cost}, {"営業利益", net}, {"当期純利益", net}}, sales.size());
}

const std::vector<Yen> year = {1'000'000, 1'200'000, 900'000, 1'500'000, 1'100'000, 800'000, 1'300'000, 1'400'000, 1'000'000, 1'250'000, 950'000, 1'600'000};

std::vector<Yen> line(double slope, Yen fixed, std::size_t months = 12) {
    std::vector<Yen> out;
    for (std::size_t m = 0; m < months; ++m) out.push_back(static_cast<Yen>(slope * static_cast<double>(year[m])) + fixed);
    return out;
}

Classified only(const std::string& table, const Mapping& mapping = {}) {
    ImportOptions options;
    options.mapping = mapping;
    const auto reading = read({{"pl.csv", table}}, options);
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    REQUIRE(reading.value->classification.size() == 1);
    return reading.value->classification.front();
}

}  // namespace

TEST_CASE("line fit: five points by hand") {
    // x = 1..5, y = 3, 5, 7, 9, 12: mean x 3, mean y 7.2; Sxy = 22, Sxx = 10, Syy = 48.8
    const std::vector<double> x = {1, 2, 3, 4, 5}, y = {3, 5, 7, 9, 12};
    const auto fit = least_squares(x, y);
    REQUIRE(fit);
    CHECK(fit->slope == doctest::Approx(2.2));
    CHECK(fit->intercept == doctest::Approx(0.6));
    CHECK(fit->r_squared == doctest::Approx(22.0 * 22.0 / (10.0 * 48.8)));
    const auto ends = high_low(x, y);
    REQUIRE(ends);
    CHECK(ends->slope == doctest::Approx(9.0 / 4.0));
    CHECK(ends->intercept == doctest::Approx(0.75));
    CHECK_FALSE(least_squares(std::vector<double>{2, 2, 2}, std::vector<double>{1, 2, 3}));
    CHECK_FALSE(high_low(std::vector<double>{2, 2}, std::vector<double>{1, 2}));
    CHECK(least_squares(x, std::vector<double>{4, 4, 4, 4, 4})->r_squared == 0.0);
}

TEST_CASE("classification: a cost that is a share of sales is variable, whatever is usual") {
    const auto item = only(company(year, line(0.1, 0), "水道光熱費"));
    CHECK(item.usual == Behaviour::fixed);
    CHECK(item.behaviour == Behaviour::variable);
    CHECK(item.method == Method::regression);
    CHECK(item.reason.en == "R² 1.00, moves with sales: variable");
    CHECK(item.reason.ja == "R² 1.00、売上に連動：変動費");
    CHECK(item.sales_share == doctest::Approx(0.1));
    CHECK(item.monthly_amount == 0.0);
}

TEST_CASE("classification: half of it standing is semi-variable, most of it standing is fixed") {
    const auto half = only(company(year, line(0.1, 120'000), "水道光熱費"));
    CHECK(half.behaviour == Behaviour::semi_variable);
    CHECK(half.sales_share == doctest::Approx(0.1));
    CHECK(half.monthly_amount == doctest::Approx(120'000));
    CHECK(half.reason.en == "R² 1.00, 49% moves with sales: semi-variable");
    const auto most = only(company(year, line(0.02, 200'000), "水道光熱費"));
    CHECK(most.behaviour == Behaviour::fixed);
    CHECK(most.method == Method::regression);
    CHECK(most.reason.ja == "R² 1.00だが、売上に連動するのは10%のみ：固定費");
}

TEST_CASE("classification: the same every month is fixed, also where variable is usual") {
    const auto item = only(company(year, std::vector<Yen>(12, 300'000), "荷造運賃"));
    CHECK(item.behaviour == Behaviour::fixed);
    CHECK(item.reason.en == "the same every month: fixed");
}

TEST_CASE("classification: months that do not tell leave it to what is usual") {
    const std::vector<Yen> any = {50'000, 10'000, 90'000, 20'000, 80'000, 40'000, 10'000, 70'000, 30'000, 60'000, 90'000, 20'000};
    const auto freight = only(company(year, any, "荷造運賃")), supplies = only(company(year, any, "消耗品費"));
    CHECK(freight.behaviour == Behaviour::variable);
    CHECK(supplies.behaviour == Behaviour::fixed);
    CHECK(freight.method == Method::account_analysis);
    CHECK(freight.reason.en.find("does not tell; usual for this account: variable") != std::string::npos);
}

TEST_CASE("classification: fewer than six months decide nothing") {
    const std::vector<Yen> sales(year.begin(), year.begin() + 5);
    const auto item = only(company(sales, line(0.1, 0, 5), "水道光熱費"));
    CHECK(item.behaviour == Behaviour::fixed);
    CHECK(item.reason.en == "5 months are too few to tell; usual for this account: fixed");
    const std::vector<Yen> six(year.begin(), year.begin() + 6);
    CHECK(only(company(six, line(0.1, 0, 6), "水道光熱費")).behaviour == Behaviour::variable);
}

TEST_CASE("classification: the mapping has the last word") {
    Mapping mapping;
    mapping.classification["水道光熱費"] = Behaviour::fixed;
    CHECK(only(company(year, line(0.1, 0), "水道光熱費"), mapping).behaviour == Behaviour::fixed);
    mapping.classification = {{"sga/水道光熱費", Behaviour::semi_variable}};
    const auto item = only(company(year, line(0.1, 0), "水道光熱費"), mapping);
    CHECK(item.behaviour == Behaviour::semi_variable);
    CHECK(item.method == Method::mapping);
    ImportOptions options;
    options.mapping.classification["給料手当"] = Behaviour::variable;
    const auto pay = read({{"pl.csv", company(year, line(0.1, 0), "給料手当")}}, options);
    CHECK(said(pay.problems).find("\"給料手当\" is no cost account that is classified") != std::string::npos);
}

TEST_CASE("classification: whatever it says, the imported months stay what they are") {
    for (const Behaviour behaviour : {Behaviour::variable, Behaviour::fixed, Behaviour::semi_variable}) {
        ImportOptions options;
        options.mapping.classification["水道光熱費"] = behaviour;
        const auto reading = read({{"pl.csv", company(year, line(0.07, 12'345), "水道光熱費")}}, options);
        REQUIRE(reading);
        for (std::size_t m = 0; m < 12; ++m) {
            const auto& b = reading.value->books[m];
            CHECK(b.operating_income == static_cast<double>(year[m] - line(0.07, 12'345)[m]));
            CHECK(b.variable_cost + b.fixed_cost == static_cast<double>(line(0.07, 12'345)[m]));
        }
    }
}

TEST_CASE("classification: the sample company's energy is semi-variable, its subcontracting variable") {
    const auto reading = read(sample("freee_1"));
    REQUIRE(reading);
    for (const Classified& item : reading.value->classification) {
        if (item.name.ja == "外注加工費" || item.name.ja == "荷造運賃") CHECK(item.behaviour == Behaviour::variable);
        if (item.name.ja == "動力費") CHECK(item.behaviour == Behaviour::semi_variable);
        if (item.name.ja == "地代家賃" || item.name.ja == "賃金") CHECK(item.behaviour == Behaviour::fixed);
    }
}
