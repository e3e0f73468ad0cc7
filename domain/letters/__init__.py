"""Letters: their catalogue, their texts, and how a text becomes a paper."""

from __future__ import annotations

from domain.letters.words import long_date

__all__ = ["long_date"]
