#include "document/intake.hpp"
#include "support/files.hpp"
#include "window/choice_table.hpp"
#include "window/import_assistant.hpp"
#include "window/main_window.hpp"

#include <doctest/doctest.h>
#include <QApplication>
#include <QCheckBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace goho;
using namespace goho::gui;

namespace {

const test::fs::path samples = test::scenarios / "import_samples";

Shown in(Language language) {
    Shown shown;
    shown.language = language;
    return shown;
}

void settle(const ImportAssistant& assistant) {
    REQUIRE(QTest::qWaitFor([&] { return !assistant.busy(); }, 20000));
}

std::vector<std::string> own() { return {(samples / "goho_ja/pl.csv").string(), (samples / "goho_ja/bs.csv").string()}; }

/// The same company with an account that nobody knows: postage under another name.
std::vector<std::string> with_unknown(const test::Folder& folder) {
    std::string text = test::read(samples / "goho_ja/pl.csv");
    const std::string known = "荷造運賃";
    REQUIRE(text.find(known) != std::string::npos);
    text.replace(text.find(known), known.size(), "特急便代");
    test::write(folder / "pl.csv", text);
    test::fs::copy(samples / "goho_ja/bs.csv", folder / "bs.csv");
    return {(folder / "pl.csv").string(), (folder / "bs.csv").string()};
}

void picture(QWidget& widget, const char* name) {
    const QByteArray folder = qgetenv("GOHO_PICTURES");
    if (folder.isEmpty()) return;
    QApplication::processEvents();
    widget.grab().save(QString::fromUtf8(folder) + QLatin1Char('/') + QString::fromUtf8(name) + QStringLiteral(".png"));
}

QString with_language(const char* name, Language language) {
    return QString::fromUtf8(name) + (language == Language::japanese ? QStringLiteral("_ja") : QStringLiteral("_en"));
}

}  // namespace

TEST_CASE("import: files that are right lead from step to step to a company that is opened") {
    for (const Language language : {Language::english, Language::japanese}) {
        const test::Folder folder;
        Session session(in(language));
        MainWindow window(session);
        window.may_close_unsaved = true;
        window.resize(1280, 720);
        window.show();
        auto* assistant = window.import_books();
        CHECK_FALSE(assistant->can_go_on());
        assistant->add_files(own());
        settle(*assistant);
        CHECK(assistant->can_go_on());
        auto* files = assistant->findChild<FilesStep*>();
        CHECK(files->problems_shown().isEmpty());
        const auto* table = files->findChild<ChoiceTable*>();
        CHECK(table->rowCount() == 2);
        CHECK(table->text(0, 0) == QStringLiteral("pl.csv"));
        CHECK(table->text(0, 4) == QStringLiteral("2026-04 - 2027-03"));
        picture(*assistant, with_language("import_files", language).toUtf8());
        assistant->go_on();
        CHECK(assistant->step() == 2);  // no account is open
        picture(*assistant, with_language("import_costs", language).toUtf8());
        assistant->go_on();
        CHECK(assistant->step() == 3);
        assistant->findChild<SummaryStep*>()->findChild<QLineEdit*>()->setText(QStringLiteral("さくら製作所"));
        settle(*assistant);
        const QString told = assistant->findChild<SummaryStep*>()->text();
        CHECK(told.contains(language == Language::japanese ? QStringLiteral("元の帳簿と1円まで一致")
                                                           : QStringLiteral("equal the source to the yen")));
        picture(*assistant, with_language("import_summary", language).toUtf8());
        const std::string file = (folder / "company.json").string();
        CHECK(assistant->save_to(file));
        CHECK(session.book().find(file) != no_sheet);
        REQUIRE(session.wait());
        REQUIRE(session.scene().active_study());
        CHECK(session.scene().active_study()->scenario.name.ja == "さくら製作所");
        CHECK_FALSE(test::fs::exists(folder / "mapping.json"));  // nothing was decided
    }
}

