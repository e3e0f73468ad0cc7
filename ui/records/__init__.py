"""Records of any kind: a form, a list and a panel made from a :class:`domain.fields.RecordForm`.

    panel = RecordPanel(ctx, VISIT, name="customer.visits")
    panel.show_customer(customer_id)      # None: the firm itself

The panel lists what stands, shows the chosen record with its files, and adds, corrects and
takes back. A kind with rules of its own hands in its service (as ``keep_described``).
"""
