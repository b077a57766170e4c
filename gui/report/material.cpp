#include "report/material.hpp"

#include "charts/measure.hpp"
#include "document/json_path.hpp"
#include "io/benchmark_file.hpp"
#include "models/cell_text.hpp"
#include "views/figures.hpp"

#include <algorithm>
#include <filesystem>

namespace goho::gui::report {

namespace {

constexpr std::size_t most_items_told = 8;  // 256 runs of a tenth of a second together; more lines would say less

Text text_of(const Json& value) {
    if (value.is_string()) return {value.get<std::string>(), value.get<std::string>()};
    if (!value.is_object()) return {};
    return {value.value("en", value.value("ja", "")), value.value("ja", value.value("en", ""))};
}

/// The note of the whole file first, then those of items with their names.
std::vector<Text> notes_of(const Json& merged) {
    std::vector<Text> out;
    if (const auto note = merged.find("note"); note != merged.end()) out.push_back(text_of(*note));
    for (const auto& [key, section] : merged.items()) {
        if (!section.is_object()) continue;
        if (const auto note = section.find("note"); note != section.end() && key != "note")
            out.push_back(text_of(*note));
        for (const auto& [id, item] : section.items()) {
            if (!item.is_object() || !item.contains("note")) continue;
            const Text name = item.contains("name") ? text_of(item["name"]) : Text{id, id},
                       note = text_of(item["note"]);
            out.push_back({name.en + ": " + note.en, name.ja + "：" + note.ja});
        }
    }
    std::erase_if(out, [](const Text& one) { return one.empty(); });
    return out;
}

/// Item by item where they are few, section by section else; nothing where changes cannot be told apart.
std::optional<decision::Attribution> parts_of(const Json& base, const Json& plan, const Material& m) {
    decision::AttributionRequest request;
    request.years = years_of(m.plan());
    request.grouping = decision::Grouping::item;
    const auto items = decision::change_groups(base, plan, request.grouping);
    if (items && items.value->size() > most_items_told) request.grouping = decision::Grouping::section;
    auto parts = decision::attribute({base, m.base()->scenario.file}, {plan, m.plan().scenario.file}, request);
    if (!parts || !parts.value->exact || parts.value->groups.size() < 2) return {};
    return std::move(parts.value);
}

/// Where thresholds come from travels with the points.
std::optional<Text> benchmark_source(const std::string& wished, const simulation::Scenario& scenario) {
    const auto file = wished.empty() ? io::pinned_benchmark(scenario) : Result<std::string>{wished, {}};
    const auto read = file ? io::load_benchmark(*file.value) : Result<stakeholders::Benchmark>{};
    if (!read) return {};
    const Text title = read.value->title;
    if (!read.value->example) return Text{"Thresholds: " + title.en + ". ", "基準値：" + title.ja + "。"};
    return Text{"The thresholds are INVENTED examples, not those of METI: the points show the form only. ",
                "基準値は架空の例であり、経済産業省の業種基準値ではありません。評点は様式の見本です。"};
}

}  // namespace

void drop_empty_rows(Table& table) {
    const auto says_nothing = [](const Cell& cell) {
        return cell.value
                   ? *cell.value == 0.0
                   : cell.text.isEmpty() || cell.text == QStringLiteral("–") || cell.text == QStringLiteral("±0");
    };
    std::erase_if(table.rows,
                  [&](const Row& row) { return std::all_of(row.cells.begin(), row.cells.end(), says_nothing); });
}

QString Material::name() const { return name_of(scene, scene.active); }

Material material_of(const Scene& scene, const Workbook& book, Wishes wishes) {
    Material out{scene, std::move(wishes), {}, {}, {}, {}, {}, {}, {}};
    out.scene.shown.theme = Theme::light;  // paper is white
    if (out.scene.shown.difference == DifferenceMode::off) out.scene.shown.difference = DifferenceMode::amount;
    int n = 0;
    for (const SheetId sheet : book.sheets())
        out.scene.colors[sheet] =
            sheet == scene.base ? colors_of(Theme::light).base : scenario_color(n++, Theme::light);
    const Content merged = book.merged(scene.active), reference = book.reference(scene.active);
    if (merged) {
        out.levers = levers(*merged, reference ? *reference : *merged);
        for (const auto& lever : out.levers) {
            for (const auto& pointer : lever.pointers) {
                if (value_at(*merged, path_of(pointer)) != nullptr) out.given.insert(pointer);
            }
        }
        out.items = plan_items(*merged, reference.get(), &out.plan().scenario);
        out.span = plan_span(*merged);
        out.notes = notes_of(*merged);
    }
    const Content base = out.base() ? book.merged(scene.base) : Content();
    if (merged && base) out.parts = parts_of(*base, *merged, out);
    if (!out.plan().benchmark_scores.empty())
        out.benchmark = benchmark_source(out.wishes.benchmark, out.plan().scenario);
    return out;
}

QString said(const Text& text, Language language) {
    const std::string& own = text.in(language);
    return QString::fromStdString(
        !own.empty() ? own : text.in(language == Language::japanese ? Language::english : Language::japanese));
}

QString money_unit(const Shown& shown) { return Words{shown.language}(label_of(shown.unit)); }

std::vector<QString> year_headings(const analysis::Study& study, Language language) {
    std::vector<QString> out;
    const Words tr{language};
    const int told = static_cast<int>(study.scenario.plan.actuals.months.size());
    for (const auto& year : study.fiscal_years) {
        QString heading = fiscal_year_text(year.first, study.run.fiscal_year_start, language);
        if (year.months < 12) heading += QLatin1Char('*');
        const int first = year.first - study.run.start, last = year.last - study.run.start;
        if (told > last) heading += tr("\nactual", "\n実績");
        else if (told > first) heading += tr("\npart actual", "\n一部実績");
        out.push_back(heading);
    }
    return out;
}

Cell figure_cell(std::optional<double> value, std::string_view unit, const Shown& shown) {
    return {cell_text(value, unit, shown), value, value ? Tone::plain : Tone::faint};
}

Cell difference_cell(std::optional<double> value, std::optional<double> base, std::string_view unit, Better better,
                     const Shown& shown) {
    Cell cell{difference_or_same(value, base, unit, shown), {}, Tone::plain};
    if (!value || !base) return {QStringLiteral("–"), {}, Tone::faint};
    cell.value = *value - *base;
    const int good = goodness(*cell.value, better);
    const bool seen = std::any_of(cell.text.begin(), cell.text.end(),
                                  [](QChar c) { return c >= QLatin1Char('1') && c <= QLatin1Char('9'); });
    if (!seen) {  // what rounds to nothing is said in one way
        cell.text = QStringLiteral("±0");
        return cell;
    }
    cell.tone = good > 0 ? Tone::good : good < 0 ? Tone::bad : Tone::plain;
    return cell;
}

Cell verdict_cell(stakeholders::Verdict verdict, const QString& behind) {
    using stakeholders::Verdict;
    const QString mark = verdict == Verdict::met      ? QStringLiteral("○")
                         : verdict == Verdict::missed ? QStringLiteral("×")
                                                      : QStringLiteral("－");
    return {behind.isEmpty() ? mark : mark + QLatin1Char(' ') + behind,
            {},
            verdict == Verdict::met      ? Tone::good
            : verdict == Verdict::missed ? Tone::bad
                                         : Tone::faint};
}

Table on_paper(const gui::Table& table) {
    Table out;
    out.headings = table.headings;
    for (const auto& line : table.lines) {
        Row row{line.label, {}, {}, line.indent, line.total};
        for (const auto& cell : line.cells) row.cells.push_back({cell.text, cell.value, Tone::plain});
        out.rows.push_back(std::move(row));
    }
    return out;
}

Names names_of(const Scene& scene) {
    Names out;
    if (!scene.answer) return out;
    const Words words{scene.shown.language};
    for (const auto& computed : scene.answer->scenarios) {
        if (!computed->study) continue;
        const bool plan = computed->sheet == scene.active, base = computed->sheet == scene.base && !plan;
        QString name = name_of(scene, computed->sheet);
        if (base) name += words(" (base)", "（基準）");
        out.names.push_back({name, scene.colors.at(computed->sheet), plan, base});
    }
    return out;
}

Picture over_time(const Material& material, std::string_view figure, double height, Bands bands) {
    const auto one = quantity(figure);
    if (!one) return {};
    const Measure measure(one->unit, material.shown());
    auto data = time_data(material.scene, *one, true);
    if (bands == Bands::none) data.fan = {};  // they would flatten the lines
    return drawn<TimeChart>(material, labelled(title_of(*one, material.shown().language), measure), std::move(data),
                            height);
}

}  // namespace goho::gui::report
