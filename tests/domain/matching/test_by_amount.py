import pytest

from domain.matching.by_amount import is_slip


@pytest.mark.parametrize(
    "digits, number",
    [
        ("2051", "2501"),
        ("2502", "2501"),
        ("250", "2501"),
        ("25011", "2501"),
        ("0487", "2026000478"),
    ],
)
def test_one_slip_of_the_finger_is_forgiven(digits, number):
    assert is_slip(digits, number)


@pytest.mark.parametrize("digits, number", [("1250", "2501"), ("2510", "2052"), ("12", "13")])
def test_two_are_not_and_few_digits_tell_nothing(digits, number):
    assert not is_slip(digits, number)
