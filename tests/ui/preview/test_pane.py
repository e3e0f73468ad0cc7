"""The preview: turning, zooming, waiting, failing."""

import pytest

from domain.errors import GlyphMissing
from domain.sheets import Sheet, SheetColumn
from ui.preview.pane import PagePreview, file_name


@pytest.fixture
def preview(office, qtbot):
    made = PagePreview(office.ctx, "test.preview")
    qtbot.addWidget(made)
    made.retranslate()
    made.resize(440, 600)
    made.show()
    return made


@pytest.fixture
def pages(office):
    """Return a PDF of several pages."""
    rows = [[f"row {number}"] for number in range(200)]
    sheet = Sheet(
        title="Rows",
        company="Firm",
        note="",
        language="en",
        columns=(SheetColumn(title="Words"),),
        rows=rows,
    )
    return office.ports.papers.sheet_pdf(sheet)


def test_pages_turn_and_stop_at_both_ends(preview, pages):
    preview.show_pdf(pages)
    assert preview.count > 2
    preview.turn(-1)
    assert preview.page == 0
    preview.turn(1)
    assert preview.page == 1
    preview.view.jumped.emit(1)
    preview.turn(1)
    assert preview.page == preview.count - 1


def test_zoom_goes_in_steps_and_fits(preview, pages):
    preview.show_pdf(pages)
    whole = preview.percent()
    preview.set_zoom("width")
    assert preview.percent() >= whole > 0
    preview.set_zoom(100)
    preview.view.zoomed.emit(1)
    assert preview.zoom == 125
    preview.view.zoomed.emit(-1)
    assert preview.zoom == 100


def test_a_failure_is_told_on_the_desk(preview):
    heard = []
    preview.failed.connect(heard.append)

    def refuse():
        raise GlyphMissing(characters="𠮷")

    preview.show_made(refuse)
    assert heard
    assert preview.count == 0
    assert "𠮷" in preview.view._words


def test_a_picture_that_comes_late_does_not_cover_words(preview, pages, monkeypatch):
    late = []
    runner = preview.ctx.runner
    run = runner.run

    def hold(job, **how):
        late.append((job, how)) if how.get("lane") == "preview" else run(job, **how)

    preview.show_pdf(pages)
    monkeypatch.setattr(runner, "run", hold)
    preview.set_zoom(75)
    preview.say("No letter")
    job, how = late[-1]
    how["done"](job(lambda _done, _total: None))
    assert preview.view._words == "No letter"


def test_the_same_pages_keep_their_place(preview, pages):
    preview.show_pdf(pages)
    preview.turn(1)
    preview.show_pdf(pages)
    assert preview.page == 1


def test_pages_are_saved(preview, pages, tmp_path, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    path = tmp_path / "kept.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    preview.show_pdf(pages)
    preview.save_as("kept")
    assert path.read_bytes() == pages


def test_numbers_become_names_of_files():
    assert file_name("沐催字〔2026〕第0001号") == "沐催字〔2026〕第0001号"
    assert file_name('a/b:c*"d') == "a-b-c--d"
    assert file_name("") == "paper"
