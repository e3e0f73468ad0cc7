"""Tables of any bank: what is asked about, refused by row, and noted."""

import io
from datetime import date, time
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.bank import BankFile
from domain.errors import FileUnreadable
from domain.reading import codes
from domain.reading.bank import from_json
from storage.bank import found, tables
from storage.files import reasons
from storage.files.reader import NOTE_ABOVE, NOTE_BELOW, NOTE_SHEET

HEAD = "交易日期,摘要,借方发生额,贷方发生额,余额\n"


def _read(text, **options):
    content = text if isinstance(text, bytes) else text.encode()
    return tables.read(content, "x.csv", **options)


def _only(text, **options):
    (statement,) = _read(text, **options).statements
    return statement


def _notes(statement, code):
    return [dict(note.facts) for note in statement.notes if note.code == code]


def _refused(text, **options):
    with pytest.raises(FileUnreadable) as caught:
        _read(text, **options)
    return caught.value.facts


def _book(sheets):
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(number, place, cell, day)
                    else:
                        sheet.write(number, place, cell)
    return page.getvalue()


# -- rows


def test_every_row_is_a_movement_a_refusal_or_a_note():
    text = (
        "某银行账户明细\n账号: 62220001\n"
        + HEAD
        + "2026-04-10,货款,,500.00,1500.00\n2026-04-31,坏日期,,1.00,\n,无日期,,1.00,\n"
        "2026-04-11,坏数,,abc,\n2026-04-11,无数,,,\n2026-04-11,两边,1.00,2.00,\n"
        "2026-04-12,退款,20.00,,1480.00\n本页小计,,20.00,500.00,\n合计,,20.00,500.00,\n"
        "以上数据仅供参考\n"
    )
    file = _read(text)
    (statement,) = file.statements
    assert [line.row for line in statement.lines] == [4, 10]
    assert [(one.row, one.code) for one in file.rejected] == [
        (5, codes.DATE_IMPOSSIBLE),
        (6, found.NO_DATE),
        (7, codes.AMOUNT_UNREADABLE),
        (8, found.NO_AMOUNT),
        (9, found.BOTH_SIDES),
    ]
    assert (file.rejected[2].column, file.rejected[2].value) == ("贷方发生额", "abc")
    assert _notes(statement, NOTE_ABOVE) == [{"rows": (1, 2)}]
    assert _notes(statement, NOTE_BELOW) == [{"rows": (11, 12, 13)}]
    assert statement.account == "62220001"


def test_balances_in_rows_without_a_movement():
    text = HEAD + "2026-04-01,期初余额,0.00,0.00,1000.00\n2026-04-10,货款,,500.00,1500.00\n"
    statement = _only(text + "2026-04-30,本月合计,,500.00,1500.00\n2026-04-30,期末余额,,,1500.00\n")
    assert (len(statement.lines), statement.credits) == (1, 500)
    assert (statement.opening, statement.closing, statement.adds_up) == (1000, 1500, True)


def test_balances_above_and_below_the_table_with_decimal_commas():
    text = (
        "Bank code : 1001,Agency : 1,,,,\nAccount Number : 0808,Account Name : Owner,: EUR,,,\n"
        ",,,,,\n"
        'Balance at end of period,,,,"1480,00",\nDate,Operation Number,Label,Debit,Credit,Detail\n'
        '10/04/26,OP1,A,,"500,00",x\n11/04/26,OP2,B,"-20,00",,y\n'
        'Balance at start of period,,,,"1000,00",\n'
    )
    statement = _only(text)
    assert (statement.account, statement.owner, statement.currency) == ("0808", "Owner", "EUR")
    assert (statement.opening, statement.closing, statement.adds_up) == (1000, 1480, True)
    assert [line.booked_on for line in statement.lines] == [date(2026, 4, 10), date(2026, 4, 11)]
    assert [line.serial for line in statement.lines] == ["OP1", "OP2"]


def test_balances_in_every_row_alike():
    text = (
        "account_number,currency,initial_balance,final_balance,income,expenses,"
        "transaction_date,amount\n"
        "123456,EUR,0.00,480.00,500.00,20.00,2026-04-10,500.00\n"
        "123456,EUR,0.00,480.00,500.00,20.00,2026-04-11,-20.00\n"
    )
    statement = _only(text)
    assert (statement.account, statement.opening, statement.closing) == ("123456", 0, 480)
    assert (statement.credits, statement.debits, statement.adds_up) == (500, 20, True)


