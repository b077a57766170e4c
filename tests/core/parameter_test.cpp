#include "core/lanes.hpp"
#include "core/parameter.hpp"

#include <doctest/doctest.h>
#include <limits>
#include <string>

namespace {

using namespace goho;

enum class Colour { red, green };
inline constexpr auto colours = std::to_array<Option>({{"red", {"Red", "赤"}}, {"green", {"Green", "緑"}}});
constexpr std::span<const Option> options(Colour) { return colours; }

/// One member of every kind a table may hold.
template <class Real> struct Sample {
    Real price = 100.0;
    int months = 12;
    bool kept = true;
    Month start = Month::of(2027, 4);
    ShortText note = ShortText("ok");
    Reference loan;
    Colour colour = Colour::red;
};

constexpr Label named{"Name", "名前"};
constexpr Label said{"What it means.", "意味。"};

template <class Real> using S = Sample<Real>;
template <class Real>
inline constexpr auto rows = std::to_array<Parameter<S<Real>>>({
    quantity("price", &S<Real>::price, "yen", {0.0, 1e6}, {10.0, 1000.0}, named, said, Evidence::own_data, "user"),
    whole("months", &S<Real>::months, "months", {1, 600}, {6, 120}, named, said, Evidence::assumption, "judgement"),
    flag("kept", &S<Real>::kept, named, said),
    month("start", &S<Real>::start, named, said),
    text("note", &S<Real>::note, named, said),
    reference("loan", &S<Real>::loan, "loans", named, said),
    option("colour", choice<&S<Real>::colour>, named, said),
});
static_assert(complete(rows<double>));

using Rows = std::array<Parameter<Sample<double>>, 7>;

/// The sound table with one thing changed; whether it is still complete.
template <class F> bool complete_after(F&& change) {
    Rows table = rows<double>;
    change(table);
    return complete(table);
}

}  // namespace

TEST_CASE("parameter table: every member has exactly one row") {
    CHECK(complete_after([](Rows&) {}));
    std::array<Parameter<Sample<double>>, 6> one_missing{};
    for (std::size_t i = 0; i < one_missing.size(); ++i) one_missing[i] = rows<double>[i];
    CHECK_FALSE(complete(one_missing));
    CHECK_FALSE(complete_after([](Rows& t) { t[3] = t[2]; }));                         // a row twice
    CHECK_FALSE(complete_after([](Rows& t) { t[3].name = t[2].name; }));               // a name twice
    CHECK_FALSE(complete_after([](Rows& t) { t[3].field = t[2].field; }));             // a member twice
    CHECK_FALSE(complete_after([](Rows& t) { t[6] = t[0], t[6].name = "colour"; }));  // one twice, one missing
}

TEST_CASE("parameter table: every row says unit, names, meaning and source") {
    CHECK_FALSE(complete_after([](Rows& t) { t[0].name = ""; }));
    CHECK_FALSE(complete_after([](Rows& t) { t[0].unit = ""; }));
    CHECK_FALSE(complete_after([](Rows& t) { t[0].source = ""; }));
    CHECK_FALSE(complete_after([](Rows& t) { t[0].label.en = ""; }));
    CHECK_FALSE(complete_after([](Rows& t) { t[0].label.ja = ""; }));
    CHECK_FALSE(complete_after([](Rows& t) { t[0].meaning.en = ""; }));
    CHECK_FALSE(complete_after([](Rows& t) { t[0].meaning.ja = ""; }));
}

