"""The unified social credit code of Chinese firms (GB 32100-2015): 18 characters with a check.

1 registering authority, 1 kind of organisation, 6 region, 9 organisation code, 1 check.
The alphabet has 31 characters, without I, O, S, V and Z; weights are 3^i mod 31; the check
character is the one at (31 − Σ mod 31) mod 31. Worked: 91110000600037341? sums up to 538,
538 mod 31 = 11, 31 − 11 = 20: "L".
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_SHAPE: Final = re.compile(r"[1-9ANY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}", re.ASCII)
#: Letters that are no characters of the code, and what was most likely meant.
_MEANT: Final = str.maketrans({"O": "0", "I": "1"})


def is_valid_uscc(text: str) -> bool:
    """Return whether a code has the right characters and check digit.

    Codes of the army (A), rural collectives (N) and others (Y) count too.
    """
    return bool(_SHAPE.fullmatch(text)) and check_character(text[:17]) == text[17]


def check_character(first: str) -> str:
    """Return the check character of the first 17: "91110000600037341" → "L"."""
    total = sum(_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(first[:17]))
    return _ALPHABET[-total % 31]


def normal_uscc(text: str) -> str:
    """Return a code as it is written: half width, upper case, without spaces and hyphens."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(char for char in plain if char not in " -\t")


def suggested_uscc(text: str) -> str:
    """Return the valid code that was meant where O stands for 0 or I for 1, else ""."""
    plain = normal_uscc(text)
    meant = plain.translate(_MEANT)
    return meant if meant != plain and is_valid_uscc(meant) else ""
