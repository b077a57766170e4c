// The section "uncertainty": what is read, what is said about mistakes in both languages, and that what is written is
// read again as the same.
#include "io/uncertainty_reader.hpp"

#include "io/pointer.hpp"
#include "io/random_scenario.hpp"
#include "io/reach.hpp"
#include "io/samples.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"
#include "uncertainty/draws.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace goho;
using namespace goho::io;
namespace fs = std::filesystem;
using simulation::Apply;

namespace {

const fs::path top = GOHO_SOURCE_DIR;

/// The sound scenario with this section.
Reading with(const char* section) {
    auto document = sound();
    document["uncertainty"] = Json::parse(section);
    return read_scenario_text(document.dump(), "plan.json");
}

std::string all(const Problems& problems, Language language = Language::english) {
    std::string text;
    for (const Problem& problem : problems) text += to_string(problem, language) + "\n";
    return text;
}

std::string text_of(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

bool same_numbers(const chance::Distribution& a, const chance::Distribution& b) {
    bool same = a.kind == b.kind && a.values == b.values && a.weights == b.weights && a.truncation.has_value() == b.truncation.has_value();
    for (const auto& member : chance::members(a.kind)) same = same && a.*member.field == b.*member.field;
    return same && (!a.truncation || (a.truncation->low == b.truncation->low && a.truncation->high == b.truncation->high));
}

bool same_uncertainty(const simulation::Uncertainty& a, const simulation::Uncertainty& b) {
    return a.defaults == b.defaults && a.events == b.events &&
           std::equal(a.quantities.begin(), a.quantities.end(), b.quantities.begin(), b.quantities.end(),
                      [](const auto& x, const auto& y) {
                          return x.pointer == y.pointer && x.addresses == y.addresses && x.apply == y.apply && same_numbers(x.distribution, y.distribution);
                      }) &&
           std::equal(a.paths.begin(), a.paths.end(), b.paths.begin(), b.paths.end(),
                      [](const auto& x, const auto& y) {
                          return x.pointer == y.pointer && x.addresses == y.addresses && x.persistence == y.persistence && x.deviation == y.deviation;
                      }) &&
           std::equal(a.correlations.begin(), a.correlations.end(), b.correlations.begin(), b.correlations.end(), [](const auto& x, const auto& y) {
               return x.id == y.id && x.first == y.first && x.second == y.second && x.correlation == y.correlation;
           });
}

/// Random distributions, paths and correlations on some of a scenario's quantities.
simulation::Uncertainty random_uncertainty(const simulation::Scenario& scenario, test::RandomScenario& random) {
    simulation::Uncertainty out;
    out.defaults = random.below(2) == 0;
    out.events = random.below(2) == 0;
    const AllIds ids = ids_of(scenario.plan);
    const auto add = [&](const std::string& pointer) {
        Notes notes;
        auto addresses = read_addresses(pointer, "", ids, false, notes);
        if (addresses.empty() || random.below(3) != 0) return;
        simulation::UncertainQuantity quantity{pointer, std::move(addresses), {}, static_cast<Apply>(random.below(3))};
        auto& d = quantity.distribution;
        d.kind = static_cast<chance::Kind>(random.below(8));
        const double middle = quantity.apply == Apply::multiply ? 1.0 : quantity.apply == Apply::add ? 0.0 : 1000.0;
        d.low = middle - random.uniform(), d.mode = middle, d.high = middle + random.uniform();
        d.mean = d.median = middle + 0.01, d.sd = d.sigma = 0.01 + random.uniform();
        d.alpha = 0.3 + 5.0 * random.uniform(), d.beta = 0.3 + 5.0 * random.uniform();
        if (d.kind == chance::Kind::discrete || d.kind == chance::Kind::empirical) {
            for (int i = 0; i < 4; ++i) d.values.push_back(middle + random.uniform());
        }
        if (d.kind == chance::Kind::discrete) d.weights = {1.0, 0.5, random.uniform(), 3.0};
        const double infinity = std::numeric_limits<double>::infinity();
        if (random.below(3) == 0) d.truncation = Range{random.below(2) == 0 ? -infinity : middle - 0.9, middle + 2.0};
        out.quantities.push_back(std::move(quantity));
    };
    add("/segments/*/price");
    add("/segments/*/volume");
    for (const auto& item : scenario.plan.cost_lines) add("/cost_lines/" + item.id + "/monthly_amount");
    for (const auto& item : scenario.plan.loans) add("/loans/" + item.id + "/principal");
    add("/opening/cash");
    add("/adoption/imitation");
    for (const char* pointer : {"/segments/*/unit_variable_cost", "/cost_lines/*/monthly_amount"}) {
        Notes notes;
        auto addresses = read_addresses(pointer, "", ids, true, notes);
        if (!addresses.empty() && random.below(2) == 0) out.paths.push_back({pointer, std::move(addresses), 0.9 * random.uniform(), random.uniform()});
    }
    for (std::size_t i = 1; i < out.quantities.size(); i += 2) {
        out.correlations.push_back({"pair_" + std::to_string(i), out.quantities[i - 1].pointer, out.quantities[i].pointer, 1.9 * (random.uniform() - 0.5)});
    }
    return out;
}

}  // namespace

TEST_CASE("uncertainty reader: every member of the section arrives") {
    const Reading reading = read_scenario(top / "tests/malformed/parts/uncertain.json");
    CHECK(all(reading.problems) == "");
    REQUIRE(reading);
    const auto& u = reading.value->uncertainty;
    CHECK(u.defaults);
    CHECK_FALSE(u.events);
    REQUIRE(u.quantities.size() == 10);
    const auto& price = u.quantities[0];
    CHECK(price.apply == Apply::multiply);
    CHECK(same_numbers(price.distribution, {.kind = chance::Kind::triangular, .low = 0.9, .mode = 1.0, .high = 1.1}));
    const auto& volume = u.quantities[1];
    CHECK(volume.pointer == "/segments/*/volume");
    REQUIRE(volume.addresses.size() == 2);
    auto plan = reading.value->plan;
    CHECK(simulation::quantity_at(plan, volume.addresses[1]) == &plan.segments[1].parameters.volume);
    CHECK(same_numbers(u.quantities[2].distribution, {.kind = chance::Kind::pert, .low = 380, .mode = 400, .high = 450}));
    CHECK(same_numbers(u.quantities[3].distribution, {.kind = chance::Kind::beta, .low = 0, .high = 1, .alpha = 2, .beta = 6}));
    CHECK(u.quantities[4].distribution.high == 2.5);
    const auto& rent = u.quantities[5].distribution;
    CHECK(rent.mean == 500000.0);
    CHECK(rent.truncation->low == 450000.0);
    CHECK(std::isinf(rent.truncation->high));
    CHECK(u.quantities[6].distribution.median == 0.03);
    CHECK(u.quantities[6].distribution.truncation->low == 0.01);
    CHECK(u.quantities[6].distribution.truncation->high == 0.06);
    CHECK(u.quantities[7].apply == Apply::add);
    CHECK(u.quantities[7].distribution.high == 10000.0);
    CHECK(u.quantities[8].distribution.weights == std::vector<double>{1, 2, 1});
    CHECK(u.quantities[9].distribution.values == std::vector<double>{0.015, 0.018, 0.022});
    REQUIRE(u.paths.size() == 2);
    CHECK(u.paths[0].persistence == 0.5);
    CHECK(u.paths[1].persistence == 0.6);  // what stands where nothing is said
    CHECK(u.paths[1].deviation == 0.04);
    REQUIRE(u.correlations.size() == 2);
    CHECK(u.correlations[0].id == "dear");
    CHECK(u.correlations[0].correlation == 0.6);
}

TEST_CASE("uncertainty reader: mistakes are said in Japanese as exactly as in English") {
    const fs::path before = fs::current_path();
    fs::current_path(top);  // problems name files as the user did
    int files = 0;
    for (const auto& entry : fs::directory_iterator("tests/malformed")) {
        if (entry.path().extension() != ".expected_ja") continue;
        ++files;
        fs::path file = entry.path();
        CAPTURE(file.string());
        CHECK(all(read_scenario(file.replace_extension(".json")).problems, Language::japanese) == text_of(entry.path()));
    }
    fs::current_path(before);
    CHECK(files >= 4);
}

TEST_CASE("uncertainty reader: what cannot be drawn is said when the file is read") {
    struct Example {
        const char* section;
        const char* en;
        const char* ja;
    };
    const Example examples[] = {
        {R"({"quantities": {"/segments/main/price": {"distribution": "uniform", "low": -500, "high": -1}}})",
         "plan.json: /uncertainty/quantities/~1segments~1main~1price: nothing that can be drawn lies in the allowed range 0 to 100,000,000,000\n",
         "plan.json: /uncertainty/quantities/~1segments~1main~1price: 許容範囲 0〜100,000,000,000 に入る値を取りえません\n"},
        {R"({"quantities": {"/segments/repair/cash_share": {"distribution": "uniform", "low": 5, "high": 6, "apply": "multiply"}}})",
         "plan.json: /uncertainty/quantities/~1segments~1repair~1cash_share: nothing that can be drawn lies in the allowed range 0 to 4\n",
         "plan.json: /uncertainty/quantities/~1segments~1repair~1cash_share: 許容範囲 0〜4 に入る値を取りえません\n"},
        {R"({"quantities": {"/segments/repair/cash_share": {"distribution": "uniform", "low": 0.8, "high": 0.9, "apply": "add"}}})",
         "plan.json: /uncertainty/quantities/~1segments~1repair~1cash_share: nothing that can be drawn lies in the allowed range -0.25 to 0.75\n",
         "plan.json: /uncertainty/quantities/~1segments~1repair~1cash_share: 許容範囲 -0.25〜0.75 に入る値を取りえません\n"},
        {R"({"quantities": {"/segments/main/price": {"distribution": "uniform", "low": 900, "high": 1100, "truncate": {"low": 1200}}}})",
         "plan.json: /uncertainty/quantities/~1segments~1main~1price/truncate: the truncation from 1200 to inf leaves nothing that could be drawn\n",
         "plan.json: /uncertainty/quantities/~1segments~1main~1price/truncate: 切断範囲 1200 ～ inf には、抽出できる値がほとんどありません\n"},
        {R"({"quantities": {"/segments/main/price": {"spread": "10%"}, "/segments/main/volume": {"spread": "10%"}, "/segments/repair/price": {"spread": "10%"}},
             "correlations": {"a": {"between": "/segments/main/price", "and": "/segments/main/volume", "correlation": 0.9},
                              "b": {"between": "/segments/repair/price", "and": "/segments/main/price", "correlation": 0.9},
                              "c": {"between": "/segments/repair/price", "and": "/segments/main/volume", "correlation": -0.9}}})",
         "plan.json: /uncertainty/correlations/a: the correlation 0.9 of /segments/main/price and /segments/main/volume contradicts the others "
         "(nearest to what is given and possible: /segments/main/price & /segments/main/volume: 0.4999; "
         "/segments/main/price & /segments/repair/price: 0.4999; /segments/main/volume & /segments/repair/price: -0.4999)\n",
         "plan.json: /uncertainty/correlations/a: /segments/main/price と /segments/main/volume の相関 0.9 は他の相関と両立しません"
         "（同時に成り立つ最も近い値: /segments/main/price & /segments/main/volume: 0.4999; "
         "/segments/main/price & /segments/repair/price: 0.4999; /segments/main/volume & /segments/repair/price: -0.4999）\n"},
    };
    for (const Example& example : examples) {
        const Reading reading = with(example.section);
        CHECK_FALSE(reading);
        CHECK(all(reading.problems) == example.en);
        CHECK(all(reading.problems, Language::japanese) == example.ja);
    }
}

