#include "about/about.hpp"

#include "io/embedded.hpp"
#include "io/json_layout.hpp"
#include "io/text_table.hpp"
#include "io/version.hpp"
#include "kernels/kernel.hpp"

#include <Eigen/Core>
#include <boost/version.hpp>
#include <fmt/format.h>
#include <pagmo/config.hpp>
#include <sqlite3.h>
#include <tbb/version.h>
#include <unicode/uversion.h>
#include <utf8proc.h>
#include <xlsxwriter.h>

namespace goho::about {

namespace {

using Names = std::vector<std::string>;

std::string compiler() {
#if defined(__clang__)
    return fmt::format("Clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#elif defined(__GNUC__)
    return fmt::format("GCC {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#else
    return "unknown";
#endif
}

Names kernel_names() {
    Names out;
    for (const auto& kernel : kernels::kernels()) out.emplace_back(kernel.name);
    return out;
}

/// Shared libraries by what is loaded now, the others by what was compiled in.
Names libraries(std::string_view toolkit) {
    Names out{fmt::format("SQLite {}", sqlite3_libversion()),
            fmt::format("ICU {}", U_ICU_VERSION),
            fmt::format("TBB {}.{}", TBB_VERSION_MAJOR, TBB_VERSION_MINOR),
            fmt::format("pagmo {}", PAGMO_VERSION),
            fmt::format("libxlsxwriter {}", lxw_version()),
            fmt::format("utf8proc {}", utf8proc_version()),
            fmt::format("fmt {}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100),
            fmt::format("Boost {}.{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100),
            fmt::format("Eigen {}.{}.{}", EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION)};
    if (!toolkit.empty()) out.emplace(out.begin(), toolkit);
    return out;
}

/// "tax/japan-sme-2026", as scenarios pin them, without the ending of the file.
Names tables() {
    Names out;
    for (const auto& file : io::embedded_files()) out.emplace_back(file.path.substr(0, file.path.rfind('.')));
    return out;
}

Text commit() {
    if (build.commit.empty()) return {"not recorded (not built from a checkout)", "記録なし（Git の作業コピー以外からビルド）"};
    const std::string id(build.commit);
    return build.changed ? Text{id + " with changes", id + "（変更あり）"} : Text{id, id};
}

Text same(std::string text) { return {text, text}; }

std::string joined(const Names& names) { return fmt::format("{}", fmt::join(names, ", ")); }

}  // namespace

std::vector<Fact> facts(std::string_view toolkit) {
    std::vector<Fact> out{{"commit", {"Commit", "コミット"}, commit()}};
    if (!build.date.empty()) out.push_back({"date", {"Date", "日付"}, same(std::string(build.date))});
    out.push_back({"compiler", {"Compiler", "コンパイラー"}, same(compiler())});
    out.push_back({"build", {"Build", "ビルド"}, same(GOHO_BUILD)});
    out.push_back({"kernels", {"Kernels", "計算コード"}, same(joined(kernel_names()))});
    out.push_back({"libraries", {"Libraries", "ライブラリー"}, same(joined(libraries(toolkit)))});
    out.push_back({"tables", {"Tables", "内蔵データ"}, same(joined(tables()))});
    out.push_back({"licence", {"Licence", "ライセンス"}, {"GPL-3.0-or-later; free software without any warranty", "GPL-3.0-or-later（自由ソフトウェア・無保証）"}});
    return out;
}

std::string text(std::string_view program, Language language, std::string_view toolkit) {
    constexpr int names = 14, width = 80;
    std::string out = fmt::format("{} {}\n", program, io::version());
    for (const auto& fact : facts(toolkit)) {
        std::string left(fact.label.in(language));
        for (const auto& line : io::wrapped(fact.value.in(language), width - names)) {
            out += left + std::string(static_cast<std::size_t>(names - io::display_width(left)), ' ') + line + "\n";
            left.clear();
        }
    }
    return out;
}

std::string json(std::string_view program) {
    io::Json out{{"program", program}, {"version", io::version()}};
    out["commit"] = build.commit.empty() ? io::Json() : io::Json(build.commit);
    out["changed"] = build.commit.empty() ? io::Json() : io::Json(build.changed);
    if (!build.date.empty()) out["date"] = build.date;
    out["compiler"] = compiler();
    out["build"] = GOHO_BUILD;
    out["kernels"] = kernel_names();
    out["libraries"] = libraries({});
    out["tables"] = tables();
    out["licence"] = "GPL-3.0-or-later";
    return io::laid_out(out);
}

}  // namespace goho::about
