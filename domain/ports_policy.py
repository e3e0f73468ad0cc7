"""What a review of the policy reads of a whole book at once; part of :mod:`domain.ports`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from domain.ports_warning import WarningReads


class SentLetter(NamedTuple):
    """A dunning letter and what it brought in, minor units of its currency.

    ``claimed`` is what was open of its items when it was sent, ``paid`` what of it money paid
    that came in time; ``settled``: all of it.
    """

    paper_id: int
    level: int
    currency: str
    sent_on: date
    claimed: int
    paid: int

    @property
    def settled(self) -> bool:
        """Whether everything it claimed was paid in time."""
        return self.paid >= self.claimed


class PolicyReads(WarningReads, Protocol):
    """Reading for reviews of the policy: what early warning reads, and what letters did."""

    def letters_sent(self, from_on: date, to_on: date, *, within: int) -> Sequence[SentLetter]:
        """Return the letters of a period with what came within so many days after each.

        Money counts by the day it came, after the letter's own day; what was written off,
        credited or discounted is not money.
        """
        ...
