// The same company in every layout and encoding gives the same books, to the yen.
#include "import/samples.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace goho;
using namespace goho::imports;

namespace {

struct Expected {
    std::string folder;
    std::string_view layout;
    Encoding encoding;
};
const std::vector<Expected> samples = {
    {"freee_1", "freee-1", Encoding::cp932},          {"freee_2", "freee-2", Encoding::utf8_with_mark}, {"money_forward", "money-forward", Encoding::cp932},
    {"yayoi_months", "yayoi", Encoding::cp932},       {"yayoi_year", "yayoi", Encoding::cp932},         {"goho_ja", "goho", Encoding::utf8},
    {"goho_en", "goho", Encoding::utf8},
};

ImportReading read_sample(const std::string& folder) { return read(sample(folder), options_from(Month::of(2026, 4))); }

}  // namespace

TEST_CASE("layouts: what a file turned out to be is told also where the books cannot be read, for every file that is readable") {
    const auto whole = read_sample("goho_ja");
    REQUIRE(whole);
    CHECK(whole.sources.size() == whole.value->sources.size());
    auto files = sample("goho_ja");
    files.push_back({"unknown.csv", small_table({{"謎の費用", {1}}, {"当期純利益", {-1}}}, 1)});
    files.push_back({"broken.csv", "\xff\xff\xff"});
    const auto reading = read(files);
    CHECK_FALSE(reading);
    REQUIRE(reading.sources.size() == 3);
    CHECK(reading.sources.back().file == "unknown.csv");
    CHECK(reading.sources.back().rows == 2);
}

TEST_CASE("layouts: every sample is recognised by its head and first bytes") {
    for (const Expected& expected : samples) {
        CAPTURE(expected.folder);
        const auto reading = read_sample(expected.folder);
        CHECK(said(reading.problems) == "");
        REQUIRE(reading);
        for (const Source& source : reading.value->sources) {
            CHECK(source.layout->id == expected.layout);
            CHECK(source.encoding == expected.encoding);
            CHECK(source.unit == MoneyUnit::yen);
        }
    }
}

TEST_CASE("layouts: all layouts give the same books, to the yen") {
    const auto first = read_sample("freee_1");
    REQUIRE(first);
    CHECK(first.value->ledger.months.front() == Month::of(2026, 4));
    REQUIRE(first.value->books.size() == 12);
    for (const Expected& expected : samples) {
        const auto reading = read_sample(expected.folder);
        REQUIRE(reading);
        REQUIRE(reading.value->ledger.months == first.value->ledger.months);
        for (std::size_t m = 0; m < 12; ++m) {
            for (const auto& variable : accounting::variables<double>) {
                CAPTURE(expected.folder);
                CAPTURE(variable.name);
                CAPTURE(m);
                CHECK(reading.value->books[m].*variable.field == first.value->books[m].*variable.field);
            }
        }
    }
}

TEST_CASE("layouts: the totals of the files come back from the books") {
    const auto reading = read_sample("freee_1");
    REQUIRE(reading);
    const auto& march = reading.value->books.back();
    // The lines 売上高 計, 営業損益金額, 当期純損益金額 and 資産合計 of the files, last month.
    CHECK(march.net_sales == 55'449'500.0);
    CHECK(march.net_sales - march.cost_of_sales - march.sga_expenses == march.operating_income);
    CHECK(march.total_assets == march.total_liabilities + march.net_assets);
    CHECK(march.accumulated_depreciation == 149'860'000.0);
    CHECK(reading.value->checked.subtotals == 25);
    CHECK(reading.value->checked.sums == 111);
    CHECK(reading.value->checked.balances == 12);
}

TEST_CASE("layouts: opening balances stand beside the months that follow them") {
    auto files = sample("freee_1");
    files.push_back(sample("freee_opening").front());
    const auto reading = read(files);
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    CHECK(reading.value->ledger.has_opening);
    const auto own = read_sample("goho_ja");  // its balance sheet has a column of opening balances
    REQUIRE(own);
    for (const LedgerLine& line : own.value->ledger.lines) {
        if (line.opening.value_or(0) == 0) continue;
        const auto& lines = reading.value->ledger.lines;
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const LedgerLine& other) { return other.section == line.section && other.name == line.name; });
        REQUIRE(same != lines.end());
        CHECK(same->opening == line.opening);
    }
}

