"""Recovering a debt by others: handed over to an agency or a lawyer, and before the courts."""
