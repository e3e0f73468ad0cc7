"""The credit file of a customer: what is known of it besides its documents, kind by kind.

Each module holds one kind of record with its rules and its description
(:class:`domain.fields.RecordForm`); :mod:`domain.credit.file.forms` lists them.
"""
