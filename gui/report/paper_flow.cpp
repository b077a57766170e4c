// Strips onto pages.
#include "report/paper_pages.hpp"

#include <algorithm>
#include <span>

namespace goho::gui::report {

namespace {

struct Flow {
    double height;
    std::vector<std::vector<Ink>> pages{{}};
    double y = 0.0;
    bool empty = true;  // nothing stands on this page yet

    void turn() {
        pages.emplace_back();
        y = 0.0;
        empty = true;
    }
    void put(const Strip& strip) {
        if (!empty) y += strip.before;
        for (auto& ink : moved(strip.inks, {0.0, y})) pages.back().push_back(std::move(ink));
        y += strip.height;
        empty = false;
    }
    double needs(const Strip& strip) const { return strip.height + (empty ? 0.0 : strip.before); }
    void put_or_turn(const Strip& strip) {
        constexpr double slack = 0.1;
        if ((!empty && y + needs(strip) > height + slack) || (strip.new_page && !empty)) turn();
        if (empty && strip.again) put(*strip.again);
        put(strip);
    }
};

/// How many strips from the first on stay together.
std::size_t chain_length(std::span<const Strip> strips) {
    std::size_t n = 1;
    while (n < strips.size() && strips[n - 1].with_next) ++n;
    return n;
}

double height_of(std::span<const Strip> chain, bool on_top) {
    double height = on_top && chain.front().again ? chain.front().again->height : 0.0;
    for (std::size_t i = 0; i < chain.size(); ++i)
        height += chain[i].height + (i == 0 && on_top ? 0.0 : chain[i].before);
    return height;
}

}  // namespace

std::vector<std::vector<Ink>> fill_pages(const Strips& strips, double height) {
    Flow flow{height};
    const std::span<const Strip> all(strips);
    for (std::size_t i = 0; i < all.size();) {
        const auto chain = all.subspan(i, chain_length(all.subspan(i)));
        const bool fits_here = flow.y + height_of(chain, flow.empty) <= height;
        if (!fits_here && !flow.empty && height_of(chain, true) <= height) flow.turn();
        for (const auto& strip : chain) flow.put_or_turn(strip);
        i += chain.size();
    }
    if (flow.empty && flow.pages.size() > 1) flow.pages.pop_back();
    return flow.pages;
}

}  // namespace goho::gui::report
