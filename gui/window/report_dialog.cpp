#include "window/report_dialog.hpp"

#include "report/from_files.hpp"
#include "views/ask_file.hpp"
#include "views/figures.hpp"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>

namespace goho::gui {

namespace {

/// Who writes and who reads stay the same from one report to the next; the client does not.
QString remembered(const char* key) {
    return QSettings().value(QStringLiteral("report/") + QLatin1String(key)).toString();
}
void remember(const char* key, const QString& text) {
    QSettings().setValue(QStringLiteral("report/") + QLatin1String(key), text);
}

}  // namespace

ReportDialog::ReportDialog(Session& session, QWidget* parent)
    : QDialog(parent), session_(session), words_(session.words()), client_(new QLineEdit), title_(new QLineEdit),
      for_(new QLineEdit(remembered("for"))), by_(new QLineEdit(remembered("by"))),
      date_(new QDateEdit(QDate::currentDate())), unit_(new QComboBox), chapters_(new QListWidget), plan_(new QLabel),
      pdf_(new QPushButton(words_("Save as &PDF…", "PDFで保存(&P)…"))),
      page_(new QPushButton(words_("Save as &web page…", "HTMLで保存(&W)…"))) {
    setWindowTitle(words_("Report", "報告書"));
    setObjectName(QStringLiteral("report"));
    resize(640, 660);
    build();
    show_plan();
    connect(&session_, &Session::scene_changed, this, &ReportDialog::show_plan);
    connect(pdf_, &QPushButton::clicked, this,
            [this] { ask(QStringLiteral("pdf"), words_("PDF (*.pdf)", "PDF (*.pdf)")); });
    connect(page_, &QPushButton::clicked, this,
            [this] { ask(QStringLiteral("html"), words_("Web page (*.html)", "HTML (*.html)")); });
}

void ReportDialog::build() {
    auto* all = new QVBoxLayout(this);
    plan_->setWordWrap(true);
    plan_->setTextFormat(Qt::PlainText);
    all->addWidget(plan_);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [&](QWidget* field, std::string_view en, std::string_view ja) {
        field->setAccessibleName(words_(en, ja));
        form->addRow(words_(en, ja), field);
    };
    const Scene& scene = session_.scene();
    if (!session_.shown().hide_client) client_->setText(name_of(scene, scene.base));
    title_->setPlaceholderText(words_("Management plan", "経営計画書"));
    date_->setDisplayFormat(words_("yyyy-MM-dd", "yyyy年M月d日"));
    date_->setCalendarPopup(true);
    for (const MoneyUnit unit : money_units) unit_->addItem(words_(label_of(unit)), static_cast<int>(unit));
    unit_->setCurrentIndex(unit_->findData(static_cast<int>(MoneyUnit::thousand)));
    row(client_, "Client", "会社名");
    row(title_, "Title", "表題");
    row(for_, "Prepared for", "提出先");
    row(by_, "Prepared by", "作成者");
    row(date_, "Date", "作成日");
    row(unit_, "Amounts in", "金額単位");
    all->addLayout(form);
    all->addWidget(new QLabel(words_("Chapters", "章")));
    chapters_->setAccessibleName(words_("Chapters", "章"));
    for (const auto& kind : report::section_kinds()) {
        auto* item = new QListWidgetItem(words_(kind.title), chapters_);
        item->setData(Qt::UserRole, qt(kind.id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(kind.usual ? Qt::Checked : Qt::Unchecked);
    }
    all->addWidget(chapters_, 1);
    auto* buttons = new QHBoxLayout;
    auto* close = new QPushButton(words_("Close", "閉じる"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addWidget(close);
    buttons->addStretch(1);
    buttons->addWidget(page_);
    buttons->addWidget(pdf_);
    pdf_->setDefault(true);
    all->addLayout(buttons);
}

/// The plan can change behind the dialog; without a result there is nothing to report.
void ReportDialog::show_plan() {
    const Scene& scene = session_.scene();
    const bool there = scene.active_study() != nullptr;
    pdf_->setEnabled(there);
    page_->setEnabled(there);
    QString text = there ? words_("Plan proposed: ", "提案する計画：") + name_of(scene, scene.active)
                         : words_("The active scenario has problems; mend them first.",
                                  "表示中のシナリオに問題があります。先に直してください。");
    if (there && !session_.chance())
        text += words_("\nWithout the chapter on chance: switch on “Uncertainty” in the window for it.",
                       "\n「不確実性」の章は、画面で不確実性を表示しているときだけ載ります。");
    plan_->setText(text);
}

report::Wishes ReportDialog::wishes() const {
    report::Wishes out{
        client_->text(),     title_->text(), for_->text(), by_->text(), date_->date().toString(Qt::ISODate), {},
        session_.benchmark()};
    for (int i = 0; i < chapters_->count(); ++i) {
        if (chapters_->item(i)->checkState() == Qt::Checked)
            out.sections.push_back(chapters_->item(i)->data(Qt::UserRole).toString().toStdString());
    }
    if (out.sections.empty()) out.sections.emplace_back();  // none, not all
    return out;
}

Problems ReportDialog::write(const QString& file) {
    session_.wait();  // for what is reckoned once edits rest: disconnects, and chance where it is on
    remember("for", for_->text());
    remember("by", by_->text());
    Scene scene = session_.scene();
    scene.shown.unit = static_cast<MoneyUnit>(unit_->currentData().toInt());
    const auto document = report::report_of(report::material_of(scene, session_.book(), wishes()));
    return report::write_report(document, file.toStdString());
}

void ReportDialog::ask(const QString& suffix, const QString& kind) {
    const QString file = ask_where(this, words_("Save report", "報告書を保存"),
                                   client_->text() + QStringLiteral(".") + suffix, kind, suffix);
    if (file.isEmpty()) return;
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const Problems problems = write(file);
    QApplication::restoreOverrideCursor();
    if (problems.empty()) {
        Q_EMIT said(words_("Report written: ", "報告書を保存しました：") + file);
        plan_->setText(words_("Report written: ", "報告書を保存しました：") + file);
    } else {
        plan_->setText(words_("Not written: ", "保存できませんでした：") +
                       QString::fromStdString(to_string(problems.front(), session_.shown().language)));
    }
}

}  // namespace goho::gui
