#include "workbook/model_sheets.hpp"

#include "accounting/books.hpp"
#include "accounting/statement_layout.hpp"
#include "core/format.hpp"
#include "simulation/period.hpp"
#include "workbook/formula_writer.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <map>
#include <set>

namespace goho::workbook {

namespace {

using analysis::Name;
using analysis::Recording;
using analysis::Series;

constexpr Label sheet_labels[] = {{"Inputs", "入力"},         {"Changes", "時期による変更"}, {"Monthly", "月次"}, {"Yearly", "年次"},
                                  {"Indicators", "経営指標"}, {"Details", "明細"},           {"Workings", "計算"}};

/// What the gates look at beside the statements.
constexpr auto further_figures = std::to_array<accounting::StatementRow>({
    {"officer_pay", 1}, {"employee_pay", 1}, {"part_time_pay", 1}, {"bonus_cost", 1}, {"employees", 1}, {"labour_hours", 1},
});
constexpr accounting::StatementLayout further{"further", {"Further figures", "その他の数値"}, further_figures};

class Builder {
public:
    Builder(const Recording& r, Language language)
        : r_(r), language_(language), rows_of_series_(r.series.size()),
          writer_(r.tape, names(), [this](Tape::Id id) { return place_of(id); }, [this](Tape::Id id) { return working_cell(id); },
                  [this](Tape::Id id, const Cell& cell, std::string text) { put_formula(cell, std::move(text), r_.tape[id].value, Style::number); }) {
        for (int i = 0; i < sheet_count; ++i) {
            book_.sheets.push_back({names()[static_cast<std::size_t>(i)], {}, head_row + 1, first_month_column, i == workings || i == details});
            book_.sheets.back().columns = columns_of(static_cast<SheetNumber>(i));
        }
    }

    ModelSheets build() && {
        input_rows();
        for (const auto& layout : accounting::statement_layouts) statement(layout);
        statement(further);
        indicator_rows();
        write_open();
        heads();
        out_.book = std::move(book_);
        out_.sheets = names();
        out_.years = years_();
        return std::move(out_);
    }

private:
    const Recording& r_;
    Language language_;
    Book book_;
    ModelSheets out_;
    std::vector<int> input_rows_;                            // of each parameter
    std::map<int, int> timeline_rows_;                       // by parameter
    std::vector<std::map<int, int>> rows_of_series_;         // by series and item
    std::set<int> total_rows_;                               // of the monthly sheet
    std::map<int, std::pair<int, int>> row_of_variable_;     // series in the monthly sheet: row
    int next_detail_row_ = head_row + 1, next_timeline_row_ = head_row + 1, next_statement_row_ = head_row + 1;
    std::vector<int> next_working_row_;
    std::deque<std::pair<Tape::Id, Cell>> open_;             // cells that have a place and no formula yet
    FormulaWriter writer_;

    static Columns columns_of(SheetNumber sheet) {
        switch (sheet) {
            case inputs: return {44.0, 14.0, 50.0, 16.0};
            case monthly: return {34.0, 1.0, 1.0, 13.0, 12};
            case yearly: return {34.0, 1.0, 1.0, 15.0};
            case indicators: return {36.0, 20.0, 52.0, 14.0};
            case timeline: return {38.0, 14.0, 44.0, 13.0, 12};
            default: return {44.0, 14.0, 10.0, 14.0, 12};
        }
    }
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const Label& label : sheet_labels) out.emplace_back(label.in(language_));
        return out;
    }
    std::string text(Label label) const { return std::string(label.in(language_)); }

    void put_text(int sheet, int row, int column, std::string words, Style style = Style::label) {
        book_.sheets[static_cast<std::size_t>(sheet)].cells.push_back({row, column, Written::Kind::text, std::move(words), 0.0, style});
    }
    void put_number(const Cell& cell, double value, Style style) {
        book_.sheets[static_cast<std::size_t>(cell.sheet)].cells.push_back({cell.row, cell.column, Written::Kind::number, {}, value, style});
    }
    void put_formula(const Cell& cell, std::string formula, double value, Style style) {
        book_.sheets[static_cast<std::size_t>(cell.sheet)].cells.push_back({cell.row, cell.column, Written::Kind::formula, std::move(formula), value, style});
        ++book_.live;
    }
    static Style style_of(std::string_view unit, bool total = false) {
        if (unit.starts_with("yen")) return total ? Style::yen_total : Style::yen;
        return unit.starts_with("fraction") ? Style::percent : Style::number;
    }

