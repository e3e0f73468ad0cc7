"""When the book was last copied and last fed, for the status bar."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ui.context import AppContext
from ui.shell.status import StatusBar

if TYPE_CHECKING:
    # Types only: these modules are loaded after the first paint.
    from domain.listing import BankAccountRow, HistoryRow
    from domain.ports import BookReader, Progress

#: Operations looked through for the last import.
_RECENT: Final = 200


def local(at_utc: str) -> datetime | None:
    """Return a stored UTC time in the computer's own time."""
    try:
        at = datetime.fromisoformat(at_utc)
    except ValueError:
        return None
    return at.astimezone() if at.tzinfo else at


def last_import(rows: list[HistoryRow]) -> datetime | None:
    """Return when a file was last imported."""
    times = [local(row.at_utc) for row in rows if row.kind.startswith("import")]
    known = [at for at in times if at is not None]
    return max(known, default=None)


def bank_data(rows: list[BankAccountRow]) -> tuple[datetime, date] | None:
    """Return when a bank statement was last read, and how far the account farthest behind is."""
    times = [at for at in (local(row.read_at) for row in rows) if at is not None]
    days = [row.last_on for row in rows if row.last_on is not None]
    return (max(times), min(days)) if times and days else None


def show(ctx: AppContext, status: StatusBar) -> None:
    """Read them in the background and show them."""

    def backup(_report: Progress) -> datetime | None:
        chosen = ctx.state.get("backup_folder", "")
        if chosen:
            return ctx.store.last_backup(ctx.opened.path, Path(chosen))
        return ctx.store.last_backup(ctx.opened.path)

    def imported(reader: BookReader) -> tuple[datetime | None, tuple[datetime, date] | None]:
        return last_import(reader.history(limit=_RECENT)), bank_data(reader.bank_accounts())

    def then(copied: datetime | None) -> None:
        ctx.query(imported, lambda fed: tell(copied, *fed), asker=ctx)

    def tell(
        copied: datetime | None, fed: datetime | None, bank: tuple[datetime, date] | None
    ) -> None:
        status.show_last(copied, fed, ctx.ports.today(), ctx.language)
        if bank is not None:
            status.show_bank(*bank, ctx.today, ctx.language)

    ctx.work(backup, then, asker=ctx, title="", failed=lambda _error: True)
