#include "uncertainty/evidence_defaults.hpp"

#include <algorithm>
#include <array>

namespace goho::uncertainty {

namespace {

using chance::Kind;

constexpr std::array table{
    EvidenceDefault{"/effort/incentive_response", Kind::lognormal, 1.2, 0.35, 0.0, 1.2, {"Response to appraisal", "評価への反応"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/effort/norm_persistence", Kind::beta, 5.0, 5.0, 0.0, 0.5, {"Persistence of habit", "習慣の持続"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/adoption/complementarity", Kind::triangular, -2.0, -1.0, 0.8, -1.0, {"Complementarity of the walls", "3つの壁の補完性"}, Evidence::study, "ichniowski-1997"},
    EvidenceDefault{"/initiatives/*/fit", Kind::beta, 4.2, 1.8, 0.0, 0.7, {"Fit with the work", "業務への適合度"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/initiatives/*/hours_saving", Kind::triangular, 0.4, 0.9, 1.2, 1.0, {"What is left of a promised saving", "見込んだ時間削減の実現度"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/adoption/decay_least", Kind::lognormal, 0.007, 0.3, 0.0, 0.007, {"Least falling back", "最小の逆戻り"}, Evidence::study, "bloom-2013-2020"},
    EvidenceDefault{"/adoption/decay_most", Kind::lognormal, 0.05, 0.3, 0.0, 0.05, {"Most falling back", "最大の逆戻り"}, Evidence::study, "saks-belcourt-2006"},
    EvidenceDefault{"/adoption/imitation", Kind::triangular, 0.6, 1.0, 1.4, 1.0, {"Spread from user to user", "利用者からの広がり"}, Evidence::study, "bass-1969"},
    EvidenceDefault{"/adoption/confusion", Kind::lognormal, 0.5, 0.4, 0.0, 0.5, {"Confusion of the first months", "導入時の混乱"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/adoption/dual_running", Kind::triangular, 0.2, 0.6, 1.0, 0.6, {"Old and new side by side", "二重管理"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/customers/churn_sensitivity", Kind::triangular, 0.2, 0.35, 0.5, 0.35, {"Churn and satisfaction", "離脱の満足度感応度"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/customers/satisfaction_time", Kind::triangular, 3.0, 6.0, 12.0, 6.0, {"Time until satisfaction moves", "満足度が動く期間"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/customers/price_elasticity", Kind::triangular, -3.5, -2.62, -1.2, -2.62, {"Price elasticity", "価格弾力性"}, Evidence::study, "bijmolt-2005"},
    EvidenceDefault{"/workforce/attrition_sensitivity", Kind::triangular, 0.18, 0.28, 0.36, 0.28, {"Attrition and satisfaction", "離職の満足度感応度"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/customers/innovation_elasticity", Kind::triangular, 0.02, 0.08, 0.15, 0.08, {"Innovation and demand", "革新の需要効果"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/society/transparency_spread", Kind::triangular, 0.0, 0.0035, 0.0070, 0.0035, {"Transparency and interest", "透明性の金利効果"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/segments/*/annual_unit_cost_change", Kind::normal, 0.0, 0.015, 0.0, 0.0, {"Input prices", "仕入価格の上昇"}, Evidence::assumption, "judgement"},
    EvidenceDefault{"/workforce/market_wage_growth", Kind::normal, 0.0, 0.01, 0.0, 0.0, {"Market wages", "市場賃金の上昇"}, Evidence::assumption, "judgement"},
};

constexpr std::array paths{DefaultPath{"/segments/*/volume", 0.6, 0.04, {"Demand", "需要"}}};

constexpr std::array pairs{
    DefaultPair{"/initiatives/*/fit", "/initiatives/*/hours_saving", 0.4},
    DefaultPair{"/adoption/confusion", "/adoption/dual_running", 0.5},
    DefaultPair{"/effort/incentive_response", "/effort/norm_persistence", 0.3},
    DefaultPair{"/adoption/decay_least", "/adoption/decay_most", 0.5},
    DefaultPair{"/adoption/imitation", "/initiatives/*/fit", 0.3},
    DefaultPair{"/customers/churn_sensitivity", "/customers/price_elasticity", -0.3},
    DefaultPair{"/segments/*/annual_unit_cost_change", "/workforce/market_wage_growth", 0.6},
};

chance::Distribution distribution_of(const EvidenceDefault& row, double scale) {
    chance::Distribution d;
    d.kind = row.kind;
    switch (row.kind) {
        case Kind::triangular: {
            d.low = row.a * scale, d.mode = row.b * scale, d.high = row.c * scale;
            if (scale < 0.0) std::swap(d.low, d.high);  // a multiple of a value below zero
            break;
        }
        case Kind::normal: d.mean = row.a, d.sd = row.b; break;
        case Kind::lognormal: d.median = row.a * scale, d.sigma = row.b; break;
        default: d.alpha = row.a, d.beta = row.b, d.low = 0.0, d.high = scale;
    }
    return d;
}

/// Whether one of the quantities, or paths, that are given concerns one of these places.
bool given_already(const auto& given, const std::vector<simulation::Address>& addresses) {
    for (const auto& one : given) {
        for (const auto& address : one.addresses) {
            if (std::find(addresses.begin(), addresses.end(), address) != addresses.end()) return true;
        }
    }
    return false;
}

/// Around the plan's own values: rates by as many points, everything else in proportion.
simulation::UncertainQuantity spread_of(const EvidenceDefault& row, std::vector<simulation::Address> addresses) {
    const bool rate = row.kind == Kind::normal;
    return {std::string(row.pointer), std::move(addresses), distribution_of(row, rate ? 1.0 : 1.0 / row.centre),
            rate ? simulation::Apply::add : simulation::Apply::multiply};
}

}  // namespace

std::span<const EvidenceDefault> evidence_defaults() { return table; }
std::span<const DefaultPath> default_paths() { return paths; }
std::span<const DefaultPair> default_pairs() { return pairs; }

std::vector<simulation::Address> addresses_of(const simulation::Plan<double>& plan, std::string_view pointer) {
    std::vector<std::string_view> steps;
    for (std::size_t at = 1; at <= pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at), pointer.size());
        steps.push_back(pointer.substr(at, end - at));
        at = end + 1;
    }
    std::vector<simulation::Address> found;
    int section = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        const int here = section++;
        if (steps.empty() || s.name != steps[0]) return;
        const auto& held = plan.*s.member;
        using Held = std::remove_cvref_t<decltype(held)>;
        const auto look = [&](const auto& rows, int item, std::string_view name) {
            for (std::size_t row = 0; row < rows.size(); ++row) {
                if (rows[row].name == name && rows[row].field.index() == 0) found.push_back({here, item, static_cast<int>(row)});
            }
        };
        if constexpr (simulation::is_collection<Held>) {
            if (steps.size() != 3) return;
            for (std::size_t i = 0; i < held.size(); ++i) {
                if (steps[1] == "*" || steps[1] == held[i].id) {
                    look(simulation::table_of<std::remove_cvref_t<decltype(held[i].parameters)>>(), static_cast<int>(i), steps[2]);
                }
            }
        } else if (steps.size() == 2) {
            look(simulation::table_of<Held>(), -1, steps[1]);
        }
    });
    return found;
}

