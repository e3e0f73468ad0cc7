"""Nothing clipped, overlapping or missing, whatever the paper holds."""

from dataclasses import replace

import pytest

from reports.render import pdf
from tests.reports import reading, samples

ROWS = [0, 1, 12, 40]
LONG = {
    "zh": replace(samples.CUSTOMER, name=samples.LONG_ZH, address=samples.LONG_ZH),
    "en": replace(
        samples.CUSTOMER_EN, name=samples.LONG_EN, name_en=samples.LONG_EN, address=samples.LONG_EN
    ),
}


def assert_sound(page, *, wide=False):
    found = reading.glyphs(page)
    assert reading.overlaps(found) == []
    frame = (13.5, 8, 283.5, 202) if wide else (24.5, 8, 190.6, 291)
    assert reading.strayed(found, *frame) == []


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("style", ["activity", "open-item", "detailed"])
def test_statements_are_sound(rows, language, style):
    assert_sound(pdf(samples.statement(rows, language, style)))


@pytest.mark.parametrize("rows", [*ROWS, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("level", [0, 1, 3, 4, 5])
def test_letters_are_sound(rows, language, level):
    currency = "CNY" if language == "zh" else "EUR"
    value = samples.letter(rows, language, level, currency=currency, interest=level == 3)
    assert_sound(pdf(value))


@pytest.mark.parametrize("rows", [*ROWS, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_receipts_are_sound(rows, language):
    assert_sound(pdf(samples.receipt(rows, language)))


@pytest.mark.parametrize("rows", [*ROWS, 200])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("by", ["customer", "item"])
def test_ageing_reports_are_sound(rows, language, by):
    assert_sound(pdf(samples.ageing(rows, language, by)), wide=True)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_long_names_are_shown_whole(language):
    name = samples.LONG_ZH if language == "zh" else samples.LONG_EN
    for value in (
        samples.letter(3, language, to=LONG[language], currency="CNY"),
        samples.statement(3, language, to=LONG[language]),
    ):
        page = pdf(value)
        assert_sound(page)
        assert reading.squeezed(reading.text(page)).count(reading.squeezed(name)) >= 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_firm_with_long_names_fits_the_letterhead(language):
    firm = replace(
        samples.firm(language),
        name=samples.LONG_ZH,
        name_en=samples.LONG_EN * 2,
        address=samples.LONG_ZH,
    )
    value = replace(samples.statement(3, language), company=firm)
    page = pdf(value)
    found = reading.glyphs(page)
    assert reading.overlaps(found) == []
    assert reading.strayed(found, 24.5, 3, 190.6, 291) == []


@pytest.mark.parametrize("customer", [samples.CUSTOMER, samples.CUSTOMER_EN, *LONG.values()])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_address_stands_inside_the_window(customer, language):
    found = reading.glyphs(pdf(samples.letter(1, language, to=customer)))
    beside = [
        glyph
        for glyph in found
        if glyph.page == 0 and 26 * reading.MM < glyph.top < 59 * reading.MM
    ]
    window = [glyph for glyph in beside if glyph.left < 115 * reading.MM]
    assert len(window) > 20
    assert reading.strayed(window, 27, 33, 104, 57) == []


@pytest.mark.parametrize("amount", [10**17 - 1, -(10**17 - 1)])
def test_absurd_amounts_still_fit(amount):
    value = samples.statement(12)
    lines = tuple(
        replace(line, debit=amount if line.debit else 0, balance=amount) for line in value.lines
    )
    closing = replace(value, lines=lines, closing=amount, debits=amount, opening=amount)
    assert_sound(pdf(closing))


def test_a_long_line_text_and_a_long_number_are_wrapped_not_cut():
    value = samples.statement(12)
    words = "减速机壳体及联轴器" * 12
    number = "CONSOLIDATED-INVOICE-" + "7" * 60
    lines = tuple(
        replace(line, text=words, number=number) if line.debit else line for line in value.lines
    )
    page = pdf(replace(value, lines=lines))
    assert_sound(page)
    found = reading.squeezed("".join(glyph.character for glyph in reading.glyphs(page)))
    assert found.count("减速机壳体及联轴器") > 12
