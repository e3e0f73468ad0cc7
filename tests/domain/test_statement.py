from datetime import date

from domain.services.papers import statement_values
from tests.desk import day


def _statement(desk, start, end, style="activity"):
    (value,) = statement_values(
        desk.book.reader, [desk.first], to_on=day(end), issued_on=day(end),
        from_on=day(start), style=style,
    )  # fmt: skip
    return value


def _lines(value):
    return [
        (line.kind, line.number, line.debit - line.credit, line.balance) for line in value.lines
    ]


def test_an_activity_statement_leads_from_the_opening_to_the_closing(desk):
    desk.invoice("100.00", "2026-05-10", number="A1", due="2026-05-20")
    desk.invoice("60.00", "2026-06-02", number="A2", terms="50%@0+50%@30")
    desk.credit_note("10.00", "2026-06-03", number="N1")
    desk.receipt("70.00", "2026-06-05", number="R1")
    value = _statement(desk, "2026-06-01", "2026-06-30")
    assert _lines(value) == [
        ("brought_forward", "", 0, 10_000),
        ("invoice", "A2", 6_000, 16_000),
        ("credit_note", "N1", -1_000, 15_000),
        ("receipt", "R1", -7_000, 8_000),
    ]
    assert (value.opening, value.debits, value.receipts, value.credits) == (
        10_000,
        6_000,
        7_000,
        1_000,
    )
    assert value.closing == sum(value.ageing.amounts) - value.unapplied == 8_000
    assert (value.overdue, value.unapplied) == (13_000, 8_000)
    assert value.lines[0].on == date(2026, 5, 31)
    assert (value.lines[1].due_on, value.reply_by) == (None, date(2026, 7, 15))


def test_an_open_item_statement_shows_what_is_open_with_its_days(desk):
    first = desk.invoice("100.00", "2026-05-10", number="A1", due="2026-05-20")
    desk.invoice("60.00", "2026-06-02", number="A2", terms="50%@0+50%@30")
    desk.receipt("30.00", "2026-06-05", number="R1", uses=[desk.use(first, "20.00")])
    desk.dispute(first, "5.00", "2026-06-10")
    value = _statement(desk, "2026-06-01", "2026-06-30", "open-item")
    said = [
        (x.number, x.amount, x.settled, x.balance, x.days_overdue, x.disputed) for x in value.lines
    ]
    assert said == [
        ("A1", 10_000, 2_000, 8_000, 41, True),
        ("A2 (1/2)", 3_000, 0, 3_000, 28, False),
        ("A2 (2/2)", 3_000, 0, 3_000, -2, False),
        ("R1", -3_000, -2_000, -1_000, None, False),
    ]
    both = _statement(desk, "2026-06-01", "2026-06-30", "detailed")
    activity = _statement(desk, "2026-06-01", "2026-06-30")
    assert both.lines == (*activity.lines, *value.lines)


def test_a_document_voided_in_the_period_is_left_out_with_its_voiding(desk):
    wrong = desk.invoice("100.00", "2026-06-02", number="A1")
    desk.void(wrong, "2026-06-03")
    desk.invoice("1.00", "2026-06-04", number="A2")
    value = _statement(desk, "2026-06-01", "2026-06-30")
    assert [line.number for line in value.lines] == ["", "A2"]
    assert (value.debits, value.credits, value.closing) == (100, 0, 100)


def test_a_document_voided_later_is_shown_and_taken_back_then(desk):
    wrong = desk.invoice("100.00", "2026-06-02", number="A1")
    desk.void(wrong, "2026-07-03")
    assert _statement(desk, "2026-06-01", "2026-06-30").closing == 10_000
    july = _statement(desk, "2026-07-01", "2026-07-31")
    assert _lines(july) == [("brought_forward", "", 0, 10_000), ("void", "A1", -10_000, 0)]


def test_only_the_voided_of_two_documents_of_one_number_is_left_out(desk):
    """A receipt and a credit note of one number and amount; only the receipt bounced."""
    desk.invoice("300.00", "2026-06-01", number="A1")
    bounced = desk.receipt("100.00", "2026-06-02", number="77")
    desk.credit_note("100.00", "2026-06-02", number="77")
    desk.void(bounced, "2026-06-03")
    value = _statement(desk, "2026-06-01", "2026-06-30")
    assert [line.kind for line in value.lines[1:]] == ["invoice", "credit_note"]
    assert (value.receipts, value.credits, value.closing) == (0, 10_000, 20_000)


def test_both_of_one_number_may_be_voided(desk):
    bounced = desk.receipt("100.00", "2026-06-02", number="77")
    wrong = desk.credit_note("100.00", "2026-06-02", number="77")
    desk.void(bounced, "2026-06-03")
    desk.void(wrong, "2026-06-03")
    assert desk.balance() == "0.00"
    assert desk.check() == []


def test_nothing_to_say_no_statement(desk):
    end = day("2026-06-30")
    assert statement_values(desk.book.reader, [desk.first], to_on=end, issued_on=end) == []


def test_without_a_start_the_period_is_the_month(desk):
    desk.invoice("100.00", "2026-05-31")
    end = day("2026-06-30")
    (value,) = statement_values(desk.book.reader, [desk.first], to_on=end, issued_on=end)
    assert (value.from_on, value.opening) == (date(2026, 6, 1), 10_000)


def test_each_currency_has_a_statement_of_its_own(desk):
    desk.invoice("100.00", "2026-06-01")
    desk.invoice("5.00", "2026-06-01", currency="USD")
    end = day("2026-06-30")
    values = statement_values(desk.book.reader, [desk.first], to_on=end, issued_on=end)
    assert [(value.currency, value.closing) for value in values] == [("CNY", 10_000), ("USD", 500)]
