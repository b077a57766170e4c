#include "cli/command.hpp"
#include "cli/text_views.hpp"
#include "io/result_json.hpp"

#include <map>

namespace goho::cli {

namespace {

struct Request {
    std::vector<std::string> files;
    std::vector<int> years{3, 5, 10};
    std::string show = "both";
    MoneyUnit unit = MoneyUnit::thousand;
    StudyRequest study;
};

}  // namespace

void add_compare(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("compare", in(shared, "Compare variants with their base at years 3, 5 and 10", "基準と代替案を3・5・10年目で比較する"));
    auto request = std::make_shared<Request>();
    static const std::map<std::string, MoneyUnit> units{
        {"yen", MoneyUnit::yen}, {"thousand", MoneyUnit::thousand}, {"million", MoneyUnit::million}, {"oku", MoneyUnit::hundred_million}};
    command->add_option("FILES", request->files, in(shared, "the base, then its variants", "基準のファイル、続けて代替案のファイル"))->required()->type_name("");
    command->add_option("--years", request->years, in(shared, "plan years to show, with commas", "表示する計画年次（カンマ区切り）"))
        ->delimiter(',')
        ->check(CLI::Range(1, 50).description(""))
        ->type_name("YEARS")
        ->default_str("3,5,10");
    command->add_option("--show", request->show, in(shared, "values, differences or both", "values（値）・differences（差）・both（両方）"))
        ->transform(one_of(std::vector<std::string>{"values", "differences", "both"}, shared.language))
        ->type_name("WHAT")
        ->capture_default_str();
    command->add_option("--unit", request->unit, in(shared, "yen, thousand, million or oku (100 million)", "yen（円）・thousand（千円）・million（百万円）・oku（億円）"))
        ->transform(one_of(units, shared.language))
        ->type_name("UNIT")
        ->default_str("thousand");
    add_study_options(*command, request->study, shared);
    add_shared_options(*command, shared);
    command->footer(in(shared, "Example: goho compare base.json price_up.json equipment_loan.json --lang ja",
                       "例: goho compare base.json price_up.json equipment_loan.json --lang ja"));
    command->callback([&shared, &result, request] {
        std::vector<analysis::Study> studies;
        std::optional<stakeholders::Benchmark> benchmark;
        bool good = true;
        for (const std::string& file : request->files) {  // the problems of all files at once
            auto study = study_file(file, request->study, shared, studies.empty() ? &benchmark : nullptr);
            if (study) studies.push_back(std::move(*study));
            else good = false;
        }
        if (!good) {
            result = invalid_input;
            return;
        }
        std::vector<analysis::Subject> variants;
        std::vector<const analysis::Study*> all;
        for (const auto& study : studies) {
            if (&study != &studies.front()) variants.push_back({&study.scenario, &study.run});
            all.push_back(&study);
        }
        analysis::CompareOptions options;
        options.years = request->years;
        options.gates.repayment = request->study.repayment == "a"   ? stakeholders::RepaymentDefinition::a
                                  : request->study.repayment == "c" ? stakeholders::RepaymentDefinition::c
                                                                    : stakeholders::RepaymentDefinition::b;
        options.benchmark = benchmark ? &*benchmark : nullptr;
        const auto comparison = analysis::compare({&studies.front().scenario, &studies.front().run}, variants, options);
        const View view{shared.language, request->unit, shared.width, false};
        result = emit(shared.format == Format::json  ? io::comparison_json(comparison, all)
                      : shared.format == Format::csv ? io::comparison_csv(comparison, shared.language)
                                                     : comparison_text(comparison, view, request->show != "differences", request->show != "values"),
                      shared);
    });
}

}  // namespace goho::cli
