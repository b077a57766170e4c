#include "io/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace goho::io {

namespace {

Problem failure(const std::filesystem::path& path, std::string_view step_en, std::string_view step_ja, int error) {
    Problem p;
    p.code = "cannot-write";
    p.file = path.string();
    const char* reason = std::strerror(error);
    p.message = {fmt::format("cannot be written: {} failed: {}", step_en, reason),
                 fmt::format("書き込めません（{}: {}）。", step_ja, reason)};
    p.hint = {"nothing was changed", "既存のファイルは変更していません"};
    return p;
}

/// Writes all parts; false with errno when that fails.
bool write_parts(int file, const std::function<std::string()>& next) {
    for (std::string text = next(); !text.empty(); text = next()) {
        for (std::size_t done = 0; done < text.size();) {
            const ssize_t wrote = ::write(file, text.data() + done, text.size() - done);
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote < 0) return false;
            done += static_cast<std::size_t>(wrote);
        }
    }
    return true;
}

/// A device or a pipe is written to as it is: put in its place, a file would make an end of /dev/null for everybody.
Problems write_into(const std::filesystem::path& path, const std::function<std::string()>& next) {
    const int file = ::open(path.c_str(), O_WRONLY);
    if (file < 0) return {failure(path, "opening", "オープン", errno)};
    const bool good = write_parts(file, next);
    const int error = errno;
    ::close(file);
    return good ? Problems{} : Problems{failure(path, "writing", "書き込み", error)};
}

}  // namespace

Problems write_file(const std::filesystem::path& path, std::string_view text) {
    bool given = false;
    return write_file(path, [&] { return std::exchange(given, true) ? std::string() : std::string(text); });
}

Problems write_file(const std::filesystem::path& path, const std::function<std::string()>& next) {
    std::error_code ignored;
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::filesystem::create_directories(folder, ignored);  // a failure shows when the file is opened

    // A link is followed, so that what it points to is replaced and not the link itself.
    const auto target = std::filesystem::is_symlink(path, ignored) ? std::filesystem::canonical(path, ignored) : path;
    struct stat before{};
    const bool there = ::stat(target.c_str(), &before) == 0;
    if (there && !S_ISREG(before.st_mode) && !S_ISDIR(before.st_mode)) return write_into(path, next);
    std::string name = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
    const int file = ::mkstemp(name.data());
    if (file < 0) return {failure(path, "creating a temporary file", "一時ファイルの作成", errno)};
    const auto give_up = [&](std::string_view en, std::string_view ja) {
        const int error = errno;
        ::close(file);
        ::unlink(name.c_str());
        return Problems{failure(path, en, ja, error)};
    };
    if (!write_parts(file, next)) return give_up("writing", "書き込み");
    const mode_t mode = there ? before.st_mode & 07777 : 0644;
    if (::fchmod(file, mode) != 0) return give_up("setting permissions", "権限の設定");
    if (::fsync(file) != 0) return give_up("syncing", "同期");
    if (::rename(name.c_str(), target.c_str()) != 0) return give_up("renaming", "名前の変更");
    ::close(file);
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (directory >= 0) {
        ::fsync(directory);
        ::close(directory);
    }
    return {};
}

}  // namespace goho::io
