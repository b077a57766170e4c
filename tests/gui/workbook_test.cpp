#include "document/workbook.hpp"

#include "io/json_text.hpp"
#include "io/merge.hpp"
#include "io/scenario_reader.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>
#include <QSignalSpy>
#include <random>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

namespace {

constexpr std::string_view price = "/segments/machined_parts/price";

Json parsed(std::string_view text) { return *io::parse_json(text, "test").value; }

/// A base with a variant of it that has no file yet.
struct Pair {
    Folder folder{"manufacturer"};
    Workbook book;
    SheetId base, variant;
    Pair() {
        base = book.open({folder / "manufacturer/base.json"}).sheets.at(0);
        variant = book.make_variant(base, {"Bold", "積極案"});
    }
    const Json& own() { return *book.sheet(variant).content; }
};

}  // namespace

TEST_CASE("workbook: every shipped scenario opens without problems, merged as the engine merges it") {
    for (const fs::path& file : shipped()) {
        INFO(file.string());
        Workbook book;
        const auto opened = book.open({file});
        CHECK(opened.problems.empty());
        REQUIRE(opened.sheets.size() == 1);
        CHECK(book.active() == opened.sheets[0]);
        CHECK(*book.merged(opened.sheets[0]) == io::read_document(file).value->content);
        CHECK_FALSE(book.dirty());
        CHECK(book.text_of(opened.sheets[0]) == read(file));
    }
}

TEST_CASE("workbook: a variant brings its base along, before it; a base is opened once") {
    Folder folder("manufacturer");
    Workbook book;
    const auto opened = book.open({folder / "manufacturer/price_up.json", folder / "manufacturer/equipment_loan.json"});
    REQUIRE(book.sheets().size() == 3);
    CHECK(book.sheet(book.base()).path == folder / "manufacturer/base.json");
    CHECK(book.sheet(opened.sheets[0]).parent == book.base());
    CHECK(book.sheet(opened.sheets[1]).parent == book.base());
    CHECK(book.open({folder / "manufacturer/./base.json"}).sheets == std::vector{book.base()});
    CHECK(book.sheets().size() == 3);
    CHECK(book.name(opened.sheets[0]).ja == "値上げ3%");
}

TEST_CASE("workbook: a new company is sound, and nothing is lost by closing it untouched") {
    Workbook book;
    const SheetId id = book.new_company();
    const auto reading = io::read_scenario_content(*book.merged(id), "new.json");
    CHECK(reading.problems.empty());
    CHECK(reading.warnings.empty());
    CHECK_FALSE(book.dirty());
    book.set_number(id, "/segments/main/price", 11000);
    CHECK(book.dirty());
}

TEST_CASE("workbook: a template gives a company without a file") {
    Workbook book;
    Problems problems;
    const SheetId id = book.new_from(scenarios / "manufacturer/price_up.json", problems);
    CHECK(problems.empty());
    CHECK(book.sheet(id).path.empty());
    CHECK(book.sheet(id).parent == no_sheet);
    CHECK(*book.merged(id) == io::read_document(scenarios / "manufacturer/price_up.json").value->content);
    CHECK(book.new_from("nowhere.json", problems) == no_sheet);
    CHECK(problems.front().code == "file-missing");
}

TEST_CASE("workbook: a patch holds only what differs") {
    Pair p;
    CHECK(p.own().dump() == R"({"format":1,"name":{"en":"Bold","ja":"積極案"},"extends":"base.json"})");
    p.book.set_number(p.variant, price, 2600);
    CHECK(at(p.own(), "/segments").dump() == R"({"machined_parts":{"price":2600}})");
    CHECK(at(*p.book.merged(p.variant), price) == 2600);
    CHECK(at(*p.book.merged(p.base), price) == 2400);
    p.book.set_number(p.variant, price, 2400);
    CHECK_FALSE(p.own().contains("segments"));  // as the base has it
}

TEST_CASE("workbook: 1200000 is 120万円, and a figure keeps the manner of its author") {
    Pair p;
    constexpr std::string_view repairs = "/cost_lines/repairs/monthly_amount";
    p.book.set_number(p.variant, repairs, 850000);
    CHECK(at(p.own(), repairs) == "85万円");
    p.book.set_value(p.variant, repairs, 800000);
    CHECK_FALSE(p.own().contains("cost_lines"));
    p.book.set_number(p.base, repairs, 800001);
    CHECK(at(*p.book.sheet(p.base).content, repairs) == "80.0001万円");
    p.book.set_number(p.base, "/opening/cash", 123456789);
    CHECK(at(*p.book.sheet(p.base).content, "/opening/cash") == "12,345.6789万円");
}

