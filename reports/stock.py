"""Characters prepared for each kind of paper: its fixed wording, figures and capitals.

They are the first glyphs of every file of that kind and language, so they are
gathered from the catalogue alone, never from what was printed.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from domain.credit.file.paper import CreditFilePaper, VisitPaper
from domain.credit.limit_papers import ApprovalForm
from domain.forms import FormPaper
from domain.letters.dunning import dunning_key
from domain.papers import (
    AgeingReport,
    DunningLetter,
    LetterPaper,
    ReceiptNote,
    StatementOfAccount,
)
from domain.recovery.paper import HandOverPaper
from reports.wording import SECTIONS

_ALWAYS: Final = "0123456789,.-–—−:/()% ¥"
_LATIN: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz&'@"
_CAPITALS: Final = "人民币零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整〔〕第号年月日，。：；（）《》、"
_FRAME: Final = ("frame", "account", "columns")
_TEXTS: Final = Path(__file__).parents[1] / "resources" / "letters"
#: What a text says to the engine and not to the reader.
_ENGINE: Final = re.compile(r"\{[{%#].*?[}%#]\}|^\[.*\]$", re.MULTILINE)
_SECTIONS: Final[dict[type, tuple[str, ...]]] = {
    DunningLetter: (*_FRAME, "letter", "slip"),
    StatementOfAccount: (*_FRAME, "kinds", "buckets", "slip", "statement"),
    ReceiptNote: (*_FRAME, "receipt"),
    ApprovalForm: (*_FRAME, "approval"),
    LetterPaper: (*_FRAME, "slip", "signers"),
    AgeingReport: ("frame", "columns", "buckets", "ageing"),
    FormPaper: ("frame",),
    CreditFilePaper: ("frame", "ageing", "credit_file"),
    VisitPaper: ("frame", "ageing", "credit_file", "site_visit"),
    HandOverPaper: (*_FRAME, "evidence", "hand_over"),
}
#: Sections whose words stand in bold: heads of tables, captions and sums.
_BOLD: Final[dict[type, tuple[str, ...]]] = {
    DunningLetter: ("letter",),
    StatementOfAccount: ("columns", "buckets", "statement"),
    ReceiptNote: ("columns", "receipt"),
    ApprovalForm: ("columns", "approval"),
    LetterPaper: ("columns",),
    AgeingReport: ("columns", "buckets", "ageing"),
    FormPaper: ("frame",),
    CreditFilePaper: ("credit_file",),
    VisitPaper: ("site_visit",),
    HandOverPaper: ("columns", "hand_over"),
}
#: Words too long or too rare for a heading.
_LONGEST_HEADING: Final = 12


@cache
def prepared(kind: type, language: str, key: str = "") -> tuple[str, str]:
    """Return the regular and the bold characters of a kind of paper.

    Args:
        kind: class of the finished value.
        language: of the paper.
        key: of a letter in the catalogue, whose default text is prepared too.
    """
    extra = _LATIN if language == "en" else _CAPITALS
    regular = {*_ALWAYS, *extra, *"".join(_words(_SECTIONS[kind], language))}
    headings = (w for w in _words(_BOLD[kind], language) if len(w) <= _LONGEST_HEADING)
    bold = {*_ALWAYS, *extra, *"".join(headings)}
    regular.update(_default_text(key, language))
    return _plain(regular), _plain(bold)


def _default_text(key: str, language: str) -> str:
    """Return the words of a letter's default text; nothing for one without that language."""
    path = _TEXTS / f"{key}.{language}.txt"
    return _ENGINE.sub("", path.read_text(encoding="utf-8")) if path.is_file() else ""


def letter_key(value: DunningLetter | LetterPaper) -> str:
    """Return the key of a letter's text."""
    return dunning_key(value.level) if isinstance(value, DunningLetter) else value.kind


def _words(sections: tuple[str, ...], language: str) -> list[str]:
    return [words for section in sections for words in SECTIONS[language][section].values()]


def _plain(characters: set[str]) -> str:
    """Return the characters in a fixed order, without the braces of placeholders."""
    return "".join(sorted(characters - set("{}\n")))
