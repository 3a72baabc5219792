#!/usr/bin/env python3
"""Speed and memory of vanthu beside what people would use instead, on the same files, in one run.

    tests/bench/compare.py --vanthu build/release/vanthu --corpus-print build/release/corpus/corpus_print

Prints one Markdown table per question: pages a second (vanthu import, GNU parallel with tesseract,
OCRmyPDF), text letters a second and the memory that a batch of them takes, old Word files a second beside LibreOffice
alone, peak memory of the whole process tree for a short and a long PDF.
The machine may be shared: every command is run --rounds times in turn (A B C, A B C …) and the median
is quoted with the ratio to the first row.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ENVIRONMENT = dict(os.environ, OMP_THREAD_LIMIT="1", LC_ALL="C.UTF-8")


def tree_memory(root):
    """Proportional set size, in MB, of a process and everything below it."""
    children = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            children.setdefault(int(fields[1]), []).append(int(entry.name))
        except (OSError, IndexError):
            continue
    total, todo = 0, [root]
    while todo:
        pid = todo.pop()
        todo += children.get(pid, [])
        try:
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            continue
    return total / 1024


class Run:
    """One run of a command: wall and CPU seconds, peak memory of its process tree in MB."""

    def __init__(self, command, watch_memory=False):
        before = os.times()
        start = time.monotonic()
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE)
        self.peak = 0.0
        stop = threading.Event()

        def watch():
            while not stop.is_set():
                self.peak = max(self.peak, tree_memory(process.pid))
                stop.wait(0.2)

        watcher = threading.Thread(target=watch)
        if watch_memory:
            watcher.start()
        errors = process.stderr.read().decode(errors="replace")
        self.status = process.wait()
        self.wall = time.monotonic() - start
        stop.set()
        if watch_memory:
            watcher.join()
        after = os.times()
        self.cpu = (after.children_user - before.children_user) + (
            after.children_system - before.children_system)
        if self.status != 0:
            sys.exit(f"{' '.join(map(str, command))}: exit {self.status}\n{errors[-2000:]}")


def in_turn(commands, rounds):
    """{name: [Run, …]}, the commands one after the other in each round."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, make in commands.items():
            runs[name].append(Run(make()))
    return runs


def print_rates(title, unit, count, runs):
    print(f"\n### {title}\n")
    print(f"| program | {unit} a second | wall s | CPU s | speed to the first |")
    print("|---|---|---|---|---|")
    first = None
    for name, list_of_runs in runs.items():
        wall = statistics.median(r.wall for r in list_of_runs)
        cpu = statistics.median(r.cpu for r in list_of_runs)
        first = first or wall
        print(f"| {name} | {count / wall:.2f} | {wall:.1f} | {cpu:.1f} | {first / wall:.2f} |",
              flush=True)


def make_scans(arguments, folder, pages):
    """Aged scans of corpus letters as PDF, and the same pages as PNG for tesseract."""
    letters = sorted((arguments.source / "corpus/letters").glob("*.letter"))
    made = folder / "made"
    subprocess.run([arguments.corpus_print, "--out", made, "--forms=scan", "--dpi=200", "--seed=1",
                    "--", *letters], check=True, stdout=subprocess.DEVNULL)
    pdfs, images, total = folder / "pdf", folder / "png", 0
    pdfs.mkdir()
    images.mkdir()
    for pdf in sorted((made / "scan-200").glob("*.pdf")):
        if total >= pages:
            break
        shutil.copy(pdf, pdfs)
        subprocess.run(["pdftoppm", "-r", "200", "-png", pdf, images / pdf.stem], check=True)
        total = len(list(images.glob("*.png")))
    return pdfs, images, total


def reading(arguments, work):
    pdfs, images, pages = make_scans(arguments, work, arguments.pages)
    counter = iter(range(10**6))

    def folder(name):
        out = work / f"{name}-{next(counter)}"
        out.mkdir()
        return out

    def vanthu(quality):
        return lambda: [arguments.vanthu, "import", "-q", "-j", "2", "--quality", quality, "--archive",
                        work / f"archive-{next(counter)}", pdfs]

    def tesseract(model):
        return lambda: ["parallel", "-j2", "tesseract", "{}", f"{folder('tesseract')}/{{/.}}", "-l", model, ":::",
                        *sorted(map(str, images.glob("*.png")))]

    def ocrmypdf():
        return ["parallel", "-j1", "ocrmypdf", "-q", "--jobs", "2", "-l", "vie", "--deskew", "--clean",
                "--output-type", "pdf", "{}", f"{folder('ocrmypdf')}/{{/}}", ":::", *sorted(map(str, pdfs.glob("*.pdf")))]

    commands = {"vanthu import -j 2 --quality normal": vanthu("normal"),
                "vanthu import -j 2 --quality quick": vanthu("quick"),
                "parallel -j2 tesseract -l vie": tesseract("vie"),
                "parallel -j2 tesseract -l Vietnamese": tesseract("Vietnamese")}
    if shutil.which("ocrmypdf"):
        commands["ocrmypdf --jobs 2 --deskew --clean"] = ocrmypdf
    print_rates(f"Reading {pages} scanned pages (200 dpi, OMP_THREAD_LIMIT=1)", "pages",
                pages, in_turn(commands, arguments.rounds))
    return pdfs


