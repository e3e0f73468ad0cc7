"""The Credit screen: its tabs, in the order in which a credit manager goes through them."""

from __future__ import annotations

from typing import ClassVar

from domain.ports import BookReader
from ui.context import AppContext
from ui.credit.approvals import waiting
from ui.credit.counts import blocked
from ui.credit.review import overdue
from ui.credit.stages import eligible
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.tabbed import Tab, TabbedScreen, TabSpec


def _approvals(ctx: AppContext) -> Tab:
    from ui.credit.approvals import ApprovalsTab

    return ApprovalsTab(ctx)


def _review(ctx: AppContext) -> Tab:
    from ui.credit.review import ReviewTab

    return ReviewTab(ctx)


def _stages(ctx: AppContext) -> Tab:
    from ui.credit.stages import StagesTab

    return StagesTab(ctx)


def _risk(ctx: AppContext) -> Tab:
    from ui.risk.tab import RiskTab

    return RiskTab(ctx)


def _facts(ctx: AppContext) -> Tab:
    from ui.risk.facts_tab import RiskFactsTab

    return RiskFactsTab(ctx)


def _open_reviews(reader: BookReader, ctx: AppContext) -> int:
    from ui.risk.tab import waiting

    return waiting(reader, ctx)


def _stops(ctx: AppContext) -> Tab:
    from ui.credit.stops_tab import StopsTab

    return StopsTab(ctx)


def _due(ctx: AppContext) -> Tab:
    from ui.credit_file.due_tab import DueTab

    return DueTab(ctx)


def _due_waiting(reader: BookReader, ctx: AppContext) -> int:
    from ui.credit_file.due_tab import waiting

    return waiting(reader, ctx)


def _policy(ctx: AppContext) -> Tab:
    from ui.credit.policy_tab import PolicyTab

    return PolicyTab(ctx)


def _cover(ctx: AppContext) -> Tab:
    from ui.cover.tab import CoverTab

    return CoverTab(ctx)


def _cover_waiting(reader: BookReader, ctx: AppContext) -> int:
    from ui.cover.tab import waiting

    return waiting(reader, ctx)


class CreditScreen(TabbedScreen):
    """Approvals, reviews, risk, cover and what has grown old."""

    key = "credit"
    TABS: ClassVar[tuple[TabSpec, ...]] = (
        TabSpec(
            "approvals", ("Limits", QT_TRANSLATE_NOOP("Limits", "Approvals")), _approvals, waiting
        ),
        TabSpec(
            "review", ("Limits", QT_TRANSLATE_NOOP("Limits", "Limit review")), _review, overdue
        ),
        TabSpec("stages", ("Limits", QT_TRANSLATE_NOOP("Limits", "Stages")), _stages, eligible),
        TabSpec(
            "stops",
            ("Credit", QT_TRANSLATE_NOOP("Credit", "Holds and over limit")),
            _stops,
            blocked,
        ),
        TabSpec(
            "due",
            ("Credit", QT_TRANSLATE_NOOP("Credit", "Documents and accounts")),
            _due,
            _due_waiting,
        ),
        TabSpec("cover", ("Credit", QT_TRANSLATE_NOOP("Credit", "Cover")), _cover, _cover_waiting),
        TabSpec("risk", ("Credit", QT_TRANSLATE_NOOP("Credit", "Risk")), _risk, _open_reviews),
        TabSpec("facts", ("Risk", QT_TRANSLATE_NOOP("Risk", "Risk basis")), _facts),
        TabSpec("policy", ("Policy", QT_TRANSLATE_NOOP("Policy", "Policy review")), _policy),
    )

    def title(self) -> str:
        """Return the screen's title."""
        return translate("Credit", "Credit")
