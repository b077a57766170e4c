// The first step of an import: files, and how they are read.
#include "import/telling.hpp"
#include "window/choice_table.hpp"
#include "window/import_steps.hpp"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace goho::gui {

namespace {

enum FileColumn { file_name, file_layout, file_encoding, file_unit, file_months, file_rows };

bool is_unknown_account(const Problem& problem) { return problem.code == "unknown-account"; }

}  // namespace

FilesStep::FilesStep(const Shown& shown, Intake& intake)
    : ImportStep(shown, intake),
      table_(new ChoiceTable({words_("File", "ファイル"), words_("Layout", "形式"), words_("Encoding", "文字コード"),
                              words_("Unit", "単位"), words_("Months", "月"), words_("Rows", "行数")})),
      open_(new QLabel), problems_(new QPlainTextEdit) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(10);
    auto* text = new QLabel(words_(
        "Choose all files of one client at once: profit and loss, balance sheet, manufacturing statement, opening balances. "
        "freee, Money Forward, Yayoi and our own template are recognised. Files can also be dropped here.",
        "同じ会社のファイルをまとめて選んでください（損益計算書・貸借対照表・製造原価報告書・開始残高）。"
        "freee・マネーフォワード・弥生会計・独自ひな形を自動で判定します。ここにドロップすることもできます。"));
    text->setWordWrap(true);
    all->addWidget(text);
    auto* add = new QPushButton(words_("&Add files…", "ファイルを追加(&A)…"));
    auto* remove = new QPushButton(words_("&Remove", "除く(&R)"));
    for (auto* button : {add, remove}) button->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &FilesStep::choose_files);
    connect(remove, &QPushButton::clicked, this, &FilesStep::remove_chosen);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    all->addLayout(buttons);
    table_->setAccessibleName(words_("Files", "ファイル"));
    auto* erase = new QShortcut(QKeySequence::Delete, table_, nullptr, nullptr, Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, this, &FilesStep::remove_chosen);
    all->addWidget(table_, 3);
    all->addWidget(options());
    open_->setWordWrap(true);
    open_->hide();
    all->addWidget(open_);
    problems_->setReadOnly(true);
    problems_->setTabChangesFocus(true);
    problems_->setAccessibleName(words_("Problems", "問題"));
    problems_->hide();
    all->addWidget(problems_, 2);
    setFocusProxy(add);
}

QWidget* FilesStep::options() {
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    layout_ = new QComboBox;
    layout_->addItem(words_("found by itself", "自動で判定"), QString());
    for (const auto& layout : imports::layouts()) layout_->addItem(words_(layout.name), qt(layout.id));
    unit_ = new QComboBox;
    unit_->addItem(words_("as the file says", "ファイルの記載どおり"), -1);
    for (const MoneyUnit unit : {MoneyUnit::yen, MoneyUnit::thousand, MoneyUnit::million})
        unit_->addItem(words_(goho::label_of(unit)), static_cast<int>(unit));
    year_ = new QLineEdit;
    year_->setPlaceholderText(QStringLiteral("2026-04"));
    year_->setFixedWidth(110);
    mapping_ = new QLineEdit;
    mapping_->setPlaceholderText(words_("none yet", "まだありません"));
    auto* choose = new QPushButton(words_("&Choose…", "選ぶ(&C)…"));
    choose->setAutoDefault(false);
    const auto field = [&](int row, int column, const QString& name, QWidget* widget, int span = 1) {
        auto* label = new QLabel(name);
        label->setBuddy(widget);
        widget->setAccessibleName(QString(name).remove(QLatin1Char('&')));
        grid->addWidget(label, row, column);
        grid->addWidget(widget, row, column + 1, 1, span);
    };
    field(0, 0, words_("&Layout", "形式(&L)"), layout_);
    field(0, 2, words_("&Unit", "単位(&U)"), unit_);
    field(0, 4, words_("&Fiscal year begins", "期首の年月(&F)"), year_);
    year_->setToolTip(words_("For months without a year, such as 4月", "「4月」のように年のない月に使います"));
    field(1, 0, words_("&Mapping file", "対応表(&M)"), mapping_, 5);
    mapping_->setToolTip(words_("Which standard account each account of this client is; kept from the last import",
                                "この会社の科目と標準科目の対応（前回の取り込みで保存したもの）"));
    grid->addWidget(choose, 1, 6);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(3, 1);
    connect(layout_, &QComboBox::currentIndexChanged, this, [this] {
        const std::string id = layout_->currentData().toString().toStdString();
        intake_.sheet.layout = id.empty() ? std::nullopt : std::optional(id);
        Q_EMIT changed();
    });
    connect(unit_, &QComboBox::currentIndexChanged, this, [this] {
        const int unit = unit_->currentData().toInt();
        intake_.sheet.unit = unit < 0 ? std::nullopt : std::optional(static_cast<MoneyUnit>(unit));
        Q_EMIT changed();
    });
    connect(year_, &QLineEdit::editingFinished, this, [this] {
        const auto month = parse_month(year_->text().trimmed().toStdString());
        if (!month && !year_->text().trimmed().isEmpty()) return;
        if (intake_.sheet.fiscal_year_start == month.value_or(Month())) return;
        intake_.sheet.fiscal_year_start = month.value_or(Month());
        Q_EMIT changed();
    });
    connect(mapping_, &QLineEdit::editingFinished, this, [this] { use_mapping(mapping_->text().trimmed().toStdString()); });
    connect(choose, &QPushButton::clicked, this, &FilesStep::choose_mapping);
    return box;
}

