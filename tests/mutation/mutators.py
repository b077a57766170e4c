"""Finds what can be changed in an equation and writes the changes into a copy of its source, all at once.

Works on the text: the tree is laid out by clang-format, so an operator between two operands has a blank on either
side, and nothing else has. Only bodies of functions are touched; tables, declarations, loop headers, conditions of
`if constexpr` and constants of the compiler stay as they are.
"""
import bisect
import re
from dataclasses import dataclass, field

TOKEN = re.compile(r'''
    (?P<space>\s+|\\\n) | (?P<comment>//[^\n]*|/\*.*?\*/) | (?P<pre>^[ ]*\#(?:\\\n|[^\n])*)
  | (?P<string>R"\(.*?\)"|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
  | (?P<number>(?:0[xX][0-9a-fA-F.']+(?:[pP][+-]?\d+)?|\d[\d']*\.?\d*(?:[eE][+-]?\d+)?|\.\d+)[uUlLfF]*)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<sign><=>|<<=|>>=|->\*|\.\.\.|::|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|.)
''', re.X | re.S | re.M)

BINARY = {"+": ("-", "left operand"), "-": ("+", "left operand"), "*": ("/", "left operand"), "/": ("*", "left operand"),
          "%": ("/", "left operand"), "<": ("<=", ">="), ">": (">=", "<="), "<=": ("<", ">"), ">=": (">", "<"),
          "==": ("!=",), "!=": ("==",)}
ALONE = "left out"
# What stands for a call instead: another function of the same arguments, or the number of an argument.
CALLS = {"min": ("max",), "max": ("min",), "whole_yen": ("drop_fraction", 0), "drop_fraction": ("whole_yen", 0),
         "drop_below": (0,), "positive_part": (0,), "abs": (0,), "floor": ("ceil",), "ceil": ("floor",), "clamp": (0,),
         "select": (1, 2), "divide_or": (2,)}
ARGUMENTS = {"min": 2, "max": 2, "select": 3, "divide_or": 3, "clamp": 3, "drop_below": 2}
OPENING, CLOSING = {"(": ")", "[": "]", "{": "}"}, {")", "]", "}"}


@dataclass
class Token:
    kind: str
    text: str
    at: int
    line: int


@dataclass
class Mutant:
    id: int
    file: str
    line: int
    column: int
    before: str
    after: str
    idle: bool = False  # changes nothing: what is carried has not moved yet

    @property
    def mutator(self):
        return f"{self.before} -> {self.after}"


