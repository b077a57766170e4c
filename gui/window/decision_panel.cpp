#include "window/decision_panel.hpp"

#include "views/figures.hpp"

#include <QDate>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace goho::gui {

namespace {

QString typed(const QPlainTextEdit* edit) { return edit->toPlainText().trimmed(); }

/// Only what differs is put in, so that the cursor stays where it is.
void put(QPlainTextEdit* edit, const QString& text) {
    if (edit->toPlainText() != text) edit->setPlainText(text);
}

Month this_month() {
    const QDate today = QDate::currentDate();
    return parse_month(today.toString(QStringLiteral("yyyy-MM")).toStdString()).value_or(Month{});
}

}  // namespace

Text figures_sentence(const Scene& scene) {
    const auto* active = scene.active_study();
    if (!active) return {};
    const auto* base = scene.active != scene.base ? scene.base_study() : nullptr;
    const auto say = [&](Language language) {
        const Words words{language};
        QString out;
        for (const int year : years_of(*active)) {
            QString line = words("Year ", "") + QString::number(year) + words(": ", "年目：");
            bool first = true;
            for (const char* name : {"operating_income", "cash"}) {
                const auto one = quantity(name);
                const auto value = one ? at_year(*active, *one, year) : std::nullopt;
                if (!value) continue;
                const auto amount = [&](double yen, bool sign) {
                    return (sign && yen > 0.0 ? QStringLiteral("+") : QString()) +
                           qt(money(yen, MoneyUnit::million, language)) +
                           (sign ? QString() : words(" million yen", "百万円"));
                };
                line += (first ? QString() : words(", ", "、")) + words(one->label) + QLatin1Char(' ') +
                        amount(*value, false);
                const auto before = base ? at_year(*base, *one, year) : std::nullopt;
                if (before)
                    line += words(" (", "（") + amount(*value - *before, true) + words(" against base)", " 対基準）");
                first = false;
            }
            out += (out.isEmpty() ? QString() : QStringLiteral("\n")) + line;
        }
        return out.toStdString();
    };
    return {say(Language::english), say(Language::japanese)};
}

