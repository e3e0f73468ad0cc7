"""The faces: whole, covering every word of ours, and honest about what they lack."""

import hashlib

import pytest

from domain.capital import capital
from domain.errors import GlyphMissing
from reports import fonts
from reports.wording import TEXTS
from storage.templates import FOLDER

SUMS = {
    "NotoSerifSC-Regular.ttf": "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    "NotoSerifSC-Bold.ttf": "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    "NotoSansSC-Regular.ttf": "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    "NotoSansSC-Bold.ttf": "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
}
RARE = "喆堃镕犇昇珺翀㛃䶮𬱖𫖯𬭎"


@pytest.mark.parametrize("file, digest", SUMS.items())
def test_font_files_are_the_published_ones(file, digest):
    folder = fonts._FOLDER
    assert hashlib.sha256((folder / file).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("file", ["OFL-NotoSerifSC.txt", "OFL-NotoSansSC.txt"])
def test_licences_are_beside_the_fonts(file):
    assert "SIL OPEN FONT LICENSE" in (fonts._FOLDER / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_of_the_catalogue_can_be_drawn(language):
    assert fonts.missing_glyphs("".join(TEXTS[language].values())) == ""


def test_every_default_letter_and_capital_amount_can_be_drawn():
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")]
    assert len(texts) > 30
    assert fonts.missing_glyphs("".join(texts)) == ""
    assert fonts.missing_glyphs(capital(-123_456_789_01)) == ""


def test_rare_names_can_be_drawn():
    assert fonts.missing_glyphs(RARE) == ""


def test_regular_and_bold_cover_the_same_characters():
    for file in ("NotoSerifSC", "NotoSansSC"):
        regular, bold = (fonts.face(f"{file}-{weight}.ttf") for weight in ("Regular", "Bold"))
        assert set(regular.glyphs) == set(bold.glyphs)


def test_missing_characters_are_named_once_in_order():
    assert fonts.missing_glyphs("吉𠮷野家₹1฿𠮷☐") == "𠮷₹฿☐"


def test_what_cannot_be_drawn_is_refused_with_its_text():
    with pytest.raises(GlyphMissing) as caught:
        fonts.require(["好", "𠮷野", "₹"])
    assert caught.value.facts == {"characters": "𠮷₹", "text": "𠮷野"}


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u00ad", "\x07", "\u202e"])
def test_unseen_characters_take_no_room_and_are_not_missing(unseen):
    assert fonts.missing_glyphs(unseen) == ""
    assert fonts.measure(f"甲{unseen}乙", 10) == pytest.approx(20)


@pytest.mark.parametrize("blank", ["\t", "\n", "\xa0", "\u2028"])
def test_line_ends_and_tabs_are_spaces(blank):
    assert fonts.measure(blank, 10) == fonts.measure(" ", 10) > 0


@pytest.mark.parametrize("bold", [False, True])
def test_figures_are_equally_wide(bold):
    assert len({fonts.measure(figure, 1000, bold=bold) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("file", list(SUMS)[:2])
def test_figures_are_centred_in_their_width(file):
    face = fonts.face(file)
    for figure in "0123456789":
        glyph = face.glyphs[ord(figure)]
        left, right = (
            int.from_bytes(face.outline(glyph)[at : at + 2], "big", signed=True) for at in (2, 6)
        )
        assert face.bearings[glyph] == left
        assert abs(left - (face.advances[glyph] - right)) <= 60
