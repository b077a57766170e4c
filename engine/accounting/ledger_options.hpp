// The two attributes that let one ledger give both the managerial and the statutory profit and loss statement:
// how a cost behaves, and where it is placed. And the nature of a cost, for the fixed-cost structure.
#pragma once

#include "core/parameter.hpp"

namespace goho::accounting {

enum class Behaviour { variable, fixed, step_fixed, semi_variable };
enum class Place { cost_of_sales, sga, non_operating, extraordinary };
enum class Category {
    materials, subcontracting, freight, commission, rent, lease, utilities, it, support_services, outsourcing,
    advertising, research_development, training, repairs, travel, insurance, taxes_and_dues, welfare, other,
};

inline constexpr auto behaviour_options = std::to_array<Option>({
    {"variable", {"Variable", "変動費"}},
    {"fixed", {"Fixed", "固定費"}},
    {"step_fixed", {"Step-fixed", "準固定費"}},
    {"semi_variable", {"Semi-variable", "準変動費"}},
});
inline constexpr auto place_options = std::to_array<Option>({
    {"cost_of_sales", {"Cost of sales", "売上原価"}},
    {"sga", {"SG&A expenses", "販管費"}},
    {"non_operating", {"Non-operating expenses", "営業外費用"}},
    {"extraordinary", {"Extraordinary losses", "特別損失"}},
});
inline constexpr auto category_options = std::to_array<Option>({
    {"materials", {"Materials and purchases", "材料費・仕入"}},
    {"subcontracting", {"Subcontracting", "外注費"}},
    {"freight", {"Freight", "荷造運賃"}},
    {"commission", {"Sales commission", "販売手数料"}},
    {"rent", {"Rent", "地代家賃"}},
    {"lease", {"Lease", "リース料"}},
    {"utilities", {"Utilities", "水道光熱費"}},
    {"it", {"IT and subscriptions", "IT・サブスク費"}},
    {"support_services", {"Support services", "業務支援費"}},
    {"outsourcing", {"Back-office outsourcing", "業務委託費"}},
    {"advertising", {"Advertising", "広告宣伝費"}},
    {"research_development", {"Research and development", "研究開発費"}},
    {"training", {"Training", "教育研修費"}},
    {"repairs", {"Repairs", "修繕費"}},
    {"travel", {"Travel and communication", "旅費通信費"}},
    {"insurance", {"Insurance", "保険料"}},
    {"taxes_and_dues", {"Taxes and dues", "租税公課"}},
    {"welfare", {"Welfare", "福利厚生費"}},
    {"other", {"Other", "その他"}},
});
constexpr std::span<const Option> options(Behaviour) { return behaviour_options; }
constexpr std::span<const Option> options(Place) { return place_options; }
constexpr std::span<const Option> options(Category) { return category_options; }

}  // namespace goho::accounting