DecisionPanel::DecisionPanel(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), language_(session.shown().language), list_(new QListWidget), form_(new QWidget), date_(new QLineEdit),
      due_(new QLineEdit), owner_(new QLineEdit), question_(new QPlainTextEdit), finding_(new QPlainTextEdit),
      decision_(new QPlainTextEdit) {
    const auto words = session.words();
    setObjectName(QStringLiteral("decisions"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(10, 6, 10, 8);
    all->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(words("Decision log", "意思決定ログ"));
    title->setObjectName(QStringLiteral("panelHeading"));
    auto* fresh = new QPushButton(words("Add", "追加"));
    remove_ = new QPushButton(words("Delete", "削除"));
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(fresh);
    head->addWidget(remove_);
    all->addLayout(head);
    list_->setAccessibleName(words("Decisions", "意思決定の一覧"));
    list_->setWordWrap(true);
    all->addWidget(list_, 1);
    auto* form = new QVBoxLayout(form_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(3);
    const auto field = [&](QWidget* edit, std::string_view en, std::string_view ja) {
        auto* label = new QLabel(words(en, ja));
        label->setObjectName(QStringLiteral("leverNote"));
        label->setBuddy(edit);
        edit->setAccessibleName(words(en, ja));
        edit->installEventFilter(this);
        return label;
    };
    const auto text = [&](QPlainTextEdit* edit, std::string_view en, std::string_view ja, int lines) {
        edit->setTabChangesFocus(true);
        edit->setMinimumHeight(edit->fontMetrics().lineSpacing() * lines + 16);
        auto* row = new QHBoxLayout;
        row->addWidget(field(edit, en, ja), 1);
        form->addLayout(row);
        form->addWidget(edit, lines);
        return row;
    };
    text(question_, "Question", "論点", 2);
    figures_ = new QPushButton(words("Insert figures", "数値を挿入"));
    figures_->setToolTip(words("Operating income and cash of the active scenario at years 3, 5 and 10",
                               "表示中のシナリオの3・5・10年目の営業利益と現預金"));
    text(finding_, "Finding", "わかったこと", 4)->addWidget(figures_);
    text(decision_, "Decision", "決定", 3);
    auto* owner = new QHBoxLayout;
    owner->addWidget(field(owner_, "Owner", "担当"));
    owner->addWidget(owner_, 1);
    form->addLayout(owner);
    auto* months = new QHBoxLayout;
    months->addWidget(field(date_, "Decided", "決定月"));
    months->addWidget(date_, 1);
    months->addWidget(field(due_, "Due", "期限"));
    months->addWidget(due_, 1);
    form->addLayout(months);
    for (auto* month : {date_, due_}) {
        month->setPlaceholderText(QStringLiteral("2027-04"));
        month->setToolTip(words("A month such as 2027-04", "「2027-04」のような年月"));
    }
    all->addWidget(form_, 3);
    connect(fresh, &QPushButton::clicked, this, &DecisionPanel::add);
    connect(remove_, &QPushButton::clicked, this, &DecisionPanel::remove);
    connect(figures_, &QPushButton::clicked, this, &DecisionPanel::insert_figures);
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        if (showing_ || row < 0 || row >= static_cast<int>(log_.size())) return;
        take();
        id_ = log_[static_cast<std::size_t>(row)].id;
        show_chosen();
    });
    connect(&session.book(), &Workbook::changed, this, &DecisionPanel::renew);
    connect(&session.book(), &Workbook::active_changed, this, &DecisionPanel::renew);
    connect(&session.book(), &Workbook::sheets_changed, this, &DecisionPanel::renew);
    renew();
}

const Decision* DecisionPanel::chosen() const {
    for (const auto& decision : log_) {
        if (decision.id == id_) return &decision;
    }
    return nullptr;
}

/// The log stands in the file that has it, else beside the story, else in the scenario shown.
void DecisionPanel::renew() {
    auto& book = session_.book();
    if (book.in_gesture()) return;  // a lever moves: the log does not
    const SheetId with_log = home_of(book, book.active(), "decision_log");
    home_ = decisions_of(book, with_log).empty() ? home_of(book, book.active(), "story") : with_log;
    auto fresh = decisions_of(book, home_);
    const bool same = fresh == log_;
    log_ = std::move(fresh);
    if (!chosen()) id_ = log_.empty() ? std::string() : log_.back().id;
    if (same && list_->count() == static_cast<int>(log_.size())) return show_chosen();
    showing_ = true;
    list_->clear();
    const Words words{language_};
    for (const auto& decision : log_) {
        QString name = words(decision.question).section(QLatin1Char('\n'), 0, 0);
        if (name.isEmpty()) name = words("(no question yet)", "（論点は未記入）");
        list_->addItem((decision.date.given() ? qt(to_string(decision.date)) + QStringLiteral("  ") : QString()) +
                       name);
    }
    showing_ = false;
    show_chosen();
}

void DecisionPanel::show_chosen() {
    showing_ = true;
    const auto* one = chosen();
    const Words words{language_};
    form_->setVisible(one != nullptr);
    remove_->setEnabled(one != nullptr);
    if (one) {
        list_->setCurrentRow(static_cast<int>(one - log_.data()));
        put(question_, words(one->question));
        put(finding_, words(one->finding));
        put(decision_, words(one->decision));
        owner_->setText(words(one->owner));
        date_->setText(one->date.given() ? qt(to_string(one->date)) : QString());
        due_->setText(one->due.given() ? qt(to_string(one->due)) : QString());
    }
    showing_ = false;
}

void DecisionPanel::add() {
    take();
    Decision fresh;
    fresh.date = this_month();
    auto& book = session_.book();
    if (!book.has(home_)) return;
    const std::string id = add_decision(book, home_, fresh);
    if (id.empty()) return;
    id_ = id;
    show_chosen();
    question_->setFocus();
}

void DecisionPanel::remove() {
    if (!id_.empty()) remove_decision(session_.book(), home_, std::string(id_));
}

void DecisionPanel::insert_figures() {
    take();
    const auto* one = chosen();
    const Text sentence = figures_sentence(session_.scene());
    if (!one || sentence.empty()) return;
    Decision with = *one;
    const auto join = [](const std::string& before, const std::string& after) {
        return before.empty() ? after : before + "\n" + after;
    };
    with.finding = {join(with.finding.en, sentence.en), join(with.finding.ja, sentence.ja)};
    set_decision(session_.book(), home_, with);
}

void DecisionPanel::take() {
    const auto* one = chosen();
    if (showing_ || !one) return;
    Decision now = *one;
    now.question = retyped(now.question, typed(question_).toStdString(), language_);
    now.finding = retyped(now.finding, typed(finding_).toStdString(), language_);
    now.decision = retyped(now.decision, typed(decision_).toStdString(), language_);
    now.owner = retyped(now.owner, owner_->text().trimmed().toStdString(), language_);
    // A month that is none is not taken; what stood there comes back.
    const auto month = [](const QLineEdit* edit, Month& to) {
        const QString text = edit->text().trimmed();
        if (text.isEmpty()) to = Month{};
        else if (const auto read = parse_month(text.toStdString())) to = *read;
    };
    month(date_, now.date);
    month(due_, now.due);
    if (now == *one) return show_chosen();
    set_decision(session_.book(), home_, now);
}

bool DecisionPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) take();
    return QWidget::eventFilter(watched, event);
}

}  // namespace goho::gui
