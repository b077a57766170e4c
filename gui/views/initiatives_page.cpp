#include "views/initiatives_page.hpp"

#include "initiatives/priority.hpp"
#include "simulation/behaviour.hpp"

#include <QGridLayout>
#include <QPushButton>
#include <algorithm>

namespace goho::gui {

namespace {

QString item_name(const auto& item, const Shown& shown) {
    return QString::fromStdString(std::string(item.shown(shown.language)));
}

}  // namespace

TimeData initiative_data(const Scene& scene, std::string_view unit,
                         double (*value)(const simulation::InitiativeMonth<double>&)) {
    TimeData data;
    data.measure = Measure(unit, scene.shown);
    data.low = 0.0;
    const auto* active = scene.active_study();
    if (!active) return data;
    data.start = active->run.start;
    data.months = static_cast<int>(active->run.months.size());
    data.fiscal_year_start = active->run.fiscal_year_start;
    if (!active->run.behaves) return data;
    for (int i = 0; i < active->run.initiatives.items; ++i) {
        TimeLine line;
        line.name = item_name(active->scenario.plan.initiatives[static_cast<std::size_t>(i)], scene.shown);
        line.color = scenario_color(i, scene.shown.theme);
        for (int t = 0; t < data.months; ++t) line.points.append({t + 1.0, value(active->run.initiatives.at(t, i))});
        data.lines.push_back(std::move(line));
    }
    return data;
}

BubbleData priority_data(const Scene& scene) {
    BubbleData data;
    const Words words{scene.shown.language};
    data.measure = Measure("yen", scene.shown);
    data.x_name = words("Ease (0–100)", "実行しやすさ（0〜100）");
    data.y_name = labelled(words("Effect a year in full use", "定着時の年間効果"), data.measure);
    data.fields = {words("Large and slow: plan it", "大きく遅い：計画的に"), words("Start now", "すぐ着手"),
                   words("Not now", "後回し"), words("Small and quick: begin with it", "小さく速い：最初の成功に")};
    const auto* active = scene.active_study();
    if (!active) return data;
    const auto today = simulation::behaviour_today(active->scenario.plan).today;
    data.y_border = today.pay;
    for (std::size_t i = 0; i < active->scenario.plan.initiatives.size(); ++i) {
        const auto& item = active->scenario.plan.initiatives[i];
        const auto rank = initiatives::priority(item.parameters, today.hours, today.hourly_cost, today.pay);
        data.bubbles.push_back({item_name(item, scene.shown), rank.ease, rank.effect,
                                scenario_color(static_cast<int>(i), scene.shown.theme)});
    }
    return data;
}

InitiativesPage::InitiativesPage(const Shown& shown, QWidget* parent)
    : PlainPage("initiatives", {"Initiatives", "施策"}, shown, parent),
      bubble_panel_(new Panel(words_("Effect and ease: where to begin", "効果×実行しやすさ：どこから始めるか"))),
      bubbles_(new BubbleChart(shown)),
      none_(new QWidget), all_(new QWidget) {
    needs_behaviour();
    without_legend();
    using Month = simulation::InitiativeMonth<double>;
    parts_ = {
        {nullptr, nullptr, "adoption", "fraction", {"Adoption", "定着率"}, [](const Month& m) { return m.adoption; }},
        {nullptr,
         nullptr,
         "hours_saved",
         "hours",
         {"Hours saved a month", "月間の削減時間"},
         [](const Month& m) { return m.hours_saved; }},
        {nullptr,
         nullptr,
         "confusion_hours",
         "hours",
         {"Confusion and double work a month", "月間の混乱・二重管理時間"},
         [](const Month& m) { return m.confusion_hours + m.dual_running_hours; }},
        {nullptr,
         nullptr,
         "lead_time_factor",
         "fraction",
         {"Lead time left", "残る所要期間"},
         [](const Month& m) { return m.lead_time_factor; }},
        {nullptr,
         nullptr,
         "error_factor",
         "fraction",
         {"Errors left", "残るミス"},
         [](const Month& m) { return m.error_factor; }},
        {nullptr,
         nullptr,
         "re_entry_factor",
         "fraction",
         {"Re-entry left", "残る再入力"},
         [](const Month& m) { return m.re_entry_factor; }},
        {nullptr, nullptr, "running_cost", "yen", {"Cost a month", "月間の費用"}, [](const Month& m) {
             return simulation::cost_of(m);
         }}};
    auto* grid = new QGridLayout(all_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(10);
    bubbles_->set_heading(bubble_panel_->heading());
    bubble_panel_->put(bubbles_);
    grid->addWidget(bubble_panel_, 0, 0, 2, 1);
    int place = 0;
    for (auto& part : parts_) {
        part.panel = new Panel(QString());
        part.chart = new TimeChart(shown);
        part.panel->put(part.chart);
        const int row = place < 4 ? place / 2 : 2, column = place < 4 ? 1 + place % 2 : place - 4;
        grid->addWidget(part.panel, row, column);
        ++place;
        connect(part.chart, &Chart::picked, this, [this, variable = part.variable](int line, int month) {
            const auto* active = scene_.active_study();
            if (!active || line < 0 || static_cast<std::size_t>(line) >= active->scenario.plan.initiatives.size())
                return;
            Q_EMIT why(Figure{std::string(variable),
                              std::string(active->scenario.plan.initiatives[static_cast<std::size_t>(line)].id),
                              "initiatives", month});
        });
    }
    for (int i = 0; i < 3; ++i) {
        grid->setColumnStretch(i, 1);
        grid->setRowStretch(i, 1);
    }
    auto* said = new QLabel(words_("This plan has no initiative.", "この計画に施策はありません。"));
    said->setObjectName(QStringLiteral("notice"));
    auto* add = new QPushButton(words_("Add an initiative", "施策を追加"));
    add->setObjectName(QStringLiteral("addInitiative"));
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT locate(QStringLiteral("/initiatives")); });
    auto* offer = new QVBoxLayout(none_);
    offer->setSpacing(12);
    offer->addStretch(1);
    offer->addWidget(said, 0, Qt::AlignHCenter);
    offer->addWidget(add, 0, Qt::AlignHCenter);
    offer->addStretch(1);
    body()->addWidget(none_, 1);
    body()->addWidget(all_, 1);
}

void InitiativesPage::show_answer(const Scene& scene) {
    scene_ = scene;
    const bool any = scene.active_study()->run.initiatives.items > 0;
    none_->setVisible(!any);
    all_->setVisible(any);
    if (!any) return;
    bubbles_->show_data(priority_data(scene));
    for (auto& part : parts_) {
        auto lines = initiative_data(scene, part.unit, part.value);
        part.panel->set_heading(labelled(words_(part.label), lines.measure));
        part.chart->set_heading(part.panel->heading());
        part.chart->show_data(std::move(lines));
    }
}

}  // namespace goho::gui
