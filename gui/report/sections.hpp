// The sections of a report, in the order in which a bank reads them. Each says nothing when there is nothing to say.
#pragma once

#include "report/material.hpp"

namespace goho::gui::report {

Section question_section(const Material&);
Section story_section(const Material&);        // as it is presented
Section page_section(const Material&);  // the plan on one page
Section comparison_section(const Material&);
Section profit_section(const Material&);  // statements of all fiscal years
Section balance_section(const Material&);
Section break_even_section(const Material&);
Section cash_section(const Material&);  // 資金繰り: months of the first years, then years
Section loans_section(const Material&);
Section gates_section(const Material&);        // gates and Local Benchmark
Section five_section(const Material&);         // the five stakeholders
Section actions_section(const Material&);      // what is undertaken when
Section disconnects_section(const Material&);  // and what to repair first
Section assumptions_section(const Material&);
Section chance_section(const Material&);  // only where chance was reckoned
Section decisions_section(const Material&);
Section appendix_section(const Material&);
Section coefficients_section(const Material&);  // standard values of the model

/// Whether a section lies on its side on paper: figures in single yen need the room.
enum class Wide { never, in_yen, always };

/// Ids and titles of all sections in order, for dialogs and options.
struct SectionKind {
    std::string_view id;
    Label title;
    Section (*make)(const Material&);
    Wide wide = Wide::never;
    bool usual = true;  // else only where it is wished for by name
};
std::span<const SectionKind> section_kinds();

/// The whole report.
Document report_of(const Material& material);

}  // namespace goho::gui::report
