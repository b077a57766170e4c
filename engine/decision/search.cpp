#include "decision/search.hpp"

#include <algorithm>
#include <atomic>
#include <limits>
#include <map>
#include <memory>
#include <pagmo/algorithm.hpp>
#include <pagmo/algorithms/compass_search.hpp>
#include <pagmo/algorithms/de1220.hpp>
#include <pagmo/algorithms/nsga2.hpp>
#include <pagmo/batch_evaluators/member_bfe.hpp>
#include <pagmo/bfe.hpp>
#include <pagmo/population.hpp>
#include <pagmo/problem.hpp>
#include <pagmo/utils/hypervolume.hpp>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace goho::decision {

namespace {

constexpr int islands = 8;  // a fixed number, so that what is found does not hang on the threads

// Whatever is impossible is worse than anything possible, and the more so the further off it is.                    OP-4
constexpr double wall = 1e15, slope = 1e12;

bool dominates(const std::vector<double>& a, const std::vector<double>& b) {
    bool better = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] > b[i]) return false;
        better = better || a[i] < b[i];
    }
    return better;
}

/// Points that were looked at, each once.
class Looked {
public:
    explicit Looked(const Landscape& landscape) : landscape_(landscape) {}

    Point settled(Point point) const { return landscape_.settle ? landscape_.settle(point) : point; }

    /// The worth of each point, those not seen before side by side.
    std::vector<const Worth*> look(std::vector<Point> points) {
        std::vector<std::map<Point, Worth>::iterator> places, fresh;
        for (auto& point : points) {
            const auto [place, added] = seen_.try_emplace(settled(std::move(point)));
            places.push_back(place);
            if (added) fresh.push_back(place);
        }
        tbb::parallel_for(std::size_t{0}, fresh.size(), [&](std::size_t i) { fresh[i]->second = landscape_.worth(fresh[i]->first); });
        for (const auto& place : fresh) remember(*place);
        std::vector<const Worth*> out;
        for (const auto& place : places) out.push_back(&place->second);
        return out;
    }

    std::vector<double> fitness_of(const Worth& worth) const {
        if (worth.violation > 0.0) return std::vector<double>(static_cast<std::size_t>(landscape_.goals), wall + slope * std::min(worth.violation, 1e3));
        return worth.goals;
    }

    const Landscape& landscape() const { return landscape_; }
    std::size_t size() const { return seen_.size(); }
    const std::map<Point, Worth>& all() const { return seen_; }
    const std::vector<Found>& front() const { return front_; }
    const std::optional<Found>& nearest() const { return nearest_; }

private:
    void remember(const std::pair<const Point, Worth>& one) {
        if (one.second.violation > 0.0) {
            if (!nearest_ || one.second.violation < nearest_->worth.violation) nearest_ = Found{one.first, one.second};
            return;
        }
        if (landscape_.goals < 2) return;
        for (const auto& other : front_)
            if (other.worth.goals == one.second.goals || dominates(other.worth.goals, one.second.goals)) return;
        std::erase_if(front_, [&](const Found& other) { return dominates(one.second.goals, other.worth.goals); });
        front_.push_back({one.first, one.second});
    }

    const Landscape& landscape_;
    std::map<Point, Worth> seen_;
    std::vector<Found> front_;
    std::optional<Found> nearest_;
};

/// As the library wants it.
struct Terrain {
    Looked* looked = nullptr;

