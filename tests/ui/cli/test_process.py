"""The command line as a process: killed, interrupted, piped, in a poor terminal."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, str(ROOT / "main.py")]
ROWS = 60_000


def run(*words, **options):
    return subprocess.run(
        [*COMMAND, *map(str, words)],
        capture_output=True,
        check=False,
        timeout=300,
        cwd=options.pop("cwd", ROOT),
        **options,
    )


@pytest.fixture
def path(tmp_path):
    made = run("--book", tmp_path / "b.qz", "init", "--company", "A")
    assert made.returncode == 0
    return tmp_path / "b.qz"


def large(tmp_path, rows=ROWS):
    file = tmp_path / "large.csv"
    lines = [f"N{n},C{n % 500},2026-01-{1 + n % 28:02d},CNY,{n}.25" for n in range(1, rows + 1)]
    file.write_text("number,customer,issue_date,currency,amount\n" + "\n".join(lines), "utf-8")
    return file


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("seconds", [0.9, 1.6, 2.3, 3.0])
def test_a_killed_import_leaves_the_book_as_before_or_after(path, tmp_path, seconds):
    words = ["--book", str(path), "import", "invoices", str(large(tmp_path))]
    process = subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait(60)

    assert run("--book", path, "check").returncode == 0
    told = json.loads(run("--book", path, "--json", "ageing", "--as-of", "2026-12-31").stdout)
    items = [total["items"] for total in told["totals"]]
    assert items in ([], [ROWS])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a process")
def test_an_interrupted_import_says_so_and_changes_nothing(path, tmp_path):
    words = ["--book", str(path), "import", "invoices", str(large(tmp_path))]
    process = subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    # The book is locked once it is open: from then on there is something to interrupt.
    lock = path.with_name(path.name + ".lock")
    while process.poll() is None and not lock.exists():
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)

    assert b"Traceback" not in said
    assert process.returncode == 3
    told = json.loads(run("--book", path, "--json", "ageing", "--as-of", "2026-12-31").stdout)
    assert told["rows"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX pipe")
def test_a_closed_pipe_is_no_fault(path, tmp_path):
    assert run("--book", path, "import", "invoices", large(tmp_path, 3000)).returncode == 0
    words = ["--book", str(path), "ageing", "--as-of", "2026-12-31", "--by", "item", "--json"]
    process = subprocess.Popen(
        [*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert (process.wait(60), said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_under_the_answer_is_told(path):
    words = [*COMMAND, "--book", str(path), "--json", "check"]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            words, stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT, timeout=60
        )

    assert ended.returncode == 3
    assert b"Traceback" not in ended.stderr


def test_chinese_goes_through_a_pipe_of_any_locale(path, tmp_path):
    poor = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}

    ended = run("--book", tmp_path / "无.qz", "check", env=poor)

    assert ended.returncode == 4
    assert "找不到账套文件" in ended.stderr.decode("utf-8")
    usage = run("--book", path, "import", "中文", "x", env=poor)
    assert usage.returncode == 2
    assert b"Traceback" not in usage.stderr


def test_the_default_book_lies_in_the_users_folder(tmp_path):
    homes = {"HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA", "USERPROFILE"}
    own = {**os.environ, **dict.fromkeys(homes, str(tmp_path))}

    assert run("init", "--company", "A", env=own).returncode == 0

    assert len(list(tmp_path.rglob("book.qz"))) == 1
    assert run("check", env=own).returncode == 0


def test_nothing_of_qt_is_loaded(path):
    code = (
        "import sys, main; main.main(['--book', sys.argv[1], 'check']);"
        "sys.exit('PySide6' in sys.modules)"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, check=False
    )

    assert ended.returncode == 0, ended.stderr
