#include "views/lever_picker.hpp"

#include "views/parts.hpp"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

namespace goho::gui {

LeverPicker::LeverPicker(std::vector<LeverChoice> all, std::vector<LeverChoice> chosen, int most, const Shown& shown, QWidget* parent)
    : QWidget(parent), words_{shown.language}, all_(std::move(all)), chosen_(std::move(chosen)), most_(most), box_(new QComboBox), rows_(new QVBoxLayout) {
    box_->setEditable(true);
    box_->setInsertPolicy(QComboBox::NoInsert);
    box_->setMaxVisibleItems(18);
    box_->setMinimumWidth(80);
    box_->setMaximumWidth(300);
    box_->setObjectName(QStringLiteral("addLever"));
    for (const auto& one : all_) box_->addItem(words_(one.label));
    const QString wish = most_ == 1 ? words_("Choose another …", "別の項目を選ぶ…") : words_("Add …", "追加…");
    box_->setAccessibleName(wish);
    box_->lineEdit()->setPlaceholderText(wish);
    box_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box_->completer()->setFilterMode(Qt::MatchContains);
    box_->setCurrentIndex(-1);
    connect(box_, &QComboBox::activated, this, [this](int n) {
        if (n < 0 || n >= static_cast<int>(all_.size())) return;
        add(all_[static_cast<std::size_t>(n)]);
        box_->setCurrentIndex(-1);
        box_->clearEditText();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    rows_->setSpacing(3);
    layout->addLayout(rows_);
    layout->addWidget(box_);
    setFocusProxy(box_);
    show_rows();
}

void LeverPicker::add(const LeverChoice& lever) {
    if (std::any_of(chosen_.begin(), chosen_.end(), [&](const auto& one) { return one.kind == lever.kind && one.pointers == lever.pointers; })) return;
    if (most_ > 0 && static_cast<int>(chosen_.size()) >= most_) chosen_.pop_back();
    chosen_.push_back(lever);
    show_rows();
    Q_EMIT changed();
}

void LeverPicker::remove(std::size_t place) {
    chosen_.erase(chosen_.begin() + static_cast<std::ptrdiff_t>(place));
    show_rows();
    Q_EMIT changed();
}

void LeverPicker::show_rows() {
    while (auto* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();  // a button of it may be what was pressed
        delete item;
    }
    for (std::size_t place = 0; place < chosen_.size(); ++place) rows_->addWidget(row(place));
}

QWidget* LeverPicker::row(std::size_t place) {
    const auto& lever = chosen_[place];
    auto* box = new QWidget;
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    auto* name = new ElidedLabel(words_(lever.label));
    name->setToolTip(name->text());
    line->addWidget(name, 1);
    if (lever.bounded()) {
        line->addWidget(bound(place, false));
        line->addWidget(new QLabel(words_("to", "〜")));
        line->addWidget(bound(place, true));
    }
    if (most_ != 1) {
        auto* away = new QPushButton(words_("Remove", "外す"));
        away->setAccessibleName(words_("Remove: ", "外す：") + name->text());
        connect(away, &QPushButton::clicked, this, [this, place] { remove(place); });
        line->addWidget(away);
    }
    return box;
}

QWidget* LeverPicker::bound(std::size_t place, bool high) {
    auto& text = high ? chosen_[place].high : chosen_[place].low;
    auto* edit = new QLineEdit(QString::fromStdString(text));
    edit->setFixedWidth(80);
    edit->setAlignment(Qt::AlignRight);
    edit->setAccessibleName((high ? words_("To: ", "上限：") : words_("From: ", "下限：")) + words_(chosen_[place].label));
    connect(edit, &QLineEdit::textChanged, this, [this, place, high](const QString& typed) {
        (high ? chosen_[place].high : chosen_[place].low) = typed.toStdString();
        Q_EMIT changed();
    });
    connect(edit, &QLineEdit::returnPressed, this, &LeverPicker::entered);
    return edit;
}

}  // namespace goho::gui
