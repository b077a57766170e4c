// An answer, whatever the question was: the first sentence large, what else is to be said, proposals that can be opened as
// scenarios, tables beside their charts, and small what it rests on.
#pragma once

#include <QScrollArea>  // first: moc stumbles over <compare> unless something else came before

#include "decision/telling.hpp"
#include "shown/shown.hpp"

class QAbstractItemView;
class QBoxLayout;
class QVBoxLayout;

namespace goho::gui {

class TellingView : public QScrollArea {
    Q_OBJECT

public:
    explicit TellingView(const Shown& shown, QWidget* parent = nullptr);

    /// `notice`: what has to be known before it is read; may be empty.
    void show_telling(const decision::Telling& telling, const QString& notice);
    /// Something that is no answer: why there is none, or what will be here.
    void show_words(const QString& words);
    void set_notice(const QString& notice);
    void set_unit(MoneyUnit unit) { shown_.unit = unit; }
    const decision::Telling& telling() const { return telling_; }

Q_SIGNALS:
    void open_draft(int n);
    void save_draft(int n);
    void copy_wanted();
    void json_wanted();
    void csv_wanted();
    void table_added(QAbstractItemView* table);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void start();
    void add_head();
    void add_sentences();
    void add_drafts();
    void add_pictures();
    void add_notes();
    QWidget* draft_row(int n);
    QWidget* table_panel(const decision::TellingTable& table);
    QWidget* chart_panel(const decision::TellingChart& chart);
    void arrange();

    Shown shown_;
    Words words_;
    decision::Telling telling_;
    QWidget* notice_ = nullptr;
    QVBoxLayout* all_ = nullptr;
    std::vector<QBoxLayout*> pairs_;  // a table and its chart: beside each other where there is room
};

}  // namespace goho::gui
