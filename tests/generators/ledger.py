"""The made-up ledger behind a book: bills, lines with their truth, and the engine's values."""

from dataclasses import dataclass, field, replace
from datetime import date

from domain.allocation import OpenItem
from domain.document import Kind
from domain.matching.values import Claim, Known, Learned, Payer, Payment
from domain.money import Money
from domain.terms import parse_terms

#: Firms buy from START to END and pay in the month from BATCH on.
START, END = date(2026, 3, 1), date(2026, 6, 28)
BATCH = date(2026, 6, 1)


@dataclass(frozen=True)
class Level:
    """How bent the lines are: percent for ``faithful``, else per mille of the lines."""

    faithful: int
    silent: int
    chatter: int
    bent: int
    wrong: int
    no_account: int
    has_gaps: bool = False


LEVELS = {
    "low": Level(faithful=70, silent=200, chatter=100, bent=150, wrong=2, no_account=100),
    "middle": Level(faithful=45, silent=330, chatter=250, bent=300, wrong=6, no_account=200),
    "high": Level(
        faithful=20, silent=430, chatter=400, bent=450, wrong=15, no_account=350, has_gaps=True
    ),
}


@dataclass
class Line:
    """A payment and its right booking: money by item (credits too) and discount by item."""

    payment: Payment
    kind: str
    parts: dict[int, int] | None = None
    discounts: dict[int, int] = field(default_factory=dict)
    customer_id: int | None = None


@dataclass
class Made:
    """What matching may know, and the lines with their truth."""

    known: Known
    lines: list[Line]

    @property
    def payments(self):
        return [line.payment for line in self.lines]


@dataclass
class Bill:
    """An invoice or credit note of the made-up ledger; ``left`` is open before the next line."""

    firm: object
    on: date
    amount: int
    kind: Kind = Kind.INVOICE
    terms: str = "NET30"
    number: str = ""
    order: str = ""
    contract: str = ""
    tax: str = ""
    statement: str = ""
    items: list = field(default_factory=list)
    left: int = 0


def all_open(bills):
    return {item.id: abs(item.open) for bill in bills for item in bill.items if item.open}


def styled(style, bill, count):
    if bill.amount < 0:
        return f"CN-2026-{count:04d}"
    return (
        f"INV-2026-{count:06d}",
        f"INV-{2000 + count}",
        f"XS{bill.on:%Y%m}-{count:05d}",
        f"{4_400_000 + count:08d}",
        f"26332000{count:012d}",
    )[style]


def items_of(bill, ids):
    amount = bill.amount
    money = Money(amount, bill.firm.currency)
    pieces = parse_terms(bill.terms).items(bill.on, money) if bill.terms else ()
    dated = [(one.due_on, one.amount.minor) for one in pieces] or [(None, amount)]
    for seq, (due_on, minor) in enumerate(dated, start=1):
        place = next(ids)
        yield OpenItem(
            id=place,
            document_id=place - seq + 1,
            kind=bill.kind,
            number=bill.number,
            seq=seq,
            parts=len(dated),
            customer_id=bill.firm.id,
            currency=bill.firm.currency,
            issued_on=bill.on,
            due_on=due_on,
            amount=minor,
            open=minor,
            terms=bill.terms,
            gross=amount,
        )


def claim_of(bill, item):
    return Claim(
        item=item,
        order=bill.order,
        contract=bill.contract,
        others=(bill.tax,) if bill.tax else (),
        statements=(bill.statement,) if bill.statement else (),
    )


def payer_of(firm):
    return Payer(
        id=firm.id,
        code=f"C{firm.id:05d}",
        name=firm.name,
        group=firm.parent,
        tax_id=firm.tax_id,
        aliases=(firm.short,) if firm.has_alias else (),
        accounts=(firm.account,) if firm.is_account_known else (),
    )


def learned_of(firm):
    yield Learned(kind="account", key=firm.owner_account, customer_id=firm.id)
    yield Learned(kind="name", key=firm.owner, customer_id=firm.id)


def with_id(payment, place):
    return replace(payment, id=place)
