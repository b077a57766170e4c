// The dated tax table as the tests read it: straight from the data file, without the reader of the program.
#pragma once

#include "accounting/consumption_tax.hpp"
#include "accounting/corporate_tax.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace goho::test {

inline nlohmann::json tax_period(const std::string& from) {
    const auto table = nlohmann::json::parse(std::ifstream(GOHO_SOURCE_DIR "/engine/data/tax/japan-sme-2026.json"));
    for (const auto& period : table.at("periods")) {
        if (period.at("from") == from) return period;
    }
    throw std::runtime_error("no tax period from " + from);
}

inline accounting::corporate_tax::Rates corporate_rates(const std::string& from) {
    const auto period = tax_period(from);
    const auto rate = [&](const char* name) { return period.at(name).get<double>(); };
    return {rate("small_income_limit"),   rate("small_income_rate"), rate("corporate_rate"),
            rate("local_corporate_rate"), rate("defence_deduction"), rate("defence_rate"),
            rate("inhabitants_rate"),     rate("enterprise_limit_1"), rate("enterprise_limit_2"),
            rate("enterprise_rate_1"),    rate("enterprise_rate_2"), rate("enterprise_rate_3"),
            rate("special_enterprise_rate"), rate("loss_usable_share"), rate("interim_minimum")};
}

inline accounting::consumption_tax::Rates consumption_rates(const std::string& from) {
    const auto period = tax_period(from);
    const auto rate = [&](const char* name) { return period.at(name).get<double>(); };
    return {rate("consumption_interim_limit_1"), rate("consumption_interim_limit_2"),
            rate("consumption_interim_limit_3"), rate("consumption_national_share")};
}

}  // namespace goho::test
