// The inputs of a question, made from the description of its fields; what is chosen and typed is kept with the question.
#pragma once

#include <QWidget>  // first: moc stumbles over <compare> unless something else came before

#include "runner/inquirer.hpp"
#include "shown/shown.hpp"

class QGridLayout;
class QLabel;

namespace goho::gui {

class InquiryForm : public QWidget {
    Q_OBJECT

public:
    InquiryForm(const Inquiry& inquiry, Inquirer& inquirer, const Shown& shown, QWidget* parent = nullptr);

Q_SIGNALS:
    void run_wanted();  // Return was pressed in a field

private:
    QWidget* field(const InquiryField& field);
    QWidget* choice(const InquiryField& field);
    QWidget* number(const InquiryField& field);
    QWidget* yes_no(const InquiryField& field);
    QWidget* scenarios(const InquiryField& field);
    QWidget* levers(const InquiryField& field);
    QString value(const InquiryField& field) const;
    void set(const InquiryField& field, const QString& value);

    const Inquiry& inquiry_;
    Inquirer& inquirer_;
    Shown shown_;
    Words words_;
};

}  // namespace goho::gui