    // What every sheet has a place for ------------------------------------------------------------------------------

    /// Inputs that decide how much is reckoned (a lag of months, a share of notes): another value needs another workbook.
    std::vector<bool> shaping_inputs() const {
        std::vector<bool> out(r_.parameters.size(), false);
        std::vector<Tape::Id> open(r_.tape.looked_at());
        std::vector<bool> seen(r_.tape.size(), false);
        while (!open.empty()) {
            const Tape::Id id = open.back();
            open.pop_back();
            if (id == 0 || seen[id]) continue;
            seen[id] = true;
            const Name& name = r_.name_of(id);
            if (name.of == Name::Of::parameter) out[static_cast<std::size_t>(name.index)] = true;
            if (name) continue;  // what a named figure is made from decides only through it
            for (const Tape::Id part : {r_.tape[id].a, r_.tape[id].b, r_.tape[id].c}) open.push_back(part);
        }
        return out;
    }

    void input_rows() {
        const auto shaping = shaping_inputs();
        auto plan = r_.scenario.plan;
        int row = head_row + 1;
        std::string_view section;
        for (const auto& p : r_.parameters) {
            const std::string key = p.pointer.substr(0, p.pointer.find('/', 1));
            if (key != section) {
                put_text(inputs, ++row, 0, text(p.section), Style::heading);
                section = std::string_view(p.pointer).substr(0, key.size());
                ++row;
            }
            input_rows_.push_back(row);
            out_.inputs.emplace_back(p.pointer, row);
            const double value = *simulation::quantity_at(plan, p.address);
            std::string name = text(p.label);
            if (p.item >= 0) {
                const auto& member = r_.group(p.group)->members[static_cast<std::size_t>(p.item)];
                const std::string& item = member.name.in(language_);
                name = (item.empty() ? member.id : item) + ": " + name;
            }
            put_text(inputs, row, 0, std::move(name));
            put_text(inputs, row, 1, unit_name(p.unit, language_), Style::note);
            put_text(inputs, row, 2, p.pointer, Style::note);
            const bool fixed = shaping[input_rows_.size() - 1];
            const Style open_style = p.unit.starts_with("yen") ? Style::input_yen : p.unit.starts_with("fraction") ? Style::input_percent : Style::input_number;
            put_number({inputs, row, input_column}, value, fixed ? style_of(p.unit) : open_style);
            if (fixed) put_text(inputs, row, input_column + 1, text({"shapes the plan: change it in the scenario", "計画の形を決める値です。シナリオで変更してください"}), Style::note);
            ++row;
        }
    }

    int series_named(std::string_view name) const {
        for (std::size_t i = 0; i < r_.series.size(); ++i) {
            const Series& s = r_.series[i];
            if (s.name == name && s.table == &accounting::variables<Traced>) return static_cast<int>(i);
        }
        return -1;
    }

    void statement(const accounting::StatementLayout& layout) {
        int row = next_statement_row_;
        if (layout.name == "balance" || layout.name == "cashflow" || layout.name == "cash") {
            for (const int sheet : {monthly, yearly}) book_.sheets[static_cast<std::size_t>(sheet)].columns.page_breaks.push_back(row);
        }
        for (const int sheet : {monthly, yearly}) put_text(sheet, row, 0, text(layout.title), Style::heading);
        ++row;
        for (const auto& line : layout.rows) {
            const int index = series_named(line.variable);
            if (index < 0) continue;
            out_.rows.try_emplace(std::string(line.variable), row);
            statement_row(index, row, line.indent, line.emphasis == accounting::Emphasis::total);
            ++row;
        }
        next_statement_row_ = row + 1;
    }

