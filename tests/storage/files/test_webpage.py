"""Web pages that call themselves workbooks."""

from hypothesis import given
from hypothesis import strategies as st

from storage.files.webpage import read_webpage


def test_largest_table_is_read():
    page = """<html><table><tr><td>menu</table>
    <TABLE border=1><tr><th>发票号<th>客户 &amp; Co</tr>
    <tr><td>001</td><td>海棠<br>示例</td></tr><tr><td colspan=2>合计</td></tr></TABLE></html>"""
    assert read_webpage(page) == [["发票号", "客户 & Co"], ["001", "海棠 示例"], ["合计", ""]]


def test_tables_in_cells_count_for_themselves():
    page = "<table><tr><td><table><tr><td>a</td></tr><tr><td>b</td></tr></table></td></tr></table>"
    assert read_webpage(page) == [["a"], ["b"]]


def test_formulas_and_scripts_are_text_or_nothing():
    assert read_webpage("<table><tr><td>=1+1</td></tr></table>") == [["=1+1"]]


def test_cell_without_a_row_begins_one():
    assert read_webpage("<p><table><td>a<td>b</table>") == [["a", "b"]]


def test_without_a_table_there_are_no_rows():
    assert read_webpage("<html><p>x") == []


def test_wide_cells_are_bounded():
    rows = read_webpage("<table><tr><td colspan=999999999999>x<td colspan=5000>y<td colspan=-1>")
    assert len(rows[0]) < 1_000


@given(st.text(alphabet="<>/tabledrhcolspan= \"'1&;x", max_size=80))
def test_no_page_raises(text):
    read_webpage(f"<table><tr>{text}")