void FilesStep::choose_files() {
    std::vector<std::string> files;
    for (const auto& file : QFileDialog::getOpenFileNames(
             this, words_("Files of a client", "会社のファイル"), {},
             words_("Exports (*.csv *.txt *.tsv);;All files (*)", "会計データ (*.csv *.txt *.tsv);;すべてのファイル (*)")))
        files.push_back(file.toStdString());
    add(files);
}

void FilesStep::choose_mapping() {
    const QString file = QFileDialog::getOpenFileName(this, words_("Mapping file", "対応表ファイル"), {},
                                                      words_("Mappings (*.json)", "対応表 (*.json)"));
    if (!file.isEmpty()) use_mapping(file.toStdString());
}

void FilesStep::add(const std::vector<std::string>& files) {
    bool any = false;
    for (const auto& file : files) {
        if (std::find(intake_.files.begin(), intake_.files.end(), file) != intake_.files.end()) continue;
        intake_.files.push_back(file);
        any = true;
    }
    if (!any) return;
    const bool nothing_known = intake_.mapping_file.empty() && intake_.mapping.accounts.empty() && of_mapping_.empty();
    if (const std::string there = mapping_beside(intake_.files); nothing_known && !there.empty()) use_mapping(there);
    else Q_EMIT changed();
}

void FilesStep::remove_chosen() {
    const int row = table_->currentRow();
    if (row < 0 || row >= static_cast<int>(intake_.files.size())) return;
    intake_.files.erase(intake_.files.begin() + row);
    Q_EMIT changed();
}

void FilesStep::use_mapping(const std::string& file) {
    if (file == intake_.mapping_file && of_mapping_.empty()) return;
    mapping_->setText(QString::fromStdString(file));
    of_mapping_.clear();
    intake_.mapping_file.clear();
    intake_.mapping = {};
    if (!file.empty()) {
        auto mapping = imports::read_mapping(file, file);
        of_mapping_ = mapping.problems;
        if (mapping.value) {
            intake_.mapping = std::move(*mapping.value);
            intake_.mapping_file = file;
        }
    }
    Q_EMIT changed();
}

void FilesStep::show_problems(const Problems& problems, std::size_t open) {
    QStringList lines;
    for (const Problems* some : std::initializer_list<const Problems*>{&of_mapping_, &problems}) {
        for (const auto& problem : *some) {
            // Accounts are asked for in the next step, where they can be answered.
            if (open > 0 && is_unknown_account(problem)) continue;
            lines << QString::fromStdString(to_string(problem, shown_.language));
        }
    }
    problems_->setPlainText(lines.join(QLatin1Char('\n')));
    problems_->setVisible(!lines.isEmpty());
    open_->setText(words_("Accounts that are not known: %1. They are asked for in the next step.",
                          "標準科目にない科目が%1件あります。次の画面で対応を選べます。")
                       .arg(open));
    open_->setVisible(open > 0);
}

QString FilesStep::problems_shown() const { return problems_->isHidden() ? QString() : problems_->toPlainText(); }

void FilesStep::show_reading(const IntakeReading& reading) {
    table_->setRowCount(static_cast<int>(intake_.files.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const std::string& file = intake_.files[static_cast<std::size_t>(row)];
        table_->set_text(row, file_name, QFileInfo(QString::fromStdString(file)).fileName());
        table_->item(row, file_name)->setToolTip(QString::fromStdString(file));
        const auto source = std::find_if(reading.books.sources.begin(), reading.books.sources.end(),
                                         [&](const imports::Source& one) { return one.file == file; });
        const bool known = source != reading.books.sources.end();
        const auto tell = [&](int column, const QString& text, Qt::Alignment alignment = Qt::AlignLeft) {
            table_->set_text(row, column, known ? text : QStringLiteral("–"), alignment);
        };
        tell(file_layout, known ? words_(source->layout->name) : QString());
        tell(file_encoding, known ? words_(imports::label_of(source->encoding)) : QString());
        tell(file_unit, known ? words_(goho::label_of(source->unit)) : QString());
        tell(file_months, known ? words_(imports::months_text(*source)) : QString());
        tell(file_rows, known ? QString::number(source->rows) : QString(), Qt::AlignRight);
    }
    table_->fit(file_name, 230);
    const bool asks = !reading.books.open.empty();
    std::size_t names = 0;
    if (asks) {
        std::vector<AskedAccount> asked;
        ask_for(reading.books.open, asked);
        names = asked.size();
    }
    show_problems(reading.books.problems, names);
}

}  // namespace goho::gui
