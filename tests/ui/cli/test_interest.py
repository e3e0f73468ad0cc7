"""The command interest: the contract's shape, words for a person, and posting a claim."""

import pytest

INVOICES = """number,customer,issue_date,due_date,currency,amount
S-1,Alpha,2024-06-01,2024-06-30,CNY,100000.00
E-1,Europa,2025-04-01,2025-05-01,EUR,10000.00
U-1,Albion,2025-03-01,2025-03-31,GBP,5000.00
D-1,Dollar,2025-03-01,2025-03-31,USD,10000.00
"""
RECEIPTS = """number,customer,date,currency,amount
RC-1,Alpha,2024-12-31,CNY,40000.00
"""
ALLOCATIONS = """receipt,invoice,amount,date
RC-1,S-1,40000.00,2024-12-31
"""
CONTRACT = ("invoice", "as_of", "mode", "segments", "fixed", "total", "basis")


@pytest.fixture
def late(book, table):
    """Return the runner with a late invoice in each of four currencies."""
    assert book("import", "invoices", table(INVOICES, "invoices.csv")).code == 0
    return book


@pytest.fixture
def part_paid(late, table):
    """Return the runner with 40,000.00 of the first invoice paid at the end of 2024."""
    assert late("import", "receipts", table(RECEIPTS, "receipts.csv")).code == 0
    assert late("import", "allocations", table(ALLOCATIONS, "allocations.csv")).code == 0
    return late


def _ask(cli, invoice, as_of, *words, code=0):
    told = cli("interest", "--invoice", invoice, "--as-of", as_of, *words, as_json=True)
    assert told.code == code
    return told.json


def test_the_contracts_shape(late):
    told = _ask(late, "S-1", "2025-06-30", "--mode", "CN_SALE_LPR_FLOAT:1.5")
    assert [told[key] for key in ("invoice", "as_of", "mode")] == [
        "S-1",
        "2025-06-30",
        "CN_SALE_LPR_FLOAT:1.5",
    ]
    assert set(CONTRACT) <= set(told)
    assert [tuple(one.values()) for one in told["segments"]] == [
        ("2024-07-01", "2024-07-22", 21, "100000.00", "5.175", "297.74"),
        ("2024-07-22", "2024-10-21", 91, "100000.00", "5.025", "1252.81"),
        ("2024-10-21", "2025-05-20", 211, "100000.00", "4.65", "2688.08"),
        ("2025-05-20", "2025-07-01", 42, "100000.00", "4.50", "517.81"),
    ]
    keys = ["from", "to", "days", "principal", "rate", "amount"]
    assert [list(one) for one in told["segments"]] == [keys] * 4
    assert (told["fixed"], told["total"], told["warnings"]) == ("0.00", "4756.44", [])
    assert "LPR × 1.5" in told["basis"]


@pytest.mark.parametrize(
    "words,total",
    [
        (("CN_SALE_LPR_FLOAT:1.5", "--year", "360"), "4822.51"),
        (("CN_SALE_LPR_FLOAT:1.3",), "4122.25"),
        (("CN_SALE_LPR_FLOAT:1.0",), "3170.96"),
        (("CN_SALE_LPR_FIXED:1.5",), "5175.00"),
        (("CN_SALE_LPR_FIXED:1.5", "--year", "360"), "5246.88"),
        (("CN_SALE_LPR_FIXED:1.3",), "4485.00"),
        (("CN_SME_17",), "18250.00"),
        (("CN_SME_17", "--count", "both"), "18300.00"),
        (("CN_CONTRACT:0.05%/day", "--contract-on", "2024-01-02"), "18250.00"),
    ],
)
def test_the_worked_vectors(late, words, total):
    assert _ask(late, "S-1", "2025-06-30", "--mode", *words)["total"] == total


@pytest.mark.parametrize(
    "words,sums",
    [
        (("E-1", "2026-02-15", "--mode", "EU"), ("822.88", "40.00", "862.88")),
        (("U-1", "2025-07-10", "--mode", "UK"), ("176.40", "70.00", "246.40")),
        (("D-1", "2025-05-15", "--mode", "US:18%/year"), ("221.92", "0.00", "221.92")),
        (("D-1", "2025-05-15", "--mode", "US:1.5%/month"), ("225.00", "0.00", "225.00")),
    ],
)
def test_the_worked_vectors_abroad(late, words, sums):
    told = _ask(late, *words)
    assert (told["interest"], told["fixed"], told["total"]) == sums


def test_rates_are_percent_a_year_with_the_agreed_unit_beside(late):
    (one,) = _ask(late, "S-1", "2025-06-30", "--mode", "CN_SME_17")["segments"]
    assert (one["rate"], one["rate_per_day"]) == ("18.25", "0.05")
    (one,) = _ask(late, "D-1", "2025-05-15", "--mode", "US:1.5%/month")["segments"]
    assert (one["rate"], one["rate_per_month"]) == ("18.00", "1.5")


def test_the_principal_steps_down_with_the_payment(part_paid):
    told = _ask(part_paid, "S-1", "2025-06-30", "--mode", "CN_SALE_LPR_FLOAT:1.5")
    assert [(one["from"], one["principal"]) for one in told["segments"]] == [
        ("2024-07-01", "100000.00"),
        ("2024-07-22", "100000.00"),
        ("2024-10-21", "100000.00"),
        ("2025-01-01", "60000.00"),
        ("2025-05-20", "60000.00"),
    ]
    assert told["total"] == "3840.98"