TEST_CASE("layouts: months without a year need the start of the fiscal year") {
    const auto reading = read(sample("money_forward"));
    CHECK_FALSE(reading);
    CHECK(said(reading.problems).find("the months have no year (4月) (give the first month of the fiscal year, for example --fiscal-year-start 2026-04)") != std::string::npos);
}

TEST_CASE("layouts: closing entries are counted to the last month, and it is said") {
    const auto reading = read_sample("money_forward");
    REQUIRE(reading);
    REQUIRE(reading.value->notes.size() >= 1);
    CHECK(reading.value->books.back().corporate_taxes > 0.0);
    CHECK(std::any_of(reading.value->notes.begin(), reading.value->notes.end(), [](const Text& note) { return note.ja.find("決算整理は2027年3月に含めました") != std::string::npos; }));
}

TEST_CASE("layouts: a forced layout that does not fit is refused") {
    ImportOptions options;
    options.sheet.layout = "yayoi";
    const auto reading = read(sample("goho_ja"), options);
    CHECK(said(reading.problems).find("the head of the table is not that of Yayoi text export") != std::string::npos);
}

TEST_CASE("layouts: the order of the files does not matter") {
    auto files = sample("freee_2");
    const auto forward = read(files);
    std::reverse(files.begin(), files.end());
    const auto backward = read(files);
    REQUIRE(forward);
    REQUIRE(backward);
    for (std::size_t m = 0; m < 12; ++m) {
        for (const auto& variable : accounting::variables<double>) CHECK(forward.value->books[m].*variable.field == backward.value->books[m].*variable.field);
    }
}

TEST_CASE("layouts: a Yayoi balance sheet whose profit of the year is marked as a total") {
    const std::string text = "帳票名：残高試算表(年間推移)\n集計期間：令和08年04月01日,令和08年05月31日\n[表題行],,,勘定科目,4月度,5月度\n"
                             "[区分行],,[貸借対照表],[現金･預金],,\n[明細行],,[貸借対照表],現金,150,180\n[合計行],,[貸借対照表],現金･預金合計,150,180\n[合計行],,[貸借対照表],資産合計,150,180\n"
                             "[区分行],,[貸借対照表],[資本金],,\n[明細行],,[貸借対照表],資本金,100,100\n[合計行],,[貸借対照表],資本金合計,100,100\n"
                             "[区分行],,[貸借対照表],[利益剰余金],,\n[明細行],,[貸借対照表],繰越利益,20,20\n[合計行],,[貸借対照表],当期純損益金額,30,60\n"
                             "[合計行],,[貸借対照表],繰越利益剰余金合計,50,80\n[合計行],,[貸借対照表],純資産合計,150,180\n[合計行],,[貸借対照表],負債･純資産合計,150,180\n"
                             "[区分行],,[損益計算書],[売上高],,\n[明細行],,[損益計算書],売上高,90,100\n[合計行],,[損益計算書],売上高合計,90,100\n"
                             "[区分行],,[損益計算書],[売上原価],,\n[明細行],,[損益計算書],期首商品棚卸高,10,15\n[明細行],,[損益計算書],仕入高,65,80\n[合計行],,[損益計算書],合計,75,95\n"
                             "[明細行],,[損益計算書],期末商品棚卸高,15,25\n[合計行],,[損益計算書],売上原価,60,70\n[合計行],,[損益計算書],売上総損益金額,30,30\n"
                             "[合計行],,[損益計算書],当期純損益金額,30,30\n";
    const auto reading = read({{"yayoi.txt", text}});
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    CHECK(reading.value->books[1].retained_earnings == 80.0);
    CHECK(reading.value->books[1].cost_of_goods == 70.0);
    CHECK(reading.value->notes.empty());
}

TEST_CASE("layouts: a list without headings knows cost of sales from SG&A by its subtotals") {
    const auto text = small_table({{"売上高", {100}}, {"仕入高", {30}}, {"減価償却費", {5}}, {"売上原価", {35}}, {"売上総利益", {65}}, {"給料手当", {20}}, {"減価償却費 ", {4}},
                                   {"販売費及び一般管理費合計", {24}}, {"営業利益", {41}}, {"受取利息", {1}}, {"支払利息", {2}}, {"経常利益", {40}}, {"当期純利益", {40}}}, 1);
    const auto reading = read({{"pl.csv", text}});
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    const auto& b = reading.value->books[0];
    CHECK(b.cost_of_sales == 35.0);
    CHECK(b.sga_expenses == 24.0);
    CHECK(b.depreciation == 9.0);
    CHECK(b.ordinary_income == 40.0);
    CHECK(b.interest_expense == 2.0);
}

