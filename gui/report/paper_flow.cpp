// Strips onto pages.
#include "report/paper_pages.hpp"

#include <algorithm>
#include <span>

namespace goho::gui::report {

namespace {

constexpr double slack = 0.1;  // a hundredth of a point

/// Of strips one below the other; on top of a page with their headings and without the space above them.
double height_of(std::span<const Strip> chain, bool on_top) {
    double height = on_top && chain.front().again ? chain.front().again->height : 0.0;
    for (std::size_t i = 0; i < chain.size(); ++i)
        height += chain[i].height + (i == 0 && on_top ? 0.0 : chain[i].before);
    return height;
}

}  // namespace

void Flow::turn() {
    pages_.emplace_back();
    y_ = 0.0;
    empty_ = true;
}

void Flow::put(const Strip& strip) {
    if (!empty_) y_ += strip.before;
    for (auto& ink : moved(strip.inks, {0.0, y_})) pages_.back().push_back(std::move(ink));
    y_ += strip.height;
    empty_ = false;
}

void Flow::put_or_turn(const Strip& strip) {
    if (!empty_ && (strip.new_page || y_ + strip.before + strip.height > height_ + slack)) turn();
    if (strip.new_page) return;
    if (empty_ && strip.again) put(*strip.again);
    put(strip);
}

/// The first of those that wait, which belong together.
void Flow::flush(std::size_t count) {
    const std::span<const Strip> chain(waiting_.data(), count);
    const bool fits_here = y_ + height_of(chain, empty_) <= height_ + slack;
    if (!fits_here && !empty_ && height_of(chain, true) <= height_ + slack) turn();
    for (const auto& strip : chain) put_or_turn(strip);
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
}

void Flow::add(const Strips& strips) {
    for (const auto& strip : strips) {
        waiting_.push_back(strip);
        if (!strip.with_next) flush(waiting_.size());
    }
}

double Flow::left() const { return height_ - y_ - (waiting_.empty() ? 0.0 : height_of(waiting_, empty_)); }

std::vector<std::vector<Ink>> Flow::pages() && {
    if (!waiting_.empty()) flush(waiting_.size());
    if (empty_ && pages_.size() > 1) pages_.pop_back();
    return std::move(pages_);
}

}  // namespace goho::gui::report
