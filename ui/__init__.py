"""The window and the command line: the only place with Qt, and the only one with prompts.

``ui/cli`` and the modules it uses (``wording``, ``ports``, ``gallery``,
``import_words``) do without Qt; nothing is imported here, so that it stays so.

How to add a screen
-------------------
1. ``ui/NAME/screen.py``: a subclass of :class:`ui.screen.Screen` with a ``key``.
   It gets an :class:`ui.context.AppContext` and nothing else: it reads with
   ``ctx.query(lambda reader: …, done, asker=self)``, books with
   ``ctx.act(service, …, asker=self, notice=…)`` and opens records with
   ``ctx.navigate("customer/12")``. It fills in what it has: ``retranslate`` (every
   text; called once after building and on each change of language),
   ``refresh(changes)``, ``open_record``, ``inspector``, ``state``/``restore``,
   ``help_text``, ``offers`` with ``new_record``, ``focus_filter`` and so on.
2. One entry in :data:`ui.screens.SCREENS`; the module is imported on first showing.
3. A list is a :class:`ui.lists.pane.ListPane` over a :class:`ui.lists.pane.ListSpec`
   with columns declared once; see ``ui/invoices/columns.py``. Ready parts stand in
   ``ui/widgets``: ``Button`` (with key), ``Choice`` (pills, segments, tabs, boxes),
   ``Field`` with ``AmountEdit`` and ``DateEdit``, ``InspectorFrame``, ``EmptyState``,
   ``Chips``, ``row``/``column``/``pane``/``line``/``label``.
4. Acts are :class:`ui.acts.Act` objects in ``self.acts``: they stand in the Record menu
   with their key while the screen is shown; ``Button.of(act)`` shows one.
5. Texts: ``ui.marks.translate("Context", "literal")``; texts in tables are
   marked with ``ui.marks.QT_TRANSLATE_NOOP``; counts use ``%n``, then None and the number
   after the text. Then ``python -m ui.i18n`` and fill in the Chinese.
6. Each widget a person acts on gets an object name (``receipts.accept``) and an
   accessible name; colours come from ``ui.theme`` tokens, never from literals.
"""
