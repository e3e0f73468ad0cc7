"""Words for kinds and states of documents.

A word for a kind is found by its parts, since programs write 数电发票（增值税专用发票） and
"Sales Invoice"; a word for void must be one of a list, since 未作废 is not void.
"""

from __future__ import annotations

import re
from typing import Final

from domain.document import Kind
from domain.reading import codes
from domain.reading.cells import Cell, cell_text
from domain.reading.headers import key
from domain.reading.result import Reading, refuse

#: The first that fits decides: 红字发票 is a credit note, not an invoice.
_KINDS: Final = (
    (re.compile(r"红字|红冲|贷项|负数|退货|credit|refund|^cn$|^crn$"), Kind.CREDIT_NOTE),
    (re.compile(r"借项|补差|debit|^dn$"), Kind.DEBIT_NOTE),
    (re.compile(r"期初|上期|结转|opening|broughtforward|balanceforward"), Kind.OPENING),
    (
        re.compile(r"发票|专票|普票|蓝字|应收|账单|销售|出库|invoice|^inv$|bill|sale|^i$"),
        Kind.INVOICE,
    ),
)
_VOID: Final = frozenset(
    """
    作废 已作废 作废发票 废票 空白作废 已废止 已取消 取消 已撤销 撤销 已删除
    void voided cancelled canceled cancelledinvoice deleted annulled storniert
    """.split()  # noqa: SIM905
)

#: States of an order of which nothing more will be delivered.
_CLOSED: Final = frozenset(
    """
    关闭 已关闭 完成 已完成 完结 已完结 结案 已结案 终止 已终止
    closed complete completed done finished fulfilled terminated
    """.split()  # noqa: SIM905
)


def read_kind(cell: Cell) -> Reading[Kind]:
    """Read the kind of a sales document: ``credit_note``, 红字发票, "Invoice"."""
    word = key(cell_text(cell))
    if not word:
        return Reading()
    for pattern, kind in _KINDS:
        if pattern.search(word):
            return Reading(kind)
    return Reading(None, refuse(codes.TYPE_UNKNOWN))


def is_void(cell: Cell) -> bool:
    """Return whether a state says that the document was cancelled before it counted."""
    return key(cell_text(cell)) in _VOID


def is_closed(cell: Cell) -> bool:
    """Return whether a state says that nothing more of an order will be delivered."""
    return key(cell_text(cell)) in _CLOSED or is_void(cell)
