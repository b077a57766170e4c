#include "report/html.hpp"

#include "io/version.hpp"
#include "report/html_writer.hpp"

#include <algorithm>

namespace goho::gui::report {

namespace {

QString tone_class(Tone tone) {
    switch (tone) {
        case Tone::good:
            return QStringLiteral("good");
        case Tone::bad:
            return QStringLiteral("bad");
        case Tone::caution:
            return QStringLiteral("caution");
        case Tone::faint:
            return QStringLiteral("faint");
        default:
            return {};
    }
}

class PageWriter : public HtmlWriter {
public:
    explicit PageWriter(const Document& document) : document_(document), tr_{document.language} {}

    QByteArray page() {
        head();
        open("body");
        cover();
        contents();
        open("main");
        for (const auto& section : document_.sections) write(section);
        close("main");
        text("footer", {}, document_.footer);
        raw("<div id=\"tip\" role=\"status\" hidden></div>\n<script>" + page_script() + "</script>\n");
        close("body");
        raw("</html>\n");
        return take();
    }

private:
    void head() {
        raw("<!DOCTYPE html>\n");
        raw(document_.language == Language::japanese ? "<html lang=\"ja\">\n" : "<html lang=\"en\">\n");
        open("head");
        raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
            "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
        raw("<link rel=\"icon\" href=\"data:,\">\n");
        raw("<meta name=\"generator\" content=\"Goho " +
            QByteArray(io::version().data(), static_cast<qsizetype>(io::version().size())) + "\">\n");
        const QString title =
            document_.client.isEmpty() ? document_.title : document_.client + QStringLiteral(" – ") + document_.title;
        text("title", {}, title);
        raw("<style>" + page_style() + "</style>\n");
        close("head");
    }

    void cover() {
        open("header");
        if (!document_.client.isEmpty()) text("p", {{"class", QStringLiteral("client")}}, document_.client);
        text("h1", {}, document_.title);
        text("p", {{"class", QStringLiteral("subtitle")}}, document_.subtitle);
        const auto line = [&](std::string_view en, std::string_view ja, const QString& words) {
            if (!words.isEmpty()) text("p", {{"class", QStringLiteral("by")}}, tr_(en, ja) + words);
        };
        line("For: ", "提出先：", document_.prepared_for);
        line("By: ", "作成：", document_.prepared_by);
        line("Date: ", "作成日：", document_.date_words);
        if (!document_.cover.empty()) {
            open("ul", {{"class", QStringLiteral("cover")}});
            for (const auto& words : document_.cover) text("li", {}, words);
            close("ul");
        }
        close("header");
    }

    void contents() {
        open("nav", {{"aria-label", tr_("Contents", "目次")}});
        open("ol");
        for (const auto& section : document_.sections)
            raw("<li><a href=\"#" + escaped(section.id) + "\">" + escaped(section.title) + "</a></li>\n");
        close("ol");
        close("nav");
    }

    void write(const Section& section) {
        open("section", {{"id", section.id}, {"class", section.wide ? QStringLiteral("wide") : QString()}});
        text("h2", {}, section.title);
        for (const auto& block : section.blocks) std::visit([&](const auto& one) { write(one); }, block);
        close("section");
    }

    void write(const Heading& heading) { text("h3", {}, heading.text); }
    void write(const NewPage&) {}
    void write(const Paragraph& paragraph) {
        constexpr const char* looks[] = {"", "lead", "note", "answer"};
        text("p", {{"class", QString::fromLatin1(looks[static_cast<int>(paragraph.look)])}}, paragraph.text);
    }
    void write(const Bullets& bullets) {
        open("ul");
        for (const auto& item : bullets.items) text("li", {}, item);
        close("ul");
    }
    void write(const Names& names) {
        open("ul", {{"class", QStringLiteral("names")}});
        for (const auto& name : names.names) {
            raw("<li><span class=\"swatch" + QByteArray(name.ghost ? " ghost" : "") +
                "\" style=\"border-color:" + name.color.name().toLatin1() + "\"></span>");
            raw(name.strong ? "<strong>" + escaped(name.text) + "</strong></li>\n" : escaped(name.text) + "</li>\n");
        }
        close("ul");
    }
    void write(const Cards& cards) {
        open("div", {{"class", QStringLiteral("cards")}});
        for (const auto& card : cards.cards) {
            raw("<div class=\"card\"><span>" + escaped(card.title) + "</span><b>" + escaped(card.value) +
                "</b><small>" + escaped(card.unit) + "</small>");
            if (!card.change.isEmpty()) text("em", {{"class", tone_class(card.tone)}}, card.change);
            raw("</div>\n");
        }
        close("div");
    }

    void write(const Pictures& pictures) {
        open("div", {{"class", QStringLiteral("pictures of-%1").arg(pictures.side_by_side.size())}});
        const auto across = static_cast<double>(pictures.side_by_side.size());
        for (const auto& picture : pictures.side_by_side) {
            if (!picture.chart) continue;
            const double mm = (178.0 - 4.0 * (across - 1.0)) / across;  // as wide as on paper
            const int width = qRound(mm * 5.0);                         // letters of some 6.5 points on paper
            write(picture, QSize(width, static_cast<int>(width * picture.height / mm)));
        }
        close("div");
    }

