"""Which columns of a bank's table are which fields, by headers and what stands under them.

Headers name the fields. What stands under them settles what headers leave open: whether
a column of times is one of dates, whether an account is ours (the same in every row) or
the other side's, and which way money went. Money is never given a direction without
evidence: figures of one sign alone, without a direction, sides or balances that follow
each other, are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from domain.reading.amounts import Style, detect_amount_style
from domain.reading.bank import BankMapping, Sign, place_key, read_way
from domain.reading.bank_balances import pieces
from domain.reading.bank_cells import day_part, is_time, read_day, read_figure
from domain.reading.bank_headers import choose, is_chinese, ranks
from domain.reading.bank_wallets import CURRENCY, find_wallet
from domain.reading.cells import Cell, cell_text, plain
from domain.reading.dates import DayOrder, detect_day_order
from domain.reading.headers import key

Columns = dict[str, tuple[str, ...]]

FIGURES: Final = ("amount", "credit", "debit", "balance", "charges")
#: Our account or the other side's: the rows tell.
_ANY_ACCOUNT: Final = frozenset({"iban", "bankaccount", "konto", "kontonummer"})
_CARDS: Final = frozenset({"卡末四位", "卡号末四位", "卡号后四位", "card", "cardno", "cardnumber"})
#: 入账金额 is money in beside 出账金额 only, 退款金额 money out beside 应结订单金额 only.
_NEEDS_PARTNER: Final = frozenset({"入账金额", "退款金额"})
_BACK: Final = re.compile(
    r"还款|退款|退货|返现|奖励|撤销|refund|repayment|cash ?back|payment", re.IGNORECASE
).search
_REFUND: Final = re.compile(r"退款|退货|refund|thank ?you", re.IGNORECASE).search
_NONE: Final = Decimal(0)
#: Movements that prove something by their balances.
_ENOUGH: Final = 3
#: What the rows of a card begin with; on other accounts 还款 is money out.
CARD_WORDS: Final = {
    "in": ("还款", "信用卡还款", "退货", "退款", "返现"),
    "out": ("消费", "取现", "分期", "年费", "利息"),
}
_COMMA: Final = re.compile(r"[+-]?\d{1,3}(?:\.?\d{3})*,\d{1,2}", re.ASCII).fullmatch
_PLUS: Final = re.compile(r"\+\s*[\d.,¥￥]").match
_DOTTED: Final = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d|\d{4})(?!\d)", re.ASCII).match


def guess(
    headers: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    delimiter: str = "",
    is_card: bool = False,
) -> BankMapping:
    """Return the mapping that headers and rows suggest; its ``missing()`` says what is open.

    Args:
        headers: of the table.
        rows: its data, each as wide as the headers.
        delimiter: of a text; a semicolon goes with decimal commas.
        is_card: the file says that it is of a credit card.
    """
    table = _Table(headers, rows)
    columns = table.columns
    _settle_dates(table)
    _settle_accounts(table)
    _settle_parties(table)
    style = find_style(table.figures(), headers, delimiter)
    _settle_sides(table, style)
    sign = _sign(table, style, is_card=is_card)
    wallet = find_wallet(headers)
    constants = {"currency": CURRENCY} if wallet and "currency" not in columns else {}
    if wallet:
        sign = wallet.sign or sign
        columns.update({name: table.named(header) for name, header in wallet.columns.items()})
    _drop_unused(columns, sign)
    return BankMapping(
        columns=columns,
        constants=constants,
        sign=sign,
        words=table.words,
        date_order=find_order(table.cells("date"), headers, style),
        amount_style=style,
        headers=tuple(header for header in headers if header),
    )


def find_style(cells: Sequence[Cell], headers: Sequence[str], delimiter: str) -> Style | None:
    """Return what stands before decimals, as the figures show it.

    Where few do: a point under Chinese headers; a comma where all figures with decimals
    have one, two at least or in a file cut by semicolons.
    """
    shown = detect_amount_style(cells)
    if shown or is_chinese(headers):
        return shown or "point"
    texts = [plain(cell) for cell in cells if isinstance(cell, str)]
    parted = [text for text in texts if "," in text or "." in text]
    enough = 1 if delimiter == ";" else 2
    return "comma" if len(parted) >= enough and all(map(_COMMA, parted)) else None


def find_order(
    cells: Sequence[Cell], headers: Sequence[str], style: Style | None
) -> DayOrder | None:
    """Return the order of day and month, as the dates show it.

    Where they do not: day first with dots between, and wherever decimals have a comma
    (no country writes 12/31 and 1,50).
    """
    cells = list(set(map(day_part, cells)))
    shown = detect_day_order(cells)
    if shown or is_chinese(headers):
        return shown
    texts = [plain(cell) for cell in cells if isinstance(cell, str) and cell.strip()]
    dotted = bool(texts) and all(map(_DOTTED, texts))
    return "dmy" if dotted or style == "comma" else None


class _Table:
    """Headers and rows with the columns chosen so far."""

    def __init__(self, headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        self.headers = headers
        self.rows = rows
        self.columns: Columns = choose(headers)
        self.words: Mapping[str, tuple[str, ...]] = {}

    def cells(self, name: str) -> list[Cell]:
        """Return the cells of a field's first column, none where it has no column."""
        if name not in self.columns:
            return []
        place = self.headers.index(self.columns[name][0])
        return [row[place] for row in self.rows]

    def texts(self, name: str) -> list[str]:
        """Return the cells of a field as plain texts."""
        return [plain(cell_text(cell)) for cell in self.cells(name)]

    def figures(self) -> list[Cell]:
        """Return the cells of all columns of figures."""
        return [cell for name in FIGURES for cell in self.cells(name)]

    def amounts(self, name: str, style: Style | None) -> list[Decimal | None]:
        """Return the figures of a field; what cannot be read is None."""
        return [read_figure(cell, style=style).value for cell in self.cells(name)]

    def named(self, name: str) -> tuple[str, ...]:
        """Return the column whose header has this key."""
        return tuple(header for header in self.headers if place_key(header) == name)[:1]

    def is_key(self, name: str, keys: frozenset[str]) -> bool:
        """Return whether the header of a field is one of these names."""
        return name in self.columns and place_key(self.columns[name][0]) in keys

    def move(self, name: str, to: str) -> None:
        """Give a field's column to another field, unless that has one."""
        taken = self.columns.pop(name)
        self.columns.setdefault(to, taken)


