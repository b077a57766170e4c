#include "views/inquiry_form.hpp"

#include "views/lever_picker.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <algorithm>

namespace goho::gui {

namespace {

/// As wide as its longest entry, but never so wide that a form grows beyond the window.
constexpr int widest_choice = 300;

}  // namespace

InquiryForm::InquiryForm(const Inquiry& inquiry, Inquirer& inquirer, const Shown& shown, QWidget* parent)
    : QWidget(parent), inquiry_(inquiry), inquirer_(inquirer), shown_(shown), words_{shown.language} {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    int row = 0, place = 0;
    bool ticked = false;
    for (const auto& one : inquiry.fields) {
        const bool ticks = one.kind == InquiryField::Kind::yes_no;
        if (ticks && !ticked && place > 0) ++row, place = 0;  // in rows of their own
        ticked = ticks;
        if (ticks) {
            auto* box = field(one);
            box->setToolTip(words_(one.hint));
            box->setObjectName(qt(one.id));
            box->setAccessibleName(words_(one.label));
            grid->addWidget(box, row, 2 * place, 1, 2);
            if (++place == 2) ++row, place = 0;
            continue;
        }
        const bool wide = one.kind == InquiryField::Kind::levers || one.kind == InquiryField::Kind::scenarios;
        if (wide && place > 0) ++row, place = 0;
        auto* widget = field(one);
        const QString name = words_(one.label);
        widget->setAccessibleName(name);
        widget->setToolTip(words_(one.hint));
        widget->setObjectName(qt(one.id));
        auto* label = new QLabel(name);
        label->setObjectName(QStringLiteral("note"));
        label->setBuddy(widget);
        grid->addWidget(label, row, 2 * place, wide ? Qt::AlignTop : Qt::AlignVCenter);
        if (wide) {
            grid->addWidget(widget, row++, 1, 1, 3);
            continue;
        }
        grid->addWidget(widget, row, 2 * place + 1, Qt::AlignLeft | Qt::AlignVCenter);
        if (++place == 2) ++row, place = 0;
    }
    grid->setColumnStretch(3, 1);
}

QString InquiryForm::value(const InquiryField& field) const {
    const auto& values = inquirer_.inputs(inquiry_).values;
    const auto found = values.find(field.id);
    return found != values.end() ? QString::fromStdString(found->second) : qt(field.standard);
}

void InquiryForm::set(const InquiryField& field, const QString& value) { inquirer_.inputs(inquiry_).values[std::string(field.id)] = value.toStdString(); }

QWidget* InquiryForm::field(const InquiryField& one) {
    using Kind = InquiryField::Kind;
    switch (one.kind) {
        case Kind::choice: return choice(one);
        case Kind::yes_no: return yes_no(one);
        case Kind::scenarios: return scenarios(one);
        case Kind::levers: return levers(one);
        default: return number(one);
    }
}

QWidget* InquiryForm::choice(const InquiryField& one) {
    auto* box = new QComboBox;
    for (const auto& option : one.options) box->addItem(words_(option.label), qt(option.key));
    box->setCurrentIndex(std::max(0, box->findData(value(one))));
    box->setMaximumWidth(widest_choice);
    box->setMinimumWidth(70);
    box->setMaxVisibleItems(18);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, &one] { set(one, box->currentData().toString()); });
    return box;
}

QWidget* InquiryForm::number(const InquiryField& one) {
    auto* edit = new QLineEdit(value(one));
    edit->setMinimumWidth(60);
    edit->setMaximumWidth(130);
    edit->setAlignment(Qt::AlignRight);
    if (!one.unit.empty()) edit->setPlaceholderText(qt(unit_name(one.unit, shown_.language)));
    connect(edit, &QLineEdit::textChanged, this, [this, &one](const QString& text) { set(one, text); });
    connect(edit, &QLineEdit::returnPressed, this, &InquiryForm::run_wanted);
    return edit;
}

QWidget* InquiryForm::yes_no(const InquiryField& one) {
    auto* box = new QCheckBox(words_(one.label));
    box->setChecked(value(one) == QStringLiteral("yes"));
    connect(box, &QCheckBox::toggled, this, [this, &one](bool on) { set(one, on ? QStringLiteral("yes") : QStringLiteral("no")); });
    return box;
}

QWidget* InquiryForm::levers(const InquiryField& one) {
    auto all = inquirer_.levers();
    auto chosen = inquirer_.inputs(inquiry_).levers.value_or(standard_levers(all, one.standard));
    auto* picker = new LeverPicker(std::move(all), std::move(chosen), one.most, shown_);
    connect(picker, &LeverPicker::changed, this, [this, picker] { inquirer_.inputs(inquiry_).levers = picker->chosen(); });
    connect(picker, &LeverPicker::entered, this, &InquiryForm::run_wanted);
    return picker;
}

/// All that are open, but the base, which is always among them.
QWidget* InquiryForm::scenarios(const InquiryField&) {
    auto* list = new QListWidget;
    const auto& chosen = inquirer_.inputs(inquiry_).scenarios;
    const auto& book = inquirer_.book();
    for (const SheetId sheet : book.sheets()) {
        if (sheet == book.base()) continue;
        auto* item = new QListWidgetItem(words_(book.name(sheet)), list);
        item->setData(Qt::UserRole, sheet);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(!chosen || std::find(chosen->begin(), chosen->end(), sheet) != chosen->end() ? Qt::Checked : Qt::Unchecked);
    }
    list->setFixedHeight(std::clamp(list->count(), 1, 4) * (list->sizeHintForRow(0) > 0 ? list->sizeHintForRow(0) : 22) + 4);
    connect(list, &QListWidget::itemChanged, this, [this, list] {
        auto& ticked = inquirer_.inputs(inquiry_).scenarios;
        ticked.emplace();
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->checkState() == Qt::Checked) ticked->push_back(list->item(i)->data(Qt::UserRole).toInt());
        }
    });
    return list;
}

}  // namespace goho::gui
