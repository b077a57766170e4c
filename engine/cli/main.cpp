// goho: the command line. Each command is a thin layer over the engine; see docs/reference/cli.md.
#include "cli/enter.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace {

/// One of several processes that mpirun or srun has started together: these variables are how Open MPI, PMIx and PMI
/// tell a process which it is.
bool started_with_others() {
    for (const char* name : {"OMPI_COMM_WORLD_RANK", "PMIX_RANK", "PMI_RANK"}) {
        if (std::getenv(name) != nullptr) return true;
    }
    return false;
}

/// Becomes the program that speaks MPI, beside this one in a build and in lib/goho of an installation. MPI brings
/// libraries and plug-ins of its own, which nobody should load who works on one machine.
void become_one_of_many(char** argv) {
    std::error_code unknown;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path();
    for (const auto& program : {folder / "goho-mpi", folder.parent_path() / "lib/goho/goho-mpi"}) ::execv(program.c_str(), argv);
}

}  // namespace

int main(int argc, char** argv) {
    if (started_with_others()) {
        become_one_of_many(argv);
        std::fputs("goho: goho-mpi is not installed, so every one of these processes would do all the work (package goho-mpi)\n"
                   "goho: goho-mpi がないため、各プロセスが同じ計算を繰り返すことになります（パッケージ goho-mpi）\n",
                   stderr);
        return 2;
    }
    return goho::cli::enter(argc, argv, nullptr);
}
