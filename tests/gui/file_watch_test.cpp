#include "document/file_watch.hpp"

#include "io/output_file.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>
#include <QSignalSpy>
#include <QTest>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

TEST_CASE("file watch: a file written by somebody else is noticed, in place or by another put there, time and again") {
    Folder folder("manufacturer");
    const fs::path file = folder / "manufacturer/base.json";
    Workbook book;
    const FileWatch watch(book, std::chrono::milliseconds(20));
    const SheetId id = book.open({file}).sheets.at(0);
    QSignalSpy outside(&book, &Workbook::changed_outside);
    const std::string text = read(file);

    for (int round = 0; round < 3; ++round) {
        INFO(round);
        write(file, text + std::string(static_cast<std::size_t>(round + 1), ' '));  // in place
        CHECK(QTest::qWaitFor([&] { return book.sheet(id).changed_outside; }, 3000));
        CHECK(book.reload(id).empty());
        REQUIRE(io::write_file(file, text).empty());  // another file under the name
        CHECK(QTest::qWaitFor([&] { return book.sheet(id).changed_outside; }, 3000));
        CHECK(book.reload(id).empty());
    }
    CHECK(outside.count() == 6);

    book.set_number(id, "/segments/machined_parts/price", 2500);
    CHECK(book.save(id).empty());  // our own saving is no news
    QTest::qWait(120);
    CHECK(outside.count() == 6);
    fs::remove(file);
    CHECK(QTest::qWaitFor([&] { return outside.count() == 7; }, 3000));
}

TEST_CASE("file watch: a file saved elsewhere is followed there") {
    Folder folder("manufacturer");
    Workbook book;
    const FileWatch watch(book, std::chrono::milliseconds(20));
    const SheetId id = book.open({folder / "manufacturer/base.json"}).sheets.at(0);
    CHECK(book.save_as(id, folder / "elsewhere/b.json").empty());
    QSignalSpy outside(&book, &Workbook::changed_outside);
    write(folder / "manufacturer/base.json", "{}");
    QTest::qWait(120);
    CHECK(outside.count() == 0);
    write(folder / "elsewhere/b.json", "{}");
    CHECK(QTest::qWaitFor([&] { return outside.count() == 1; }, 3000));
}
