#include "window/import_steps.hpp"

#include "core/format.hpp"
#include "import/telling.hpp"
#include "window/choice_table.hpp"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <algorithm>

namespace goho::gui {

namespace {

QLabel* explanation(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

QString lines_of(const Problems& problems, Language language) {
    QStringList lines;
    for (const auto& problem : problems) lines << QString::fromStdString(to_string(problem, language));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

// Accounts -----------------------------------------------------------------------------------------------------------

namespace {
enum AccountColumn { account_name, account_section, account_near, account_choice };
}

AccountsStep::AccountsStep(const Shown& shown, Intake& intake, std::vector<AskedAccount>& asked)
    : ImportStep(shown, intake), asked_(asked),
      table_(new ChoiceTable({words_("Account in the files", "ファイルの科目"), words_("Under", "区分"),
                              words_("Resembles", "近い科目"), words_("Standard account", "対応する標準科目")})),
      problems_(new QPlainTextEdit) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(explanation(words_(
        "These accounts are not among the standard accounts. Say which standard account each of them is; your answers are "
        "kept in the mapping file of the client. Typing the first letters finds an account.",
        "次の科目は標準科目にありません。対応する標準科目を選んでください。選んだ内容は会社ごとの対応表に保存されます。"
        "一覧では、先頭の文字を入力しても選べます。")));
    table_->setAccessibleName(words_("Accounts to be answered", "対応を決める科目"));
    auto* take = new QPushButton(words_("Take the nearest for &all that are open", "未対応の科目に、最も近い科目をあてはめる(&A)"));
    take->setObjectName(QStringLiteral("take_proposals"));
    take->setAutoDefault(false);
    connect(take, &QPushButton::clicked, this, &AccountsStep::take_proposals);
    problems_->setReadOnly(true);
    problems_->setTabChangesFocus(true);
    problems_->setMaximumHeight(96);
    problems_->setAccessibleName(words_("Problems", "問題"));
    problems_->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(take);
    row->addStretch(1);
    all->addWidget(table_, 1);
    all->addWidget(problems_);
    all->addLayout(row);
    setFocusProxy(take);
}

void AccountsStep::add_row(const AskedAccount& asked) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    const QString name = QString::fromStdString(asked.name);
    const auto named = [&](const imports::Account* account) { return words_(account->name); };
    table_->set_text(row, account_name, name);
    table_->item(row, account_name)
        ->setToolTip(QFileInfo(QString::fromStdString(asked.file)).fileName() + words_(", line ", " ") +
                     QString::number(asked.line) + words_("", "行目"));
    table_->set_text(row, account_section,
                     asked.section == imports::Section::unknown ? QStringLiteral("–") : words_(imports::label_of(asked.section)));
    table_->set_text(row, account_near, asked.near.empty() ? QStringLiteral("–") : named(asked.near.front()));
    auto* choice = table_->put_choice(row, account_choice, name);
    choice->addItem(words_("(open)", "（未対応）"), QString());
    const auto add = [&](const imports::Account* account) {
        choice->addItem(named(account), QString::fromStdString(account->id));
    };
    for (const auto* account : asked.near) add(account);
    if (!asked.near.empty()) choice->insertSeparator(choice->count());
    for (const auto* account : asked.others) add(account);
    const auto answer_now = intake_.mapping.accounts.find(asked.key);
    if (answer_now != intake_.mapping.accounts.end())
        choice->setCurrentIndex(std::max(0, choice->findData(QString::fromStdString(answer_now->second))));
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, row] {
        answer(asked_[static_cast<std::size_t>(row)],
               imports::standard_account(choice->currentData().toString().toStdString()), intake_.mapping);
        Q_EMIT changed();
    });
}

void AccountsStep::take_proposals() {
    for (int row = 0; row < table_->rowCount(); ++row) {
        auto* choice = table_->choice(row, account_choice);
        const auto& near = asked_[static_cast<std::size_t>(row)].near;
        if (choice->currentIndex() == 0 && !near.empty()) choice->setCurrentIndex(1);
    }
}

