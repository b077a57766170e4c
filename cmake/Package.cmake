# Debian packages: `cpack -G DEB` in a build folder, or `./build.sh package`, which builds preset "package" first.
# One package for each component of cmake/Install.cmake. docs/release.md says who makes them when.
set(GOHO_MAINTAINER "Goho maintainers <goho@packages.invalid>" CACHE STRING "Who answers for the packages: Name <address>")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME goho)
set(CPACK_PACKAGE_VENDOR Goho)
set(CPACK_PACKAGE_CONTACT "${GOHO_MAINTAINER}")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL libgoho-dev)
foreach(program goho goho-gui goho-mpi)
  if(TARGET ${program})
    list(APPEND CPACK_COMPONENTS_ALL ${program})
  endif()
endforeach()
# Copyright, changelog and compression as Debian wants them, in the tree that is packed.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/DebianTree.cmake)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(goho_same "goho (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")

function(goho_package component section summary)
  string(TOUPPER ${component} key)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${component} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  list(JOIN ARGN "\n" text)
  set(CPACK_DEBIAN_${key}_DESCRIPTION "${summary}\n${text}" PARENT_SCOPE)
endfunction()

goho_package(goho science "management-planning simulator: command line"
  "Ten years of a company, month by month, exact to the yen: linked statements,"
  "variants compared with their base, uncertainty, batches, goal seek and the"
  "best plan, a reason for every figure, imports of Japanese trial balances,"
  "and workbooks and forms for banks. With scenarios, manual pages in English"
  "and Japanese, guides, and completion for bash, zsh and fish.")
set(CPACK_DEBIAN_GOHO_PACKAGE_SUGGESTS "goho-gui, bash-completion")

goho_package(goho-gui science "management-planning simulator: window and reports"
  "The window of Goho: drag a lever and ten years of profit, cash and five"
  "stakeholders answer at once. Compare scenarios, ask why, export. It also"
  "draws the reports of goho report, as PDF or web page.")
set(CPACK_DEBIAN_GOHO-GUI_PACKAGE_DEPENDS "${goho_same}")
set(CPACK_DEBIAN_GOHO-GUI_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-noto-cjk")

goho_package(goho-mpi science "management-planning simulator: computation on many machines"
  "What goho starts on each machine of a cluster, through MPI, to compute"
  "batches and trials together.")
set(CPACK_DEBIAN_GOHO-MPI_PACKAGE_DEPENDS "${goho_same}")
set(CPACK_DEBIAN_GOHO-MPI_PACKAGE_RECOMMENDS "openmpi-bin")

goho_package(libgoho-dev libdevel "management-planning simulator: C++ library"
  "The engine of Goho as a static library, with headers and descriptions for"
  "CMake and pkg-config. share/doc/goho/docs/guide/library.md of the package"
  "goho shows a whole program.")
set(CPACK_DEBIAN_LIBGOHO-DEV_PACKAGE_SHLIBDEPS OFF)
# What cmake/goho-config.cmake.in finds.
set(CPACK_DEBIAN_LIBGOHO-DEV_PACKAGE_DEPENDS
  "libboost-dev, libboost-serialization-dev, libcsv-dev, libeigen3-dev, libfmt-dev, libicu-dev, libpagmo-dev, librandom123-dev, libsqlite3-dev, libsqlitecpp-dev, libtbb-dev, libutf8proc-dev, libxlsxwriter-dev, nlohmann-json3-dev, pkg-config, zlib1g-dev")
set(CPACK_DEBIAN_LIBGOHO-DEV_PACKAGE_SUGGESTS "goho, cmake")

# One summary for all packages would be put before each of theirs; the default one is not.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_NAME} built using CMake")
set(CPACK_GOHO_SOURCE ${PROJECT_SOURCE_DIR})
include(CPack)
