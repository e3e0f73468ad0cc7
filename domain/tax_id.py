"""The unified social credit code of Chinese firms (GB 32100-2015): 18 characters with a check."""

from __future__ import annotations

from stdnum.cn import uscc


def is_valid_uscc(text: str) -> bool:
    """Return whether a code has the right characters and check digit."""
    return bool(uscc.is_valid(text))