void AccountsStep::show_reading(const IntakeReading& reading) {
    // Rows grow at the end; only where a file was taken away they are made anew.
    const bool anew =
        rows_.size() > asked_.size() || !std::equal(rows_.begin(), rows_.end(), asked_.begin(),
                                                    [](const std::string& key, const AskedAccount& one) { return key == one.key; });
    if (anew) {
        table_->setRowCount(0);
        rows_.clear();
    }
    const bool more = rows_.size() < asked_.size();
    while (rows_.size() < asked_.size()) {
        const AskedAccount& next = asked_[rows_.size()];
        add_row(next);
        rows_.push_back(next.key);
    }
    if (more) table_->fit(account_choice, 300);
    // Once all are answered, what else is wrong with the books comes out.
    const bool all = answered(asked_, intake_.mapping);
    problems_->setPlainText(all ? lines_of(reading.problems, shown_.language) : QString());
    problems_->setVisible(all && !reading.problems.empty());
}

// Costs --------------------------------------------------------------------------------------------------------------

namespace {
enum CostColumn { cost_name, cost_section, cost_monthly, cost_fit, cost_choice, cost_reason };
}

CostsStep::CostsStep(const Shown& shown, Intake& intake)
    : ImportStep(shown, intake),
      explanation_(explanation(words_(
          "How each cost moves with sales, as its months say it or as is usual for the account. Change what you know better.",
          "各費用の変動・固定の区分案です。月次の動き、または科目の性質によります。実態に合わせて変更してください。"))),
      table_(new ChoiceTable({words_("Cost", "費用"), words_("Under", "区分"),
                              words_("A month (", "月平均（") + words_(goho::label_of(shown.unit)) + words_(")", "）"),
                              QStringLiteral("R²"), words_("Behaviour", "変動・固定"), words_("Why", "理由")})) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    table_->setAccessibleName(words_("Costs", "費用"));
    all->addWidget(explanation_);
    all->addWidget(table_, 1);
    setFocusProxy(table_);
}

void CostsStep::build_rows() {
    using accounting::Behaviour;
    table_->setRowCount(0);
    table_->setRowCount(static_cast<int>(costs_.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const AskedCost& cost = costs_[static_cast<std::size_t>(row)];
        table_->set_text(row, cost_name, words_(cost.name));
        table_->set_text(row, cost_section, words_(imports::label_of(cost.section)));
        table_->set_text(row, cost_monthly, QString::fromStdString(money(cost.monthly, shown_.unit, shown_.language)), Qt::AlignRight);
        table_->set_text(row, cost_fit, cost.r_squared ? QString::number(*cost.r_squared, 'f', 2) : QStringLiteral("–"), Qt::AlignRight);
        table_->set_text(row, cost_reason, words_(cost.reason));
        const auto word = [&](Behaviour behaviour) {
            return words_(accounting::behaviour_options[static_cast<std::size_t>(behaviour)].label);
        };
        if (cost.key.empty()) {
            table_->set_text(row, cost_choice, word(cost.chosen));
            continue;
        }
        auto* choice = table_->put_choice(row, cost_choice, words_(cost.name));
        for (const auto behaviour : {Behaviour::variable, Behaviour::semi_variable, Behaviour::fixed}) {
            choice->addItem(word(behaviour) + (behaviour == cost.proposed ? words_(" (proposed)", "（案）") : QString()),
                            static_cast<int>(behaviour));
        }
        connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, row] {
            decide(costs_[static_cast<std::size_t>(row)], static_cast<Behaviour>(choice->currentData().toInt()), intake_.mapping);
            Q_EMIT changed();
        });
    }
}

void CostsStep::show_reading(const IntakeReading& reading) {
    if (!reading.books.value) return;
    const auto same = [](const AskedCost& a, const AskedCost& b) {
        return a.key == b.key && a.name.en == b.name.en && a.monthly == b.monthly && a.proposed == b.proposed;
    };
    const bool anew = !std::equal(costs_.begin(), costs_.end(), reading.costs.begin(), reading.costs.end(), same);
    costs_ = reading.costs;
    if (anew) build_rows();
    for (int row = 0; row < table_->rowCount(); ++row) {
        auto* choice = table_->choice(row, cost_choice);
        if (!choice) continue;
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(choice->findData(static_cast<int>(costs_[static_cast<std::size_t>(row)].chosen)));
    }
    if (anew) table_->fit(cost_reason, 230);
}

// Summary ------------------------------------------------------------------------------------------------------------

