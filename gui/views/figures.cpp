#include "views/figures.hpp"

#include <algorithm>
#include <cmath>

namespace goho::gui {

namespace {

using accounting::Books;
using simulation::Conduct;

const Variable<Books<double>, double>* books_row(std::string_view name) {
    for (const auto& row : accounting::variables<double>) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

const Variable<Conduct<double>, double>* conduct_row(std::string_view name) {
    for (const auto& row : simulation::conduct_variables<double>) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

const stakeholders::DirectionFigure* direction_row(std::string_view name) {
    for (const auto& row : stakeholders::direction_figures()) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

TimeFan fan_of(const Scene& scene, const Quantity& quantity) {
    TimeFan fan;
    if (!scene.refinement || !scene.refinement->chance || quantity.flow) return fan;
    const auto& refinement = *scene.refinement;
    for (std::size_t i = 0; i < refinement.sheets.size() && i < refinement.chance->subjects.size(); ++i) {
        if (refinement.sheets[i] != scene.active) continue;
        for (const auto& one : refinement.chance->subjects[i].fans) {
            if (one.name != quantity.name || one.levels.size() < 5) continue;
            fan = {one.levels.front(),
                   one.levels[1],
                   one.levels[one.levels.size() / 2],
                   one.levels[one.levels.size() - 2],
                   one.levels.back(),
                   {}};
        }
    }
    if (const auto color = scene.colors.find(scene.active); color != scene.colors.end()) fan.color = color->second;
    return fan;
}

}  // namespace

std::optional<Quantity> quantity(std::string_view name) {
    if (const auto* row = books_row(name))
        return Quantity{row->name, row->unit, row->label, {}, row->better, row->kind == Kind::flow, false, true};
    if (const auto* row = conduct_row(name))
        return Quantity{row->name, row->unit, row->label, {}, row->better, row->kind == Kind::flow, true, true};
    if (const auto* row = direction_row(name))
        return Quantity{row->name, "score", row->label, row->definition, Better::higher, false, true, false};
    if (const auto* row = stakeholders::find_indicator(name))
        return Quantity{row->name, row->unit, row->label, row->definition, row->better, true, false, false};
    return {};
}

QString title_of(const Quantity& quantity, Language language) {
    const QString title = Words{language}(quantity.label);
    const bool against_today = quantity.label.ja.find("（現状=1）") != std::string_view::npos;
    return language == Language::english && against_today ? title + QStringLiteral(" (now = 1)") : title;
}

QList<QPointF> points_of(const analysis::Study& study, const Quantity& quantity) {
    QList<QPointF> out;
    if (quantity.behaviour && !study.run.behaves) return out;
    if (!quantity.flow && quantity.monthly) {
        const auto* books = quantity.behaviour ? nullptr : books_row(quantity.name);
        const auto* conduct = quantity.behaviour ? conduct_row(quantity.name) : nullptr;
        const std::size_t months = study.run.months.size();
        out.reserve(static_cast<qsizetype>(months) + 1);
        if (books) out.append({0.0, study.run.opening.*books->field});
        for (std::size_t t = 0; t < months; ++t) {
            out.append({static_cast<double>(t) + 1.0,
                        books ? study.run.months[t].*books->field : study.run.conduct[t].*conduct->field});
        }
        return out;
    }
    if (const auto* direction = direction_row(quantity.name)) {
        for (std::size_t y = 0; y < study.directions.size() && y < study.fiscal_views.size(); ++y) {
            const auto value = direction->of(study.directions[y]);
            if (value) out.append({static_cast<double>(study.fiscal_views[y].last - study.run.start) + 1.0, *value});
        }
        return out;
    }
    for (const auto& year : study.plan_views) {
        const auto value = year.months == 12 ? stakeholders::figure(year, quantity.name) : std::nullopt;
        if (value && std::isfinite(*value))
            out.append({static_cast<double>(year.last - study.run.start) + 1.0, *value});
    }
    return out;
}

std::optional<double> at_year(const analysis::Study& study, const Quantity& quantity, int year) {
    if (quantity.behaviour && !study.run.behaves) return {};
    if (const auto* direction = direction_row(quantity.name)) {
        for (std::size_t y = 0; y < study.directions.size() && y < study.fiscal_views.size(); ++y) {
            if (study.fiscal_views[y].last - study.run.start + 1 >= 12 * year)
                return direction->of(study.directions[y]);
        }
        return {};
    }
    const auto index = static_cast<std::size_t>(year - 1);
    if (year < 1 || index >= study.plan_views.size()) return {};
    return stakeholders::figure(study.plan_views[index], quantity.name);
}

std::vector<int> years_of(const analysis::Study& study) {
    std::vector<int> out;
    const int years = static_cast<int>(study.run.months.size()) / 12;
    for (const int year : {3, 5, 10}) {
        if (year <= years) out.push_back(year);
    }
    if (out.empty() || (years < 10 && out.back() < years && years > 5)) out.push_back(std::max(1, years));
    return out;
}

QString name_of(const Scene& scene, SheetId sheet) {
    const Words words{scene.shown.language};
    const auto* study = scene.study(sheet);
    if (!study) return {};
    if (scene.shown.hide_client) {
        if (sheet == scene.base) return words("Base", "基準");
        int number = 0;
        for (const auto& computed : scene.answer->scenarios) {
            number += computed->sheet != scene.base ? 1 : 0;
            if (computed->sheet == sheet) break;
        }
        return words("Plan ", "案") + QString::number(number);
    }
    const std::string& name = study->scenario.name.in(scene.shown.language);
    return QString::fromStdString(name.empty() ? study->scenario.file : name);
}

TimeData time_data(const Scene& scene, const Quantity& quantity, bool callouts) {
    TimeData data;
    data.measure = Measure(quantity.unit, scene.shown);
    const auto* active = scene.active_study();
    const auto* base = scene.base_study();
    if (const auto* one = active ? active : base) {
        data.start = one->run.start;
        data.months = static_cast<int>(one->run.months.size());
        data.fiscal_year_start = one->run.fiscal_year_start;
    }
    if (!scene.answer) return data;
    const auto add = [&](const Computed& computed) {
        if (!computed.study) return;
        TimeLine line;
        line.name = name_of(scene, computed.sheet);
        const auto color = scene.colors.find(computed.sheet);
        line.color = color != scene.colors.end() ? color->second : colors_of(scene.shown.theme).accent;
        line.strong = computed.sheet == scene.active;
        line.ghost = computed.sheet == scene.base && !line.strong;
        line.markers = quantity.flow || !quantity.monthly;
        line.points = points_of(*computed.study, quantity);
        if (!line.points.isEmpty()) data.lines.push_back(std::move(line));
    };
    for (const bool last : {false, true}) {  // the active one above the others
        for (const auto& computed : scene.answer->scenarios) {
            if ((computed->sheet == scene.active) == last) add(*computed);
        }
    }
    data.fan = fan_of(scene, quantity);
    if (!active) return data;
    for (const auto& target : active->targets) {
        if (target.variable != quantity.name) continue;
        const Words words{scene.shown.language};
        const bool at_least = target.bound == stakeholders::Bound::at_least;
        data.targets.push_back({12.0 * target.year, target.value, target.verdict == stakeholders::Verdict::met, at_least,
                                words(target.name), words("target ", "目標") + (at_least ? QString() : QStringLiteral("≤")) +
                                                        data.measure.value(target.value)});
    }
    if (callouts && base && base != active && scene.shown.difference != DifferenceMode::off) {
        for (const int year : years_of(*active)) {
            const auto value = at_year(*active, quantity, year), before = at_year(*base, quantity, year);
            if (!value || !before) continue;
            const auto words = change_words(scene, quantity, *value, *before);
            const double last = data.measure.size() * std::pow(10.0, -data.measure.decimals());
            if (words.text.startsWith(QStringLiteral("±")) || std::abs(*value - *before) < 0.5 * last) continue;
            data.callouts.push_back({12.0 * year, *value, words.text, words.ink});
        }
    }
    return data;
}

ChangeWords change_words(const Scene& scene, const Quantity& quantity, double value, double base) {
    const Measure measure(quantity.unit, scene.shown);
    const auto& colors = colors_of(scene.shown.theme);
    const double difference = value - base;
    if (scene.shown.difference == DifferenceMode::off) return {{}, colors.muted};
    const bool by_percent = scene.shown.difference == DifferenceMode::percent && quantity.unit == "yen" && base != 0.0;
    QString text = by_percent ? qt(signed_percent(difference / std::abs(base))) : measure.difference(difference);
    const double last = measure.size() * std::pow(10.0, -measure.decimals());
    if (std::abs(difference) < 0.5 * last) {  // figures that look alike and are not differ in the next decimal
        if (by_percent || std::abs(difference) < 0.05 * last) return {QStringLiteral("±0"), colors.muted};
        text = measure.difference(difference, 1);
    }
    const bool better = quantity.better == Better::neither || (difference > 0.0) == (quantity.better == Better::higher);
    return {text, quantity.better == Better::neither ? colors.text : better ? colors.good : colors.bad};
}

std::optional<Figure> figure_of(const Quantity& quantity, int month) {
    if (month < 0 || (!quantity.monthly && !quantity.flow)) return {};
    return Figure{std::string(quantity.name), {}, {}, month, quantity.flow ? month / 12 + 1 : 0};
}

}  // namespace goho::gui
