"""A window without a screen, over fake and real books; work runs at once."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from domain.customer import Company, Customer
from domain.document import Kind
from domain.money import Money
from domain.services import customers, posting, receipts
from tests.ui import fakes

TODAY = fakes.TODAY


@pytest.fixture
def themed(qapp):
    """Dress the application; painters need their tokens."""
    from PySide6.QtCore import QEvent

    from ui import language, theme

    # Windows of tests before go only in an event loop of their own; a style sheet visits all.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.install("zh")
    yield theme.install(qapp, "light")
    language.install("en")


@pytest.fixture
def make_ctx(themed, tmp_path):
    """Return a maker of contexts over a fake book with so many invoices."""
    from ui.context import AppContext, OpenBook
    from ui.state import StateFile
    from ui.tasks import ImmediateRunner

    def make(count=0, runner=None):
        book = fakes.FakeBook(fakes.FakeReader(count))
        opened = OpenBook(book=book, path=tmp_path / "book.qz", name="沐川精密")
        ports = fakes.ports(tmp_path)
        return AppContext(
            opened, ports, runner or ImmediateRunner(), StateFile(None), language="zh"
        )

    return make


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """Make a book once: three customers, one foreign; invoices, receipts, allocations."""
    from storage.book import create_book

    path = tmp_path_factory.mktemp("template") / "real.qz"
    made = create_book(path, Company(name="苏州沐川精密配件有限公司"))
    _fill(made)
    made.close()
    return path


@pytest.fixture
def book(template, tmp_path):
    """Open a copy of the template."""
    from storage.book import open_book

    made = open_book(Path(shutil.copy(template, tmp_path / "real.qz")))
    yield made
    made.close()


def _fill(made):
    def uow():
        return made.unit_of_work("林会计")

    codes = [
        customers.add_customer(uow(), one).value
        for one in (
            Customer(
                code="C0001",
                name="杭州临岸机电设备有限公司",
                name_en="Hangzhou Lin'an",
                terms="NET30",
                credit_limit_minor=1_000_000,
            ),
            Customer(code="C0002", name="无锡锡禾传动科技有限公司", terms="30%@0+70%@60"),
            Customer(code="C0003", name="Acme Industrial GmbH", currency="USD", language="en"),
        )
    ]
    for place in range(12):
        customer = codes[place % 3]
        currency = "USD" if place % 3 == 2 else "CNY"
        entry = posting.Entry(
            kind=Kind.INVOICE,
            customer_id=customer,
            issued_on=date(2026, 7, 1 + place),
            amount=Money(100_000 + place * 12_345, currency),
            order_number=f"SO-{place}",
        )
        posting.post(uow(), entry)
    money = receipts.ReceiptEntry(
        customer_id=codes[0], received_on=date(2026, 9, 1), amount=Money(150_000, "CNY")
    )
    receipt = receipts.record_receipt(uow(), money).value
    item_id = made.reader.receipt(receipt, TODAY).item_id
    receipts.allocate_oldest_first(uow(), item_id, date(2026, 9, 1))


@pytest.fixture
def ctx(book, themed, tmp_path):
    """Return a context over the real book."""
    from ui.context import AppContext, OpenBook
    from ui.state import StateFile
    from ui.tasks import ImmediateRunner

    opened = OpenBook(book=book, path=tmp_path / "real.qz", name="沐川精密")
    return AppContext(
        opened,
        fakes.ports(tmp_path),
        ImmediateRunner(),
        StateFile(None),
        language="zh",
        as_of=TODAY,
    )


def _raise(_parent, error):
    raise error


@pytest.fixture
def shell(themed, qtbot, tmp_path, monkeypatch):
    """Return the window without a book; a program error fails the test instead of asking."""
    monkeypatch.setattr("ui.shell.ask.show_crash", _raise)
    monkeypatch.setattr("ui.shell.ask.confirm", lambda *_asked, **_how: True)
    from ui.shell.window import Shell
    from ui.state import StateFile
    from ui.tasks import ImmediateRunner

    window = Shell(fakes.ports(tmp_path), ImmediateRunner(), StateFile(None), language="zh")
    qtbot.addWidget(window)
    window.show()
    return window


class Unclosed:
    """A book whose closing the test, not the window, sees to."""

    def __init__(self, book):
        self._book = book

    def __getattr__(self, name):
        return getattr(self._book, name)

    def close(self):
        """Leave it open."""


@pytest.fixture
def desk(shell, book, tmp_path):
    """Return the window over the real book."""
    from ui.context import OpenBook

    opened = OpenBook(book=Unclosed(book), path=tmp_path / "real.qz", name="沐川精密")
    shell.open_book(opened, TODAY)
    return shell
