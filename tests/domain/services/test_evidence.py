"""Gathering what proves a claim from a real book."""

import hashlib
from datetime import date

import pytest

from domain.collecting.talk import Channel as TalkChannel
from domain.collecting.talk import Outcome, Talk
from domain.credit.file.contract import Contract
from domain.errors import NotFound, NothingToDo
from domain.evidence.proof import Proof, Standing, score
from domain.legal_event import Channel
from domain.record import Attachment
from domain.services import dunning, evidence, legal, letters, papers
from domain.services.evidence_sheets import ledger
from domain.services.legal import Delivery, Reply
from domain.services.records import attach_all, keep_record
from tests.desk import day, printed

TODAY = date(2026, 6, 30)


def _attach(desk, subject, note, name="scan.pdf", content=b"%PDF scan"):
    entry = Attachment(
        name=name,
        customer_id=desk.first,
        subject=subject,
        note=note,
        dated_on=day("2026-03-01"),
    )
    return attach_all(desk.uow(), [(entry, content)]).value[0]


def _gather(desk, *documents, **more):
    return evidence.gather(desk.book.reader, desk.first, list(documents), TODAY, **more)


def _standings(found):
    return {one.proof: one.standing for one in found.invoices[0].checks}


@pytest.fixture
def invoice(desk):
    return desk.invoice(
        "10000.00",
        "2026-02-01",
        due="2026-03-03",
        number="INV-1",
        order_number="SO-7",
        delivered_on=day("2026-01-30"),
    )


def test_what_the_book_only_knows_of_counts_half(desk, invoice):
    found = _gather(desk, invoice)
    assert _standings(found) == {
        Proof.CONTRACT: Standing.MISSING,
        Proof.ORDER: Standing.KNOWN,
        Proof.DELIVERY: Standing.KNOWN,
        Proof.ACCEPTANCE: Standing.MISSING,
        Proof.INVOICE: Standing.KNOWN,
        Proof.STATEMENT: Standing.MISSING,
        Proof.DEMAND: Standing.MISSING,
        Proof.PAYMENT: Standing.NEEDLESS,
    }
    # (10 + 25 + 10) / 2 of 95
    assert found.score == 24


def test_scans_of_any_instalment_prove_the_document(desk, invoice):
    _attach(desk, f"invoice/{desk.item(invoice)}", "delivery_note: 张三签收")
    _attach(desk, f"invoice/{desk.item(invoice)}", "acceptance", "y.jpg", b"jpg")
    found = _gather(desk, invoice)
    assert _standings(found)[Proof.DELIVERY] is Standing.KEPT
    assert not found.invoices[0].unproved
    titles = [one.title for one in found.pieces if one.proof is Proof.DELIVERY]
    assert titles == ["张三签收"]


def test_a_contract_counts_for_the_invoices_of_its_number(desk):
    kept = keep_record(
        desk.uow(),
        Contract(number="HT-1"),
        customer_id=desk.first,
        dated_on=day("2025-01-01"),
        files=[
            (
                Attachment(name="ht.pdf", customer_id=desk.first, dated_on=day("2025-01-01")),
                b"%PDF ht",
            )
        ],
    )
    assert kept.value
    mine = desk.invoice("10.00", "2026-02-01", number="A", contract_number="HT-1")
    other = desk.invoice("10.00", "2026-02-01", number="B", contract_number="HT-2")
    unnamed = desk.invoice("10.00", "2026-02-01", number="C")
    found = evidence.proofs(desk.book.reader, desk.first, [mine, other, unnamed], TODAY)
    assert [one.standing(Proof.CONTRACT) for one in found] == [
        Standing.KEPT,
        Standing.KNOWN,
        Standing.KEPT,
    ]
    assert [one.file for one in _gather(desk, mine).pieces if one.proof is Proof.CONTRACT] == [
        "ht.pdf"
    ]
    assert [one for one in _gather(desk, other).pieces if one.proof is Proof.CONTRACT] == []


def test_a_letter_proves_a_demand_once_its_arrival_is_proved(desk, invoice):
    desk.levels(1)
    proposal = dunning.draft_run(desk.book.reader, day("2026-04-01"))
    drafts = dunning.draft_letters(desk.book.reader, proposal)
    (issued,) = dunning.release_run(desk.uow(), proposal, drafts, printed).value
    sent = _gather(desk, invoice)
    assert _standings(sent)[Proof.DEMAND] is Standing.KNOWN
    (letter,) = [one for one in sent.pieces if one.proof is Proof.DEMAND]
    assert letter.proves == "原告已发函催告"
    delivery = Delivery(
        channel=Channel.EMS,
        sent_on=day("2026-04-02"),
        number="E1",
        arrived_on=day("2026-04-05"),
        file="ems.png",
        sha256=hashlib.sha256(b"png").hexdigest(),
        content=b"png",
    )
    legal.record_delivery(desk.uow(), issued.id, delivery, TODAY)
    found = _gather(desk, invoice)
    assert _standings(found)[Proof.DEMAND] is Standing.KEPT
    pieces = [(one.file, one.source) for one in found.pieces if one.proof is Proof.DEMAND]
    assert ("ems.png", "EMS E1") in pieces
    assert len(pieces) == 2


def test_any_letter_that_demands_counts_until_it_is_declared_void(desk, invoice):
    items = desk.book.reader.open_items(day("2026-06-10"), customer_id=desk.first)
    value = letters.draft(
        desk.book.reader,
        "us_final_demand",
        desk.first,
        dated_on=day("2026-06-10"),
        values={"as_of": day("2026-06-10"), "pay_by": day("2026-06-20")},
        items=items,
        language="en",
    )
    letters.issue_letter(desk.uow(), value, desk.first, printed)
    assert _standings(_gather(desk, invoice))[Proof.DEMAND] is Standing.KNOWN
    (paper,) = desk.book.reader.papers(customer_id=desk.first)
    letters.void_letter(desk.uow(), paper, "写错", TODAY)
    found = _gather(desk, invoice)
    assert _standings(found)[Proof.DEMAND] is Standing.MISSING
    assert not [one for one in found.pieces if one.proof is Proof.DEMAND]


