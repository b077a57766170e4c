#include "batch/sweep.hpp"

#include "io/literals.hpp"
#include "io/wording.hpp"

#include <Random123/philox.h>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace goho::batch {

namespace {

using io::in_quotes;
using io::say;

Problem slip(std::string_view option, std::string_view pointer, Text message, Text hint = {}) {
    return {"bad-sweep", std::string(option), std::string(pointer), 0, 0, std::move(message), std::move(hint)};
}

/// Numbers as in a scenario file: 0.05, 5%, 120万円.
std::optional<double> number_of(std::string_view text, Axis& axis) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size()) return std::isfinite(value) ? std::optional(value) : std::nullopt;
    if (const auto share = io::parse_percent(text)) {
        axis.percent = true;
        return share;
    }
    const auto money = io::parse_money(text);
    axis.money = axis.money || money;
    return money;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;; ) {
        const std::size_t end = text.find(at, begin);
        parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

/// 0.1 + 2 × 0.1 is meant to be 0.3: twelve digits are more than anyone writes and fewer than binary leaves behind.
double as_written(double value) {
    const std::string text = fmt::format("{:.12g}", value);
    double out = value;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

/// Numbers that depend on where they are used alone, so that no order of work can change them.
std::uint64_t draw(std::uint64_t seed, std::uint32_t axis, std::uint32_t purpose, std::uint64_t index) {
    const r123::Philox4x32::ctr_type counter{{static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(index >> 32), axis, purpose}};
    const r123::Philox4x32::key_type key{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}};
    const auto out = r123::Philox4x32{}(counter, key);
    return static_cast<std::uint64_t>(out[1]) << 32 | out[0];
}
double uniform(std::uint64_t bits) { return static_cast<double>(bits >> 11) * 0x1p-53; }

/// A shuffle of 0 to n-1 by Fisher and Yates.
std::vector<std::uint32_t> shuffled(std::uint64_t n, std::uint64_t seed, std::uint32_t axis) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0u);
    for (std::uint64_t i = n; i > 1; --i) {
        const auto other = static_cast<std::uint64_t>(uniform(draw(seed, axis, 0, i)) * static_cast<double>(i));
        std::swap(order[i - 1], order[other]);
    }
    return order;
}

std::string with_separators(double number) { return io::shown(std::floor(number)); }

}  // namespace

double Axis::at(std::uint64_t position) const {
    return list.empty() ? as_written(range.low + static_cast<double>(position) * step) : list[position];
}

double Axis::at_share(double share) const {
    if (list.empty() && step == 0.0) return range.low + share * (range.high - range.low);
    return at(static_cast<std::uint64_t>(share * count));
}

double Axis::lowest() const { return list.empty() ? range.low : *std::min_element(list.begin(), list.end()); }
double Axis::highest() const {
    if (!list.empty()) return *std::max_element(list.begin(), list.end());
    return step == 0.0 ? range.high : as_written(range.low + (count - 1.0) * step);
}

Result<Axis> read_axis(std::string_view written) {
    const auto refuse = [&](Text message, Text hint = {}) -> Result<Axis> {
        return {{}, {slip("--sweep", written, std::move(message), std::move(hint))}};
    };
    const Text example{"write it as /segments/main/price=90:110:5 or =90,100,110",
                       "/segments/main/price=90:110:5 または =90,100,110 の形で書いてください"};
    const std::size_t equals = written.find('=');
    if (equals == std::string_view::npos || equals == 0) return refuse({"there is no address and \"=\"", "アドレスと「=」がありません"}, example);
    Axis axis;
    axis.pointer = written.substr(0, equals);
    axis.written = written;
    const std::string_view values = written.substr(equals + 1);
    const bool is_range = values.find(':') != std::string_view::npos;
    std::vector<double> numbers;
    for (const std::string_view part : split(values, is_range ? ':' : ',')) {
        const auto number = number_of(part, axis);
        if (!number) return refuse(say("{} is no number", "{} は数値ではありません", in_quotes(part)), example);
        numbers.push_back(*number);
    }
    if (!is_range) {
        axis.list = std::move(numbers);
        axis.count = static_cast<double>(axis.list.size());
        for (std::size_t i = 0; i < axis.list.size(); ++i) {
            if (std::find(axis.list.begin(), axis.list.begin() + static_cast<std::ptrdiff_t>(i), axis.list[i]) != axis.list.begin() + static_cast<std::ptrdiff_t>(i))
                return refuse(say("{} stands twice in the list", "{} が2回あります", io::shown(axis.list[i])));
        }
        return {std::move(axis), {}};
    }
    if (numbers.size() > 3) return refuse({"a range is from:to:step", "範囲は 開始:終了:刻み です"}, example);
    axis.range = {numbers[0], numbers[1]};
    if (numbers[1] <= numbers[0])
        return refuse(say("the range runs backwards or is empty: from {} to {}", "範囲が逆向きか空です（{}〜{}）", io::shown(numbers[0]), io::shown(numbers[1])),
                      {"the lower end comes first", "小さいほうを先に書いてください"});
    if (numbers.size() == 3) {
        axis.step = numbers[2];
        if (axis.step <= 0.0) return refuse(say("the step {} does not lead upwards", "刻み {} では進みません", io::shown(axis.step)),
                                            {"a step is larger than 0", "刻みは0より大きくしてください"});
        if (axis.step > numbers[1] - numbers[0]) return refuse(say("the step {} leads beyond the end at once", "刻み {} が範囲より大きくなっています", io::shown(axis.step)));
        // A hair of room, so that 0.0:0.3:0.1 reaches its end.
        axis.count = std::floor((numbers[1] - numbers[0]) / axis.step * (1.0 + 1e-12) + 1e-9) + 1.0;
    }
    return {std::move(axis), {}};
}

