// An initiative (施策): a support service, outsourcing, a tool, advice, training, redesign or a new appraisal system,
// with its stages, budgets on the three walls, effects, checks, target and way of running.
#pragma once

#include "core/parameter.hpp"

namespace goho::initiatives {

enum class Kind { support_service, outsourcing, digital, generative_ai, consulting, training, process_redesign, evaluation_reform };
inline constexpr auto kind_options = std::to_array<Option>({
    {"support_service", {"Support service", "業務支援"}},
    {"outsourcing", {"Outsourcing (BPO)", "BPO（外部委託）"}},
    {"digital", {"Digital tools, RPA", "DX・RPA"}},
    {"generative_ai", {"Generative AI", "生成AI"}},
    {"consulting", {"Consulting alongside", "伴走コンサルティング"}},
    {"training", {"Training", "教育研修"}},
    {"process_redesign", {"Process redesign", "業務再設計"}},
    {"evaluation_reform", {"New appraisal system", "評価制度改定"}},
});
constexpr std::span<const Option> options(Kind) { return kind_options; }

/// The line of the profit and loss statement that an initiative is meant to move.
enum class ProfitLine { none, fixed_cost, gross_profit, net_sales };
inline constexpr auto profit_line_options = std::to_array<Option>({
    {"none", {"None named", "定めていない"}},
    {"fixed_cost", {"Fixed cost", "固定費"}},
    {"gross_profit", {"Gross profit", "粗利"}},
    {"net_sales", {"Net sales", "売上高"}},
});
constexpr std::span<const Option> options(ProfitLine) { return profit_line_options; }

/// One of the four monthly measures (毎月の4点).
enum class Measure { none, hours, lead_time, error_rate, re_entry };
inline constexpr auto measure_options = std::to_array<Option>({
    {"none", {"None set", "定めていない"}},
    {"hours", {"Hours saved a month", "削減時間（月）"}},
    {"lead_time", {"Lead time reduction", "所要期間の短縮率"}},
    {"error_rate", {"Error rate", "ミス率"}},
    {"re_entry", {"Re-entry reduction", "再入力の削減率"}},
});
constexpr std::span<const Option> options(Measure) { return measure_options; }

template <class Real> struct Parameters {
    Kind kind = Kind::digital;
    Month start;
    int analysis_months = 0;
    int pilot_months = 0;
    int support_months = 0;
    Reference follows;
    Real people_budget = 0.0;
    Real process_budget = 0.0;
    Real data_budget = 0.0;
    int spending_months = 1;
    Real subsidy_share = 0.0;
    int subsidy_lag = 12;
    Real support_fee = 0.0;
    Real running_cost = 0.0;
    Real usage_cost = 0.0;
    Real purchase_tax_rate = 0.10;
    Real fit = 0.7;
    Real hours_saving = 0.10;
    Real error_reduction = 0.0;
    Real lead_time_reduction = 0.0;
    Real re_entry_reduction = 0.0;
    Real opening_adoption = 0.0;
    Real opening_proficiency = 0.8;
    Real follow_up = 0.3;
    Real visibility = 0.4;
    bool tool_first = false;
    Real share_outside = 0.05;
    Real human_review = 0.0;
    Real retrieval = 0.0;
    bool contract_checked = false;
    bool retention_checked = false;
    bool closed_network = false;
    bool encryption = false;
    bool certified = false;
    ProfitLine profit_line = ProfitLine::none;
    Measure target_measure = Measure::none;
    Real target_value = 0.0;
    Month target_month;
    bool baseline_measured = false;
};

template <class Real> using P = Parameters<Real>;

/// The company's own figure in yen.
template <class Real>
constexpr Parameter<P<Real>> money(std::string_view name, Real P<Real>::*field, std::string_view unit, double plausible, Label label,
                                   Label meaning, Change change = Change::monthly) {
    return quantity(name, field, unit, {0.0, 1e12}, {0.0, plausible}, label, meaning, Evidence::own_data, "user", Need::optional, change);
}

/// A share between 0 and 1 that has to be judged.
template <class Real>
constexpr Parameter<P<Real>> share(std::string_view name, Real P<Real>::*field, Range plausible, Label label, Label meaning,
                                   Change change = Change::monthly) {
    return quantity(name, field, "fraction", {0.0, 1.0}, plausible, label, meaning, Evidence::assumption, "judgement", Need::optional, change);
}

template <class Real>
inline constexpr auto initiative_table = std::to_array<Parameter<P<Real>>>({
    option("kind", choice<&P<Real>::kind>, {"Kind", "種類"}, {"What kind of initiative it is.", "施策の種類。"}),
    month("start", &P<Real>::start, {"First month", "開始月"}, {"Month in which analysis, or else the launch, begins.", "現状分析（なければ導入）を始める月。"},
          Need::required),
    whole("analysis_months", &P<Real>::analysis_months, "months", {0, 120}, {0, 6}, {"Current-state analysis", "現状分析の期間"},
          {"Months of looking at the work before the launch; two months find a quarter of what does not fit.", "導入前に業務を調べる月数。2か月で不適合の4分の1が見つかる。"},
          Evidence::own_data, "user"),
    whole("pilot_months", &P<Real>::pilot_months, "months", {0, 120}, {0, 12}, {"Pilot", "試行の期間"},
          {"Months of trying it in a part of the company; 0 = all at once.", "一部の部署で試す月数。0＝一斉導入。"}, Evidence::own_data, "user"),
    whole("support_months", &P<Real>::support_months, "months", {0, 600}, {0, 120}, {"Outside support", "外部支援の期間"},
          {"Months from the start in which somebody from outside works alongside.", "開始から外部の伴走支援が続く月数。"}, Evidence::own_data, "user"),
    reference("follows", &P<Real>::follows, "initiatives", {"Follows", "先行する施策"},
              {"The initiative that should be in use before this one starts; earlier, it costs more and brings less.",
               "先に定着しているべき施策。順序が逆だと費用が増え効果が減る。"}),
    money("people_budget", &P<Real>::people_budget, "yen", 1e8, {"Budget for people", "人への予算"},
          {"One-off: training, manuals, explaining why.", "一時費用：研修・マニュアル・目的の説明。"}, Change::fixed),
    money("process_budget", &P<Real>::process_budget, "yen", 1e8, {"Budget for process", "仕組みへの予算"},
          {"One-off: listing the work, redesign, rules, exceptions.", "一時費用：業務の棚卸し・再設計・ルール・例外処理。"}, Change::fixed),
    money("data_budget", &P<Real>::data_budget, "yen", 1e8, {"Budget for data and tools", "データ・ツールへの予算"},
          {"One-off: tools, interfaces, a common base.", "一時費用：ツール・連携・共通基盤。"}, Change::fixed),
    whole("spending_months", &P<Real>::spending_months, "months", {1, 600}, {1, 12}, {"Spending time", "支出の期間"},
          {"Months over which the budgets are spent evenly.", "予算を均等に支出する月数。"}, Evidence::own_data, "user"),
    quantity("subsidy_share", &P<Real>::subsidy_share, "fraction", {0.0, 1.0}, {0.0, 0.75}, {"Subsidy", "補助率"},
             {"Share of the budgets that a subsidy pays back: 0 = none, 1 = all.",
              "予算のうち補助金で戻る割合。0＝なし、1＝全額。"}, Evidence::own_data, "user", Need::optional, Change::fixed),
    whole("subsidy_lag", &P<Real>::subsidy_lag, "months", {0, 60}, {0, 24}, {"Months until the subsidy", "補助金までの月数"},
          {"Months from the last spending until the subsidy is paid.", "最後の支出から補助金入金までの月数。"}, Evidence::own_data, "user"),
    money("support_fee", &P<Real>::support_fee, "yen/month", 3e6, {"Support fee", "伴走支援費"}, {"Fee a month while support lasts.", "支援期間中の月額費用。"}),
    money("running_cost", &P<Real>::running_cost, "yen/month", 3e6, {"Running cost", "運用費"},
          {"Cost a month from the launch on; granted again every year for what it is seen to be worth.", "導入後の月額費用。効果が見える分だけ毎年更新される。"}),
    money("usage_cost", &P<Real>::usage_cost, "yen/month", 3e6, {"Usage cost", "従量費用"},
          {"Cost a month if it were used in full; it follows use.", "すべて使われた場合の月額費用。利用に応じてかかる。"}),
    quantity("purchase_tax_rate", &P<Real>::purchase_tax_rate, "fraction", {0.0, 0.5}, {0.0, 0.10}, {"Consumption tax rate", "消費税率"},
             {"0.10 standard; 0 where no tax is charged.", "標準10%。非課税・不課税は0。"}, Evidence::statute, "nta-6303"),
    share("fit", &P<Real>::fit, {0.2, 1.0}, {"Fit", "業務への適合度"},
          {"How well it fits the work it is meant for: 0 = not at all, 1 = entirely.", "対象の業務にどれだけ合っているか。0＝合わない、1＝完全に合う。"}),
    share("hours_saving", &P<Real>::hours_saving, {0.0, 0.25}, {"Hours it can save", "削減できる時間"},
          {"Share of all hours of the company that it saves in full, skilled use at perfect fit; 0.1 = 10%.", "完全に使いこなし適合した場合に節約できる、全社の労働時間に対する割合。0.1＝10%。"}),
    share("error_reduction", &P<Real>::error_reduction, {0.0, 1.0}, {"Errors it can remove", "減らせるミス"},
          {"Share of errors it removes in full, skilled use at perfect fit: 0 = none, 1 = all.", "完全に使いこなし適合した場合になくせるミスの割合。0＝なし、1＝すべて。"}),
    share("lead_time_reduction", &P<Real>::lead_time_reduction, {0.0, 1.0}, {"Lead time it can remove", "短縮できる期間"},
          {"Share of the lead time it removes in full, skilled use at perfect fit: 0 = none, 1 = all.", "完全に使いこなし適合した場合に短縮できる対応期間の割合。0＝なし、1＝すべて。"}),
    share("re_entry_reduction", &P<Real>::re_entry_reduction, {0.0, 1.0}, {"Re-entry it can remove", "なくせる再入力"},
          {"Share of data entered twice that it removes in full, skilled use at perfect fit: 0 = none, 1 = all.", "完全に使いこなし適合した場合になくせる二重入力の割合。0＝なし、1＝すべて。"}),
    share("opening_adoption", &P<Real>::opening_adoption, {0.0, 1.0}, {"In use already", "すでに使われている割合"},
          {"Share of the intended use that takes place when it starts: 0 = new, 1 = everybody uses it.", "開始時点で使われている割合。0＝新規、1＝全員が利用。"}, Change::fixed),
    share("opening_proficiency", &P<Real>::opening_proficiency, {0.3, 1.0}, {"Skill of those who use it already", "利用者の習熟度"},
          {"Skill of those who use it when it starts: 0 = none, 1 = full.", "開始時点の利用者の習熟度。0＝なし、1＝完全。"}, Change::fixed),
    share("follow_up", &P<Real>::follow_up, {0.0, 1.0}, {"Help in the first 90 days", "導入後90日の支援"},
          {"How well people are helped after the launch (videos, desk, floor visits): 0 = left alone, 1 = always helped.",
           "導入後90日間の利用支援（動画・窓口・巡回）の手厚さ。0＝放置、1＝常に支援。"}),
    share("visibility", &P<Real>::visibility, {0.2, 0.95}, {"Effect seen without measuring", "効果の見えやすさ"},
          {"How far the effect is seen without measuring: 0 = not at all, 1 = fully; about 0.9 for accounting and attendance, 0.4 elsewhere.",
           "測らなくても効果が見える度合い。0＝見えない、1＝すべて見える。会計・勤怠は約0.9、その他は約0.4。"}),
    flag("tool_first", &P<Real>::tool_first, {"Tool chosen first", "ツール先行"},
         {"Whether the tool was chosen before the work was listed and redesigned.", "業務の棚卸し・再設計より先にツールを選んだか。"}),
    share("share_outside", &P<Real>::share_outside, {0.0, 0.3}, {"Tasks beyond generative AI", "生成AIが不得意な業務"},
          {"Generative AI: share of tasks beyond what it does well, where it errs: 0 = none, 1 = all.", "生成AI：うまくこなせず誤りやすい業務の割合。0＝なし、1＝すべて。"}),
    share("human_review", &P<Real>::human_review, {0.0, 1.0}, {"Human review", "人による確認"},
          {"Generative AI: share of answers a person checks, which takes part of the hours saved: 0 = none, 1 = all.",
           "生成AI：人が確認する回答の割合。節約時間の一部を使う。0＝なし、1＝すべて。"}),
    share("retrieval", &P<Real>::retrieval, {0.0, 1.0}, {"Answers from own documents", "社内文書の参照"},
          {"Generative AI: share of answers drawn from the company's own documents: 0 = none, 1 = all.", "生成AI：社内文書を参照して答える割合。0＝なし、1＝すべて。"}),
    flag("contract_checked", &P<Real>::contract_checked, {"Contract checked", "契約の確認"},
         {"Contract and data processing terms were checked.", "契約・データ処理条件を確認した。"}),
    flag("retention_checked", &P<Real>::retention_checked, {"Storage checked", "保存・削除の確認"}, {"Storage and deletion of data were checked.", "データの保存・削除を確認した。"}),
    flag("closed_network", &P<Real>::closed_network, {"Closed network", "閉域接続"}, {"It is reached through a closed network.", "閉域網で接続している。"}),
    flag("encryption", &P<Real>::encryption, {"Encryption", "暗号化"}, {"Data are encrypted.", "データを暗号化している。"}),
    flag("certified", &P<Real>::certified, {"Certified provider", "認証取得"}, {"The provider is certified for information security.", "提供者が情報セキュリティ認証を取得している。"}),
    option("profit_line", choice<&P<Real>::profit_line>, {"Line it should move", "動かす損益項目"},
           {"The line of the profit and loss statement that it is meant to move.", "改善を狙う損益計算書の項目。"}),
    option("target_measure", choice<&P<Real>::target_measure>, {"Target measure", "目標の指標"}, {"What its target is measured by.", "目標を測る指標。"}),
    quantity("target_value", &P<Real>::target_value, "as the measure", {0.0, 1e6}, {0.0, 1e5}, {"Target", "目標値"},
             {"Level to be reached, in the unit of the measure; fractions for rates.", "到達したい水準（指標の単位、率は小数）。"},
             Evidence::own_data, "user", Need::optional, Change::fixed),
    month("target_month", &P<Real>::target_month, {"Target month", "目標の期限"}, {"Month by which the target is to be reached.", "目標を達成する期限の月。"}),
    flag("baseline_measured", &P<Real>::baseline_measured, {"Baseline measured", "現状値の計測"},
         {"Whether the level before the start was measured.", "開始前の水準を計測したか。"}),
});
template <class Real> constexpr auto& table(std::type_identity<Parameters<Real>>) { return initiative_table<Real>; }

}  // namespace goho::initiatives
