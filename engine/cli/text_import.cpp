#include "cli/text_import.hpp"

#include "accounting/statement_layout.hpp"
#include "import/telling.hpp"
#include "io/text_table.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace goho::cli {

namespace {

using accounting::Books;
using imports::Import;

struct View {
    Language language;
    int width;
    std::string pick(std::string_view en, std::string_view ja) const {
        return std::string(language == Language::japanese ? ja : en);
    }
    bool japanese() const { return language == Language::japanese; }
};

std::string lines(std::string_view text, const View& view, std::string_view indent = "") {
    std::string out, before(indent);
    for (const auto& line : io::wrapped(text, view.width - io::display_width(indent))) {
        out += before + line + "\n";
        before.assign(indent.size(), ' ');
    }
    return out;
}

std::string title(std::string_view text) { return fmt::format("\n== {}\n\n", text); }

std::string sources_text(const Import& imported, const View& view) {
    std::string out;
    for (const auto& source : imported.sources) {
        const std::string span = imports::months_text(source).in(view.language);
        out += lines(io::printable(source.file), view);
        const std::string unit =
            source.unit == MoneyUnit::yen
                ? std::string()
                : view.pick(", in ", "、単位 ") + std::string(label_of(source.unit).in(view.language));
        out += lines(fmt::format("{}{}{}{}{}{}", source.layout->name.in(view.language), view.pick(", ", "、"),
                                 label_of(source.encoding).in(view.language), view.pick(", ", "、"), span, unit),
                     view, "    ");
    }
    return out;
}

std::string checks_text(const Import& imported, const View& view) {
    std::string out = "\n" + lines(imports::checks_text(imported.checked).in(view.language), view);
    for (const Text& note : imported.notes)
        out += lines(io::printable(note.in(view.language)), view, view.pick("note: ", "注意: "));
    return out;
}

/// Months of a statement side by side, in thousands of yen; lines that are zero throughout are left out.
std::string statement_text(const Import& imported, std::string_view name, const View& view) {
    const auto& layouts = accounting::statement_layouts;
    const auto layout = std::find_if(layouts.begin(), layouts.end(), [&](const auto& row) { return row.name == name; });
    io::TextTable table;
    for (const Month month : imported.ledger.months) table.headings.push_back(to_string(month));
    const bool flows = name != "balance";
    if (flows) table.headings.push_back(view.pick("Total", "合計"));
    for (const auto& row : layout->rows) {
        const auto variable = std::find_if(accounting::variables<double>.begin(), accounting::variables<double>.end(),
                                           [&](const auto& v) { return v.name == row.variable; });
        io::TableRow out{
            std::string(static_cast<std::size_t>(2 * row.indent), ' ') + std::string(variable->label.in(view.language)),
            {},
            row.emphasis == accounting::Emphasis::total && !table.rows.empty()};
        double total = 0.0;
        bool used = row.emphasis == accounting::Emphasis::total;
        for (const auto& books : imported.books) {
            const double amount = books.*(variable->field);
            total += amount;
            used = used || amount != 0.0;
            out.cells.push_back(money(amount, MoneyUnit::thousand, view.language));
        }
        if (flows) out.cells.push_back(money(total, MoneyUnit::thousand, view.language));
        if (used) table.rows.push_back(std::move(out));
    }
    return title(fmt::format("{} ({})", layout->title.in(view.language),
                             label_of(MoneyUnit::thousand).in(view.language))) +
           io::to_text(table, view.width);
}

std::string behaviour_word(accounting::Behaviour behaviour, const View& view) {
    return std::string(accounting::behaviour_options[static_cast<std::size_t>(behaviour)].label.in(view.language));
}

std::string share(double slope, const View& view) { return table_percent(slope, view.language); }

std::string classification_text(const Import& imported, const View& view) {
    io::TextTable table;
    table.label_heading = view.pick("Account", "科目");
    table.headings = {view.pick("a month", "月平均"),    "R²",
                      view.pick("slope", "対売上"),      view.pick("fixed", "固定部分"),
                      view.pick("high-low", "高低点法"), view.pick("Behaviour", "区分")};
    for (const auto& item : imported.classification) {
        io::TableRow row{io::fitted(io::printable(item.name.in(view.language)), 22),
                         {money(item.monthly, MoneyUnit::thousand, view.language)}};
        row.cells.push_back(item.fit ? fmt::format("{:.2f}", item.fit->r_squared) : "-");
        row.cells.push_back(item.fit ? share(item.fit->slope, view) : "-");
        row.cells.push_back(item.fit ? money(item.fit->intercept, MoneyUnit::thousand, view.language) : "-");
        row.cells.push_back(item.high_low ? share(item.high_low->slope, view) : "-");
        row.cells.push_back(behaviour_word(item.behaviour, view));
        table.rows.push_back(std::move(row));
    }
    return title(view.pick("Variable and fixed cost (thousand yen a month)", "変動費・固定費の区分 (千円/月)")) +
           io::to_text(table, view.width);
}

std::string reasons_text(const Import& imported, const View& view) {
    std::string out = title(view.pick("Why", "区分の理由"));
    for (const auto& item : imported.classification) {
        if (item.method == imports::Method::nature) continue;
        const std::string section(label_of(item.section).in(view.language));
        out += lines(view.japanese() ? fmt::format("{}（{}）: {}", io::printable(item.name.ja), section, item.reason.ja)
                                     : fmt::format("{} ({}): {}", io::printable(item.name.en), section, item.reason.en),
                     view);
    }
    return out + "\n" +
           lines(view.pick("Materials and goods are variable; pay is fixed, since people have a model of their own; "
                           "depreciation follows the assets.",
                           "材料・商品は変動費、人件費は人員から、減価償却費は資産から計算するため固定費とします。"),
                 view);
}

}  // namespace

std::string import_text(const Import& imported, Language language, int width) {
    const View view{language, width};
    std::string out = sources_text(imported, view) + checks_text(imported, view);
    out += statement_text(imported, "statutory", view) + statement_text(imported, "profit", view);
    if (imported.ledger.has_balance) out += statement_text(imported, "balance", view);
    return out + classification_text(imported, view) + reasons_text(imported, view);
}

std::string company_text(const imports::Company& company, const Import& imported, const std::string& file, Language language, int width) {
    const View view{language, width};
    std::string out = sources_text(imported, view) + checks_text(imported, view) + "\n";
    out += lines(fmt::format("{}: {}", io::printable(file), imports::contents_text(company, imported).in(language)), view);
    out += lines(view.pick("Its first months are the books to the yen.", "最初の月は帳簿と1円まで一致しています。"), view);
    out += title(view.pick("What was assumed, to be replaced by what you know", "仮定した項目（わかるものから置き換えてください）"));
    for (const Text& sentence : company.assumed) out += lines(sentence.in(language), view, view.pick("- ", "・"));
    out += "\n" + lines(fmt::format("{}goho run {}", view.pick("Next: ", "次は: "), io::printable(file)), view);
    return out;
}

}  // namespace goho::cli