def test_a_signed_statement_with_its_scan_is_kept_without_it_known(desk, invoice):
    values = papers.statement_values(
        desk.book.reader, [desk.first], to_on=day("2026-03-31"), issued_on=day("2026-04-02")
    )
    (issued,) = papers.issue(desk.uow(), "statement", values, [desk.first], printed).value
    reply = Reply(signed_on=day("2026-04-10"), signed_by="李")
    legal.record_reply(desk.uow(), issued.id, reply, TODAY)
    assert _standings(_gather(desk, invoice))[Proof.STATEMENT] is Standing.KNOWN
    reply = Reply(
        signed_on=day("2026-04-10"),
        signed_by="李",
        file="slip.pdf",
        sha256=hashlib.sha256(b"%PDF slip").hexdigest(),
        content=b"%PDF slip",
    )
    legal.record_reply(desk.uow(), issued.id, reply, TODAY)
    found = _gather(desk, invoice)
    assert _standings(found)[Proof.STATEMENT] is Standing.KEPT
    refs = [one.ref for one in found.pieces if one.proof is Proof.STATEMENT]
    assert len(refs) == len(set(refs)) == 2


def test_payments_interest_and_log_are_made_from_the_book(desk, invoice):
    receipt = desk.receipt("4000.00", "2026-04-01", number="RC-1")
    desk.allocate(receipt, {invoice: "4000.00"}, "2026-04-03")
    talk = Talk(channel=TalkChannel.PHONE, outcome=Outcome.NO_MONEY, person="李", text="下月付")
    keep_record(desk.uow(), talk, customer_id=desk.first, dated_on=day("2026-05-01"))
    desk.set(interest={"mode": "CN_CONTRACT:0.05%/day", "year": 365, "count": "tail"})
    found = _gather(desk, invoice)
    assert _standings(found)[Proof.PAYMENT] is Standing.KEPT
    (paid,) = found.sheets["sheet/payments"].rows
    assert (paid[0], paid[1], paid[3], str(paid[6])) == (
        "INV-1",
        day("2026-04-01"),
        "RC-1",
        "4000.00",
    )
    parts = found.sheets["sheet/interest"].rows
    # 10000 x 29 days (4 Mar to 1 Apr) and 6000 x 90 days (2 Apr to 30 Jun), 0.05 % a day
    told = [(row[1], row[2], row[3], str(row[4]), str(row[6])) for row in parts]
    assert told == [
        (day("2026-03-04"), day("2026-04-01"), 29, "10000.00", "145.00"),
        (day("2026-04-02"), day("2026-06-30"), 90, "6000.00", "270.00"),
    ]
    assert found.sums[0].interest == 415_00
    assert (found.sums[0].amount, found.sums[0].open) == (10_000_00, 6_000_00)
    (said,) = found.sheets["sheet/log"].rows
    assert said[2:5] == ("李", "资金紧张", "下月付")


def test_equal_contents_go_in_once_with_all_their_invoices(desk, invoice):
    other = desk.invoice("20.00", "2026-02-01", due="2026-03-03", number="INV-2")
    desk.levels(1)
    proposal = dunning.draft_run(desk.book.reader, day("2026-04-01"))
    drafts = dunning.draft_letters(desk.book.reader, proposal)
    dunning.release_run(desk.uow(), proposal, drafts, printed)
    found = _gather(desk, invoice, other)
    (letter,) = [one for one in found.pieces if one.proof is Proof.DEMAND]
    assert letter.invoices == ("INV-1", "INV-2")


def test_a_claim_is_all_that_is_open_or_what_is_named(desk, invoice):
    paid = desk.invoice("20.00", "2026-02-01", number="INV-2")
    receipt = desk.receipt("20.00", "2026-02-03")
    desk.allocate(receipt, {paid: "20.00"}, "2026-02-03")
    reader = desk.book.reader
    assert evidence.claim_documents(reader, desk.first, TODAY) == [invoice]
    assert evidence.claim_documents(reader, desk.first, TODAY, ["INV-2"]) == [paid]
    with pytest.raises(NotFound):
        evidence.claim_documents(reader, desk.first, TODAY, ["INV-9"])
    with pytest.raises(NothingToDo):
        _gather(desk)


def test_an_invoice_of_another_customer_is_no_part_of_the_claim(desk, invoice):
    second = desk.customer("C2")
    with pytest.raises(NotFound):
        evidence.claim_documents(desk.book.reader, second, TODAY, ["INV-1"])


def test_the_account_runs_to_the_balance(desk, invoice):
    desk.receipt("4000.00", "2026-04-01")
    sheet = ledger(desk.book.reader, desk.first, TODAY, "zh")
    assert [str(row[7]) for row in sheet.rows] == ["10000.00", "6000.00"]
    assert str(sheet.totals[0][7]) == "6000.00"


def test_the_score_follows_the_policy_in_force(desk, invoice):
    from domain.evidence.proof import EvidenceWeights
    from domain.policy import CreditPolicy

    policy = CreditPolicy(evidence=EvidenceWeights(delivery_note=0, order=0, invoice=0))
    keep_record(desk.uow(), policy, customer_id=None, dated_on=day("2026-01-01"))
    found = _gather(desk, invoice)
    assert found.score == 0
    assert score(found.invoices[0].checks) == 24
