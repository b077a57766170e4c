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
