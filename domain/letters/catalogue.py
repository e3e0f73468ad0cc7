"""The letters the firm can send: of each its series, the facts it needs and its tables.

The words themselves are texts (:mod:`domain.letters.wording`), one per letter and
language. A new letter is an entry here, a text for each language in
``resources/letters`` and its names in ``ui/letter_words.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from domain.errors import NotFound

BOTH: Final = ("zh", "en")
#: Names every letter can use: the two firms, the day, whom to reach.
COMMON: Final = frozenset(
    {
        "company",
        "company_address",
        "company_tax_id",
        "contact",
        "customer",
        "customer_address",
        "customer_code",
        "customer_tax_id",
        "email",
        "phone",
        "reach",
        "today",
    }
)
#: Names of a letter that lists open items: what they add up to.
OF_ITEMS: Final = frozenset({"amount", "capital", "count", "currency", "days", "due_on", "sum"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FactField:
    """A fact of a letter that a person or another part of the program gives.

    ``kind``: "text", "long" (several lines), "money", "date", "number", "percent", "flag"
    or "choice" (of ``choices``). One that is not ``required`` is empty when not given.
    """

    name: str
    kind: str = "text"
    required: bool = True
    choices: tuple[str, ...] = ()

    def names(self) -> frozenset[str]:
        """Return the names a text can use: a sum of money has its capitals beside it."""
        words = {f"{self.name}_words"} if self.kind == "money" else set()
        return frozenset({self.name, *words})


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An entry of the catalogue.

    Attributes:
        key: its name, also the kind of the paper.
        group: "dunning", "debt", "credit", "assignment", "insurance", "audit" or "inside".
        series: of its numbers: 停字 in Chinese, SH in English, counted together by year.
        items: the customer's open items are listed and add up to ``amount``.
        tables: what else it may have a place for.
        mentions: names without which the text does not do its work.
        origin: the act that issues it and knows its facts: "" a person; "run" a dunning run;
            "booking" a booked settlement; "limit", "hold", "dispute", "assignment",
            "confirmation", "guarantee", "insurance" the acts of these names.
        least_days: the days it gives at least from its date to ``pay_by``; the second figure
            for an individual.
        bank: our account is printed. addressed: to the customer; otherwise it stays inside.
    """

    key: str
    group: str
    series: tuple[str, str]
    fields: tuple[FactField, ...] = ()
    items: bool = False
    tables: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    languages: tuple[str, ...] = BOTH
    origin: str = ""
    least_days: tuple[int, int] = (0, 0)
    bank: bool = False
    seal: bool = True
    addressed: bool = True

    @property
    def has_page(self) -> bool:
        """Whether the page of letters prints it; a run's letter has one of its own."""
        return self.origin != "run"

    def names(self) -> frozenset[str]:
        """Return all names its text may use."""
        own = frozenset().union(*(field.names() for field in self.fields))
        return COMMON | own | (OF_ITEMS if self.items else frozenset())

    def places(self) -> frozenset[str]:
        """Return the tables its text may have a place for."""
        return frozenset({*self.tables, *(["items"] if self.items else [])})


def _text(name: str, *, required: bool = True) -> FactField:
    return FactField(name=name, required=required)


def _money(name: str, *, required: bool = True) -> FactField:
    return FactField(name=name, kind="money", required=required)


def _day(name: str, *, required: bool = True) -> FactField:
    return FactField(name=name, kind="date", required=required)


def _rest(*names: str) -> tuple[FactField, ...]:
    return tuple(_text(name, required=False) for name in names)


def _rates(*names: str) -> tuple[FactField, ...]:
    return tuple(FactField(name=name, kind="percent", required=False) for name in names)


#: Facts of a dunning letter beside its items. The run knows those that are required.
_DEMAND: Final = (
    _text("as_of"),
    _text("pay_by"),
    *_rest(
        *("principal", "contract", "contract_signed", "clause", "clause_penalty", "guarantor"),
        *("discount_by", "discount_percent", "discount_net"),
        *("interest", "interest_daily", "interest_from", "interest_basis", "interest_rate"),
        *("regime", "regime_country", "fixed_sum", "reference_rate", "monthly_rate"),
        *("earlier", "earlier_number", "earlier_on", "earlier_ems"),
        *("plan_by", "acknowledged", "evidence", "addresses", "final_days"),
    ),
)
_CLAIM: Final = (
    _day("pay_by"),
    *_rest("contract"),
    *_rates("interest_rate", "reference_rate"),
    _money("interest", required=False),
    _money("interest_daily", required=False),
    _money("fixed_sum", required=False),
)
#: What a suspension rests on: articles of the Civil Code, the contract, our own decision.
_GROUNDS: Final = ("526", "525", "527", "contract", "policy")
#: What an insurer is told of a loss; the rest of it stands in its table.
_LOSS: Final = (_text("policy"), _text("buyer"), _text("cause"), _money("amount"))