def test_totals_and_balances_that_do_not_fit_are_told():
    text = "期初余额,1000.00\n期末余额,1500.00\n" + HEAD + "2026-04-10,货款,,500.00,\n"
    statement = _only(text + "2026-04-11,退款,20.00,,\n合计,,30.00,500.00,\n")
    assert _notes(statement, found.CONTROL) == [
        {"what": "closing", "told": "1500.00", "found": "1480.00"},
        {"what": "debits", "told": "30.00", "found": "20.00"},
    ]


def test_a_break_in_the_balances_is_told_with_its_row():
    rows = "2026-04-10,货款,,500.00,1500.00\n2026-04-11,退款,20.00,,1480.00\n"
    statement = _only(HEAD + rows + "2026-04-12,货款,,5.00,1490.00\n2026-04-13,x,,1.00,1491.00\n")
    assert _notes(statement, found.CONTROL) == [
        {"what": "balance", "told": "1480.00", "found": "1485.00", "row": 4, "count": 1}
    ]
    assert (statement.opening, statement.closing) == (None, 1491)


def test_balances_that_are_masked_are_left_out():
    statement = _only(HEAD + "2026-04-10,货款,,500.00,x.zz\n")
    assert (statement.lines[0].balance, statement.closing) == (None, None)
    assert _notes(statement, found.BAD_BALANCE) == [{"count": 1}]


def test_a_reversal_is_money_back():
    rows = "2026-04-10,货款,,500.00,1500.00\n2026-04-11,付款,20.00,,1480.00\n"
    statement = _only(HEAD + rows + "2026-04-12,冲正,-20.00,,1500.00\n")
    assert [line.amount for line in statement.lines] == [500, -20, 20]
    assert [line.is_reversal for line in statement.lines] == [False, False, True]


def test_a_fee_beside_the_amount_goes_off_where_the_balances_say_so():
    text = (
        "Date,Description,Amount,Fee,Currency,State,Balance\n"
        "2026-04-10 10:00:00,A,500.00,0.00,EUR,COMPLETED,1500.00\n"
        "2026-04-11 10:00:00,B,-20.00,0.50,EUR,COMPLETED,1479.50\n"
        "2026-04-11 11:00:00,C,-9.00,0.00,EUR,DECLINED,\n"
        "2026-04-12 11:00:00,D,-1.00,0.00,EUR,PENDING,1478.50\n"
    )
    statement = _only(text)
    assert [line.amount for line in statement.lines] == [500, Decimal("-20.50"), -1]
    assert [line.charges for line in statement.lines] == [0, Decimal("0.50"), 0]
    assert (statement.opening, statement.closing) == (1000, Decimal("1478.50"))
    assert _notes(statement, found.UNMOVED) == [{"count": 1, "rows": (4,)}]
    assert _notes(statement, found.PENDING) == [{"count": 1}]


def test_a_row_of_a_word_that_says_no_way_is_refused():
    text = "交易日期,收支标志,金额\n2026-04-10,收,5.00\n2026-04-11,支,1.00\n2026-04-12,未知,2.00\n"
    file = _read(text)
    assert [line.amount for line in file.statements[0].lines] == [5, -1]
    (one,) = file.rejected
    assert (one.row, one.code, one.facts) == (4, found.WAY_UNKNOWN, {"found": "未知"})


def test_a_row_with_too_many_cells_is_refused():
    file = _read(HEAD + "2026-04-10,货款,,1,500.00,1500.00\n2026-04-11,退款,20.00,,1480.00\n")
    (one,) = file.rejected
    assert (one.row, one.code) == (2, codes.TOO_MANY_CELLS)


@pytest.mark.parametrize(
    "row, code",
    [
        ("2026-04-10," + "x" * 200_000 + ",,5.00,", codes.FIELD_TOO_LONG),
        ('2026-04-10,"a" b,,5.00,', codes.BAD_QUOTES),
        ('2026-04-10,"a,,5.00,', codes.UNCLOSED_QUOTE),
        ("2026-04-10,a\x00,,5.00,", codes.NUL_BYTES),
    ],
)
def test_rows_that_are_broken_are_refused_also_where_all_are(row, code):
    file = _read(HEAD + row + "\n")
    assert [(one.row, one.code) for one in file.rejected] == [(2, code)]
    assert file.statements[0].lines == ()
    titled = _read('"某银行"户\n' + HEAD + "2026-04-10,货款,,5.00,\n")
    assert (titled.rejected, titled.statements[0].credits) == ((), 5)


