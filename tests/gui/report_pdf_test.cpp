#include "report/paper_blocks.hpp"
#include "report/paper_pages.hpp"
#include "report/paper_table.hpp"
#include "report/pdf.hpp"
#include "shown/font.hpp"
#include "support/files.hpp"
#include "support/report_sample.hpp"

#include <doctest/doctest.h>
#include <QFile>
#include <QFontMetricsF>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <algorithm>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::report;

namespace {

Shown shown_in(Language language) {
    Shown shown;
    shown.language = language;
    return shown;
}

Document of_blocks(std::vector<Block> blocks, bool wide = false, Language language = Language::english) {
    Document document;
    document.language = language;
    document.client = QStringLiteral("Client");
    document.title = QStringLiteral("Title");
    document.footer = QStringLiteral("Footer");
    document.sections = {{QStringLiteral("one"), QStringLiteral("Section"), wide, std::move(blocks)}};
    return document;
}

template <class Kind> std::vector<Kind> inks(const PaperPage& page) {
    std::vector<Kind> found;
    for (const auto& ink : page.inks) {
        if (const auto* one = std::get_if<Kind>(&ink)) found.push_back(*one);
    }
    return found;
}

std::vector<QRectF> places(const PaperPage& page) {
    std::vector<QRectF> found;
    // What letters cover of their line: from a little above capitals to the foot of a "g".
    for (const auto& text : inks<TextInk>(page)) {
        const double middle = text.place.center().y(), half = 0.5 * text.type.size * point;
        found.emplace_back(text.place.left(), middle - half, text.place.width(), 2.0 * half);
    }
    for (const auto& chart : inks<ChartInk>(page)) found.push_back(chart.area);
    return found;
}

int overlaps(const PaperPage& page) {
    const auto all = places(page);
    int count = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            const QRectF both = all[i].intersected(all[j]);
            count += both.width() > 1.0 && both.height() > 1.0 ? 1 : 0;
        }
    }
    return count;
}

/// All ink stands on the paper, its words as wide as they are said to be, and none upon another.
void check_paper(const std::vector<PaperPage>& pages, Language language) {
    const Paper paper(language);
    for (std::size_t n = 0; n < pages.size(); ++n) {
        CAPTURE(n + 1);
        const PaperPage& page = pages[n];
        const double edge = 10.0 * millimetre;
        const QRectF inside = QRectF(QPointF(0.0, 0.0), page.size).adjusted(edge, edge, -edge, -0.5 * edge);
        for (const auto& text : inks<TextInk>(page)) {
            CAPTURE(text.text.toStdString());
            CHECK(inside.contains(text.place));
            CHECK(text.place.left() >= page.body.left() - 0.1);
            CHECK(text.place.right() <= page.body.right() + 0.1);
            CHECK(text.type.size >= 6.0);
            const QFontMetricsF metrics(paper.font(text.type.size, text.type.bold));
            CHECK(metrics.horizontalAdvance(text.text) == doctest::Approx(text.place.width()).epsilon(0.001));
            CHECK_FALSE(text.text.contains(QLatin1Char('\n')));
        }
        for (const auto& chart : inks<ChartInk>(page)) CHECK(page.body.contains(chart.area));
        CHECK(overlaps(page) == 0);
    }
}

QStringList texts(const PaperPage& page) {
    QStringList all;
    for (const auto& text : inks<TextInk>(page)) all << text.text;
    return all;
}

QStringList texts(const std::vector<PaperPage>& pages) {
    QStringList all;
    for (const auto& page : pages) all << texts(page);
    return all;
}

int pages_in(const QByteArray& pdf) { return static_cast<int>(pdf.count("/Type /Page\n")); }

