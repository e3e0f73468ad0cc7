"""The Statements screen: the run, the replies, the differences, all papers issued."""

from __future__ import annotations

from typing import ClassVar

from domain.ports import BookReader
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.tabbed import Tab, TabbedScreen, TabSpec


def _run(ctx: AppContext) -> Tab:
    from ui.statements.run_tab import StatementRunTab

    return StatementRunTab(ctx)


def _replies(ctx: AppContext) -> Tab:
    from ui.statements.replies_tab import RepliesTab

    return RepliesTab(ctx)


def _differences(ctx: AppContext) -> Tab:
    from ui.statements.differences_tab import DifferencesTab

    return DifferencesTab(ctx)


def _terms(ctx: AppContext) -> Tab:
    from ui.statements.terms_tab import TermsTab

    return TermsTab(ctx)


def _issued(ctx: AppContext) -> Tab:
    from ui.statements.issued_tab import IssuedTab

    return IssuedTab(ctx)


def _silent(reader: BookReader, ctx: AppContext) -> int:
    from domain.services.statements import statement_standings

    return sum(one.asks for one in statement_standings(reader, ctx.as_of))


def _open(reader: BookReader, ctx: AppContext) -> int:
    from domain.services.statements import open_differences

    return len(open_differences(reader, ctx.as_of))


class StatementsScreen(TabbedScreen):
    """What customers are asked to confirm, and what they answered."""

    key = "statements"
    TABS: ClassVar[tuple[TabSpec, ...]] = (
        TabSpec("run", ("Statements", QT_TRANSLATE_NOOP("Statements", "Statement run")), _run),
        TabSpec(
            "replies", ("Statements", QT_TRANSLATE_NOOP("Statements", "Replies")), _replies, _silent
        ),
        TabSpec(
            "differences",
            ("Statements", QT_TRANSLATE_NOOP("Statements", "Differences")),
            _differences,
            _open,
        ),
        TabSpec("terms", ("Statements", QT_TRANSLATE_NOOP("Statements", "Periods")), _terms),
        TabSpec(
            "issued", ("Statements", QT_TRANSLATE_NOOP("Statements", "Issued papers")), _issued
        ),
    )

    def title(self) -> str:
        """Return the screen's title."""
        return translate("Statements", "Statements")

    def open_record(self, record: str) -> None:
        """Show an issued paper: "12" for ``paper/12``."""
        from ui.statements.issued_tab import IssuedTab

        if record.isdigit():
            self.show_tab("issued")
            issued = self.current()
            if isinstance(issued, IssuedTab):
                issued.register.show_paper(int(record))
