"""The dunning run as a draft, its release, the letters sent."""

from datetime import date

import pytest

from domain.dunning_records import OverdueReason
from domain.errors import GlyphMissing
from domain.services.dunning_interest import open_charges
from domain.services.settings import change_settings


@pytest.fixture
def screen(office, monkeypatch):
    monkeypatch.setattr("ui.collections.run_tab.confirm", lambda *_asked, **_how: True)
    office.go("collections")
    shown = office.current()
    shown.run_tab = shown.tab("run")
    shown.run = shown.run_tab.run
    shown.release = shown.run_tab.release
    return shown


def _register(screen):
    return screen.tab("sent").register


def test_the_draft_lists_letters_and_shows_the_first(screen):
    assert {one.code for one in screen.run.chosen()} == {"C0001", "C0002"}
    assert screen.run.grid.current_row().code == "C0001"
    assert screen.run.preview.count >= 1


def test_a_letter_left_out_is_not_released(screen, office):
    first = screen.run.chosen()[0]
    screen.run.model.toggled.emit(first)
    screen.release()
    papers = screen.ctx.reader.papers(kind="dunning_letter")
    assert len(papers) == 1
    assert first.customer_id not in {one.customer_id for one in papers}
    assert "1" in office.said[-1].text


def test_released_letters_stand_selected_in_the_register(screen):
    screen.release()
    assert screen.current_key() == "sent"
    assert len(_register(screen).selected()) == 2
    assert not screen.run_tab.release_act.isEnabled()


def test_the_next_draft_passes_over_with_the_reason_in_words(screen):
    screen.release()
    screen.show_tab("run")
    skipped = [one for one in screen.run.run.rows if one.letter is None]
    assert len(skipped) == 2
    words = screen.run.model.rules.note(skipped[0])
    assert words
    assert words != skipped[0].reason


def test_nothing_is_released_when_a_letter_cannot_be_drawn(screen, office, monkeypatch):
    def refuse(_value):
        raise GlyphMissing(characters="𠮷")

    monkeypatch.setattr(screen.ctx.papers, "render", refuse)
    screen.release()
    assert screen.ctx.reader.papers(kind="dunning_letter") == []
    assert office.said[-1].tone == "error"
    assert "𠮷" in office.said[-1].text
    assert screen.run_tab.release_act.isEnabled()


def test_a_run_before_the_last_one_says_so_calmly(screen, office):
    screen.release()
    screen.show_tab("run")
    screen.run.as_of.set_day(date(2026, 11, 1))
    screen.run.read()
    assert screen.run.chosen() == []
    assert screen.run.stack.currentIndex() == 1


def test_missing_receipts_are_warned_of(screen):
    assert "2026-09-01" in screen.run._warning.text()


def test_the_first_print_is_no_copy_and_the_second_is(screen, monkeypatch):
    printed = []
    monkeypatch.setattr("ui.printing.print_pdf", lambda _ctx, pdf, _parent: printed.append(pdf))
    screen.release()
    register = _register(screen)
    assert not register._is_copy(register.selected()[0].id)
    register.print_selected()
    assert register._is_copy(register.selected()[0].id)
    register.print_selected()
    assert len(printed) == 2


def test_letters_are_saved_one_each_or_all_in_one(screen, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    folder, file = tmp_path / "letters", tmp_path / "all.pdf"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(file), ""))
    screen.release()
    _register(screen).save_selected_each()
    _register(screen).save_selected()
    assert len(list(folder.glob("*.pdf"))) == 2
    assert screen.ctx.papers.page_count(file.read_bytes()) >= 2


def test_the_register_is_filtered_by_customer(screen):
    screen.release()
    _register(screen).search.setText("杭州")
    assert _register(screen).model.rowCount() == 1


def _row(screen, code):
    return next(one for one in screen.run.run.rows if one.code == code)


