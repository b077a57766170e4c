// The search for remedies: each measure alone, then together.
#include "decision/trough_search.hpp"

#include "analysis/valuation.hpp"

#include "core/number.hpp"
#include "decision/measure.hpp"
#include "io/scenario_reader.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <tuple>

namespace goho::decision {

namespace {

constexpr int every_step = 36;         // up to so many steps all sizes are looked at
constexpr int looks = 12;              // beyond, this many first
constexpr double sparing = 0.75;       // of the sizes at full
constexpr std::size_t most_partners = 8, pairs_shown = 3;

struct Tried {
    Remedy remedy;
    std::size_t runs = 0;
};

/// Judges measures on one base.
class Bench {
public:
    Bench(const Base& base, const Trough& about) : base_(base), about_(about) {
        income_ = income(base.run);
        value_ = analysis::present_value(base.run, base.scenario.plan.treasury.discount_rate).value_or(0.0);
    }

    std::vector<Dose> doses(const Remedy& remedy) const {
        std::vector<Dose> out;
        for (std::size_t i = 0; i < remedy.cures.size(); ++i) out.push_back({&about_.cures[remedy.cures[i]], remedy.sizes[i]});
        return out;
    }

    /// With everything filled in but its draft.
    void judge(Remedy& remedy) const {
        const auto scenario = with_doses(base_, doses(remedy));
        remedy.low.slack = -std::numeric_limits<double>::infinity();
        remedy.works = false;
        if (!io::problems_of(scenario).empty()) return;
        thread_local simulation::Trajectory<double> run;
        simulation::run_into(run, scenario.plan, scenario.timeline, base_.statutes);
        read(remedy, run);
    }

    /// What the text that is saved says, read and run; whether the measure still works.
    bool judge_draft(Remedy& remedy) const {
        const auto saved = with_draft(base_, remedy.draft);
        if (!saved) return false;
        const double slack = remedy.low.slack;
        read(remedy, saved.value->run);
        return remedy.works && remedy.low.slack == slack;
    }

private:
    static double income(const simulation::Trajectory<double>& run) {
        double sum = 0.0;
        for (const auto& month : run.months) sum += month.net_income;
        return sum;
    }

    static double own_cash(const simulation::Trajectory<double>& run) { return run.months.back().cash - run.months.back().overdraft; }

    void read(Remedy& remedy, const simulation::Trajectory<double>& run) const {
        remedy.low = cash_low(run, about_.floor, about_.from);
        remedy.works = remedy.low.holds();
        remedy.cost = income_ - income(run);
        remedy.end_cash = own_cash(run) - own_cash(base_.run);
        remedy.npv = analysis::present_value(run, base_.scenario.plan.treasury.discount_rate).value_or(0.0) - value_;
    }

