// What the analysis of the cash trough has to say.
#include "decision/trough.hpp"

#include "core/number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::decision {

namespace {

class Teller {
public:
    Teller(const Trough& about, MoneyUnit unit) : about_(about), unit_(unit) {}

    Telling telling() {
        out_.command = "trough";
        out_.title = {"Where cash is lowest, and what mends it: " + about_.plan.en, "資金繰りの谷と、それをなくす最小の対策: " + about_.plan.ja};
        if (about_.short_of_floor()) {
            trough();
            if (about_.stopped) say({"The search was stopped before it was done.", "対策の探索は途中で中止されました。"});
            else cures();
        } else {
            fine();
        }
        chart();
        notes();
        return std::move(out_);
    }

private:
    void say(Text text) { out_.sentences.push_back(std::move(text)); }
    Text yen(double value, bool sign = false) const { return in_words(value, "yen", unit_, sign); }
    bool floored() const { return about_.floor > 0.0; }
    Text floor_words() const { return floored() ? Text{"the floor of " + yen(about_.floor).en, "下限" + yen(about_.floor).ja} : Text{"zero", "ゼロ"}; }

    void fine() {
        const auto& low = about_.low;
        const Text cash = yen(low.cash), month = month_words(low.month), above = yen(low.slack), floor = floor_words();
        if (floored()) {
            say({"Cash never falls below " + floor.en + ". It is lowest in " + month.en + ", with " + cash.en + ": " + above.en + " above the floor.",
                 "現金は" + floor.ja + "を下回りません。最も少ないのは" + month.ja + "の" + cash.ja + "で、下限を" + above.ja + "上回ります。"});
        } else {
            say({"Cash never falls short. It is lowest in " + month.en + ", with " + cash.en + ".", "現金は不足しません。最も少ないのは" + month.ja + "の" + cash.ja + "です。"});
        }
        overdraft();
        if (!floored())
            say({"For the same question about a reserve, name a floor: an amount, or months of fixed costs.",
                 "手元に残したい額がある場合は、下限を金額または固定費の月数で指定してください。"});
    }

    void overdraft() {
        const auto& low = about_.low;
        if (low.overdraft <= 0.0) return;
        const Text used = yen(low.overdraft), month = month_words(low.overdraft_month);
        say({"For that the overdraft line lends up to " + used.en + " (" + month.en + ").", "ただし当座貸越を最大" + used.ja + "（" + month.ja + "）利用しています。"});
    }

    void trough() {
        const auto& low = about_.low;
        const Text first = month_words(low.first_below), deepest = month_words(low.slack_month), missing = yen(-low.slack), last = month_words(low.last_below);
        const Text floor = floor_words();
        const Text falls = floored() ? Text{"Cash falls below " + floor.en + " in " + first.en + " for the first time", "現金は" + first.ja + "に初めて" + floor.ja + "を下回り"}
                                     : Text{"Cash falls short in " + first.en + " for the first time", "現金は" + first.ja + "に初めて不足し"};
        if (first.en == deepest.en)
            say({falls.en + ", and that is the deepest point: " + missing.en + " are missing.", falls.ja + "、これが谷の底で、不足額は" + missing.ja + "です。"});
        else
            say({falls.en + "; it is deepest in " + deepest.en + ", when " + missing.en + " are missing.", falls.ja + "、最も落ち込む" + deepest.ja + "の不足額は" + missing.ja + "です。"});
        const bool to_the_end = low.last_below == about_.last;
        const int months = low.months_below;
        const Text months_en{months == 1 ? "One month is short" : fmt::format("{} months are short", months), {}};
        const Text lasts = months == 1   ? Text{"One month is short.", "不足するのは1か月だけです。"}
                           : to_the_end ? Text{months_en.en + ", and at the end of the plan it has not recovered.", fmt::format("不足は計{}か月で、計画の最終月まで解消しません。", months)}
                                        : Text{months_en.en + ", the last of them " + last.en + ".", fmt::format("不足は計{}か月、最後は{}です。", months, last.ja)};
        say({lasts.en + " Interest aside, " + missing.en + " paid in by " + first.en + " would cover all of it.",
             lasts.ja + "金利を別にすれば、" + first.ja + "までに" + missing.ja + "が入金されれば足ります。"});
    }

