"""Bank files of every format to the values of ``domain.bank``.

One module a format, each with ``recognise(head)`` and ``read(content, path)``; what a
file is shows in its content, not in its name.
"""
