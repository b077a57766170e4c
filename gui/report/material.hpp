// What a report is made from: what the window shows, what the file says beside it, and what its reader is to be told.
// The same small helpers serve all sections: figures as the window writes them, charts with the window's data.
#pragma once

#include "document/levers.hpp"
#include "decision/attribution.hpp"
#include "document/plan_items.hpp"
#include "models/table_model.hpp"
#include "report/document.hpp"
#include "shown/font.hpp"
#include "views/page.hpp"

#include <set>

namespace goho::gui::report {

/// What the cover says, and which sections are wanted; empty means as usual.
struct Wishes {
    QString client, title, prepared_for, prepared_by;
    QString date;                       // as it is to be printed
    std::vector<std::string> sections;  // their ids; empty: the usual ones
    std::string benchmark;              // file of thresholds; empty: as the scenario pins it
};

struct Material {
    Scene scene;  // its active scenario is the plan proposed
    Wishes wishes;
    std::vector<Lever> levers;  // of the plan proposed
    std::set<std::string> given;  // addresses that its files hold; the others stand as the model has them
    std::vector<PlanItem> items;
    PlanSpan span;

    const analysis::Study& plan() const { return *scene.active_study(); }
    /// Nothing when the plan stands alone.
    const analysis::Study* base() const { return scene.active != scene.base ? scene.base_study() : nullptr; }
    const Shown& shown() const { return scene.shown; }
    Words words() const { return {scene.shown.language}; }
    std::optional<Text> benchmark;  // where points come from; that it is invented is said in it
    std::vector<Text> notes;        // what the plan's files say of themselves
    std::optional<decision::Attribution> parts;  // what the plan brings against the base, by its changes
    QString name() const;
    /// Months at the beginning that are as they happened.
    int told() const { return static_cast<int>(plan().scenario.plan.actuals.months.size()); }
};

/// Rows that say nothing: no figure at all, or zeros throughout.
void drop_empty_rows(Table& table);

/// The scenes of a window or of a program without one; the plan proposed must have a result.
Material material_of(const Scene& scene, const Workbook& book, Wishes wishes);

/// In the language shown, or in the other where that is empty.
QString said(const Text& text, Language language);
QString money_unit(const Shown& shown);
/// "FY2027" or "2027年度": the column of a table.
std::vector<QString> year_headings(const analysis::Study& study, Language language);

Cell figure_cell(std::optional<double> value, std::string_view unit, const Shown& shown);
/// The difference to another figure, coloured when it is good or bad.
Cell difference_cell(std::optional<double> value, std::optional<double> base, std::string_view unit, Better better,
                     const Shown& shown);
Cell verdict_cell(stakeholders::Verdict verdict, const QString& behind = {});

/// A table of the window on paper; differences stand below their figures only on the screen.
Table on_paper(const gui::Table& table);

/// Names of all scenarios with their colours.
Names names_of(const Scene& scene);

/// A figure over time, all scenarios; by its name in the tables.
enum class Bands { none, chance };
Picture over_time(const Material& material, std::string_view figure, double height, Bands bands = Bands::none);
template <class C, class Data>
Picture drawn(const Material& material, const QString& title, Data data, double height, const QString& note = {}) {
    auto chart = std::make_shared<C>(material.shown());
    chart->setFont(font_of(material.shown().language));
    chart->set_heading(title);
    chart->show_data(std::move(data));
    return {title, note, std::move(chart), height, 1.0};
}

}  // namespace goho::gui::report