@dataclass
class Source:
    """One file, its tokens without blanks, and what can be changed in it."""
    path: str
    text: str
    first_id: int
    left_alone: frozenset = frozenset()  # lines that do not compile with a change in them
    mutants: list = field(default_factory=list)

    def __post_init__(self):
        starts = [0] + [m.end() for m in re.finditer("\n", self.text)]
        self.starts = starts
        self.tokens = [Token(m.lastgroup, m.group(), m.start(), bisect.bisect_right(starts, m.start()))
                       for m in TOKEN.finditer(self.text) if m.lastgroup not in ("space", "comment", "pre")]
        self.partner = self._partners()
        self.bodies = self._bodies()
        self.skipped = self._skipped()

    # Structure ---------------------------------------------------------------------------------------------

    def _partners(self):
        partner, open_ones = {}, []
        for i, token in enumerate(self.tokens):
            if token.text in OPENING and token.kind == "sign":
                open_ones.append(i)
            elif token.text in CLOSING and token.kind == "sign" and open_ones:
                j = open_ones.pop()
                partner[i], partner[j] = j, i
        return partner

    def _is_body(self, i):
        before = i - 1
        while before > 0 and self.tokens[before].text in ("const", "noexcept", "override", "mutable"):
            before -= 1
        if self.tokens[before].text == ")":
            return True
        if self.tokens[before].text == "]" and self.tokens[i - 1].text == "]":
            return self.tokens[self.partner[before] - 1].text in ("=", "(", ",", "return", "{")  # a lambda without arguments
        while before > 0 and (self.tokens[before].kind == "name" or self.tokens[before].text in ("::", "<", ">", ">>", "*", "&", ",")):
            before -= 1
        return self.tokens[before].text == "->" and self.tokens[before - 1].text == ")"

    def _bodies(self):
        found, end = [], -1
        for i, token in enumerate(self.tokens):
            if i > end and token.text == "{" and self._is_body(i):
                end = self.partner[i]
                found.append((i, end))
        return found

    def _skipped(self):
        skipped = set()
        for i, token in enumerate(self.tokens):
            before = self.tokens[i - 1].text if i else ""
            after = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
            if token.text == "for" or (token.text == "constexpr" and before == "if") or token.text in ("static_assert", "assert", "reserve", "requires"):
                start = i + 1
                if after == "(":
                    skipped.update(range(start, self.partner[start] + 1))
            elif token.text == "constexpr" or (token.text == "static" and after == "constexpr"):
                skipped.update(range(i, self._find(i, ";")))
            elif token.text == "case":
                skipped.update(range(i, self._find(i, ":")))
        return skipped

    def _find(self, i, text):
        """The next token of that text on this level, or the end of the level."""
        while i < len(self.tokens) and self.tokens[i].text != text and self.tokens[i].text not in CLOSING:
            i = self.partner.get(i, i) + 1 if self.tokens[i].text in OPENING else i + 1
        return i

    # Rewriting ---------------------------------------------------------------------------------------------

    def rewritten(self):
        out, done = [], 0
        for start, end in self.bodies:
            at = self.tokens[start].at
            out.append(self.text[done:at])
            self.now_next, self.moved = None, {}
            out.append(self._render(start, end + 1))
            done = self.tokens[end].at + 1
        return "".join(out) + self.text[done:]

    def _spaced(self, i):
        token = self.tokens[i]
        return self.text[token.at - 1].isspace() and self.text[token.at + len(token.text)].isspace()

    def _gap(self, i):
        """Blanks and comments between token i and the one before it."""
        token, last = self.tokens[i], self.tokens[i - 1]
        return self.text[last.at + len(last.text):token.at]

    def _new(self, i, *afters):
        """Numbers for changes of token i; nothing where its line is to be left alone."""
        token = self.tokens[i]
        if token.line in self.left_alone or i in self.skipped:
            return None
        column = token.at - self.starts[token.line - 1] + 1
        first = self.first_id + len(self.mutants)
        for k, after in enumerate(afters):
            self.mutants.append(Mutant(first + k, self.path, token.line, column, token.text, str(after)))
        return first

    def _render(self, start, end, memo=None):
        """The text of tokens start..end-1, changes written in; blanks before the first token are the caller's."""
        out, i = [], start
        while i < end:
            gap = self._gap(i) if i > start else ""
            text, following = self._piece(i, end)
            out.append(gap + text)
            i = following
        return "".join(out)

    def _piece(self, i, end):
        token = self.tokens[i]
        for rule in (self._call, self._if, self._short_circuit, self._condition_before_question, self._carried):
            found = rule(i, end)
            if found:
                return found
        return self._single(i), i + 1

    def _single(self, i):
        token, text = self.tokens[i], self.tokens[i].text
        before = self.tokens[i - 1]
        if token.kind == "number":
            return self._number(i)
        if text in ("true", "false") and token.kind == "name":
            id = self._new(i, "false" if text == "true" else "true")
            return text if id is None else f"goho_mutation::opposite({id}, {text})"
        if text in BINARY and self._spaced(i) and before.text not in ("template", "operator", "=", ",", "(", "return"):
            id = self._new(i, *BINARY[text])
            return text if id is None else f"{text} goho_mutation::Site{{{id}}} {text}"
        if text in ("+=", "-="):
            id = self._new(i, "-=" if text == "+=" else "+=", ALONE)
            return text if id is None else f"{text} goho_mutation::Added{{{id}}} ="
        if text in ("*=", "/="):
            id = self._new(i, ALONE)
            return text if id is None else f"{text} goho_mutation::Scaled{{{id}}} ="
        if text == "-" and not self._spaced(i) and before.text in ("=", "(", ",", "return", "+", "-", "?", ":", "{", "<", ">"):
            id = self._new(i, ALONE)
            return text if id is None else f"goho_mutation::Minus{{{id}}} * "
        return text

    def _number(self, i):
        token = self.tokens[i]
        before, after = self.tokens[i - 1].text, self.tokens[i + 1].text
        in_template = (before == "<" and not self._spaced(i - 1)) or (after in (">", ">>") and not self._spaced(i + 1))
        if in_template or before in ("<<", ">>") or token.text[:2] in ("0x", "0X") or token.text[-1] in "uUlLfF":
            return token.text
        if re.search(r"[.eE]", token.text):
            value = float(token.text.replace("'", ""))
            afters = ("1",) if value == 0 else ("0", "x100") if abs(value) < 1e-3 else ("0", "x1.1")
            id = self._new(i, *afters)
            return token.text if id is None else f"goho_mutation::value({id}, {token.text})"
        if after == "]" and before == "[" and self.tokens[i - 2].text in (")", ">"):
            return token.text
        value = int(token.text.replace("'", ""))
        afters = (value + 1, value - 1) if value > 0 else (1,)
        id = self._new(i, *afters)
        return token.text if id is None else f"goho_mutation::whole({id}, {token.text})"

    def _arguments(self, opening):
        """Where the arguments of a call begin and end."""
        closing, parts, start = self.partner[opening], [], opening + 1
        while start < closing:
            stop = self._find(start, ",")
            parts.append((start, stop))
            start = stop + 1
        return parts

    def _call(self, i, end):
        name, before = self.tokens[i].text, self.tokens[i - 1].text
        if name not in CALLS or self.tokens[i].kind != "name" or before in (".", "->") or self.tokens[i + 1].text != "(":
            return None
        qualified = before == "::"
        if qualified and self.tokens[i - 2].text not in ("std", "goho"):
            return None
        parts = self._arguments(i + 1)
        if len(parts) != ARGUMENTS.get(name, 1) or self.tokens[i + 2].text == "{":
            return None
        opening, closing = i + 1, self.partner[i + 1]
        if qualified and self.tokens[i - 2].text == "goho" or not qualified:
            prefix = "goho::" if qualified else ""
        else:
            prefix = "std::"
        # Qualified names are written whole by the alternative, so the prefix before them has to mean nothing.
        afters = [a if isinstance(a, str) else f"argument {a + 1}" for a in CALLS[name]]
        id = self._new(i, *afters)
        if id is None:
            return None
        inner = self._render(opening, closing + 1)
        alternatives = []
        for k, other in enumerate(CALLS[name]):
            if isinstance(other, str):
                text = f"{prefix}{other}{inner}"
            else:
                text = f"({self._render_quietly(*parts[other])})"
            alternatives.append(f"goho_mutation::on({id + k}) ? {text} : ")
        whole = "(" + "".join(alternatives) + f"{prefix}{name}{inner})"
        return ("\x00" if qualified else "") + whole, closing + 1

    def _render_quietly(self, start, end):
        """The tokens as they are, without changes (the changed call has taken them already)."""
        return self.text[self.tokens[start].at:self.tokens[end - 1].at + len(self.tokens[end - 1].text)]

    def _if(self, i, end):
        token = self.tokens[i]
        if token.text not in ("if", "while") or self.tokens[i + 1].text != "(" or i + 1 in self.skipped:
            return None
        opening, closing = i + 1, self.partner[i + 1]
        inside = [t.text for t in self.tokens[opening + 1:closing]]
        if ";" in inside or "=" in inside or token.text == "while":
            return None
        if any(t in BINARY and self._spaced(opening + 1 + k) for k, t in enumerate(inside)) and "&&" not in inside and "||" not in inside:
            return None  # a comparison alone is turned round by itself
        id = self._new(i, "opposite condition")
        if id is None:
            return None
        return f"if (goho_mutation::opposite({id}, static_cast<bool>{self._render(opening, closing + 1)}))", closing + 1

    def _short_circuit(self, i, end):
        token = self.tokens[i]
        if token.text not in ("&&", "||") or not self._spaced(i):
            return None
        stops = {"&&": ("&&", "||", "?", ",", ";", ":"), "||": ("||", "?", ",", ";", ":")}[token.text]
        stop = i + 1
        while stop < end and self.tokens[stop].text not in stops and self.tokens[stop].text not in CLOSING:
            stop = self.partner[stop] + 1 if self.tokens[stop].text in OPENING else stop + 1
        if stop <= i + 1:
            return None
        id = self._new(i, "left operand")
        if id is None:
            return None
        right = self._render(i + 1, stop)
        if token.text == "&&":
            return f"&& (goho_mutation::on({id}) || ({right}))", stop
        return f"|| (!goho_mutation::on({id}) && ({right}))", stop

    def _condition_before_question(self, i, end):
        """A name that alone decides a choice: `variable ? a : b`."""
        token = self.tokens[i]
        if token.kind != "name" or self.tokens[i - 1].text not in ("=", "(", ",", "return", "*", "+", "?", ":", "{"):
            return None
        stop = i + 1
        while stop < end and self.tokens[stop].text in (".", "->", "::", "(", "["):
            stop = self.partner[stop] + 1 if self.tokens[stop].text in OPENING else stop + 2
        if stop >= end or self.tokens[stop].text != "?":
            return None
        if self.tokens[i - 1].text in ("*", "+"):
            return None  # a number then
        id = self._new(i, "opposite condition")
        if id is None:
            return None
        return f"goho_mutation::opposite({id}, static_cast<bool>({self._render_quietly(i, stop)}))", stop

    def _carried(self, i, end):
        """`next.balance` for `now.balance` and the other way round, where `next` began as a copy of `now`."""
        token, texts = self.tokens[i], [t.text for t in self.tokens[i:i + 5]]
        if texts[:4] == ["next", "=", "now", ";"]:
            self.now_next, self.moved = i, {}
            return None
        if self.now_next is None or token.text not in ("now", "next") or texts[1] != "." or self.tokens[i - 1].text in (".", "->"):
            return None
        stop = i + 1
        while self.tokens[stop].text in (".", "[", "("):
            stop = self.partner[stop] + 1 if self.tokens[stop].text in OPENING else stop + 2
        if self.tokens[stop].text in ("=", "+=", "-=", "*=", "/=", "++", "--"):
            if token.text == "next":
                self.moved.setdefault(texts[2], self._find(stop, ";"))
            return None
        other = "next" if token.text == "now" else "now"
        id = self._new(i, other)
        if id is None:
            return None
        self.mutants[-1].idle = self.moved.get(texts[2], i) >= i
        return f"(goho_mutation::on({id}) ? {other} : {token.text})", i + 1


def unqualified(text):
    """A call that was qualified has its qualification inside the choice now."""
    return re.sub(r"(?:std|goho)::\s*\x00", "", text)


def mutate(path, text, first_id, left_alone=frozenset()):
    """The text with every change written in, and the list of the changes."""
    source = Source(path, text, first_id, frozenset(left_alone))
    return unqualified(source.rewritten()), source.mutants
