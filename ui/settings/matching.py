"""The rules of matching: limits, confidence, our accounts, and what was learned of payers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QSizePolicy, QSpinBox

from domain.listing import BankAccountRow, LearnedRow
from domain.ports import BookReader
from domain.services import bank
from domain.services.matching import DEFAULT_AUTOMATIC
from domain.services.receipts import DEFAULT_BANK_FEE_LIMIT, DEFAULT_WRITE_OFF_LIMIT
from ui import format as fmt
from ui.context import AppContext
from ui.marks import translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, line, line_edit, row
from ui.widgets.button import Button
from ui.widgets.fields import AmountEdit, Field, unclear_amount
from ui.widgets.text_table import TextTable

_LABELS = 152
_LEAST, _MOST = 50, 100
_TABLE = 28 * 5
_ACCOUNTS = 28 * 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What the section shows."""

    base: str
    difference: int
    fee: int
    automatic: int
    accounts: Sequence[BankAccountRow]
    learned: Sequence[LearnedRow]


class MatchingSection(Section):
    """Limits are saved; an account is named and a lesson forgotten at once."""

    key = "matching"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._accounts: Sequence[BankAccountRow] = ()
        self._learned: Sequence[LearnedRow] = ()
        self.difference = AmountEdit(name="settings.matching.difference")
        self.fee = AmountEdit(name="settings.matching.fee")
        self.automatic = QSpinBox()
        self.automatic.setObjectName("settings.matching.automatic")
        self.automatic.setRange(_LEAST, _MOST)
        self.automatic.setSuffix(" %")
        self.accounts = TextTable("settings.matching.accounts")
        self.bank = line_edit("settings.matching.bank")
        self.name_it = Button(name="settings.matching.name_account", icon="landmark")
        self.learned = TextTable("settings.matching.learned")
        self.forget = Button(name="settings.matching.forget", icon="trash-2")
        self._accounts_head, self._learned_head = label("heading"), label("heading")
        self._no_accounts, self._nothing = label("label", wrap=True), label("label", wrap=True)
        self.fields = self._made_fields()
        self._build()
        self._wire()

    def _made_fields(self) -> dict[str, Field]:
        words = {
            "difference": (
                self.difference,
                lambda: translate("Settings", "Small difference up to"),
                lambda: translate(
                    "Settings", "May be given up where a payment closes a document but for it"
                ),
            ),
            "fee": (
                self.fee,
                lambda: translate("Settings", "Bank charge up to"),
                lambda: translate("Settings", "What banks kept back on the way, borne by us"),
            ),
            "automatic": (
                self.automatic,
                lambda: translate("Settings", "Accept many from"),
                lambda: translate(
                    "Settings", "Confidence from which lines are offered to be booked at once"
                ),
            ),
        }
        return {
            key: Field(editor, said, label_width=_LABELS, hint=hint)
            for key, (editor, said, hint) in words.items()
        }

    def _build(self) -> None:
        self.automatic.lineEdit().setTextMargins(8, 0, 0, 0)
        self.accounts.setFixedHeight(_ACCOUNTS)
        self.learned.setMinimumHeight(_TABLE)
        self.bank.setFixedWidth(240)
        for words in (self._no_accounts, self._nothing):
            words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setLayout(
            column(
                *self.fields.values(),
                *(self.problem, row(_LABELS, self.save, None, gap=0)),
                *(6, line(role="hairline"), 4, self._accounts_head, self._no_accounts),
                *(self.accounts, row(self.bank, self.name_it, None)),
                *(6, line(role="hairline"), 4, self._learned_head, self._nothing),
                *(self.learned, row(self.forget, None), None),
                gap=8,
            )
        )

    def _wire(self) -> None:
        self.watch([self.difference, self.fee])
        self.automatic.valueChanged.connect(lambda _value: self.touch())
        self.accounts.moved.connect(self._show_bank)
        self.bank.returnPressed.connect(self._name_account)
        self.name_it.clicked.connect(self._name_account)
        self.forget.clicked.connect(self._forget)

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Matching rules")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "How bank lines find what they pay, and what was learned")

    # the book

    def load(self) -> None:
        """Show what the book has."""

        def read(reader: BookReader) -> _Kept:
            return _Kept(
                base=reader.base_currency(),
                difference=int(reader.setting("write_off_limit", DEFAULT_WRITE_OFF_LIMIT)),
                fee=int(reader.setting("bank_fee_limit", DEFAULT_BANK_FEE_LIMIT)),
                automatic=int(reader.setting("match_automatic", DEFAULT_AUTOMATIC)),
                accounts=reader.bank_accounts(),
                learned=reader.learned(),
            )

        self.ctx.query(read, self._show, asker=self)

    def _show(self, kept: _Kept) -> None:
        for box, minor in ((self.difference, kept.difference), (self.fee, kept.fee)):
            box.currency = kept.base
            box.set_minor(minor)
        self.automatic.setValue(kept.automatic)
        self._show_accounts(kept.accounts)
        self._show_learned(kept.learned)
        self.dirty = False

    def _show_accounts(self, rows: Sequence[BankAccountRow]) -> None:
        place = max(0, self.accounts.currentIndex().row())
        self._accounts = rows
        headers = [
            translate("Settings", "Account"),
            translate("Settings", "Bank"),
            translate("Settings", "Currency"),
            translate("Settings", "Statements up to"),
        ]
        language = self.ctx.language
        shown = [(r.number, r.bank or "—", r.currency, fmt.day(r.last_on, language)) for r in rows]
        self.accounts.show_texts(headers, shown)
        for part in (self.accounts, self.bank, self.name_it):
            part.setVisible(bool(rows))
        self._no_accounts.setVisible(not rows)
        if rows:
            self.accounts.selectRow(min(place, len(rows) - 1))

    def _show_bank(self, place: int) -> None:
        if 0 <= place < len(self._accounts):
            self.bank.setText(self._accounts[place].bank)

    def _name_account(self) -> None:
        place = self.accounts.currentIndex().row()
        if not 0 <= place < len(self._accounts):
            return
        one = self._accounts[place]
        self.ctx.act(
            bank.name_account,
            one.id,
            one.name,
            self.bank.text().strip(),
            asker=self,
            notice=translate("Settings", "Bank of {account} kept").format(account=one.number),
            failed=self.refused,
            done=lambda _result: self.load(),
        )

    def _show_learned(self, rows: Sequence[LearnedRow]) -> None:
        self._learned = rows
        headers = [
            translate("Settings", "What"),
            translate("Settings", "Stands for"),
            translate("Settings", "Customer"),
            translate("Settings", "Confirmed"),
        ]
        shown = [
            (_kind_words(r.kind), r.key, f"{r.customer_code}  {r.customer_name}", str(r.count))
            for r in rows
        ]
        self.learned.show_texts(headers, shown, right=[3])
        self.learned.setVisible(bool(rows))
        self.forget.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        said = translate("Settings", "Learned of payers: %n", None, len(rows))
        self._learned_head.setText(said)
        if rows:
            self.learned.selectRow(0)

    def _forget(self) -> None:
        places = sorted({index.row() for index in self.learned.selectedIndexes()})
        ids = [self._learned[at].id for at in places if at < len(self._learned)]
        if ids:
            self.ctx.act(
                bank.forget,
                ids,
                asker=self,
                notice=translate("Settings", "Forgotten; what was booked stays"),
                failed=self.refused,
                done=lambda _result: self.load(),
            )

    def submit(self) -> None:
        """Keep the limits."""
        limits = {"difference": self.difference.minor(), "fee": self.fee.minor()}
        wrong = {key: minor is None or minor < 0 for key, minor in limits.items()}
        if self.errors_shown({key: unclear_amount() if bad else "" for key, bad in wrong.items()}):
            return
        self.keep(
            {
                "write_off_limit": limits["difference"],
                "bank_fee_limit": limits["fee"],
                "match_automatic": self.automatic.value(),
            }
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._accounts_head.setText(translate("Settings", "Our bank accounts"))
        self._no_accounts.setText(
            translate("Settings", "None yet. They come with the first bank statement.")
        )
        self._nothing.setText(
            translate(
                "Settings",
                "Nothing yet. Each time you say who paid, account, name and words are kept.",
            )
        )
        self.bank.setAccessibleName(translate("Settings", "Bank"))
        self.bank.setPlaceholderText(translate("Settings", "Name of the bank"))
        self.name_it.set_words(translate("Settings", "Set the bank"))
        self.forget.set_words(translate("Settings", "Forget"))
        self.accounts.setAccessibleName(translate("Settings", "Our bank accounts"))
        self.learned.setAccessibleName(translate("Settings", "What was learned of payers"))


def _kind_words(kind: str) -> str:
    words = {
        "account": translate("Settings", "Account"),
        "name": translate("Settings", "Payer's name"),
        "keyword": translate("Settings", "Word in the text"),
    }
    return words.get(kind, kind)
