#include "document/workbook.hpp"

#include "io/json_text.hpp"
#include "io/merge.hpp"
#include "io/reach.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>
#include <QSignalSpy>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

namespace {
constexpr std::string_view price = "/segments/machined_parts/price";
Json parsed(std::string_view text) { return *io::parse_json(text, "test").value; }
}  // namespace

TEST_CASE("save: an edit changes its line of the file and nothing else") {
    Folder folder("manufacturer");
    const fs::path file = folder / "manufacturer/base.json";
    std::string text = read(file);
    Workbook book;
    const SheetId id = book.open({file}).sheets.at(0);
    QSignalSpy saved(&book, &Workbook::saved);
    book.set_number(id, "/opening/cash", 93000000);
    CHECK(book.dirty());
    CHECK(book.save(id).empty());
    CHECK(saved.count() == 1);
    CHECK_FALSE(book.dirty());
    CHECK(book.undo_stack()->isClean());
    text.replace(text.find("9,200万円"), std::string("9,200万円").size(), "9,300万円");
    CHECK(read(file) == text);
    book.undo_stack()->undo();  // survives saving
    CHECK(book.dirty());
    CHECK(book.save(id).empty());
    CHECK(read(file) == read(scenarios / "manufacturer/base.json"));
}

TEST_CASE("save: every shipped scenario keeps its bytes under another name, and loses nothing after an edit") {
    for (const fs::path& file : shipped()) {
        INFO(file.string());
        Folder folder;
        fs::copy(file.parent_path(), folder / "company");
        const fs::path own = folder.path / "company" / file.filename(), other = folder / "company/other.json";
        Workbook book;
        const SheetId id = book.open({own}).sheets.at(0);
        CHECK(book.save_as(id, other).empty());
        CHECK(read(other) == read(own));
        book.set_value(id, "/note", "edited");
        CHECK(book.save(id).empty());
        Json expected = parsed(read(own));
        expected["note"] = "edited";
        CHECK(parsed(read(other)) == expected);
    }
}

TEST_CASE("save as: extends and other paths lead from the new place to the same files") {
    Folder folder("manufacturer");
    io::allow_reach(folder / "");  // a variant in one folder and its base in another
    Workbook book;
    const SheetId variant = book.open({folder / "manufacturer/price_up.json"}).sheets.at(0);
    const SheetId base = book.base();
    CHECK(book.save_as(variant, folder / "plans/2027/price.json").empty());
    CHECK(at(*book.sheet(variant).content, "/extends") == "../../manufacturer/base.json");
    CHECK(io::read_document(folder / "plans/2027/price.json").value);
    CHECK(book.save_as(base, folder / "base2.json").empty());
    CHECK(at(*book.sheet(variant).content, "/extends") == "../../base2.json");
    CHECK(book.dirty(variant));
    CHECK(book.save_all().empty());
    CHECK(io::read_document(folder / "plans/2027/price.json").value->sources.front().file.ends_with("base2.json"));
    CHECK(book.save_as(base, folder / "plans/2027/price.json").front().code == "already-open");
}

TEST_CASE("save: a variant needs the file of its base first, and a scenario without a file a name") {
    Folder folder;
    Workbook book;
    const SheetId base = book.new_company();
    const SheetId variant = book.make_variant(base, {"V", "V"});
    CHECK(book.save(base).front().code == "no-file");
    CHECK(book.save_as(variant, folder / "v.json").front().code == "base-unsaved");
    CHECK(book.sheet(variant).path.empty());
    CHECK(book.save_as(base, folder / "b.json").empty());
    CHECK(book.save_as(variant, folder / "v.json").empty());
    CHECK(at(*book.sheet(variant).content, "/extends") == "b.json");
    CHECK(io::read_document(folder / "v.json").value);
    CHECK_FALSE(book.dirty());
    CHECK(book.save_as(base, "/proc/none/b.json").front().code == "cannot-write");
    CHECK(book.sheet(base).path == folder / "b.json");
}