    void statement_row(int index, int row, int indent, bool total) {
        const Series& s = r_.series[static_cast<std::size_t>(index)];
        const std::string name = std::string(static_cast<std::size_t>(indent) * 2, ' ') + text(s.label);
        for (const int sheet : {monthly, yearly}) put_text(sheet, row, 0, name, total ? Style::total : Style::label);
        auto& rows = rows_of_series_[static_cast<std::size_t>(index)];
        const bool first = rows.try_emplace(0, row).second;
        if (total) total_rows_.insert(row);
        row_of_variable_.try_emplace(index, std::pair{row, 0});
        for (int t = -1; t < r_.months(); ++t) {
            const Tape::Id id = s.cells.empty() ? 0 : s.cells[static_cast<std::size_t>(t + 1)];
            if (id == 0) continue;
            const Cell cell{monthly, row, first_month_column + t + 1};
            const bool own = first && r_.name_of(id) == Name{Name::Of::series, index, 0, t};
            if (own) static_cast<void>(writer_.reference(id, monthly));  // gives it its place, and its formula in time
            else copies_.push_back({id, cell, style_of(s.unit, total)});
        }
        yearly_row(s, row, total);
    }

    struct Copy {
        Tape::Id id;
        Cell cell;
        Style style;
    };
    std::vector<Copy> copies_;

    void yearly_row(const Series& s, int row, bool total) {
        const auto years = years_();
        for (std::size_t k = 0; k < years.size(); ++k) {
            const auto [first, last] = years[k];
            double value = 0.0;
            for (int t = s.kind == Kind::flow ? first : last; t <= last; ++t) {
                const Tape::Id id = s.cells[static_cast<std::size_t>(t + 1)];
                value += id ? r_.tape[id].value : 0.0;
            }
            const std::string from = address(row, first_month_column + first + 1), to = address(row, first_month_column + last + 1);
            const std::string sheet = "'" + names()[monthly] + "'!";
            put_formula({yearly, row, first_month_column + static_cast<int>(k)}, s.kind == Kind::flow ? fmt::format("SUM({}{}:{})", sheet, from, to) : sheet + to,
                        value, style_of(s.unit, total));
        }
    }

    /// First and last month of each fiscal year, counted from the plan's first.
    std::vector<std::pair<int, int>> years_() const {
        std::vector<std::pair<int, int>> out;
        for (int t = 0; t < r_.months(); ++t) {
            const bool begins = t == 0 || month_of_fiscal_year(r_.run.start + t, r_.run.fiscal_year_start) == 0;
            if (begins) out.emplace_back(t, t);
            else out.back().second = t;
        }
        return out;
    }

    void indicator_rows() {
        for (std::size_t i = 0; i < r_.series.size(); ++i) {
            if (r_.series[i].by != Series::By::plan_year || r_.series[i].definition.en.empty()) continue;
            for (const Tape::Id id : r_.series[i].cells) {
                if (id != 0) static_cast<void>(writer_.reference(id, indicators));
            }
        }
    }

    // Places on demand ----------------------------------------------------------------------------------------------

    std::optional<Cell> place_of(Tape::Id id) {
        const Name& name = r_.name_of(id);
        if (name.of == Name::Of::parameter) return place_of_parameter(id, name);
        if (name.of != Name::Of::series) return std::nullopt;
        const Series& s = r_.series[static_cast<std::size_t>(name.index)];
        if (s.by == Series::By::plan_year) return opened(id, {indicators, row_in_indicators(name.index, s), first_month_column + name.item});
        if (s.by != Series::By::item) return std::nullopt;
        auto& rows = rows_of_series_[static_cast<std::size_t>(name.index)];
        const bool statement = row_of_variable_.contains(name.index);
        if (!statement && !rows.contains(name.item)) {
            rows[name.item] = next_detail_row_;
            detail_label(s, name.item, next_detail_row_++);
        }
        return opened(id, {statement ? monthly : details, rows.at(name.item), first_month_column + name.month + 1});
    }

    std::optional<Cell> place_of_parameter(Tape::Id id, const Name& name) {
        if (name.month < 0) return Cell{inputs, input_rows_[static_cast<std::size_t>(name.index)], input_column};
        const auto [row, is_new] = timeline_rows_.try_emplace(name.index, next_timeline_row_);
        if (is_new) {
            const auto& p = r_.parameters[static_cast<std::size_t>(name.index)];
            put_text(timeline, next_timeline_row_, 0, text(p.label));
            put_text(timeline, next_timeline_row_, 1, unit_name(p.unit, language_), Style::note);
            put_text(timeline, next_timeline_row_, 2, p.pointer, Style::note);
            ++next_timeline_row_;
        }
        return opened(id, {timeline, row->second, first_month_column + name.month + 1});
    }

