#include "views/page_list.hpp"

#include "views/actuals_page.hpp"
#include "views/compare_page.hpp"
#include "views/cost_page.hpp"
#include "views/decide_page.hpp"
#include "views/disconnects_page.hpp"
#include "views/evaluation_page.hpp"
#include "views/figures_page.hpp"
#include "views/initiatives_page.hpp"
#include "views/overview_page.hpp"
#include "views/roadmap_page.hpp"
#include "views/segments_page.hpp"
#include "views/statements_page.hpp"

namespace goho::gui {

namespace {

using Make = Page* (*)(const Shown&, QWidget*);

template <class P> Page* make(const Shown& shown, QWidget* parent) { return new P(shown, parent); }
template <FiguresLayout (*layout)()> Page* figures(const Shown& shown, QWidget* parent) {
    return new FiguresPage(layout(), shown, parent);
}

struct Entry {
    std::string_view name;
    Make make;
};

constexpr Entry entries[] = {
    {"overview", make<OverviewPage>},
    {"compare", make<ComparePage>},
    {"statements", make<StatementsPage>},
    {"cost", make<CostPage>},
    {"segments", make<SegmentsPage>},
    {"evaluation", make<EvaluationPage>},
    {"roadmap", make<RoadmapPage>},
    {"initiatives", make<InitiativesPage>},
    {"people", figures<people_layout>},
    {"customers", figures<customers_layout>},
    {"society", figures<society_layout>},
    {"next_generation", figures<next_generation_layout>},
    {"disconnects", make<DisconnectsPage>},
    {"actuals", make<ActualsPage>},
    {"decide", make<DecidePage>},
};

}  // namespace

const std::vector<std::string_view>& page_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> out;
        for (const auto& entry : entries) out.push_back(entry.name);
        return out;
    }();
    return names;
}

Page* make_page(std::string_view name, const Shown& shown, QWidget* parent) {
    for (const auto& entry : entries) {
        if (entry.name == name) return entry.make(shown, parent);
    }
    return nullptr;
}

}  // namespace goho::gui