TEST_CASE("uncertainty reader: what is nearest to contradicting correlations is possible") {
    // The last example, with what its message suggests.
    CHECK(with(R"({"quantities": {"/segments/main/price": {"spread": "10%"}, "/segments/main/volume": {"spread": "10%"}, "/segments/repair/price": {"spread": "10%"}},
        "correlations": {"a": {"between": "/segments/main/price", "and": "/segments/main/volume", "correlation": 0.4999},
                         "b": {"between": "/segments/repair/price", "and": "/segments/main/price", "correlation": 0.4999},
                         "c": {"between": "/segments/repair/price", "and": "/segments/main/volume", "correlation": -0.4999}}})"));
}

TEST_CASE("uncertainty reader: coefficients of behaviour can be correlated where behaviour is on, if the defaults are") {
    const char* section = R"({"defaults": true, "correlations": {"x": {"between": "/adoption/confusion", "and": "/adoption/imitation", "correlation": 0.2}}})";
    CHECK(all(with(section).problems) == "");
    auto document = sound();
    document["company"]["behaviour"] = "off";
    document["uncertainty"] = Json::parse(section);
    CHECK(all(read_scenario_text(document.dump(), "plan.json").problems) ==
          "plan.json: /uncertainty/correlations/x/between: \"/adoption/confusion\" is not among the uncertain quantities\n"
          "plan.json: /uncertainty/correlations/x/and: \"/adoption/imitation\" is not among the uncertain quantities\n");
}

