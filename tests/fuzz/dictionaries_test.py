"""The dictionaries of the fuzzing targets hold the names of the present tables."""
import sys

import make_dictionaries as made

old = [file for file, text in made.texts().items()
       if not (made.PLACE / file).exists() or (made.PLACE / file).read_text(encoding="utf-8") != text]
for file in old:
    print(f"tests/fuzz/dictionaries/{file} is old: python3 tests/fuzz/make_dictionaries.py writes it anew")
sys.exit(1 if old else 0)
