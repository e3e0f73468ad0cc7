"""Encodings of text: recognised, named, and never damaged unseen."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import FileUnreadable
from storage.files import reasons
from storage.files.decoding import decode, is_damaged, shown

SIMPLIFIED = "发票号,客户名称,金额\r\n001,海棠示例商贸有限公司（深圳）,1.00\r\n"
TRADITIONAL = "發票號,客戶名稱,金額\r\n001,海棠範例商貿有限公司,1.00\r\n"
WESTERN = "Nummer;Kunde;Betrag\r\n1;Müller & Söhne GmbH;5,00\r\n2;Café Crème;6,00\r\n"


@pytest.mark.parametrize(
    "text,encoding,found",
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED + "𠮷䶮㐂Ç", "gb18030", "gb18030"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-16", "utf-16-le"),
        (SIMPLIFIED, "utf-32", "utf-32-le"),
        (TRADITIONAL, "big5", "cp950"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (WESTERN, "cp1252", "cp1252"),
        (WESTERN, "utf-8", "utf-8"),
        ("number,customer\n1,Ltd\n", "ascii", "utf-8"),
        ("number,customer\n1,Ltd\n", "utf-16-le", "utf-16-le"),
    ],
)
def test_encoding_is_recognised(text, encoding, found):
    assert decode(text.encode(encoding), "f.csv") == (text, found, False)


def test_longer_texts_are_told_apart():
    names = "浙江泰隆商业银行股份有限公司 张三 应收账款 核销 收款单 增值税专用发票 电子商务 "
    assert decode((names * 50).encode("gbk"), "f").text == names * 50
    names = "臺灣電子商務股份有限公司 應收帳款 發票 國際貿易 收款單 "
    assert decode((names * 50).encode("big5"), "f").text == names * 50


def test_single_bad_bytes_stay_visible():
    data = SIMPLIFIED.encode() + b"002,\xff\xfebad,2.00\r\n"
    text, encoding, damaged = decode(data, "f.csv")
    assert (encoding, damaged) == ("utf-8", True)
    good, bad = text.splitlines()[1:]
    assert not is_damaged(good)
    assert is_damaged(bad)
    assert shown(bad) == "002,\\xff\\xfebad,2.00"


def test_line_in_another_encoding_is_damage():
    data = SIMPLIFIED.encode() + "002,白桦示例,2.00\r\n".encode("gbk")
    text = decode(data, "f.csv").text
    assert [is_damaged(line) for line in text.splitlines()] == [False, False, True]


def test_fault_far_from_the_beginning_is_judged_by_its_surroundings():
    plain = "number,customer\n" + "1,Ltd\n" * 40_000
    names = "2,海棠示例商贸有限公司\n" * 200
    assert decode((plain + names).encode("gbk"), "f").text == plain + names
    text, encoding, damaged = decode((plain + names).encode() + b"3,\xff\n" + plain.encode(), "f")
    assert (encoding, damaged) == ("utf-8", True)
    assert sum(is_damaged(line) for line in text.splitlines()) == 1


def test_cut_off_utf_16_is_damage():
    text, _, damaged = decode("\ufeff发票号,金额".encode("utf-16-le")[:-1], "f.csv")
    assert damaged
    assert is_damaged(text)


def test_bad_bytes_in_gb18030_are_damage():
    data = SIMPLIFIED.encode("gbk") * 5 + b"002,\xff,2.00\r\n"
    text, encoding, damaged = decode(data, "f.csv")
    assert (encoding, damaged) == ("gb18030", True)
    assert is_damaged(text.splitlines()[-1])


def test_encoding_can_be_named():
    data = "Kunde;Größe\n".encode("cp850")
    assert decode(data, "f.csv", "cp850").text == "Kunde;Größe\n"
    assert decode(SIMPLIFIED.encode("gbk"), "f", "GB2312").encoding == "gb18030"
    assert decode(SIMPLIFIED.encode("utf-8-sig"), "f", "utf8").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("utf-16"), "f", "utf-16").text == SIMPLIFIED


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "base64"])
def test_names_of_no_encoding_are_refused(name):
    with pytest.raises(FileUnreadable) as caught:
        decode(b"a,b", "f.csv", name)
    assert caught.value.facts == {
        "path": "f.csv",
        "reason": reasons.ENCODING_UNKNOWN,
        "encoding": name,
    }


def test_what_fits_no_encoding_is_refused():
    with pytest.raises(FileUnreadable) as caught:
        decode(bytes(range(128, 256)) * 20, "f.csv")
    assert caught.value.facts["reason"] == reasons.ENCODING


def test_zero_bytes_in_text_are_not_utf_16():
    assert decode(b"no,name\n1,Nul\0 Byte Ltd\n", "f.csv").encoding == "utf-8"


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data):
    try:
        text = decode(data, "f.csv")
    except FileUnreadable:
        return
    assert text.damaged == is_damaged(text.text) or not text.damaged


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff\0"), max_size=60))
def test_utf_8_is_never_taken_for_another(text):
    assert decode(codecs.BOM_UTF8 + text.encode(), "f.csv").text == text
