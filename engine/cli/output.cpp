// Files that commands write: none takes the place of a scenario unasked, for a scenario may be the work of days.
#include "cli/command.hpp"

#include "io/input_file.hpp"
#include "io/merge.hpp"
#include "io/output_file.hpp"
#include "io/reach.hpp"
#include "io/scenario_reader.hpp"
#include "io/text_table.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace goho::cli {

namespace {

/// Whether a scenario stands there, broken ones too; tables, workbooks and results are none.
bool is_scenario(const std::string& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return false;
    std::ifstream in(file, std::ios::binary);
    char first = 0;
    if (!(in >> first) || (first != '{' && first != '\xEF')) return false;  // a byte order mark may stand before the brace
    in.unget();
    if (std::filesystem::file_size(file, ignored) > io::largest_file) return false;  // no scenario is that large
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    const auto brace = text.find_first_not_of(" \t\r\n");
    return brace != std::string::npos && text[brace] == '{' && io::meant_as_scenario(text);
}

}  // namespace

Problems scenario_in_the_way(const std::string& file) {
    if (!is_scenario(file)) return {};
    return {{"output-exists", file, {}, 0, 0, {"a scenario is there already", "すでにシナリオがあります"}, {"choose another name", "別の名前にしてください"}}};
}

Problems file_in_the_way(const std::string& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return {};
    return {{"output-exists", file, {}, 0, 0, {"the file is there already", "ファイルがすでにあります"},
             {"choose another name, or replace it with --overwrite", "別の名前にするか、--overwrite で置き換えてください"}}};
}

Problems base_in_the_way(const std::string& file, const std::string& base) {
    const auto same = [&](const std::string& one) {
        std::error_code ignored;
        return std::filesystem::equivalent(file, one, ignored);
    };
    const auto document = io::read_document(base);
    const bool found = document ? std::any_of(document.value->sources.begin(), document.value->sources.end(), [&](const io::Source& source) { return same(source.file); })
                                : same(base);
    if (!found) return {};
    return {{"output-exists", file, {}, 0, 0, {"the new file would build on this one", "新しいファイルの基になるシナリオです"}, {"choose another name", "別の名前にしてください"}}};
}

void note_far_base(const std::string& file, const std::string& base, const Shared& shared) {
    const std::string seen = io::base_as_seen(base, file);
    if ((!seen.starts_with("../") && !seen.starts_with("/")) || io::allowed_for_all(base)) return;
    const std::string option = io::printable(std::filesystem::path(base).parent_path().generic_string());
    std::fputs(fmt::format(fmt::runtime(in(shared, "note: {} builds on a file outside of its folder; commands that do not name that one, too, need --allow-extends {}\n",
                                    "注意: {} はフォルダーの外のファイルを基にしています。そのファイルを一緒に指定しないコマンドでは --allow-extends {} が必要です\n")),
                 io::printable(file), option.empty() ? "." : option).c_str(), stderr);
}

Problems no_workbook(const std::string& file) {
    if (file.ends_with(".xlsx")) return {};
    return {{"workbook-kind-unknown", file, {}, 0, 0, {"a workbook is an .xlsx file", "ブックは .xlsx ファイルです"}, {"-o plan.xlsx", "-o plan.xlsx のように指定してください"}}};
}

ExitCode write_unless_scenario(const std::string& file, std::string_view text, const Shared& shared) {
    const Problems lost = scenario_in_the_way(file);
    const Problems problems = lost.empty() ? io::write_file(file, text) : lost;
    show_problems(problems, shared);
    return !lost.empty() ? invalid_input : problems.empty() ? fine : internal_error;
}

}  // namespace goho::cli
