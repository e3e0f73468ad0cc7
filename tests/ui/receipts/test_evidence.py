"""Places in the text of a payment, numbered by the document they speak for."""

import pytest

from domain.matching.values import Evidence, Proof, Proposal, Rule
from ui.receipts.bank_text import pieces
from ui.receipts.evidence import Span, findings

TEXT = "支付货款 发票尾号5187 5203余46130付5219请查收"


def proof(word, item=None, kind=Evidence.NUMBER):
    start = TEXT.index(word)
    return Proof(kind=kind, start=start, end=start + len(word), item_id=item)


def proposal(*proofs):
    return Proposal(rule=Rule.NUMBERS, customer_id=1, confidence=94, proofs=proofs)


def found(*proofs):
    return findings(proposal(*proofs), TEXT)


def words(spans):
    return [(TEXT[span.start : span.end], span.mark) for span in spans]


def test_documents_are_numbered_as_they_stand_in_the_text():
    made = found(
        proof("5219", 3),
        proof("5187", 1),
        proof("46130", 3, Evidence.TOTAL),
        proof("5203", 2),
    )
    assert words(made.spans) == [("5187", 1), ("5203", 2), ("46130", 3), ("5219", 3)]
    assert made.hints[1].mark == 1
    assert made.hints[3].words == ("5219", "46130")


def test_what_speaks_for_no_document_is_marked_without_a_number():
    made = found(proof("货款", kind=Evidence.ADVANCE))
    assert words(made.spans) == [("货款", 0)]
    assert made.hints == {}


def test_a_place_within_another_is_left_out():
    made = found(proof("尾号5187", 1), proof("5187", 1), proof("187", 2))
    assert words(made.spans) == [("尾号5187", 1)]


def test_reasons_without_a_place_are_named_by_their_kind():
    made = findings(proposal(Proof(kind=Evidence.TOTAL, item_id=7)), TEXT)
    assert made.spans == ()
    assert (made.hints[7].mark, made.hints[7].words) == (0, ())
    assert made.hints[7].kinds == (Evidence.TOTAL,)


def test_places_outside_the_text_are_no_places():
    wrong = Proof(kind=Evidence.NUMBER, start=5, end=500, item_id=1)
    assert findings(proposal(wrong), TEXT).spans == ()


def test_a_contradiction_is_told_apart():
    (span,) = found(proof("5187", kind=Evidence.CONFLICT)).spans
    assert span.against


@pytest.mark.parametrize("text", [TEXT, "", "INV-2026-001 paid, thanks", "货款"])
def test_cutting_a_text_into_pieces_loses_nothing(text):
    spans = [Span(0, min(3, len(text)), 1)] if text else []
    made = list(pieces(text, spans))
    assert "".join(one.text for one in made) == text
    assert [one.text for one in made if one.mark == 1] == ([text[:3]] if text else [])
