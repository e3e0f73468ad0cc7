"""What other systems prove about dunning, told on our own book. The numbers are theirs."""

from domain.document import Kind
from domain.services.dunning_interest import claim_charges, open_charges
from tests.desk import day


def test_c01_levels_follow_one_another_and_none_is_skipped(desk):
    desk.levels(5, 20, 40)
    settled = desk.invoice("100.00", "2026-01-01", due="2026-02-01", number="OLD")
    desk.receipt("100.00", "2026-02-20", uses=[desk.use(settled, "100.00")])
    debt = desk.invoice("100.00", "2026-02-01", due="2026-03-01")
    assert desk.dun("2026-03-05") == {}
    assert desk.dun("2026-03-06") == {desk.first: (1, "100.00")}
    assert desk.dun("2026-03-31") == {desk.first: (1, "100.00")}, "still a draft"
    desk.dun("2026-03-06", release=True)
    assert desk.dun("2026-03-07") == {}
    assert desk.skipped("2026-03-07") == {desk.first: "waiting"}
    blocked = desk.dispute(debt, "100.00", "2026-03-08")
    assert desk.dun("2026-03-31") == {}
    assert desk.skipped("2026-03-31") == {desk.first: "disputed"}
    desk.close_dispute(blocked, "2026-03-31")
    assert desk.dun("2026-03-31") == {desk.first: (2, "100.00")}
    desk.receipt("100.00", "2026-04-01", uses=[desk.use(debt, "100.00")])
    assert desk.dun("2026-04-20") == {}
    assert desk.skipped("2026-04-20") == {}


def test_c02_after_the_last_level_the_item_is_final(desk):
    desk.levels(0)
    desk.invoice("100.00", "2026-01-01", due="2026-02-01")
    assert desk.dun("2026-02-02", release=True) == {desk.first: (1, "100.00")}
    assert desk.skipped("2026-02-03") == {desk.first: "final"}


def test_c04_money_received_but_not_allocated_stops_the_letter(desk):
    desk.levels(0)
    desk.invoice("50.00", "2026-01-01", due="2026-02-01")
    first = desk.receipt("50.00", "2026-02-01")
    assert desk.dun("2026-02-02") == {}
    assert desk.skipped("2026-02-02") == {desk.first: "covered"}
    desk.void(first, "2026-02-02", "returned by the bank")
    assert desk.dun("2026-02-02") == {desk.first: (1, "50.00")}
    desk.receipt("50.00", "2026-02-02")
    assert desk.skipped("2026-02-02") == {desk.first: "covered"}


def test_c06_conditions_are_true_exactly_at_their_value(desk):
    desk.levels(10, minimum=10_000)
    desk.invoice("99.99", "2026-01-01", due="2026-02-01")
    assert desk.skipped("2026-02-11") == {desk.first: "below_minimum"}
    desk.invoice("0.01", "2026-01-01", due="2026-02-01")
    assert desk.skipped("2026-02-10") == {desk.first: "waiting"}
    assert desk.dun("2026-02-11") == {desk.first: (1, "100.00")}


def test_c06_a_letter_may_follow_exactly_after_the_interval(desk):
    desk.levels(0, 1, interval=7)
    desk.invoice("100.00", "2026-01-01", due="2026-02-01")
    desk.dun("2026-02-02", release=True)
    assert desk.skipped("2026-02-08") == {desk.first: "too_soon"}
    assert desk.dun("2026-02-09") == {desk.first: (2, "100.00")}


def test_c07_only_the_instalment_that_is_due_is_chased(desk):
    desk.levels(0)
    invoice = desk.invoice("100.00", "2026-01-01", terms="50%@5+50%@10")
    assert desk.dun("2026-01-07", release=True) == {desk.first: (1, "50.00")}
    paid = desk.receipt("50.00", "2026-01-08")
    desk.allocate(paid, {invoice: "50.00"}, "2026-01-08")
    assert desk.dun("2026-01-09") == desk.skipped("2026-01-09") == {}
    assert desk.open(invoice) == ["0.00", "50.00"]
    desk.undo("2026-01-09", credit=paid)
    desk.void(paid, "2026-01-09", "cheque bounced")
    assert desk.skipped("2026-01-09") == {desk.first: "final"}
    row = desk.book.reader.open_items(day("2026-01-09"))[0]
    assert (row.label, row.status, row.level) == ("INV-2026-000001 (1/2)", "overdue", 1)


