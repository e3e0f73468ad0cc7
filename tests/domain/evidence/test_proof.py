"""The score of a claim's proof: worked numbers and what must always hold."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.evidence.proof import (
    CHECKED,
    SCANNED,
    WEIGHTS,
    Check,
    EvidenceWeights,
    InvoiceProof,
    Proof,
    Standing,
    overall,
    scan_kind,
    scan_note,
    scan_words,
    score,
)
from domain.evidence.words import GET, NAMES, PROVES, SHORT
from domain.record import Attachment, AttachmentRow

STANDINGS = st.sampled_from(list(Standing))
CHECKS = st.tuples(*(STANDINGS for _ in CHECKED)).map(
    lambda found: tuple(
        Check(proof=proof, standing=one) for proof, one in zip(CHECKED, found, strict=True)
    )
)


def _checks(**given):
    return tuple(
        Check(proof=proof, standing=Standing(given.get(proof.value, "missing")))
        for proof in CHECKED
    )


def _invoice(checks):
    return InvoiceProof(
        document_id=1,
        item_id=1,
        number="INV-1",
        issued_on=date(2026, 1, 1),
        due_on=None,
        currency="CNY",
        amount=1,
        open=1,
        checks=checks,
    )


def test_the_worked_score():
    checks = _checks(
        contract="kept", delivery_note="kept", invoice="kept", order="known", payment="needless"
    )
    assert score(checks) == 63


def test_the_shipped_weights_add_up_to_a_hundred():
    assert sum(WEIGHTS.of(proof) for proof in CHECKED) == 100


def test_delivery_weighs_most_since_an_invoice_alone_proves_none():
    assert max(CHECKED, key=WEIGHTS.of) is Proof.DELIVERY


@given(CHECKS)
def test_a_score_lies_between_nothing_and_all(checks):
    assert 0 <= score(checks) <= 100


@given(CHECKS, st.sampled_from(CHECKED))
def test_keeping_one_paper_more_never_lowers_a_score(checks, proof):
    if next(one for one in checks if one.proof is proof).standing is Standing.NEEDLESS:
        return
    better = tuple(
        Check(proof=proof, standing=Standing.KEPT) if one.proof is proof else one for one in checks
    )
    assert score(better) >= score(checks)


@given(CHECKS)
def test_only_a_claim_with_every_paper_is_proved_whole(checks):
    whole = all(one.standing in (Standing.KEPT, Standing.NEEDLESS) for one in checks)
    assert (score(checks) == 100) == whole


@given(CHECKS)
def test_several_invoices_alike_are_proved_like_one(checks):
    assert overall([_invoice(checks)] * 3) == score(checks)


def test_other_weights_give_another_score():
    checks = _checks(delivery_note="kept")
    assert score(checks, EvidenceWeights(delivery_note=0)) == 0


def test_what_is_missing_comes_by_weight():
    found = _invoice(_checks(contract="kept", order="known"))
    assert found.missing[0] is Proof.DELIVERY
    assert Proof.CONTRACT not in found.missing
    assert Proof.ORDER not in found.missing


def test_a_signed_acceptance_proves_delivery_too():
    assert _invoice(_checks()).unproved
    assert _invoice(_checks(delivery_note="known")).unproved
    assert not _invoice(_checks(acceptance="kept")).unproved


def test_a_file_says_by_its_note_what_it_is():
    def row(note):
        entry = Attachment(name="x.pdf", customer_id=1, note=note, dated_on=date(2026, 1, 1))
        return AttachmentRow(id=1, attachment=entry)

    for proof in SCANNED:
        assert scan_kind(row(scan_note(proof))) is proof
        assert scan_kind(row(scan_note(proof, "张三签收: 两箱"))) is proof
    assert scan_words(scan_note(Proof.DELIVERY, "张三签收: 两箱")) == "张三签收: 两箱"
    assert scan_kind(row("anything else")) is Proof.OTHER
    assert scan_words("anything: else") == "anything: else"


def test_every_paper_has_its_words_in_both_languages():
    for table in (NAMES, PROVES):
        assert set(table) == set(Proof)
    for table in (GET, SHORT):
        assert set(table) == set(CHECKED)
    for table in (NAMES, PROVES, GET, SHORT):
        assert all(zh and en and zh != en for zh, en in table.values())
