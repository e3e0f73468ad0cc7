"""Each test gets a desk: an empty book and the acts on it."""

from tests.desk import desk

__all__ = ["desk"]
