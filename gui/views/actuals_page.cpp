#include "views/actuals_page.hpp"

#include "views/difference_delegate.hpp"
#include "views/table_frame.hpp"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>
#include <algorithm>

namespace goho::gui {

namespace {

using analysis::PlanActual;
using analysis::PlanActualSpan;

QPushButton* segment(const QString& text, QButtonGroup* group, int id) {
    auto* button = new QPushButton(text);
    button->setCheckable(true);
    button->setProperty("segment", true);
    group->addButton(button, id);
    return button;
}

const PlanActual* result_of(const Scene& scene) {
    const Computed* active = scene.answer ? scene.answer->find(scene.active) : nullptr;
    return active ? active->plan_actual.get() : nullptr;
}

/// The base of the scenarios is grey, and so is a plan; what happened must be told from it.
QColor actual_color(const Scene& scene) { return colors_of(scene.shown.theme).accent; }

constexpr int parts_chosen = static_cast<int>(analysis::compared_statements.size());

}  // namespace

WaterfallData variance_data(const PlanActualSpan& span, const Scene& scene) {
    const Words words{scene.shown.language};
    WaterfallData data;
    data.measure = Measure("yen", scene.shown);
    data.steps.push_back({words("Budget", "予算"), span.plan.operating_income, true, colors_of(scene.shown.theme).base});
    for (const Effect& effect : effects_of(span.effects)) data.steps.push_back({words(effect.label), effect.value, false, {}});
    data.steps.push_back({words("Actual", "実績"), span.actual.operating_income, true, actual_color(scene)});
    return data;
}

TimeData landing_data(const Scene& scene, std::string_view variable) {
    TimeData data;
    const auto* result = result_of(scene);
    const auto* study = scene.active_study();
    const auto known = std::find_if(accounting::variables<double>.begin(), accounting::variables<double>.end(),
                                    [&](const auto& v) { return v.name == variable; });
    if (!result || !study || known == accounting::variables<double>.end()) return data;
    const Words words{scene.shown.language};
    data.measure = Measure("yen", scene.shown);
    data.start = study->run.start;
    data.fiscal_year_start = study->run.fiscal_year_start;
    TimeLine plan{words("Original plan", "当初計画"), colors_of(scene.shown.theme).base, true, false, false, {}};
    TimeLine actual{words("Actual", "実績"), actual_color(scene), false, true, false, {}};
    TimeLine ahead{words("Forecast", "見込"), actual_color(scene), false, false, false, {}};
    const auto at = [&](const PlanActualSpan& span) { return static_cast<double>(span.last - study->run.start + 1); };
    for (const auto& month : result->months) {
        plan.points.append({at(month), month.plan.*known->field});
        actual.points.append({at(month), month.actual.*known->field});
    }
    ahead.points.append(actual.points.back());
    for (const auto& month : result->ahead) {
        plan.points.append({at(month), month.plan.*known->field});
        ahead.points.append({at(month), month.actual.*known->field});
    }
    data.months = static_cast<int>(result->months.size() + result->ahead.size());
    data.lines = {std::move(plan), std::move(ahead), std::move(actual)};
    return data;
}

ActualsPage::ActualsPage(const Shown& shown, QWidget* parent)
    : PlainPage("actuals", {"Plan and actual", "予実"}, shown, parent), views_(new QButtonGroup(this)),
      layouts_(new QButtonGroup(this)), month_(new QComboBox), span_(new TableModel(this)), months_(new TableModel(this)),
      landing_(new TableModel(this)), variance_(new WaterfallChart(shown)), causes_(new QTextBrowser),
      landing_note_(new QLabel), take_(new QPushButton(words_("Take in months…", "実績の取り込み…"))) {
    without_legend();
    take_->setToolTip(words_("Add the next actual months from trial balances", "試算表から次の月の実績を追加する"));
    connect(take_, &QPushButton::clicked, this, &Page::actuals_wanted);
    put_in_head(take_);
    month_->setAccessibleName(words_("Month", "月"));
    month_->setMinimumWidth(116);
    put_in_head(month_);
    controls_ = controls();
    body()->addWidget(controls_);
    empty_ = empty_state();
    body()->addWidget(empty_, 1);
    span_view_ = span_view();
    body()->addWidget(span_view_, 1);
    months_panel_ = new Panel(QString());
    auto* by_month = table(months_, words_("Every month beside the plan", "月別の予実"), true, months_frame_);
    connect(by_month, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() % 2 == 1) ask_why(index, index.column() / 2);
    });
    months_panel_->put(months_frame_);
    body()->addWidget(months_panel_, 1);
    landing_view_ = landing_view();
    body()->addWidget(landing_view_, 1);
    // All at once they would ask for more height than a window has.
    for (QWidget* one : std::initializer_list<QWidget*>{controls_, take_, month_, span_view_, months_panel_, landing_view_}) one->hide();
    connect(views_, &QButtonGroup::idClicked, this, [this](int id) { select(static_cast<View>(id)); });
    connect(layouts_, &QButtonGroup::idClicked, this, [this] { show_answer(scene_); });
    connect(month_, &QComboBox::activated, this, [this] { show_answer(scene_); });
}

