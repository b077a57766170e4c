// The steps of an import, each a page that shows what is known and changes the intake; the assistant reads anew after that.
#pragma once

#include <QWidget>  // first: moc stumbles over <compare> unless something else came before

#include "document/intake.hpp"
#include "shown/shown.hpp"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTextBrowser;

namespace goho::gui {

class ChoiceTable;

class ImportStep : public QWidget {
    Q_OBJECT

public:
    ImportStep(const Shown& shown, Intake& intake) : shown_(shown), words_{shown.language}, intake_(intake) {}
    virtual void show_reading(const IntakeReading& reading) = 0;

Q_SIGNALS:
    /// The intake is another one: read anew.
    void changed();

protected:
    const Shown shown_;
    const Words words_;
    Intake& intake_;
};

/// Which files, how they are read where they do not say it, and what they turned out to be.
class FilesStep : public ImportStep {
    Q_OBJECT

public:
    FilesStep(const Shown& shown, Intake& intake);
    void show_reading(const IntakeReading& reading) override;
    void add(const std::vector<std::string>& files);
    void remove_chosen();
    /// Reads a mapping; what is wrong with it is shown. Empty: without one.
    void use_mapping(const std::string& file);
    QString problems_shown() const;

private:
    QWidget* options();
    void choose_files();
    void choose_mapping();
    void show_problems(const Problems& problems, std::size_t open);

    ChoiceTable* table_;
    QComboBox *layout_, *unit_;
    QLineEdit *year_, *mapping_;
    QLabel* open_;
    QPlainTextEdit* problems_;
    Problems of_mapping_;
};

/// Accounts that nobody knows, each with what it resembles and a choice among our accounts.
class AccountsStep : public ImportStep {
    Q_OBJECT

public:
    AccountsStep(const Shown& shown, Intake& intake, std::vector<AskedAccount>& asked);
    void show_reading(const IntakeReading& reading) override;
    void take_proposals();

private:
    void add_row(const AskedAccount& asked);
    std::vector<AskedAccount>& asked_;
    std::vector<std::string> rows_;  // keys of the accounts that have one
    ChoiceTable* table_;
    QPlainTextEdit* problems_;
};

/// Each cost with what its months propose, and the reason; a choice where the model leaves one.
class CostsStep : public ImportStep {
    Q_OBJECT

public:
    CostsStep(const Shown& shown, Intake& intake);
    void show_reading(const IntakeReading& reading) override;

private:
    void build_rows();
    QLabel* explanation_;
    ChoiceTable* table_;
    std::vector<AskedCost> costs_;
};

/// Name and months of the plan, then all that was assumed; of later months, which they are.
class SummaryStep : public ImportStep {
    Q_OBJECT

public:
    SummaryStep(const Shown& shown, Intake& intake, bool goes_on);
    void show_reading(const IntakeReading& reading) override;
    /// Where the answers are kept; empty when they are not.
    std::string mapping_wanted() const;
    QString text() const;

private:
    QString told(const IntakeReading& reading) const;
    bool goes_on_, decided_ = false;  // whether to keep the answers was said by hand
    QLineEdit* name_ = nullptr;
    QSpinBox* months_ = nullptr;
    QTextBrowser* text_;
    QCheckBox* keep_;
    QLineEdit* mapping_;
};

}  // namespace goho::gui
