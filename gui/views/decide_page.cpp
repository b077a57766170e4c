#include "views/decide_page.hpp"

#include "io/output_file.hpp"
#include "models/telling_tables.hpp"
#include "views/ask_file.hpp"
#include "views/inquiry_form.hpp"
#include "views/progress_words.hpp"
#include "views/telling_view.hpp"

#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>

namespace goho::gui {

DecidePage::DecidePage(const Shown& shown, QWidget* parent)
    : PlainPage("decide", {"Decide", "意思決定"}, shown, parent), list_(new QListWidget), panel_(new Panel(QString())), meaning_(new QLabel), hindrance_(new QLabel),
      run_(new QPushButton(words_("Work it out", "計算する"))), cancel_(new QPushButton(words_("Cancel", "中止"))), progress_(new QProgressBar), answer_(new TellingView(shown)) {
    without_legend();
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(build_list());
    auto* right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(build_question());
    right->addWidget(answer_, 1);
    row->addLayout(right, 1);
    body()->addLayout(row, 1);
    connect(answer_, &TellingView::table_added, this, &Page::table_added);
    connect(answer_, &TellingView::open_draft, this, &DecidePage::open_draft);
    connect(answer_, &TellingView::save_draft, this, &DecidePage::save_draft);
    connect(answer_, &TellingView::copy_wanted, this, [this] { QApplication::clipboard()->setText(told_text(answer_->telling(), shown_.language)); });
    connect(answer_, &TellingView::json_wanted, this,
            [this] { save_text(words_("Export answer", "回答を書き出す"), QStringLiteral("JSON (*.json)"), QStringLiteral("json"), decision::telling_json(answer_->telling())); });
    connect(answer_, &TellingView::csv_wanted, this, [this] {
        save_text(words_("Export table", "表を書き出す"), words_("Table for spreadsheets (*.csv)", "表計算用の表 (*.csv)"), QStringLiteral("csv"),
                  decision::telling_csv(answer_->telling(), shown_.language));
    });
    list_->setCurrentRow(0);
}

QWidget* DecidePage::build_list() {
    list_->setObjectName(QStringLiteral("questions"));
    list_->setAccessibleName(words_("Questions", "質問"));
    list_->setWordWrap(true);
    list_->setTextElideMode(Qt::ElideNone);
    list_->setResizeMode(QListView::Adjust);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const auto& one : inquiries()) {
        auto* item = new QListWidgetItem(words_(one.title), list_);
        item->setToolTip(words_(one.meaning));
        item->setData(Qt::UserRole, qt(one.id));
    }
    connect(list_, &QListWidget::currentRowChanged, this, [this] { show_question(); });
    return list_;
}

QWidget* DecidePage::build_question() {
    meaning_->setObjectName(QStringLiteral("note"));
    meaning_->setWordWrap(true);
    hindrance_->setWordWrap(true);
    hindrance_->setObjectName(QStringLiteral("hindrance"));
    run_->setObjectName(QStringLiteral("runQuestion"));
    progress_->setFixedWidth(150);
    progress_->setAccessibleName(words_("Progress of the answer", "計算の進み具合"));
    form_place_ = new QVBoxLayout;
    auto* row = new QHBoxLayout;
    row->addWidget(meaning_, 1);
    row->addWidget(progress_, 0, Qt::AlignTop);
    row->addWidget(cancel_, 0, Qt::AlignTop);
    row->addWidget(run_, 0, Qt::AlignTop);
    panel_->put(row);
    panel_->put(hindrance_, 0);
    panel_->put(form_place_);
    panel_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(run_, &QPushButton::clicked, this, [this] {
        if (inquirer_) inquirer_->ask(chosen());
    });
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (inquirer_) inquirer_->cancel();
    });
    return panel_;
}

