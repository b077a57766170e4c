#include "calibration/verdict.hpp"

#include "core/format.hpp"
#include "core/number.hpp"
#include "io/wording.hpp"

#include <algorithm>
#include <set>

namespace goho::calibration {

namespace {

/// Months of the history in which a figure moves with the quantity.
int months_that_speak(const Calibration& result, std::size_t quantity, std::size_t quantities) {
    std::set<int> months;
    std::size_t row = 0;
    for (const auto& s : result.series) {
        for (const int month : s.series.months) {
            if (result.fit.slopes[row++ * quantities + quantity] != 0.0) months.insert(month);
        }
    }
    return static_cast<int>(months.size());
}

std::string names_of(const Calibration& result, const std::vector<std::size_t>& members, Language language) {
    std::string out;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0) out += language == Language::japanese ? "・" : i + 1 == members.size() ? " and " : ", ";
        out += result.quantities[members[i]].quantity.label.in(language);
    }
    return out;
}

/// Why a quantity is not known well enough; empty when it is.                                              CB-9
Text objection(const Calibrated& c, const Calibration& result, int months_needed) {
    const Estimate& e = c.estimate;
    switch (e.standing) {
        case Standing::idle: return {"nothing in the history moves with it", "実績のどの数値も連動しない"};
        case Standing::at_low:
        case Standing::at_high: return {"it reached its bound, and the best value may lie beyond", "範囲の端に達しており、最適値は範囲外の可能性がある"};
        case Standing::together: return {"only a combination with others is known", "他の項目との組み合わせしか分からない"};
        case Standing::free: break;
    }
    if (!result.fit.converged) return {"the search did not settle", "計算が収束しなかった"};
    if (!(e.error >= 0.0)) return {"there are no more figures than quantities", "数値の数が項目の数を上回らない"};
    if (c.months < months_needed) {
        return io::say("only {} of the months speak of it, and {} are needed", "関係する実績が{}か月しかない（{}か月必要）", c.months, months_needed);
    }
    Quantity now = c.quantity;
    now.before = e.value;
    if (0.5 * (e.high - e.low) > 0.5 * size_of(now)) return {"the interval is wide", "区間が広い"};
    return {};
}

/// Beyond this a small error in one quantity passes for one in the other.
constexpr double hardly_apart = 0.95;

void add_close_pairs(Calibration& result) {
    const std::size_t n = result.quantities.size();
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) {
            const double r = result.fit.correlations[i * n + j];
            if (!(goho::abs(r) > hardly_apart)) continue;
            const Text &a = result.quantities[i].quantity.label, &b = result.quantities[j].quantity.label;
            const std::string shown_en = table_number(r, Language::english, 3), shown_ja = table_number(r, Language::japanese, 3);
            result.findings.push_back(
                {a.en + " and " + b.en + " are hardly told apart (correlation " + shown_en + "): " +
                     (r < 0.0 ? "more of one with less of the other fits nearly as well." : "more of both, or less of both, fits nearly as well."),
                 a.ja + "と" + b.ja + "はほとんど区別できません（相関 " + shown_ja + "）。" +
                     (r < 0.0 ? "一方を増やし他方を減らしても、ほぼ同じ一致になります。" : "両方を同じ向きに動かしても、ほぼ同じ一致になります。")});
        }
    }
}

void add_findings(Calibration& result) {
    for (const auto& group : result.fit.tied) {
        result.findings.push_back({"The history moves the same way with " + names_of(result, group, Language::english) + ": only their combination is known.",
                                   "実績は" + names_of(result, group, Language::japanese) + "に対して同じように動くため、組み合わせしか分かりません。"});
    }
    for (const Calibrated& c : result.quantities) {
        const auto& label = c.quantity.label;
        switch (c.estimate.standing) {
            case Standing::idle:
                result.findings.push_back({"Nothing in the history moves with " + label.en + ": it stays as it was.",
                                           label.ja + "に連動する実績がないため、元の値のままです。"});
                break;
            case Standing::at_low:
            case Standing::at_high:
                result.findings.push_back({label.en + " reached its bound: the best value may lie beyond it.",
                                           label.ja + "は範囲の端に達しました。最適値は範囲の外にある可能性があります。"});
                break;
            default: break;
        }
    }
    add_close_pairs(result);
    if (!result.fit.converged) {
        result.findings.push_back({"The search did not settle: take the values as a first idea only.", "計算が収束しませんでした。値は目安にすぎません。"});
    }
}

}  // namespace

double size_of(const Quantity& q) {
    const double value = goho::abs(q.before);
    if (q.unit.starts_with("fraction")) return std::max(value, 0.1);
    if (value > 0.0) return value;
    return std::max(1.0, 1e-6 * std::min(q.high, 1e12));
}

void judge(const std::vector<Quantity>& quantities, int months_needed, Calibration& result) {
    for (std::size_t j = 0; j < quantities.size(); ++j) {
        Calibrated c{quantities[j], result.fit.estimates[j], months_that_speak(result, j, quantities.size()), quantities[j].evidence, false, {}};
        c.reason = objection(c, result, months_needed);
        c.identified = c.reason.empty();
        if (c.identified) {
            c.evidence = Evidence::own_data;
            c.reason = io::say("fitted to {} months", "{}か月の実績に合わせた", c.months);
        }
        result.quantities.push_back(std::move(c));
    }
    add_findings(result);
}

}  // namespace goho::calibration
