"""Pages of the catalogue's letters: whole, inside their margins, readable as text."""

import io
from dataclasses import replace

import pdfplumber
import pytest

from domain.letters.catalogue import CATALOGUE, letter_of
from reports.render import pdf
from tests.domain.letters.letter_samples import DEBTOR, item, paper
from tests.reports import reading, samples
from tests.reports.test_layout import assert_sound

MM = 72 / 25.4
EACH = [(one.key, language) for one in CATALOGUE if one.has_page for language in one.languages]


def _numbered(value):
    number = "沐停字〔2026〕第0012号" if value.language == "zh" else "SH-2026-0012"
    return replace(value, number=number)


def _pages(value):
    with pdfplumber.open(io.BytesIO(pdf(_numbered(value)))) as file:
        return [(page.extract_text(), page.chars) for page in file.pages]


def _squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("key, language", EACH)
def test_every_letter_prints_all_it_says_inside_its_margins(key, language):
    value = paper(key, language)
    pages = _pages(value)
    whole = _squeezed("".join(text for text, _ in pages))
    for block in value.body:
        assert _squeezed(block.text)[:20] in whole
    for answer in value.answers:
        assert _squeezed(answer)[:12].replace("_", "") in whole.replace("_", "")
    assert _squeezed(value.title) in whole
    for _, chars in pages:
        assert min(char["x0"] for char in chars) > 8 * MM
        assert max(char["x1"] for char in chars) < 195 * MM
        assert max(char["bottom"] for char in chars) < 291 * MM


@pytest.mark.parametrize("count", [1, 12, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_any_number_of_items_is_listed_each_once(count, language):
    value = paper("supply_hold", language, rows=[item(n) for n in range(1, count + 1)])
    pages = _pages(value)
    whole = "\n".join(text for text, _ in pages)
    for n in range(1, count + 1):
        assert whole.count(f"INV-2026-{n:06d}") == 1
    assert len(pages) >= 1 + count // 60
    assert f"{count * 123_456.78:,.2f}" in whole


@pytest.mark.parametrize("language", ["zh", "en"])
def test_long_and_rare_names_are_drawn_whole_and_stay_in_the_window(language):
    debtor = replace(
        DEBTOR,
        name=samples.LONG_ZH,
        name_en=samples.LONG_EN,
        address="长江三角洲一体化示范区先进制造与创新发展大道 1888 号喆堃大厦 12 层 1201 室",
        contact="㛃翀珺",
    )
    (_, chars), *_ = _pages(paper("supply_hold", language, debtor=debtor))
    name = samples.LONG_ZH if language == "zh" else samples.LONG_EN
    window = [
        char
        for char in chars
        if char["x0"] >= 26.9 * MM
        and char["x1"] <= 104.5 * MM
        and char["top"] >= 32 * MM
        and char["bottom"] <= 57.8 * MM
    ]
    assert _squeezed(name) in _squeezed("".join(char["text"] for char in window))


def test_a_paper_that_stays_inside_shows_no_address():
    text = reading.text(pdf(_numbered(paper("write_off_approval"))))
    assert DEBTOR.address not in text
    assert "财务负责人" in text
    assert "总经理" in text


def test_a_copy_is_marked_and_is_otherwise_the_same():
    value = _numbered(paper("limit_change"))
    first, copy = (reading.text(pdf(one)) for one in (value, replace(value, copy=True)))
    assert "副本" in copy
    assert "副本" not in first
    assert copy.replace("副本", "").split() == first.split()


def test_a_void_letter_says_so_where_a_copy_would_say_copy():
    value = _numbered(paper("limit_change"))
    said = reading.text(pdf(replace(value, copy=True, void=True)))
    assert "作废" in said
    assert "副本" not in said


def test_the_account_stands_where_money_is_asked_for_and_nowhere_else():
    for key, language in EACH:
        text = reading.text(pdf(_numbered(paper(key, language))))
        assert (samples.FIRM.bank_account in text) is letter_of(key).bank


def test_each_party_has_its_space_to_sign():
    text = reading.text(pdf(_numbered(paper("repayment_agreement"))))
    for part in ("甲方", "乙方", "丙方"):
        assert part in text
    assert text.count("（盖章）") == 3


@pytest.mark.parametrize("key, language", EACH)
@pytest.mark.parametrize("count", [1, 12, 200])
def test_letters_are_sound(key, language, count):
    assert_sound(pdf(_numbered(paper(key, language, count=count))))


@pytest.mark.parametrize("key, language", EACH)
def test_the_telephone_to_call_stands_once_below_the_head(key, language):
    value = paper(key, language)
    phone, title = _squeezed(value.company.phone), _squeezed(value.title)
    text = _squeezed("".join(text for text, _ in _pages(value)))
    below = text[text.index(title) + len(title) :]
    assert phone
    # An account to pay to has its own lines, and they name whom to ask.
    assert below.count(phone) <= (2 if value.bank else 1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_goes_to_nobody_has_no_address(language):
    (text, _), *_ = _pages(paper("evidence_index", language))
    title = _squeezed(paper("evidence_index", language).title)
    head = _squeezed(text).partition(title)[0]
    assert title in _squeezed(text)
    assert ("财务部" if language == "zh" else "Attn") not in head
