#include "cli/command.hpp"
#include "cli/text_explanation.hpp"
#include "io/explanation_json.hpp"
#include "io/wording.hpp"
#include "stakeholders/indicator.hpp"

#include <charconv>
#include <fmt/format.h>

namespace goho::cli {

namespace {

struct Request {
    std::string file, variable, month, segment, item;
    int depth = 2, year = 0;
    bool feeds = false, list = false;
};

int wrong(const std::string& message) {
    std::fputs(("goho explain: " + message + "\n").c_str(), stderr);
    return usage_error;
}

/// The month of the plan, from "2028-04" or a number counted from 1; nothing outside of the plan.
std::optional<int> month_of(const std::string& word, const simulation::Scenario& scenario) {
    int t = -1;
    if (const auto month = parse_month(word)) {
        t = *month - scenario.plan.company.start;
    } else {
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), t);
        if (error != std::errc() || end != word.data() + word.size()) return {};
        --t;
    }
    if (t < 0 || t >= scenario.plan.company.months) return {};
    return t;
}

/// Why a name was not found, and what would be.
std::string advice(const analysis::Located& found, const Request& request, const std::string& item, const Shared& shared) {
    using Trouble = analysis::Located::Trouble;
    std::vector<std::string_view> known(found.choices.begin(), found.choices.end());
    const auto list = io::joined(known, ", ");
    switch (found.trouble) {
        case Trouble::unknown_variable: {
            const auto near = io::closest(request.variable, known);
            const std::string hint = near.empty() ? in(shared, "--list shows all names", "--list で一覧を表示します")
                                                  : fmt::format(fmt::runtime(in(shared, "did you mean '{}'?", "'{}' ではありませんか")), near);
            return fmt::format(fmt::runtime(in(shared, "unknown variable {} ({})", "不明な変数 {}（{}）")), io::in_quotes(request.variable), hint);
        }
        case Trouble::item_needed:
            return fmt::format(fmt::runtime(in(shared, "{} belongs to an item; add --item with one of: {}", "{} は項目ごとの値です。--item で次のいずれかを指定してください: {}")),
                               request.variable, list);
        case Trouble::unknown_item:
            return known.empty() ? fmt::format(fmt::runtime(in(shared, "{} belongs to the company, not to an item", "{} は全社の値です（項目の指定は不要）")), request.variable)
                                 : fmt::format(fmt::runtime(in(shared, "no {} of {}; there is: {}", "{} は {} にはありません。指定できるもの: {}")), request.variable,
                                               io::in_quotes(item), list);
        default:
            return fmt::format(fmt::runtime(in(shared, "{} stands in several sections; write one of: {}", "{} は複数の区分にあります。次のように指定してください: {}")),
                               io::in_quotes(item), list);
    }
}

int told(const analysis::Recording& recording, const analysis::Place& place, int t, const Request& request, const Shared& shared) {
    const bool json = shared.format == Format::json;
    const int most = json ? analysis::write_all : request.year > 0 ? 12 : 10;  // a year shows its months
    const auto explanation = analysis::explain(recording, place, t, {request.feeds ? 0 : request.depth, most});
    if (request.feeds) {
        const auto feeds = analysis::feeds(recording, place, t);
        return emit(json ? io::feeds_json(recording, explanation, feeds) : feeds_text(explanation, feeds, shared.language, shared.width), shared);
    }
    return emit(json ? io::explanation_json(recording, explanation) : explanation_text(explanation, shared.language, shared.width), shared);
}

int explain_year(const analysis::Recording& recording, const Request& request, const Shared& shared) {
    if (!request.segment.empty() || !request.item.empty()) {
        return wrong(in(shared, "figures of a year are the company's; --item goes with --month", "年単位の値は会社全体のものです。--item は --month と併用してください"));
    }
    const int years = (recording.months() + 11) / 12;
    if (request.year > years) {
        return wrong(fmt::format(fmt::runtime(in(shared, "year {} is not in the plan: 1 to {}", "{}年目は計画の範囲外です: 1～{}")), request.year, years));
    }
    const auto found = analysis::locate_year(recording, request.variable, request.year);
    if (found.trouble == analysis::Located::Trouble::no_figure) {
        return wrong(fmt::format(fmt::runtime(in(shared, "{} means nothing in year {}, as a ratio without a denominator", "{} は{}年目には計算できません（分母がゼロ以下など）")),
                                 request.variable, request.year));
    }
    if (!found.place) return wrong(advice(found, request, {}, shared));
    return told(recording, *found.place, 0, request, shared);
}

