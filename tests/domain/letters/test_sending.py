"""What goes with a paper: drafts that mail programs open, slips, short texts, calendars."""

import email
from datetime import date
from email.policy import default

import pytest

from domain.letters.calendar import Entry, calendar
from domain.letters.sending import (
    Sending,
    cover_sheet,
    deadline_calendar,
    ems_text,
    mail_draft,
    postal_order,
    short_text,
)
from domain.papers import Addressee
from storage.templates import TEMPLATES
from tests.domain.letters.letter_samples import paper
from tests.reports import samples


def _sending(value, **more):
    name = "杭州临岸 沐催字〔2026〕第0041号"
    return Sending(paper=value, pdf=b"%PDF-1.7 x", name=name, **more)


def _draft(value, **more):
    raw = mail_draft(TEMPLATES, _sending(value, **more))
    return raw, email.message_from_bytes(raw, policy=default)


def test_a_draft_has_the_pages_and_chinese_names_right():
    raw, message = _draft(samples.letter(), to="ap@example.cn")
    assert raw.isascii()
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "第二次催款函 沐催字〔2026〕第0041号"
    assert message["To"].addresses[0].addr_spec == "ap@example.cn"
    assert message["To"].addresses[0].display_name == samples.letter().customer.name
    assert b"=?utf-8?" in raw
    (pages,) = message.iter_attachments()
    assert pages.get_filename() == "杭州临岸 沐催字〔2026〕第0041号.pdf"
    assert pages.get_content_type() == "application/pdf"
    assert pages.get_content() == b"%PDF-1.7 x"
    assert (
        "366,250.00" in message.get_body().get_content() or "¥" in message.get_body().get_content()
    )


def test_a_draft_without_an_address_is_still_a_draft():
    _, message = _draft(samples.letter())
    assert message["To"] is None
    _, odd = _draft(samples.letter(), to="not an address, really")
    assert odd["X-Unsent"] == "1"


def test_a_name_cannot_add_a_header():
    value = samples.letter(to=Addressee(code="C", name="甲\r\nBcc: x@example.com"))
    _, message = _draft(value, to="a@example.cn")
    assert message["Bcc"] is None


def test_the_slip_of_the_courier_names_contract_sum_and_number():
    value = samples.letter(rows=1)
    total = f"{value.total / 100:,.2f}"
    expected = f"第二次催款函（HT-2026-018，欠款¥{total}，函号沐催字〔2026〕第0041号）"
    assert ems_text(value, "HT-2026-018") == expected
    assert ems_text(samples.letter(language="en")).endswith("No. DL-2026-0041)")
    assert "欠款" not in ems_text(paper("limit_change"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_level_has_a_short_text_of_its_own(language):
    said = [short_text(TEMPLATES, samples.letter(2, language, level)) for level in range(6)]
    assert len(set(said)) == 6
    assert all("{" not in text and "\n" not in text for text in said)
    assert all(f"{samples.letter(2, language).total / 100:,.2f}" in text for text in said)
    # Two SMS at most: 70 characters each in Chinese with their concatenation headers, 3 here.
    assert max(map(len, said)) <= (201 if language == "zh" else 306)


def test_other_papers_are_announced_by_title_and_number():
    said = short_text(TEMPLATES, samples.statement())
    assert "往来款项对账单" in said
    assert samples.statement().number in said


def test_deadlines_stand_in_the_calendar_once_each():
    text = deadline_calendar([samples.letter(), paper("supply_hold")], "zh").decode()
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 3
    assert f"DTSTART;VALUE=DATE:{samples.letter().pay_by:%Y%m%d}" in text
    assert "SUMMARY:付款期限：" in text.replace("\r\n ", "")
    assert set(text.replace("\r\n", "")) & {"\r", "\n"} == set()


def test_calendar_lines_are_short_escaped_and_whole():
    long = "喆堃镕犇昇珺翀㛃" * 20 + ", ; \\ end"
    raw = calendar([Entry(key="A", on=date(2026, 12, 31), title=long, stamp=date(2026, 11, 20))])
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert all(line.decode() is not None for line in raw.split(b"\r\n"))
    joined = raw.decode().replace("\r\n ", "")
    assert "\\, \\; \\\\ end" in joined
    assert "DTEND;VALUE=DATE:20270101" in joined


def test_the_cover_sheet_says_whom_and_what_is_inside():
    sheet = cover_sheet(TEMPLATES, _sending(samples.letter(), contract="HT-1"))
    said = "\n".join(block.text for block in sheet.body)
    assert samples.letter().customer.name in said
    assert ems_text(samples.letter(), "HT-1") in said
    assert sheet.number == samples.letter().number


def test_the_post_sorts_by_country_and_postcode_and_gets_the_unknown_last():
    who = [
        (1, Addressee(code="", name="甲", postcode="310000")),
        (2, Addressee(code="", name="乙", postcode="215000")),
        (3, Addressee(code="", name="丙")),
        (4, Addressee(code="", name="D", postcode="10115", country="Germany")),
    ]
    assert postal_order(who) == [2, 1, 3, 4]
