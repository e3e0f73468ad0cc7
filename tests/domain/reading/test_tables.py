"""The table in a sheet: titles above it, totals in and under it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading.tables import find_table, is_blank

HEAD = ["发票号", "客户", "开票日期", "金额"]


def _rows(text):
    return [line.split(",") for line in text.strip("\n").split("\n")]


def test_titles_and_totals_are_no_data():
    rows = _rows("""
某某示例有限公司,,,
应收明细表,,,
期间：2025年1月,,,单位：元
,,,
发票号,客户,开票日期,金额
001,海棠示例,2025-01-06,1.00
,,,
小计,,,1.00
002,白桦示例,2025-01-07,2.00
发票号,客户,开票日期,金额
003,红枫示例,2025-01-08,3.00
合计,,,6.00
制表人：张三,,审核：李四,
第 1 页 共 1 页,,,
""")
    found = find_table(rows)
    assert (found.header, found.start, found.end) == (4, 5, 11)
    assert found.left_out == {6, 7, 9}
    assert found.footers == (11, 12, 13)


def test_customer_named_like_a_total_is_data():
    rows = [HEAD, ["Total", "Total Energies", "2025-01-06", "1"], ["合计科技", "客户", "", "2"]]
    assert find_table(rows).end == 3
    assert find_table(rows).left_out == frozenset()


@pytest.mark.parametrize(
    "footer",
    [
        "合 计",
        "总计：",
        "本页小计",
        "Grand Total",
        "TOTAL:",
        "合计（人民币）",
        "以上数据仅供参考",
        "----------",
    ],
)
def test_last_row_is_a_footer(footer):
    assert find_table([HEAD, ["1", "a", "b", "2"], [footer, "", "", "3.00"]]).end == 2


def test_total_in_a_later_column_is_found():
    assert find_table([HEAD, ["1", "a", "b", "2"], ["", "合计", "2 笔", "3.00"]]).end == 2


def test_unknown_headers_are_the_first_wide_row():
    rows = [["报告"], ["甲", "乙", "丙"], ["1", "2", "3"]]
    assert find_table(rows).header == 1
    assert find_table([["甲", "乙"], ["1", "2"]]).header == 0


def test_headers_of_a_saved_mapping_are_known():
    rows = [["a", "b", "c"], ["Wert", "Kto", "x"], ["1", "2", "3"]]
    assert find_table(rows).header == 0
    assert find_table(rows, wanted=["wert", "KTO"]).header == 1


def test_one_known_column_is_a_table():
    assert find_table([["客户名称"], ["海棠"]]).header == 0


def test_empty_sheets_have_no_table():
    assert find_table([]).header == -1
    assert find_table([["", " "], [None]]).header == -1


def test_rows_of_nothing_but_zeros_are_data():
    assert find_table([HEAD, [0, "", "", 0]]).end == 2
    assert find_table([HEAD, ["", "", "", ""], [None, "", "", 0]]).end == 3


def test_headers_without_rows():
    assert find_table([HEAD])[:3] == (0, 1, 1)
    assert find_table([HEAD, ["", "", "", ""]]).end == 1


def test_blank_rows():
    assert is_blank(["", " ", None])
    assert is_blank([])
    assert not is_blank([0])
    assert not is_blank([False])


@given(st.lists(st.lists(st.text(max_size=4) | st.none() | st.integers(), max_size=4), max_size=8))
def test_every_row_is_accounted_for(rows):
    found = find_table(rows)
    if found.header < 0:
        return
    data = set(range(found.start, found.end)) - found.left_out
    blank = {place for place, row in enumerate(rows) if is_blank(row)}
    above = set(range(found.header + 1))
    assert data | found.left_out | set(found.footers) | above | blank == set(range(len(rows)))
    assert not data & set(found.footers)