TEST_CASE("layouts: opening balances find an account that the balance sheet lists among fixed assets") {
    const std::string bs = "勘定科目,2026/04\n流動資産,\n現金,70\n固定資産,\n定期預金,30\n資産合計,100\n純資産,\n資本金,100\n純資産合計,100\n負債・純資産合計,100\n";
    const std::string opening = "勘定科目,借方残高,貸方残高\n現金,60,\n定期預金,30,\n資本金,,90\n";
    const std::string pl = "勘定科目,2026/04\n売上高,10\n当期純利益,10\n";
    const auto reading = read({{"opening.csv", opening}, {"bs.csv", bs}, {"pl.csv", pl}});
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    for (const LedgerLine& line : reading.value->ledger.lines) {
        if (line.name == "定期預金") {
            CHECK(line.section == Section::fixed_assets);
            CHECK(line.opening == 30);
            CHECK(line.amounts == std::vector<Yen>{30});
        }
    }
    CHECK(reading.value->books[0].cash == 100.0);
}

TEST_CASE("layouts: amounts in thousands that add up are read") {
    const std::string text = "損益計算書（単位：千円）\n勘定科目,2026年4月,2026年5月\n売上高,\"1,200.5\",900\n仕入高,800,(100)\n当期純利益,400.5,1000\n";
    const auto reading = read({{"pl.csv", text}});
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    CHECK(reading.value->books[0].net_sales == 1'200'500.0);
    CHECK(reading.value->books[1].cost_of_goods == -100'000.0);
}

TEST_CASE("layouts: two years in two files follow one another; months at the end that are empty are left out") {
    const std::string first = "勘定科目,2026/04,2026/05\n売上高,10,20\n当期純利益,10,20\n", second = "勘定科目,2026/06,2026/07\n売上高,30,\n雑収入,1,\n当期純利益,31,\n";
    const auto reading = read({{"a.csv", first}, {"b.csv", second}});
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    REQUIRE(reading.value->books.size() == 3);
    CHECK(reading.value->books[2].net_income == 31.0);
    CHECK(reading.value->books[0].non_operating_income == 0.0);
}

TEST_CASE("layouts: what a reader should know is noted, in both languages") {
    const std::string pl = "税抜/税込：税込\n勘定科目,2026/04,2026/05,構成比\n売上高,10,20,100\n当期純利益,10,20,100\n";
    const std::string bs = "勘定科目,2026/04,2026/05,2026/06\n現金,50,60,60\n資産合計,50,60,60\n資本金,20,20,20\n繰越利益剰余金,30,40,40\n負債・純資産合計,50,60,60\n";
    ImportOptions options;
    options.mapping.classification["電気料金"] = accounting::Behaviour::fixed;
    const auto reading = read({{"pl.csv", pl}, {"bs.csv", bs}}, options);
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    std::string en, ja;
    for (const Text& note : reading.value->notes) {
        en += note.en + "\n";
        ja += note.ja + "\n";
    }
    CHECK(en == "The balance sheets of 2026-06 have no profit and loss statement and are not used.\n"
                "pl.csv: amounts include consumption tax; a plan is reckoned without it.\n"
                "pl.csv: these columns are not read: \"構成比\".\n"
                "The mapping file classifies \"電気料金\", which these files do not have.\n"
                "2026-05: net assets moved by -10 yen besides the profit of the month (dividends, capital or corrections).\n");
    CHECK(ja == "2026-06 の貸借対照表は、対応する損益計算書がないため使いません。\n"
                "pl.csv: 税込の金額です。計画は税抜で計算します。\n"
                "pl.csv: 次の列は読み込みません: \"構成比\"\n"
                "対応表で区分を指定した \"電気料金\" は、これらのファイルにありません。\n"
                "2026年5月: 当月の利益以外に純資産が△10円動いています（配当・増資・修正など）。\n");
}
