"""A name of a header is one type in its namespace: two of one name in two headers link, and then break what they hold."""
import re

import rule

NAMESPACE = re.compile(r"^namespace ([\w:]+) \{")
TYPE = re.compile(r"^(?:template <[^;{]*>\s*)?(?:struct|class|enum class) (\w+)(?: final)?(?: : [^{]*)?\s*\{")
CLOSING = re.compile(r"^\}  // namespace")


def types_of(root, path):
    spaces = []
    for number, line in rule.numbered_lines(root, path):
        opened = NAMESPACE.match(line)
        if opened:
            spaces.append(opened.group(1))
        elif CLOSING.match(line) and spaces:
            spaces.pop()
        else:
            found = TYPE.match(line)
            if found:
                yield "::".join([*spaces, found.group(1)]), number


def names_once(root):
    complaints, known = [], {}
    for path in rule.files(root, ["engine", "gui"], (".hpp",)):
        for name, number in types_of(root, path):
            if name in known and known[name] != path:
                complaints.append(f"{path}:{number}: {name} is also a type of {known[name]}")
            known.setdefault(name, path)
    return complaints


HEAD = "namespace goho::a {\n\n"
FOOT = "\n}  // namespace goho::a\n"
VIOLATIONS = {
    "two structs": {"engine/a/x.hpp": HEAD + "struct One {\n};\n" + FOOT},
    "a class beside a struct": {"gui/a/x.hpp": HEAD + "class One final : public Two {\n};\n" + FOOT},
    "an enumeration beside a struct": {"engine/a/y.hpp": HEAD + "enum class One { x };\n" + FOOT},
}
SOUND = {
    "engine/a/b.hpp": HEAD + "struct One {\n};\nstruct Later;\n" + FOOT,
    "engine/a/c.hpp": HEAD + "struct Later {\n};\nstruct One;\n" + FOOT,
    "engine/c/b.hpp": "namespace goho::c {\n\nstruct One {\n};\n\n}  // namespace goho::c\n",
}

rule.main(names_once, VIOLATIONS, SOUND)
