#!/usr/bin/env bash
# The packages in a fresh Debian 12: installed by apt with their dependencies, used by an ordinary user, purged again.
# Needs root, debootstrap and a mirror (that of this machine, as apt knows it). Run by `./build.sh package-test`.
# Usage: tests/package/chroot_test.sh FOLDER_OF_PACKAGES [FOLDER_TO_WORK_IN]
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
packages=$(cd "$1" && pwd)
work=${2:-$source/build/chroot}
release=bookworm
((EUID == 0)) || { echo "chroot_test: root is needed for a root of its own" >&2; exit 77; }
command -v debootstrap >/dev/null || { echo "chroot_test: debootstrap is missing" >&2; exit 77; }

# What apt on this machine fetches Debian from: the address, and the whole of its lists for the updates.
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Created-By: Packages" "Codename: $release" 2>/dev/null | sort -u | head -1)
[[ -n $mirror ]] || mirror=$(apt-get indextargets --format '$(SITE)/debian' "Created-By: Packages" "Suite: *stable*" 2>/dev/null | sort -u | head -1)
[[ -n $mirror ]] || { echo "chroot_test: apt knows no mirror of $release here" >&2; exit 77; }

root=$work/root
mkdir -p "$work"
finish() {
    umount -q "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$root"
}
trap finish EXIT
finish
say() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
user() { chroot --userspec=planner:planner "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/srv/planner LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen bash -c "cd; $*"; }
expect() { # WHAT is said by COMMAND...
    local said wanted=$1
    shift
    said=$(user "$*" 2>&1) || { printf 'FAILED: %s\n%s\n' "$*" "$said"; exit 1; }
    [[ $said == *"$wanted"* ]] || { printf 'FAILED: %s does not say "%s" but\n%s\n' "$*" "$wanted" "$said"; exit 1; }
    printf 'ok    %s\n' "$*"
}
files() { (cd "$root" && find . -path ./proc -prune -o -path ./var/lib/apt/lists -prune -o -path ./var/cache/apt -prune -o \( -type f -o -type l -o -type d \) -print | sort); }

say "A fresh Debian 12"
[[ -f $work/base.tar ]] || debootstrap --variant=minbase --make-tarball="$work/base.tar" "$release" "$work/fetching" "$mirror" >"$work/debootstrap.log"
debootstrap --variant=minbase --unpack-tarball="$work/base.tar" "$release" "$root" "$mirror" >>"$work/debootstrap.log"
mount -t proc proc "$root/proc"
rm -f "$root"/etc/dpkg/dpkg.cfg.d/*  # a minimal root may leave documents out
printf 'deb %s %s main\n' "$mirror" "$release" "$mirror" "$release-updates" >"$root/etc/apt/sources.list"
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
inside apt-get -q update >"$work/apt.log"
inside useradd --create-home --home-dir /srv/planner planner
# What a person has anyway: a reader of manual pages, completion. Installed first, so that it is not counted as ours.
inside apt-get -q install -y --no-install-recommends man-db bash-completion ca-certificates >>"$work/apt.log"

say "Installing"
mkdir "$root/packages"
cp "$packages"/*.deb "$root/packages/"
inside dpkg-query -W -f '${Package}\n' | sort >"$work/packages_before"
files >"$work/before"
inside bash -c 'apt-get -q install -y --no-install-recommends /packages/goho_*.deb /packages/goho-gui_*.deb' >>"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; exit 1; }
inside dpkg-query -W -f '${Package}\n' | sort >"$work/packages_after"
printf '%s packages with all dependencies, %s of them ours\n' "$(comm -13 "$work/packages_before" "$work/packages_after" | wc -l)" \
    "$(comm -13 "$work/packages_before" "$work/packages_after" | grep -c '^goho')"
[[ $(inside dpkg --audit) == "" ]] && inside dpkg --verify goho goho-gui && echo "ok    dpkg --audit, dpkg --verify"

say "As an ordinary user"
version=$(dpkg-deb -f "$(ls "$packages"/goho_*.deb)" Version)
expect "goho ${version%-*}" goho --version
expect "goho-gui ${version%-*}" goho-gui --version
S=/usr/share/goho/scenarios/manufacturer
expect "Prices +3%" goho compare $S/base.json $S/price_up.json $S/outsourced_back_office.json $S/equipment_loan.json
for name in base price_up investment_plan; do
    user goho run $S/$name.json --format json -o $name.json
    same=$(python3 "$source/tests/package/same_figures.py" "$root/srv/planner/$name.json" "$source/scenarios/manufacturer/expected/$name.csv") || { echo "FAILED: $name: $same"; exit 1; }
    echo "ok    $name as expected: $same"
done
expect "ordinary_income" "goho batch /usr/share/goho/scenarios/wholesaler -o all.sqlite --csv all.csv >/dev/null && head -1 all.csv"
expect "GOHO-BATCH(1)" "man goho-batch"
expect "五方" "man -L ja goho-batch 2>/dev/null || LC_ALL=C.UTF-8 man /usr/share/man/ja/man1/goho-batch.1.gz"
expect "GOHO-SCENARIO(5)" "man 5 goho-scenario"
expect "GOHO-GUI(1)" "man goho-gui"
expect "10" "goho montecarlo $S/base.json --defaults --trials 500"
expect "overview" "goho-gui --shots shots $S/base.json && ls shots"
expect "%PDF" "goho report $S/base.json $S/price_up.json -o plan.pdf && head -c 4 plan.pdf"
expect "application/x-goho-scenario+json" "grep -rh x-goho-scenario /usr/share/mime/packages/goho-mime.xml"
completed=$(user 'source /usr/share/bash-completion/bash_completion; _completion_loader goho; COMP_WORDS=(goho run --un); COMP_CWORD=2; _goho goho; echo "${COMPREPLY[*]}"')
[[ $completed == --unit ]] && echo "ok    bash completes goho run --un" || { echo "FAILED: completion says $completed"; exit 1; }
expect "" "cd /usr/share/doc/goho && ls -L README.md docs/README.ja.md scenarios/README.md docs/guide/install.md docs/guide/pictures/ja/overview.png LICENSE"
wrong=$(user 'for f in $(find /usr/share/goho/scenarios -name "*.json" -not -path "*/schema/*"); do goho validate $f >/dev/null 2>&1 || echo $f; done')
[[ -z $wrong ]] && echo "ok    every installed scenario is valid" || { echo "FAILED: $wrong"; exit 1; }

if ls "$packages"/libgoho-dev_*.deb >/dev/null 2>&1 && [[ ${GOHO_CHROOT_LIBRARY:-1} == 1 ]]; then
    say "The library, with a compiler"
    inside bash -c 'apt-get -q install -y --no-install-recommends /packages/libgoho-dev_*.deb g++ cmake make' >>"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; exit 1; }
    mkdir "$root/srv/planner/consumer"
    cp "$source"/tests/library/consumer/* "$root/srv/planner/consumer/"
    inside chown -R planner:planner /srv/planner/consumer
    expect "net present value" "cd consumer && cmake -B build -DCMAKE_BUILD_TYPE=Release . >/dev/null && cmake --build build >/dev/null && build/plan $S/base.json"
fi

if ls "$packages"/goho-mpi_*.deb >/dev/null 2>&1; then
    say "Several processes"
    inside bash -c 'apt-get -q install -y --no-install-recommends /packages/goho-mpi_*.deb openmpi-bin' >>"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; exit 1; }
    expect "the same bytes" "mpirun --oversubscribe -n 3 goho batch /usr/share/goho/scenarios/wholesaler -o together.sqlite >/dev/null && cmp all.sqlite together.sqlite && echo the same bytes"
fi

say "Removing"
mapfile -t ours < <(inside dpkg-query -W -f '${Package}\n' | grep -E '^(lib)?goho')
inside apt-get -q purge -y "${ours[@]}" >>"$work/apt.log" 2>&1 || { tail -20 "$work/apt.log"; exit 1; }
inside apt-get -q autoremove --purge -y >>"$work/apt.log" 2>&1
echo "ok    purged: ${ours[*]}"
rm -rf "$root/srv/planner"
files >"$work/after"
comm -13 "$work/before" "$work/after" | grep -i goho >"$work/left" || true
[[ -s $work/left ]] && { echo "FAILED: left behind:"; head -20 "$work/left"; exit 1; }
echo "ok    no file of ours remains ($(comm -13 "$work/before" "$work/after" | grep -c . || true) files of other packages, caches and logs differ)"
say "The packages serve"
