// Every way in which an export can be broken ends with a message that names the place; nothing is read half.
#include "import/output.hpp"
#include "import/samples.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace goho;
using namespace goho::imports;

namespace {

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// Our own template as it is in the samples, with one thing changed.
std::string said_of(const std::string& pl, const std::string& bs, const ImportOptions& options = {}) {
    const auto reading = read({{"pl.csv", pl}, {"bs.csv", bs}}, options);
    CHECK_FALSE(reading);
    for (const Problem& problem : reading.problems) {
        CHECK_FALSE(problem.code.empty());
        CHECK_FALSE(problem.message.ja.empty());
    }
    return said(reading.problems);
}

const NamedBytes& own(const std::string& name) {
    static const auto files = sample("goho_ja");
    return name == "bs.csv" ? files[0] : files[1];
}
std::string pl() { return own("pl.csv").bytes; }
std::string bs() { return own("bs.csv").bytes; }

std::string line_of(const std::string& text, const std::string& name) {
    const std::size_t at = text.find("\n" + name + ",") + 1;
    return text.substr(at, text.find('\n', at) - at);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("broken: the files that the cases start from are sound") {
    CHECK(read({{"pl.csv", pl()}, {"bs.csv", bs()}}));
}

TEST_CASE("broken: wrong encoding") {
    CHECK(contains(said_of(with(pl(), "修繕費", "修\xff\xff繕費"), bs()), "pl.csv:20:2: the byte 0xff is no character of UTF-8 (export the file again, as UTF-8 or Shift_JIS)"));
    CHECK(contains(said_of("\xEF\xBB\xBF" + with(pl(), "修繕費", "\x8f\x43\x91\x50"), bs()), "is no character of UTF-8 with BOM"));
    CHECK(contains(said_of(std::string("勘定\0科目", 13), bs()), "zero bytes"));
    CHECK(contains(said_of("", bs()), "pl.csv: the file is empty"));
    const auto shift_jis = sample("freee_1");
    std::string cut = shift_jis[2].bytes;
    cut.insert(cut.find('\n', 200) + 1, "\xfd\xfe");
    CHECK(contains(said_of(cut, bs()), "is no character of Shift_JIS (CP932)"));
}

TEST_CASE("broken: text that is no table") {
    CHECK(contains(said_of("一行だけ\n", bs()), "pl.csv: no row names the accounts (勘定科目, account) or at least six months"));
    CHECK(contains(said_of("{\"format\": 1}", bs()), "pl.csv:1:1: a quotation mark is open or out of place"));
    CHECK(contains(said_of("勘定科目,金額\n売上高,1\n", bs()), "pl.csv:1:1: the head of the table has neither months nor balances"));
    CHECK(contains(said_of("勘定科目,2026/04\n", bs()), "there are no rows below the head"));
    CHECK(contains(said_of(with(pl(), "研究開発費", "\"研究開発費"), bs()), "a quotation mark is open or out of place"));
}

TEST_CASE("broken: months") {
    CHECK(contains(said_of(with(pl(), "R8.7", "R8.8"), bs()), "pl.csv:3:5: the month \"R8.8\" does not follow the one before it"));
    CHECK(contains(said_of(with(pl(), "R8.4", "R9.4"), bs()), "does not follow"));
    std::string months = small_table({{"売上高", {5, 5}}, {"当期純利益", {5, 5}}}, 2);
    CHECK(contains(said(read({{"a.csv", months}, {"b.csv", months}}).problems), "b.csv: the month 2026-04 is also in a.csv"));
    const auto march_only = small_table({{"現金", {5}}, {"資産合計", {5}}, {"資本金", {5}}, {"純資産合計", {5}}, {"負債・純資産合計", {5}}}, 1);
    CHECK(contains(said(read({{"pl.csv", months}, {"bs.csv", march_only}}).problems), "bs.csv: the balance sheet lacks 2026-05"));
}

TEST_CASE("broken: amounts name row, column and text") {
    CHECK(contains(said_of(with(pl(), ",398000,398000", ",約40万,398000"), bs()), "リース料, R8.4: \"約40万\" is no amount"));
    CHECK(contains(said_of(with(pl(), ",398000,398000", ",#REF!,398000"), bs()), "pl.csv:22:2: "));
    CHECK(contains(said_of(with(pl(), ",398000,398000", ",\"39,8000\",398000"), bs()), "\"39,8000\" is no amount"));
}

TEST_CASE("broken: shifted columns") {
    const std::string row = line_of(pl(), "リース料");
    CHECK(contains(said_of(with(pl(), row, with(row, "リース料,", "リース料,,")), bs()), "the row \"リース料\" has 14 cells where the head has 13 (columns may be shifted"));
    CHECK(contains(said_of(with(pl(), row, with(row, ",398000,", ",")), bs()), "the row \"リース料\" has 12 cells where the head has 13"));
    CHECK(contains(said_of(with(pl(), row, "," + row.substr(row.find(',') + 1)), bs()), "amounts without the name of an account"));
    // Same number of cells, one blank in front: the sum of the months does not tell, the subtotal does.
    const std::string shifted = with(with(row, "リース料,", "リース料,,"), ",398000,398000,398000", ",398000,398000");
    CHECK(contains(said_of(with(pl(), row, shifted), bs()), "\"当期製品製造原価\", 2026-04: expected"));
    auto freee = sample("freee_2");
    std::string& text = freee[2].bytes;
    const std::string lease = line_of(text, "通信費");
    text = with(text, lease, "通信費,0" + lease.substr(lease.find(','), lease.rfind(',') - lease.find(',')));
    CHECK(contains(said(read(freee).problems), "\"通信費\", sum of the months: expected"));
}

TEST_CASE("broken: a balance sheet that does not balance") {
    const std::string row = line_of(bs(), "現金");
    const std::string text = said_of(pl(), with(bs(), row, with(row, row.substr(row.rfind(',')), ",1")));
    CHECK(contains(text, "\"流動資産 計\", 2027-03: expected"));
    CHECK(contains(text, "\"資産合計\", 2027-03: expected"));
    CHECK(contains(text, "total assets, 2027-03: expected"));
}

TEST_CASE("broken: duplicate accounts") {
    const std::string row = line_of(pl(), "旅費交通費");
    CHECK(contains(said_of(with(pl(), row, row + "\n" + row), bs()), "the account \"旅費交通費\" also stands in line"));
    // The same name in another section is another account: 減価償却費 stands under manufacturing and under SG&A.
    CHECK(read({{"pl.csv", pl()}, {"bs.csv", bs()}}));
}

TEST_CASE("broken: a subtotal names row, month, expected and found") {
    const std::string row = line_of(pl(), "販売管理費 計");
    const std::string last = row.substr(row.rfind(',') + 1);
    const auto text = said_of(with(pl(), row, row.substr(0, row.rfind(',')) + ",1"), bs());
    CHECK(contains(text, "pl.csv:55:1: \"販売管理費 計\", 2027-03: expected " + group_thousands(std::stod(last)) + " yen, found 1\n"));
}

TEST_CASE("broken: a truncated file") {
    CHECK(contains(said_of(pl().substr(0, pl().find("\n税引前")) + "\n", bs()), "pl.csv: the row of Net income is missing (the file may be cut off; export it again)"));
    CHECK(contains(said_of(pl(), bs().substr(0, bs().find("\n資産合計")) + "\n"), "bs.csv: the row of Total assets is missing"));
    const std::string half = pl().substr(0, pl().find("\n研究開発費") + 60);
    CHECK(contains(said_of(half, bs()), "pl.csv"));
    for (const std::string folder : {"freee_1", "freee_2", "money_forward", "yayoi_year"}) {
        auto files = sample(folder);
        for (auto& file : files) {
            const std::string whole = file.bytes;
            file.bytes = whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1);  // without its last row
            CAPTURE(folder);
            CHECK(contains(said(read(files, options_from(Month::of(2026, 4))).problems), "is missing"));
            file.bytes = whole;
        }
    }
}

TEST_CASE("broken: rounded amounts are told to come in yen") {
    const auto table = "単位：千円\n" + small_table({{"売上高", {100}}, {"仕入高", {33}}, {"売上総利益", {67}}, {"消耗品費", {21}}, {"営業利益", {45}}, {"当期純利益", {45}}}, 1);
    CHECK(contains(said(read({{"pl.csv", table}}).problems), "\"営業利益\", 2026-04: expected 46,000 yen, found 45,000 (rounded amounts do not add up; export the file in yen)"));
}

TEST_CASE("broken: names that begin like a formula stay text") {
    for (const char* name : {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)"}) {
        CAPTURE(name);
        const auto table = small_table({{"売上高", {100}}, {name, {30}}, {"当期純利益", {70}}}, 1);
        const auto unknown = read({{"pl.csv", table}});
        CHECK_FALSE(unknown);
        CHECK(contains(said(unknown.problems), "the account \"" + std::string(name) + "\" is not known"));
        ImportOptions options;
        options.mapping.accounts[name] = "sundry";
        const auto mapped = read({{"pl.csv", table}}, options);
        REQUIRE(mapped);
        CHECK(contains(to_csv(*mapped.value), "'" + std::string(name)));
    }
}

TEST_CASE("broken: trial balances of more than a month, and of gaps") {
    auto files = sample("yayoi_months");
    auto two = files[0];
    const std::string period = "\x97\xdf\x98\x61\x30\x38\x94\x4e\x30\x34\x8c\x8e\x33\x30";  // 令和08年04月30
    two.bytes = with(two.bytes, period, "\x97\xdf\x98\x61\x30\x38\x94\x4e\x30\x35\x8c\x8e\x33\x30");
    CHECK(contains(said(read({two}).problems), "a trial balance must be that of one month (its period: 2026-04 - 2026-05)"));
    files.erase(files.begin() + 3);
    CHECK(contains(said(read(files).problems), "the profit and loss statement lacks 2026-07"));
}

TEST_CASE("broken: what a month brings forward is what the month before closed with") {
    auto files = sample("yayoi_months");
    std::string& text = files[5].bytes;
    const std::string cash = "\"\x8c\xbb\x8b\xe0\",\"";  // "現金","
    const std::size_t at = text.find(cash) + cash.size();
    text.replace(at, 1, text[at] == '9' ? "8" : "9");
    const auto problems = said(read(files).problems);
    CHECK(contains(problems, "\"現金\", brought forward: expected"));
    CHECK(contains(problems, "\"現金\", opening, debit and credit: expected"));
}

TEST_CASE("broken: opening balances that do not balance") {
    auto files = sample("freee_1");
    auto opening = sample("freee_opening").front();
    const std::string cash = "\x8c\xbb\x8b\xe0,";
    opening.bytes.insert(opening.bytes.find(cash) + cash.size(), "1");
    files.push_back(opening);
    CHECK(contains(said(read(files).problems), "opening.csv: debit, opening balances: expected"));
}

TEST_CASE("broken: no single digit of an amount can be wrong unnoticed (300 drawn digits in each layout)") {
    std::mt19937_64 random(5);
    for (const std::string folder : {"freee_1", "freee_2", "goho_ja", "goho_en", "money_forward", "yayoi_year"}) {
        const auto sound = sample(folder);
        const std::string expected = to_csv(*read(sound, options_from(Month::of(2026, 4))).value);
        int refused = 0;
        for (int round = 0; round < 300;) {
            auto files = sound;
            std::string& text = files[random() % files.size()].bytes;
            const std::size_t begin = text.find('\n', text.size() / 10), at = begin + random() % (text.size() - begin);
            const bool of_an_amount = '0' <= text[at] && text[at] <= '9' && static_cast<unsigned char>(text[at - 1]) < 0x80;
            if (!of_an_amount) continue;
            text[at] = static_cast<char>('0' + (text[at] - '0' + 1 + static_cast<int>(random() % 9)) % 10);
            ++round;
            CAPTURE(folder);
            CAPTURE(text.substr(text.rfind('\n', at) + 1, at - text.rfind('\n', at)));
            // What is read all the same touched no figure: balances before closing entries, openings of a flow or a total.
            const auto reading = read(files, options_from(Month::of(2026, 4)));
            CHECK((!reading || to_csv(*reading.value) == expected));
            refused += reading ? 0 : 1;
        }
        CHECK(refused > 250);
    }
}

TEST_CASE("broken: sound files with any bytes changed are read or refused, never more") {
    std::mt19937_64 random(11);
    for (const std::string folder : {"freee_1", "goho_ja", "yayoi_year", "money_forward"}) {
        const auto sound = sample(folder);
        for (int round = 0; round < 60; ++round) {
            auto files = sound;
            for (int change = 0; change < 3; ++change) {
                std::string& text = files[random() % files.size()].bytes;
                const std::size_t at = random() % text.size();
                if (random() % 3 == 0) text.erase(at, random() % 200);
                else if (random() % 2 == 0) text.insert(at, 1, static_cast<char>(random() % 256));
                else text[at] = static_cast<char>(random() % 256);
                if (text.empty()) text = "x";
            }
            const auto reading = read(files, options_from(Month::of(2026, 4)));
            CHECK(bool(reading) == reading.problems.empty());
        }
    }
}

TEST_CASE("broken: goods are made, but the manufacturing statement was forgotten") {
    for (const char* folder : {"freee_1", "freee_2", "money_forward"}) {
        CAPTURE(folder);
        auto files = sample(folder);
        std::erase_if(files, [](const NamedBytes& file) { return file.file.starts_with("cr"); });
        const auto options = options_from(Month::of(2026, 4));
        const auto lacking = read(files, options);
        CHECK_FALSE(lacking);
        REQUIRE(lacking.problems.size() == 1);
        CHECK(lacking.problems.front().code == "statement-missing");
        CHECK(contains(said(lacking.problems), "the manufacturing statement is missing"));
        CHECK(contains(said(lacking.problems, Language::japanese), "製造原価報告書がありません"));

        auto known = options;
        known.mapping.accounts["当期製品製造原価"] = "cost_of_products";
        CHECK(read(files, known));
    }
    const auto nothing_made = small_table({{"売上高", {9}}, {"当期製品製造原価", {0}}, {"当期純利益", {9}}}, 1);
    CHECK(read({{"pl.csv", nothing_made}}));
}

TEST_CASE("broken: many small differences are told once, as rounding") {
    // Thousands without a line that says so: each sum of the months is off by one.
    std::vector<SmallRow> rows{{"売上高", {100, 100}}, {"消耗品費", {10, 10}}, {"通信費", {10, 10}}, {"修繕費", {10, 10}}, {"当期純利益", {70, 70}}};
    std::string table = small_table(rows, 2);
    for (std::size_t at = 0, line = 0; (at = table.find('\n', at)) != std::string::npos; at += 1, ++line) {
        const std::string cell = line == 0 ? ",合計" : line == 1 ? ",201" : line == 5 ? ",139" : ",21";
        table.insert(at, cell);
        at += cell.size();
    }
    const auto rounded = read({{"pl.csv", table}});
    REQUIRE(rounded.problems.size() == 6);
    CHECK(rounded.problems.front().code == "rounded-amounts");
    CHECK(contains(said(rounded.problems), "looks like rounded thousands: 5 of 5 differences"));
    CHECK(contains(said(rounded.problems, Language::japanese), "不一致5件のうち5件が端数の範囲"));
    CHECK_FALSE(contains(said(rounded.problems), "shifted"));

    const auto declared = read({{"pl.csv", "単位：千円\n" + table}});
    REQUIRE(declared.problems.size() == 6);
    CHECK(declared.problems.front().code == "rounded-amounts");
    const auto one = with(table, ",201", ",200"), two = with(with(one, ",139", ",140"), "10,10,21", "10,10,20");
    CHECK_FALSE(contains(said(read({{"pl.csv", two}}).problems), "rounded thousands"));
    CHECK(contains(said(read({{"pl.csv", two}}).problems), "columns of this row may be shifted"));
}

TEST_CASE("broken: months that Excel rewrote are read, and what it made unreadable is told") {
    std::string text = pl();
    for (int m = 0; m < 12; ++m) {
        const Month month = Month::of(2026, 4) + m;
        const int era = month.year() - 2018;
        text = with(text, "R" + std::to_string(era) + "." + std::to_string(month.month()), std::to_string(month.year()) + "/" + std::to_string(month.month()) + "/1");
    }
    const auto reading = read({{"pl.csv", text}, {"bs.csv", bs()}});
    CHECK(said(reading.problems) == "");
    CHECK(contains(said(read({{"a.csv", "勘定科目,46113\n売上高,1\n"}}).problems), "saving in Excel can change how months look"));
}
