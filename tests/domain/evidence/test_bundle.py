"""Names of originals, the order of exhibits, and the list of what was written."""

from datetime import date

from domain.customer import Company
from domain.evidence.bundle import (
    EvidenceFront,
    Exhibit,
    Piece,
    Problem,
    in_order,
    labelled,
    manifest,
    manifest_sheet,
    original_name,
)
from domain.evidence.proof import Proof
from domain.papers import Addressee


def _piece(proof, on, ref):
    return Piece(proof=proof, title="t", proves="p", source="s", dated_on=on, file="f.pdf", ref=ref)


def _exhibit(number, **more):
    facts = {
        "proof": Proof.DELIVERY,
        "title": "送货单",
        "proves": "已交付",
        "source": "仓库",
        "dated_on": date(2026, 5, 1),
        "invoices": ("INV-1",),
        "path": "原件/01 送货单.pdf",
        "size": 12,
        "sha256": "ab" * 32,
    }
    return Exhibit(number=number, **{**facts, **more})


def _front(*exhibits, language="zh"):
    return EvidenceFront(
        company=Company(name="我方"),
        customer=Addressee(code="C1", name="对方"),
        language=language,
        as_of=date(2026, 6, 30),
        made_on=date(2026, 7, 1),
        sums=(),
        invoices=(),
        exhibits=exhibits,
    )


def test_exhibits_stand_by_what_they_are_then_by_day():
    first, second = date(2026, 1, 1), date(2026, 2, 1)
    pieces = [
        _piece(Proof.LOG, first, "d"),
        _piece(Proof.DELIVERY, second, "c"),
        _piece(Proof.DELIVERY, first, "b"),
        _piece(Proof.CONTRACT, None, "a"),
    ]
    assert [one.ref for one in in_order(pieces)] == ["a", "b", "c", "d"]


def test_originals_get_names_that_every_system_takes():
    assert original_name(3, "签收的送货单", "scan 1.PDF") == "03 签收的送货单 scan 1.PDF"
    assert original_name(1, "催款函 A/1", "A/1.pdf") == "01 催款函 A-1.pdf"
    assert original_name(2, "合同", "C:\\docs\\合同") == "02 合同"
    assert original_name(2, "合同", ".hidden") == "02 合同 hidden"
    assert original_name(7, "合同", "x.pdf", 3) == "007 合同 x.pdf"


def test_few_invoices_stand_beside_a_title_many_do_not():
    assert labelled("送货单", ("INV-1", "INV-2")) == "送货单 (INV-1, INV-2)"
    assert labelled("催款函", ("1", "2", "3", "4")) == "催款函"
    assert labelled("合同", ()) == "合同"


def test_the_list_names_every_file_and_last_the_bundle():
    front = _front(
        _exhibit(1, pages=2, first_page=1), _exhibit(2, problem=Problem.LOCKED, path="原件/02.pdf")
    )
    sheet = manifest_sheet(front, ("证据册.pdf", 99, "cd" * 32))
    assert [row[0] for row in sheet.rows] == [1, 2, None]
    assert sheet.rows[0][6:8] == (1, 2)
    assert sheet.rows[1][6:8] == (None, 0)
    assert "密码" in sheet.rows[1][-1]
    assert sheet.rows[2][7:11] == (2, "证据册.pdf", 99, "cd" * 32)
    told = manifest(front, ("证据册.pdf", 99, "cd" * 32))
    assert told["bundle"] == {
        "file": "证据册.pdf",
        "bytes": 99,
        "sha256": "cd" * 32,
        "pages": 2,
    }
    assert [one["problem"] for one in told["exhibits"]] == [None, "locked"]


def test_what_a_court_gets_does_not_say_what_is_missing():
    told = str(manifest(_front(_exhibit(1)), ("x.pdf", 1, "")))
    assert "missing" not in told
    assert "score" not in told