def test_text_is_said_once_and_numbers_are_not_cut():
    text = (
        "交易日期,借方,贷方,摘要,用途,附言,对方账号\n2026-04-10,,5.00,货款,货款,HT-1,'0062220001\n"
    )
    line = _only(text).lines[0]
    assert (line.text, line.account) == ("货款 HT-1", "0062220001")


def test_account_numbers_that_a_spreadsheet_cut_are_left_empty_and_told():
    text = "交易日期,借方,贷方,对方账号\n2026-04-10,,5.00,6.22E+18\n2026-04-11,1.00,,6222000001\n"
    statement = _only(text)
    assert [line.account for line in statement.lines] == ["", "6222000001"]
    assert _notes(statement, found.NUMBER_CUT) == [{"column": "对方账号", "count": 1}]


def test_amounts_with_too_many_decimals_are_kept_to_be_refused_later():
    assert _only(HEAD + "2026-04-10,货款,,500.005,\n").lines[0].amount == Decimal("500.005")


def test_columns_of_the_same_name_are_all_read():
    text = "交易日期,借方,贷方,备注,备注\n2026-04-10,,5.00,货款,HT-1\n"
    file = _read(text)
    assert file.statements[0].lines[0].text == "货款 HT-1"
    assert file.headers[3:] == ("备注", "备注 (2)")


def test_accounts_that_follow_each_other_in_one_sheet_are_kept_apart():
    one = "账号: 1000001\n" + HEAD + "2026-04-10,货款,,500.00,1500.00\n合计,,,500.00,\n"
    two = "账号: 1000002\n" + HEAD + "2026-04-11,货款,,7.00,\n2026-04-12,x,,abc,\n"
    file = _read(one + two)
    assert [(s.account, s.credits, len(s.lines)) for s in file.statements] == [
        ("1000001", 500, 1),
        ("1000002", 7, 1),
    ]
    assert [one.row for one in file.rejected] == [8]


def test_rows_under_other_headers_are_refused_not_misread():
    text = HEAD + "2026-04-10,货款,,500.00,1500.00\n合计,,,500.00,\n"
    other = "对方户名,贷方金额,交易日期,借方金额,余额\n海棠,7.00,2026-04-10,,\n"
    file = _read(text + other + HEAD + "2026-04-11,退款,20.00,,1480.00\n")
    assert [line.amount for line in file.statements[0].lines] == [500, -20]
    assert [(one.row, one.code) for one in file.rejected] == [
        (4, found.OTHER_TABLE),
        (5, found.OTHER_TABLE),
    ]


def test_headers_that_come_again_at_once_are_no_rows():
    file = _read("账号: 1000001\n" + HEAD + HEAD + HEAD + "2026-04-10,货款,,5.00,\n")
    assert (file.statements[0].credits, file.rejected) == (5, ())


def test_days_without_a_year_are_of_the_bill_that_they_stand_in():
    text = (
        "某银行信用卡对账单（2024年01月）\n交易日,记账日,交易摘要,人民币金额,卡号末四位,交易地金额\n"
        ",12/29,还款,-30.00,1234,-30.00\n01/02,01/03,商店,56.78,1234,56.78\n"
    )
    statement = _only(text)
    assert [str(line.booked_on) for line in statement.lines] == ["2023-12-29", "2024-01-02"]
    assert [line.amount for line in statement.lines] == [30, Decimal("-56.78")]
    assert statement.lines[1].raw.startswith("01/02,01/03")
    assert _notes(statement, found.DATE_TAKEN) == [{"count": 1}]


def test_headers_on_every_page_are_no_rows():
    page = HEAD + "2026-04-10,货款,,5.00,\n第 1 页\n"
    file = _read("账号: 1000001\n" + page + "账号: 1000001\n" + page)
    assert (len(file.statements), file.statements[0].credits, file.rejected) == (1, 10, ())


# -- currencies


