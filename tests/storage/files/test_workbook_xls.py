"""The old binary workbook: its cells, and what of it is damaged."""

import struct
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import FileUnreadable
from storage.files.workbook import read_workbook
from tests.storage.files.xls_sample import CHAINS, SECTOR, xls

ROOT = Path(__file__).parents[3]
ROWS = [
    ["交易日期", "对方户名", "金额", "已核对"],
    [date(2025, 3, 10), "海棠示例商贸有限公司", 1333.56, True],
    [date(2025, 3, 12), None, -15.0, False],
]
SAMPLE = xls({"明细": ROWS})


def test_cells_have_their_kinds():
    rows, name, others = read_workbook(SAMPLE, "f.xls")
    assert (name, others) == ("明细", ())
    assert rows == [
        ["交易日期", "对方户名", "金额", "已核对"],
        [date(2025, 3, 10), "海棠示例商贸有限公司", 1333.56, True],
        [date(2025, 3, 12), "", -15, False],
    ]


def test_rows_are_as_wide_as_the_widest():
    rows, _name, _others = read_workbook(xls({"a": [[1.0], [None, None, 2.5]]}), "f.xls")
    assert rows == [[1, "", ""], ["", "", 2.5]]


def test_the_visible_sheet_with_known_headers_is_read():
    data = xls({"说明": [["请看明细"]], "明细": ROWS, "底稿": ROWS}, hidden=("底稿",))
    rows, name, others = read_workbook(data, "f.xls")
    assert (rows[0], name, others) == (ROWS[0], "明细", ("说明",))
    assert read_workbook(data, "f.xls", "底稿")[1] == "底稿"


def test_a_sheet_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(FileUnreadable) as caught:
        read_workbook(SAMPLE, "f.xls", "无此表")
    assert caught.value.facts["reason"] == "sheet_missing"
    assert caught.value.facts["sheets"] == ("明细",)


def _chained(sector: int, to: int) -> bytes:
    at = CHAINS + 4 * sector
    return SAMPLE[:at] + struct.pack("<I", to) + SAMPLE[at + 4 :]


def _little_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))


@pytest.mark.skipif(sys.platform == "win32", reason="the system sets no limit of memory there")
@pytest.mark.parametrize(
    "data",
    [
        _chained(3, 2),
        _chained(1, 1),
        SAMPLE[:44] + b"\xff\xff\xff\x7f" + SAMPLE[48:],
        SAMPLE[:62] + b"\xff\xff\xff\x7f" + SAMPLE[66:],
        SAMPLE[:68] + b"\0\0\0\0" + SAMPLE[72:],
    ],
    ids=["cells in a ring", "directory in a ring", "chains", "small chains", "more chains"],
)
def test_a_damaged_file_takes_no_memory(tmp_path, data):
    """Found by damaging bank files: a ring of sectors took all memory and the program died."""
    (tmp_path / "f.xls").write_bytes(data)
    code = (
        "import sys; from pathlib import Path; from domain.errors import FileUnreadable\n"
        "from storage.files.workbook import read_workbook\n"
        "try: print(read_workbook(Path(sys.argv[1]).read_bytes(), 'f')[1])\n"
        "except FileUnreadable as fault: print(fault.facts['reason'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "f.xls")],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=_little_memory,
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert done.stdout.strip() in ("workbook_damaged", "明细")


def test_a_ring_of_sectors_is_refused():
    with pytest.raises(FileUnreadable) as caught:
        read_workbook(_chained(3, 2), "f.xls")
    assert caught.value.facts["reason"] == "workbook_damaged"


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SAMPLE) - 1),
            st.sampled_from([b"\xff\xff\xff\x7f", b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x09\x08"])
            | st.binary(min_size=1, max_size=4),
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(0, 2 * SECTOR),
)
def test_a_damaged_file_is_read_or_refused(changes, lost):
    data = bytearray(SAMPLE[: len(SAMPLE) - lost])
    for place, piece in changes:
        data[place : place + len(piece)] = piece
    try:
        rows, _name, _others = read_workbook(bytes(data), "f.xls")
    except FileUnreadable:
        return
    assert len({len(row) for row in rows}) <= 1
