// What an analysis has to say, as a value: sentences for people, tables, charts, and scenarios that can be saved. The
// command line prints it, the window shows it, and both write it as JSON and CSV; no analysis knows how it is shown.
#pragma once

#include "core/format.hpp"
#include "core/label.hpp"
#include "io/wording.hpp"

#include <optional>
#include <string>
#include <vector>

namespace goho::decision {

/// A number with its unit, a text, nothing where nothing can be said; or a number that people read as that text.
struct TellingCell {
    std::optional<double> number;
    Text text;
    std::string unit;          // of a number, as tables of parameters name it ("yen", "fraction", "months"); else the column's
    bool with_sign = false;    // a difference: above zero with a plus
};
TellingCell cell(std::optional<double> number, std::string_view unit = {}, bool with_sign = false);
TellingCell cell(Text text);

struct TellingColumn {
    std::string id;  // fixed, for programs
    Text label;
    std::string unit;  // of its numbers; empty: each cell says its own, or texts
};

struct TellingRow {
    std::vector<TellingCell> cells;  // as many as there are columns; the first says what the row is about
    bool total = false;
};

struct TellingTable {
    std::string id;
    Text title, note;
    std::vector<TellingColumn> columns;
    std::vector<TellingRow> rows;
};

struct TellingPoint {
    double x = 0.0, y = 0.0;
    std::optional<double> low, high;  // an interval about y
    Text label;
    bool total = false;  // of a waterfall: stands on zero
};

struct TellingSeries {
    Text name;
    std::vector<TellingPoint> points;
};

struct TellingChart {
    enum class Kind {
        bars,       // lying, one for each point of the first series; labels are names
        waterfall,  // the points of the first series, step by step
        lines,      // series over x
        scatter,    // points of the first series, each with its label
    };
    std::string id;
    Text title;
    Kind kind = Kind::bars;
    Text x_label, y_label;
    std::string x_unit, y_unit;
    std::vector<TellingSeries> series;
};

/// A scenario that can be saved: what it says over the base, as a JSON merge patch without `extends`.
struct Draft {
    std::string id;  // a file name without ending
    Text name, description;
    io::Json patch;
};

struct Telling {
    std::string command;  // "goalseek"
    Text title;
    std::vector<Text> sentences;  // the answer first
    std::vector<TellingTable> tables;
    std::vector<TellingChart> charts;
    std::vector<Draft> drafts;
    std::vector<Text> notes;      // assumptions and limits: what the answer rests on
};

/// A figure in a sentence: "12,345 thousand yen", "△12,345千円", "3.0%", "15 months".
Text in_words(double value, std::string_view unit, MoneyUnit money, bool with_sign = false);
/// A part more or less: "+3.20%", "±0%", "-3.20%" and "△3.20%".
Text change_words(double fraction);
/// "year 3", "3年目".
Text year_words(int year);

std::string telling_json(const Telling& telling);
/// The first table; money in yen.
std::string telling_csv(const Telling& telling, Language language);

}  // namespace goho::decision
