from datetime import date
from decimal import Decimal

import pytest

from domain.collecting.plan import PaymentPlan, schedule
from domain.credit.holds import CreditHold, Ground, Scope
from domain.disputes import Outcome
from domain.errors import MissingField, NotFound, NothingToDo
from domain.legal_event import EventKind, Strength
from domain.letters.tables import typed_table
from domain.money import Money
from domain.recovery.court_case import CourtCase, Route
from domain.services import credit_holds, evidence, letters, plans, recovery
from domain.services.letter_facts import known_facts


def written(desk, letter, source, on, language="zh"):
    """Return the letter as it would be issued with what the book knows."""
    day, reader = date.fromisoformat(on), desk.book.reader
    known = known_facts(reader, letter, source, day, language)
    tables = {name: typed_table(name, text, language) for name, text in known.rows.items()}
    paper = letters.draft(
        reader,
        letter,
        known.customer_id,
        dated_on=day,
        values=known.values,
        items=known.items,
        tables=tables,
        language=language,
        currency="" if known.items else known.currency,
    )
    return paper, "\n".join(block.text for block in paper.body)


@pytest.fixture
def disputed(desk):
    invoice = desk.invoice("52180.00", "2026-09-15", due="2026-10-15", number="INV-1077")
    return desk.dispute(invoice, "12180.00", "2026-10-21")


def test_the_reply_names_the_undisputed_part_that_is_to_be_paid(desk, disputed):
    _, text = written(desk, "dispute_reply", disputed, "2026-10-25")
    assert "涉及金额¥12,180.00" in text
    assert "无争议部分¥40,000.00" in text
    assert "正在核查，我司将于2026年11月10日前答复" in text


def test_the_reply_to_a_decided_dispute_says_what_was_conceded(desk, disputed):
    desk.close_dispute(disputed, "2026-11-02", Outcome.PART_ACCEPTED, "5000.00", "12 件超差")
    _, text = written(desk, "dispute_reply", disputed, "2026-11-03", "en")
    assert "we concede CNY 5,000.00 and reject the rest. A credit note will follow." in text
    assert "The undisputed part of INV-1077, CNY 47,180.00" in text
    desk.credit_dispute(disputed, "5000.00", "2026-11-05", number="CN-7")
    _, text = written(desk, "dispute_reply", disputed, "2026-11-06", "en")
    assert "Credit note CN-7 has been issued" in text
    assert "CNY 47,180.00" in text


def test_a_rejection_claims_the_whole(desk, disputed):
    desk.close_dispute(disputed, "2026-11-02", Outcome.REJECTED, text="与签收单相符")
    _, text = written(desk, "dispute_reply", disputed, "2026-11-03")
    assert "不予认可" in text
    assert "与签收单相符" in text
    assert "无争议部分¥52,180.00" in text


@pytest.fixture
def planned(desk):
    invoice = desk.invoice("120000.00", "2026-08-01", due="2026-08-31", number="INV-1")
    days = [date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28)]
    lines = schedule(12_000_000, date(2026, 11, 30), days, rate=Decimal("4.5"))
    plan = PaymentPlan(currency="CNY", principal=12_000_000, lines=lines, rate=Decimal("4.5"))
    item = desk.item(invoice)
    return plans.agree_plan(desk.uow(), desk.first, plan, date(2026, 11, 30), [item]).value


def test_the_agreement_carries_the_schedule_to_the_last_of_the_principal(desk, planned):
    paper, text = written(desk, "repayment_agreement", planned, "2026-12-01")
    assert "截至2026年11月30日" in text
    assert "¥120,000.00" in text
    assert "4.5 %" in text
    (table,) = [one.table for one in paper.body if one.table and len(one.table.rows) == 3]
    assert table.rows[0] == (
        "1", "2026-12-31", "40,000.00", "458.63", "40,458.63", "80,000.00",
    )  # fmt: skip
    assert table.rows[-1][-1] == "0.00"


