"""Damaged files: an answer or a refusal, never anything else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.einvoice import EInvoiceFile, cross_check
from domain.errors import FileUnreadable
from storage.einvoice.recognise import holds_einvoice, is_einvoice, read_einvoices
from tests.storage.einvoice.samples import (
    CHINESE,
    PINYIN,
    cii,
    cn_red,
    cn_xml,
    export_csv,
    export_row,
    export_xlsx,
    ofd_attached,
    ofd_custom,
    packed,
    pdf,
    red_row,
    ubl,
    zugferd_1,
)

SEEDS = [
    cn_xml().encode(),
    cn_red().encode("gb18030"),
    PINYIN.encode("gbk"),
    CHINESE.encode(),
    ubl().encode(),
    ubl(is_note=True, blue="F-0").encode(),
    cii().encode(),
    zugferd_1().encode(),
    ofd_attached(),
    ofd_custom(),
    pdf({"factur-x.xml": cii().encode()}),
    packed({"a.xml": cn_xml(), "b.ofd": ofd_custom(), "c.pdf": pdf()}),
    export_csv([export_row(), red_row()]).encode(),
    export_xlsx([export_row()], [export_row()]),
]
SCRAPS = st.sampled_from(
    b"< > & \x00 1E9999 NaN - 9999999999999999999999999 <!-- ]]> , 381 <EInvoiceData/> <Invoice/>"
    b" PK\x03\x04 2025-02-30 xmlns:cbc='' =1+1 \xff\xfe %PDF-".split(b" ")
    + [word.encode() for word in ("（负数）", "壹" * 30, "٣", "\u202e")]
)


@st.composite
def damaged(draw):
    """Return a sample with bytes put in, taken out or changed in up to six places."""
    data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        cut = draw(st.integers(0, 40))
        put = draw(st.one_of(SCRAPS, st.binary(max_size=4)))
        data = data[:at] + put + data[at + cut :]
    return data


def answer(data, path):
    path.write_bytes(data)
    assert is_einvoice(data[:4096]) in (True, False)
    assert holds_einvoice(path) in (True, False)
    try:
        found = read_einvoices(path)
    except FileUnreadable:
        return
    assert isinstance(found, EInvoiceFile)
    for one in found.invoices:
        cross_check(one)
        assert isinstance(one.book_number, str)


@settings(max_examples=300)
@given(data=damaged())
def test_a_damaged_file_is_read_or_refused(tmp_path_factory, data):
    answer(data, tmp_path_factory.getbasetemp() / "damaged")


@settings(max_examples=200)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory, data):
    answer(data, tmp_path_factory.getbasetemp() / "any")


def test_a_workbook_whose_packing_is_damaged_is_refused(tmp_path):
    """Found by chance: the library of the packing raises more kinds of faults than its own."""
    whole = export_xlsx([export_row()])
    for at in range(0, len(whole), 17):
        answer(whole[:at] + b"\xff\x00\xff" + whole[at + 3 :], tmp_path / "damaged.xlsx")
