import json

import pytest

from bench.__main__ import MEASURES, main
from bench.measure import Measure, compared, in_turns, rated


def test_both_ways_are_timed_in_turns_and_the_first_round_is_not_counted():
    done = []
    ours, floor = in_turns(lambda: done.append("ours"), lambda: done.append("floor"), rounds=2)
    assert done == ["ours", "floor"] * 3
    assert len(ours) == len(floor) == 2


def test_a_measure_of_seconds_compares_medians():
    measure = compared("x", ([1.0, 9.0, 2.0], [4.0, 4.0, 1.0]), size=10, goal=0.6, limit=1.5)
    assert (measure.ours, measure.floor, measure.ratio, measure.best) == (2.0, 4.0, 0.5, 1.0)
    assert measure.verdict == "goal"


def test_a_rate_is_better_when_higher():
    measure = rated("x", ([2.0], [1.0]), 100, unit="/s", size=10, goal=3, limit=0.7)
    assert (measure.ours, measure.floor, measure.ratio) == (50.0, 100.0, 0.5)
    assert measure.verdict == "missed"


@pytest.mark.parametrize("ratio, verdict", [(0.6, "goal"), (1.5, "limit"), (1.6, "missed")])
def test_bounds_are_inclusive(ratio, verdict):
    measure = Measure(
        name="x", ours=ratio, floor=1.0, unit="s", size=1, best=1.0, goal=0.6, limit=1.5
    )
    assert measure.verdict == verdict


def test_json_has_the_agreed_keys():
    measure = compared("x", ([1.0], [2.0]), size=10)
    found = json.loads(measure.json())
    assert {"name", "ours", "floor", "ratio", "unit", "size"} <= found.keys()
    assert "goal" not in found


def test_an_unknown_name_is_refused_with_those_there_are(capsys):
    with pytest.raises(SystemExit):
        main(["agening"])
    assert "ageing" in capsys.readouterr().err
    assert len(MEASURES) == len(set(MEASURES))