int explain_file(const Request& request, const Shared& shared) {
    if (shared.format == Format::csv) return wrong(in(shared, "an explanation is a tree: table or json", "csv では出力できません。table か json を指定してください"));
    if (!request.list && (request.variable.empty() || (request.month.empty() && request.year == 0))) {
        return wrong(in(shared, "--variable and --month are needed (or --year), or --list", "--variable と --month（または --year）、もしくは --list を指定してください"));
    }
    if (!request.month.empty() && request.year > 0) return wrong(in(shared, "either --month or --year", "--month と --year は一方だけ指定できます"));
    if (!request.segment.empty() && !request.item.empty()) return wrong(in(shared, "either --segment or --item", "--segment と --item は一方だけ指定できます"));
    const auto loaded = load_file(request.file, shared);
    if (!loaded) return invalid_input;
    const auto recording = analysis::record(loaded->scenario, loaded->statutes);
    const bool json = shared.format == Format::json;
    if (request.list) return emit(json ? io::series_list_json(recording) : series_list_text(recording, shared.language, shared.width), shared);

    const auto& company = loaded->scenario.plan.company;
    if (request.year > 0) return explain_year(recording, request, shared);
    const auto t = month_of(request.month, loaded->scenario);
    if (!t) {
        return wrong(fmt::format(fmt::runtime(in(shared, "month {} is not in the plan: {} to {}, or 1 to {}", "月 {} は計画の範囲外です: {}～{}、または1～{}")),
                                 io::in_quotes(request.month), to_string(company.start), to_string(company.start + (company.months - 1)), company.months));
    }
    const std::string& item = request.segment.empty() ? request.item : request.segment;
    const auto found = analysis::locate(recording, request.variable, item, request.segment.empty() ? "" : "segments");
    if (found.trouble == analysis::Located::Trouble::unknown_variable && stakeholders::find_indicator(request.variable)) {
        return wrong(fmt::format(fmt::runtime(in(shared, "{} is a figure of a year: --year {}", "{} は年単位の指標です: --year {} と指定してください")), request.variable, *t / 12 + 1));
    }
    if (!found.place) return wrong(advice(found, request, item, shared));

    return told(recording, *found.place, *t, request, shared);
}

}  // namespace

void add_explain(CLI::App& app, Shared& shared, int& result) {
    auto* command = app.add_subcommand("explain", in(shared, "Say why a figure is what it is", "数値がなぜそうなるのかを説明する"));
    auto request = std::make_shared<Request>();
    command->add_option("FILE", request->file, in(shared, "scenario file", "シナリオファイル"))->required()->type_name("");
    command->add_option("--variable", request->variable, in(shared, "name of the figure, as --list shows it", "説明する数値の名前（--list で一覧）"))->type_name("NAME");
    command->add_option("--month", request->month, in(shared, "2028-04, or the month of the plan from 1", "2028-04、または計画の何か月目か（1から）"))->type_name("MONTH");
    command->add_option("--year", request->year, in(shared, "instead of a month: the year of the plan, from 1; also for indicators", "月の代わりに計画の何年目か（1から）。指標も指定可能"))
        ->check(CLI::Range(1, 100).description(""))
        ->type_name("YEAR");
    command->add_option("--depth", request->depth, in(shared, "levels of causes", "原因をさかのぼる段数"))
        ->check(CLI::Range(1, 20).description(""))
        ->type_name("LEVELS")
        ->capture_default_str();
    command->add_option("--segment", request->segment, in(shared, "of this segment", "この部門の値"))->type_name("ID");
    command->add_option("--item", request->item, in(shared, "of this loan, asset, cost line, ...; loans/bank when ids repeat", "この借入・資産・費用科目など。IDが重なるときは loans/bank の形で"))
        ->type_name("ID");
    command->add_flag("--feeds", request->feeds, in(shared, "what the figure goes into instead", "原因でなく、この数値が使われる先を示す"));
    command->add_flag("--list", request->list, in(shared, "names of all figures", "説明できる数値の一覧を表示する"));
    add_shared_options(*command, shared);
    command->footer(in(shared,
                       "The equation is read off the run itself. Labels such as [PL-7] stand in docs/model.\n"
                       "Examples: goho explain base.json --variable operating_income --month 2028-04 --depth 3\n"
                       "          goho explain base.json --variable operating_margin --year 3",
                       "式は計算そのものから読み取ります。[PL-7] などの番号は docs/model の式番号です。\n"
                       "例: goho explain base.json --variable operating_income --month 2028-04 --depth 3\n"
                       "    goho explain base.json --variable operating_margin --year 3"));
    command->callback([&shared, &result, request] { result = explain_file(*request, shared); });
}

}  // namespace goho::cli
