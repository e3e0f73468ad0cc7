"""The customers: list, and a page for each."""
