"""Before a book is open: make one, open the sample, bring existing data."""
