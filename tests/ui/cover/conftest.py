"""Each test gets a context over a real book, wired as the program wires it."""

from tests.ui.wired import wired

__all__ = ["wired"]