    /// "costs 1,200 thousand yen of net income over the plan".
    Text cost_words(const Remedy& one) const {
        const Text amount = yen(std::abs(one.cost));
        if (std::round(one.cost) == 0.0) return {"costs no net income", "純利益は変わりません"};
        return one.cost > 0.0 ? Text{"costs " + amount.en + " of net income over the plan", "計画期間の純利益は" + amount.ja + "減ります"}
                              : Text{"brings " + amount.en + " of net income over the plan", "計画期間の純利益は" + amount.ja + "増えます"};
    }

    Text words(const Remedy& one) const {
        Text out;
        for (std::size_t i = 0; i < one.cures.size(); ++i) {
            Text part = dose_words({&about_.cures[one.cures[i]], one.sizes[i]}, unit_);
            if (part.en[0] >= 'A' && part.en[0] <= 'Z') part.en[0] = static_cast<char>(part.en[0] - 'A' + 'a');
            out.en += (i == 0 ? "" : i + 1 == one.cures.size() ? " and " : ", ") + part.en;
            out.ja += (i == 0 ? "" : "＋") + part.ja;
        }
        return out;
    }

    /// For a table: "All pay down 1.1% + Less stock 12%".
    Text brief(const Remedy& one) const {
        Text out;
        for (std::size_t i = 0; i < one.cures.size(); ++i) {
            const auto& cure = about_.cures[one.cures[i]];
            const Text size = size_words(cure, one.sizes[i], unit_);
            const std::string blank = size.empty() ? "" : " ";
            out.en += (i > 0 ? " + " : "") + cure.label.en + blank + size.en;
            out.ja += (i > 0 ? "＋" : "") + cure.label.ja + blank + size.ja;
        }
        return out;
    }

    Text parties(const Remedy& one) const {
        std::vector<Party> all;
        for (const auto cure : one.cures)
            if (const Party party = about_.cures[cure].agrees; party != Party::alone && std::find(all.begin(), all.end(), party) == all.end()) all.push_back(party);
        if (all.empty()) return party_words(Party::alone);
        Text out;
        for (const Party party : all) {
            const Text one_party = party_words(party);
            out.en += (out.en.empty() ? "" : ", ") + one_party.en;
            out.ja += (out.ja.empty() ? "" : "・") + one_party.ja;
        }
        return out;
    }

    void cures() {
        const auto working = std::count_if(about_.singles.begin(), about_.singles.end(), [](const Remedy& r) { return r.works; });
        if (working > 0) {
            const auto& best = about_.singles.front();
            const Text what = words(best), cost = cost_words(best), party = parties(best);
            say({"The cheapest single remedy: " + what.en + ". It " + cost.en + "; consent needed: " + party.en + ".",
                 "単独で最も負担の小さい対策は、" + what.ja + "です。" + cost.ja + "（合意が必要な相手: " + party.ja + "）。"});
            if (working > 1) others(static_cast<std::size_t>(working));
        } else {
            say({"No single measure within its bounds is enough.", "上限の範囲内では、単独で足りる対策はありません。"});
        }
        if (!about_.together.empty()) several(working > 0);
        else if (working == 0) nothing();
        singles_table();
        together_table();
        not_alone_table();
        for (const auto& one : about_.singles)
            if (one.works) out_.drafts.push_back(one.draft);
        for (const auto& one : about_.together) out_.drafts.push_back(one.draft);
        if (about_.everything && about_.everything->works) out_.drafts.push_back(about_.everything->draft);
    }

    void others(std::size_t working) {
        Text list;
        for (std::size_t i = 1; i < std::min<std::size_t>(working, 3); ++i) {
            const Text one = words(about_.singles[i]);
            list.en += (i > 1 ? ", or " : "") + one.en;
            list.ja += (i > 1 ? "、または" : "") + one.ja;
        }
        say({fmt::format("{} measures do it alone; next come: {}.", working, list.en), fmt::format("単独で足りる対策は{}件あり、次に負担が小さいのは{}です。", working, list.ja)});
    }

    void several(bool alone_too) {
        const auto& best = about_.together.front();
        const Text what = words(best), cost = cost_words(best);
        const bool two = best.cures.size() == 2;
        const std::string share = fmt::format("{:.0f}%", best.share * 100.0);
        say({(alone_too ? "Less of each, together: " : two ? "Two together are enough: " : "Three together are enough: ") + what.en + " (" + share + " of their full sizes, rounded up). It " + cost.en + ".",
             (alone_too ? "組み合わせるなら、" : two ? "2つ合わせると足ります。" : "3つ合わせると足ります。") + what.ja + "（それぞれ全量の" + share + "、端数切り上げ）で、" + cost.ja + "。"});
    }

