#include "io/csv.hpp"
#include "models/table_text.hpp"
#include "models/tables.hpp"
#include "support/files.hpp"
#include "views/page_list.hpp"
#include "window/actions.hpp"
#include "window/exporter.hpp"
#include "window/lever_panel.hpp"
#include "window/lever_row.hpp"
#include "window/main_window.hpp"
#include "window/qt_words.hpp"
#include "window/why_panel.hpp"

#include <doctest/doctest.h>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>

using namespace goho;
using namespace goho::gui;

namespace {

void open_two(Session& session) {
    const auto opened =
        session.book().open({test::scenarios / "cases/base.json", test::scenarios / "cases/integrated.json"});
    REQUIRE(opened.problems.empty());
    session.book().set_active(opened.sheets[1]);
    REQUIRE(session.wait());
}

}  // namespace

TEST_CASE("export: a table as CSV holds what is shown, figures as numbers, and no text can pass for a formula") {
    TableModel model;
    model.set({{QStringLiteral("=A1"), QStringLiteral("b\n2")},
               {{QStringLiteral("@cmd"),
                 {},
                 {},
                 {},
                 {{QStringLiteral("△1,234.5"), QStringLiteral("+3.4%"), {}, -1.0, 1.0, 0},
                  {QStringLiteral("-danger"), {}, {}, {}, {}, 0}}},
                {QStringLiteral("plain, with comma"),
                 {},
                 {},
                 {},
                 {{QStringLiteral("12.5%"), {}, {}, 0.125, {}, 0}, {QStringLiteral("+1"), {}, {}, {}, {}, 0}}}}});
    CHECK(table_csv(model) ==
          "\xEF\xBB\xBF\"\",'=A1,\"'=A1 ±\",\"b 2\"\r\n"
          "'@cmd,-1234.5,3.4%,'-danger\r\n"
          "\"plain, with comma\",12.5%,\"\",'+1\r\n");
    CHECK(table_text(model) == QStringLiteral("\t=A1\tb 2\n@cmd\t△1,234.5\t-danger\nplain, with comma\t12.5%\t+1\n"));
}

TEST_CASE("export: every table of a page has as many lines in CSV and text as on the screen") {
    Session session(Shown{});
    open_two(session);
    for (const auto name : page_names()) {
        const std::unique_ptr<Page> page(make_page(name, session.shown()));
        page->use(session.book());
        page->show_scene(session.scene());
        for (const auto* view : page->findChildren<QTableView*>()) {
            CAPTURE(std::string(name));
            const auto& model = *view->model();
            CHECK(table_text(model).count(QLatin1Char('\n')) == model.rowCount() + 1);
            const QByteArray csv = QByteArray::fromStdString(table_csv(model));
            CHECK(csv.count("\r\n") == model.rowCount() + 1);
            if (model.rowCount() > 0 && model.columnCount() > 0)
                CHECK(table_text(model).contains(
                    model.index(0, 0).data().toString().replace(QLatin1Char('\n'), QLatin1Char(' '))));
        }
    }
}

TEST_CASE("export: a page as PNG and SVG, names suggested from scenario and page, tables to the clipboard") {
    Session session(Shown{});
    open_two(session);
    MainWindow window(session);
    window.may_close_unsaved = true;
    window.resize(1280, 720);
    window.show();
    window.select_page("compare");
    QTest::qWait(20);
    const QTemporaryDir folder;
    const QString png = folder.filePath(QStringLiteral("a.png")), svg = folder.filePath(QStringLiteral("a.svg"));
    REQUIRE(save_page(*window.current_page(), png, Qt::white));
    CHECK(QImage(png).size() == window.current_page()->size() * 2);
    REQUIRE(save_page(*window.current_page(), svg, Qt::white));
    QFile file(svg);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray drawing = file.readAll();
    CHECK(drawing.contains("<svg"));
    CHECK(drawing.contains("<text"));
    CHECK_FALSE(save_page(*window.current_page(), folder.filePath(QStringLiteral("no/such/a.png")), Qt::white));
    Exporter exporter(session, &window);
    CHECK(exporter.suggested_name(u"Compare") == QStringLiteral("Designed_together_Compare"));
    window.actions().copy_table->trigger();
    CHECK(QApplication::clipboard()->text().contains(QLatin1Char('\t')));
    QMenu menu;
    exporter.fill_tables(&menu);
    CHECK(menu.actions().size() == 4);
}

TEST_CASE("window: pinned pages and the walk through why survive another language and theme") {
    Session session(Shown{});
    open_two(session);
    MainWindow window(session);
    window.may_close_unsaved = true;
    window.show();
    window.select_page("people");
    window.actions().pin_page->trigger();
    window.select_page("customers");
    window.actions().pin_page->trigger();
    window.findChild<WhyPanel*>()->ask(Figure{"net_sales", {}, {}, 35});
    window.findChild<WhyPanel*>()->ask(Figure{"cash", {}, {}, 35});
    Shown shown = session.shown();
    shown.language = Language::japanese;
    session.set_shown(shown);
    QApplication::processEvents();
    QApplication::processEvents();
    CHECK(window.findChildren<QDockWidget*>(QStringLiteral("pinned_0")).size() == 1);
    CHECK(window.findChildren<QDockWidget*>(QStringLiteral("pinned_1")).size() == 1);
    const auto history = window.findChild<WhyPanel*>()->history();
    REQUIRE(history.steps.size() == 2);
    CHECK(history.steps[0].name == "net_sales");
    CHECK(history.at == 1);
    load_qt_words(Language::english);
}

TEST_CASE("window: what differs leads to its lever or its bar, and can be taken back one by one") {
    Session session(Shown{});
    open_two(session);
    MainWindow window(session);
    window.may_close_unsaved = true;
    window.resize(1280, 720);
    window.show();
    window.select_page("compare");
    Q_EMIT window.current_page()->locate(QStringLiteral("/management/executive_sponsorship"));
    CHECK(window.findChild<LeverPanel*>()->row("/management/executive_sponsorship") != nullptr);
    const auto initiatives = session.scene().active_study()->scenario.plan.initiatives;
    Q_EMIT window.current_page()->locate(QStringLiteral("/initiatives/") + QString::fromStdString(initiatives[0].id) +
                                         QStringLiteral("/start"));
    CHECK(window.current_page()->name() == "roadmap");
    auto* resets = window.actions().resets;
    Q_EMIT resets->aboutToShow();
    const auto n = resets->actions().size();
    REQUIRE(n > 2);
    resets->actions().front()->trigger();
    REQUIRE(session.wait());
    Q_EMIT resets->aboutToShow();
    CHECK(resets->actions().size() < n);
}
