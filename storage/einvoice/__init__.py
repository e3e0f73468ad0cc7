"""Electronic invoices of every syntax to the values of ``domain.einvoice``.

One module a syntax; :mod:`recognise` tells them apart by their content.
"""
