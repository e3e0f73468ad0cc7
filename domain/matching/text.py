"""Text as matching reads it: half-width and upper case, each character in its place."""

from __future__ import annotations

from typing import Final

_WIDE: Final = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_UPPER: Final = {code: chr(code - 32) for code in range(ord("a"), ord("z") + 1)}
_WIDE_UPPER: Final = {code: chr(code - 0xFEE0 - 32) for code in range(0xFF41, 0xFF5B)}
_MARKS: Final = {
    **dict.fromkeys(map(ord, "–—−―‐‑﹣"), "-"),
    **dict.fromkeys(map(ord, "\t\r\n\u3000\u00a0"), " "),
    ord("〜"): "~",
    ord("【"): "[",
    ord("】"): "]",
}
_FOLDED: Final = {**_WIDE, **_UPPER, **_WIDE_UPPER, **_MARKS}


def fold(text: str) -> str:
    """Return text half-width and upper case; places in it stay the same.

    ``ＩＮＶ－２５０１`` and ``inv-2501`` become ``INV-2501``.
    """
    return text.upper() if text.isascii() else text.translate(_FOLDED)
