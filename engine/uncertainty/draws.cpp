#include "uncertainty/draws.hpp"

#include "chance/path.hpp"
#include "chance/uniform.hpp"
#include "core/format.hpp"
#include "core/number.hpp"
#include "initiatives/initiative.hpp"
#include "uncertainty/evidence_defaults.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace goho::uncertainty {

namespace {

using simulation::Apply;

/// A number that stands for a name, the same in every program and version (FNV-1a).
std::uint32_t stream_of(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

/// The seed of one quantity's own draws: the same, whatever else is drawn.
std::uint64_t seed_of(std::uint64_t seed, std::string_view pointer) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : pointer) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return seed ^ hash;
}

std::string escaped(std::string_view pointer) {
    std::string out;
    for (const char c : pointer) out += c == '/' ? "~1" : c == '~' ? "~0" : std::string(1, c);
    return out;
}

std::string span(Range range, std::string_view between) {
    const auto end = [](double x) { return std::isinf(x) ? std::string(x < 0.0 ? "-∞" : "∞") : plain_number(x); };
    return end(range.low) + std::string(between) + end(range.high);
}

Problem problem_of(const simulation::Scenario& scenario, std::string code, std::string pointer, Text message, Text hint = {}) {
    return {std::move(code), scenario.file, std::move(pointer), 0, 0, std::move(message), std::move(hint)};
}

/// The range that a quantity's table allows.
Range allowed_at(const simulation::Address& address) {
    Range range{};
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        if (section++ != address.section) return;
        using Held = std::remove_cvref_t<decltype(std::declval<simulation::Plan<double>>().*s.member)>;
        if constexpr (simulation::is_collection<Held>) {
            range = simulation::table_of<std::remove_cvref_t<decltype(Held{}.front().parameters)>>()[address.row].valid;
        } else {
            range = simulation::table_of<Held>()[address.row].valid;
        }
    });
    return range;
}

/// What may be drawn so that the result stays allowed.
Range drawable(Apply apply, double planned, Range allowed) {
    if (apply == Apply::replace) return allowed;
    if (apply == Apply::add) return {allowed.low - planned, allowed.high - planned};
    const double a = allowed.low / planned, b = allowed.high / planned;
    return {std::min(a, b), std::max(a, b)};
}

class Preparation {
public:
    Preparation(const Subject& subject, Problems& problems, Problems& warnings)
        : scenario_(*subject.scenario), plan_(subject.scenario->plan), problems_(problems), warnings_(warnings) {
        draws_.uncertainty = with_defaults(scenario_);
    }

    SubjectDraws take(const std::vector<std::string>& streams) {
        for (const auto& quantity : draws_.uncertainty.quantities) use(quantity, streams);
        for (const auto& path : draws_.uncertainty.paths) waver(path);
        return std::move(draws_);
    }

private:
    void use(const simulation::UncertainQuantity& quantity, const std::vector<std::string>& streams) {
        const std::string at = "/uncertainty/quantities/" + escaped(quantity.pointer);
        chance::Distribution distribution = quantity.distribution;
        std::vector<double> planned;
        Range inside = distribution.truncation.value_or(Range{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()});
        std::vector<simulation::Address> places;
        for (const auto& address : quantity.addresses) {
            const double value = *simulation::quantity_at(plan_, address);
            if (quantity.apply == Apply::multiply && value == 0.0) continue;  // zero stays zero
            const Range allowed = drawable(quantity.apply, value, allowed_at(address));
            inside = {std::max(inside.low, allowed.low), std::min(inside.high, allowed.high)};
            planned.push_back(value);
            places.push_back(address);
        }
        if (places.empty()) {
            warnings_.push_back(problem_of(scenario_, "nothing-to-vary", at,
                                           {fmt::format("\"{}\" is zero in this plan, so a multiple of it is zero as well", quantity.pointer),
                                            fmt::format("「{}」はこの計画で0のため、倍率をかけても変わりません", quantity.pointer)}));
            return;
        }
        if (const auto faults = chance::faults(distribution); !faults.empty()) {
            for (const auto& fault : faults) problems_.push_back(problem_of(scenario_, "bad-distribution", place_in(fault, at), words_of(fault.message)));
            return;
        }
        distribution.truncation = inside;                                                               // UN-2
        if (const auto faults = chance::faults(distribution); !faults.empty()) {
            problems_.push_back(problem_of(
                scenario_, "bad-distribution", at,
                {fmt::format("nothing that can be drawn lies in the allowed range {}", span(inside, " to ")),
                 fmt::format("許容範囲 {} に入る値を取りえません", span(inside, "〜"))}));
            return;
        }
        const chance::Quantile quantile(distribution);
        const auto& given = scenario_.uncertainty.quantities;  // nobody is warned about a spread that he did not write
        const auto own = [&] { return std::any_of(given.begin(), given.end(), [&](const auto& q) { return q.pointer == quantity.pointer; }); };
        if (quantile.mass() < 0.99 && own()) {
            warnings_.push_back(problem_of(
                scenario_, "distribution-cut", at,
                {fmt::format("{} of the distribution lies outside of the allowed range {} and is not drawn", percent(1.0 - quantile.mass(), 0), span(inside, " to ")),
                 fmt::format("分布の{}は許容範囲 {} の外にあり、使われません", percent(1.0 - quantile.mass(), 0), span(inside, "〜"))}));
        }
        const auto stream = std::lower_bound(streams.begin(), streams.end(), quantity.pointer) - streams.begin();
        draws_.uses.push_back({static_cast<int>(stream), quantile, quantity.apply, std::move(planned), quantile.mass(), quantity.pointer});
        draws_.varied.insert(draws_.varied.end(), places.begin(), places.end());
    }

