"""Loss notices and claims from the book: papers with numbers, records, recoveries, the pack."""

from datetime import date

import pytest

from domain.cover.claims import ClaimRecovery, ClaimState, ClaimStep, Evidence
from domain.cover.deadlines import Step
from domain.cover.insurance import BuyerLimit, Cause
from domain.credit.file.security import Security, SecurityType
from domain.errors import BadCoverTerms, MissingField, NoPolicy, NothingToDo
from domain.record import Attachment
from domain.services import cover, cover_claims, records
from tests.desk import printed
from tests.domain.cover.cover_desk import END, START, policy

NOTIFIED, FILED = date(2026, 4, 20), date(2026, 9, 25)


@pytest.fixture
def insured(desk):
    """Return a desk with a policy, a limit of 80,000 and invoices of 60,000 each."""
    cover.keep_policy(desk.uow(), policy(deductible_minor=200_000), dated_on=START, ends_on=END)
    value = BuyerLimit(policy="P-1", amount_minor=8_000_000, number="L-77")
    cover.keep_limit(desk.uow(), value, customer_id=desk.first, dated_on=START)
    desk.documents = [
        desk.invoice("60000.00", "2026-01-05", due="2026-02-04"),
        desk.invoice("60000.00", "2026-01-10", due="2026-02-09"),
    ]
    return desk


def _loss(desk, *documents, **more):
    values = {"cause": Cause.PROTRACTED_DEFAULT, "known_on": date(2026, 3, 1)}
    return cover_claims.Loss(
        customer_id=desk.first,
        item_ids=tuple(desk.item(one) for one in documents or desk.documents),
        **(values | more),
    )


def _notify(desk, *documents, on=NOTIFIED):
    draft = cover_claims.draft_notice(desk.book.reader, _loss(desk, *documents), on)
    return cover_claims.give_notice(desk.uow(), draft, printed).value


def _file(desk, *, on=FILED, **more):
    draft = cover_claims.draft_claim(desk.book.reader, _loss(desk), on, **more)
    return cover_claims.file_claim(desk.uow(), draft, printed).value


def _table(paper, first):
    """Return the table of a letter whose first column is called so."""
    tables = (block.table for block in paper.body if block.table is not None)
    return next(one for one in tables if one.columns[0].title == first)


def _enclosed(paper):
    """Return the states of a claim's documents by their names."""
    rows = (block.table.rows for block in paper.body if block.table is not None)
    return {row[1]: row[2] for row in list(rows)[-1]}


def test_a_loss_notice_tells_what_the_book_knows_and_moves_the_deadline(insured):
    desk = insured
    kept = Security(type=SecurityType.GUARANTEE, giver="张示例")
    records.keep_record(desk.uow(), kept, customer_id=desk.first, dated_on=START)
    desk.receipt("1000.00", "2026-02-20")
    issued = _notify(desk)
    assert issued.value.number == "损字〔2026〕第0001号"
    told = dict(_table(issued.value, "事项").rows)
    assert told["保险单号"] == "P-1"
    assert told["限额及编号"].endswith("（L-77）")
    assert told["最近付款"] == "2026-02-20  CNY 1,000.00"
    assert told["担保"] == "保证 张示例"
    assert told["争议"] == "无"
    assert issued.value.total == 12_000_000
    days = [one.days for one in cover.deadlines(desk.book.reader, NOTIFIED)]
    assert {one.step for one in days} == {Step.WAIT}
    assert days[0].claimable_from == date(2026, 9, 20)
    with pytest.raises(NothingToDo):
        _notify(desk)


def test_only_insured_open_debts_of_one_policy_are_notified(insured):
    desk = insured
    outside = desk.invoice("10.00", "2026-01-10", due="2026-12-31")
    with pytest.raises(NoPolicy):
        _notify(desk, outside)
    paid = desk.receipt("60000.00", "2026-03-01")
    desk.allocate(paid, {desk.documents[0]: "60000.00"}, "2026-03-01")
    with pytest.raises(NothingToDo):
        _notify(desk, desk.documents[0])


