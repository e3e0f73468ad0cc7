"""The credit desk: what is known of a customer's standing and what follows from it."""
