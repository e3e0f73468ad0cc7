"""Region beside industry: where the overdue money sits (地区 × 行业)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from domain.matching.regions import leading
from domain.warning.measures import percent

#: Up to which percent overdue a cell has which heat: 0, 10, 20, 40, above.
_HEAT: Final = (0, 10, 20, 40)
_HOME: Final = frozenset({"", "CN", "CHN", "CHINA", "PRC", "中国"})
#: How many regions and industries are shown; the rest stands together.
MOST: Final = 8


class Placed(NamedTuple):
    """A customer's exposure and what of it is overdue, with where it belongs; "" unknown."""

    customer_id: int
    region: str
    industry: str
    exposure: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCell:
    """The customers of a region and industry."""

    count: int
    exposure: int
    overdue: int
    customer_ids: tuple[int, ...]

    @property
    def share(self) -> Decimal:
        """Percent overdue."""
        return percent(self.overdue, self.exposure)

    @property
    def heat(self) -> int:
        """How hot a cell is, 0 … 4: nothing overdue, up to 10, 20, 40 %, above."""
        return sum(self.share > bound for bound in _HEAT)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMap:
    """Cells by region (row) and industry (column), both with the largest exposure first.

    ``None`` stands for all the others together, "" for those not known.
    """

    regions: tuple[str | None, ...]
    industries: tuple[str | None, ...]
    cells: tuple[tuple[PlaceCell, ...], ...]

    def row_sum(self, row: int) -> PlaceCell:
        """Return the sum of a region."""
        return _together(self.cells[row])

    def column_sum(self, column: int) -> PlaceCell:
        """Return the sum of an industry."""
        return _together(cells[column] for cells in self.cells)

    @property
    def total(self) -> PlaceCell:
        """The sum of everyone."""
        return _together(cell for cells in self.cells for cell in cells)


def place_map(found: Sequence[Placed], most: int = MOST) -> PlaceMap:
    """Return the map of everyone with an exposure; at most ``most`` rows and columns."""
    regions = _largest(((one.region, one.exposure) for one in found), most)
    industries = _largest(((one.industry, one.exposure) for one in found), most)
    placed: dict[tuple[str | None, str | None], list[Placed]] = {}
    for one in found:
        row = one.region if one.region in regions else None
        column = one.industry if one.industry in industries else None
        placed.setdefault((row, column), []).append(one)
    return PlaceMap(
        regions=regions,
        industries=industries,
        cells=tuple(
            tuple(_cell(placed.get((row, column), ())) for column in industries) for row in regions
        ),
    )


def _largest(amounts: Iterable[tuple[str, int]], most: int) -> tuple[str | None, ...]:
    """Return the names with the largest sums, unknown ones last; None for all others."""
    sums: dict[str, int] = {}
    for name, minor in amounts:
        sums[name] = sums.get(name, 0) + minor
    ranked = sorted(sums, key=lambda name: (name == "", -sums[name], name))
    if len(ranked) <= most:
        return tuple(ranked)
    return (*ranked[: most - 1], None)


def _cell(rows: Sequence[Placed]) -> PlaceCell:
    return PlaceCell(
        count=len(rows),
        exposure=sum(one.exposure for one in rows),
        overdue=sum(one.overdue for one in rows),
        customer_ids=tuple(one.customer_id for one in rows),
    )


def _together(cells: Iterable[PlaceCell]) -> PlaceCell:
    found = list(cells)
    return PlaceCell(
        count=sum(cell.count for cell in found),
        exposure=sum(cell.exposure for cell in found),
        overdue=sum(cell.overdue for cell in found),
        customer_ids=tuple(key for cell in found for key in cell.customer_ids),
    )


def region_of(traits: str, extra: Mapping[str, str], country: str, address: str) -> str:
    """Return a customer's region: as sorted by hand, else its country abroad, else its place.

    Worked: 浙江省杭州市西湖区… is 浙江; 杭州市… alone 杭州; DE is DE; "" where nothing tells.
    """
    told = traits or extra.get("region", "") or extra.get("地区", "")
    if told:
        return told.strip()
    if country.strip().upper() not in _HOME:
        return country.strip().upper()
    length, places = leading(address.strip() + "〇〇") if address.strip() else (0, frozenset())
    if not places:
        return ""
    head = address.strip()[:length]
    return min(places, key=lambda place: (head.find(place), place))


def industry_of(traits: str, extra: Mapping[str, str]) -> str:
    """Return a customer's industry: as sorted by hand, else what its record says of it."""
    return (traits or extra.get("industry", "") or extra.get("行业", "")).strip()
