#include "window/why_panel.hpp"

#include "charts/colors.hpp"
#include "charts/measure.hpp"
#include "views/figures.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

namespace goho::gui {

namespace {

/// Shares differ by points.
QString points(QString change, const std::string& unit) {
    return shown_as_percent(unit) ? change.replace(QLatin1Char('%'), QStringLiteral("pt")) : change;
}

}  // namespace

WhyPanel::WhyPanel(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), back_(new QToolButton), forward_(new QToolButton), text_(new QTextBrowser),
      where_(new QLabel) {
    const auto words = session.words();
    back_->setText(QStringLiteral("←"));
    forward_->setText(QStringLiteral("→"));
    back_->setToolTip(words("Back (Alt+Left)", "戻る (Alt+←)"));
    forward_->setToolTip(words("Forward (Alt+Right)", "進む (Alt+→)"));
    back_->setAccessibleName(words("Back", "戻る"));
    forward_->setAccessibleName(words("Forward", "進む"));
    back_->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    forward_->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    where_->setObjectName(QStringLiteral("note"));
    text_->setObjectName(QStringLiteral("plainText"));
    text_->setFrameShape(QFrame::NoFrame);
    text_->setOpenLinks(false);
    text_->setAccessibleName(words("Why this figure", "この数値の理由"));
    text_->setTabChangesFocus(false);
    auto* row = new QHBoxLayout;
    row->addWidget(back_);
    row->addWidget(forward_);
    row->addWidget(where_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(10, 4, 8, 8);
    all->addLayout(row);
    all->addWidget(text_, 1);
    connect(back_, &QToolButton::clicked, this, [this] { walk(-1); });
    connect(forward_, &QToolButton::clicked, this, [this] { walk(1); });
    connect(text_, &QTextBrowser::anchorClicked, this, &WhyPanel::follow);
    connect(&session.recorder(), &Recorder::recorded, this, &WhyPanel::renew);
    show_step();
}

std::shared_ptr<const analysis::Study> WhyPanel::study(SheetId sheet) const {
    const auto* computed = session_.scene().answer ? session_.scene().answer->find(sheet) : nullptr;
    return computed ? computed->study : nullptr;
}

std::shared_ptr<const analysis::Recording> WhyPanel::base() const {
    const auto& scene = session_.scene();
    return scene.active == scene.base ? nullptr : session_.recorder().find(study(scene.base));
}

void WhyPanel::ask(const Figure& figure) { go({figure.variable, figure.group, figure.item, figure.month, figure.year}); }

void WhyPanel::set_history(const History& history) {
    steps_ = history.steps;
    at_ = history.at;
    renew();
}

void WhyPanel::renew() {
    if (isVisible() && at_ >= 0) show_step();
}

void WhyPanel::showEvent(QShowEvent*) { show_step(); }

void WhyPanel::go(const Step& step) {
    if (at_ >= 0 && steps_[static_cast<std::size_t>(at_)] == step) return show_step();
    steps_.resize(static_cast<std::size_t>(at_ + 1));
    steps_.push_back(step);
    ++at_;
    show_step();
}

void WhyPanel::walk(int by) {
    if (at_ + by < 0 || at_ + by >= static_cast<int>(steps_.size())) return;
    at_ += by;
    show_step();
}

void WhyPanel::follow(const QUrl& link) {
    const auto n = static_cast<std::size_t>(link.toString().toUInt());
    if (n < links_.size()) go(Step(links_[n]));
}

QString WhyPanel::text() const { return text_->toPlainText(); }

void WhyPanel::show_step() {
    back_->setEnabled(at_ > 0);
    forward_->setEnabled(at_ + 1 < static_cast<int>(steps_.size()));
    const auto words = session_.words();
    if (at_ < 0) {
        text_->setHtml(
            words("<p>Click a point of a chart, a card or a cell of a table to see why it is what it is.</p>",
                  "<p>グラフの点、カード、表のセルをクリックすると、その数値の理由を表示します。</p>"));
        return;
    }
    const Step step = steps_[static_cast<std::size_t>(at_)];
    const auto active = study(session_.scene().active);
    if (!active) {
        seen_.reset();
        return text_->setHtml(
            words("<p>This scenario cannot be computed.</p>", "<p>このシナリオは計算できません。</p>"));
    }
    session_.recorder().want({active, study(session_.scene().base)});
    if (const auto run = session_.recorder().find(active)) {
        where_->setText(QString::fromStdString(run->scenario.name.in(session_.shown().language)));
        return show_html(html(*run, step), step);
    }
    where_->setText(words("being reckoned…", "計算中…"));
    if (seen_ != step)  // after an edit the reasons of before stay until the new ones are there
        text_->setHtml(words("<p>The reasons are being reckoned…</p>", "<p>理由を計算しています…</p>"));
}

/// The same text is left alone, with the link that has the focus.
void WhyPanel::show_html(const QString& html, const Step& step) {
    if (seen_ == step && html == shown_) return;
    seen_ = step;
    shown_ = html;
    text_->setHtml(html);
}

/// To the last digit, as the command line writes it.
QString WhyPanel::amount(double value, const std::string& unit) const {
    const auto language = session_.shown().language;
    const QString text = QString::fromStdString(with_unit(value, unit, language));
    return language == Language::japanese && text.startsWith(QLatin1Char('-')) ? QStringLiteral("△") + text.mid(1) : text;
}

QString WhyPanel::figure_row(const analysis::Explanation& e, const analysis::Explanation* parent) {
    const auto language = session_.shown().language;
    QString name = QString::fromStdString(e.label.in(language)).toHtmlEscaped(), behind;
    if (!e.item_name.empty() && (!parent || !(parent->item_name == e.item_name)))
        behind = QString::fromStdString(e.item_name.in(language)).toHtmlEscaped();
    const bool month_of_it = parent && parent->year > 0 && e.month && e.label == parent->label;
    if (month_of_it)
        name = session_.words()(analysis::time_of(e)).toHtmlEscaped();  // the line above says of what
    else if (parent && !analysis::same_time(*parent, e))
        behind += (behind.isEmpty() ? QString() : session_.words()(", ", "、")) + session_.words()(analysis::time_of(e));
    using What = analysis::Explanation::What;
    if ((e.what == What::result || e.what == What::balance) && (e.month || e.year > 0)) {
        const auto* study = session_.scene().active_study();
        name = QStringLiteral("<a href='%1' style='text-decoration:none'>").arg(links_.size()) + name +
               QStringLiteral("</a>");
        links_.push_back({e.name, e.group, e.item, study && e.month ? *e.month - study->run.start : 0, e.year});
    }
    if (!behind.isEmpty())
        name += session_.words()(" ", "") + QStringLiteral("<span style='color:%1'>").arg(colors_of(session_.shown().theme).muted.name()) +
                session_.words()("(", "（") + behind + session_.words()(")", "）") + QStringLiteral("</span>");
    if (e.what == What::parameter)
        name +=
            QStringLiteral("<br><small>") + QString::fromStdString(e.name).toHtmlEscaped() + QStringLiteral("</small>");
    QString value = amount(e.value, e.unit);
    QStringList small;
    if (e.share) small << qt(percent(*e.share));
    if (const QString change = difference(e); !change.isEmpty()) small << change;
    if (!small.isEmpty())
        value += QStringLiteral("<br><small>") + small.join(QStringLiteral("<br>")) + QStringLiteral("</small>");
    return QStringLiteral("<tr><td style='padding:2px 8px 2px 0'>") + name +
           QStringLiteral("</td><td align='right' style='padding:2px 0' nowrap>") + value +
           QStringLiteral("</td></tr>");
}

/// "+1,200 yen" against the base; empty where nothing differs or there is nothing to differ from.
QString WhyPanel::difference(const analysis::Explanation& e) const {
    const auto run = base();
    const auto there = run ? analysis::counterpart(*run, e) : std::nullopt;
    if (!there || *there == e.value) return {};
    const double change = e.value - *there;
    return (change > 0.0 ? QStringLiteral("+") : QString()) + points(amount(change, e.unit), e.unit);
}

QString WhyPanel::base_row(const analysis::Explanation& e) const {
    const auto run = base();
    const auto there = run ? analysis::counterpart(*run, e) : std::nullopt;
    if (!there) return {};
    const QString change = difference(e);
    return QStringLiteral("<p>") + session_.words()("Base: ", "基準: ") +
           amount(*there, e.unit) + QStringLiteral(" &nbsp; <b>") +
           (change.isEmpty() ? QStringLiteral("±") + points(amount(0.0, e.unit), e.unit) : change) +
           QStringLiteral("</b></p>");
}

QString WhyPanel::not_explained(const Step& step, bool known) const {
    const auto words = session_.words();
    const auto quantity = gui::quantity(step.name);
    QString out;
    if (quantity)
        out = QStringLiteral("<h3 style='margin:0'>") + words(quantity->label).toHtmlEscaped() +
              QStringLiteral("</h3><p>") + words(quantity->definition).toHtmlEscaped() + QStringLiteral("</p>");
    return out + (known ? words("<p>It cannot be reckoned in this year.</p>", "<p>この年は計算できません。</p>")
                        : words("<p>This figure is put together from others; ask for one of those.</p>",
                                "<p>他の数値を組み合わせた値です。元の数値を選んでください。</p>"));
}

QString WhyPanel::equation(const analysis::Explanation& e) const {
    const auto words = session_.words();
    if (e.formula.empty()) return {};
    QString out = QStringLiteral("<p><b>=</b> ") + words(e.formula).toHtmlEscaped() +
                  (e.equation.empty()
                       ? QString()
                       : QStringLiteral(" <small>[") + QString::fromStdString(e.equation) + QStringLiteral("]</small>")) +
                  QStringLiteral("</p>");
    for (const auto& one : e.steps)
        out += QStringLiteral("<p>") + words("where ", "ただし ") + words(one).toHtmlEscaped() + QStringLiteral("</p>");
    for (const auto& one : e.decisions)
        out += QStringLiteral("<p>") + words("decided by ", "判定 ") + words(one).toHtmlEscaped() + QStringLiteral("</p>");
    return out;
}

QString WhyPanel::html(const analysis::Recording& run, const Step& step) {
    links_.clear();
    const auto words = session_.words();
    const int month = std::min(step.month, run.months() - 1);
    const auto found = step.year > 0 ? analysis::locate_year(run, step.name, step.year)
                                     : analysis::locate(run, step.name, step.item, step.group);
    if (!found.place) return not_explained(step, found.trouble == analysis::Located::Trouble::no_figure);
    const auto e = analysis::explain(run, *found.place, month, {1, 12});
    QString out = QStringLiteral("<h3 style='margin:0'>") + words(e.label).toHtmlEscaped() + QStringLiteral("</h3>");
    if (!e.item_name.empty()) out += words(e.item_name).toHtmlEscaped() + QStringLiteral("<br>");
    out += words(analysis::time_of(e));
    out += QStringLiteral("<p style='font-size:20px'><b>") +
           amount(e.value, e.unit) + QStringLiteral("</b></p>");
    out += base_row(e);
    if (!e.meaning.empty()) out += QStringLiteral("<p>") + words(e.meaning).toHtmlEscaped() + QStringLiteral("</p>");
    if (!e.note.empty()) out += QStringLiteral("<p>") + words(e.note).toHtmlEscaped() + QStringLiteral("</p>");
    out += equation(e);
    out += QStringLiteral("<h4 style='margin:10px 0 2px'>") + words("Because of", "原因") +
           QStringLiteral("</h4><table width='100%'>");
    for (const auto& input : e.inputs) out += figure_row(input, &e);
    if (e.more > 0) {
        out += QStringLiteral("<tr><td>") + words("and %1 more", "他%1件").arg(e.more) +
               QStringLiteral("</td><td align='right'>") +
               amount(e.more_sum, e.unit) + QStringLiteral("</td></tr>");
    }
    out += QStringLiteral("</table>");
    const auto next = analysis::feeds(run, *found.place, month);
    out += QStringLiteral("<h4 style='margin:10px 0 2px'>") + words("Goes into", "この数値が使われる先") +
           QStringLiteral("</h4><table width='100%'>");
    std::size_t shown_feeds = 0;
    for (const auto& one : next) {
        if (++shown_feeds > 12) break;
        out += figure_row(one, &e);
    }
    if (next.empty())
        out += QStringLiteral("<tr><td>") + words("no further figure", "他の数値には使われません") +
               QStringLiteral("</td></tr>");
    return out + QStringLiteral("</table>");
}

}  // namespace goho::gui
