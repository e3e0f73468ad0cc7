"""Lists over a ``ListQuery``: ids first, rows by page, a million rows without a stall.

A screen declares its columns once (:class:`ui.lists.columns.Column`) and shows a
:class:`ui.lists.pane.ListPane`; model, delegate, header, footer, copy, export and
print come with it.
"""
