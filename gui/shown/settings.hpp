// What the window remembers from one day to the next: how things are shown, and which files were open.
#pragma once

#include "shown/shown.hpp"

#include <QSettings>
#include <QStringList>
#include <filesystem>
#include <vector>

namespace goho::gui {

/// How things were shown last; the language of the system where nothing is known yet. Settings written by another
/// version, or by hand, that make no sense count as not there.
Shown stored_shown(const QSettings& settings);
void store(QSettings& settings, const Shown& shown);

inline constexpr int most_recent_files = 12;

/// The newest first; files that are gone are left out.
std::vector<std::filesystem::path> recent_files(const QSettings& settings);
void add_recent_file(QSettings& settings, const std::filesystem::path& file);
void clear_recent_files(QSettings& settings);

}  // namespace goho::gui
