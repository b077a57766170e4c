#include "document/new_company.hpp"

#include "io/json_text.hpp"

#include <QDate>

namespace goho::gui {

namespace {
constexpr std::string_view text = R"({
  "format": 1,
  "name": {"en": "New company", "ja": "新しい会社"},
  "company": {"start": "2027-04", "months": 120, "fiscal_year_start": 4},
  "opening": {"cash": "3,000万円", "paid_in_capital": "1,000万円", "retained_earnings": "2,000万円"},
  "segments": {
    "main": {"name": {"en": "Main business", "ja": "主力事業"}, "price": 10000, "volume": 1500, "unit_variable_cost": 4000}
  },
  "cost_lines": {
    "rent": {"name": {"en": "Rent", "ja": "地代家賃"}, "behaviour": "fixed", "category": "rent", "monthly_amount": "60万円"},
    "research": {"name": {"en": "Research and development", "ja": "研究開発"}, "behaviour": "fixed", "category": "research_development", "monthly_amount": "10万円"},
    "training": {"name": {"en": "Training", "ja": "教育研修"}, "behaviour": "fixed", "category": "training", "monthly_amount": "10万円"},
    "other": {"name": {"en": "Other expenses", "ja": "その他経費"}, "behaviour": "fixed", "category": "other", "monthly_amount": "120万円"}
  },
  "job_groups": {
    "officers": {"name": {"en": "Officers", "ja": "役員"}, "role": "officer", "headcount": 1, "monthly_pay": "60万円"},
    "staff": {"name": {"en": "Staff", "ja": "従業員"}, "headcount": 12, "monthly_pay": "28万円", "bonus_months": 2}
  }
}
)";
}

Json small_company() {
    Json company = *io::parse_json(text, "new").value;
    const QDate today = QDate::currentDate();
    const int year = today.month() < 4 ? today.year() : today.year() + 1;
    company["company"]["start"] = std::to_string(year) + "-04";
    return company;
}

}  // namespace goho::gui
