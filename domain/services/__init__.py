"""One function per user action: ``service(uow, …) -> OperationResult``.

Each opens the unit of work it is given, writes one history record, commits once
and says what changed. Nothing is changed when it raises.
"""
