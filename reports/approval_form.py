"""The form on which a credit limit is approved (信用额度审批表): facts, legs, signature boxes."""

from __future__ import annotations

from typing import Final

from domain.credit.limit_papers import ApprovalForm, ApprovalLine
from domain.credit.limits import Source, split_risk
from domain.credit.methods import Input, Leg
from reports.base import LEFT, RIGHT, WIDTH, Head, Paper
from reports.breaking import break_lines
from reports.fonts import measure
from reports.page import MM, File
from reports.parts import labelled
from reports.tables import WORDS, Cells, Column, Table
from reports.texts import amount, currency_name, long_date, money, short_date, text, unit

#: Least height of a box, the distance of its lines, and its small type.
_BOX: Final = 22 * MM
_PITCH: Final = 13.0
_SMALL: Final = 8.5


def draw(file: File, value: ApprovalForm, check: str) -> None:
    """Draw a form into a file."""
    _Form(file, value, check).draw()


class _Form:
    """One form being drawn."""

    def __init__(self, file: File, value: ApprovalForm, check: str) -> None:
        self.value, self.language, self.currency = value, value.language, value.currency
        self.paper = Paper(file, self._head(check))

    def draw(self) -> None:
        self.facts()
        self.legs()
        self.levels()
        self.granted()
        self.paper.finish()

    def word(self, key: str, **values: object) -> str:
        return text(self.language, key, **values)

    def limit(self, minor: int | None) -> str:
        return self.word("limit_none") if minor is None else money(minor, self.currency)

    def _head(self, check: str) -> Head:
        value, language = self.value, self.language
        facts = (
            (text(language, "number"), value.number),
            (text(language, "date"), long_date(value.issued_on, language)),
            (text(language, "approval_number"), value.application),
            (text(language, "currency"), currency_name(value.currency, language)),
        )
        return Head(
            company=value.company,
            customer=value.customer,
            language=language,
            number=value.number,
            title=text(language, "approval_title"),
            facts=facts,
            check=check,
            copy=value.copy,
        )

    def facts(self) -> None:
        """What is applied for, by whom and why."""
        value, paper = self.value, self.paper
        rows = [
            (self.word("applicant"), value.applicant),
            (self.word("applied_on"), long_date(value.applied_on, self.language)),
            (self.word("new_customer"), self.word("new_yes" if value.new_customer else "new_no")),
            self._asked(),
            (self.word("before"), self._before()),
            *self._risk(),
            (self.word("terms_asked"), value.terms),
            (self.word("terms_now"), value.terms_before),
            (self.word("apply_reason"), value.reason),
        ]
        paper.caption(self.word("approval_facts"))
        shown = [(label, words) for label, words in rows if words]
        paper.y = labelled(paper, paper.y - 2, shown, WIDTH) + 4

    def _asked(self) -> tuple[str, str]:
        value = self.value
        words = self.limit(value.asked)
        if value.ends_on is not None:
            on = long_date(value.ends_on, self.language)
            words = self.word("asked_until", amount=words, on=on)
        return self.word("asked_top_up" if value.top_up else "asked"), words

    def _before(self) -> str:
        value = self.value
        if value.before is None and value.before_source == Source.NONE:
            return self.word("limit_unset")
        return self.limit(value.before)

    def _risk(self) -> list[tuple[str, str]]:
        value = self.value
        if not value.insured or value.asked is None:
            return []
        risk = split_risk(value.asked, value.insured)
        return [
            (self.word("insured"), self.limit(risk.insured)),
            (self.word("own_risk"), self.limit(risk.own)),
        ]

    def legs(self) -> None:
        """Every method with what it was computed from, the lowest below."""
        value, paper = self.value, self.paper
        paper.caption(self.word("legs"), self.word("unit", unit=unit(self.currency, self.language)))
        rows: list[Cells] = [
            (
                self.word(f"leg.{leg.method}"),
                self._inputs(leg),
                "—" if leg.minor is None else amount(leg.minor, self.currency),
            )
            for leg in value.legs
        ]
        columns = [
            Column(self.word("leg_method")),
            Column(self.word("leg_inputs"), least=WORDS),
            Column(self.word("leg_result"), "right"),
        ]
        none = self.word("no_proposal")
        found = none if value.proposed is None else amount(value.proposed, self.currency)
        sums: Cells = (self.word("proposed"), "", found)
        Table(columns, rows, sums=[sums]).draw(paper, LEFT, WIDTH)
        paper.y += 6

    def _inputs(self, leg: Leg) -> str:
        if leg.missing:
            gap = self.word("list_gap")
            names = gap.join(self.word(f"input.{name}") for name in leg.missing)
            return self.word("leg_missing", names=names)
        return " × ".join(self._input(entry) for entry in leg.inputs)

    def _input(self, entry: Input) -> str:
        shown = {
            "money": lambda: amount(int(entry.value), self.currency),
            "percent": lambda: f"{entry.value} %",
            "days": lambda: self.word("input_days", days=entry.value),
        }.get(entry.unit, lambda: entry.value)()
        return f"{self.word(f'input.{entry.name}')} {shown}"

    def levels(self) -> None:
        """A box for each level: its word where it has spoken, room to write where not."""
        self.paper.caption(self.word("levels"), keep=_BOX + 24)
        for line in self.value.lines:
            self._level(line)
        self.paper.y += 4

    def _level(self, line: ApprovalLine) -> None:
        paper, split = self.paper, LEFT + 38 * MM
        labels = max(measure(self.word(key), _SMALL) for key in ("opinion", "signature"))
        x = split + 6 + labels + 8
        opinion = self._opinion(line)
        words = break_lines(opinion, RIGHT - 8 - x, 9.5) if opinion else []
        who = break_lines(line.who, RIGHT - 70 - x, 9.5) if line.who else []
        height = max(_BOX, 26 + _PITCH * (len(words) + len(who)))
        paper.need(height)
        page, top = paper.page, paper.y
        page.box(LEFT, top, WIDTH, height, 0.25 * MM)
        page.line(split, top, split, top + height, 0.25 * MM)
        page.text(LEFT + 5, top + 16, self.word(f"level.{line.level}"), 9.5, bold=True)
        page.text(split + 6, top + 16, self.word("opinion"), _SMALL)
        for number, part in enumerate(words):
            page.text(x, top + 16 + _PITCH * number, part, 9.5)
        foot = top + height - 9
        for number, part in enumerate(reversed(who)):
            page.text(x, foot - _PITCH * number, part, 9.5)
        page.text(split + 6, foot, self.word("signature"), _SMALL)
        if line.on:
            page.right(RIGHT - 6, foot, long_date(line.on, self.language), _SMALL)
        else:
            page.right(RIGHT - 90, foot, self.word("date"), _SMALL)
        paper.y = top + height

    def _opinion(self, line: ApprovalLine) -> str:
        if not line.decision:
            return ""
        said = self.word(f"decision.{line.decision}")
        limit = "" if line.minor is None else self.limit(line.minor)
        return "　".join(filter(None, (said, limit, line.comment)))

    def granted(self) -> None:
        """The limit granted, in bold."""
        value, paper = self.value, self.paper
        paper.need(24)
        page, y = paper.page, paper.y + 14
        page.text(LEFT, y, self.word("granted"), 10.5, bold=True)
        shown = self.word("not_granted")
        if value.granted is not None:
            shown = self.limit(value.granted)
            if value.ends_on is not None:
                until = short_date(value.ends_on, self.language)
                shown = self.word("asked_until", amount=shown, on=until)
        page.right(RIGHT, y, shown, 10.5, bold=True)
        paper.y = y + 8
