// An imported company with actual months, for tests of what is made of them.
#pragma once

#include "document/intake.hpp"
#include "support/files.hpp"

#include <doctest/doctest.h>

namespace goho::gui::test {

inline const fs::path months_of_yayoi = scenarios / "import_samples/yayoi_months";

/// Imports the months given and writes the scenario; its path.
inline fs::path imported(const Folder& folder, const std::vector<const char*>& months) {
    Intake intake;
    for (const char* month : months) intake.files.push_back((months_of_yayoi / (std::string(month) + ".txt")).string());
    const auto reading = read_intake(intake);
    REQUIRE(reading.company);
    const fs::path file = folder / "company.json";
    REQUIRE(save_company(reading, file.string()).empty());
    return file;
}

inline const std::vector<const char*> half_a_year{"2026-04", "2026-05", "2026-06", "2026-07", "2026-08"};

}  // namespace goho::gui::test
