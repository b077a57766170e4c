#include "report/pdf.hpp"

#include "io/version.hpp"
#include "report/paper_pages.hpp"
#include "report/pdf_bookmarks.hpp"
#include "report/pdf_text.hpp"

#include <QBuffer>
#include <QDate>
#include <QHashSeed>
#include <QPdfWriter>
#include <QRegularExpression>

namespace goho::gui::report {

namespace {

/// Pixels of charts, so that their small type of 11 pixels is 7 points high.
constexpr double chart_pixel = 7.0 / 11.0 * point;

struct Painter {
    QPainter& painter;
    const Paper& paper;

    void operator()(const TextInk& ink) const {
        painter.setFont(paper.font(ink.type.size, ink.type.bold));
        painter.setPen(ink.type.color);
        const double baseline = ink.place.center().y() + 0.37 * ink.type.size * point;
        painter.drawText(QPointF(ink.place.left(), baseline), ink.text);
    }
    void operator()(const FillInk& ink) const {
        painter.setPen(ink.edge.isValid() ? QPen(ink.edge, 0.6 * point) : QPen(Qt::NoPen));
        painter.setBrush(ink.color);
        painter.drawRect(ink.area);
        painter.setBrush(Qt::NoBrush);
    }
    void operator()(const RuleInk& ink) const {
        painter.setPen(QPen(ink.color, ink.width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(ink.from, ink.to);
    }
    void operator()(const LinkInk&) const {}  // nothing to be seen
    void operator()(const ChartInk& ink) const {
        QFont font = paper.font(1.3, false);
        font.setPixelSize(13);
        ink.chart->setFont(font);
        painter.save();
        painter.translate(ink.area.topLeft());
        painter.scale(chart_pixel, chart_pixel);
        painter.setFont(font);
        ink.chart->draw(painter, QRectF(QPointF(0.0, 0.0), ink.area.size() / chart_pixel));
        painter.restore();
    }
};

/// Digits of a date as PDF writes it, noon of the day.
QByteArray stamp_of(const QString& date) {
    const QDate day = QDate::fromString(date, Qt::ISODate);
    const bool iso = day.isValid() && date.size() == 10;
    return (iso ? day : QDate(2000, 1, 1)).toString(QStringLiteral("yyyyMMdd")).toLatin1() + "120000Z";
}

/// After bytes came or went at `from`, the table at the end has to say anew where the objects lie.
void shift_objects(QByteArray& pdf, qsizetype from, qsizetype by) {
    const QByteArray start = "startxref\n";
    const qsizetype last = pdf.lastIndexOf(start) + start.size(), end = pdf.indexOf(' ', last);
    const qsizetype table = pdf.mid(last, end - last).toLongLong() + by;
    pdf.replace(last, end - last, QByteArray::number(table));
    constexpr qsizetype entry = 20;  // "0000000017 00000 n" and the end of the line
    for (qsizetype at = pdf.indexOf("65535 f", table) - 11 + entry; pdf.mid(at + 17, 1) == "n"; at += entry) {
        const qsizetype object = pdf.mid(at, 10).toLongLong();
        if (object > from) pdf.replace(at, 10, QByteArray::number(object + by).rightJustified(10, '0'));
    }
}

/// The writer notes the time at which it writes, in the zone of the machine, which no reader asks for.
void fix_time(QByteArray& pdf, const QByteArray& stamp) {
    const QByteArray key = "/CreationDate (D:";
    const qsizetype at = pdf.indexOf(key) + key.size(), end = pdf.indexOf(')', at);
    if (at < key.size() || end < at) return;
    const qsizetype by = stamp.size() - (end - at);
    pdf.replace(at, end - at, stamp);
    if (by != 0) shift_objects(pdf, at, by);
}

/// The writer lists fonts in the order of a hash, which otherwise differs from run to run.
struct FixedOrder {
    FixedOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedOrder() { QHashSeed::resetRandomGlobalSeed(); }
    FixedOrder(const FixedOrder&) = delete;
    FixedOrder& operator=(const FixedOrder&) = delete;
};

void set_page(QPdfWriter& writer, const PaperPage& page) {
    writer.setPageOrientation(page.wide ? QPageLayout::Landscape : QPageLayout::Portrait);
    writer.setPageMargins(QMarginsF());
}

}  // namespace

QByteArray to_pdf(const Document& document) {
    const FixedOrder order;
    const Paper paper(document.language);
    const std::vector<PaperPage> pages = lay_out(document);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(units_per_inch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(document.title);
        writer.setCreator(QStringLiteral("Goho ") + qt(io::version()));
        set_page(writer, pages.front());
        QPainter painter(&writer);
        painter.setRenderHint(QPainter::Antialiasing);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            set_page(writer, pages[i]);
            if (i > 0) writer.newPage();
            for (const auto& ink : pages[i].inks) std::visit(Painter{painter, paper}, ink);
        }
    }
    fix_time(bytes, stamp_of(document.date));
    add_bookmarks(bytes, pages);
    name_usual_letters(bytes, paper.font(8.0, false));
    return bytes;
}

}  // namespace goho::gui::report
