#include "document/levers.hpp"

#include "document/shares.hpp"
#include "io/scenario_reader.hpp"
#include "simulation/plan.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

using namespace goho;
using namespace goho::gui;
using namespace goho::gui::test;

namespace {

struct Opened {
    Workbook book;
    SheetId id;
    explicit Opened(const char* file = "manufacturer/base.json") { id = book.open({scenarios / file}).sheets.at(0); }
    std::vector<Lever> levers() const { return gui::levers(*book.merged(id), *book.reference(id)); }
};

const Lever& named(const std::vector<Lever>& levers, std::string_view pointer, bool front = false) {
    for (const Lever& lever : levers) {
        if (lever.pointers.front() == pointer && lever.front.has_value() == front) return lever;
    }
    FAIL("no lever for " << pointer);
    return levers.front();
}

}  // namespace

TEST_CASE("levers: every quantity of the plan has one, with the value that the engine reads") {
    for (const char* file : {"manufacturer/investment_plan.json", "cases/integrated.json", "it_services/base.json"}) {
        Opened o(file);
        auto scenario = *io::read_scenario(scenarios / file).value;
        const auto levers = o.levers();
        std::size_t quantities = 0;
        int section = 0;
        simulation::for_each_section<double>([&](const auto& s) {
            const auto& held = scenario.plan.*s.member;
            const auto check = [&](const std::string& at, int item, const auto& rows) {
                for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
                    const double* value = simulation::quantity_at(scenario.plan, {section, item, row});
                    if (value == nullptr) continue;
                    ++quantities;
                    const Lever& lever =
                        named(levers, at + "/" + std::string(rows[static_cast<std::size_t>(row)].name));
                    REQUIRE(lever.value);
                    CHECK(*lever.value == *value);
                    CHECK(lever.meaning.ja == rows[static_cast<std::size_t>(row)].meaning.ja);
                }
            };
            if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
                for (int i = 0; i < static_cast<int>(held.size()); ++i)
                    check("/" + std::string(s.name) + "/" + held[static_cast<std::size_t>(i)].id, i,
                          simulation::table_of<std::remove_cvref_t<decltype(held[0].parameters)>>());
            } else {
                check("/" + std::string(s.name), -1, simulation::table_of<std::remove_cvref_t<decltype(held)>>());
            }
            ++section;
        });
        CHECK(quantities > 300);
    }
}

TEST_CASE("levers: a slider spans its value and base, steps sensibly and stays where it is allowed") {
    for (const fs::path& file : shipped()) {
        Workbook book;
        const SheetId id = book.open({file}).sheets.at(0);
        for (const Lever& lever : gui::levers(*book.merged(id), *book.reference(id))) {
            INFO(file.string() << " " << lever.pointers.front());
            CHECK(lever.slider.low < lever.slider.high);
            CHECK((lever.slider.low >= lever.valid.low && lever.slider.high <= lever.valid.high));
            CHECK(lever.step > 0.0);
            CHECK(lever.step <= lever.slider.high - lever.slider.low);
            CHECK((lever.decimals >= 0 && lever.decimals <= 6));
            if (lever.value) CHECK(lever.slider.holds(*lever.value));
            if (lever.base) CHECK(zone_of(lever, *lever.base) == Zone::as_now);
        }
    }
}

TEST_CASE("levers: about a dozen stand in front, for all five and the investment plan") {
    Opened o("manufacturer/investment_plan.json");
    const auto levers = o.levers();
    std::set<FrontGroup> groups;
    int count = 0, weights = 0;
    bool before = true;
    for (const Lever& lever : levers) {
        if (!lever.front) before = false;
        else CHECK(before);  // they come first
        if (!lever.front) continue;
        groups.insert(*lever.front);
        (lever.share_group == "evaluation" ? weights : count) += 1;
    }
    CHECK(groups.size() == 6);
    CHECK(weights == 4);  // one group with locks
    CHECK((count >= 9 && count <= 13));

    Workbook books;
    const SheetId id = books.new_company();
    books.set_value(id, "/company/behaviour", "off");
    for (const Lever& lever : gui::levers(*books.merged(id), *books.reference(id))) {
        if (lever.front) CHECK((lever.section != "management" && lever.section != "evaluation"));
    }
}

