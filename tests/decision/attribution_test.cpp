#include "decision/attribution.hpp"
#include "decision/output.hpp"

#include "io/json_text.hpp"
#include "io/merge.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <unistd.h>

using namespace goho;
using namespace goho::decision;

namespace {

const std::filesystem::path shipped = std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios";

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("goho_attribution_" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path write(const char* name, const std::string& text) const {
        std::ofstream(path / name) << text;
        return path / name;
    }
};

/// A shop that sells at 100, buys at 60 and pays rent; no taxes disturb the sums of operating income.
constexpr const char* shop = R"({"format": 1, "name": "Shop", "company": {"start": "2027-04", "months": 36},
  "opening": {"cash": 50000000, "paid_in_capital": 50000000, "retained_earnings": 0},
  "segments": {"s": {"price": 100, "volume": 10000, "unit_variable_cost": 60}},
  "cost_lines": {"rent": {"category": "rent", "behaviour": "fixed", "monthly_amount": 100000}, "ads": {"category": "advertising", "behaviour": "fixed", "monthly_amount": 50000}}})";

const Divided& divided(const Attribution& a, std::string_view figure, std::size_t year = 0) {
    for (std::size_t f = 0; f < a.figures.size(); ++f) {
        if (a.figures[f].name == figure) return a.divided[year][f];
    }
    FAIL("no figure");
    return a.divided[0][0];
}

double sum(const Divided& d) {
    return std::accumulate(d.shares.begin(), d.shares.end(), 0.0, [](double s, const auto& x) { return s + x.value; });
}

}  // namespace

TEST_CASE("attribution: shares of every key figure add up, in every shipped comparison") {
    for (const char* pair : {"manufacturer/price_up", "manufacturer/outsourced_back_office", "manufacturer/equipment_loan",
                             "it_services/price_up", "wholesaler/equipment_loan", "cases/integrated"}) {
        CAPTURE(pair);
        const auto variant = shipped / (std::string(pair) + ".json");
        AttributionRequest request;
        request.grouping = std::string_view(pair) == "cases/integrated" ? Grouping::section : Grouping::item;
        const auto result = attribute(variant.parent_path() / "base.json", variant, request);
        REQUIRE(result);
        for (std::size_t y = 0; y < result.value->years.size(); ++y) {
            for (std::size_t f = 0; f < result.value->figures.size(); ++f) {
                const auto& one = result.value->divided[y][f];
                if (!one.before || !one.after) continue;
                CAPTURE(result.value->figures[f].name);
                const double difference = *one.after - *one.before;
                CHECK(std::abs(sum(one) - difference) <= 1e-6 * std::max(1.0, std::abs(difference)));
                if (result.value->figures[f].unit != "yen") continue;
                const auto whole = whole_shares(one);
                CHECK(std::accumulate(whole.begin(), whole.end(), 0.0) == std::floor(difference + 0.500001));
                for (std::size_t g = 0; g < whole.size(); ++g) {
                    CHECK(whole[g] == std::round(whole[g]));
                    CHECK(std::abs(whole[g] - one.shares[g].value) < 1.0 + 1e-6);
                }
            }
        }
    }
}

TEST_CASE("attribution: costs that add are each their own part, to the yen") {
    const Folder folder;
    const auto base = folder.write("base.json", shop);
    const auto variant = folder.write("variant.json", R"({"format": 1, "extends": "base.json", "name": "Cheaper",
        "cost_lines": {"rent": {"monthly_amount": 70000}, "ads": {"monthly_amount": 90000}}})");
    const auto result = attribute(base, variant, {.years = {1, 3}});
    REQUIRE(result);
    REQUIRE(result.value->groups.size() == 2);
    const auto& income = divided(*result.value, "operating_income");
    CHECK(income.shares[0].value == doctest::Approx(12 * 30000.0).epsilon(1e-9));
    CHECK(income.shares[1].value == doctest::Approx(-12 * 40000.0).epsilon(1e-9));
    CHECK(income.interactions[1] == doctest::Approx(0.0));
}

TEST_CASE("attribution: price and volume share their product by halves") {
    const Folder folder;
    const auto base = folder.write("base.json", shop);
    const auto variant = folder.write("variant.json", R"({"format": 1, "extends": "base.json", "name": "More",
        "segments": {"s": {"price": 110, "volume": 12000}}})");
    const auto result = attribute(base, variant, {.years = {1}, .groups = {{"Price", {"/segments/s/price"}}, {"Volume", {"/segments/s/volume"}}}});
    REQUIRE(result);
    // Net sales: 12 × 10,000 × 100 before. Price alone brings 12 × 100,000, volume alone 12 × 200,000, both 12 × 320,000.
    const auto& sales = divided(*result.value, "net_sales");
    CHECK(result.value->groups[0].label.en == "Price");
    CHECK(sales.shares[0].value == doctest::Approx(12 * 110000.0).epsilon(1e-9));
    CHECK(sales.shares[1].value == doctest::Approx(12 * 210000.0).epsilon(1e-9));
    CHECK(sales.interactions[1] == doctest::Approx(12 * 20000.0).epsilon(1e-9));
}

