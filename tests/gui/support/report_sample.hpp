// A report made of shipped scenarios, with every kind of block, for tests of its files.
#pragma once

#include "report/document.hpp"
#include "window/session.hpp"

namespace goho::gui::test {

/// The manufacturer with its investment plan.
void open_manufacturer(Session& session);

report::Document sample_report(const Scene& scene);

/// A table of so many rows and columns, all cells alike.
report::Table uniform_table(int rows, int columns, const QString& label, const QString& cell);

}  // namespace goho::gui::test
