// The uncertain quantities as a person reads them: what each is called, and what is believed about it.
#pragma once

#include "uncertainty/draws.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goho::uncertainty {

/// The ends of what is believed, as quantile levels.
inline constexpr double low_level = 0.05, high_level = 0.95;

/// An uncertain quantity, or, without a pointer, everything that happens by chance.
struct Input {
    std::string pointer;
    Text label;
    std::string_view unit;
    double planned = 0.0, low = 0.0, middle = 0.0, high = 0.0;  // of its first place: 5%, 50%, 95%
};

/// With where it is drawn; the draws must outlive it.
struct DrawnInput {
    Input input;
    std::size_t stream = 0;
    bool falling = false;  // a higher uniform makes the quantity smaller: a multiple of what is below zero
    const SubjectDraws::Use* use = nullptr;
    std::span<const simulation::Address> places;
};

/// What one scenario draws, in the order of the streams, which is that of the alphabet.
std::vector<DrawnInput> drawn_inputs(const Draws& draws, std::size_t subject, const simulation::Plan<double>& plan);

/// Puts the section before labels that several inputs share.
void tell_apart(std::vector<DrawnInput>& inputs);

}  // namespace goho::uncertainty