@pytest.mark.parametrize(
    "head, cell, given, currency, notes",
    [
        ("交易日期,收入,支出", "5.00", None, "CNY", 1),
        ("交易日期,收入,支出", "5.00", "USD", "USD", 0),
        ("交易日期,收入,支出", "$5.00", None, "USD", 1),
        ("交易日期,收入(USD),支出(USD)", "5.00", None, "USD", 0),
        ("币种: 美元\n交易日期,收入,支出", "5.00", "CNY", "USD", 0),
        ("Date,Money in,Money out", "5.00", None, "", 0),
        ("Date,Money in,Money out", "5.00", "GBP", "GBP", 0),
        ("Date,Credit EUR,Debit EUR", "5.00", None, "EUR", 0),
    ],
)
def test_where_the_currency_is_named(head, cell, given, currency, notes):
    statement = _only(f"{head}\n2026-04-10,{cell},\n", currency=given)
    assert statement.currency == currency
    assert len(_notes(statement, found.CURRENCY_TAKEN)) == notes


def test_a_row_of_no_known_currency_is_refused():
    file = _read("交易日期,收入,支出,币种\n2026-04-10,5.00,,CNY\n2026-04-10,5.00,,贝壳\n")
    assert [one.code for one in file.rejected] == [codes.CURRENCY_UNKNOWN]


# -- what is asked about


def test_amounts_without_a_direction_are_asked_about():
    facts = _refused("交易日期,摘要,金额\n2026-04-10,货款,5.00\n2026-04-11,退款,1.00\n")
    assert (facts["reason"], facts["headers"]) == (found.NO_SIGN, ("交易日期", "摘要", "金额"))
    assert facts["samples"][0] == ("2026-04-10", "货款", "5.00")
    assert facts["mapping"]["columns"] == {"date": "交易日期", "amount": "金额", "text": "摘要"}


def test_days_that_can_be_read_in_two_ways_are_asked_about():
    text = "Date,Description,Amount\n03/04/2026,A,-5.00\n05/04/2026,B,1.00\n"
    facts = _refused(text)
    assert (facts["reason"], facts["sample"]) == (found.DATE_ORDER, "03/04/2026")
    told = from_json({**facts["mapping"], "date_order": "dmy"})
    assert [line.booked_on.month for line in _only(text, mapping=told).lines] == [4, 4]


def test_dates_of_no_known_spelling_are_asked_about():
    facts = _refused("Date,Description,Amount\n12/29,A,-5.00\n")
    assert (facts["reason"], facts["found"]) == (found.BAD_DATE, "12/29")


def test_a_table_of_other_columns_is_asked_about_with_its_headers():
    facts = _refused("Report\nWann,Was,Wieviel\n2026-04-10,A,5.00\n2026-04-11,B,1.00\n")
    assert (facts["reason"], facts["missing"]) == (found.NO_COLUMNS, ("date", "amount"))
    assert facts["headers"] == ("Wann", "Was", "Wieviel")
    assert facts["samples"] == (("2026-04-10", "A", "5.00"), ("2026-04-11", "B", "1.00"))


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", reasons.EMPTY),
        (b"\xef\xbb\xbf\r\n", reasons.EMPTY),
        (b"\x00\x01\x02\x03" * 99, reasons.NOT_A_TABLE),
        (b"<a><b/></a>", reasons.NOT_A_TABLE),
        (b"PK\x03\x04broken", reasons.WORKBOOK_DAMAGED),
    ],
)
def test_what_is_no_table_is_refused(content, reason):
    assert _refused(content)["reason"] == reason


# -- workbooks and pages


def test_a_workbook_of_typed_cells():
    rows = [
        ["账号:", 62220001],
        ["交易日期", "交易时间", "借方", "贷方", "余额", "对方账号", "摘要"],
        [date(2026, 4, 10), 101112.0, "", 500.0, 1500.0, 6222000001.0, "货款"],
        [date(2026, 4, 11), 90000.0, 20.1, "", 1479.9, 6.22e18, "退款"],
    ]
    statement = _only(_book({"明细": rows}))
    assert [line.amount for line in statement.lines] == [500, Decimal("-20.1")]
    assert [line.at for line in statement.lines] == ["10:11:12", "09:00:00"]
    assert [line.account for line in statement.lines] == ["6222000001", ""]
    assert (statement.account, statement.opening, statement.closing) == (
        "62220001",
        1000,
        Decimal("1479.9"),
    )
    assert _notes(statement, found.NUMBER_CUT) == [{"column": "对方账号", "count": 1}]


