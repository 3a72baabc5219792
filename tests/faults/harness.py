"""What the runners of this folder share: starting the program, and looking at what it left."""

import ctypes
import glob
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

import samples

VANTHU = os.path.join(os.path.abspath(os.environ.get("VANTHU_BIN", "build/release")), "vanthu")
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith(("VANTHU_", "XDG_"))}
ENVIRONMENT["LANG"] = "C.UTF-8"


class Ran:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()

    def expect(self, status, *patterns):
        assert self.status == status, f"status {self.status}, not {status}: {self.err}"
        for pattern in patterns:
            assert re.search(pattern, self.err), f"no {pattern!r} in {self.err!r}"
        return self


def vanthu(*words, limit=None, timeout=240, rights=False, soffice=None):
    """limit: most bytes that a file may have (as a disk that is full). rights: those of files hold
    for root as well. soffice: in LibreOffice's place."""
    environment = ENVIRONMENT if soffice is None else {**ENVIRONMENT, "VANTHU_SOFFICE": str(soffice)}
    def before():
        if rights and os.geteuid() == 0:
            pr_capbset_drop, cap_dac_override = 24, 1
            assert ctypes.CDLL(None).prctl(pr_capbset_drop, cap_dac_override, 0, 0, 0) == 0
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return Ran(subprocess.run([VANTHU, *map(str, words)], capture_output=True, check=False,
                              preexec_fn=before, timeout=timeout, env=environment))


def start(*words):
    return subprocess.Popen([VANTHU, *map(str, words)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, env=ENVIRONMENT)


def workers(parent, deadline=20):
    """Process ids of the workers of a running program, once there is one."""
    until = time.monotonic() + deadline
    while time.monotonic() < until:
        found = []
        for status in glob.glob("/proc/[0-9]*/stat"):
            try:
                text = pathlib.Path(status).read_text()
                command = pathlib.Path(status).with_name("cmdline").read_bytes()
            except OSError:
                continue
            if int(text.rsplit(")", 1)[1].split()[1]) == parent and b"worker-page" in command:
                found.append(int(text.split()[0]))
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError("no worker was started")


def archived(archive):
    """Source and normalised number of every letter, sorted."""
    done = vanthu("export", "--archive", archive).expect(0)
    records = [json.loads(line) for line in done.out.splitlines()]
    return sorted((r["source"]["name"], r["source"]["sha256"],
                   r["number"] and r["number"]["normalized"]) for r in records)


def originals(archive):
    return [f for f in pathlib.Path(archive, "originals").rglob("*") if f.is_file()]


def make_letters(folder, count):
    folder.mkdir()
    for number in range(1, count + 1):
        (folder / f"{number:04}.txt").write_text(samples.letter(number))


def sound(archive):
    """The archive's database passes SQLite's own check, where there is one already."""
    database = pathlib.Path(archive, "archive.db")
    if not database.exists():
        return
    connection = sqlite3.connect(database, timeout=10)
    try:
        answer = connection.execute("PRAGMA integrity_check").fetchall()
        assert answer == [("ok",)], answer
    finally:
        connection.close()


def main(tests):
    """Runs the functions named test_NAME of a runner, or those whose NAMEs the command line gives."""
    if not os.access(VANTHU, os.X_OK):
        sys.exit("no program vanthu in $VANTHU_BIN")
    tests = {name[5:]: test for name, test in tests.items() if name.startswith("test_")}
    failed = 0
    for name in sys.argv[1:] or tests:
        work = pathlib.Path(tempfile.mkdtemp(prefix="vanthu-fault-"))
        begin = time.monotonic()
        try:
            tests[name](work)
            print(f"ok {name} ({time.monotonic() - begin:.1f} s)", flush=True)
        except Exception:  # a test that fails must not keep the others from running
            failed += 1
            print(f"FAILED {name}\n{traceback.format_exc()}", flush=True)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if failed else 0)

