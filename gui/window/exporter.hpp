// Pages as pictures and tables as files or on the clipboard: what menus and the right button offer. File names are
// suggested from the scenario and the page.
#pragma once

#include "runner/errand.hpp"
#include "window/session.hpp"

#include "forms/forms.hpp"

#include <QObject>
#include <QPointer>

class QAbstractItemModel;
class QAbstractItemView;
class QMenu;

namespace goho::gui {

class Exporter : public QObject {
    Q_OBJECT

public:
    Exporter(Session& session, QWidget* window);
    /// The right button on tables and on the page offers what can be done with them.
    void adopt(Page* page);

    void export_picture(Page* page);
    void copy_picture(Page* page);
    /// Of the table that has the focus, else the first that is seen on the page.
    void export_table(Page* page);
    void copy_table(Page* page);
    void copy_table_picture(Page* page);
    /// The tables behind the pages: key figures, gates, comparison, what differs, problems.
    void fill_tables(QMenu* menu);

    QString suggested_name(QStringView what) const;

    /// The active scenario as a workbook with live formulas; asks where.
    void export_book();
    void write_book(const QString& file);
    /// The active scenario on a form of banks and agencies; asks where.
    void export_form(forms::Form form);
    void write_form(forms::Form form, const QString& file);
    bool busy() const { return errand_.busy(); }

Q_SIGNALS:
    /// What became of what was written: for the status line.
    void said(const QString& sentence);

private:
    void adopt(QAbstractItemView* view, Page* page);
    QAbstractItemView* table_of(const Page* page) const;
    void save_csv(const QAbstractItemModel& model, QStringView what);
    /// Writes on the other thread and says what became of it.
    void begin_writing(const QString& file, std::function<Problems()> write);
    void say_failed(const QString& file);

    Session& session_;
    QWidget* window_;
    Errand errand_;
};

/// A page in a file, by its ending: .svg as a drawing, else as a picture.
bool save_page(QWidget& page, const QString& file, const QColor& background);

}  // namespace goho::gui