def _settle_dates(table: _Table) -> None:
    """Take 交易时间 for the time where it has no dates and another column has."""
    cells = [cell for cell in table.cells("date") if cell_text(cell).strip()]
    if not cells or not all(map(is_time, cells)) or "value_date" not in table.columns:
        return
    if "date" in dict(ranks(table.columns["value_date"][0])):
        table.columns["time"] = table.columns["date"]
        table.columns["date"] = table.columns.pop("value_date")


def _settle_accounts(table: _Table) -> None:
    """Tell our account from the other side's under headers that leave it open."""
    if "own_account" not in table.columns:
        return
    texts = table.texts("own_account")
    is_same = len(set(texts)) == 1 and bool(texts[0])
    if not {"account", "name"} & set(table.columns) and len(set(table.texts("owner"))) > 1:
        table.move("own_account", "account")  # 账号 and 户名 of many are those of customers
        table.move("owner", "name")
        return
    if table.is_key("own_account", _CARDS) and not is_same:
        del table.columns["own_account"]
    elif table.is_key("own_account", _ANY_ACCOUNT):
        if not is_same and texts:
            table.move("own_account", "account")
        elif len(texts) == 1 and "name" in table.columns:
            del table.columns["own_account"]


def _settle_parties(table: _Table) -> None:
    """Take a payer or payee without the other for the other side."""
    columns = table.columns
    for part in ("account", "name", "bank"):
        sides = [side for side in ("payer", "payee") if f"{side}_{part}" in columns]
        if len(sides) == 1:
            table.move(f"{sides[0]}_{part}", part)


def _settle_sides(table: _Table, style: Style | None) -> None:
    """Keep columns of money in and out only where they are what they seem."""
    columns = table.columns
    for name, other in (("credit", "debit"), ("debit", "credit")):
        if table.is_key(name, _NEEDS_PARTNER) and other not in columns:
            header = columns.pop(name)
            if name == "credit":
                columns["amount"] = header
    both = {"credit", "debit"} <= set(columns)
    if "amount" in columns and not (both and _are_sides(table, style)):
        columns.pop("credit", None)
        columns.pop("debit", None)
    elif both and _are_turned(table, style):
        columns["credit"], columns["debit"] = columns["debit"], columns["credit"]


def _are_turned(table: _Table, style: Style | None) -> bool:
    """Return whether only debit as money in makes the balances follow each other.

    So does a firm's own book of its bank account, which 借方 raises.
    """
    pairs = zip(table.amounts("credit", style), table.amounts("debit", style), strict=True)
    amounts = [(credit or _NONE) - abs(debit or _NONE) for credit, debit in pairs]
    turned = [-amount for amount in amounts]
    balances = table.amounts("balance", style)
    if not balances or sum(map(bool, amounts)) < _ENOUGH:
        return False
    return pieces(turned, balances) == 1 < pieces(amounts, balances)


def _are_sides(table: _Table, style: Style | None) -> bool:
    """Return whether hardly any row has figures on both sides."""
    pairs = list(zip(table.amounts("credit", style), table.amounts("debit", style), strict=True))
    filled = [pair for pair in pairs if any(pair)]
    return 10 * sum(all(pair) for pair in filled) <= len(filled)


