#include "report/pdf_bookmarks.hpp"

#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace goho::gui::report {

namespace {

/// What later objects refer to in the file as it was written.
struct Written {
    std::vector<int> pages, links;  // objects of the pages, and of what can be clicked on each
    int catalog = 0, info = 0, size = 0, tree = 0;
    QByteArray table;  // where the table of objects begins
};

int number_after(const QByteArray& text, const char* key) {
    const qsizetype at = text.indexOf(key);
    return at < 0 ? 0 : text.mid(at + qsizetype(qstrlen(key)), 12).trimmed().split(' ').front().toInt();
}

QByteArray object(const QByteArray& pdf, int number) {
    const QByteArray begin = "\n" + QByteArray::number(number) + " 0 obj\n";
    const qsizetype at = pdf.indexOf(begin);
    return at < 0 ? QByteArray() : pdf.mid(at + begin.size(), pdf.indexOf("endobj", at) - at - begin.size());
}

Written read(const QByteArray& pdf) {
    Written file;
    const QByteArray end = pdf.mid(pdf.lastIndexOf("trailer"));
    file.size = number_after(end, "/Size ");
    file.info = number_after(end, "/Info ");
    file.catalog = number_after(end, "/Root ");
    file.table = QByteArray::number(number_after(end, "startxref\n"));
    file.tree = number_after(object(pdf, file.catalog), "/Pages ");
    const QByteArray tree = object(pdf, file.tree);
    const qsizetype open = tree.indexOf('['), close = tree.indexOf(']');
    static const QRegularExpression reference(QStringLiteral("(\\d+) 0 R"));
    auto found = reference.globalMatch(QString::fromLatin1(tree.mid(open, close - open)));
    while (found.hasNext()) {
        file.pages.push_back(found.next().captured(1).toInt());
        file.links.push_back(number_after(object(pdf, file.pages.back()), "/Annots "));
    }
    return file;
}

QByteArray ref(int number) { return QByteArray::number(number) + " 0 R"; }

QByteArray points(double tenths) { return QByteArray::number(tenths / point, 'f', 2); }

/// The top of a page, without another magnification.
QByteArray top_of(const Written& file, const std::vector<PaperPage>& pages, std::size_t page) {
    return "[" + ref(file.pages[page]) + " /XYZ 0 " + points(pages[page].size.height()) + " 0]";
}

QByteArray text(const QString& words) {
    QByteArray digits = "<FEFF";
    for (const QChar letter : words)
        digits +=
            QByteArray::number(letter == QLatin1Char('\n') ? ushort(' ') : letter.unicode(), 16).rightJustified(4, '0');
    return digits + ">";
}

using Objects = std::map<int, QByteArray>;

void add_outline(Objects& objects, const Written& file, const std::vector<PaperPage>& pages) {
    std::vector<std::size_t> begins;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        if (!pages[p].begins.isEmpty()) begins.push_back(p);
    }
    if (begins.empty()) return;
    const int outline = file.size, first = outline + 1, count = static_cast<int>(begins.size());
    objects[outline] = "<<\n/Type /Outlines\n/First " + ref(first) + "\n/Last " + ref(first + count - 1) + "\n/Count " +
                       QByteArray::number(count) + "\n>>";
    for (int i = 0; i < count; ++i) {
        const std::size_t page = begins[static_cast<std::size_t>(i)];
        QByteArray& item = objects[first + i];
        item = "<<\n/Title " + text(pages[page].begins) + "\n/Parent " + ref(outline) + "\n/Dest " +
               top_of(file, pages, page);
        if (i > 0) item += "\n/Prev " + ref(first + i - 1);
        if (i + 1 < count) item += "\n/Next " + ref(first + i + 1);
        item += "\n>>";
    }
    objects[file.catalog] =
        "<<\n/Type /Catalog\n/Pages " + ref(file.tree) + "\n/Outlines " + ref(outline) + "\n/PageMode /UseOutlines\n>>";
}

void add_links(Objects& objects, const Written& file, const std::vector<PaperPage>& pages) {
    for (std::size_t p = 0; p < pages.size(); ++p) {
        QByteArray links;
        for (const auto& ink : pages[p].inks) {
            const auto* link = std::get_if<LinkInk>(&ink);
            if (link == nullptr || link->page < 1 || static_cast<std::size_t>(link->page) > pages.size()) continue;
            const double high = pages[p].size.height();
            links += "<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [" + points(link->area.left()) + " " +
                     points(high - link->area.bottom()) + " " + points(link->area.right()) + " " +
                     points(high - link->area.top()) + "] /Dest " +
                     top_of(file, pages, static_cast<std::size_t>(link->page) - 1) + " >>\n";
        }
        if (!links.isEmpty()) objects[file.links[p]] = "[\n" + links + "]";
    }
}

void append(QByteArray& pdf, const Objects& objects, const Written& file) {
    QByteArray table = "xref\n";
    if (!pdf.endsWith('\n')) pdf += '\n';
    for (const auto& [number, content] : objects) {
        table += QByteArray::number(number) + " 1\n" + QByteArray::number(pdf.size()).rightJustified(10, '0') +
                 " 00000 n \n";
        pdf += QByteArray::number(number) + " 0 obj\n" + content + "\nendobj\n";
    }
    const int size = std::max(file.size, objects.rbegin()->first + 1);
    const QByteArray start = QByteArray::number(pdf.size());
    pdf += table + "trailer\n<<\n/Size " + QByteArray::number(size) + "\n/Info " + ref(file.info) + "\n/Root " +
           ref(file.catalog) + "\n/Prev " + file.table + "\n>>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace

void add_bookmarks(QByteArray& pdf, const std::vector<PaperPage>& pages) {
    const Written file = read(pdf);
    const bool known = file.pages.size() == pages.size() && file.catalog > 0 && file.size > 0 &&
                       std::find(file.links.begin(), file.links.end(), 0) == file.links.end();
    if (!known) return;
    Objects objects;
    add_outline(objects, file, pages);
    add_links(objects, file, pages);
    if (!objects.empty()) append(pdf, objects, file);
}

}  // namespace goho::gui::report
