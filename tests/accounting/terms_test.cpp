#include "accounting/terms.hpp"
#include "lanes_agree.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <initializer_list>
#include <numeric>
#include <vector>

using namespace goho;
using namespace goho::accounting::terms;

namespace {

struct Invoiced {
    double at_once;
    Pipeline<double> pipeline;
};

Invoiced invoiced(double amount, const Terms<double>& terms, int t = 0, int months = 36) {
    Invoiced result{0.0, Pipeline<double>(months)};
    result.at_once = invoice(result.pipeline, t, amount, terms);
    return result;
}

double sum(const std::vector<double>& x) { return std::accumulate(x.begin(), x.end(), 0.0); }

/// Only the named months hold something.
std::vector<double> months_of(const std::vector<double>& due, std::initializer_list<int> months) {
    std::vector<double> found;
    for (const int month : months) found.push_back(due[month]);
    CHECK(sum(found) == sum(due));
    return found;
}

using Yen = std::vector<double>;

}  // namespace

TEST_CASE("terms: a whole lag falls due in its month, from the month of the invoice") {
    const auto two = invoiced(1'100'000, {0.0, 2.0, 0.0, 3.0}, 5);
    CHECK(two.at_once == 0);
    CHECK(months_of(two.pipeline.account_due, {7}) == Yen{1'100'000});
    CHECK(sum(two.pipeline.note_due) == 0);
    CHECK(months_of(invoiced(1'100'000, {0.0, 0.0, 0.0, 0.0}, 5).pipeline.account_due, {5}) == Yen{1'100'000});
    CHECK(months_of(invoiced(1'100'000, {0.0, 12.0, 0.0, 0.0}, 5).pipeline.account_due, {17}) == Yen{1'100'000});
}

TEST_CASE("terms: a fraction of a month splits the sum over two months") {
    // A lag of 1.25 months: three quarters after one month, a quarter after two.
    const auto part = invoiced(1'000'001, {0.0, 1.25, 0.0, 0.0});
    CHECK(months_of(part.pipeline.account_due, {1, 2}) == Yen{750'001, 250'000});  // 750,000.75 rounds up
    CHECK(months_of(invoiced(100, {0.0, 0.5, 0.0, 0.0}).pipeline.account_due, {0, 1}) == Yen{50, 50});
    CHECK(months_of(invoiced(100, {0.0, 11.5, 0.0, 0.0}).pipeline.account_due, {11, 12}) == Yen{50, 50});
}

