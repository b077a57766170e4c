"""Writes scenarios/import_samples: twelve months of one invented company in every layout that the import reads.

The company: a maker of machined parts with 30 people, fiscal year from April 2026 to March 2027. Balances follow from
flows; cash is what remains. With --write the files are written, without it they are compared with those that are there.
"""
import csv
import io
import os
import pathlib
import sys

MONTHS = [(2026 + (3 + i) // 12, (3 + i) % 12 + 1) for i in range(12)]
SEASON = [97, 92, 100, 102, 88, 105, 104, 105, 104, 93, 98, 112]
N = range(12)


def wave(i, size, seed):
    """A little disorder, the same every time."""
    return ((i * 37 + seed * 61) % 17 - 8) * size // 8


def by_sales(sales, permille, fixed=0, size=0, seed=0):
    return [sales[i] * permille // 1000 + fixed + wave(i, size, seed) for i in N]


def flat(amount, **special):
    return [special.get(f"m{month}", amount) for _, month in MONTHS]


def about(amount, size, seed):
    return [amount + wave(i, size, seed) for i in N]


def stocks(levels):
    """Opening and closing stock of each month."""
    return levels[:-1], levels[1:]


def company():
    parts = [33_250_000 * s // 100 + wave(i, 240_000, 1) for i, s in enumerate(SEASON)]
    work = [16_600_000 * s // 100 + wave(i, 410_000, 2) for i, s in enumerate(SEASON)]
    allowances = [60_000 + 15_000 * (i % 4) for i in N]
    sales = [parts[i] + work[i] - allowances[i] for i in N]
    materials_stock = [18_400_000] + [18_400_000 + wave(i, 900_000, 3) for i in N]
    wip = [9_200_000] + [9_200_000 + wave(i, 500_000, 4) for i in N]
    products = [10_600_000] + [10_600_000 + wave(i, 700_000, 5) for i in N]
    made = {
        "材料費": [("期首材料棚卸高", stocks(materials_stock)[0]), ("材料仕入高", by_sales(sales, 312, 0, 300_000, 6)),
                   ("期末材料棚卸高", stocks(materials_stock)[1])],
        "労務費": [("賃金", about(6_840_000, 120_000, 7)), ("雑給", about(580_000, 30_000, 8)), ("賞与", flat(1_150_000)),
                   ("法定福利費", about(1_120_000, 20_000, 9))],
        "製造経費": [("外注加工費", by_sales(sales, 127, 0, 140_000, 10)), ("動力費", by_sales(sales, 12, 440_000, 22_000, 11)),
                     ("工具費", by_sales(sales, 26, 0, 40_000, 12)), ("修繕費", about(760_000, 310_000, 13)), ("工場消耗品費", about(480_000, 45_000, 14)),
                     ("リース料", flat(398_000)), ("廃棄物処理費", about(285_000, 35_000, 15)), ("減価償却費", flat(2_150_000))],
        "仕掛品": [("期首仕掛品棚卸高", stocks(wip)[0]), ("期末仕掛品棚卸高", stocks(wip)[1])],
    }
    sga = [("役員報酬", flat(1_560_000)), ("給料手当", about(2_480_000, 60_000, 16)), ("賞与", flat(420_000)), ("法定福利費", about(610_000, 12_000, 17)),
           ("福利厚生費", about(245_000, 60_000, 18)), ("荷造運賃", by_sales(sales, 26, 0, 42_000, 19)), ("販売手数料", by_sales(sales, 8, 0, 14_000, 20)),
           ("広告宣伝費", flat(120_000, m10=1_480_000, m2=260_000)), ("旅費交通費", about(230_000, 70_000, 21)), ("通信費", about(142_000, 6_000, 22)),
           ("消耗品費", about(168_000, 60_000, 23)), ("水道光熱費", about(96_000, 14_000, 24)), ("地代家賃", flat(300_000)), ("保険料", flat(252_000)),
           ("租税公課", flat(60_000, m4=410_000, m7=1_130_000, m12=1_130_000, m2=1_130_000)), ("支払手数料", about(88_000, 16_000, 25)),
           ("支払報酬料", flat(165_000, m5=645_000)), ("教育研修費", flat(90_000, m4=420_000, m9=310_000)), ("研究開発費", about(390_000, 130_000, 26)),
           ("減価償却費", flat(310_000)), ("雑費", about(54_000, 30_000, 27))]
    income = [("受取利息", flat(0, m8=4_210, m2=4_385)), ("雑収入", flat(35_000, m9=212_000))]
    expenses = [("支払利息", [212_000 - 3_400 * i for i in N]), ("雑損失", flat(0, m11=18_600))]
    gains = [("補助金収入", flat(0, m12=1_500_000))]
    losses = [("固定資産除却損", flat(0, m1=684_000))]
    profit = {"売上高": [("製品売上高", parts), ("加工売上高", work), ("売上値引高", allowances)],
              "期首製品": stocks(products)[0], "期末製品": stocks(products)[1], "販売管理費": sga, "営業外収益": income, "営業外費用": expenses,
              "特別利益": gains, "特別損失": losses}
    return finish(profit, made, sales, materials_stock, wip, products)


LESS = ("期末", "売上値引高", "減価償却累計額", "貸倒引当金")


def signed(name, amount):
    return -amount if name.startswith(LESS) else amount


def total(rows):
    return [sum(signed(name, amounts[i]) for name, amounts in rows) for i in N]


def plus(*rows):
    return [sum(row[i] for row in rows) for i in N]


def minus(a, b):
    return [a[i] - b[i] for i in N]


def finish(profit, made, sales, materials_stock, wip, products):
    cost_made = plus(*[total(rows) for rows in made.values()])
    cost = minus(plus(profit["期首製品"], cost_made), profit["期末製品"])
    gross = minus(sales, cost)
    operating = minus(gross, total(profit["販売管理費"]))
    ordinary = minus(plus(operating, total(profit["営業外収益"])), total(profit["営業外費用"]))
    before_tax = minus(plus(ordinary, total(profit["特別利益"])), total(profit["特別損失"]))
    tax = [0] * 11 + [sum(before_tax) * 29 // 100 // 100 * 100]
    net = minus(before_tax, tax)
    return {"profit": profit, "made": made, "sales": sales, "cost_made": cost_made, "cost": cost, "gross": gross, "operating": operating,
            "ordinary": ordinary, "before_tax": before_tax, "tax": tax, "net": net,
            "balance": balance(sales, made, net, tax, (materials_stock, wip, products))}


def balance(sales, made, net, tax, stock):
    """Month -1 is the opening; every other month is a balance that follows from the flows of the year, cash is the rest."""
    M = range(-1, 12)
    at = lambda i: sales[max(i, 0)]
    depreciated = [121_300_000 + 2_380_000 * (i + 1) for i in M]
    software = [2_880_000 - 80_000 * (i + 1) for i in M]
    assets = {
        "流動資産": [("現金", [412_000 + wave(i + 1, 90_000, 31) for i in M]), ("普通預金", None), ("定期預金", [12_000_000] * 13),
                     ("受取手形", [at(i) * 3 // 10 for i in M]), ("電子記録債権", [at(i) // 6 for i in M]), ("売掛金", [at(i) * 11 // 10 for i in M]),
                     ("貸倒引当金", [510_000] * 12 + [530_000]), ("製品", stock[2]), ("仕掛品", stock[1]), ("原材料", stock[0]),
                     ("前払費用", [640_000 + 20_000 * (i % 3) for i in M]), ("未収入金", [210_000 if i != 8 else 1_710_000 for i in M])],
        "固定資産": [("建物", [86_000_000] * 13), ("機械装置", [158_000_000] * 9 + [156_500_000] * 4), ("車両運搬具", [7_400_000] * 13),
                     ("工具器具備品", [12_600_000] * 13), ("減価償却累計額", depreciated), ("土地", [42_000_000] * 13), ("ソフトウェア", software),
                     ("差入保証金", [3_600_000] * 13), ("保険積立金", [8_900_000 + 75_000 * (i + 1) for i in M])],
    }
    bonus = [2_355_000 + 1_570_000 * ((i + 1) % 6) for i in M]
    debts = {
        "流動負債": [("支払手形", [5_100_000 + wave(i + 1, 300_000, 32) for i in M]), ("買掛金", [at(i) * 45 // 100 for i in M]),
                     ("短期借入金", [10_000_000] * 13), ("未払金", [8_700_000 + wave(i + 1, 500_000, 33) for i in M]),
                     ("未払費用", [3_350_000 + wave(i + 1, 200_000, 34) for i in M]),
                     ("未払法人税等", [2_700_000, 2_700_000] + [0] * 10 + [tax[11]]),
                     ("未払消費税等", [4_300_000, 5_200_000] + [900_000 * (i % 4 + 1) for i in range(11)]),
                     ("預り金", [1_240_000 + wave(i + 1, 60_000, 35) for i in M]), ("賞与引当金", bonus)],
        "固定負債": [("長期借入金", [148_000_000 - 1_900_000 * (i + 1) for i in M]), ("退職給付引当金", [6_400_000 + 45_000 * (i + 1) for i in M])],
    }
    year_to_date = [sum(net[:i + 1]) for i in M]
    equity = [("資本金", [20_000_000] * 13), ("利益準備金", [2_000_000] * 13), ("繰越利益剰余金", [146_614_000] * 13), ("当期純損益金額", year_to_date)]
    owed = [sum(row[i] for rows in (*debts.values(), equity) for _, row in rows) for i in range(13)]
    held = [sum(signed(name, row[i]) for rows in assets.values() for name, row in rows if row) for i in range(13)]
    cash = minus13(owed, held)
    if min(cash) < 20_000_000:
        raise SystemExit(f"cash runs out: {cash}")
    assets["流動資産"][1] = ("普通預金", cash)
    return {**assets, **debts, "純資産": equity}


def minus13(a, b):
    return [x - y for x, y in zip(a, b)]


def total13(rows):
    return [sum(signed(name, amounts[i]) for name, amounts in rows) for i in range(13)]


def lines_of_profit(c, made_inside):
    """(kind, name, amounts): the profit and loss statement in the order of a Japanese list."""
    p = c["profit"]
    out = [("heading", "売上高", None), *[("account", n, a) for n, a in p["売上高"]], ("total", "売上高 計", c["sales"])]
    if made_inside:
        out += [("heading", "製造原価", None), *[("account", n, a) for rows in c["made"].values() for n, a in rows], ("total", "当期製品製造原価", c["cost_made"])]
    out += [("heading", "売上原価", None), ("account", "期首製品棚卸高", p["期首製品"])]
    out += [] if made_inside else [("account", "当期製品製造原価", c["cost_made"])]
    out += [("account", "期末製品棚卸高", p["期末製品"]), ("total", "売上原価 計", c["cost"]), ("total", "売上総損益金額", c["gross"])]
    for name, after, amounts in (("販売管理費", "営業損益金額", "operating"), ("営業外収益", None, None), ("営業外費用", "経常損益金額", "ordinary"),
                                 ("特別利益", None, None), ("特別損失", "税引前当期純損益金額", "before_tax")):
        out += [("heading", name, None), *[("account", n, a) for n, a in p[name]], ("total", f"{name} 計", total(p[name]))]
        out += [("total", after, c[amounts])] if after else []
    return out + [("heading", "法人税等", None), ("account", "法人税、住民税及び事業税", c["tax"]), ("total", "当期純損益金額", c["net"])]


def lines_of_made(c):
    out = []
    for name, rows in c["made"].items():
        out += [("heading", name, None), *[("account", n, a) for n, a in rows]]
        out += [("total", f"{name} 計", total(rows))] if name != "仕掛品" else []
    return out + [("total", "当期製品製造原価", c["cost_made"])]


def lines_of_balance(c):
    """Amounts of 13 months, the first is the opening."""
    b = c["balance"]
    out = []
    for name in ("流動資産", "固定資産"):
        out += [("heading", name, None), *[("account", n, a) for n, a in b[name]], ("total", f"{name} 計", total13(b[name]))]
    all_assets = [x + y for x, y in zip(total13(b["流動資産"]), total13(b["固定資産"]))]
    out.append(("total", "資産合計", all_assets))
    for name in ("流動負債", "固定負債"):
        out += [("heading", name, None), *[("account", n, a) for n, a in b[name]], ("total", f"{name} 計", total13(b[name]))]
    out.append(("total", "負債合計", [x + y for x, y in zip(total13(b["流動負債"]), total13(b["固定負債"]))]))
    out += [("heading", "純資産", None), *[("account", n, a) for n, a in b["純資産"]], ("total", "純資産 計", total13(b["純資産"]))]
    return out + [("total", "負債・純資産合計", all_assets)]


def text(rows, delimiter=",", line_end="\r\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows(rows)
    return out.getvalue()


def freee_1(c):
    months = [f"{y}年{m}月" for y, m in MONTHS]

    def sheet(title, lines, balance_sheet=False):
        rows = [[f"月次推移：{title}（2026年4月～2027年3月）"], ["", *months, "期間累計"]]
        for kind, name, amounts in lines:
            if kind == "heading":
                rows.append([name, *[""] * 13])
            else:
                shown = amounts[1:] if balance_sheet else amounts
                rows.append([name, *shown, shown[-1] if balance_sheet else sum(shown)])
        return text(rows).encode("cp932")
    return {"freee_1/pl.csv": sheet("損益計算書", lines_of_profit(c, False)), "freee_1/cr.csv": sheet("製造原価報告書", lines_of_made(c)),
            "freee_1/bs.csv": sheet("貸借対照表", lines_of_balance(c), True)}


def freee_2(c):
    months = [f"{y}/{m:02}" for y, m in MONTHS]

    def sheet(lines, balance_sheet=False):
        rows = [["勘定科目", *months, "期間累計"]]
        for kind, name, amounts in lines:
            if kind != "heading":
                shown = amounts[1:] if balance_sheet else amounts
                rows.append([name, *shown, shown[-1] if balance_sheet else sum(shown)])
        return b"\xef\xbb\xbf" + text(rows).encode()
    return {"freee_2/pl.csv": sheet(lines_of_profit(c, False)), "freee_2/cr.csv": sheet(lines_of_made(c)), "freee_2/bs.csv": sheet(lines_of_balance(c), True)}


def freee_opening(c):
    rows = [["勘定科目", "借方残高", "貸方残高"]]
    for section, accounts in c["balance"].items():
        for name, amounts in accounts:
            if amounts[0] == 0:
                continue
            debit = ("資産" in section and section != "純資産") != name.startswith(LESS)
            rows.append([name, amounts[0], ""] if debit else [name, "", amounts[0]])
    return {"freee_opening/opening.csv": text(rows).encode("cp932")}


def grouped(amount):
    """As Money Forward shows it, thousands apart."""
    return "" if amount == 0 else f"{amount:,}"


def money_forward(c):
    """Months in fiscal order without a year; the tax of the year stands in the column of closing entries."""
    head = ["", "勘定科目", "補助科目", *[f"{m}月" for _, m in MONTHS], "決算整理", "合計"]
    effect = {"法人税、住民税及び事業税": c["tax"][11], "当期純損益金額": -c["tax"][11]}

    def profit_sheet(lines):
        rows = [head]
        for kind, name, amounts in lines:
            place = [name, "", ""] if kind != "account" else ["", name, ""]
            if kind == "heading":
                rows.append(place + [""] * 14)
                continue
            late = effect.get(name, 0)
            rows.append([*place, *map(grouped, amounts[:11]), grouped(amounts[11] - late), grouped(late), grouped(sum(amounts))])
            if name == "加工売上高":
                first = [a * 6 // 10 for a in amounts]
                for part, share in (("受託加工", first), ("熱処理", minus(amounts, first))):
                    rows.append(["", "", part, *map(grouped, share), "", grouped(sum(share))])
        return text(rows, quoting=csv.QUOTE_ALL).encode("cp932")

    def balance_sheet(lines):
        late_debts = {"未払法人税等", "流動負債 計", "負債合計"}
        late_equity = {"当期純損益金額", "純資産 計"}
        rows = [head]
        for kind, name, amounts in lines:
            place = [name, "", ""] if kind != "account" else ["", name, ""]
            if kind == "heading":
                rows.append(place + [""] * 14)
                continue
            late = c["tax"][11] if name in late_debts else -c["tax"][11] if name in late_equity else 0
            rows.append([*place, *map(grouped, amounts[1:12]), grouped(amounts[12] - late), grouped(amounts[12]), grouped(amounts[12])])
        return text(rows, quoting=csv.QUOTE_ALL).encode("cp932")
    return {"money_forward/pl.csv": profit_sheet(lines_of_profit(c, False)), "money_forward/cr.csv": profit_sheet(lines_of_made(c)),
            "money_forward/bs.csv": balance_sheet(lines_of_balance(c))}


def half_width(name):
    return name.replace("・", "･")


def yayoi_lines(c):
    """(class, kind, name, amounts by month, opening): all three statements."""
    for kind, name, amounts in lines_of_balance(c):
        yield "[貸借対照表]", kind, name, amounts and amounts[1:], amounts and amounts[0]
    for kind, name, amounts in lines_of_profit(c, False):
        yield "[損益計算書]", kind, name, amounts, 0
    for kind, name, amounts in lines_of_made(c):
        yield "[製造原価報告書]", kind, name, amounts, 0


TAGS = {"heading": "[区分行]", "account": "[明細行]", "total": "[合計行]"}


def yayoi_name(kind, name):
    name = name.replace(" 計", "合計")
    return half_width(f"[{name}]" if kind == "heading" else name)


def is_debit(section, name, kind):
    """Which side raises a row; only the sign of a movement depends on it."""
    return not name.startswith(LESS) if kind == "account" else True


def yayoi_month(c, i):
    """The trial balance of one month: brought forward, debit, credit, balance."""
    year, month = MONTHS[i]
    last_day = 31 if month in (1, 3, 5, 7, 8, 10, 12) else 28 if month == 2 else 30
    era = year - 2018
    rows = [["帳票名：残高試算表(月次・期間)"], ["事業所名：株式会社 見本製作所"], [f"集計期間：令和{era:02}年{month:02}月01日", f"令和{era:02}年{month:02}月{last_day}日", "決算仕訳を含む"],
            ["税抜/税込：税抜"], ["[表題行]", "部門", "", "勘定科目", "前期繰越", "借方", "貸方", "残高", "構成比"]]
    for section, kind, name, amounts, opening in yayoi_lines(c):
        shown = yayoi_name(kind, name)
        if kind == "heading":
            rows.append([TAGS[kind], "事業所(合計)", section, shown, "", "", "", "", ""])
            continue
        flow = section != "[貸借対照表]"
        before = sum(amounts[:i]) if flow else (amounts[i - 1] if i else opening)
        now = before + amounts[i] if flow else amounts[i]
        change = now - before
        debit, credit = (max(change, 0), max(-change, 0)) if is_debit(section, name, kind) else (max(-change, 0), max(change, 0))
        rows.append([TAGS[kind], "事業所(合計)", section, shown, before, debit, credit, now, "0.00"])
    return text(rows, quoting=csv.QUOTE_ALL).encode("cp932")


def yayoi_year(c):
    """The transition of the year, parted by tabs."""
    rows = [["帳票名：残高試算表(年間推移)"], ["事業所名：株式会社 見本製作所"], ["集計期間：令和08年04月01日", "令和09年03月31日", "決算仕訳を含む"], ["税抜/税込：税抜"],
            ["[表題行]", "部門", "", "勘定科目", "前期繰越", *[f"{m}月度" for _, m in MONTHS]]]
    for section, kind, name, amounts, opening in yayoi_lines(c):
        shown = yayoi_name(kind, name)
        cells = [""] * 13 if kind == "heading" else [opening, *amounts]
        rows.append([TAGS[kind], "事業所(合計)", section, shown, *cells])
    return text(rows, "\t", quoting=csv.QUOTE_ALL).encode("cp932")


def yayoi(c):
    months = {f"yayoi_months/{y}-{m:02}.txt": yayoi_month(c, i) for i, (y, m) in enumerate(MONTHS)}
    return {**months, "yayoi_year/transition.txt": yayoi_year(c)}


def minus_sign(amount):
    return f"△{-amount}" if amount < 0 else str(amount)


def goho_ja(c):
    months = [f"R{y - 2018}.{m}" for y, m in MONTHS]

    def sheet(title, head, lines):
        rows = [[title], ["単位：円"], head]
        rows += [[name, *[""] * (len(head) - 1)] if kind == "heading" else [name, *map(minus_sign, amounts)] for kind, name, amounts in lines]
        return text(rows, line_end="\n").encode()
    return {"goho_ja/pl.csv": sheet("損益計算書", ["勘定科目", *months], lines_of_profit(c, True)),
            "goho_ja/bs.csv": sheet("貸借対照表", ["勘定科目", "期首残高", *months], lines_of_balance(c))}


ENGLISH = {
    "売上高": "Sales", "製品売上高": "Sales", "加工売上高": "Processing income", "売上値引高": "Sales allowances", "売上高 計": "Net sales", "製造原価": "Manufacturing cost",
    "期首材料棚卸高": "Opening stock of materials", "材料仕入高": "Materials purchased", "期末材料棚卸高": "Closing stock of materials", "賃金": "Factory wages",
    "雑給": "Part-time wages", "賞与": "Bonus", "法定福利費": "Social insurance", "外注加工費": "Subcontracting", "動力費": "Power and fuel",
    "工具費": "Cutting tools", "修繕費": "Repairs", "工場消耗品費": "Factory supplies", "リース料": "Lease", "廃棄物処理費": "Waste disposal",
    "減価償却費": "Depreciation", "期首仕掛品棚卸高": "Opening work in process", "期末仕掛品棚卸高": "Closing work in process",
    "当期製品製造原価": "Cost of goods manufactured", "売上原価": "Cost of sales", "期首製品棚卸高": "Opening stock of products", "期末製品棚卸高": "Closing stock of products",
    "売上原価 計": "Total cost of sales", "売上総損益金額": "Gross profit", "販売管理費": "SG&A expenses", "役員報酬": "Officers' pay", "給料手当": "Wages and salaries",
    "福利厚生費": "Welfare", "荷造運賃": "Freight", "販売手数料": "Sales commission", "広告宣伝費": "Advertising", "旅費交通費": "Travel", "通信費": "Communication",
    "消耗品費": "Supplies", "水道光熱費": "Utilities", "地代家賃": "Rent", "保険料": "Insurance", "租税公課": "Taxes and dues", "支払手数料": "Fees",
    "支払報酬料": "Advisers", "教育研修費": "Training", "研究開発費": "Research and development", "雑費": "Sundry expenses", "販売管理費 計": "Total SG&A expenses",
    "営業損益金額": "Operating income", "営業外収益": "Non-operating income", "受取利息": "Interest income", "雑収入": "Sundry income",
    "営業外収益 計": "Total non-operating income", "営業外費用": "Non-operating expenses", "支払利息": "Interest expense", "雑損失": "Sundry losses",
    "営業外費用 計": "Total non-operating expenses", "経常損益金額": "Ordinary income", "特別利益": "Extraordinary income", "補助金収入": "Subsidies",
    "特別利益 計": "Total extraordinary income", "特別損失": "Extraordinary losses", "固定資産除却損": "Loss on disposal of fixed assets",
    "特別損失 計": "Total extraordinary losses", "税引前当期純損益金額": "Profit before tax", "法人税等": "Corporate taxes",
    "法人税、住民税及び事業税": "Corporate taxes", "当期純損益金額": "Net income",
    "流動資産": "Current assets", "現金": "Cash on hand", "普通預金": "Ordinary deposits", "定期預金": "Time deposits", "受取手形": "Notes receivable",
    "電子記録債権": "電子記録債権", "売掛金": "Accounts receivable", "貸倒引当金": "Allowance for bad debts", "製品": "Finished goods", "仕掛品": "Work in process",
    "原材料": "Materials", "前払費用": "Prepaid expenses", "未収入金": "Other receivables", "流動資産 計": "Total current assets", "固定資産": "Fixed assets",
    "建物": "Buildings", "機械装置": "Machinery", "車両運搬具": "Vehicles", "工具器具備品": "Tools and equipment", "減価償却累計額": "Accumulated depreciation",
    "土地": "Land", "ソフトウェア": "Software", "差入保証金": "Guarantee deposits", "保険積立金": "Insurance fund", "固定資産 計": "Total fixed assets",
    "資産合計": "Total assets", "流動負債": "Current liabilities", "支払手形": "Notes payable", "買掛金": "Accounts payable", "短期借入金": "Short-term loans",
    "未払金": "Other payables", "未払費用": "Accrued expenses", "未払法人税等": "Accrued corporate taxes", "未払消費税等": "Consumption tax payable",
    "預り金": "Deposits received", "賞与引当金": "Bonus allowance", "流動負債 計": "Total current liabilities", "固定負債": "Fixed liabilities",
    "長期借入金": "Long-term loans", "退職給付引当金": "Retirement allowance", "固定負債 計": "Total fixed liabilities", "負債合計": "Total liabilities",
    "純資産": "Net assets", "資本金": "Paid-in capital", "利益準備金": "Legal reserve", "繰越利益剰余金": "Retained earnings", "純資産 計": "Total net assets",
    "負債・純資産合計": "Total liabilities and net assets",
}


def goho_en(c):
    """Semicolons, months as 2026-04, negatives in brackets."""
    months = [f"{y}-{m:02}" for y, m in MONTHS]
    amount = lambda a: f"({-a:,})" if a < 0 else f"{a:,}"

    def sheet(title, head, lines, profit_of_year):
        rows = [[title], ["Unit: yen"], head]
        for kind, name, amounts in lines:
            english = profit_of_year if name == "当期純損益金額" else ENGLISH[name]
            rows.append([english, *[""] * (len(head) - 1)] if kind == "heading" else [english, *map(amount, amounts)])
        return text(rows, ";", "\n").encode()
    return {"goho_en/pl.csv": sheet("Profit and loss", ["Account", *months], lines_of_profit(c, True), "Net income"),
            "goho_en/bs.csv": sheet("Balance sheet", ["Account", "Opening balance", *months], lines_of_balance(c), "Profit of the year")}


def samples():
    c = company()
    return {**freee_1(c), **freee_2(c), **freee_opening(c), **money_forward(c), **yayoi(c), **goho_ja(c), **goho_en(c)}


def main():
    folder = pathlib.Path(os.environ.get("GOHO_SOURCE_DIR", ".")) / "scenarios/import_samples"
    wrong = []
    for name, content in samples().items():
        path = folder / name
        if "--write" in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        elif not path.is_file() or path.read_bytes() != content:
            wrong.append(f"{path} is not what make_samples.py writes")
    print("\n".join(wrong) or "the samples are current")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
