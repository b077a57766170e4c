// A page of the window: shows one side of the results, and says what was clicked. A page computes nothing and keeps
// nothing but what is on the screen; it is made anew when language or theme change.
#pragma once

#include <QWidget>  // first: moc stumbles over <compare> unless something else came before

#include "runner/answer.hpp"
#include "shown/shown.hpp"

#include <QColor>
#include <map>

class QAbstractItemView;

namespace goho::gui {

class Inquirer;
class Workbook;

/// What all pages show, and how.
struct Scene {
    std::shared_ptr<const Answer> answer;
    std::shared_ptr<const Refinement> refinement;  // may be older than the answer, or null
    SheetId active = -1, base = -1;
    std::map<SheetId, QColor> colors;  // one for each scenario, the same on every page
    Shown shown;

    const analysis::Study* active_study() const { return study(active); }
    const analysis::Study* base_study() const { return study(base); }
    const analysis::Study* study(SheetId sheet) const {
        const Computed* computed = answer ? answer->find(sheet) : nullptr;
        return computed ? computed->study.get() : nullptr;
    }
};

/// A figure that can be asked "why?": a line of the books or of conduct in a month of the plan or a year of it, or an
/// indicator of a year.
struct Figure {
    std::string variable, item, group;  // as analysis::locate() takes them
    int month = 0;                      // of the plan, from 0
    int year = 0;                       // of the plan, from 1: the whole year instead of the month
};

class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// Fixed name for settings, screenshots and tests: "overview".
    virtual std::string_view name() const = 0;
    virtual Label title() const = 0;
    /// On its tab, of which there are many.
    virtual Label tab_title() const { return title(); }
    /// Must return within a few milliseconds: it is called for every step of a dragged lever.
    virtual void show_scene(const Scene& scene) = 0;
    /// Given to every page once; only those that edit keep it.
    virtual void use(Workbook&) {}
    /// Given to every page once; only the one that asks questions keeps it.
    virtual void use(Inquirer&) {}
    /// Goes to where a value of the file is shown; false where the page does not show it.
    virtual bool reveal(std::string_view /*pointer*/) { return false; }

    /// A page that has more to show than a small window holds shows one part of it at a time.
    virtual int part_count() const { return 1; }
    virtual void show_part(int /*part*/) {}
    /// Begins what the part that is shown would have to be asked for, so that a picture of it is not empty; true while that
    /// is under way.
    virtual bool prepare() { return false; }

Q_SIGNALS:
    /// Wants actual months to be taken in.
    void actuals_wanted();
    void why(const goho::gui::Figure& figure);
    /// A table came that was not there when the page was made.
    void table_added(QAbstractItemView* table);
    /// Something was done that the status line should say.
    void said(const QString& sentence);
    /// Wants to see where a value of the file is edited.
    void locate(const QString& pointer);
};

}  // namespace goho::gui
