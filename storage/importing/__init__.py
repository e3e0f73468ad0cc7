"""Taking tables into a book: whole files, in one transaction each.

A file is read and checked in memory, then booked at once: a fault or a stop in
the middle leaves the book as it was; a bad row is refused with its reason and
the others go on. The same file again changes nothing.
"""

from storage.importing.survey import preview, survey
from storage.importing.take import load_mapping, plan, take, write_rejected

__all__ = ["load_mapping", "plan", "preview", "survey", "take", "write_rejected"]
