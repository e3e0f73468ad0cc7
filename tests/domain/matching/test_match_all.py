"""Many payments at once: in their order, and nothing is used twice."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.matching.engine import match_all, propose
from domain.matching.index import Index
from domain.matching.values import Evidence, Known, Policy
from tests.domain.matching.conftest import NAME
from tests.domain.matching.ledger import Ledger
from tests.generators.books import make


def test_later_payments_see_what_is_left(ledger):
    ledger.owes("C1", "INV-2502", "5650.00")
    part = ledger.payment("5000.00", "部分货款 INV-2502", NAME, on="2026-06-10")
    rest = ledger.payment("650.00", "尾款", NAME, on="2026-06-15")
    first, second = ledger.runs(rest, part)
    assert (first[0].paid, second[0].paid) == ({"INV-2502": "5000.00"}, {"INV-2502": "650.00"})
    assert second[0].automatic


def test_what_a_text_names_is_not_taken_by_the_amount_of_an_earlier_day(ledger):
    ledger.owes("C1", "INV-2501", "100.37")
    silent = ledger.payment("100.37", "货款", NAME, on="2026-06-10")
    named = ledger.payment("100.37", "INV-2501", NAME, on="2026-06-15")
    first, second = ledger.runs(silent, named)
    assert second[0].automatic
    assert (first[0].rule, first[0].automatic) == ("advance", False)


def test_money_that_came_twice_is_booked_once(ledger):
    ledger.owes("C1", "INV-2501", "100.37")
    payments = [ledger.payment("100.37", "INV-2501", NAME) for _ in range(2)]
    first, second = ledger.runs(*payments)
    assert (first[0].automatic, second[0].automatic) == (True, False)
    assert second[0].rule == "advance"


def test_two_equal_payments_for_two_equal_documents_are_offered_one_each(ledger):
    ledger.owes("C1", "INV-2506", "10000.00", due="2026-03-30")
    ledger.owes("C1", "INV-2505", "10000.00", due="2026-03-13")
    payments = [ledger.payment("10000.00", "货款", NAME, on=f"2026-06-{n}") for n in (10, 20)]
    first, second = ledger.runs(*payments)
    assert (first[0].paid, second[0].paid) == ({"INV-2505": "10000.00"}, {"INV-2506": "10000.00"})
    assert not first[0].automatic
    assert not second[0].automatic


def test_after_the_first_of_them_is_confirmed_the_second_is_sure(ledger):
    first = ledger.owes("C1", "INV-2505", "10000.00", due="2026-03-13")
    ledger.owes("C1", "INV-2506", "10000.00", due="2026-03-30")
    index = ledger.index()
    index.used(first, 10000_00)
    (told,) = ledger.told(propose(index, ledger.payment("10000.00", "货款", NAME)))
    assert (told.paid, told.automatic) == ({"INV-2506": "10000.00"}, True)


def test_a_part_waits_while_an_earlier_payment_waits(ledger):
    ledger.owes("C1", "INV-2501", "1000.00")
    ledger.owes("C1", "INV-2502", "1000.00")
    before = ledger.payment("700.00", "往来款", NAME, on="2026-06-10")
    rest = ledger.payment("300.00", "INV-2501", NAME, on="2026-06-15")
    told = ledger.runs(before, rest)
    assert [one[0].automatic for one in told] == [False, False]
    assert ledger.runs(rest)[0][0].automatic


def test_what_was_offered_and_then_taken_is_not_offered_any_more(ledger):
    ledger.owes("C1", "INV-2501", "500.11")
    ledger.owes("C1", "INV-2502", "70.00")
    vague = ledger.payment("600.00", "往来款", NAME, on="2026-06-10")
    exact = ledger.payment("500.11", "货款", NAME, on="2026-06-15")
    first, second = ledger.runs(vague, exact)
    assert second[0].automatic
    assert [one.paid for one in first] == [{"INV-2502": "70.00"}, {}]


def test_answers_come_by_date(ledger):
    late = ledger.payment("1.00", on="2026-06-20")
    early = ledger.payment("1.00", on="2026-06-10")
    assert [a.payment_id for a in match_all(ledger.index(), [late, early])] == [early.id, late.id]


def test_progress_is_told_up_to_the_end(ledger):
    steps = []
    payments = [ledger.payment("1.00", "货款", NAME) for _ in range(3)]
    match_all(ledger.index(), payments, progress=lambda done, of: steps.append((done, of)))
    assert steps == [(n, 6) for n in range(6)]


AMOUNTS = st.integers(1, 40).map(lambda n: n * 1000) | st.integers(1, 60_000)
TEXTS = [
    "货款",
    "预付款",
    "5月货款",
    "INV-1001",
    "1001 1002",
    "INV-1001-1003 LESS CHGS",
    "退款",
    "",
]
NAMES = [NAME, "云启科技有限公司", "宁波博远电子有限公司", "杭州云其科技有限公司", "", "张三"]


@st.composite
def books(draw):
    """Return a ledger of three customers with documents of all kinds, and payments."""
    made = Ledger(difference_limit=draw(st.sampled_from([0, 100])), work=draw(st.just(2000)))
    made.customer("C1", NAME, group="云启")
    made.customer("C2", "宁波博远电子有限公司", group=draw(st.sampled_from(["", "云启"])))
    made.customer("C3", "苏州云启科技有限公司")
    for n in range(draw(st.integers(1, 10))):
        amount = draw(AMOUNTS) / 100
        more = {
            "issued": draw(st.sampled_from(["2026-04-10", "2026-05-03", "2026-06-05"])),
            "due": draw(st.sampled_from(["2026-06-01", "2026-06-30", None])),
            "terms": draw(st.sampled_from(["", "2/10 NET30"])),
            "currency": draw(st.sampled_from(["CNY", "CNY", "USD"])),
        }
        kind = draw(st.sampled_from(["one", "one", "instalments", "credit"]))
        if kind == "instalments":
            more["due"] = [more["due"]] * 2
            amount = [f"{amount:.2f}", f"{draw(AMOUNTS) / 100:.2f}"]
        else:
            amount = f"{-amount if kind == 'credit' else amount:.2f}"
        code = draw(st.sampled_from(["C1", "C1", "C2", "C3"]))
        made.owes(code, f"{'CN' if kind == 'credit' else 'INV'}-{1001 + n}", amount, **more)
    sums = [abs(c.item.open) for c in made.claims]
    several = st.lists(st.sampled_from(sums), min_size=1, max_size=3).map(sum)
    payments = [
        made.payment(
            f"{draw(several | AMOUNTS) / 100:.2f}",
            draw(st.sampled_from(TEXTS)),
            draw(st.sampled_from(NAMES)),
            on=draw(st.sampled_from(["2026-06-04", "2026-06-10", "2026-07-20"])),
            currency=draw(st.sampled_from(["CNY", "CNY", "USD"])),
            customer=draw(st.sampled_from([None, None, "C1"])),
            charges=draw(st.sampled_from(["0", "0", "15.00"])),
        )
        for _ in range(draw(st.integers(1, 5)))
    ]
    return made, payments


EVIDENCE = {Evidence.NUMBER, Evidence.ORDER, Evidence.CONTRACT, Evidence.STATEMENT}
EVIDENCE |= {Evidence.ACCOUNT, Evidence.NAME, Evidence.ALIAS, Evidence.LEARNED, Evidence.GROUP}


@settings(max_examples=300)
@given(books())
def test_every_proposal_adds_up_and_nothing_is_used_twice(made):
    ledger, payments = made
    by_id = {payment.id: payment for payment in payments}
    items = {claim.item.id: claim.item for claim in ledger.claims}
    used = defaultdict(int)
    for answer in match_all(ledger.index(), payments):
        payment = by_id[answer.payment_id]
        for proposal in answer.proposals:
            debits = [part for part in proposal.parts if not part.is_credit]
            credits = sum(part.minor for part in proposal.parts if part.is_credit)
            assert sum(p.minor for p in debits) == payment.minor - proposal.rest + credits
            assert 0 <= proposal.rest <= payment.minor
            assert 0 <= proposal.confidence <= 100
            for part in proposal.parts:
                item = items[part.item_id]
                closed = part.minor + part.discount + part.difference + part.fee
                assert 0 <= part.minor <= closed <= abs(item.open)
                assert part.is_credit == (item.amount < 0)
                assert item.currency == payment.currency
            for proof in proposal.proofs:
                assert 0 <= proof.start <= proof.end <= len(payment.text)
        best = answer.best
        assert not any(one.is_automatic for one in answer.proposals[1:])
        if best is not None and best.is_automatic:
            assert best.ties == 0
            assert best.confidence >= 95
            kinds = {proof.kind for proof in best.proofs}
            similar = Evidence.FUZZY in kinds and Evidence.TOTAL in kinds
            assert kinds & EVIDENCE or similar
            for part in best.parts:
                used[part.item_id] += part.minor + part.discount + part.difference + part.fee
    assert all(total <= abs(items[item].open) for item, total in used.items())


@settings(max_examples=60)
@given(books(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_known_does_not_matter(made, chance):
    ledger, payments = made
    before = match_all(ledger.index(), payments)
    known = Known(payers=tuple(ledger.payers.values()), claims=tuple(ledger.claims))
    claims, payers, given_payments = list(known.claims), list(known.payers), list(payments)
    for things in (claims, payers, given_payments):
        chance.shuffle(things)
    index = Index(Known(payers=tuple(payers), claims=tuple(claims), policy=ledger.policy))
    assert match_all(index, given_payments) == before


def test_the_work_of_one_payment_is_bounded():
    made = make(3, firms=40)
    steps = []
    for work in (0, 500):
        index = Index(
            Known(payers=made.known.payers, claims=made.known.claims, policy=Policy(work=work))
        )
        answers = match_all(index, made.payments)
        assert len(answers) == len(made.payments)
        steps.append(sum(answer.gave_up for answer in answers))
    assert steps[0] > steps[1]