QWidget* ActualsPage::controls() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const std::pair<View, QString> views[] = {{View::month, words_("Month", "当月")},
                                              {View::year_to_date, words_("To date", "当期累計")},
                                              {View::all_months, words_("All months", "全期間")},
                                              {View::by_month, words_("By month", "月別")},
                                              {View::landing, words_("Landing", "着地見込")}};
    for (const auto& [view, text] : views) row->addWidget(segment(text, views_, static_cast<int>(view)));
    views_->button(0)->setChecked(true);
    row->addSpacing(10);
    // Short, since they stand beside an open panel of reasons, too; headings say their names in full.
    const Label titles[] = {{"Managerial", "変動損益"}, {"Statutory", "損益計算書"}, {"Balances", "残高"}, {"Why", "差異の内訳"}};
    for (int n = 0; n <= parts_chosen; ++n) row->addWidget(segment(words_(titles[n]), layouts_, n));
    for (int n = 0; n < parts_chosen; ++n)
        layouts_->button(n)->setToolTip(words_(analysis::compared_statements[static_cast<std::size_t>(n)].title));
    layouts_->button(0)->setChecked(true);
    row->addStretch(1);
    return box;
}

QWidget* ActualsPage::empty_state() {
    auto* box = new QWidget;
    auto* all = new QVBoxLayout(box);
    auto* text = new QLabel(words_(
        "This scenario has no month as it happened yet. Take in trial balances from your accounting program: each month then "
        "stands beside the plan, with the reasons for the difference and where the fiscal year lands. A company made by "
        "Import trial balances (File menu) brings its actual months with it.",
        "このシナリオにはまだ実績の月がありません。会計ソフトの試算表を取り込むと、毎月の予実対比、差異の内訳、"
        "着地見込を表示します。「ファイル」→「試算表の取り込み」で作った会社には、最初から実績が入っています。"));
    text->setObjectName(QStringLiteral("notice"));
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    text->setMaximumWidth(640);
    auto* take = new QPushButton(words_("Take in actual months…", "実績の取り込み…"));
    connect(take, &QPushButton::clicked, this, &Page::actuals_wanted);
    all->addStretch(2);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(text, 8);
    row->addStretch(1);
    all->addLayout(row);
    all->addSpacing(12);
    all->addWidget(take, 0, Qt::AlignHCenter);
    all->addStretch(3);
    return box;
}

QTableView* ActualsPage::table(TableModel* model, const QString& name, bool with_differences, TableFrame*& frame) {
    auto* view = new QTableView;
    view->setHorizontalHeader(new ResultHeader(shown_.theme));
    view->setModel(model);
    view->setItemDelegate(new DifferenceDelegate(shown_.theme, view));
    view->setAccessibleName(name);
    set_up_table(*view, with_differences);
    frame = new TableFrame(view);
    return view;
}

QWidget* ActualsPage::span_view() {
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(10);
    span_panel_ = new Panel(QString());
    auto* view = table(span_, words_("Budget and actual", "予実対比"), false, span_frame_);
    connect(view, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() > 0) ask_why(index, index.data(month_role).toInt());
    });
    span_panel_->put(span_frame_);
    variance_panel_ = new Panel(QString());
    variance_panel_->put(variance_, 1);
    connect(variance_, &Chart::picked, this, [this](int step, int) {
        const int last = static_cast<int>(variance_->data().steps.size()) - 1;
        if (step == last) Q_EMIT why(Figure{"operating_income", {}, {}, span().last - scene_.active_study()->run.start});
        else if (step > 0) layouts_->button(parts_chosen)->click();  // what the cause is made of
    });
    causes_->setObjectName(QStringLiteral("plainText"));
    causes_->setFrameShape(QFrame::NoFrame);
    causes_->setAccessibleName(words_("The largest causes", "主な差異要因"));
    causes_->setTabChangesFocus(true);
    QFont small = font();
    small.setPixelSize(12);
    causes_->setFont(small);
    causes_->setFixedHeight(8 * fontMetrics().height());
    variance_panel_->put(causes_, 0);
    grid->addWidget(span_panel_, 0, 0);
    grid->addWidget(variance_panel_, 0, 1);
    grid->setColumnStretch(0, 13);
    grid->setColumnStretch(1, 8);
    return box;
}

