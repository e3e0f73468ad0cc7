"""The file of rejected rows, safe in a spreadsheet and readable again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import FileUnwritable
from domain.reading.cells import read_number, read_text
from domain.reading.columns import guess_mapping
from domain.reading.result import Rejection
from storage.files.reader import open_table
from storage.files.rejected import RejectedRow, guarded, write_rejected

HEADERS = ("发票号", "客户名称", "金额")


def _row(number, cells, *reasons):
    return RejectedRow(
        number=number,
        cells=cells,
        reasons=[
            (Rejection(row=number, code=code, column=column), message)
            for column, code, message in reasons
        ],
    )


def test_rejected_rows_are_read_again(tmp_path):
    path = tmp_path / "rejected.csv"
    rows = [
        _row(9, ["25312000000000000012", "=HYPERLINK()", "-5.00", "x"], ("", "row.bad", "坏")),
        _row(
            3,
            ["0012", "a\0b", 5.5],
            ("金额", "amount.ambiguous", "两种读法"),
            ("开票日期", "date.ambiguous", "两种读法"),
        ),
    ]
    write_rejected(path, HEADERS, rows)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf#row,#column,#code,#message,")
    table = open_table(path)
    assert table.rows == [
        [
            *("3", "金额; 开票日期", "amount.ambiguous; date.ambiguous", "两种读法"),
            *("\t0012", "a\\x00b", "5.5"),
        ]
    ]
    assert set(guess_mapping(table.headers, "invoices").columns) == {"number", "customer", "amount"}
    assert [one.row for one in table.rejected] == [3]
    assert table.originals[3][4:] == ["\t25312000000000000012", "'=HYPERLINK()", "-5.00", "x"]


def test_file_that_cannot_be_written_is_a_fault(tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(FileUnwritable):
        write_rejected(tmp_path / "taken" / "f.csv", HEADERS, [])


@pytest.mark.parametrize(
    "cell,text",
    [
        ("=1+1", "'=1+1"),
        ("+86 10", "+86 10"),
        ("+1+1", "'+1+1"),
        ("-5,000.00", "-5,000.00"),
        ("@SUM(1)", "'@SUM(1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1+1", "'=1+1"),
        ("'=1+1", "'=1+1"),
        ("007", "\t007"),
        ("0", "0"),
        ("0.50", "0.50"),
        ("123456789012", "\t123456789012"),
        ("", ""),
        (None, ""),
        (12.0, "12"),
    ],
)
def test_cells_are_guarded(cell, text):
    assert guarded(cell) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12))
def test_guard_is_dropped_on_reading(text):
    assert read_text(guarded(text)) == read_text(text)


@given(st.text(alphabet="0123456789", min_size=1, max_size=20))
def test_numbers_come_back_whole(text):
    assert read_number(guarded(text)).value == text
