#include "io/version.hpp"
#include "kernels/kernel.hpp"

#include <cstdio>

int main() {
    std::printf("%s\n", goho::io::version().data());
    for (const auto& kernel : goho::kernels::kernels()) std::printf("%s\n", kernel.name.data());
}
