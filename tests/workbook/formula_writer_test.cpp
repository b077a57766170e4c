// Operations as formulas: brackets where order matters, both branches of a choice, working cells for what is shared.
#include "core/number.hpp"
#include "workbook/formula_writer.hpp"

#include <doctest/doctest.h>
#include <map>

using namespace goho;
using workbook::Cell;

namespace {

/// A tape on which the first `inputs` entries stand in cells A1, A2 and so on
struct Sheet {
    Tape tape;
    TapeScope scope{tape};
    std::map<Tape::Id, Cell> cells;
    std::map<std::string, std::string> workings;
    int next = 0;

    Traced input(double value) {
        Traced number = value;
        number.keep();
        const int row = static_cast<int>(cells.size());
        cells[number.id()] = {0, row, 0};
        return number;
    }
    std::string formula(const Traced& number, int sheet = 0) {
        workbook::FormulaWriter writer(
            tape, {"Inputs", "Work"},
            [&](Tape::Id id) { return cells.contains(id) ? std::optional(cells.at(id)) : std::nullopt; },
            [&](Tape::Id) { return Cell{1, next++, 2}; },
            [&](Tape::Id, const Cell& cell, std::string text) { workings[workbook::address(cell.row, cell.column)] = std::move(text); });
        return writer.definition(number.id(), sheet);
    }
};

}  // namespace

TEST_CASE("formulas: cells are named as spreadsheets name them") {
    CHECK(workbook::address(0, 0) == "A1");
    CHECK(workbook::address(9, 25) == "Z10");
    CHECK(workbook::address(0, 26) == "AA1");
    CHECK(workbook::address(4, 701) == "ZZ5");
    CHECK(workbook::address(4, 702) == "AAA5");
}

TEST_CASE("formulas: the order of operations is the order in which they were done") {
    Sheet s;
    const Traced a = s.input(2.0), b = s.input(3.0), c = s.input(4.0);
    CHECK(s.formula(a + b + c) == "A1+A2+A3");
    CHECK(s.formula(a + (b + c)) == "A1+(A2+A3)");
    CHECK(s.formula(a - (b - c)) == "A1-(A2-A3)");
    CHECK(s.formula((a + b) * c) == "(A1+A2)*A3");
    CHECK(s.formula(a / (b * c)) == "A1/(A2*A3)");
    CHECK(s.formula(a * b / c) == "A1*A2/A3");
    CHECK(s.formula(-(a + b)) == "-(A1+A2)");
    CHECK(s.formula(a * -2.0) == "A1*(-2)");
}

TEST_CASE("formulas: a cell of another sheet is named with it") {
    Sheet s;
    const Traced a = s.input(2.0), b = s.input(3.0);
    CHECK(s.formula(a + b, 1) == "'Inputs'!A1+'Inputs'!A2");
}

TEST_CASE("formulas: both branches of a choice are there, whichever was taken") {
    Sheet s;
    const Traced a = s.input(2.0), b = s.input(3.0);
    CHECK(s.formula(select(a < b, a, b)) == "IF(A1<A2,A1,A2)");
    CHECK(s.formula(select(a > b, a, b)) == "IF(A1>A2,A1,A2)");
    CHECK(s.formula(select((a > b) & !(a == b), a, b)) == "IF(AND(A1>A2,NOT(A1=A2)),A1,A2)");
    CHECK(s.formula(divide_or(a, b, Traced(0.0))) == "IF(A2=0,0,A1/A2)");
}

TEST_CASE("formulas: roundings are those of the books") {
    Sheet s;
    const Traced a = s.input(2.5);
    CHECK(s.formula(whole_yen(a)) == "INT(A1+0.500001)");
    CHECK(s.formula(drop_fraction(a)) == "INT(A1+0.000001)");
    CHECK(s.formula(drop_below(a, 1000.0)) == "INT((A1+0.000001)/1000)*1000");
    CHECK(s.formula(positive_part(a)) == "MAX(0,A1)");
    CHECK(s.formula(clamp(a, Traced(0.0), Traced(1.0))) == "MAX(0,MIN(1,A1))");
    CHECK(s.formula(ceil(a)) == "-INT(-A1)");
}

TEST_CASE("formulas: what is used twice is reckoned once, in a working cell") {
    Sheet s;
    const Traced a = s.input(2.0), b = s.input(3.0);
    const Traced shared = a * b;
    CHECK(s.formula(shared + shared) == "'Work'!C1+'Work'!C1");
    CHECK(s.workings.at("C1") == "'Inputs'!A1*'Inputs'!A2");
}
