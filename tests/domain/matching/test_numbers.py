import pytest

from domain.matching.numbers import letters_of, loosened, parsed, read, through
from domain.matching.text import fold

BOOK = {
    loosened(number)
    for number in (
        "INV-2501",
        "INV-2502",
        "INV-2026-000478",
        "HT-2025-018",
        "26332000000000005187",
        "XS202605-00123",
        "04400123",
    )
}


def found(text, plain=""):
    return [mention.key for mention in read(fold(text), BOOK, plain)]


@pytest.mark.parametrize(
    "text",
    [
        "INV-2501",
        "INV2501",
        "inv 2501",
        "货款INV2501",
        "ＩＮＶ－２５０１",
        "INV- 25 01",
        "inv_2501号",
    ],
)
def test_a_number_is_found_however_its_marks_are_written(text):
    (mention,) = read(fold(text), BOOK)
    assert (mention.key, mention.exact) == ("INV2501", True)
    assert fold(text)[mention.start : mention.end].startswith("I")


@pytest.mark.parametrize(
    "text, keys",
    [
        ("2503/2504两合同款", ["2503", "2504"]),
        ("尾号5187 5203", ["5187", "5203"]),
        ("INV2501INV2502", ["INV2501", "INV2502"]),
        ("发票 2501、2502和2503", ["2501", "2502", "2503"]),
        ("INVOICE NO. 2501 & 2502", ["2501", "2502"]),
        ("XS202605-00123,00124", ["XS20260500123", "00124"]),
        ("货款 2026-0478", ["20260478"]),
        ("2501+2502，2503;2504", ["2501", "2502", "2503", "2504"]),
        ("支付26332000000000005187", ["26332000000000005187"]),
    ],
)
def test_lists_are_read_one_by_one(text, keys):
    assert found(text) == keys


@pytest.mark.parametrize(
    "text",
    [
        *(
            "20260608 货款",
            "2026-06-08",
            "2026年6月8日",
            "6月8日",
            "6.8",
            "DD 110626",
            "202605货款",
        ),
        *("5月货款", "4、5月份", "26年5月", "10:15:00"),
        *("金额11,300.00", "11300元", "RMB 2501", "3.5万元", "USD 2501", "2501.50", "12,345.00"),
        *("电话13812345678", "0571-88123456", "400-800-1234", "TEL:88123456"),
        *("账号6222000012345678", "卡号6222****5669", "流水号20260606123456", "回单号 123456789"),
        *("25台", "301室", "30%", "第3期", "100KG"),
    ],
)
def test_dates_amounts_telephones_and_accounts_are_no_numbers(text):
    assert found(text) == []


def test_the_amount_itself_is_no_number():
    assert found("货款11300", plain="11300") == []
    assert found("货款11301", plain="11300") == ["11301"]
    assert found("发票11300", plain="11300") == ["11300"]


@pytest.mark.parametrize(
    "text, kind",
    [
        ("发票0478", "number"),
        ("尾号0478", "number"),
        ("订单号0478", "order"),
        ("PO 0478", "order"),
        ("合同编号：0478", "contract"),
        ("对账单0478", "statement"),
        ("No.0478", None),
        ("REF 0478", None),
    ],
)
def test_a_word_before_tells_what_a_number_is(text, kind):
    (mention,) = read(fold(text), BOOK)
    assert mention.told
    assert mention.kind == kind


def test_bare_digits_are_told_by_nothing():
    (mention,) = read(fold("货款0478"), BOOK)
    assert not mention.told


def test_what_a_list_begins_with_holds_for_all_of_it():
    assert [m.told for m in read(fold("尾号5187、5203和5204"), BOOK)] == [True] * 3
    assert [m.told for m in read(fold("INV2501、2502"), BOOK)] == [True] * 2
    assert [m.told for m in read(fold("尾号5187 货款 5203"), BOOK)] == [True, False]


@pytest.mark.parametrize("text", ["No.478-480", "478至480", "发票478~480", "478到80"])
def test_a_range_ends_with_a_full_number(text):
    first, last = read(fold(text), BOOK)
    assert (first.digits, last.digits, last.through) == ("478", "480", True)


@pytest.mark.parametrize(
    "first, last, end",
    [
        ("2501", "2503", "2503"),
        ("2501", "03", "2503"),
        ("0478", "482", "0482"),
        ("2503", "2501", ""),
    ],
)
def test_a_range_goes_up_and_not_far(first, last, end):
    assert through(first, last) == end
    assert through("2501", "2999") == ""


def test_a_number_with_letters_right_beside_is_another():
    assert [m.exact for m in read("INV2501A", BOOK)] == [False]
    assert [m.exact for m in read("AB04400123", BOOK)] == [False]
    assert read("GH-8821", BOOK)[0].letters == "GH"


def test_a_date_that_is_a_number_of_the_book_needs_a_word():
    book = {"20260305"}
    assert read("货款20260305", book) == ()
    assert [m.exact for m in read("发票20260305", book)] == [True]


@pytest.mark.parametrize(
    "number, serial, year, digits",
    [
        ("INV-2026-000478", "478", "2026", "2026000478"),
        ("INV-2501", "2501", "", "2501"),
        ("INV-2501-2", "2501", "", "25012"),
        ("XS202605-00123", "123", "", "20260500123"),
        ("04400123", "4400123", "", "04400123"),
        ("HT-2025-018", "18", "2025", "2025018"),
        ("2026-0478", "478", "2026", "20260478"),
        ("销26-5", "26", "", "265"),
        ("无号", "", "", ""),
    ],
)
def test_a_number_is_taken_apart(number, serial, year, digits):
    found = parsed(number)
    assert (found.serial, found.year, found.digits) == (serial, year, digits)


def test_the_letters_of_a_number():
    assert letters_of("inv-2501") == "INV"
    assert letters_of("04400123") == ""
