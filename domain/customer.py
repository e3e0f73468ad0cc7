"""The customer who owes, and the firm itself as letters print them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Master data of a customer; the only record that is edited in place.

    ``credit_limit_minor`` is in ``currency``: None means none was set, 0 means
    no credit. ``language`` is the language of its papers ("zh" or "en").
    """

    code: str
    name: str
    name_en: str = ""
    tax_id: str = ""
    group: str = ""
    country: str = ""
    language: str = ""
    currency: str = ""
    terms: str = ""
    credit_limit_minor: int | None = None
    email: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""
    contact: str = ""
    bank_account: str = ""
    owner: str = ""
    aliases: tuple[str, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The firm whose book this is, as printed on its papers."""

    name: str
    name_en: str = ""
    tax_id: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    contact: str = ""
    bank: str = ""
    bank_account: str = ""
    bank_code: str = ""
    letter_prefix: str = ""
