"""Ways to compute late-payment interest: which rate, read when, on which year of days.

A mode is written as its code, with what it takes after a colon:

=============================  =====================================================
``CN_CONTRACT:0.05%/day``      as agreed; so are ``US`` and ``CN_LOAN_4X``
``CN_SME_17``                  0.05 % a day, or the agreed rate but never below the
                               LPR at contract (保障中小企业款项支付条例第17条)
``CN_SALE_LPR_FIXED:1.3``      LPR on the day of breach times 1.0 to 1.5, to the end
``CN_SALE_LPR_FLOAT:1.5``      the same, following every change of the LPR
``CN_LPR_1X``                  the LPR itself, following its changes
``CN_LOAN_4X``                 loans: at most four times the LPR at contract
``CN_JUDGMENT_DOUBLE``         0.0175 % a day on top, after a judgment (民诉264)
``EU:8``                       ECB rate plus points, read again each half-year
``UK``                         Bank of England rate plus 8 points, frozen at the
                               half-year in which the debt became late
``US:1.5%/month``              as agreed
``OWN``                        the book's own table, following its changes
=============================  =====================================================

A rate always names its unit, percent and period (``0.05%/day``, ``月1%``, ``日万分之五``):
"18" alone could mean a year or a month, percent or per mille, and is refused.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from domain.errors import AgreedRateNeeded, BadInterestMode
from domain.money import round_half_up
from domain.reading import chinese
from domain.reference_rates import Source


class Per(StrEnum):
    """The period a rate is for; a month has 30 days."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Count(StrEnum):
    """Which days count.

    TAIL: from the day after due to the day of payment, which is payment minus due
    (算头不算尾). BOTH: the due day too (两头都算), of what was late after it.
    """

    TAIL = "tail"
    BOTH = "both"


class Read(StrEnum):
    """When a reference rate is read."""

    AGREED = "agreed"
    CHANGE = "change"
    HALF_YEAR = "half_year"
    BREACH = "breach"
    HALF_YEAR_LATE = "half_year_late"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class Rate:
    """So many percent for a period."""

    percent: Decimal
    per: Per = Per.YEAR

    @property
    def annual(self) -> Decimal:
        """Percent per year, for comparing: 0.05 % a day is 18.25, 1.5 % a month is 18."""
        return self.percent * {Per.DAY: 365, Per.MONTH: 12, Per.YEAR: 1}[self.per]

    def interest(self, minor: int, days: int, year: int) -> int:
        """Return simple interest in minor units, rounded half up once.

        ``year`` is the days of a year, for annual rates alone. Worked: 100,000.00 for
        91 days at 5.025 % /365 is 1,252.81; 10,000.00 for 45 days at 1.5 % a month is 225.00.
        """
        share, whole = self.percent.as_integer_ratio()
        period = {Per.DAY: 1, Per.MONTH: 30, Per.YEAR: year}[self.per]
        return round_half_up(minor * days * share, whole * 100 * period)

    def a_day(self, minor: int, year: int) -> Fraction:
        """Return what one day costs, exactly, so that the days of several debts can be added."""
        share, whole = self.percent.as_integer_ratio()
        period = {Per.DAY: 1, Per.MONTH: 30, Per.YEAR: year}[self.per]
        return Fraction(minor * share, whole * 100 * period)

    def __str__(self) -> str:
        return f"{short(self.percent)}%/{self.per}"


class Takes(StrEnum):
    """What stands behind a mode's colon."""

    NOTHING = "nothing"
    MULTIPLIER = "multiplier"
    POINTS = "points"
    RATE = "rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A way to compute interest, ready to be used.

    The rate is ``agreed``, or the ``source``'s read as ``read`` says, times ``multiplier``,
    plus ``points``. ``floor``: the agreed rate is never below the LPR at contract. ``fixed``
    names the table of the fixed sum for costs. ``year`` (365 or 360) and ``count`` are the
    day counts the result was made with.
    """

    code: str
    read: Read
    takes: Takes = Takes.NOTHING
    source: Source | None = None
    multiplier: Decimal = Decimal(1)
    points: Decimal = Decimal(0)
    agreed: Rate | None = None
    floor: bool = False
    fixed: str = ""
    year: int = 365
    count: Count = Count.TAIL

    @property
    def text(self) -> str:
        """The mode as it is written: CN_SALE_LPR_FLOAT:1.5."""
        behind = {
            Takes.MULTIPLIER: str(self.multiplier),
            Takes.POINTS: "" if self.points == MODES[self.code].points else str(self.points),
            Takes.RATE: ""
            if self.agreed == MODES[self.code].agreed and not self.floor
            else str(self.agreed),
        }.get(self.takes, "")
        return f"{self.code}:{behind}" if behind else self.code


#: Art. 17: five per ten thousand a day where nothing was agreed.
_SME_RATE: Final = Rate(Decimal("0.05"), Per.DAY)
_HALF: Final = Decimal("1.5")
#: Courts award the LPR plus 30 to 50 %; the LPR itself is the least.
LEAST_MULTIPLIER, MOST_MULTIPLIER = Decimal(1), _HALF
#: The directive gives at least 8 points; no state is known to give more than 12.
_LEAST_POINTS, _MOST_POINTS = Decimal(8), Decimal(12)

MODES: Final = {
    mode.code: mode
    for mode in (
        Mode(code="CN_CONTRACT", read=Read.AGREED, takes=Takes.RATE),
        Mode(code="CN_SME_17", read=Read.AGREED, takes=Takes.RATE, agreed=_SME_RATE),
        Mode(
            code="CN_SALE_LPR_FIXED",
            read=Read.BREACH,
            takes=Takes.MULTIPLIER,
            source=Source.LPR,
            multiplier=_HALF,
        ),
        Mode(
            code="CN_SALE_LPR_FLOAT",
            read=Read.CHANGE,
            takes=Takes.MULTIPLIER,
            source=Source.LPR,
            multiplier=_HALF,
        ),
        Mode(code="CN_LPR_1X", read=Read.CHANGE, source=Source.LPR),
        Mode(
            code="CN_LOAN_4X",
            read=Read.CONTRACT,
            takes=Takes.RATE,
            source=Source.LPR,
            multiplier=Decimal(4),
        ),
        Mode(
            code="CN_JUDGMENT_DOUBLE",
            read=Read.AGREED,
            agreed=Rate(Decimal("0.0175"), Per.DAY),
        ),
        Mode(
            code="EU",
            read=Read.HALF_YEAR,
            takes=Takes.POINTS,
            source=Source.ECB,
            points=Decimal(8),
            fixed="EU",
        ),
        Mode(
            code="UK",
            read=Read.HALF_YEAR_LATE,
            source=Source.BOE,
            points=Decimal(8),
            fixed="UK",
        ),
        Mode(code="US", read=Read.AGREED, takes=Takes.RATE),
        Mode(code="OWN", read=Read.CHANGE, source=Source.OWN),
    )
}
#: Modes whose law fixes the year of 365 days; a policy of 360 leaves them alone.
FIXED_YEAR: Final = frozenset({"UK"})


def mode_from(text: str) -> Mode:
    """Read a mode as the module describes it.

    Raises:
        BadInterestMode: no such mode, or what stands behind its colon does not fit it.
        AgreedRateNeeded: the mode is the agreed rate, and none is given.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    code, _mark, behind = (part.strip() for part in plain.partition(":"))
    mode = MODES.get(code.upper().replace("-", "_"))
    if mode is None:
        raise BadInterestMode(mode=text, modes=" ".join(MODES))
    if behind:
        return _with(mode, behind, text)
    if mode.read is Read.AGREED and mode.agreed is None:
        raise AgreedRateNeeded(mode=mode.code)
    return mode