    void waver(const simulation::WaveringQuantity& path) {
        for (const auto& address : path.addresses) {
            draws_.wavering.push_back(address);
            draws_.path_streams.push_back(stream_of("path " + path.pointer));
            draws_.path_persistence.push_back(path.persistence);
            draws_.path_deviation.push_back(path.deviation);
        }
    }

    const simulation::Scenario& scenario_;
    simulation::Plan<double> plan_;
    Problems& problems_;
    Problems& warnings_;
    SubjectDraws draws_;
};

std::vector<std::string> streams_of(std::span<const Subject> subjects) {
    std::vector<std::string> streams;
    for (const Subject& subject : subjects) {
        for (const auto& quantity : with_defaults(*subject.scenario).quantities) streams.push_back(quantity.pointer);
    }
    std::sort(streams.begin(), streams.end());
    streams.erase(std::unique(streams.begin(), streams.end()), streams.end());
    return streams;
}

/// A pair of streams, and who says what about it.
struct Pair {
    double correlation = 0.0;
    std::size_t subject = 0;
    std::string id;
};

/// Correlations that cannot hold together, in the words of whoever wrote them.
Problem contradiction(const Draws& draws, const simulation::Scenario& scenario, const Pair& pair, const chance::Correlation& given, const chance::CorrelationFault& fault) {
    const auto name = [&](int stream) -> const std::string& { return draws.streams[static_cast<std::size_t>(stream)]; };
    std::string nearest;
    for (const auto& near : fault.nearest) nearest += fmt::format("{}{} & {}: {}", nearest.empty() ? "" : "; ", name(near.a), name(near.b), near.rho);
    return problem_of(scenario, "bad-correlation", "/uncertainty/correlations/" + escaped(pair.id),
                      {fmt::format("the correlation {} of {} and {} contradicts the others", given.rho, name(given.a), name(given.b)),
                       fmt::format("{1} と {2} の相関 {0} は他の相関と両立しません", given.rho, name(given.a), name(given.b))},
                      {"nearest to what is given and possible: " + nearest, "同時に成り立つ最も近い値: " + nearest});
}

/// The correlations of all scenarios; where two say different things about a pair, that is a problem.
void correlate(Draws& draws, std::span<const Subject> subjects, Problems& problems) {
    std::map<std::pair<int, int>, Pair> pairs;
    const auto place = [&](const std::string& pointer) {
        const auto found = std::lower_bound(draws.streams.begin(), draws.streams.end(), pointer);
        return found != draws.streams.end() && *found == pointer ? static_cast<int>(found - draws.streams.begin()) : -1;
    };
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const auto& scenario = *subjects[i].scenario;
        for (const auto& pair : draws.subjects[i].uncertainty.correlations) {
            const int a = place(pair.first), b = place(pair.second);
            if (a < 0 || b < 0) continue;  // reported where the file is read
            const auto [entry, added] = pairs.emplace(std::minmax(a, b), Pair{pair.correlation, i, pair.id});
            if (const double other = entry->second.correlation; !added && other != pair.correlation) {
                problems.push_back(problem_of(scenario, "correlations-differ", "/uncertainty/correlations/" + escaped(pair.id),
                                              {fmt::format("the correlation of {} and {} is {} in one scenario and {} in another", pair.first, pair.second, other, pair.correlation),
                                               fmt::format("{} と {} の相関がシナリオにより {} と {} で異なります", pair.first, pair.second, other, pair.correlation)}));
            }
        }
    }
    std::vector<chance::Correlation> list;
    std::vector<const Pair*> origins;
    for (const auto& [place_of_pair, pair] : pairs) {
        list.push_back({place_of_pair.first, place_of_pair.second, pair.correlation});
        origins.push_back(&pair);
    }
    auto prepared = chance::prepare(static_cast<int>(draws.streams.size()), list);
    if (prepared.factor) draws.correlation = std::move(*prepared.factor);
    for (const auto& fault : prepared.faults) {
        const auto index = static_cast<std::size_t>(fault.pair);
        const auto& scenario = *subjects[origins[index]->subject].scenario;
        if (fault.code == "contradiction") problems.push_back(contradiction(draws, scenario, *origins[index], list[index], fault));
        else problems.push_back(problem_of(scenario, "bad-correlation", "/uncertainty/correlations/" + escaped(origins[index]->id), words_of(fault.message)));
    }
}

