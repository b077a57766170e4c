#include "batch/target_file.hpp"

#include "batch/schema.hpp"
#include "io/output_file.hpp"
#include "io/wording.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace goho::batch {

namespace fs = std::filesystem;

namespace {

Problem refused(std::string code, const fs::path& file, Text message, Text hint) {
    return {std::move(code), file.generic_string(), {}, 0, 0, std::move(message), std::move(hint)};
}

fs::path beside(const fs::path& target, const char* ending) { return target.string() + ending; }

Text nothing_changed() { return {"nothing was changed", "既存のファイルは変更していません"}; }

/// Makes sure that what was written, or renamed, outlives a loss of power.
bool synced(const fs::path& place, bool folder) {
    const int handle = ::open(place.c_str(), folder ? O_RDONLY | O_DIRECTORY : O_RDWR);
    if (handle < 0) return false;
    const bool good = ::fsync(handle) == 0;
    const int error = errno;
    ::close(handle);
    errno = error;
    return good;
}

}  // namespace

void remove_database(const fs::path& file) {
    std::error_code ignored;
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) fs::remove(beside(file, ending), ignored);
}

std::vector<fs::path> shares_beside(const fs::path& target) {
    std::vector<fs::path> found;
    const std::string prefix = target.filename().string() + ".share-";
    std::error_code gone;
    for (const auto& entry : fs::directory_iterator(target.has_parent_path() ? target.parent_path() : fs::path("."), gone)) {
        std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix)) continue;
        if (name.ends_with(".part")) name.resize(name.size() - 5);
        if (name.find_first_not_of("0123456789-of", prefix.size()) == std::string::npos) found.push_back(target.parent_path() / name);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Problem cannot_write(const fs::path& file, const std::string& reason, Text hint) {
    return {"cannot-write", file.generic_string(), {}, 0, 0, io::say("cannot be written: {}", "書き込めません: {}", reason), std::move(hint)};
}

std::optional<DatabaseKind> database_kind(const fs::path& file) {
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return {};  // a pipe would be waited for
    std::ifstream in(file, std::ios::binary);
    std::array<char, 72> head{};
    in.read(head.data(), head.size());
    if (in.gcount() < static_cast<std::streamsize>(head.size()) || std::memcmp(head.data(), "SQLite format 3", 16) != 0) return {};
    std::uint32_t id = 0;  // of the application, the last four bytes
    for (std::size_t i = 68; i < 72; ++i) id = id << 8 | static_cast<unsigned char>(head[i]);
    if (id == static_cast<std::uint32_t>(application_id)) return DatabaseKind::batch;
    if (id == static_cast<std::uint32_t>(trials_application_id)) return DatabaseKind::trials;
    return {};
}

Result<TargetFile> TargetFile::claim(const fs::path& named, bool resume, bool overwrite, DatabaseKind kind) {
    TargetFile files;
    std::error_code ignored;
    // A link is followed, so that what it points to is replaced and not the link itself.
    std::error_code circle;
    files.target_ = io::end_of_links(named, circle);
    files.work_ = beside(files.target_, ".part");
    files.fresh_ = beside(files.target_, ".new");
    const auto give_up = [&](Problem problem) -> Result<TargetFile> { return {{}, {std::move(problem)}}; };
    if (circle) return give_up(cannot_write(named, circle.message(), nothing_changed()));
    if (!named.has_filename()) return give_up(cannot_write(named, std::strerror(ENOENT), nothing_changed()));
    if (fs::is_directory(files.target_, ignored))
        return give_up(refused("is-a-folder", named, {"this is a folder, not a file", "ファイルではなくフォルダーです"}, {"name the database inside it", "中のデータベースのファイル名を指定してください"}));
    if (named.has_parent_path()) fs::create_directories(named.parent_path(), ignored);  // a failure shows with the lock
    switch (files.lock_.take(beside(files.target_, ".lock"))) {
        case cluster::FileLock::Outcome::busy:
            return give_up(refused("output-busy", named, {"another batch is writing this database", "別の一括計算がこのデータベースに書き込み中です"},
                                   {"wait for it, or name another file", "終了を待つか、別のファイル名にしてください"}));
        case cluster::FileLock::Outcome::impossible: return give_up(cannot_write(named, std::strerror(errno), nothing_changed()));
        case cluster::FileLock::Outcome::held: break;
    }
    const bool there = fs::exists(files.target_, ignored), interrupted = fs::exists(files.work_, ignored);
    if (there && database_kind(files.target_) != kind) {
        return give_up(refused("output-unusable", named,
                               kind == DatabaseKind::batch ? Text{"this file is there and is no database of goho batch", "既存のファイルが goho batch のデータベースではありません"}
                                                           : Text{"this file is there and is no database of goho montecarlo", "既存のファイルが goho montecarlo のデータベースではありません"},
                               nothing_changed()));
    }
    if (interrupted && kind == DatabaseKind::trials) {
        return give_up(refused("output-unusable", named, {"an interrupted batch waits beside this file", "このファイル名では中断された一括計算が残っています"},
                               {"name another file", "別のファイル名にしてください"}));
    }
    const Text how{"--resume takes over what is there, --overwrite begins anew", "--resume で引き継ぎ、--overwrite で最初から計算します"};
    const std::vector<fs::path> shares = kind == DatabaseKind::batch ? shares_beside(files.target_) : std::vector<fs::path>{};
    if (!resume && !overwrite && !shares.empty())
        return give_up(refused("output-exists", named, io::say("{} shares of a batch wait to be put together", "分担計算の結果が{}件、取りまとめを待っています", shares.size()), how));
    if (!resume && !overwrite && interrupted)
        return give_up(refused("output-exists", named, {"an interrupted batch waits to be finished", "中断された一括計算が残っています"}, how));
    if (!resume && !overwrite && there) return give_up(refused("output-exists", named, {"this file is there already", "ファイルがすでにあります"}, how));
    if (!resume) {
        remove_database(files.work_);
        for (const fs::path& share : shares) {
            cluster::FileLock lock;  // one that is being computed is left to its owner
            if (lock.take(beside(share, ".lock")) != cluster::FileLock::Outcome::held) continue;
            remove_database(share);
            remove_database(beside(share, ".part"));
        }
    }
    remove_database(files.fresh_);
    return {std::move(files), {}};
}

Problems TargetFile::copy_target_to_work() {
    std::error_code error;
    fs::copy_file(target_, fresh_, fs::copy_options::overwrite_existing, error);
    if (!error) fs::rename(fresh_, work_, error);  // so that half a copy is never taken for the whole
    if (!error) return {};
    remove_database(fresh_);
    return {cannot_write(target_, error.message(), nothing_changed())};
}

void TargetFile::give_up() { remove_database(fresh_); }

Problems TargetFile::publish() {
    const bool good = synced(fresh_, false) && ::rename(fresh_.c_str(), target_.c_str()) == 0;
    if (!good) return {cannot_write(target_, std::strerror(errno), {"what is computed is kept; --resume finishes", "計算済みの結果は残っています。--resume で完了できます"})};
    synced(target_.has_parent_path() ? target_.parent_path() : fs::path("."), true);
    remove_database(work_);
    return {};
}

}  // namespace goho::batch