    pagmo::vector_double fitness(const pagmo::vector_double& x) const { return looked->fitness_of(*looked->look({x}).front()); }
    pagmo::vector_double batch_fitness(const pagmo::vector_double& xs) const {
        const std::size_t n = looked->landscape().low.size();
        std::vector<Point> points;
        for (std::size_t at = 0; at < xs.size(); at += n) points.emplace_back(xs.begin() + static_cast<std::ptrdiff_t>(at), xs.begin() + static_cast<std::ptrdiff_t>(at + n));
        pagmo::vector_double out;
        for (const Worth* worth : looked->look(std::move(points))) {
            const auto fitness = looked->fitness_of(*worth);
            out.insert(out.end(), fitness.begin(), fitness.end());
        }
        return out;
    }
    std::pair<pagmo::vector_double, pagmo::vector_double> get_bounds() const { return {looked->landscape().low, looked->landscape().high}; }
    pagmo::vector_double::size_type get_nobj() const { return static_cast<pagmo::vector_double::size_type>(looked->landscape().goals); }
    template <typename Archive> void serialize(Archive&, unsigned) {}
};

pagmo::population beginners(const pagmo::problem& problem, const Looked& looked, int size, std::uint64_t seed, bool side_by_side) {
    const auto seeds = static_cast<unsigned>(seed);
    auto population = side_by_side ? pagmo::population(problem, pagmo::bfe(pagmo::member_bfe{}), static_cast<std::size_t>(size), seeds)
                                   : pagmo::population(problem, static_cast<std::size_t>(size), seeds);
    const auto& first = looked.landscape().begin_with;
    for (std::size_t i = 0; i < std::min(first.size(), static_cast<std::size_t>(size)); ++i) population.set_x(i, first[i]);
    return population;
}

Searched result_of(const Looked& looked, bool stopped) {
    Searched out;
    out.evaluations = looked.size();
    out.stopped = stopped;
    if (looked.nearest()) out.nearest = *looked.nearest();
    return out;
}

template <class F> void in_arena(int threads, F&& f) {
    tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
    arena.execute(f);
}

/// Every point that is not impossible, the best first.
void order(std::vector<Found>& all) {
    std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.worth.goals != b.worth.goals ? a.worth.goals < b.worth.goals : a.point < b.point; });
}

}  // namespace

Searched search_best(const Landscape& landscape, const Effort& effort) {
    std::vector<std::unique_ptr<Looked>> looked;
    for (int i = 0; i <= islands; ++i) looked.push_back(std::make_unique<Looked>(landscape));
    std::vector<pagmo::population> found(islands);
    const int size = std::max(8, effort.population / islands);
    std::atomic<int> rounds{0};
    std::atomic<bool> stop{false};
    in_arena(effort.threads, [&] {
        tbb::parallel_for(0, islands, [&](int i) {
            const pagmo::problem problem(Terrain{looked[static_cast<std::size_t>(i)].get()});
            auto population = beginners(problem, *looked[static_cast<std::size_t>(i)], size, effort.seed * islands + static_cast<std::uint64_t>(i), false);
            const pagmo::algorithm evolution(pagmo::de1220(1, pagmo::de1220_statics<void>::allowed_variants, 1, 0.0, 0.0, true, static_cast<unsigned>(effort.seed + 977 * static_cast<std::uint64_t>(i))));
            for (int round = 0; round < effort.rounds && !stop; ++round) {
                population = evolution.evolve(population);
                if (effort.progress && !effort.progress(0.9 * ++rounds / (effort.rounds * islands))) stop = true;
            }
            found[static_cast<std::size_t>(i)] = population;
        });
    });
    std::vector<Found> all;
    std::optional<Found> nearest;
    std::size_t evaluations = 0;
    const auto gather = [&](const Looked& from) {
        evaluations += from.size();
        for (const auto& [point, worth] : from.all()) {
            if (worth.violation == 0.0) all.push_back({point, worth});
            else if (!nearest || worth.violation < nearest->worth.violation) nearest = Found{point, worth};
        }
    };
    for (int i = 0; i < islands; ++i) gather(*looked[static_cast<std::size_t>(i)]);
    order(all);
    if (!stop && !all.empty()) {
        auto& last = *looked.back();
        const pagmo::problem problem(Terrain{&last});
        pagmo::population population(problem);
        population.push_back(all.front().point);
        pagmo::algorithm(pagmo::compass_search(static_cast<unsigned>(200 * landscape.low.size()), 0.05, 1e-4, 0.5)).evolve(population);
        gather(last);
        order(all);
    }
    all.erase(std::unique(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.point == b.point; }), all.end());
    Searched out;
    out.best = std::move(all);
    if (nearest) out.nearest = *nearest;
    out.evaluations = evaluations;
    out.stopped = stop;
    return out;
}

