#include "forms/forms.hpp"

#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "simulation/actual_fit.hpp"
#include "support/random_plan.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace goho;
using workbook::Written;

namespace {

analysis::Study study_of(simulation::Scenario scenario, const stakeholders::Benchmark* benchmark = nullptr) {
    analysis::StudyOptions options;
    options.benchmark = benchmark;
    return analysis::study(std::move(scenario), test::statutes(), options);
}

simulation::Scenario shipped(const std::string& name) {
    auto reading = io::read_scenario(std::string(GOHO_SOURCE_DIR) + "/scenarios/" + name);
    REQUIRE(reading);
    return std::move(*reading.value);
}

bool says(const workbook::Book& book, std::string_view words) {
    for (const auto& sheet : book.sheets) {
        for (const auto& cell : sheet.cells) {
            if (cell.kind == Written::Kind::text && cell.text.find(words) != std::string::npos) return true;
        }
    }
    return false;
}

const Written* cell_right_of(const workbook::Sheet& sheet, std::string_view label, int column) {
    for (const auto& cell : sheet.cells) {
        if (cell.column != 0 || cell.text != label) continue;
        for (const auto& other : sheet.cells) {
            if (other.row == cell.row && other.column == column) return &other;
        }
    }
    return nullptr;
}

}  // namespace

TEST_CASE("forms: each has a title, a purpose and sheets in both languages, and says that it is not the official file") {
    const auto study = study_of(shipped("manufacturer/base.json"));
    REQUIRE(forms::forms().size() == 3);
    for (const auto& info : forms::forms()) {
        CAPTURE(info.id);
        CHECK(&forms::info_of(info.form) == &info);
        CHECK_FALSE(info.purpose.empty());
        const auto english = forms::form_book(info.form, study, {Language::english});
        const auto japanese = forms::form_book(info.form, study, {Language::japanese});
        CHECK(english.sheets.size() == japanese.sheets.size());
        CHECK(english.live == japanese.live);
        CHECK(says(japanese, "公式の"));
        CHECK((says(english, "not the official file") || says(english, "Not an official file")));
    }
}

TEST_CASE("forms: a cell is written once, and sheet names are as Excel has them") {
    for (const char* name : {"manufacturer/base.json", "cases/integrated.json"}) {
        const auto study = study_of(shipped(name));
        for (const auto& info : forms::forms()) {
            for (const auto& sheet : forms::form_book(info.form, study, {Language::japanese}).sheets) {
                CAPTURE(sheet.name);
                CHECK(sheet.name.size() <= 3 * 31);
                CHECK(sheet.name.find_first_of("[]:*?/\\'") == std::string::npos);
                std::set<std::pair<int, int>> places;
                for (const auto& cell : sheet.cells) CHECK(places.insert({cell.row, cell.column}).second);
            }
        }
    }
}

TEST_CASE("forms: joined cells neither overlap nor hide another cell") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const auto study = seed == 1 ? study_of(shipped("cases/integrated.json")) : study_of(test::random_scenario(seed, 130));
        for (const auto& info : forms::forms()) {
            for (const auto& sheet : forms::form_book(info.form, study, {}).sheets) {
                CAPTURE(sheet.name);
                std::set<std::pair<int, int>> covered;
                for (const auto& one : sheet.paper->joined) {
                    CHECK((one.last_row > one.first_row || one.last_column > one.first_column));
                    for (int r = one.first_row; r <= one.last_row; ++r) {
                        for (int c = one.first_column; c <= one.last_column; ++c) {
                            CHECK(covered.insert({r, c}).second);
                            const bool first = r == one.first_row && c == one.first_column;
                            const auto here = [&](const Written& cell) { return cell.row == r && cell.column == c; };
                            CHECK(std::any_of(sheet.cells.begin(), sheet.cells.end(), here) == first);
                        }
                    }
                }
            }
        }
    }
}

TEST_CASE("forms: names that begin like formulas stay texts") {
    auto scenario = shipped("manufacturer/equipment_loan.json");
    const std::string names[] = {"=HYPERLINK(\"http://example.com\")", "+1", "-1", "@SUM"};
    scenario.name = {names[0], names[0]};
    scenario.plan.segments[0].name = {names[1], names[1]};
    scenario.plan.loans[0].name = {names[2], names[2]};
    scenario.plan.cost_lines[0].name = {names[3], names[3]};
    const auto study = study_of(std::move(scenario));
    for (const auto& info : forms::forms()) {
        for (const auto& sheet : forms::form_book(info.form, study, {}).sheets) {
            for (const auto& cell : sheet.cells) {
                if (cell.kind == Written::Kind::text) continue;
                for (const auto& name : names) CHECK(cell.text != name);
                CHECK(cell.text.find("HYPERLINK") == std::string::npos);
                CHECK(cell.text.find('@') == std::string::npos);
            }
        }
    }
    CHECK(says(forms::form_book(forms::Form::early_improvement, study, {}), names[2]));
}

TEST_CASE("forms: amounts stand in the unit that was asked for") {
    const auto study = study_of(shipped("manufacturer/base.json"));
    const double sales = study.fiscal_years[0].books.net_sales;
    for (const MoneyUnit unit : {MoneyUnit::yen, MoneyUnit::thousand, MoneyUnit::million}) {
        const auto book = forms::form_book(forms::Form::early_improvement, study, {Language::english, unit});
        const Written* cell = cell_right_of(book.sheets[3], "Net sales", 3);
        REQUIRE(cell);
        CHECK(cell->value == sales / size_of(unit));
        CHECK(says(book, std::string(label_of(unit).en)));
    }
}

TEST_CASE("forms: without thresholds there are no points, and nothing is invented") {
    const auto study = study_of(shipped("manufacturer/base.json"));
    const auto book = forms::form_book(forms::Form::local_benchmark, study, {Language::japanese});
    CHECK(says(book, "業種基準値が未指定"));
    CHECK_FALSE(says(book, "合計点"));
}

TEST_CASE("forms: labour productivity never stands without its definition") {
    const auto study = study_of(shipped("manufacturer/base.json"));
    for (const auto form : {forms::Form::local_benchmark, forms::Form::value_added}) {
        for (const auto& sheet : forms::form_book(form, study, {Language::japanese}).sheets) {
            for (const auto& cell : sheet.cells) {
                if (cell.column != 0 || !cell.text.starts_with("労働生産性（") || cell.style == workbook::Style::head || cell.style == workbook::Style::heading) continue;
                const Written* beside = cell_right_of(sheet, cell.text, 1);
                REQUIRE(beside);
                CHECK(beside->text.find("÷") != std::string::npos);
            }
        }
    }
}

TEST_CASE("forms: actual months are headed as such") {
    auto scenario = shipped("manufacturer/base.json");
    scenario.plan.actuals.months.assign(3, simulation::blank_month(scenario.plan));
    const auto book = forms::form_book(forms::Form::early_improvement, study_of(std::move(scenario)), {Language::japanese});
    const auto headed = [&](std::string_view words) {
        return std::count_if(book.sheets[1].cells.begin(), book.sheets[1].cells.end(),
                             [&](const Written& cell) { return cell.style == workbook::Style::head && cell.text.ends_with(words); });
    };
    CHECK(headed("実績") == 3);
    CHECK(headed("計画") == 21);
    CHECK(says(book, "一部実績"));
}

TEST_CASE("forms: any plan fits, however short, and every formula has its lines") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        const auto study = study_of(test::random_scenario(seed, 80));
        for (const auto& info : forms::forms()) CHECK_FALSE(forms::form_book(info.form, study, {Language::japanese}).sheets.empty());
    }
}
