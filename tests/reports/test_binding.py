"""Bundles are bound page for page, every page stamped; a bad file never loses the rest."""

import hashlib
import io
from datetime import date

import pdfplumber
import pypdf
import pytest
from PIL import Image

from domain.customer import Company
from domain.errors import Cancelled
from domain.evidence.bundle import ClaimSum, EvidenceFront, Exhibit, Problem
from domain.evidence.proof import InvoiceProof, Proof
from domain.papers import Addressee
from reports.binding import bind
from reports.page import File
from reports.picture_pages import NotPicture, laid_out


def pages(count, size=(595.0, 842.0), words="body"):
    file = File()
    for number in range(count):
        file.page(size).text(60, 100, f"{words} {number + 1}", 14)
    return file.pdf(title="x", author="y", language="en")


def picture(kind="PNG", mode="RGB", size=(300, 200), **more):
    out = io.BytesIO()
    Image.new(mode, size, 200 if mode == "L" else None).save(out, kind, **more)
    return out.getvalue()


def locked():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pages(1)))
    writer.encrypt("secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def turned(degrees, *, box=None):
    page = pypdf.PdfReader(io.BytesIO(pages(1))).pages[0]
    if degrees:
        page.rotate(degrees)
    writer = pypdf.PdfWriter()
    writer.add_page(page)
    if box:
        writer.pages[0].cropbox = pypdf.generic.RectangleObject(box)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def front(contents, language="zh", titles=None):
    exhibits = tuple(
        Exhibit(
            number=number,
            proof=Proof.OTHER,
            title=titles[number - 1] if titles else f"证据材料{number}",
            proves="已交付货物",
            source="仓库",
            dated_on=date(2026, 5, 1),
            invoices=("INV-1",),
            path=f"原件/{number:02d} a.pdf",
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        for number, content in enumerate(contents, start=1)
    )
    invoice = InvoiceProof(
        document_id=1,
        item_id=1,
        number="INV-1",
        issued_on=date(2026, 5, 1),
        due_on=date(2026, 6, 1),
        currency="CNY",
        amount=12_345_600,
        open=2_345_600,
        checks=(),
    )
    return EvidenceFront(
        company=Company(name="沐川精密配件有限公司", name_en="Muchuan Parts"),
        customer=Addressee(code="C1", name="云启科技有限公司", name_en="Yunqi Tech"),
        language=language,
        as_of=date(2026, 6, 30),
        made_on=date(2026, 7, 1),
        sums=(
            ClaimSum(currency="CNY", invoices=1, amount=12_345_600, open=2_345_600, interest=None),
        ),
        invoices=(invoice,),
        exhibits=exhibits,
    )


def bound(contents, language="zh", **more):
    told, pdf = bind(front(contents, language, **more), contents, lambda _done, _total: None)
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        texts = [page.extract_text() for page in file.pages]
    before = len(texts) - told.pages
    return told, texts[:before], texts[before:]


def test_every_page_is_counted_and_stamped():
    told, before, after = bound([pages(3), picture(), pages(2)])
    assert [(one.pages, one.first_page) for one in told.exhibits] == [(3, 1), (1, 4), (2, 5)]
    stamps = [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2)]
    assert len(after) == told.pages == 6
    for place, (text, (exhibit, page)) in enumerate(zip(after, stamps, strict=True), start=1):
        assert f"证据{exhibit} · 第{page}页" in text
        assert text.splitlines()[-1] == str(place)
    contents = "\n".join(before)
    assert "1–3" in contents
    assert "5–6" in contents


def test_what_the_pages_said_is_still_there():
    _told, _before, after = bound([pages(2, words="invoice")])
    assert "invoice 1" in after[0]
    assert "invoice 2" in after[1]


def test_a_damaged_a_locked_and_a_foreign_file_are_named_and_lose_nothing():
    bad = [b"%PDF-1.7 broken", locked(), b"PK\x03\x04 a workbook", b"\x89PNG\r\n\x1a\n??", b""]
    told, before, after = bound([pages(1), *bad, pages(1)])
    assert [one.problem for one in told.exhibits] == [
        None,
        Problem.DAMAGED,
        Problem.LOCKED,
        Problem.NO_PAGES,
        Problem.DAMAGED,
        Problem.DAMAGED,
        None,
    ]
    assert "证据7 · 第1页" in after[1]
    contents = "\n".join(before)
    assert contents.count("另附") >= len(bad)


def test_the_contents_carry_the_whole_check_sum_of_each_file():
    told, before, _after = bound([pages(1), picture()])
    contents = "\n".join(before)
    for one in told.exhibits:
        assert one.sha256 in contents


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_stamp_stands_upright_in_the_upper_right_corner_however_a_page_is_turned(degrees):
    content = turned(degrees)
    _told, pdf = bind(front([content]), [content], lambda _done, _total: None)
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        page = file.pages[-1]
        words = [one for one in page.extract_words() if "证据1" in one["text"]]
        width, height = page.width, page.height
    (stamp,) = words
    assert stamp["x0"] > width * 0.75
    assert stamp["bottom"] < height * 0.1


def test_a_stamp_follows_the_part_of_a_page_that_is_seen():
    content = turned(0, box=(100, 200, 400, 700))
    _told, pdf = bind(front([content]), [content], lambda _done, _total: None)
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        (stamp,) = [one for one in file.pages[-1].extract_words() if "证据1" in one["text"]]
    assert stamp["x1"] <= 400
    assert stamp["x0"] >= 100


@pytest.mark.parametrize("language", ["zh", "en"])
def test_cover_and_contents_in_both_languages(language):
    _told, before, after = bound([pages(1)], language)
    wanted = {
        "zh": ("沐川精密配件有限公司", "23,456.00", "尚欠本金"),
        "en": ("Muchuan Parts", "23,456.00", "Principal owed"),
    }
    assert all(words in "\n".join(before) for words in wanted[language])
    assert ("证据1 · 第1页" if language == "zh" else "Exhibit 1 · page 1") in after[0]


def test_a_name_no_font_can_write_gets_a_box():
    _told, before, _after = bound([pages(1)], titles=["送货单 \U0001f4e6"])
    assert "送货单 □" in "\n".join(before)


def test_the_same_evidence_makes_the_same_bundle():
    contents = [pages(1), picture()]
    first = bind(front(contents), contents, lambda _done, _total: None)[1]
    second = bind(front(contents), contents, lambda _done, _total: None)[1]
    assert len(first) == len(second)


def test_binding_can_be_stopped():
    def stop(done, _total):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        bind(front([pages(1), pages(1)]), [pages(1), pages(1)], stop)


# pictures


def _sizes(pdf):
    return [
        (round(page.mediabox.width), round(page.mediabox.height))
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
    ]


def test_a_picture_lies_on_a_page_the_way_it_is_held():
    assert _sizes(laid_out(picture(size=(200, 300)))) == [(595, 842)]
    assert _sizes(laid_out(picture("JPEG", size=(300, 200)))) == [(842, 595)]


def test_a_turned_photo_is_set_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert _sizes(laid_out(picture("JPEG", size=(300, 200), exif=exif))) == [(595, 842)]


@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "CMYK"])
def test_pictures_of_any_colours_become_pages(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert len(_sizes(laid_out(picture(kind, mode)))) == 1


def test_a_scan_of_several_pages_keeps_them_all():
    out = io.BytesIO()
    first, *rest = (Image.new("RGB", (100, 150), shade) for shade in ("red", "blue", "green"))
    first.save(out, "TIFF", save_all=True, append_images=rest)
    assert len(_sizes(laid_out(out.getvalue()))) == 3


def test_what_is_no_picture_is_told_from_a_damaged_one():
    with pytest.raises(NotPicture) as other:
        laid_out(b"plain text")
    assert not other.value.damaged
    with pytest.raises(NotPicture) as broken:
        laid_out(picture("JPEG")[:200])
    assert broken.value.damaged
