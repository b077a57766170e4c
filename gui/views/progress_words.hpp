// How far something is, as a bar says it: with the time that is left, once that can be told.
#pragma once

#include "shown/shown.hpp"

namespace goho::gui {

/// The format of a progress bar; `done` from 0 to 1.
inline QString progress_format(double done, double seconds, const Words& words) {
    // A forecast from a moment would jump about.
    if (done <= 0.03 || seconds <= 0.5) return QStringLiteral("%p%");
    return QStringLiteral("%p% ") + words("· ", "・残り約") + QString::number(static_cast<int>(seconds * (1.0 - done) / done) + 1) + words(" s left", "秒");
}

}  // namespace goho::gui
