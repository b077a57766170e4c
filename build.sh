#!/usr/bin/env bash
# From a fresh Debian 12 to a working Goho: installs what is missing, builds, and tests or demonstrates.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

build_packages=(
    g++ cmake ninja-build git ca-certificates pkg-config python3
    libboost-dev libboost-serialization-dev libeigen3-dev nlohmann-json3-dev libfmt-dev libcli11-dev libutf8proc-dev libcsv-dev libicu-dev libxlsxwriter-dev
    libtbb-dev librandom123-dev libsqlitecpp-dev libsqlite3-dev libpagmo-dev zlib1g-dev
    qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-translations-l10n
    doctest-dev libbenchmark-dev
)
# Independent programs that the tests compare Goho with, and a desktop for the window's tests.
test_packages=(
    python3-jsonschema hledger ledger beancount libreoffice-calc-nogui
    man-db mandoc zsh fish shellcheck appstream desktop-file-utils dpkg-dev file # readers of manual pages, completion and packages
    chromium poppler-utils tidy # a browser for the report's page, eyes for PDF, a checker of HTML
    xvfb xdotool openbox at-spi2-core dbus gir1.2-atspi-2.0 python3-gi imagemagick fonts-noto-cjk # a screen, and hands and eyes for it
)
# The W3C's checker of HTML is a jar on npm; only the gate fetches it. Without it the test of the page takes tidy.
checker_packages=(openjdk-17-jre-headless curl)
checker_url=https://registry.npmjs.org/vnu-jar/-/vnu-jar-26.9.27.tgz
checker_sha256=5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7
# Several processes at once; without them everything else is built.
mpi_packages=(openmpi-bin libopenmpi-dev libboost-mpi-dev)
package_packages=(dpkg-dev file fakeroot gzip lintian)
package_test_packages=(debootstrap)
# Counts which lines the tests run.
coverage_packages=(gcovr)
# Another compiler, whose program must give the same results.
bytes_packages=(clang-14)
# Its fuzzer, and the checks that run beside it.
fuzz_packages=(clang-14 libclang-rt-14-dev)

usage() {
    cat <<'END'
Usage: ./build.sh COMMAND

  demo   build Goho and compare a shipped company with three variants; files go to out/
  test   build everything and run all tests
  dev    the same tests with address and undefined-behaviour checks (slow)
  bytes  build the program with clang as well; "test" then compares its results with those of g++, byte by byte
  fuzz [SECONDS] [TARGET...]
         feed changed inputs to everything that reads some, with clang's libFuzzer: 60 seconds for each target, or as said;
         GOHO_FUZZ_JOBS=4 does four side by side
  coverage  which lines and branches of the engine the tests run; the report goes to build/coverage/report (slow)
  mutation  change the equations one at a time and see whether a test notices; folders of engine/ may follow (hours)
  build  build the program and the window: build/release/goho and goho-gui
  checker  fetch the W3C's checker of HTML, which "test" then uses for the report's page
  package  make Debian packages: goho, goho-gui, goho-mpi, libgoho-dev; they go to out/packages
  package-test  install them in a fresh Debian 12 of their own, use and remove them (as root, slow)
  deps   install the Debian packages that the commands above need
  deps-to-build  those without which nothing is built or packed
  help   this text

Missing packages are installed by apt-get, as root or through sudo; nothing else is downloaded, except by "checker".
END
}

say() { printf '\n== %s\n' "$*"; }
fail() {
    printf 'build.sh: %s\n' "$*" >&2
    exit 1
}

# Runs a command without input; what it says is shown only when it fails.
quietly() {
    local said
    said=$("$@" 2>&1 </dev/null) || {
        printf '%s\n' "$said" >&2
        return 1
    }
}

