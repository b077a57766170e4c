# Called by CPack when the components lie in their folders and before they are packed: adds what every Debian package
# has, and compresses what Debian compresses. The date is that of SOURCE_DATE_EPOCH or of the commit.
cmake_policy(SET CMP0009 NEW)  # links are left alone
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND git -C ${CPACK_GOHO_SOURCE} log -1 --format=%ct OUTPUT_VARIABLE epoch ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT epoch)
    file(TIMESTAMP ${CPACK_GOHO_SOURCE}/CHANGELOG.md epoch "%s")
  endif()
  set(ENV{SOURCE_DATE_EPOCH} ${epoch})
endif()
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component})
  set(documents ${root}/usr/share/doc/${component})
  file(COPY ${CPACK_GOHO_SOURCE}/share/debian/copyright DESTINATION ${documents} FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  file(WRITE ${documents}/changelog.Debian
"goho (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Goho ${CPACK_PACKAGE_VERSION}; /usr/share/doc/goho/CHANGELOG.md says what is new.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
  file(GLOB overrides ${CPACK_GOHO_SOURCE}/share/debian/${component}.lintian-overrides)
  foreach(overridden IN LISTS overrides)
    file(MAKE_DIRECTORY ${root}/usr/share/lintian/overrides)
    file(COPY_FILE ${overridden} ${root}/usr/share/lintian/overrides/${component})
  endforeach()
  set(compressed ${documents}/changelog.Debian)
  if(component STREQUAL "goho")
    file(COPY_FILE ${documents}/CHANGELOG.md ${documents}/changelog)
    list(APPEND compressed ${documents}/changelog)
    # Debian has the text of the licence once for all packages.
    file(REMOVE ${documents}/LICENSE)
    file(CREATE_LINK ../../common-licenses/GPL-3 ${documents}/LICENSE SYMBOLIC)
  endif()
  file(GLOB_RECURSE pages ${root}/usr/share/man/*.[1-9])
  execute_process(COMMAND gzip -9nf ${compressed} ${pages} COMMAND_ERROR_IS_FATAL ANY)
  file(GLOB_RECURSE all LIST_DIRECTORIES true ${root}/*)
  foreach(path IN LISTS all)
    if(IS_DIRECTORY ${path} AND NOT IS_SYMLINK ${path})
      file(CHMOD ${path} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    endif()
  endforeach()
endforeach()