TEST_CASE("terms: a cash share is paid at once, a note share turns into a note and is paid at its sight") {
    // 1,000,000: 200,000 at once; 800,000 on credit, 40% of it, 320,000, by notes of 3 months after a lag of 1 month.
    const auto sale = invoiced(1'000'000, {0.2, 1.0, 0.4, 3.0}, 2);
    CHECK(sale.at_once == 200'000);
    CHECK(months_of(sale.pipeline.account_due, {3}) == Yen{480'000});
    CHECK(months_of(sale.pipeline.turns_into_note, {3}) == Yen{320'000});
    CHECK(months_of(sale.pipeline.note_due, {6}) == Yen{320'000});
    // Fractions of lag and sight: notes after 1.5 months, paid after 1.5 + 2.25 = 3.75 months.
    const auto slow = invoiced(1'000, {0.0, 1.5, 1.0, 2.25});
    CHECK(months_of(slow.pipeline.turns_into_note, {1, 2}) == Yen{500, 500});
    CHECK(months_of(slow.pipeline.note_due, {3, 4}) == Yen{250, 750});
    // The longest terms.
    CHECK(months_of(invoiced(1'000, {0.0, 12.0, 1.0, 12.0}).pipeline.note_due, {24}) == Yen{1'000});
}

TEST_CASE("terms: the parts of every invoice add up to it, and nothing falls due before its time") {
    for (const double amount : {0.0, 1.0, 7.0, 99'999.0, 1'234'567.0, 1e10 + 1.0}) {
        for (const double cash_share : {0.0, 0.333, 1.0}) {
            for (const double note_share : {0.0, 0.41, 1.0}) {
                for (const double lag : {0.0, 0.3, 1.0, 2.7, 12.0}) {
                    for (const double sight : {0.0, 0.6, 4.0, 12.0}) {
                        const auto i = invoiced(amount, {cash_share, lag, note_share, sight}, 3);
                        CHECK(i.at_once + sum(i.pipeline.account_due) + sum(i.pipeline.turns_into_note) == amount);
                        CHECK(sum(i.pipeline.turns_into_note) == sum(i.pipeline.note_due));
                        double notes_held = 0.0;
                        bool sound = true;
                        for (int t = 0; t < static_cast<int>(i.pipeline.note_due.size()); ++t) {
                            notes_held += i.pipeline.turns_into_note[t] - i.pipeline.note_due[t];
                            sound = sound && notes_held >= 0.0 && i.pipeline.account_due[t] >= 0.0 &&
                                    i.pipeline.note_due[t] >= 0.0 && i.pipeline.account_due[t] == std::floor(i.pipeline.account_due[t]);
                            if (t < 3 + static_cast<int>(lag)) sound = sound && i.pipeline.account_due[t] == 0.0;
                            if (t < 3 + static_cast<int>(lag + sight)) sound = sound && i.pipeline.note_due[t] == 0.0;
                        }
                        CAPTURE(amount);
                        CAPTURE(lag);
                        CAPTURE(sight);
                        CHECK(sound);
                    }
                }
            }
        }
    }
}

TEST_CASE("terms: the last month of a plan has room for its longest note") {
    Pipeline<double> pipeline(12);
    invoice(pipeline, 11, 500.0, {0.0, 12.0, 1.0, 12.0});
    CHECK(pipeline.note_due.at(35) == 500);
}

TEST_CASE("terms: an opening balance falls due in equal parts that add up to it") {
    std::vector<double> due(30, 0.0);
    open_balance(due, 1'000'000.0, 3);  // 333,333.3, 666,666.7, 1,000,000
    CHECK(Yen(due.begin(), due.begin() + 4) == Yen{333'333, 333'334, 333'333, 0});
    std::vector<double> once(30, 0.0);
    open_balance(once, 777.0, 1);
    CHECK(Yen(once.begin(), once.begin() + 2) == Yen{777, 0});
    std::vector<double> longest(30, 0.0);
    open_balance(longest, 12'345'679.0, 24);
    CHECK(sum(longest) == 12'345'679);
}

TEST_CASE("terms: working capital of steady sales is the lag") {
    // 1,100,000 a month, half after one month, half by notes of two months after it: accounts stand at one month's
    // sales, notes at two months of the half.
    Pipeline<double> pipeline(24);
    double accounts = 0.0, notes = 0.0;
    for (int t = 0; t < 24; ++t) {
        accounts += 1'100'000 - invoice(pipeline, t, 1'100'000.0, {0.0, 1.0, 0.5, 2.0});
        accounts -= pipeline.account_due[t] + pipeline.turns_into_note[t];
        notes += pipeline.turns_into_note[t] - pipeline.note_due[t];
        if (t >= 3) {
            CHECK(accounts == 1'100'000);
            CHECK(notes == 1'100'000);
        }
    }
}

TEST_CASE("terms: lanes agree with single runs") {
    test::check_lanes_agree({0.0, 0.3, 1.0, 1.5, 2.25, 4.0, 11.99, 12.0}, []<class Real>(Real lag) {
        Pipeline<Real> pipeline(20);
        std::vector<Real> results;
        for (int t = 0; t < 20; ++t) {
            results.push_back(invoice(pipeline, t, Real(1'234'567.0), Terms<Real>{Real(0.1), lag, lag / 12.0, lag * 0.5}));
        }
        open_balance(pipeline.account_due, whole_yen(lag * 1e6), 5);
        for (const auto* due : {&pipeline.account_due, &pipeline.turns_into_note, &pipeline.note_due}) {
            results.insert(results.end(), due->begin(), due->end());
        }
        return results;
    });
}
