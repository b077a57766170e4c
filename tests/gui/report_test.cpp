// What a report says, before it is a file: the window's figures under the same names, and nothing where there is nothing
// to say.
#include "report/from_files.hpp"
#include "report/html.hpp"
#include "report/sections.hpp"
#include "support/files.hpp"
#include "window/session.hpp"

#include <doctest/doctest.h>
#include <QRegularExpression>
#include <algorithm>
#include <set>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::report;


namespace {

struct Opened {
    Session session;
    Opened(const Shown& shown, const std::vector<std::string>& files) : session(shown) {
        std::vector<std::filesystem::path> paths;
        for (const auto& file : files) paths.push_back(test::scenarios / file);
        const auto opened = session.book().open(paths);
        REQUIRE(opened.problems.empty());
        session.book().set_active(opened.sheets[opened.sheets.size() > 1 ? 1 : 0]);
        REQUIRE(session.wait());
    }
    Material material(Wishes wishes = {}) { return material_of(session.scene(), session.book(), std::move(wishes)); }
    Document report(Wishes wishes = {}) { return report_of(material(std::move(wishes))); }
};

const std::vector<std::string> manufacturer{"manufacturer/base.json", "manufacturer/investment_plan.json",
                                            "manufacturer/price_up.json"};

Shown shown_in(Language language, MoneyUnit unit = MoneyUnit::thousand) {
    Shown shown;
    shown.language = language;
    shown.unit = unit;
    return shown;
}

std::vector<std::string> ids(const Document& document) {
    std::vector<std::string> out;
    for (const auto& section : document.sections) out.push_back(section.id.toStdString());
    return out;
}

template <class B> std::vector<const B*> blocks(const Section& section) {
    std::vector<const B*> out;
    for (const auto& block : section.blocks) {
        if (const auto* one = std::get_if<B>(&block)) out.push_back(one);
    }
    return out;
}

const Section& section(const Document& document, const char* id) {
    for (const auto& one : document.sections) {
        if (one.id == QLatin1String(id)) return one;
    }
    FAIL("no section " << id);
    return document.sections.front();
}

const Row& row(const report::Table& table, const char* label) {
    for (const auto& one : table.rows) {
        if (one.label == QString::fromUtf8(label)) return one;
    }
    FAIL("no row " << label);
    return table.rows.front();
}

}  // namespace

TEST_CASE("report: the chapters a bank reads, in order") {
    Opened opened(shown_in(Language::english), manufacturer);
    CHECK(ids(opened.report()) == std::vector<std::string>{"question", "plan", "comparison", "profit", "balance", "break_even",
                                                           "cash", "loans", "gates", "five", "actions", "disconnects",
                                                           "assumptions", "decisions", "appendix"});
}

TEST_CASE("report: a plan that stands alone is compared with nothing") {
    Opened opened(shown_in(Language::japanese), {"manufacturer/base.json"});
    const auto document = opened.report();
    for (const auto& id : ids(document)) CHECK(id != "comparison");
    for (const auto& heading : blocks<report::Table>(section(document, "plan")).front()->headings) CHECK(heading != QStringLiteral("基準比"));
}

TEST_CASE("report: only the chapters that are wished for") {
    Opened opened(shown_in(Language::english), manufacturer);
    CHECK(ids(opened.report({{}, {}, {}, {}, {}, {"cash", "gates"}})) == std::vector<std::string>{"cash", "gates"});
}

TEST_CASE("report: figures are those of the books") {
    Opened opened(shown_in(Language::japanese, MoneyUnit::yen), manufacturer);
    const auto document = opened.report();
    const auto& study = *opened.session.scene().active_study();
    const auto tables = blocks<report::Table>(section(document, "profit"));
    REQUIRE(tables.size() == 2);
    const auto& sales = row(*tables[0], "売上高");
    REQUIRE(sales.cells.size() == study.fiscal_years.size());
    for (std::size_t y = 0; y < sales.cells.size(); ++y) {
        CHECK(sales.cells[y].value == study.fiscal_years[y].books.net_sales);
        CHECK(sales.cells[y].text.toStdString() == money(study.fiscal_years[y].books.net_sales, MoneyUnit::yen, Language::japanese));
    }
}

TEST_CASE("report: the cash table has twelve months and the year, and says which are actual") {
    Opened opened(shown_in(Language::japanese), {"manufacturer/base.json"});
    const auto document = opened.report();
    const auto tables = blocks<report::Table>(section(document, "cash"));
    REQUIRE(tables.size() == 4);
    for (int i = 0; i < 3; ++i) {
        CHECK(tables[static_cast<std::size_t>(i)]->headings.size() == 13);
        CHECK(tables[static_cast<std::size_t>(i)]->headings.back() == QStringLiteral("年度計"));
    }
    const auto& change = row(*tables[0], "現金の増減");
    double sum = 0.0;
    for (std::size_t m = 0; m < 12; ++m) sum += *change.cells[m].value;
    CHECK(sum == *change.cells[12].value);
}