SummaryStep::SummaryStep(const Shown& shown, Intake& intake, bool goes_on)
    : ImportStep(shown, intake), goes_on_(goes_on), text_(new QTextBrowser),
      keep_(new QCheckBox(words_("&Keep the answers about accounts and costs in", "科目・費用の対応表を保存する(&K)："))),
      mapping_(new QLineEdit) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    if (!goes_on) {
        name_ = new QLineEdit;
        name_->setPlaceholderText(words_("Imported company", "取り込んだ会社"));
        months_ = new QSpinBox;
        months_->setRange(1, 480);
        months_->setValue(intake.company.plan_months);
        months_->setSuffix(words_(" months", "か月"));
        months_->setButtonSymbols(QAbstractSpinBox::NoButtons);  // the arrow keys turn it
        months_->setFixedWidth(110);
        auto* form = new QFormLayout;
        form->addRow(words_("&Name of the company", "会社名(&N)"), name_);
        form->addRow(words_("&Plan after the imported months", "取り込んだ月より後の計画期間(&P)"), months_);
        all->addLayout(form);
        connect(name_, &QLineEdit::textChanged, this, [this](const QString& name) {
            intake_.company.name = {name.trimmed().toStdString(), name.trimmed().toStdString()};
            Q_EMIT changed();
        });
        connect(months_, &QSpinBox::valueChanged, this, [this](int months) {
            intake_.company.plan_months = months;
            Q_EMIT changed();
        });
        setFocusProxy(name_);
    }
    text_->setObjectName(QStringLiteral("summary"));
    text_->setAccessibleName(words_("What was imported", "取り込みの内容"));
    text_->setTabChangesFocus(true);
    all->addWidget(text_, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(keep_);
    row->addWidget(mapping_, 1);
    mapping_->setAccessibleName(words_("Mapping file", "対応表ファイル"));
    all->addLayout(row);
    connect(keep_, &QCheckBox::clicked, this, [this] { decided_ = true; });
    connect(keep_, &QCheckBox::toggled, mapping_, &QWidget::setEnabled);
    mapping_->setEnabled(false);
    if (goes_on) setFocusProxy(text_);
}

std::string SummaryStep::mapping_wanted() const {
    return keep_->isChecked() ? mapping_->text().trimmed().toStdString() : std::string();
}

QString SummaryStep::text() const { return text_->toPlainText(); }

QString SummaryStep::told(const IntakeReading& reading) const {
    QString out;
    const auto paragraph = [&](const QString& text) { out += QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>"); };
    const auto list = [&](const QString& heading, const std::vector<Text>& sentences) {
        if (sentences.empty()) return;
        out += QStringLiteral("<p><b>") + heading.toHtmlEscaped() + QStringLiteral("</b></p><ul>");
        for (const Text& one : sentences) out += QStringLiteral("<li>") + words_(one).toHtmlEscaped() + QStringLiteral("</li>");
        out += QStringLiteral("</ul>");
    };
    if (!reading.books.value) return out;
    const auto& books = *reading.books.value;
    if (reading.company) {
        paragraph(words_(imports::contents_text(*reading.company, books)));
        paragraph(words_("The imported months equal the source to the yen.", "取り込んだ月は、元の帳簿と1円まで一致しています。"));
    }
    if (reading.continued) {
        const auto& plan = reading.continued->plan;
        const auto now = static_cast<int>(plan.actuals.months.size());
        paragraph(words_("After this the plan has %1 actual months, to %2. They equal the source to the yen, and the plan goes "
                         "on from the last balances.",
                         "取り込み後の実績は%1か月（%2まで）です。元の帳簿と1円まで一致し、以降は最終月の残高からの計画になります。")
                      .arg(now)
                      .arg(QString::fromStdString(shown(plan.company.start + (now - 1), shown_.language))));
    }
    paragraph(words_(imports::checks_text(books.checked)));
    list(words_("Worth a look", "確認してください"), books.notes);
    if (reading.company)
        list(words_("What was assumed, to be replaced by what you know", "仮定した項目（わかるものから置き換えてください）"),
             reading.company->assumed);
    return out;
}

void SummaryStep::show_reading(const IntakeReading& reading) {
    const QString problems = lines_of(reading.problems, shown_.language);
    if (problems.isEmpty()) text_->setHtml(told(reading));
    else text_->setPlainText(problems);
    const bool anything = !intake_.mapping.accounts.empty() || !intake_.mapping.classification.empty();
    if (!mapping_->isModified() && !intake_.files.empty()) {
        const QFileInfo first(QString::fromStdString(intake_.files.front()));
        mapping_->setText(intake_.mapping_file.empty() ? first.dir().filePath(QStringLiteral("mapping.json"))
                                                       : QString::fromStdString(intake_.mapping_file));
    }
    if (!decided_) keep_->setChecked(anything);
    keep_->setEnabled(anything);
    if (!anything) keep_->setChecked(false);
}

}  // namespace goho::gui
