#include "batch/database_format.hpp"

#include "batch/schema.hpp"
#include "batch/target_file.hpp"
#include "batch/trial_schema.hpp"
#include "io/wording.hpp"

#include <array>
#include <fstream>

namespace goho::batch {

std::optional<Problem> unknown_database_format(const std::filesystem::path& file) {
    const auto kind = database_kind(file);
    if (!kind) return {};  // another's affair
    std::ifstream in(file, std::ios::binary);
    std::array<char, 64> head{};
    in.read(head.data(), head.size());
    std::uint32_t number = 0;  // SQLite's user_version
    for (std::size_t i = 60; i < 64; ++i) number = number << 8 | static_cast<unsigned char>(head[i]);
    const auto known = static_cast<std::uint32_t>(*kind == DatabaseKind::batch ? database_format : trial_database_format);
    if (number == known) return {};
    return Problem{"unknown-format", file.generic_string(), {}, 0, 0,
                   io::say("format {} is not known; this version reads format {}", "形式 {} には対応していません。この版が読めるのは形式 {} です", number, known),
                   number > known ? Text{"the file may need a newer version of goho", "新しい版の goho が必要かもしれません"} : Text{}};
}

}  // namespace goho::batch