TEST_CASE("report: the comparison marks the plan proposed and colours what is better") {
    Opened opened(shown_in(Language::english), manufacturer);
    const auto document = opened.report();
    const auto tables = blocks<report::Table>(section(document, "comparison"));
    REQUIRE(tables.size() == 5);  // what it is worth, what brings it, and three years
    const auto& year = *tables.back();
    CHECK(year.headings.size() == 5);
    CHECK(year.marked == std::vector<int>{1, 2});
    const auto& income = row(year, "Operating income");
    CHECK(income.cells[1].value.value() - income.cells[0].value.value() == income.cells[2].value.value());
    CHECK(income.cells[2].tone == Tone::good);
    CHECK(row(year, "Interest-bearing debt").cells[2].tone == Tone::bad);
}

TEST_CASE("report: every table has a cell below every heading") {
    for (const auto language : {Language::english, Language::japanese}) {
        for (const char* company : {"manufacturer", "it_services", "wholesaler"}) {
            Opened opened(shown_in(language), {std::string(company) + "/base.json", std::string(company) + "/sales_shock.json"});
            for (const auto& one : opened.report().sections) {
                for (const auto* table : blocks<report::Table>(one)) {
                    CAPTURE(table->title.toStdString());
                    CHECK((table->widths.empty() || table->widths.size() == table->headings.size() + 1));
                    for (const auto& line : table->rows) REQUIRE(line.cells.size() == table->headings.size());
                }
            }
        }
    }
}

TEST_CASE("report: what a plan sets stands apart from what the model has") {
    Opened opened(shown_in(Language::english), manufacturer);
    const auto document = opened.report();
    std::set<std::string> set;
    for (const auto* table : blocks<report::Table>(section(document, "assumptions"))) {
        for (const auto& line : table->rows) CHECK(set.insert(line.label.toStdString()).second);
    }
    CHECK(blocks<report::Table>(section(document, "appendix")).size() == 1);
    const auto wished = opened.report({{}, {}, {}, {}, {}, {"coefficients"}});
    const auto standard = blocks<report::Table>(section(wished, "coefficients"));
    REQUIRE(standard.size() == 1);
    CHECK(standard[0]->rows.size() > 100);
    for (const auto& line : standard[0]->rows) CHECK_FALSE(line.cells[1].text == QStringLiteral("A"));
}

TEST_CASE("report: what speaks against a plan stands in front, too") {
    Opened opened(shown_in(Language::english), manufacturer);
    const auto document = opened.report();
    QStringList said;
    for (const auto* list : blocks<Bullets>(section(document, "question"))) {
        for (const auto& item : list->items) said << item;
    }
    const QString all = said.join(QLatin1Char('\n'));
    CHECK(all.contains(QStringLiteral("Net present value against the base: -47,476 thousand yen")));
    CHECK(all.contains(QStringLiteral("not paid back within the plan")));
    CHECK(all.contains(QStringLiteral("targets of the plan are met; missed: ")));
    CHECK(all.contains(QStringLiteral("Missed on the way: ")));
    const auto& study = *opened.session.scene().active_study();
    CHECK(all.contains(QStringLiteral("Of %1 gates").arg(study.gate_summary.size())));
}

TEST_CASE("report: thresholds that are invented are called so wherever points stand") {
    Opened opened(shown_in(Language::english), manufacturer);
    opened.session.set_benchmark("example");
    REQUIRE(opened.session.wait());
    Wishes wishes;
    wishes.benchmark = "example";
    const auto document = opened.report(wishes);
    for (const char* id : {"gates", "comparison"}) {
        int told = 0;
        for (const auto* table : blocks<report::Table>(section(document, id))) told += table->note.contains(QStringLiteral("INVENTED")) ? 1 : 0;
        CHECK(told >= 1);
    }
}

TEST_CASE("report: what each change brings adds up to the difference") {
    Opened opened(shown_in(Language::english, MoneyUnit::yen), {"manufacturer/base.json", "manufacturer/price_up.json"});
    const auto document = opened.report();
    const auto tables = blocks<report::Table>(section(document, "comparison"));
    const auto& parts = *tables[1];
    REQUIRE(parts.title == QStringLiteral("What brings how much against the base"));
    REQUIRE(parts.rows.size() == 3);
    REQUIRE(parts.headings.size() == 7);  // income and cash of three years, and the value of the whole plan
    for (std::size_t c = 0; c < parts.headings.size(); ++c)
        CHECK(std::abs(*parts.rows[0].cells[c].value + *parts.rows[1].cells[c].value - *parts.rows[2].cells[c].value) < 1.0);
}

