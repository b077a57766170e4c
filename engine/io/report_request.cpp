#include "io/report_request.hpp"

#include "io/json_text.hpp"

namespace goho::io {

namespace {

/// Every member with its name, once for both directions.
template <class Request, class Visit> void for_each_member(Request& request, Visit visit) {
    visit("files", request.files);
    visit("plan", request.plan);
    visit("output", request.output);
    visit("language", request.language);
    visit("unit", request.unit);
    visit("client", request.client);
    visit("title", request.title);
    visit("prepared_for", request.prepared_for);
    visit("prepared_by", request.prepared_by);
    visit("date", request.date);
    visit("sections", request.sections);
    visit("trials", request.trials);
    visit("seed", request.seed);
    visit("benchmark", request.benchmark);
    visit("hide_client", request.hide_client);
}

}  // namespace

std::string request_text(const ReportRequest& request) {
    Json out;
    for_each_member(request, [&](const char* name, const auto& member) { out[name] = member; });
    return out.dump();
}

Result<ReportRequest> read_request(std::string_view text) {
    Result<ReportRequest> out;
    auto json = parse_json(text, "request");
    if (!json) {
        out.problems = std::move(json.problems);
        return out;
    }
    ReportRequest request;
    try {
        for_each_member(request, [&](const char* name, auto& member) { json.value->at(name).get_to(member); });
        out.value = std::move(request);
    } catch (const Json::exception& error) {
        out.problems.push_back({"request-damaged", "request", {}, 0, 0, {error.what(), error.what()}, {}});
    }
    return out;
}

}  // namespace goho::io
