#include "window/story_dialog.hpp"

#include "views/figures.hpp"
#include "window/step_levers.hpp"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace goho::gui {

namespace {

/// What an executive looks at; any other figure can be written in the file.
constexpr std::string_view offered_figures[] = {"net_sales",
                                                "operating_income",
                                                "ordinary_income",
                                                "cash",
                                                "equity_ratio",
                                                "debt_repayment_years_b",
                                                "break_even_ratio",
                                                "net_assets",
                                                "employee_satisfaction",
                                                "customer_satisfaction",
                                                "trust",
                                                "circulation"};

std::vector<std::string> checked(const QListWidget* list) {
    std::vector<std::string> out;
    for (int i = 0; i < list->count(); ++i) {
        if (list->item(i)->checkState() == Qt::Checked)
            out.push_back(list->item(i)->data(Qt::UserRole).toString().toStdString());
    }
    return out;
}

void add_check(QListWidget* list, const QString& name, const std::string& value, bool on) {
    auto* item = new QListWidgetItem(name, list);
    item->setData(Qt::UserRole, QString::fromStdString(value));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
    item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
}

}  // namespace

StoryStep step_of_view(const Session& session, Workbook& book, std::string_view page, int year) {
    StoryStep step;
    for (std::size_t i = 0; i < simulation::story_pages.size(); ++i) {
        if (simulation::story_pages[i].key != page) continue;
        step.page = static_cast<int>(i);
        const Label label = simulation::story_pages[i].label;
        step.title = {std::string(label.en), std::string(label.ja)};
    }
    step.year = year;
    const SheetId active = session.scene().active, home = home_of(book, active, "story");
    if (active != home) {
        if (std::string path = path_from(book, home, active); !path.empty()) step.scenarios = {std::move(path)};
    }
    return step;
}

StoryDialog::StoryDialog(Session& session, QWidget* parent)
    : QDialog(parent), session_(session), list_(new QListWidget), scenarios_(new QListWidget),
      levers_(new QListWidget), title_{new QLineEdit, new QLineEdit}, text_{new QPlainTextEdit, new QPlainTextEdit},
      page_(new QComboBox), year_(new QComboBox), highlight_(new QComboBox) {
    setWindowTitle(session.words()("Story", "ストーリー"));
    setObjectName(QStringLiteral("story"));
    resize(880, 620);
    auto* all = new QHBoxLayout(this);
    all->setSpacing(14);
    all->addWidget(build_list(), 2);
    all->addWidget(build_form(), 5);
    connect(&session.book(), &Workbook::changed, this, &StoryDialog::renew);
    connect(&session.book(), &Workbook::active_changed, this, &StoryDialog::renew);
    connect(&session.book(), &Workbook::sheets_changed, this, &StoryDialog::renew);
    renew();
}

QWidget* StoryDialog::build_list() {
    const auto words = session_.words();
    auto* side = new QWidget;
    auto* all = new QVBoxLayout(side);
    all->setContentsMargins(0, 0, 0, 0);
    list_->setAccessibleName(words("Steps of the story", "ストーリーのステップ"));
    all->addWidget(list_, 1);
    const auto button = [&](const QString& text, bool for_step, auto work) {
        auto* one = new QPushButton(text);
        one->setAutoDefault(false);
        if (for_step) for_step_.push_back(one);
        connect(one, &QPushButton::clicked, this, work);
        return one;
    };
    all->addWidget(button(words("Add this view", "今の表示を追加"), false, [this] { Q_EMIT add_view(); }));
    auto* row = new QHBoxLayout;
    row->addWidget(
        button(words("Up", "上へ"), true, [this] { move_step(session_.book(), home_, std::string(id_), -1); }));
    row->addWidget(
        button(words("Down", "下へ"), true, [this] { move_step(session_.book(), home_, std::string(id_), 1); }));
    row->addWidget(
        button(words("Delete", "削除"), true, [this] { remove_step(session_.book(), home_, std::string(id_)); }));
    all->addLayout(row);
    all->addWidget(button(words("Present from here", "ここから始める"), true, [this] {
        take();
        Q_EMIT present(list_->currentRow());
    }));
    connect(list_, &QListWidget::currentRowChanged, this, [this](int chosen_row) {
        if (!showing_ && chosen_row >= 0 && chosen_row < static_cast<int>(story_.size()))
            choose(story_[static_cast<std::size_t>(chosen_row)].id);
    });
    return side;
}

