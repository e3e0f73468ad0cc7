"""The tax platform's export of invoices (全量发票查询导出结果), as workbook or text.

Decisions:

* The sheet 信息汇总表 has a row for each line of an invoice: rows of one number are
  grouped and added up. 发票基础信息 has a row for each invoice. Where a workbook has
  both, the second tells the totals and the first the lines, which must agree.
* The number is the one of 20 digits, else code and number together.
* Rows of one invoice that contradict each other refuse it; so does a damaged row
  that may be one of its lines, since the sum would be short.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from domain.einvoice import EInvoice, EInvoiceFile, ELine, EStatus, Party, note_buyer
from domain.errors import FileUnreadable
from domain.reading import codes
from domain.reading.amounts import read_amount
from domain.reading.cells import Cell, cell_text, plain, read_number, read_text
from domain.reading.dates import read_date
from domain.reading.headers import key
from domain.reading.result import Problem, Rejection
from domain.reading.words import is_void
from storage.einvoice import cn_remark, found
from storage.einvoice.cn_xml import CURRENCY
from storage.einvoice.nodes import Unreadable, loose_figure
from storage.einvoice.packed import FAULTS
from storage.files import reasons
from storage.files.reader import NOTE_SHEET, RawTable, open_table

SYNTAX: Final = "CN table"
_LINES: Final = "信息汇总表"
_HEADS: Final = "发票基础信息"
_COLUMNS: Final = {
    "digital": "数电发票号码 数电票号码 全电发票号码",
    "code": "发票代码",
    "number": "发票号码",
    "seller_tax_id": "销方识别号 销方税号 销方纳税人识别号 销售方识别号 销售方税号 "
    "销售方纳税人识别号",
    "seller_name": "销方名称 销售方名称",
    "buyer_tax_id": "购方识别号 购方税号 购方纳税人识别号 购买方识别号 购买方税号 "
    "购买方纳税人识别号",
    "buyer_name": "购买方名称 购方名称",
    "issued": "开票日期",
    "name": "货物或应税劳务名称 货物或应税劳务服务名称 货物名称 商品名称 项目名称",
    "unit": "单位",
    "quantity": "数量",
    "price": "单价",
    "net": "金额 不含税金额 合计金额",
    "rate": "税率 税率征收率",
    "tax": "税额 合计税额",
    "gross": "价税合计",
    "type": "发票票种 发票类型 票种",
    "status": "发票状态",
    "positive": "是否正数发票",
    "remark": "备注",
}
_WANTED: Final = ("issued", "gross", "buyer_name")
_PLACES: Final = 2
_NO: Final = frozenset({"否", "n", "no", "0", "false"})
#: What all rows of an invoice say alike.
_ALIKE: Final = (
    *("issued", "seller_tax_id", "seller_name", "buyer_tax_id", "buyer_name"),
    *("status", "positive"),
)


def is_export(headers: Sequence[str]) -> bool:
    """Return whether these are the columns of an export: both parties, number, date, total."""
    columns = _places(headers)
    numbered = "digital" in columns or "number" in columns
    sold = "seller_tax_id" in columns or "seller_name" in columns
    return numbered and sold and all(name in columns for name in _WANTED)


def read(path: str, *, encoding: str | None = None) -> EInvoiceFile | None:
    """Return the invoices of an export, None when the table is something else.

    Raises:
        FileUnreadable: it is no table.
    """
    tables = [table for table in _tables(path, encoding) if is_export(table.headers)]
    if not tables:
        return None
    read_tables = [_Table(table) for table in tables]
    invoices, rejected = read_tables[0].invoices()
    for heads in read_tables[1:]:
        told, refused = heads.invoices()
        invoices, rejected = _joined(invoices, rejected, told, refused)
    rejected += [one for table in tables for one in table.rejected]
    return EInvoiceFile(
        syntax=SYNTAX,
        invoices=tuple(sorted(invoices, key=lambda one: one.row)),
        rejected=tuple(sorted(rejected, key=lambda one: one.row)),
    )


def _tables(path: str, encoding: str | None) -> list[RawTable]:
    """Return the tables of a file: of a workbook the lines first, then the invoices."""
    first = _opened(path, encoding=encoding)
    others = next((note.facts["others"] for note in first.notes if note.code == NOTE_SHEET), ())
    sheets = (first.sheet, *others) if isinstance(others, tuple) else (first.sheet,)
    named = [name for name in (_LINES, _HEADS) if name in sheets]
    if not named:
        return [first]
    return [first if name == first.sheet else _opened(path, sheet=name) for name in named]


def _opened(path: str, *, encoding: str | None = None, sheet: str | None = None) -> RawTable:
    try:
        return open_table(path, encoding=encoding, sheet=sheet)
    except FAULTS as fault:  # of a workbook whose packing is damaged
        raise FileUnreadable(path=path, reason=reasons.WORKBOOK_DAMAGED) from fault


def _joined(
    lines: list[EInvoice],
    refused_lines: list[Rejection],
    heads: list[EInvoice],
    refused_heads: list[Rejection],
) -> tuple[list[EInvoice], list[Rejection]]:
    """Give each invoice the totals of the one sheet and the lines of the other.

    One that is refused in either sheet is refused.
    """
    told = {one.book_number: one for one in heads}
    bad = {str(one.facts.get("number", "")) for one in (*refused_lines, *refused_heads)}
    known = {one.book_number: one for one in lines}
    joined = [
        replace(told[number], lines=one.lines, row=one.row) if number in told else one
        for number, one in known.items()
    ]
    joined += [one for number, one in told.items() if number not in known]
    kept = [one for one in joined if one.book_number not in bad]
    seen = {str(one.facts.get("number", "")) for one in refused_lines} - {""}
    rest = [one for one in refused_heads if str(one.facts.get("number", "")) not in seen]
    return kept, [*refused_lines, *rest]


def _places(headers: Sequence[str]) -> dict[str, int]:
    """Return the place of each column that is known, by the better of its names."""
    found_here = {key(header): place for place, header in reversed(list(enumerate(headers)))}
    places = {}
    for name, words in _COLUMNS.items():
        known = [found_here[word] for word in words.split() if word in found_here]
        if known:
            places[name] = known[0]
    return places


@dataclass(frozen=True, slots=True)
class _Row:
    """A row by column, with its number in the file and the number of its invoice."""

    row: int
    cells: Mapping[str, Cell]
    number: str
    code: str

    def text(self, name: str) -> str:
        """Return a text of the row, in one line."""
        return read_text(self.cells.get(name)).value or ""

    def amount(self, name: str) -> Decimal | None:
        """Return an amount of the row, None where there is none; stars stand for no tax."""
        cell = self.cells.get(name)
        written = cell_text(cell).strip()
        if name == "tax" and written and not written.strip("*"):
            return Decimal(0)
        reading = read_amount(cell, currency=CURRENCY, decimals=_PLACES)
        if reading.problem is not None:
            raise Unreadable(name, reading.problem.code, written, reading.problem.facts)
        return None if reading.value is None else Decimal(reading.value).scaleb(-_PLACES)

    def figure(self, name: str) -> Decimal | None:
        """Return a figure that nothing depends on, None where it is none."""
        cell = self.cells.get(name)
        try:
            return loose_figure(repr(cell) if isinstance(cell, float) else cell_text(cell), name)
        except Unreadable:
            return None


class _Table:
    """Reads one sheet: rows to invoices, grouped by number."""

    def __init__(self, table: RawTable) -> None:
        self._table = table
        self._columns = _places(table.headers)
        self._has_lines = "name" in self._columns
        self._rejected: list[Rejection] = []

    def invoices(self) -> tuple[list[EInvoice], list[Rejection]]:
        """Return the invoices and what of the rows was refused."""
        groups: dict[str, list[_Row]] = {}
        for place, cells in enumerate(self._table.rows):
            row = self._row(self._table.row_numbers[place], cells)
            if row is not None:
                groups.setdefault(row.code + row.number, []).append(row)
        if self._has_lines:
            self._drop_incomplete(groups)
        invoices = []
        for number, rows in groups.items():
            try:
                invoices.append(self._invoice(rows))
            except Unreadable as fault:
                fault.facts = {"number": number, **fault.facts}
                fault.column = self._header(fault.column)
                self._rejected.append(fault.rejection(rows[0].row))
        return invoices, self._rejected

    def _row(self, row: int, raw: Sequence[Cell]) -> _Row | None:
        """Return a row with the number of its invoice; one without number is refused."""
        cells = {name: raw[place] for name, place in self._columns.items()}
        digital, number = read_number(cells.get("digital")), read_number(cells.get("number"))
        code = read_number(cells.get("code")).value or ""
        problem = digital.problem or (None if digital.value else number.problem)
        told = digital.value or number.value
        if problem is None and told:
            return _Row(row, cells, told, "" if digital.value else code)
        problem = problem or Problem(codes.FIELD_EMPTY, {"field": "number"})
        column = self._header("digital" if "digital" in cells else "number")
        self._rejected.append(
            Rejection(row=row, code=problem.code, column=column, facts=dict(problem.facts))
        )
        return None

    def _drop_incomplete(self, groups: dict[str, list[_Row]]) -> None:
        """Refuse the invoices whose lines a refused row may be one of.

        Those that the row names, else those of the rows before and after it.
        """
        lost = [(one.row, self._words(one.row)) for one in self._table.rejected]
        lost += [(one.row, "") for one in self._rejected]
        for row, words in lost:
            named = [number for number, rows in groups.items() if rows[0].number in words]
            for number in named or _neighbours(groups, row):
                first = groups.pop(number)[0]
                facts = {"number": number, "row": row}
                self._rejected.append(Rejection(row=first.row, code=found.ROW_LOST, facts=facts))

    def _words(self, row: int) -> str:
        return " ".join(plain(cell_text(cell)) for cell in self._table.originals.get(row, ()))

    def _invoice(self, rows: list[_Row]) -> EInvoice:
        """Return the invoice of its rows, added up.

        Raises:
            Unreadable: an amount or date cannot be read, or rows contradict each other.
        """
        first = rows[0]
        _check_alike(rows)
        gross = _sum([_gross(row) for row in rows])
        remark, status = first.text("remark"), first.text("status")
        is_credit = key(first.text("positive")) in _NO or bool(gross and gross < 0)
        buyer = _party(first, "buyer")
        return EInvoice(
            syntax=SYNTAX,
            number=first.number,
            code=first.code,
            issued_on=_date(first),
            currency=CURRENCY,
            gross=gross,
            is_credit=is_credit,
            type_code=first.text("type"),
            net=_sum([row.amount("net") for row in rows]),
            tax=_sum([row.amount("tax") for row in rows]),
            seller=_party(first, "seller"),
            buyer=buyer,
            order=cn_remark.order(remark),
            contract=cn_remark.contract(remark),
            remark=remark,
            reds=cn_remark.corrected(remark) if is_credit else (),
            status=_status(status),
            lines=tuple(map(_line, rows)) if self._has_lines else (),
            notes=note_buyer(buyer),
            row=first.row,
        )

    def _header(self, name: str) -> str:
        place = self._columns.get(name)
        return name if place is None else self._table.headers[place]


def _neighbours(groups: Mapping[str, list[_Row]], lost: int) -> set[str]:
    """Return the numbers of the rows right before and right after a lost one."""
    rows = [(row.row, number) for number, those in groups.items() for row in those]
    before = max((one for one in rows if one[0] < lost), default=None)
    after = min((one for one in rows if one[0] > lost), default=None)
    return {one[1] for one in (before, after) if one is not None}


def _check_alike(rows: list[_Row]) -> None:
    first = rows[0]
    for row in rows[1:]:
        for name in _ALIKE:
            if row.text(name) != first.text(name):
                facts = {"field": name, "row": row.row}
                raise Unreadable(name, found.ROWS_DIFFER, row.text(name), facts)


def _gross(row: _Row) -> Decimal:
    """Return what a row adds to the total."""
    gross, net, tax = row.amount("gross"), row.amount("net"), row.amount("tax")
    if gross is None and net is not None and tax is not None:
        gross = net + tax
    if gross is None:
        raise Unreadable("gross", codes.FIELD_EMPTY, "", {"field": "amount"})
    return gross


def _sum(amounts: list[Decimal] | list[Decimal | None]) -> Decimal | None:
    """Return the sum, None where an amount is missing."""
    given = [amount for amount in amounts if amount is not None]
    return sum(given, Decimal(0)) if len(given) == len(amounts) else None


def _date(row: _Row) -> date | None:
    cell = row.cells.get("issued")
    reading = read_date(cell)
    if reading.problem is not None:
        raise Unreadable("issued", reading.problem.code, cell_text(cell), reading.problem.facts)
    return reading.value


def _status(words: str) -> EStatus:
    if is_void(words):
        return EStatus.VOID
    if "红冲" not in words or "未" in words:
        return EStatus.NORMAL
    return EStatus.RED_PART if "部分" in words else EStatus.RED_FULL


def _party(row: _Row, side: str) -> Party:
    tax_id = read_number(row.cells.get(f"{side}_tax_id")).value or ""
    return Party(name=row.text(f"{side}_name"), tax_id=tax_id, tax_ids=(tax_id,) if tax_id else ())


def _line(row: _Row) -> ELine:
    return ELine(
        name=row.text("name"),
        quantity=row.figure("quantity"),
        unit=row.text("unit"),
        price=row.figure("price"),
        net=row.amount("net"),
        tax=row.amount("tax"),
        rate=row.text("rate"),
    )