TEST_CASE("levers: all prices move together, and back to what they were to the byte") {
    Opened o;
    const SheetId id = o.book.make_variant(o.id, {"V", "V"});
    auto levers = gui::levers(*o.book.merged(id), *o.book.reference(id));
    const auto prices = [&]() -> const Lever& { return named(levers, "/segments/machined_parts/price", true); };
    REQUIRE(prices().scaled);
    CHECK(prices().pointers.size() == 3);
    CHECK(prices().value == 1.0);
    CHECK(o.book.set_numbers(id, numbers_for(prices(), 1.03)).empty());
    CHECK(at(*o.book.merged(id), "/segments/machined_parts/price") == 2472);
    CHECK(at(*o.book.merged(id), "/segments/assembly_units/price") == 190550);
    refresh(levers, *o.book.merged(id), *o.book.reference(id));
    CHECK(prices().value == 1.03);
    CHECK(prices().changed());
    CHECK(zone_of(prices(), 1.03) == Zone::bold);
    CHECK(zone_of(prices(), 0.97) == Zone::lower);
    CHECK(zone_of(prices(), 1.4) == Zone::beyond);
    CHECK(o.book.set_numbers(id, numbers_for(prices(), 1.0)).empty());
    CHECK_FALSE(o.book.sheet(id).content->contains("segments"));
}

TEST_CASE("levers: what the timeline changes later is marked") {
    Opened o("cases/integrated.json");
    const auto levers = o.levers();
    CHECK(named(levers, "/management/executive_sponsorship").moved_later);
    CHECK_FALSE(named(levers, "/management/disclosure").moved_later);
}

TEST_CASE("levers: they are found by names and meanings in both languages and by their key") {
    Opened o;
    const auto levers = o.levers();
    const Lever& lever = named(levers, "/management/executive_sponsorship");
    for (const char* typed :
         {"sponsorship", "EXECUTIVE spons", "経営層", "経営層　関与", "executive_sponsorship", "management", ""})
        CHECK(answers_to(lever, typed));
    CHECK_FALSE(answers_to(lever, "経営層 金利"));
}

TEST_CASE("shares: setting one rescales the others that are not locked, and the whole stays whole") {
    const ShareGroup group{"evaluation", {}, true, {"/a", "/b", "/c", "/d"}, {0.55, 0.25, 0.10, 0.10}};
    const auto sum = [](const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); };
    auto r = with_share(group, 0, 0.10, {});
    REQUIRE(r);
    CHECK(*r.value == std::vector{0.1, 0.5, 0.2, 0.2});  // 0.9 in the proportion 25 : 10 : 10
    r = with_share(group, 0, 0.35, {false, true, false, false});
    REQUIRE(r);
    CHECK(*r.value == std::vector{0.35, 0.25, 0.2, 0.2});
    CHECK(with_share(group, 0, 0.80, {false, true, false, false}).problems.front().code == "no-room");
    CHECK(with_share(group, 0, 0.50, {false, true, true, true}).problems.front().code == "no-room");
    CHECK(with_share(group, 0, -0.1, {}).problems.front().code == "no-room");
    r = with_share({"e", {}, true, {"/a", "/b", "/c"}, {1.0, 0.0, 0.0}}, 0, 0.5, {});
    CHECK(*r.value == std::vector{0.5, 0.25, 0.25});
    std::mt19937 random(1);
    ShareGroup moving = group;
    for (int i = 0; i < 5000; ++i) {
        const std::vector<bool> locks{random() % 4 == 0, random() % 4 == 0, random() % 4 == 0, random() % 4 == 0};
        const auto next = with_share(moving, random() % 4, static_cast<double>(random() % 101) / 100.0, locks);
        if (!next) continue;
        CHECK(std::abs(sum(*next.value) - 1.0) < 1e-14);
        for (std::size_t k = 0; k < 4; ++k) CHECK((*next.value)[k] >= 0.0);
        moving.values = *next.value;
    }
}

TEST_CASE("shares: what is not used of freed hours may stay unused") {
    const ShareGroup group{"freed_hours", {}, false, {"/a", "/b"}, {0.3, 0.2}};
    CHECK(*with_share(group, 0, 0.6, {}).value == std::vector{0.6, 0.2});
    CHECK(*with_share(group, 0, 0.9, {}).value == std::vector{0.9, 0.1});
}

TEST_CASE("shares: in a company, one step of undo, and the engine is content") {
    Opened o("manufacturer/base.json");
    const SheetId id = o.book.make_variant(o.id, {"V", "V"});
    const int before = o.book.undo_stack()->count();
    CHECK(set_share(o.book, id, "evaluation", 2, 0.4).empty());
    CHECK(o.book.undo_stack()->count() == before + 1);
    const auto reading = io::read_scenario_content(*o.book.merged(id), "v.json");
    CHECK(reading.problems.empty());
    CHECK(reading.value->plan.evaluation.improvement_weight == 0.4);
    o.book.undo_stack()->undo();
    CHECK_FALSE(o.book.sheet(id).content->contains("evaluation"));
    CHECK(set_share(o.book, id, "nothing", 0, 0.4).front().code == "unknown-group");
}
