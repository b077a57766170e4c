#!/usr/bin/env bash
# Makes the pictures of the guides and the READMEs anew from the running program: docs/guide/pictures.sh [GOHO_GUI]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${1:-build/release/goho-gui}
goho=$(dirname "$program")/goho
samples=scenarios/import_samples
pages=(overview compare statements cost evaluation disconnects roadmap present_2 problems import_2 actuals actuals_3 decide)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for language in en ja; do
    folder=docs/guide/pictures/$language
    mkdir -p "$folder"
    QT_QPA_PLATFORM=offscreen "$program" --shots "$scratch/$language" --lang "$language" --theme light --size 1280x720 \
        scenarios/manufacturer/{base,investment_plan,price_up,equipment_loan}.json
    QT_QPA_PLATFORM=offscreen "$program" --shots "$scratch/$language" --lang "$language" --theme light --size 1280x720 \
        "$samples"/goho_"$language"/{pl,bs}.csv
    # An imported company with six actual months; of its pages only those with actuals are kept.
    name=さくら製作所; if [ "$language" = en ]; then name="Sakura Works"; fi
    "$goho" import trial-balance "$samples"/yayoi_months/2026-0[4-8].txt --name "$name" -o "$scratch/$language/company.json" >/dev/null
    "$goho" actuals "$scratch/$language/company.json" --from-trial-balance "$samples"/yayoi_months/2026-09.txt \
        -o "$scratch/$language/september.json" >/dev/null
    QT_QPA_PLATFORM=offscreen "$program" --shots "$scratch/$language/september" --lang "$language" --theme light --size 1280x720 \
        "$scratch/$language/september.json"
    mv "$scratch/$language/september"/actuals*.png "$scratch/$language"
    # A file with problems gives a picture of their list, and exit code 3.
    QT_QPA_PLATFORM=offscreen "$program" --shots "$scratch/$language" --lang "$language" --theme light --size 1280x720 \
        tests/malformed/94-many-problems-at-once.json 2>/dev/null || test $? -eq 3
    for page in "${pages[@]}"; do
        # 128 colours are enough for lines and letters, and a quarter of the size.
        if command -v pngquant >/dev/null; then
            pngquant --force --strip --speed 1 128 --output "$folder/$page.png" "$scratch/$language/$page.png"
        else
            convert "$scratch/$language/$page.png" -dither None -colors 128 -strip "PNG8:$folder/$page.png"
        fi
    done
done
