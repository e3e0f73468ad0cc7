"""The firm itself, as its papers print it."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Final

from domain.customer import Company
from domain.tax_id import is_valid_uscc
from ui import parse
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, line_edit, row
from ui.widgets.fields import Field, needed

_FIELDS: Final = {
    "name": QT_TRANSLATE_NOOP("Settings", "Company name"),
    "name_en": QT_TRANSLATE_NOOP("Settings", "English name"),
    "tax_id": QT_TRANSLATE_NOOP("Settings", "Credit code"),
    "address": QT_TRANSLATE_NOOP("Settings", "Address"),
    "postcode": QT_TRANSLATE_NOOP("Settings", "Postcode"),
    "contact": QT_TRANSLATE_NOOP("Settings", "Contact"),
    "phone": QT_TRANSLATE_NOOP("Settings", "Phone"),
    "email": QT_TRANSLATE_NOOP("Settings", "E-mail"),
    "bank": QT_TRANSLATE_NOOP("Settings", "Bank"),
    "bank_account": QT_TRANSLATE_NOOP("Settings", "Account"),
    "bank_code": QT_TRANSLATE_NOOP("Settings", "Bank code"),
    "letter_prefix": QT_TRANSLATE_NOOP("Settings", "Letter number prefix"),
}
_WIDTH: Final = 152


class CompanySection(Section):
    """Name, codes, address, bank; the credit code's check digit only warns."""

    key = "company"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.editors = {name: line_edit(f"settings.company.{name}") for name in _FIELDS}
        self.fields = {
            name: Field(editor, partial(translate, "Settings", _FIELDS[name]), label_width=_WIDTH)
            for name, editor in self.editors.items()
        }
        self.warning = label("small", name="settings.company.warning", wrap=True)
        self.warning.setProperty("tone", "amber")
        self.warning.hide()
        parts: list[object] = []
        for name, field in self.fields.items():
            parts.append(field)
            if name == "tax_id":
                parts.append(row(_WIDTH, self.warning, gap=0))
        foot = row(_WIDTH, self.save, None, gap=0)
        self.setLayout(column(*parts, self.problem, foot, None, gap=8))
        self.watch(list(self.editors.values()))
        self.editors["tax_id"].textChanged.connect(lambda _text: self._warn())

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Company")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "Printed on letters and statements issued from now on")

    def load(self) -> None:
        """Show the company of the book."""
        self.ctx.query(lambda reader: reader.company(), self._show, asker=self)

    def _show(self, company: Company) -> None:
        for name, editor in self.editors.items():
            editor.setText(str(getattr(company, name)))
            editor.setCursorPosition(0)
        self.dirty = False

    def _warn(self) -> None:
        code = parse.clean(self.editors["tax_id"].text()).upper()
        self.warning.setVisible(bool(code) and not is_valid_uscc(code))

    def submit(self) -> None:
        """Keep the company."""
        values = {name: parse.clean(e.text()) for name, e in self.editors.items()}
        values["name"] = self.editors["name"].text().strip()
        values["tax_id"] = values["tax_id"].upper()
        if self.errors_shown({"name": "" if values["name"] else needed()}):
            return
        self.keep({"company": asdict(Company(**values))})

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.warning.setText(
            translate("Settings", "The check digit does not fit. It is kept as typed; check it.")
        )
        hint = translate("Settings", "Stands before letter numbers, such as MC for MC-2026-0001")
        self.editors["letter_prefix"].setToolTip(hint)
