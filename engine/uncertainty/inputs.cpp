#include "uncertainty/inputs.hpp"

#include "uncertainty/quantity_label.hpp"

#include <fmt/format.h>

namespace goho::uncertainty {

std::vector<DrawnInput> drawn_inputs(const Draws& draws, std::size_t subject, const simulation::Plan<double>& plan) {
    const SubjectDraws& own = draws.subjects[subject];
    std::vector<DrawnInput> by_stream(draws.streams.size());
    std::size_t at = 0;
    for (const auto& use : own.uses) {
        auto& one = by_stream[static_cast<std::size_t>(use.stream)];
        one.use = &use;
        one.places = std::span(own.varied).subspan(at, use.planned.size());
        at += use.planned.size();
    }
    std::vector<DrawnInput> inputs;
    for (std::size_t s = 0; s < by_stream.size(); ++s) {
        auto& one = by_stream[s];
        if (one.use == nullptr) continue;  // of another scenario, or a multiple of zero, which has been said
        const double planned = one.use->planned.front();
        const auto value = [&](double level) { return applied(one.use->apply, planned, one.use->quantile(level)); };
        one.stream = s;
        one.falling = value(low_level) > value(high_level);
        one.input = {draws.streams[s], quantity_label(plan, one.places), unit_of(one.places.front()), planned,
                     value(one.falling ? high_level : low_level), value(0.5), value(one.falling ? low_level : high_level)};
        inputs.push_back(std::move(one));
    }
    return inputs;
}

void tell_apart(std::vector<DrawnInput>& inputs) {
    std::vector<char> shared(inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        for (std::size_t j = 0; j < inputs.size(); ++j) shared[i] = shared[i] || (i != j && inputs[i].input.label == inputs[j].input.label);
    }
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!shared[i]) continue;
        const Label section = section_label(inputs[i].places.front());
        Text& label = inputs[i].input.label;
        label = {fmt::format("{}: {}", section.en, label.en), fmt::format("{}: {}", section.ja, label.ja)};
    }
}

}  // namespace goho::uncertainty