TEST_CASE("import: an unknown account is asked for, the answer is kept beside the files, and used the next time") {
    for (const Language language : {Language::english, Language::japanese}) {
        const test::Folder folder;
        const auto files = with_unknown(folder);
        Workbook book;
        ImportAssistant assistant(in(language), book, nullptr);
        assistant.add_files(files);
        settle(assistant);
        REQUIRE(assistant.can_go_on());
        CHECK(assistant.findChild<FilesStep*>()->problems_shown().isEmpty());
        picture(assistant, with_language("import_unknown", language).toUtf8());
        assistant.go_on();
        CHECK(assistant.step() == 1);
        CHECK_FALSE(assistant.can_go_on());
        auto* table = assistant.findChild<AccountsStep*>()->findChild<ChoiceTable*>();
        REQUIRE(table->rowCount() == 1);
        CHECK(table->text(0, 0) == QStringLiteral("特急便代"));
        picture(assistant, with_language("import_accounts", language).toUtf8());
        auto* choice = table->choice(0, 3);
        choice->setCurrentIndex(choice->findData(QStringLiteral("freight")));
        settle(assistant);
        CHECK(assistant.can_go_on());
        assistant.go_on();
        assistant.go_on();
        CHECK(assistant.step() == 3);
        REQUIRE(assistant.save_to((folder / "company.json").string()));
        CHECK(test::read(folder / "mapping.json").find("\"特急便代\": \"freight\"") != std::string::npos);

        ImportAssistant again(in(language), book, nullptr);
        again.add_files(files);
        settle(again);
        CHECK(again.intake().mapping_file == (folder / "mapping.json").string());
        REQUIRE(again.reading().company);
        again.go_on();
        CHECK(again.step() == 2);
    }
}

TEST_CASE("import: a file that is taken away takes its questions with it, and an answer given once stays") {
    const test::Folder folder;
    Workbook book;
    ImportAssistant assistant(in(Language::japanese), book, nullptr);
    const auto files = with_unknown(folder);
    assistant.add_files(files);
    settle(assistant);
    auto* accounts = assistant.findChild<AccountsStep*>()->findChild<ChoiceTable*>();
    REQUIRE(accounts->rowCount() == 1);
    accounts->choice(0, 3)->setCurrentIndex(accounts->choice(0, 3)->findData(QStringLiteral("freight")));
    settle(assistant);
    auto* step = assistant.findChild<FilesStep*>();
    for (int n = 0; n < 2; ++n) {
        step->findChild<ChoiceTable*>()->selectRow(0);
        step->findChild<ChoiceTable*>()->setCurrentCell(0, 0);
        step->remove_chosen();
        settle(assistant);
    }
    CHECK(assistant.intake().files.empty());
    CHECK(accounts->rowCount() == 0);
    CHECK_FALSE(assistant.can_go_on());
    assistant.add_files(files);
    settle(assistant);
    CHECK(accounts->rowCount() == 0);
    CHECK(assistant.reading().company.has_value());
    // Taken back, it is asked again, with the answer that stands open.
    test::write(folder / "mapping.json", "{\"accounts\": {\"特急便代\": null}}");
    step->use_mapping((folder / "mapping.json").string());
    settle(assistant);
    REQUIRE(accounts->rowCount() == 1);
    CHECK(accounts->choice(0, 3)->currentIndex() == 0);
}

TEST_CASE("import: a cost that is decided otherwise is kept, and changes the plan") {
    const test::Folder folder;
    for (const auto& file : own()) test::fs::copy(file, folder.path / test::fs::path(file).filename());
    Workbook book;
    ImportAssistant assistant(in(Language::japanese), book, nullptr);
    assistant.add_files({(folder / "pl.csv").string(), (folder / "bs.csv").string()});
    settle(assistant);
    assistant.go_on();
    auto* table = assistant.findChild<CostsStep*>()->findChild<ChoiceTable*>();
    REQUIRE(table->rowCount() == 34);
    int row = 0;
    while (table->text(row, 0) != QStringLiteral("水道光熱費")) ++row;
    auto* choice = table->choice(row, 4);
    REQUIRE(choice);
    const int other = choice->currentIndex() == 0 ? 2 : 0;
    choice->setCurrentIndex(other);
    settle(assistant);
    CHECK(choice->currentIndex() == other);  // the rows were not made anew under the hand
    CHECK(assistant.intake().mapping.classification.size() == 1);
    assistant.go_on();
    REQUIRE(assistant.save_to((folder / "company.json").string()));
    CHECK(test::read(folder / "mapping.json").find("水道光熱費") != std::string::npos);
}

