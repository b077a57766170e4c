#include "cli/meter.hpp"

#include "core/format.hpp"

#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace goho::cli {

Meter::Meter(const Shared& shared, bool always, Label counted)
    : shared_(shared), counted_(counted), terminal_(::isatty(STDERR_FILENO) != 0), wanted_(always || terminal_) {}

void Meter::show(std::uint64_t done, std::uint64_t total, const std::string& more) {
    if (!wanted_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - begun_ < std::chrono::seconds(1) || now - shown_ < std::chrono::milliseconds(terminal_ ? 200 : 1000)) return;
    shown_ = now;
    const double rate = static_cast<double>(done) / std::chrono::duration<double>(now - begun_).count();
    const double left = rate > 0.0 ? static_cast<double>(total - done) / rate : 0.0;
    const std::string text = fmt::format(fmt::runtime(in(shared_, "{} of {} {}, {} a second, {} s left", "{} / {} {}、毎秒 {}、残り {} 秒")),
                                         group_thousands(static_cast<double>(done)), group_thousands(static_cast<double>(total)),
                                         counted_.in(shared_.language), group_thousands(rate), group_thousands(left));
    std::fprintf(stderr, terminal_ ? "\r%s%s\033[K" : "%s%s\n", text.c_str(), more.c_str());
    written_ = true;
}

void Meter::clear() {
    if (written_ && terminal_) std::fputs("\r\033[K", stderr);
    written_ = false;
}

}  // namespace goho::cli
