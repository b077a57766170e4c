#include "io/explanation_json.hpp"

#include "io/text_table.hpp"
#include "io/version.hpp"

#include <nlohmann/json.hpp>

namespace goho::io {

namespace {

using analysis::Explanation;
using Json = nlohmann::ordered_json;

Json text(const Text& t) { return {{"en", t.en}, {"ja", t.ja}}; }
Json text(const Label& t) { return {{"en", t.en}, {"ja", t.ja}}; }
Json texts(const std::vector<Text>& list) {
    Json out = Json::array();
    for (const Text& t : list) out.push_back(text(t));
    return out;
}

std::string_view word(Explanation::What what) {
    switch (what) {
        case Explanation::What::result: return "result";
        case Explanation::What::balance: return "balance";
        case Explanation::What::parameter: return "parameter";
        default: return "carried_over";
    }
}

Json figure(const Explanation& e) {
    Json out = {{"kind", word(e.what)}};
    if (e.what == Explanation::What::parameter) out["pointer"] = e.name;
    else out["variable"] = e.name;
    if (!e.group.empty()) out["section"] = e.group;
    if (!e.item.empty()) out["item"] = e.item;
    if (!e.item_name.empty()) out["item_name"] = text(e.item_name);
    out["label"] = text(e.label);
    if (e.year > 0) out["year"] = e.year;
    else if (e.what != Explanation::What::parameter) out["month"] = e.month ? Json(to_string(*e.month)) : Json("opening");
    out["value"] = e.value;
    out["unit"] = e.unit;
    if (!e.equation.empty()) out["equation"] = e.equation;
    if (!e.meaning.empty()) out["meaning"] = text(e.meaning);
    if (!e.note.empty()) out["note"] = text(e.note);
    return out;
}

Json tree(const Explanation& e) {
    Json out = figure(e);
    if (e.contribution) out["contribution"] = *e.contribution;
    if (e.share) out["share"] = *e.share;
    if (e.repeated) out["explained_above"] = true;
    if (!e.formula.empty()) out["formula"] = text(e.formula);
    if (!e.steps.empty()) out["where"] = texts(e.steps);
    if (!e.decisions.empty()) out["decided_by"] = texts(e.decisions);
    if (!e.inputs.empty()) {
        Json inputs = Json::array();
        for (const Explanation& input : e.inputs) inputs.push_back(tree(input));
        out["inputs"] = std::move(inputs);
    }
    if (e.more > 0) out["more"] = {{"count", e.more}, {"sum", e.more_sum}};
    return out;
}

Json document(const analysis::Recording& r) {
    return {{"goho", version()}, {"scenario", {{"name", text(r.scenario.name)}, {"file", printable(r.scenario.file)}}}};
}

std::string printed(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string explanation_json(const analysis::Recording& recording, const Explanation& explanation) {
    Json out = document(recording);
    out["explanation"] = tree(explanation);
    return printed(out);
}

std::string feeds_json(const analysis::Recording& recording, const Explanation& asked, const std::vector<Explanation>& feeds) {
    Json out = document(recording);
    out["figure"] = figure(asked);
    Json list = Json::array();
    for (const Explanation& e : feeds) list.push_back(figure(e));
    out["feeds"] = std::move(list);
    return printed(out);
}

std::string series_list_json(const analysis::Recording& recording) {
    Json out = document(recording);
    Json list = Json::array();
    for (const auto& series : recording.series) {
        if (series.by != analysis::Series::By::item || series.hidden) continue;
        Json row = {{"variable", series.name}, {"kind", series.carried ? "balance" : "result"}, {"label", text(series.label)},
                    {"unit", series.unit}, {"equation", series.equation}};
        if (const auto* group = recording.group(series.group)) {
            row["section"] = series.group;
            row["items"] = Json::array();
            for (const auto& member : group->members) row["items"].push_back(member.id);
        }
        list.push_back(std::move(row));
    }
    out["variables"] = std::move(list);
    for (const auto* series : analysis::indicators_of_years(recording)) {
        out["indicators"].push_back({{"variable", series->name}, {"kind", "result"}, {"label", text(series->label)},
                                     {"unit", series->unit}, {"equation", series->equation}});
    }
    return printed(out);
}

}  // namespace goho::io