TEST_CASE("uncertainty reader: a distribution half outside is drawn from its inside, with a warning when trials are run") {
    const Reading reading = with(R"({"quantities": {"/segments/repair/cash_share": {"distribution": "uniform", "low": -0.5, "high": 0.5}}})");
    REQUIRE(reading);
    const uncertainty::Subject subject{&*reading.value, nullptr};
    Problems warnings;
    CHECK(uncertainty::prepare(std::span(&subject, 1), chance::Sampling::random, 1, 100, warnings));
    CHECK(all(warnings) == "plan.json: /uncertainty/quantities/~1segments~1repair~1cash_share: 50% of the distribution lies outside of the allowed range 0 to 1 and is not drawn\n");
    CHECK(all(warnings, Language::japanese) ==
          "plan.json: /uncertainty/quantities/~1segments~1repair~1cash_share: 分布の50%は許容範囲 0〜1 の外にあり、使われません\n");
}

TEST_CASE("uncertainty reader: --vary stands instead of what the file says, and names what is wrong") {
    const Reading reading = read_scenario(top / "tests/malformed/parts/uncertain.json");
    REQUIRE(reading);
    auto scenario = *reading.value;
    CHECK(vary(scenario, "/segments/main/volume", "25%").empty());
    CHECK(vary(scenario, "/segments/*/price", "0.05").size() == 1);  // a number in quotes
    CHECK(vary(scenario, "/segments/*/price", "5%").empty());
    const auto& all_quantities = scenario.uncertainty.quantities;
    const auto find = [&](std::string_view pointer) {
        return std::find_if(all_quantities.begin(), all_quantities.end(), [&](const auto& q) { return q.pointer == pointer; });
    };
    REQUIRE(find("/segments/*/volume") != all_quantities.end());
    CHECK(find("/segments/*/volume")->addresses.size() == 1);  // the other segment keeps what the file says
    CHECK(find("/segments/main/volume")->distribution.low == 0.75);
    CHECK(find("/segments/main/price") == all_quantities.end());
    CHECK(find("/segments/*/price")->addresses.size() == 2);
    CHECK(all(vary(scenario, "/segments/main/prise", "5%")) ==
          "/segments/main/prise: \"/segments/main/prise\" names no quantity of the plan (did you mean \"/segments/main/price\"?)\n");
    CHECK(all(vary(scenario, "/segments/main/price", "150%")) == "/segments/main/price/spread: 1.5 is outside the allowed range 0.001 to 0.999\n");
}

