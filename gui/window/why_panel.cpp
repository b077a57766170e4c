#include "window/why_panel.hpp"

#include "charts/colors.hpp"
#include "charts/measure.hpp"
#include "io/statutes.hpp"
#include "views/figures.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

namespace goho::gui {

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
    show_step();
}

std::shared_ptr<const analysis::Recording> WhyPanel::recording(SheetId sheet) {
    const auto* computed = session_.scene().answer ? session_.scene().answer->find(sheet) : nullptr;
    if (!computed || !computed->study) return nullptr;
    auto& kept = recorded_[sheet];
    if (kept.study != computed->study) {
        kept.study = computed->study;
        const auto statutes = io::load_statutes(computed->study->scenario);
        kept.recording =
            statutes
                ? std::make_shared<analysis::Recording>(analysis::record(computed->study->scenario, *statutes.value))
                : nullptr;
    }
    return kept.recording;
}

void WhyPanel::ask(const Figure& figure) { go({figure.variable, figure.group, figure.item, figure.month}); }

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
    const auto run = recording(session_.scene().active);
    if (!run)
        return text_->setHtml(
            words("<p>This scenario cannot be computed.</p>", "<p>このシナリオは計算できません。</p>"));
    where_->setText(QString::fromStdString(run->scenario.name.in(session_.shown().language)));
    text_->setHtml(html(*run, steps_[static_cast<std::size_t>(at_)]));
}

QString WhyPanel::figure_row(const analysis::Explanation& e, const analysis::Explanation* parent) {
    const auto language = session_.shown().language;
    QString name = QString::fromStdString(e.label.in(language)).toHtmlEscaped(), behind;
    if (!e.item_name.empty() && (!parent || !(parent->item_name == e.item_name)))
        behind = QString::fromStdString(e.item_name.in(language)).toHtmlEscaped();
    const bool dated = e.what != analysis::Explanation::What::parameter;
    if (dated && parent && parent->month != e.month) {
        behind += (behind.isEmpty() ? QString() : QStringLiteral("、")) +
                  (e.month ? qt(goho::shown(*e.month, language)) : session_.words()("opening", "開始時"));
    }
    using What = analysis::Explanation::What;
    if ((e.what == What::result || e.what == What::balance) && e.month) {
        const auto* study = session_.scene().active_study();
        name = QStringLiteral("<a href='%1' style='text-decoration:none'>").arg(links_.size()) + name +
               QStringLiteral("</a>");
        links_.push_back({e.name, e.group, e.item, study ? *e.month - study->run.start : 0});
    }
    if (!behind.isEmpty())
        name += QStringLiteral(" <span style='color:%1'>（").arg(colors_of(session_.shown().theme).muted.name()) +
                behind + QStringLiteral("）</span>");
    if (e.what == What::parameter)
        name +=
            QStringLiteral("<br><small>") + QString::fromStdString(e.name).toHtmlEscaped() + QStringLiteral("</small>");
    QString value = QString::fromStdString(with_unit(e.value, e.unit, language));
    if (e.share) value += QStringLiteral("<br><small>") + qt(percent(*e.share)) + QStringLiteral("</small>");
    return QStringLiteral("<tr><td style='padding:2px 8px 2px 0'>") + name +
           QStringLiteral("</td><td align='right' style='padding:2px 0' nowrap>") + value +
           QStringLiteral("</td></tr>");
}

QString WhyPanel::base_row(const Step& step, double value, const std::string& unit) {
    if (session_.scene().active == session_.scene().base) return {};
    const auto base = recording(session_.scene().base);
    if (!base) return {};
    const auto found = analysis::locate(*base, step.name, step.item, step.group);
    if (!found.place || step.month >= base->months()) return {};
    const auto there = analysis::explain(*base, *found.place, step.month, {0, 10});
    const auto words = session_.words();
    const double difference = value - there.value;
    const QString sign = difference > 0.0 ? QStringLiteral("+") : difference < 0.0 ? QString() : QStringLiteral("±");
    return QStringLiteral("<p>") + words("Base: ", "基準: ") +
           QString::fromStdString(with_unit(there.value, unit, session_.shown().language)) +
           QStringLiteral(" &nbsp; <b>") + sign +
           QString::fromStdString(with_unit(difference, unit, session_.shown().language)) + QStringLiteral("</b></p>");
}

QString WhyPanel::html(const analysis::Recording& run, const Step& step) {
    links_.clear();
    const auto language = session_.shown().language;
    const auto words = session_.words();
    const auto found = analysis::locate(run, step.name, step.item, step.group);
    const int month = std::min(step.month, run.months() - 1);
    if (!found.place)
        return words(
            "<p>This figure is reckoned from the books of a whole year; ask for one of its parts in a statement.</p>",
            "<p>この数値は年間の帳簿から計算する指標です。内訳の科目を選んでください。</p>");
    const auto e = analysis::explain(run, *found.place, month, {1, 10});
    const auto text = [&](const Text& t) { return QString::fromStdString(t.in(language)).toHtmlEscaped(); };
    QString out = QStringLiteral("<h3 style='margin:0'>") + text(e.label) + QStringLiteral("</h3>");
    if (!e.item_name.empty()) out += text(e.item_name) + QStringLiteral("<br>");
    if (e.month) out += qt(goho::shown(*e.month, language));
    out += QStringLiteral("<p style='font-size:20px'><b>") +
           QString::fromStdString(with_unit(e.value, e.unit, language)) + QStringLiteral("</b></p>");
    out += base_row(step, e.value, e.unit);
    if (!e.note.empty()) out += QStringLiteral("<p>") + text(e.note) + QStringLiteral("</p>");
    if (!e.formula.empty()) {
        out += QStringLiteral("<p><b>=</b> ") + text(e.formula) +
               (e.equation.empty()
                    ? QString()
                    : QStringLiteral(" <small>[") + QString::fromStdString(e.equation) + QStringLiteral("]</small>")) +
               QStringLiteral("</p>");
        for (const auto& one : e.steps)
            out += QStringLiteral("<p>") + words("where ", "ただし ") + text(one) + QStringLiteral("</p>");
        for (const auto& one : e.decisions)
            out += QStringLiteral("<p>") + words("decided by ", "判定 ") + text(one) + QStringLiteral("</p>");
    }
    out += QStringLiteral("<h4 style='margin:10px 0 2px'>") + words("Because of", "原因") +
           QStringLiteral("</h4><table width='100%'>");
    for (const auto& input : e.inputs) out += figure_row(input, &e);
    if (e.more > 0) {
        out += QStringLiteral("<tr><td>") + words("and %1 more", "他%1件").arg(e.more) +
               QStringLiteral("</td><td align='right'>") +
               QString::fromStdString(with_unit(e.more_sum, e.unit, language)) + QStringLiteral("</td></tr>");
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