/// What a reader finds when it searches the file; nothing where poppler is not installed.
QString searched(const QByteArray& pdf) {
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty()) return {};
    QProcess process;
    process.start(tool, {QStringLiteral("-layout"), QStringLiteral("-"), QStringLiteral("-")});
    process.write(pdf);
    process.closeWriteChannel();
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Follows the tables of objects from the last to the first; how many objects lie where they are said to.
int objects_found(const QByteArray& pdf) {
    const auto number = [&](qsizetype at) {
        return pdf.mid(at, 12).trimmed().split('\n').front().trimmed().toLongLong();
    };
    int found = 0;
    for (qsizetype table = number(pdf.lastIndexOf("startxref\n") + 10); table > 0;) {
        CHECK(pdf.mid(table, 5) == "xref\n");
        const qsizetype end = pdf.indexOf("trailer", table);
        qsizetype next = 0;
        for (const auto& line : pdf.mid(table + 5, end - table - 5).split('\n')) {
            const auto words = line.simplified().split(' ');
            if (words.size() == 2) next = words[0].toLongLong();
            if (words.size() != 3) continue;
            const QByteArray begin = QByteArray::number(next++) + " 0 obj";
            if (words[2] != "n") continue;
            CHECK(pdf.mid(words[0].toLongLong(), begin.size()) == begin);
            ++found;
        }
        const qsizetype before = pdf.indexOf("/Prev ", end), close = pdf.indexOf("startxref", end);
        table = before > 0 && before < close ? number(before + 6) : 0;
    }
    return found;
}

}  // namespace

TEST_CASE("report: the sample in both languages lies on its pages without a word cut off or upon another") {
    for (const auto language : {Language::english, Language::japanese}) {
        for (const auto unit : {MoneyUnit::million, MoneyUnit::yen}) {
            Shown shown = shown_in(language);
            shown.unit = unit;
            Session session(shown);
            test::open_manufacturer(session);
            const auto pages = lay_out(test::sample_report(session.scene()));
            check_paper(pages, language);
            CHECK(pages.size() > 6);
        }
    }
}

TEST_CASE("report: the PDF has the pages, sizes, words and name of the report, and the same bytes each time") {
    for (const auto language : {Language::english, Language::japanese}) {
        Session session(shown_in(language));
        test::open_manufacturer(session);
        const Document document = test::sample_report(session.scene());
        const auto pages = lay_out(document);
        const QByteArray pdf = to_pdf(document);
        CHECK(to_pdf(document) == pdf);
        CHECK(to_pdf(test::sample_report(session.scene())) == pdf);
        CHECK(pdf.startsWith("%PDF-1."));
        CHECK(pages_in(pdf) == static_cast<int>(pages.size()));
        const auto wide = std::count_if(pages.begin(), pages.end(), [](const PaperPage& page) { return page.wide; });
        CHECK(pdf.count("/MediaBox [0 0 842.000000 595.000000]") == wide);
        CHECK(pdf.count("/MediaBox [0 0 595.000000 842.000000]") == static_cast<qsizetype>(pages.size()) - wide);
        CHECK(pdf.contains("/CreationDate (D:20260401120000"));
        CHECK(pdf.contains("/FontFile2"));
        if (const QString found = searched(pdf); !found.isEmpty()) {
            CHECK(found.contains(document.client));
            CHECK(found.contains(document.sections[2].title));
            CHECK(found.contains(language == Language::japanese ? QStringLiteral("営業利益")
                                                                : QStringLiteral("Operating income")));
            CHECK(found.contains(language == Language::japanese ? QStringLiteral("△12,345,678")
                                                                : QStringLiteral("-12,345,678")));
        }
        const QString out = qEnvironmentVariable("GOHO_REPORT_OUT");  // to look at them
        QFile file(out + (language == Language::japanese ? QStringLiteral("/ja.pdf") : QStringLiteral("/en.pdf")));
        if (!out.isEmpty() && file.open(QIODevice::WriteOnly)) file.write(pdf);
    }
}

TEST_CASE("report: the clock's zone leaves no trace in the file, whose table of objects stays right") {
    const Document document = of_blocks({test::uniform_table(60, 3, QStringLiteral("Row %1"), QStringLiteral("1"))});
    const QByteArray before = qgetenv("TZ");
    std::vector<QByteArray> files;
    for (const char* zone : {"UTC", "Asia/Tokyo", "America/St_Johns"}) {
        qputenv("TZ", zone);
        files.push_back(to_pdf(document));
    }
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    CHECK(files[0] == files[1]);
    CHECK(files[0] == files[2]);
    CHECK(objects_found(files[1]) > 10);
}

