"""The collection log: each talk with a debtor, its outcome from a short list, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class Channel(StrEnum):
    """How it was talked about."""

    PHONE = "phone"
    WECHAT = "wechat"
    EMAIL = "email"
    SMS = "sms"
    VISIT = "visit"
    MEETING = "meeting"
    POST = "post"


class Outcome(StrEnum):
    """What came of it; a short list, so that outcomes can be counted."""

    PROMISED = "promised"
    PAID_SAYS = "paid_says"
    IN_PROCESS = "in_process"
    WANTS_PAPERS = "wants_papers"
    DISPUTES = "disputes"
    NO_MONEY = "no_money"
    REFUSES = "refuses"
    NOT_REACHED = "not_reached"
    WRONG_CONTACT = "wrong_contact"
    NOTED = "noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """An entry of the collection log, dated the day of the talk.

    ``next_on`` is when to go on, with ``next_step`` in words; None: nothing is planned.
    """

    KIND: ClassVar[str] = "talk"

    channel: Channel
    outcome: Outcome
    person: str = ""
    text: str = ""
    next_step: str = ""
    next_on: date | None = None
    owner: str = ""
