"""These screens print: they get a window with real pages."""

from tests.ui.office import office

__all__ = ["office"]