TEST_CASE("report: bookmarks and the lines of the contents lead to the sections") {
    Document document = of_blocks({test::uniform_table(60, 3, QStringLiteral("Row %1"), QStringLiteral("1"))});
    document.sections.push_back(
        {QStringLiteral("two"), QStringLiteral("第二章"), true, {Heading{QStringLiteral("x")}}});
    const QByteArray pdf = to_pdf(document);
    CHECK(objects_found(pdf) > 10);
    CHECK(pdf.contains("/Outlines "));
    CHECK(pdf.contains("/Title <FEFF00530065006300740069006f006e>"));  // Section
    CHECK(pdf.contains("/Title <FEFF7b2c4e8c7ae0>"));                  // 第二章
    CHECK(pdf.count("/Subtype /Link") == 2);
    CHECK(pdf.count("/Dest [") == 4);
    CHECK_FALSE(to_pdf(Document{}).contains("/Outlines"));
    if (const QString found = searched(pdf); !found.isEmpty()) CHECK(found.contains(QStringLiteral("第二章")));
}

TEST_CASE("report: a table of figures a little too high for a page is written smaller and stays whole") {
    for (int rows = 24; rows < 42; ++rows) {
        CAPTURE(rows);
        const auto pages = lay_out(
            of_blocks({test::uniform_table(rows, 10, QStringLiteral("Row %1"), QStringLiteral("1,234.5"))}, true));
        CHECK(pages.size() == (rows <= 34 ? 2 : 3));
        check_paper(pages, Language::english);
    }
}

TEST_CASE("report: a date that is none is replaced by a fixed one") {
    Document document = of_blocks({});
    document.date = QStringLiteral("in spring");
    CHECK(to_pdf(document).contains("/CreationDate (D:20000101120000"));
}

TEST_CASE("report: contents name the page on which each section begins") {
    Document document = of_blocks({});
    for (int n = 0; n < 60; ++n) {
        Section section{QString::number(n), QStringLiteral("Chapter %1").arg(n + 1), n % 2 == 1, {}};
        section.blocks.emplace_back(test::uniform_table(n, 3, QStringLiteral("Row %1"), QStringLiteral("1")));
        document.sections.push_back(section);
    }
    const auto pages = lay_out(document);
    check_paper(pages, Language::english);
    const QStringList front = texts({pages[0], pages[1], pages[2]});
    CHECK(texts(pages[1]).contains(QStringLiteral("Contents")));
    for (const auto& section : document.sections) {
        const auto at = front.indexOf(section.title);
        REQUIRE(at >= 0);
        const auto page = static_cast<std::size_t>(front[at + 1].toInt()) - 1;
        REQUIRE(page < pages.size());
        CHECK(pages[page].wide == section.wide);
        CHECK(texts(pages[page]).front() == section.title);
        CHECK(texts(pages[page]).contains(QStringLiteral("%1 / %2").arg(page + 1).arg(pages.size())));
    }
}

TEST_CASE("report: a long table breaks between rows, and its title and headings stand on every page") {
    for (const bool wide : {false, true}) {
        const auto pages =
            lay_out(of_blocks({test::uniform_table(80, 4, QStringLiteral("Row %1"), QStringLiteral("1,234"))}, wide));
        check_paper(pages, Language::english);
        REQUIRE(pages.size() >= 3);
        int rows = 0;
        for (std::size_t n = 1; n < pages.size(); ++n) {
            const QStringList here = texts(pages[n]);
            CHECK(here.count(QStringLiteral("Column 4")) == 1);
            CHECK(here.contains(n == 1 ? QStringLiteral("Uniform") : QStringLiteral("Uniform (continued)")));
            const auto own = here.filter(QRegularExpression(QStringLiteral("^Row \\d+$"))).size();
            CHECK(own >= 2);
            CHECK(here.count(QStringLiteral("1,234")) == 4 * own);
            rows += static_cast<int>(own);
        }
        CHECK(rows == 80);
    }
}

