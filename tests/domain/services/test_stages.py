"""Stages over the real book: terms follow, and three prompt payments earn the next."""

from datetime import date

import pytest

from domain.credit.stages import RelationshipStage, Stage
from domain.errors import AlertOpen, BadDeposit, MissingField
from domain.services import stages
from domain.services.stages import set_stage, stage_advice

DAY = date(2026, 6, 30)


def put(desk, stage, on="2026-01-01", deposit=0, reason="约定"):
    value = RelationshipStage(stage=stage, deposit_percent=deposit, who="陈立", reason=reason)
    set_stage(desk.uow(), desk.first, value, date.fromisoformat(on))


def paid(desk, month, on):
    invoice = desk.invoice("100.00", f"2026-{month:02d}-01", due=f"2026-{month:02d}-16")
    desk.allocate(desk.receipt("100.00", on), {invoice: "100.00"}, on)


def test_the_terms_of_a_stage_stand_in_the_customer(desk):
    put(desk, Stage.DEPOSIT, deposit=40)
    assert desk.book.reader.customer(desk.first).terms == "40%@0+60%@15"
    put(desk, Stage.NET30, "2026-02-01")
    assert desk.book.reader.customer(desk.first).terms == "NET30"
    assert desk.check() == []


def test_three_prompt_payments_in_the_stage_earn_the_next(desk):
    paid(desk, 1, "2026-01-10")
    put(desk, Stage.NET15, "2026-02-01")
    paid(desk, 2, "2026-02-10")
    paid(desk, 3, "2026-03-16")
    (found,) = stage_advice(desk.book.reader, DAY)
    assert found.to is None
    assert found.reasons == ("too_few_on_time",)
    paid(desk, 4, "2026-04-16")
    (found,) = stage_advice(desk.book.reader, DAY)
    assert found.to is Stage.NET30
    assert found.on_time == 3


def test_what_is_long_overdue_leads_back(desk):
    put(desk, Stage.NET15)
    desk.invoice("100.00", "2026-05-01", due="2026-05-30")
    (found,) = stage_advice(desk.book.reader, DAY)
    assert found.to is Stage.DEPOSIT
    assert found.reasons == ("overdue",)
    (found,) = stage_advice(desk.book.reader, date(2026, 6, 29))
    assert found.to is None


def test_a_book_without_stages_advises_nothing(desk):
    assert stage_advice(desk.book.reader, DAY) == []


def test_a_stage_says_why_and_a_deposit_keeps_its_bounds(desk):
    with pytest.raises(MissingField):
        put(desk, Stage.NET15, reason=" ")
    for percent in (29, 51):
        with pytest.raises(BadDeposit):
            put(desk, Stage.DEPOSIT, deposit=percent)


def test_no_higher_stage_while_a_warning_is_open(desk, monkeypatch):
    put(desk, Stage.NET15)
    monkeypatch.setattr(stages, "open_alerts", lambda _reader, _day: {desk.first})
    with pytest.raises(AlertOpen):
        put(desk, Stage.NET30, "2026-02-01")
    put(desk, Stage.PREPAY, "2026-02-01")
