#include "runner/book_file.hpp"

#include "analysis/recording.hpp"
#include "io/output_file.hpp"
#include "io/statutes.hpp"
#include "workbook/builder.hpp"
#include "workbook/xlsx.hpp"

#include <exception>

namespace goho::gui {

Problems write_plan_book(const simulation::Scenario& scenario, Language language, const std::filesystem::path& file) {
    const auto law = io::load_statutes(scenario);
    if (!law) return law.problems;
    std::string bytes;
    try {
        bytes = workbook::xlsx_bytes(workbook::book_of(analysis::record(scenario, *law.value), language),
                                     language == Language::japanese);
    } catch (const std::exception& refused) {  // the library that writes it had no room or no memory
        return {{"not-written", file.generic_string(), {}, 0, 0,
                 {std::string("the workbook could not be made: ") + refused.what(),
                  std::string("ブックを作成できません：") + refused.what()},
                 {}}};
    }
    return io::write_file(file, bytes);
}

}  // namespace goho::gui
