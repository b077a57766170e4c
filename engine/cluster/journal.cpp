#include "cluster/journal.hpp"

#include <algorithm>
#include <boost/crc.hpp>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>
#include <utility>
#include <vector>

namespace goho::cluster {

namespace fs = std::filesystem;

namespace {

struct Head {
    char mark[8] = {'g', 'o', 'h', 'o', 'j', 'n', 'l', '1'};
    std::uint64_t piece = 0, length = 0;
    std::uint32_t bytes_sum = 0, own_sum = 0;  // of what follows, and of what stands before it here
};

std::uint32_t sum(const void* bytes, std::size_t length) {
    boost::crc_32_type crc;
    crc.process_bytes(bytes, length);
    return crc.checksum();
}
std::uint32_t own_sum(const Head& head) { return sum(&head, offsetof(Head, own_sum)); }

/// Calls for every whole record and returns where the last one ends.
std::uint64_t walk(const fs::path& file, const std::function<void(std::uint64_t, std::string_view)>& found) {
    std::error_code unreadable;
    const std::uint64_t size = fs::file_size(file, unreadable);
    std::ifstream in(file, std::ios::binary);
    std::uint64_t end = 0;
    std::string bytes;
    for (Head head; !unreadable && in.read(reinterpret_cast<char*>(&head), sizeof head); end += sizeof head + head.length) {
        if (std::memcmp(head.mark, Head{}.mark, sizeof head.mark) != 0 || head.own_sum != own_sum(head) || head.length > size - end - sizeof head) break;
        bytes.resize(head.length);
        if (!in.read(bytes.data(), static_cast<std::streamsize>(head.length)) || sum(bytes.data(), bytes.size()) != head.bytes_sum) break;
        if (found) found(head.piece, bytes);
    }
    return end;
}

bool written(int handle, const char* bytes, std::size_t length, std::uint64_t at) {
    while (length > 0) {
        const ssize_t n = ::pwrite(handle, bytes, length, static_cast<off_t>(at));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes += n;
        length -= static_cast<std::size_t>(n);
        at += static_cast<std::uint64_t>(n);
    }
    return true;
}

Problem cannot_write(const fs::path& file) {
    const std::string why = std::strerror(errno);
    return {"cannot-write", file.generic_string(), {}, 0, 0, {"cannot be written: " + why, "書き込めません: " + why},
            {"what stands in the journal is kept; the same command goes on from there", "記録済みの分は残っています。同じコマンドで続きから計算します"}};
}

void sync_folder(const fs::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return;
    ::fsync(handle);
    ::close(handle);
}

}  // namespace

Result<Journal> Journal::open(const fs::path& folder, const std::string& work, const std::string& member) {
    Journal journal;
    journal.folder_ = folder;
    journal.prefix_ = work + ".";
    journal.file_ = folder / (work + "." + member + ".journal");
    std::error_code ignored;
    fs::create_directories(folder, ignored);  // a failure shows with the lock
    switch (journal.lock_.take(folder / (work + "." + member + ".lock"))) {
        case FileLock::Outcome::busy:
            return {{}, {{"output-busy", journal.file_.generic_string(), {}, 0, 0, {"another process does this part of the work", "別のプロセスがこの部分を計算中です"},
                          {"wait for it", "終了を待ってください"}}}};
        case FileLock::Outcome::impossible: return {{}, {cannot_write(journal.file_)}};
        case FileLock::Outcome::held: break;
    }
    journal.handle_ = ::open(journal.file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (journal.handle_ < 0) return {{}, {cannot_write(journal.file_)}};
    journal.end_ = walk(journal.file_, {});
    sync_folder(folder);
    return {std::move(journal), {}};
}

Journal::Journal(Journal&& other) noexcept
    : folder_(std::move(other.folder_)), file_(std::move(other.file_)), prefix_(std::move(other.prefix_)), lock_(std::move(other.lock_)),
      handle_(std::exchange(other.handle_, -1)), end_(other.end_) {}

Journal::~Journal() {
    if (handle_ >= 0) ::close(handle_);
}

void Journal::read(const std::function<void(std::uint64_t, std::string_view)>& found) const {
    std::vector<fs::path> files;
    std::error_code gone;
    for (const auto& entry : fs::directory_iterator(folder_, gone)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix_) && name.ends_with(".journal")) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) walk(file, found);
}

Problems Journal::append(std::uint64_t piece, std::string_view bytes) {
    Head head;
    head.piece = piece;
    head.length = bytes.size();
    head.bytes_sum = sum(bytes.data(), bytes.size());
    head.own_sum = own_sum(head);
    std::string record(reinterpret_cast<const char*>(&head), sizeof head);
    record.append(bytes);
    // What a crash has left behind the last whole record is overwritten, and what remains of it has no sum that fits.
    if (!written(handle_, record.data(), record.size(), end_) || ::fdatasync(handle_) != 0) return {cannot_write(file_)};
    end_ += record.size();
    return {};
}

}  // namespace goho::cluster
