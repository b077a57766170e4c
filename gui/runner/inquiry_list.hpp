// The entries of the table of questions, and what they share.
#pragma once

#include "runner/inquiries.hpp"

#include <initializer_list>
#include <memory>

namespace goho::gui {

Inquiry attribution_inquiry();
Inquiry goal_seek_inquiry();
Inquiry trough_inquiry();
Inquiry optimise_inquiry();
Inquiry gates_inquiry();
Inquiry information_inquiry();
Inquiry disconnects_inquiry();
Inquiry clinic_inquiry();

template <class T> Result<Teller> refused(Result<T>&& result) { return {{}, std::move(result.problems)}; }

/// An answer that is told in any unit of money.
template <class T> Result<Teller> teller_of(T&& answer) {
    return {[kept = std::make_shared<const T>(std::move(answer))](MoneyUnit money) { return tell(*kept, money); }, {}};
}

/// Figures to choose from, under the names and labels of their own tables; the indices of the five directions after them.
std::vector<Option> figure_options(std::initializer_list<std::string_view> names);

}  // namespace goho::gui