TEST_CASE("uncertainty reader: what was written is read as the same section") {
    const Reading reading = read_scenario(top / "tests/malformed/parts/uncertain.json");
    REQUIRE(reading);
    const Reading again = read_scenario_text(scenario_text(*reading.value, Defaults::leave_out));
    CHECK(all(again.problems) == "");
    REQUIRE(again);
    CHECK(same_uncertainty(reading.value->uncertainty, again.value->uncertainty));
    simulation::Scenario certain = *reading.value;
    certain.uncertainty = {};
    CHECK_FALSE(scenario_json(certain, Defaults::leave_out).contains("uncertainty"));
}

TEST_CASE("uncertainty reader: random sections survive writing and reading") {
    int sections = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        test::RandomScenario random(seed);
        simulation::Scenario scenario = random.make();
        scenario.uncertainty = random_uncertainty(scenario, random);
        const std::string text = scenario_text(scenario, Defaults::leave_out);
        const Reading again = read_scenario_text(text);
        const bool possible = std::all_of(again.problems.begin(), again.problems.end(), [](const Problem& p) { return p.code == "bad-distribution"; });
        CHECK(possible);  // a random multiple of a random value may lie outside of what is allowed
        if (!again) continue;
        ++sections;
        CHECK(same_uncertainty(scenario.uncertainty, again.value->uncertainty));
        CHECK(scenario_text(*again.value, Defaults::leave_out) == text);
    }
    CHECK(sections > 100);
}

