# What `cmake --install` copies, and the two descriptions with which others find it: a CMake package and a file for
# pkg-config. Both know only paths relative to themselves, so an installed tree may be moved. Each component becomes a
# package of its own name (cmake/Package.cmake): goho, goho-gui, goho-mpi, libgoho-dev.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(goho_package ${CMAKE_INSTALL_LIBDIR}/cmake/goho)
set(goho_scenarios ${CMAKE_INSTALL_DATADIR}/goho/scenarios)

# "core/number.hpp" is found below include/goho, so that folder is what users get on their include path.
install(TARGETS goho_engine EXPORT goho ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT libgoho-dev
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/goho)
install(DIRECTORY engine/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/goho COMPONENT libgoho-dev
        FILES_MATCHING PATTERN *.hpp PATTERN cli EXCLUDE PATTERN about EXCLUDE PATTERN mpi EXCLUDE PATTERN data EXCLUDE
        PATTERN put_row.hpp EXCLUDE)  # seen by two sources alone, and by nobody who lacks SQLiteCpp
install(EXPORT goho FILE goho-targets.cmake NAMESPACE goho:: DESTINATION ${goho_package} COMPONENT libgoho-dev)
if(TARGET goho)
  install(TARGETS goho RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT goho)
  # Manual pages and completion are what the program says of itself, so it writes them as soon as it is built.
  set(goho_pages ${PROJECT_BINARY_DIR}/pages)
  add_custom_command(OUTPUT ${goho_pages}/made DEPENDS goho VERBATIM COMMENT "Writing manual pages and completion"
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${goho_pages}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${goho_pages}/completion
    COMMAND goho docs --man ${goho_pages}/man
    COMMAND goho completion bash --lang en -o ${goho_pages}/completion/goho
    COMMAND goho completion zsh --lang en -o ${goho_pages}/completion/_goho
    COMMAND goho completion fish --lang en -o ${goho_pages}/completion/goho.fish
    COMMAND ${CMAKE_COMMAND} -E touch ${goho_pages}/made)
  add_custom_target(goho_pages ALL DEPENDS ${goho_pages}/made)
  install(DIRECTORY ${goho_pages}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT goho OPTIONAL PATTERN goho-gui.1 EXCLUDE)
  set(goho_completion ${goho_pages}/completion)
  install(FILES ${goho_completion}/goho DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT goho OPTIONAL)
  install(FILES ${goho_completion}/_goho DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT goho OPTIONAL)
  install(FILES ${goho_completion}/goho.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT goho OPTIONAL)
endif()
# One process of a computation on many machines: started by goho, not by people.
if(TARGET goho-mpi)
  install(TARGETS goho-mpi RUNTIME DESTINATION lib/goho COMPONENT goho-mpi OPTIONAL)
endif()
# The window, and what a desktop needs to know it: its entry in menus, its icon, and the kind of file that it opens.
if(TARGET goho-gui)
  set(gui COMPONENT goho-gui)
  install(TARGETS goho-gui RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} ${gui} OPTIONAL)  # a build of the library alone has none
  install(FILES share/goho-gui.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications ${gui})
  install(FILES share/goho-gui.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps ${gui})
  install(FILES share/goho-gui.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo ${gui})
  install(FILES share/goho-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages ${gui})
  foreach(language "" ja/)
    install(FILES ${PROJECT_BINARY_DIR}/pages/man/${language}man1/goho-gui.1
            DESTINATION ${CMAKE_INSTALL_MANDIR}/${language}man1 ${gui} OPTIONAL)
  endforeach()
endif()
install(DIRECTORY scenarios/ DESTINATION ${goho_scenarios} COMPONENT goho PATTERN expected EXCLUDE)

# The documents lie among each other as they do here, so that their links lead somewhere.
set(goho_documents ${CMAKE_INSTALL_DATADIR}/doc/goho)
install(FILES LICENSE README.md CHANGELOG.md CONTRIBUTING.md DESTINATION ${goho_documents} COMPONENT goho)
install(DIRECTORY docs DESTINATION ${goho_documents} COMPONENT goho PATTERN *.sh EXCLUDE)
install(DIRECTORY docs/cluster/ DESTINATION ${goho_documents}/docs/cluster COMPONENT goho USE_SOURCE_PERMISSIONS)
file(RELATIVE_PATH goho_scenarios_from_documents /${goho_documents} /${goho_scenarios})
file(CREATE_LINK ${goho_scenarios_from_documents} ${PROJECT_BINARY_DIR}/scenarios_of_documents SYMBOLIC)
install(FILES ${PROJECT_BINARY_DIR}/scenarios_of_documents DESTINATION ${goho_documents} RENAME scenarios COMPONENT goho)

configure_package_config_file(cmake/goho-config.cmake.in ${PROJECT_BINARY_DIR}/goho-config.cmake
                              INSTALL_DESTINATION ${goho_package} PATH_VARS goho_scenarios)
# Before version 1 the second number counts what breaks.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/goho-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/goho-config.cmake ${PROJECT_BINARY_DIR}/goho-config-version.cmake
        cmake/FindLibCSV.cmake cmake/FindRandom123.cmake DESTINATION ${goho_package} COMPONENT libgoho-dev)

set(goho_pkgconfig ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH goho_prefix_from_pc /${goho_pkgconfig} /)
string(REGEX REPLACE "/$" "" goho_prefix_from_pc ${goho_prefix_from_pc})
configure_file(cmake/goho.pc.in ${PROJECT_BINARY_DIR}/goho.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/goho.pc DESTINATION ${goho_pkgconfig} COMPONENT libgoho-dev)
