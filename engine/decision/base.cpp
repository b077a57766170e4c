#include "decision/base.hpp"

#include "io/json_layout.hpp"
#include "io/merge.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"

namespace goho::decision {

namespace {

io::Json with_names(const Draft& draft) {
    io::Json out;
    out["format"] = io::scenario_format;
    out["name"] = {{"en", draft.name.en}, {"ja", draft.name.ja}};
    if (!draft.description.empty()) out["description"] = {{"en", draft.description.en}, {"ja", draft.description.ja}};
    for (const auto& [key, value] : draft.patch.items()) out[key] = value;
    return out;
}

}  // namespace

Result<Base> base_of(const std::filesystem::path& file) {
    auto document = io::read_document(file);
    if (!document) return {{}, std::move(document.problems)};
    return base_of(Merged{document.value->content, file.generic_string()});
}

Result<Base> base_of(const Merged& merged) {
    auto read = io::read_scenario_content(merged.content, merged.file);
    if (!read) return {{}, std::move(read.problems)};
    auto law = io::load_statutes(*read.value);
    if (!law) return {{}, std::move(law.problems)};
    auto run = simulation::run(*read.value, *law.value);
    return {Base{merged.content, std::move(*read.value), std::move(*law.value), std::move(run)}, {}};
}

Problem refusal(std::string code, Text message, Hint hint) { return {std::move(code), {}, {}, 0, 0, std::move(message), hint.text, hint.proposal}; }

Result<Base> with_draft(const Base& base, const Draft& draft) {
    io::Json merged = base.content;
    io::merge_patch(merged, with_names(draft));
    return base_of(Merged{merged, base.scenario.file});
}

Result<std::string> draft_text(const std::filesystem::path& base, const Draft& draft, const std::filesystem::path& output) {
    auto document = io::read_document(base);
    if (!document) return {{}, std::move(document.problems)};
    const io::Json patch = with_names(draft);
    io::merge_patch(document.value->content, patch);
    if (auto read = io::read_scenario_content(document.value->content, output.generic_string()); !read) return {{}, std::move(read.problems)};
    io::Json out;
    for (const auto& [key, value] : patch.items()) {
        out[key] = value;
        if (key == "name") out["extends"] = io::base_as_seen(base, output);
    }
    return {io::laid_out(out), {}};
}

}  // namespace goho::decision
