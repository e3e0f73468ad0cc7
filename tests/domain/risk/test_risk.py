"""Expected loss, the heat map's bands, and where a customer belongs."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.credit.grades import Grade, GradePolicy
from domain.risk.expected import by_grade, expected_loss, risks
from domain.risk.heat import heat_map
from domain.risk.places import Placed, place_map, region_of

POLICY = GradePolicy()
BOUNDS = (50_000_00, 100_000_00, 200_000_00, 400_000_00)


def test_expected_loss_is_exposure_times_probability_times_loss():
    assert expected_loss(437_150_00, Decimal("0.15"), Decimal("0.45")) == 29_507_63
    assert expected_loss(1, Decimal("0.5"), Decimal(1)) == 1
    assert expected_loss(-5, Decimal("0.5"), Decimal(1)) == 0


def test_a_bound_belongs_to_the_column_below():
    found = risks({1: 50_000_00, 2: 50_000_01, 3: 400_000_01}, {1: Grade.B, 2: Grade.B}, POLICY)
    heat = heat_map(found, BOUNDS, POLICY)
    assert [cell.count for cell in heat.cells[2]] == [1, 1, 0, 0, 0]
    assert [cell.count for cell in heat.cells[5]] == [0, 0, 0, 0, 1]
    assert heat.pds[4] == (Decimal("0.003"), Decimal("0.008"))


def test_heat_rises_with_probability_and_with_exposure():
    heat = heat_map(risks({1: 1}, {1: Grade.A}, POLICY), BOUNDS, POLICY)
    grid = [[cell.heat for cell in cells] for cells in heat.cells]
    assert grid == [
        [2, 3, 4, 4, 4],
        [1, 2, 3, 4, 4],
        [1, 1, 2, 3, 3],
        [0, 1, 1, 2, 2],
        [0, 0, 1, 1, 2],
    ]


def test_nobody_unrated_leaves_that_row_out():
    heat = heat_map(risks({1: 100}, {1: Grade.D}, POLICY), BOUNDS, POLICY)
    assert len(heat.rows) == 5
    assert heat.rows[0] == (Grade.D,)


@given(st.dictionaries(st.integers(1, 40), st.integers(1, 10**9), max_size=40), st.data())
def test_every_customer_stands_in_one_cell_and_the_sums_agree(exposures, data):
    grades = {key: data.draw(st.sampled_from(Grade)) for key in list(exposures)[::2]}
    found = risks(exposures, grades, POLICY)
    heat = heat_map(found, BOUNDS, POLICY)
    named = [key for cells in heat.cells for cell in cells for key in cell.customer_ids]
    assert sorted(named) == sorted(exposures)
    assert heat.total == (len(exposures), sum(exposures.values()))
    rows = [heat.row_sum(n)[1] for n in range(len(heat.rows))]
    columns = [heat.column_sum(n)[1] for n in range(5)]
    assert sum(rows) == sum(columns) == heat.total[1]
    assert heat.loss == sum(one.loss for one in by_grade(found, POLICY))


@pytest.mark.parametrize(
    "traits, extra, country, address, wanted",
    [
        ("华东", {}, "CN", "浙江省杭州市", "华东"),
        ("", {"地区": "华南"}, "", "", "华南"),
        ("", {}, "de", "Hafenstr. 1, Hamburg", "DE"),
        ("", {}, "CN", "浙江省杭州市西湖区文三路1号", "浙江"),
        ("", {}, "", "苏州市吴中区", "苏州"),
        ("", {}, "CN", "", ""),
    ],
)
def test_a_region_is_what_was_sorted_by_hand_else_the_country_else_the_place(
    traits, extra, country, address, wanted
):
    assert region_of(traits, extra, country, address) == wanted


def test_more_regions_than_fit_stand_together():
    found = [Placed(n, f"R{n}", "", 100 - n, n % 2 * 10) for n in range(1, 12)]
    places = place_map(found, most=4)
    assert places.regions == ("R1", "R2", "R3", None)
    assert places.row_sum(3).count == 8
    assert places.total.exposure == sum(one.exposure for one in found)
    assert places.total.heat == 1
