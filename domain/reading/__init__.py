"""What cells of foreign files mean: amounts, dates, currencies, headers, tables.

Only meaning is decided here, from values already in memory; bytes become rows in
``storage/files``, and rows become documents in the import services. Nothing
raises for what a file contains: a cell reads as a value, as empty, or as a
:class:`~domain.reading.result.Problem` with a code of ``codes.py``. What a person
would have to ask about is a problem, never a guess.
"""
