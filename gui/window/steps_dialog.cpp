#include "window/steps_dialog.hpp"

#include "charts/colors.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace goho::gui {

StepsDialog::StepsDialog(const Shown& shown, const QString& title, QWidget* parent)
    : QDialog(parent), shown_(shown), words_{shown.language}, where_(new QLabel), note_(new QLabel),
      stack_(new QStackedWidget), back_(new QPushButton(words_("< &Back", "< 戻る(&B)"))), next_(new QPushButton) {
    setWindowTitle(title);
    resize(1040, 620);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 14, 18, 14);
    all->setSpacing(12);
    where_->setTextFormat(Qt::RichText);
    note_->setObjectName(QStringLiteral("note"));
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(words_("Cancel", "キャンセル"));
    row->addWidget(note_, 1);
    for (auto* button : {back_, next_, cancel}) {
        button->setMinimumWidth(104);
        row->addWidget(button);
    }
    back_->setAutoDefault(false);
    cancel->setAutoDefault(false);
    next_->setDefault(true);
    all->addWidget(where_);
    all->addWidget(stack_, 1);
    all->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(back_, &QPushButton::clicked, this, &StepsDialog::go_back);
    connect(next_, &QPushButton::clicked, this, &StepsDialog::go_on);
}

int StepsDialog::step() const { return stack_->currentIndex(); }
QString StepsDialog::step_name() const { return steps_[static_cast<std::size_t>(step())].name; }
void StepsDialog::set_note(const QString& note) { note_->setText(note); }

void StepsDialog::add_step(Step step) {
    stack_->addWidget(step.page);
    steps_.push_back(std::move(step));
    if (steps_.size() == 1) stack_->setCurrentIndex(0);
    renew_steps();
}

int StepsDialog::beside(int step, int by) const {
    for (int i = step + by; i >= 0 && i < static_cast<int>(steps_.size()); i += by) {
        const auto& passed = steps_[static_cast<std::size_t>(i)].passed;
        if (!passed || !passed()) return i;
    }
    return -1;
}

bool StepsDialog::can_go_on() const {
    const auto& ready = steps_[static_cast<std::size_t>(step())].ready;
    return !ready || ready();
}

void StepsDialog::go_on() {
    if (!can_go_on()) return;
    const int next = beside(step(), 1);
    next < 0 ? finish() : enter(next);
}

void StepsDialog::go_back() {
    if (const int before = beside(step(), -1); before >= 0) enter(before);
}

void StepsDialog::enter(int step) {
    stack_->setCurrentIndex(step);
    setAccessibleDescription(step_name());
    renew_steps();
    entered(step);
    if (isVisible()) focus_page();
}

void StepsDialog::focus_page() {
    if (auto* page = stack_->currentWidget(); page && page->focusProxy()) page->focusProxy()->setFocus();
}

void StepsDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    focus_page();
}

void StepsDialog::renew_steps() {
    if (steps_.empty()) return;
    const Colors& colors = colors_of(shown_.theme);
    QStringList names;
    int number = 0;
    for (int i = 0; i < static_cast<int>(steps_.size()); ++i) {
        const auto& one = steps_[static_cast<std::size_t>(i)];
        if (one.passed && one.passed() && i != step()) continue;
        const bool here = i == step();
        names << QStringLiteral("<span style='color:%1;font-weight:%2'>%3&nbsp;%4</span>")
                     .arg((here ? colors.accent : colors.muted).name(), here ? QStringLiteral("700") : QStringLiteral("400"))
                     .arg(++number)
                     .arg(one.name.toHtmlEscaped());
    }
    where_->setText(names.join(QStringLiteral("<span style='color:%1'> &nbsp;›&nbsp; </span>").arg(colors.faint.name())));
    back_->setEnabled(beside(step(), -1) >= 0);
    next_->setText(beside(step(), 1) < 0 ? last_word_ : words_("&Next >", "次へ(&N) >"));
    next_->setEnabled(can_go_on());
}

}  // namespace goho::gui