def test_what_is_left_out_is_told_why_and_kept_with_the_run(screen):
    first = screen.run.chosen()[0]
    screen.run.model.toggled.emit(first)
    assert screen.run.bar.isVisibleTo(screen)
    screen.run.bar.out.setCurrentIndex(screen.run.bar.out.findData("talks"))
    screen.run.bar.out_note.setText("visit on Friday")
    screen.run.bar.out_note.editingFinished.emit()
    screen.release()
    (run,) = screen.ctx.reader.dunning_runs()
    (out,) = run.value["left_out"]
    assert (out["reason"], out["detail"]) == ("talks", "visit on Friday")


def test_a_saved_draft_is_there_again_and_ends_with_the_release(screen):
    first = screen.run.chosen()[0]
    screen.run.model.toggled.emit(first)
    screen.run_tab.save_draft()
    assert screen.run.draft_id is not None
    screen.run.left_out = {}
    screen.run.draft_id = None
    screen.run.read()
    assert [one.code for one in screen.run.chosen()] == ["C0002"]
    screen.release()
    assert screen.ctx.reader.dunning_runs()[0].value["left_out"]
    screen.show_tab("run")
    screen.run.read()
    assert screen.run.draft_id is None


def test_a_customer_is_not_chased_until_the_block_is_lifted(screen):
    screen.run.grid.select_where(lambda one: one.code == "C0002")
    screen.run.bar.block.click()
    screen.run.bar.held.setCurrentIndex(screen.run.bar.held.findData("legal"))
    screen.run.bar.do_block.click()
    assert _row(screen, "C0002").reason == "blocked"
    screen.run.grid.select_where(lambda one: one.code == "C0002")
    screen.run.bar.lift.click()
    assert _row(screen, "C0002").letter is not None


def test_a_reason_for_late_payment_is_noted_in_the_run(screen):
    screen.run.grid.select_where(lambda one: one.code == "C0001")
    bar = screen.run.bar
    assert not bar.note_it.isEnabled()
    bar.why.setCurrentIndex(bar.why.findData("no_invoice"))
    bar.why_note.setText("asked by phone")
    bar.note_it.click()
    (kept,) = screen.ctx.reader.records(OverdueReason)
    assert (kept.value.code, kept.value.note) == ("no_invoice", "asked by phone")


def test_from_level_2_on_the_release_asks_why_is_not_paid(screen, monkeypatch):
    asked = []

    def answer(_parent, title, _text, _act):
        asked.append(title)
        return "nobody answers" if len(asked) > 1 else ""

    monkeypatch.setattr("ui.collections.run_tab.ask_reason", answer)
    screen.release()
    screen.show_tab("run")
    screen.run.as_of.set_day(date(2026, 12, 20))
    screen.run.read()
    assert screen.run.chosen()
    screen.release()
    assert len(screen.ctx.reader.dunning_runs()) == 1, "no answer, no release"
    screen.release()
    runs = screen.ctx.reader.dunning_runs()
    assert (len(runs), runs[0].value["unreasoned"]) == (2, "nobody answers")


def test_fees_of_letters_are_claimed_from_the_register(screen, monkeypatch):
    monkeypatch.setattr("ui.collections.sent_tab.confirm", lambda *_asked, **_how: True)
    levels = [{"level": 1, "days": 1, "pay_days": 7, "fee_minor": 5000}]
    kept = [{"code": "standard", "levels": levels}]
    change_settings(screen.ctx.book.unit_of_work("tester"), {"dunning_procedures": kept})
    screen.run.read()
    screen.release()
    sent = screen.tab("sent")
    customer_id = sent.register.selected()[0].customer_id
    sent.claim()
    reader, day = screen.ctx.reader, date(2026, 12, 31)
    assert open_charges(reader, day, customer_id=customer_id) == []
    sent.claim()
    rows = reader.open_items(day, customer_id=customer_id)
    assert [row.open for row in rows if row.kind == "debit_note"] == [5000]