/// Each question in as many lines as it needs at this width.
void DecidePage::fit_list() {
    const int wide = width() < 700 ? 160 : 216;
    if (list_->width() == wide && list_->count() > 0 && list_->item(0)->sizeHint().isValid()) return;
    list_->setFixedWidth(wide);
    const QFontMetrics metrics(list_->font());
    for (int i = 0; i < list_->count(); ++i) {
        auto* item = list_->item(i);
        const QRect text = metrics.boundingRect(QRect(0, 0, wide - 44, 400), Qt::TextWordWrap, item->text());
        item->setSizeHint({wide - 16, text.height() + 28});
    }
}

void DecidePage::resizeEvent(QResizeEvent* event) {
    PlainPage::resizeEvent(event);
    fit_list();
}

void DecidePage::use(Inquirer& inquirer) {
    inquirer_ = &inquirer;
    connect(&inquirer, &Inquirer::changed, this, &DecidePage::show_state);
    connect(&inquirer, &Inquirer::progressed, this, &DecidePage::show_progress);
    show_question();
}

const Inquiry& DecidePage::chosen() const { return inquiries()[static_cast<std::size_t>(std::max(0, list_->currentRow()))]; }

void DecidePage::choose(std::string_view inquiry) {
    for (int i = 0; i < list_->count(); ++i) {
        if (list_->item(i)->data(Qt::UserRole).toString() == qt(inquiry)) list_->setCurrentRow(i);
    }
}

int DecidePage::part_count() const { return list_->count(); }

void DecidePage::show_part(int part) { list_->setCurrentRow(part); }

bool DecidePage::prepare() {
    if (!inquirer_) return false;
    if (!inquirer_->busy() && !answered() && !inquirer_->hindered(chosen())) inquirer_->ask(chosen());
    return inquirer_->busy();
}

/// Another question: its words, its form, its last answer.
void DecidePage::show_question() {
    panel_->set_heading(words_(chosen().title));
    meaning_->setText(words_(chosen().meaning));
    delete form_;
    form_ = nullptr;
    seen_ = nullptr;
    if (!inquirer_) return;
    form_sheet_ = inquirer_->book().active();
    form_ = new InquiryForm(chosen(), *inquirer_, shown_);
    form_place_->addWidget(form_);
    connect(form_, &InquiryForm::run_wanted, run_, &QPushButton::click);
    answer_->show_words({});
    show_state();
}

void DecidePage::show_answer(const Scene& scene) {
    scene_ = scene;
    if (!inquirer_) return;
    if (form_sheet_ != scene.active) return show_question();  // other levers, another "this one"
    show_state();
}

void DecidePage::show_state() {
    const bool busy = inquirer_->busy(), own = inquirer_->under_way() == &chosen();
    const auto hindered = inquirer_->hindered(chosen());
    run_->setEnabled(!hindered && !busy);
    cancel_->setVisible(busy);
    progress_->setVisible(busy);
    QString words = hindered ? words_(*hindered) : QString();
    if (busy && !own) words = words_("Working on: ", "計算中：") + words_(inquirer_->under_way()->title);
    hindrance_->setText(words);
    hindrance_->setVisible(!words.isEmpty());
    show_progress();
    show_result();
}

void DecidePage::show_progress() {
    if (!inquirer_->busy()) return;
    const double done = inquirer_->done();
    progress_->setValue(static_cast<int>(done * 100.0));
    progress_->setFormat(progress_format(done, inquirer_->seconds(), words_));
}

std::shared_ptr<const Answered> DecidePage::answered() const { return inquirer_ ? inquirer_->answer(chosen()) : nullptr; }

/// What has to be known before the answer is read: of which scenario it speaks, and whether that is otherwise now.
QString DecidePage::notice(const Answered& answered) const {
    const auto& subjects = answered.asked.subjects;
    const SheetId about = answered.asked.inquiry->about == Inquiry::About::alternatives ? scene_.active : subjects.back().sheet;
    const bool hidden = scene_.shown.hide_client && inquirer_->book().has(about);
    const QString name = hidden ? name_of(scene_, about) : words_(subjects.back().name);
    if (inquirer_->edited_since(answered)) {
        return words_("A scenario has been edited since: the answer is of what it was before. Work it out anew to be up to date.",
                      "この回答の後にシナリオが編集されています。回答は編集前のものです。最新にするには、もう一度計算してください。");
    }
    if (about != scene_.active) return words_("This answer is about \"%1\".", "この回答は「%1」についてのものです。").arg(name);
    return {};
}

