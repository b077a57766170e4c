#include "window/presentation.hpp"

#include "views/page_list.hpp"
#include "views/parts.hpp"
#include "window/decision_panel.hpp"
#include "window/stage.hpp"
#include "window/step_levers.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QUndoStack>
#include <algorithm>

namespace goho::gui {

namespace {

constexpr int pointer_rests_ms = 2500;
constexpr int words_width = 300;

/// Long words are set smaller rather than cut off.
int text_size(const QString& text) {
    double weight = 0.0;
    for (const QChar c : text) weight += c.unicode() >= 0x2e80 ? 1.9 : 1.0;
    return weight < 330.0 ? 17 : weight < 520.0 ? 15 : 13;
}

QLabel* words_label(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}  // namespace

Presentation::Presentation(Session& session, int step, QWidget* parent)
    : QWidget(parent, Qt::Window), session_(session), before_(session.book().active()) {
    setWindowTitle(session.words()("Presentation", "プレゼンテーション"));
    setObjectName(QStringLiteral("presentation"));
    read_story();
    build();
    idle_.setSingleShot(true);
    idle_.setInterval(pointer_rests_ms);
    connect(&idle_, &QTimer::timeout, this, [this] { stage_->viewport()->setCursor(Qt::BlankCursor); });
    connect(stage_, &Stage::pointer_moved, this, &Presentation::stir);
    connect(&session_, &Session::scene_changed, this, &Presentation::show_scene);
    go(std::clamp(step, 0, count() - 1));
    stir();
}

Presentation::~Presentation() = default;

void Presentation::read_story() {
    auto& book = session_.book();
    home_ = home_of(book, book.active(), "story");
    steps_ = story_of(book, home_);
    for (const SheetId sheet : book.sheets()) {
        if (!steps_.empty()) break;
        home_ = sheet;
        steps_ = story_of(book, sheet);
    }
    told_ = !steps_.empty();
    if (told_) {
        cast_ = cast_of(book, home_, steps_);
        return;
    }
    home_ = before_;
    for (std::size_t i = 0; i < simulation::story_pages.size(); ++i) {
        const Label label = simulation::story_pages[i].label;
        StoryStep step;
        step.title = {std::string(label.en), std::string(label.ja)};
        step.page = static_cast<int>(i);
        steps_.push_back(std::move(step));
    }
}

void Presentation::build() {
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("stage"));
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(18, 14, 8, 8);
    row->setSpacing(10);
    row->addWidget(build_words());
    page_room_ = new QVBoxLayout;
    row->addLayout(page_room_, 1);
    stage_ = new Stage(content);
    log_ = new DecisionPanel(session_);
    log_->hide();
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(stage_, 1);
    all->addWidget(log_);
    stage_->setFocus();
}

QWidget* Presentation::build_words() {
    const auto words = session_.words();
    auto* column = new QWidget;
    column->setFixedWidth(words_width);
    auto* all = new QVBoxLayout(column);
    all->setContentsMargins(0, 0, 0, 4);
    all->setSpacing(12);
    title_ = words_label("storyTitle");
    title_->setStyleSheet(QStringLiteral("font-size: 27px; font-weight: 700;"));
    text_ = words_label("storyText");
    notice_ = words_label("notice");
    notice_->hide();
    card_room_ = new QVBoxLayout;
    levers_head_ = new QLabel(words("Try it", "動かしてみる"));
    levers_head_->setObjectName(QStringLiteral("section"));
    levers_ = new StepLevers(session_);
    all->addWidget(title_);
    all->addWidget(text_);
    all->addWidget(notice_);
    all->addLayout(card_room_);
    all->addSpacing(2);
    all->addWidget(levers_head_);
    all->addWidget(levers_);
    all->addStretch(1);
    all->addLayout(build_keys());
    return column;
}

QHBoxLayout* Presentation::build_keys() {
    const auto words = session_.words();
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    const auto button = [&](const QString& sign, const QString& name, auto work) {
        auto* one = new QToolButton;
        one->setText(sign);
        one->setToolTip(name);
        one->setAccessibleName(name);
        one->setFocusPolicy(Qt::NoFocus);
        one->setStyleSheet(QStringLiteral("font-size: 15px; padding: 2px 7px;"));
        connect(one, &QToolButton::clicked, this, work);
        row->addWidget(one);
        return one;
    };
    back_ = button(QStringLiteral("◀"), words("Back (←)", "前へ (←)"), [this] { go(at_ - 1); });
    counter_ = new QLabel;
    counter_->setObjectName(QStringLiteral("note"));
    row->addWidget(counter_);
    forward_ = button(QStringLiteral("▶"), words("Forward (space)", "次へ (スペース)"), [this] { go(at_ + 1); });
    row->addStretch(1);
    button(words("JA", "EN"), words("Language (L)", "言語 (L)"), [this] { toggle_language(); });
    button(words("Decisions", "決定"), words("Decision log (D)", "意思決定ログ (D)"),
           [this] { show_log(log_->isHidden()); });
    button(QStringLiteral("✕"), words("End (Esc)", "終了 (Esc)"), [this] { close(); });
    return row;
}

void Presentation::go(int step) {
    if (step < 0 || step >= count() || step == at_) return;
    log_->take();
    at_ = step;
    const auto& now = this->step();
    const auto words = session_.words();
    title_->setText(words(now.title));
    const QString text = words(now.text);
    text_->setText(text);
    text_->setStyleSheet(QStringLiteral("font-size: %1px;").arg(text_size(text)));
    text_->setVisible(!text.isEmpty());
    counter_->setText(QStringLiteral("%1 / %2").arg(at_ + 1).arg(count()));
    back_->setEnabled(at_ > 0);
    forward_->setEnabled(at_ + 1 < count());
    const auto& name = simulation::story_pages[static_cast<std::size_t>(now.page)].key;
    delete page_;
    page_ = make_page(name, session_.shown());
    page_->use(session_.inquirer());
    page_room_->addWidget(page_);
    delete card_;
    card_ = nullptr;
    if (!now.highlight.empty() && quantity(now.highlight)) {
        card_ = new KpiCard(now.highlight, session_.shown());
        card_->setFixedHeight(92);
        card_room_->addWidget(card_);
    }
    if (told_) {
        SheetId front = home_;
        for (auto file = now.scenarios.rbegin(); file != now.scenarios.rend(); ++file) {
            if (const auto found = cast_.sheets.find(*file);
                found != cast_.sheets.end() && session_.book().has(found->second))
                front = found->second;
        }
        session_.book().set_active(front);
    }
    levers_->show_levers(now.levers);
    levers_head_->setVisible(!levers_->rows().empty());
    show_notice();
    show_scene();
    if (!log_->isVisible() || !log_->isAncestorOf(focusWidget())) stage_->setFocus();
}

/// What a step needs and does not have is said on the step itself, so that nobody takes other figures for its own.
void Presentation::show_notice() {
    QStringList lines;
    for (const auto& file : step().scenarios) {
        const auto found = cast_.sheets.find(file);
        if (told_ && (found == cast_.sheets.end() || !session_.book().has(found->second)))
            lines << session_.words()("Missing: ", "見つかりません：") + qt(file);
    }
    notice_->setText(lines.join(QLatin1Char('\n')));
    notice_->setVisible(!lines.isEmpty());
}

Scene Presentation::scene_of_step() const {
    Scene scene = session_.scene();
    if (!told_ || !scene.answer) return scene;
    std::vector<SheetId> wanted{scene.base, scene.active};
    for (const auto& file : step().scenarios) {
        if (const auto found = cast_.sheets.find(file); found != cast_.sheets.end()) wanted.push_back(found->second);
    }
    auto shown = std::make_shared<Answer>();
    shown->revision = scene.answer->revision;
    std::shared_ptr<analysis::Comparison> compared;
    if (scene.answer->comparison) {
        compared = std::make_shared<analysis::Comparison>(*scene.answer->comparison);
        compared->contenders.clear();
    }
    std::size_t contender = 0;  // those compared are the scenarios that have a study, in the same order
    for (const auto& computed : scene.answer->scenarios) {
        const bool keep = std::find(wanted.begin(), wanted.end(), computed->sheet) != wanted.end();
        if (keep) shown->scenarios.push_back(computed);
        if (!computed->study) continue;
        if (keep && compared && contender < scene.answer->comparison->contenders.size())
            compared->contenders.push_back(scene.answer->comparison->contenders[contender]);
        ++contender;
    }
    shown->comparison = compared;
    scene.answer = shown;
    return scene;
}

void Presentation::show_scene() {
    if (!page_) return;
    const Scene scene = scene_of_step();
    page_->show_scene(scene);
    const auto& now = step();
    if (now.year > 0) {
        for (auto* years : page_->findChildren<YearButtons*>()) {
            // Only as the step begins; whoever presents may look at another year.
            if (years->property("chosen").toBool() || !scene.active_study()) continue;
            years->choose(now.year);
            years->setProperty("chosen", true);
        }
    }
    const auto* study = scene.active_study();
    if (card_ && study) card_->show_scene(scene, now.year > 0 ? now.year : years_of(*study).back());
}

void Presentation::show_log(bool on) {
    if (!on) log_->take();
    log_->setVisible(on);
    if (on) log_->setFocus();
    else stage_->setFocus();
}

QString Presentation::said() const {
    QStringList lines{title_->text(), text_->text(), counter_->text()};
    if (!notice_->text().isEmpty()) lines << notice_->text();
    if (card_) lines << card_->text();
    return lines.join(QLatin1Char('\n'));
}

void Presentation::toggle_client() {
    Shown shown = session_.shown();
    shown.hide_client = !shown.hide_client;
    session_.set_shown(shown);
}

/// The window is made anew and goes on with this step.
void Presentation::toggle_language() {
    Shown shown = session_.shown();
    shown.language = shown.language == Language::japanese ? Language::english : Language::japanese;
    session_.set_shown(shown);
}

void Presentation::keyPressEvent(QKeyEvent* event) {
    const bool in_log = log_->isVisible() && focusWidget() && log_->isAncestorOf(focusWidget());
    if (event->key() == Qt::Key_Escape) {
        if (in_log || log_->isVisible()) return show_log(false);
        if (stage_->typing()) return stage_->stop_typing();
        close();
        return;
    }
    if (in_log || stage_->typing()) return;
    if (event->matches(QKeySequence::Undo)) return session_.book().undo_stack()->undo();
    if (event->matches(QKeySequence::Redo)) return session_.book().undo_stack()->redo();
    switch (event->key()) {
        case Qt::Key_Space:
        case Qt::Key_Right:
        case Qt::Key_PageDown:
            return go(at_ + 1);
        case Qt::Key_Left:
        case Qt::Key_PageUp:
            return go(at_ - 1);
        case Qt::Key_Home:
            return go(0);
        case Qt::Key_End:
            return go(count() - 1);
        case Qt::Key_D:
            return show_log(true);
        case Qt::Key_H:
            return toggle_client();
        case Qt::Key_L:
            return toggle_language();
        case Qt::Key_F5:
            close();
            return;
        default:
            event->ignore();
    }
}

void Presentation::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    log_->setFixedWidth(std::max(320, width() / 4));
    log_->setStyleSheet(
        QStringLiteral("QPlainTextEdit, QLineEdit, QListWidget { font-size: %1px; }").arg(std::max(14, height() / 50)));
}

/// The pointer is seen while it is used.
void Presentation::stir() {
    stage_->viewport()->unsetCursor();
    idle_.start();
}

void Presentation::closeEvent(QCloseEvent* event) {
    log_->take();
    if (session_.book().has(before_)) session_.book().set_active(before_);
    Q_EMIT ended();
    QWidget::closeEvent(event);
}

}  // namespace goho::gui