    const Base& base_;
    const Trough& about_;
    double income_ = 0.0, value_ = 0.0;
};

bool sound(const Remedy& remedy) { return std::isfinite(remedy.low.slack); }

/// Step counts that are looked at first, ascending: all where there are few.                                    TR-6
std::vector<int> first_looks(int steps) {
    std::vector<int> out;
    if (steps <= every_step) {
        for (int k = 1; k <= steps; ++k) out.push_back(k);
        return out;
    }
    for (int i = 1; i <= looks; ++i) out.push_back((steps * i + looks - 1) / looks);
    for (int k = 1; k < out[0]; k *= 2) out.push_back(k);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Smallest of the step counts at which `at` works, between one that does not and one that does.
template <class At> Remedy smallest(int fails, Remedy works, int works_at, At&& at) {
    while (works_at - fails > 1) {
        const int middle = fails + (works_at - fails) / 2;
        Remedy one = at(middle);
        if (one.works) {
            works = std::move(one);
            works_at = middle;
        } else {
            fails = middle;
        }
    }
    return works;
}

Tried alone(const Bench& bench, const Trough& about, std::size_t which) {
    const Cure& cure = about.cures[which];
    Tried out;
    const auto at = [&](int steps) {
        Remedy one;
        one.cures = {which};
        one.sizes = {cure.size(steps)};
        bench.judge(one);
        ++out.runs;
        return one;
    };
    const int steps = cure.steps();
    // What begins after cash is short cannot mend it: its bound is looked at alone.
    const auto sizes = cure.begins > about.low.first_below ? std::vector<int>{steps} : first_looks(steps);
    int fails = 0;
    for (const int k : sizes) {
        Remedy one = at(k);
        if (one.works) {
            out.remedy = smallest(fails, std::move(one), k, at);
            return out;
        }
        if (out.remedy.cures.empty() || !sound(out.remedy) || one.low.slack > out.remedy.low.slack) out.remedy = std::move(one);
        fails = k;
    }
    return out;
}

/// A whole number of steps that is no less than a share of a size.
double part_of(const Cure& cure, double size, int percent) {
    return cure.size(std::max(1, static_cast<int>(std::ceil(percent / 100.0 * std::round(size / cure.step) - 1e-9))));
}

/// The smallest equal share of measures at full that works.                                                    TR-7
Tried in_shares(const Bench& bench, const Trough& about, const std::vector<const Remedy*>& full) {
    Tried out;
    const auto at = [&](int percent) {
        Remedy one;
        one.share = percent / 100.0;
        for (const auto* part : full) {
            one.cures.push_back(part->cures.front());
            one.sizes.push_back(part_of(about.cures[part->cures.front()], part->sizes.front(), percent));
        }
        bench.judge(one);
        ++out.runs;
        return one;
    };
    Remedy all = at(100);
    out.remedy = all.works ? smallest(0, std::move(all), 100, at) : std::move(all);
    // Next to one that does it alone, a pair that spares little of it is no other way.
    for (std::size_t i = 0; i < full.size(); ++i)
        if (full[i]->works && (out.remedy.share > sparing || out.remedy.sizes[i] >= full[i]->sizes.front())) out.remedy.works = false;
    return out;
}

class Search {
public:
    Search(const Base& base, const TroughRequest& request, Trough& into) : base_(base), request_(request), out_(into), bench_(base, into) {}

    void operator()() {
        singles();
        if (!out_.stopped) pairs();
        if (!out_.stopped) drafts();
    }

private:
    /// f(i) for all i below n, side by side; f returns how many runs it took.
    template <class F> void each(std::size_t n, double begin, double end, F&& f) {
        std::atomic<std::size_t> done{0}, runs{0};
        std::atomic<bool> stop{false};
        tbb::task_arena arena(request_.threads > 0 ? request_.threads : tbb::task_arena::automatic);
        arena.execute([&] {
            tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) {
                if (stop) return;
                runs += f(i);
                const double part = static_cast<double>(++done) / static_cast<double>(n);
                if (request_.progress && !request_.progress(begin + (end - begin) * part)) stop = true;
            });
        });
        out_.runs += runs;
        if (stop) out_.stopped = true;
    }

    double relative_size(const Remedy& remedy) const {
        double sum = 0.0;
        for (std::size_t i = 0; i < remedy.cures.size(); ++i) sum += remedy.sizes[i] / out_.cures[remedy.cures[i]].bound;
        return sum;
    }

    void rank(std::vector<Remedy>& remedies) const {                                                          // TR-5
        const auto key = [&](const Remedy& r) { return std::tuple(!r.works, r.works ? r.cost : -r.low.slack, relative_size(r)); };
        std::stable_sort(remedies.begin(), remedies.end(), [&](const Remedy& a, const Remedy& b) { return key(a) < key(b); });
    }

    bool helps(const Remedy& remedy) const { return sound(remedy) && (remedy.works || remedy.low.slack > out_.low.slack); }

    void singles() {
        std::vector<Remedy> found(out_.cures.size());
        each(found.size(), 0.0, 0.4, [&](std::size_t i) {
            auto one = alone(bench_, out_, i);
            found[i] = std::move(one.remedy);
            return one.runs;
        });
        if (out_.stopped) return;
        for (std::size_t i = 0; i < found.size(); ++i) {
            // Leaving out is for what cannot be put off far enough, where it does more.
            const bool left_out = out_.cures[i].id.starts_with("without_") && i > 0;
            if (left_out && (found[i - 1].works || found[i - 1].low.slack >= found[i].low.slack)) continue;
            if (sound(found[i])) out_.singles.push_back(found[i]);
        }
        rank(out_.singles);
    }

    std::vector<const Remedy*> partners() const {
        std::vector<const Remedy*> out;
        std::size_t working = 0, others = 0;
        for (const auto& one : out_.singles)
            if (helps(one) && (one.works ? working : others)++ < most_partners) out.push_back(&one);
        return out;
    }

