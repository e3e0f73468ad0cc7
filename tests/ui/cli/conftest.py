"""The command line in process: what it answered, said and returned."""

import json
from dataclasses import dataclass

import pytest

import main


@dataclass
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def cli(capsys, tmp_path, monkeypatch):
    """Return a function that runs a command on the test's own book."""
    monkeypatch.setattr(main, "_user", lambda: "tester")

    def run(*words, book=tmp_path / "book.qz", lang="en", as_json=False):
        options = [*(["--json"] if as_json else []), *(["--lang", lang] if lang else [])]
        argv = ["--book", str(book), *options, *map(str, words)]
        try:
            code = main.main(argv)
        except SystemExit as ended:
            code = ended.code
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return run


@pytest.fixture
def book(cli):
    """Return the runner with an empty book in renminbi made."""
    assert cli("init", "--company", "清账示范公司", lang=None).code == 0
    return cli


@pytest.fixture
def table(tmp_path):
    """Return a function that writes a table file of the given text."""

    def write(text, name="table.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


INVOICES = """number,customer,issue_date,due_date,currency,amount
INV-1,Alpha,2026-01-05,2026-02-04,CNY,1000.00
INV-2,Alpha,2026-02-10,2026-03-12,CNY,250.50
INV-3,Beta,2026-02-01,2026-03-03,USD,99.90
"""
RECEIPTS = """number,customer,date,currency,amount
RC-1,Alpha,2026-03-01,CNY,600.00
"""
ALLOCATIONS = """receipt,invoice,amount,date
RC-1,INV-1,600.00,2026-03-01
"""


@pytest.fixture
def filled(book, table):
    """Return the runner with three invoices, a receipt and its allocation in the book."""
    for kind, text in (
        ("invoices", INVOICES),
        ("receipts", RECEIPTS),
        ("allocations", ALLOCATIONS),
    ):
        assert book("import", kind, table(text, f"{kind}.csv")).code == 0
    return book