    void nothing() {
        const auto& all = about_.everything;
        if (!all) return say({"None of the measures that this plan has makes it any better.", "この計画で取れる対策では、改善しません。"});
        if (all->works) {
            return say(io::say("Only much at once is enough: {} measures together, each as far as it helps.", "{}件の対策を、それぞれ効果のある限り行うと、ようやく足ります。", all->cures.size()));
        }
        const Text missing = yen(-all->low.slack), month = month_words(all->low.slack_month);
        const Text count{fmt::format("{}", all->cures.size()), {}};
        say({"No way out was found within these bounds: with " + count.en + " measures at once, each as far as it helps, " + missing.en + " are still missing in " + month.en + ".",
             "この上限の範囲では解消できません。" + count.en + "件の対策をそれぞれ効果のある限り行っても、" + month.ja + "になお" + missing.ja + "不足します。"});
    }

    TellingTable table(const char* id, Text title) const {
        return {id, std::move(title), {}, {{"measure", {"Measure", "対策"}, ""}}, {}};
    }

    std::vector<TellingColumn> effect_columns() const {
        return {{"cost", {"Cost", "負担額"}, "yen"}, {"end_cash", {"End cash", "期末現金"}, "yen"}, {"npv", {"NPV", "現在価値"}, "yen"}};
    }
    void add_effects(TellingRow& row, const Remedy& one) const {
        row.cells.push_back(cell(one.cost));
        row.cells.push_back(cell(one.end_cash, "yen", true));
        row.cells.push_back(cell(one.npv, "yen", true));
    }

    TellingCell size_cell(const Remedy& one) const {
        const auto& cure = about_.cures[one.cures.front()];
        return cure.unit.empty() ? cell(Text{"–", "–"}) : cell(one.sizes.front(), cure.unit);
    }

    void singles_table() {
        auto out = table("singles", {"Each alone, cheapest first", "単独で足りる対策（負担の小さい順）"});
        out.note = {"Cost: net income of the whole plan that it takes; below zero it brings some. End cash: less overdraft.", "負担額は計画期間の純利益の減少額で、負の値は増加を表します。期末現金は当座貸越控除後です。"};
        out.columns.push_back({"size", {"Size", "大きさ"}, ""});
        for (auto& column : effect_columns()) out.columns.push_back(std::move(column));
        out.columns.push_back({"consent", {"Consent", "合意先"}, ""});
        for (const auto& one : about_.singles) {
            if (!one.works) continue;
            TellingRow row{{cell(about_.cures[one.cures.front()].label), size_cell(one)}};
            add_effects(row, one);
            row.cells.push_back(cell(parties(one)));
            out.rows.push_back(std::move(row));
        }
        if (!out.rows.empty()) out_.tables.push_back(std::move(out));
    }

    void together_table() {
        auto out = table("together", {"Together, in equal shares of their full sizes", "組み合わせ（全量に対する同じ割合ずつ）"});
        out.columns.push_back({"share", {"Share", "割合"}, "fraction"});
        for (auto& column : effect_columns()) out.columns.push_back(std::move(column));
        for (const auto& one : about_.together) {
            TellingRow row{{cell(brief(one)), cell(one.share)}};
            add_effects(row, one);
            out.rows.push_back(std::move(row));
        }
        if (!out.rows.empty()) out_.tables.push_back(std::move(out));
    }

    void not_alone_table() {
        auto out = table("not_alone", {"Not enough alone", "単独では足りない対策"});
        out.columns.push_back({"size", {"At best", "最も効く大きさ"}, ""});
        out.columns.push_back({"missing", {"Missing", "なお不足"}, "yen"});
        out.columns.push_back({"month", {"In", "不足の月"}, ""});
        int idle = 0;
        for (const auto& one : about_.singles) {
            if (one.works) continue;
            if (one.low.slack <= about_.low.slack) {
                ++idle;
                continue;
            }
            out.rows.push_back({{cell(about_.cures[one.cures.front()].label), size_cell(one), cell(-one.low.slack), cell(month_words(one.low.slack_month))}});
        }
        if (idle > 0) {
            out.note = io::say("{} more measures do nothing for the deepest month, or make it worse.", "ほかの{}件は、谷の底に効かないか、かえって深くします。", idle);
            if (idle == 1) out.note.en = "One more measure does nothing for the deepest month, or makes it worse.";
        }
        if (out.rows.empty() && idle > 0) return out_.notes.push_back(out.note);
        if (!out.rows.empty()) out_.tables.push_back(std::move(out));
    }

