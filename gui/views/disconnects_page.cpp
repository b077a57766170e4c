#include "views/disconnects_page.hpp"

#include <QGridLayout>
#include <QTextBrowser>
#include <algorithm>

namespace goho::gui {

const analysis::Diagnosis* diagnosis_of(const Scene& scene) {
    if (scene.refinement) {
        for (const auto& [sheet, diagnosis] : scene.refinement->diagnoses) {
            if (sheet == scene.active && diagnosis) return diagnosis.get();
        }
    }
    const auto* active = scene.active_study();
    return active && active->diagnosis ? &*active->diagnosis : nullptr;
}

BarData severity_data(const analysis::Diagnosis& diagnosis, const Scene& scene) {
    BarData data;
    const Words words{scene.shown.language};
    const auto& colors = colors_of(scene.shown.theme);
    data.marks = {20.0, 40.0, 60.0, 80.0, 100.0};
    for (std::size_t i = 0; i < diagnosis.planned.size(); ++i) {
        const auto& one = diagnosis.planned[i];
        Bar bar{words(one.label), one.severity, i < diagnosis.today.size() ? diagnosis.today[i].severity : std::nullopt,
                words("cannot be judged", "判定できません"), colors.faint};
        if (one.severity) {
            bar.words = qt(table_number(*one.severity, scene.shown.language, 0)) + QStringLiteral("  ") +
                        words(stakeholders::grade_of(*one.severity));
            bar.color = *one.severity <= 20.0 ? colors.good : *one.severity <= 60.0 ? colors.caution : colors.bad;
        }
        data.bars.push_back(std::move(bar));
    }
    return data;
}

BarData repair_data(const analysis::Diagnosis& diagnosis, const Scene& scene) {
    BarData data;
    const Words words{scene.shown.language};
    const auto& colors = colors_of(scene.shown.theme);
    const Measure yen("yen", scene.shown);
    data.high = yen.size();
    data.low = 0.0;
    for (const auto& repair : diagnosis.repairs) {
        data.high = std::max(data.high, repair.worth);
        data.low = std::min(data.low, repair.worth);
        data.bars.push_back({words(repair.label),
                             repair.worth,
                             {},
                             yen.difference(repair.worth),
                             repair.name == "all" ? colors.accent
                             : repair.worth < 0.0 ? colors.bad
                                                  : colors.good});
    }
    return data;
}

namespace {

QString reasons_text(const analysis::Diagnosis& diagnosis, const Scene& scene) {
    const Words words{scene.shown.language};
    const Measure yen("yen", scene.shown);
    QString text;
    for (const auto& one : diagnosis.planned) {
        text += QStringLiteral("<p style='margin:6px 0'><b>") + words(one.label) + QStringLiteral("</b><br>") +
                (one.reason.empty() ? words(one.definition) : words(one.reason)).toHtmlEscaped() +
                QStringLiteral("</p>");
    }
    if (!diagnosis.repairs.empty()) {
        text += QStringLiteral("<p style='margin:8px 0'>") + words("All five together bring ", "5つを一緒に直すと ") +
                yen.difference_with_unit(diagnosis.repairs.back().worth) +
                words("; one by one they add up to ", "、1つずつの合計は ") +
                yen.difference_with_unit(diagnosis.sum_of_parts) +
                words(". Present value of free cash flow against the plan as it is.",
                      "（計画どおりの場合に対するフリーCFの現在価値）。") +
                QStringLiteral("</p>");
    }
    return text;
}

}  // namespace

DisconnectsPage::DisconnectsPage(const Shown& shown, QWidget* parent)
    : PlainPage("disconnects", {"Disconnects", "五つの分断"}, shown, parent),
      severity_panel_(new Panel(words_("How split, 0 connected to 100 split", "分断の度合い（0 接続〜100 分断）"))),
      repair_panel_(new Panel(QString())),
      reason_panel_(new Panel(words_("Why, and what would join them", "理由と、つなぎ直すための一手"))),
      severity_(new BarChart(shown)), repair_(new BarChart(shown)), reasons_(new QTextBrowser),
      waiting_(new QLabel(
          words_("Being worked out: a dozen further runs of the plan …", "計算中です（計画を十数回計算します）…"))) {
    needs_behaviour();
    without_legend();
    severity_panel_->set_note(words_("bar: planned · mark: today", "棒：計画　印：現状"));
    severity_panel_->put(severity_);
    repair_panel_->put(repair_);
    reasons_->setObjectName(QStringLiteral("plainText"));
    reasons_->setFrameShape(QFrame::NoFrame);
    reason_panel_->put(reasons_);
    waiting_->setObjectName(QStringLiteral("notice"));
    waiting_->setAlignment(Qt::AlignCenter);
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    grid->addWidget(severity_panel_, 0, 0);
    grid->addWidget(repair_panel_, 1, 0);
    grid->addWidget(reason_panel_, 0, 1, 2, 1);
    grid->setColumnStretch(0, 6);
    grid->setColumnStretch(1, 5);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(1, 1);
    body()->addWidget(waiting_, 1);
    body()->addLayout(grid, 1);
}

void DisconnectsPage::show_answer(const Scene& scene) {
    const auto* diagnosis = diagnosis_of(scene);
    for (QWidget* widget : std::initializer_list<QWidget*>{severity_panel_, repair_panel_, reason_panel_})
        widget->setVisible(diagnosis != nullptr);
    waiting_->setVisible(diagnosis == nullptr);
    if (!diagnosis) return;
    severity_->set_heading(severity_panel_->heading());
    severity_->show_data(severity_data(*diagnosis, scene));
    repair_panel_->set_heading(labelled(words_("What repair is worth", "修復の価値"), Measure("yen", scene.shown)));
    repair_->set_heading(repair_panel_->heading());
    repair_->show_data(repair_data(*diagnosis, scene));
    const QString text = reasons_text(*diagnosis, scene);
    if (text != text_) reasons_->setHtml(text_ = text);
}

}  // namespace goho::gui
