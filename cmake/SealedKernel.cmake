# Compiles a kernel for one instruction set and seals it: the object file shows a single function, all else in it is
# private. Otherwise the linker, which keeps one copy of every inline function of the whole program, might keep the copy
# made for the newest machine and run it on an old one.
# Only the linker of GNU binutils resolves the groups of inline functions while it leaves the rest open; CMake would take
# LLVM's tools beside clang.
find_program(GOHO_LD NAMES ld.bfd ld REQUIRED)
find_program(GOHO_OBJCOPY NAMES objcopy REQUIRED)

function(goho_sealed_kernel out name function)
  add_library(goho_kernel_${name} OBJECT kernels/${name}.cpp)
  target_include_directories(goho_kernel_${name} PRIVATE ${PROJECT_SOURCE_DIR}/engine)
  target_compile_options(goho_kernel_${name} PRIVATE ${ARGN} -fvisibility=hidden)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(goho_kernel_${name} PRIVATE -fno-gnu-unique)
  endif()
  target_compile_options(goho_kernel_${name} PRIVATE ${GOHO_KERNEL_INLINING})
  target_link_libraries(goho_kernel_${name} PRIVATE fmt::fmt Boost::headers)
  set(sealed ${CMAKE_CURRENT_BINARY_DIR}/kernel_${name}.o)
  add_custom_command(OUTPUT ${sealed}
    COMMAND ${GOHO_LD} -r --force-group-allocation -o ${sealed}.open $<TARGET_OBJECTS:goho_kernel_${name}>
    COMMAND ${GOHO_OBJCOPY} --keep-global-symbol=${function} ${sealed}.open ${sealed}
    DEPENDS goho_kernel_${name} $<TARGET_OBJECTS:goho_kernel_${name}> VERBATIM
    COMMENT "Sealing kernel ${name}")
  set_source_files_properties(${sealed} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
  set(${out} ${sealed} PARENT_SCOPE)
endfunction()
