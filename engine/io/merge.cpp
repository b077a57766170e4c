#include "io/merge.hpp"

#include "io/json_text.hpp"
#include "io/reach.hpp"
#include "io/report.hpp"

#include <algorithm>
#include <unordered_map>

namespace goho::io {

namespace fs = std::filesystem;

void merge_patch(Json& target, const Json& patch) {
    if (!patch.is_object()) {
        target = patch;
        return;
    }
    if (!target.is_object()) target = Json::object();
    Json::object_t::Container& members = target.get_ref<Json::object_t&>();
    const Json::object_t& changes = patch.get_ref<const Json::object_t&>();
    std::unordered_map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < members.size(); ++i) place.emplace(members[i].first, i);
    bool removed = false;
    for (const auto& [key, value] : changes) {
        const auto found = place.find(key);
        if (value.is_null()) {
            if (found == place.end()) continue;
            members[found->second].second = Json(Json::value_t::discarded);
            removed = true;
        } else if (found != place.end()) {
            merge_patch(members[found->second].second, value);
        } else {
            Json fresh;
            merge_patch(fresh, value);
            place.emplace(key, members.size());
            members.emplace_back(key, std::move(fresh));
        }
    }
    if (!removed) return;
    Json::object_t kept;
    Json::object_t::Container& kept_members = kept;
    for (auto& [key, value] : members) {
        if (!value.is_discarded()) kept_members.emplace_back(key, std::move(value));
    }
    target = Json(std::move(kept));
}

const std::string& Document::file_of(std::string_view pointer) const {
    for (std::string_view at = pointer;; at = at.substr(0, at.rfind('/'))) {
        for (auto source = sources.rbegin(); source != sources.rend(); ++source) {
            if (value_at(source->content, at) != nullptr) return source->file;
        }
        if (at.empty()) return sources.back().file;
    }
}

namespace {

std::string shown_path(const fs::path& file) { return file.generic_string(); }

struct Link {
    std::string shown;
    fs::path resolved;
};

Problem of_extends(std::string code, const std::string& file, Text message, Text hint = {}) {
    return {std::move(code), file, "/extends", 0, 0, std::move(message), std::move(hint)};
}

/// Follows `extends` from the file asked for to the base at the bottom.
class Chain {
public:
    explicit Chain(fs::path folder) : folder_(std::move(folder)) {}

    bool add(const std::string& shown, const fs::path& file, Result<Json> read) {
        if (!read) {
            problems.insert(problems.end(), read.problems.begin(), read.problems.end());
            return false;
        }
        if (!read.value->is_object()) {
            const Text what = found(*read.value);
            problems.push_back({"wrong-type",
                                shown,
                                {},
                                0,
                                0,
                                {fmt::format("expected an object {{ }}, found {}", what.en),
                                 fmt::format("オブジェクト {{ }} が必要ですが、{} になっています", what.ja)},
                                {}});
            return false;
        }
        sources.push_back({shown, std::move(*read.value)});
        Json& content = sources.back().content;
        const auto extends = content.find("extends");
        if (extends == content.end()) return true;
        if (!extends->is_string() || extends->get_ref<const std::string&>().empty()) {
            const Text what = found(*extends);
            problems.push_back(
                of_extends("wrong-type", shown,
                           {fmt::format("expected the path of a scenario file, found {}", what.en),
                            fmt::format("シナリオファイルのパスが必要ですが、{} になっています", what.ja)}));
            return false;
        }
        const std::string named = extends->get<std::string>();
        content.erase(extends);
        return follow(shown, file, named);
    }

    std::vector<Source> sources;  // the file asked for first
    Problems problems;
    std::vector<Link> links;

private:
    bool follow(const std::string& shown, const fs::path& file, const std::string& named) {
        const fs::path base = (file.parent_path() / fs::path(named)).lexically_normal();
        if (!within_reach(folder_, base)) {  // before anything is said of what stands there
            const Problems refused = beyond_reach(folder_, base, shown, "/extends");
            problems.insert(problems.end(), refused.begin(), refused.end());
            return false;
        }
        std::error_code error;
        fs::path resolved = fs::weakly_canonical(base, error);
        if (error) resolved = base;
        const auto cycle =
            std::find_if(links.begin(), links.end(), [&](const Link& link) { return link.resolved == resolved; });
        if (cycle != links.end()) {
            std::string chain;
            for (auto link = cycle; link != links.end(); ++link) chain += link->shown + " → ";
            chain += cycle->shown;
            problems.push_back(
                of_extends("extends-cycle", shown,
                           say("the files extend one another in a circle: {}", "extends が循環しています: {}", chain)));
            return false;
        }
        if (static_cast<int>(links.size()) > longest_chain) {
            problems.push_back(of_extends(
                "extends-too-long", shown,
                say("more than {} files extend one another", "extends の連鎖が{}段を超えています", longest_chain)));
            return false;
        }
        if (!fs::exists(base, error)) {
            problems.push_back(of_extends(
                "extends-missing", shown,
                say("the base file {} does not exist", "基になるファイル {} がありません", in_quotes(shown_path(base))),
                {"the path is seen from the folder of this file",
                 "パスはこのファイルのあるフォルダーから見たものです"}));
            return false;
        }
        links.push_back({shown_path(base), resolved});
        return add(shown_path(base), base, read_json(base, shown_path(base)));
    }

    fs::path folder_;  // of the file that was opened
};

Result<Document> merged(Chain chain, bool complete) {
    if (!complete) return {{}, std::move(chain.problems)};
    Document document;
    document.sources = std::move(chain.sources);
    std::reverse(document.sources.begin(), document.sources.end());
    document.content = Json::object();
    for (const Source& source : document.sources) merge_patch(document.content, source.content);
    return {std::move(document), {}};
}

}  // namespace

std::string base_as_seen(const fs::path& base, const fs::path& from) {
    const auto from_root = [](const fs::path& path) { return fs::absolute(path).lexically_normal(); };
    return from_root(base).lexically_proximate(from_root(from).parent_path()).generic_string();
}

Result<Document> read_document(const fs::path& file) {
    Chain chain(file.parent_path());
    std::error_code error;
    fs::path resolved = fs::weakly_canonical(file, error);
    chain.links.push_back({shown_path(file), error ? file : resolved});
    const bool complete = chain.add(shown_path(file), file, read_json(file, shown_path(file)));
    return merged(std::move(chain), complete);
}

Result<Document> document_from_text(std::string_view text, const std::string& shown) {
    Chain chain(fs::path(shown).parent_path());
    chain.links.push_back({shown, fs::path(shown)});
    const bool complete = chain.add(shown, fs::path(shown), parse_json(text, shown));
    return merged(std::move(chain), complete);
}

}  // namespace goho::io