def _sign(table: _Table, style: Style | None, *, is_card: bool) -> Sign | None:
    """Return which way money went, None where nothing shows it.

    Without rows there is nothing to be wrong about.
    """
    columns = table.columns
    if "credit" in columns or "debit" in columns:
        return "sides"
    if "amount" not in columns:
        return None
    ways = table.texts("direction")
    if _are_ways(ways) or ("direction" in columns and not table.rows):
        return "direction"
    if {"payer_account", "payee_account"} <= set(columns):
        return "parties"
    return _sign_of_amounts(table, style, is_card=is_card or _is_card(table))


def _way(text: str) -> str | None:
    return read_way(text, {})


def _are_ways(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and 2 * sum(_way(text) is not None for text in filled) >= len(filled)


def _is_way_code(texts: Sequence[str]) -> bool:
    """Return whether a column of kinds says nothing but DEBIT and CREDIT."""
    filled = [text for text in texts if text]
    return bool(filled) and all(map(_way, filled))


def _is_card(table: _Table) -> bool:
    """Return whether the table is like a credit card's: two amounts, or a card."""
    amounts = [header for header in table.headers if "amount" in dict(ranks(header))]
    return len(amounts) > 1 or any(key(header) in _CARDS for header in table.headers)


def _sign_of_amounts(table: _Table, style: Style | None, *, is_card: bool) -> Sign | None:
    """Return how amounts count that no other column turns."""
    if "direction" not in table.columns and _is_way_code(table.texts("code")):
        table.columns["direction"] = table.columns["code"]
        return "direction"
    amounts = table.amounts("amount", style)
    if is_card and amounts and "balance" not in table.columns:
        return _card_sign(table, amounts)
    if any(amount < 0 for amount in amounts if amount):
        return None if _looks_inverse(table, amounts) else "signed"
    is_marked = any(_PLUS(text) for text in table.texts("amount"))
    return "signed" if is_marked or not amounts else _sign_by_balances(table, style)


def _sign_by_balances(table: _Table, style: Style | None) -> Sign | None:
    """Return how amounts of one sign count, where balances follow each other by them."""
    amounts, balances = table.amounts("amount", style), table.amounts("balance", style)
    if not balances or sum(map(bool, amounts)) < 2:
        return None
    up = pieces(amounts, balances) == 1
    down = pieces([amount and -amount for amount in amounts], balances) == 1
    if up and down:  # equal amounts fit both ways: balances rise or fall with the dates
        rise = _rise([read_day(cell).value for cell in table.cells("date")], balances)
        up, down = rise > 0, rise < 0
    return "signed" if up else "inverse" if down else None


def _rise(days: Sequence[date | None], balances: Sequence[Decimal | None]) -> int:
    """Return 1 where balances rise from the oldest row to the newest, -1 where they fall."""
    dated = [
        (day, balance)
        for day, balance in zip(days, balances, strict=True)
        if day is not None and balance is not None
    ]
    if not dated or dated[0][0] == dated[-1][0]:
        return 0
    (first, start), (last, end) = dated[0], dated[-1]
    return 1 if (first < last) == (start < end) else -1


def _looks_inverse(table: _Table, amounts: Sequence[Decimal | None]) -> bool:
    """Return whether refunds are negative and all else positive: a card that hides it."""
    if "balance" in table.columns:
        return False
    pairs = zip(amounts, _joined(table), strict=True)
    moved = [(amount < 0, bool(_REFUND(word))) for amount, word in pairs if amount]
    return any(back for _, back in moved) and all(below == back for below, back in moved)


def _card_sign(table: _Table, amounts: Sequence[Decimal | None]) -> Sign | None:
    """Return how a card counts, by the rows that give money back."""
    pairs = zip(amounts, _joined(table), strict=True)
    moved = [(amount, bool(_BACK(word))) for amount, word in pairs]
    back = {amount < 0 for amount, is_back in moved if amount and is_back}
    spent = {amount < 0 for amount, is_back in moved if amount and not is_back}
    if True not in spent | back:
        return _sign_by_words(table)
    if len(back) != 1 or False not in spent | back:
        return None
    return "inverse" if back == {True} else "signed"


def _sign_by_words(table: _Table) -> Sign | None:
    """Return "direction" where the text of each row begins with what it was: 消费, 还款."""
    texts = table.texts("text")
    if not texts or not all(read_way(text, CARD_WORDS) for text in texts):
        return None
    table.columns["direction"] = table.columns["text"][:1]
    table.words = CARD_WORDS
    return "direction"


def _joined(table: _Table) -> list[str]:
    """Return the texts of each row in one."""
    places = [table.headers.index(header) for header in table.columns.get("text", ())]
    return [" ".join(plain(cell_text(row[place])) for place in places) for row in table.rows]


def _drop_unused(columns: Columns, sign: Sign | None) -> None:
    """Drop columns that would say the same in another way."""
    unused = {
        "sides": ("amount", "direction"),
        "signed": ("credit", "debit", "direction"),
        "inverse": ("credit", "debit", "direction"),
        "direction": ("credit", "debit"),
        "parties": ("credit", "debit", "direction"),
    }
    for name in unused.get(sign or "", ()):
        columns.pop(name, None)
