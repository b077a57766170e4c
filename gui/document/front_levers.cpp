#include "document/front_levers.hpp"

namespace goho::gui {

namespace {
using Items = FrontPattern::Items;
constexpr auto patterns = std::to_array<FrontPattern>({
    {FrontGroup::company, "segments", "price", "", Items::all_together, {"All prices", "全部門の販売単価"}},
    {FrontGroup::company, "segments", "unit_variable_cost", "", Items::all_together, {"All variable costs per unit", "全部門の変動費単価"}},
    {FrontGroup::company, "management", "executive_sponsorship", "", Items::first, {}},
    {FrontGroup::employees, "job_groups", "monthly_pay", "", Items::all_together, {"Monthly pay of all", "全職種の月給"}},
    {FrontGroup::employees, "evaluation", "selling_weight", "", Items::first, {}},
    {FrontGroup::employees, "evaluation", "customer_value_weight", "", Items::first, {}},
    {FrontGroup::employees, "evaluation", "improvement_weight", "", Items::first, {}},
    {FrontGroup::employees, "evaluation", "development_weight", "", Items::first, {}},
    {FrontGroup::customers, "segments", "volume", "", Items::all_together, {"All volumes", "全部門の販売数量"}},
    {FrontGroup::customers, "freed_hours", "customers", "", Items::first, {}},
    {FrontGroup::society, "management", "disclosure", "", Items::first, {}},
    {FrontGroup::next_generation, "cost_lines", "monthly_amount", "training", Items::all_together, {"Training", "教育研修費"}},
    {FrontGroup::next_generation, "cost_lines", "monthly_amount", "research_development", Items::all_together, {"Research and development", "研究開発費"}},
    {FrontGroup::investment, "investments", "amount", "", Items::all_together, {"All investments", "投資額（全体）"}},
    {FrontGroup::investment, "initiatives", "people_budget", "", Items::all_together, {"Budgets for people", "人への予算（全施策）"}},
    {FrontGroup::investment, "initiatives", "follow_up", "", Items::first, {}},
});
}  // namespace

std::span<const FrontPattern> front_patterns() { return patterns; }

}  // namespace goho::gui
