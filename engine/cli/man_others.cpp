// The manual pages that are not of a command: the window, and in short the format of scenario files.
#include "cli/man.hpp"
#include "cli/outline.hpp"

#include <fmt/format.h>

namespace goho::cli {

namespace {

struct Entry {
    std::string_view term;
    Label text;
};

std::string entries(std::initializer_list<Entry> all, Language language) {
    std::string out;
    for (const auto& entry : all) out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(entry.term), roff(entry.text.in(language)));
    return out;
}

std::string paragraphs(std::initializer_list<Label> all, Language language) {
    std::string out;
    for (const auto& paragraph : all) out += (out.empty() ? "" : ".PP\n") + roff(paragraph.in(language)) + "\n";
    return out;
}

std::string section(Label title, Language language) { return roff_section(title.in(language)); }

}  // namespace

std::string window_page(Language language) {
    const Language l = language;
    return roff_head("goho gui", 1, l) + section({"NAME", "名前"}, l) + "goho\\-gui \\- " + roff(Label{"plan a company over ten years and see why", "10年の経営計画を試算し、理由まで示す画面"}.in(l)) + "\n" +
           section({"SYNOPSIS", "書式"}, l) + "\\fBgoho\\-gui\\fR [\\fI" + std::string(l == Language::japanese ? "オプション" : "OPTIONS") + "\\fR] [\\fIFILES\\fR ...]\n" +
           section({"DESCRIPTION", "説明"}, l) +
           paragraphs({{"The window of Goho. Move a lever and ten years of profit, cash and five stakeholders answer at once; compare scenarios, ask why a figure is what it is, "
                        "and export reports, workbooks and forms.",
                        "五方の画面。レバーを動かすと、10年間の利益・資金と五つの関係者への影響がその場で変わります。シナリオの比較、数値の理由の確認、"
                        "報告書・Excelブック・様式の書き出しができます。"},
                       {"Of the FILES the first is the base of comparison. Exports of accounting programs (.csv, .txt) are imported.",
                        "FILES の最初のファイルが比較の基準です。会計ソフトのデータ（.csv・.txt）は取り込みます。"}}, l) +
           section({"OPTIONS", "オプション"}, l) +
           entries({{"-h, --help", {"Show help.", "ヘルプを表示する。"}},
                    {"--version", {"Show the version, and how the program was built.", "バージョンとビルド情報を表示する。"}},
                    {"--lang LANG", {"ja or en; as last chosen in the window when not given.", "ja または en（省略時は画面で最後に選んだ言語）。"}},
                    {"--theme THEME", {"light or dark.", "light（明るい）または dark（暗い）。"}},
                    {"--size WxH", {"Size of the window, such as 1280x720.", "画面の大きさ（例: 1280x720）。"}},
                    {"--page NAME", {"Open on this page, such as overview.", "最初に表示するページ（例: overview）。"}},
                    {"--shots DIR", {"Write a PNG of every page into this folder, and end.", "全ページのPNGをこのフォルダーに書き出して終了する。"}}}, l) +
           section({"EXIT STATUS", "終了ステータス"}, l) +
           entries({{"0", {"Fine.", "正常。"}}, {"2", {"Wrong usage.", "使い方の誤り。"}}, {"3", {"With --shots: a file does not make sense.", "--shots のとき: 入力の誤り。"}}}, l) +
           section({"ENVIRONMENT", "環境変数"}, l) +
           entries({{"QT_QPA_PLATFORM", {"Where Qt draws; offscreen needs no screen.", "Qt の描画先。offscreen なら画面がなくても動きます。"}},
                    {"XDG_CONFIG_HOME, XDG_DATA_HOME", {"Where settings and unsaved work are kept; ~/.config and ~/.local/share when not set.", "設定と未保存の作業の保存先（既定は ~/.config と ~/.local/share）。"}}}, l) +
           section({"FILES", "ファイル"}, l) +
           entries({{"share/goho/scenarios", {"Scenarios that are shipped; below the folder in which Goho is installed.", "付属のシナリオ（インストール先の下）。"}},
                    {"~/.config/goho/goho.conf", {"Settings of the window.", "画面の設定。"}}}, l) +
           section({"EXAMPLES", "例"}, l) + roff_example("goho-gui base.json price_up.json") + section({"SEE ALSO", "関連項目"}, l) + "\\fBgoho\\fR(1),\n\\fBgoho\\-report\\fR(1),\n\\fBgoho\\-scenario\\fR(5)\n";
}