def _with(mode: Mode, behind: str, text: str) -> Mode:
    """Return a mode with what stands behind its colon."""
    if mode.takes is Takes.MULTIPLIER:
        times = _number(behind, text, (LEAST_MULTIPLIER, MOST_MULTIPLIER))
        return replace(mode, multiplier=times)
    if mode.takes is Takes.POINTS:
        return replace(mode, points=_number(behind, text, (_LEAST_POINTS, _MOST_POINTS)))
    if mode.takes is Takes.RATE:
        rate = rate_from(behind, text)
        floor = mode.code == "CN_SME_17"
        return replace(mode, read=Read.AGREED, agreed=rate, source=None, floor=floor)
    raise BadInterestMode(mode=text, modes=" ".join(MODES))


def _number(behind: str, text: str, limits: tuple[Decimal, Decimal]) -> Decimal:
    found = re.fullmatch(r"[x×*]?\s*(\d{1,2}(?:\.\d{1,4})?)", behind)
    if found is None or not limits[0] <= Decimal(found[1]) <= limits[1]:
        raise BadInterestMode(mode=text, modes=" ".join(MODES))
    return Decimal(found[1])


_PERIODS: Final = {
    **dict.fromkeys(("day", "d", "日", "天"), Per.DAY),
    **dict.fromkeys(("month", "m", "月"), Per.MONTH),
    **dict.fromkeys(("year", "y", "annum", "年", "p.a.", "pa"), Per.YEAR),
}
_NAME: Final = "|".join(re.escape(name) for name in sorted(_PERIODS, key=len, reverse=True))
_PERCENT: Final = r"(?:(?P<of>[百千万])分之(?P<cn>[0-9.一二三四五六七八九十点零〇]+)"
_FIGURE: Final = r"|(?P<figure>\d{1,4}(?:\.\d{1,8})?)(?P<sign>[%‰]))"
_RATE: Final = re.compile(
    rf"(?:每?(?P<before>日|天|月|年)(?:利率|利息|息|化)?)?{_PERCENT}{_FIGURE}(?:(?:/|每|per)?(?P<after>{_NAME}))?"
)
_PARTS: Final = {"百": 1, "千": 10, "万": 100, "%": 1, "‰": 10}


def rate_from(text: str, told: str = "") -> Rate:
    """Read an agreed rate with its unit: 0.05%/day, 月1%, 日万分之五, 18% p.a.

    Raises:
        BadInterestMode: no percent sign or no period, or not above zero.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()
    found = _RATE.fullmatch(plain)
    period = found and (found["before"] or found["after"])
    if found is None or not period or (found["before"] and found["after"]):
        raise BadInterestMode(mode=told or text, modes=" ".join(MODES))
    figure = _figure(found["figure"] or found["cn"])
    if figure is None or figure <= 0:
        raise BadInterestMode(mode=told or text, modes=" ".join(MODES))
    return Rate(figure / _PARTS[found["of"] or found["sign"]], _PERIODS[period])


def _figure(text: str) -> Decimal | None:
    """Read 0.05, 五, 一点七五."""
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return Decimal(text)
    whole, mark, part = text.partition("点")
    number, digits = chinese.whole(whole), chinese.digits(part) if mark else ""
    if number is None or digits is None:
        return None
    return Decimal(f"{number}.{digits}" if digits else number)


def short(percent: Decimal) -> str:
    """Write a percentage without needless zeros: 0.050 is 0.05, 4.650 is 4.65, 12 is 12."""
    return f"{percent.normalize():f}"


def percent(rate: Decimal) -> str:
    """Write a percentage with two decimals, more where it has more: 4.65, 5.175, 12.00."""
    places = -min(int(rate.normalize().as_tuple().exponent), 0)
    return f"{rate:.{max(places, 2)}f}"
