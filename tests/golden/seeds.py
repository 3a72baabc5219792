#!/usr/bin/env python3
"""Holds three real letters against their gold answers, value by value.

    seeds.py VANTHU FOLDER      FOLDER holds NAME.txt beside NAME.gold.json

The answers are of an older form than letter.schema.json: types are names, numbers are JSON numbers, units of
counts are told by eye. What they say otherwise than the schema is listed in OTHERWISE, with the reason. Prints
each difference; exit 0: none, 1: some, 77: FOLDER is not there.
"""
import collections
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

TYPES = {
    "Báo cáo": "BC", "Chương trình": "CTr", "Chương trình hành động": "CTr", "Công văn": "CV", "Kế hoạch": "KH",
    "Nghị quyết": "NQ", "Quy định": "QyĐ", "Quyết định": "QĐ", "Thông báo": "TB",
}
HEDGES = {None: "exact", "khoảng": "about", "ước": "about", "hơn": "over", "trên": "over", "gần": "nearly"}

# (what, in the answers' words): why it is not asked for.
OTHERWISE = {
    ("reference issuer", "39/QĐ-SNgV"): "the sentence names nobody; only the symbol shows the office",
}


def as_list(cell):
    """Items of a list that a cell prints on one line, in the schema's form: each on its own line."""
    return cell.replace("; - ", ";\n- ")


def excused(what, value):
    return (what, value) in OTHERWISE


class Check:
    def __init__(self, name):
        self.name, self.differences = name, 0

    def say(self, sentence):
        print(f"{self.name}: {sentence}")
        self.differences += 1

    def references(self, gold, letter):
        found = {r["number"] or r["title"]: r for r in letter["references"]}
        named = [r for r in gold.get("references_unnumbered", []) if r.get("name")]
        for want in gold["references"] + named:
            key = want["number"] or want["name"]
            got = found.pop(key, None)
            if got is None:
                self.say(f"reference {key} is missed")
                continue
            date = got["date"] and "-".join(str(got["date"][k] or 0).zfill(2) for k in ("year", "month", "day"))
            if date != want["date"]:
                self.say(f"reference {key}: date {date}, not {want['date']}")
            if got["issuer"] != want["issuer"] and not excused("reference issuer", key):
                self.say(f"reference {key}: issuer {got['issuer']}, not {want['issuer']}")
            if want["number"] and got["type"] != TYPES[want["type"]]:
                self.say(f"reference {key}: type {got['type']}, not {TYPES[want['type']]}")
        for key in found:
            self.say(f"reference {key} is too many")

    def figures(self, gold, letter):
        def key(value, upper, unit):
            return (Decimal(str(value)), upper and Decimal(str(upper)), unit)

        found = collections.defaultdict(list)
        for f in letter["figures"]:
            if f["value"] is not None:
                found[key(f["value"], f["value_max"], f["unit"])].append(f)
        for want in gold["figures"]:
            ends = want["value"] if isinstance(want["value"], list) else [want["value"], None]
            unit = want["unit"]
            candidates = found.get(key(*ends, unit))
            if not candidates:
                if not excused("figure", want["raw"]):
                    self.say(f"figure {want['raw']} ({want.get('ctx', '')}) is missed: {ends} {unit}")
                continue
            hedge = HEDGES[want["approx"]]
            change = (want["change"] or {}).get("direction") or "none"
            baseline = (want["change"] or {}).get("vs")
            best = next((f for f in candidates if (f["approx"], f["change"]) == (hedge, change)), candidates[0])
            candidates.remove(best)
            if best["approx"] != hedge:
                self.say(f"figure {want['raw']}: {best['approx']}, not {hedge}")
            if best["change"] != change:
                self.say(f"figure {want['raw']}: change {best['change']}, not {change}")
            if baseline and best["baseline"] != baseline:
                self.say(f"figure {want['raw']}: baseline {best['baseline']}, not {baseline}")
        for left in found.values():
            for f in left:
                if not excused("figure too many", f["raw"]):
                    self.say(f"figure {f['raw']} ({f['value']} {f['unit']}) is too many")

    def tables(self, gold, letter):
        want = gold.get("tables", [])
        if len(want) != len(letter["tables"]):
            self.say(f"{len(letter['tables'])} tables, not {len(want)}")
        for table, got in zip(want, letter["tables"]):
            title = table["title"]
            for what in ("title", "columns"):
                if got[what] != table[what]:
                    self.say(f"table {title}: {what} {got[what]}, not {table[what]}")
            if len(got["rows"]) != len(table["rows"]):
                self.say(f"table {title}: {len(got['rows'])} rows, not {len(table['rows'])}")
            for row, cells in zip(table["rows"], got["rows"]):
                for column, cell, printed in zip(table["columns"], row, cells):
                    if as_list(str(cell)) != printed and not excused("cell", str(cell)):
                        self.say(f"table {title}, row {row[0]}, {column}: {printed!r}, not {str(cell)!r}")

    def delegations(self, gold, letter):
        want = gold["delegations"]
        if len(want) != len(letter["delegations"]):
            self.say(f"{len(letter['delegations'])} delegations, not {len(want)}")
        for row, got in zip(want, letter["delegations"]):
            name = f"delegation {row['direction']} {row['stt']}"
            pairs = {"direction": {"ra": "out", "vào": "in"}[row["direction"]], "seq": row["stt"],
                     "purpose": row.get("purpose") or row.get("delegation"), "funding": row.get("funding")}
            for key, value in pairs.items():
                if got[key] != value:
                    self.say(f"{name}: {key} {got[key]!r}, not {value!r}")
            norm = row["norm"]
            members = norm["members"]
            if isinstance(members, int):
                members = {"min": members, "max": members}
            if members:
                if (got["members"]["min"], got["members"]["max"]) != (members["min"], members["max"]):
                    self.say(f"{name}: members {got['members']}, not {members}")
            elif got["members"]["min"] is not None or got["members"]["raw"] != norm["members_text"]:
                self.say(f"{name}: members {got['members']}, not {norm['members_text']}")
            if norm.get("days") and [got["days"]["min"], got["days"]["max"]] != norm["days"]:
                self.say(f"{name}: days {got['days']}, not {norm['days']}")
            if norm.get("count") and got["count"]["min"] != norm["count"]:
                self.say(f"{name}: count {got['count']}, not {norm['count']}")
            months = norm["time"].get("months") or [m for q in norm["time"].get("quarters", []) for m in
                                                   range(3 * q - 2, 3 * q + 1)] or list(range(1, 13))
            span = (got["period"]["start"][:7], got["period"]["end"][:7])
            wanted = tuple(f"{norm['time']['year']}-{m:02}" for m in (min(months), max(months)))
            if span != wanted:
                self.say(f"{name}: period {span}, not {wanted}")


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    letters = sorted(folder.glob("*.gold.json"))
    if not letters:
        print(f"{folder} is not there: nothing to hold the program against")
        return 77
    differences = 0
    for answers in letters:
        text = answers.with_name(answers.name.removesuffix(".gold.json") + ".txt")
        printed = subprocess.run([program, "extract", text], capture_output=True, text=True, check=True).stdout
        gold, letter = json.loads(answers.read_text(encoding="utf-8")), json.loads(printed)
        check = Check(answers.name.split("_")[0])
        for what in (check.references, check.figures, check.tables, check.delegations):
            what(gold, letter)
        print(f"{check.name}: {len(letter['references'])} references, {len(letter['figures'])} figures, "
              f"{len(letter['tables'])} tables, {len(letter['delegations'])} delegations; "
              f"{check.differences} differences")
        differences += check.differences
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