def test_a_signed_plan_starts_the_limitation_anew(desk, planned):
    today = date(2026, 12, 5)
    with pytest.raises(MissingField):
        plans.sign_plan(desk.uow(), planned, " ", date(2026, 12, 2), today)
    signed = plans.sign_plan(desk.uow(), planned, "李总", date(2026, 12, 2), today).value
    (row,) = desk.book.reader.legal_events(customer_id=desk.first)
    assert (row.event.kind, row.event.strength) == (EventKind.INSTALMENT_PLAN, Strength.STRONG)
    assert row.event.happened_on == date(2026, 12, 2)
    (found,) = plans.plans_on(desk.book.reader, today)
    assert (found.record.id, found.record.value.signed_by) == (signed, "李总")
    for plan in (planned, signed):
        with pytest.raises(NothingToDo):
            plans.sign_plan(desk.uow(), plan, "李总", date(2026, 12, 2), today)
    desk.check()


def test_a_hold_and_its_release_have_their_notices(desk):
    desk.invoice("1000.00", "2026-08-01", due="2026-08-31", number="INV-9")
    value = CreditHold(
        reason="多次催收未付",
        scope=Scope.DELIVERIES,
        ground=Ground.FIRST,
        clause="7.2",
        proof="三封催款函均已签收",
        cure="付清逾期款",
        cure_by=date(2026, 10, 31),
        held_by="林会计",
    )
    hold = credit_holds.hold(desk.uow(), desk.first, value, date(2026, 10, 1)).value
    _, text = written(desk, "supply_hold", hold, "2026-10-02")
    for words in (
        "第五百二十六条",
        "三封催款函均已签收",
        "付清逾期款",
        "2026年10月31日",
        "¥1,000.00",
    ):
        assert words in text
    credit_holds.release(desk.uow(), hold, "已付清", "沐川", date(2026, 10, 20))
    known = known_facts(desk.book.reader, "supply_resume", hold, date(2026, 10, 21), "zh")
    assert known.values["cure_kind"] == "agreed"  # something is overdue still
    _, text = written(desk, "supply_resume", hold, "2026-10-21")
    assert "2026年10月1日" in text
    assert "自2026年10月20日起，我司恢复上述供货" in text


@pytest.mark.parametrize(
    "ground, clause, words",
    [
        (Ground.SIMULTANEOUS, "7.2", "第五百二十五条"),
        (Ground.INSECURITY, "", "第五百二十八条"),
        (Ground.NONE, "7.2", "第7.2条的约定"),
        (Ground.NONE, "", "不再接受新的赊销订单"),
    ],
)
def test_a_notice_rests_on_the_ground_of_its_hold_and_tells_reason_and_proof(
    desk, ground, clause, words
):
    desk.invoice("1000.00", "2026-08-01", due="2026-08-31", number="INV-9")
    value = CreditHold(
        reason="多次催收未付",
        ground=ground,
        clause=clause,
        proof="被列为被执行人",
        held_by="林会计",
    )
    hold = credit_holds.hold(desk.uow(), desk.first, value, date(2026, 10, 1)).value
    _, text = written(desk, "supply_hold", hold, "2026-10-02")
    assert words in text
    assert "多次催收未付；被列为被执行人。" in text
    assert ("解除合同" in text) is (ground is Ground.INSECURITY)


def test_a_letter_about_nothing_known_is_not_found(desk):
    for letter, source in (("limit_change", 1), ("dispute_reply", 99)):
        with pytest.raises(NotFound):
            known_facts(desk.book.reader, letter, source, date(2026, 1, 1), "zh")


def test_what_is_disputed_stays_in_the_money_of_the_facts(desk, disputed):
    known = known_facts(desk.book.reader, "dispute_reply", disputed, date(2026, 10, 25), "zh")
    assert known.values["disputed"] == Money(1_218_000, "CNY")


def test_the_list_of_evidence_names_what_the_file_holds_of_a_case(desk):
    invoice = desk.invoice("800.00", "2026-02-01", due="2026-03-03", number="INV-8")
    value = CourtCase(route=Route.LAWSUIT, court="示例法院", claim=80_000)
    case = recovery.keep_case(
        desk.uow(),
        value,
        customer_id=desk.first,
        dated_on=date(2026, 11, 1),
        item_ids=[desk.item(invoice)],
    ).value
    paper, text = written(desk, "evidence_index", case, "2026-11-20")
    (table,) = [block.table for block in paper.body if block.table is not None]
    assert [row[0] for row in table.rows] == [str(n) for n in range(1, len(table.rows) + 1)]
    assert len(table.rows) == len(
        evidence.gather(desk.book.reader, desk.first, [invoice], date(2026, 11, 20)).pieces
    )
    assert "案由：买卖合同纠纷" in text
    assert "受理机关：示例法院" in text
