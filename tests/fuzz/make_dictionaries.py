"""Writes tests/fuzz/dictionaries: the words of each target that a fuzzer would not find by chance.

They come from the schema (which a test holds to the tables of parameters), from the accounts that an import knows, and from
the example of a benchmark file. Run it after a parameter was added: python3 tests/fuzz/make_dictionaries.py
"""
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACE = ROOT / "tests/fuzz/dictionaries"

SMALL_ITEMS = {"segments": ["main", "repair"], "cost_lines": ["rent", "freight"], "job_groups": ["makers"], "assets": ["lathe"],
               "loans": ["bank"]}  # of the scenario that sections are put into
FIGURES = ["0", "1", "-1", "0.5", "1e308", "-1e308", "1e-300", "1e13", "99999999999999999999", "null", "true", "false", "{}", "[]",
           '""', '"5%"', '"120万円"', '"△3百万円"', '"2026-04"', '"2027-03"', '"2028-03"', '"1900-01"', '"2199-12"']
LITERALS = ["円", "万", "億", "兆", "千", "百", "十万", "百万", "千万", "十億", "百億", "千億", "¥", "￥", "△", "▲", "−", "－", "%", "％", ",", "，",
            ".", "．", "+", "(", ")", "（単位：千円）", "単位：百万円", "令和", "平成", "R", "H", "元", "年", "月", "日", "月度", "/", "-", "自", "至", "～",
            "2026", "2027年4月", "令和9年4月", "R9.4", "Apr-26", "April 2026", "０", "１２３", "2147483647", "ﷺ"]
LAYOUT = ["勘定科目", "科目", "補助科目", "区分", "借方", "貸方", "前月繰越", "期首残高", "当月残高", "残高", "合計", "決算整理", "[", "]",
          "損益計算書", "貸借対照表", "製造原価報告書", "売上高合計", "売上総利益", "営業利益", "経常利益", "当期純利益", "資産の部合計", "負債及び純資産合計",
          "税込", "\t", ",", ";", "\n", "\r\n", "\x1e", "\"", "2026-04", "2026/04", "4月", "2026年4月", "自 令和8年4月1日 至 令和9年3月31日"]
WORDS = ["=", "..", ":", ",", "lhs:", "*", "/*/", "@", "@1", "@2", ">=", "<=", "P(", ")", "sum(", "gates", "gate:", "targets", "target:",
         "npv", "cash", "lowest_cash", "net_sales", "ordinary_income", "0.9..1.2", "5%", "95%", "120万円", "0", "1e308", "1e-300",
         "net_assets_positive", "/timeline/rise", "/timeline/hire", "files", "language", "trials", "seed"]


def keys_of(schema, found):
    """Every name of a member, and every word that one of a few options is written as."""
    if isinstance(schema, list):
        for part in schema:
            keys_of(part, found)
    elif isinstance(schema, dict):
        found.update(dict.fromkeys(schema.get("properties", {})))
        found.update(dict.fromkeys(word for word in schema.get("enum", []) if isinstance(word, str)))
        for key, part in schema.items():
            if key != "title":
                keys_of(part, found)
    return found


def pointers(schema, items, monthly):
    """Addresses of quantities of the small scenario."""
    found = []
    for section, rules in schema["properties"].items():
        if not isinstance(rules, dict):
            continue
        members = rules.get("properties", {})
        names = [""]
        if section in items:
            members = rules["additionalProperties"]["properties"]
            names = [f"/{item}" for item in [*items[section], "*"]]
        found += [f"/{section}{name}/{key}" for name in names for key, rule in members.items()
                  if "x-unit" in rule and (rule.get("x-timeline") or not monthly)]
    return found


def quoted(words):
    return [json.dumps(word, ensure_ascii=False) for word in words]


def accounts():
    text = json.loads((ROOT / "engine/data/accounts/japan.json").read_text(encoding="utf-8"))
    return [name for account in text["accounts"] for name in (account["ja"], account["en"])]


def benchmark_words():
    text = (ROOT / "engine/data/benchmarks/example-local-benchmark.json").read_text(encoding="utf-8")
    return list(dict.fromkeys(re.findall(r'"[a-z_]+"', text)))


def law_words():
    files = sorted((ROOT / "engine/data").glob("tax/*.json")) + sorted((ROOT / "engine/data").glob("depreciation/*.json"))
    return list(dict.fromkeys(word for file in files for word in re.findall(r'"[a-z0-9_]+"(?=:)', file.read_text(encoding="utf-8"))))


def dictionaries():
    schema = json.loads((ROOT / "scenarios/schema/goho-scenario-1.schema.json").read_text(encoding="utf-8"))
    section = schema["properties"]
    words = {
        "scenario": quoted(keys_of(schema, {})) + FIGURES,
        "merge_patch": quoted(schema["properties"]) + FIGURES + ["\x1e", "null", '"extends"', "~1", "~0"],
        "timeline": quoted(keys_of(section["timeline"], {})) + quoted(pointers(schema, SMALL_ITEMS, True)) + FIGURES,
        "uncertainty": quoted(keys_of(section["uncertainty"], {})) + quoted(pointers(schema, SMALL_ITEMS, False)) + FIGURES,
        "actuals": quoted(keys_of(section["actuals"], {})) + quoted(item for items in SMALL_ITEMS.values() for item in items) + FIGURES,
        "literals": LITERALS,
        "csv_import": LAYOUT + LITERALS + accounts(),
        "benchmark_file": benchmark_words() + FIGURES,
        "own_files": law_words() + ['"accounts"', '"classification"', '"variable"', '"fixed"', '"semi_variable"'] + quoted(accounts()) + FIGURES,
        "command_words": WORDS + pointers(schema, SMALL_ITEMS, False),
    }
    return {name: list(dict.fromkeys(all_words)) for name, all_words in words.items()}


def entry(word):
    def shown(byte):
        return f"\\{chr(byte)}" if byte in b'"\\' else chr(byte) if 32 <= byte < 127 else f"\\x{byte:02x}"
    return '"' + "".join(shown(byte) for byte in word.encode("utf-8")) + '"'


def texts():
    return {f"{name}.dict": "\n".join(map(entry, words)) + "\n" for name, words in dictionaries().items()}


if __name__ == "__main__":
    PLACE.mkdir(exist_ok=True)
    for file, text in texts().items():
        (PLACE / file).write_text(text, encoding="utf-8")
