"""What lets the window start quickly: two kinds of work that starting does not need.

What is loaded before the first paint is chosen with the same care: no dataclass where a
``NamedTuple`` will do (it is made in a fifth of the time), and nothing that only an open
book needs.
"""

from __future__ import annotations

import builtins
import gc


def quicken() -> None:
    """Load what follows without the collector of garbage and without PySide's import hook.

    The collector finds next to nothing while modules load, but looks through all that is
    loaded again and again. The hook reads the source of every module for
    ``from __feature__ import …``, which nothing here says; Python's own import, which it
    keeps as ``__orig_import__``, takes a third off the time of loading SQLAlchemy.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401  (sets the hook)

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def settle() -> None:
    """Set the collector going: the start is over."""
    gc.enable()
