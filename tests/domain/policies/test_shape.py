"""The policy as tables of cells: every parameter is reached, worded, changed and compared."""

from dataclasses import dataclass, field, make_dataclass, replace
from decimal import Decimal
from enum import Enum

import pytest

from domain.errors import DomainError
from domain.policies.catalogue import ENTRIES, SECTIONS
from domain.policies.checks import check_policy
from domain.policies.shape import (
    blocks,
    differences,
    sections,
    spelled_out,
    value_at,
    with_line,
    with_value,
    without_line,
)
from domain.policy import CreditPolicy
from domain.values import dumps, loads

SHIPPED = spelled_out(CreditPolicy())
BLOCKS = [block for name in sections(SHIPPED) for block in blocks(SHIPPED, name)]
CELLS = [cell for block in BLOCKS for line in block.lines for cell in line.cells]


def another(cell):
    """Return another value of a cell's kind."""
    kind = cell.shape.kind
    if cell.shape.many:
        return (*cell.value, *cell.value, *cell.value) if len(cell.value) > 1 else (_other(kind),)
    if cell.value is None:
        return _other(kind)
    if kind is bool:
        return not cell.value
    if issubclass(kind, Enum):
        return next(one for one in kind if one is not cell.value)
    return f"{cell.value}x" if kind is str else cell.value + 1


def _other(kind):
    if issubclass(kind, Enum):
        return next(iter(kind))
    return "x" if kind is str else kind(7)


def test_every_section_and_parameter_has_words_in_both_languages():
    assert [name for name in sections(SHIPPED) if name not in SECTIONS] == []
    wanted = {cell.entry for cell in CELLS} | {block.entry for block in BLOCKS if block.entry}
    assert sorted(wanted - set(ENTRIES)) == []
    assert all(all(ENTRIES[name].words) for name in wanted)


def test_no_parameter_is_of_a_shape_that_no_form_can_show():
    assert [cell.entry for cell in CELLS if cell.shape.kind is object] == []


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: ".".join(map(str, cell.path)))
def test_a_change_of_any_parameter_is_one_difference_and_is_kept_by_a_record(cell):
    changed = with_value(SHIPPED, cell.path, another(cell))
    (found,) = differences(SHIPPED, changed)
    assert (found.section, found.entry, found.line) == (cell.path[0], cell.entry, cell.line)
    assert found.after.value == another(cell)
    assert loads(CreditPolicy, dumps(changed)) == changed
    assert differences(changed, loads(CreditPolicy, dumps(changed))) == ()


def test_the_policy_as_shipped_contradicts_nothing():
    check_policy(SHIPPED)


def test_a_line_added_to_a_table_is_told_as_a_line_that_was_not_there():
    longer = with_line(SHIPPED, ("worklist", "urgency"), 1)
    assert len(longer.worklist.urgency) == len(SHIPPED.worklist.urgency) + 1
    found = differences(SHIPPED, longer)
    assert [one.line for one in found if one.before is None] == ["5", "5"]
    assert without_line(longer, ("worklist", "urgency"), 1) == SHIPPED


def test_a_key_that_is_emptied_leaves_its_table():
    limited = with_value(SHIPPED, ("check", "part_limits", "orders"), Decimal(60))
    assert limited.check.part_limits == {"orders": Decimal(60)}
    assert with_value(limited, ("check", "part_limits", "orders"), None) == SHIPPED


def test_rules_that_are_only_said_where_they_differ_are_all_shown():
    (rules,) = [one for one in BLOCKS if one.entry == "WarningPolicy.rules"]
    assert [line.key for line in rules.lines][:3] == ["pattern", "slower", "overdue_share"]
    assert differences(CreditPolicy(), SHIPPED) == ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A section that was never heard of."""

    least: int = 3
    steps: tuple[tuple[int, Decimal], ...] = ((1, Decimal("0.5")),)


def test_a_section_that_is_added_appears_by_itself():
    added = field(default_factory=Fresh)
    wider = make_dataclass(
        "Wider", [("fresh", Fresh, added)], bases=(CreditPolicy,), frozen=True, kw_only=True
    )()
    assert sections(wider)[-1] == "fresh"
    assert [len(block.lines) for block in blocks(wider, "fresh")] == [1, 1]
    changed = replace(wider, fresh=Fresh(least=4))
    assert [one.entry for one in differences(wider, changed)] == ["Fresh.least"]


WRONG = (
    (("grades", "aa", "deposit"), Decimal("1.5")),
    (("grades", "aa", "from_score"), Decimal(90)),
    (("worklist", "promise_due"), Decimal("1.01")),
    (("worklist", "overdue", 1, 0), 20),
    (("limits", "step"), 0),
    (("limits", "clean_days"), -1),
    (("approvals", "second_from_minor"), 30_000_000),
    (("reviews", "rises", 1, 0), 60),
    (("assessment", "shares", 0, "share"), Decimal("0.9")),
    (("check", "overdue_days_block"), 10),
    (("versions", "review_months"), 5),
    (("warning", "rules", 2, "high"), Decimal(10)),
    (("risk", "steps"), (50_000, 50_000)),
)


@pytest.mark.parametrize("path, value", WRONG)
def test_a_policy_that_contradicts_itself_is_refused(path, value):
    changed = with_value(SHIPPED, path, value)
    assert value_at(changed, path) == value
    with pytest.raises(DomainError):
        check_policy(changed)
