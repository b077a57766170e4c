"""Every picture that a page names is there, has words beside it and is small; every guide of the window has some; none lies
about unused; and the script that makes them makes all of them."""
import os
import re
import sys
from pathlib import Path

source = Path(os.environ["GOHO_SOURCE_DIR"])
pages = [source / "README.md", *sorted((source / "docs").rglob("*.md"))]
wrong, used = [], set()
for page in pages:
    name = page.relative_to(source)
    named = re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    for words, target in named:
        picture = (page.parent / target).resolve()
        used.add(picture)
        if not words:
            wrong.append(f"{name}: {target} has no words for those who cannot see it")
        if not picture.is_file():
            wrong.append(f"{name}: there is no {target}")
        elif picture.suffix == ".png" and picture.stat().st_size > 150_000:
            wrong.append(f"{name}: {target} has {picture.stat().st_size} bytes: run docs/guide/pictures.sh")
    for language in ("en", "ja"):
        of_language = [target for _, target in named if f"/{language}/" in target]
        if page.name in ("window.md", "consultant.md") and not of_language:
            wrong.append(f"{name}: no picture in {language}")
for page, language in ((source / "README.md", "en"), (source / "docs/README.ja.md", "ja")):
    if page.read_text(encoding="utf-8").count(f"guide/pictures/{language}/") < 4:
        wrong.append(f"{page.name}: fewer than four pictures")

folder = source / "docs/guide/pictures"
there = {picture.resolve() for picture in folder.rglob("*.png")}
wrong += [f"{picture.relative_to(source)} is shown nowhere" for picture in sorted(there - used)]
made = re.search(r"^pages=\(([^)]*)\)", (source / "docs/guide/pictures.sh").read_text(encoding="utf-8"), re.M)[1].split()
expected = {(folder / language / f"{page}.png").resolve() for language in ("en", "ja") for page in made}
wrong += [f"{picture.relative_to(source)} is not made by docs/guide/pictures.sh" for picture in sorted(there - expected)]
print("\n".join(wrong) or f"{len(used)} pictures are there")
sys.exit(1 if wrong else 0)
