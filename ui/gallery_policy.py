"""《信用管理制度》: the policy in force as the firm's manual, written from its parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from domain.dunning_procedure import Procedure
from domain.fields import Pair, pick
from domain.forms import FormBlock, FormFacts, FormPaper, FormTable, FormText
from domain.letters import long_date
from domain.policies.catalogue import SECTIONS
from domain.policies.shape import Block, Cell, blocks, sections, spelled_out
from domain.policies.version import Version
from domain.policy import CreditPolicy
from domain.ports import BookReader
from domain.services import policies
from domain.services.dunning import procedures
from ui import policy_words as words
from ui.gallery_review import monthly, policy_review
from ui.manual_words import ANNEX, chapters

TITLE: Final[Pair] = ("信用管理制度", "Credit management rules")
_PLACE: Final = re.compile(r"\{([a-z_.]+)\}")
#: A table of more columns than this is turned, if it has fewer lines than columns.
_WIDE: Final = 6
_DIGITS: Final = "〇一二三四五六七八九十"
_WORDS: Final[dict[str, Pair]] = {
    "version": ("版本", "Version"),
    "from": ("执行日期", "In force from"),
    "proposed": ("起草", "Drafted by"),
    "approved": ("批准", "Approved by"),
    "reason": ("修订理由", "Reason"),
    "shipped": ("程序默认参数，尚未经本公司批准", "as the program ships it; not yet approved"),
    "head": ("总经理", "Managing director"),
    "finance": ("财务负责人", "Head of finance"),
    "sales": ("销售负责人", "Head of sales"),
    "parameter": ("参数", "Parameter"),
    "value": ("规定", "Value"),
    "line": ("项目", "Line"),
    "at_once": ("建账之日", "the beginning of the book"),
}


def credit_policy(reader: BookReader, language: str, as_of: date) -> FormPaper:
    """Return the manual of the version in force on a day."""
    return manual(reader, policies.version_on(reader, as_of), language, as_of)


def manual(reader: BookReader, version: Version, language: str, dated_on: date) -> FormPaper:
    """Return the manual of a version."""
    return _Manual(reader, version, language).paper(dated_on)


class _Manual:
    """A manual being written."""

    def __init__(self, reader: BookReader, version: Version, language: str) -> None:
        self.version, self.language = version, language
        self.policy: CreditPolicy = spelled_out(version.policy)
        self.company, self.base = reader.company(), reader.base_currency()
        self.procedures = procedures(reader)
        self.cells = _cells(self.policy)

    def word(self, key: str) -> str:
        return pick(_WORDS[key], self.language)

    def paper(self, dated_on: date) -> FormPaper:
        version = f"{self.word('version')} {self._version()}"
        return FormPaper(
            company=self.company,
            title=pick(TITLE, self.language),
            subject=version,
            language=self.language,
            dated_on=dated_on,
            blocks=(self._head(), *self._chapters(), *self._annex()),
            signatures=tuple(self.word(key) for key in ("head", "finance", "sales")),
        )

    def _version(self) -> str:
        return f"V{self.version.number}"

    def _from(self) -> str:
        on = self.version.from_on
        return self.word("at_once") if on is None else long_date(on, self.language)

    def _head(self) -> FormFacts:
        policy = self.policy
        shipped = "" if self.version.record is not None else self.word("shipped")
        told = (
            ("version", self._version()),
            ("from", self._from()),
            ("proposed", policy.proposed_by),
            ("approved", policy.approved_by or shipped),
            ("reason", policy.reason),
        )
        return FormFacts(rows=tuple((self.word(key), said) for key, said in told if said))

    # chapters

    def _chapters(self) -> Iterator[FormText]:
        article = 0
        for number, chapter in enumerate(chapters(self.language), start=1):
            told = list(self._articles(chapter.articles))
            for place, text in enumerate(told):
                article += 1
                title = self._title(number, chapter.title) if not place else ""
                yield FormText(title=title, text=f"{self._article(article)}{text}")

    def _title(self, number: int, title: str) -> str:
        if self.language == "zh":
            return f"第{_chinese(number)}章　{title}"
        return f"Chapter {number}  {title}"

    def _article(self, number: int) -> str:
        return f"第{_chinese(number)}条　" if self.language == "zh" else f"{number}. "

    def _articles(self, articles: Sequence[str]) -> Iterator[str]:
        for text in articles:
            found = {key: self._place(key) for key in _PLACE.findall(text)}
            if None not in found.values():
                yield _filled(text, found)

    def _place(self, key: str) -> str | None:
        told = {
            "firm": self._firm,
            "version": self._version,
            "from_on": self._from,
            "procedure": self._procedure,
        }
        if key in told:
            return told[key]()
        cell = self.cells.get(key)
        return None if cell is None else words.value(cell, self.language, self.base)

    def _firm(self) -> str:
        zh, en = self.company.name, self.company.name_en
        return zh if self.language == "zh" or not en else en

    def _procedure(self) -> str:
        """Return the levels of the first procedure, in words."""
        first: Procedure = next(iter(self.procedures.values()))
        if self.language == "zh":
            steps = [f"第 {one.level} 级逾期满 {one.days} 天" for one in first.levels]
            return "，".join(steps)
        return ", ".join(f"level {one.level} after {one.days} days" for one in first.levels)

    # annex

    def _annex(self) -> Iterator[FormBlock]:
        number = 0
        shown = [name for name in SECTIONS if name in sections(self.policy)]
        shown += [name for name in sections(self.policy) if name not in SECTIONS]
        for name in shown:
            for block in blocks(self.policy, name):
                if block.lines:
                    number += 1
                    yield self._table(number, block)

    def _table(self, number: int, block: Block) -> FormTable:
        language = self.language
        called = words.section(block.section, language)
        if block.entry:
            called = f"{called} · {words.entry(block.entry, language)}"
        title = f"{pick(ANNEX, language)} {number}  {called}"
        if not block.columns:
            told = tuple(
                (words.line(block, line.key, language), self._value(line.cells[0]))
                for line in block.lines
            )
            return FormTable(
                title=title, headers=(self.word("parameter"), self.word("value")), rows=told
            )
        shown = self._columns(block)
        if len(shown) > _WIDE and len(block.lines) < len(shown):
            return self._turned(title, block, shown)
        rows = tuple(
            (
                words.line(block, line.key, language),
                *(self._value(line.cells[place], bare=True) for place in shown),
            )
            for line in block.lines
        )
        headers = (self.word("line"), *(words.header(block.columns[at], language) for at in shown))
        right = tuple(
            at
            for at, place in enumerate(shown, start=1)
            if words.parts_of_number(block.lines[0].cells[place].value)
        )
        return FormTable(title=title, headers=headers, rows=rows, right=right)

    def _turned(self, title: str, block: Block, shown: Sequence[int]) -> FormTable:
        """Return a table of many columns with its lines as columns: a grade each."""
        names = [words.line(block, line.key, self.language) for line in block.lines]
        rows = tuple(
            (
                words.header(block.columns[place], self.language),
                *(self._value(line.cells[place], bare=True) for line in block.lines),
            )
            for place in shown
        )
        right = tuple(range(1, len(names) + 1))
        headers = (self.word("parameter"), *names)
        return FormTable(title=title, headers=headers, rows=rows, right=right)

    def _columns(self, block: Block) -> list[int]:
        """Return the columns in which any line says something."""
        return [
            place
            for place in range(len(block.columns))
            if any(line.cells[place].value not in ("", None) for line in block.lines)
        ] or [0]

    def _value(self, cell: Cell, *, bare: bool = False) -> str:
        return words.value(cell, self.language, self.base, bare=bare)


def _filled(text: str, found: Mapping[str, str | None]) -> str:
    return _PLACE.sub(lambda match: found[match.group(1)] or "", text)


def _cells(policy: CreditPolicy) -> Mapping[str, Cell]:
    """Return the parameters by their way: "limits.new_months"."""
    return {
        ".".join(map(str, cell.path)): cell
        for name in sections(policy)
        for block in blocks(policy, name)
        for line in block.lines
        for cell in line.cells
    }


def _chinese(number: int) -> str:
    """Return a number below a hundred in Chinese: 三, 十, 十二, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    head = "" if tens == 1 else _DIGITS[tens]
    return f"{head}十{_DIGITS[ones] if ones else ''}"


#: Report → what makes its pages, from the book, a language and a day.
BUILDS: Final[Mapping[str, Callable[[BookReader, str, date], FormPaper]]] = {
    "credit-policy": credit_policy,
    "policy-review": policy_review,
    "monthly": monthly,
}