def _dunning(level: int) -> Letter:
    return Letter(
        key=f"dunning_{level}",
        group="dunning",
        series=("催字", "DL"),
        fields=_DEMAND,
        items=True,
        mentions=("amount", "reach") if level == 0 else ("amount", "pay_by"),
        origin="run",
        bank=True,
    )


def _claim(
    key: str, series: tuple[str, str], *more: FactField, least: tuple[int, int] = (0, 0)
) -> Letter:
    return Letter(
        key=key,
        group="dunning",
        series=series,
        fields=(*_CLAIM, *more),
        items=True,
        mentions=("amount", "pay_by"),
        languages=("en",),
        least_days=least,
        bank=True,
    )


CATALOGUE: Final = (
    *(_dunning(level) for level in range(6)),
    _claim("reminder_uk", ("英催字", "UKR")),
    _claim("reminder_eu", ("欧催字", "EUR"), _text("regime_country")),
    _claim(
        "letter_before_action",
        ("诉前字", "LBA"),
        FactField(name="debtor_is_individual", kind="flag", required=False),
        _text("claim_facts"),
        *_rest("agreement", "assignment", "instalments", "reply_address"),
        least=(14, 30),
    ),
    _claim(
        "us_final_demand",
        ("美催字", "USD"),
        *(*_rates("monthly_rate"), *_rest("attorney_clause")),
        least=(10, 10),
    ),
    Letter(
        key="repayment_agreement",
        group="debt",
        series=("还字", "RA"),
        fields=(
            _money("penalty", required=False),
            FactField(
                name="penalty_kind", kind="choice", choices=("reserved", "waived", "included")
            ),
            _day("as_of"),
            *_rates("rate"),
            *_rest("guarantor", "guarantor_until", "court", "supply"),
            FactField(name="grace_days", kind="number"),
        ),
        tables=("plan",),
        items=True,
        mentions=("amount", "penalty", "grace_days"),
        bank=True,
    ),
    Letter(
        key="dispute_reply",
        group="debt",
        series=("争字", "DR"),
        fields=(
            *(_text("invoice"), _day("raised_on"), _text("dispute_kind")),
            *(_money("disputed"), FactField(name="claim", kind="long")),
            FactField(
                name="decision",
                kind="choice",
                choices=("pending", "accepted", "part_accepted", "rejected", "withdrawn"),
            ),
            *(_money("conceded", required=False), _text("credit_note", required=False)),
            FactField(name="finding", kind="long", required=False),
            *(_day("answer_by", required=False), _text("papers", required=False)),
            *(_money("remaining", required=False), _day("pay_by")),
            FactField(name="sme", kind="flag", required=False),
        ),
        mentions=("invoice", "disputed", "decision", "pay_by"),
        origin="dispute",
        bank=True,
    ),
    Letter(
        key="supply_hold",
        group="credit",
        series=("停字", "SH"),
        fields=(
            _day("hold_from"),
            _text("scope"),
            FactField(name="ground", kind="choice", choices=_GROUNDS),
            FactField(name="ground_facts", kind="long"),
            _text("cure"),
            _day("cure_by", required=False),
            *_rest("contract", "clause"),
        ),
        items=True,
        tables=("orders",),
        mentions=("amount", "hold_from", "ground_facts", "cure"),
        origin="hold",
        bank=True,
    ),
    Letter(
        key="supply_resume",
        group="credit",
        series=("恢字", "SR"),
        fields=(
            *(_day("held_from"), _day("resume_from"), _text("scope")),
            FactField(name="cure_kind", kind="choice", choices=("paid", "security", "agreed")),
            FactField(name="cure_facts", kind="long"),
            *_rest("hold_number", "terms"),
        ),
        tables=("orders",),
        mentions=("resume_from", "cure_facts"),
        origin="hold",
    ),
    Letter(
        key="limit_change",
        group="credit",
        series=("信字", "CT"),
        fields=(
            *(_money("old_limit"), _money("new_limit")),
            FactField(name="direction", kind="choice", choices=("raised", "lowered", "none")),
            _text("terms", required=False),
            *(_day("effective_on"), _day("ends_on", required=False)),
        ),
        mentions=("new_limit", "effective_on"),
        origin="limit",
    ),
    Letter(
        key="assignment_notice",
        group="assignment",
        series=("让字", "AN"),
        fields=(
            _text("assignee"),
            *_rest("assignee_kind", "contract"),
            FactField(name="recourse", kind="choice", choices=("with", "without"), required=False),
            _text("assignment_number"),
            _day("assigned_on"),
            _text("pay_account", required=False),
        ),
        items=True,
        mentions=("amount", "assignee", "pay_account"),
        origin="assignment",
    ),
    Letter(
        key="guarantee_demand",
        group="assignment",
        series=("保字", "GD"),
        fields=(
            _text("debtor"),
            _text("guarantee"),
            _day("guarantee_signed"),
            FactField(name="guarantee_kind", kind="choice", choices=("joint", "ordinary")),
            *(_day("matures_on"), _day("guarantee_until"), _day("pay_by")),
            *(_money("claimed"), _money("cap", required=False)),
        ),
        items=True,
        mentions=("amount", "claimed", "debtor", "guarantee", "guarantee_until", "pay_by"),
        origin="guarantee",
        bank=True,
    ),
    Letter(
        key="set_off_notice",
        group="debt",
        series=("抵字", "SN"),
        fields=(_text("payable"), _money("amount"), *_rest("agreement")),
        tables=("settled",),
        mentions=("amount", "payable"),
        origin="booking",
    ),
    Letter(
        key="transfer_notice",
        group="debt",
        series=("转字", "TN"),
        fields=(_text("other"), _day("on"), _money("amount"), *_rest("agreement")),
        tables=("settled",),
        mentions=("amount", "other", "on"),
        origin="booking",
    ),
    Letter(
        key="sme_notice",
        group="credit",
        series=("企字", "SME"),
        fields=(
            _text("industry"),
            *(FactField(name="staff", kind="number"), _money("revenue")),
            FactField(name="size", kind="choice", choices=("medium", "small", "micro")),
            *_rest("contract"),
        ),
        mentions=("size",),
    ),
    Letter(
        key="confirm_receivable",
        group="assignment",
        series=("确字", "CR"),
        fields=(
            *(_day("as_of"), _day("reply_by")),
            FactField(name="reply_days", kind="number"),
            *_rest("contract"),
        ),
        items=True,
        mentions=("amount", "as_of", "reply_by"),
        origin="confirmation",
    ),
    Letter(
        key="loss_notice",
        group="insurance",
        series=("损字", "LN"),
        fields=_LOSS,
        tables=("loss_facts", "debts"),
        mentions=("amount", "buyer", "policy"),
        origin="insurance",
    ),
    Letter(
        key="insurance_claim",
        group="insurance",
        series=("赔字", "IC"),
        fields=(*_LOSS, _day("notified_on"), *_rest("notice"), _money("indemnity")),
        tables=("loss_facts", "debts", "computation", "enclosed"),
        mentions=("amount", "buyer", "indemnity", "notified_on", "policy"),
        origin="insurance",
    ),
    Letter(
        key="audit_confirmation",
        group="audit",
        series=("询字", "AC"),
        fields=(
            _text("auditor"),
            *(_text("auditor_address"), _text("auditor_reach")),
            _day("cut_off"),
            *(_money("owed_to_us"), _money("owed_by_us", required=False)),
            _text("remark", required=False),
        ),
        tables=("balances",),
        mentions=("auditor",),
    ),
    Letter(
        key="write_off_approval",
        group="inside",
        series=("核字", "WA"),
        fields=(
            FactField(name="reason", kind="long"),
            FactField(name="collection", kind="long"),
            *_rest("evidence", "liable"),
        ),
        items=True,
        mentions=("amount", "reason"),
        addressed=False,
        seal=False,
    ),
    Letter(
        key="evidence_index",
        group="inside",
        series=("证字", "EI"),
        fields=(_text("case"), *_rest("court")),
        tables=("evidence",),
        addressed=False,
    ),
)
BY_KEY: Final = {one.key: one for one in CATALOGUE}


def letter_of(key: str) -> Letter:
    """Return an entry of the catalogue.

    Raises:
        NotFound: there is none of this key.
    """
    if key not in BY_KEY:
        raise NotFound(record=f"letter/{key}")
    return BY_KEY[key]
