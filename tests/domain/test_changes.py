from dataclasses import fields

import pytest

from domain.changes import Changes


@pytest.mark.parametrize("field", [field.name for field in fields(Changes)])
def test_changes_join_field_by_field(field):
    one = Changes(**{field: True})
    assert one | Changes() == Changes() | one == one
    joined = one | Changes(customers=True, papers=True)
    assert getattr(joined, field)
    assert joined.customers
    assert joined.papers
