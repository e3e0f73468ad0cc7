"""What a draft allocates, without a window."""

from datetime import date

from domain.allocation import OpenItem
from domain.document import Kind
from ui.receipts.draft import Draft, Source

ON = date(2026, 11, 20)


def debit(number, opened, due=None, terms="", **more):
    values = {
        "id": number,
        "document_id": number,
        "kind": Kind.INVOICE,
        "number": f"INV-{number}",
        "seq": 1,
        "parts": 1,
        "customer_id": 1,
        "currency": "CNY",
        "issued_on": date(2026, 11, 15),
        "due_on": due or date(2026, 11, number),
        "amount": opened,
        "open": opened,
        "terms": terms,
        "gross": opened,
    }
    return OpenItem(**{**values, **more})


def draft(available, *debits, limit=100):
    source = Source(
        item_id=9,
        document_id=9,
        number="RC-1",
        customer_id=1,
        currency="CNY",
        amount=available,
        available=available,
        on=ON,
    )
    return Draft(source, debits, limit, as_of=ON)


def minors(made):
    return {line.id: line.minor for line in made.lines()}


def test_the_oldest_due_is_paid_first():
    made = draft(15_000, debit(2, 10_000), debit(1, 10_000))
    assert [line.id for line in made.lines()] == [1, 2]
    assert minors(made) == {1: 10_000, 2: 5_000}


def test_a_typed_amount_caps_its_debit_and_the_rest_goes_on():
    made = draft(10_000, debit(1, 10_000), debit(2, 10_000))
    made.type(1, 7_000)
    assert minors(made) == {1: 7_000, 2: 3_000}
    made.type(1, None)
    assert minors(made) == {1: 10_000, 2: 0}


def test_what_is_typed_goes_before_what_merely_follows():
    made = draft(10_000, debit(1, 10_000), debit(2, 10_000))
    made.type(2, 7_000)
    assert minors(made) == {1: 3_000, 2: 7_000}


def test_a_typed_amount_never_exceeds_what_is_open_or_at_hand():
    made = draft(10_000, debit(1, 6_000))
    made.type(1, 99_000)
    assert minors(made) == {1: 6_000}
    short = draft(5_000, debit(1, 6_000))
    short.type(1, 99_000)
    assert minors(short) == {1: 5_000}


def test_a_debit_left_out_gets_nothing_and_one_ticked_comes_first():
    made = draft(10_000, debit(1, 10_000), debit(2, 10_000))
    made.toggle(1)
    assert minors(made) == {1: 0, 2: 10_000}
    made.toggle(1)
    assert minors(made) == {1: 10_000, 2: 0}
    made.toggle_all()
    assert minors(made) == {1: 0, 2: 0}
    made.toggle_all()
    assert minors(made) == {1: 10_000, 2: 0}


def test_a_discount_is_taken_where_the_amount_comes_out_even():
    made = draft(9_800, debit(1, 10_000, terms="2/10 NET30"), debit(2, 5_000))
    first, second = made.lines()
    assert (first.minor, first.discount, first.left) == (9_800, 200, 0)
    assert second.minor == 0


def test_a_discount_finds_its_invoice_among_older_ones():
    late = debit(2, 10_000, terms="2/10 NET30")
    made = draft(9_800, debit(1, 5_000), late)
    first, second = made.lines()
    assert (first.minor, second.minor, second.discount) == (0, 9_800, 200)


def test_a_discount_is_only_offered_where_the_amount_says_nothing():
    made = draft(10_000, debit(1, 10_000, terms="2/10 NET30"))
    (line,) = made.lines()
    assert (line.minor, line.discount, line.offer) == (10_000, 0, 200)
    made.toggle_discount(1)
    (line,) = made.lines()
    assert (line.minor, line.discount, line.left) == (9_800, 200, 0)


def test_no_discount_is_offered_after_its_days_or_twice():
    old = debit(1, 10_000, terms="2/10 NET30", issued_on=date(2026, 11, 1))
    had = debit(2, 10_000, terms="2/10 NET30", discounted=200)
    odd = debit(3, 10_000, terms="whenever")
    assert [line.offer for line in draft(5_000, old, had, odd).lines()] == [0, 0, 0]


def test_a_part_gets_no_discount():
    made = draft(5_000, debit(1, 10_000, terms="2/10 NET30"))
    made.toggle_discount(1)
    (line,) = made.lines()
    assert (line.minor, line.discount) == (5_000, 0)


def test_a_small_rest_within_the_limit_can_be_written_off():
    made = draft(9_950, debit(1, 10_000), limit=50)
    (line,) = made.lines()
    assert line.spare == 50
    made.toggle_write_off(1)
    (use,) = made.uses()
    assert (use.minor, use.write_off) == (9_950, 50)
    assert made.lines()[0].left == 0


def test_a_rest_above_the_limit_cannot():
    made = draft(9_949, debit(1, 10_000), limit=50)
    made.toggle_write_off(1)
    assert made.lines()[0].spare == 0
    assert made.uses()[0].write_off == 0
