"""Risk views as the charts show them: names, sums and words of every cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from domain.figures.concentration import Share, hhi, top
from domain.money import decimals, round_half_up
from domain.risk.heat import Cell, HeatMap
from domain.risk.places import PlaceCell
from domain.services.risk import RiskView
from domain.warning.positions import Scope
from ui import format as fmt
from ui.charts.matrix import Band, Matrix, MatrixCell
from ui.charts.shares import ShareLine
from ui.marks import translate
from ui.warning_words import bound, grades, percent, place

#: How many stand alone in the concentration, and how many then stand together.
_ALONE: Final = 5
_NEXT: Final = 10


def chance(pds: tuple[Decimal, Decimal]) -> str:
    """Return probabilities in percent: 15 %, 0.3–0.8 %."""
    low, high = (f"{100 * one:f}".rstrip("0").rstrip(".") for one in pds)
    return f"{low} %" if low == high else f"{low}\N{EN DASH}{high} %"


def _count(number: int) -> str:
    return translate("Risk", "%n customer(s)", None, number)


def brief(minor: int, currency: str, language: str) -> str:
    """Return an amount in ten thousands (zh) or thousands, to a tenth: 104.2 万, 1,042.0k."""
    size = (10_000 if language == "zh" else 1_000) * 10 ** decimals(currency)
    tenths = round_half_up(10 * minor, size)
    return f"{fmt.count(tenths // 10)}.{tenths % 10}{' 万' if language == 'zh' else 'k'}"


def heat_matrix(view: RiskView, language: str) -> Matrix:
    """Return probability × exposure as a matrix."""
    heat, currency = view.heat, view.currency
    columns = [bound(heat.bounds, n, currency, language) for n in range(len(heat.bounds) + 1)]
    rows = tuple(
        Band(
            name=grades(row, language),
            about=chance(pds),
            sums=_sums(heat.row_sum(n), currency),
            briefs=_sums(heat.row_sum(n), currency),
        )
        for n, (row, pds) in enumerate(zip(heat.rows, heat.pds, strict=True))
    )
    return Matrix(
        title=translate("Risk", "Probability of default × exposure"),
        rows=rows,
        columns=tuple(
            Band(
                name=name,
                sums=_column_sums(heat, n, currency),
                briefs=_column_briefs(heat, n, currency, language),
            )
            for n, name in enumerate(columns)
        ),
        cells=tuple(
            tuple(
                _heat_cell(cell, f"{band.name}, {name}", currency, language)
                for cell, name in zip(cells, columns, strict=True)
            )
            for band, cells in zip(rows, heat.cells, strict=True)
        ),
        total=(
            translate("Risk", "Total"),
            _count(heat.total[0]),
            fmt.money(heat.total[1], currency),
        ),
    )


def _sums(sums: tuple[int, int], currency: str) -> tuple[str, str]:
    return fmt.count(sums[0]) if sums[0] else fmt.DASH, fmt.money_or_dash(sums[1], currency)


def _column_sums(heat: HeatMap, column: int, currency: str) -> tuple[str, str]:
    count, minor = heat.column_sum(column)
    return (_count(count), fmt.money(minor, currency)) if count else (fmt.DASH, "")


def _column_briefs(heat: HeatMap, column: int, currency: str, language: str) -> tuple[str, str]:
    count, minor = heat.column_sum(column)
    return (fmt.count(count), brief(minor, currency, language)) if count else (fmt.DASH, "")


def _heat_cell(cell: Cell, where: str, currency: str, language: str) -> MatrixCell:
    said = translate("Risk", "{where}: {count}, {amount}, expected loss {loss}").format(
        where=where,
        count=_count(cell.count),
        amount=fmt.money(cell.exposure, currency),
        loss=fmt.money(cell.loss, currency),
    )
    return MatrixCell(
        heat=cell.heat,
        count=cell.count,
        first=fmt.count(cell.count),
        second=fmt.money(cell.exposure, currency),
        brief=brief(cell.exposure, currency, language),
        said=said,
    )


def place_matrix(view: RiskView, language: str) -> Matrix:
    """Return region × industry as a matrix, coloured by what is overdue."""
    places, currency = view.places, view.currency
    rows = tuple(
        _place_band(places.row_sum(n), name, Scope.REGION, view, language)
        for n, name in enumerate(places.regions)
    )
    columns = tuple(
        _place_band(places.column_sum(n), name, Scope.INDUSTRY, view, language)
        for n, name in enumerate(places.industries)
    )
    total = places.total
    return Matrix(
        title=translate("Risk", "Region × industry, percent overdue"),
        rows=rows,
        columns=columns,
        cells=tuple(
            tuple(
                _place_cell(cell, f"{band.name}, {other.name}", currency, language)
                for cell, other in zip(cells, columns, strict=True)
            )
            for band, cells in zip(rows, places.cells, strict=True)
        ),
        total=(translate("Risk", "Total"), _share(total), fmt.money(total.exposure, currency)),
    )


def _share(cell: PlaceCell) -> str:
    return f"{cell.share:.1f} %"


def _place_band(
    cell: PlaceCell, name: str | None, scope: Scope, view: RiskView, language: str
) -> Band:
    """Return a band with its risk level (1 to 7) where one was given."""
    given = view.levels.get((scope, name or "")) or view.levels.get((Scope.COUNTRY, name or ""))
    level = f"{given.level}/7" if given else ""
    sums: tuple[str, ...] = ()
    briefs: tuple[str, ...] = ()
    if cell.count:
        sums = (_share(cell), fmt.money(cell.exposure, view.currency))
        briefs = (_share(cell), brief(cell.exposure, view.currency, language))
    title = place(name, language)
    if scope == Scope.INDUSTRY and level:
        title = f"{title} {level}"
    return Band(name=title, about=level if scope == Scope.REGION else "", sums=sums, briefs=briefs)


def _place_cell(cell: PlaceCell, where: str, currency: str, language: str) -> MatrixCell:
    said = translate("Risk", "{where}: {count}, {amount}, {share} overdue").format(
        where=where,
        count=_count(cell.count),
        amount=fmt.money(cell.exposure, currency),
        share=_share(cell),
    )
    return MatrixCell(
        heat=cell.heat,
        count=cell.count,
        first=_share(cell),
        second=fmt.money(cell.exposure, currency),
        brief=brief(cell.exposure, currency, language),
        said=said,
    )


def share_lines(view: RiskView, by: str, language: str) -> list[ShareLine]:
    """Return the largest five, the next five together, and the rest."""
    shares, currency = list(view.shares[by]), view.currency
    name = _namer(view, by, language)
    lines = [_line(name(one.key), [one], shares, currency) for one in shares[:_ALONE]]
    following, rest = shares[_ALONE:_NEXT], shares[_NEXT:]
    if following:
        said = translate("Risk", "No. 6 to {last}").format(last=_ALONE + len(following))
        lines.append(_line(said, following, shares, currency))
    if rest:
        said = translate("Risk", "%n other(s)", None, len(rest))
        lines.append(_line(said, rest, shares, currency))
    return lines


def _namer(view: RiskView, by: str, language: str) -> Callable[[str], str]:
    if by in ("industry", "region"):
        return lambda key: place(key, language)
    people = {person.code: person for person in view.people.values()}

    def name(key: str) -> str:
        person = people.get(key)
        if person is None:
            return key
        return fmt.name(person.name, person.name_en, language)

    return name


def _line(
    name: str, part: Sequence[Share[str]], shares: Sequence[Share[str]], currency: str
) -> ShareLine:
    minor, total = sum(one.minor for one in part), sum(one.minor for one in shares)
    return ShareLine(
        name=name,
        permille=1000 * minor // total,
        amount=fmt.money(minor, currency),
        share=fmt.percent(minor, total),
    )


def tops(view: RiskView, by: str) -> str:
    """Return top 1, 5, 10 and HHI in a line."""
    shares = list(view.shares[by])
    index = hhi(one.minor for one in shares)
    said = translate("Risk", "Top 1 {one} · top 5 {five} · top 10 {ten} · HHI {hhi}")
    return said.format(
        one=percent(top(shares, 1)),
        five=percent(top(shares, 5)),
        ten=percent(top(shares, 10)),
        hhi=fmt.DASH
        if index is None
        else fmt.count(round_half_up(index.numerator, index.denominator)),
    )