TEST_CASE("report: a table does not begin where fewer than four rows of it have room") {
    for (int above = 20; above < 60; ++above) {
        std::vector<Block> blocks{test::uniform_table(above, 1, QStringLiteral("Above"), QStringLiteral("1")),
                                  test::uniform_table(24, 1, QStringLiteral("Below %1"), QStringLiteral("1"))};
        const auto pages = lay_out(of_blocks(std::move(blocks)));
        for (const auto& page : pages) {
            const auto rows = texts(page).filter(QStringLiteral("Below ")).size();
            CHECK((rows == 0 || rows >= 4));
            if (texts(page).contains(QStringLiteral("Below 1"))) CHECK(rows >= 4);
        }
    }
}

TEST_CASE("report: a short table is not broken") {
    for (int above = 1; above < 60; ++above) {
        const auto pages =
            lay_out(of_blocks({test::uniform_table(above, 1, QStringLiteral("Above"), QStringLiteral("1")),
                               test::uniform_table(12, 1, QStringLiteral("Below %1"), QStringLiteral("1"))}));
        for (const auto& page : pages) {
            const auto rows = texts(page).filter(QStringLiteral("Below ")).size();
            CHECK((rows == 0 || rows == 12));
        }
    }
}

TEST_CASE("report: the widest figures are written in full, in columns beside or below each other") {
    const QString widest = QStringLiteral("△12,345,678,901");
    const QString label = QStringLiteral("その他の営業外収益及び持分法による投資利益");
    struct Case {
        int columns;
        bool wide;
        std::size_t parts;
    };
    for (const auto& [columns, wide, parts] :
         {Case{10, true, 1}, Case{12, true, 1}, Case{5, false, 1}, Case{12, false, 2}, Case{40, true, 4}}) {
        CAPTURE(columns);
        auto table = test::uniform_table(30, columns, label, widest);
        table.rows.back().total = true;
        table.marked = {2, 4, 9};
        const auto pages = lay_out(of_blocks({table}, wide, Language::japanese));
        check_paper(pages, Language::japanese);
        CHECK(texts(pages).count(widest) == 30 * columns);
        const Paper paper(Language::japanese);
        const TableFit fit = fit_table(table, {paper, pages[1].body.width(), pages[1].body.height()});
        CHECK(fit.parts.size() == parts);
        CHECK(fit.size >= smallest_type_of_tables);
        for (const auto& part : fit.parts) {
            double width = part.label;
            for (const double column : part.widths) {
                CHECK(column >= paper.width(widest, fit.size, true) + 2.0 * cell_pad(fit.size) - 1.0);
                width += column;
            }
            CHECK(width == doctest::Approx(pages[1].body.width()));
        }
    }
}

TEST_CASE("report: given widths of columns are kept, and give way where a figure would not fit") {
    const Paper paper(Language::english);
    const PaperSheet sheet{paper, 4900.0, 7000.0};
    auto table = test::uniform_table(3, 3, QStringLiteral("Label"), QStringLiteral("1,234"));
    table.widths = {4, 1, 1, 1};
    CHECK(fit_table(table, sheet).parts[0].label == doctest::Approx(2800.0));
    table.widths = {40, 1, 1, 1};
    const auto narrow = fit_table(table, sheet).parts[0];
    CHECK(narrow.widths[0] > paper.width(QStringLiteral("1,234"), 8.5, true));
}

TEST_CASE("report: long words wrap, in titles, tables, cards and names") {
    const QString longer = QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitän ").repeated(6),
                  unbroken = QString(150, QLatin1Char('W')),
                  japanese = QStringLiteral("株式会社中期経営計画策定支援").repeated(12);
    for (const auto& text : {longer, unbroken, japanese}) {
        auto words = test::uniform_table(4, 3, text, text);
        words.words = true;
        words.title = words.unit = words.note = words.corner = text;
        words.headings[1] = text;
        words.rows[1].note = text;
        words.rows[2].indent = 40;
        auto figures = words;
        figures.words = false;
        Document document = of_blocks(
            {Heading{text}, Paragraph{text, Paragraph::Look::answer}, Paragraph{text, Paragraph::Look::lead},
             Bullets{{text, text}}, Names{{{text, Qt::red, true, false}, {text, Qt::blue, false, true}}},
             Cards{{{text, text, text, text}, {text, text, text, text}, {text, {}, {}, {}}}}, words, figures});
        document.client = document.title = document.subtitle = document.prepared_for = document.prepared_by = text;
        document.cover = {text, text};
        document.sections[0].title = text;
        document.footer = text.left(200);
        check_paper(lay_out(document), Language::english);
        CHECK(to_pdf(document).size() > 1000);
    }
}

