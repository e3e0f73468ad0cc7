"""The rules of receivables in plain Python: no clock, no disk, no locale."""

__version__ = "0.1.0"
