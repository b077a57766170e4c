#include "kernels/kernel.hpp"

#include "accounting/books.hpp"
#include "simulation/conduct.hpp"
#include "simulation/period.hpp"
#include "simulation/run.hpp"
#include "support/uncertain_company.hpp"

#include <cstring>
#include <doctest/doctest.h>
#include <memory>
#include <numeric>

using namespace goho;

namespace {

/// Everything that a kernel can hand back for a block of trials.
struct Everything {
    std::vector<double> monthly, opening, fiscal_years, plan_years;
    bool operator==(const Everything& o) const {
        const auto same = [](const auto& a, const auto& b) { return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0; };
        return same(monthly, o.monthly) && same(opening, o.opening) && same(fiscal_years, o.fiscal_years) && same(plan_years, o.plan_years);
    }
};

struct Setting {
    support::UncertainCompany company = support::uncertain_company();
    std::vector<int> monthly = std::vector<int>(kernels::figure_count());
    std::vector<simulation::Address> wavering;
    std::vector<kernels::DrawnEvent> events;
    bool renewals = false;

    Setting() { std::iota(monthly.begin(), monthly.end(), 0); }

    kernels::Job job() const {
        kernels::Job job;
        job.plan = &company.scenario.plan;
        job.timeline = &company.scenario.timeline;
        job.statutes = &company.statutes;
        job.varied = company.varied;
        job.wavering = wavering;
        job.monthly = monthly;
        job.renewals_drawn = renewals;
        job.fiscal_years = job.plan_years = true;
        return job;
    }
    std::size_t months() const { return static_cast<std::size_t>(company.scenario.plan.company.months); }
};

Everything run(const Setting& s, kernels::Workspace& workspace, int trials, const std::vector<double>& values) {
    const auto n = static_cast<std::size_t>(trials);
    const std::vector<double> factors = [&] {
        std::vector<double> f(s.wavering.size() * s.months() * n);
        for (std::size_t i = 0; i < f.size(); ++i) f[i] = 1.0 + 0.001 * static_cast<double>(i % 37);
        return f;
    }();
    const std::vector<double> renewals(s.months() * s.company.scenario.plan.initiatives.size() * n, 0.5);
    Everything out;
    out.monthly.resize(s.monthly.size() * s.months() * n);
    out.opening.resize(kernels::figure_count() * n);
    out.fiscal_years.resize(static_cast<std::size_t>(kernels::fiscal_year_count(s.company.scenario.plan)) * kernels::figure_count() * n);
    out.plan_years.resize(static_cast<std::size_t>(kernels::plan_year_count(s.company.scenario.plan)) * kernels::figure_count() * n);
    kernels::Block block;
    block.trials = trials;
    block.values = values.data();
    block.factors = factors.data();
    block.renewals = renewals.data();
    block.events = s.events;
    block.monthly = out.monthly.data();
    block.opening = out.opening.data();
    block.fiscal_years = out.fiscal_years.data();
    block.plan_years = out.plan_years.data();
    workspace.run(block);
    return out;
}

Everything run(const Setting& s, const kernels::Kernel& kernel, int trials) {
    const std::unique_ptr<kernels::Workspace> workspace(kernel.prepare(s.job()));
    return run(s, *workspace, trials, support::values_around(s.company, trials));
}

}  // namespace

TEST_CASE("kernels: every kernel gives the bits of the plain run, month by month and year by year") {
    const Setting s;
    constexpr int trials = 11;  // no multiple of any width
    const auto values = support::values_around(s.company, trials);
    const Everything scalar = run(s, *kernels::find_kernel("scalar"), trials);
    for (int i = 0; i < trials; ++i) {
        CAPTURE(i);
        auto plan = s.company.scenario.plan;
        for (std::size_t k = 0; k < s.company.varied.size(); ++k) {
            *simulation::quantity_at(plan, s.company.varied[k]) = values[k * trials + static_cast<std::size_t>(i)];
        }
        const auto plain = simulation::run<double>(plan, s.company.scenario.timeline, s.company.statutes);
        bool same = true;
        const auto compare = [&](std::size_t row, double expected) { same = same && std::memcmp(&scalar.monthly[row * trials + static_cast<std::size_t>(i)], &expected, sizeof expected) == 0; };
        for (std::size_t t = 0; t < s.months(); ++t) {
            std::size_t f = 0;
            for (const auto& row : accounting::variables<double>) compare(f++ * s.months() + t, plain.months[t].*row.field);
            for (const auto& row : simulation::conduct_variables<double>) compare(f++ * s.months() + t, plain.conduct[t].*row.field);
        }
        CHECK(same);
        const auto years = simulation::fiscal_years(plain);
        for (std::size_t y = 0; y < years.size(); ++y) {
            const auto at = (y * kernels::figure_count() + static_cast<std::size_t>(support::figure("ordinary_income"))) * trials + static_cast<std::size_t>(i);
            CHECK(scalar.fiscal_years[at] == years[y].books.ordinary_income);
        }
    }
    for (const auto& kernel : kernels::kernels()) {
        CAPTURE(kernel.name);
        CHECK(run(s, kernel, trials) == scalar);
    }
}

TEST_CASE("kernels: what chance brings is the same in every kernel and leaves no trace in the next block") {
    Setting s;
    s.wavering = {s.company.varied[1]};
    s.renewals = true;
    s.events = {{kernels::DrawnEvent::Kind::champion_leaves, 0, 30, 0, 1.0}, {kernels::DrawnEvent::Kind::customer_lost, 3, 12, 0, 0.2},
                {kernels::DrawnEvent::Kind::incident, 6, 40, 2, 1.0}, {kernels::DrawnEvent::Kind::incident, 6, 40, 2, 1.0}};
    constexpr int trials = 9;
    const auto values = support::values_around(s.company, trials);
    const Everything scalar = run(s, *kernels::find_kernel("scalar"), trials);
    Setting quiet = s;
    quiet.events.clear();
    const Everything uneventful = run(quiet, *kernels::find_kernel("scalar"), trials);
    CHECK_FALSE(uneventful == scalar);
    for (const auto& kernel : kernels::kernels()) {
        CAPTURE(kernel.name);
        const std::unique_ptr<kernels::Workspace> workspace(kernel.prepare(s.job()));
        CHECK(run(s, *workspace, trials, values) == scalar);
        CHECK(run(quiet, *workspace, trials, values) == uneventful);
        CHECK(run(s, *workspace, trials, values) == scalar);
    }
}
