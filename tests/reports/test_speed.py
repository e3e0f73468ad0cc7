"""A letter in a file of its own is drawn well faster than on the bare reportlab canvas."""

import io
import time

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reports import fonts, page
from reports.render import pdf
from tests.reports import samples


@pytest.fixture(scope="module")
def canvas_fonts():
    """Make the same faces known to the canvas."""
    for name, file in (("R", "NotoSerifSC-Regular.ttf"), ("B", "NotoSerifSC-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(fonts._FOLDER / file)))


def _drawn(value, monkeypatch):
    """Return what a letter draws: texts and lines with their places."""
    drawn = []
    text, line = page.Page.text, page.Page.line

    def note_text(self, x, y, words, size, *, bold=False, gap=0.0):
        drawn.append((x, self.height - y, words, size, bold))
        text(self, x, y, words, size, bold=bold, gap=gap)

    def note_line(self, x1, y1, x2, y2, width, *, grey=0.0):
        drawn.append((x1, self.height - y1, x2, self.height - y2, width))
        line(self, x1, y1, x2, y2, width, grey=grey)

    with monkeypatch.context() as patch:
        patch.setattr(page.Page, "text", note_text)
        patch.setattr(page.Page, "line", note_line)
        pdf(value)
    return drawn


def _bare(drawn):
    canvas = Canvas(io.BytesIO(), initialFontName="R", pageCompression=1)
    for x, y, words, size, bold in drawn:
        if isinstance(words, str):
            canvas.setFont("B" if bold is True else "R", size)
            canvas.drawString(x, y, words)
        else:
            canvas.setLineWidth(bold)
            canvas.line(x, y, words, size)
    canvas.showPage()
    canvas.save()


def _seconds(work):
    start = time.perf_counter()
    for _ in range(5):
        work()
    return time.perf_counter() - start


def test_letters_are_faster_than_the_bare_canvas(canvas_fonts, monkeypatch):
    value = samples.letter(5, level=1)
    drawn = _drawn(value, monkeypatch)
    rounds = [(_seconds(lambda: pdf(value)), _seconds(lambda: _bare(drawn))) for _ in range(4)]
    own, bare = (min(times) for times in zip(*rounds, strict=True))
    assert bare > 1.5 * own, f"own {own:.3f} s, bare canvas {bare:.3f} s"
