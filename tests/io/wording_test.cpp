#include "io/report.hpp"
#include "io/wording.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::io;

TEST_CASE("wording: a suggestion that repeats a text of the file shows its control characters, and proposes it as it is") {
    const Hint hint = did_you_mean("/evaluation/a\nb");
    CHECK(hint.text.en == "did you mean \"/evaluation/a\\u000ab\"?");
    CHECK(hint.text.ja == "「/evaluation/a\\u000ab」の間違いではありませんか");
    CHECK(hint.proposal.value == "/evaluation/a\nb");
}

TEST_CASE("wording: small and large figures are shown in full as far as they can be read") {
    CHECK(shown(0.0003) == "0.0003");
    CHECK(shown(-2.5e-5) == "-0.000025");
    CHECK(shown(1e13) == "10,000,000,000,000");
    CHECK(shown(1e-9) == "1e-09");
    CHECK(shown(1e30) == "1e+30");
    CHECK(shown(0.0) == "0");
}

TEST_CASE("wording: the place of a very long key ends with a whole character") {
    std::string key, whole;
    for (int i = 0; i < 100; ++i) key += "売";
    for (int i = 0; i < 66; ++i) whole += "売";
    CHECK(member_of("/segments", key) == "/segments/" + whole + "…");
    CHECK(member_of("", std::string(200, 'a')) == "/" + std::string(200, 'a'));
    CHECK(member_of("", std::string(201, 'a')) == "/" + std::string(200, 'a') + "…");
}
