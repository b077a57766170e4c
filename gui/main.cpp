// goho-gui: the window. With --shots it writes a picture of every page and ends.
#include "about/about.hpp"
#include "document/file_watch.hpp"
#include "document/fixes.hpp"
#include "document/recovery.hpp"
#include "io/reach.hpp"
#include "io/version.hpp"
#include "report/from_files.hpp"
#include "shown/settings.hpp"
#include "window/main_window.hpp"
#include "window/shots.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QRegularExpression>
#include <cstdio>
#include <string_view>

namespace {

using namespace goho;
using namespace goho::gui;

/// The language must be known before the options are described.
Language language_of(const QStringList& arguments, Language stored) {
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QStringLiteral("--lang") && i + 1 < arguments.size())
            return arguments[i + 1] == QStringLiteral("ja") ? Language::japanese : Language::english;
        if (arguments[i].startsWith(QStringLiteral("--lang=")))
            return arguments[i].endsWith(QStringLiteral("ja")) ? Language::japanese : Language::english;
    }
    return stored;
}

int usage(const QString& message) {
    std::fprintf(stderr, "goho-gui: %s\n", message.toUtf8().constData());
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]).starts_with("--shots") || std::string_view(argv[i]) == "--report") quiet_screen();
    }
    QApplication app(argc, argv);
    // What `goho report` calls: the request stands on standard input.
    if (argc == 2 && std::string_view(argv[1]) == "--report") return report::report_from_input();
    QApplication::setOrganizationName(QStringLiteral("goho"));
    QApplication::setApplicationName(QStringLiteral("goho"));
    QApplication::setDesktopFileName(QStringLiteral("goho-gui"));
    QApplication::setApplicationVersion(qt(io::version()));
    Shown shown = stored_shown(QSettings());
    shown.language = language_of(QApplication::arguments(), shown.language);
    const Words words{shown.language};

    QCommandLineParser parser;
    parser.setApplicationDescription(
        words("The window of Goho, the management-planning simulator.", "経営計画シミュレーター「五方」の画面。"));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  words("Show this help.", "このヘルプを表示する。"));
    const QCommandLineOption version(QStringLiteral("version"), words("Show the version, and how the program was built.", "バージョンとビルド情報を表示する。"));
    const QCommandLineOption language(QStringLiteral("lang"), words("ja or en.", "ja または en。"),
                                      QStringLiteral("LANG"));
    const QCommandLineOption theme(QStringLiteral("theme"), words("light or dark.", "light または dark。"),
                                   QStringLiteral("THEME"));
    const QCommandLineOption size(QStringLiteral("size"),
                                  words("Size of the window, such as 1280x720.", "画面の大きさ（例: 1280x720）。"),
                                  QStringLiteral("WxH"));
    const QCommandLineOption shots(QStringLiteral("shots"),
                                   words("Write a PNG of every page into this folder, and end.",
                                         "全ページのPNGをこのフォルダに書き出して終了する。"),
                                   QStringLiteral("DIR"));
    const QCommandLineOption page(
        QStringLiteral("page"), words("Open on this page, such as overview.", "最初に表示するページ（例: overview）。"),
        QStringLiteral("NAME"));
    parser.addOptions({help, version, language, theme, size, shots, page});
    parser.addPositionalArgument(
        QStringLiteral("FILES"),
        words("Scenario files; the first is the base of comparison. Exports of accounting programs (.csv, .txt) are imported.",
              "シナリオファイル。最初のファイルが比較の基準。会計ソフトのデータ（.csv・.txt）は取り込む。"),
        QStringLiteral("[FILES...]"));
    if (!parser.parse(QApplication::arguments())) return usage(parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(parser.helpText().toUtf8().constData(), stdout);
        return 0;
    }
    if (parser.isSet(version)) {
        std::fputs(about::text("goho-gui", shown.language, std::string("Qt ") + qVersion()).c_str(), stdout);
        return 0;
    }
    if (parser.isSet(language) && parser.value(language) != QStringLiteral("ja") &&
        parser.value(language) != QStringLiteral("en"))
        return usage(words("--lang: ja or en", "--lang: ja または en"));
    if (parser.isSet(theme)) {
        if (parser.value(theme) != QStringLiteral("light") && parser.value(theme) != QStringLiteral("dark"))
            return usage(words("--theme: light or dark", "--theme: light または dark"));
        shown.theme = parser.value(theme) == QStringLiteral("dark") ? Theme::dark : Theme::light;
    }
    QSize wanted;
    if (parser.isSet(size)) {
        const auto match = QRegularExpression(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$")).match(parser.value(size));
        if (!match.hasMatch()) return usage(words("--size: such as 1280x720", "--size: 例 1280x720"));
        wanted = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }
    if (parser.isSet(shots))
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           parser.value(shots) + QStringLiteral("/.none"));  // nobody's window is remembered

    Session session(shown);
    MainWindow window(session);
    if (wanted.isValid()) window.resize(wanted);
    std::vector<std::filesystem::path> files;
    for (const auto& file : parser.positionalArguments()) files.emplace_back(file.toStdString());
    io::allow_reach_of_environment();
    for (const auto& file : files) io::working_on(file);
    if (parser.isSet(shots)) {
        if (files.empty()) return usage(words("--shots: which scenario files?", "--shots: シナリオファイルを指定してください"));
        if (is_export(files.front())) return take_import_shots(window, files, parser.value(shots)).empty() ? 3 : 0;
        const auto tell = [&](const Problems& problems) {
            for (const auto& problem : problems)
                std::fprintf(stderr, "goho-gui: %s\n", to_string(problem, shown.language).c_str());
            return !problems.empty();
        };
        const auto opened = session.book().open(files);
        bool wrong = tell(opened.problems);
        if (opened.sheets.empty() || (!wrong && !session.wait())) return 3;
        if (!wrong)
            for (const auto& scenario : session.scene().answer->scenarios) wrong = tell(scenario->problems) || wrong;
        if (wrong) {
            for (const SheetId sheet : opened.sheets) {
                if (problems_of(session.book(), sheet).empty()) continue;
                session.book().set_active(sheet);
                take_problems_shot(window, parser.value(shots));
                break;
            }
            return 3;
        }
        if (opened.sheets.size() > 1) session.book().set_active(opened.sheets[1]);
        return take_shots(session, window, parser.value(shots)).empty() ? 3 : 0;
    }
    FileWatch watch(session.book());
    Recovery recovery(session.book());
    window.show();
    const bool recovered = window.offer(recovery);
    if (files.empty() && recovered) return QApplication::exec();
    if (files.empty()) session.book().set_active(session.book().new_company());
    else window.open_all(files);
    if (parser.isSet(page)) window.select_page(parser.value(page).toStdString());
    return QApplication::exec();
}
