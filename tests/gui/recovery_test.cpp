#include "document/recovery.hpp"

#include "io/json_text.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>
#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

namespace {

constexpr std::string_view price = "/segments/machined_parts/price";

QString place(const fs::path& path) { return QString::fromStdString(path.string()); }

/// What a killed program would leave: the state of a workbook, written and then abandoned.
void abandon(Workbook& book, const fs::path& folder) {
    const fs::path aside = folder.string() + "-aside";
    {
        Recovery recovery(book, place(folder));
        recovery.flush();
        fs::copy(folder, aside, fs::copy_options::recursive);
    }
    for (const auto& entry : fs::directory_iterator(aside)) {
        if (entry.path().extension() == ".json")
            fs::copy_file(entry.path(), folder / entry.path().filename(), fs::copy_options::overwrite_existing);
    }
    fs::remove_all(aside);
}

}  // namespace

TEST_CASE("recovery: a clean end leaves nothing, and nothing is kept while nothing is unsaved") {
    Folder folder("manufacturer");
    Workbook book;
    const SheetId id = book.open({folder / "manufacturer/base.json"}).sheets.at(0);
    {
        Recovery recovery(book, place(folder / "r"));
        recovery.flush();
        CHECK(QDir(place(folder / "r")).entryList({QStringLiteral("*.json")}).isEmpty());
        book.set_number(id, price, 2500);
        recovery.flush();
        CHECK(QDir(place(folder / "r")).entryList({QStringLiteral("*.json")}).size() == 1);
        CHECK(recovery.recoverable().empty());  // it is our own
        CHECK(book.save(id).empty());
        recovery.flush();
        CHECK(QDir(place(folder / "r")).entryList({QStringLiteral("*.json")}).isEmpty());
        book.set_number(id, price, 2600);
        recovery.flush();
    }
    CHECK(QDir(place(folder / "r")).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

TEST_CASE("recovery: an edit is kept within a second, without being asked") {
    Folder folder("manufacturer");
    Workbook book;
    const SheetId id = book.open({folder / "manufacturer/base.json"}).sheets.at(0);
    Recovery recovery(book, place(folder / "r"));
    book.set_number(id, price, 2500);
    CHECK(QTest::qWaitFor([&] { return QDir(place(folder / "r")).entryList({QStringLiteral("*.json")}).size() == 1; },
                          1000));
}

TEST_CASE("recovery: what was left behind comes back as it was, unsaved, and is then discarded") {
    Folder folder("manufacturer");
    {
        Workbook book;
        book.set_language(Language::japanese);
        const SheetId plan = book.open({folder / "manufacturer/price_up.json"}).sheets.at(0);
        const SheetId bold = book.make_variant(plan, {"Bold", "積極案"});
        book.set_number(bold, price, 2600);
        write(folder / "broken.json", "{");
        book.open({folder / "broken.json"});
        abandon(book, folder / "r");
    }
    Workbook book;
    book.set_language(Language::japanese);
    Recovery recovery(book, place(folder / "r"));
    const auto orphans = recovery.recoverable();
    REQUIRE(orphans.size() == 1);
    CHECK(orphans[0].names == QStringList{QStringLiteral("積極案")});
    CHECK(orphans[0].time.msecsTo(QDateTime::currentDateTime()) < 60000);
    CHECK(recovery.recover(orphans[0].id).empty());
    REQUIRE(book.sheets().size() == 4);
    const SheetId bold = book.sheets()[2];
    CHECK(book.name(bold).ja == "積極案");
    CHECK(at(*book.merged(bold), price) == 2600);
    CHECK(book.dirty(bold));
    CHECK_FALSE(book.dirty(book.sheets()[0]));
    CHECK_FALSE(book.dirty(book.sheets()[1]));
    CHECK_FALSE(book.dirty(book.sheets()[3]));
    CHECK_FALSE(book.problems(book.sheets()[3]).empty());
    CHECK(recovery.recoverable().empty());
    recovery.flush();
    QCoreApplication::processEvents();
    CHECK(QDir(place(folder / "r")).entryList({QStringLiteral("*.json")}).size() == 1);  // ours holds it now
    CHECK(book.save_as(bold, folder / "manufacturer/bold.json").empty());
}

TEST_CASE("recovery: a file that was changed meanwhile is not written over unasked") {
    Folder folder("manufacturer");
    const fs::path file = folder / "manufacturer/base.json";
    {
        Workbook book;
        const SheetId id = book.open({file}).sheets.at(0);
        book.set_number(id, price, 2600);
        abandon(book, folder / "r");
    }
    write(file, read(file) + " ");
    Workbook book;
    Recovery recovery(book, place(folder / "r"));
    CHECK(recovery.recover(recovery.recoverable().at(0).id).empty());
    CHECK(book.sheet(book.base()).changed_outside);
    CHECK(book.dirty());
    CHECK(book.save(book.base()).front().code == "changed-outside");
}

TEST_CASE("recovery: an unreadable or discarded file offers nothing") {
    Folder folder;
    write(folder / "r/half.json", "{\"goho_recovery\": 1, ");
    write(folder / "r/other.json", "{\"sheets\": 3}");
    Workbook book;
    const SheetId id = book.new_company();
    book.set_number(id, "/segments/main/price", 1);
    abandon(book, folder / "r");
    Workbook fresh;
    Recovery recovery(fresh, place(folder / "r"));
    REQUIRE(recovery.recoverable().size() == 1);
    CHECK(recovery.recover(QStringLiteral("other")).front().code == "recovery-unreadable");
    recovery.discard(recovery.recoverable().at(0).id);
    CHECK(recovery.recoverable().empty());
}

TEST_CASE("recovery: a folder that cannot be written to is said") {
    Workbook book;
    Recovery recovery(book, QStringLiteral("/proc/nowhere"));
    QSignalSpy failed(&recovery, &Recovery::failed);
    book.set_number(book.new_company(), "/segments/main/price", 1);
    recovery.flush();
    QCoreApplication::processEvents();
    CHECK(failed.count() == 1);
    CHECK(recovery.problems().front().code == "cannot-write");
}

TEST_CASE("recovery: killed 20 times in the middle of editing, at most the last second is lost") {
    constexpr int batches = 4, at_once = 5;
    int recovered = 0;
    for (int batch = 0; batch < batches; ++batch) {
        std::vector<std::unique_ptr<Folder>> folders;
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < at_once; ++i) {
            folders.push_back(std::make_unique<Folder>("manufacturer"));
            const Folder& f = *folders.back();
            programs.push_back(std::make_unique<QProcess>());
            programs.back()->start(QCoreApplication::applicationFilePath(),
                                   {QStringLiteral("--edit-until-killed"), place(f / "manufacturer/base.json"),
                                    place(f / "r"), place(f / "log")});
        }
        for (int i = 0; i < at_once; ++i) {
            const fs::path log = *folders[static_cast<std::size_t>(i)] / "log";
            REQUIRE(QTest::qWaitFor([&] { return fs::exists(log) && fs::file_size(log) > 0; }, 20000));
        }
        QTest::qWait(1050);
        for (int i = 0; i < at_once; ++i) {
            const auto& program = programs[static_cast<std::size_t>(i)];
            const Folder& f = *folders[static_cast<std::size_t>(i)];
            QTest::qWait(17 * (batch + 1) + 13 * i);
            const qint64 killed = QDateTime::currentMSecsSinceEpoch();
            program->kill();
            REQUIRE(program->waitForFinished());
            std::istringstream log(read(f / "log"));
            qint64 time = 0;
            double value = 0.0, due = 0.0, last = 0.0;
            while (log >> time >> value) {
                last = value;
                if (time <= killed - 1000) due = value;
            }
            Workbook book;
            Recovery recovery(book, place(f / "r"));
            const auto orphans = recovery.recoverable();
            REQUIRE(orphans.size() == 1);
            CHECK(recovery.recover(orphans[0].id).empty());
            const double kept = at(*book.merged(book.base()), price).get<double>();
            CHECK(kept >= due);
            CHECK(kept <= last + 1);
            CHECK(book.dirty());
            CHECK(read(f / "manufacturer/base.json") == read(scenarios / "manufacturer/base.json"));
            ++recovered;
        }
    }
    CHECK(recovered == 20);
}
