#include "views/gates_strip.hpp"

#include "charts/measure.hpp"
#include "charts/verdict_mark.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTextBrowser>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

namespace goho::gui {

namespace {

using stakeholders::Verdict;

GateChip cash_chip(const analysis::Study& study, const Shown& shown) {
    const Words words{shown.language};
    const Measure yen("yen", shown);
    const auto& short_of = study.insolvency;
    GateChip chip{short_of.first_short ? Verdict::missed : Verdict::met, words("Cash", "資金繰り"), {}, {}, {}, false, {}};
    if (!short_of.first_short) {
        chip.words = words("never short", "不足なし");
        chip.details = words("Cash never falls below zero, the overdraft line included.",
                             "当座貸越枠を含め、資金が不足する月はありません。");
    } else {
        chip.figure = qt(goho::shown(*short_of.first_short, shown.language));
        chip.words = words("short", "不足");
        chip.details = words("Deepest shortage: ", "最大の不足: ") + yen.with_unit(short_of.deepest) +
                       words(" in ", "、") + qt(goho::shown(short_of.deepest_month, shown.language)) +
                       words(". Needed to avoid it: ", "。防ぐために必要な資金: ") + yen.with_unit(short_of.needed);
    }
    return chip;
}

GateChip gate_chip(const analysis::Study& study, const stakeholders::GateSummary& gate, const Shown& shown) {
    const Words words{shown.language};
    GateChip chip{gate.verdict, words(gate.label), {}, words(stakeholders::label_of(gate.verdict)), {}, false, {}};
    if (gate.last < 0) return chip;
    const auto& result = study.gates[static_cast<std::size_t>(gate.last)];
    if (result.figure) {
        chip.figure = Measure(result.unit, shown).with_unit(result.figure);
        chip.year = words(result.year_label);
    }
    chip.details = words(result.definition);
    if (!chip.year.isEmpty()) chip.details = words("Judged: ", "判定年度：") + chip.year + QLatin1Char('\n') + chip.details;
    if (!result.reason.empty()) chip.details += QStringLiteral("\n") + words(result.reason);
    return chip;
}

std::optional<GateChip> benchmark_chip(const analysis::Study& study, const Shown& shown) {
    const Words words{shown.language};
    GateChip chip{Verdict::not_computable,
                  words("Local Benchmark", "ロカベン"),
                  {},
                  words("no thresholds", "基準値なし"),
                  {},
                  false,
                  {}};
    chip.details = words("The scenario names no file of thresholds (pins.benchmark).",
                         "シナリオに基準値ファイルの指定（pins.benchmark）がありません。");
    if (study.benchmark_scores.empty()) return chip;
    const auto& last = study.benchmark_scores.back();
    chip.details = words(stakeholders::benchmark_caveat);
    if (!last.sum) {
        chip.words = words("not computable", "計算不能");
        return chip;
    }
    chip.verdict = last.grade && *last.grade <= 'B' ? Verdict::met : Verdict::missed;
    chip.figure = QString::number(*last.sum) + words(" of 30", "/30点");
    chip.words = words("grade ", "ランク") + QLatin1Char(last.grade.value_or('?'));
    return chip;
}

}  // namespace

std::vector<GateChip> gate_chips(const Scene& scene) {
    std::vector<GateChip> chips;
    const auto *active = scene.active_study(), *base = scene.base_study();
    if (!active) return chips;
    chips.push_back(cash_chip(*active, scene.shown));
    if (base && base != active)
        chips.back().turned = base->insolvency.first_short.has_value() != active->insolvency.first_short.has_value();
    const std::string_view first[] = {"debt_repayment_years", "equity_ratio"};
    const auto add = [&](const stakeholders::GateSummary& gate) {
        chips.push_back(gate_chip(*active, gate, scene.shown));
        if (!base || base == active) return;
        for (const auto& other : base->gate_summary) {
            if (other.gate == gate.gate && other.verdict != gate.verdict) {
                chips.back().turned = true;
                chips.back().details += Words{scene.shown.language}("\nBase: ", "\n基準: ") +
                                        Words{scene.shown.language}(stakeholders::label_of(other.verdict));
            }
        }
    };
    const auto is_first = [&](std::string_view name) {
        return std::find(std::begin(first), std::end(first), name) != std::end(first);
    };
    for (const auto& gate : active->gate_summary) {
        if (is_first(gate.gate)) add(gate);
    }
    if (const auto chip = benchmark_chip(*active, scene.shown)) chips.push_back(*chip);
    for (const auto& gate : active->gate_summary) {
        if (!is_first(gate.gate)) add(gate);
    }
    // What is missed must be seen however narrow the window is.
    std::stable_partition(chips.begin(), chips.end(), [](const GateChip& c) { return c.verdict == Verdict::missed; });
    return chips;
}

QString judged_year(const Scene& scene) {
    const auto* active = scene.active_study();
    const stakeholders::GateResult* last = nullptr;
    for (const auto& gate : active ? active->gate_summary : std::vector<stakeholders::GateSummary>{}) {
        const auto* one = gate.last < 0 ? nullptr : &active->gates[static_cast<std::size_t>(gate.last)];
        if (one && one->figure && (!last || one->year > last->year)) last = one;
    }
    return last ? Words{scene.shown.language}(last->year_label) : QString();
}

GatesStrip::GatesStrip(const Shown& shown, QWidget* parent)
    : QWidget(parent), shown_(shown), more_(new QPushButton(this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(Words{shown.language}("Gates of banks and support agencies", "金融機関・支援機関の判定"));
    more_->setObjectName(QStringLiteral("moreGates"));
    more_->setToolTip(Words{shown.language}("Show all gates with their reasons", "すべての判定と理由を表示"));
    connect(more_, &QPushButton::clicked, this, &GatesStrip::show_all);
}

/// The figures are of the last year judged, not of the year chosen on a page: the strip says which.
double GatesStrip::year_width() const {
    if (year_.isEmpty()) return 0.0;
    QFont small = font();
    small.setPixelSize(fontInfo().pixelSize() - 2);
    const QFontMetricsF little(small);
    return std::max(little.horizontalAdvance(year_), little.horizontalAdvance(year_words())) + 10.0;
}

QString GatesStrip::year_words() const { return Words{shown_.language}("Judged at", "判定時点"); }

std::size_t GatesStrip::missed_from(std::size_t first) const {
    return static_cast<std::size_t>(std::count_if(chips_.begin() + static_cast<std::ptrdiff_t>(first), chips_.end(),
                                                  [](const GateChip& c) { return c.verdict == Verdict::missed; }));
}

/// As many chips as have room before the button that opens the whole list.
std::size_t GatesStrip::fitting() const {
    const double room = width() - more_->width() - 8.0;
    double x = year_width();
    std::size_t n = 0;
    while (n < chips_.size() && x + width_of(chips_[n]) - 8.0 <= room) x += width_of(chips_[n++]);
    return n;
}

/// The button stands behind the last chip: how many more there are, or all of them where all are seen.
void GatesStrip::lay_out() {
    const Words words{shown_.language};
    more_->setText(words("All gates", "すべての判定"));
    more_->resize(more_->sizeHint());
    for (int round = 0; round < 2; ++round) {
        const std::size_t seen = fitting(), left_out = chips_.size() - seen, missed = missed_from(seen);
        QString text = words("+", "ほか") + QString::number(left_out) + words(" more", "件");
        if (missed > 0) text += words(", ", "・未達") + QString::number(missed) + words(" missed", "");
        if (left_out > 0) more_->setText(text);
        if (more_->property("missed").toBool() != (missed > 0)) {
            more_->setProperty("missed", missed > 0);
            more_->style()->unpolish(more_);
            more_->style()->polish(more_);
        }
        more_->resize(more_->sizeHint());
    }
    double x = year_width();
    for (std::size_t i = 0; i < fitting(); ++i) x += width_of(chips_[i]);
    more_->move(static_cast<int>(x), (height() - more_->height()) / 2);
    more_->setVisible(!chips_.empty());
}

QString GatesStrip::list_text() const {
    const auto& colors = colors_of(shown_.theme);
    QString rows;
    for (const auto& chip : chips_) {
        const QColor ink = chip.verdict == Verdict::met      ? colors.good
                           : chip.verdict == Verdict::missed ? colors.bad
                                                             : colors.muted;
        const QString sign = chip.verdict == Verdict::met      ? QStringLiteral("✓")
                             : chip.verdict == Verdict::missed ? QStringLiteral("✕")
                                                               : QStringLiteral("–");
        QString details = chip.details.toHtmlEscaped();
        details.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
        rows += QStringLiteral("<tr><td style='padding:5px 8px 5px 2px; color:%1'><b>%2</b></td>"
                               "<td style='padding:5px 4px'><b>%3</b>&nbsp; %4 &nbsp;<span style='color:%1'>%5</span><br>"
                               "<span style='color:%6'>%7</span></td></tr>")
                    .arg(ink.name(), sign, chip.label.toHtmlEscaped(), chip.figure.toHtmlEscaped(),
                         chip.words.toHtmlEscaped(), colors.muted.name(), details);
    }
    return QStringLiteral("<table>") + rows + QStringLiteral("</table>");
}

/// Esc or a click elsewhere closes the list; keys scroll it.
void GatesStrip::show_all() {
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setObjectName(QStringLiteral("gatesPopup"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto* text = new QTextBrowser;
    text->setObjectName(QStringLiteral("plainText"));
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(accessibleName());
    text->setHtml(list_text());
    auto* all = new QVBoxLayout(popup);
    all->setContentsMargins(8, 8, 4, 8);
    all->addWidget(text);
    const int wide = std::min(620, window()->width() - 40);
    text->document()->setTextWidth(wide - 40);
    const int high = std::min(static_cast<int>(text->document()->size().height()) + 24, window()->height() - 140);
    popup->resize(wide, high);
    const QPoint foot = more_->mapToGlobal(QPoint(more_->width(), 0));
    popup->move(std::max(window()->mapToGlobal(QPoint(20, 0)).x(), foot.x() - wide), foot.y() - high - 4);
    popup->show();
    text->setFocus();
}

void GatesStrip::resizeEvent(QResizeEvent*) { lay_out(); }


void GatesStrip::show_scene(const Scene& scene) {
    auto chips = gate_chips(scene);
    const QString year = judged_year(scene);
    if (chips == chips_ && year == year_ && scene.shown == shown_) return;
    year_ = year;
    shown_ = scene.shown;
    chips_ = std::move(chips);
    QStringList spoken;
    if (!year_.isEmpty()) spoken << year_words() + QLatin1Char(' ') + year_;
    for (const auto& chip : chips_)
        spoken << chip.label + QLatin1Char(' ') + chip.figure + QLatin1Char(' ') + chip.words;
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    lay_out();
    update();
}

double GatesStrip::width_of(const GateChip& chip) const {
    QFont bold = font();
    bold.setBold(true);
    QFont small = font();
    small.setPixelSize(fontInfo().pixelSize() - 2);
    const QFontMetricsF heavy(bold), plain(font()), little(small);
    const double figure = heavy.horizontalAdvance(chip.figure) + (chip.figure.isEmpty() ? 0.0 : 6.0) +
                          plain.horizontalAdvance(chip.words);
    return std::max(little.horizontalAdvance(chip.label), figure) + 42.0;
}

void GatesStrip::paintEvent(QPaintEvent*) {
    const auto& colors = colors_of(shown_.theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont bold = font(), small = font();
    bold.setBold(true);
    small.setPixelSize(fontInfo().pixelSize() - 2);
    const QFontMetricsF heavy(bold), little(small);
    places_.clear();
    painter.setFont(small);
    painter.setPen(colors.muted);
    const double half = height() / 2.0;
    if (!year_.isEmpty()) {
        painter.drawText(QRectF(0.0, half - little.height(), 200.0, little.height()), Qt::AlignLeft, year_words());
        painter.drawText(QRectF(0.0, half, 200.0, little.height()), Qt::AlignLeft, year_);
    }
    double x = year_width();
    const std::size_t shown = fitting();
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& chip = chips_[i];
        const double width = width_of(chip);
        const QRectF place(x, 1.0, width - 8.0, height() - 2.0);
        places_.push_back(place);
        painter.setPen(QPen(chip.turned ? colors.accent : colors.border, chip.turned ? 1.6 : 1.0));
        painter.setBrush(colors.panel);
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0);
        draw_verdict(painter, colors, QRectF(place.left() + 8.0, place.center().y() - 8.0, 16.0, 16.0), chip.verdict);
        const double text = place.left() + 29.0;
        painter.setFont(small);
        painter.setPen(colors.muted);
        painter.drawText(QRectF(text, place.top() + 4.0, width, little.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         chip.label);
        const QRectF row(text, place.top() + 4.0 + little.height(), width, place.height() - little.height() - 7.0);
        painter.setFont(bold);
        painter.setPen(colors.text);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, chip.figure);
        painter.setFont(font());
        painter.setPen(chip.verdict == Verdict::met      ? colors.good
                       : chip.verdict == Verdict::missed ? colors.bad
                                                         : colors.muted);
        const double after = chip.figure.isEmpty() ? 0.0 : heavy.horizontalAdvance(chip.figure) + 6.0;
        painter.drawText(row.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, chip.words);
        x += width;
    }
}

bool GatesStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (!places_[i].contains(QPointF(help->pos()))) continue;
        const auto& chip = chips_[i];
        const QString text = chip.label + QStringLiteral(": ") + chip.figure + QLatin1Char(' ') + chip.words +
                             QLatin1Char('\n') + chip.details;
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

}  // namespace goho::gui
