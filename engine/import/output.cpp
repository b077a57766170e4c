#include "import/output.hpp"

#include "io/csv.hpp"
#include "io/wording.hpp"

namespace goho::imports {

namespace {

using io::Json;

std::string_view key_of_option(accounting::Behaviour behaviour) {
    return accounting::behaviour_options[static_cast<std::size_t>(behaviour)].key;
}
std::string_view key_of_option(accounting::Category category) {
    return accounting::category_options[static_cast<std::size_t>(category)].key;
}

/// The line of our books: a variable of the books, or a category of cost.
std::string target_of(const Account& account) {
    if (account.is_cost_line()) return "cost_line/" + std::string(key_of_option(account.category));
    for (const auto& row : accounting::variables<double>) {
        if (row.field == account.line) return std::string(row.name);
    }
    return {};
}

Json months_of(const Ledger& ledger) {
    Json out = Json::array();
    for (const Month month : ledger.months) out.push_back(to_string(month));
    return out;
}

Json sources_of(const Import& imported) {
    Json out = Json::array();
    for (const Source& source : imported.sources) {
        out.push_back({{"file", source.file},
                       {"layout", source.layout->id},
                       {"encoding", label_of(source.encoding).en},
                       {"unit", label_of(source.unit).en},
                       {"months", source.months.size()},
                       {"rows", source.rows}});
    }
    return out;
}

Json accounts_of(const Import& imported) {
    Json out = Json::array();
    for (const LedgerLine& line : imported.ledger.lines) {
        Json row{{"name", line.name},
                 {"account", line.account->id},
                 {"section", id_of(line.section)},
                 {"target", target_of(*line.account)},
                 {"amounts", line.amounts}};
        if (line.opening) row["opening"] = *line.opening;
        out.push_back(std::move(row));
    }
    return out;
}

Json fit_of(const LineFit& fit, bool with_r_squared) {
    Json out{{"slope", fit.slope}, {"intercept", fit.intercept}};
    if (with_r_squared) out["r_squared"] = fit.r_squared;
    out["months"] = fit.months;
    return out;
}

Json classification_of(const Import& imported, Language language) {
    Json out = Json::array();
    for (const Classified& item : imported.classification) {
        Json row{{"name", item.name.in(language)},
                 {"section", id_of(item.section)},
                 {"behaviour", key_of_option(item.behaviour)},
                 {"usual", key_of_option(item.usual)},
                 {"method", label_of(item.method).in(language)},
                 {"reason", item.reason.in(language)},
                 {"monthly", item.monthly},
                 {"sales_share", item.sales_share},
                 {"monthly_amount", item.monthly_amount}};
        if (item.fit) row["least_squares"] = fit_of(*item.fit, true);
        if (item.high_low) row["high_low"] = fit_of(*item.high_low, false);
        out.push_back(std::move(row));
    }
    return out;
}

/// Every line of the books that is not zero in all months.
Json books_of(const Import& imported) {
    Json out = Json::object();
    for (const auto& row : accounting::variables<double>) {
        Json amounts = Json::array();
        bool used = false;
        for (const auto& books : imported.books) {
            amounts.push_back(books.*row.field);
            used = used || books.*row.field != 0.0;
        }
        if (used) out[std::string(row.name)] = std::move(amounts);
    }
    return out;
}

}  // namespace

std::string to_json(const Import& imported, Language language) {
    Json notes = Json::array();
    for (const Text& note : imported.notes) notes.push_back(note.in(language));
    const Checked& checked = imported.checked;
    const Json out{{"months", months_of(imported.ledger)},
                   {"sources", sources_of(imported)},
                   {"checked",
                    {{"subtotals", checked.subtotals},
                     {"sums", checked.sums},
                     {"movements", checked.movements},
                     {"balances", checked.balances}}},
                   {"books", books_of(imported)},
                   {"accounts", accounts_of(imported)},
                   {"classification", classification_of(imported, language)},
                   {"notes", notes}};
    return out.dump(2) + "\n";
}

std::string to_csv(const Import& imported) {
    const Ledger& ledger = imported.ledger;
    std::vector<const Classified*> items(ledger.lines.size(), nullptr);
    for (const Classified& item : imported.classification) {
        for (const std::size_t line : item.lines) items[line] = &item;
    }
    std::vector<std::string> head{"section", "name", "account", "target", "behaviour", "opening"};
    for (const Month month : ledger.months) head.push_back(to_string(month));
    std::string out = io::csv_line(head);
    for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
        const LedgerLine& line = ledger.lines[i];
        std::vector<std::string> row{
            std::string(id_of(line.section)),
            io::csv_text(line.name),
            line.account->id,
            target_of(*line.account),
            items[i] != nullptr ? std::string(key_of_option(items[i]->behaviour)) : std::string(),
            line.opening ? std::to_string(*line.opening) : std::string()};
        for (const Yen amount : line.amounts) row.push_back(std::to_string(amount));
        out += io::csv_line(row);
    }
    return out;
}

}  // namespace goho::imports
