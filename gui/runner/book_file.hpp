// The plan as a workbook with live formulas, in a file: what takes about a second, for a thread beside the window.
#pragma once

#include "core/problem.hpp"
#include "forms/forms.hpp"
#include "simulation/scenario.hpp"

#include <filesystem>

namespace goho::gui {

/// Nothing when the file was written, else why not; a file that is there already stays as it was then.
Problems write_plan_book(const simulation::Scenario& scenario, Language language, const std::filesystem::path& file);

/// The same for a form of banks and agencies, its amounts in thousands of yen.
Problems write_form_book(forms::Form form, const analysis::Study& study, Language language, const std::filesystem::path& file);

}  // namespace goho::gui