    Cell opened(Tape::Id id, const Cell& cell) {
        open_.emplace_back(id, cell);
        return cell;
    }

    std::map<int, int> indicator_rows_;
    int row_in_indicators(int index, const Series& s) {
        const auto [row, is_new] = indicator_rows_.try_emplace(index, head_row + 1 + static_cast<int>(indicator_rows_.size()));
        if (is_new) {
            put_text(indicators, row->second, 0, text(s.label));
            put_text(indicators, row->second, 1, unit_name(s.unit, language_), Style::note);
            put_text(indicators, row->second, 2, text(s.definition), Style::remark);
        }
        return row->second;
    }

    void detail_label(const Series& s, int item, int row) {
        std::string name = text(s.label);
        if (const auto* group = r_.group(s.group); group && item < static_cast<int>(group->members.size())) {
            const auto& member = group->members[static_cast<std::size_t>(item)];
            const std::string& shown = member.name.in(language_);
            name = (shown.empty() ? member.id : shown) + ": " + name;
        }
        put_text(details, row, 0, std::move(name));
        put_text(details, row, 1, unit_name(s.unit, language_), Style::note);
        put_text(details, row, 2, std::string(s.equation), Style::note);
    }

    Cell working_cell(Tape::Id id) {
        const int column = first_month_column + std::min(r_.month_of(id), r_.months() - 1) + 1;
        if (next_working_row_.size() <= static_cast<std::size_t>(column)) next_working_row_.resize(static_cast<std::size_t>(column) + 1, head_row + 1);
        return {workings, next_working_row_[static_cast<std::size_t>(column)]++, column};
    }

    // Formulas ------------------------------------------------------------------------------------------------------

    void write_open() {
        std::size_t copied = 0;
        while (!open_.empty() || copied < copies_.size()) {
            if (open_.empty()) {
                const Copy copy = copies_[copied++];
                put_formula(copy.cell, writer_.reference(copy.id, copy.cell.sheet), r_.tape[copy.id].value, copy.style);
                continue;
            }
            const auto [id, cell] = open_.front();
            open_.pop_front();
            const auto& entry = r_.tape[id];
            const Name& name = r_.name_of(id);
            const std::string_view unit = name.of == Name::Of::series ? r_.series[static_cast<std::size_t>(name.index)].unit
                                                                      : r_.parameters[static_cast<std::size_t>(name.index)].unit;
            if (entry.op == Op::constant) {
                put_number(cell, entry.value, style_of(unit));
                ++book_.fixed;
            } else {
                put_formula(cell, writer_.definition(id, cell.sheet), entry.value, style_of(unit, cell.sheet == monthly && total_rows_.contains(cell.row)));
            }
        }
    }

    void heads() {
        const Text& name = r_.scenario.name;
        for (int sheet = 0; sheet < sheet_count; ++sheet) {
            put_text(sheet, 0, 0, name.in(language_) + " - " + names()[static_cast<std::size_t>(sheet)], Style::title);
        }
        for (const int sheet : {timeline, monthly, details, workings}) {
            put_text(sheet, head_row, first_month_column, text({"Opening", "期首"}), Style::period);
            for (int t = 0; t < r_.months(); ++t) put_text(sheet, head_row, first_month_column + t + 1, to_string(r_.run.start + t), Style::period);
        }
        const auto years = simulation::fiscal_years(r_.run);
        for (std::size_t k = 0; k < years.size(); ++k) {
            const auto [year, ends] = year_in_lines(years[k].label.in(language_));
            put_text(yearly, year_row, first_month_column + static_cast<int>(k), year, Style::period);
            put_text(yearly, head_row, first_month_column + static_cast<int>(k), ends, Style::period);
        }
        for (int k = 0; k < (r_.months() + 11) / 12; ++k) {
            put_text(indicators, head_row, first_month_column + k, language_ == Language::japanese ? fmt::format("{}年目", k + 1) : fmt::format("Year {}", k + 1),
                     Style::period);
        }
        put_text(inputs, head_row, input_column, text({"Value", "値"}), Style::period);
    }
};

}  // namespace

ModelSheets model_sheets(const Recording& run, Language language) { return Builder(run, language).build(); }

}  // namespace goho::workbook
