import pytest

from domain.matching.choices import Pool, choices, discount_of, roundness
from domain.matching.text import fold
from domain.matching.wanted import Wanted
from tests.domain.matching.conftest import NAME


def found(ledger, amount, text="货款", on="2026-06-10"):
    """Return the choices for a payment of C1: (way, numbers), and how likely."""
    index = ledger.index()
    payment = ledger.payment(amount, text, NAME, on=on)
    debits, credits = index.pool(1, "CNY")
    told, _ = choices(Pool(debits, credits), Wanted(payment, index.policy, fold(text)))
    return [
        (one.how, [t.standing.item.number for t in one.takes], round(one.chance, 3)) for one in told
    ]


def test_an_odd_amount_is_hardly_there_by_chance():
    assert roundness(5_000_000, "CNY") == 1 / 20
    assert roundness(4_827_315, "CNY") < 1 / 100_000
    assert roundness(50_000, "JPY") == 1 / 20


def test_one_document_is_likelier_than_an_arbitrary_set(ledger):
    for n, amount in enumerate(("91.17", "40.00", "60.00", "70.00", "100.00", "130.00"), start=1):
        ledger.owes("C1", f"INV-{n}", amount)
    (best, *others) = found(ledger, "100.00")
    assert best[:2] == ("single", ["INV-5"])
    assert [other[:2] for other in others] == [("run", ["INV-2", "INV-3"])]
    assert best[2] > 0.9
    assert others[0][2] < 0.1


def test_a_round_sum_proves_less_than_an_odd_one(ledger):
    ledger.owes("C1", "INV-1", "50000.00")
    ledger.owes("C1", "INV-2", "48273.15")
    for n in range(3, 13):
        ledger.owes("C1", f"INV-{n}", f"{7 * n}.0{n % 10}")
    (round_one,), (odd_one,) = found(ledger, "50000.00"), found(ledger, "48273.15")
    assert round_one[2] < 0.95 < odd_one[2]


def test_a_rest_is_of_what_was_paid_in_part(ledger):
    ledger.owes("C1", "INV-1", "100.00")
    ledger.owes("C1", "INV-2", "300.00", open="100.00")
    assert [one[1] for one in found(ledger, "100.00", "尾款")] == [["INV-2"], ["INV-1"]]
    assert [one[1] for one in found(ledger, "100.00")] == [["INV-1"], ["INV-2"]]


def test_documents_may_be_paid_in_the_order_of_their_dates(ledger):
    for n in (1, 2, 3, 4):
        dues = [f"2026-05-{n:02d}", f"2026-07-{n:02d}"]
        ledger.owes("C1", f"INV-{n}", ["30.00", "70.00"], issued=f"2026-05-{n:02d}", due=dues)
    assert found(ledger, "200.00")[0][:2] == ("oldest", ["INV-1", "INV-1", "INV-2", "INV-2"])


def test_words_of_an_advance_make_everything_less_sure(ledger):
    ledger.owes("C1", "INV-1", "3000.00")
    ledger.owes("C1", "INV-2", "2000.00")
    assert found(ledger, "3000.00", "预付款")[0][2] < 0.97 < found(ledger, "3000.00")[0][2]


@pytest.mark.parametrize(
    "more, off",
    [
        ({"terms": "2/10 NET30"}, 2000),
        ({"terms": "5/5 2/10 NET30"}, 2000),
        ({"terms": "NET30"}, 0),
        ({"terms": "2/5 NET30"}, 0),
        ({"terms": "未定/10"}, 0),
        ({"terms": "2/10 NET30", "open": "15.00"}, 0),
    ],
)
def test_the_discount_still_to_be_had(ledger, more, off):
    ledger.owes("C1", "INV-1", "1000.00", issued="2026-06-01", **more)
    index = ledger.index()
    (standing,), _ = index.pool(1, "CNY")
    assert discount_of(standing, ledger.payment("1.00", on="2026-06-10").on) == off
