#include "decision/output.hpp"

#include "core/format.hpp"
#include "io/csv.hpp"
#include "io/json_layout.hpp"
#include "io/rows.hpp"

namespace goho::decision {

namespace {

using io::Json;

Json text_json(const Text& text) { return {{"en", text.en}, {"ja", text.ja}}; }

Json figure_json(const Attribution& result, const analysis::KeyFigure& figure, const Divided& divided) {
    if (!divided.before || !divided.after) return nullptr;
    const bool yen = figure.unit == "yen";
    const auto whole = yen ? whole_shares(divided) : std::vector<double>();
    Json shares = Json::object(), pairs = Json::array();
    const std::size_t n = result.groups.size();
    for (std::size_t g = 0; g < n; ++g) {
        Json one{{"share", yen ? whole[g] : divided.shares[g].value}};
        if (!result.exact) one["standard_error"] = divided.shares[g].standard_error;
        shares[result.groups[g].id] = std::move(one);
    }
    for (std::size_t a = 0; a < n && !divided.interactions.empty(); ++a) {
        for (std::size_t b = a + 1; b < n; ++b)
            pairs.push_back({{"of", {result.groups[a].id, result.groups[b].id}}, {"interaction", divided.interactions[a * n + b]}});
    }
    return {{"before", *divided.before}, {"after", *divided.after}, {"shares", std::move(shares)}, {"interactions", std::move(pairs)}};
}

}  // namespace

std::string attribution_json(const Attribution& result) {
    Json out{{"base", text_json(result.base)}, {"variant", text_json(result.variant)}, {"exact", result.exact}, {"runs", result.runs}};
    if (!result.exact) out["orders"] = result.orders;
    for (const auto& group : result.groups) {
        Json one{{"id", group.id}, {"label", text_json(group.label)}, {"changes", Json::array()}};
        for (const auto& change : group.changes) one["changes"].push_back(change.pointer);
        out["groups"].push_back(std::move(one));
    }
    for (std::size_t y = 0; y < result.years.size(); ++y) {
        Json year{{"year", result.years[y]}, {"figures", Json::object()}};
        for (std::size_t f = 0; f < result.figures.size(); ++f)
            year["figures"][std::string(result.figures[f].name)] = figure_json(result, result.figures[f], result.divided[y][f]);
        out["years"].push_back(std::move(year));
    }
    return io::laid_out(out);
}

std::string attribution_csv(const Attribution& result, Language language) {
    const bool ja = language == Language::japanese;
    const auto cell = [](std::string_view text) { return io::Cell(std::string(text)); };
    std::string out = "\xEF\xBB\xBF" + io::csv_row({cell(ja ? "計画年" : "year"), cell(ja ? "指標" : "figure"), cell(ja ? "単位" : "unit"), cell(ja ? "変更" : "change"),
                                                   cell(ja ? "寄与" : "share"), cell(ja ? "標準誤差" : "standard_error")});
    for (std::size_t y = 0; y < result.years.size(); ++y) {
        for (std::size_t f = 0; f < result.figures.size(); ++f) {
            const auto& figure = result.figures[f];
            const auto& divided = result.divided[y][f];
            if (!divided.before || !divided.after) continue;
            const bool yen = figure.unit == "yen";
            const auto whole = yen ? whole_shares(divided) : std::vector<double>();
            for (std::size_t g = 0; g < result.groups.size(); ++g) {
                const double share = yen ? whole[g] : divided.shares[g].value;
                out += io::csv_row({std::int64_t{result.years[y]}, cell(ja ? figure.label.ja : figure.name), cell(figure.unit), cell(result.groups[g].label.in(language)),
                                    share, divided.shares[g].standard_error});
            }
        }
    }
    return out;
}

}  // namespace goho::decision
