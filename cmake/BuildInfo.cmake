cmake_minimum_required(VERSION 3.25)  # run as a script, which knows no policies otherwise
# Writes what about/about.hpp calls Build: the commit of SOURCE, when SOURCE is the checkout of a repository of its own.
# The file is touched only when it changes. No clock is in it: the date is that of
# SOURCE_DATE_EPOCH or of the commit, so that the same source gives the same program.
set(commit "")
set(date "")
set(changed false)
find_program(GIT git)
if(GIT)
  execute_process(COMMAND ${GIT} -C ${SOURCE} rev-parse --show-toplevel HEAD OUTPUT_VARIABLE said ERROR_QUIET
                  OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
  string(REGEX MATCH "^(.*)\n([0-9a-f]+)$" known "${said}")
  if(NOT failed AND known)
    set(commit ${CMAKE_MATCH_2})
    file(REAL_PATH "${CMAKE_MATCH_1}" checkout)
    file(REAL_PATH ${SOURCE} here)
    if(checkout STREQUAL here)
      execute_process(COMMAND ${GIT} --no-optional-locks -C ${SOURCE} status --porcelain --untracked-files=no
                      OUTPUT_VARIABLE differs ERROR_QUIET)
      if(differs)
        set(changed true)
      endif()
    else()
      set(commit "")  # someone else's repository, in which an unpacked archive lies
    endif()
  endif()
endif()
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  string(TIMESTAMP date "%Y-%m-%d" UTC)
elseif(commit)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env TZ=UTC0 ${GIT} -C ${SOURCE} log -1 --format=%cd --date=format-local:%Y-%m-%d
                  OUTPUT_VARIABLE date ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT
"#include \"about/about.hpp\"

const goho::about::Build goho::about::build{\"@commit@\", @changed@, \"@date@\"};
")
