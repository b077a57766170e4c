#include "uncertainty/evidence_defaults.hpp"

#include <algorithm>
#include <array>

namespace goho::uncertainty {

namespace {

using chance::Kind;

constexpr std::array table{
    EvidenceDefault{"/effort/incentive_response", Kind::lognormal, 1.2, 0.35, 0.0, 1.2, {"Response to appraisal", "評価への反応"}, Evidence::assumption, "judgement",
                    {"Record the hours that a team spends on each task for four weeks before and eight weeks after one appraisal item changes; compare with a team whose appraisal stayed as it was.",
                     "評価項目を1つ変える部署で、変更前4週間と変更後8週間の業務別時間を記録し、評価を変えない部署と比べる。"}},
    EvidenceDefault{"/effort/norm_persistence", Kind::beta, 5.0, 5.0, 0.0, 0.5, {"Persistence of habit", "習慣の持続"}, Evidence::assumption, "judgement",
                    {"After a push ends (a campaign, a special appraisal), go on recording the hours of the task for six months: what stays is habit.",
                     "強化期間（キャンペーンや特別評価）の終了後も6か月間、その業務の時間を記録する。残った分が習慣になった分。"}},
    EvidenceDefault{"/adoption/complementarity", Kind::triangular, -2.0, -1.0, 0.8, -1.0, {"Complementarity of the walls", "3つの壁の補完性"}, Evidence::study, "ichniowski-1997",
                    {"Remove one wall only (skills, tools or appraisal) in one department, all of them in another, and compare the share of users after three months.",
                     "ある部署では3つの壁（スキル・道具・評価）のうち1つだけ、別の部署では全部を取り除き、3か月後の利用者の割合を比べる。"}},
    EvidenceDefault{"/initiatives/*/fit", Kind::beta, 4.2, 1.8, 0.0, 0.7, {"Fit with the work", "業務への適合度"}, Evidence::assumption, "judgement",
                    {"Let five to ten people of the workplace try it for a month before the contract; list the tasks of a week and count those that it handles without a detour.",
                     "契約前に現場の5〜10人が1か月試用し、1週間の業務を書き出して、回り道なく処理できた件数の割合を数える。"}},
    EvidenceDefault{"/initiatives/*/hours_saving", Kind::triangular, 0.4, 0.9, 1.2, 1.0, {"What is left of a promised saving", "見込んだ時間削減の実現度"}, Evidence::assumption, "judgement",
                    {"Time the task at 20 to 30 cases by hand before the launch and again three months after it; compare with the hours that were promised.",
                     "導入前と導入3か月後に、対象業務の所要時間を20〜30件ずつ計測し、見込んだ削減時間と比べる。"}},
    EvidenceDefault{"/adoption/decay_least", Kind::lognormal, 0.007, 0.3, 0.0, 0.007, {"Least falling back", "最小の逆戻り"}, Evidence::study, "bloom-2013-2020",
                    {"Read the number of users from the log-in records every month for a year, in a department whose manager checks and appraises the use.",
                     "管理職が確認し評価もしている部署で、ログイン記録から利用者数を毎月、1年間集計する。"}},
    EvidenceDefault{"/adoption/decay_most", Kind::lognormal, 0.05, 0.3, 0.0, 0.05, {"Most falling back", "最大の逆戻り"}, Evidence::study, "saks-belcourt-2006",
                    {"Read the number of users from the log-in records every month for half a year, for an earlier tool that nobody checks or appraises any more.",
                     "すでに誰も確認・評価していない過去の導入ツールについて、ログイン記録から利用者数を毎月、半年間集計する。"}},
    EvidenceDefault{"/adoption/imitation", Kind::triangular, 0.6, 1.0, 1.4, 1.0, {"Spread from user to user", "利用者からの広がり"}, Evidence::study, "bass-1969",
                    {"Count new users a week, by department, for the first three months from the log-in records, and ask each who showed it to them.",
                     "導入後3か月間、部署ごとの新規利用者数をログイン記録から週単位で数え、誰から教わったかを本人に聞く。"}},
    EvidenceDefault{"/adoption/confusion", Kind::lognormal, 0.5, 0.4, 0.0, 0.5, {"Confusion of the first months", "導入時の混乱"}, Evidence::assumption, "judgement",
                    {"Record overtime, questions and corrections of the departments concerned for the first three months of a pilot, against the same months of the year before.",
                     "試験導入の最初の3か月間、対象部署の残業時間・問い合わせ・手直しを記録し、前年同月と比べる。"}},
    EvidenceDefault{"/adoption/dual_running", Kind::triangular, 0.2, 0.6, 1.0, 0.6, {"Old and new side by side", "二重管理"}, Evidence::assumption, "judgement",
                    {"List once a month which records are kept in both the old and the new way, and time a week of each, until the old one is closed.",
                     "旧方式と新方式の両方に記録している帳票を月1回洗い出し、旧方式を廃止するまで、それぞれ1週間分の所要時間を計る。"}},
    EvidenceDefault{"/customers/churn_sensitivity", Kind::triangular, 0.2, 0.35, 0.5, 0.35, {"Churn and satisfaction", "離脱の満足度感応度"}, Evidence::assumption, "judgement",
                    {"Ask 30 to 50 customers every half year how satisfied they are, and follow from the sales ledger for a year who stops ordering.",
                     "半年ごとに顧客30〜50社へ満足度を尋ね、売上台帳で取引停止の有無を1年間追跡する。"}},
    EvidenceDefault{"/customers/satisfaction_time", Kind::triangular, 3.0, 6.0, 12.0, 6.0, {"Time until satisfaction moves", "満足度が動く期間"}, Evidence::assumption, "judgement",
                    {"Ask the same 20 customers every month for half a year after delivery times or quality change, and see when their answers move.",
                     "納期や品質が変わった後、同じ顧客20社に毎月、半年間満足度を尋ね、回答が動くまでの期間を見る。"}},
    EvidenceDefault{"/customers/price_elasticity", Kind::triangular, -3.5, -2.62, -1.2, -2.62, {"Price elasticity", "価格弾力性"}, Evidence::study, "bijmolt-2005",
                    {"Raise prices by 3% in one product group and compare three months of its volumes with the other groups, from the sales ledger; with actual months, goho calibrate fits it.",
                     "1つの商品群だけ3%値上げし、売上台帳で3か月間の数量をほかの商品群と比べる。実績の月があれば goho calibrate で推定できる。"}},
    EvidenceDefault{"/workforce/attrition_sensitivity", Kind::triangular, 0.18, 0.28, 0.36, 0.28, {"Attrition and satisfaction", "離職の満足度感応度"}, Evidence::assumption, "judgement",
                    {"Ask all employees twice a year, by department and without names, and set the answers of two years beside resignations in the personnel records.",
                     "年2回、部署別・無記名で従業員満足度を調べ、2年分の結果を人事記録の退職と突き合わせる。"}},
    EvidenceDefault{"/customers/innovation_elasticity", Kind::triangular, 0.02, 0.08, 0.15, 0.08, {"Innovation and demand", "革新の需要効果"}, Evidence::assumption, "judgement",
                    {"Mark orders for products less than three years old in the sales ledger for two years, and set them beside the research spending of the years before.",
                     "発売3年以内の製品の受注を売上台帳で2年間区分して集計し、過去の研究開発費と比べる。"}},
    EvidenceDefault{"/society/transparency_spread", Kind::triangular, 0.0, 0.0035, 0.0070, 0.0035, {"Transparency and interest", "透明性の金利効果"}, Evidence::assumption, "judgement",
                    {"Ask two or three banks in writing what rate they would offer with monthly accounts and a plan laid open, and what rate without.",
                     "月次試算表と計画を開示する場合としない場合の金利を、2〜3行に書面で見積もってもらう。"}},
    EvidenceDefault{"/segments/*/annual_unit_cost_change", Kind::normal, 0.0, 0.015, 0.0, 0.0, {"Input prices", "仕入価格の上昇"}, Evidence::assumption, "judgement",
                    {"Take the unit prices of the ten largest purchases from three years of invoices, and ask those suppliers for next year's prices in writing; with actual months, goho calibrate fits unit costs.",
                     "主要10品目の仕入単価を3年分の請求書から拾い、来年度の価格を仕入先に書面で確認する。実績の月があれば goho calibrate で変動費単価を推定できる。"}},
    EvidenceDefault{"/workforce/market_wage_growth", Kind::normal, 0.0, 0.01, 0.0, 0.0, {"Market wages", "市場賃金の上昇"}, Evidence::assumption, "judgement",
                    {"Note the pay of job advertisements for the same work in the region every quarter (public employment office, recruiting sites), and the reasons of those who decline an offer.",
                     "地域の同職種の求人賃金を四半期ごとに記録し（ハローワーク・求人サイト）、内定辞退の理由も聞き取る。"}},
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

const EvidenceDefault* evidence_default_of(std::string_view pointer) {
    const auto named = [&](std::string_view row) {
        const std::size_t star = row.find('*');
        if (star == std::string_view::npos) return row == pointer;
        const std::string_view before = row.substr(0, star), after = row.substr(star + 1);
        if (pointer.size() < row.size() || !pointer.starts_with(before) || !pointer.ends_with(after)) return false;
        return pointer.substr(star, pointer.size() - row.size() + 1).find('/') == std::string_view::npos;
    };
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return named(row.pointer); });
    return found == table.end() ? nullptr : &*found;
}

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
