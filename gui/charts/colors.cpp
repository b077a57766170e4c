#include "charts/colors.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace goho::gui {

const Colors& colors_of(Theme theme) {
    static const Colors light{QColor(0xF4F6F8), QColor(0xFFFFFF), QColor(0xDFE3E8), QColor(0x1B2530), QColor(0x56616E),
                              QColor(0x8A94A0), QColor(0xE9ECF0), QColor(0xA9B2BC), QColor(0x0067A3), QColor(0xE3EFF7),
                              QColor(0xFFFFFF), QColor(0x00735A), QColor(0xB8420A), QColor(0x8A6100), QColor(0x7C8794)};
    static const Colors dark{QColor(0x12161C), QColor(0x1A2028), QColor(0x2D3641), QColor(0xE7ECF1), QColor(0xA5B0BC),
                             QColor(0x77828E), QColor(0x27303A), QColor(0x56616D), QColor(0x5CB3E6), QColor(0x1F3443),
                             QColor(0x0C1116), QColor(0x35C49C), QColor(0xFF8F5C), QColor(0xE8B73A), QColor(0x8B96A3)};
    return theme == Theme::dark ? dark : light;
}

QColor scenario_color(int n, Theme theme) {
    static const std::array<QColor, scenario_colors> light{QColor(0x0072B2), QColor(0xD55E00), QColor(0x00855F),
                                                           QColor(0xB45A8C), QColor(0xA87400), QColor(0x3B8FC4),
                                                           QColor(0x4B4F57)};
    static const std::array<QColor, scenario_colors> dark{QColor(0x56B4E9), QColor(0xFF8A3C), QColor(0x1FC08F),
                                                          QColor(0xDB93BC), QColor(0xF0C04A), QColor(0x3E9BD6),
                                                          QColor(0xF0E442)};
    return (theme == Theme::dark ? dark : light)[static_cast<std::size_t>(std::max(0, n) % scenario_colors)];
}

QColor part_color(int n, Theme theme) {
    static const std::array<QColor, 7> parts{QColor(0x0072B2), QColor(0x56B4E9), QColor(0x009E73), QColor(0xE69F00),
                                             QColor(0xD55E00), QColor(0xCC79A7), QColor(0x9AA3AD)};
    const QColor color = parts[static_cast<std::size_t>(std::max(0, n) % 7)];
    return theme == Theme::dark ? color.lighter(108) : color;
}

QColor readable(QColor color, const QColor& ground) {
    const bool darker = ground.lightnessF() > 0.5F;
    for (int step = 0; step < 40 && contrast(color, ground) < 4.5; ++step)
        color = darker ? color.darker(106) : color.lighter(106);
    return color;
}

double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& c) {
        const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(static_cast<double>(c.redF())) + 0.7152 * linear(static_cast<double>(c.greenF())) +
               0.0722 * linear(static_cast<double>(c.blueF()));
    };
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace goho::gui
