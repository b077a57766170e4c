#include "import/line_fit.hpp"

#include <algorithm>
#include <numeric>

namespace goho::imports {

namespace {

double mean(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

std::optional<LineFit> least_squares(std::span<const double> sales, std::span<const double> cost) {
    if (sales.size() < 3 || sales.size() != cost.size()) return {};
    const double mean_sales = mean(sales), mean_cost = mean(cost);
    double xx = 0.0, xy = 0.0, yy = 0.0;
    for (std::size_t i = 0; i < sales.size(); ++i) {
        const double x = sales[i] - mean_sales, y = cost[i] - mean_cost;
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    if (!(xx > 0.0)) return {};
    const double slope = xy / xx;
    const double explained = yy > 0.0 ? std::min(1.0, xy * xy / (xx * yy)) : 0.0;
    return LineFit{slope, mean_cost - slope * mean_sales, explained, static_cast<int>(sales.size())};
}

std::optional<LineFit> high_low(std::span<const double> sales, std::span<const double> cost) {
    if (sales.size() < 2 || sales.size() != cost.size()) return {};
    const auto high = static_cast<std::size_t>(std::max_element(sales.begin(), sales.end()) - sales.begin());
    const auto low = static_cast<std::size_t>(std::min_element(sales.begin(), sales.end()) - sales.begin());
    if (!(sales[high] > sales[low])) return {};
    const double slope = (cost[high] - cost[low]) / (sales[high] - sales[low]);
    return LineFit{slope, cost[low] - slope * sales[low], 0.0, static_cast<int>(sales.size())};
}

}  // namespace goho::imports
