#include "io/narrative_reader.hpp"

#include "batch/fingerprint.hpp"
#include "io/samples.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"
#include "io/statutes.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::io;

namespace {

constexpr std::string_view told = R"(
  "story": {
    "first": {"title": {"en": "Where we stand", "ja": "今の立ち位置"}, "text": "One\nTwo", "page": "cost", "year": 5,
              "highlight": "index_company", "note": "said slowly"},
    "second": {"title": "Dearer", "page": "compare", "scenarios": ["price_up.json", "../other/loan.json"],
               "levers": ["/segments/*/price", "/no/such/lever"]}
  },
  "decision_log": {
    "price": {"date": "2027-04", "question": "Dearer?", "finding": {"en": "Few leave.", "ja": "離れる人は少ない。"},
              "decision": "Yes", "owner": "Sales", "due": "2027-06"},
    "open": {"question": "Rent?"}
  })";

/// The sound scenario with further sections.
std::string with(std::string_view sections) {
    std::string text(sound_scenario);
    text.resize(text.rfind('}'));
    return text + "," + std::string(sections) + "}";
}

std::string all(const Problems& problems, Language language = Language::english) {
    std::string text;
    for (const Problem& problem : problems) text += to_string(problem, language) + "\n";
    return text;
}

}  // namespace

TEST_CASE("story: steps stand in the order of the file, with all that they show") {
    const Reading reading = read_scenario_text(with(told), "plan.json");
    CHECK(all(reading.problems) == "");
    CHECK(all(reading.warnings) == "");
    REQUIRE(reading);
    const auto& story = reading.value->story;
    REQUIRE(story.size() == 2);
    CHECK(story[0].id == "first");
    CHECK(story[0].title == Text{"Where we stand", "今の立ち位置"});
    CHECK(story[0].text == Text{"One\nTwo", "One\nTwo"});
    CHECK(simulation::story_pages[static_cast<std::size_t>(story[0].page)].key == "cost");
    CHECK(story[0].year == 5);
    CHECK(story[0].highlight == "index_company");
    CHECK(story[1].scenarios == std::vector<std::string>{"price_up.json", "../other/loan.json"});
    CHECK(story[1].levers.size() == 2);
    const auto& log = reading.value->decision_log;
    REQUIRE(log.size() == 2);
    CHECK(to_string(log[0].date) == "2027-04");
    CHECK(to_string(log[0].due) == "2027-06");
    CHECK(log[0].finding.ja == "離れる人は少ない。");
    CHECK(log[0].owner.en == "Sales");
    CHECK_FALSE(log[1].date.given());
}

TEST_CASE("story: what was written is read as the same") {
    const Reading reading = read_scenario_text(with(told));
    REQUIRE(reading);
    const Reading again = read_scenario_text(scenario_text(*reading.value));
    REQUIRE(again);
    CHECK(again.value->story == reading.value->story);
    CHECK(again.value->decision_log == reading.value->decision_log);
}

TEST_CASE("story: a lever that the scenario does not have is noted, and the plan runs all the same") {
    const Reading reading = read_scenario_text(
        with(R"("story": {"a": {"title": "Try", "levers": ["/segments/main/prise"]}})"), "plan.json");
    CHECK(reading);
    CHECK(all(reading.warnings) ==
          "plan.json: /story/a/levers: \"/segments/main/prise\" names nothing that can be moved in "
          "this scenario (the step is shown without it)\n");
    CHECK(all(reading.warnings, Language::japanese) ==
          "plan.json: /story/a/levers: \"/segments/main/prise\" "
          "に当たる、動かせる項目はこのシナリオにありません（このレバーなしで表示します）\n");
}

TEST_CASE("story: a plan that is told otherwise is the same plan") {
    const Reading plain = read_scenario_text(sound_scenario), other = read_scenario_text(with(told));
    REQUIRE(plain);
    REQUIRE(other);
    const auto statutes = load_statutes(*plain.value);
    REQUIRE(statutes);
    CHECK(batch::fingerprint(*plain.value, *statutes.value) == batch::fingerprint(*other.value, *statutes.value));
}

TEST_CASE("story: a variant changes one step of its base's story and leaves the others") {
    Reading reading = read_scenario_content(
        Json::parse(with(R"("story": {"a": {"title": "A"}, "b": {"title": "B", "year": 3}})")), "plan.json");
    REQUIRE(reading);
    CHECK(reading.value->story.size() == 2);
    CHECK(reading.value->story[1].year == 3);
}
