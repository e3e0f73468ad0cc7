"""The window over the real book."""

from tests.ui.office import office

__all__ = ["office"]