TEST_CASE("attribution: a change that changes no figure gets nothing") {
    const Folder folder;
    const auto base = folder.write("base.json", shop);
    const auto variant = folder.write("variant.json", R"({"format": 1, "extends": "base.json", "name": "One",
        "segments": {"s": {"price": 105}}, "timeline": {"late": {"name": "Late", "from": "2029-04", "scale": {"/segments/s/volume": 1.0}}}})");
    const auto result = attribute(base, variant, {.years = {1}});
    REQUIRE(result);
    REQUIRE(result.value->groups.size() == 2);
    CHECK(result.value->groups[1].label.en == "Late");
    for (std::size_t f = 0; f < result.value->figures.size(); ++f) {
        if (!result.value->divided[0][f].shares.empty()) CHECK(result.value->divided[0][f].shares[1].value == doctest::Approx(0.0));
    }
}

TEST_CASE("attribution: all changes together are the variant") {
    const auto read = [](const char* name) { return *io::read_document(shipped / name).value; };
    const auto base = read("manufacturer/base.json"), variant = read("manufacturer/investment_plan.json");
    const auto groups = change_groups(base.content, variant.content, Grouping::item);
    REQUIRE(groups);
    const auto all = (statistics::Coalition{1} << groups.value->size()) - 1U;
    auto whole = with_changes(base.content, *groups.value, all);
    for (const char* section : {"segments", "cost_lines", "loans", "investments", "timeline", "subsidies", "evaluation"}) {
        CAPTURE(section);
        const io::Json a = whole.value(section, io::Json::object()), b = variant.content.value(section, io::Json::object());
        CHECK(nlohmann::json(a) == nlohmann::json(b));
    }
    CHECK(with_changes(base.content, *groups.value, 0) == base.content);
}

TEST_CASE("attribution: what makes no sense alone is taken together") {
    const Folder folder;
    const auto base = folder.write("base.json", shop);
    const auto variant = folder.write("variant.json", R"({"format": 1, "extends": "base.json", "name": "New line",
        "segments": {"t": {"price": 50, "volume": 1000, "unit_variable_cost": 20}},
        "timeline": {"grow": {"name": "Grow", "from": "2028-04", "scale": {"/segments/t/volume": 2.0}}},
        "cost_lines": {"rent": {"monthly_amount": 90000}}})");
    const auto result = attribute(base, variant, {.years = {3}});
    REQUIRE(result);
    REQUIRE(result.value->groups.size() == 2);
    CHECK(result.value->groups[0].changes.size() == 2);
    CHECK(result.value->groups[0].label.en.find("Grow") != std::string::npos);
}

TEST_CASE("attribution: many changes are divided by random orders that add up, the same on any number of threads") {
    const auto base = shipped / "manufacturer/base.json", variant = shipped / "manufacturer/investment_plan.json";
    AttributionRequest request{.years = {10}, .orders = 12};
    request.threads = 1;
    const auto one = attribute(base, variant, request);
    request.threads = 4;
    const auto four = attribute(base, variant, request);
    REQUIRE(one);
    CHECK_FALSE(one.value->exact);
    CHECK(attribution_json(*one.value) == attribution_json(*four.value));
    const auto& income = divided(*one.value, "operating_income");
    CHECK(sum(income) == doctest::Approx(*income.after - *income.before).epsilon(1e-9));
    for (const auto& share : income.shares) CHECK(share.standard_error >= 0.0);
}

TEST_CASE("attribution: what cannot be done is said") {
    const Folder folder;
    const auto base = folder.write("base.json", shop);
    const auto same = folder.write("same.json", R"({"format": 1, "extends": "base.json", "name": "Another name"})");
    const auto refused = [&](const std::filesystem::path& variant, const AttributionRequest& request, std::string_view code) {
        const auto result = attribute(base, variant, request);
        REQUIRE_FALSE(result);
        CHECK(result.problems.front().code == code);
    };
    refused(same, {}, "nothing-changed");
    const auto other = folder.write("other.json", R"({"format": 1, "extends": "base.json", "cost_lines": {"rent": {"monthly_amount": 1}}})");
    refused(other, {.groups = {{"Loans", {"/loans"}}}}, "nothing-there");
    std::string many = R"({"format": 1, "extends": "base.json", "cost_lines": {)";
    for (int i = 0; i < 40; ++i) many += (i ? "," : "") + std::string("\"x") + std::to_string(i) + R"(": {"category": "rent", "behaviour": "fixed", "monthly_amount": 1000})";
    refused(folder.write("many.json", many + "}}"), {}, "too-many-changes");
    CHECK(attribute(base, folder.write("broken.json", "{"), {}).problems.size() == 1);
    CHECK_FALSE(attribute(folder.path / "missing.json", other, {}));
}

TEST_CASE("attribution: can be stopped") {
    AttributionRequest request;
    request.progress = [](double) { return false; };
    const auto result = attribute(shipped / "manufacturer/base.json", shipped / "manufacturer/price_up.json", request);
    REQUIRE(result);
    CHECK(result.value->stopped);
    CHECK(result.value->divided.empty());
}
