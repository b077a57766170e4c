// Scoring of the six financial indicators of METI's Local Benchmark (ロカベン): 1 to 5 points against four
// thresholds, their sum out of 30 and a grade. The inequalities and cut-offs were read from third-party
// implementations, not from METI's text; the thresholds themselves come from a file that the user supplies.
#pragma once

#include "stakeholders/indicator.hpp"

#include <array>
#include <string>

namespace goho::stakeholders {

/// One of the six: its key in the benchmark file and the indicator that gives its figure.
struct BenchmarkRow {
    std::string_view key, indicator;
};
inline constexpr auto benchmark_rows = std::to_array<BenchmarkRow>({
    {"sales_growth", "locaben_sales_growth"},
    {"operating_margin", "locaben_operating_margin"},
    {"labour_productivity", "locaben_labour_productivity"},
    {"ebitda_debt_multiple", "locaben_ebitda_debt_multiple"},
    {"working_capital_months", "locaben_working_capital_months"},
    {"equity_ratio", "locaben_equity_ratio"},
});

/// Four thresholds, best first.
using Thresholds = std::array<double, 4>;

struct BenchmarkIndustry {
    std::string id;
    Text name;
    std::array<Thresholds, benchmark_rows.size()> thresholds{};  // in the order of benchmark_rows
};

struct Benchmark {
    std::string id;
    bool example = false;  // invented figures: to be said wherever they are shown
    Text title, note;
    std::vector<BenchmarkIndustry> industries;  // in the order of the file

    const BenchmarkIndustry* find(std::string_view industry) const;
};

struct BenchmarkPoint {
    const Indicator* indicator = nullptr;
    std::optional<double> figure;
    std::optional<int> points;  // nothing when the figure is missing for want of data
};

struct BenchmarkScore {
    std::array<BenchmarkPoint, benchmark_rows.size()> rows{};
    std::optional<int> sum;     // only when all six have points
    std::optional<char> grade;  // 'A' to 'D'
};

/// 5 when at least as good as the first threshold, ..., 1 when worse than the last.          KP-34
int benchmark_points(double figure, const Thresholds& thresholds, Better better);
char benchmark_grade(int sum);  // KP-33
BenchmarkScore local_benchmark(const YearView& year, const BenchmarkIndustry& industry);

/// Said wherever points or grades are shown.
extern const Label benchmark_caveat;

}  // namespace goho::stakeholders
