"""What proves a claim: the papers of its invoices, what is missing, and the bundle for a court."""
