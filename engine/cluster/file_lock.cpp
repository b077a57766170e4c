#include "cluster/file_lock.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace goho::cluster {

FileLock::FileLock(FileLock&& other) noexcept : file_(std::move(other.file_)), handle_(std::exchange(other.handle_, -1)) {}

FileLock::~FileLock() {
    if (handle_ < 0) return;
    ::unlink(file_.c_str());  // while it is held, so that nobody else's is taken away
    ::close(handle_);
}

FileLock::Outcome FileLock::take(const std::filesystem::path& file) {
    for (;;) {
        const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (handle < 0) return Outcome::impossible;
        if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
            const int error = errno;
            ::close(handle);
            errno = error;
            return error == EWOULDBLOCK ? Outcome::busy : Outcome::impossible;
        }
        // Whoever held it before may have removed the file between our opening and our locking: then another start
        // makes a new one, and we would both believe to be alone.
        struct stat ours{}, there{};
        if (::fstat(handle, &ours) == 0 && ::stat(file.c_str(), &there) == 0 && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev) {
            file_ = file;
            handle_ = handle;
            return Outcome::held;
        }
        ::close(handle);
    }
}

}  // namespace goho::cluster
