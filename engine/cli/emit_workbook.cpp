#include "cli/emit_workbook.hpp"

#include "workbook/xlsx.hpp"

#include <stdexcept>

namespace goho::cli {

ExitCode emit_workbook(const workbook::Book& book, const Shared& shared) {
    std::string bytes;
    try {
        bytes = workbook::xlsx_bytes(book, shared.language == Language::japanese);
    } catch (const std::runtime_error& error) {  // it is put together in the folder for temporary files
        show_problems({{"cannot-write", shared.output.value_or(""), {}, 0, 0,
                        {std::string("cannot be written: ") + error.what(), std::string("書き込めません: ") + error.what()},
                        {"nothing was changed", "既存のファイルは変更していません"}}}, shared);
        return internal_error;
    }
    return emit(bytes, shared);
}

}  // namespace goho::cli
