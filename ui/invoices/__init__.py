"""Invoices, credit and debit notes: list with inspector, page, form."""
