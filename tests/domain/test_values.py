from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.customer import Company
from domain.papers import (
    Addressee,
    DunningLetter,
    ReceiptNote,
    StatementOfAccount,
)
from domain.values import content_key, dumps, loads

FROZEN = st.sampled_from([StatementOfAccount, DunningLetter, ReceiptNote, Addressee, Company])


@given(FROZEN.flatmap(st.builds))
def test_a_frozen_value_comes_back_as_it_was(value):
    assert loads(type(value), dumps(value)) == value


@dataclass(frozen=True, kw_only=True)
class Branch:
    """A value with values of its own kind, and one of each other."""

    below: tuple["Branch", ...] = ()
    on: date | None = None
    share: Decimal = Decimal(0)
    days: dict[str, date] = field(default_factory=dict)
    pair: tuple[str, Decimal] = ("", Decimal(0))


def test_a_value_may_hold_values_of_its_own_kind():
    leaf = Branch(on=date(2026, 1, 2), share=Decimal("0.5"), pair=("a", Decimal("1.10")))
    value = Branch(below=(leaf, Branch()), days={"first": date(2026, 3, 4)})
    assert loads(Branch, dumps(value)) == value


def test_a_field_added_since_keeps_its_default():
    assert loads(Addressee, '{"code": "C1", "name": "甲"}') == Addressee(code="C1", name="甲")


def test_a_field_no_longer_known_is_left_out():
    assert loads(Company, '{"name": "甲", "fax": "1"}') == Company(name="甲")


def test_plain_values_become_json():
    text = dumps({"b": [date(2026, 1, 2), (1, None)], "a": "核销"})
    assert text == '{"a":"核销","b":["2026-01-02",[1,null]]}'


def test_the_content_key_leaves_out_what_makes_no_other_paper():
    one, two = Company(name="甲", phone="1"), Company(name="甲", phone="2")
    assert content_key(one) != content_key(two)
    assert content_key(one, without=("phone",)) == content_key(two, without=("phone",))
    assert len(content_key(one)) == 64