decision::Telling DecidePage::told(const Answered& answered) const {
    auto telling = answered.tell(scene_.shown.unit);
    if (!scene_.shown.hide_client) return telling;
    for (const auto& subject : answered.asked.subjects) {
        if (!inquirer_->book().has(subject.sheet)) continue;
        Scene other = scene_;
        Text name;
        for (const Language language : {Language::english, Language::japanese}) {
            other.shown.language = language;
            (language == Language::japanese ? name.ja : name.en) = name_of(other, subject.sheet).toStdString();
        }
        rename_in(telling, subject.name, name);
    }
    return telling;
}

void DecidePage::show_result() {
    if (scene_.active == no_sheet) return;  // not seen yet
    const auto now = answered();
    if (!now) {
        if (seen_) answer_->show_words({});
        seen_ = nullptr;
        return;
    }
    if (now != seen_ || scene_.shown.unit != seen_unit_ || scene_.shown.hide_client != seen_hidden_) {
        seen_ = now;
        seen_unit_ = scene_.shown.unit;
        seen_hidden_ = scene_.shown.hide_client;
        answer_->set_unit(seen_unit_);
        if (now->tell) {
            answer_->show_telling(told(*now), {});
        } else {
            QStringList lines{words_("There is no answer:", "回答できませんでした：")};
            for (const auto& problem : now->problems) lines << QString::fromStdString(to_string(problem, shown_.language));
            answer_->show_words(lines.join(QLatin1Char('\n')));
        }
    }
    answer_->set_notice(now->tell ? notice(*now) : QString());
}

void DecidePage::open_draft(int n) {
    if (!seen_) return;
    const SheetId sheet = inquirer_->open(*seen_, answer_->telling().drafts[static_cast<std::size_t>(n)]);
    if (sheet == no_sheet) return;
    Q_EMIT said(words_("Opened beside the others: ", "シナリオ一覧に追加しました：") + words_(inquirer_->book().name(sheet)));
}

QString DecidePage::suggested(const QString& suffix) const { return qt(chosen().id) + QLatin1Char('.') + suffix; }

void DecidePage::save_draft(int n) {
    if (!seen_) return;
    const auto& draft = answer_->telling().drafts[static_cast<std::size_t>(n)];
    const auto warn = [this](const Problems& problems) {
        QMessageBox::warning(this, words_("Save", "保存"), QString::fromStdString(to_string(problems.front(), shown_.language)));
    };
    const auto& of = seen_->asked.subjects.front();
    const auto folder = inquirer_->book().has(of.sheet) ? inquirer_->book().sheet(of.sheet).path.parent_path() : std::filesystem::path();
    if (const auto tried = inquirer_->text_of(*seen_, draft, folder / (draft.id + ".json")); !tried) return warn(tried.problems);
    const QString file = ask_where(this, words_("Save scenario", "シナリオを保存"), QString::fromStdString((folder / (draft.id + ".json")).string()),
                                   words_("Scenarios (*.json)", "シナリオ (*.json)"), QStringLiteral("json"));
    if (file.isEmpty()) return;
    const auto text = inquirer_->text_of(*seen_, draft, file.toStdString());
    if (!text) return warn(text.problems);
    if (const Problems unwritten = io::write_file(file.toStdString(), *text.value); !unwritten.empty()) return warn(unwritten);
    Q_EMIT said(words_("Saved: ", "保存しました：") + file);
}

void DecidePage::save_text(const QString& title, const QString& filter, const QString& suffix, const std::string& text) {
    const QString file = ask_where(this, title, suggested(suffix), filter, suffix);
    if (file.isEmpty()) return;
    if (const Problems unwritten = io::write_file(file.toStdString(), text); !unwritten.empty())
        QMessageBox::warning(this, title, QString::fromStdString(to_string(unwritten.front(), shown_.language)));
    else Q_EMIT said(words_("Written: ", "書き出しました：") + file);
}

}  // namespace goho::gui