def test_nothing_late_is_an_empty_answer(late):
    told = _ask(late, "S-1", "2024-06-30", "--mode", "CN_LOAN_4X")
    assert (told["segments"], told["total"]) == ([], "0.00")
    told = late("interest", "--invoice", "S-1", "--as-of", "2024-06-30", lang="zh")
    assert "没有逾期天数" in told.out


def test_without_a_mode_one_is_proposed_and_says_so(late):
    told = _ask(late, "S-1", "2025-06-30")
    assert (told["mode"], told["total"]) == ("CN_SALE_LPR_FLOAT:1.5", "4756.44")
    assert [one["code"] for one in told["warnings"]] == ["proposed"]


def test_warnings_are_in_the_language_of_the_reader(late):
    words = ("interest", "--invoice", "S-1", "--as-of", "2025-12-31")
    more = ("--mode", "CN_CONTRACT:0.05%/day")
    for lang, said in (("en", "Nothing was cut"), ("zh", "未作调减")):
        told = late(*words, *more, lang=lang, as_json=True).json
        assert [one["code"] for one in told["warnings"]] == ["above_4_lpr", "above_loss"]
        assert said in told["warnings"][1]["message"]
    told = late(*words, "--mode", "CN_LPR_1X", as_json=True).json
    assert [one["code"] for one in told["warnings"]] == ["unverified"]


@pytest.mark.parametrize(
    "lang,said",
    [
        (
            "en",
            ("1252.81", "5.025% a year", "Total 4756.44 CNY", "Basis: ", "not legal advice"),
        ),
        ("zh", ("1252.81", "年利率 5.025%", "合计 4756.44 CNY", "依据：", "不构成法律意见")),
    ],
)
def test_a_person_reads_lines_that_add_up(late, lang, said):
    words = ("interest", "--invoice", "S-1", "--as-of", "2025-06-30")
    told = late(*words, "--mode", "CN_SALE_LPR_FLOAT:1.5", lang=lang)
    assert (told.code, told.err) == (0, "")
    for words in said:
        assert words in told.out


def test_a_claim_is_posted_once_and_goes_on_later(part_paid):
    told = _ask(part_paid, "S-1", "2024-12-31", "--mode", "CN_SALE_LPR_FLOAT:1.5", "--claim")
    assert (told["total"], told["debit_note"]) == ("2467.81", "DN-2024-000001")
    again = _ask(part_paid, "S-1", "2024-12-31", "--claim", code=3)
    assert again["error"]["code"] == "interest.already_claimed"
    later = _ask(part_paid, "S-1", "2025-06-30", "--claim")
    assert (later["segments"][0]["from"], later["total"]) == ("2025-01-01", "1373.17")
    whole = _ask(part_paid, "S-1", "2025-06-30", "--mode", "CN_SALE_LPR_FLOAT:1.5")
    assert (whole["total"], whole["claimed"]) == ("3840.98", "3840.98")
    assert whole["claimed_to"] == "2025-06-30"
    balance = part_paid("balance", "--customer", "Alpha", "--as-of", "2025-06-30", as_json=True)
    assert balance.json["currencies"][0]["open"] == "63840.98"
    assert part_paid("check").code == 0


def test_a_claim_tells_a_person_its_number(late):
    words = ("interest", "--invoice", "S-1", "--claim", "--as-of")
    assert "Posted as debit note DN-2024-000001." in late(*words, "2024-12-31").out
    told = late(*words, "2025-06-30", lang="zh").out
    assert "其中已主张 2467.81（至 2024-12-31）" in told


def test_nothing_to_claim_posts_nothing(late):
    told = late("interest", "--invoice", "S-1", "--as-of", "2024-06-30", "--claim")
    assert (told.code, told.out) == (3, "")
    assert "nothing was done" in told.err


def test_days_before_a_judgment_can_be_left_out(late):
    words = ("--mode", "CN_JUDGMENT_DOUBLE", "--from", "2025-06-21")
    assert _ask(late, "S-1", "2025-06-30", *words)["total"] == "175.00"


@pytest.mark.parametrize(
    "words",
    [
        ("--mode", "LPR"),
        ("--mode", "CN_SALE_LPR_FLOAT:2.0"),
        ("--mode", "US:18"),
        ("--mode", ""),
        ("--year", "366"),
        ("--count", "none"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(late, words):
    told = late("interest", "--invoice", "S-1", "--as-of", "2025-06-30", *words)
    assert (told.code, told.out) == (2, "")


def test_invoice_and_day_are_needed(late):
    assert late("interest", "--invoice", "S-1").code == 2
    assert late("interest", "--as-of", "2025-06-30").code == 2


@pytest.mark.parametrize(
    "invoice,mode,code",
    [
        ("NONE", "UK", "record.not_found"),
        ("D-1", "US", "interest.rate_needed"),
        ("D-1", "", "interest.mode_needed"),
    ],
)
def test_what_cannot_be_computed_is_told_without_a_traceback(late, invoice, mode, code):
    words = ("--mode", mode) if mode else ()
    assert _ask(late, invoice, "2025-06-30", *words, code=3)["error"]["code"] == code


def test_instalments_are_named(book, table):
    text = "number,customer,issue_date,terms,amount\nI-1,Alpha,2026-01-01,30%@0+70%@60,1000.00\n"
    assert book("import", "invoices", table(text, "invoices.csv")).code == 0
    told = _ask(book, "I-1", "2026-03-12", "--mode", "CN_CONTRACT:1%/day")
    assert [one["instalment"] for one in told["segments"]] == ["1/2", "2/2"]
    words = ("interest", "--invoice", "I-1", "--as-of", "2026-03-12")
    assert "Instalment" in book(*words, "--mode", "CN_CONTRACT:1%/day").out