install_packages() {
    local missing=() package
    if ! command -v apt-get >/dev/null; then
        fail "this script installs Debian packages and finds no apt-get here.
Install the equivalents of: $*
and then run: cmake --workflow --preset release"
    fi
    for package in "$@"; do
        # shellcheck disable=SC2016  # the dollar belongs to dpkg-query
        [[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" == installed ]] || missing+=("$package")
    done
    ((${#missing[@]})) || return 0

    local as_root=(env)
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "these packages are missing: ${missing[*]}
Run this script as root, or install sudo."
        as_root=(sudo)
        [[ -t 0 ]] || as_root+=(-n) # nobody is there to type a password
        as_root+=(env)
    fi
    as_root+=(DEBIAN_FRONTEND=noninteractive TZ=Etc/UTC)
    say "Installing ${missing[*]}"
    quietly "${as_root[@]}" apt-get -q update || fail "apt-get update failed (is the network there?)"
    quietly "${as_root[@]}" apt-get -q install -y --no-install-recommends "${missing[@]}" ||
        fail "apt-get could not install: ${missing[*]}"
}

# build_preset PRESET TARGET...
build_preset() {
    say "Building preset $1"
    cmake --preset "$1"
    cmake --build --preset "$1" --target "${@:2}" --parallel "$(nproc)"
}

test_preset() {
    install_packages "${build_packages[@]}" "${test_packages[@]}" "${mpi_packages[@]}"
    build_preset "$1" all
    say "Testing preset $1"
    ctest --preset "$1" --parallel "$(nproc)"
}

# Known by its sum, so that nothing else can take its place.
fetch_checker() {
    local tools=build/tools archive
    [[ ! -e $tools/vnu.jar ]] || return 0
    install_packages "${checker_packages[@]}"
    archive=$(mktemp)
    say "Fetching the checker of HTML"
    curl -fsSL --retry 3 -o "$archive" "$checker_url"
    echo "$checker_sha256  $archive" | sha256sum --check --quiet
    mkdir -p "$tools"
    tar -xzf "$archive" -C "$tools" --strip-components=3 package/build/dist/vnu.jar
    rm "$archive"
}

package() {
    install_packages "${build_packages[@]}" "${mpi_packages[@]}" "${package_packages[@]}"
    build_preset package all
    rm -rf out/packages
    cpack --config build/package/CPackConfig.cmake -G DEB -B out/packages
    rm -rf out/packages/_CPack_Packages
    say "Packages"
    lintian --fail-on error,warning out/packages/*.deb
    ls -l out/packages
}

demo() {
    install_packages "${build_packages[@]}"
    build_preset release goho
    local goho=build/release/goho folder=scenarios/manufacturer variant files=()
    local variants=(base price_up outsourced_back_office equipment_loan)

    say "A manufacturer of 30 people, and three things it could do"
    "$goho" compare "$folder/base.json" "$folder/price_up.json" "$folder/outsourced_back_office.json" "$folder/equipment_loan.json"

    mkdir -p out
    for variant in "${variants[@]}"; do
        "$goho" run "$folder/$variant.json" --format json -o "out/$variant.json"
        "$goho" run "$folder/$variant.json" --format csv -o "out/$variant.csv"
        files+=("out/$variant.json" "out/$variant.csv")
    done
    say "Statements of each, month by month"
    ls -l "${files[@]}"
}

fuzz() {
    local seconds=${1:-60}
    [[ $seconds =~ ^[1-9][0-9]*$ ]] || fail "how many seconds for each target? ./build.sh fuzz 60 scenario"
    install_packages "${build_packages[@]}" "${fuzz_packages[@]}"
    build_preset fuzz fuzz
    say "Fuzzing, $seconds seconds for each target"
    python3 tests/fuzz/run.py build/fuzz "$seconds" "${@:2}"
}

coverage() {
    local folder=build/coverage
    install_packages "${build_packages[@]}" "${test_packages[@]}" "${mpi_packages[@]}" "${coverage_packages[@]}"
    build_preset coverage goho goho-mpi goho_tests
    find "$folder" -name '*.gcda' -delete
    say "Testing preset coverage"
    ctest --preset coverage --parallel "$(nproc)" || say "Some tests fail; the report is made all the same"
    mkdir -p "$folder/report"
    gcovr --root . --filter engine/ --object-directory "$folder" -j "$(nproc)" --exclude-throw-branches --exclude-unreachable-branches \
        --html-details "$folder/report/index.html" --json-summary "$folder/summary.json" "$folder/engine" "$folder/tests"
    say "Coverage by folder"
    python3 tests/coverage/by_folder.py "$folder/summary.json"
}

mutation() {
    install_packages "${build_packages[@]}"
    GOHO_MUTATION_JOBS=${GOHO_MUTATION_JOBS:-$(nproc)} python3 tests/mutation/run.py "$@"
}

case "${1:-help}" in
demo) demo ;;
test) test_preset release ;;
dev) test_preset dev ;;
build)
    install_packages "${build_packages[@]}"
    build_preset release goho goho-gui
    ;;
bytes)
    install_packages "${build_packages[@]}" "${bytes_packages[@]}"
    build_preset clang goho
    ;;
fuzz) fuzz "${@:2}" ;;
coverage) coverage ;;
mutation) mutation "${@:2}" ;;
checker) fetch_checker ;;
package) package ;;
package-test)
    install_packages "${package_test_packages[@]}"
    package
    tests/package/chroot_test.sh out/packages
    ;;
deps) install_packages "${build_packages[@]}" "${test_packages[@]}" "${mpi_packages[@]}" ;;
deps-to-build) install_packages "${build_packages[@]}" "${package_packages[@]}" ;;
help | -h | --help) usage ;;
*)
    usage >&2
    exit 2
    ;;
esac