QWidget* ActualsPage::landing_view() {
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(10);
    landing_panel_ = new Panel(QString());
    auto* view = table(landing_, words_("Landing of the fiscal year", "着地見込"), false, landing_frame_);
    connect(view, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == 0 || index.column() == 2) {
            const auto* found = result();
            const Month start = scene_.active_study()->run.start;
            ask_why(index, (index.column() == 0 ? found->year_to_date.last : found->landing.last) - start);
        }
    });
    landing_panel_->put(landing_frame_);
    landing_note_->setObjectName(QStringLiteral("note"));
    landing_panel_->put(landing_note_, 0);
    auto* lines = new QLabel(words_("Charts, by month: thick is actual, thin is expected, grey is the original plan.",
                                    "右のグラフ（月別）：太線は実績、細線は見込、灰色は当初計画です。"));
    lines->setObjectName(QStringLiteral("note"));
    landing_panel_->put(lines, 0);
    grid->addWidget(landing_panel_, 0, 0, 2, 1);
    int row = 0;
    for (const std::string_view variable : {"operating_income", "cash"}) {
        auto* panel = new Panel(QString());
        auto* chart = new TimeChart(shown_);
        panel->put(chart);
        grid->addWidget(panel, row++, 1);
        landing_charts_.push_back({variable, {panel, chart}});
        connect(chart, &Chart::picked, this, [this, variable](int line, int month) {
            if (line > 0 && month >= 0) Q_EMIT why(Figure{std::string(variable), {}, {}, month});
        });
    }
    grid->setColumnStretch(0, 12);
    grid->setColumnStretch(1, 5);
    return box;
}

const PlanActual* ActualsPage::result() const { return result_of(scene_); }

const accounting::StatementLayout* ActualsPage::layout_chosen() const {
    const int chosen = std::max(0, layouts_->checkedId());
    return chosen == parts_chosen ? nullptr : &analysis::compared_statements[static_cast<std::size_t>(chosen)];
}

const PlanActualSpan& ActualsPage::span() const {
    const auto& found = *result();
    if (view_ == View::year_to_date) return found.year_to_date;
    if (view_ == View::all_months) return found.cumulative;
    return found.months[static_cast<std::size_t>(month_->currentIndex())];
}

void ActualsPage::select(View view) {
    view_ = view;
    views_->button(static_cast<int>(view))->setChecked(true);
    if (scene_.active_study()) show_answer(scene_);
}

void ActualsPage::show_part(int part) {
    constexpr View parts[] = {View::month, View::by_month, View::landing};
    select(parts[std::clamp(part, 0, 2)]);
}

void ActualsPage::ask_why(const QModelIndex& index, int month) {
    const std::string variable = index.data(variable_role).toString().toStdString();
    if (!variable.empty()) Q_EMIT why(Figure{variable, {}, {}, month});
}

QString ActualsPage::heading(const QString& text) const { return labelled(text, Measure("yen", scene_.shown)); }

/// The latest month is chosen until somebody chooses another.
void ActualsPage::offer_months() {
    const auto& months = result()->months;
    QStringList names;
    for (const auto& month : months) names << words_(month.label);
    QStringList there;
    for (int i = 0; i < month_->count(); ++i) there << month_->itemText(i);
    if (names == there) return;
    month_->clear();
    month_->addItems(names);
    month_->setCurrentIndex(month_->count() - 1);
}

