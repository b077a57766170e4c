#include "core/problem.hpp"

#include <doctest/doctest.h>

using goho::Language;
using goho::Problem;

TEST_CASE("problem: it says file, place, message and likely fix on one line") {
    const Problem problem{.code = "unknown-key", .file = "plan.json", .pointer = "/segments/main/prise",
                          .message = {"unknown key", "不明なキーです"}, .hint = {"did you mean price?", "price のことですか？"}};
    CHECK(to_string(problem, Language::english) ==
          "plan.json: /segments/main/prise: unknown key (did you mean price?)");
    CHECK(to_string(problem, Language::japanese) ==
          "plan.json: /segments/main/prise: 不明なキーです（price のことですか？）");
}

TEST_CASE("problem: broken syntax has a line and a column") {
    const Problem problem{.code = "syntax", .file = "plan.json", .line = 12, .column = 5, .message = {"a comma is missing", "カンマがありません"}};
    CHECK(to_string(problem, Language::english) == "plan.json:12:5: a comma is missing");
    CHECK(to_string(problem, Language::japanese) == "plan.json:12:5: カンマがありません");
}

TEST_CASE("problem: what is not known is left out") {
    CHECK(to_string({.code = "x", .message = {"nothing to read", "空です"}}, Language::english) == "nothing to read");
    CHECK(to_string({.code = "x", .pointer = "/company", .message = {"missing", "ありません"}}, Language::english) == "/company: missing");
    CHECK(to_string({.code = "x", .file = "a.json", .message = {"empty file", "空のファイルです"}}, Language::japanese) == "a.json: 空のファイルです");
}

TEST_CASE("problem: a result holds a value or the reasons why there is none") {
    const goho::Result<int> good{.value = 3, .problems = {}};
    const goho::Result<int> bad{.value = {}, .problems = {{.code = "x", .message = {"no", "否"}}}};
    CHECK(good);
    CHECK_FALSE(bad);
    CHECK(bad.problems.size() == 1);
}