TEST_CASE("report: what the files assume is told") {
    Opened opened(shown_in(Language::japanese), manufacturer);
    QString all;
    const auto document = opened.report();
    for (const auto* list : blocks<Bullets>(section(document, "assumptions"))) {
        for (const auto& item : list->items) all += item + QLatin1Char('\n');
    }
    CHECK(all.contains(QStringLiteral("仮定：世間の賃金は自社と同じ率で上がり")));
}

TEST_CASE("report: a variant without words of its own does not ask its base's question") {
    test::Folder folder("manufacturer");
    test::write(folder / "manufacturer/mine.json", R"({"format": 1, "extends": "base.json", "name": "Mine", "segments": {"prototypes": {"price": 60000}}})");
    Session session(shown_in(Language::english));
    const auto opened = session.book().open({folder / "manufacturer/base.json", folder / "manufacturer/mine.json"});
    session.book().set_active(opened.sheets[1]);
    REQUIRE(session.wait());
    const auto document = report_of(material_of(session.scene(), session.book(), {}));
    CHECK(blocks<Paragraph>(section(document, "question")).front()->text == QStringLiteral("What changes against the base when “Mine” is carried out?"));
}

TEST_CASE("report: no row is empty throughout") {
    Opened opened(shown_in(Language::english), {"manufacturer/base.json", "manufacturer/price_up.json"});
    const auto document = opened.report();
    for (const char* id : {"comparison", "five", "loans"}) {
        for (const auto* table : blocks<report::Table>(section(document, id))) {
            for (const auto& line : table->rows) {
                CAPTURE(line.label.toStdString());
                CHECK(std::any_of(line.cells.begin(), line.cells.end(), [](const Cell& c) { return !c.value || *c.value != 0.0; }));
            }
        }
    }
}

TEST_CASE("report: the client's name is hidden everywhere when that is wished") {
    auto shown = shown_in(Language::english);
    shown.hide_client = true;
    Opened opened(shown, manufacturer);
    const auto document = opened.report();
    CHECK(document.subtitle == QStringLiteral("Plan 1"));
    CHECK(document.client.isEmpty());
    CHECK_FALSE(to_html(document).contains("as we are"));
}

TEST_CASE("report: the page is one file that asks nobody for anything") {
    Opened opened(shown_in(Language::english), manufacturer);
    const auto page = to_html(opened.report());
    static const QRegularExpression address(QStringLiteral("(?:src|href)=\"([^\"]{0,20})"));
    auto found = address.globalMatch(QString::fromUtf8(page));
    REQUIRE(found.hasNext());
    while (found.hasNext()) {
        const QString to = found.next().captured(1);
        CHECK((to.startsWith(QLatin1Char('#')) || to.startsWith(QStringLiteral("data:"))));
    }
    CHECK_FALSE(page.contains("@import"));
    CHECK_FALSE(page.contains("url("));
}

TEST_CASE("report: names cannot become part of the page") {
    Document document;
    document.client = QStringLiteral("<script>alert(1)</script>");
    document.title = QStringLiteral("A & B \"C\"");
    report::Table table;
    table.title = table.corner = QStringLiteral("<b>");
    table.headings = {QStringLiteral("<i>\nx")};
    table.rows = {{QStringLiteral("<td>"), QStringLiteral("</small>"), {{QStringLiteral("\" onclick=\"x"), {}, Tone::plain}}}};
    document.sections.push_back({QStringLiteral("a"), QStringLiteral("<h2>"), false, {table, Paragraph{QStringLiteral("</p>")}}});
    const auto page = to_html(document);
    for (const char* bad : {"<script>alert", "<b>", "<i>", "</small></small>", "<td></th>", "<h2><h2>", " onclick=\"x\""}) CHECK_FALSE(page.contains(bad));
    CHECK(page.contains("&lt;script&gt;alert(1)"));
    CHECK(page.contains("&lt;i&gt;<br>x"));
}

TEST_CASE("report: the same document gives the same page") {
    Opened opened(shown_in(Language::japanese), manufacturer);
    const Wishes wishes{QStringLiteral("株式会社例"), {}, {}, {}, QStringLiteral("2027-04-01"), {}};
    const auto first = to_html(opened.report(wishes));
    CHECK(first == to_html(opened.report(wishes)));
    CHECK(first.contains("2027年4月1日"));
}

TEST_CASE("report: charts tell what stands under the pointer") {
    Opened opened(shown_in(Language::english), manufacturer);
    const auto document = opened.report();
    const auto page = QString::fromUtf8(to_html(document));
    std::size_t charts = 0;
    for (const auto& one : document.sections) {
        for (const auto* pictures : blocks<Pictures>(one)) charts += pictures->side_by_side.size();
    }
    CHECK(page.count(QStringLiteral("class=\"plot\"")) == static_cast<qsizetype>(charts));
    CHECK(charts > 20);
    CHECK(page.contains(QStringLiteral("3/5/10-year investment plan&quot;,&quot;")));
}
