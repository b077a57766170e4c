// Stands between a program and the system (LD_PRELOAD) and lets the Nth call that changes files fail, as a full disk
// would. Calls are counted that concern paths below FAULT_BELOW; when FAULT_AT is reached, the call fails with FAULT_ERROR
// and, unless FAULT_ONCE is set, all later writes fail, too: a disk that is full stays full. How many calls were made
// stands in the file that FAULT_COUNT names, one line for each process.
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

std::atomic<long> calls{0};

long number(const char* name, long otherwise) {
    const char* value = std::getenv(name);
    return value ? std::atol(value) : otherwise;
}

bool below(const char* path) {
    const char* folder = std::getenv("FAULT_BELOW");
    if (!folder || !path) return false;
    char whole[PATH_MAX * 2];
    if (path[0] == '/') std::snprintf(whole, sizeof whole, "%s", path);
    else {
        char here[PATH_MAX];
        if (!getcwd(here, sizeof here)) return false;
        std::snprintf(whole, sizeof whole, "%s/%s", here, path);
    }
    return std::strncmp(whole, folder, std::strlen(folder)) == 0;
}

bool below(int file) {
    char link[64], path[PATH_MAX];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return false;
    path[size] = '\0';
    return below(path);
}

/// Whether this call fails; errno is set then.
bool fails() {
    static const long at = number("FAULT_AT", LONG_MAX);
    static const bool once = number("FAULT_ONCE", 0) != 0;
    static const int error = static_cast<int>(number("FAULT_ERROR", ENOSPC));
    const long now = ++calls;
    if (once ? now != at : now < at) return false;
    errno = error;
    return true;
}

template <class Function> Function real(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

template <class... Args> int open_with(const char* name, const char* path, int flags, mode_t mode, Args... before) {
    const bool writes = (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0;
    if (writes && below(path) && fails()) return -1;
    return real<int (*)(Args..., const char*, int, ...)>(name)(before..., path, flags, mode);
}

mode_t mode_of(int flags, va_list more) { return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0; }

struct Report {
    ~Report() {
        const char* to = std::getenv("FAULT_COUNT");
        if (!to) return;
        if (std::FILE* file = std::fopen(to, "a")) {
            std::fprintf(file, "%ld\n", calls.load());
            std::fclose(file);
        }
    }
} report;

}  // namespace

extern "C" {

#define GOHO_OPEN(name)                                  \
    int name(const char* path, int flags, ...) {         \
        va_list more;                                    \
        va_start(more, flags);                           \
        const mode_t mode = mode_of(flags, more);        \
        va_end(more);                                    \
        return open_with<>(#name, path, flags, mode);    \
    }
GOHO_OPEN(open)
GOHO_OPEN(open64)

int openat(int folder, const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = mode_of(flags, more);
    va_end(more);
    return open_with<int>("openat", path, flags, mode, folder);
}

#define GOHO_TEMPORARY(name)                                             \
    int name(char* path, int flags) {                                    \
        if (below(path) && fails()) return -1;                           \
        return real<int (*)(char*, int)>(#name)(path, flags);            \
    }
GOHO_TEMPORARY(mkostemp)
GOHO_TEMPORARY(mkostemp64)

int mkstemp(char* path) {
    if (below(path) && fails()) return -1;
    return real<int (*)(char*)>("mkstemp")(path);
}
int mkstemp64(char* path) {
    if (below(path) && fails()) return -1;
    return real<int (*)(char*)>("mkstemp64")(path);
}

std::FILE* fopen(const char* path, const char* mode) {
    if (std::strpbrk(mode, "wa+") && below(path) && fails()) return nullptr;
    return real<std::FILE* (*)(const char*, const char*)>("fopen")(path, mode);
}
std::FILE* fopen64(const char* path, const char* mode) {
    if (std::strpbrk(mode, "wa+") && below(path) && fails()) return nullptr;
    return real<std::FILE* (*)(const char*, const char*)>("fopen64")(path, mode);
}

ssize_t write(int file, const void* data, size_t size) {
    if (below(file) && fails()) return -1;
    return real<ssize_t (*)(int, const void*, size_t)>("write")(file, data, size);
}
ssize_t pwrite(int file, const void* data, size_t size, off_t at) {
    if (below(file) && fails()) return -1;
    return real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(file, data, size, at);
}
ssize_t pwrite64(int file, const void* data, size_t size, off64_t at) {
    if (below(file) && fails()) return -1;
    return real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(file, data, size, at);
}
int fsync(int file) {
    if (below(file) && fails()) return -1;
    return real<int (*)(int)>("fsync")(file);
}
int fdatasync(int file) {
    if (below(file) && fails()) return -1;
    return real<int (*)(int)>("fdatasync")(file);
}
int ftruncate(int file, off_t size) {
    if (below(file) && fails()) return -1;
    return real<int (*)(int, off_t)>("ftruncate")(file, size);
}
int ftruncate64(int file, off64_t size) {
    if (below(file) && fails()) return -1;
    return real<int (*)(int, off64_t)>("ftruncate64")(file, size);
}
int fchmod(int file, mode_t mode) {
    if (below(file) && fails()) return -1;
    return real<int (*)(int, mode_t)>("fchmod")(file, mode);
}
int rename(const char* from, const char* to) {
    if ((below(from) || below(to)) && fails()) return -1;
    return real<int (*)(const char*, const char*)>("rename")(from, to);
}
int mkdir(const char* path, mode_t mode) {
    if (below(path) && fails()) return -1;
    return real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}
ssize_t copy_file_range(int, off64_t*, int, off64_t*, size_t, unsigned) {  // so that copies are written, and counted
    errno = ENOSYS;
    return -1;
}

}  // extern "C"