def test_a_claim_computes_the_worked_case_and_is_filed_once(insured):
    desk = insured
    with pytest.raises(NothingToDo):
        _file(desk)
    _notify(desk)
    issued = _file(desk, deductions=2_000_000, present=[Evidence.CONTRACT])
    assert issued.value.number == "赔字〔2026〕第0001号"
    computed = _table(issued.value, "项目")
    sums = dict((*computed.rows, computed.sums))
    assert sums["未收货款"] == "120,000.00"
    assert sums["损失金额"] == "100,000.00"
    assert sums["限额内损失"] == "80,000.00"
    assert sums["按承保比例 90%"] == "72,000.00"
    assert sums["申请赔付"] == "70,000.00"
    listed = _enclosed(issued.value)
    assert (listed["销售合同、订单"], listed["发票"]) == ("随附", "另行补交")
    with pytest.raises(NothingToDo):
        _file(desk, deductions=1)
    (one,) = cover_claims.claims(desk.book.reader, FILED)
    assert (one.state, one.own_loss, one.decide_by) == (
        ClaimState.FILED,
        10_000_000,
        date(2026, 10, 25),
    )


def test_what_is_disputed_is_deducted_from_the_loss(insured):
    desk = insured
    _notify(desk)
    desk.dispute(desk.documents[0], "50000.00", "2026-05-01")
    draft = cover_claims.draft_claim(desk.book.reader, _loss(desk), FILED)
    assert (draft.record.gross_minor, draft.record.deductions_minor) == (12_000_000, 5_000_000)
    assert draft.record.indemnity_minor == 6_100_000
    assert draft.paper.total == draft.record.gross_minor


def test_a_claim_goes_on_to_payment_and_recoveries_are_shared(insured):
    desk = insured
    _notify(desk)
    _file(desk, deductions=2_000_000)
    reader = desk.book.reader
    claim = cover_claims.claims(reader, FILED)[0].record.id

    def step(state, on, amount=0):
        value = ClaimStep(claim="", state=state, amount_minor=amount)
        cover_claims.record_step(desk.uow(), claim, value, on)

    step(ClaimState.ACCEPTED, date(2026, 10, 10), 7_000_000)
    step(ClaimState.PAID, date(2026, 10, 18), 7_000_000)
    value = ClaimRecovery(claim="", amount_minor=1_000_000, source="买方")
    cover_claims.record_recovery(desk.uow(), claim, value, date(2026, 11, 1))
    (one,) = cover_claims.claims(reader, date(2026, 11, 1))
    assert (one.state, one.paid, one.to_insurer, one.own_loss) == (
        ClaimState.PAID,
        7_000_000,
        700_000,
        2_700_000,
    )
    with pytest.raises(MissingField):
        step(ClaimState.PAID, date(2026, 10, 18))
    with pytest.raises(BadCoverTerms):
        step(ClaimState.CLOSED, date(2026, 9, 1))
    with pytest.raises(BadCoverTerms):
        step(ClaimState.PAID, date(2026, 10, 18), 10_000_001)
    with pytest.raises(MissingField):
        cover_claims.record_recovery(
            desk.uow(), claim, ClaimRecovery(claim="", amount_minor=0), FILED
        )
    assert desk.check() == []


def test_the_pack_holds_the_form_the_notice_and_the_files(insured):
    desk = insured
    notice = _notify(desk)
    for name in ("销售合同.pdf", "签收单.jpg"):
        entry = Attachment(name=name, customer_id=desk.first, dated_on=START)
        records.attach(desk.uow(), entry, b"%PDF scan")
    form = _file(desk)
    listed = _enclosed(form.value)
    assert listed["销售合同、订单"] == "随附"
    assert listed["运单、签收单"] == "随附"
    reader = desk.book.reader
    claim = cover_claims.claims(reader, FILED)[0].record.id
    parts = cover_claims.pack(reader, claim)
    assert [part.title for part in parts] == [
        form.value.number,
        notice.value.number,
        "销售合同.pdf",
        "签收单.jpg",
    ]
    assert [part.pdf is not None for part in parts] == [True, True, True, False]
