// A shop whose sums can be done by hand: it sells at 100, buys at 60 and pays rent, without behaviour and without taxes.
#pragma once

#include "decision/base.hpp"
#include "io/json_text.hpp"
#include "io/merge.hpp"

#include <doctest/doctest.h>
#include <string>

namespace goho::test {

inline decision::Base shop(const char* patch = "{}") {
    auto content = io::parse_json(R"({"format": 1, "name": "Shop", "company": {"start": "2027-04", "months": 36, "behaviour": "off"},
      "opening": {"cash": 50000000, "paid_in_capital": 50000000, "retained_earnings": 0},
      "segments": {"s": {"price": 100, "volume": 10000, "unit_variable_cost": 60}},
      "cost_lines": {"rent": {"category": "rent", "behaviour": "fixed", "monthly_amount": 500000}}})", "shop.json");
    const auto more = io::parse_json(patch, "patch.json");
    REQUIRE(more);
    io::merge_patch(*content.value, *more.value);
    auto base = decision::base_of(decision::Merged{*content.value, "shop.json"});
    for (const auto& problem : base.problems) FAIL(to_string(problem, Language::english));
    return std::move(*base.value);
}

/// A shipped company.
inline decision::Base shipped(const std::string& name) {
    auto base = decision::base_of(std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios" / name);
    REQUIRE(base);
    return std::move(*base.value);
}

/// A plan with a patch over it.
inline decision::Base changed(const decision::Base& base, const char* patch) {
    auto out = decision::with_draft(base, decision::Draft{"x", {"x", "x"}, {}, io::Json::parse(patch)});
    REQUIRE(out);
    return std::move(*out.value);
}

inline std::string said(const decision::Telling& telling, Language language = Language::english) {
    std::string out;
    for (const auto& sentence : telling.sentences) out += sentence.in(language) + "\n";
    return out;
}

template <class T> std::string said(const Result<T>& result, Language language = Language::english) {
    std::string out;
    for (const auto& problem : result.problems) out += to_string(problem, language) + "\n";
    return out;
}

}  // namespace goho::test
