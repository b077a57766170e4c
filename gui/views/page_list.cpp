#include "views/page_list.hpp"

#include "views/compare_page.hpp"
#include "views/cost_page.hpp"
#include "views/disconnects_page.hpp"
#include "views/evaluation_page.hpp"
#include "views/figures_page.hpp"
#include "views/initiatives_page.hpp"
#include "views/overview_page.hpp"
#include "views/segments_page.hpp"

namespace goho::gui {

std::vector<Page*> make_pages(const Shown& shown, QWidget* parent) {
    return {new OverviewPage(shown, parent),
            new ComparePage(shown, parent),
            new CostPage(shown, parent),
            new SegmentsPage(shown, parent),
            new EvaluationPage(shown, parent),
            new InitiativesPage(shown, parent),
            new FiguresPage(customers_layout(), shown, parent),
            new FiguresPage(people_layout(), shown, parent),
            new FiguresPage(society_layout(), shown, parent),
            new FiguresPage(next_generation_layout(), shown, parent),
            new DisconnectsPage(shown, parent)};
}

}  // namespace goho::gui
