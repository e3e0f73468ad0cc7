import pytest

from domain.customer import Customer
from domain.errors import BadTerms, DuplicateCode, MissingField, NotFound
from domain.services import customers


def test_a_customer_comes_back_as_it_was_kept(desk):
    whole = Customer(
        code="K7", name="华东机械", name_en="East Machines", tax_id="91310000", group="A",
        country="CN", language="en", currency="USD", terms="NET30", credit_limit_minor=0,
        email="a@b.cn", phone="1", address="上海", postcode="200000", contact="王", owner="李",
        bank_account="62", aliases=("东机", "EM"), extra={"vip": "yes"},
    )  # fmt: skip
    found = customers.add_customer(desk.uow(), whole).value
    assert desk.book.reader.customer(found) == whole
    for name in ("K7", "华东机械", "东机"):
        assert desk.book.reader.find_customer(name) == found
    assert desk.book.reader.find_customer("no one") is None


def test_an_edit_keeps_what_it_was_in_the_history(desk):
    result = customers.edit_customer(desk.uow(), desk.first, Customer(code="C1", name="New"))
    assert result.value == desk.first
    assert desk.book.reader.customer(desk.first).name == "New"
    edit, added = desk.book.reader.history(entity="customer", entity_id=desk.first)
    assert (edit.kind, added.kind) == ("customer.edit", "customer.add")
    assert "Customer C1" in edit.before
    assert "New" in edit.after


def test_a_code_may_be_what_another_is_called(desk):
    """Names and codes are looked up together, yet only a code is unique."""
    desk.customer("C2", name="华东")
    assert desk.customer("华东", name="华东机械") > 0
    customers.edit_customer(desk.uow(), desk.first, Customer(code="华东机械", name="x"))


@pytest.mark.parametrize(
    "error, customer",
    [
        (DuplicateCode, Customer(code="C2", name="x")),
        (MissingField, Customer(code="", name="x")),
        (MissingField, Customer(code="x", name="")),
        (BadTerms, Customer(code="x", name="x", terms="soon")),
    ],
)
def test_what_is_refused_changes_nothing(desk, error, customer):
    desk.customer("C2")
    before = desk.facts()
    with pytest.raises(error):
        customers.add_customer(desk.uow(), customer)
    with pytest.raises(error):
        customers.edit_customer(desk.uow(), desk.first, customer)
    assert desk.facts() == before


def test_an_unknown_customer_is_not_edited(desk):
    with pytest.raises(NotFound):
        customers.edit_customer(desk.uow(), 99, Customer(code="x", name="x"))
