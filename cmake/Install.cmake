# What `cmake --install` copies, and the two descriptions with which others find it: a CMake package and a file for
# pkg-config. Both know only paths relative to themselves, so an installed tree may be moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(goho_package ${CMAKE_INSTALL_LIBDIR}/cmake/goho)
set(goho_scenarios ${CMAKE_INSTALL_DATADIR}/goho/scenarios)

# "core/number.hpp" is found below include/goho, so that folder is what users get on their include path.
install(TARGETS goho_engine EXPORT goho ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/goho)
install(DIRECTORY engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/goho
        FILES_MATCHING PATTERN *.hpp PATTERN cli EXCLUDE PATTERN data EXCLUDE
        PATTERN put_row.hpp EXCLUDE)  # seen by two sources alone, and by nobody who lacks SQLiteCpp
install(EXPORT goho FILE goho-targets.cmake NAMESPACE goho:: DESTINATION ${goho_package})
if(TARGET goho)
  install(TARGETS goho RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
# The window, and what a desktop needs to know it: its entry in menus, its icon, and the kind of file that it opens.
if(TARGET goho-gui)
  install(TARGETS goho-gui RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} OPTIONAL)  # a build of the library alone has none
  install(FILES share/goho-gui.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES share/goho-gui.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  install(FILES share/goho-gui.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES share/goho-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
endif()
install(DIRECTORY scenarios/ DESTINATION ${goho_scenarios} PATTERN expected EXCLUDE)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(cmake/goho-config.cmake.in ${PROJECT_BINARY_DIR}/goho-config.cmake
                              INSTALL_DESTINATION ${goho_package} PATH_VARS goho_scenarios)
# Before version 1 the second number counts what breaks.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/goho-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/goho-config.cmake ${PROJECT_BINARY_DIR}/goho-config-version.cmake
        cmake/FindLibCSV.cmake cmake/FindRandom123.cmake DESTINATION ${goho_package})

set(goho_pkgconfig ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH goho_prefix_from_pc /${goho_pkgconfig} /)
string(REGEX REPLACE "/$" "" goho_prefix_from_pc ${goho_prefix_from_pc})
configure_file(cmake/goho.pc.in ${PROJECT_BINARY_DIR}/goho.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/goho.pc DESTINATION ${goho_pkgconfig})
