"""What a draft allocates, without a window."""

from datetime import date

from domain.allocation import OpenItem
from domain.document import Kind
from domain.matching.values import Part
from ui.receipts.draft import Draft, Limits, Source

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


def note(number, opened, **more):
    return debit(number, -opened, kind=Kind.CREDIT_NOTE, due_on=None, **more)


def source(available, *, key=9, customer_id=1):
    return Source(
        key=key,
        item_id=9,
        document_id=9,
        number="RC-1",
        customer_id=customer_id,
        currency="CNY",
        amount=available,
        available=available,
        on=ON,
    )


def draft(available, *debits, limit=100, fee=0, credits=(), parts=(), customer_id=1):
    return Draft(
        source(available, customer_id=customer_id),
        debits,
        Limits(difference=limit, fee=fee),
        as_of=ON,
        credits=credits,
        seed={part.item_id: part for part in parts},
        follow=not parts,
    )


def minors(made):
    return {line.id: line.minor for line in made.lines()}


def line_of(made, item_id):
    return next(line for line in made.lines() if line.id == item_id)


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
    assert not made.touched()


def test_a_discount_finds_its_invoice_among_older_ones():
    late = debit(2, 10_000, terms="2/10 NET30")
    made = draft(9_800, debit(1, 5_000), late)
    first, second = made.lines()
    assert (first.minor, second.minor, second.discount) == (0, 9_800, 200)


def test_a_discount_is_only_offered_where_the_amount_says_nothing():
    made = draft(10_000, debit(1, 10_000, terms="2/10 NET30"))
    (line,) = made.lines()
    assert (line.minor, line.discount, line.offer) == (10_000, 0, 200)
    assert made.close(1)
    (line,) = made.lines()
    assert (line.minor, line.discount, line.left) == (9_800, 200, 0)


def test_no_discount_is_offered_after_its_days_or_twice():
    old = debit(1, 10_000, terms="2/10 NET30", issued_on=date(2026, 11, 1))
    had = debit(2, 10_000, terms="2/10 NET30", discounted=200)
    odd = debit(3, 10_000, terms="whenever")
    assert [line.offer for line in draft(5_000, old, had, odd).lines()] == [0, 0, 0]


def test_a_part_gets_no_discount():
    made = draft(5_000, debit(1, 10_000, terms="2/10 NET30"))
    made.close(1)
    (line,) = made.lines()
    assert (line.minor, line.discount) == (5_000, 0)


def test_a_small_rest_within_the_limit_can_be_written_off():
    made = draft(9_950, debit(1, 10_000), limit=50)
    (line,) = made.lines()
    assert line.spare == 50
    made.close(1)
    (use,) = made.uses()
    assert (use.minor, use.write_off) == (9_950, 50)
    assert made.lines()[0].left == 0


def test_a_rest_above_the_limit_cannot():
    made = draft(9_949, debit(1, 10_000), limit=50)
    assert not made.close(1)
    assert made.uses()[0].write_off == 0


def test_d_offers_one_closing_after_the_other_and_then_none():
    made = draft(9_800, debit(1, 10_000, terms="2/10 NET30"), limit=300, fee=300)
    seen = []
    for _press in range(5):
        made.close(1)
        line = line_of(made, 1)
        seen.append((line.discount, line.write_off, line.fee))
    # It begins with the discount taken, since 9,800 is 10,000 less 2 %.
    assert seen == [(0, 200, 0), (0, 0, 200), (0, 0, 0), (200, 0, 0), (0, 200, 0)]


def test_a_proposal_is_taken_to_the_cent_and_nothing_else():
    parts = (Part(item_id=1, minor=6_000), Part(item_id=3, minor=2_000))
    made = draft(10_000, debit(1, 6_000), debit(2, 5_000), debit(3, 5_000), parts=parts)
    assert minors(made) == {1: 6_000, 2: 0, 3: 2_000}
    assert made.parts() == parts
    assert not made.touched()
    assert made.allocated() == 8_000


def test_an_amount_typed_into_a_proposal_lets_the_rest_go_on():
    parts = (Part(item_id=1, minor=6_000), Part(item_id=3, minor=4_000))
    made = draft(10_000, debit(1, 6_000), debit(2, 5_000), debit(3, 5_000), parts=parts)
    made.type(3, 1_000)
    assert minors(made) == {1: 6_000, 2: 3_000, 3: 1_000}
    assert made.touched()


def test_unticking_a_proposed_document_leaves_the_others_as_proposed():
    parts = (Part(item_id=1, minor=6_000), Part(item_id=3, minor=4_000))
    made = draft(10_000, debit(1, 6_000), debit(2, 5_000), debit(3, 5_000), parts=parts)
    made.toggle(3)
    assert minors(made) == {1: 6_000, 2: 0, 3: 0}


def test_what_a_proposal_closes_stays_until_d_is_pressed():
    part = Part(item_id=1, minor=9_950, difference=50)
    made = draft(9_950, debit(1, 10_000), limit=50, parts=(part,))
    assert made.parts() == (part,)
    made.close(1)
    assert line_of(made, 1).left == 50


def test_a_credit_note_pays_with_the_money():
    parts = (Part(item_id=1, minor=7_000),)
    made = draft(7_000, debit(1, 10_000), credits=[note(5, 3_000)], parts=parts)
    made.toggle(5)
    made.type(1, None)
    assert minors(made) == {1: 10_000, 5: 3_000}
    assert made.allocated() == 7_000
    assert line_of(made, 5).left == 0
    assert [(part.item_id, part.minor, part.is_credit) for part in made.parts()] == [
        (1, 10_000, False),
        (5, 3_000, True),
    ]


def test_of_a_credit_note_no_more_is_used_than_its_own_customer_owes():
    theirs = debit(2, 9_000, customer_id=2)
    made = draft(1_000, debit(1, 500), theirs, credits=[note(5, 3_000)])
    made.toggle(5)
    made.toggle(2)
    assert minors(made) == {1: 500, 2: 1_000, 5: 500}
    assert made.allocated() == 1_000


def test_money_follows_to_no_other_customer_by_itself():
    made = draft(10_000, debit(1, 6_000), debit(2, 6_000, customer_id=2))
    assert minors(made) == {1: 6_000, 2: 0}


def test_documents_added_get_what_the_draft_before_leaves():
    narrow = draft(10_000, debit(1, 6_000))
    wide = draft(10_000, debit(1, 6_000), debit(2, 6_000, customer_id=2))
    wide.go_on_from(narrow)
    assert minors(wide) == {1: 6_000, 2: 0}
    wide.toggle(2)
    assert minors(wide) == {1: 6_000, 2: 4_000}


def test_what_was_decided_goes_over_to_a_new_draft_of_the_same_customer():
    before = draft(10_000, debit(1, 6_000), debit(2, 6_000))
    before.type(1, 1_000)
    after = draft(12_000, debit(1, 6_000), debit(2, 6_000), debit(3, 6_000))
    after.take_over(before)
    assert minors(after) == {1: 1_000, 2: 6_000, 3: 5_000}
