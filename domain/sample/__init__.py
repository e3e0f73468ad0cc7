"""The sample book: a made-up firm of Suzhou, sixty customers, two years of business.

Everything is computed from the day it is made for, by the same rules and through
the same unit of work as real entries; the same day gives the same book.
"""

from __future__ import annotations

from domain.sample.firms import COMPANY
from domain.sample.making import make_sample

__all__ = ["COMPANY", "make_sample"]
