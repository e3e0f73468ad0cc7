"""A credit file as a folder: the printed file, all attachments under clear names, a list.

The list names every file with its SHA-256, so that anybody can see that nothing was changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Final

from domain.credit.file.paper import CreditFilePaper, FileLine
from domain.file_names import safe_name
from domain.ports import BookReader, Progress
from domain.record import AttachmentRow
from domain.services import credit_file
from domain.sheets import Cell, Sheet, SheetColumn
from ui.ports import Files, Papers

_WORDS: Final = {
    "zh": ("客户信用档案", "附件", "清单.csv", "文件清单"),
    "en": ("Credit file", "Attachments", "manifest.csv", "List of files"),
}
_COLUMNS: Final[tuple[tuple[str, str, str, int], ...]] = (
    ("文件", "File", "text", 48),
    ("原名", "Original name", "text", 32),
    ("日期", "Date", "date", 11),
    ("所属", "Belongs to", "text", 14),
    ("来源", "Source", "text", 16),
    ("字节", "Bytes", "number", 12),
    ("SHA-256", "SHA-256", "text", 64),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written: the folder and how many files, the list among them."""

    folder: Path
    count: int


def attachment_names(lines: Sequence[FileLine]) -> list[str]:
    """Return a clear name for each file: number, date, what it belongs to, its own name.

    Worked: the first, of a visit: "01 2026-06-01 实地考察 厂门.jpg". The number makes each one
    different even where names are the same but for their case.
    """
    width = max(2, len(str(len(lines))))
    return [_name(place, line, width) for place, line in enumerate(lines, start=1)]


def _name(place: int, line: FileLine, width: int) -> str:
    own = PurePath(line.name.replace("\\", "/"))
    told = (f"{place:0{width}d}", line.on.isoformat(), safe_name(line.belongs or ""))
    head = " ".join(part for part in told if part != "-")
    ending = safe_name(own.suffix.lstrip("."))[:12] if own.suffix else ""
    return f"{head} {safe_name(own.stem)}" + (f".{ending}" if ending else "")


def write_folder(
    reader: BookReader,
    papers: Papers,
    files: Files,
    parent: Path,
    *,
    customer_id: int,
    day: date,
    language: str,
    maker: str,
    progress: Progress,
) -> Exported:
    """Write a customer's file into a folder of its own inside ``parent``.

    Raises:
        FileUnwritable: folder or files cannot be written.
        BookDamaged: an attachment is no longer what was kept.
    """
    found = credit_file.read_file(reader, customer_id, day).found
    value = credit_file.paper(reader, customer_id, day, language, maker=maker)
    title, below, listed, heading = _WORDS[language]
    named = safe_name(f"{value.customer.code} {value.customer.name}")
    folder = _free(parent, f"{title} {named} {day.isoformat()}")
    files.make_folder(folder)
    pdf = papers.render(value)
    pdf_name = f"{title} {named}.pdf"
    files.write_bytes(folder / pdf_name, pdf)
    rows: list[Sequence[Cell]] = [_pdf_row(pdf_name, day, pdf)]
    names = attachment_names(value.files)
    for place, (row, name) in enumerate(zip(found.files, names, strict=True)):
        progress(place, len(names))
        files.write_bytes(folder / below / name, reader.attachment_content(row.id))
        rows.append(_row(f"{below}/{name}", row, value.files[place]))
    files.write_sheet(_manifest(value, heading, rows), folder / listed)
    return Exported(folder=folder, count=len(rows) + 1)


def _free(parent: Path, name: str) -> Path:
    """Return a folder that is not there yet: nothing of an earlier export is mixed in."""
    folder, again = parent / name, 2
    while folder.exists():
        folder, again = parent / f"{name} ({again})", again + 1
    return folder


def _pdf_row(name: str, day: date, pdf: bytes) -> Sequence[Cell]:
    return (name, "", day, "", "", len(pdf), hashlib.sha256(pdf).hexdigest())


def _row(path: str, row: AttachmentRow, line: FileLine) -> Sequence[Cell]:
    one = row.attachment
    return (path, one.name, one.dated_on, line.belongs, one.source, one.size, one.sha256)


def _manifest(value: CreditFilePaper, heading: str, rows: Sequence[Sequence[Cell]]) -> Sheet:
    zh = value.language == "zh"
    return Sheet(
        title=heading,
        company=value.company.name,
        note=f"{value.customer.code} {value.customer.name}",
        language=value.language,
        columns=tuple(
            SheetColumn(title=chinese if zh else english, kind=kind, width=width)
            for chinese, english, kind, width in _COLUMNS
        ),
        rows=rows,
    )