TEST_CASE("workbook: an item of the base is removed by null, and comes back by reset") {
    Pair p;
    p.book.remove_value(p.variant, "/cost_lines/repairs");
    CHECK(at(p.own(), "/cost_lines").dump() == R"({"repairs":null})");
    CHECK_FALSE(at(*p.book.merged(p.variant), "/cost_lines").contains("repairs"));
    p.book.reset(p.variant, "/cost_lines/repairs");
    CHECK_FALSE(p.own().contains("cost_lines"));
    p.book.remove_value(p.variant, "/cost_lines/repairs");
    p.book.set_value(p.variant, "/cost_lines/repairs/category", "other");
    CHECK(at(*p.book.merged(p.variant), "/cost_lines/repairs").dump() == R"({"category":"other"})");
}

TEST_CASE("workbook: items are added under free ids, and what is missing above them is made") {
    Pair p;
    const Json loan = parsed(R"({"principal": "1,000万円", "term_months": 60, "drawn": "2028-04"})");
    CHECK(p.book.add_item(p.variant, "subsidies", "new", loan) == "new");
    CHECK(p.book.add_item(p.variant, "subsidies", "new", loan) == "new_2");
    CHECK(at(p.own(), "/subsidies").size() == 2);
    p.book.remove_value(p.variant, "/subsidies/new");
    p.book.remove_value(p.variant, "/subsidies/new_2");
    CHECK((!p.own().contains("subsidies") || at(p.own(), "/subsidies").empty()));
    p.book.undo_stack()->undo();
    CHECK(at(p.own(), "/subsidies").size() == 1);
}

TEST_CASE("workbook: reset leads a company back to its file, and a variant to its base") {
    Pair p;
    p.book.set_number(p.base, price, 2500);
    p.book.remove_value(p.base, "/cost_lines/it");
    p.book.reset(p.base, price);
    CHECK(at(*p.book.merged(p.base), price) == 2400);
    p.book.reset_all(p.base);
    CHECK_FALSE(p.book.dirty(p.base));
    p.book.set_number(p.variant, price, 2600);
    p.book.reset_all(p.variant);
    CHECK(p.own().dump() == R"({"format":1,"name":{"en":"Bold","ja":"積極案"},"extends":"base.json"})");
}

TEST_CASE("workbook: what stands in the way is a problem and nothing is done") {
    Pair p;
    const auto revision = p.book.revision();
    CHECK(p.book.set_value(p.base, "/company/start/month", 4).front().code == "in-the-way");
    CHECK(p.book.set_value(p.variant, "/company/start/month", 4).front().code == "in-the-way");
    CHECK(p.book.set_value(99, price, 4).front().code == "not-open");
    CHECK(p.book.revision() == revision);
}

TEST_CASE("undo: every edit is one step; named in the language shown") {
    Pair p;
    p.book.set_number(p.variant, price, 2600);
    p.book.set_number(p.variant, price, 2700);
    CHECK(p.book.undo_stack()->undoText().toStdString() == "Machined parts (series): Selling price");
    p.book.set_language(Language::japanese);
    CHECK(p.book.undo_stack()->undoText().toStdString() == "量産部品加工：販売単価");
    p.book.undo_stack()->undo();
    CHECK(at(p.own(), price) == 2600);
    p.book.undo_stack()->undo();
    CHECK_FALSE(p.own().contains("segments"));
    p.book.undo_stack()->undo();  // the variant itself
    CHECK(p.book.sheets() == std::vector{p.base});
    p.book.undo_stack()->redo();
    p.book.undo_stack()->redo();
    CHECK(at(p.own(), price) == 2600);
}

TEST_CASE("undo: a gesture is one step, and none when it ends where it began") {
    Pair p;
    const int before = p.book.undo_stack()->count();
    for (int drag = 0; drag < 2; ++drag) {
        p.book.begin_gesture({"Drag", "ドラッグ"});
        for (int i = 1; i <= 50; ++i) {
            p.book.set_number(p.variant, price, 2400 + 1000 * drag + i);
            p.book.set_number(p.base, "/segments/prototypes/price", 68000 + i + 1000 * drag);
        }
        p.book.end_gesture();
    }
    CHECK(p.book.undo_stack()->count() == before + 2);
    CHECK(p.book.undo_stack()->undoText() == QStringLiteral("Drag"));
    p.book.undo_stack()->undo();
    CHECK(at(*p.book.merged(p.variant), price) == 2450);
    CHECK(at(*p.book.merged(p.base), "/segments/prototypes/price") == 68050);
    p.book.undo_stack()->redo();
    CHECK(at(*p.book.merged(p.variant), price) == 3450);
    p.book.begin_gesture();
    p.book.set_number(p.variant, price, 2000);
    p.book.set_number(p.variant, price, 3450);
    p.book.end_gesture();
    CHECK(p.book.undo_stack()->count() == before + 2);
}

