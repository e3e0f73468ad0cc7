"""The credit file from the command line."""

import pytest

from tests.reports import reading


@pytest.fixture
def alpha(book, table):
    text = "number,customer,issue_date,due_date,currency,amount\nA-1,Alpha,2026-01-10,,CNY,900.00\n"
    assert book("import", "invoices", table(text, "invoices.csv")).code == 0
    return book


def test_the_file_of_a_customer_is_written_as_pdf(alpha, tmp_path):
    out = tmp_path / "file.pdf"
    told = alpha("report", "credit-file", "--param", "customer=Alpha", "--out", out)
    assert told.code == 0, told.err
    text = reading.text(out.read_bytes())
    assert "Credit file" in text
    assert "File 0 % complete" in text
    chinese = tmp_path / "file-zh.pdf"
    asked = ("report", "credit-file", "--param", "customer=Alpha", "--out", chinese)
    assert alpha(*asked, lang="zh").code == 0
    assert "客户信用档案" in reading.text(chinese.read_bytes())


def test_without_a_customer_it_says_which_parameter_is_missing(alpha, tmp_path):
    told = alpha("report", "credit-file", "--out", tmp_path / "file.pdf")
    assert told.code != 0
    assert "--param customer=CODE" in told.err
    assert not (tmp_path / "file.pdf").exists()


def test_a_paper_is_no_table(alpha, tmp_path):
    asked = ("report", "credit-file", "--param", "customer=Alpha", "--out", tmp_path / "f.xlsx")
    told = alpha(*asked)
    assert told.code != 0
    assert ".pdf" in told.err


def test_a_blank_visit_form_needs_no_customer(alpha, tmp_path):
    out = tmp_path / "form.pdf"
    assert alpha("report", "site-visit", "--out", out, lang="zh").code == 0
    assert "实地考察记录" in reading.text(out.read_bytes())
