#include "runner/book_file.hpp"

#include "analysis/recording.hpp"
#include "io/output_file.hpp"
#include "io/statutes.hpp"
#include "workbook/builder.hpp"
#include "workbook/xlsx.hpp"

#include <exception>

namespace goho::gui {

namespace {

Problems write_book(const workbook::Book& book, Language language, const std::filesystem::path& file) {
    std::string bytes;
    try {
        bytes = workbook::xlsx_bytes(book, language == Language::japanese);
    } catch (const std::exception& refused) {  // the library that writes it had no room or no memory
        return {{"not-written", file.generic_string(), {}, 0, 0,
                 {std::string("the workbook could not be made: ") + refused.what(),
                  std::string("ブックを作成できません：") + refused.what()},
                 {}}};
    }
    return io::write_file(file, bytes);
}

}  // namespace

Problems write_plan_book(const simulation::Scenario& scenario, Language language, const std::filesystem::path& file) {
    const auto law = io::load_statutes(scenario);
    if (!law) return law.problems;
    return write_book(workbook::book_of(analysis::record(scenario, *law.value), language), language, file);
}

Problems write_form_book(forms::Form form, const analysis::Study& study, Language language, const std::filesystem::path& file) {
    return write_book(forms::form_book(form, study, {language, MoneyUnit::thousand, nullptr}), language, file);
}

}  // namespace goho::gui
