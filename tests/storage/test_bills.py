"""The bill register as of a date, its sums and exposure, and the check of its facts."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.bill import SAFE_BANKS, SAFE_BANKS_SETTING, exposure
from domain.bill_number import BillKind
from domain.errors import NotFound
from domain.listing import BillSum, ListFilter, Order
from storage.integrity import check
from tests.bill_desk import FAR, desk
from tests.desk import day
from tests.storage.test_integrity import _harm as harm

__all__ = ["desk"]

ON = day("2026-11-15")


@pytest.fixture
def register(desk):
    """Hold bills in every state as of 2026-11-15; the made values are kept as ``desk.ids``."""
    ids = {}

    def receive(name, serial, amount="100.00", **more):
        due = more.pop("due", "2026-11-20")
        issued = more.pop("issued", "2026-06-01")
        made = desk.new_bill(amount, serial=serial, due=due, issued=issued, **more)
        ids[name] = desk.receive(made, "2026-06-02")

    receive("soon", 1)
    receive("far", 2, due="2026-12-01", issued="2026-06-02")
    receive("endorsed", 3, "40.00")
    receive("discounted", 4, "50.00", due="2026-11-14")
    receive("pledged", 5)
    receive("presented", 6, due="2026-11-10")
    receive("paid", 7, due="2026-11-10")
    receive("refused", 8, due="2026-11-10")
    receive("missed", 9, due="2026-11-01")
    bank = {"kind": BillKind.BANK, "acceptor": "中国银行苏州分行"}
    receive("safe", 10, "70.00", **bank)
    desk.endorse(ids["endorsed"], "2026-07-01", "常州延陵数控设备有限公司")
    desk.endorse(ids["safe"], "2026-07-01")
    desk.discount(ids["discounted"], "2026-07-01", "2.1")
    desk.happen("pledged", ids["pledged"], "2026-07-01", "工商银行")
    for name in ("presented", "paid", "refused"):
        desk.happen("presented", ids[name], "2026-11-10")
    desk.happen("paid", ids["paid"], "2026-11-11")
    desk.refuse(ids["refused"], "2026-11-12")
    desk.ids = ids
    return desk


def found(desk, state="all", on=ON, order=None, **more):
    where = ListFilter(as_of=on, state=state, **more)
    ids = desk.book.reader.bills.ids(where, order or Order("id"))
    names = {key: name for name, key in desk.ids.items()}
    assert desk.book.reader.bills.count(where) == len(ids)
    return [names[key] for key in ids]


@pytest.mark.parametrize(
    "state, names",
    [
        ("in_hand", ["soon", "far", "missed"]),
        ("due", ["soon", "missed"]),
        ("endorsed", ["endorsed", "safe"]),
        ("discounted", ["discounted"]),
        ("pledged", ["pledged"]),
        ("presented", ["presented"]),
        ("paid", ["paid"]),
        ("dishonoured", ["refused"]),
        ("exposed", ["endorsed"]),
        ("recourse", []),
        ("withdrawn", []),
    ],
)
def test_the_register_by_state(register, state, names):
    assert found(register, state) == names


def test_all_are_there_from_the_day_they_are_received(register):
    assert len(found(register)) == 10
    assert found(register, on=day("2026-06-01")) == []
    assert len(found(register, "in_hand", day("2026-06-30"))) == 10


def test_a_bill_is_due_from_ten_days_before_to_whenever_it_is_presented(register):
    assert "far" not in found(register, "due", day("2026-11-20"))
    assert "far" in found(register, "due", day("2026-11-21"))
    assert "missed" in found(register, "due", FAR)


def test_text_finds_numbers_names_and_parties(register):
    number = register.book.reader.bills.bill(register.ids["soon"]).number
    assert found(register, text=f"{number[:13]} {number[13:]}") == ["soon"]
    assert found(register, text="0000000") != []
    assert found(register, text="延陵数控") == ["endorsed"]
    assert found(register, text="苏州分行") == ["safe"]
    assert found(register, text="c1") == found(register)
    assert found(register, text="%") == []


def test_the_list_is_sorted_both_ways_and_cut_from_either_end(register):
    amounts = found(register, order=Order("amount", True))
    assert amounts[-2:] == ["discounted", "endorsed"]
    reader, where = register.book.reader.bills, ListFilter(as_of=ON)
    for key in ("due_on", "number", "customer", "acceptor", "issued_on", "received_on", "state"):
        order = Order(key)
        whole = list(reader.ids(where, order))
        assert list(reader.ids(where, order, limit=3)) == whole[:3]
        assert list(reader.ids(where, order, limit=3, from_end=True)) == whole[-3:]
        assert len(whole) == 10


def test_filters_by_customer_and_currency(register):
    assert len(found(register, customer_id=register.first)) == 10
    assert found(register, customer_id=99) == []
    assert found(register, currency="USD") == []


def test_sums_by_state_and_of_the_filter(register):
    reader = register.book.reader.bills
    sums = {one.state: one for one in reader.sums(ON)}
    assert sums["endorsed"] == BillSum(
        state="endorsed", currency="CNY", count=2, amount=11_000, exposed=4_000
    )
    assert (sums["in_hand"].count, sums["in_hand"].amount) == (3, 30_000)
    assert sum(one.count for one in sums.values()) == 10
    (total,) = reader.totals(ListFilter(as_of=ON, state="endorsed"))
    assert (total.count, total.amount, total.open) == (2, 11_000, 4_000)


def test_what_matures_is_what_is_still_to_come_by_due_date(register):
    names = {key: name for name, key in register.ids.items()}
    rows = register.book.reader.bills.maturing(ON)
    assert [names[row.id] for row in rows] == ["missed", "presented", "soon", "pledged", "far"]
    assert [row.present_by for row in rows][:1] == [day("2026-11-11")]


def test_exposure_in_sql_is_the_rule_of_the_domain(register):
    reader = register.book.reader.bills
    for lists in (list(SAFE_BANKS), ["临岸"], ["苏州分行", "临岸"], []):
        register.set(**{SAFE_BANKS_SETTING: lists})
        for days in range(0, 200, 7):
            on = day("2026-06-01") + timedelta(days=days)
            told = sum(row.amount for row in reader.exposure(on))
            ruled = sum(
                exposure(reader.bill(one), reader.events(one), on, lists)
                for one in register.ids.values()
            )
            assert told == ruled, on


def test_a_row_says_what_happened_last_and_by_which_receipt_it_came(register):
    row = register.book.reader.bills.one(register.ids["endorsed"], ON)
    assert (row.since, row.party) == (day("2026-07-01"), "常州延陵数控设备有限公司")
    assert row.receipt_number.startswith("RC-2026-")
    assert row.exposed == 4_000
    assert row.received_on == day("2026-06-02")
    before = register.book.reader.bills.one(register.ids["endorsed"], day("2026-06-30"))
    assert (before.since, before.party, before.exposed) == (day("2026-06-02"), "", 0)


def test_a_bill_that_is_not_there_yet_is_not_found(register):
    with pytest.raises(NotFound):
        register.book.reader.bills.one(register.ids["soon"], day("2026-06-01"))
    with pytest.raises(NotFound):
        register.book.reader.bills.bill(99)
    with register.uow() as uow, pytest.raises(NotFound):
        uow.bill(99)


def test_parts_are_listed_under_their_whole_and_keep_the_day_of_receipt(desk):
    whole = desk.receive(desk.split_bill_of("1.00"), "2026-06-02")
    parts = desk.split(whole, "2026-07-01", "0.40", "0.60")
    rows = desk.book.reader.bills.parts(whole, FAR)
    assert [row.id for row in rows] == parts
    assert {row.received_on for row in rows} == {day("2026-06-02")}
    assert [row.label.split()[1] for row in rows] == ["1-40", "41-100"]


# -- the check


def test_a_sound_register_has_no_findings(register):
    assert check(register.book) == []


FIRST = "(SELECT MIN(id) FROM bill)"
HARMS = [
    f"UPDATE bill SET amount_minor = 1 WHERE id = {FIRST}",
    f"UPDATE bill SET receipt_id = receipt_id + 1 WHERE id = {FIRST}",
    f"UPDATE bill SET receipt_id = 9999 WHERE id = {FIRST}",
    f"UPDATE bill_event SET kind = 'paid' WHERE bill_id = {FIRST}",
    f"UPDATE bill_event SET happened_on = '2026-05-31' WHERE bill_id = {FIRST}",
    f"DELETE FROM bill_event WHERE bill_id = {FIRST}",
]


@pytest.mark.parametrize("statement", HARMS)
def test_each_harm_to_a_bill_is_named(register, statement):
    number = register.book.reader.bills.bill(register.ids["soon"]).number
    harm(register, statement)
    refs = {finding.code: finding.refs for finding in check(register.book)}
    assert number in refs["check.bills"]


def test_parts_that_do_not_add_up_are_named(desk):
    whole = desk.receive(replace(desk.split_bill_of("1.00")))
    desk.split(whole, "2026-07-01", "0.40", "0.60")
    assert check(desk.book) == []
    harm(desk, "UPDATE bill SET amount_minor = 39, part = '1-39' WHERE part = '1-40'")
    refs = {finding.code: finding.refs for finding in check(desk.book)}
    assert refs["check.bills"] == (desk.book.reader.bills.bill(whole).number,)


def test_a_receipt_voided_under_a_bill_is_named(desk):
    bill = desk.receive(desk.new_bill("1.00"))
    desk.void_behind_its_back(desk.book.reader.bills.bill(bill).receipt_id, "2026-07-01")
    refs = {finding.code: finding.refs for finding in check(desk.book)}
    assert refs["check.bills"] == (desk.book.reader.bills.bill(bill).number,)


def test_bills_and_their_events_are_facts(desk):
    desk.receive(desk.new_bill("1.00"))
    with closing(desk.book.engine.raw_connection()) as connection:
        for statement in ("UPDATE bill SET note = 'x'", "DELETE FROM bill_event"):
            with pytest.raises(Exception, match="are facts"):
                connection.cursor().execute(statement)