Result<std::uint64_t> read_sample(std::string_view written) {
    std::uint64_t points = 0;
    const std::string_view number = written.starts_with("lhs:") ? written.substr(4) : std::string_view();
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), points);
    if (number.empty() || error != std::errc() || end != number.data() + number.size() || points == 0) {
        return {{}, {slip("--sample", {}, say("{} names no sample", "{} は標本の指定ではありません", in_quotes(written)),
                           {"write lhs:200 for a Latin hypercube of 200 points", "lhs:200 のように書いてください（ラテン超方格の200点）"})}};
    }
    return {points, {}};
}

Sweep::Sweep(std::vector<Axis> axes, std::uint64_t points, std::uint64_t seed) : axes_(std::move(axes)), samples_(points), seed_(seed) {
    for (std::uint32_t axis = 0; axis < axes_.size(); ++axis) part_.push_back(shuffled(points, seed, axis));
}

std::uint64_t Sweep::points() const {
    if (samples_ > 0) return samples_;
    std::uint64_t product = 1;
    for (const Axis& axis : axes_) product *= static_cast<std::uint64_t>(axis.count);
    return product;
}

std::vector<double> Sweep::point(std::uint64_t number) const {
    std::vector<double> values(axes_.size());
    for (std::size_t i = axes_.size(); i-- > 0;) {
        if (samples_ > 0) {
            const double within = uniform(draw(seed_, static_cast<std::uint32_t>(i), 1, number));
            values[i] = axes_[i].at_share((part_[i][number] + within) / static_cast<double>(samples_));
        } else {
            const auto count = static_cast<std::uint64_t>(axes_[i].count);
            values[i] = axes_[i].at(number % count);
            number /= count;
        }
    }
    return values;
}

std::string Sweep::written() const {
    std::string out;
    for (const Axis& axis : axes_) out += (out.empty() ? "" : " ") + axis.written;
    return samples_ > 0 ? fmt::format("{} lhs:{} seed:{}", out, samples_, seed_) : out;
}

Problems problems_of(const std::vector<Axis>& axes, std::uint64_t samples, std::uint64_t files) {
    Problems problems;
    double points = 1.0;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (axes[k].pointer == axes[i].pointer) {
                problems.push_back(slip("--sweep", axes[i].pointer, {"this quantity is swept twice", "同じ数量が2回指定されています"}));
                break;
            }
        }
        if (samples == 0 && axes[i].list.empty() && axes[i].step == 0.0) {
            problems.push_back(slip("--sweep", axes[i].written, {"a range needs a step", "範囲には刻みが必要です"},
                                     {"write from:to:step, or draw points with --sample lhs:200", "開始:終了:刻み と書くか、--sample lhs:200 で標本にしてください"}));
        }
        points *= axes[i].count;
    }
    if (axes.empty() && samples > 0) {
        problems.push_back(slip("--sample", {}, {"there is nothing to sample", "標本をとる対象がありません"},
                                 {"name ranges with --sweep", "--sweep で範囲を指定してください"}));
    }
    const double runs = (samples > 0 ? static_cast<double>(samples) : points) * static_cast<double>(files);
    if (runs > static_cast<double>(most_runs)) {
        problems.push_back(slip("--sweep", {},
                                 say("this makes {} runs; at most {} are allowed", "計算が{}件になります（最大{}件）", with_separators(runs), with_separators(most_runs)),
                                 {"widen the steps, or draw fewer points with --sample lhs:N", "刻みを粗くするか、--sample lhs:N で点を減らしてください"}));
    }
    return problems;
}

}  // namespace goho::batch
