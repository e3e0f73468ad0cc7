"""The credit code of firms; the codes here are made up."""

import pytest

from domain.tax_id import is_valid_uscc


@pytest.mark.parametrize(
    "code,valid",
    [
        ("91320594MA1MUCHN3N", True),
        ("91320594MA1MUCHN3X", False),
        ("91320594MA1MUCHN3", False),
        ("91320594MA1MUCHI3N", False),
        ("", False),
    ],
)
def test_the_check_digit_decides(code, valid):
    assert is_valid_uscc(code) is valid
