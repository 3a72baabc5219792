#!/usr/bin/env python3
"""Searching beside Recoll (Xapian) and plain FTS5 with unicode61, on the same texts, in one run.

    tests/bench/compare_search.py --archive-bench build/bench/tests/bench/archive_bench

Writes made letters as text files, indexes them with each program, and asks each 50 questions whose answer is
known: a letter that holds what is asked, typed as it is printed or otherwise. Prints Markdown: CPU and wall
seconds of indexing, size on the disk over the text, and how many of the questions each answers. The machine may
be shared: CPU seconds are the ones to compare.
"""
import argparse
import random
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

# How many hits of an answer count: what a person looks through.
LOOKED_AT = 50
TONE_PLACES = [("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("òe", "oè"), ("óe", "oé"),
               ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ")]


def fold(text):
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))


def other_tone_place(text):
    for older, newer in TONE_PLACES:
        text = re.sub(older + r"\b", newer, text)
    return text


def timed(run):
    """What run() answers, with wall and CPU seconds, its child processes' included."""
    def cpu():
        own = resource.getrusage(resource.RUSAGE_SELF)
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    before, start = cpu(), time.monotonic()
    answer = run()
    return answer, time.monotonic() - start, cpu() - before


def questions(texts, rng):
    """(kind, what is typed, whether it is a phrase, name of the letter that is meant)."""
    names = sorted(texts)

    def words(wanted=lambda phrase: True):
        while True:
            name = rng.choice(names)
            line = rng.choice(texts[name].splitlines()[7:] or [""])
            run = re.findall(r"[a-zà-ỹđ]+", line)
            begin = rng.randrange(max(1, len(run) - 2))
            phrase = " ".join(run[begin:begin + 3])
            if phrase.count(" ") == 2 and phrase in texts[name] and wanted(phrase):
                return phrase, name

    def number():
        name = rng.choice(names)
        return re.search(r"^Số: (.*)$", texts[name], re.MULTILINE).group(1), name

    asked = []
    for _ in range(15):
        phrase, name = words()
        asked.append(("phrase as printed", phrase, True, name))
    for _ in range(15):
        phrase, name = words(lambda p: fold(p) != p and "đ" not in p)
        asked.append(("phrase without accents", fold(phrase), True, name))
    for _ in range(5):
        phrase, name = words(lambda p: "đ" in p)
        asked.append(("phrase with d for đ", fold(phrase), True, name))
    for _ in range(5):
        phrase, name = words(lambda p: other_tone_place(p) != p)
        asked.append(("tone in the other place", other_tone_place(phrase), True, name))
    for _ in range(5):
        asked.append(("number as printed", *(lambda n: (n[0], True, n[1]))(number())))
    for _ in range(5):
        printed, name = number()
        asked.append(("number typed plainly", re.sub(r"[/-]", " ", fold(printed).lower()), True, name))
    return asked


def size(path):
    return sum(p.stat().st_size for p in Path(path).rglob("*") if p.is_file())


class Vanthu:
    name = "vanthu (index, values, originals)"

    def __init__(self, arguments, work):
        self.program, self.home = arguments.vanthu, work / "vanthu"

    def index(self, texts_dir, _):
        subprocess.run([self.program, "import", "-q", "-j", "2", "--archive", self.home, texts_dir], check=True)

    def size(self):
        return (self.home / "archive.db").stat().st_size

    def ask(self, text, phrase):
        typed = f'"{text}"' if phrase and "/" not in text and not text[0].isdigit() else text
        rows = subprocess.run([self.program, "search", "--archive", self.home, "--limit", str(LOOKED_AT), "--format",
                               "json", "--", typed], check=True, capture_output=True, text=True).stdout
        return re.findall(r"\b\d{8}\.txt\b", rows)


class Recoll:
    name = "Recoll"

    def __init__(self, _, work):
        self.home = work / "recoll"

    def index(self, texts_dir, _):
        self.home.mkdir()
        (self.home / "recoll.conf").write_text(f"topdirs = {texts_dir}\nindexstemminglanguages =\n")
        subprocess.run(["recollindex", "-c", self.home], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def size(self):
        return size(self.home / "xapiandb")

    def ask(self, text, phrase):
        typed = f'"{text}"' if phrase else text
        rows = subprocess.run(["recollq", "-c", self.home, "-b", "-n", str(LOOKED_AT), typed], capture_output=True,
                              text=True).stdout
        return re.findall(r"\b\d{8}\.txt\b", rows)


class PlainFts:
    name = "FTS5, unicode61"

    def __init__(self, _, work):
        self.file = work / "plain.db"

    def index(self, _, texts):
        db = sqlite3.connect(self.file)
        db.execute("CREATE VIRTUAL TABLE t USING fts5(name UNINDEXED, body, "
                   "tokenize = 'unicode61 remove_diacritics 2')")
        db.executemany("INSERT INTO t VALUES (?, ?)", texts.items())
        db.commit()
        db.close()

    def size(self):
        return self.file.stat().st_size

    def ask(self, text, phrase):
        db = sqlite3.connect(self.file)
        rows = db.execute("SELECT name FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?", (f'"{text}"', LOOKED_AT))
        return [name for (name,) in rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = Path(__file__).resolve().parents[2]
    parser.add_argument("--vanthu", type=Path, default=root / "build/release/vanthu")
    parser.add_argument("--archive-bench", type=Path, default=root / "build/bench/tests/bench/archive_bench")
    parser.add_argument("--letters", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if not shutil.which("recollindex"):
        sys.exit("Recoll is needed: apt-get install recollcmd")
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder:
        work = Path(folder)
        texts_dir = work / "texts"
        subprocess.run([arguments.archive_bench, "--letters", str(arguments.letters), "--texts", texts_dir], check=True)
        texts = {p.name: p.read_text() for p in texts_dir.iterdir()}
        total = sum(len(t.encode()) for t in texts.values())
        asked = questions(texts, random.Random(arguments.seed))
        kinds = list(dict.fromkeys(kind for kind, *_ in asked))
        print(f"{arguments.letters} letters, {total / 1e6:.1f} MB of text\n")
        print("| program | indexing CPU s | wall s | size over text | a question, CPU ms | answered | "
              + " | ".join(kinds) + " |\n|---|" + "--:|" * (5 + len(kinds)))
        for engine in (program(arguments, work) for program in (Vanthu, Recoll, PlainFts)):
            _, wall, cpu = timed(lambda: engine.index(texts_dir, texts))
            found, times = {kind: [] for kind in kinds}, []
            for kind, text, phrase, name in asked:
                answer, _, spent = timed(lambda: engine.ask(text, phrase))
                times.append(spent * 1000)
                found[kind].append(name in answer)
            answered = sum(map(sum, found.values()))
            print(f"| {engine.name} | {cpu:.1f} | {wall:.1f} | {engine.size() / total:.2f} | "
                  f"{statistics.median(times):.1f} | {answered} of {len(asked)} | "
                  + " | ".join(f"{sum(found[k])} of {len(found[k])}" for k in kinds) + " |", flush=True)


if __name__ == "__main__":
    main()