    void write(const Picture& picture, const QSize& size) {
        const QByteArray drawing = to_svg(*picture.chart, size).toBase64();
        open("figure", {{"class", QStringLiteral("chart")}});
        caption(picture.title, picture.note);
        raw("<div class=\"plot\" data-width=\"" + QByteArray::number(size.width()) + "\" data-marks=\"" +
            escaped(marks_of(*picture.chart)) + "\">");
        raw("<img width=\"" + QByteArray::number(size.width()) + "\" height=\"" + QByteArray::number(size.height()) +
            "\" alt=\"" + escaped(tr_("Chart: ", "グラフ：") + picture.title) + "\" src=\"data:image/svg+xml;base64," +
            drawing + "\"></div>\n");
        close("figure");
    }

    void caption(const QString& title, const QString& beside) {
        if (title.isEmpty() && beside.isEmpty()) return;
        raw("<figcaption>" + escaped(title) +
            (beside.isEmpty() ? QByteArray() : "<span class=\"unit\">" + escaped(beside) + "</span>") +
            "</figcaption>\n");
    }

    void write(const Table& table) {
        open("figure", {{"class", table.rows.size() > 48 ? QStringLiteral("table long") : QStringLiteral("table")}});
        caption(table.title, table.unit);
        open("div", {{"class", QStringLiteral("scroll")},
                     {"tabindex", QStringLiteral("0")},
                     {"role", QStringLiteral("region")},
                     {"aria-label", table.title.isEmpty() ? table.corner : table.title}});
        open("table", {{"class", table.words ? QStringLiteral("words") : QStringLiteral("figures")}});
        if (table.words && table.widths.size() == table.headings.size() + 1) {
            raw("<colgroup>");
            for (const double width : table.widths)
                raw("<col style=\"width:" + QByteArray::number(100.0 * width, 'f', 1) + "%\">");
            raw("</colgroup>\n");
        }
        raw("<thead><tr>");
        raw(table.corner.isEmpty() ? QByteArray("<td></td>") : "<th scope=\"col\">" + escaped(table.corner) + "</th>");
        for (std::size_t c = 0; c < table.headings.size(); ++c)
            raw("<th scope=\"col\"" + mark_class(table, c) + ">" + escaped(table.headings[c]).replace("\n", "<br>") +
                "</th>");
        raw("</tr></thead>\n");
        open("tbody");
        for (const auto& row : table.rows) write(table, row);
        close("tbody");
        close("table");
        close("div");
        if (!table.note.isEmpty()) text("p", {{"class", QStringLiteral("note")}}, table.note);
        close("figure");
    }

    static QByteArray mark_class(const Table& table, std::size_t column) {
        const bool marked =
            std::find(table.marked.begin(), table.marked.end(), static_cast<int>(column)) != table.marked.end();
        return marked ? " class=\"marked\"" : "";
    }

    void write(const Table& table, const Row& row) {
        raw(row.total ? "<tr class=\"total\">" : "<tr>");
        raw("<th scope=\"row\"" + (row.indent > 0 ? " class=\"indent\"" : QByteArray()) + ">" + escaped(row.label));
        if (!row.note.isEmpty()) raw("<small>" + escaped(row.note) + "</small>");
        raw("</th>");
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const auto& cell = row.cells[c];
            QStringList classes;
            if (!mark_class(table, c).isEmpty()) classes << QStringLiteral("marked");
            if (const QString tone = tone_class(cell.tone); !tone.isEmpty()) classes << tone;
            raw("<td" +
                (classes.isEmpty() ? QByteArray() : " class=\"" + classes.join(QLatin1Char(' ')).toLatin1() + '"') +
                (cell.value ? " data-value=\"" + QByteArray::number(*cell.value, 'g', 17) + '"' : QByteArray()) + ">" +
                escaped(cell.text) + "</td>");
        }
        raw("</tr>\n");
    }

    /// The points that a chart can name, as the page's script reads them: [x, y, title, words] each.
    static QString marks_of(const Chart& chart) {
        QStringList out;
        const auto quoted = [](QString text) {
            text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
                .replace(QLatin1Char('"'), QStringLiteral("\\\""))
                .replace(QLatin1Char('\n'), QStringLiteral("\\n"));
            return QLatin1Char('"') + text + QLatin1Char('"');
        };
        for (int row = 0; row < chart.rows(); ++row) {
            for (int point = 0; point < chart.points(row); ++point) {
                const auto mark = chart.mark(row, point);
                out << QStringLiteral("[%1,%2,%3,%4]")
                           .arg(qRound(mark.at.x()))
                           .arg(qRound(mark.at.y()))
                           .arg(quoted(mark.title), quoted(mark.words));
            }
        }
        return QLatin1Char('[') + out.join(QLatin1Char(',')) + QLatin1Char(']');
    }

    const Document& document_;
    const Words tr_;
};

}  // namespace

QByteArray to_html(const Document& document) { return PageWriter(document).page(); }

}  // namespace goho::gui::report
