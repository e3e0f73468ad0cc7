"""What the wizard has settled so far about one import."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from domain.importing import ImportPreview, ImportReport, Survey
from domain.reading.columns import missing_fields
from domain.reading.headers import NEEDED
from domain.reading.mapping import Mapping, from_json

#: Electronic invoices: no table, and nothing to map.
EINVOICE: Final = "einvoice"


@dataclass(eq=False)
class Draft:
    """A file, how it is to be read, and what a dry run said.

    ``mapping`` is in its saved form; ``encoding`` and ``sheet`` are the user's own
    choice, None to recognise.
    """

    file: Path | None = None
    encoding: str | None = None
    sheet: str | None = None
    survey: Survey | None = None
    mapping: dict[str, Any] = field(default_factory=dict)
    preview: ImportPreview | None = None
    dry: ImportReport | None = None
    report: ImportReport | None = None

    @property
    def kind(self) -> str:
        """The table it will be read as."""
        return str(self.mapping.get("kind", ""))

    @property
    def needs_columns(self) -> bool:
        """Whether a person may say which column is which; electronic invoices say it themselves."""
        return self.kind != EINVOICE

    def problems(self) -> list[tuple[str, dict[str, object]]]:
        """Return what keeps the file from being read with this mapping."""
        if not self.needs_columns:
            return []
        settled = from_json(self.mapping)
        if not isinstance(settled, Mapping) or self.survey is None:
            return [("mapping.unreadable", {"key": self.kind})]
        found = (*settled.bind(self.survey.headers).problems, *missing_fields(settled))
        return [(problem.code, dict(problem.facts)) for problem in found]

    def full_mapping(self) -> dict[str, Any]:
        """Return the mapping with the encoding and sheet that were chosen."""
        chosen = {"encoding": self.encoding, "sheet": self.sheet}
        return {**self.mapping, **{key: value for key, value in chosen.items() if value}}


def is_needed(kind: str, name: str) -> bool:
    """Return whether a table means nothing without this field (or another in its place)."""
    return any(name == choices[0] for choices in NEEDED.get(kind, ()))
