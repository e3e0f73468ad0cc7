"""The worklist: what to do today, ranked by what doing it is worth."""
