// Reads a plan, prints what it earns, and asks what two changes to it would be worth.
#include "goho.hpp"

#include <cstdio>
#include <filesystem>
#include <string>

namespace {

/// Says what is wrong, all of it at once; whether anything is.
bool told(const goho::Problems& problems) {
    for (const auto& problem : problems) std::fprintf(stderr, "%s\n", to_string(problem, goho::Language::english).c_str());
    return !problems.empty();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::fputs("usage: plan FILE\n", stderr), 2;
    const std::filesystem::path file = argv[1];

    // A scenario, and the law it names: the dated tables of tax and depreciation.
    const auto base = goho::io::read_scenario(file);
    if (told(base.problems)) return 3;
    const auto law = goho::io::load_statutes(*base.value);
    if (told(law.problems)) return 3;

    // The run and all that is read off it. `books` has every line of the statements.
    const auto study = goho::analysis::study(*base.value, *law.value);
    std::puts("Ordinary income, yen");
    for (const auto& year : study.fiscal_years) std::printf("  %-8s %14.0f\n", year.label.en.c_str(), year.books.ordinary_income);

    // A variant is a copy of the scenario in which something differs from the start...
    auto lean = *base.value;
    lean.name = {"A third less stock", "在庫を3分の1減らす"};
    for (auto& segment : lean.plan.segments) segment.parameters.inventory_days *= 2.0 / 3.0;
    if (told(goho::io::problems_of(lean))) return 3;

    // ... or a text that says what a file would say, here with a change on the way, which customers answer to.
    const std::string text = R"({
        "format": 1, "extends": ")" + file.filename().string() + R"(",
        "name": {"en": "Machined parts +3% from year 2", "ja": "2年目から量産部品を3%値上げ"},
        "timeline": {"price_rise": {"from": "2028-04", "scale": {"/segments/machined_parts/price": 1.03}}}
    })";
    const auto dearer = goho::io::read_scenario_text(text, file.parent_path() / "dearer.json");
    if (told(dearer.problems)) return 3;

    const auto lean_run = goho::simulation::run(lean, *law.value);
    const auto dearer_run = goho::simulation::run(*dearer.value, *law.value);
    const auto comparison =
        goho::analysis::compare({&study.scenario, &study.run}, {{&lean, &lean_run}, {&*dearer.value, &dearer_run}});
    for (const auto& contender : comparison.contenders) {
        if (!contender.valuation) continue;  // the base
        std::printf("\n%s / %s\n", contender.name.en.c_str(), contender.name.ja.c_str());
        for (const auto& difference : contender.differences) std::printf("  - %s\n", difference.sentence.en.c_str());
        for (std::size_t i = 0; i < comparison.years.size(); ++i)
            std::printf("  free cash flow until year %-2d %+14.0f\n", comparison.years[i], *contender.cumulative_free_cash_flow[i].difference);
        if (contender.valuation->npv) std::printf("  net present value           %+14.0f\n", *contender.valuation->npv);
    }
}