std::string scenario_page(Language language) {
    const Language l = language;
    constexpr std::string_view base = R"({
  "format": 1,
  "name": "Corner bakery",
  "company": {"start": "2027-04", "fiscal_year_start": 4},
  "opening": {"cash": 5000000, "paid_in_capital": 3000000,
              "retained_earnings": 2000000},
  "segments": {"bread": {"price": 250, "volume": 12000,
                         "unit_variable_cost": 90}}
})";
    constexpr std::string_view variant = R"({
  "format": 1,
  "name": "Prices +3%",
  "extends": "base.json",
  "timeline": {"rise": {"from": "2027-10",
               "scale": {"/segments/bread/price": 1.03}}}
})";
    return roff_head("goho scenario", 5, l) + section({"NAME", "名前"}, l) + "goho\\-scenario \\- " + roff(Label{"a company and one plan for it, in JSON", "会社1社とその計画を記述する JSON ファイル"}.in(l)) + "\n" +
           section({"DESCRIPTION", "説明"}, l) +
           paragraphs({{"A scenario is a JSON object in UTF-8. What is left out takes its default; a key that is not known is an error. Items such as segments, loans and job groups "
                        "are objects keyed by an id of a to z, 0 to 9 and _.",
                        "シナリオは UTF-8 の JSON オブジェクトです。省略した項目は既定値になり、知らないキーはエラーになります。部門・借入金・職種などは、"
                        "ID（a〜z・0〜9・_）をキーにしたオブジェクトで書きます。"},
                       {"Yen are written as numbers or as \"1,200,000円\", \"120万円\", \"△3百万円\"; shares as 0.05 or \"5%\"; months as \"2027-04\".",
                        "金額は数値または \"1,200,000円\"・\"120万円\"・\"△3百万円\"、割合は 0.05 または \"5%\"、年月は \"2027-04\" と書きます。"}}, l) +
           section({"MEMBERS", "メンバー"}, l) +
           entries({{"format", {"1. Files of every released format keep loading; a newer one than the program knows is refused.", "1。公開済みの形式は今後も読み込めます。プログラムより新しい形式は拒否します。"}},
                    {"name, description", {"Text, or {\"en\": ..., \"ja\": ...}.", "文字列、または {\"en\": ..., \"ja\": ...}。"}},
                    {"extends", {"File of the base, seen from this one; then only what differs is said.", "基準のファイル（このファイルから見た場所）。異なる点だけを書きます。"}},
                    {"pins", {"Dated tables of tax and depreciation that the plan was made with.", "計画に用いた税・償却率などの表。"}},
                    {"company, opening", {"Start, length and fiscal year; the balance sheet on which the plan starts.", "開始年月・期間・会計年度、開始時の貸借対照表。"}},
                    {"segments, cost_lines, job_groups, purchasing, assets, investments, loans, treasury, subsidies, capital_increases, taxes",
                     {"What is sold, spent, employed, bought and borrowed, and how it is taxed.", "売上・費用・人員・仕入・資産・投資・借入・資金・補助金・増資・税。"}},
                    {"targets", {"What the plan is held to.", "計画の目標値。"}},
                    {"management, management_today, evaluation, evaluation_today, leadership, effort, adoption, tasks, initiatives, freed_hours, events",
                     {"How the company is led and appraises, its work, and what is introduced to improve it.", "経営と人事評価のあり方、業務、改善の施策。"}},
                    {"workforce, customers, society, next_generation", {"How people, customers and society respond.", "従業員・顧客・世間・次世代の反応。"}},
                    {"timeline", {"Quantities that change from a month on.", "ある月からの数量の変更。"}},
                    {"uncertainty", {"Which quantities are spread how, for goho-montecarlo(1).", "不確実な数量とその分布（goho-montecarlo(1) 用）。"}},
                    {"actuals", {"Months that have happened.", "実績の月。"}},
                    {"story, decision_log", {"The plan in words, and what was decided when and why.", "計画の説明と、意思決定の記録。"}},
                    {"note, $schema", {"Remarks, which may stand in every section; the schema for editors.", "注記（どこにでも書けます）、エディター用スキーマ。"}}}, l) +
           paragraphs({{"All members, units, ranges and defaults stand in docs/scenario-format.md and docs/reference/parameters.md below share/doc/goho.",
                        "全項目の意味・単位・範囲・既定値は share/doc/goho の docs/scenario-format.md と docs/reference/parameters.md にあります。"}}, l).insert(0, ".PP\n") +
           section({"FILES", "ファイル"}, l) +
           entries({{"share/goho/scenarios/schema/goho-scenario-1.schema.json", {"JSON Schema with which editors complete keys; goho-schema(1) prints it.", "エディターで補完できる JSON Schema（goho-schema(1) でも出力）。"}}}, l) +
           section({"EXAMPLES", "例"}, l) + roff_example(base) + ".PP\n" + roff_example(variant) + section({"SEE ALSO", "関連項目"}, l) + "\\fBgoho\\fR(1),\n\\fBgoho\\-validate\\fR(1),\n\\fBgoho\\-variant\\fR(1),\n\\fBgoho\\-schema\\fR(1)\n";
}

}  // namespace goho::cli
