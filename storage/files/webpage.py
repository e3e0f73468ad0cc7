"""Tables in HTML: many programs name a web page .xls and call it an export."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_MAX_SPAN: Final = 200
_MAX_ROWS: Final = 1_048_576


def read_webpage(text: str) -> list[list[str]]:
    """Return the rows of the table with most rows; inner tables count for themselves."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    return max(parser.tables, key=len, default=[])


class _Tables(HTMLParser):
    """Collects rows of all tables; a cell over several columns fills the others empty."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._open: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row or cell."""
        if tag == "table":
            self._finish_cell()
            self._open.append([])
            self.tables.append(self._open[-1])
        elif not self._open or len(self._open[-1]) > _MAX_ROWS:
            return
        elif tag == "tr":
            self._finish_cell()
            self._open[-1].append([])
        elif tag in ("td", "th"):
            self._finish_cell()
            if not self._open[-1]:
                self._open[-1].append([])
            span = dict(attrs).get("colspan") or "1"
            self._cell = []
            self._span = min(int(span), _MAX_SPAN) if span.isdecimal() and len(span) < 9 else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Close a cell or table."""
        if tag in ("td", "th", "tr", "table"):
            self._finish_cell()
        if tag == "table" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Add text to the open cell."""
        if self._cell is not None:
            self._cell.append(data)

    def _finish_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        row = self._open[-1][-1]
        row.append(" ".join("".join(self._cell).split()))
        row.extend("" for _ in range(1, self._span))
        self._cell = None
