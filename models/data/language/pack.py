#!/usr/bin/env python3
"""Packs n-gram counts into ngrams.bin, the form that models/lexicon/language_model.cc reads.

    pack.py FOLDER OUT

FOLDER holds unigrams.tsv.gz, bigrams.tsv.gz and trigrams.tsv.gz (`ngram<TAB>count`, tokens separated by one
blank). Pairs and triples with a word that has no count of its own, and triples whose first two words are no pair,
tell the model nothing and are left out. The form is described in README.md beside this file.
"""
import gzip
import struct
import sys
from pathlib import Path


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            ngram, count = line.rstrip("\n").split("\t")
            yield tuple(ngram.split(" ")), int(count)


def groups(sizes):
    """Where each group begins in a list of them all, and where the last one ends."""
    starts = [0]
    for size in sizes:
        starts.append(starts[-1] + size)
    return starts


def numbers(code, values):
    return struct.pack(f"<{len(values)}{code}", *values)


def main(folder, out):
    words = {ngram[0].encode(): count for ngram, count in read(folder / "unigrams.tsv.gz")}
    vocabulary = sorted(words)
    index = {word.decode(): i for i, word in enumerate(vocabulary)}

    followers = [{} for _ in vocabulary]
    for (first, second), count in read(folder / "bigrams.tsv.gz"):
        if first in index and second in index:
            followers[index[first]][index[second]] = count
    pairs = {}
    for first, seconds in enumerate(followers):
        for second in sorted(seconds):
            pairs[first, second] = {}
    for (first, second, third), count in read(folder / "trigrams.tsv.gz"):
        pair = pairs.get((index.get(first), index.get(second)))
        if pair is not None and third in index:
            pair[index[third]] = count

    text = b"".join(word + b"\n" for word in vocabulary)
    text += b"\n" * (-len(text) % 4)
    triples = [(third, pair[third]) for pair in pairs.values() for third in sorted(pair)]
    parts = [
        b"VNGRAMS1",
        numbers("I", [len(vocabulary), len(pairs), len(triples), len(text)]),
        text,
        numbers("I", [words[word] for word in vocabulary]),
        numbers("I", groups(len(seconds) for seconds in followers)),
        numbers("I", groups(len(thirds) for thirds in pairs.values())),
        numbers("I", [followers[first][second] for first, second in pairs]),
        numbers("I", [count for _, count in triples]),
        numbers("H", [second for _, second in pairs]),
        numbers("H", [third for third, _ in triples]),
    ]
    out.write_bytes(b"".join(parts))
    print(f"{len(vocabulary)} words, {len(pairs)} pairs, {len(triples)} triples, {out.stat().st_size} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
