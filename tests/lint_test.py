#!/usr/bin/env python3
"""Each rule of tests/lint: a line that it must name, and lines that it must leave alone."""
import subprocess
import sys
import tempfile
from pathlib import Path

LINT = Path(__file__).resolve().parent / "lint"

# Files that every tree below holds, so that includes of them are known.
TREE = {
    "models/core/result.h": "",
    "extractors/extractor.h": "",
    "pipeline/image/pix.h": "",
    "pipeline/layout/layout.h": "",
    "pipeline/run/stages.h": "",
    "pipeline/archive/store.h": "",
    "pipeline/export/rows.h": "",
    "corpus/print/page.h": "",
    "tests/unit/run/fixture.h": "",
}

UNFINISHED = "TO" + "DO"

# {file, its text, what the message must hold}
MUST_NAME = [
    # includes that point upward
    ("models/a.cc", '#include "extractors/extractor.h"', "models must not include extractors"),
    ("models/a.h", '\n#include "pipeline/image/pix.h"', "models/a.h:2: models must not include pipeline/image"),
    ("extractors/fields/a.cc", '#include "pipeline/run/stages.h"', "extractors must not include pipeline/run"),
    ("pipeline/archive/a.cc", '#include "pipeline/run/stages.h"', "pipeline/archive must not include"),
    ("pipeline/run/a.cc", '#include "pipeline/cli/a.h"', "is no file of the tree"),
    # rooms of one floor
    ("pipeline/segment/a.cc", '#include "pipeline/layout/layout.h"', "must not include pipeline/layout"),
    ("pipeline/layout/a.cc", '  #  include "pipeline/image/pix.h"', "must not include pipeline/image"),
    ("pipeline/intake/a.cc", '#include "extractors/extractor.h"', "must not include extractors"),
    # the shells go through run
    ("pipeline/cli/a.cc", '#include "pipeline/archive/store.h"', "must not include pipeline/archive"),
    # the corpus is judge, not party
    ("corpus/print/a.cc", '#include "models/core/result.h"', "corpus/print must not include models"),
    ("models/a.cc", '#include "corpus/print/page.h"', "must not include corpus/print"),
    # libraries behind one room
    ("pipeline/run/a.cc", "#include <sqlite3.h>", "pipeline/archive alone"),
    ("pipeline/segment/a.cc", "#include <leptonica/allheaders.h>", "pipeline/image"),
    # the outside world
    ("models/a.cc", "std::cout << 1;", "for the shells"),
    ("pipeline/run/a.cc", '  std::getenv("X"); getenv("X");', "for the shells"),
    # what no file may hold
    ("README.md", f"{UNFINISHED}: more", "unfinished work"),
    ("models/a.cc", "#if " + "0", "unfinished work"),
    ("tests/run", "ls /ho" + "me/an/x", "a path of one machine"),
]

MUST_PASS = [
    ("models/a.cc", '#include "models/core/result.h"\n#include <array>'),
    ("extractors/fields/a.cc", '#include "extractors/extractor.h"\n#include "models/core/result.h"\n#include <re2/re2.h>'),
    ("pipeline/reading/a.cc", '#include "pipeline/image/pix.h"\n#include <tesseract/baseapi.h>'),
    ("pipeline/run/a.cc", '#include "pipeline/archive/store.h"\n#include "extractors/extractor.h"'),
    ("pipeline/cli/a.cc", '#include "pipeline/run/stages.h"\n#include <CLI/CLI.hpp>\nstd::exit(1);'),
    ("tests/unit/run/a_test.cc", '#include "pipeline/run/stages.h"\n#include "fixture.h"\n#include <sqlite3.h>'),
    ("models/a.cc", "// std::cout is for the shells\nint exit_code = 0; Exit(); on_exit(f);"),
    ("models/data/a.tsv", "khóa X" + "XX"),
    ("README.md", "see ~/ho" + "me/x or $HOME/ho" + "me/x"),
    ("models/a.cc", "\n" * 500),  # long: a warning alone
]


def run(path, text):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {**TREE, path: text}.items():
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        return subprocess.run([sys.executable, LINT, folder], capture_output=True, text=True)


def main():
    wrong = []
    for path, text, message in MUST_NAME:
        done = run(path, text)
        if done.returncode != 1 or message not in done.stdout or f"{path}:" not in done.stdout:
            wrong.append(f"not named: {path}: {text!r} (wanted {message!r})\n{done.stdout}{done.stderr}")
    for path, text in MUST_PASS:
        done = run(path, text)
        if done.returncode != 0:
            wrong.append(f"wrongly named: {path}: {text!r}\n{done.stdout}{done.stderr}")
    print("\n".join(wrong) or f"{len(MUST_NAME) + len(MUST_PASS)} cases as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