TEST_CASE("uncertainty reader: a variant changes its base's section member by member") {
    const fs::path folder = fs::temp_directory_path() / "goho-uncertainty-test";
    fs::create_directories(folder);
    const std::string base = (top / "tests/malformed/parts/uncertain.json").generic_string();
    allow_reach(top / "tests/malformed");
    const auto read = [&](const std::string& section) {
        std::ofstream(folder / "variant.json") << R"({"extends": ")" << base << R"(", "uncertainty": )" << section << "}";
        return read_scenario(folder / "variant.json");
    };
    const Reading changed = read(R"({"events": true, "quantities": {"/segments/main/price": null, "/cost_lines/rent/monthly_amount": {"sd": 9},
                                     "/segments/*/volume": {"distribution": "uniform", "mode": null}}, "correlations": {"dear": null}, "paths": null})");
    CHECK(all(changed.problems) == "");
    REQUIRE(changed);
    const auto& u = changed.value->uncertainty;
    CHECK(u.events);
    CHECK(u.defaults);
    CHECK(u.paths.empty());
    CHECK(u.correlations.size() == 1);
    CHECK(u.quantities.size() == 9);
    CHECK(same_numbers(u.quantities[0].distribution, {.kind = chance::Kind::uniform, .low = 0.8, .high = 1.1}));

    // A mistake belongs to the file in which it stands: here a pair of the base names what the variant has taken away.
    const Reading wrong = read(R"({"quantities": {"/segments/main/price": null}})");
    REQUIRE(wrong.problems.size() == 1);
    CHECK(wrong.problems[0].pointer == "/uncertainty/correlations/dear/between");
    CHECK(fs::path(wrong.problems[0].file).filename() == "uncertain.json");
    const Reading outside = read(R"({"quantities": {"/segments/repair/price": {"distribution": "uniform", "low": -9, "high": -1}}})");
    REQUIRE(outside.problems.size() == 1);
    CHECK(fs::path(outside.problems[0].file).filename() == "variant.json");
    CHECK(read("null").value->uncertainty.none());
    fs::remove_all(folder);
}
