#include "runner/answer.hpp"

#include <doctest/doctest.h>

using namespace goho::gui;

TEST_CASE("answer: a scenario is found by its id, not by its place") {
    Answer answer;
    answer.scenarios = {std::make_shared<Computed>(Computed{7, {}, {}, {}}), std::make_shared<Computed>(Computed{3, {}, {}, {}})};
    CHECK(answer.find(3) == answer.scenarios[1].get());
    CHECK(answer.find(1) == nullptr);
}
