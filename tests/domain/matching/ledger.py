"""A small ledger to match against, in the words of the trade: amounts as text, dates ISO."""

from datetime import date
from decimal import Decimal

from domain.allocation import OpenItem
from domain.document import Kind
from domain.matching.engine import match_all, propose
from domain.matching.index import Index
from domain.matching.values import Claim, Known, Learned, Payer, Payment, Policy


def minor(text):
    return int(Decimal(text) * 100)


class Ledger:
    """Customers by code and open documents by number."""

    def __init__(self, **policy):
        self.policy = Policy(**policy)
        self.payers = {}
        self.claims = []
        self.learned = []
        self._payments = 0

    def customer(self, code, name="", **more):
        payer = Payer(
            id=len(self.payers) + 1, code=code, name=name or f"{code}示例有限公司", **more
        )
        self.payers[code] = payer
        return payer

    def owes(self, code, number, amount, issued="2026-05-01", due="2026-06-01", **more):
        """Add a document; several amounts in a list are its instalments."""
        amounts = amount if isinstance(amount, list) else [amount]
        dues = due if isinstance(due, list) else [due] * len(amounts)
        first = len(self.claims) + 1
        gross = sum(minor(one) for one in amounts)
        kind = Kind.CREDIT_NOTE if gross < 0 else more.pop("kind", Kind.INVOICE)
        numbers = ("order", "contract", "others", "statements")
        known_by = {name: more.pop(name) for name in numbers if name in more}
        for seq, (part, due_on) in enumerate(zip(amounts, dues, strict=True), start=1):
            item = OpenItem(
                id=len(self.claims) + 1,
                document_id=first,
                kind=kind,
                number=number,
                seq=seq,
                parts=len(amounts),
                customer_id=self.payers[code].id,
                currency=more.get("currency", "CNY"),
                issued_on=date.fromisoformat(issued),
                due_on=date.fromisoformat(due_on) if due_on else None,
                amount=minor(part),
                open=minor(more.get("open", part)),
                terms=more.get("terms", ""),
                gross=gross,
            )
            self.claims.append(Claim(item=item, **known_by))
        return first

    def learns(self, kind, key, code, count=1):
        customer = self.payers[code].id
        self.learned.append(Learned(kind=kind, key=key, customer_id=customer, count=count))

    def index(self):
        return Index(
            Known(
                payers=tuple(self.payers.values()),
                claims=tuple(self.claims),
                learned=tuple(self.learned),
                policy=self.policy,
            )
        )

    def payment(self, amount, text="", name="", on="2026-06-10", **more):
        self._payments += 1
        customer = more.pop("customer", None)
        charges = minor(more.pop("charges", "0"))
        return Payment(
            id=self._payments,
            on=date.fromisoformat(on),
            minor=minor(amount),
            currency=more.pop("currency", "CNY"),
            text=text,
            name=name,
            customer_id=self.payers[customer].id if customer else None,
            charges=charges,
            **more,
        )

    def asks(self, amount, text="", name="", **more):
        """Return what is proposed for one payment."""
        return self.told(propose(self.index(), self.payment(amount, text, name, **more)))

    def books(self, amount, text="", name="", **more):
        """Return what one payment books by itself: {number: amount}, None where it asks."""
        best = self.asks(amount, text, name, **more)
        return best[0].paid if best and best[0].automatic else None

    def runs(self, *payments):
        """Return the proposals for many payments at once, by payment."""
        return [self.told(answer) for answer in match_all(self.index(), payments)]

    def told(self, answer):
        return [Told(self, proposal) for proposal in answer.proposals]


class Told:
    """A proposal in words: ``paid`` by number (credit notes negative), ``rest``, reasons."""

    def __init__(self, ledger, proposal):
        items = {claim.item.id: claim.item for claim in ledger.claims}
        self.proposal = proposal
        self.automatic = proposal.is_automatic
        self.confidence = proposal.confidence
        self.rule = proposal.rule.value
        self.ties = proposal.ties
        self.rest = plain(proposal.rest)
        self.customer = next(p.code for p in ledger.payers.values() if p.id == proposal.customer_id)
        self.kinds = [proof.kind.value for proof in proposal.proofs]
        self.paid, self.discount, self.difference, self.fee = {}, {}, {}, {}
        for part in proposal.parts:
            number = items[part.item_id].number
            if items[part.item_id].parts > 1:
                number = f"{number}#{items[part.item_id].seq}"
            self.paid[number] = plain(-part.minor if part.is_credit else part.minor)
            for name in ("discount", "difference", "fee"):
                if getattr(part, name):
                    getattr(self, name)[number] = plain(getattr(part, name))

    def why(self, kind):
        """Return the facts of the first proof of a kind."""
        found = (p for p in self.proposal.proofs if p.kind.value == kind)
        return dict(next(found).facts)

    def marked(self, text):
        """Return the places of a text that speak for it."""
        return [text[p.start : p.end] for p in self.proposal.proofs if p.end > p.start]


def plain(amount):
    return f"{amount // 100}.{amount % 100:02d}" if amount >= 0 else f"-{plain(-amount)}"
