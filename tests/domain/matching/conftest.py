"""A ledger with one customer, who owes nothing yet."""

import pytest

from tests.domain.matching.ledger import Ledger

NAME = "杭州云启科技有限公司"


@pytest.fixture
def ledger():
    """Return an empty ledger with the customer C1, 杭州云启科技有限公司."""
    made = Ledger()
    made.customer("C1", NAME, accounts=("571900000001",), tax_id="91330106MA28W3T04X")
    return made
