#include "io/input_file.hpp"

#include "io/wording.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace goho::io {

namespace {

namespace fs = std::filesystem;

Problem of_file(std::string code, const std::string& shown, Text message, Text hint = {}) {
    return {std::move(code), shown, {}, 0, 0, std::move(message), std::move(hint)};
}

Problem too_large(const std::string& shown, std::uintmax_t size) {
    const std::string megabytes = fmt::format("{:.1f}", static_cast<double>(size) / 1048576.0);
    return of_file(
        "file-too-large", shown,
        say("the file has {} MiB; the most that is read is {} MiB",
            "ファイルが大きすぎます（{} MiB）。読み込めるのは {} MiB までです", megabytes, largest_file >> 20));
}

/// Why opening failed.
Problem not_opened(const fs::path& file, const std::string& shown, int error) {
    std::error_code ignored;
    if (error == ELOOP)
        return of_file("file-unreadable", shown, {"the links lead in a circle", "リンクが循環しています"},
                       {"name the file itself", "ファイルを直接指定してください"});
    if ((error == ENOENT || error == ENOTDIR) && fs::is_symlink(file, ignored)) {
        const std::string to = in_quotes(fs::read_symlink(file, ignored).string());
        return of_file("file-missing", shown, say("the link leads to {}, which does not exist", "リンク先の {} がありません", to));
    }
    if (error == ENOENT || error == ENOTDIR)
        return of_file("file-missing", shown, {"the file does not exist", "ファイルがありません"});
    if (error == ENAMETOOLONG)
        return of_file("file-missing", shown, {"the path is too long for a file", "パスが長すぎます"});
    if (error == EACCES)
        return of_file("file-unreadable", shown, {"the file cannot be read", "ファイルを読み込めません"},
                       {"check its permissions", "アクセス権を確認してください"});
    const std::string reason = std::strerror(error);
    return of_file("file-unreadable", shown, say("the file cannot be read: {}", "ファイルを読み込めません: {}", reason));
}

/// Whether the path names a descriptor that whoever started the program has opened for it.
bool given_open(const fs::path& file) {
    const std::string path = file.lexically_normal().string();
    return path == "/dev/stdin" || path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/");
}

/// An open file; closed at the end.
class Opened {
public:
    explicit Opened(int handle) : handle_(handle) {}
    ~Opened() {
        if (handle_ >= 0) ::close(handle_);
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    int handle() const { return handle_; }

private:
    int handle_;
};

/// Opens without waiting for somebody at the other end of a pipe.
int opened(const fs::path& file) {
    return ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
}

/// Why what was opened is not read.
Problems refused(const struct stat& found, const fs::path& file, const std::string& shown) {
    if (S_ISDIR(found.st_mode))
        return {of_file("is-a-folder", shown, {"this is a folder, not a file", "ファイルではなくフォルダーです"},
                        {"name a file inside it", "中のファイルを指定してください"})};
    if (S_ISREG(found.st_mode) || given_open(file)) return {};
    return {of_file("not-a-file", shown, {"this is a device or a pipe, not a file", "ファイルではなくデバイスまたはパイプです"},
                    {"name a file; what another program writes is read as /dev/stdin",
                     "ファイルを指定してください。他のプログラムの出力は /dev/stdin で渡せます"})};
}

/// All that can be read, a little more than the most at the worst; nothing with errno when reading fails.
std::optional<std::string> all_of(int handle) {
    std::string text;
    std::string block(1 << 16, '\0');
    while (text.size() <= largest_file) {
        const ssize_t got = ::read(handle, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return {};
        if (got == 0) break;
        text.append(block.data(), static_cast<std::size_t>(got));
    }
    return text;
}

}  // namespace

Result<std::string> read_text(const fs::path& file, const std::string& shown) {
    const Opened open(opened(file));
    if (open.handle() < 0) return {{}, {not_opened(file, shown, errno)}};
    struct stat found{};
    if (::fstat(open.handle(), &found) != 0) return {{}, {not_opened(file, shown, errno)}};
    if (Problems problems = refused(found, file, shown); !problems.empty()) return {{}, std::move(problems)};
    const bool regular = S_ISREG(found.st_mode);
    const auto size = static_cast<std::uintmax_t>(found.st_size);
    if (regular && size > largest_file) return {{}, {too_large(shown, size)}};
    if (!regular) ::fcntl(open.handle(), F_SETFL, 0);  // now it may wait for what is still to come

    auto text = all_of(open.handle());
    if (!text) return {{}, {not_opened(file, shown, errno)}};
    if (text->size() > largest_file) return {{}, {too_large(shown, text->size())}};
    // Files that the kernel makes up while they are read say that they are empty.
    if (regular && size > 0 && text->size() != size)
        return {{}, {of_file("file-unreadable", shown, {"the file changed while it was read", "読み込み中にファイルが変更されました"},
                             {"try again", "もう一度実行してください"})}};
    return {std::move(text), {}};
}

Problems unreadable(const fs::path& file, const std::string& shown) {
    const Opened open(opened(file));
    struct stat found{};
    if (open.handle() < 0 || ::fstat(open.handle(), &found) != 0) return {not_opened(file, shown, errno)};
    return refused(found, file, shown);
}

}  // namespace goho::io