TEST_CASE("parameter table: the default lies inside the plausible range and that inside the valid one") {
    CHECK_FALSE(complete_after([](Rows& t) { t[0].plausible = {200.0, 1000.0}; }));   // default 100 below
    CHECK_FALSE(complete_after([](Rows& t) { t[0].plausible = {10.0, 99.0}; }));      // default 100 above
    CHECK_FALSE(complete_after([](Rows& t) { t[0].valid = {20.0, 1e6}; }));           // plausible from 10
    CHECK_FALSE(complete_after([](Rows& t) { t[0].valid = {0.0, 999.0}; }));          // plausible to 1000
    CHECK_FALSE(complete_after([](Rows& t) { t[1].plausible = {24, 120}; }));         // 12 months below
    CHECK_FALSE(complete_after([](Rows& t) { t[0].plausible = {1000.0, 10.0}; }));    // upside down
    CHECK_FALSE(complete_after([](Rows& t) { t[0].valid = {std::numeric_limits<double>::quiet_NaN(), 1e6}; }));
    CHECK(complete_after([](Rows& t) { t[0].plausible = {100.0, 100.0}; }));
}

TEST_CASE("parameter table: a required parameter has no default that could be implausible") {
    CHECK(complete_after([](Rows& t) { t[0].plausible = {200.0, 1000.0}, t[0].need = Need::required; }));
}

TEST_CASE("parameter table: a range holds its ends and never a NaN") {
    constexpr Range range{-1.0, 2.0};
    CHECK(range.holds(-1.0));
    CHECK(range.holds(2.0));
    CHECK_FALSE(range.holds(-1.0001));
    CHECK_FALSE(range.holds(2.0001));
    CHECK_FALSE(range.holds(std::numeric_limits<double>::quiet_NaN()));
    CHECK_FALSE(range.holds(std::numeric_limits<double>::infinity()));
}

TEST_CASE("parameter table: the same parameters over lanes: quantities in every lane, the rest as it was") {
    const Sample<double> from{.price = 123.0, .months = 36, .kept = false, .start = Month::of(2030, 10),
                              .note = ShortText("五方"), .loan = {2}, .colour = Colour::green};
    const auto lanes = converted<Sample<Lanes>>(from, rows<double>, rows<Lanes>);
    for (int i = 0; i < Lanes::width; ++i) CHECK(lanes.price[i] == 123.0);
    CHECK(lanes.months == 36);
    CHECK_FALSE(lanes.kept);
    CHECK(lanes.start == Month::of(2030, 10));
    CHECK(lanes.note.view() == "五方");
    CHECK(lanes.loan.index == 2);
    CHECK(lanes.colour == Colour::green);

    const auto same = converted<Sample<double>>(from, rows<double>, rows<double>);
    CHECK(same.price == 123.0);
    CHECK(same.colour == Colour::green);
}

TEST_CASE("parameter table: a choice is read and written by its place among the options") {
    Sample<double> sample;
    const auto& chosen = std::get<Choice<Sample<double>>>(rows<double>[6].field);
    CHECK(chosen.options[static_cast<std::size_t>(chosen.get(sample))].key == "red");
    chosen.set(sample, 1);
    CHECK(sample.colour == Colour::green);
    CHECK(chosen.options[static_cast<std::size_t>(chosen.get(sample))].label.in(Language::japanese) == "緑");
}

TEST_CASE("parameter table: a short text holds 95 bytes") {
    const std::string longest(ShortText::capacity, 'x');
    CHECK(ShortText(longest).view() == longest);
    CHECK(ShortText().empty());
    CHECK(ShortText("a") == ShortText("a"));
    CHECK_FALSE(ShortText("a") == ShortText("b"));
}

TEST_CASE("parameter table: evidence has the grades A, B and C") {
    CHECK(grade(Evidence::own_data) == "A");
    CHECK(grade(Evidence::study) == "B");
    CHECK(grade(Evidence::statute) == "B");
    CHECK(grade(Evidence::assumption) == "C");
}

TEST_CASE("parameter table: an item is shown by its name in the language, then the other, then its id") {
    Item<int> item{"main", {"Main shop", "本店"}, 0};
    CHECK(item.shown(Language::japanese) == "本店");
    CHECK(item.shown(Language::english) == "Main shop");
    item.name.en.clear();
    CHECK(item.shown(Language::english) == "本店");
    item.name.ja.clear();
    CHECK(item.shown(Language::english) == "main");
}
