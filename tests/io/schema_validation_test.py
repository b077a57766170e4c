"""Every shipped scenario is valid by the JSON Schema, judged by a validator that is not ours; wrong ones are not."""
import os
import pathlib
import sys

import validate_schema

source = pathlib.Path(os.environ["GOHO_SOURCE_DIR"])
schema = source / "scenarios/schema/goho-scenario-1.schema.json"
# Expected results lie beside the scenarios; only what says "format" or "extends" is a scenario.
scenarios = [
    file for file in sorted((source / "scenarios").rglob("*.json"))
    if file.parent != schema.parent and validate_schema.is_scenario(file)
]
sound = [source / "tests/malformed/parts" / name for name in ("sound.json", "uncertain.json")]
wrong = [
    file for file in sorted((source / "tests/malformed").glob("*.json"))
    if file.stem[3:] in {
        "not-an-object", "a-number", "extends-no-text", "nothing-given", "format-missing", "format-2", "format-as-text",
        "unknown-section", "unknown-top-level", "name-in-a-third-language", "name-as-number", "section-as-list",
        "section-as-text", "item-as-number", "bad-ids", "misspelt-key", "unknown-key-list", "wrong-types", "number-in-quotes",
        "money-for-a-volume", "percent-for-money", "price-below-zero", "percent-as-whole-number", "half-a-month",
        "months-too-many", "fiscal-year-month-13", "months-in-other-forms", "misspelt-option", "text-too-long",
        "many-problems-at-once", "uncertainty-pointers", "uncertainty-distributions", "uncertainty-correlations", "uncertainty-paths",
    }
]
assert len(wrong) == 34, len(wrong)
sys.exit(validate_schema.main([str(schema), *map(str, scenarios + sound), "-", *map(str, wrong)]))
