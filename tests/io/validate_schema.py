"""Checks the JSON Schema of scenario files with an independent validator, and scenario files against it.

usage: validate_schema.py SCHEMA [SCENARIO...]
A line "-" among the scenarios turns the sense: the files behind it must be refused.
Exit code: 0 all as expected, 1 not, 77 the validator is not installed (Debian: python3-jsonschema).
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)


def is_scenario(path):
    with open(path, encoding="utf-8-sig") as file:
        content = json.load(file)
    return isinstance(content, dict) and ("format" in content or "extends" in content)


def main(arguments):
    if not arguments:
        print(__doc__)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failures = 0
    expect_valid = True
    for path in arguments[1:]:
        if path == "-":
            expect_valid = False
            continue
        with open(path, encoding="utf-8-sig") as file:
            errors = sorted(validator.iter_errors(json.load(file)), key=lambda error: list(map(str, error.path)))
        if expect_valid:
            for error in errors:
                print(f"{path}: /{'/'.join(map(str, error.path))}: {error.message[:300]}")
            failures += bool(errors)
        elif not errors:
            print(f"{path}: the schema accepts it, although it must not")
            failures += 1
    print(f"{len(arguments) - 1} arguments, {failures} not as expected")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
