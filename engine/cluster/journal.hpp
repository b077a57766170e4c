// Pieces of work that are done, on the disk: each is synced before it counts, so whatever dies, what was done is there.
// Every process appends to a file of its own in one folder and reads the files of all, so several jobs may work side by
// side and a piece that two of them did is there twice and counts once. A record that was not written to its end is
// left out and overwritten; every record carries a checksum.
#pragma once

#include "cluster/file_lock.hpp"
#include "core/problem.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace goho::cluster {

class Journal {
public:
    /// `work` tells what is done apart from anything else that has a journal in the folder; `member` is this process.
    /// Takes the lock of its file and creates what is not there.
    static Result<Journal> open(const std::filesystem::path& folder, const std::string& work, const std::string& member);
    Journal(Journal&& other) noexcept;
    ~Journal();

    /// Every piece that is whole, of all members. A piece may come more than once.
    void read(const std::function<void(std::uint64_t piece, std::string_view bytes)>& found) const;
    /// Returns when the piece is on the disk; why not otherwise.
    Problems append(std::uint64_t piece, std::string_view bytes);

private:
    Journal() = default;

    std::filesystem::path folder_, file_;
    std::string prefix_;
    FileLock lock_;
    int handle_ = -1;
    std::uint64_t end_ = 0;  // behind the last whole record
};

}  // namespace goho::cluster
