"""Issuing letters: numbered without a gap, frozen, never issued twice for one content."""

from dataclasses import replace
from datetime import date

import pytest

from domain.errors import AlreadyReversed, MissingField, NotFound, NothingToDo
from domain.legal_event import Channel
from domain.letters.templates import ForbiddenWording
from domain.letters.wording import LetterWording, default_text, text_in_force, versions
from domain.money import Money
from domain.services import letters, papers
from domain.services.legal import Delivery, record_delivery
from tests.desk import day, desk, printed

__all__ = ["desk"]
VALUES = {
    "old_limit": Money(1_000_000, "CNY"),
    "new_limit": Money(500_000, "CNY"),
    "direction": "lowered",
    "terms": "NET30",
    "effective_on": date(2026, 12, 1),
}


def _draft(desk, *, on="2026-11-20", customer=None, **more):
    return letters.draft(
        desk.book.reader,
        "limit_change",
        customer or desk.first,
        dated_on=day(on),
        values={**VALUES, **more},
    )


def _issue(desk, value, customer=None):
    return letters.issue_letter(desk.uow(), value, customer or desk.first, printed).value


def test_numbers_run_on_without_a_gap_by_series_and_year(desk):
    given = [_issue(desk, _draft(desk, terms=str(n))).value.number for n in range(3)]
    assert given == ["信字〔2026〕第0001号", "信字〔2026〕第0002号", "信字〔2026〕第0003号"]
    other = _issue(desk, _draft(desk, on="2027-01-05"))
    assert other.value.number == "信字〔2027〕第0001号"
    assert desk.check() == []


def test_both_languages_count_together(desk):
    foreign = desk.customer("C2", name_en="Two Ltd", language="en")
    _issue(desk, _draft(desk))
    assert _issue(desk, _draft(desk, customer=foreign), foreign).value.number == "CT-2026-0002"


def test_a_failed_page_uses_no_number(desk):
    def breaks(_value):
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        letters.issue_letter(desk.uow(), _draft(desk), desk.first, breaks)
    assert _issue(desk, _draft(desk)).value.number.endswith("第0001号")


def test_the_same_letter_of_the_same_day_is_issued_once(desk):
    first, again = (_issue(desk, _draft(desk)) for _ in range(2))
    assert (first.id, first.is_new, again.is_new) == (again.id, True, False)
    assert _issue(desk, _draft(desk, on="2026-11-21")).id != first.id


def test_an_issued_letter_keeps_its_words_and_its_page(desk):
    issued = _issue(desk, _draft(desk))
    text = default_text(desk.book.reader, "limit_change", "zh").replace("通知函", "告知书")
    wording = LetterWording(letter="limit_change", language="zh", text=text)
    letters.keep_wording(desk.uow(), desk.book.reader.templates, wording, day("2026-11-21"))

    kept = papers.issued_value(desk.book.reader, issued.id, "limit_change")
    assert kept == issued.value
    assert desk.book.reader.paper_pdf(issued.id) == issued.pdf
    assert _draft(desk).title == "信用额度调整告知书"
    assert papers.reprint(desk.book.reader, issued.id, "limit_change") == replace(kept, copy=True)


def test_versions_are_kept_and_the_default_is_a_version_too(desk):
    reader = desk.book.reader
    default = default_text(reader, "limit_change", "zh")
    for text in (default.replace("感谢", "衷心感谢"), ""):
        value = LetterWording(letter="limit_change", language="zh", text=text)
        letters.keep_wording(desk.uow(), reader.templates, value, day("2026-11-21"))
    assert text_in_force(reader, "limit_change", "zh") == default
    assert [bool(one.value.text) for one in versions(reader, "limit_change", "zh")] == [False, True]
    assert versions(reader, "limit_change", "en") == []


def test_a_text_that_attacks_is_not_kept(desk):
    reader = desk.book.reader
    text = "# 函\n\n{{ new_limit.__class__ }}{{ terms }}{{ effective_on }}"
    value = LetterWording(letter="limit_change", language="zh", text=text)
    before = desk.facts()
    with pytest.raises(ForbiddenWording):
        letters.keep_wording(desk.uow(), reader.templates, value, day("2026-11-21"))
    assert desk.facts() == before


def test_a_claim_that_arrives_restarts_the_limitation_and_a_notice_of_terms_does_not(desk):
    desk.invoice("1000.00", "2026-01-10", due="2026-02-10")
    items = desk.book.reader.open_items(day("2026-11-20"), customer_id=desk.first)
    claim = letters.draft(
        desk.book.reader,
        "reminder_eu",
        desk.first,
        dated_on=day("2026-11-20"),
        values={"pay_by": date(2026, 12, 4), "regime_country": "Germany"},
        items=items,
    )
    for value, kind in ((claim, "letter_delivered"), (_draft(desk), "paper_delivered")):
        issued = _issue(desk, value)
        went = Delivery(channel=Channel.EMS, sent_on=day("2026-11-21"), number="EA1CN")
        record_delivery(desk.uow(), issued.id, went, day("2026-11-30"))
        (row,) = desk.book.reader.legal_events(paper_id=issued.id)
        assert row.event.kind == kind


def test_an_unknown_letter_is_told(desk):
    with pytest.raises(NotFound):
        letters.draft(
            desk.book.reader, "nothing", desk.first, dated_on=day("2026-11-20"), values={}
        )


def _row(desk, issued):
    (row,) = [one for one in desk.book.reader.papers() if one.id == issued.id]
    return row


def test_a_void_letter_keeps_its_number_and_the_same_words_go_out_with_the_next(desk):
    first = _issue(desk, _draft(desk))
    letters.void_letter(desk.uow(), _row(desk, first), "额度填错", day("2026-11-21"))

    shown = papers.reprint(desk.book.reader, first.id, "limit_change")
    assert (shown.number, shown.void) == (first.value.number, True)
    assert desk.book.reader.paper_pdf(first.id) == first.pdf
    again = _issue(desk, _draft(desk))
    assert (again.is_new, again.value.number) == (True, "信字〔2026〕第0002号")
    assert _issue(desk, _draft(desk)).id == again.id
    assert desk.check() == []


def test_a_letter_is_declared_void_once_and_with_a_reason(desk):
    row = _row(desk, _issue(desk, _draft(desk)))
    with pytest.raises(MissingField):
        letters.void_letter(desk.uow(), row, "", day("2026-11-21"))
    letters.void_letter(desk.uow(), row, "错发", day("2026-11-21"))
    with pytest.raises(AlreadyReversed):
        letters.void_letter(desk.uow(), row, "错发", day("2026-11-21"))
    other = replace(row, kind="statement")
    with pytest.raises(NothingToDo):
        letters.void_letter(desk.uow(), other, "错发", day("2026-11-21"))
