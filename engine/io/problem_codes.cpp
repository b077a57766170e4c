#include "io/problem_codes.hpp"

#include <array>

namespace goho::io {

namespace {

constexpr auto codes = std::to_array<ProblemCode>({
    // The file
    {"file-missing", false, {"There is no such file.", "ファイルがない。"}},
    {"file-empty", false, {"The file holds nothing.", "ファイルが空である。"}},
    {"file-too-large", false, {"The file is larger than 32 MiB.", "ファイルが32MiBを超えている。"}},
    {"file-unreadable", false, {"The file cannot be read, for example for lack of rights.", "権限などの理由でファイルを読めない。"}},
    {"is-a-folder", false, {"A folder was named where a file is needed.", "ファイルではなくフォルダーが指定された。"}},
    {"not-text", false, {"The file holds zero bytes, so it is no text.", "テキストファイルではない。"}},
    {"not-utf-8", false, {"The text is not encoded as UTF-8.", "文字コードがUTF-8ではない。"}},
    {"syntax", false, {"The text is no JSON; line and column say where.", "JSONとして読めない（行・桁を示す）。"}},
    {"duplicate-key", false, {"A key stands twice in one object.", "同じキーが重複している。"}},
    {"too-deep", false, {"Objects are nested too deeply.", "入れ子が深すぎる。"}},
    {"number-too-large", false, {"A number is beyond what can be held.", "数値が大きすぎる。"}},
    {"more-problems", false, {"There are more than a hundred problems; this says how many more.", "問題が100件を超えた（残りの件数を示す）。"}},
    // Extends
    {"extends-missing", false, {"The base file does not exist.", "基になるファイルがない。"}},
    {"extends-cycle", false, {"The files extend one another in a circle.", "extends が循環している。"}},
    {"extends-too-long", false, {"Too many files extend one another.", "extends の連鎖が長すぎる。"}},
    // Values
    {"unknown-format", false, {"The file's format is not one that this program reads.", "対応していない形式番号である。"}},
    {"unknown-key", false, {"A key that the format does not know.", "形式にないキーである。"}},
    {"missing", false, {"Something required is not there.", "必須項目がない。"}},
    {"wrong-type", false, {"Another kind of value is expected.", "値の種類が違う。"}},
    {"out-of-range", false, {"A value outside its allowed range.", "許容範囲を外れている。"}},
    {"unusual", true, {"A value outside its usual range.", "通常の範囲を外れている。"}},
    {"unknown-option", false, {"None of the possible words.", "選択肢にない値である。"}},
    {"unknown-reference", false, {"Names an item that does not exist.", "存在しない項目を参照している。"}},
    {"unknown-variable", false, {"A target names no known result or indicator.", "目標の指標名が存在しない。"}},
    {"unknown-table", false, {"A pinned table does not exist.", "固定した表が存在しない。"}},
    {"bad-id", false, {"An id with other signs than a-z, 0-9 and _.", "IDに使えない文字がある。"}},
    {"text-too-long", false, {"A text is too long for its place.", "文字列が長すぎる。"}},
    {"control-character", false, {"A text holds a line break or another control character.", "文字列に制御文字がある。"}},
    {"too-many-items", false, {"A collection holds too many items.", "項目数が多すぎる。"}},
    {"out-of-order", false, {"Thresholds of a benchmark are not in order.", "基準値の並び順が違う。"}},
    {"out-of-order", false, {"Values that belong in an order are not.", "大小関係が正しくない。"}},
    // What belongs together
    {"opening-imbalance", false, {"The opening balance sheet does not balance.", "開始貸借対照表が一致しない。"}},
    {"not-whole-yen", false, {"An opening amount is not a whole yen.", "開始時の金額が1円単位でない。"}},
    {"part-exceeds-whole", false, {"A part is larger than its whole.", "内訳が合計を超えている。"}},
    {"not-a-whole", false, {"Weights that must add up to 100% do not.", "合計100%であるべきウェイトが100%でない。"}},
    {"more-than-whole", false, {"Shares add up to more than the whole.", "割合の合計が全体を超えている。"}},
    {"circle", false, {"Items refer to one another in a circle.", "項目の参照が循環している。"}},
    {"no-meaning", false, {"Given, but without effect here.", "ここでは意味を持たない項目である。"}},
    {"ends-before-start", false, {"The end lies before the start.", "終了が開始より前である。"}},
    {"before-plan", false, {"Lies before the plan begins.", "計画開始より前である。"}},
    {"beyond-plan", true, {"Lies after the end of the plan and has no effect.", "計画終了より後で影響しない。"}},
    {"grace-too-long", false, {"A loan's grace is as long as its term.", "据置期間が返済期間以上である。"}},
    {"instalments-cross-start", true, {"Instalments of an old asset reach into the plan.", "既存資産の支払が計画期間にかかっている。"}},
    {"overdraft-beyond-line", true, {"More overdraft than the line allows.", "当座貸越が枠を超えている。"}},
    {"year-not-begun", true, {"An amount of the running year where no year is running.", "期首開始なのに当期分の金額がある。"}},
    // Actuals
    {"actuals-with-a-gap", false, {"An actual month is given, but one before it is not.", "実績の月に抜けがある。"}},
    // Calibration
    {"no-actuals", false, {"A plan is to be fitted to actual months and has none.", "推定に使う実績の月がない。"}},
    {"unknown-series", false, {"The actual months give no figure of that name.", "実績にその名前の数値がない。"}},
    {"nothing-moves", false, {"No figure of the actual months moves with the quantities to be fitted.", "推定する数量で動く実績の数値がない。"}},
    {"named-twice", false, {"A quantity to be fitted is named twice.", "推定する数量が二重に指定されている。"}},
    {"stopped", false, {"The calibration was stopped before it had a result.", "推定が途中で中止された。"}},
    // Timeline
    {"unknown-pointer", false, {"The address names nothing in this scenario.", "アドレスがシナリオ内のどこも指していない。"}},
    {"fixed-quantity", false, {"The value is fixed for the whole plan.", "計画期間中に変えられない項目である。"}},
    {"outside-plan", false, {"The month lies outside the plan.", "計画期間外の月である。"}},
    {"empty-entry", false, {"The entry changes nothing.", "何も変更しない項目である。"}},
    {"needless-repeat", false, {"Setting a value again and again changes nothing.", "同じ値の設定を繰り返している。"}},
    // Story
    {"lever-not-here", true, {"A step of the story names a lever that the scenario does not have.", "ストーリーのレバーがシナリオにない。"}},
    // Uncertainty
    {"bad-distribution", false, {"A distribution cannot be drawn from, or not inside what is allowed.", "分布が正しくない、または許容範囲の値を取りえない。"}},
    {"bad-correlation", false, {"A correlation is of one quantity with itself, given twice, or contradicts the others.", "同じ項目どうし・重複・他と矛盾する相関である。"}},
    {"correlations-differ", false, {"Scenarios that are compared say different things about a pair.", "比べるシナリオの間で相関が異なる。"}},
    {"drawn-twice", false, {"Two entries move the same quantity.", "同じ項目を動かす指定が2つある。"}},
    {"not-uncertain", false, {"A correlation names something that is not drawn.", "相関の対象が不確実な項目ではない。"}},
    {"nothing-uncertain", false, {"Trials are wanted of a scenario without anything uncertain.", "不確実な項目がない。"}},
    {"nothing-to-vary", true, {"A multiple is drawn of what is zero.", "0の項目に倍率をかけている。"}},
    {"distribution-cut", true, {"Part of a distribution lies outside of what is allowed and is not drawn.", "分布の一部が許容範囲の外にあり、使われない。"}},
    {"unknown-figure", false, {"No result or indicator has that name.", "その名前の結果・指標はない。"}},
    {"unknown-kernel", false, {"This machine has no code of that name.", "その名前の計算コードはこの機械にない。"}},
    {"bad-trials", false, {"The number of trials is out of bounds.", "試行回数が範囲外である。"}},
    {"bad-threads", false, {"The number of threads is out of bounds.", "スレッド数が範囲外である。"}},
    {"bad-option", false, {"An option is not written as it must be.", "オプションの書き方が正しくない。"}},
    {"too-much", false, {"The results would not fit into memory.", "結果がメモリーに収まらない。"}},
    // Output
    {"cannot-write", false, {"The output could not be written; what was there is untouched.", "書き込めない（既存の内容は変更しない）。"}},
    // Batches
    {"no-scenarios", false, {"A folder or pattern leads to no scenario file.", "フォルダーやパターンに当てはまるシナリオがない。"}},
    {"bad-sweep", false, {"A sweep or sample cannot be meant as it is written.", "スイープまたは標本の指定が正しくない。"}},
    {"internal", false, {"A run could not be computed, for a reason of the program.", "プログラム側の理由で計算できなかった。"}},
    {"no-outcome", false, {"No result to look at was named.", "調べる結果が指定されていない。"}},
    {"bad-year", false, {"The plan has no such year.", "計画にない年次である。"}},
    {"bad-trajectories", false, {"A number of trajectories that is not possible.", "軌道の数が範囲外である。"}},
    {"bad-levels", false, {"A number of levels that is not possible.", "水準の数が範囲外である。"}},
    {"bad-base", false, {"The base rows of a Sobol design are no power of two.", "Sobol列の基本点数が2の累乗でない。"}},
    {"bad-precision", false, {"A precision that is not possible.", "精度が範囲外である。"}},
    {"too-many-runs", false, {"A sensitivity analysis would need more runs than are possible.", "感度分析に必要な計算回数が上限を超える。"}},
    {"no-luck", true, {"Nothing happens by chance, so chance has no share.", "偶然による変動がない。"}},
    {"correlations-left-out", true, {"Correlations are not used by this method.", "この方法では相関を使わない。"}},
    {"output-exists", false, {"The file or database is there already, or an interrupted batch waits.", "ファイルやデータベースがすでにある、または中断された一括計算が残っている。"}},
    {"output-busy", false, {"Another batch is writing the database.", "別の一括計算が書き込み中である。"}},
    {"output-differs", false, {"The database holds what this batch would lose.", "この一括計算では失われる結果がデータベースにある。"}},
    {"output-unusable", false, {"The file is no database of a batch, or is damaged.", "一括計算のデータベースでない、または壊れている。"}},
    {"nothing-there", false, {"A change of a variant goes to an address that its base does not have.", "変更先が基準のシナリオにない。"}},
    {"request-damaged", false, {"One program of Goho did not understand the other; both must be of one version.", "プログラム間の依頼が読めない（版が違う可能性がある）。"}},
    {"nothing-changed", false, {"Two scenarios differ in nothing that a figure depends on.", "数値に影響する違いがない。"}},
    {"too-many-changes", false, {"More changes than can be divided over.", "分けられる件数を超える変更がある。"}},
    {"group-unreadable", false, {"A group of changes is not written as a name and places.", "変更のグループの指定が「名前=場所」の形ではない。"}},
    {"cannot-be-parted", false, {"Some changes make no sense without others.", "ほかの変更がないと成り立たない変更がある。"}},
    {"behaviour-off", false, {"What is asked needs behaviour, and the plan says it is off.", "行動の計算が必要だが、計画では「off」になっている。"}},
    {"plan-too-short", false, {"The plan has fewer months than what is asked needs.", "求めた分析に対して計画期間が短い。"}},
    {"bad-question", false, {"A question to a database is not understood or not allowed.", "データベースへの質問が正しくない、または許されていない。"}},
    // Import of trial balances
    {"undecodable", false, {"Bytes that are no text in the file's encoding; line and column say where.", "文字コードとして読めないバイトがある（行・桁を示す）。"}},
    {"broken-quotes", false, {"A quotation mark is open or out of place.", "引用符の位置が正しくない。"}},
    {"not-a-table", false, {"No row of the file is the head of a table.", "見出し行が見つからない。"}},
    {"unknown-layout", false, {"The head of the table is none that is known, or not that of the layout asked for.", "見出しが対応形式のものではない。"}},
    {"bad-month", false, {"The months have no year, or do not follow one another.", "月に年がないか、連続していない。"}},
    {"bad-amount", false, {"A cell holds no amount in whole yen.", "金額として読めないセルがある。"}},
    {"row-length", false, {"A row has more or fewer cells than the head.", "行のセル数が見出しと合わない。"}},
    {"truncated", false, {"A statement lacks the total that it must end with.", "帳票の最後にあるべき合計行がない。"}},
    {"month-twice", false, {"Two files hold the same month of a statement.", "同じ帳票の同じ月が2つのファイルにある。"}},
    {"months-missing", false, {"A statement lacks months that another has.", "帳票の間で月がそろっていない。"}},
    {"duplicate-account", false, {"An account stands twice in a section.", "同じ区分に同じ科目が2回ある。"}},
    {"unknown-account", false, {"An account is not known and must be mapped.", "未登録の科目で、対応づけが必要である。"}},
    {"subtotal-mismatch", false, {"A subtotal is not the sum of its accounts.", "小計・合計が内訳と一致しない。"}},
    {"sum-mismatch", false, {"A row does not add up: its months, or opening and movement.", "行の合計、または繰越と増減が一致しない。"}},
    {"unbalanced", false, {"Assets are not liabilities and net assets, or debit is not credit.", "貸借が一致しない。"}},
    {"statement-missing", false, {"Goods are made, but the manufacturing statement was not given.", "製造原価報告書が指定されていない。"}},
    {"rounded-amounts", false, {"Most sums are wrong by no more than rounding.", "差異の大半が端数処理の範囲である。"}},
    // Months as they happened
    {"no-actuals", false, {"The scenario has no month as it happened.", "実績の月がない。"}},
    {"no-new-month", false, {"The files hold no month after the last actual one.", "新しい月がない。"}},
    {"unmatched-item", false, {"An account of the files has no place in the plan.", "計画に対応する項目がない。"}},
    {"balance-needed", false, {"A plan needs a balance sheet to start from.", "出発点となる貸借対照表がない。"}},
    {"books-differ", false, {"A month of the run is not what the books say.", "実績の月が帳簿と一致しない。"}},
    {"workbook-kind-unknown", false, {"A workbook is to be written to a file that does not end with .xlsx.", "ブックの書き出し先が .xlsx ではない。"}},
});

}  // namespace

std::span<const ProblemCode> problem_codes() { return codes; }

}  // namespace goho::io