def printed(arguments, work):
    """The corpus as text and Word files, made once: its folder."""
    made = work / "printed"
    letters = sorted((arguments.source / "corpus/letters").glob("*.letter"))
    if not made.exists():
        subprocess.run([arguments.corpus_print, "--out", made, "--forms=txt,docx", "--", *letters],
                       check=True, stdout=subprocess.DEVNULL)
    return made


def many(sources, folder, count, suffix):
    """So many files, each with bytes of its own, so that none is skipped as known already."""
    folder.mkdir()
    contents = [path.read_bytes() for path in sources]
    for i in range(count):
        (folder / f"{i:05}{suffix}").write_bytes(contents[i % len(contents)] + f"\n\nBản lưu {i}\n".encode())
    return folder


def importing(arguments, work, folder):
    """A command that imports the folder into a new archive each time."""
    counter = iter(range(10**6))
    return lambda: [arguments.vanthu, "import", "-q", "-j", "2",
                    "--archive", work / f"archive-of-{folder.name}-{next(counter)}", folder]


def text_letters(arguments, work):
    texts = sorted((printed(arguments, work) / "txt").glob("*.txt"))
    folder = many(texts, work / "texts", arguments.letters, ".txt")
    print_rates(f"Importing {arguments.letters} text letters", "letters", arguments.letters,
                in_turn({"vanthu import -j 2": importing(arguments, work, folder)}, arguments.rounds))
    print("\n### Peak memory of the whole process tree, 2 workers\n\n| text letters | peak MB |\n|---|---|")
    for count in (arguments.letters // 5, arguments.letters):
        folder = many(texts, work / f"{count}-texts", count, ".txt")
        run = Run(importing(arguments, work, folder)(), watch_memory=True)
        print(f"| {count} | {run.peak:.0f} |", flush=True)


def word_files(arguments, work):
    sources = sorted((printed(arguments, work) / "docx").glob("*.docx"))
    profile = f"-env:UserInstallation=file://{work}/profile"
    soffice = ["soffice", profile, "--headless", "--norestore", "--convert-to"]
    subprocess.run([*soffice, "doc:MS Word 97", "--outdir", work / "doc", *sources], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    folder = many(sorted((work / "doc").glob("*.doc")), work / "docs", arguments.word_files, ".doc")
    files = sorted(folder.iterdir())
    # It ends without a word after some 247 files of one call.
    calls = [files[i:i + 200] for i in range(0, len(files), 200)]
    script = work / "soffice.sh"
    script.write_text("\n".join(
        f"{' '.join(map(str, soffice))} txt:Text --outdir {work / 'plain'} {' '.join(map(str, call))} || exit 1"
        for call in calls))
    print_rates(f"Importing {arguments.word_files} Word files (.doc)", "files", arguments.word_files,
                in_turn({"vanthu import -j 2": importing(arguments, work, folder),
                         "soffice --convert-to txt, 200 a call": lambda: ["sh", script]}, arguments.rounds))


def memory(arguments, work, pdfs):
    sources = sorted(map(str, pdfs.glob("*.pdf")))
    print("\n### Peak memory of the whole process tree, 2 workers\n")
    print("| PDF | peak MB | wall s |\n|---|---|---|")
    for pages in arguments.memory_pages:
        merged = work / f"{pages}-pages.pdf"
        chosen = (sources * (pages // len(sources) + 1))
        subprocess.run(["qpdf", "--empty", "--pages", *chosen, "--", work / "all.pdf"], check=True)
        subprocess.run(["qpdf", work / "all.pdf", "--pages", ".", f"1-{pages}", "--", merged], check=True)
        run = Run([arguments.vanthu, "import", "-q", "-j", "2", "--archive", work / f"memory-{pages}",
                   "--document-timeout", "36000", merged], watch_memory=True)
        print(f"| {pages} pages | {run.peak:.0f} | {run.wall:.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = Path(__file__).resolve().parents[2]
    parser.add_argument("--vanthu", type=Path, default=root / "build/release/vanthu")
    parser.add_argument("--corpus-print", type=Path, default=root / "build/release/corpus/corpus_print")
    parser.add_argument("--source", type=Path, default=root)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--letters", type=int, default=2000)
    parser.add_argument("--word-files", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory-pages", type=int, nargs="*", default=[10, 1000])
    parser.add_argument("--only", choices=["reading", "text", "word", "memory"])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder:
        work = Path(folder)
        if arguments.only not in ("text", "word"):
            pdfs = (reading(arguments, work) if arguments.only != "memory"
                    else make_scans(arguments, work, arguments.pages)[0])
        if arguments.only in (None, "text"):
            text_letters(arguments, work)
        if arguments.only in (None, "word"):
            word_files(arguments, work)
        if arguments.only in (None, "memory"):
            memory(arguments, work, pdfs)


if __name__ == "__main__":
    main()
