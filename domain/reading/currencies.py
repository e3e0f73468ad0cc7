"""Names of currencies in files: codes, symbols and words, to ISO 4217.

A symbol that several currencies share reads as its first meaning unless the row
or file says otherwise: ``$`` is USD, but fits a row in CAD; ``¥`` is CNY, but
fits a row in JPY. 元 behind a number says nothing but "currency unit" where the
row names its currency, and CNY elsewhere.
"""

from __future__ import annotations

from typing import Final

from domain.reading import codes
from domain.reading.cells import Cell, cell_text, plain
from domain.reading.result import Reading, refuse

_ISO_CODES: Final = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
    GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
    KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
    UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
_ISO: Final = frozenset(_ISO_CODES.split())

_DOLLARS: Final = ("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "MXN", "BMD", "BSD", "BBD")
_CROWNS: Final = ("SEK", "NOK", "DKK", "ISK")

#: Names as written (upper case), each with the currencies it may mean, likeliest first.
NAMES: Final[dict[str, tuple[str, ...]]] = {
    **{code: (code,) for code in _ISO},
    **dict.fromkeys(("人民币", "人民幣", "RMB", "CN¥", "RMB¥", "人民币元", "RMB元"), ("CNY",)),
    "¥": ("CNY", "JPY"),
    "元": ("CNY", "TWD", "HKD", "USD", "EUR", "JPY", "GBP", "CAD", "AUD", "SGD"),
    **dict.fromkeys(("$", "DOLLAR", "DOLLARS"), _DOLLARS),
    **dict.fromkeys(("US$", "$US", "美元", "美金", "US DOLLAR"), ("USD",)),
    **dict.fromkeys(("HK$", "港币", "港元", "港幣", "港纸"), ("HKD",)),
    **dict.fromkeys(("NT$", "NTD", "新台币", "新台幣", "新臺幣", "台币"), ("TWD",)),
    **dict.fromkeys(("A$", "AU$", "澳元", "澳大利亚元"), ("AUD",)),
    **dict.fromkeys(("C$", "CA$", "加元", "加拿大元"), ("CAD",)),
    **dict.fromkeys(("S$", "新加坡元", "新元", "坡币"), ("SGD",)),
    **dict.fromkeys(("NZ$", "新西兰元"), ("NZD",)),
    **dict.fromkeys(("MOP$", "澳门元", "澳门币"), ("MOP",)),
    **dict.fromkeys(("€", "EURO", "EUROS", "欧元", "歐元"), ("EUR",)),
    **dict.fromkeys(("£", "英镑", "英鎊", "STG"), ("GBP",)),
    **dict.fromkeys(("JP¥", "日元", "日圆", "日圓", "円", "YEN"), ("JPY",)),
    **dict.fromkeys(("₩", "韩元", "韩圆", "韓元"), ("KRW",)),
    **dict.fromkeys(("₽", "卢布"), ("RUB",)),
    **dict.fromkeys(("₹", "RS", "印度卢比"), ("INR",)),
    **dict.fromkeys(("瑞士法郎", "SFR"), ("CHF",)),
    **dict.fromkeys(("泰铢", "฿"), ("THB",)),
    **dict.fromkeys(("₫", "越南盾"), ("VND",)),
    **dict.fromkeys(("KR",), _CROWNS),
    **dict.fromkeys(("R$",), ("BRL",)),
}


def is_iso(code: str) -> bool:
    """Return whether this is an ISO 4217 code in use."""
    return code in _ISO


def meaning(name: str, expected: str | None = None) -> str | None:
    """Return the currency a name stands for, the expected one where the name allows it."""
    choices = NAMES.get(name.upper())
    if not choices:
        return None
    return expected if expected in choices else choices[0]


def read_currency(cell: Cell, *, expected: str | None = None) -> Reading[str]:
    """Read a cell of a currency column: ``CNY``, ``rmb``, ``￥``, ``人民币``, ``US$``."""
    text = plain(cell_text(cell)).strip("()[] ")
    if not text.strip("-/"):
        return Reading()
    found = meaning(text, expected)
    return Reading(found) if found else Reading(None, refuse(codes.CURRENCY_UNKNOWN))
