"""The door: every paper, alone and in one file; the same value gives the same bytes."""

from dataclasses import replace

import pytest

from domain.errors import GlyphMissing
from reports.render import pdf, pdf_batch
from tests.reports import reading, samples

PAPERS = {
    "letter": lambda language: samples.letter(5, language),
    "statement": lambda language: samples.statement(6, language),
    "receipt": lambda language: samples.receipt(3, language),
    "ageing": lambda language: samples.ageing(12, language),
}
CASES = [(kind, language) for kind in PAPERS for language in ("zh", "en")]


@pytest.mark.parametrize("kind, language", CASES)
def test_the_same_value_gives_the_same_bytes(kind, language):
    value = PAPERS[kind](language)
    first = pdf(value)
    pdf(samples.letter(7))
    assert pdf(value) == first


@pytest.mark.parametrize("kind, language", CASES)
def test_only_embedded_fonts_of_ours(kind, language):
    page = pdf(PAPERS[kind](language))
    found = reading.fonts(page)
    assert found
    assert all("Noto" in name for name in found)
    assert sum(found.values()) * 2 == len(found) or all(found.values())
    assert b"Helvetica" not in page


@pytest.mark.parametrize("kind, language", CASES)
def test_a_single_paper_stays_small(kind, language):
    assert len(pdf(PAPERS[kind](language))) < 130_000


@pytest.mark.parametrize("kind", ["letter", "statement", "receipt"])
def test_readers_agree_on_numbers_names_and_sums(kind):
    value = PAPERS[kind]("zh")
    page = pdf(value)
    wanted = [value.number, value.customer.name, value.company.name, value.customer.code]
    for read in (reading.text, reading.by_pdfplumber, reading.by_poppler):
        text = read(page)
        if text is not None:
            assert [word for word in wanted if word not in text] == [], read


@pytest.mark.parametrize("kind", ["letter", "statement", "receipt"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_copy_is_marked_and_changes_nothing_else(kind, language):
    value = PAPERS[kind](language)
    mark = "副本" if language == "zh" else "Copy"
    first, copy = reading.glyphs(pdf(value)), reading.glyphs(pdf(replace(value, copy=True)))
    marks = [glyph for glyph in copy if glyph not in first]
    pages = max(glyph.page for glyph in first) + 1
    assert "".join(glyph.character for glyph in marks) == mark * (pages + 1)
    assert [glyph for glyph in first if glyph not in copy] == []


def test_a_batch_holds_every_paper_with_its_own_page_numbers():
    values = [
        samples.letter(3, level=1),
        samples.letter(40, level=2),
        samples.letter(2, "en", level=1),
    ]
    alone = [len(reading.texts(pdf(value))) for value in values]
    together = reading.texts(pdf_batch(values))
    assert len(together) == sum(alone)
    assert f"共 {alone[1]} 页" in together[alone[0]]
    assert "Page 1 of 1" in together[-1]


def test_papers_of_different_kinds_go_into_one_file():
    values = [make("zh") for make in PAPERS.values()]
    text = reading.squeezed(reading.text(pdf_batch(values)))
    for words in ("第二次催款函", "往来款项对账单", "收款收据", "应收账款账龄分析表"):
        assert words in text


def test_a_batch_of_nothing_is_refused():
    with pytest.raises(ValueError, match="no papers"):
        pdf_batch([])


@pytest.mark.parametrize("field", ["name", "address", "contact"])
def test_a_missing_glyph_is_reported_before_drawing(field):
    customer = replace(samples.CUSTOMER, **{field: "𠮷野家₹"})
    with pytest.raises(GlyphMissing) as caught:
        pdf(samples.letter(3, to=customer))
    assert caught.value.facts["characters"] == "𠮷₹"


def test_rare_characters_print():
    rare = "喆堃镕犇昇珺翀㛃𬱖贸易有限公司"
    page = pdf(samples.letter(3, to=replace(samples.CUSTOMER, name=rare)))
    assert rare in reading.text(page)
    assert rare in reading.by_pdfplumber(page)


def test_controls_and_line_ends_in_fields_are_harmless():
    customer = replace(samples.CUSTOMER, name="甲\t乙\u200b公司\x07", contact="李\r\n经理")
    page = pdf(samples.letter(1, to=customer))
    assert "甲 乙公司" in reading.text(page)


def test_the_title_of_the_file_names_the_paper():
    import io

    import pypdf

    value = samples.letter(3)
    facts = pypdf.PdfReader(io.BytesIO(pdf(value))).metadata
    assert facts.title == "第二次催款函 沐催字〔2026〕第0041号"
    assert facts.author == samples.FIRM.name