TEST_CASE("outside: a file that somebody else wrote is noticed, kept or reloaded, and not written over unasked") {
    Folder folder("manufacturer");
    const fs::path file = folder / "manufacturer/base.json";
    Workbook book;
    const SheetId id = book.open({file}).sheets.at(0);
    QSignalSpy outside(&book, &Workbook::changed_outside);
    CHECK_FALSE(book.look_outside(id));
    book.set_number(id, price, 2500);
    Json theirs = parsed(read(file));
    theirs["opening"]["cash"] = 1;
    write(file, theirs.dump());

    CHECK(book.save(id).front().code == "changed-outside");
    CHECK(book.look_outside(id));
    CHECK_FALSE(book.look_outside(id));  // said once
    CHECK(outside.count() == 1);

    SUBCASE("ours") {
        book.keep(id);
        CHECK(book.dirty(id));
        CHECK(book.save(id).empty());
        CHECK(at(parsed(read(file)), "/opening/cash") == "9,200万円");
        CHECK(at(parsed(read(file)), price) == 2500);
    }
    SUBCASE("forced") {
        CHECK(book.save(id, Workbook::Overwrite::force).empty());
        CHECK_FALSE(book.sheet(id).changed_outside);
    }
    SUBCASE("theirs, one step of undo") {
        CHECK(book.reload(id).empty());
        CHECK(at(*book.merged(id), "/opening/cash") == 1);
        CHECK(at(*book.merged(id), price) == 2400);
        CHECK_FALSE(book.dirty());
        book.undo_stack()->undo();
        CHECK(at(*book.merged(id), price) == 2500);
        CHECK(book.dirty());
    }
    SUBCASE("gone") {
        fs::remove(file);
        CHECK(book.reload(id).front().code == "file-missing");
        book.keep(id);
        CHECK(book.save(id).empty());
        CHECK(fs::exists(file));
    }
}

TEST_CASE("broken: a text that is no JSON is open with its problems, and can be mended") {
    Folder folder;
    write(folder / "a.json", "{\"format\": 1,\n  \"name\": }");
    Workbook book;
    const auto opened = book.open({folder / "a.json", folder / "none.json"});
    REQUIRE(opened.sheets.size() == 1);
    const SheetId id = opened.sheets[0];
    REQUIRE(opened.problems.size() == 2);
    CHECK(opened.problems[0].line == 2);
    CHECK(opened.problems[1].code == "file-missing");
    CHECK_FALSE(book.merged(id));
    CHECK(book.problems(id).size() == 1);
    CHECK(book.set_value(id, "/name", "x").front().code == "not-editable");
    CHECK(book.text_of(id) == "{\"format\": 1,\n  \"name\": }");
    book.set_text(id, "{\"format\": 1,\n  \"name\": \"A\"}");
    CHECK(book.problems(id).empty());
    CHECK(at(*book.merged(id), "/name") == "A");
    CHECK(book.dirty(id));
    CHECK(book.set_value(id, "/name", "B").empty());
    CHECK(book.save(id).empty());
    CHECK(read(folder / "a.json") == "{\"format\": 1,\n  \"name\": \"B\"}");
    book.undo_stack()->undo();
    book.undo_stack()->undo();
    CHECK(book.problems(id).size() == 1);
}

TEST_CASE("broken: a missing base is a problem at /extends, mended in place") {
    Folder folder("manufacturer");
    write(folder / "manufacturer/v.json", R"({"format": 1, "name": "V", "extends": "bass.json"})");
    Workbook book;
    const auto opened = book.open({folder / "manufacturer/v.json"});
    const SheetId id = opened.sheets.at(0);
    CHECK(opened.problems.at(0).code == "extends-missing");
    CHECK(opened.problems.at(0).pointer == "/extends");
    CHECK(book.problems(id).size() == 1);
    CHECK(book.set_value(id, "/extends", "base.json").empty());
    CHECK(book.problems(id).empty());
    CHECK(book.sheets().size() == 2);
    CHECK(at(*book.merged(id), price) == 2400);
    book.undo_stack()->undo();
    CHECK(book.problems(id).size() == 1);
}

TEST_CASE("broken: a circle of files, and a base that is no JSON") {
    Folder folder;
    write(folder / "a.json", R"({"format": 1, "extends": "b.json"})");
    write(folder / "b.json", R"({"format": 1, "extends": "a.json"})");
    write(folder / "c.json", R"({"format": 1, "extends": "d.json"})");
    write(folder / "d.json", R"({"format")");
    Workbook book;
    const auto opened = book.open({folder / "a.json", folder / "c.json"});
    CHECK(book.problems(opened.sheets.at(0)).at(0).code == "extends-cycle");
    CHECK_FALSE(book.merged(opened.sheets[0]));
    CHECK(book.problems(opened.sheets.at(1)).at(0).file.ends_with("d.json"));
    CHECK(book.snapshot().sheets.size() == 4);
}
