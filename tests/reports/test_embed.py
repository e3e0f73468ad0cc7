"""Embedded subsets: three readers get the text back; bytes depend on the document alone."""

import io
import zlib

import pypdf
import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from reports import fonts
from reports.embed import Outlines, Stock, Subset
from reports.page import File
from tests.reports import reading

WORDS = "喆堃镕犇昇珺翀㛃 𬱖𫖯𬭎 催款函 ABC xyz 0123456789 ¥1,234.50（）《》"


def _file(words, prepared=("", "")):
    file = File(prepared)
    page = file.page()
    page.text(50, 60, words, 12)
    page.text(50, 90, words, 12, bold=True)
    return file.pdf(title="甲", author="乙", language="zh")


@pytest.mark.parametrize("prepared", [("", ""), ("催款函0123456789", "ABC")])
def test_text_reads_back_by_every_reader(prepared):
    page = _file(WORDS, prepared)
    wanted = reading.squeezed(WORDS * 2)
    assert reading.squeezed(reading.text(page)) == wanted
    assert reading.squeezed(reading.by_pdfplumber(page)) == wanted
    assert reading.by_poppler(page) is None or (
        reading.squeezed(reading.by_poppler(page)) == wanted
    )
    assert "".join(glyph.character for glyph in reading.glyphs(page) if glyph.character.isdigit())


def test_more_than_256_characters_read_back():
    words = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 700))
    file = File()
    page = file.page()
    for row in range(14):
        page.text(30, 40 + 20 * row, words[row * 50 : row * 50 + 50], 9)
    text = reading.text(file.pdf(title="甲", author="乙", language="zh"))
    assert reading.squeezed(text) == words


def test_only_embedded_fonts_and_no_helvetica():
    found = reading.fonts(_file(WORDS))
    assert all("NotoSerifSC" in name for name in found)
    assert any(found.values())
    assert b"Helvetica" not in _file(WORDS)


def test_a_character_of_the_other_face_is_drawn_by_it():
    serif, sans = fonts.faces(bold=False)
    only = next(chr(code) for code in sorted(set(sans.glyphs) - set(serif.glyphs)))
    page = _file(f"甲{only}乙")
    assert any("NotoSansSC" in name for name in reading.fonts(page))
    assert reading.squeezed(reading.text(page)) == f"甲{only}乙" * 2


def test_what_was_printed_before_leaves_no_trace():
    first = _file("甲乙丙丁")
    _file(WORDS)
    assert _file("甲乙丙丁") == first


def test_the_embedded_program_is_a_sound_truetype_file():
    face = fonts.faces(bold=False)[0]
    program = _program(_file(WORDS, ("催款函", "")))
    font = TTFontFile(io.BytesIO(_with_names(program, face)), charInfo=0, validate=1)
    assert font.numGlyphs > len(set(WORDS)) - 2


def _program(pdf):
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    font = reader.pages[0]["/Resources"]["/Font"]["/R"]
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    stream = descriptor["/FontFile2"]
    data = stream.get_data()
    assert len(data) == stream["/Length1"]
    return data


def _with_names(program, face):
    """Check the file's checksum and return it; the reader wants tables that PDF does not need."""
    assert fonts.check_sum(fonts.padded(program)) == 0xB1B0AFBA
    return _joined(program, face)


def _joined(program, face):
    source = TTFontFile(str(fonts._FOLDER / "NotoSerifSC-Regular.ttf"), charInfo=0)
    from reportlab.pdfbase.ttfonts import TTFontMaker

    maker = TTFontMaker()
    count = int.from_bytes(program[4:6], "big")
    for at in range(12, 12 + 16 * count, 16):
        tag = program[at : at + 4].decode("ascii")
        start, length = (int.from_bytes(program[at + n : at + n + 4], "big") for n in (8, 12))
        maker.add(tag, program[start : start + length])
    for tag in ("name", "OS/2", "post"):
        maker.add(tag, source.get_table(tag))
    return maker.makeStream()


def test_prepared_and_added_outlines_join_into_one_deflate_stream():
    face = fonts.faces(bold=False)[0]
    one, other = Outlines(face, ["", "甲"], 9), Outlines(face, ["乙"], 6)
    raw = zlib.decompressobj(-15).decompress(one.deflated + other.deflated + b"\x03\x00")
    assert raw == one.raw + other.raw


def test_codes_of_a_stock_come_first_and_are_the_same_in_every_subset():
    face = fonts.faces(bold=False)[0]
    stock = Stock(face, "乙甲乙\t")
    codes = Subset(face, stock)
    assert [codes[c] for c in "乙甲"] == [stock.codes[c] for c in "乙甲"]
    assert codes["丙"] == f"{len(stock.characters):04X}"
    assert "丙" not in Subset(face, stock)
