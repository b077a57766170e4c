// Manual pages (section 1) out of the tables with which the program parses its commands.
#include "about/about.hpp"
#include "cli/man.hpp"
#include "cli/outline.hpp"
#include "io/version.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::cli {

namespace {

std::string roff_letter(char c, bool line_begins) {
    switch (c) {
    case '\\': return "\\e";
    case '-': return "\\-";
    case '~': return "\\(ti";
    case '^': return "\\(ha";
    case '`': return "\\(ga";
    case '\'': return "\\(aq";
    case '.': return line_begins ? "\\&." : ".";
    default: return {c};
    }
}

/// Where a line of Japanese may end. roff itself breaks at spaces only, of which Japanese has none.
bool may_break(std::string_view before, std::string_view after) {
    static constexpr std::string_view never_first = "、。，．・：；？！）」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜", never_last = "（「『【";
    const bool wide_before = before.size() > 1, wide_after = after.size() > 1;
    if (!wide_before && !wide_after) return false;
    if (wide_after ? never_first.find(after) != std::string_view::npos : std::string_view(" \n.,;:!?)]").find(after) != std::string_view::npos) return false;
    return wide_before ? never_last.find(before) == std::string_view::npos : std::string_view(" \n([").find(before) == std::string_view::npos;
}

}  // namespace

std::string roff(std::string_view text) {
    std::string out;
    std::string_view before;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
        const std::string_view letter = text.substr(at, end - at);
        if (!before.empty() && may_break(before, letter)) out += "\\:";
        out += letter.size() > 1 ? std::string(letter) : roff_letter(letter.front(), before.empty() || before == "\n");
        before = letter;
        at = end;
    }
    return out;
}

std::string roff_head(std::string_view name, int section, Language language) {
    std::string title;
    for (const char c : name) title += c == ' ' ? '-' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    // Ragged and without hyphens: options stay as they are typed, and Japanese lines break evenly.
    return fmt::format(".\\\" Made by `goho docs --man`: do not edit.\n.TH {} {} {} \"Goho {}\" \"{}\"\n.ad l\n.nh\n", roff(title), section,
                       about::build.date.empty() ? "\"\"" : about::build.date, io::version(),
                       language == Language::japanese ? "五方 マニュアル" : "Goho manual");
}

std::string roff_section(std::string_view title) { return fmt::format(".SH {}\n", title.find(' ') == std::string_view::npos ? std::string(title) : fmt::format("\"{}\"", title)); }

std::string roff_example(std::string_view command) { return fmt::format(".EX\n.RS 4\n{}\n.RE\n.EE\n", roff(command)); }

namespace {

/// What a footer holds: sentences about the command, and examples.
struct Footer {
    std::vector<std::string> notes, examples;
};

Footer footer_of(const CommandOutline& command) {
    Footer out;
    bool example = false;
    for (std::size_t begin = 0; begin < command.footer.size();) {
        const std::size_t end = std::min(command.footer.find('\n', begin), command.footer.size());
        std::string line = command.footer.substr(begin, end - begin);
        begin = end + 1;
        const bool goes_on = example && line.starts_with("    ");
        example = goes_on;
        for (const std::string_view mark : {"Example: ", "Examples: ", "例: "}) {
            if (!line.starts_with(mark)) continue;
            line.erase(0, mark.size());
            example = true;
        }
        if (example) out.examples.push_back(line.substr(line.find_first_not_of(' ')));
        else out.notes.push_back(line);
    }
    return out;
}

class Page {
public:
    Page(const CommandOutline& command, const CommandOutline& program, bool japanese) : command_(command), program_(program), japanese_(japanese) {}

