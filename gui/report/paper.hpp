// Paper before it is painted: measures, type, and strips of ink. A strip is what no page may break; blocks become
// strips, strips become pages, and only then something is painted. So a test can ask where each word stands.
#pragma once

#include "report/document.hpp"

#include <QFont>

namespace goho::gui::report {

/// Everything on paper is measured in tenths of a point, so that type of half a point has a whole size.
inline constexpr double point = 10.0, millimetre = 720.0 / 25.4;
inline constexpr int units_per_inch = 720;

/// How letters look; sizes in points.
struct Type {
    double size = 9.5;
    bool bold = false;
    QColor color;
};

struct TextInk {
    QRectF place;  // as wide as the text, as high as its line
    QString text;
    Type type;
};
struct FillInk {
    QRectF area;
    QColor color, edge;  // without an edge where it is invalid
};
struct RuleInk {
    QPointF from, to;
    QColor color;
    double width = 0.4 * point;
};
struct ChartInk {
    QRectF area;
    std::shared_ptr<Chart> chart;
};
/// Where a click leads to another page, counted from 1.
struct LinkInk {
    QRectF area;
    int page = 0;
};
using Ink = std::variant<TextInk, FillInk, RuleInk, ChartInk, LinkInk>;

struct Strip {
    double height = 0.0, before = 0.0;  // before: space above, dropped at the top of a page
    bool with_next = false;             // stays on one page with the strip that follows
    bool new_page = false;
    std::vector<Ink> inks;               // from the upper left corner of the strip
    std::shared_ptr<const Strip> again;  // stands above it where it begins a page: headings of a table
};
using Strips = std::vector<Strip>;

/// The same, elsewhere on paper.
std::vector<Ink> moved(std::vector<Ink> inks, QPointF by);

/// Where type stands in a cell or box.
enum class Side { left, right, middle };

/// Type and ink of one document.
class Paper {
public:
    explicit Paper(Language language);

    QFont font(double size, bool bold) const;
    double width(const QString& text, double size, bool bold) const;
    /// The text in lines that are not wider; line breaks in it are kept.
    QStringList lines(const QString& text, double size, bool bold, double width) const;
    /// The same for names and headings: Japanese breaks where words end, and before a bracket.
    QStringList name_lines(const QString& text, double size, bool bold, double width) const;
    /// The largest size from `most` down to `least` in which the text is not wider; `least` where none is.
    double fitting_size(const QString& text, bool bold, double width, double most, double least) const;

    const Colors& colors() const { return colors_of(Theme::light); }
    /// Of words and figures on white, or on a tinted column; contrast 4.5 or more.
    QColor tone(Tone tone, bool tinted = false) const;
    Words words() const { return words_; }
    /// "Title (continued)".
    QString continued(const QString& title) const;

private:
    Words words_;
    QFont font_;
};

/// The sheet that a block is laid out for: the room between head and foot, and what is left of its height.
struct PaperSheet {
    const Paper& paper;
    double width = 0.0, height = 0.0, left = height;
};

double line_height(double size);

/// Writes one line into the strip, between `left` and `left + width`.
void write(Strip& strip, const Paper& paper, const QString& text, const Type& type, QPointF top_left, double width,
           Side side = Side::left);

/// The same for lines one below the other; the height that they take.
double write_lines(Strip& strip, const Paper& paper, const QStringList& lines, const Type& type, QPointF top_left,
                   double width, Side side = Side::left);

}  // namespace goho::gui::report
