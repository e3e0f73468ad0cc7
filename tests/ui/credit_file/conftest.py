"""Contexts and windows over a real book, wired as the program wires them."""

from tests.ui.office import office
from tests.ui.wired import wired

__all__ = ["office", "wired"]
