"""These screens print and write: they get a window with real pages and files."""

from tests.ui.office import office

__all__ = ["office"]