    std::string text() const {
        std::string out = roff_head(command_.name, 1, japanese_ ? Language::japanese : Language::english);
        std::string page_name = command_.name;
        std::replace(page_name.begin(), page_name.end(), ' ', '-');
        out += roff_section(say("NAME", "名前")) + roff(page_name) + " \\- " + roff(command_.text) + "\n";
        out += roff_section(say("SYNOPSIS", "書式")) + synopsis();
        const Footer footer = footer_of(command_);
        out += roff_section(say("DESCRIPTION", "説明")) + sentence(command_.text);
        if (&command_ == &program_) out += paragraphs_of_program();
        else for (const auto& note : footer.notes) out += ".PP\n" + roff(note) + "\n";
        if (!command_.commands.empty()) out += roff_section(say("COMMANDS", "コマンド")) + commands();
        if (!command_.arguments.empty()) out += roff_section(say("ARGUMENTS", "引数")) + entries(command_.arguments);
        out += roff_section(say("OPTIONS", "オプション")) + entries(command_.options);
        out += exit_status() + environment() + files();
        if (!footer.examples.empty()) out += roff_section(say("EXAMPLES", "例")) + examples(footer);
        return out + see_also();
    }

private:
    std::string say(std::string_view en, std::string_view ja) const { return std::string(japanese_ ? ja : en); }
    std::string sentence(const std::string& text) const {
        return roff(text) + (text.ends_with('.') || text.ends_with("。") ? "" : say(".", "。")) + "\n";
    }