namespace {
/// One random edit on any of the sheets.
void edit(Workbook& book, std::mt19937& random) {
    const auto pick = [&](const auto& all) { return all[random() % all.size()]; };
    const SheetId id = pick(book.sheets());
    static const std::vector<std::string> pointers{"/segments/machined_parts/price",
                                                   "/segments/prototypes/volume",
                                                   "/cost_lines/repairs/monthly_amount",
                                                   "/cost_lines/repairs",
                                                   "/loans/new/principal",
                                                   "/loans",
                                                   "/timeline/price_rise/scale/~1segments~1prototypes~1price",
                                                   "/management/disclosure",
                                                   "/job_groups/office/headcount",
                                                   "/name/en",
                                                   "/note",
                                                   "/treasury/overdraft_limit",
                                                   "/timeline"};
    const std::string pointer = pick(pointers);
    switch (random() % 8) {
        case 0:
            book.remove_value(id, pointer);
            break;
        case 1:
            book.reset(id, pointer);
            break;
        case 2:
            book.set_value(id, pointer, random() % 2 != 0 ? Json("12百万円") : parsed(R"({"a": {"b": 1}, "c": [1]})"));
            break;
        case 3:
            book.reset_all(id);
            break;
        case 4:
            if (book.sheets().size() < 8) book.make_variant(id, {"v", "v"});
            break;
        case 5:
            book.remove(id);
            break;
        case 6:
            book.move(id, static_cast<int>(random() % 4));
            break;
        default:
            book.set_number(id, pointer, static_cast<double>(random() % 5) * 1000.0);
            break;
    }
    if (book.sheets().empty()) book.undo_stack()->undo();
}

std::vector<std::string> all_texts(Workbook& book) {
    std::vector<std::string> texts;
    for (const SheetId id : book.sheets()) texts.push_back(book.sheet(id).content->dump() + "\n" + book.text_of(id));
    return texts;
}
}  // namespace

TEST_CASE("undo: whatever was done, undoing all gives the bytes back, and redoing all the other end") {
    for (unsigned seed = 0; seed < 30; ++seed) {
        Folder folder("manufacturer");
        Workbook book;
        book.open({folder / "manufacturer/price_up.json", folder / "manufacturer/investment_plan.json"});
        const auto first = all_texts(book);
        std::mt19937 random(seed);
        for (int i = 0; i < 59; ++i) {  // the last is no undo
            if (i % 10 == 0) book.begin_gesture();
            edit(book, random);
            if (i % 10 == 4) book.end_gesture();
            if (i % 7 == 3) book.undo_stack()->undo();
        }
        const auto last = all_texts(book);
        while (book.undo_stack()->canUndo()) book.undo_stack()->undo();
        CHECK(all_texts(book) == first);
        CHECK_FALSE(book.dirty());
        while (book.undo_stack()->canRedo()) book.undo_stack()->redo();
        CHECK(all_texts(book) == last);
    }
}

TEST_CASE("workbook: duplicate, order, names, and a base that others need") {
    Pair p;
    const SheetId copy = p.book.duplicate(p.variant, {"Copy", "コピー"});
    CHECK(p.book.sheet(copy).parent == p.base);
    CHECK(p.book.name(copy).ja == "コピー");
    p.book.move(copy, 1);
    CHECK(p.book.sheets() == std::vector{p.base, copy, p.variant});
    CHECK(p.book.remove(p.base).front().code == "base-of-others");
    CHECK(p.book.remove(copy).empty());
    CHECK(p.book.sheets() == std::vector{p.base, p.variant});
    p.book.rename(p.variant, {"Other", "別案"});
    CHECK(p.book.name(p.variant).ja == "別案");
    p.book.undo_stack()->undo();
    CHECK(p.book.name(p.variant).en == "Bold");
}

TEST_CASE("workbook: changed is said once for each step, with a revision that grows") {
    Pair p;
    QSignalSpy changed(&p.book, &Workbook::changed);
    p.book.set_numbers(p.variant, {{std::string(price), 2500}, {"/segments/prototypes/price", 70000}});
    CHECK(changed.count() == 1);
    p.book.set_number(p.variant, price, 2500);  // no change
    CHECK(changed.count() == 1);
    p.book.undo_stack()->undo();
    CHECK(changed.count() == 2);
    CHECK(changed.last().first().toULongLong() == p.book.revision());
}
