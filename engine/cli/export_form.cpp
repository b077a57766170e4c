#include "cli/command.hpp"
#include "cli/emit_workbook.hpp"
#include "forms/forms.hpp"

#include <fmt/format.h>

namespace goho::cli {

namespace {

struct FormRequest {
    std::string form, file;
    MoneyUnit unit = MoneyUnit::thousand;
    bool list = false;
    StudyRequest study;
};

std::string listed(const Shared& shared) {
    std::string out;
    for (const auto& info : forms::forms()) {
        out += fmt::format("{:<18} {}\n{:<18} {}\n", info.id, info.title.in(shared.language), "", info.purpose.in(shared.language));
    }
    return out;
}

const forms::FormInfo* form_named(std::string_view id) {
    for (const auto& info : forms::forms()) {
        if (info.id == id) return &info;
    }
    return nullptr;
}

/// What is missing from the command, all at once.
Problems missing(const FormRequest& request, const Shared& shared) {
    Problems problems;
    const auto complain = [&](std::string_view code, Text what, Text how) { problems.push_back({std::string(code), request.file, {}, 0, 0, std::move(what), std::move(how)}); };
    if (request.form.empty()) complain("form-needed", {"a form must be named", "様式を指定してください"}, {"see goho export form --list", "一覧: goho export form --list"});
    if (request.file.empty()) complain("file-needed", {"a scenario file must be named", "シナリオファイルを指定してください"}, {"after the form", "様式の後に指定します"});
    if (!shared.output) {
        complain("output-needed", {"a workbook is written to a file", "ブックはファイルに書き出します"},
                 {"say which: -o form.xlsx", "-o form.xlsx のように指定してください"});
    } else {
        for (auto& problem : no_workbook(*shared.output)) problems.push_back(std::move(problem));
    }
    return problems;
}

ExitCode export_form(const FormRequest& request, const Shared& shared) {
    if (request.list) return emit(listed(shared), shared);
    if (const Problems problems = missing(request, shared); !problems.empty()) {
        show_problems(problems, shared);
        return usage_error;
    }
    std::optional<stakeholders::Benchmark> benchmark;
    const auto study = study_file(request.file, request.study, shared, &benchmark);
    if (!study) return invalid_input;
    const auto book = forms::form_book(form_named(request.form)->form, *study, {shared.language, request.unit, benchmark ? &*benchmark : nullptr});
    return emit_workbook(book, shared);
}

}  // namespace

void add_export_form(CLI::App& command, Shared& shared, int& result) {
    auto* form = command.add_subcommand("form", in(shared, "The plan in a form for banks and agencies, as a workbook", "計画を金融機関・支援機関向けの様式で Excel に出力する"));
    auto request = std::make_shared<FormRequest>();
    std::vector<std::string> ids;
    for (const auto& info : forms::forms()) ids.emplace_back(info.id);
    form->add_option("FORM", request->form, in(shared, "which form; see --list", "様式（--list で一覧）"))->transform(one_of(ids, shared.language))->type_name("");
    form->add_option("FILE", request->file, in(shared, "scenario file", "シナリオファイル"))->type_name("");
    form->add_flag("--list", request->list, in(shared, "show the forms and stop", "様式の一覧を表示して終了する"));
    static const std::map<std::string, MoneyUnit> units{{"yen", MoneyUnit::yen}, {"thousand", MoneyUnit::thousand}, {"million", MoneyUnit::million}};
    form->add_option("--unit", request->unit, in(shared, "yen, thousand or million", "yen（円）・thousand（千円）・million（百万円）"))
        ->transform(one_of(units, shared.language))
        ->type_name("UNIT")
        ->default_str("thousand");
    form->add_option("--benchmark", request->study.benchmark, in(shared, "Local Benchmark thresholds: a file, or 'example'", "ロカベン基準値のファイル、または example"))
        ->type_name("FILE");
    add_shared_options(*form, shared, false);
    form->footer(in(shared, "Arranged after the forms in use; none is the official file.\nExample: goho export form early-improvement base.json -o plan.xlsx",
                    "実際の様式を参考に配置したもので、公式の様式ファイルではありません。\n例: goho export form early-improvement base.json -o plan.xlsx"));
    form->callback([&shared, &result, request] { result = export_form(*request, shared); });
}

}  // namespace goho::cli
