"""A reader over rows in memory, and ports that record what they are asked."""

from array import array
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from domain.customer import Company
from domain.listing import ItemRow, Totals
from ui.ports import Ports

TODAY = date(2026, 11, 20)


def item(number, /, **values):
    """Return an invoice row; amounts in fen."""
    row = ItemRow(
        id=number,
        document_id=number,
        kind="invoice",
        number=f"INV-{number:07d}",
        seq=1,
        parts=1,
        customer_id=1,
        customer_code="C0001",
        customer_name="杭州临岸机电设备有限公司",
        customer_name_en="Hangzhou Lin'an",
        currency="CNY",
        issued_on=date(2026, 8, 1),
        due_on=date(2026, 9, 1),
        amount=number * 100,
        open=number * 100,
        days_overdue=80,
        status="overdue",
    )
    return replace(row, **values)


@dataclass
class FakeQuery:
    """A list of ``count`` items with ids 1…count; counts the calls made."""

    count_: int
    calls: list = field(default_factory=list)
    made: dict = field(default_factory=dict)

    def ids(self, where, order, *, limit=None, from_end=False):
        self.calls.append(("ids", limit, from_end))
        found = array("q", range(1, self.count_ + 1))
        if where.text:
            found = array("q", (key for key in found if where.text in f"INV-{key:07d}"))
        if order.descending:
            found.reverse()
        if limit is None:
            return found
        return found[-limit:] if from_end else found[:limit]

    def count(self, where):
        self.calls.append(("count",))
        return len(self.ids(where, _Plain())) if where.text else self.count_

    def rows(self, ids, where):
        self.calls.append(("rows", len(ids)))
        return {key: self.made.get(key) or item(key) for key in ids}

    def totals(self, where):
        self.calls.append(("totals",))
        amount = sum(range(1, min(self.count_, 1000) + 1)) * 100
        return [Totals(currency="CNY", count=self.count_, amount=amount, open=amount)]


class _Plain:
    descending = False


class FakeReader:
    """Enough of a book to show lists."""

    def __init__(self, count=0):
        self.items = FakeQuery(count)
        self.customers = FakeQuery(0)
        self.receipts = FakeQuery(0)
        self.inflows = FakeQuery(0)

    def company(self):
        return Company(name="苏州沐川精密配件有限公司")

    def base_currency(self):
        return "CNY"

    def setting(self, key, default=None):
        return default

    def currencies(self, customer_id=None):
        return ["CNY"]

    def history(self, **_options):
        return []

    def bank_accounts(self):
        return []


@dataclass
class FakeBook:
    """A book that is closed at most once."""

    reader: FakeReader
    closed: bool = False

    def unit_of_work(self, user):
        return ("unit of work", user)

    def close(self):
        assert not self.closed
        self.closed = True


class FakeStore:
    """Keeps nothing."""

    def last_backup(self, path):
        return None


class FakeFiles:
    """Keeps what was written."""

    def __init__(self):
        self.sheets = []

    def write_sheet(self, sheet, path):
        self.sheets.append((sheet, path))

    def read_bytes(self, path):
        return path.read_bytes()


class FakePapers:
    """Draws nothing."""

    def render(self, value):
        return b"%PDF"

    def sheet_pdf(self, sheet):
        return b"%PDF"

    def page_count(self, pdf):
        return 0

    def pictures(self, pdf, dpi, pages=None):
        return []


def ports(tmp_path: Path) -> Ports:
    """Return ports without a program behind them."""
    return Ports(
        store=FakeStore(),
        papers=FakePapers(),
        files=FakeFiles(),
        importer=None,
        user="林会计",
        config_dir=None,
        data_dir=tmp_path,
        today=lambda: TODAY,
        version="1.0",
    )
