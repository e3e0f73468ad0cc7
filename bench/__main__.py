"""The door: ``python -m bench [NAME…] [--size N] [--json]``."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from bench.measure import Measure

#: Module by measure; a module makes all of its measures in one go.
MEASURES: Final = {
    "ageing": "ageing",
    "ageing_early": "ageing",
    "ageing_today": "ageing",
    "exposure": "exposure",
    "standings": "exposure",
    "credit_check": "exposure",
    "open_list": "lists",
    "open_first": "lists",
    "import": "importing",
    "posting": "posting",
    "posting_growth": "posting",
    "dunning": "dunning",
    "letters": "papers",
    "batch": "papers",
    "statement": "papers",
    "start": "starting",
    "start_data": "starting",
    "matching": "matching",
    "matching_growth": "matching",
    "matching_right": "matching",
    "matching_booked": "matching",
    "matching_shown": "matching",
    "page": "desk",
    "page_file": "desk",
    "page_limits": "desk",
    "page_movements": "desk",
    "page_busiest": "desk",
    "customers": "desk",
    "worklist": "desk",
    "warning": "warning",
    "warning_time": "warning",
    "list_paint": "window",
    "list_end": "window",
    "list_sort": "window",
    "list_page": "window",
    "list_jump": "window",
    "list_filter": "window",
    "list_stall": "window",
    "list_memory": "window",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for, everything without a name, and print it."""
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--size", type=int, default=100_000, help="documents in the book")
    parser.add_argument("--json", action="store_true", help="one JSON object per measure")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in MEASURES]
    if unknown:
        parser.error(f"no such measure: {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    for measure in _measures(asked.names or list(MEASURES), asked.size):
        print(measure.json() if asked.json else measure.line(), flush=True)
    return 0


def _measures(names: Sequence[str], size: int) -> Iterator[Measure]:
    for module in dict.fromkeys(MEASURES[name] for name in names):
        for measure in importlib.import_module(f"bench.{module}").measures(size):
            if measure.name in names:
                yield measure


if __name__ == "__main__":
    sys.exit(main())
