#include "report/paper_pages.hpp"

#include "report/paper_blocks.hpp"

#include <algorithm>

namespace goho::gui::report {

namespace {

constexpr double short_side = 210.0 * millimetre, long_side = 297.0 * millimetre;
constexpr double margin = 18.0 * millimetre, head = 24.0 * millimetre, foot = 20.0 * millimetre;
constexpr double small_type = 7.5;

QStringList footer_lines(const Document& document, const Paper& paper, double width) {
    if (document.footer.isEmpty()) return {};
    return paper.lines(document.footer, small_type, false, width - 25.0 * millimetre);
}

PaperPage blank_page(const Document& document, const Paper& paper, bool wide) {
    PaperPage page;
    page.wide = wide;
    page.size = wide ? QSizeF(long_side, short_side) : QSizeF(short_side, long_side);
    const double width = page.size.width() - 2.0 * margin;
    const auto more = std::max<qsizetype>(0, footer_lines(document, paper, width).size() - 1);
    const double low = foot + static_cast<double>(more) * line_height(small_type);
    page.body = QRectF(margin, head, width, page.size.height() - head - low);
    return page;
}

void put_foot(PaperPage& page, const Document& document, const Paper& paper, const QString& number) {
    const Type type{small_type, false, paper.colors().muted};
    const double left = page.body.left(), width = page.body.width(), top = page.body.bottom() + 6.0 * millimetre;
    Strip strip;
    strip.inks.push_back(RuleInk{
        {left, top - 1.2 * millimetre}, {left + width, top - 1.2 * millimetre}, paper.colors().border, 0.4 * point});
    write_lines(strip, paper, footer_lines(document, paper, width), type, {left, top}, width);
    write(strip, paper, number, type, {left, top}, width, Side::right);
    std::move(strip.inks.begin(), strip.inks.end(), std::back_inserter(page.inks));
}

/// The running head only reminds of what the cover and the first page of the section say in full.
void put_head(PaperPage& page, const Document& document, const Paper& paper, const QString& section) {
    const Type type{small_type, false, paper.colors().muted};
    const double left = page.body.left(), width = page.body.width(), top = 11.5 * millimetre, half = 0.48 * width;
    const QFontMetricsF metrics(paper.font(type.size, type.bold));
    const auto on_one_line = [&](QString text) {
        return fitted_text(metrics, text.replace(QLatin1Char('\n'), QLatin1Char(' ')), half);
    };
    Strip strip;
    write(strip, paper, on_one_line(document.client.isEmpty() ? document.title : document.client), type, {left, top},
          half);
    write(strip, paper, on_one_line(section), type, {left + width - half, top}, half, Side::right);
    strip.inks.push_back(RuleInk{
        {left, top + 5.0 * millimetre}, {left + width, top + 5.0 * millimetre}, paper.colors().border, 0.4 * point});
    std::move(strip.inks.begin(), strip.inks.end(), std::back_inserter(page.inks));
}

void append(Strips& all, Strips strips) { std::move(strips.begin(), strips.end(), std::back_inserter(all)); }

/// Large words of cover and section, each line a strip that takes the next one along.
Strips large(const PaperSheet& sheet, const QString& text, const Type& type, double before) {
    Strips strips;
    if (text.isEmpty()) return strips;
    for (const auto& line : sheet.paper.name_lines(text, type.size, type.bold, sheet.width)) {
        Strip strip;
        strip.before = strips.empty() ? before : 0.0;
        strip.height = 1.02 * line_height(type.size);
        strip.with_next = true;
        write(strip, sheet.paper, line, type, {0.0, 0.0}, sheet.width);
        strips.push_back(std::move(strip));
    }
    return strips;
}

Strip rule_strip(const PaperSheet& sheet, double length, double before, double thick) {
    Strip strip;
    strip.before = before;
    strip.height = thick;
    strip.with_next = true;
    strip.inks.push_back(FillInk{QRectF(0.0, 0.0, length, thick), sheet.paper.colors().accent, {}});
    return strip;
}

Strip space(double height) {
    Strip strip;
    strip.height = height;
    strip.with_next = true;
    return strip;
}

Strips title_strips(const Section& section, const PaperSheet& sheet) {
    const Type title{18.0, true, sheet.paper.colors().text};
    Strips strips = large(sheet, section.title, title, 0.0);
    strips.push_back(rule_strip(sheet, sheet.width, 1.5 * millimetre, 1.0 * point));
    strips.push_back(space(2.5 * millimetre));
    return strips;
}

Flow section_flow(const Section& section, PaperSheet sheet) {
    Flow flow(sheet.height);
    flow.add(title_strips(section, sheet));
    for (const auto& block : section.blocks) {
        sheet.left = flow.left();
        flow.add(strips_of(block, sheet));
    }
    if (section.blocks.empty())
        flow.add(strips_of(
            Paragraph{sheet.paper.words()("Nothing to report.", "該当事項はありません。"), Paragraph::Look::note},
            sheet));
    return flow;
}

/// "Prepared for   Bank": name and value, the value wrapped.
Strip named(const PaperSheet& sheet, const QString& name, const QString& value, double before) {
    constexpr double left = 32.0 * millimetre, size = 10.5;
    const Colors& c = sheet.paper.colors();
    Strip strip;
    strip.before = before;
    const double drop = 0.5 * (line_height(size) - line_height(8.5));
    write(strip, sheet.paper, name, {8.5, false, c.muted}, {0.0, drop}, left);
    const auto lines = sheet.paper.lines(value, size, false, sheet.width - left);
    strip.height = write_lines(strip, sheet.paper, lines, {size, false, c.text}, {left, 0.0}, sheet.width - left);
    return strip;
}

Strip contents_line(const PaperSheet& sheet, const QString& title, int page) {
    constexpr double size = 9.5, number = 12.0 * millimetre;
    const Colors& c = sheet.paper.colors();
    Strip strip;
    const Type type{size, false, c.text};
    const auto lines = sheet.paper.lines(title, size, false, sheet.width - number);
    const double gap = 0.7 * millimetre;
    strip.height = write_lines(strip, sheet.paper, lines, type, {0.0, gap}, sheet.width - number) + 2.0 * gap;
    write(strip, sheet.paper, QString::number(page), type,
          {sheet.width - number, strip.height - gap - line_height(size)}, number, Side::right);
    strip.inks.push_back(RuleInk{{0.0, strip.height}, {sheet.width, strip.height}, c.border, 0.4 * point});
    strip.inks.push_back(LinkInk{QRectF(0.0, 0.0, sheet.width, strip.height), page});
    return strip;
}

Flow cover_flow(const Document& document, const PaperSheet& sheet, const std::vector<int>& numbers) {
    const Colors& c = sheet.paper.colors();
    const Words words = sheet.paper.words();
    Strips strips{space(28.0 * millimetre)};
    append(strips, large(sheet, document.client, {14.0, false, c.muted}, 0.0));
    constexpr double usual = 28.0, long_title = 22.0;
    const bool long_one = sheet.paper.name_lines(document.title, usual, true, sheet.width).size() > 2;
    append(strips, large(sheet, document.title, {long_one ? long_title : usual, true, c.text}, 2.0 * millimetre));
    append(strips, large(sheet, document.subtitle, {13.0, false, c.text}, 2.0 * millimetre));
    strips.push_back(rule_strip(sheet, 36.0 * millimetre, 6.0 * millimetre, 2.2 * point));
    double before = 9.0 * millimetre;
    const auto add = [&](const QString& name, const QString& value) {
        if (value.isEmpty()) return;
        strips.push_back(named(sheet, name, value, before));
        before = 1.2 * millimetre;
    };
    add(words("Prepared for", "提出先"), document.prepared_for);
    add(words("Prepared by", "作成者"), document.prepared_by);
    add(words("Date", "作成日"), document.date_words);
    bool first = true;
    for (const auto& text : document.cover) {
        auto lines = strips_of(Paragraph{text, Paragraph::Look::note}, sheet);
        if (first && !lines.empty()) lines.front().before = 7.0 * millimetre;
        first = false;
        append(strips, std::move(lines));
    }
    Flow flow(sheet.height);
    flow.add(strips);
    if (document.sections.empty()) return flow;
    flow.add(large(sheet, words("Contents", "目次"), {12.5, true, c.text}, 14.0 * millimetre));
    flow.add({rule_strip(sheet, sheet.width, 1.0 * millimetre, 1.0 * point)});
    for (std::size_t i = 0; i < document.sections.size(); ++i)
        flow.add({contents_line(sheet, document.sections[i].title, numbers[i])});
    return flow;
}

std::vector<PaperPage> pages_of(Flow flow, const PaperPage& blank) {
    std::vector<PaperPage> pages;
    for (auto& inks : std::move(flow).pages()) {
        PaperPage page = blank;
        page.inks = moved(std::move(inks), page.body.topLeft());
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace

std::vector<PaperPage> lay_out(const Document& document) {
    const Paper paper(document.language);
    const PaperPage upright = blank_page(document, paper, false);
    const PaperSheet cover{paper, upright.body.width(), upright.body.height()};
    std::vector<int> numbers(document.sections.size(), 0);
    // Page numbers do not change how much room the contents take.
    const std::size_t front = pages_of(cover_flow(document, cover, numbers), upright).size();
    std::vector<PaperPage> inside;
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        const Section& section = document.sections[i];
        const PaperPage blank = blank_page(document, paper, section.wide);
        const PaperSheet sheet{paper, blank.body.width(), blank.body.height()};
        numbers[i] = static_cast<int>(front + inside.size()) + 1;
        std::vector<PaperPage> own = pages_of(section_flow(section, sheet), blank);
        own.front().begins = section.title;
        for (auto& page : own) {
            put_head(page, document, paper, section.title);
            inside.push_back(std::move(page));
        }
    }
    std::vector<PaperPage> all = pages_of(cover_flow(document, cover, numbers), upright);
    for (std::size_t i = 1; i < all.size(); ++i) put_head(all[i], document, paper, paper.words()("Contents", "目次"));
    std::move(inside.begin(), inside.end(), std::back_inserter(all));
    for (std::size_t i = 0; i < all.size(); ++i)
        put_foot(all[i], document, paper, i == 0 ? QString() : QStringLiteral("%1 / %2").arg(i + 1).arg(all.size()));
    return all;
}

}  // namespace goho::gui::report
