"""From the start of the process to the first painted window and the first rows in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from bench.books import big_book
from bench.measure import FEW, Measure, compared

_ROOT: Final = Path(__file__).resolve().parents[1]


def measures(size: int) -> Iterator[Measure]:
    """Measure the first paint, and the first rows against the bare window's first paint."""
    book = big_book(size)
    rounds = [(_start("ours", book), _start("floor", book)) for _ in range(2 * FEW + 1)][1:]
    base = [floor[0] for _, floor in rounds]
    painted = ([ours[0] for ours, _ in rounds], base)
    yield compared("start", painted, size=size, goal=1.3, limit=1.5)
    shown = ([ours[1] for ours, _ in rounds], base)
    ours, plain = (median(pair[place][2] for pair in rounds) for place in (0, 1))
    note = f"processor time {ours:.2f} s, the floor's {plain:.2f} s"
    yield compared("start_data", shown, size=size, goal=3, limit=4, note=note)


def _start(which: str, book: Path) -> tuple[float, ...]:
    """Start a window; return seconds to its first paint, to its first rows, and those of work."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # A user's second start reads compiled modules, whatever the shell that measures says.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        remembered = json.dumps({"book": str(book), "recent": [["", str(book)]]})
        (Path(folder) / "window.json").write_text(remembered, encoding="utf-8")
        command = [sys.executable, "-m", "bench.child", which, str(book), folder]
        done = subprocess.run(  # noqa: S603  (this package)
            [*command, str(time.monotonic())],
            cwd=_ROOT,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(done.stderr[-2000:])
    return tuple(float(part) for part in done.stdout.split()[-3:])
