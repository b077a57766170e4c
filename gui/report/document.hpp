// A report before it is a file: sections of texts, figures, tables and charts in the order in which they are read. Web
// page and PDF are written from it, so both say the same. All texts are plain, in the language of the report.
#pragma once

#include "charts/chart.hpp"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace goho::gui::report {

/// How a figure or a word is coloured; a sign or a word beside it always says the same.
enum class Tone { plain, good, bad, caution, faint };

struct Heading {
    QString text;
};

struct Paragraph {
    enum class Look { plain, lead, note, answer };  // lead: large, below a title; note: small; answer: in a box
    QString text;
    Look look = Look::plain;
};

struct Bullets {
    std::vector<QString> items;
};

struct Cell {
    QString text;
    std::optional<double> value;  // the number behind the text, to sort by
    Tone tone = Tone::plain;
};

struct Row {
    QString label, note;  // note: small, below the label
    std::vector<Cell> cells;
    int indent = 0;
    bool total = false;  // bold, a rule above
};

struct Table {
    QString title, unit, note;      // unit: beside the title; note: below the table
    QString corner;                 // heading of the labels
    std::vector<QString> headings;  // of the cells; a line break parts two lines
    std::vector<Row> rows;
    bool words = false;  // cells are texts that wrap, not figures
    std::vector<double>
        widths;  // of the label and each column, as shares; empty: labels as wide as they need, figures alike
    std::vector<int> marked;  // columns that stand out, such as years 3, 5 and 10
};

struct Picture {
    QString title, note;  // note: beside the title
    std::shared_ptr<Chart> chart;
    double height = 50.0;  // mm on paper
    double share = 1.0;    // of the width, against the pictures beside it
};

struct Pictures {
    std::vector<Picture> side_by_side;
};

struct Card {
    QString title, value, unit, change;
    Tone tone = Tone::plain;  // of the change
};

struct Cards {
    std::vector<Card> cards;
};

/// Which colour belongs to which scenario.
struct Names {
    struct Name {
        QString text;
        QColor color;
        bool strong = false, ghost = false;  // the plan proposed; the base
    };
    std::vector<Name> names;
};

struct NewPage {};

using Block = std::variant<Heading, Paragraph, Bullets, Table, Pictures, Cards, Names, NewPage>;

struct Section {
    QString id, title;  // id: anchor and name on the command line
    bool wide = false;  // on paper lying on its side
    std::vector<Block> blocks;
};

struct Document {
    Language language = Language::english;
    QString client, title, subtitle;
    QString prepared_for, prepared_by;
    QString date, date_words;       // 2027-04-01, and as it is printed
    std::vector<QString> cover;  // lines below: period, scenarios, what figures are in
    QString footer;              // on every page
    std::vector<Section> sections;
};

}  // namespace goho::gui::report