TEST_CASE("import: problems are listed all at once, in the words of the command line, and nothing can be gone on with") {
    const test::Folder folder;
    test::write(folder / "pl.csv", "勘定科目,2026/04,2026/05\n売上高,100,x\n地代家賃,1,y\n当期純利益,99,0\n");
    Workbook book;
    for (const Language language : {Language::english, Language::japanese}) {
        ImportAssistant assistant(in(language), book, nullptr);
        assistant.show();
        assistant.add_files({(folder / "pl.csv").string()});
        settle(assistant);
        CHECK_FALSE(assistant.can_go_on());
        const auto& problems = assistant.reading().problems;
        REQUIRE(problems.size() == 2);
        for (const auto& problem : problems)
            CHECK(assistant.findChild<FilesStep*>()->problems_shown().contains(QString::fromStdString(to_string(problem, language))));
        picture(assistant, with_language("import_problems", language).toUtf8());
        assistant.findChild<FilesStep*>()->findChild<ChoiceTable*>()->selectRow(0);
        assistant.findChild<FilesStep*>()->remove_chosen();
        settle(assistant);
        CHECK(assistant.findChild<FilesStep*>()->problems_shown().isEmpty());
    }
}

TEST_CASE("import: a scenario that is open is not written over") {
    const test::Folder folder("cases");
    Workbook book;
    REQUIRE(book.open({folder / "cases/base.json"}).problems.empty());
    const std::string before = test::read(folder / "cases/base.json");
    ImportAssistant assistant(in(Language::english), book, nullptr);
    assistant.add_files(own());
    settle(assistant);
    const QSignalSpy saved(&assistant, &ImportAssistant::saved);
    CHECK_FALSE(assistant.save_to((folder / "cases/base.json").string()));
    CHECK(saved.isEmpty());
    CHECK(test::read(folder / "cases/base.json") == before);
    CHECK(assistant.findChild<QMessageBox*>() != nullptr);
}

TEST_CASE("import: every step can be gone by key alone") {
    const test::Folder folder;
    Workbook book;
    ImportAssistant assistant(in(Language::english), book, nullptr);
    assistant.show();
    assistant.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&assistant));
    assistant.add_files(with_unknown(folder));
    settle(assistant);
    const auto leads_to = [&](Qt::Key key, int step) {  // a button is seen to be pressed before it acts
        QTest::keyClick(&assistant, key, Qt::AltModifier);
        return QTest::qWaitFor([&] { return assistant.step() == step; }, 2000);
    };
    CHECK(leads_to(Qt::Key_N, 1));
    auto* choice = assistant.findChild<AccountsStep*>()->findChild<ChoiceTable*>()->choice(0, 3);
    for (int presses = 0; !choice->hasFocus() && presses < 8; ++presses) QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    REQUIRE(choice->hasFocus());
    QTest::keyClick(choice, Qt::Key_Down);
    CHECK(choice->currentIndex() == 1);
    settle(assistant);
    QTest::keyClick(&assistant, Qt::Key_Return);
    CHECK(assistant.step() == 2);
    CHECK(leads_to(Qt::Key_N, 3));
    CHECK(leads_to(Qt::Key_B, 2));
    // Every choice among the costs is reached, one after the other.
    auto* table = assistant.findChild<CostsStep*>()->findChild<ChoiceTable*>();
    QSet<QWidget*> reached;
    for (int presses = 0; presses < 80; ++presses) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (qobject_cast<TableChoice*>(QApplication::focusWidget())) reached.insert(QApplication::focusWidget());
    }
    int choices = 0;
    for (int row = 0; row < table->rowCount(); ++row) choices += table->choice(row, 4) != nullptr ? 1 : 0;
    CHECK(reached.size() == choices);
    QTest::keyClick(&assistant, Qt::Key_Escape);
    CHECK_FALSE(assistant.isVisible());
}

TEST_CASE("import: exported files that are dropped on the window open the assistant, scenarios are opened") {
    Session session(in(Language::english));
    MainWindow window(session);
    window.may_close_unsaved = true;
    window.show();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(QString::fromStdString(own().front())),
                     QUrl::fromLocalFile(QString::fromStdString((test::scenarios / "cases/base.json").string()))});
    QDropEvent event(QPointF(100, 100), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    static_cast<QObject&>(window).event(&event);
    auto* assistant = window.findChild<ImportAssistant*>();
    REQUIRE(assistant);
    settle(*assistant);
    CHECK(assistant->intake().files == std::vector{own().front()});
    CHECK(session.book().sheets().size() == 1);
}