    void chart() {
        TellingChart out{"cash", {"Cash by month", "月末現金の推移"}, TellingChart::Kind::lines, {"Month of the plan", "計画の月"}, {"Cash", "現金"}, "months", "yen", {}};
        const auto line = [&](Text name, const std::vector<double>& values) {
            TellingSeries series{std::move(name), {}};
            for (std::size_t t = 0; t < values.size(); ++t) {
                TellingPoint point;
                point.x = static_cast<double>(t + 1);
                point.y = values[t];
                point.label = month_words(about_.from + static_cast<int>(t));
                series.points.push_back(std::move(point));
            }
            out.series.push_back(std::move(series));
        };
        line({"As planned", "計画どおり"}, about_.cash);
        if (const Remedy* best = about_.best(); best && !about_.mended.empty()) line(words(*best), about_.mended);
        line({"Floor", "下限"}, std::vector<double>(about_.cash.size(), about_.floor));
        out_.charts.push_back(std::move(out));
    }

    void note(Text text) { out_.notes.push_back(std::move(text)); }

    void notes() {
        if (about_.floor_months) {
            const Text floor = yen(about_.floor);
            const std::string months = plain_number(*about_.floor_months);
            note({"The floor is " + months + " months of fixed costs without depreciation, the mean of the first planned year: " + floor.en + ".",
                  "下限は、計画初年度の減価償却費を除く固定費の平均" + months + "か月分（" + floor.ja + "）です。"});
        }
        if (floored()) note({"Against a floor, what the overdraft line lends does not count as cash.", "下限の判定では、当座貸越で借りた分は現金に数えません。"});
        else note({"Short means below zero after the overdraft line is used up.", "不足とは、当座貸越枠を使い切っても現金がマイナスになることです。"});
        if (about_.cures.empty() || about_.stopped) return;
        unsaved();
        note({"Bounds: prices, volume, costs and pay 20%, stock 50%, terms of trade 1 month, putting off 36 months, loan terms 60 months, a loan or capital half a year's sales.",
              "上限: 価格・数量・費用・給与は20%、在庫は50%、取引条件は1か月、延期は36か月、返済期間の延長は60か月、借入・増資は売上高の半年分。"});
        note({"Sizes are the smallest in steps of 0.1%, 0.1 month (terms of trade), 1 month or 1 million yen; each was saved, read back and run.",
              "大きさは0.1%・0.1か月（取引条件）・1か月・100万円刻みの最小値で、保存する形で読み直して計算し、確かめています。"});
        const Text rate = in_words(about_.loan_rate, "fraction/year", unit_);
        const std::string precise = percent(about_.loan_rate, 2);
        note({fmt::format("A new loan: {} a year, equal principal over {} months, no guarantee fee, drawn a month before cash is short. Whether a bank grants it is not judged.", precise, new_loan_term),
              fmt::format("新規借入は年{}、{}か月の元金均等返済、保証料なしで、不足の前月に借りると仮定します。金融機関が応じるかは判断していません。", precise, new_loan_term)});
        note({"Price and volume rest on how customers answer in the plan; what more volume needs in selling and hands is only what the plan says.",
              "価格と数量の対策は、計画に設定した顧客の反応に基づきます。増販に要する営業や人手は、計画にある分しか見込んでいません。"});
        note({"An investment takes along its loan or subsidy of the same name, or of the same month if no other begins then; effects on sales and costs stay where they are.",
              "投資は、同じ名前の、または他に投資のない同じ月の借入・補助金と一緒に動かします。売上や費用への効果の時期は動かしません。"});
    }

    void unsaved() {
        if (about_.unsaved == 0) return;
        note(io::say("{} proposals are dropped: other parts of the plan rest on what they leave out.", "{}件の案は、取りやめる項目を計画の他の部分が前提としているため除きました。", about_.unsaved));
    }

    const Trough& about_;
    const MoneyUnit unit_;
    Telling out_;
};

}  // namespace

Text month_words(Month month) { return {shown(month, Language::english), shown(month, Language::japanese)}; }

Telling tell(const Trough& trough, MoneyUnit money) { return Teller(trough, money).telling(); }

}  // namespace goho::decision
