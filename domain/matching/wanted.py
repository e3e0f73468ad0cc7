"""What a payment asks to be matched: its amount, the limits, and what its words say."""

from __future__ import annotations

from domain.matching.subsets import Budget
from domain.matching.values import Payment, Policy
from domain.matching.words import Month, months, said


class Wanted:
    """A payment's amount with the policy for it; words are read when they are needed."""

    def __init__(self, payment: Payment, policy: Policy, folded: str) -> None:
        self.payment = payment
        self.policy = policy
        self.budget = Budget(policy.work)
        self._folded = folded
        self._said: dict[str, tuple[int, int]] | None = None
        self._months: tuple[dict[Month, None], int, int] | None = None

    @property
    def minor(self) -> int:
        """The amount that came."""
        return self.payment.minor

    @property
    def charges(self) -> int:
        """What the bank told it kept back."""
        return self.payment.charges

    @property
    def said(self) -> dict[str, tuple[int, int]]:
        """What kind of money the words say it is, with their places."""
        if self._said is None:
            self._said = said(self._folded)
        return self._said

    @property
    def named_months(self) -> tuple[dict[Month, None], int, int]:
        """The months the words name, and where they stand."""
        if self._months is None:
            self._months = months(self._folded, self.payment.on)
        return self._months

    def may_miss_fee(self, off: int) -> bool:
        """Return whether what is missing may be a fee the bank did not tell."""
        if not 0 < off <= self.policy.fee_limit or off * 5 > self.minor:
            return False
        return self.payment.currency != self.policy.home or "fee" in self.said
