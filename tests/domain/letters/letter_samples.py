"""Facts for every letter of the catalogue, of one made-up customer."""

from datetime import timedelta
from decimal import Decimal

from domain.customer import Customer
from domain.letters.catalogue import BY_KEY
from domain.letters.writing import LetterFacts, write
from domain.listing import ItemRow
from domain.money import Money
from domain.papers import LetterColumn, LetterTable
from domain.services.papers import addressee
from storage.templates import TEMPLATES
from tests.reports.samples import AS_OF, FIRM

DEBTOR = Customer(
    code="C0007", name="杭州临岸机电设备有限公司", name_en="Hangzhou Linan Machinery Co., Ltd.",
    tax_id="91330100EXAMPLE001", address="杭州市临岸区示例路 88 号", postcode="310000",
    contact="陈经理", country="China",
)  # fmt: skip
_CHOICE = {
    "direction": "lowered", "ground": "526", "guarantee_kind": "joint",
    "penalty_kind": "reserved", "recourse": "with", "size": "small",
    "cure_kind": "paid", "decision": "part_accepted",
}  # fmt: skip


def item(place, *, amount=12_345_678, paid=0, disputed=0, currency="CNY", name="INV-2026-"):
    """Return an open item, the older the higher its place."""
    due = AS_OF - timedelta(days=10 + place)
    return ItemRow(
        id=place, document_id=place, kind="invoice", number=f"{name}{place:06d}", seq=1, parts=1,
        customer_id=1, customer_code="C0007", customer_name=DEBTOR.name, currency=currency,
        issued_on=due - timedelta(days=30), due_on=due, amount=amount, open=amount - paid,
        days_overdue=10 + place, status="overdue", disputed=disputed,
    )  # fmt: skip


def value_of(field, language="zh"):
    """Return something plausible for a fact."""
    zh = language == "zh"
    by_kind = {
        "money": Money(12_000_000, "CNY"),
        "date": AS_OF + timedelta(days=14),
        "number": 5,
        "percent": Decimal("12.75"),
        "flag": False,
        "choice": _CHOICE.get(field.name, ""),
        "long": "贵司逾期付款，经多次催收未付。" if zh else "Payment is late in spite of demands.",
    }
    return by_kind.get(field.kind, f"（{field.name}）" if zh else f"({field.name})")


def table(language="zh"):
    """Return a table of words and figures."""
    rows = tuple((str(n), "第一期" if language == "zh" else "One", f"{n},000.00") for n in (1, 2))
    columns = (
        LetterColumn(title="#"),
        LetterColumn(title="A"),
        LetterColumn(title="B", figures=True),
    )
    return LetterTable(columns=columns, rows=rows, sums=("", "", "3,000.00"))


def facts(key, language="zh", *, count=2, full=True, debtor=DEBTOR, rows=None, **more):
    """Return the facts of a letter; ``full``: those it can do without too."""
    letter = BY_KEY[key]
    given = {
        field.name: value_of(field, language)
        for field in letter.fields
        if field.required or (full and field.name not in ("earlier", "regime"))
    }
    items = rows or [item(n) for n in range(1, count + 1)]
    return LetterFacts(
        company=FIRM, customer=debtor, addressee=addressee(debtor), language=language,
        currency="CNY", dated_on=AS_OF, values={**given, **more},
        items=items if letter.items else (),
        tables={name: table(language) for name in letter.tables},
    )  # fmt: skip


def paper(key, language="zh", **more):
    """Return a letter written with its default text."""
    text = TEMPLATES.shipped(key, language)
    return write(BY_KEY[key], text, facts(key, language, **more), TEMPLATES)
