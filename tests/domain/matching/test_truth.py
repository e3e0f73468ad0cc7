"""Books with known truth: what is booked by itself is right, and most that can be is."""

from collections import Counter

import pytest

from domain.matching.engine import match_all
from domain.matching.index import Index
from tests.generators.books import make

SEEDS = (101, 102, 103)
FIRMS = 500


def is_right(proposal, line):
    """Say whether a proposal books what a careful bookkeeper would: money and discounts."""
    paid = {part.item_id: part.minor for part in proposal.parts}
    discounts = {part.item_id: part.discount for part in proposal.parts if part.discount}
    return (paid, discounts) == (line.parts or {}, line.discounts)


def count(made):
    """Return how many lines there are of each outcome, and the ones booked wrongly."""
    answers = {answer.payment_id: answer for answer in match_all(Index(made.known), made.payments)}
    counts, wrong = Counter(), []
    for line in made.lines:
        answer = answers[line.payment.id]
        automatic = answer.best is not None and answer.best.is_automatic
        counts["true"] += line.parts is not None
        counts["automatic"] += automatic
        if automatic and line.parts is not None and is_right(answer.best, line):
            counts["right"] += 1
        elif automatic:
            wrong.append((line, answer.best))
        first = line.parts is not None and any(is_right(p, line) for p in answer.proposals[:3])
        counts["first three"] += first
    return counts, wrong


@pytest.mark.parametrize("level", ["low", "middle", "high"])
def test_what_is_booked_by_itself_is_right_and_it_is_most(level):
    total = Counter()
    for seed in SEEDS:
        counts, wrong = count(make(seed, firms=FIRMS, level=level))
        total += counts
        assert len(wrong) <= counts["automatic"] // 1000, wrong
    assert total["true"] > 1500
    assert total["right"] >= 0.999 * total["automatic"]
    assert total["right"] >= 0.85 * total["true"]
    assert total["first three"] >= 0.97 * total["true"]


def test_the_confidence_told_is_not_above_what_comes_true():
    by_confidence, right = Counter(), Counter()
    for level in ("middle", "high"):
        made = make(104, firms=FIRMS, level=level)
        for answer, line in zip(
            match_all(Index(made.known), made.payments), made.lines, strict=True
        ):
            best = answer.best
            if best is not None and best.parts:
                band = min(best.confidence // 10 * 10, 90)
                by_confidence[band] += 1
                right[band] += is_right(best, line)
    for band, lines in by_confidence.items():
        if lines >= 20:
            assert right[band] >= (band - 5) / 100 * lines, (band, lines, right[band])


def test_a_made_up_book_is_the_same_every_time():
    assert make(7, firms=30).payments == make(7, firms=30).payments
    assert make(7, firms=30).known == make(7, firms=30).known
    assert make(7, firms=30).payments != make(8, firms=30).payments


def test_a_made_up_book_books_no_more_than_there_is():
    made = make(9, firms=200, level="high")
    left = {claim.item.id: abs(claim.item.open) for claim in made.known.claims}
    credits = {claim.item.id for claim in made.known.claims if claim.item.amount < 0}
    kinds = Counter(line.kind for line in made.lines)
    for line in made.lines:
        parts = line.parts or {}
        paid = sum(-minor if item in credits else minor for item, minor in parts.items())
        assert paid <= line.payment.minor
        for item, minor in parts.items():
            left[item] -= minor + line.discounts.get(item, 0)
    assert min(left.values()) >= 0
    assert {"single", "several", "part", "fee", "cents", "on account", "stranger"} <= kinds.keys()
