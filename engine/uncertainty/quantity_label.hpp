// What an uncertain quantity is called by people: the name of its row, and of the item that it belongs to.
#pragma once

#include "simulation/plan.hpp"

#include <span>
#include <string_view>

namespace goho::uncertainty {

/// "Selling price (Machined parts)", "Selling price (all segments)", "Price elasticity".
Text quantity_label(const simulation::Plan<double>& plan, std::span<const simulation::Address> addresses);

/// Its unit, as the table writes it.
std::string_view unit_of(const simulation::Address& address);

/// The section of a quantity, for telling two apart whose rows have the same name.
Label section_label(const simulation::Address& address);

}  // namespace goho::uncertainty
