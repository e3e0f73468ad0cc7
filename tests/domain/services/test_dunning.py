from dataclasses import replace
from datetime import date

import pytest

from domain.errors import AlreadySent, Cancelled, NotFound, NothingToDo, RunBackwards
from domain.services import dunning
from domain.services.papers import Issued
from tests.desk import printed

RUN = date(2026, 3, 1)


@pytest.fixture
def late(desk):
    """Two customers with something overdue."""
    desk.levels(5, 20)
    desk.invoice("100.00", "2026-01-01", due="2026-02-01", number="A1")
    other = desk.customer("C2", language="en", name_en="East")
    desk.invoice("60.00", "2026-01-01", due="2026-02-20", number="B1", customer=other)
    return desk


def _drafted(desk, on=RUN):
    proposal = dunning.draft_run(desk.book.reader, on)
    return proposal, dunning.draft_letters(desk.book.reader, proposal)


def test_a_released_run_is_numbered_printed_kept_and_raises_levels(late):
    proposal, drafts = _drafted(late)
    told = []
    result = dunning.release_run(
        late.uow(), proposal, drafts, printed, lambda *done: told.append(done)
    )
    assert told == [(0, 2), (1, 2)]
    assert [type(paper) for paper in result.value] == [Issued, Issued]
    assert [paper.value.number for paper in result.value] == [
        "催字〔2026〕第0001号",
        "DL-2026-0002",
    ]
    reader = late.book.reader
    assert [row.number for row in reader.papers()] == ["DL-2026-0002", "催字〔2026〕第0001号"]
    assert reader.paper_pdf(result.value[1].id) == b"%PDF DL-2026-0002"
    assert {level.item_id: level.level for level in reader.sent_levels(RUN)} == {1: 1, 2: 1}
    assert reader.sent_levels(date(2026, 2, 28)) == []
    for level in reader.sent_levels(RUN):
        assert level in reader.sent_levels(RUN, customer_id=level.customer_id)
    assert reader.sent_levels(RUN, customer_id=999) == []
    assert reader.last_run_on() == RUN
    assert reader.history(limit=1)[0].kind == "dunning.release"
    assert late.check() == []


def test_a_letter_says_what_is_asked_for(late):
    late.receipt("30.00", "2026-02-10")
    _, drafts = _drafted(late)
    value = drafts[0].value
    assert (value.principal, value.unapplied, value.total) == (10_000, 3_000, 7_000)
    assert value.pay_by == date(2026, 3, 8)
    (line,) = value.lines
    assert (line.number, line.days_overdue, line.open, line.level) == ("A1", 28, 10_000, 1)
    assert (value.language, drafts[1].value.language) == ("zh", "en")


def test_only_the_chosen_letters_are_drawn_up(late):
    proposal, _ = _drafted(late)
    (draft,) = dunning.draft_letters(late.book.reader, proposal, proposal.letters[1:])
    dunning.release_run(late.uow(), proposal, [draft], printed)
    assert set(late.dun("2026-03-01")) == {late.first}


def test_an_old_draft_is_not_released_over_a_newer_run(late):
    proposal, drafts = _drafted(late)
    dunning.release_run(late.uow(), proposal, drafts, printed)
    before = late.facts()
    with pytest.raises(AlreadySent):
        dunning.release_run(late.uow(), proposal, drafts, printed)
    changed = [replace(draft, value=replace(draft.value, closing="Please.")) for draft in drafts]
    with pytest.raises(AlreadySent):
        dunning.release_run(late.uow(), proposal, changed, printed)
    assert late.facts() == before


def test_a_cancelled_or_failed_run_uses_no_number_and_raises_no_level(late):
    proposal, drafts = _drafted(late)
    before = late.facts()

    def stop(done, _total):
        if done == 1:
            raise Cancelled

    def break_down(value):
        raise RuntimeError(value.number)

    with pytest.raises(Cancelled):
        dunning.release_run(late.uow(), proposal, drafts, printed, stop)
    assert late.facts() == before
    with pytest.raises(RuntimeError):
        dunning.release_run(late.uow(), proposal, drafts, break_down)
    assert late.facts() == before
    with pytest.raises(NothingToDo):
        dunning.release_run(late.uow(), proposal, [], printed)
    assert late.facts() == before


def test_a_run_is_not_drafted_before_the_last_one_or_by_an_unknown_procedure(late):
    late.dun("2026-03-01", release=True)
    with pytest.raises(RunBackwards):
        dunning.draft_run(late.book.reader, date(2026, 2, 28))
    with pytest.raises(NotFound):
        dunning.draft_run(late.book.reader, RUN, "strict")


def test_a_run_after_days_with_the_program_closed_catches_up_one_level(late):
    assert late.dun("2026-09-01", release=True)[late.first] == (1, "100.00")
    assert late.dun("2026-09-02")[late.first] == (2, "100.00")


def test_without_a_procedure_of_its_own_a_book_follows_the_standard_one(desk):
    assert list(dunning.procedures(desk.book.reader)) == ["standard"]
    desk.invoice("100.00", "2026-01-01", due="2026-02-01")
    assert desk.dun("2026-02-07") == {}
    assert desk.dun("2026-02-08") == {desk.first: (1, "100.00")}


def test_a_voided_invoice_is_chased_no_more(late):
    late.dun("2026-03-01", release=True)
    late.void(1, "2026-03-02")
    assert late.first not in late.dun("2026-03-20")
    assert late.first not in late.skipped("2026-03-20")
