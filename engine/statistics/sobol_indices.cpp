#include "statistics/sobol_indices.hpp"

#include "statistics/moments.hpp"
#include "statistics/quantile.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>

namespace goho::statistics::sobol {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// What each base row adds to the sums of which the estimators are made: two numbers for the variance, then for each
// parameter `terms` of them. A resample weighs the rows and nothing else changes.
constexpr std::size_t common = 2, terms = 4;
enum Term : std::size_t { product, middle, square, distance };

std::vector<double> contributions(std::span<const double> outputs, std::size_t parameters, FirstOrder first_order,
                                  std::span<const std::size_t> rows, double mean) {
    std::vector<double> table;
    table.reserve(rows.size() * (common + terms * parameters));
    for (const std::size_t row : rows) {
        const auto block = outputs.subspan(row * (parameters + 2), parameters + 2);
        const double a = block[0] - mean, b = block[1] - mean;
        table.insert(table.end(), {0.5 * (a + b), 0.5 * (a * a + b * b)});
        for (std::size_t j = 0; j < parameters; ++j) {
            const double mixed = block[j + 2] - mean;
            const double together = first_order == FirstOrder::saltelli ? b * (mixed - a) : b * mixed;
            table.insert(table.end(),
                         {together, 0.5 * (b + mixed), 0.5 * (b * b + mixed * mixed), 0.5 * (a - mixed) * (a - mixed)});
        }
    }
    return table;
}

struct Estimate {
    double variance = 0.0, sum_of_first = 0.0;
    std::vector<double> first, total;
};

/// From the sums over `number` rows; without variance, nothing but that.
Estimate estimate(std::span<const double> sums, double number, std::size_t parameters, FirstOrder first_order) {
    Estimate e;
    const double mean = sums[0] / number;
    e.variance = sums[1] / number - mean * mean;
    if (!(e.variance > 0.0)) return e;
    for (std::size_t j = 0; j < parameters; ++j) {
        const auto own = sums.subspan(common + terms * j, terms);
        double first = own[product] / number / e.variance;
        if (first_order == FirstOrder::janon) {
            const double centre = own[middle] / number, spread = own[square] / number - centre * centre;
            first = spread > 0.0 ? (own[product] / number - centre * centre) / spread : 0.0;
        }
        e.first.push_back(first);
        e.total.push_back(own[distance] / number / e.variance);
        e.sum_of_first += first;
    }
    return e;
}

Standing standing(double value, double low, double high) {
    if (value < 0.0) return high >= 0.0 ? Standing::within_noise : Standing::beyond_noise;
    if (value > 1.0) return low <= 1.0 ? Standing::within_noise : Standing::beyond_noise;
    return Standing::possible;
}

Index index(double value, std::span<double> resampled) {
    std::array<double, 2> ends{};
    quantiles(resampled, std::array{0.025, 0.975}, ends);
    return {value, ends[0], ends[1], standing(value, ends[0], ends[1])};
}

}  // namespace

void fill(const Row& row, std::span<const double> a, std::span<const double> b, std::span<double> point) {
    for (std::size_t j = 0; j < point.size(); ++j) point[j] = row.from_b(j) ? b[j] : a[j];
}

Indices analyse(std::span<const double> outputs, std::size_t parameters, const Settings& settings) {
    const std::size_t block = parameters + 2, base = outputs.size() / block;
    assert(outputs.size() == base * block);
    Indices result;
    std::vector<std::size_t> rows;
    Moments seen, of_points;  // of all trials; of the points a and b, which are drawn alike
    for (std::size_t row = 0; row < base; ++row) {
        const auto own = outputs.subspan(row * block, block);
        if (!std::all_of(own.begin(), own.end(), has_result)) {
            ++result.dropped;
            continue;
        }
        rows.push_back(row);
        for (const double y : own) seen.add(y);
        of_points.add(own[0]);
        of_points.add(own[1]);
    }
    result.rows = rows.size();
    result.mean = rows.empty() ? nan : of_points.mean;
    result.constant = !rows.empty() && constant_between(seen.smallest, seen.largest);
    const Index unknown = result.constant ? Index{} : Index{nan, nan, nan};
    result.first.assign(parameters, unknown);
    result.total.assign(parameters, unknown);
    result.sum_of_first = unknown;
    result.variance = unknown.value;
    if (result.constant || rows.size() < 2) return result;

    const std::size_t width = common + terms * parameters;
    const auto table = contributions(outputs, parameters, settings.first_order, rows, result.mean);
    const auto over_rows = [&](std::span<const std::uint32_t> times) {
        std::vector<double> sums(width, 0.0);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (times[i] == 0) continue;
            const double* own = table.data() + i * width;
            for (std::size_t k = 0; k < width; ++k) sums[k] += times[i] * own[k];
        }
        return estimate(sums, static_cast<double>(rows.size()), parameters, settings.first_order);
    };
    const Estimate found = over_rows(std::vector<std::uint32_t>(rows.size(), 1));
    result.variance = found.variance;
    if (found.first.empty()) return result;

    std::vector<double> sums;
    std::vector<std::vector<double>> first(parameters), total(parameters);
    for (int r = 0; r < settings.bootstrap.resamples; ++r) {
        std::vector<std::uint32_t> times(rows.size(), 0);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double u = settings.bootstrap.uniform(static_cast<std::uint64_t>(r), static_cast<std::uint32_t>(i));
            ++times[one_of(rows.size(), u)];
        }
        const Estimate again = over_rows(times);
        if (again.first.empty()) continue;  // the rows drawn happen to be alike
        sums.push_back(again.sum_of_first);
        for (std::size_t j = 0; j < parameters; ++j) {
            first[j].push_back(again.first[j]);
            total[j].push_back(again.total[j]);
        }
    }
    result.widest = 0.0;
    for (std::size_t j = 0; j < parameters; ++j) {
        result.first[j] = index(found.first[j], first[j]);
        result.total[j] = index(found.total[j], total[j]);
        for (const Index& i : {result.first[j], result.total[j]}) result.widest = max(result.widest, i.high - i.low);
    }
    result.sum_of_first = index(found.sum_of_first, sums);
    result.converged = !sums.empty() && result.widest < settings.width;
    return result;
}

}  // namespace goho::statistics::sobol