/// Months until something with a monthly hazard happens: 0 = in the first month.                            UN-4
int months_until(double hazard, double uniform) {
    if (hazard <= 0.0) return 1 << 20;
    return static_cast<int>(std::min(1e6, goho::floor(goho::log(uniform) / goho::log(1.0 - hazard))));
}

void draw_events(const Draws& draws, const SubjectDraws& own, std::uint64_t trial, int place, const simulation::Plan<double>& plan, const simulation::Scenario& scenario, BlockDraws& block) {
    using Kind = kernels::DrawnEvent::Kind;
    if (!own.uncertainty.events || !plan.behaves()) return;
    const auto happen = [&](Kind kind, std::string_view name, int item, int first, double hazard, double size) {
        const std::uint32_t stream = stream_of(name);
        std::uint32_t step = 0;
        for (int t = first; t < plan.company.months; ++t) {
            t += months_until(hazard, chance::uniform(draws.seed, trial, stream, step++));
            if (t >= plan.company.months) break;
            block.events.push_back({kind, place, t, item, size});
        }
    };
    for (std::size_t i = 0; i < plan.initiatives.size(); ++i) {
        const auto& p = plan.initiatives[i].parameters;
        const std::string& id = scenario.plan.initiatives[i].id;
        const int launch = std::max(0, p.start + p.analysis_months - plan.company.start);
        happen(Kind::champion_leaves, "champion " + id, static_cast<int>(i), launch, initiatives::champion_hazard(plan.adoption), 1.0);
        happen(Kind::incident, "incident " + id, static_cast<int>(i), launch, initiatives::incident_hazard(plan.adoption, p), 1.0);
    }
    for (std::size_t i = 0; i < plan.segments.size(); ++i) {
        happen(Kind::customer_lost, "customer " + scenario.plan.segments[i].id, static_cast<int>(i), 0, plan.customers.key_customer_hazard, plan.customers.key_customer_share);
    }
}

}  // namespace

Text words_of(const Text& sentence) {
    Text out = sentence;
    if (out.en.ends_with('.')) out.en.pop_back();
    if (!out.en.empty() && out.en[0] >= 'A' && out.en[0] <= 'Z') out.en[0] += 'a' - 'A';
    if (out.ja.ends_with("。")) out.ja.resize(out.ja.size() - std::string_view("。").size());
    return out;
}

std::string place_in(const chance::Fault& fault, const std::string& quantity) {
    if (fault.member.empty()) return quantity;
    return quantity + "/" + (fault.member == "truncation" ? "truncate" : fault.member);
}

Result<Draws> prepare(std::span<const Subject> subjects, chance::Sampling sampling, std::uint64_t seed, std::uint64_t trials, Problems& warnings) {
    Result<Draws> result;
    Draws draws;
    draws.seed = seed;
    draws.streams = streams_of(subjects);
    for (const Subject& subject : subjects) draws.subjects.push_back(Preparation(subject, result.problems, warnings).take(draws.streams));
    correlate(draws, subjects, result.problems);
    if (!result.problems.empty()) return result;
    if (sampling == chance::Sampling::sobol) {
        draws.samplers.emplace_back(sampling, seed, trials, static_cast<std::uint32_t>(std::max<std::size_t>(1, draws.streams.size())));
    } else {
        for (const auto& stream : draws.streams) draws.samplers.emplace_back(sampling, seed_of(seed, stream), trials, 1);
    }
    result.value = std::move(draws);
    return result;
}

double applied(Apply apply, double planned, double drawn) {
    return apply == Apply::replace ? drawn : apply == Apply::multiply ? planned * drawn : planned + drawn;  // UN-1
}

