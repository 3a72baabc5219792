#!/usr/bin/env python3
"""A good letter must pass check.py, and each way to spoil it must be named."""
import copy
import sys

import jsonschema

import check


def evidenced(page=1, box=(10, 10, 100, 20), **value):
    evidence = {"page": page, "box": list(box) if box else None, "line": 1}
    return {"raw": "x", "evidence": [evidence], "rule": "a-rule", "score": 0.9, **value}


GOOD = {
    "schema_version": 1,
    "source": {"name": "a.pdf", "sha256": "0" * 64, "media_type": "application/pdf", "bytes": 1, "letter": 1, "letters": 1},
    "pages": [
        {"page": 1, "origin": "ocr", "reason": "no text", "width": 595, "height": 842, "confidence": 0.9, "text": "a\nb"},
        {"page": 2, "origin": "text", "reason": "text", "width": 595, "height": 842, "confidence": None, "text": "a"},
    ],
    "doc_type": evidenced(code="CV", name="Công văn"),
    "number": evidenced(serial=50, suffix=None, symbol="UBND-ĐNMN", normalized="050/UBND-ĐNMN"),
    "issuer": evidenced(name="Sở Ngoại vụ", parent=None),
    "place": None,
    "issue_date": evidenced(year=2024, month=2, day=29),
    "subject": evidenced(value="mời họp"),
    "addressees": [evidenced(value="Sở Y tế")],
    "signer": evidenced(authority=None, title="GIÁM ĐỐC", name="Trần Văn A", cosigners=[]),
    "recipients": [], "urgency": None, "secrecy": None, "stamp": None,
    "sections": [evidenced(level=1, label="", heading="", path="", text="")],
    "annexes": [evidenced(label=None, title=None, pages=[2])],
    "references": [], "dates": [evidenced(start="2024-01-01", end="2024-06-30")], "deadlines": [],
    "figures": [evidenced(kind="count", value="2", value_max=None, unit="đoàn", approx="exact", change="none", baseline=None,
                          label=None, section=None, of=None, same_as=None)],
    "partners": [],
    "tables": [evidenced(title=None, kind="other", columns=["a", ""], rows=[["1", ""]], pages=[1, 2])],
    "delegations": [], "conferences": [], "footnotes": [], "diagnostics": [],
}


def put(*path_and_value):
    *path, value = path_and_value

    def spoil(letter):
        for step in path[:-1]:
            letter = letter[step]
        letter[path[-1]] = value
    return spoil


# {how it is spoilt, what must be said}
SPOILT = [
    # the schema, keywords beside $ref included
    (put("number", "normalized", "50 /UBND"), "schema: number"),
    (put("number", "normalized", "50/QÐ"), "schema: number"),
    (put("subject", "value", ""), "schema: subject"),
    (put("issuer", "evidence", []), "schema: issuer"),
    (put("issue_date", "month", 13), "schema: issue_date"),
    (lambda letter: letter.pop("stamp"), "'stamp' is a required property"),
    (lambda letter: letter["doc_type"].pop("name"), "schema: doc_type"),
    (lambda letter: letter["doc_type"].pop("rule"), "schema: doc_type"),
    # "" for null
    (put("issuer", "parent", ""), 'issuer/parent: "" where'),
    (put("signer", "name", ""), 'signer/name: "" where'),
    (put("annexes", 0, "title", ""), 'annexes/0/title: "" where'),
    # characters
    (put("subject", "value", "mo\u031b\u0300i"), "subject/value: not NFC"),
    # pages
    (put("pages", 1, "page", 1), "pages: not in order"),
    (put("pages", 1, "height", None), "width without height"),
    (put("pages", 1, "origin", "ocr"), "ocr with confidence None"),
    (put("annexes", 0, "pages", [3]), "annexes/0/pages: page 3"),
    (put("tables", 0, "pages", [3]), "tables/0/pages: page 3"),
    # evidence
    (put("subject", "evidence", 0, "page", 3), "subject: evidence on page 3"),
    (put("subject", "evidence", 0, "line", 3), "subject: evidence on line 3"),
    (put("subject", "evidence", 0, "box", [10, 10, 700, 20]), "leaves its page"),
    (put("subject", "evidence", 0, "box", [20, 10, 10, 20]), "leaves its page"),
    (put("addressees", 0, "evidence", 0, "box", None), "addressees/0: box None"),
    # values
    (put("issue_date", "year", 2023), "no such day"),
    (put("dates", 0, "end", "2023-12-31"), "ends before it starts"),
    (put("tables", 0, "rows", [["1"]]), "1 cells under 2 columns"),
    (put("figures", 0, "same_as", 0), "does not stand before it"),
    (put("number", "serial", 51), "does not begin with 51"),
    (put("source", "letter", 2), "letter 2 of 1"),
]


def main():
    validator = jsonschema.Draft202012Validator(check.SCHEMA)
    wrong = [f"a good letter: {problem}" for problem in check.check_letter(GOOD, validator)]
    for spoil, message in SPOILT:
        letter = copy.deepcopy(GOOD)
        spoil(letter)
        problems = list(check.check_letter(letter, validator))
        if not any(message in problem for problem in problems):
            wrong.append(f"wanted {message!r}, said {problems}")
    print("\n".join(wrong) or f"{len(SPOILT)} spoilt letters named")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
