#include "statistics/shapley.hpp"

#include "core/number.hpp"

#include <algorithm>
#include <bit>

namespace goho::statistics {

namespace {

/// a! b! / (a + b + 1)!: how often, among all orders of a + b + 1 members, a given one joins after just these a.
std::vector<double> order_weights(int members) {
    std::vector<double> out(static_cast<std::size_t>(members));
    double weight = 1.0 / members;
    for (int before = 0; before < members; ++before) {
        out[static_cast<std::size_t>(before)] = weight;
        weight *= static_cast<double>(before + 1) / (members - 1 - before > 0 ? members - 1 - before : 1);
    }
    return out;
}

/// What each member adds when they join in this order.
template <class Visit> void join(const Order& order, const std::function<double(Coalition)>& result, Visit visit) {
    Coalition together = 0;
    double before = result(together);
    for (const int member : order) {
        together |= Coalition{1} << member;
        const double after = result(together);
        visit(static_cast<std::size_t>(member), after - before);
        before = after;
    }
}

Order reversed(const Order& order) { return {order.rbegin(), order.rend()}; }

}  // namespace

std::vector<double> shapley_values(int members, std::span<const double> results) {
    const auto weights = order_weights(members);
    std::vector<double> out(static_cast<std::size_t>(members));
    for (int i = 0; i < members; ++i) {
        const Coalition own = Coalition{1} << i;
        for (Coalition others = 0; others < results.size(); ++others) {
            if (others & own) continue;
            out[static_cast<std::size_t>(i)] +=
                weights[static_cast<std::size_t>(std::popcount(others))] * (results[others | own] - results[others]);
        }
    }
    return out;
}

std::vector<double> shapley_interactions(int members, std::span<const double> results) {
    const auto n = static_cast<std::size_t>(members);
    std::vector<double> out(n * n);
    if (members < 2) return out;
    const auto weights = order_weights(members - 1);
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) {
            const Coalition first = Coalition{1} << a, second = Coalition{1} << b;
            double sum = 0.0;
            for (Coalition others = 0; others < results.size(); ++others) {
                if (others & (first | second)) continue;
                sum += weights[static_cast<std::size_t>(std::popcount(others))] *
                       (results[others | first | second] - results[others | first] - results[others | second] + results[others]);
            }
            out[a * n + b] = out[b * n + a] = sum;
        }
    }
    return out;
}

std::vector<SampledShare> sampled_shapley(int members, std::span<const Order> orders,
                                          const std::function<double(Coalition)>& result) {
    const auto n = static_cast<std::size_t>(members);
    std::vector<SampledShare> out(n);
    std::vector<double> squares(n), pair(n);
    for (const Order& order : orders) {
        std::fill(pair.begin(), pair.end(), 0.0);
        for (const Order& one : {order, reversed(order)})
            join(one, result, [&](std::size_t member, double added) { pair[member] += 0.5 * added; });
        for (std::size_t i = 0; i < n; ++i) out[i].value += pair[i], squares[i] += pair[i] * pair[i];
    }
    const auto count = static_cast<double>(orders.size());
    for (std::size_t i = 0; i < n; ++i) {
        out[i].value /= count;
        const double variance = (squares[i] / count - out[i].value * out[i].value) * count / std::max(1.0, count - 1.0);
        out[i].standard_error = goho::sqrt(std::max(0.0, variance) / count);
    }
    return out;
}

std::vector<Coalition> coalitions_of(int members, std::span<const Order> orders) {
    std::vector<Coalition> out{0, (Coalition{1} << (members - 1) << 1) - 1U};
    for (const Order& order : orders) {
        for (const Order& one : {order, reversed(order)}) {
            Coalition together = 0;
            for (const int member : one) out.push_back(together |= Coalition{1} << member);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace goho::statistics
