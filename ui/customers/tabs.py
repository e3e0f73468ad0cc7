"""Further tabs of a customer's page, each a part of its own, built when first shown.

A part of the desk adds a :class:`CustomerTabSpec` to :data:`TABS`; the page knows no more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from domain.changes import Changes
from ui.acts import Act
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate


class CustomerTab(QWidget):
    """A tab about one customer. Subclasses fill in what they have; the page calls these.

    ``acts`` stand in the Record menu and answer to their keys while the tab is shown.
    """

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.customer_id: int | None = None
        self.acts: list[Act] = []

    def show_customer(self, customer_id: int) -> None:
        """Show a customer as of the window's date."""
        self.customer_id = customer_id

    def open_part(self, part: str) -> None:
        """Show a part of the tab: what follows its name in the address."""

    def refresh(self, changes: Changes) -> None:
        """Show what changed."""
        if self.customer_id is not None:
            self.show_customer(self.customer_id)

    def retranslate(self) -> None:
        """Set every text in the current language. Called once after building."""

    def escape(self) -> bool:
        """Esc; False when there was nothing to close."""
        return False

    def has_draft(self) -> bool:
        """Whether something typed would be lost by leaving."""
        return False


class CustomerTabSpec(NamedTuple):
    """A tab: its name, its title as (context, text), its maker, the tab it stands behind."""

    key: str
    title: tuple[str, str]
    load: Callable[[AppContext], CustomerTab]
    after: str = "overview"

    def words(self) -> str:
        """Return the title in the current language."""
        return translate(*self.title)


def _exposure(ctx: AppContext) -> CustomerTab:
    from ui.credit.exposure_tab import ExposureTab

    return ExposureTab(ctx)


def _log(ctx: AppContext) -> CustomerTab:
    from ui.collections.log_tab import LogTab

    return LogTab(ctx)


def _assessment(ctx: AppContext) -> CustomerTab:
    from ui.assessment.tab import AssessmentTab

    return AssessmentTab(ctx)


def _limits(ctx: AppContext) -> CustomerTab:
    from ui.customers.limits import LimitsTab

    return LimitsTab(ctx)


def _file(ctx: AppContext) -> CustomerTab:
    from ui.credit_file.file_tab import CreditFileTab

    return CreditFileTab(ctx)


def _contacts(ctx: AppContext) -> CustomerTab:
    from ui.credit_file.contacts_tab import ContactsTab

    return ContactsTab(ctx)


def _attachments(ctx: AppContext) -> CustomerTab:
    from ui.credit_file.attachments_tab import AttachmentsTab

    return AttachmentsTab(ctx)


def _letters(ctx: AppContext) -> CustomerTab:
    from ui.customers.letters_tab import LettersTab

    return LettersTab(ctx)


TABS: Final[tuple[CustomerTabSpec, ...]] = (
    CustomerTabSpec("file", ("Customer", QT_TRANSLATE_NOOP("Customer", "Credit file")), _file),
    CustomerTabSpec(
        "assessment", ("Assessment", QT_TRANSLATE_NOOP("Assessment", "Assessment")), _assessment
    ),
    CustomerTabSpec("limits", ("Limits", QT_TRANSLATE_NOOP("Limits", "Limits")), _limits),
    CustomerTabSpec("exposure", ("Exposure", QT_TRANSLATE_NOOP("Exposure", "Exposure")), _exposure),
    CustomerTabSpec(
        "log",
        ("Customer", QT_TRANSLATE_NOOP("Customer", "Collection log")),
        _log,
        after="movements",
    ),
    CustomerTabSpec(
        "contacts",
        ("Customer", QT_TRANSLATE_NOOP("Customer", "Contacts")),
        _contacts,
        after="details",
    ),
    CustomerTabSpec(
        "letters",
        ("Customer", QT_TRANSLATE_NOOP("Customer", "Issue a letter")),
        _letters,
        after="papers",
    ),
    CustomerTabSpec(
        "attachments",
        ("Customer", QT_TRANSLATE_NOOP("Customer", "Attachments")),
        _attachments,
        after="papers",
    ),
)
