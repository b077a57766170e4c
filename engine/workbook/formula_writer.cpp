#include "workbook/formula_writer.hpp"

#include <fmt/format.h>

namespace goho::workbook {

namespace {

// A cell takes 8,192 characters; far below it people stop reading.
constexpr std::size_t longest_phrase = 600;

std::vector<Tape::Id> operands(const Tape::Entry& e) {
    std::vector<Tape::Id> out;
    for (const Tape::Id id : {e.a, e.b, e.c}) {
        if (id != 0) out.push_back(id);
    }
    if (e.op == Op::divide_or) out.push_back(e.b);  // looked at twice: is it zero, and what is the quotient
    return out;
}

std::string number(double value) { return fmt::format("{}", value); }

}  // namespace

std::string address(int row, int column) {
    std::string letters;
    for (int left = column + 1; left > 0; left = (left - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters + std::to_string(row + 1);
}

FormulaWriter::FormulaWriter(const Tape& tape, std::vector<std::string> sheet_names, PlaceOf place_of, NewCell new_cell, Keep keep)
    : tape_(tape), sheet_names_(std::move(sheet_names)), place_of_(std::move(place_of)), new_cell_(std::move(new_cell)), keep_(std::move(keep)) {}

std::optional<Cell> FormulaWriter::place(Tape::Id id) {
    const auto known = places_.find(id);
    if (known != places_.end()) return known->second;
    const auto cell = place_of_(id);
    places_.emplace(id, cell);
    return cell;
}

/// How often each entry without a cell is used below a root; entries that have been counted are not entered again.
void FormulaWriter::count(Tape::Id root) {
    std::vector<Tape::Id> open{root};
    while (!open.empty()) {
        const Tape::Id id = open.back();
        open.pop_back();
        for (const Tape::Id part : operands(tape_[id])) {
            if (tape_[part].op == Op::constant || place(part)) continue;
            if (uses_[part]++ == 0) open.push_back(part);
        }
    }
}

std::string FormulaWriter::cell_text(const Cell& cell, int sheet) const {
    const std::string here = address(cell.row, cell.column);
    return cell.sheet == sheet ? here : "'" + sheet_names_[static_cast<std::size_t>(cell.sheet)] + "'!" + here;
}

std::string FormulaWriter::definition(Tape::Id id, int sheet) {
    count(id);
    return operation(id, sheet).text;
}

std::string FormulaWriter::reference(Tape::Id id, int sheet) {
    if (!place(id)) count(id);
    return operand(id, sheet).text;
}

FormulaWriter::Phrase FormulaWriter::operand(Tape::Id id, int sheet) {
    if (const auto cell = place(id)) return {cell_text(*cell, sheet)};
    if (tape_[id].op == Op::constant) {
        const double value = tape_[id].value;
        return value < 0.0 ? Phrase{"(" + number(value) + ")"} : Phrase{number(value)};
    }
    const bool shared = uses_[id] > 1;
    Phrase phrase;
    if (!shared) {
        phrase = operation(id, sheet);
        if (phrase.text.size() <= longest_phrase || phrase.strength == comparison) return phrase;
    }
    const Cell cell = new_cell_(id);
    places_[id] = cell;
    keep_(id, cell, operation(id, cell.sheet).text);
    return {cell_text(cell, sheet)};
}

std::string FormulaWriter::bracketed(Tape::Id id, int sheet, Strength least) {
    const Phrase phrase = operand(id, sheet);
    return phrase.strength < least ? "(" + phrase.text + ")" : phrase.text;
}

FormulaWriter::Phrase FormulaWriter::operation(Tape::Id id, int sheet) {
    const Tape::Entry e = tape_[id];
    const auto call = [&](std::string_view name, auto... parts) {
        std::string text;
        for (const Tape::Id part : {parts...}) text += (text.empty() ? "" : ",") + operand(part, sheet).text;
        return Phrase{fmt::format("{}({})", name, text)};
    };
    const auto between = [&](std::string_view sign, Strength own, Strength left, Strength right) {
        return Phrase{fmt::format("{}{}{}", bracketed(e.a, sheet, left), sign, bracketed(e.b, sheet, right)), own};
    };
    // The order of operations is the order in which they were done: what stands on the right is bracketed.
    switch (e.op) {
        case Op::constant: return {number(e.value), e.value < 0.0 ? sum : atom};
        case Op::add: return between("+", sum, sum, product);
        case Op::subtract: return between("-", sum, sum, product);
        case Op::multiply: return between("*", product, product, atom);
        case Op::divide: return between("/", product, product, atom);
        case Op::divide_or: {
            const std::string divisor = bracketed(e.b, sheet, atom);
            return {fmt::format("IF({}=0,{},{}/{})", divisor, operand(e.c, sheet).text, bracketed(e.a, sheet, product), divisor)};
        }
        case Op::negate: return {"-" + bracketed(e.a, sheet, atom), sum};
        case Op::maximum: return call("MAX", e.a, e.b);
        case Op::minimum: return call("MIN", e.a, e.b);
        case Op::clamp: return {fmt::format("MAX({},MIN({},{}))", operand(e.b, sheet).text, operand(e.c, sheet).text, operand(e.a, sheet).text)};
        case Op::positive_part: return {fmt::format("MAX(0,{})", operand(e.a, sheet).text)};
        case Op::absolute: return call("ABS", e.a);
        case Op::floor: return call("INT", e.a);
        case Op::ceil: return {fmt::format("-INT(-{})", bracketed(e.a, sheet, atom)), sum};
        case Op::whole_yen: return {fmt::format("INT({}+0.500001)", bracketed(e.a, sheet, sum))};
        case Op::drop_fraction: return {fmt::format("INT({}+0.000001)", bracketed(e.a, sheet, sum))};
        case Op::drop_below: {
            const std::string unit = operand(e.b, sheet).text;
            return {fmt::format("INT(({}+0.000001)/{})*{}", bracketed(e.a, sheet, sum), unit, unit), product};
        }
        case Op::power:
        case Op::pow: return call("POWER", e.a, e.b);
        case Op::exp: return call("EXP", e.a);
        case Op::log: return call("LN", e.a);
        case Op::sqrt: return call("SQRT", e.a);
        case Op::logistic: return {fmt::format("1/(1+EXP(-{}))", bracketed(e.a, sheet, atom)), product};
        case Op::select: {
            const bool holds = tape_[e.b].value != 0.0;
            const std::string condition = operand(e.b, sheet).text;
            return {fmt::format("IF({},{},{})", condition, operand(holds ? e.a : e.c, sheet).text, operand(holds ? e.c : e.a, sheet).text)};
        }
        case Op::less: return between("<", comparison, sum, sum);
        case Op::greater: return between(">", comparison, sum, sum);
        case Op::at_most: return between("<=", comparison, sum, sum);
        case Op::at_least: return between(">=", comparison, sum, sum);
        case Op::equal: return between("=", comparison, sum, sum);
        case Op::both: return call("AND", e.a, e.b);
        case Op::either: return call("OR", e.a, e.b);
        case Op::opposite: return call("NOT", e.a);
    }
    return {};
}

}  // namespace goho::workbook
