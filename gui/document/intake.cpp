#include "document/intake.hpp"

#include "import/text_decoding.hpp"
#include "io/output_file.hpp"

#include <algorithm>
#include <filesystem>

namespace goho::gui {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view usual_mapping = "mapping.json";

std::string with_section(imports::Section section, const std::string& name) {
    return std::string(imports::id_of(section)) + "/" + name;
}

std::vector<AskedCost> costs_of(const imports::Import& imported) {
    // What the months alone say, so that a decision can be taken back.
    const auto proposed = imports::classify(imported.ledger, {});
    std::vector<AskedCost> out;
    for (std::size_t i = 0; i < proposed.size(); ++i) {
        const auto &mine = proposed[i], &now = imported.classification[i];
        AskedCost cost{{}, mine.name, mine.section, mine.monthly, {}, mine.behaviour, now.behaviour, mine.reason};
        if (mine.fit) cost.r_squared = mine.fit->r_squared;
        if (mine.method != imports::Method::nature) {
            const bool twice = std::count_if(proposed.begin(), proposed.end(), [&](const auto& other) {
                                   return other.name.en == mine.name.en;
                               }) > 1;
            cost.key = twice ? with_section(mine.section, mine.name.en) : mine.name.en;
        }
        out.push_back(std::move(cost));
    }
    return out;
}

/// The scenario that comes of the books, held against them once more.
void make(const Intake& intake, const simulation::Scenario* goes_on, IntakeReading& out) {
    if (goes_on != nullptr) {
        auto later = imports::with_later_months(*goes_on, *out.books.value);
        out.problems = std::move(later.problems);
        out.continued = std::move(later.value);
        return;
    }
    auto company = imports::company_of(*out.books.value, intake.company);
    out.problems = std::move(company.problems);
    if (!company.value) return;
    out.problems = imports::differences_from_books(*company.value, *out.books.value);
    if (out.problems.empty()) out.company = std::move(company.value);
}

}  // namespace

IntakeReading read_intake(const Intake& intake, const simulation::Scenario* goes_on) {
    IntakeReading out;
    if (intake.files.empty()) return out;
    out.books = imports::read_trial_balances(intake.files, {intake.sheet, intake.mapping, intake.mapping_file});
    out.problems = out.books.problems;
    if (!out.books.value) return out;
    out.costs = costs_of(*out.books.value);
    make(intake, goes_on, out);
    return out;
}

void ask_for(const std::vector<imports::OpenAccount>& open, std::vector<AskedAccount>& asked) {
    for (const auto& account : open) {
        const imports::Section section = account.region.section;
        const auto same = std::find_if(asked.begin(), asked.end(), [&](const AskedAccount& known) {
            return known.name == account.name && known.section == section;
        });
        if (same != asked.end()) continue;
        const bool elsewhere = std::any_of(asked.begin(), asked.end(),
                                           [&](const AskedAccount& known) { return known.name == account.name; });
        const bool named = elsewhere && section != imports::Section::unknown;
        AskedAccount one{named ? with_section(section, account.name) : account.name, account.name, section, account.file,
                         account.line, {}, {}};
        one.near = imports::nearest_accounts(account.name, account.region, account.statement, 5);
        for (const auto* other : imports::accounts_for(account.region, account.statement)) {
            if (std::find(one.near.begin(), one.near.end(), other) == one.near.end()) one.others.push_back(other);
        }
        asked.push_back(std::move(one));
    }
}

bool answered(const std::vector<AskedAccount>& asked, const imports::Mapping& mapping) {
    return std::all_of(asked.begin(), asked.end(), [&](const AskedAccount& one) {
        const auto found = mapping.accounts.find(one.key);
        return found != mapping.accounts.end() && !found->second.empty();
    });
}

void answer(const AskedAccount& asked, const imports::Account* account, imports::Mapping& mapping) {
    mapping.accounts[asked.key] = account == nullptr ? std::string() : account->id;
}

void decide(const AskedCost& cost, accounting::Behaviour behaviour, imports::Mapping& mapping) {
    if (cost.key.empty()) return;
    // An older entry may be written in another way, with its section or without.
    const std::string own = imports::key_of(cost.key), placed = imports::key_of(with_section(cost.section, cost.name.en));
    std::erase_if(mapping.classification, [&](const auto& entry) {
        const std::string written = imports::key_of(entry.first);
        return written == own || written == placed;
    });
    const bool held_otherwise = imports::mapped_behaviour(mapping, cost.name.en, cost.section).has_value();
    if (behaviour != cost.proposed || held_otherwise) mapping.classification[cost.key] = behaviour;
}

std::string mapping_beside(const std::vector<std::string>& files) {
    if (files.empty()) return {};
    const fs::path file = fs::path(files.front()).parent_path() / usual_mapping;
    std::error_code error;
    return fs::is_regular_file(file, error) ? file.string() : std::string();
}

Problems save_mapping(const Intake& intake, const std::string& file) {
    std::error_code ignored;
    const bool ours = !intake.mapping_file.empty() && fs::equivalent(file, intake.mapping_file, ignored);
    if (fs::exists(file, ignored) && !ours) {
        return {{"output-exists", file, {}, 0, 0, {"the file is there already", "ファイルがすでにあります"},
                 {"open it as the mapping first, or choose another name",
                  "先に対応表として読み込むか、別の名前にしてください"}}};
    }
    return io::write_file(file, imports::mapping_text(intake.mapping));
}

Problems save_company(const IntakeReading& reading, const std::string& file) {
    if (!reading.company) return reading.problems;
    return io::write_file(file, imports::company_text(*reading.company, *reading.books.value));
}

}  // namespace goho::gui
