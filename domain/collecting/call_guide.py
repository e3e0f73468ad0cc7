"""The call guide: whom to call, what the facts are, what to say, ask, answer and note.

The facts are the book's; the sentences are the firm's own way of asking for money, by how
far the debt has gone. A guide is made anew for each call and printed where it is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.collecting.forms import OUTCOMES
from domain.collecting.guide_words import (
    ANSWERS,
    LABELS,
    NOTES,
    OPENINGS,
    QUESTIONS,
    TITLES,
)
from domain.collecting.promise import PromiseState
from domain.credit.file.contacts import ROLE_WORDS, Role
from domain.customer import Company
from domain.disputes import KIND_WORDS, DisputeKind
from domain.fields import Pair, day, pick
from domain.forms import FormBlock, FormFacts, FormPaper, FormTable, FormText
from domain.money import grouped

#: Whom to ask for first when it is about money.
ORDER: Final = (Role.FINANCE, Role.PURCHASING, Role.BOSS, Role.LEGAL, Role.WAREHOUSE, Role.OTHER)
#: From these levels of dunning on the talk is firm, and about what comes next.
_FIRM_FROM: Final = 2
_LAST_FROM: Final = 4
_PROMISE_WORDS: Final[Mapping[PromiseState, Pair]] = {
    PromiseState.OPEN: ("未到期", "running"),
    PromiseState.DUE: ("今日到期", "due today"),
    PromiseState.KEPT: ("已兑现", "kept"),
    PromiseState.PARTLY: ("部分兑现", "kept in part"),
    PromiseState.BROKEN: ("失约", "broken"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone to call."""

    name: str
    role: Role
    position: str = ""
    phones: tuple[str, ...] = ()
    messenger: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedItem:
    """An overdue item: ``claimed`` is what is open of it and not disputed."""

    number: str
    due_on: date
    days: int
    open: int
    disputed: int
    level: int

    @property
    def claimed(self) -> int:
        """What to ask for."""
        return max(self.open - self.disputed, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A talk, promise, letter or dispute, in one line."""

    on: date
    what: Pair
    text: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePromise:
    """A promise and whether it was kept."""

    made_on: date
    due_on: date
    amount: int
    paid: int
    state: PromiseState


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideDispute:
    """An open dispute."""

    number: str
    amount: int
    kind: DisputeKind
    reason: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallGuide:
    """Everything a call needs, in one currency.

    Attributes:
        level: the highest level of dunning reached by what is overdue, 0 for none.
        others: what is overdue in other currencies.
        unapplied: money of the customer that is not allocated yet.
    """

    customer: Pair
    currency: str
    day: date
    level: int
    people: tuple[Person, ...] = ()
    items: tuple[OwedItem, ...] = ()
    talks: tuple[Said, ...] = ()
    letters: tuple[Said, ...] = ()
    promises: tuple[GuidePromise, ...] = ()
    disputes: tuple[GuideDispute, ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    unapplied: int = 0

    @property
    def claimed(self) -> int:
        """What to ask for: overdue, not disputed, less money on account; never below nothing."""
        return max(sum(one.claimed for one in self.items) - self.unapplied, 0)

    @property
    def stage(self) -> str:
        """How to speak: "broken" after a promise not kept, else by level."""
        if any(one.state in (PromiseState.BROKEN, PromiseState.PARTLY) for one in self.promises):
            return "broken" if self.level < _LAST_FROM else "last"
        if self.level >= _LAST_FROM:
            return "last"
        return "firm" if self.level >= _FIRM_FROM else "friendly"


def opening(guide: CallGuide, company: Company, language: str, caller: str) -> str:
    """Return the first sentence: who calls, for what, how much.

    Worked: level 2, three items of 259,350.00, the oldest 95 days: "… three invoices …".
    """
    oldest = max((one.days for one in guide.items), default=0)
    broken = next(
        (
            one
            for one in reversed(guide.promises)
            if one.state in (PromiseState.BROKEN, PromiseState.PARTLY)
        ),
        None,
    )
    person = guide.people[0].name if guide.people else pick(LABELS["accounts"], language)
    return pick(OPENINGS[guide.stage], language).format(
        person=person,
        company=company.name if language == "zh" else company.name_en or company.name,
        caller=caller,
        count=len(guide.items),
        amount=f"{guide.currency} {grouped(guide.claimed, guide.currency)}",
        days=oldest,
        promised=day(broken.due_on, language) if broken else "",
        missing=grouped(broken.amount - broken.paid, guide.currency) if broken else "",
    )


def guide_form(guide: CallGuide, company: Company, language: str, caller: str) -> FormPaper:
    """Return the guide as a page."""
    blocks: list[FormBlock] = [_people(guide, language), _facts(guide, language)]
    if guide.items:
        blocks.append(_items(guide, language))
    blocks += _past(guide, language)
    said = opening(guide, company, language, caller)
    blocks.append(FormText(title=pick(TITLES["opening"], language), text=said))
    blocks.append(_questions(guide, language))
    blocks.append(_answers(language))
    blocks.append(_notes(language))
    return FormPaper(
        company=company,
        title=pick(TITLES["guide"], language),
        subject=pick(guide.customer, language),
        language=language,
        dated_on=guide.day,
        blocks=tuple(blocks),
    )


def _people(guide: CallGuide, language: str) -> FormTable:
    rows = [
        (
            pick(ROLE_WORDS[one.role], language),
            " ".join(part for part in (one.name, one.position) if part),
            " / ".join(one.phones),
            one.messenger,
        )
        for one in guide.people
    ]
    headers = tuple(pick(LABELS[key], language) for key in ("role", "name", "phone", "messenger"))
    note = "" if rows else pick(LABELS["nobody"], language)
    return FormTable(
        title=pick(TITLES["people"], language), headers=headers, rows=tuple(rows), note=note
    )


def _facts(guide: CallGuide, language: str) -> FormFacts:
    sums = [("claimed", guide.claimed)]
    disputed = sum(one.disputed for one in guide.items)
    sums += [(key, n) for key, n in (("disputed", disputed), ("unapplied", guide.unapplied)) if n]
    rows = [
        (pick(LABELS[key], language), f"{guide.currency} {grouped(minor, guide.currency)}")
        for key, minor in sums
    ]
    for code, minor in guide.others:
        rows.append((pick(LABELS["also"], language), f"{code} {grouped(minor, code)}"))
    rows.append((pick(LABELS["level"], language), str(guide.level) if guide.level else "—"))
    return FormFacts(rows=tuple(rows), title=pick(TITLES["facts"], language))


def _items(guide: CallGuide, language: str) -> FormTable:
    keys = ("number", "due_on", "days", "open", "disputed", "ask")
    none = "—"
    rows = [
        (
            one.number,
            day(one.due_on, language),
            str(one.days),
            grouped(one.open, guide.currency),
            grouped(one.disputed, guide.currency) if one.disputed else none,
            grouped(one.claimed, guide.currency),
        )
        for one in guide.items
    ]
    sums = [
        sum(getattr(one, key) for one in guide.items) for key in ("open", "disputed", "claimed")
    ]
    total = (
        pick(LABELS["total"], language),
        "",
        "",
        *(grouped(minor, guide.currency) if minor else none for minor in sums),
    )
    return FormTable(
        title=pick(TITLES["items"], language),
        headers=tuple(pick(LABELS[key], language) for key in keys),
        rows=tuple(rows),
        right=(2, 3, 4, 5),
        sums=(total,),
    )


def _past(guide: CallGuide, language: str) -> list[FormBlock]:
    """Return what was said, promised, written and contested before."""
    rows = [
        (day(one.on, language), pick(one.what, language), pick(one.text, language))
        for one in sorted((*guide.talks, *guide.letters), key=lambda one: one.on, reverse=True)
    ]
    rows += [_promise_row(one, guide.currency, language) for one in reversed(guide.promises)]
    rows += [_dispute_row(one, guide.currency, language) for one in guide.disputes]
    if not rows:
        return []
    headers = tuple(pick(LABELS[key], language) for key in ("on", "what", "text"))
    return [FormTable(title=pick(TITLES["past"], language), headers=headers, rows=tuple(rows))]


def _promise_row(one: GuidePromise, currency: str, language: str) -> tuple[str, str, str]:
    said = pick(LABELS["promise_line"], language).format(
        due=day(one.due_on, language),
        amount=grouped(one.amount, currency),
        paid=grouped(one.paid, currency),
    )
    words = f"{pick(LABELS['promise'], language)} · {pick(_PROMISE_WORDS[one.state], language)}"
    return day(one.made_on, language), words, said


def _dispute_row(one: GuideDispute, currency: str, language: str) -> tuple[str, str, str]:
    kind = pick(KIND_WORDS[one.kind], language)
    parts = (one.number, grouped(one.amount, currency), one.reason, one.owner)
    return (
        "",
        f"{pick(LABELS['dispute'], language)} · {kind}",
        " · ".join(part for part in parts if part),
    )


def _questions(guide: CallGuide, language: str) -> FormTable:
    """Return the questions with room to write the answers beside them."""
    asked = QUESTIONS[guide.stage]
    return FormTable(
        title=pick(TITLES["questions"], language),
        headers=tuple(pick(LABELS[key], language) for key in ("ask_them", "answer")),
        rows=tuple((f"{at}. {pick(one, language)}", "") for at, one in enumerate(asked, start=1)),
    )


def _answers(language: str) -> FormTable:
    return FormTable(
        title=pick(TITLES["answers"], language),
        headers=tuple(pick(LABELS[key], language) for key in ("they", "we")),
        rows=tuple((pick(they, language), pick(we, language)) for they, we in ANSWERS),
    )


def _notes(language: str) -> FormTable:
    mark = "、" if language == "zh" else ", "
    outcomes = mark.join(pick(words, language) for words in OUTCOMES.values())
    return FormTable(
        title=pick(TITLES["notes"], language),
        headers=tuple(pick(LABELS[key], language) for key in ("note", "noted")),
        rows=tuple((f"□ {pick(one, language)}", "") for one in NOTES),
        note=f"{pick(LABELS['outcomes'], language)}{outcomes}",
    )
