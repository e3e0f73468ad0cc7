"""The window over the real book with bank lines in it: two customers, a stranger, a tax refund."""

from dataclasses import replace

import pytest

import main
from tests.ui import fakes
from tests.ui.conftest import Unclosed
from tests.ui.office import office

__all__ = ["office"]

OWN = "1102020009000071283"
HEAD = "交易日期,交易时间,借方发生额,贷方发生额,对方户名,对方账号,对方开户行,附言,交易流水号"
FIRST, SECOND = "杭州临岸机电设备有限公司", "无锡锡禾传动科技有限公司"


def statement(path, rows, *, opening="10000.00", off="0.00", account=OWN):
    """Write a bank's CSV of rows (date, name, account, amount, text).

    ``off`` is by how much its closing balance is wrong.
    """
    total = _cents(opening)
    lines = [HEAD]
    for number, (day, name, payer, amount, text) in enumerate(rows, start=1):
        total += _cents(amount)
        sides = (amount[1:], "") if amount.startswith("-") else ("", amount)
        cells = (day, "15:07:00", *sides, name, payer, "工行无锡支行", text)
        lines.append(",".join((*cells, f"{day.replace('-', '')}{number:04d}")))
    balances = f"期初余额,{opening},期末余额,{_text(total + _cents(off))}"
    owner = f"查询账号,{account},户名,苏州沐川精密配件有限公司"
    path.write_text("\n".join([owner, balances, *lines]) + "\n", encoding="gb18030")
    return path


def _cents(text):
    return round(float(text) * 100)


def _text(cents):
    return f"{cents / 100:.2f}"


@pytest.fixture
def opened(book):
    """Return what is open in the book by customer: [(number, amount as text)]."""
    found = {}
    for row in book.reader.open_items(fakes.TODAY):
        if row.open > 0:
            found.setdefault(row.customer_id, []).append((row.label, _text(row.open)))
    return found


@pytest.fixture
def bank_office(shell, book, tmp_path):
    """Return the window with the program's own importer, pages and files; notices in ``said``."""
    from ui.context import OpenBook

    parts = main.wire()[0]
    shell.ports = replace(
        shell.ports, papers=parts.papers, files=parts.files, importer=parts.importer
    )
    opened = OpenBook(book=Unclosed(book), path=tmp_path / "real.qz", name="沐川精密")
    shell.open_book(opened, fakes.TODAY)
    shell.said = []
    shell.ctx.noticed.connect(shell.said.append)
    return shell


@pytest.fixture
def lines(opened):
    """Return bank lines: named exactly, named in part, by a stranger, money out, a tax refund."""
    (one, whole), (other, more) = opened[1][0], opened[1][1]
    part = _text(_cents(more) // 2)
    return [
        ("2026-11-17", FIRST, "1103024809000712554", whole, f"货款 {one}"),
        ("2026-11-18", FIRST, "1103024809000712554", part, f"付 {other} 部分货款"),
        ("2026-11-18", "王建国", "6222021234567890123", "864.00", "转账"),
        ("2026-11-19", "苏州供电公司", "32250198", "-345.60", "电费"),
        ("2026-11-19", "国家税务总局苏州税务局", "", "1280.00", "退税"),
    ]


@pytest.fixture
def banked(bank_office, lines, tmp_path):
    """Return the receipts screen with those lines taken in."""
    bank_office.go("receipts")
    screen = bank_office.current()
    screen.take_files([statement(tmp_path / "icbc-202611.csv", lines)])
    screen.escape()
    bank_office.said.clear()
    return screen


def pick(screen, name, text=""):
    """Make the first line of a payer (with these words) the current one."""
    view, model = screen.list.list.view, screen.list.list.model
    for place in range(model.rowCount()):
        row = model.row_at(place)
        if name in row.name and text in row.text:
            view.selectRow(place)
            return row
    raise AssertionError(name)


def shown(screen):
    """Return what the draft does: number → amount in minor units, for what is paid."""
    return {line.label: line.paid for line in screen.panel.draft.lines() if line.used}
