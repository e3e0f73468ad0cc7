from datetime import date
from decimal import Decimal

import pytest

from domain.bank import BankLine, BankStatement
from domain.errors import AlreadyBooked, NothingToDo, OverAllocation
from domain.listing import ListFilter, Order
from domain.matching.values import Learned, Part
from domain.services import bank, settlement, undoing
from domain.services.bank import Booking

LATE = date(2026, 12, 31)
ACCOUNT = "6222000011112222"


def _line(amount, on="2026-03-10", *, row=1, currency="CNY", **more):
    return BankLine(
        row=row,
        booked_on=date.fromisoformat(on),
        amount=Decimal(amount),
        currency=currency,
        **{"name": "示例商贸", "account": "622200001", "text": "货款", **more},
    )


def _statement(*lines, opening="0", closing=None, **more):
    start = Decimal(opening)
    end = start + sum((line.amount for line in lines), Decimal(0))
    return BankStatement(
        format="test",
        account=ACCOUNT,
        currency=lines[0].currency if lines else "CNY",
        lines=tuple(lines),
        opening=start,
        closing=end if closing is None else Decimal(closing),
        **more,
    )


def _take(desk, *lines, **more):
    with desk.uow() as uow:
        uow.begin("import.bank", {"file": "test.csv"})
        keys = uow.take_statement(_statement(*lines, **more), "test.csv")
        uow.commit()
    return keys


def _part(desk, document, amount, *, part=1, **more):
    minor = {key: desk.money(value).minor for key, value in more.items() if key != "is_credit"}
    return Part(
        item_id=desk.item(document, part),
        minor=desk.money(amount).minor,
        is_credit=more.get("is_credit", False),
        **minor,
    )


def _book(desk, key, *parts, **more):
    booking = Booking(key=key, customer_id=more.pop("customer", desk.first), parts=parts, **more)
    return bank.book(desk.uow(), [booking], LATE)


def _keys(desk, state):
    where = ListFilter(as_of=LATE, state=state)
    return list(desk.book.reader.inflows.ids(where, Order("booked_on")))


def _receipt(desk, state="done"):
    (key,) = [key for key in _keys(desk, state) if key < 0]
    return key


# -- lines, each once


def test_identical_lines_of_one_file_all_stay_and_the_same_file_adds_nothing(desk):
    lines = (_line("10.00"), _line("10.00", row=2), _line("10.00", "2026-03-11", row=3))
    assert len(_take(desk, *lines)) == 3
    assert _take(desk, *lines) == []
    assert len(_take(desk, *lines, _line("10.00", row=4))) == 1
    assert desk.book.reader.inflows.count(ListFilter(as_of=LATE, state="todo")) == 4


def test_an_overlapping_file_adds_only_what_is_new(desk):
    _take(desk, _line("10.00"), _line("20.00", "2026-03-11"))
    assert len(_take(desk, _line("20.00", "2026-03-11"), _line("30.00", "2026-03-12"))) == 1


def test_the_banks_own_number_tells_lines_apart_and_together(desk):
    _take(desk, _line("10.00", serial="S1"), _line("10.00", serial="S2"))
    assert _take(desk, _line("10.00", serial="S1", text="worded anew")) == []
    assert len(_take(desk, _line("11.00", serial="S1"))) == 1


def test_a_collective_entry_is_matched_by_its_payments(desk):
    parts = (_line("4.00", name="甲"), _line("6.00", name="乙"))
    keys = _take(desk, _line("10.00", parts=parts))
    rows = desk.book.reader.inflows.rows(keys, ListFilter(as_of=LATE))
    assert [(rows[key].name, rows[key].amount) for key in keys] == [("甲", 400), ("乙", 600)]


def test_a_statement_says_whether_it_adds_up_and_goes_on_from_the_one_before(desk):
    _take(desk, _line("10.00"), opening="100", to_on=date(2026, 3, 10))
    _take(desk, _line("5.00", "2026-03-11"), opening="110", to_on=date(2026, 3, 11))
    _take(desk, _line("5.00", "2026-03-13"), opening="999", closing="1", to_on=date(2026, 3, 13))
    last, middle, first = desk.book.reader.bank_statements()
    assert (first.adds_up, first.continues) == (True, None)
    assert (middle.adds_up, middle.continues) == (True, True)
    assert (last.adds_up, last.continues) == (False, False)
    (account,) = desk.book.reader.bank_accounts()
    assert (account.number, account.lines, account.last_on) == (ACCOUNT, 3, date(2026, 3, 13))


# -- booking