void ActualsPage::show_answer(const Scene& scene) {
    scene_ = scene;
    const auto* found = result();
    const bool spans = view_ != View::by_month && view_ != View::landing;
    const std::pair<QWidget*, bool> parts[] = {{empty_, !found},
                                               {month_, found && view_ == View::month},
                                               {take_, found},
                                               {controls_, found},
                                               {span_view_, found && spans},
                                               {months_panel_, found && view_ == View::by_month},
                                               {landing_view_, found && view_ == View::landing}};
    // First what goes: beside each other two views would make the window higher, and it would stay so.
    for (const auto& [part, wanted] : parts) {
        if (!wanted) part->hide();
    }
    for (const auto& [part, wanted] : parts) {
        if (wanted) part->show();
    }
    layouts_->button(parts_chosen)->setVisible(view_ != View::landing);
    if (!found) return;
    offer_months();
    views_->button(static_cast<int>(View::all_months))->setVisible(found->cumulative.first != found->year_to_date.first);
    if (spans) show_span(*found);
    else if (view_ == View::by_month) show_months(*found);
    else show_landing(*found);
}

Table ActualsPage::parts_of(const PlanActual& found, const PlanActualSpan& chosen) const {
    if (view_ == View::month)
        return effects_table(found, {{words_(chosen.label), &chosen}, {words_("Year to date", "当期累計"), &found.year_to_date}}, scene_.shown);
    return effects_table(found, {{words_("Difference", "差異"), &chosen}}, scene_.shown);
}

void ActualsPage::show_span(const PlanActual& found) {
    const auto& chosen = span();
    const auto* layout = layout_chosen();
    const Month start = scene_.active_study()->run.start;
    span_->set(layout ? span_table(chosen, *layout, chosen.last - start, scene_.shown) : parts_of(found, chosen));
    span_frame_->set_columns(layout ? 68 : 90);
    span_panel_->set_heading(heading(layout ? words_(layout->title) : words_("Parts of the difference", "差異の内訳")));
    span_panel_->set_note(words_(chosen.label));
    variance_panel_->set_heading(heading(words_("Operating income, budget to actual", "営業利益：予算から実績まで")));
    variance_panel_->set_note(words_(chosen.label));
    variance_->set_heading(variance_panel_->heading());
    variance_->show_data(variance_data(chosen, scene_));
    QStringList lines;
    for (const auto& cause : analysis::causes(found, chosen)) lines << words_("• ", "・") + words_(cause.sentence);
    if (!found.volumes_known) {
        lines << words_("Note: the books give no volumes. Prices stand as planned, and what sales differ by is volume and mix.",
                        "注意：帳簿に販売数量がないため、単価は計画どおりとし、売上の差は数量・構成差異に含まれます。");
    }
    causes_->setPlainText(lines.join(QLatin1Char('\n')));
}

void ActualsPage::show_months(const PlanActual& found) {
    const auto* layout = layout_chosen();
    const bool yen = scene_.shown.unit == MoneyUnit::yen;
    if (layout) {
        months_->set(months_table(found, *layout, scene_.shown));
        months_panel_->set_note(words_("budget and actual, the difference below", "予算と実績（下段は差異）"));
    } else {
        std::vector<NamedSpan> spans;
        for (const auto& month : found.months) spans.push_back({words_(month.label), &month});
        months_->set(effects_table(found, spans, scene_.shown));
        months_panel_->set_note(words_("effect on operating income", "営業利益への影響"));
    }
    months_frame_->set_columns(yen ? 104 : 76, layout ? 2 : 1);
    months_panel_->set_heading(heading(layout ? words_(layout->title) : words_("Parts of the difference", "差異の内訳")));
}

/// Months still to come have no causes: a statement is shown in their place.
void ActualsPage::show_landing(const PlanActual& found) {
    const auto& layout = layout_chosen() ? *layout_chosen() : analysis::compared_statements.front();
    const Month start = scene_.active_study()->run.start;
    landing_->set(landing_table(found, layout, found.landing.last - start, scene_.shown));
    landing_frame_->set_columns(67);
    landing_panel_->set_heading(heading(words_("Landing: ", "着地見込：") + words_(found.landing.label)));
    landing_panel_->set_note(words_(layout.title));
    const std::string until = goho::shown(found.year_to_date.last, scene_.shown.language);
    landing_note_->setText(words_("Actual to %1, then the plan from the balances of that month.", "%1まで実績、以降はその月末残高からの計画です。")
                               .arg(QString::fromStdString(until)));
    for (const auto& [variable, parts] : landing_charts_) {
        TimeData lines = landing_data(scene_, variable);
        if (const auto known = quantity(variable)) parts.first->set_heading(labelled(title_of(*known, scene_.shown.language), lines.measure));
        parts.second->set_heading(parts.first->heading());
        parts.second->show_data(std::move(lines));
    }
}

}  // namespace goho::gui
