#include "models/table_text.hpp"

#include "io/csv.hpp"
#include "io/literals.hpp"
#include "models/table_model.hpp"

#include <vector>

namespace goho::gui {

namespace {

QString one_line(QString text) {
    return text.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\t'), QLatin1Char(' '));
}

/// A figure as a program reads it: "△1,234.5" is -1234.5, "+3.4%" is 3.4%; anything else is text, made harmless.
std::string field(const QString& shown, bool figure) {
    const std::string text = one_line(shown).toStdString();
    if (!figure) return io::csv_text(text);
    std::string bare = text.starts_with('+') ? text.substr(1) : text;
    const bool share = bare.ends_with('%');
    if (share) bare.pop_back();
    if (bare.starts_with("△")) bare.replace(0, std::string_view("△").size(), "-");
    const auto number = io::parse_plain_number(bare);
    if (!number) return io::csv_text(text);
    return io::csv_number(*number) + (share ? "%" : "");
}

struct Lines {
    std::vector<bool> with_difference;
    bool named = false;  // the lines have names of their own
};

Lines shape(const QAbstractItemModel& model) {
    Lines lines;
    for (int c = 0; c < model.columnCount(); ++c) {
        bool any = false;
        for (int r = 0; r < model.rowCount() && !any; ++r)
            any = !model.index(r, c).data(difference_role).toString().isEmpty();
        lines.with_difference.push_back(any);
    }
    // A model without names of its own counts its lines; that is no content.
    for (int r = 0; r < model.rowCount(); ++r) {
        const QString name = model.headerData(r, Qt::Vertical).toString();
        if (!name.isEmpty() && name != QString::number(r + 1)) lines.named = true;
    }
    return lines;
}

}  // namespace

QString table_text(const QAbstractItemModel& model) {
    const Lines lines = shape(model);
    QStringList out;
    QStringList row;
    if (lines.named) row << QString();
    for (int c = 0; c < model.columnCount(); ++c) row << one_line(model.headerData(c, Qt::Horizontal).toString());
    out << row.join(QLatin1Char('\t'));
    for (int r = 0; r < model.rowCount(); ++r) {
        row.clear();
        if (lines.named) row << one_line(model.headerData(r, Qt::Vertical).toString());
        for (int c = 0; c < model.columnCount(); ++c) row << one_line(model.index(r, c).data().toString());
        out << row.join(QLatin1Char('\t'));
    }
    return out.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

std::string table_csv(const QAbstractItemModel& model) {
    const Lines lines = shape(model);
    std::vector<std::string> row;
    if (lines.named) row.emplace_back();
    for (int c = 0; c < model.columnCount(); ++c) {
        const QString heading = one_line(model.headerData(c, Qt::Horizontal).toString());
        row.push_back(field(heading, false));
        if (lines.with_difference[static_cast<std::size_t>(c)])
            row.push_back(field(heading + QStringLiteral(" ±"), false));
    }
    std::string out = "\xEF\xBB\xBF" + io::csv_line(row);
    for (int r = 0; r < model.rowCount(); ++r) {
        row.clear();
        if (lines.named) row.push_back(field(model.headerData(r, Qt::Vertical).toString(), false));
        for (int c = 0; c < model.columnCount(); ++c) {
            const QModelIndex cell = model.index(r, c);
            row.push_back(field(cell.data().toString(), cell.data(value_role).isValid()));
            if (!lines.with_difference[static_cast<std::size_t>(c)]) continue;
            const QString difference = cell.data(difference_role).toString();
            row.push_back(field(difference == QStringLiteral("±0") ? QStringLiteral("0") : difference, cell.data(difference_value_role).isValid()));
        }
        out += io::csv_line(row);
    }
    return out;
}

}  // namespace goho::gui