simulation::Uncertainty with_defaults(const simulation::Plan<double>& plan, const simulation::Uncertainty& given) {
    simulation::Uncertainty all = given;
    if (!all.defaults) return all;
    all.defaults = false;
    for (const EvidenceDefault& row : table) {
        auto addresses = addresses_of(plan, row.pointer);
        // Where behaviour is off, coefficients of behaviour would be drawn for nothing.
        const bool acts = plan.behaves() || row.pointer.starts_with("/segments/");
        if (addresses.empty() || !acts || given_already(given.quantities, addresses)) continue;
        all.quantities.push_back(spread_of(row, std::move(addresses)));
    }
    for (const DefaultPath& row : paths) {
        auto addresses = addresses_of(plan, row.pointer);
        if (given_already(given.paths, addresses)) continue;
        all.paths.push_back({std::string(row.pointer), std::move(addresses), row.persistence, row.deviation});
    }
    const auto drawn = [&](std::string_view pointer) {
        return std::any_of(all.quantities.begin(), all.quantities.end(), [&](const auto& q) { return q.pointer == pointer; });
    };
    const auto paired = [&](const DefaultPair& row) {
        return std::any_of(given.correlations.begin(), given.correlations.end(),
                           [&](const auto& c) { return std::minmax<std::string_view>(c.first, c.second) == std::minmax(row.first, row.second); });
    };
    for (const DefaultPair& row : pairs) {
        if (drawn(row.first) && drawn(row.second) && !paired(row)) {
            all.correlations.push_back({"default", std::string(row.first), std::string(row.second), row.correlation});
        }
    }
    return all;
}

simulation::Uncertainty with_defaults(const simulation::Scenario& scenario) { return with_defaults(scenario.plan, scenario.uncertainty); }

}  // namespace goho::uncertainty
