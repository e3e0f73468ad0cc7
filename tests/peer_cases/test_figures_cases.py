"""What other systems prove about figures of receivables management."""

from domain.figures.cei import collection_effectiveness


def test_c83_what_was_collected_of_what_could_be_is_98_percent():
    told = collection_effectiveness(
        begin=100_000, billed=1_000_000, end=120_000, end_not_due=100_000
    )

    assert told == 98
