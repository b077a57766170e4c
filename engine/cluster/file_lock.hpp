// One process at a time writes a database or a journal. The lock is the operating system's (flock), so it ends with the process,
// however that ends; the file it stands on may stay behind and means nothing by itself.
#pragma once

#include <filesystem>

namespace goho::cluster {

class FileLock {
public:
    FileLock() = default;
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

    enum class Outcome { held, busy, impossible };
    /// With `impossible`, errno says why.
    Outcome take(const std::filesystem::path& file);

private:
    std::filesystem::path file_;
    int handle_ = -1;
};

}  // namespace goho::cluster
