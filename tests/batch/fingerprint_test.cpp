#include "batch/fingerprint.hpp"

#include "core/sha256.hpp"
#include "io/samples.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"

#include <doctest/doctest.h>

namespace goho::batch {

namespace {

std::string fingerprint_of(const nlohmann::ordered_json& document) {
    const auto scenario = io::read_scenario_text(document.dump());
    REQUIRE(scenario);
    const auto statutes = io::load_statutes("japan-sme-2026", "japan-2012");
    return fingerprint(*scenario.value, *statutes.value);
}

}  // namespace

TEST_CASE("sha256: the examples of the standard, and every length of the last block") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
          "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("fingerprint: titles and notation do not matter, figures do") {
    auto document = io::sound();
    const std::string before = fingerprint_of(document);
    document["name"] = "Another title";
    document["note"] = "and a remark";
    document["opening"]["cash"] = 30000000;  // was "30百万円"
    CHECK(fingerprint_of(document) == before);
    document["segments"]["main"]["price"] = 1001;
    CHECK(fingerprint_of(document) != before);
}

TEST_CASE("fingerprint: another law is another result") {
    const auto scenario = io::read_scenario_text(io::sound_scenario);
    auto statutes = *io::load_statutes("japan-sme-2026", "japan-2012").value;
    const std::string before = fingerprint(*scenario.value, statutes);
    statutes.tax_periods.front().corporate.corporate_rate += 0.01;
    CHECK(fingerprint(*scenario.value, statutes) != before);
}

}  // namespace goho::batch
