"""Steps that bring an older book to the tables of today, in order of their number.

A step is a plain module of :mod:`storage.migrations.versions` with one function
``upgrade(op)``. It is imported here by name, not found on disk, so that the
built program has it. Its docstring is what the book's history will say. A step
once released is never edited: a mistake is mended by the next step.

A step that rebuilds ``document`` (batch mode) makes ``uq_document_number`` anew
afterwards: Alembic does not carry an index over an expression along. The test
that compares the steps' tables with today's tells when it was forgotten.

Steps run with Alembic's operations, foreign keys off and the fact triggers
taken down, all in one transaction (:mod:`storage.upgrade`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from typing import Final

from alembic.operations import Operations

from storage.migrations.versions import v0001_first_schema


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the version it leads to and what it does."""

    version: int
    run: Callable[[Operations], None]

    @property
    def story(self) -> str:
        """What the step does, in one sentence."""
        return cleandoc(self.run.__doc__ or "").partition("\n")[0]


STEPS: Final = (Step(1, v0001_first_schema.upgrade),)
