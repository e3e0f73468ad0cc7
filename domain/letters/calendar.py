"""Days for the calendar of any program: iCalendar (RFC 5545), whole-day entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

#: A line is at most this many octets; more goes on behind a space.
_OCTETS: Final = 75


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A day to be reminded of. ``key`` is stable: taken in again, it replaces itself."""

    key: str
    on: date
    title: str
    text: str = ""
    stamp: date


def calendar(entries: Iterable[Entry]) -> bytes:
    """Return a calendar file with the entries, each with an alarm at nine the day before."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qingzhang//Receivables//EN"]
    for one in entries:
        lines += _event(one)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(one: Entry) -> list[str]:
    after = one.on + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{_escaped(one.key)}@qingzhang",
        f"DTSTAMP:{one.stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{_escaped(one.title)}",
        *([f"DESCRIPTION:{_escaped(one.text)}"] if one.text else []),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT15H",
        f"DESCRIPTION:{_escaped(one.title)}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(words: str) -> str:
    marked = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(marked.splitlines())


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, never inside a character."""
    parts, current, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _OCTETS:
            parts.append(current)
            current, size = "", 1
        current += character
        size += octets
    return "\r\n ".join([*parts, current])
