#include "window/import_assistant.hpp"

#include "document/workbook.hpp"
#include "io/actuals_reader.hpp"
#include "views/ask_file.hpp"

#include <QDragEnterEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>
#include <algorithm>
#include <filesystem>

namespace goho::gui {

ImportAssistant::ImportAssistant(const Shown& shown, Workbook& book, QWidget* parent)
    : StepsDialog(shown, Words{shown.language}("Import trial balances", "試算表の取り込み"), parent), book_(book) {
    build();
}

ImportAssistant::ImportAssistant(const Shown& shown, Workbook& book, int sheet, const simulation::Scenario& goes_on,
                                 QWidget* parent)
    : StepsDialog(shown, Words{shown.language}("Take in actual months", "実績の取り込み"), parent), book_(book),
      sheet_(sheet), goes_on_(std::make_shared<const simulation::Scenario>(goes_on)) {
    const auto& plan = goes_on.plan;
    const Month next = plan.company.start + static_cast<int>(plan.actuals.months.size());
    intake_.sheet.fiscal_year_start = fiscal_year_start(next, plan.company.fiscal_year_start);
    build();
}

void ImportAssistant::build() {
    setObjectName(QStringLiteral("import"));
    setAcceptDrops(true);
    intake_.company.name = {};
    files_ = new FilesStep(shown_, intake_);
    accounts_ = new AccountsStep(shown_, intake_, asked_);
    costs_ = new CostsStep(shown_, intake_);
    summary_ = new SummaryStep(shown_, intake_, goes_on_ != nullptr);
    for (ImportStep* step : std::initializer_list<ImportStep*>{files_, accounts_, costs_, summary_})
        connect(step, &ImportStep::changed, this, &ImportAssistant::read);
    connect(&errand_, &Errand::busy_changed, this, [this](bool busy) {
        set_note(busy ? words_("Reading…", "読み込み中…") : QString());
        renew_steps();
    });
    const auto readable = [this] { return reading_->books.value.has_value() || !reading_->books.open.empty(); };
    const auto at_rest = [this] { return !errand_.busy(); };
    set_last_word(goes_on_ ? words_("&Take in", "取り込む(&T)") : words_("&Save and open…", "保存して開く(&S)…"));
    add_step({words_("Files", "ファイル"), files_, [=] { return at_rest() && readable(); }});
    add_step({words_("Accounts", "科目の対応"), accounts_, [=, this] { return at_rest() && reading_->books.value; },
              [this] { return asked_.empty(); }});
    add_step({words_("Costs", "変動・固定"), costs_, at_rest, [this] { return goes_on_ != nullptr; }});
    add_step({words_("Summary", "確認"), summary_,
              [=, this] { return at_rest() && (reading_->company || reading_->continued); }});
    show_reading();
}

void ImportAssistant::read() {
    errand_.begin([this, intake = intake_, goes_on = goes_on_](const std::atomic<bool>&) -> Errand::Outcome {
        auto reading = std::make_shared<const IntakeReading>(read_intake(intake, goes_on.get()));
        return [this, reading] {
            reading_ = reading;
            show_reading();
        };
    });
}

void ImportAssistant::show_reading() {
    std::erase_if(asked_, [this](const AskedAccount& one) {  // its file was taken away
        return std::find(intake_.files.begin(), intake_.files.end(), one.file) == intake_.files.end();
    });
    ask_for(reading_->books.open, asked_);
    for (ImportStep* step : std::initializer_list<ImportStep*>{files_, accounts_, costs_, summary_})
        step->show_reading(*reading_);
    renew_steps();
}

bool ImportAssistant::told(const Problems& problems) {
    if (problems.empty()) return false;
    QStringList lines;
    for (const auto& problem : problems) lines << QString::fromStdString(to_string(problem, shown_.language));
    auto* box = new QMessageBox(QMessageBox::Warning, windowTitle(), lines.join(QLatin1Char('\n')), QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return true;
}

bool ImportAssistant::keep_mapping() {
    const std::string file = summary_->mapping_wanted();
    return file.empty() || !told(save_mapping(intake_, file));
}

bool ImportAssistant::save_to(const std::string& file) {
    if (!reading_->company) return false;
    if (book_.find(file) != no_sheet) {
        told({{"already-open", file, {}, 0, 0, {"this file is open as a scenario", "このファイルはシナリオとして開いています"},
               {"choose another name, or close the scenario first", "別の名前にするか、先にそのシナリオを閉じてください"}}});
        return false;
    }
    if (!keep_mapping() || told(save_company(*reading_, file))) return false;
    accept();
    Q_EMIT saved(QString::fromStdString(file));
    return true;
}

bool ImportAssistant::take_in() {
    if (!reading_->continued || !book_.has(sheet_) || !keep_mapping()) return false;
    const Problems refused = book_.set_value(sheet_, "/actuals", io::actuals_json(reading_->continued->plan),
                                              {"Take in actual months", "実績の取り込み"});
    if (told(refused)) return false;
    accept();
    return true;
}

void ImportAssistant::finish() {
    if (goes_on_) {
        take_in();
        return;
    }
    const std::filesystem::path beside = std::filesystem::path(intake_.files.front()).parent_path() / "company.json";
    const QString file = ask_where(this, words_("Save the imported company", "取り込んだ会社を保存"),
                                   QString::fromStdString(beside.string()), words_("Scenarios (*.json)", "シナリオ (*.json)"),
                                   QStringLiteral("json"));
    if (!file.isEmpty()) save_to(file.toStdString());
}

void ImportAssistant::dragEnterEvent(QDragEnterEvent* event) {
    if (step() == 0 && event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void ImportAssistant::dropEvent(QDropEvent* event) {
    std::vector<std::string> files;
    for (const auto& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) files.push_back(url.toLocalFile().toStdString());
    }
    add_files(files);
}

}  // namespace goho::gui