def test_a_line_becomes_a_receipt_that_pays_what_was_chosen(desk):
    invoice = desk.invoice("100.00", "2026-01-05")
    (key,) = _take(desk, _line("120.00", serial="S1"))
    _book(desk, key, _part(desk, invoice, "100.00"))
    assert desk.open(invoice) == "0.00"
    assert desk.open(invoice, "2026-03-09") == "100.00"
    assert desk.ageing("2026-03-10") == {"unapplied": "20.00", "balance": "-20.00"}
    row = desk.book.reader.inflow(_receipt(desk, "todo"), LATE)
    assert (row.line_id, row.amount, row.open, row.serial) == (key, 12_000, 2_000, "S1")
    assert _keys(desk, "all") == [row.key]
    assert desk.check() == []


def test_a_line_is_booked_once(desk):
    (key,) = _take(desk, _line("120.00"))
    _book(desk, key)
    with pytest.raises(AlreadyBooked):
        _book(desk, key)


def test_more_than_came_in_is_not_used(desk):
    invoice = desk.invoice("100.00", "2026-01-05")
    (key,) = _take(desk, _line("99.99"))
    before = desk.facts()
    with pytest.raises(OverAllocation):
        _book(desk, key, _part(desk, invoice, "100.00"))
    assert desk.facts() == before


def test_what_is_left_can_be_held_as_an_advance(desk):
    (key,) = _take(desk, _line("50.00"))
    _book(desk, key, hold=True)
    assert _keys(desk, "todo") == []
    held = _receipt(desk, "held")
    bank.mark(desk.uow(), [held], "open")
    assert _keys(desk, "todo") == [held]


def test_discount_charge_and_difference_close_the_invoice(desk):
    desk.set(write_off_limit=50)
    invoice = desk.invoice("100.00", "2026-03-05", terms="10/10 NET30")
    (key,) = _take(desk, _line("84.60"))
    part = _part(desk, invoice, "84.60", discount="10.00", fee="5.00", difference="0.40")
    _book(desk, key, part)
    assert desk.open(invoice) == "0.00"
    bank.unbook(desk.uow(), _receipt(desk), LATE)
    assert desk.open(invoice) == "100.00"
    assert desk.balance() == "100.00"
    assert _keys(desk, "todo") == [key]
    assert desk.check() == []


def test_credit_notes_go_against_the_invoices_first(desk):
    first = desk.invoice("8000.00", "2026-01-20")
    second = desk.invoice("2260.50", "2026-02-10")
    note = desk.credit_note("500.00", "2026-03-06")
    (key,) = _take(desk, _line("9760.50", "2026-03-14"))
    _book(
        desk, key,
        _part(desk, first, "8000.00"),
        _part(desk, second, "2260.50"),
        _part(desk, note, "500.00", is_credit=True),
    )  # fmt: skip
    assert [desk.open(one) for one in (first, second, note)] == ["0.00"] * 3
    assert desk.balance() == "0.00"
    assert desk.check() == []


def test_a_line_that_pays_for_two_customers_becomes_two_receipts(desk):
    branch = desk.customer("C2")
    mine = desk.invoice("60.00", "2026-01-05")
    theirs = desk.invoice("40.00", "2026-01-06", customer=branch)
    (key,) = _take(desk, _line("103.00"))
    _book(desk, key, _part(desk, mine, "60.00"), _part(desk, theirs, "40.00"))
    assert desk.balance() == "-3.00"
    assert desk.balance(customer=branch) == "0.00"
    assert len(_keys(desk, "all")) == 2
    assert desk.check() == []


def test_a_receipt_recorded_by_hand_is_matched_like_a_line(desk):
    paid = desk.receipt("100.00", "2026-03-01")
    invoice = desk.invoice("100.00", "2026-01-05")
    _book(desk, -paid, _part(desk, invoice, "100.00"))
    assert desk.open(invoice) == "0.00"
    bank.unbook(desk.uow(), -paid, LATE)
    assert desk.open(invoice) == "100.00"
    assert desk.balance() == "0.00"
    with pytest.raises(NothingToDo):
        bank.unbook(desk.uow(), -paid, LATE)


def test_a_batch_is_one_act_and_is_undone_as_one(desk):
    invoices = [desk.invoice("10.00", "2026-01-05") for _ in range(3)]
    keys = _take(desk, *(_line("10.00", row=row) for row in range(3)))
    bookings = [
        Booking(key=key, customer_id=desk.first, parts=(_part(desk, one, "10.00"),), rule="amount")
        for key, one in zip(keys, invoices, strict=True)
    ]
    done = bank.book(desk.uow(), bookings, LATE)
    assert desk.balance() == "0.00"
    run = desk.book.reader.history(limit=1)[0]
    assert (run.kind, run.summary["count"], run.summary["rules"]) == (
        "bank.match",
        3,
        {"amount": 3},
    )
    undoing.undo_operation(desk.uow(), done.operation_id, LATE)
    assert desk.balance() == "30.00"
    assert _keys(desk, "todo") == keys
    assert desk.check() == []