void draw_uniforms(const Draws& draws, const Design* design, std::uint64_t first, int count, BlockDraws& block) {
    const auto n = static_cast<std::size_t>(count);
    block.uniforms.resize(std::max<std::size_t>(1, draws.streams.size()) * n);
    block.luck.resize(n);
    for (std::size_t i = 0; i < n; ++i) block.luck[i] = design != nullptr && design->luck ? design->luck(first + i) : first + i;
    if (design != nullptr) {
        design->uniforms(first, count, block.uniforms);
        return;
    }
    const std::size_t rows = block.uniforms.size() / std::max<std::size_t>(1, draws.samplers.size());
    for (std::size_t k = 0; k < draws.samplers.size(); ++k) {
        draws.samplers[k].fill(first, static_cast<std::uint64_t>(count), std::span(block.uniforms).subspan(k * rows, rows));
    }
    if (!draws.streams.empty()) chance::correlate(draws.correlation, block.uniforms, n);
}

std::vector<double*> places_in(simulation::Plan<double>& plan, const SubjectDraws& draws) {
    std::vector<double*> places;
    for (const auto& address : draws.varied) places.push_back(simulation::quantity_at(plan, address));
    return places;
}

void put_values(std::span<double* const> places, int trial, int count, const BlockDraws& block) {
    for (std::size_t i = 0; i < places.size(); ++i) *places[i] = block.values[i * static_cast<std::size_t>(count) + static_cast<std::size_t>(trial)];
}

void draw_values(const Draws& draws, std::size_t subject, int count, const simulation::Scenario& scenario,
                 const simulation::Plan<double>& plan, std::span<double* const> places, BlockDraws& block) {
    const SubjectDraws& own = draws.subjects[subject];
    const auto n = static_cast<std::size_t>(count);
    block.values.resize(own.varied.size() * n);
    std::vector<double> drawn(n);
    std::vector<char> kept(n);
    std::size_t row = 0;
    for (const auto& use : own.uses) {
        for (std::size_t i = 0; i < n; ++i) {
            const double u = block.uniforms[static_cast<std::size_t>(use.stream) * n + i];
            kept[i] = std::isnan(u);
            drawn[i] = kept[i] ? 0.5 : u;
        }
        use.quantile(drawn, drawn);
        for (const double planned : use.planned) {
            for (std::size_t i = 0; i < n; ++i) block.values[row * n + i] = kept[i] ? planned : applied(use.apply, planned, drawn[i]);
            ++row;
        }
    }

    const auto months = static_cast<std::size_t>(plan.company.months);
    block.factors.resize(own.wavering.size() * months * n);
    std::vector<double> departure(months);
    for (std::size_t k = 0; k < own.wavering.size(); ++k) {
        if (k > 0 && own.path_streams[k] == own.path_streams[k - 1]) {  // another item of the same path
            std::copy_n(block.factors.begin() + static_cast<std::ptrdiff_t>((k - 1) * months * n), months * n,
                        block.factors.begin() + static_cast<std::ptrdiff_t>(k * months * n));
            continue;
        }
        const double monthly = goho::pow(own.path_persistence[k], 1.0 / 12.0);
        for (std::size_t i = 0; i < n; ++i) {
            chance::autoregressive(draws.seed, block.luck[i], own.path_streams[k], monthly, own.path_deviation[k], departure);
            double level = 0.0;
            for (std::size_t t = 0; t < months; ++t) {
                level += departure[t] / 12.0;                                  // UN-3
                block.factors[(k * months + t) * n + i] = goho::exp(level);
            }
        }
    }

    block.events.clear();
    block.renewals.clear();
    if (!own.uncertainty.events || !plan.behaves()) return;
    for (int i = 0; i < count; ++i) {
        put_values(places, i, count, block);
        draw_events(draws, own, block.luck[static_cast<std::size_t>(i)], i, plan, scenario, block);
    }
    const std::size_t initiatives = plan.initiatives.size();
    block.renewals.assign(months * initiatives * n, 0.0);
    for (std::size_t k = 0; k < initiatives; ++k) {
        const auto& p = plan.initiatives[k].parameters;
        const std::uint32_t stream = stream_of("renewal " + scenario.plan.initiatives[k].id);
        for (std::size_t t = 0; t < months; ++t) {
            const auto when = goho::initiatives::calendar(p, plan.company.start + static_cast<int>(t));
            if (!when.renewal) continue;
            for (std::size_t i = 0; i < n; ++i) {
                block.renewals[(t * initiatives + k) * n + i] = chance::uniform(draws.seed, block.luck[i], stream, static_cast<std::uint32_t>(when.since_launch / 12));
            }
        }
    }
}

}  // namespace goho::uncertainty
