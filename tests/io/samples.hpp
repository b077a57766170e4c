// A small scenario that is in order, for tests that change one thing in it.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace goho::io {

inline constexpr std::string_view sound_scenario = R"({
  "format": 1,
  "name": {"en": "Small workshop", "ja": "小さな工房"},
  "company": {"start": "2026-04", "months": 36},
  "opening": {"cash": "30百万円", "accounts_receivable": 12000000, "accounts_payable": "4,000,000円",
              "paid_in_capital": "1000万円", "retained_earnings": 16000000},
  "segments": {
    "main": {"name": {"en": "Parts", "ja": "部品"}, "price": 1000, "volume": 12000, "unit_variable_cost": 400,
             "opening_inventory": 3000000},
    "repair": {"price": 20000, "volume": 50, "cash_share": "25%"}
  },
  "cost_lines": {
    "rent": {"behaviour": "fixed", "category": "rent", "monthly_amount": "50万円"},
    "freight": {"behaviour": "variable", "segment": "main", "sales_share": 0.03}
  },
  "job_groups": {"makers": {"headcount": 8, "monthly_pay": 280000, "bonus_months": 2, "place": "cost_of_sales"}},
  "assets": {"lathe": {"cost": 20000000, "opening_book_value": 5000000, "acquired": "2022-06", "useful_life": 10}},
  "loans": {"bank": {"principal": 20000000, "term_months": 60, "annual_interest_rate": "1.8%"}},
  "timeline": {
    "rise": {"from": "2027-04", "scale": {"/segments/main/price": 1.03}},
    "hire": {"name": "One more", "from": "2026-10", "to": "2027-10", "every_months": 6, "add": {"/job_groups/makers/headcount": 1}}
  }
})";

inline nlohmann::ordered_json sound() { return nlohmann::ordered_json::parse(sound_scenario); }

}  // namespace goho::io