TEST_CASE("report: a row higher than a page goes on overleaf, and nothing of it is lost") {
    auto table = test::uniform_table(3, 1, QStringLiteral("Row"), QStringLiteral("x"));
    table.words = true;
    QStringList lines;
    for (int n = 0; n < 200; ++n) lines << QStringLiteral("line %1").arg(n);
    table.rows[1].cells[0].text = lines.join(QLatin1Char('\n'));
    const auto pages = lay_out(of_blocks({table}));
    check_paper(pages, Language::english);
    const QStringList all = texts(pages);
    for (const auto& line : lines) CHECK(all.count(line) == 1);
}

TEST_CASE("report: nothing to show leaves no gap in the file") {
    Document document =
        of_blocks({Table{}, Pictures{}, Pictures{{Picture{}}}, Cards{}, Names{}, Bullets{}, Paragraph{}, NewPage{}});
    document.sections.push_back({QStringLiteral("empty"), QStringLiteral("Empty"), true, {}});
    auto none = test::uniform_table(0, 2, {}, {});
    document.sections.push_back({QStringLiteral("none"), QStringLiteral("None there"), false, {none}});
    const auto pages = lay_out(document);
    CHECK(pages.size() == 4);
    check_paper(pages, Language::english);
    CHECK(texts(pages[2]).contains(QStringLiteral("Nothing to report.")));
    CHECK(texts(pages[3]).contains(QStringLiteral("None")));
    CHECK(pages_in(to_pdf(document)) == 4);
    CHECK(pages_in(to_pdf(Document{})) == 1);
}

TEST_CASE("report: each picture is drawn once and whole, and a heading stays with it") {
    Session session(shown_in(Language::english));
    test::open_manufacturer(session);
    const auto pages = lay_out(test::sample_report(session.scene()));
    std::size_t charts = 0;
    for (const auto& page : pages) charts += inks<ChartInk>(page).size();
    CHECK(charts == 7);
    const auto chart = inks<ChartInk>(pages[1]).front().chart;
    for (int above = 1; above < 50; ++above) {
        std::vector<Block> blocks;
        for (int n = 0; n < above; ++n) blocks.emplace_back(Paragraph{QStringLiteral("text"), Paragraph::Look::plain});
        blocks.emplace_back(Heading{QStringLiteral("Heading")});
        blocks.emplace_back(Pictures{{Picture{QStringLiteral("Picture"), {}, chart, 400.0, 1.0}}});
        for (const auto& page : lay_out(of_blocks(std::move(blocks))))
            CHECK(texts(page).contains(QStringLiteral("Heading")) == !inks<ChartInk>(page).empty());
    }
}

TEST_CASE("report: paper is written with the best family that is there and whose digits are equally wide") {
    for (const auto language : {Language::english, Language::japanese}) {
        const Paper paper(language);
        const QFontMetricsF metrics(paper.font(10.0, false));
        for (const char digit : {'1', '4', '7'})
            CHECK(metrics.horizontalAdvance(QLatin1Char(digit)) ==
                  doctest::Approx(metrics.horizontalAdvance(QLatin1Char('0'))).epsilon(0.02));
        const QStringList families = font_families(language);
        if (families.contains(QStringLiteral("Noto Sans CJK JP")) && !families.contains(QStringLiteral("Inter")) &&
            !families.contains(QStringLiteral("Noto Sans")))
            CHECK(paper.font(10.0, false).families().front() == QStringLiteral("Noto Sans CJK JP"));
    }
}

TEST_CASE("report: coloured figures can be read on white and on tinted columns") {
    const Paper paper(Language::english);
    for (const auto tone : {Tone::plain, Tone::good, Tone::bad, Tone::caution, Tone::faint}) {
        CHECK(contrast(paper.tone(tone), Qt::white) >= 4.5);
        CHECK(contrast(paper.tone(tone, true), paper.colors().accent_soft) >= 4.5);
    }
}
