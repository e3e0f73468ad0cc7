"""Forms for the firm's file: everything they say is on the page, over as many as it takes."""

from datetime import date

import pytest

from domain.forms import FormFacts, FormPaper, FormTable, FormText, form_sheet
from reports.render import pdf
from tests.reports import reading, samples

WORDS = {
    "zh": ("客户信用评估表", "无锡禾示例传动有限公司 C7", "评价指标", "得分", "评估人"),
    "en": ("Credit assessment", "Wuxi Sample Drives C7", "Indicator", "Gives", "Assessed by"),
}


def form(language="zh", rows=4, **more):
    title, subject, head, gives, signs = WORDS[language]
    table = FormTable(
        title=head,
        headers=(head, gives),
        rows=tuple((f"{head} {n}", f"{n}.5") for n in range(rows)),
        right=(1,),
        sums=((head, "61.8"),),
        note="CNY",
    )
    facts = FormFacts(
        rows=((gives, "61.8"), (head, "长" * 70 if language == "zh" else "long " * 30))
    )
    return FormPaper(
        company=samples.FIRM,
        title=title,
        subject=subject,
        language=language,
        dated_on=date(2026, 11, 26),
        blocks=(facts, table, FormText(title=head, text=subject)),
        signatures=(signs,),
        **more,
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_form_says_what_it_was_given(language):
    text = "".join(reading.text(pdf(form(language))).split())
    for words in (*WORDS[language], "61.8", "3.5"):
        assert "".join(words.split()) in text


def test_a_long_table_goes_on_over_pages_with_its_head():
    pages = reading.texts(pdf(form(rows=90)))
    assert len(pages) == 3
    assert "评价指标 89" in pages[1] or "评价指标89" in pages[1].replace(" ", "")
    assert "客户信用评估表" in pages[1].replace(" ", "")


def test_the_same_form_has_the_same_bytes():
    assert pdf(form()) == pdf(form())


def test_a_form_is_a_list_for_spreadsheets_too():
    found = form_sheet(form(rows=2))
    assert found.rows[0] == ("得分", "61.8")
    assert ("评价指标 1", "1.5") in found.rows
    assert len({len(row) for row in found.rows}) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_overlaps_on_a_form(language):
    assert reading.overlaps(reading.glyphs(pdf(form(language, rows=60)))) == []