# -- what is not booked


def test_marks_sort_lines_without_booking_them(desk):
    loan, odd, out = _take(
        desk,
        _line("5000.00", name="银行"),
        _line("1.00", name="?"),
        _line("-70.00", name="供应商"),
    )
    bank.mark(desk.uow(), [loan], "other", "贷款")
    bank.mark(desk.uow(), [odd], "check", "问销售")
    assert _keys(desk, "todo") == [odd]
    assert _keys(desk, "check") == [odd]
    assert sorted(_keys(desk, "other")) == sorted([loan, out])
    assert desk.book.reader.inflow(odd, LATE).note == "问销售"
    bank.mark(desk.uow(), [loan], "open")
    assert sorted(_keys(desk, "todo")) == sorted([loan, odd])


def test_what_moves_no_money_is_kept_but_asks_for_nothing(desk):
    keys = _take(desk, _line("0.00"), _line("25.00", is_neutral=True, text="零钱提现"))
    assert sorted(_keys(desk, "other")) == sorted(keys)
    assert _keys(desk, "todo") == []


def test_money_that_went_back_settles_its_line_and_the_line_that_took_it(desk):
    invoice = desk.invoice("500.00", "2026-01-05")
    came, went = _take(desk, _line("500.00"), _line("-500.00", "2026-03-20", is_reversal=True))
    _book(desk, came, _part(desk, invoice, "500.00"))
    assert _keys(desk, "todo") == [went]
    receipt = -_receipt(desk)
    settlement.return_receipt(desk.uow(), receipt, date(2026, 3, 20), "退汇", bank_line_id=went)
    assert _keys(desk, "todo") == []
    assert desk.open(invoice) == "500.00"
    assert desk.check() == []


def test_a_refund_settles_the_line_that_paid_it(desk):
    (came,) = _take(desk, _line("80.00"))
    _book(desk, came)
    (went,) = _take(desk, _line("-80.00", "2026-04-01"))
    credit = desk.book.reader.inflow(_receipt(desk, "todo"), LATE)
    settlement.refund(desk.uow(), credit.item_id, 8_000, date(2026, 4, 1), bank_line_id=went)
    assert went not in _keys(desk, "all")
    assert desk.balance() == "0.00"


def test_a_bank_account_is_named_and_the_history_tells_what_it_was(desk):
    _take(desk, _line("1.00"))
    (account,) = desk.book.reader.bank_accounts()
    bank.name_account(desk.uow(), account.id, "基本户", "工行")
    (named,) = desk.book.reader.bank_accounts()
    assert (named.name, named.bank) == ("基本户", "工行")
    (row,) = desk.book.reader.history(entity="bank_account", entity_id=account.id)
    assert '"基本户"' in row.after


# -- learning


def test_what_a_person_chose_is_learned_and_forgotten_when_told(desk):
    one, two = _take(desk, _line("5.00"), _line("6.00", row=2))
    _book(desk, one, teach=True)
    _book(desk, two, teach=True)
    found = desk.book.reader.learned()
    assert {(row.kind, row.key, row.count) for row in found} >= {("account", "622200001", 2)}
    bank.forget(desk.uow(), [row.id for row in found])
    assert desk.book.reader.learned() == []
    bank.teach(desk.uow(), Learned(kind="name", key="王", customer_id=desk.first))
    assert [row.key for row in desk.book.reader.learned()] == ["王"]


def test_matching_knows_what_the_book_knows(desk):
    desk.customer("C2", "白桦示例电子（深圳）有限公司", aliases=("白桦",), bank_account="B2")
    invoice = desk.invoice("100.00", "2026-01-05", order_number="PO-7")
    desk.credit_note("5.00", "2026-01-06")
    desk.receipt("3.00", "2026-02-01")
    (key,) = _take(desk, _line("9.00", reference="E2E-1"))
    known = desk.book.reader.known(None)
    assert [(payer.code, payer.aliases, payer.accounts) for payer in known.payers] == [
        ("C1", (), ()), ("C2", ("白桦",), ("B2",)),
    ]  # fmt: skip
    assert {(claim.item.document_id, claim.order) for claim in known.claims} >= {(invoice, "PO-7")}
    assert len(known.claims) == 2
    receipt, line = desk.book.reader.payments(LATE)
    assert (receipt.minor, receipt.customer_id) == (300, desk.first)
    assert (line.id, line.minor, line.text) == (key, 900, "货款 E2E-1")
