#include "io/output_file.hpp"

#include <algorithm>
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

Problem refused(const std::filesystem::path& path, Text message, Text hint = {"nothing was changed", "既存のファイルは変更していません"}) {
    return {"cannot-write", path.string(), {}, 0, 0, std::move(message), std::move(hint)};
}

/// A device or a pipe is written to as it is: put in its place, a file would make an end of /dev/null for everybody.
Problems write_into(const std::filesystem::path& path, const std::function<std::string()>& next) {
    const int file = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (file < 0 && errno == ENXIO)
        return {refused(path, {"cannot be written: nobody reads from this pipe", "書き込めません（パイプの読み手がいません）。"})};
    if (file < 0) return {failure(path, "opening", "オープン", errno)};
    ::fcntl(file, F_SETFL, O_WRONLY);  // a slow reader is waited for
    const bool good = write_parts(file, next);
    const int error = errno;
    ::close(file);
    return good ? Problems{} : Problems{failure(path, "writing", "書き込み", error)};
}

/// Beside the target, so that it can take its place; a long name is cut, for there is no room for six more characters.
std::string temporary_name(const std::filesystem::path& target) {
    std::string name = target.filename().string();
    std::size_t size = std::min<std::size_t>(name.size(), 200);
    while (size > 0 && size < name.size() && (static_cast<unsigned char>(name[size]) & 0xc0) == 0x80) --size;
    name.resize(size);
    return (target.parent_path() / ("." + name + ".XXXXXX")).string();
}

/// What is written before it takes the place of the target; removed unless it has.
struct Scratch {
    explicit Scratch(const std::filesystem::path& target) : name(temporary_name(target)), file(::mkostemp(name.data(), O_CLOEXEC)) {}
    ~Scratch() {
        if (file < 0) return;
        ::close(file);  // after syncing, nothing is left that could fail
        if (!name.empty()) ::unlink(name.c_str());
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::string name;
    int file;
};

}  // namespace

std::filesystem::path end_of_links(const std::filesystem::path& path, std::error_code& error) {
    constexpr int most_links = 40;  // as many as the system follows
    error.clear();
    std::filesystem::path at = path;
    std::error_code no_link;
    for (int links = 0; std::filesystem::is_symlink(at, no_link); ++links) {
        if (links == most_links) {
            error = std::make_error_code(std::errc::too_many_symbolic_link_levels);
            return {};
        }
        at = at.parent_path() / std::filesystem::read_symlink(at, error);
        if (error) return {};
    }
    return at;
}

Problems write_file(const std::filesystem::path& path, std::string_view text) {
    bool given = false;
    return write_file(path, [&] { return std::exchange(given, true) ? std::string() : std::string(text); });
}

Problems write_file(const std::filesystem::path& path, const std::function<std::string()>& next) {
    namespace fs = std::filesystem;
    if (!path.has_filename()) return {refused(path, {"cannot be written: this names no file", "書き込めません（ファイル名がありません）。"})};
    struct stat before{};
    const bool there = ::stat(path.c_str(), &before) == 0;
    if (there && S_ISDIR(before.st_mode))
        return {refused(path, {"cannot be written: this is a folder, not a file", "書き込めません（ファイルではなくフォルダーです）。"})};
    if (there && S_ISBLK(before.st_mode))
        return {refused(path, {"cannot be written: this is a disk, not a file", "書き込めません（ファイルではなくディスクです）。"})};
    if (there && !S_ISREG(before.st_mode)) return write_into(path, next);

    // A link is followed, so that what it points to is replaced and not the link itself.
    std::error_code error;
    const fs::path target = end_of_links(path, error);
    if (error) return {failure(path, "following the link", "リンクの追跡", error.value())};
    const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    fs::create_directories(folder, error);  // a failure shows when the file is opened
    Scratch scratch(target);
    const auto give_up = [&](std::string_view en, std::string_view ja) { return Problems{failure(path, en, ja, errno)}; };
    if (scratch.file < 0) return give_up("creating a temporary file", "一時ファイルの作成");
    if (!write_parts(scratch.file, next)) return give_up("writing", "書き込み");
    const mode_t mode = there ? before.st_mode & 07777 : 0644;
    if (::fchmod(scratch.file, mode) != 0) return give_up("setting permissions", "権限の設定");
    if (::fsync(scratch.file) != 0) return give_up("syncing", "同期");
    if (::rename(scratch.name.c_str(), target.c_str()) != 0) return give_up("renaming", "名前の変更");
    scratch.name.clear();
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (directory >= 0) {
        ::fsync(directory);
        ::close(directory);
    }
    return {};
}

}  // namespace goho::io
