#include "core/format.hpp"
#include "customers/parameters.hpp"
#include "evaluation/parameters.hpp"
#include "initiatives/adoption.hpp"
#include "initiatives/parameters.hpp"
#include "management/parameters.hpp"
#include "next_generation/parameters.hpp"
#include "society/parameters.hpp"
#include "workforce/parameters.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

using namespace goho;

namespace {

constexpr std::string_view header = "| Parameter | Symbol | Unit | Default | Plausible | Grade | Source |";

/// What a table of the program says about a parameter.
struct Said {
    std::string unit, grade, source;
    bool number = false;
    double value = 0.0;
    Range plausible{0.0, 0.0};
};

template <class P> Said said_of(const Parameter<P>& row) {
    static const P defaults{};
    Said said{std::string(row.unit), std::string(grade(row.evidence)), std::string(row.source), false, 0.0, row.plausible};
    if (const auto* real = std::get_if<0>(&row.field)) {
        said.number = row.need == Need::optional;
        said.value = defaults.**real;
    } else if (const auto* count = std::get_if<int P::*>(&row.field)) {
        said.number = row.need == Need::optional;
        said.value = defaults.**count;
    }
    return said;
}

/// "section.parameter" of every module of behaviour. `management_today` and `evaluation_today` have the same tables.
class Parameters {
public:
    Parameters() {
        add<management::Parameters<double>>("management");
        add<management::Leadership<double>>("leadership");
        add<evaluation::Parameters<double>>("evaluation");
        add<evaluation::Task<double>>("tasks");
        add<evaluation::Response<double>>("effort");
        add<initiatives::Parameters<double>>("initiatives");
        add<initiatives::Adoption<double>>("adoption");
        add<workforce::Parameters<double>>("workforce");
        add<workforce::FreedHours<double>>("freed_hours");
        add<customers::Parameters<double>>("customers");
        add<society::Parameters<double>>("society");
        add<next_generation::Parameters<double>>("next_generation");
    }
    std::map<std::string, Said> all;

private:
    template <class P> void add(const std::string& section) {
        for (const auto& row : table(std::type_identity<P>{})) all[fmt::format("{}.{}", section, row.name)] = said_of(row);
    }
};
std::map<std::string, Said> parameters() { return Parameters().all; }

std::string without(std::string text, std::string_view unwanted) {
    std::erase_if(text, [&](char c) { return unwanted.find(c) != std::string_view::npos; });
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Cells of a table row of a page, without backticks.
std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out;
    std::istringstream row(line.substr(1));
    for (std::string cell; std::getline(row, cell, '|');) out.push_back(without(cell, "`"));
    return out;
}

/// Numbers as people write them: separators, a real minus sign, "to", dashes and dots between two of them.
std::vector<double> numbers(const std::string& written) {
    constexpr std::string_view minus = "−";
    std::string text;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const bool real_minus = std::string_view(written).substr(i).starts_with(minus);
        if (real_minus) i += minus.size() - 1;
        if (written[i] != ',') text.push_back(real_minus ? '-' : written[i]);
    }
    std::vector<double> out;
    for (std::size_t i = 0; i < text.size();) {
        const bool sign = text[i] == '-' && (i == 0 || text[i - 1] == ' ') && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
        if (!sign && !(text[i] >= '0' && text[i] <= '9')) {
            ++i;
            continue;
        }
        std::size_t used = 0;
        double value = std::stod(text.substr(i), &used);
        i += used;
        if (i < text.size() && text[i] == '%') value /= 100.0;
        out.push_back(value);
    }
    return out;
}

bool same(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)); }

/// What a row of a page gets wrong about its parameter; empty when it is right.
std::string wrong(const std::vector<std::string>& cell, const std::map<std::string, Said>& all) {
    if (cell.size() < 7) return "a row has seven cells";
    const auto found = all.find(cell[0]);
    if (found == all.end()) return "there is no such parameter";
    const Said& said = found->second;
    if (cell[2] != said.unit) return fmt::format("the unit is {}, not {}", said.unit, cell[2]);
    if (cell[5] != said.grade) return fmt::format("the grade is {}, not {}", said.grade, cell[5]);
    if (cell[6] != said.source) return fmt::format("the source is {}, not {}", said.source, cell[6]);
    if (!said.number) return "";
    const auto value = numbers(cell[3]), range = numbers(cell[4]);
    if (value.size() != 1 || !same(value[0], said.value)) return fmt::format("the default is {}, not {}", plain_number(said.value, 6), cell[3]);
    if (range.size() != 2 || !same(range[0], said.plausible.low) || !same(range[1], said.plausible.high)) {
        return fmt::format("the plausible range is {} … {}, not {}", plain_number(said.plausible.low, 6), plain_number(said.plausible.high, 6), cell[4]);
    }
    return "";
}

std::string section_of(const std::string& name) { return name.substr(0, name.find('.')); }

}  // namespace

TEST_CASE("model pages: unit, default, range, grade and source of every parameter are those of the program") {
    const auto all = parameters();
    std::set<std::string> listed, sections;
    std::vector<std::string> complaints;
    for (const auto& file : std::filesystem::directory_iterator(GOHO_SOURCE_DIR "/docs/model")) {
        std::ifstream in(file.path());
        bool inside = false;
        for (std::string line; std::getline(in, line);) {
            if (line == header) {
                inside = true;
            } else if (!line.starts_with('|')) {
                inside = false;
            } else if (inside && !line.starts_with("|---")) {
                const auto cell = cells(line);
                const std::string page = file.path().filename().string();
                if (const std::string complaint = wrong(cell, all); !complaint.empty()) complaints.push_back(fmt::format("{}, {}: {}", page, cell[0], complaint));
                if (!listed.insert(cell[0]).second) complaints.push_back(fmt::format("{}: {} stands in two rows", page, cell[0]));
                sections.insert(section_of(cell[0]));
            }
        }
    }
    for (const auto& [name, said] : all) {
        if (sections.contains(section_of(name)) && !listed.contains(name)) complaints.push_back(fmt::format("{} is missing in the pages", name));
    }
    std::sort(complaints.begin(), complaints.end());
    for (const std::string& complaint : complaints) FAIL_CHECK(complaint);
    for (const char* section : {"management", "leadership", "evaluation", "tasks", "effort", "society", "next_generation"}) {
        CHECK_MESSAGE(sections.contains(section), section);
    }
}

TEST_CASE("model pages: a wrong unit, default, range, grade or source would be noticed") {
    const auto all = parameters();
    const std::vector<std::string> right{"effort.norm_time", "τ", "months", "18", "12 … 36", "C", "judgement"};
    CHECK(wrong(right, all).empty());
    const std::string instead[] = {"effort.nothing", "τ", "years", "19", "12 … 35", "B", "lazear-2000"};
    for (const std::size_t i : {0u, 2u, 3u, 4u, 5u, 6u}) {
        auto row = right;
        row[i] = instead[i];
        CHECK_FALSE(wrong(row, all).empty());
    }
    CHECK(numbers("250,000") == std::vector<double>{250000.0});
    CHECK(numbers("-3.5 … −1.2") == std::vector<double>{-3.5, -1.2});
    CHECK(numbers("12–36") == std::vector<double>{12.0, 36.0});
    CHECK(numbers("15%") == std::vector<double>{0.15});
}
