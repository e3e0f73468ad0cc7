"""The section of the policy about the policy: how often it is reviewed, and who may pass it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRules:
    """How versions of the policy are made.

    Attributes:
        review_months: months from one review to the next, counted from January: 3 is each
            calendar quarter.
        review_days: a review is due so many days after the period has ended.
        four_eyes: who drafts a version does not approve it.
        paid_within: a letter worked for what was paid within so many days after it.
    """

    review_months: int = 3
    review_days: int = 20
    four_eyes: bool = True
    paid_within: int = 14
