// Pictures of every page in the whole window, for documents and for looking at one by one.
#pragma once

#include <QString>
#include <filesystem>
#include <vector>

namespace goho::gui {

class Session;
class MainWindow;

/// Leaves out what Qt says of a screen that is none; everything else is told as before.
void quiet_screen();

/// Writes DIR/<page>.png, DIR/<page>_2.png where a page has more parts than the window shows at once, and DIR/present_1.png and so on where there is a story; the files written, or nothing when the scenarios gave no result.
std::vector<QString> take_shots(Session& session, MainWindow& window, const QString& folder);

/// Every step of an import of these files, as import_1.png and so on; empty when they cannot be imported.
std::vector<QString> take_import_shots(MainWindow& window, const std::vector<std::filesystem::path>& files, const QString& folder);

/// What is wrong with the active scenario, as the window lists it: DIR/problems.png. Whether it was written.
bool take_problems_shot(MainWindow& window, const QString& folder);

}  // namespace goho::gui
