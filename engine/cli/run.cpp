#include "cli/command.hpp"
#include "cli/text_views.hpp"
#include "io/result_json.hpp"

#include <map>

namespace goho::cli {

namespace {

struct Request {
    std::string file;
    std::vector<std::string> statements{"summary"};
    bool by_month = false;
    bool check = false;
    MoneyUnit unit = MoneyUnit::thousand;
    StudyRequest study;
};

std::string tables(const analysis::Study& study, const Request& request, const View& view) {
    std::string out = title_text(study, view);
    const auto wants = [&](std::string_view name) {
        for (const auto& s : request.statements) {
            if (s == name || (s == "all" && name != "summary")) return true;
        }
        return false;
    };
    if (wants("summary") || (request.statements.size() == 1 && request.statements[0] == "all")) out += summary_text(study, view);
    for (const auto& layout : accounting::statement_layouts) {
        if (wants(layout.name)) out += statement_text(study, layout, view);
    }
    if (wants("segments")) out += segments_text(study, view);
    if (wants("loans")) out += loans_text(study, view);
    if (wants("indicators")) out += indicators_text(study, view);
    if (wants("gates")) out += gates_text(study, view);
    if (wants("directions")) out += directions_text(study, view);
    if (wants("initiatives")) out += initiatives_text(study, view);
    if (wants("disconnects")) out += disconnects_text(study, view);
    if (wants("checks")) out += findings_text(study, view);
    for (const char* part : {"hours", "people", "customers", "society", "next_generation"}) {
        if (wants(part)) out += conduct_text(study, part, view);
    }
    if (wants("story")) out += story_text(study, view);
    if (wants("decisions")) out += decisions_text(study, view);
    return out;
}

/// What --check holds a plan to: the books agree, cash is never short, no gate that is due is missed, targets met.
bool passes(const analysis::Study& study) {
    if (study.residuals.worst() > 1e-6 || study.insolvency.first_short) return false;
    for (const auto& gate : study.gate_summary) {
        if (gate.verdict == stakeholders::Verdict::missed && gate.last >= 0 && study.gates[static_cast<std::size_t>(gate.last)].due) return false;
    }
    for (const auto& target : study.targets) {
        if (target.verdict == stakeholders::Verdict::missed) return false;
    }
    return true;
}

}  // namespace

void add_run(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("run", in(shared, "Simulate one scenario and show its statements", "シナリオを1つ計算し、財務諸表を表示する"));
    auto request = std::make_shared<Request>();
    static const std::vector<std::string> statements{"summary", "profit", "statutory", "balance", "cashflow", "cash", "segments", "loans", "indicators", "gates",
                                                     "directions", "disconnects", "checks", "initiatives", "hours", "people", "customers", "society", "next_generation", "story", "decisions", "all"};
    static const std::map<std::string, MoneyUnit> units{
        {"yen", MoneyUnit::yen}, {"thousand", MoneyUnit::thousand}, {"million", MoneyUnit::million}, {"oku", MoneyUnit::hundred_million}};
    command->add_option("FILE", request->file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    command
        ->add_option("--statement", request->statements,
                     in(shared,
                        "summary, profit, statutory, balance, cashflow, cash, segments, loans, indicators, gates, directions, disconnects, checks, initiatives, hours, "
                        "people, customers, society, next_generation, story, decisions, all; several with commas",
                        "summary・profit・statutory・balance・cashflow・cash・segments・loans・indicators・gates・directions（五方）・disconnects（五つの分断）・checks（計画の点検）・initiatives（施策）・"
                        "hours（時間）・people（従業員）・customers（顧客）・society（世間）・next_generation（次世代）・story（ストーリー）・decisions（意思決定ログ）・all（カンマ区切りで複数可）"))
        ->delimiter(',')
        ->transform(one_of(statements, shared.language))
        ->type_name("NAMES")
        ->default_str("summary");
    command->add_flag("--monthly", request->by_month, in(shared, "months instead of fiscal years", "年度でなく月次で表示する"));
    command->add_option("--unit", request->unit, in(shared, "yen, thousand, million or oku (100 million)", "yen（円）・thousand（千円）・million（百万円）・oku（億円）"))
        ->transform(one_of(units, shared.language))
        ->type_name("UNIT")
        ->default_str("thousand");
    command->add_flag("--check", request->check,
                      in(shared, "exit with 5 when cash runs short, a due gate or a target is missed", "資金不足・判定未達・目標未達なら終了コード5"));
    add_study_options(*command, request->study, shared);
    add_shared_options(*command, shared);
    command->footer(in(shared,
                       "With --format csv: months in rows, or fiscal years with --statement indicators.\n"
                       "Example: goho run base.json --statement profit,balance --unit million",
                       "--format csv は月次（--statement indicators なら年度と指標）。\n例: goho run base.json --statement profit,balance --unit million"));
    command->callback([&shared, &result, request] {
        for (const auto& s : request->statements) request->study.diagnose = request->study.diagnose || s == "disconnects" || s == "all";
        request->study.diagnose = request->study.diagnose || shared.format == Format::json;
        const auto study = study_file(request->file, request->study, shared);
        if (!study) {
            result = invalid_input;
            return;
        }
        const View view{shared.language, request->unit, shared.width, request->by_month};
        const bool by_year = request->statements.size() == 1 && request->statements[0] == "indicators";
        const std::string text = shared.format == Format::json  ? io::run_json(*study)
                                 : shared.format == Format::csv ? (by_year ? io::run_csv_years(*study, shared.language) : io::run_csv_months(*study, shared.language))
                                                                : tables(*study, *request, view);
        result = emit(text, shared);
        if (result == fine && request->check && !passes(*study)) result = check_failed;
    });
}

}  // namespace goho::cli
