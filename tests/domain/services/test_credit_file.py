"""Credit files read from the book: one customer's, and what runs out over all."""

from datetime import date

import pytest

from domain.credit.file.completeness import Item
from domain.credit.file.contacts import Contact, Role
from domain.credit.file.expiry import Due
from domain.credit.file.forms import form_of
from domain.credit.file.registry import RegistryFacts, RegistryStatus
from domain.credit.file.security import Security, SecurityType
from domain.credit.file.size_class import BuyerType, SizeClass
from domain.errors import BadTaxNumber
from domain.services import credit_file, records, tasks_file, worklist
from domain.services.records import keep_described
from domain.services.tasks_shared import Today
from domain.worklist.task import Weights

DAY = date(2026, 11, 20)


@pytest.fixture
def kept(desk):
    def keep(value, dated_on=date(2026, 9, 1), customer_id=None, ends_on=None):
        return keep_described(
            desk.uow(),
            value,
            form=form_of(value.KIND),
            customer_id=customer_id or desk.first,
            dated_on=dated_on,
            ends_on=ends_on,
        ).value

    return keep


def test_a_file_is_read_as_it_stood_on_a_day(desk, kept):
    kept(RegistryFacts(status=RegistryStatus.EXISTING))
    kept(SizeClass(type=BuyerType.SMALL), date(2026, 10, 1))
    reader = desk.book.reader
    now = credit_file.read_file(reader, desk.first, DAY)
    then = credit_file.read_file(reader, desk.first, date(2026, 9, 15))
    assert now.completeness.percent == 40
    assert then.completeness.percent == 20
    assert then.completeness.missing[0] is Item.SIZE
    assert len(now.found.sizes) == 1


def test_a_wrong_credit_code_keeps_nothing(desk, kept):
    before = desk.facts()
    with pytest.raises(BadTaxNumber):
        kept(RegistryFacts(status=RegistryStatus.EXISTING, uscc="91110000600037341X"))
    assert desk.facts() == before


def test_all_files_read_at_once_are_those_read_one_by_one(desk, kept):
    other = desk.customer("C2")
    kept(RegistryFacts(status=RegistryStatus.EXISTING))
    kept(Contact(name="王", role=Role.FINANCE), customer_id=other)
    kept(Contact(name="李", role=Role.BOSS), customer_id=other)
    every = credit_file.read_files(desk.book.reader, DAY)
    for customer_id in (desk.first, other):
        one = credit_file.read_file(desk.book.reader, customer_id, DAY)
        assert every[customer_id] == one.found


def test_what_runs_out_is_listed_with_whose_it_is(desk, kept):
    other = desk.customer("C2", "乙公司")
    kept(RegistryFacts(status=RegistryStatus.EXISTING), date(2026, 1, 1))
    value = Security(type=SecurityType.BANK_GUARANTEE, amount=100, giver="某银行")
    taken = kept(value, customer_id=other, ends_on=date(2026, 12, 1))
    rows = credit_file.expiring(desk.book.reader, DAY)
    told = [(one.customer.code, one.expiry.what, one.expiry.step) for one in rows]
    assert told == [("C1", Due.REGISTRY, 0), ("C2", Due.SECURITY, 30)]
    records.take_back_record(desk.uow(), Security, taken, DAY)
    assert len(credit_file.expiring(desk.book.reader, DAY)) == 1


def test_customers_with_credit_and_gaps_in_their_files_are_listed(desk, kept):
    desk.customer("C2", credit_limit_minor=100_000)
    third = desk.customer("C3", credit_limit_minor=100_000)
    desk.customer("C4", credit_limit_minor=0)
    kept(RegistryFacts(status=RegistryStatus.EXISTING), customer_id=third)
    rows = credit_file.incomplete(desk.book.reader, DAY)
    assert [(one.customer.code, one.completeness.percent) for one in rows] == [
        ("C2", 0),
        ("C3", 20),
    ]


def _today(desk):
    return Today(reader=desk.book.reader, day=DAY, weights=Weights())


def test_what_runs_out_within_thirty_days_is_a_task_with_what_is_at_stake(desk, kept):
    other = desk.customer("C2")
    desk.invoice("1000.00", "2026-11-01", customer=other)
    kept(RegistryFacts(status=RegistryStatus.EXISTING), date(2026, 1, 1), other)
    near = Security(type=SecurityType.BANK_GUARANTEE, amount=50_000, giver="某银行")
    kept(near, ends_on=date(2026, 12, 1))
    kept(near, ends_on=date(2027, 1, 10))
    tasks = {one.reason: one for one in tasks_file.documents(_today(desk))}
    assert set(tasks) == {"file.registry", "file.security"}
    assert tasks["file.registry"].amount == 100_000
    security = tasks["file.security"]
    assert (security.amount, security.due_on) == (50_000, date(2026, 12, 1))
    assert security.address == f"customer/{desk.first}/file/security"


def test_the_ends_of_securities_are_deadlines(desk, kept):
    value = Security(type=SecurityType.BANK_GUARANTEE, amount=50_000, giver="某银行")
    kept(value, ends_on=date(2027, 1, 10))
    kept(value, ends_on=date(2026, 11, 19))
    (found,) = tasks_file.securities_end(_today(desk))
    assert (found.on, found.amount, found.currency) == (date(2027, 1, 10), 50_000, "CNY")


def test_tasks_of_files_are_on_the_worklist_and_hidden_when_done(desk, kept):
    kept(RegistryFacts(status=RegistryStatus.EXISTING), date(2026, 1, 1))
    made = worklist.worklist(desk.book.reader, DAY)
    (found,) = [one.task for one in made.ranked if one.task.reason == "file.registry"]
    worklist.mark_tasks(desk.uow(), found, "done", DAY, date(2026, 12, 31))
    again = worklist.worklist(desk.book.reader, DAY)
    assert not [one for one in again.ranked if one.task.reason == "file.registry"]