def test_every_sheet_with_a_bank_table_is_read():
    head = ["交易日期", "借方", "贷方", "币种"]
    book = _book(
        {
            "人民币": [head, ["2026-04-10", "", 5, "CNY"]],
            "美元": [head, ["2026-04-10", 3, "", "USD"]],
            "说明": [["某银行"], ["说明"]],
        }
    )
    file = _read(book)
    assert {(one.currency, one.credits, one.debits) for one in file.statements} == {
        ("CNY", 5, 0),
        ("USD", 0, 3),
    }
    assert _notes(file.statements[0], NOTE_SHEET) == [{"sheet": "", "others": ("说明",)}]


def test_times_in_cells_of_their_own():
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["交易日期", "交易时间", "借方", "贷方"])
        sheet.write_row(1, 0, ["2026-04-10"])
        sheet.write_datetime(1, 1, time(8, 9, 10), book.add_format({"num_format": "hh:mm:ss"}))
        sheet.write_row(1, 2, ["", 5])
    assert _only(page.getvalue()).lines[0].at == "08:09:10"


def test_a_web_page_that_calls_itself_a_workbook():
    rows = "<tr><th>交易日期</th><th>借方</th><th>贷方</th></tr>"
    page = f"<html><table>{rows}<tr><td>2026-04-10</td><td></td><td>5.00</td></tr></table></html>"
    assert _only(page).credits == 5


# -- anything at all


AMOUNTS = st.integers(-(10**9), 10**9).filter(bool)
LAYOUTS = ("sides", "direction", "signed")


def _rows(amounts, layout):
    balance, rows = 100_000, []
    for place, amount in enumerate(amounts):
        balance += amount
        cells = {"交易日期": f"2026-04-{place % 28 + 1:02}", "余额": f"{balance / 100:,.2f}"}
        shown = f"{abs(amount) / 100:,.2f}"
        if layout == "sides":
            cells |= {"借方": shown if amount < 0 else "", "贷方": shown if amount > 0 else ""}
        elif layout == "direction":
            cells |= {"金额": shown, "借贷": "借" if amount < 0 else "贷"}
        else:
            cells |= {"金额": f"{amount / 100:,.2f}"}
        rows.append({**cells, "摘要": f"第{place}笔", "对方户名": "海棠"})
    return rows


@settings(max_examples=60, deadline=None)
@given(
    st.lists(AMOUNTS, min_size=2, max_size=28),
    st.sampled_from(LAYOUTS),
    st.permutations(range(6)),
    st.sampled_from([",", ";", "\t", "|"]),
    st.booleans(),
)
def test_a_table_is_read_in_whatever_form_it_stands(amounts, layout, order, delimiter, is_down):
    rows = _rows(amounts, layout)
    headers = list(rows[0])
    headers = [headers[place] for place in order if place < len(headers)]
    lines = [[row[header] for header in headers] for row in (rows[::-1] if is_down else rows)]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in [headers, *lines])
    file = _read(text.encode("gb18030"))
    (statement,) = file.statements
    found_ = statement.lines[::-1] if is_down else statement.lines
    assert [int(line.amount * 100) for line in found_] == amounts
    assert (statement.opening, statement.adds_up, file.rejected) == (1000, True, ())


PIECES = st.sampled_from(
    [
        *(
            "交易日期",
            "Date",
            "借方",
            "贷方",
            "金额",
            "Amount",
            "余额",
            "收/支",
            "币种",
            "账号",
            "状态",
        ),
        *("2026-04-10", "03/04/2026", "101112", "5.00", "1,234", "-1.5", "1e9", "贷", "/", "合计"),
        *(
            ",",
            ",",
            ",",
            ";",
            "\t",
            "\n",
            "\n",
            '"',
            "'",
            "`",
            "\x00",
            "￥",
            "账号:",
            "期初余额",
            "٣",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=60).map("".join))
def test_anything_is_a_file_or_is_refused_with_a_reason(text):
    reasons_: list[object] = []
    try:
        file = _read(text.encode("utf-8", "surrogatepass"))
    except FileUnreadable as fault:
        reasons_.append(fault.facts["reason"])
    assert reasons_ or isinstance(file, BankFile)
