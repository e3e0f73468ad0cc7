"""The reports of figures: key figures, concentration, payment behaviour, insurance need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from domain.figures.accounts import Key, Ranking
from domain.figures.concentration import TOPS, Band, Share, band, hhi, top
from domain.figures.insurance_need import Check, Measure, count_met
from domain.figures.kpi import Kpi
from domain.figures.overdue import weighted_days_late
from domain.figures.payment_pattern import Paid, PaidAccount, PaymentPattern, Segment, mean_days
from domain.ports import BookReader
from domain.services import figures
from domain.sheets import Cell, Sheet
from ui.gallery_sheets import money, name, rounded, sheet

Build = Callable[[BookReader, Mapping[str, str], str, date], Sheet]
Words = tuple[str, str]

_TOTAL: Final = ("合计", "Total")


def _word(words: Words, language: str) -> str:
    return words[0] if language == "zh" else words[1]


# key figures

_KPI_KEYS: Final = (
    "currency month billed received balance open overdue"
    " dso countback best delinquent cei overdue_share turnover default_rate"
)
_KPI_NOTE: Final = (
    "DSO 按近三个月，CEI 按当月，周转率、违约率按近十二个月",
    "DSO over three months, CEI by month, turnover and default over twelve",
)


def _kpi(reader: BookReader, params: Mapping[str, str], language: str, as_of: date) -> Sheet:
    found = figures.key_figures(reader, as_of, params.get("currency") or None)
    rows = [_kpi_cells(code, row) for code, shown in found.items() for row in shown]
    totals = [_kpi_total(code, shown, language) for code, shown in found.items() if shown]
    return sheet(
        reader,
        ("应收关键指标", "Key figures"),
        _KPI_KEYS,
        rows,
        language,
        as_of,
        notes=_KPI_NOTE,
        totals=totals,
    )


def _kpi_cells(currency: str, row: Kpi) -> list[Cell]:
    end = row.end
    sums = (end.billed, end.received, end.balance, end.open, end.overdue)
    told = (
        *(row.dso, row.countback, row.best, row.delinquent),
        *(row.cei, row.overdue_share, row.turnover, row.default_rate),
    )
    return [
        currency,
        end.month.isoformat()[:7],
        *(money(minor, currency) for minor in sums),
        *(rounded(value) for value in told),
    ]


def _kpi_total(currency: str, rows: Sequence[Kpi], language: str) -> list[Cell]:
    billed = money(sum(row.end.billed for row in rows), currency)
    received = money(sum(row.end.received for row in rows), currency)
    return [currency, _word(_TOTAL, language), billed, received, *[None] * 11]


# concentration

_BY: Final[Mapping[str, Words]] = {
    "customer": ("按客户", "by customer"),
    "group": ("按集团", "by group"),
    "currency": ("按币种", "by currency"),
}
_OF: Final[Mapping[str, Words]] = {
    "balance": ("余额", "balance"),
    "sales": ("近十二个月开票", "billed in twelve months"),
}
_OWED: Final = ("贷方余额（不计入）", "Credit balances (not in the shares)")
_BANDS: Final[Mapping[Band, Words]] = {
    Band.LOW: ("分散", "low"),
    Band.MODERATE: ("中等", "moderate"),
    Band.HIGH: ("高度集中", "high"),
}


def _concentration(
    reader: BookReader, params: Mapping[str, str], language: str, as_of: date
) -> Sheet:
    by, of = params.get("by") or "customer", params.get("of") or "balance"
    currency = params.get("currency") or None
    found = figures.concentration(reader, as_of, by=by, of=of, currency=currency)
    rows = [
        [rank, *_holder(ranking, share, by, language), *_share_cells(ranking.currency, share)]
        for ranking in found
        for rank, share in enumerate(ranking.shares, start=1)
    ]
    totals = [
        [None] * (2 if by == "customer" else 1) + cells
        for ranking in found
        for cells in _share_totals(ranking, language)
    ]
    notes = tuple(f"{_BY[by][n]} · {_OF[of][n]}" for n in (0, 1))
    return sheet(
        reader,
        ("集中度分析", "Concentration"),
        f"rank {'code name' if by == 'customer' else 'holder'} currency amount share cumulated",
        rows,
        language,
        as_of,
        notes=(notes[0], notes[1]),
        totals=totals,
    )


def _holder(ranking: Ranking, share: Share[Key], by: str, language: str) -> list[Cell]:
    group, code, currency = share.key
    called = name(ranking.names[share.key], language) if code else group or currency
    return [code, called] if by == "customer" else [called]


def _share_cells(currency: str, share: Share[Key]) -> list[Cell]:
    amount = money(share.minor, currency)
    return [currency, amount, rounded(share.share), rounded(share.cumulated)]


def _share_totals(ranking: Ranking, language: str) -> Iterator[list[Cell]]:
    """Return the foot of a ranking: total, what is owed to customers, the largest, HHI."""
    currency, shares = ranking.currency, ranking.shares

    def line(words: Words, minor: int | None, percent: Decimal | None) -> list[Cell]:
        amount = None if minor is None else money(minor, currency)
        return [_word(words, language), currency, amount, percent, None]

    if ranking.owed:
        yield line(_OWED, -ranking.owed, None)
    if not shares:
        return
    yield line(_TOTAL, sum(one.minor for one in shares), Decimal("100.00"))
    for count in TOPS:
        if count <= len(shares):
            largest = (f"前 {count} 名", f"Top {count}")
            minor = sum(one.minor for one in shares[:count])
            yield line(largest, minor, rounded(top(shares, count)))
    index = hhi(one.minor for one in shares)
    if index is not None:
        chinese, english = _BANDS[band(index)]
        figure = f"{rounded(index, 0):,f}"
        yield line((f"HHI {figure}（{chinese}）", f"HHI {figure} ({english})"), None, None)


# payment behaviour

_BEHAVIOUR_KEYS: Final = (
    "code name currency segment weekday day paid median mean weighted deviation trend unusual"
)
_BEHAVIOUR_NOTE: Final = (
    "近十二个月已付清的单据；到期日后天数，加权时提前付款计 0 天",
    "paid within twelve months; days after the due date, early as 0 in the weighted",
)
_SEGMENTS: Final[Mapping[Segment, Words]] = {
    Segment.TOO_FEW: ("笔数不足", "Too few"),
    Segment.ON_TIME: ("准时", "On time"),
    Segment.HABITUALLY_LATE: ("习惯性拖延", "Habitually late"),
    Segment.MONTH_END: ("月末集中", "Month end"),
    Segment.WHEN_CHASED: ("催才付", "When chased"),
    Segment.DISPUTING: ("争议型", "Disputing"),
    Segment.WORSENING: ("恶化", "Worsening"),
    Segment.VERY_LATE: ("长期拖延", "Very late"),
}
_WEEKDAYS: Final = (
    *(("周一", "Mon"), ("周二", "Tue"), ("周三", "Wed"), ("周四", "Thu")),
    *(("周五", "Fri"), ("周六", "Sat"), ("周日", "Sun")),
)


def _behaviour(reader: BookReader, params: Mapping[str, str], language: str, as_of: date) -> Sheet:
    found = figures.payment_behaviour(reader, as_of, params.get("currency") or None)
    rows = [_behaviour_cells(account, pattern, language) for account, pattern in found]
    paid: dict[str, list[Paid]] = {}
    for account, _ in found:
        paid.setdefault(account.currency, []).extend(account.paid)
    return sheet(
        reader,
        ("付款习惯分析", "Payment behaviour"),
        _BEHAVIOUR_KEYS,
        rows,
        language,
        as_of,
        notes=_BEHAVIOUR_NOTE,
        totals=[_behaviour_total(code, paid[code], language) for code in sorted(paid)],
    )


def _behaviour_cells(account: PaidAccount, pattern: PaymentPattern, language: str) -> list[Cell]:
    told = (pattern.median, pattern.mean, pattern.weighted, pattern.deviation, pattern.trend)
    return [
        account.code,
        name(account, language),
        account.currency,
        _word(_SEGMENTS[pattern.segment], language),
        None if pattern.weekday is None else _word(_WEEKDAYS[pattern.weekday], language),
        _day_of_month(pattern.day, language),
        pattern.paid,
        *(rounded(value, 1) for value in told),
        pattern.unusual or None,
    ]


def _day_of_month(day: int | None, language: str) -> str | None:
    if day is None:
        return None
    last = ("月末", "last")
    return _word(last if day == 31 else (f"{day} 日", str(day)), language)


def _behaviour_total(currency: str, paid: Sequence[Paid], language: str) -> list[Cell]:
    weighted = weighted_days_late((one.minor, one.days_late) for one in paid)
    return [
        *(_word(_TOTAL, language), None, currency, None, None, None),
        *(len(paid), None, rounded(mean_days(paid), 1), rounded(weighted, 1)),
        *(None, None, None),
    ]


# insurance need

_MEASURES: Final[Mapping[Measure, Words]] = {
    Measure.SALES: ("近十二个月开票额（{currency}）", "Billed in twelve months ({currency})"),
    Measure.TOP_1: ("最大客户占比 %", "Largest customer %"),
    Measure.TOP_5: ("前五大客户占比 %", "Largest five customers %"),
    Measure.HHI: ("集中度指数 HHI", "Concentration index HHI"),
    Measure.FOREIGN: ("境外客户或外币", "Customers abroad or foreign currencies"),
    Measure.LONGEST_TERM: ("最长账期（天）", "Longest term (days)"),
    Measure.AVERAGE_TERM: ("加权平均账期（天）", "Average term by amount (days)"),
}
_WHOLE: Final = (Measure.HHI, Measure.FOREIGN, Measure.LONGEST_TERM)
_YES: Final = ("是", "yes")
_NO: Final = ("否", "no")
#: How many customers abroad are named.
_NAMED: Final = 6


def _insurance(reader: BookReader, _params: Mapping[str, str], language: str, as_of: date) -> Sheet:
    need = figures.insurance_tests(reader, as_of)
    rows = [_check_cells(check, need, language) for check in need.checks]
    met = count_met(need.checks)
    totals = [_foot((f"四项测试满足 {met} 项", f"{met} of 4 tests met"), language)]
    if need.unvalued:
        count = need.unvalued
        missed = (
            f"没有汇率、未计入金额的外币单据：{count} 张",
            f"Foreign documents without a rate, in no amount: {count}",
        )
        totals.append(_foot(missed, language))
    return sheet(
        reader,
        ("信用保险需求评估", "Credit insurance need"),
        "test measure which met value above",
        rows,
        language,
        as_of,
        notes=(
            "近十二个月；同一测试满足任一指标即可",
            "twelve months; one measure of a test is enough",
        ),
        totals=totals,
    )


def _check_cells(check: Check, need: figures.InsuranceNeed, language: str) -> list[Cell]:
    is_foreign = check.measure is Measure.FOREIGN
    return [
        check.test,
        _word(_MEASURES[check.measure], language).format(currency=need.currency),
        _named(need.foreign) if is_foreign else None,
        _word(_YES if check.is_met else _NO, language),
        rounded(check.value, 0 if check.measure in _WHOLE else 2),
        check.limit,
    ]


def _named(foreign: Sequence[str]) -> str:
    more = ["…"] if len(foreign) > _NAMED else []
    return ", ".join([*foreign[:_NAMED], *more])


def _foot(words: Words, language: str) -> list[Cell]:
    return [None, _word(words, language), None, None, None, None]


BUILDS: Final[Mapping[str, Build]] = {
    "kpi": _kpi,
    "concentration": _concentration,
    "payment-behaviour": _behaviour,
    "insurance-need": _insurance,
}
