#include "views/compare_page.hpp"

#include "models/tables.hpp"
#include "views/difference_delegate.hpp"
#include "views/overview_page.hpp"
#include "views/table_frame.hpp"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>
#include <QTimer>
#include <QUrl>
#include <algorithm>
#include <cmath>

namespace goho::gui {

WaterfallData waterfall_data(const Scene& scene, int year) {
    WaterfallData data;
    data.measure = Measure("yen", scene.shown);
    const auto *active = scene.active_study(), *base = scene.base_study();
    const auto y = static_cast<std::size_t>(year - 1);
    if (!active || !base || year < 1 || y >= active->plan_views.size() || y >= base->plan_views.size()) return data;
    const Words words{scene.shown.language};
    const auto &now = active->plan_views[y].now, &before = base->plan_views[y].now;
    const auto color = scene.colors.find(scene.active);
    data.steps.push_back({words("Base", "基準"), before.operating_income, true, colors_of(scene.shown.theme).base});
    struct Line {
        std::string_view name;
        double sign;
    };
    constexpr Line lines[] = {{"net_sales", 1.0},
                              {"variable_cost", -1.0},
                              {"personnel_cost", -1.0},
                              {"it_cost", -1.0},
                              {"support_service_cost", -1.0},
                              {"advertising_cost", -1.0},
                              {"research_development_cost", -1.0},
                              {"training_cost", -1.0},
                              {"rent_and_lease", -1.0},
                              {"depreciation", -1.0},
                              {"taxes_and_dues", -1.0},
                              {"other_fixed_cost", -1.0}};
    const double small = 0.02 * std::max(std::abs(now.operating_income - before.operating_income), 1.0);
    double rest = now.operating_income - before.operating_income;
    for (const auto& line : lines) {
        for (const auto& row : accounting::variables<double>) {
            if (row.name != line.name) continue;
            const double step = line.sign * (now.*row.field - before.*row.field);
            if (std::abs(step) <= small) continue;
            data.steps.push_back({words(row.label), step, false, {}});
            rest -= step;
        }
    }
    if (std::abs(rest) >= 1.0) data.steps.push_back({words("Others", "その他"), rest, false, {}});
    data.steps.push_back({name_of(scene, scene.active), now.operating_income, true,
                          color != scene.colors.end() ? color->second : QColor()});
    return data;
}

namespace {

QString worth_text(const analysis::Valuation& worth, double rate, const Scene& scene) {
    const Words words{scene.shown.language};
    const Measure yen("yen", scene.shown), share("fraction", scene.shown);
    QStringList rows;
    const auto row = [&](const QString& label, const QString& value) {
        rows << QStringLiteral("<tr><td>") + label + QStringLiteral("&nbsp;&nbsp;</td><td align='right'><b>") + value +
                    QStringLiteral("</b></td></tr>");
    };
    row(words("Net present value at ", "正味現在価値（割引率") + qt(percent(rate)) + words("", "）"),
        worth.npv ? yen.difference_with_unit(*worth.npv) : yen.value({}));
    row(words("Internal rate of return a year", "内部収益率（年）"),
        worth.irr ? share.value(worth.irr) : words("none", "なし"));
    row(words("Payback", "回収期間"), !worth.payback_months ? words("not within plan", "期間内に回収せず")
                                      : *worth.payback_months == 0
                                          ? words("at once", "持ち出しなし")
                                          : QString::number(*worth.payback_months) + words(" months", "か月"));
    row(words("Largest outlay before it pays", "累計の最大持ち出し"), yen.with_unit(worth.largest_outlay));
    return QStringLiteral("<table>") + rows.join(QString()) + QStringLiteral("</table>");
}

}  // namespace

QString differences_text(const Scene& scene) {
    const Words words{scene.shown.language};
    if (!scene.answer || !scene.answer->comparison) return {};
    const auto& comparison = *scene.answer->comparison;
    std::size_t at = 0;
    const analysis::Contender* contender = nullptr;
    for (const auto& computed : scene.answer->scenarios) {
        if (!computed->study) continue;
        if (computed->sheet == scene.active && at < comparison.contenders.size())
            contender = &comparison.contenders[at];
        ++at;
    }
    if (!contender || scene.active == scene.base) {
        return words(
            "This is the base. Choose a variant on the left to see what it does otherwise and what that is worth.",
            "これは基準シナリオです。左の一覧で比較案を選ぶと、違いとその価値が表示されます。");
    }
    QString text;
    for (const auto& difference : contender->differences)
        text += QStringLiteral("<p style='margin:2px 0'>") + words("• ", "・") +
                QStringLiteral("<a style='text-decoration:none' href='") +
                QString::fromStdString(difference.pointer).toHtmlEscaped() + QStringLiteral("'>") +
                words(difference.sentence).toHtmlEscaped() + QStringLiteral("</a></p>");
    if (contender->valuation) text += worth_text(*contender->valuation, comparison.discount_rate, scene);
    for (const auto& change : contender->gate_changes) {
        text += QStringLiteral("<p style='margin:2px 0'>") + words(change.label).toHtmlEscaped() +
                QStringLiteral(": ") + words(stakeholders::label_of(change.before)) + QStringLiteral(" → <b>") +
                words(stakeholders::label_of(change.after)) + QStringLiteral("</b></p>");
    }
    return text;
}

ComparePage::ComparePage(const Shown& shown, QWidget* parent)
    : PlainPage("compare", {"Compare", "比較"}, shown, parent), choice_(new QButtonGroup(this)),
      segments_(new QWidget), charts_(new QWidget),
      table_panel_(new Panel(words_("Years of the plan side by side", "計画年ごとの比較"))),
      years_(new YearButtons(shown)), table_(new TableModel(this)), view_(new QTableView),
      differences_(new QTextBrowser), waterfall_panel_(new Panel(QString())),
      polar_panel_(new Panel(words_("The five directions (0–100)", "五方の指数（0〜100）"))),
      waterfall_(new WaterfallChart(shown)), polar_(new PolarChart(shown)) {
    auto* row = new QHBoxLayout(segments_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    int n = 0;
    for (const auto& text : {words_("Table", "表"), words_("Why", "要因")}) {
        auto* button = new QPushButton(text);
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setChecked(n == 0);
        choice_->addButton(button, n++);
        row->addWidget(button);
    }
    put_in_head(segments_);
    put_in_head(years_);
    build_table();
    build_charts();
    body()->addWidget(table_panel_, 15);
    body()->addWidget(charts_, 10);
    lay_out();
    connect(choice_, &QButtonGroup::idClicked, this, &ComparePage::lay_out);
    connect(years_, &YearButtons::chosen, this, [this] {
        show_answer(scene_);
        // Once the table is laid out, the year that is looked at is seen whole.
        QTimer::singleShot(0, this, [this] { scroll_to_year(); });
    });
}

void ComparePage::build_table() {
    view_->setHorizontalHeader(new ResultHeader(shown_.theme));
    view_->setModel(table_);
    view_->setItemDelegate(new DifferenceDelegate(shown_.theme, view_));
    view_->setAccessibleName(words_("Key figures of all scenarios", "全シナリオの主要指標"));
    set_up_table(*view_, true);
    connect(view_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const auto* comparison = scene_.answer ? scene_.answer->comparison.get() : nullptr;
        const std::string variable = index.data(variable_role).toString().toStdString();
        if (!comparison || comparison->contenders.empty() || variable.empty()) return;
        const auto year = static_cast<std::size_t>(index.column()) / comparison->contenders.size();
        if (year >= comparison->years.size()) return;
        const int last = 12 * comparison->years[year] - 1;
        const auto known = quantity(variable);
        Q_EMIT why((known ? figure_of(*known, last) : std::nullopt).value_or(Figure{variable, {}, {}, last, last / 12 + 1}));
    });
    frame_ = new TableFrame(view_);
    table_panel_->put(frame_);
}

void ComparePage::build_charts() {
    differences_->setObjectName(QStringLiteral("plainText"));
    differences_->setFrameShape(QFrame::NoFrame);
    differences_->setOpenLinks(false);
    differences_->setToolTip(words_("Click a line to go to where it is set", "行をクリックすると設定箇所へ移動します"));
    connect(differences_, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& link) { Q_EMIT locate(link.toString(QUrl::FullyDecoded)); });
    differences_->setAccessibleName(words_("What differs", "違い"));
    auto* words_panel =
        new Panel(words_("What differs from the base, and what it is worth", "基準との違いと、その価値"));
    words_panel->put(differences_);
    waterfall_panel_->put(waterfall_);
    polar_->set_heading(polar_panel_->heading());
    polar_panel_->put(polar_);
    auto* grid = new QGridLayout(charts_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(10);
    grid->addWidget(words_panel, 0, 0);
    grid->addWidget(waterfall_panel_, 0, 1);
    grid->addWidget(polar_panel_, 0, 2);
    grid->setColumnStretch(0, 8);
    grid->setColumnStretch(1, 11);
    grid->setColumnStretch(2, 8);
}

int ComparePage::part_count() const { return height() < 760 ? 2 : 1; }

void ComparePage::show_part(int part) {
    if (auto* button = choice_->button(part)) button->click();
}

void ComparePage::lay_out() {
    const bool all = part_count() == 1, table = choice_->checkedId() <= 0;
    segments_->setVisible(!all);
    table_panel_->setVisible(all || table);
    charts_->setVisible(all || !table);
}

void ComparePage::resizeEvent(QResizeEvent* event) {
    PlainPage::resizeEvent(event);
    lay_out();
}

void ComparePage::show_answer(const Scene& scene) {
    scene_ = scene;
    years_->offer(years_of(*scene.active_study()));
    if (scene.answer->comparison) {
        Table table = comparison_table(*scene.answer->comparison, scene.shown);
        std::size_t column = 0;
        for (std::size_t year = 0; year < scene.answer->comparison->years.size(); ++year) {
            for (const auto& computed : scene.answer->scenarios) {
                if (!computed->study || column >= table.headings.size()) continue;
                auto& heading = table.headings[column++];
                heading = heading.section(QLatin1Char('\n'), 0, 0) + QLatin1Char('\n') +
                          (computed->sheet == scene.base ? words_("base", "基準") : name_of(scene, computed->sheet));
            }
        }
        table_->set(std::move(table));
    }
    fit_table();
    table_panel_->set_heading(
        labelled(words_("Years of the plan side by side", "計画年ごとの比較"), Measure("yen", scene.shown)));
    const QString text = differences_text(scene);
    if (text != text_) differences_->setHtml(text_ = text);
    waterfall_panel_->set_heading(
        labelled(words_("Operating income, step by step", "営業利益：基準からの増減"),
                 Measure("yen", scene.shown)));
    waterfall_panel_->set_note(words_("year ", "計画") + QString::number(years_->year()) + words_("", "年目"));
    waterfall_->set_heading(waterfall_panel_->heading());
    waterfall_->show_data(waterfall_data(scene, years_->year()));
    polar_panel_->setVisible(scene.active_study()->run.behaves);
    polar_panel_->set_note(words_("year ", "計画") + QString::number(years_->year()) + words_("", "年目"));
    polar_->show_data(polar_data(scene, years_->year()));
}

/// Widths and heights follow what the columns are, not the figures: those change with every step of a lever.
void ComparePage::fit_table() {
    const auto& scene = scene_;
    const auto contenders = scene.answer->comparison ? scene.answer->comparison->contenders.size() : 1;
    const bool yen = scene.shown.unit == MoneyUnit::yen, differences = scene.shown.difference != DifferenceMode::off;
    QStringList shape{yen ? QStringLiteral("yen") : QString(), differences ? QStringLiteral("±") : QString()};
    for (const auto& heading : table_->table().headings) shape << heading;
    if (shape == shape_) return;
    shape_ = shape;
    view_->verticalHeader()->setDefaultSectionSize(row_height(view_->fontMetrics(), contenders > 1 && differences));
    frame_->set_columns(yen ? 112 : contenders > 2 ? 88 : 74, static_cast<int>(contenders));
    frame_->fit();
}

void ComparePage::scroll_to_year() {
    const auto* comparison = scene_.answer ? scene_.answer->comparison.get() : nullptr;
    if (!comparison) return;
    const auto at = std::find(comparison->years.begin(), comparison->years.end(), years_->year());
    const auto columns = static_cast<int>(comparison->contenders.size());
    const auto first = static_cast<int>(at - comparison->years.begin()) * columns;
    for (const int column : {first + columns - 1, first}) view_->scrollTo(table_->index(0, column));
}

}  // namespace goho::gui
