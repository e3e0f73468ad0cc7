"""Statements that banks and other programs wrote, against their known figures."""

import json
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

from domain.errors import FileUnreadable
from storage.bank import camt, found, mt940
from storage.files import reasons, xml

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
EXPECTED = DATA / "expected_statements.json"
READERS = {"camt052": camt, "camt053": camt, "camt054": camt, "mt940": mt940, "statements": mt940}
FIGURES = ("opening_balance", "closing_balance", "sum_credits", "sum_debits")

#: Where we tell more than the list does, and why.
CURRENCY = "the list takes it from balances alone; the limits (:34F:) or the account name it"
CLOSING = "the balance only lacks the currency, which the opening names; with it all adds up"
DAY = "30 February is the last day of months that count 30 days"
NO_BOOKING = "no entry has a booking date; the list leaves the dates out, we take the statement's"
DEVIATIONS = {
    ("wolph/mBank/mt942.sta", 0): {"currency": ("PLN", CURRENCY)},
    ("wolph/self-provided/mt942.sta", 0): {"currency": ("EUR", CURRENCY)},
    ("wolph/cmxl/account_identification_legacy.sta", 0): {"currency": ("EUR", CURRENCY)},
    **{
        ("wolph/self-provided/raphaelm.sta", place): {
            "closing_balance": (Decimal(closing), CLOSING),
            "balances_add_up": (True, CLOSING),
        }
        for place, closing in enumerate(("105000.00", "145000.00", "95000.00"))
    },
    ("wolph/self-provided/transaction_details_wrapped.sta", 0): {
        "first_date": ("2016-02-29", DAY),
        "last_date": ("2016-02-29", DAY),
    },
}


def listed():
    if not EXPECTED.is_file():
        return []
    files = json.loads(EXPECTED.read_text("utf-8"))["files"]
    return [one for one in files if _folder(one) in READERS and not one["file"].endswith(".ofx")]


def _folder(one):
    return one["file"].split("/")[1]


FILES = listed()
pytestmark = pytest.mark.skipif(not FILES, reason="the statements are not here")


def read(one):
    content = (DATA / one["file"]).read_bytes()
    reader = READERS[_folder(one)]
    if not one["file"].endswith(".zip"):
        return reader.read(content, one["file"])
    archive = zipfile.ZipFile(BytesIO(content))
    pages = [reader.read(archive.read(name), name) for name in archive.namelist()]
    return type(pages[0])(
        format=pages[0].format, statements=tuple(page.statements[0] for page in pages)
    )


def figures(statement, wanted):
    """Return what a statement says, by the names of the list."""
    days = [line.booked_on for line in statement.lines]
    if wanted["date_field"] == ":61: value date":
        days = [line.value_on for line in statement.lines]
    return {
        "account_id": statement.account or None,
        "currency": statement.currency or None,
        "opening_balance": statement.opening,
        "closing_balance": statement.closing,
        "transactions": len(statement.lines),
        "sum_credits": statement.credits,
        "sum_debits": statement.debits,
        "first_date": min(days).isoformat() if days else None,
        "last_date": max(days).isoformat() if days else None,
        "balances_add_up": statement.adds_up,
    }


def known(wanted, deviations):
    right = {
        key: Decimal(wanted[key]) if key in FIGURES and wanted[key] else wanted[key]
        for key in figures_of_list(wanted)
    }
    return right | {key: value for key, (value, _) in deviations.items()}


def figures_of_list(wanted):
    """Return the names to compare; without any booking date, there are none of dates."""
    names = ["account_id", "currency", *FIGURES, "transactions", "balances_add_up"]
    undated = f"{wanted['transactions']} entries without BookgDt" in wanted.get("notes", "")
    return names if undated else [*names, "first_date", "last_date"]


@pytest.mark.parametrize(
    "one", [one for one in FILES if one["statements"]], ids=lambda one: one["file"]
)
def test_figures_of_every_statement(one):
    file = read(one)
    assert file.rejected == ()
    assert len(file.statements) == len(one["statements"])
    for place, (statement, wanted) in enumerate(
        zip(file.statements, one["statements"], strict=True)
    ):
        key = (one["file"].removeprefix("bank/mt940/"), place)
        right = known(wanted, DEVIATIONS.get(key, {}))
        said = figures(statement, wanted)
        assert {name: said[name] for name in right} == right


@pytest.mark.parametrize(
    "one", [one for one in FILES if "camt" in one["file"]], ids=lambda one: one["file"]
)
def test_notes_say_what_the_list_notes(one):
    if not one["statements"]:
        return
    for statement, wanted in zip(read(one).statements, one["statements"], strict=True):
        counts = {note.code: note.facts.get("count") for note in statement.notes}
        notes = wanted.get("notes", "")
        assert bool(counts.get(found.SIGN_TAKEN)) == ("without CdtDbtInd" in notes)
        for code, words in (
            (found.DATE_TAKEN, "entries without BookgDt"),
            (found.PENDING, "entries with status other than BOOK"),
        ):
            assert (f"{counts.get(code)} {words}" in notes) == (words in notes)


@pytest.mark.parametrize(
    "one", [one for one in FILES if not one["statements"]], ids=lambda one: one["file"]
)
def test_files_without_a_statement_say_so(one):
    if one["parse"] == "error":  # one amount that is none: its entry is refused, not the file
        assert [entry.code for entry in read(one).rejected] == [found.BAD_AMOUNT]
        return
    with pytest.raises(FileUnreadable) as caught:
        read(one)
    assert caught.value.facts["reason"] == found.NO_STATEMENT


@pytest.mark.parametrize("one", FILES, ids=lambda one: one["file"])
def test_one_reader_alone_recognises_a_file(one):
    head = (DATA / one["file"]).read_bytes()[:4096]
    reader = READERS[_folder(one)]
    other = mt940 if reader is camt else camt
    assert not other.recognise(head)
    # A zip is opened elsewhere; stumps without any movement or balance are nobody's.
    stump = one["parse"] in {"fragment", "empty"}
    assert reader.recognise(head) or one["file"].endswith(".zip") or stump


def test_no_other_format_is_recognised():
    for path in (*DATA.glob("bank/*/*/*"), *DATA.glob("einvoice/**/*.xml")):
        if path.is_file() and path.parts[-3] not in READERS:
            head = path.read_bytes()[:4096]
            assert not camt.recognise(head), path
            assert not mt940.recognise(head), path


def test_hostile_xml_is_refused():
    for path in (DATA / "hostile" / "xml").iterdir():
        with pytest.raises(FileUnreadable) as caught:
            xml.parse(path.read_bytes(), str(path))
        assert caught.value.facts["reason"] == reasons.BAD_XML