    static std::string literal(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
    static std::string stands_for(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

    std::string synopsis() const {
        std::string out = literal(command_.name);
        if (!command_.commands.empty()) out += " " + stands_for(say("COMMAND", "コマンド"));
        out += " [" + stands_for(say("OPTIONS", "オプション")) + "]";
        for (const auto& argument : command_.arguments) {
            const std::string name = stands_for(argument.names.front()) + (argument.repeated ? " ..." : "");
            out += argument.required ? " " + name : " [" + name + "]";
        }
        return out + "\n";
    }

    std::string entries(const std::vector<OptionOutline>& options) const {
        std::string out;
        for (const auto& option : options) {
            out += ".TP\n";
            for (std::size_t i = 0; i < option.names.size(); ++i) out += (i ? ", " : "") + (option.argument ? stands_for(option.names[i]) : literal(option.names[i]));
            if (!option.value.empty()) out += " " + stands_for(option.value);
            if (option.repeated) out += " ...";
            std::vector<std::string> sentences{sentence(option.text)};
            if (!option.words.empty() && !option.argument && option.text.find(option.words.back()) == std::string::npos)
                sentences.push_back(say("One of: ", "指定できる値: ") + roff(fmt::format("{}", fmt::join(option.words, japanese_ ? "・" : ", "))) + say(".\n", "。\n"));
            if (option.required) sentences.push_back(say("Required.\n", "必須。\n"));
            if (!option.by_default.empty()) sentences.push_back(say("Default: ", "既定値: ") + roff(option.by_default) + say(".\n", "。\n"));
            out += "\n";
            for (auto& one : sentences) {
                if (japanese_ && &one != &sentences.back()) one.pop_back();  // no blank between Japanese sentences
                out += one;
            }
        }
        return out;
    }

    std::string commands() const {
        std::string out;
        for (const auto& part : command_.commands) {
            std::string page = part.name;
            std::replace(page.begin(), page.end(), ' ', '-');
            out += ".TP\n" + literal(part.own_name()) + "\n" + sentence(part.text) + literal(page) + "(1)\n";
        }
        return out;
    }

    std::string paragraphs_of_program() const {
        return ".PP\n" + roff(say("A scenario file describes one company and one plan for it; a variant is a file of its own that extends the base and says only what "
                                  "differs. Goho simulates every month of the plan and keeps books that agree to the yen: profit and loss, balance sheet, cash flow. It "
                                  "says what a variant is worth, why a figure is what it is, how sure the plan is, and what would make it better.",
                                  "シナリオファイルは会社1社とその計画を記述します。比較案は、基準を継承し、異なる点だけを書いた別のファイルです。"
                                  "五方は計画の全月を計算し、損益計算書・貸借対照表・キャッシュフロー計算書を1円単位で整合させます。"
                                  "比較案の価値、数値の理由、計画の確かさ、改善の方法に答えます。")) + "\n.PP\n" +
               roff(say("Results go to standard output, or to the file given with -o, which is written whole or not at all. Problems go to standard error, one line "
                        "each and all at once.",
                        "結果は標準出力、または -o のファイル（途中で壊れない）に出力します。問題点は標準エラーに、1件1行ですべてまとめて表示します。")) + "\n";
    }

    std::string exit_status() const {
        const std::pair<const char*, std::string> codes[] = {
            {"0", say("Fine.", "正常。")},
            {"1", say("Internal error, or a file could not be written.", "内部エラー、またはファイルに書き込めない。")},
            {"2", say("Wrong usage: words of the command line.", "使い方の誤り（コマンドラインの指定）。")},
            {"3", say("Invalid input: a file does not make sense or is in the way.", "入力の誤り（ファイルの内容、上書きの拒否など）。")},
            {"4", say("Part of a batch failed or was interrupted.", "一括処理の一部が失敗、または中断。")},
            {"5", say("A check failed: cash, gates or targets with --check; no plan meets all conditions.", "判定不合格（--check の資金・判定・目標）、または全条件を満たす計画がない。")}};
        std::string out = roff_section(say("EXIT STATUS", "終了ステータス"));
        for (const auto& [code, meaning] : codes) out += fmt::format(".TP\n{}\n{}\n", literal(code), roff(meaning));
        return out;
    }

    std::string environment() const {
        return roff_section(say("ENVIRONMENT", "環境変数")) + ".TP\n" + literal("LC_ALL") + ", " + literal("LC_MESSAGES") + ", " + literal("LANG") + "\n" +
               roff(say("Language of help, results and problems when --lang is not given: Japanese when the first that is set begins with \"ja\", else English.",
                        "--lang を省略したときの表示言語。最初に設定されているものが ja で始まれば日本語、それ以外は英語。")) + "\n";
    }

    std::string files() const {
        return roff_section(say("FILES", "ファイル")) + ".TP\n" + literal("share/goho/scenarios") + "\n" +
               roff(say("Scenarios that are shipped, and the JSON Schema for editors; below the folder in which Goho is installed, which is /usr for the Debian package.",
                        "付属のシナリオと、エディター用の JSON Schema。インストール先（Debian パッケージでは /usr）の下にあります。")) + "\n.TP\n" +
               literal("share/doc/goho/docs") + "\n" + roff(say("Guides, equations and reference: docs/guide, docs/model, docs/reference.", "手引き・数式・リファレンス（docs/guide・docs/model・docs/reference）。")) + "\n";
    }

    std::string examples(const Footer& footer) const {
        std::string out;
        for (const auto& example : footer.examples) out += (out.empty() ? "" : ".PP\n") + roff_example(example);
        return out;
    }

    std::string see_also() const {
        std::vector<std::string> pages;
        const auto add = [&](std::string name, int section) {
            std::replace(name.begin(), name.end(), ' ', '-');
            pages.push_back(literal(name) + "(" + std::to_string(section) + ")");
        };
        if (&command_ != &program_) add("goho", 1);
        const std::string above = command_.name.substr(0, command_.name.rfind(' '));
        if (above != "goho" && &command_ != &program_) add(above, 1);
        for (const auto& part : command_.commands) add(part.name, 1);
        if (&command_ == &program_ || command_.own_name() == "report") add("goho-gui", 1);
        add("goho-scenario", 5);
        std::string out = roff_section(say("SEE ALSO", "関連項目"));
        for (std::size_t i = 0; i < pages.size(); ++i) out += pages[i] + (i + 1 < pages.size() ? ",\n" : "\n");
        return out;
    }

    const CommandOutline& command_;
    const CommandOutline& program_;
    bool japanese_;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> manual_pages() {
    std::vector<std::pair<std::string, std::string>> out;
    for (const Language language : {Language::english, Language::japanese}) {
        const bool japanese = language == Language::japanese;
        const std::string folder = japanese ? "ja/" : "";
        const auto program = outline_of_program(language);
        for_each_command(program, [&](const CommandOutline& command) {
            std::string name = command.name;
            std::replace(name.begin(), name.end(), ' ', '-');
            out.emplace_back(folder + "man1/" + name + ".1", Page(command, program, japanese).text());
        });
        out.emplace_back(folder + "man1/goho-gui.1", window_page(language));
        out.emplace_back(folder + "man5/goho-scenario.5", scenario_page(language));
    }
    return out;
}

}  // namespace goho::cli
