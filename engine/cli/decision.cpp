#include "cli/decision.hpp"

#include "cli/text_views.hpp"
#include "io/output_file.hpp"
#include "io/text_table.hpp"

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>

namespace goho::cli {

namespace {

using decision::Telling;

std::string lines_of(const std::string& text, int width, std::string_view first = "", std::string_view next = "") {
    std::string out;
    for (const auto& line : io::wrapped(io::printable(text), width - static_cast<int>(next.size()))) out += std::string(out.empty() ? first : next) + line + "\n";
    return out;
}

std::string unit_word(std::string_view unit, const View& view) {
    if (unit.empty()) return {};
    if (unit == "yen") return std::string(label_of(view.unit).in(view.language));
    if (shown_as_percent(unit)) return "";  // the figures carry it
    return unit_name(unit, view.language);
}

std::string shown_cell(const decision::TellingCell& cell, const decision::TellingColumn& column, const View& view) {
    if (!cell.text.empty()) return io::printable(cell.text.in(view.language));
    if (!cell.number) return "–";
    const std::string_view unit = cell.unit.empty() ? std::string_view(column.unit) : std::string_view(cell.unit);
    if (column.unit.empty()) return decision::in_words(*cell.number, unit, view.unit, cell.with_sign).in(view.language);
    if (unit == "points") return (cell.with_sign && *cell.number > 0.0 ? "+" : "") + table_number(*cell.number, view.language, 1);  // plans differ by less than one
    return cell_text(cell.number, unit, view, cell.with_sign);
}

std::string table_text(const decision::TellingTable& table, const View& view) {
    io::TextTable out;
    if (table.columns.empty()) return {};
    out.label_heading = table.columns.front().label.in(view.language);
    std::string money;
    for (std::size_t i = 1; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        if (column.unit == "yen") money = unit_word("yen", view);
        const std::string unit = column.unit == "yen" ? "" : unit_word(column.unit, view);
        out.headings.push_back(column.label.in(view.language) + (unit.empty() ? "" : view.language == Language::japanese ? "（" + unit + "）" : " (" + unit + ")"));
    }
    for (const auto& row : table.rows) {
        io::TableRow line{shown_cell(row.cells.front(), table.columns.front(), view), {}, row.total};
        for (std::size_t i = 1; i < row.cells.size(); ++i) line.cells.push_back(shown_cell(row.cells[i], table.columns[i], view));
        out.rows.push_back(std::move(line));
    }
    return heading(table.title.in(view.language), money) + io::to_text(out, view.width) + (table.note.empty() ? "" : lines_of(table.note.in(view.language), view.width));
}

ExitCode save_drafts(const Telling& telling, const std::string& base, const DecisionOutput& output, const Shared& shared) {
    std::error_code error;
    std::filesystem::create_directories(output.save, error);
    std::vector<std::pair<std::filesystem::path, std::string>> files;
    Problems problems;
    const auto add = [&](Problems more) { problems.insert(problems.end(), more.begin(), more.end()); };
    for (const auto& draft : telling.drafts) {
        const auto path = std::filesystem::path(output.save) / (draft.id + ".json");
        add(base_in_the_way(path.string(), base));
        if (!output.overwrite) add(file_in_the_way(path.string()));
        auto text = decision::draft_text(base, draft, path);
        add(std::move(text.problems));
        if (text) files.emplace_back(path, std::move(*text.value));
    }
    show_problems(problems, shared);
    if (!problems.empty()) return invalid_input;
    for (const auto& [path, text] : files) {
        const Problems unwritten = io::write_file(path, text);
        show_problems(unwritten, shared);
        if (!unwritten.empty()) return internal_error;
        std::fputs(fmt::format(fmt::runtime(in(shared, "saved {}\n", "保存しました: {}\n")), io::printable(path.string())).c_str(), stderr);
        note_far_base(path.string(), base, shared);
    }
    return fine;
}

}  // namespace

void add_decision_options(CLI::App& command, DecisionOutput& output, Shared& shared, bool with_drafts) {
    static const std::map<std::string, MoneyUnit> units{
        {"yen", MoneyUnit::yen}, {"thousand", MoneyUnit::thousand}, {"million", MoneyUnit::million}, {"oku", MoneyUnit::hundred_million}};
    command.add_option("--unit", output.unit, in(shared, "yen, thousand, million or oku (100 million)", "yen（円）・thousand（千円）・million（百万円）・oku（億円）"))
        ->transform(one_of(units, shared.language))->type_name("UNIT")->default_str("thousand");
    if (with_drafts) {
        command.add_option("--save", output.save, in(shared, "write the scenarios that are proposed to this folder", "提案するシナリオをこのフォルダーに書き出す"))->type_name("FOLDER");
        command.add_flag("--overwrite", output.overwrite, in(shared, "replace files that are there", "既存のファイルを置き換える"));
    }
    command.add_flag("--progress", output.progress, in(shared, "show progress even where standard error is no terminal", "端末以外でも進み具合を表示する"));
    add_shared_options(command, shared);
}

decision::Progress DecisionMeter::progress() {
    return [this](double done) {
        const std::lock_guard lock(one_at_a_time_);
        meter_.show(static_cast<std::uint64_t>(100.0 * done), 100);
        return true;
    };
}

std::string telling_text(const Telling& telling, MoneyUnit unit, Language language, int width) {
    const View view{language, unit, width, false};
    std::string out = lines_of(telling.title.in(language), width);
    for (const auto& sentence : telling.sentences) out += lines_of(sentence.in(language), width);
    for (const auto& table : telling.tables) out += table_text(table, view);
    if (!telling.notes.empty()) out += heading(language == Language::japanese ? "前提と限界" : "What this rests on");
    for (const auto& note : telling.notes) out += lines_of(note.in(language), width, "- ", "  ");
    return out;
}

ExitCode show_telling(const Telling& telling, const std::string& base, const DecisionOutput& output, const Shared& shared) {
    const ExitCode shown = emit(shared.format == Format::json  ? decision::telling_json(telling)
                                : shared.format == Format::csv ? decision::telling_csv(telling, shared.language)
                                                               : telling_text(telling, output.unit, shared.language, shared.width),
                                shared);
    if (shown != fine || output.save.empty()) return shown;
    if (telling.drafts.empty()) {
        std::fputs(in(shared, "nothing to save: no scenario is proposed\n", "保存するシナリオはありません\n").c_str(), stderr);
        return fine;
    }
    return save_drafts(telling, base, output, shared);
}

std::optional<decision::Base> load_base(const std::string& file, const Uncertain& uncertain, const Shared& shared, ExitCode& why) {
    auto loaded = load_uncertain({file}, uncertain, shared, &why);
    if (loaded.empty()) return {};
    auto base = decision::base_of(file);
    show_problems(base.problems, shared);
    if (!base) why = invalid_input;
    else base.value->scenario.uncertainty = std::move(loaded.front().scenario.uncertainty);
    return std::move(base.value);
}

ExitCode answer_uncertain(const std::vector<std::string>& files, const Uncertain& uncertain, const DecisionOutput& output, const Shared& shared, const AskUncertain& ask) {
    ExitCode why = fine;
    const auto loaded = load_uncertain(files, uncertain, shared, &why);
    if (loaded.empty()) return why;
    std::vector<uncertainty::Subject> subjects;
    for (const Loaded& one : loaded) subjects.push_back({&one.scenario, &one.statutes});
    DecisionMeter meter(shared, output);
    Problems warnings;
    const auto telling = ask(subjects, meter.progress(), warnings);
    meter.clear();
    show_problems(telling.problems, shared);
    if (!telling) return asks_too_much(telling.problems) ? usage_error : invalid_input;
    show_problems(warnings, shared, in(shared, "warning: ", "注意: "));
    return show_telling(*telling.value, files.front(), output, shared);
}

}  // namespace goho::cli
