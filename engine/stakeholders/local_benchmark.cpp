#include "stakeholders/local_benchmark.hpp"

#include <algorithm>

namespace goho::stakeholders {

const Label benchmark_caveat{
    "Points, inequalities and grades follow third-party implementations of the Local Benchmark; METI's own text was not read for them.",
    "点数・不等号・評価ランクは第三者の実装に基づくもので、経済産業省の原文では確認していません。"};

const BenchmarkIndustry* Benchmark::find(std::string_view industry) const {
    const auto found = std::find_if(industries.begin(), industries.end(), [&](const auto& row) { return row.id == industry; });
    return found == industries.end() ? nullptr : &*found;
}

int benchmark_points(double figure, const Thresholds& thresholds, Better better) {
    int points = 5;
    for (const double threshold : thresholds) {
        const bool reached = better == Better::lower ? at_most(figure, threshold) : at_least(figure, threshold);
        if (reached) return points;
        --points;
    }
    return points;
}

char benchmark_grade(int sum) { return sum >= 24 ? 'A' : sum >= 18 ? 'B' : sum >= 12 ? 'C' : 'D'; }

BenchmarkScore local_benchmark(const YearView& year, const BenchmarkIndustry& industry) {
    BenchmarkScore score;
    int sum = 0;
    bool all = true;
    for (std::size_t i = 0; i < benchmark_rows.size(); ++i) {
        BenchmarkPoint& row = score.rows[i];
        row.indicator = find_indicator(benchmark_rows[i].indicator);
        row.figure = row.indicator->compute(year);
        if (row.figure) row.points = benchmark_points(*row.figure, industry.thresholds[i], row.indicator->better);
        // EBITDA of zero or less leaves no multiple, and that is the worst case, not missing data.
        else if (benchmark_rows[i].key == "ebitda_debt_multiple") row.points = 1;
        if (row.points) sum += *row.points;
        else all = false;
    }
    if (all) {
        score.sum = sum;
        score.grade = benchmark_grade(sum);
    }
    return score;
}

}  // namespace goho::stakeholders
