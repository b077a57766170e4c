#include "io/benchmark_file.hpp"

#include "io/embedded.hpp"
#include "io/json_text.hpp"
#include "io/reach.hpp"
#include "io/report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace goho::io {

namespace {

using Json = nlohmann::ordered_json;
using stakeholders::benchmark_rows;

constexpr double largest_threshold = 1e12;

class Reader {
public:
    explicit Reader(const std::string& file) : file_(file) {}

    Report problems;

    void report(std::string code, std::string pointer, Text message, Text hint = {}) {
        problems.add(Problem{std::move(code), file_, std::move(pointer), 0, 0, std::move(message), std::move(hint)});
    }
    void missing(std::string pointer) { report("missing", std::move(pointer), {"required, but missing", "必須項目がありません"}); }
    void expected(std::string pointer, std::string_view en, std::string_view ja) {
        report("wrong-type", std::move(pointer), {fmt::format("expected {}", en), fmt::format("{}が必要です", ja)});
    }
    void known_keys_only(const Json& object, const std::string& pointer, std::span<const std::string_view> known) {
        for (const auto& [key, value] : object.items()) {
            if (std::find(known.begin(), known.end(), key) != known.end()) continue;
            const std::string allowed = fmt::format("{}", fmt::join(known, ", "));
            report("unknown-key", member_of(pointer, key), {"unknown key", "不明なキーです"}, {"allowed: " + allowed, "使えるもの: " + allowed});
        }
    }

    /// Names stand in tables and on terminals; a note may have several lines.
    std::string one_line(std::string text, const std::string& pointer) {
        if (!pointer.starts_with("/note/") && printable(text) != text)
            report("control-character", pointer, {"the text holds a line break or another control character", "文字列に改行などの制御文字があります"},
                   {"write it on one line", "1行で書いてください"});
        return text;
    }

    /// {"en": ..., "ja": ...}; one language is enough and serves for both.
    Text text(const Json& from, std::string_view key, const std::string& pointer) {
        const auto found = from.find(std::string(key));
        if (found == from.end()) return {};
        const std::string at = member_of(pointer, key);
        Text out;
        if (!found->is_object()) return expected(at, "an object with en and ja", "en と ja を持つオブジェクト"), out;
        known_keys_only(*found, at, std::array<std::string_view, 2>{"en", "ja"});
        for (auto [name, member] : {std::pair{"en", &out.en}, std::pair{"ja", &out.ja}}) {
            const auto value = found->find(name);
            if (value == found->end()) continue;
            if (value->is_string()) *member = one_line(value->get<std::string>(), member_of(at, name));
            else expected(member_of(at, name), "a text", "文字列");
        }
        if (out.en.empty()) out.en = out.ja;
        if (out.ja.empty()) out.ja = out.en;
        return out;
    }

    void thresholds(const Json& value, const std::string& pointer, Better better, stakeholders::Thresholds& to) {
        const auto is_usable = [](const Json& n) { return n.is_number() && std::abs(n.get<double>()) <= largest_threshold; };
        if (!value.is_array() || value.size() != to.size() || !std::all_of(value.begin(), value.end(), is_usable)) {
            return expected(pointer, "a list of four numbers, best first", "良い順に4つの数値の配列");
        }
        std::transform(value.begin(), value.end(), to.begin(), [](const Json& n) { return n.get<double>(); });
        const bool best_first = better == Better::lower ? std::is_sorted(to.begin(), to.end()) : std::is_sorted(to.rbegin(), to.rend());
        if (!best_first) {
            report("out-of-order", pointer,
                   better == Better::lower ? Text{"thresholds must rise: low is better here", "基準値は昇順にしてください（低いほど良い指標）"}
                                           : Text{"thresholds must fall: high is better here", "基準値は降順にしてください（高いほど良い指標）"});
        }
    }

    stakeholders::BenchmarkIndustry industry(const std::string& id, const Json& value, const std::string& pointer) {
        stakeholders::BenchmarkIndustry out;
        out.id = id;
        if (!value.is_object()) return expected(pointer, "an object", "オブジェクト"), out;
        std::array<std::string_view, benchmark_rows.size() + 1> known{"name"};
        for (std::size_t i = 0; i < benchmark_rows.size(); ++i) known[i + 1] = benchmark_rows[i].key;
        known_keys_only(value, pointer, known);
        out.name = text(value, "name", pointer);
        if (out.name.empty()) out.name = {id, id};
        for (std::size_t i = 0; i < benchmark_rows.size(); ++i) {
            const std::string at = member_of(pointer, benchmark_rows[i].key);
            const auto row = value.find(std::string(benchmark_rows[i].key));
            if (row == value.end()) missing(at);
            else thresholds(*row, at, stakeholders::find_indicator(benchmark_rows[i].indicator)->better, out.thresholds[i]);
        }
        return out;
    }

private:
    std::string file_;
};

}  // namespace

Result<stakeholders::Benchmark> read_benchmark(const nlohmann::ordered_json& document, const std::string& file) {
    Reader reader(file);
    stakeholders::Benchmark out;
    if (!document.is_object()) {
        reader.expected("", "an object", "オブジェクト");
        return {std::nullopt, reader.problems.take(file)};
    }
    reader.known_keys_only(document, "", std::array<std::string_view, 7>{"id", "example", "title", "note", "sources", "layout", "industries"});
    const auto id = document.find("id");
    if (id == document.end()) reader.missing("/id");
    else if (!id->is_string() || id->get<std::string>().empty()) reader.expected("/id", "a text", "文字列");
    else out.id = reader.one_line(id->get<std::string>(), "/id");
    if (const auto example = document.find("example"); example != document.end()) {
        if (example->is_boolean()) out.example = example->get<bool>();
        else reader.expected("/example", "true or false", "true か false");
    }
    out.title = reader.text(document, "title", "");
    if (out.title.empty()) out.title = {out.id, out.id};
    out.note = reader.text(document, "note", "");
    const auto industries = document.find("industries");
    if (industries == document.end()) {
        reader.missing("/industries");
    } else if (!industries->is_object() || industries->empty()) {
        reader.expected("/industries", "an object with at least one industry", "1つ以上の業種を持つオブジェクト");
    } else {
        for (const auto& [key, value] : industries->items()) out.industries.push_back(reader.industry(key, value, member_of("/industries", key)));
    }
    if (!reader.problems.empty()) return {std::nullopt, reader.problems.take(file)};
    return {std::move(out), {}};
}

Result<std::string> pinned_benchmark(const simulation::Scenario& scenario) {
    const auto& pinned = scenario.plan.pins.benchmark;
    if (pinned.empty()) return {std::string(), {}};
    const auto folder = std::filesystem::path(scenario.file).parent_path();
    const auto file = folder / pinned.view();
    if (!within_reach(folder, file)) return {{}, beyond_reach(folder, file, scenario.file, "/pins/benchmark")};
    return {file.string(), {}};
}

Result<stakeholders::Benchmark> load_benchmark(const std::string& path) {
    constexpr std::string_view example = "benchmarks/example-local-benchmark.json";
    const auto document = path == "example" ? parse_json(*embedded_file(example), std::string(example)) : read_json(path, path);
    if (!document) return {{}, document.problems};
    return read_benchmark(*document.value, path == "example" ? std::string(example) : path);
}

}  // namespace goho::io