QWidget* StoryDialog::build_form() {
    const auto words = session_.words();
    form_ = new QWidget;
    auto* form = new QFormLayout(form_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [&](QWidget* field, std::string_view en, std::string_view ja) {
        field->setAccessibleName(words(en, ja));
        form->addRow(words(en, ja), field);
    };
    row(title_[1], "Title (Japanese)", "見出し（日本語）");
    row(title_[0], "Title (English)", "見出し（英語）");
    row(text_[1], "Text (Japanese)", "本文（日本語）");
    row(text_[0], "Text (English)", "本文（英語）");
    for (auto* edit : title_) edit->installEventFilter(this);
    for (auto* edit : text_) {
        edit->installEventFilter(this);
        edit->setTabChangesFocus(true);
        edit->setMaximumHeight(96);
    }
    for (const auto& page : simulation::story_pages) page_->addItem(words(page.label));
    row(page_, "Page", "ページ");
    year_->addItem(words("As the page has it", "ページのまま"), 0);
    for (int year = 1; year <= 10; ++year)
        year_->addItem(words("Year ", "") + QString::number(year) + words("", "年目"), year);
    row(year_, "Year", "計画年次");
    highlight_->addItem(words("None", "なし"), QString());
    for (const auto name : offered_figures) {
        if (const auto one = quantity(name)) highlight_->addItem(words(one->label), qt(name));
    }
    row(highlight_, "Figure to look at", "注目する数値");
    row(scenarios_, "Scenarios shown", "表示するシナリオ");
    row(levers_, "Levers", "動かせるレバー");
    for (auto* box : {page_, year_, highlight_}) connect(box, &QComboBox::activated, this, &StoryDialog::take);
    for (auto* list : {scenarios_, levers_}) {
        list->setMinimumHeight(72);
        // Queued: a box that was ticked must not go while it tells so.
        connect(list, &QListWidget::itemChanged, this, &StoryDialog::take, Qt::QueuedConnection);
    }
    return form_;
}

const StoryStep* StoryDialog::chosen() const {
    for (const auto& step : story_) {
        if (step.id == id_) return &step;
    }
    return nullptr;
}

void StoryDialog::choose(const std::string& id) {
    const std::string wanted = id;
    take();
    id_ = wanted;
    show_chosen();
}

void StoryDialog::renew() {
    auto& book = session_.book();
    if (book.in_gesture()) return;
    home_ = home_of(book, book.active(), "story");
    story_ = story_of(book, home_);
    if (!chosen()) id_ = story_.empty() ? std::string() : story_.back().id;
    showing_ = true;
    list_->clear();
    int n = 0;
    for (const auto& step : story_)
        list_->addItem(QString::number(++n) + QStringLiteral(". ") + session_.words()(step.title));
    showing_ = false;
    show_chosen();
}

void StoryDialog::show_chosen() {
    showing_ = true;
    const auto* step = chosen();
    form_->setEnabled(step != nullptr);
    for (auto* button : for_step_) button->setEnabled(step != nullptr);
    const StoryStep shown = step ? *step : StoryStep{};
    if (step) list_->setCurrentRow(static_cast<int>(step - story_.data()));
    for (const int i : {0, 1}) {
        const QString title = qt(i == 1 ? shown.title.ja : shown.title.en),
                      text = qt(i == 1 ? shown.text.ja : shown.text.en);
        if (title_[i]->text() != title) title_[i]->setText(title);
        if (text_[i]->toPlainText() != text) text_[i]->setPlainText(text);
    }
    page_->setCurrentIndex(shown.page);
    if (year_->findData(shown.year) < 0) year_->addItem(QString::number(shown.year), shown.year);
    year_->setCurrentIndex(year_->findData(shown.year));
    if (highlight_->findData(qt(shown.highlight)) < 0) highlight_->addItem(qt(shown.highlight), qt(shown.highlight));
    highlight_->setCurrentIndex(highlight_->findData(qt(shown.highlight)));
    fill_checks(shown);
    showing_ = false;
}

/// Those of the step first, in their order; then what else could be chosen.
void StoryDialog::fill_checks(const StoryStep& step) {
    auto& book = session_.book();
    const auto words = session_.words();
    scenarios_->clear();
    levers_->clear();
    const auto has = [](const std::vector<std::string>& list, const std::string& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
    };
    std::map<std::string, SheetId> open;
    for (const SheetId sheet : book.sheets()) {
        if (std::string path = path_from(book, home_, sheet); !path.empty()) open[path] = sheet;
    }
    const auto name = [&](const std::string& path) {
        return open.contains(path) ? words(book.name(open[path])) + QStringLiteral("  ·  ") + qt(path) : qt(path);
    };
    for (const auto& path : step.scenarios) add_check(scenarios_, name(path), path, true);
    for (const auto& [path, sheet] : open) {
        if (!has(step.scenarios, path)) add_check(scenarios_, name(path), path, false);
    }
    const SheetId front = book.active();
    const Content merged = book.has(front) ? book.merged(front) : nullptr,
                  reference = book.has(front) ? book.reference(front) : nullptr;
    if (!merged || !reference) return;
    const auto all = gui::levers(*merged, *reference);
    for (const auto& address : step.levers) {
        const auto* lever = find_lever(all, address);
        add_check(levers_, lever ? words(lever->label) : qt(address), address, true);
    }
    for (const auto& lever : all) {
        if (lever.pointers.empty() || (!lever.front && !lever.changed())) continue;
        if (const std::string address = address_of(lever);
            !has(step.levers, address) && !has(checked(levers_), address))
            add_check(levers_, words(lever.label), address, false);
    }
}

void StoryDialog::take() {
    const auto* before = chosen();
    if (showing_ || !before) return;
    StoryStep now = *before;
    now.title = {title_[0]->text().trimmed().toStdString(), title_[1]->text().trimmed().toStdString()};
    now.text = {text_[0]->toPlainText().trimmed().toStdString(), text_[1]->toPlainText().trimmed().toStdString()};
    now.page = page_->currentIndex();
    now.year = year_->currentData().toInt();
    now.highlight = highlight_->currentData().toString().toStdString();
    now.scenarios = checked(scenarios_);
    now.levers = checked(levers_);
    if (now == *before) return;
    set_step(session_.book(), home_, now);
}

bool StoryDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) take();
    return QDialog::eventFilter(watched, event);
}

void StoryDialog::closeEvent(QCloseEvent* event) {
    take();
    QDialog::closeEvent(event);
}

}  // namespace goho::gui