def test_c08_a_credit_note_against_the_invoice_ends_its_dunning(desk):
    desk.levels(0, 5)
    invoice = desk.invoice("100.00", "2026-01-01", due="2026-01-10")
    desk.dun("2026-01-11", release=True)
    credit = desk.credit_note("100.00", "2026-01-12")
    desk.allocate(credit, {invoice: "100.00"}, "2026-01-12")
    assert desk.dun("2026-01-16") == desk.skipped("2026-01-16") == {}
    desk.undo("2026-01-17", credit=credit)
    desk.void(credit, "2026-01-17")
    assert desk.dun("2026-01-18") == {desk.first: (2, "100.00")}


def test_c08_ours_differs_a_credit_that_stands_alone_is_set_against_the_letter(desk):
    """There a stand-alone credit note resolves nothing; here no one is chased for it."""
    desk.levels(0)
    desk.invoice("100.00", "2026-01-01", due="2026-01-10")
    desk.credit_note("40.00", "2026-01-12")
    assert desk.dun("2026-01-13") == {desk.first: (1, "60.00")}
    desk.credit_note("60.00", "2026-01-12")
    assert desk.skipped("2026-01-13") == {desk.first: "covered"}


def test_c10_days_of_grace_put_off_the_first_letter(desk):
    """Two days late: with no margin it is overdue and chased, with three days of it not yet."""
    desk.levels(1)
    desk.invoice("100.00", "2026-01-01", due="2026-01-10")
    assert desk.dun("2026-01-12") == {desk.first: (1, "100.00")}
    desk.levels(4)
    assert desk.skipped("2026-01-12") == {desk.first: "waiting"}
    assert desk.dun("2026-01-14") == {desk.first: (1, "100.00")}


def test_c12_a_reminder_14_days_before_the_due_date_is_counted_on_the_calendar(desk):
    desk.procedure({"days": -14}, {"days": 7})
    desk.invoice("100.00", "2024-03-01", due="2024-03-31")
    assert desk.dun("2024-03-16") == {}
    assert desk.dun("2024-03-17", release=True) == {desk.first: (0, "100.00")}
    assert desk.dun("2024-03-18") == {}
    assert desk.dun("2024-04-07") == {desk.first: (1, "100.00")}


def test_c13_fees_in_percent_are_of_the_original_principal(desk):
    desk.procedure({"days": 5, "fee_minor": 1000}, {"days": 10, "fee_percent": "15"})
    desk.invoice("100.00", "2026-01-01", due="2026-02-01")
    assert desk.dun("2026-02-06", release=True) == {desk.first: (1, "110.00")}
    assert desk.dun("2026-02-11", release=True) == {desk.first: (2, "125.00")}
    assert desk.balance() == "100.00", "fees are claims of their own, not part of the balance"


def test_c15_interest_and_a_fee_beside_the_principal(desk):
    _ten_percent(desk)
    (letter,) = desk.letters("2026-02-16").values()
    assert (letter.principal, letter.interest, letter.fees) == (10_000, 41, 1_000)
    assert letter.total == 11_041


def test_c16_interest_and_fee_stay_claimable_when_the_principal_is_paid(desk):
    invoice = _ten_percent(desk)
    desk.dun("2026-02-16", release=True)
    desk.receipt("100.00", "2026-02-16", uses=[desk.use(invoice, "100.00")])
    assert desk.dun("2026-02-20") == {}
    (open_,) = open_charges(desk.book.reader, day("2026-03-31"))
    assert (open_.interest_total, open_.fee_total, open_.total) == (41, 1_000, 1_041)
    notes = claim_charges(desk.uow(), desk.first, "CNY", day("2026-04-01")).value
    assert [desk.open(note) for note in notes] == ["0.41", "10.00"]
    assert open_charges(desk.book.reader, day("2026-04-02")) == []
    assert desk.check() == []


def test_c16_a_voided_debit_note_leaves_its_claim_open_again(desk):
    invoice = _ten_percent(desk)
    desk.dun("2026-02-16", release=True)
    desk.receipt("100.00", "2026-02-16", uses=[desk.use(invoice, "100.00")])
    for note in claim_charges(desk.uow(), desk.first, "CNY", day("2026-04-01")).value:
        desk.void(note, "2026-04-02")
    (open_,) = open_charges(desk.book.reader, day("2026-04-02"))
    assert open_.total == 1_041


