#!/usr/bin/env python3
"""Runs `vanthu extract` over files and checks each line that it prints: against letter.schema.json, and
against what the schema promises in words only (evidence lies on a page that exists, "" never stands for null …).

    check.py --program VANTHU [--name-is SUFFIX ...] FILE_OR_FOLDER...

A folder stands for the files in it whose names end in a SUFFIX (or for all). A file must give at least one
letter; only a kind of file that vanthu says it does not read may give none, and is then listed. Exit 0: all
holds; 1: something does not; 77: a folder is absent (ctest shows the test as skipped).
"""
import argparse
import calendar
import hashlib
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import jsonschema

SCHEMA = json.loads((Path(__file__).resolve().parent / "letter.schema.json").read_text(encoding="utf-8"))
SKIPPED = 77
NOT_READ = "loại tệp chưa được hỗ trợ"  # in Vietnamese the messages say the kind of each failure
BOX_SLACK = 1.0  # points: rounding where a picture's pixels become points

# Keys whose text may be empty by the schema; everywhere else absent is null or a list without entries.
MAY_BE_EMPTY = {"symbol", "label", "heading", "path", "text", "rows", "columns", "reason", "message", "raw"}


def strings(value, path=()):
    """Every string of a letter with the keys that lead to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, path + (key,))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from strings(item, path + (i,))


def evidenced(value, path=()):
    """Every object of a letter that carries evidence."""
    if isinstance(value, dict):
        if "evidence" in value:
            yield path, value
        for key, item in value.items():
            yield from evidenced(item, path + (key,))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from evidenced(item, path + (i,))


def name(path):
    return "/".join(str(step) for step in path)


def check_strings(letter):
    for path, text in strings(letter):
        key = next(step for step in reversed(path) if isinstance(step, str))
        if text == "" and key not in MAY_BE_EMPTY:
            yield f'{name(path)}: "" where null or nothing is meant'
        if not unicodedata.is_normalized("NFC", text):
            yield f"{name(path)}: not NFC: {text!r}"


def check_pages(letter):
    numbers = [page["page"] for page in letter["pages"]]
    if numbers != sorted(set(numbers)):
        yield f"pages: not in order, or twice: {numbers}"
    for page in letter["pages"]:
        if (page["width"] is None) != (page["height"] is None):
            yield f"pages/{page['page']}: width without height"
        if (page["origin"] == "ocr") != (page["confidence"] is not None):
            yield f"pages/{page['page']}: {page['origin']} with confidence {page['confidence']}"
    for group in ("annexes", "tables"):
        for i, item in enumerate(letter[group]):
            for number in item["pages"]:
                if number not in numbers:
                    yield f"{group}/{i}/pages: page {number} does not exist"


def check_evidence(letter):
    pages = {page["page"]: page for page in letter["pages"]}
    for path, value in evidenced(letter):
        for evidence in value["evidence"]:
            page = pages.get(evidence["page"])
            if page is None:
                yield f"{name(path)}: evidence on page {evidence['page']}, which does not exist"
                continue
            if "line" in evidence and evidence["line"] > page["text"].count("\n") + 1:
                yield f"{name(path)}: evidence on line {evidence['line']}, which page {page['page']} does not have"
            box = evidence["box"]
            if (box is None) != (page["width"] is None):
                yield f"{name(path)}: box {box} on a page {page['width']} points wide"
            elif box is not None:
                x0, y0, x1, y1 = box
                inside = (-BOX_SLACK <= x0 <= x1 <= page["width"] + BOX_SLACK
                          and -BOX_SLACK <= y0 <= y1 <= page["height"] + BOX_SLACK)
                if not inside:
                    yield f"{name(path)}: box {box} leaves its page of {page['width']} x {page['height']} points"


def check_values(letter):
    for path, value in evidenced(letter):
        if {"year", "month", "day"} <= value.keys() and None not in (value["year"], value["month"], value["day"]):
            if not 1 <= value["day"] <= calendar.monthrange(value["year"], value["month"])[1]:
                yield f"{name(path)}: no such day: {value['day']}/{value['month']}/{value['year']}"
        if {"start", "end"} <= value.keys() and value["start"] and value["end"] and value["start"] > value["end"]:
            yield f"{name(path)}: ends before it starts"
    for i, table in enumerate(letter["tables"]):
        for j, row in enumerate(table["rows"]):
            if len(row) != len(table["columns"]):
                yield f"tables/{i}/rows/{j}: {len(row)} cells under {len(table['columns'])} columns"
    for i, figure in enumerate(letter["figures"]):
        if figure["same_as"] is not None and figure["same_as"] >= i:
            yield f"figures/{i}/same_as: {figure['same_as']} does not stand before it"
    number = letter["number"]
    if number is not None:
        serial = str(number["serial"] or "").lstrip("0")
        if not number["normalized"].lstrip("0").startswith(serial):
            yield f"number: {number['normalized']} does not begin with {serial}"
    source = letter["source"]
    if source["letter"] > source["letters"]:
        yield f"source: letter {source['letter']} of {source['letters']}"


def check_letter(letter, validator):
    """What is wrong with a letter, as sentences. The invariants rest on the schema and wait for it."""
    errors = [f"schema: {name(e.absolute_path)}: {e.message[:300]}" for e in validator.iter_errors(letter)]
    if errors:
        return errors
    return [wrong for check in (check_strings, check_pages, check_evidence, check_values) for wrong in check(letter)]


def files_of(paths, suffixes):
    for path in map(Path, paths):
        if path.is_dir():
            yield from (f for f in sorted(path.iterdir()) if f.is_file() and (not suffixes or f.name.endswith(suffixes)))
        elif path.exists():
            yield path
        else:
            print(f"skipped: {path} is absent")
            sys.exit(SKIPPED)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.environ.get("VANTHU_BIN"))
    parser.add_argument("--name-is", action="append", default=[], metavar="SUFFIX")
    parser.add_argument("paths", nargs="+")
    flags = parser.parse_args()

    files = list(files_of(flags.paths, tuple(flags.name_is)))
    done = subprocess.run([flags.program, "extract", "--lang", "vi", "--", *map(str, files)], capture_output=True)
    messages = [m.removeprefix("vanthu: ") for m in done.stderr.decode("utf-8", "replace").splitlines()]

    validator = jsonschema.Draft202012Validator(SCHEMA)
    wrong, letters = [], {}
    for line in done.stdout.decode("utf-8").splitlines():
        letter = json.loads(line)
        source = letter.get("source", {})
        letters.setdefault(source.get("sha256"), []).append(letter)
        wrong += [f"{source.get('name')}: {problem}" for problem in check_letter(letter, validator)]

    unread = 0
    for file in files:
        content = file.read_bytes()
        found = letters.pop(hashlib.sha256(content).hexdigest(), [])
        said = [m for m in messages if m.startswith(f"{file}:") or m.startswith(f"{file},")]
        if found:
            order = [letter["source"]["letter"] for letter in found]
            if order != list(range(1, len(order) + 1)) or {l["source"]["letters"] for l in found} != {len(order)}:
                wrong.append(f"{file.name}: letters {order}")
            if {l["source"]["bytes"] for l in found} != {len(content)}:
                wrong.append(f"{file.name}: source/bytes is not {len(content)}")
        elif any(NOT_READ in m for m in said):
            unread += 1
            print(f"not read: {file.name}")
        else:
            wrong.append(f"{file.name}: no letter; stderr: {said or messages[-3:]}")
    wrong += [f"a letter of no file: {sha}" for sha in letters]
    expected = 0 if not unread else 3 if unread < len(files) else 2
    if done.returncode != expected and not wrong:
        wrong.append(f"exit code {done.returncode}, not {expected}: {messages}")

    print("\n".join(wrong))
    print(f"{len(files) - unread} files checked, {unread} of kinds that are not read, {len(wrong)} problems")
    return 1 if wrong or len(files) == unread else 0


if __name__ == "__main__":
    sys.exit(main())
