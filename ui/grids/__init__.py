"""Short tables that people work in: boxes to tick, amounts to type, groups.

Long lists that are only read stand in ``ui.lists``; columns, header and widths are theirs.
"""