def _ten_percent(desk):
    """100.00 due on 1 February; the letter claims 10 % a year and charges 10.00."""
    mode = "CN_CONTRACT:10%/year"
    desk.procedure({"days": 15, "fee_minor": 1000, "interest": mode})
    return desk.invoice("100.00", "2026-01-01", due="2026-02-01")


def test_c18_each_reminder_has_its_fee_on_its_day(desk):
    fees = (10_100, 10_200, 10_300)
    desk.procedure(*({"days": n, "fee_minor": fee} for n, fee in enumerate(fees, start=1)))
    desk.invoice("1000.00", "2026-01-01", due="2026-02-01")
    for on in ("2026-02-02", "2026-02-03", "2026-02-04"):
        desk.dun(on, release=True)
    charged = desk.book.reader.open_fees(day("2026-02-04"))
    assert [(str(one.charged_on), one.level, one.minor) for one in charged] == [
        ("2026-02-02", 1, 10_100),
        ("2026-02-03", 2, 10_200),
        ("2026-02-04", 3, 10_300),
    ]


def test_c19_a_fee_is_claimed_by_a_document_of_its_own_and_the_invoice_stays(desk):
    desk.procedure({"days": 1, "fee_minor": 1000})
    invoice = desk.invoice("10.00", "2026-01-01", due="2026-02-01")
    desk.dun("2026-02-02", release=True)
    claim_charges(desk.uow(), desk.first, "CNY", day("2026-02-02"))
    assert desk.open(invoice) == "10.00"
    assert desk.balance() == "20.00"


def test_c21_credits_count_in_no_bucket_but_the_sum_is_the_same(desk):
    """There credit notes are aged into 0-30; here they are unapplied and the balance agrees."""
    for amount, due in (("6.75", "07-18"), ("4.00", "06-18"), ("8.50", "05-18"), ("7.50", "04-18")):
        desk.invoice(amount, "1980-03-01", due=f"1980-{due}")
    desk.credit_note("3.00", "1980-06-22")
    oldest = desk.invoice("11.50", "1980-03-01", due="1980-03-18")
    for part in ("1.50", "2.00"):
        desk.receipt(part, "1980-06-20", uses=[desk.use(oldest, part)])
    paid = desk.invoice("200.00", "1980-03-01", due="1980-04-01")
    desk.receipt("200.00", "1980-05-01", uses=[desk.use(paid, "200.00")])
    assert desk.ageing("1980-07-01") == {
        "not_due": "6.75", "1-30": "4.00", "31-60": "8.50", "61-90": "7.50", "91+": "8.00",
        "unapplied": "3.00", "balance": "31.75",
    }  # fmt: skip


def test_c23_a_match_made_later_does_not_change_an_earlier_date(desk):
    paid = desk.receipt("1000.00", "2026-02-10")
    march = [desk.invoice("10000.00", "2026-03-05", due="2026-03-20") for _ in range(5)]
    desk.invoice("100000.00", "2026-04-05", due="2026-05-05")
    late = desk.receipt("49000.00", "2026-05-10")
    desk.allocate_oldest_first(late, "2026-05-12")
    desk.allocate(paid, {march[-1]: "1000.00"}, "2026-05-12")
    assert desk.ageing("2026-04-30") == {
        "not_due": "100000.00", "31-60": "50000.00", "unapplied": "1000.00", "balance": "149000.00",
    }  # fmt: skip
    assert desk.ageing("2026-05-31") == {"1-30": "100000.00", "balance": "100000.00"}


def test_c27_a_rest_of_a_cent_still_appears(desk):
    invoice = desk.invoice("100.00", "2026-01-01", due="2026-01-10")
    desk.receipt("99.99", "2026-01-05", uses=[desk.use(invoice, "99.99")])
    assert desk.ageing("2026-01-11") == {"1-30": "0.01", "balance": "0.01"}
    assert [row.open for row in desk.book.reader.open_items(day("2026-01-11"))] == [1]


def test_c32_an_invoice_of_today_is_in_the_first_bucket(desk):
    desk.invoice("100.00", "2026-06-01", due="2026-06-01")
    assert desk.ageing("2026-06-01") == {"not_due": "100.00", "balance": "100.00"}


def test_an_opening_credit_is_kept_as_one(desk):
    desk.post(Kind.OPENING, "-80.00", "2026-01-01")
    assert desk.ageing("2026-01-02") == {"unapplied": "80.00", "balance": "-80.00"}
