#include "workforce/people.hpp"

#include "core/lanes.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::workforce;

namespace {

const Parameters<double> c;
People<double> thirty() { return people_today(c, 30.0, c.attrition_rate); }
PeopleInputs<double> as_planned(double posts = 30.0) {
    PeopleInputs<double> in;
    in.planned = posts;
    in.attrition_rate = c.attrition_rate;
    return in;
}

}  // namespace

TEST_CASE("people: a group in balance stays in balance for ten years") {
    People<double> now = thirty();
    const People<double> first = now;
    for (int t = 0; t < 120; ++t) now = step(c, now, as_planned()).next;
    CHECK(now.headcount == doctest::Approx(30.0).epsilon(1e-12));
    CHECK(now.novices == doctest::Approx(first.novices).epsilon(1e-12));
    CHECK(now.vacancies == doctest::Approx(first.vacancies).epsilon(1e-12));
}

TEST_CASE("people: the first month by hand") {
    // 30 x 0.0081 = 0.243 leave; novices 0.243 / (1/8 + 0.0081) = 1.8257; 0.972 posts are being filled, a quarter a month.
    const auto [next, f] = step(c, thirty(), as_planned());
    CHECK(f.leavers == doctest::Approx(0.243));
    CHECK(f.hires == doctest::Approx(0.243));
    CHECK(f.dismissed == 0.0);
    CHECK(thirty().novices == doctest::Approx(0.243 / 0.1331));
    CHECK(f.effective == doctest::Approx(30.0 - 0.5 * next.novices));
}

TEST_CASE("people: nobody appears or vanishes") {
    People<double> now = thirty();
    PeopleInputs<double> in = as_planned();
    for (int t = 0; t < 60; ++t) {
        in.planned = t < 20 ? 30.0 : t < 40 ? 36.0 : 25.0;
        in.readiness_to_leave = readiness_to_leave(c, 40.0 + t);
        in.attractiveness = t % 2 == 0 ? 0.7 : 1.2;
        const auto [next, f] = step(c, now, in);
        CHECK(next.headcount == doctest::Approx(now.headcount + f.hires - f.leavers - f.dismissed).epsilon(1e-12));
        CHECK(next.novices >= 0.0);
        CHECK(next.novices <= next.headcount);
        CHECK(next.vacancies >= 0.0);
        now = next;
    }
}

TEST_CASE("people: ten points of satisfaction hold a quarter of the leavers") {
    CHECK(readiness_to_leave(c, 60.0) == 1.0);
    CHECK(readiness_to_leave(c, 70.0) == doctest::Approx(0.7558).epsilon(1e-3));  // exp(-0.28)
    CHECK(attrition(0.0081, 0.7558) == 0.0081 * 0.7558);
    CHECK(attrition(0.9, readiness_to_leave(c, 0.0)) == 1.0);
}

TEST_CASE("people: a new post takes months to fill, a post that is cut goes at once") {
    People<double> now = thirty();
    now = step(c, now, as_planned(32.0)).next;
    CHECK(now.headcount == doctest::Approx(30.0).epsilon(0.001));
    for (int t = 0; t < 6; ++t) now = step(c, now, as_planned(32.0)).next;
    CHECK(now.headcount > 30.5);
    CHECK(now.headcount < 31.8);
    for (int t = 0; t < 60; ++t) now = step(c, now, as_planned(32.0)).next;
    CHECK(now.headcount == doctest::Approx(32.0).epsilon(0.002));
    const auto cut = step(c, now, as_planned(28.0));
    CHECK(cut.flows.dismissed == doctest::Approx(4.0));
}

TEST_CASE("people: posts that freed hours replace are not filled again, and nobody is let go for it") {
    People<double> now = thirty();
    PeopleInputs<double> in = as_planned();
    in.posts_saved = 0.1;
    double let_go = 0.0;
    for (int t = 0; t < 60; ++t) {
        const auto moved = step(c, now, in);
        let_go += moved.flows.dismissed;
        now = moved.next;
    }
    CHECK(let_go == 0.0);
    CHECK(now.headcount == doctest::Approx(27.0).epsilon(0.01));
}

TEST_CASE("people: a group of nobody stays empty") {
    const auto [next, f] = step(c, people_today(c, 0.0, 0.01), as_planned(0.0));
    CHECK(next.headcount == 0.0);
    CHECK(f.leavers == 0.0);
    CHECK(f.hires == 0.0);
}

TEST_CASE("people: only those who stay can be let go") {
    // 0.243 of thirty leave by themselves; the plan has no post left.
    const auto [next, f] = step(c, thirty(), as_planned(0.0));
    CHECK(f.dismissed == doctest::Approx(30.0 - 0.243));
    CHECK(next.headcount == doctest::Approx(f.hires));
}

TEST_CASE("people: posts that are offered already are not offered again, nor taken back") {
    People<double> now = thirty();
    now.vacancies = 50.0;  // a quarter of them is filled
    CHECK(step(c, now, as_planned()).next.vacancies == doctest::Approx(37.5));
}

TEST_CASE("people: posts are filled as readily as the company is attractive, and no faster than today") {
    People<double> now = thirty();
    now.vacancies = 8.0;  // a quarter of them in a month
    PeopleInputs<double> in = as_planned();
    in.attractiveness = 0.5;
    CHECK(step(c, now, in).flows.hires == doctest::Approx(1.0));
    in.attractiveness = 3.0;
    CHECK(step(c, now, in).flows.hires == doctest::Approx(2.0));
}

TEST_CASE("people: what is offered makes up for leavers at once, and in six months for missing people and offers") {
    // Of ten, one leaves. Two more posts: 2 / 6; four months of leavers should be on offer and 1.6 are: 2.4 / 6. A quarter is filled.
    const People<double> now{10.0, 0.0, 1.6, 10.0};
    PeopleInputs<double> in = as_planned(12.0);
    in.attrition_rate = 0.1;
    CHECK(step(c, now, in).next.vacancies == doctest::Approx(1.6 + (1.0 + 2.0 / 6.0 + 0.4) - 0.4));
    // Two posts fewer: two are let go, and with the one who leaves nobody is missing. 1 + 2.4 / 6.
    in.planned = 8.0;
    CHECK(step(c, now, in).next.vacancies == doctest::Approx(1.6 + (1.0 + 0.4) - 0.4));
}

TEST_CASE("people: where everybody has gone, no novice is left") {
    People<double> now{10.0, 5.0, 0.0, 10.0};
    CHECK(step(c, now, as_planned(0.0)).next.novices == 0.0);
}