Searched search_front(const Landscape& landscape, const Effort& effort) {
    Looked looked(landscape);
    bool stopped = false;
    in_arena(effort.threads, [&] {
        const pagmo::problem problem(Terrain{&looked});
        auto population = beginners(problem, looked, (effort.population + 3) / 4 * 4, effort.seed, true);
        pagmo::nsga2 nsga(1, 0.95, 10.0, 1.0 / static_cast<double>(std::max<std::size_t>(1, landscape.low.size())), 20.0, static_cast<unsigned>(effort.seed));
        nsga.set_bfe(pagmo::bfe(pagmo::member_bfe{}));
        const pagmo::algorithm evolution(nsga);
        for (int round = 0; round < effort.rounds && !stopped; ++round) {
            population = evolution.evolve(population);
            stopped = effort.progress && !effort.progress(static_cast<double>(round + 1) / effort.rounds);
        }
    });
    Searched out = result_of(looked, stopped);
    out.best = looked.front();
    order(out.best);
    return out;
}

double hypervolume(const std::vector<Found>& front, const std::vector<double>& reference) {
    std::vector<pagmo::vector_double> points;
    for (const auto& one : front) {
        const auto& goals = one.worth.goals;
        if (std::equal(goals.begin(), goals.end(), reference.begin(), [](double a, double b) { return a < b; })) points.push_back(goals);
    }
    return points.empty() ? 0.0 : pagmo::hypervolume(points).compute(reference);
}

std::vector<Found> representatives(const std::vector<Found>& front, std::size_t most) {
    if (front.size() <= most) return front;
    const std::size_t goals = front.front().worth.goals.size();
    std::vector<double> low(goals, std::numeric_limits<double>::infinity()), high(goals, -std::numeric_limits<double>::infinity());
    for (const auto& one : front) {
        for (std::size_t g = 0; g < goals; ++g) {
            low[g] = std::min(low[g], one.worth.goals[g]);
            high[g] = std::max(high[g], one.worth.goals[g]);
        }
    }
    const auto distance = [&](const Found& a, const Found& b) {
        double sum = 0.0;
        for (std::size_t g = 0; g < goals; ++g) {
            const double part = high[g] > low[g] ? (a.worth.goals[g] - b.worth.goals[g]) / (high[g] - low[g]) : 0.0;
            sum += part * part;
        }
        return sum;
    };
    std::vector<std::size_t> chosen;
    const auto choose = [&](std::size_t i) {
        if (std::find(chosen.begin(), chosen.end(), i) == chosen.end()) chosen.push_back(i);
    };
    for (std::size_t g = 0; g < goals && chosen.size() < most; ++g) {
        choose(static_cast<std::size_t>(std::min_element(front.begin(), front.end(), [&](const Found& a, const Found& b) { return a.worth.goals[g] < b.worth.goals[g]; }) - front.begin()));
    }
    std::vector<double> nearest(front.size(), std::numeric_limits<double>::infinity());
    for (std::size_t c = 0; c < most; ++c) {                                                     // OP-3
        if (c >= chosen.size()) choose(static_cast<std::size_t>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin()));
        if (c >= chosen.size()) break;
        for (std::size_t i = 0; i < front.size(); ++i) nearest[i] = std::min(nearest[i], distance(front[i], front[chosen[c]]));
    }
    std::sort(chosen.begin(), chosen.end());
    std::vector<Found> out;
    for (const std::size_t i : chosen) out.push_back(front[i]);
    return out;
}

}  // namespace goho::decision
