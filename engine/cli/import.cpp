#include "cli/command.hpp"
#include "cli/text_import.hpp"
#include "import/company.hpp"
#include "import/output.hpp"
#include "import/trial_balance.hpp"
#include "io/output_file.hpp"

#include <filesystem>

namespace goho::cli {

namespace {

struct Request {
    std::vector<std::string> files;
    std::string layout, unit, fiscal_year_start, mapping, save_mapping, name;
    int plan_months = 120;
    bool overwrite = false;
};

std::vector<std::string> layout_ids() {
    std::vector<std::string> out;
    for (const auto& layout : imports::layouts()) out.emplace_back(layout.id);
    return out;
}

MoneyUnit unit_of(const std::string& word) {
    return word == "thousand" ? MoneyUnit::thousand : word == "million" ? MoneyUnit::million : MoneyUnit::yen;
}

std::string month_complaint(const std::string& word, const Shared& shared) {
    return parse_month(word) ? std::string()
                             : in(shared, "a month such as 2026-04 is needed", "2026-04 のような月を指定してください");
}

void describe(CLI::App& command, Request& request, const Shared& shared) {
    command
        .add_option(
            "FILE", request.files,
            in(shared, "files of one client: profit and loss, balance sheet, manufacturing statement, opening balances",
               "同じ会社のファイル（損益計算書・貸借対照表・製造原価報告書・開始残高）"))
        ->required()
        ->type_name("");
    command
        .add_option("--layout", request.layout,
                    in(shared, "layout of the files; found by their heads when not given",
                       "ファイルの形式（省略時は見出しから判定）"))
        ->transform(one_of(layout_ids(), shared.language))
        ->type_name("LAYOUT");
    command
        .add_option("--unit", request.unit,
                    in(shared, "yen, thousand or million; else as the file says",
                       "yen・thousand・million（省略時はファイルの記載）"))
        ->transform(one_of(std::vector<std::string>{"yen", "thousand", "million"}, shared.language))
        ->type_name("UNIT");
    command
        .add_option("--fiscal-year-start", request.fiscal_year_start,
                    in(shared, "first month of the fiscal year, for months without a year",
                       "期首の年月（月に年がない場合に使う）"))
        ->check(CLI::Validator([&shared](std::string& word) { return month_complaint(word, shared); }, ""))
        ->type_name("YYYY-MM");
    command
        .add_option("--mapping", request.mapping,
                    in(shared, "the client's accounts and classification", "この会社の科目対応表（区分の指定を含む）"))
        ->type_name("FILE");
    command
        .add_option("--save-mapping", request.save_mapping,
                    in(shared, "write the mapping, with null for accounts still open",
                       "対応表を書き出す（未対応の科目は null）"))
        ->type_name("FILE");
    command.add_option("--name", request.name, in(shared, "name of the company in the scenario", "シナリオに入れる会社名"))->type_name("TEXT");
    command.add_option("--plan-months", request.plan_months, in(shared, "months of plan after the imported ones", "取り込んだ月より後の計画月数"))
        ->check(CLI::Range(1, 480))->capture_default_str()->type_name("MONTHS");
    command.add_flag("--overwrite", request.overwrite, in(shared, "let -o replace a scenario that is there", "-o の既存のシナリオを置き換える"));
}

imports::SheetOptions sheet_options(const Request& request) {
    imports::SheetOptions out;
    if (!request.layout.empty()) out.layout = request.layout;
    if (!request.unit.empty()) out.unit = unit_of(request.unit);
    if (const auto month = parse_month(request.fiscal_year_start)) out.fiscal_year_start = *month;
    return out;
}

bool writes_scenario(const Shared& shared) { return shared.output && shared.format == Format::table; }

/// A scenario that is there may have been worked on for days.
Problems would_be_lost(const Request& request, const Shared& shared) {
    return writes_scenario(shared) && !request.overwrite ? file_in_the_way(*shared.output) : Problems{};
}

/// A mapping that is there and was not given would be lost.
ExitCode save_mapping(const Request& request, const imports::Mapping& mapping, const Shared& shared) {
    std::error_code ignored;
    if (std::filesystem::exists(request.save_mapping) &&
        !std::filesystem::equivalent(request.save_mapping, request.mapping, ignored)) {
        show_problems({{"output-exists",
                        request.save_mapping,
                        {},
                        0,
                        0,
                        {"the file is there already", "ファイルがすでにあります"},
                        {"give it with --mapping as well, or choose another name",
                         "--mapping にも指定するか、別の名前にしてください"}}},
                      shared);
        return invalid_input;
    }
    const Problems problems = io::write_file(request.save_mapping, imports::mapping_text(mapping));
    show_problems(problems, shared);
    return problems.empty() ? fine : internal_error;
}

/// The scenario is written only when its first months are the books, to the yen.
ExitCode write_company(const Request& request, const imports::Import& imported, const Shared& shared) {
    imports::CompanyOptions options;
    options.plan_months = request.plan_months;
    if (!request.name.empty()) options.name = {request.name, request.name};
    const auto company = imports::company_of(imported, options);
    show_problems(company.problems, shared);
    if (!company.value) return invalid_input;
    const Problems differing = imports::differences_from_books(*company.value, imported);
    show_problems(differing, shared);
    if (!differing.empty()) return internal_error;
    const Problems unwritten = io::write_file(*shared.output, imports::company_text(*company.value, imported));
    show_problems(unwritten, shared);
    if (!unwritten.empty()) return internal_error;
    Shared on_screen = shared;
    on_screen.output.reset();
    return emit(company_text(*company.value, imported, *shared.output, shared.language, shared.width), on_screen);
}

ExitCode run(const Request& request, const Shared& shared) {
    imports::ImportOptions options{sheet_options(request), {}, request.mapping};
    if (!request.mapping.empty()) {
        auto mapping = imports::read_mapping(request.mapping, request.mapping);
        show_problems(mapping.problems, shared);
        if (!mapping.value) return invalid_input;
        options.mapping = std::move(*mapping.value);
    }
    const auto reading = imports::read_trial_balances(request.files, options);
    const Problems lost = would_be_lost(request, shared);
    show_problems(reading.problems, shared);
    show_problems(lost, shared);
    const bool mappable = reading.value.has_value() || !reading.open.empty();
    if (!request.save_mapping.empty() && mappable) {
        const ExitCode saved = save_mapping(request, imports::to_fill_in(reading.open, options.mapping), shared);
        if (saved != fine) return saved;
    }
    if (!reading.value || !lost.empty()) return invalid_input;
    if (writes_scenario(shared)) return write_company(request, *reading.value, shared);
    switch (shared.format) {
        case Format::json:
            return emit(imports::to_json(*reading.value, shared.language), shared);
        case Format::csv:
            return emit(imports::to_csv(*reading.value), shared);
        case Format::table:
            break;
    }
    return emit(import_text(*reading.value, shared.language, shared.width), shared);
}

}  // namespace

void add_import(CLI::App& app, Shared& shared, int& result) {
    auto* group = app.add_subcommand(
        "import", in(shared, "Read what other programs hold of a company", "他のソフトにある会社のデータを読み込む"));
    group->require_subcommand(1);
    auto* command = group->add_subcommand(
        "trial-balance", in(shared, "Trial balances and transition tables: checked, classified, month by month",
                            "試算表・推移表を検算し、変動・固定に区分して月次で示す"));
    auto request = std::make_shared<Request>();
    describe(*command, *request, shared);
    add_shared_options(*command, shared);
    command->footer(in(shared, "Tested with the layouts of freee, Money Forward, Yayoi and our own template; docs/guide/import.md shows them.\n"
                               "With -o FILE.json (table format) a scenario is written; without, the checked books are shown.\n"
                               "Example: goho import trial-balance pl.csv bs.csv --mapping client.json -o company.json",
                       "freee・マネーフォワード・弥生会計・独自ひな形の形式で確認済み（docs/guide/import.md）。\n-o FILE.json でシナリオを書き出し、指定しなければ検算済みの帳簿を表示。\n例: goho import trial-balance pl.csv bs.csv --mapping client.json -o company.json"));
    command->callback([&shared, &result, request] { result = run(*request, shared); });
}

}  // namespace goho::cli
