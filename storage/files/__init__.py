"""Files of other programs, from bytes to rows, and the file of rejected rows.

Only form is read here: encodings, delimiters, workbooks. What cells mean is
decided in ``domain/reading``; the book is not touched. Damage in a row becomes a
rejection of that row; a file that cannot be used at all raises
:class:`~domain.errors.FileUnreadable` with a reason of ``reasons.py``.
"""
