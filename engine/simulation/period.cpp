#include "simulation/period.hpp"

#include "core/traced.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::simulation {

namespace {

struct Span {
    int from, to;  // months of the plan, both included
    Text label;
};

Text with_length(Text label, int months) {
    if (months == 12) return label;
    label.en += months == 1 ? " (1 month)" : fmt::format(" ({} months)", months);
    label.ja += fmt::format("（{}か月）", months);
    return label;
}

template <class Real> std::vector<Span> fiscal_spans(const Trajectory<Real>& run) {
    std::vector<Span> spans;
    const int months = static_cast<int>(run.months.size());
    for (int t = 0; t < months;) {
        const int left = 12 - month_of_fiscal_year(run.start + t, run.fiscal_year_start);
        const int to = std::min(t + left, months) - 1;
        spans.push_back({t, to, with_length(fiscal_year_label(run.start + t, run.fiscal_year_start), to - t + 1)});
        t = to + 1;
    }
    return spans;
}

template <class Real> std::vector<Span> plan_spans(const Trajectory<Real>& run) {
    std::vector<Span> spans;
    const int months = static_cast<int>(run.months.size());
    for (int t = 0; t < months; t += 12) {
        const int to = std::min(t + 12, months) - 1;
        const int year = t / 12 + 1;
        spans.push_back({t, to, with_length({fmt::format("Year {}", year), fmt::format("{}年目", year)}, to - t + 1)});
    }
    return spans;
}

template <class Real> std::vector<PeriodOf<Real>> periods(const Trajectory<Real>& run, const std::vector<Span>& spans) {
    std::vector<PeriodOf<Real>> result;
    for (const Span& span : spans) {
        PeriodOf<Real> p{run.start + span.from, run.start + span.to, span.to - span.from + 1, false, run.months[span.from], span.label,
                 run.behaves ? run.conduct[span.from] : Conduct<Real>{}};
        for (int t = span.from; t <= span.to; ++t) {
            p.closes_year = p.closes_year || month_of_fiscal_year(run.start + t, run.fiscal_year_start) == 11;
            if (t == span.from) continue;
            p.books = accounting::joined(p.books, run.months[t], accounting::variables<Real>);
            if (run.behaves) p.conduct = accounting::joined(p.conduct, run.conduct[t], conduct_variables<Real>);
        }
        result.push_back(p);
    }
    return result;
}

std::vector<SegmentPeriod> segment_periods(const Trajectory<double>& run, const std::vector<Span>& spans) {
    std::vector<SegmentPeriod> result;
    for (const Span& span : spans) {
        SegmentPeriod p{run.start + span.from, run.start + span.to, span.to - span.from + 1, {}, span.label};
        for (int i = 0; i < run.segments.items; ++i) {
            accounting::SegmentBooks<double> sum = run.segments.at(span.from, i);
            for (int t = span.from + 1; t <= span.to; ++t) {
                sum = accounting::joined(sum, run.segments.at(t, i), accounting::segment_variables<double>);
            }
            p.segments.push_back(sum);
        }
        result.push_back(std::move(p));
    }
    return result;
}

}  // namespace

Text fiscal_year_label(Month any_month, int fiscal_year_start) {
    const Month first = goho::fiscal_year_start(any_month, fiscal_year_start);
    const Month last = first + 11;
    return {fmt::format("FY{}", first.year()),
            fmt::format("{}年度（{}年{}月期）", first.year(), last.year(), last.month())};
}

template <class Real> std::vector<PeriodOf<Real>> fiscal_years(const Trajectory<Real>& run) { return periods(run, fiscal_spans(run)); }
template <class Real> std::vector<PeriodOf<Real>> plan_years(const Trajectory<Real>& run) { return periods(run, plan_spans(run)); }
template std::vector<PeriodOf<double>> fiscal_years(const Trajectory<double>&);
template std::vector<PeriodOf<double>> plan_years(const Trajectory<double>&);
template std::vector<PeriodOf<Traced>> fiscal_years(const Trajectory<Traced>&);
template std::vector<PeriodOf<Traced>> plan_years(const Trajectory<Traced>&);
std::vector<SegmentPeriod> segment_fiscal_years(const Trajectory<double>& run) { return segment_periods(run, fiscal_spans(run)); }
std::vector<SegmentPeriod> segment_plan_years(const Trajectory<double>& run) { return segment_periods(run, plan_spans(run)); }

}  // namespace goho::simulation
