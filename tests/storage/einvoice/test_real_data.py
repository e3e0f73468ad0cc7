"""Invoices of other people and systems against what another reader found in them."""

import json
import time
import tracemalloc
from decimal import Decimal
from pathlib import Path

import pytest

from domain.einvoice import BUYER_TAX_ID, NET_TAX, cross_check
from domain.errors import FileUnreadable
from storage.einvoice.recognise import is_einvoice, read_einvoices

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
TOLD = DATA / "expected_einvoices.json"
pytestmark = pytest.mark.skipif(not TOLD.is_file(), reason="the invoices are not here")

FILES = json.loads(TOLD.read_text("utf-8"))["files"] if TOLD.is_file() else []
READ = [one for one in FILES if one["parse"] == "ok" and one["syntax"] != "OFD"]
REFUSED = [one for one in FILES if one["parse"] in ("other root", "rule test set")]

#: Where we differ from that reader, by file and field, and why.
DEVIATIONS = {
    ("einvoice/cn_xml_own/gbk_declared_utf8.xml", "parse"): (
        "that reader believes the declaration and fails; the bytes are GBK and read as such"
    ),
}
#: Fields of the expectation by what they are here.
TEXTS = {
    "syntax": "syntax",
    "profile": "profile",
    "number": "number",
    "type_code": "type_code",
    "type": "type_code",
    "currency": "currency",
    "tax_currency": "tax_currency",
    "buyer_reference": "buyer_reference",
    "gross_in_words": "words",
    "remark": "remark",
    "payment_iban": "payment_account",
    "payment_id": "payment_reference",
    "payee": "payee",
    "attachments": "attachments",
}
FIGURES = ("line_total", "charges", "allowances", "rounding", "net", "gross", "prepaid", "payable")
PARTIES = {
    "seller": lambda one: one.seller.name,
    "buyer": lambda one: one.buyer.name,
    "seller_tax_id": lambda one: one.seller.tax_id,
    "buyer_tax_id": lambda one: one.buyer.tax_id,
    "seller_vat": lambda one: one.seller.tax_ids[0],
    "buyer_vat": lambda one: one.buyer.tax_ids[0],
}


def found(one, field):
    """Return what we read of a field, spelled as the expectation does."""
    if field in PARTIES:
        return PARTIES[field](one)
    if field in TEXTS:
        return getattr(one, TEXTS[field])
    if field in FIGURES:
        return getattr(one, field)
    if field == "net_plus_tax_is_gross":
        return NET_TAX not in {problem.code for problem in cross_check(one)}
    return {
        "issue_date": str(one.issued_on),
        "due_date": str(one.due_on),
        "lines": len(one.lines),
        "preceding_invoice": list(one.reds),
        "tax": [(code, amount) for code, amount in one.taxes] or [(one.currency, one.tax)],
    }[field]


def expected(field, value):
    if field in FIGURES:
        return Decimal(value)
    if field == "tax":
        return [(one["currency"], Decimal(one["amount"])) for one in value]
    return value


def _path(told):
    path = DATA / told["file"]
    if not path.exists():
        pytest.skip("this file is not here")
    return path


@pytest.mark.parametrize("told", READ, ids=lambda told: told["file"])
def test_every_field_is_as_expected(told):
    path = _path(told)
    (one,) = read_einvoices(path).invoices
    assert is_einvoice(path.read_bytes()[:65536])
    fields = [name for name in told if name not in ("file", "parse")]
    wrong = {
        name: (found(one, name), told[name])
        for name in fields
        if found(one, name) != expected(name, told[name]) and (told["file"], name) not in DEVIATIONS
    }
    assert wrong == {}


@pytest.mark.parametrize("told", REFUSED, ids=lambda told: told["file"])
def test_other_documents_are_refused_by_name(told):
    with pytest.raises(FileUnreadable) as fault:
        read_einvoices(_path(told))
    assert fault.value.facts["reason"] == "einvoice_other"
    assert fault.value.facts["found"] == told.get("root", "testSet")


def test_an_ofd_that_is_no_invoice_is_refused():
    with pytest.raises(FileUnreadable, match="einvoice_none"):
        read_einvoices(DATA / "einvoice" / "cn_ofd" / "not_an_invoice.ofd")


def test_gbk_declared_as_utf8_is_read_by_its_bytes():
    (one,) = read_einvoices(DATA / "einvoice" / "cn_xml_own" / "gbk_declared_utf8.xml").invoices
    assert (one.number, str(one.gross)) == ("25312000000000000011", "100.00")
    assert one.buyer.name == "海棠示例商贸有限公司"


def test_a_tampered_total_and_a_bad_tax_number_are_found():
    folder = DATA / "einvoice" / "cn_xml_own"
    (tampered,) = read_einvoices(folder / "tampered_total.xml").invoices
    assert [one.code for one in cross_check(tampered)] == ["einvoice.net_tax", "einvoice.capital"]
    (bad,) = read_einvoices(folder / "bad_buyer_uscc.xml").invoices
    assert [one.code for one in bad.notes] == [BUYER_TAX_ID]


def test_only_the_one_that_does_not_add_up_is_found_not_to():
    """That one counts its rounding into the gross total (1728.70 and 0.30)."""
    wrong = [
        told["file"].rpartition("/")[2]
        for told in READ
        if (DATA / told["file"]).exists()
        and cross_check(read_einvoices(DATA / told["file"]).invoices[0])
    ]
    assert wrong == ["tampered_total.xml", "UBL-CreditNote-2.1-Example.xml"]


@pytest.mark.parametrize(
    "path", sorted((DATA / "hostile" / "xml").glob("*")), ids=lambda path: path.name
)
def test_hostile_files_are_refused_soon_and_small(path):
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(FileUnreadable):
        read_einvoices(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.perf_counter() - began < 5
    assert peak < 32 << 20
