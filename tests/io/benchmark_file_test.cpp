#include "io/benchmark_file.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fstream>
#include <string>

using namespace goho;

namespace {

nlohmann::ordered_json example() {
    std::ifstream file(std::string(GOHO_SOURCE_DIR) + "/engine/data/benchmarks/example-local-benchmark.json");
    REQUIRE(file.good());
    return nlohmann::ordered_json::parse(file);
}

std::vector<std::string> lines(const Problems& problems) {
    std::vector<std::string> out;
    for (const Problem& p : problems) out.push_back(to_string(p, Language::english));
    return out;
}

}  // namespace

TEST_CASE("benchmark file: the shipped example is read whole and says that it is one") {
    const auto result = io::read_benchmark(example(), "example.json");
    REQUIRE(result.value.has_value());
    CHECK(result.problems.empty());
    CHECK(result.value->example);
    CHECK(result.value->industries.size() == 5);
    const auto* industry = result.value->find("manufacturing");
    REQUIRE(industry != nullptr);
    CHECK(industry->name.ja == "製造業");
    CHECK(industry->thresholds[3] == stakeholders::Thresholds{0.5, 2.5, 5.5, 11.0});
    CHECK(result.value->find("no such trade") == nullptr);
}

TEST_CASE("benchmark file: every problem is reported at once, with its place") {
    auto document = example();
    document["extra"] = 1;
    document["example"] = "yes";
    auto& trade = document["industries"]["retail"];
    trade.erase("sales_growth");
    trade["operating_margin"] = {0.1, 0.2, 0.3, 0.4};
    trade["equity_ratio"] = {0.5, 0.4};
    trade["working_capital_months"] = {3, 2, 1, 0};
    trade["profit"] = 1;
    const auto result = io::read_benchmark(document, "b.json");
    CHECK_FALSE(result.value.has_value());
    CHECK(lines(result.problems) ==
          std::vector<std::string>{
              "b.json: /extra: unknown key (allowed: id, example, title, note, sources, layout, industries)",
              "b.json: /example: expected true or false",
              "b.json: /industries/retail/profit: unknown key (allowed: name, sales_growth, operating_margin, labour_productivity, "
              "ebitda_debt_multiple, working_capital_months, equity_ratio)",
              "b.json: /industries/retail/sales_growth: required, but missing",
              "b.json: /industries/retail/operating_margin: thresholds must fall: high is better here",
              "b.json: /industries/retail/working_capital_months: thresholds must rise: low is better here",
              "b.json: /industries/retail/equity_ratio: expected a list of four numbers, best first",
          });
}

TEST_CASE("benchmark file: what is no benchmark at all") {
    CHECK(lines(io::read_benchmark(nlohmann::ordered_json::array(), "b.json").problems) == std::vector<std::string>{"b.json: expected an object"});
    CHECK(lines(io::read_benchmark(nlohmann::ordered_json::object(), "b.json").problems) ==
          std::vector<std::string>{"b.json: /id: required, but missing", "b.json: /industries: required, but missing"});
}

TEST_CASE("benchmark file: names that would break a line or steer a terminal are refused, and keys are told without doing so") {
    auto document = example();
    document["title"]["en"] = "one\ntwo";
    document["note"]["en"] = "one\ntwo";
    document["industries"]["retail"]["a\nb"] = 1;
    const auto said = lines(io::read_benchmark(document, "b.json").problems);
    REQUIRE(said.size() == 2);
    CHECK(said[0] == "b.json: /title/en: the text holds a line break or another control character (write it on one line)");
    CHECK(said[1].starts_with("b.json: /industries/retail/a\\u000ab: unknown key"));
}

TEST_CASE("benchmark file: at most a hundred problems are listed") {
    nlohmann::ordered_json document = nlohmann::ordered_json::object();
    for (int i = 0; i < 1000; ++i) document[fmt::format("k{}", i)] = i;
    const auto said = lines(io::read_benchmark(document, "b.json").problems);
    CHECK(said.size() == 101);
    CHECK(said.back() == "b.json: and 902 more problems");
}