    bool together(const std::vector<const Remedy*>& some) const {
        for (std::size_t i = 0; i < some.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (!go_together(out_.cures[some[i]->cures.front()], out_.cures[some[j]->cures.front()])) return false;
        return true;
    }

    void try_all(const std::vector<std::vector<const Remedy*>>& groups, double begin, double end) {
        std::vector<Remedy> found(groups.size());
        each(groups.size(), begin, end, [&](std::size_t i) {
            auto one = in_shares(bench_, out_, groups[i]);
            found[i] = std::move(one.remedy);
            return one.runs;
        });
        std::erase_if(found, [](const Remedy& r) { return !r.works; });
        rank(found);
        if (found.size() > pairs_shown) found.resize(pairs_shown);
        out_.together = std::move(found);
    }

    void pairs() {
        const auto some = partners();
        const bool works_alone = !some.empty() && some.front()->works;
        std::vector<std::vector<const Remedy*>> two, three;
        for (std::size_t i = 0; i < some.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (together({some[j], some[i]})) two.push_back({some[j], some[i]});
                for (std::size_t k = 0; k < j; ++k)
                    if (together({some[k], some[j], some[i]})) three.push_back({some[k], some[j], some[i]});
            }
        }
        try_all(two, 0.4, 0.8);
        if (out_.stopped || works_alone || !out_.together.empty()) return;
        try_all(three, 0.8, 0.95);
        if (!out_.stopped && out_.together.empty()) at_their_bounds();
    }

    void at_their_bounds() {
        Remedy all;
        std::vector<const Remedy*> taken;
        for (const auto& one : out_.singles) {
            taken.push_back(&one);
            if (!helps(one) || !together(taken)) taken.pop_back();
        }
        for (const auto* one : taken) {
            all.cures.push_back(one->cures.front());
            all.sizes.push_back(one->sizes.front());
        }
        if (all.cures.empty()) return;
        bench_.judge(all);
        ++out_.runs;
        if (sound(all)) out_.everything = std::move(all);
    }

    void draft(Remedy& remedy) const {
        std::string id = "trough";
        Text name;
        for (const auto& dose : bench_.doses(remedy)) {
            id += "_" + dose.cure->id;
            const Text one = dose_words(dose, MoneyUnit::thousand);
            name.en += (name.en.empty() ? "" : " and ") + one.en;
            name.ja += (name.ja.empty() ? "" : "＋") + one.ja;
        }
        const auto doses = bench_.doses(remedy);
        const std::string floor = group_thousands(out_.floor);
        const Text from = month_words(out_.from);
        remedy.draft = draft_of(base_, doses, id, std::move(name));
        remedy.draft.description = {"Keeps cash at " + floor + " yen or more in every month from " + from.en + " on.", from.ja + "以降、毎月の現金を" + floor + "円以上に保つ。"};
    }

    void drafts() {
        std::vector<Remedy*> proposed;
        for (auto& one : out_.singles)
            if (one.works) proposed.push_back(&one);
        for (auto& one : out_.together) proposed.push_back(&one);
        if (out_.everything && out_.everything->works) proposed.push_back(&*out_.everything);
        for (auto* one : proposed) draft(*one);
        if (out_.everything && out_.everything->works) out_.everything->draft.id = "trough_everything";
        each(proposed.size(), 0.95, 1.0, [&](std::size_t i) {
            if (!bench_.judge_draft(*proposed[i])) proposed[i]->draft.id.clear();
            return std::size_t{1};
        });
        const auto unsaved = [](const Remedy& r) { return !r.draft.patch.is_null() && r.draft.id.empty(); };
        out_.unsaved = std::erase_if(out_.singles, unsaved) + std::erase_if(out_.together, unsaved);
        if (out_.everything && unsaved(*out_.everything)) out_.everything.reset(), ++out_.unsaved;
        if (const Remedy* best = out_.best()) mended(*best);
    }

    void mended(const Remedy& best) {
        const auto scenario = with_doses(base_, bench_.doses(best));
        const auto run = simulation::run(scenario, base_.statutes);
        for (std::size_t t = static_cast<std::size_t>(out_.from - run.start); t < run.months.size(); ++t) out_.mended.push_back(run.months[t].cash);
    }

    const Base& base_;
    const TroughRequest& request_;
    Trough& out_;
    Bench bench_;
};

}  // namespace

void search_remedies(const Base& base, const TroughRequest& request, Trough& into) { Search(base, request, into)(); }

}  // namespace goho::decision
