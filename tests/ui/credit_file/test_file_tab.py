"""The credit file on the customer's page: kinds, completeness, paper, folder."""

import csv
import hashlib
import pathlib
from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog

from domain.credit.file.contacts import Contact, Role
from domain.credit.file.contract import Contract
from domain.credit.file.registry import RegistryFacts, RegistryStatus
from domain.credit.file.size_class import BuyerType, SizeClass
from domain.customer import Customer
from domain.file_names import safe_name
from domain.record import Attachment
from domain.services import customers, records
from tests.reports import reading
from tests.ui.conftest import TODAY
from ui.credit_file.attachments_tab import AttachmentsTab, breakable, size_words
from ui.credit_file.contacts_tab import ContactsTab
from ui.credit_file.export import attachment_names
from ui.credit_file.file_tab import CreditFileTab
from ui.customers import data
from ui.records import history


@pytest.fixture
def keep(wired):
    def keep(value, files=(), on=date(2026, 9, 1), **more):
        entries = [
            (Attachment(name=name, customer_id=1, dated_on=on, source="客户"), content)
            for name, content in files
        ]
        uow = wired.book.unit_of_work("林会计")
        return records.keep_record(
            uow, value, customer_id=1, dated_on=on, files=entries, **more
        ).value

    return keep


@pytest.fixture
def show(wired, qtbot):
    def show(kind):
        made = kind(wired)
        qtbot.addWidget(made)
        made.retranslate()
        made.resize(1200, 600)
        made.show()
        made.show_customer(1)
        return made

    return show


def test_an_empty_file_says_what_is_missing(show):
    tab = show(CreditFileTab)
    assert tab.bar.accessibleName() == (
        "档案完整度 0 %. 缺少：工商登记、规模与类型、财务联系人、付款账户、合同"
    )
    assert tab.list.item(0).text() == "工商登记"


def test_what_is_kept_counts_at_once(show, wired, keep):
    tab = show(CreditFileTab)
    keep(RegistryFacts(status=RegistryStatus.EXISTING))
    keep(Contact(name="王", role=Role.FINANCE))
    tab.show_customer(1)
    assert tab.bar.accessibleName().startswith("档案完整度 40 %")
    assert tab.list.item(0).text() == "工商登记　1"


def test_a_kind_is_added_by_its_form(show, wired):
    tab = show(CreditFileTab)
    tab.open_part("site_visit")
    panel = tab.current()
    panel.add_one()
    panel.edit.editors["visitor"].widget.setText("周敏")
    panel.edit.editors["machines_running"].widget.setText("40")
    assert "开机率不足一半" in panel.edit.remarks.text()
    panel.edit.submit()
    assert panel.model.rowCount() == 1
    assert not tab.has_draft()


def test_a_wrong_credit_code_is_told_beside_its_field(show, wired):
    tab = show(CreditFileTab)
    panel = tab.current()
    panel.add_one()
    panel.edit.editors["uscc"].widget.setText("9111OOOO600037341L")
    panel.edit.submit()
    told = panel.edit.fields["uscc"].error()
    assert "91110000600037341L" in told
    assert panel.model.rowCount() == 0
    assert tab.escape()
    assert not tab.escape()


def test_the_code_of_the_customer_proposes_code_and_type(show, wired):
    from domain.tax_id import check_character

    code = "12110000600037341" + check_character("12110000600037341")
    uow = wired.book.unit_of_work("林会计")
    before = wired.reader.customer(1)
    customers.edit_customer(uow, 1, Customer(code=before.code, name=before.name, tax_id=code))
    tab = show(CreditFileTab)
    tab.current().add_one()
    assert tab.current().edit.editors["uscc"].value() == code
    tab.open_part("size_class")
    panel = tab.current()
    panel.add_one()
    assert panel.edit.editors["type"].value() is BuyerType.INSTITUTION
    assert not panel.edit.has_draft()


def test_contacts_are_a_tab_of_their_own(show, keep):
    keep(Contact(name="王", role=Role.FINANCE))
    tab = show(ContactsTab)
    assert tab.panel.model.rowCount() == 1
    tab.panel.add_one()
    assert tab.escape()
    assert not tab.has_draft()


def test_every_tab_opens_by_its_address_and_in_both_languages(office):
    for place in ("file", "file/security", "contacts", "attachments"):
        office.open(f"customer/1/{place}")
        assert office.current().page.tabs.value() == place.partition("/")[0]
    office.set_language("en")
    office.open("customer/1/file")
    assert office.current().page.shown_tab().list.item(0).text() == "Registry facts"


def test_the_history_words_a_record_as_its_form_does(wired, keep):
    keep(Contract(number="HT-1", amount=123_456))
    first = wired.reader.records(Contract)[0].id
    keep(Contract(number="HT-1", amount=200_000), replaces_id=first)
    changes = data.read_history(wired.reader, 1)
    assert changes[0].told == (
        (("合同金额", "Amount"), ("1,234.56 CNY", "1,234.56 CNY"), ("2,000.00 CNY",) * 2),
    )
    assert history.described("customer.edit") is None


# attachments


def test_files_are_kept_opened_saved_detached_and_brought_back(show, wired, tmp_path, monkeypatch):
    tab = show(AttachmentsTab)
    scan = tmp_path / "营业执照.pdf"
    scan.write_bytes(b"%PDF licence")
    tab.add_files([scan])
    tab.form.source.setText("客户")
    tab.form.submit()
    (row,) = wired.reader.attachments(customer_id=1)
    assert (row.attachment.source, row.attachment.media_type) == ("客户", "application/pdf")
    assert tab.current().id == row.id
    shown = []
    tab._kept._show = lambda url: shown.append(url.toLocalFile()) or True
    tab.open_current()
    with pathlib.Path(shown[0]).open("rb") as file:
        assert file.read() == b"%PDF licence"
    out = tmp_path / "out.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    tab.save_current()
    assert out.read_bytes() == b"%PDF licence"
    notices = []
    wired.noticed.connect(notices.append)
    tab.detach_current()
    tab.show_customer(1)
    assert tab.current() is None
    notices[0].run()
    tab.show_customer(1)
    assert tab.current().row.attachment == row.attachment


def test_a_program_in_the_book_is_not_started_by_a_click(show, wired, keep):
    keep(Contract(number="HT-1"), files=[("setup.exe", b"MZ")])
    tab = show(AttachmentsTab)
    shown = []
    tab._kept._show = shown.append
    tab.open_current()
    assert shown == []
    assert "setup.exe" in wired.said[-1]


def test_the_form_asks_for_files_and_a_date(show):
    tab = show(AttachmentsTab)
    tab.add_files([])
    tab.form.dated.setText("x")
    tab.form.submit()
    assert tab.form.fields["files"].error()
    assert tab.form.fields["dated_on"].error()
    assert tab.escape()


def test_an_attachment_says_what_it_belongs_to(show, keep):
    keep(Contract(number="HT-1"), files=[("签章件.pdf", b"x")])
    tab = show(AttachmentsTab)
    assert tab.current().belongs == ("合同", "Contract")


@pytest.mark.parametrize(
    "size,words", [(0, "1 KB"), (1, "1 KB"), (68_000, "67 KB"), (3_565_158, "3.4 MB")]
)
def test_sizes_are_read_as_people_do(size, words):
    assert size_words(size) == words


def test_a_hash_can_be_broken_anywhere():
    assert breakable("a" * 20).replace("\u200b", "") == "a" * 20


# paper and folder


def test_the_file_is_saved_as_pdf(show, wired, keep, tmp_path, monkeypatch):
    keep(SizeClass(type=BuyerType.SMALL))
    out = tmp_path / "file.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    tab = show(CreditFileTab)
    tab.pdf.click()
    assert "客户信用档案" in reading.text(out.read_bytes())


def test_the_file_is_exported_with_its_attachments_and_a_list_of_hashes(
    show, wired, keep, tmp_path
):
    keep(Contract(number="HT-1"), files=[("签章件.pdf", b"one"), ("../../x?.PDF", b"two")])
    tab = show(CreditFileTab)
    for _again in range(2):
        tab._output.write(1, tmp_path)
    folders = sorted(one.name for one in tmp_path.iterdir() if one.name.startswith("客户信用档案"))
    name = f"客户信用档案 C0001 杭州临岸机电设备有限公司 {TODAY.isoformat()}"
    assert folders == [name, f"{name} (2)"]
    folder = tmp_path / name
    with (folder / "清单.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [row["文件"] for row in rows] == [
        "客户信用档案 C0001 杭州临岸机电设备有限公司.pdf",
        "附件/01 2026-09-01 合同 签章件.pdf",
        "附件/02 2026-09-01 合同 x-.PDF",
    ]
    for row in rows:
        content = (folder / row["文件"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row["SHA-256"]
        assert len(content) == int(row["字节"].replace(",", ""))
    assert rows[2]["原名"] == "../../x?.PDF"


def test_names_of_exported_files_are_clear_and_each_its_own():
    from domain.credit.file.paper import FileLine

    line = FileLine(
        on=date(2026, 6, 1), name="厂门.jpg", belongs="实地考察", source="", size=1, sha256=""
    )
    assert attachment_names([line, line])[:2] == [
        "01 2026-06-01 实地考察 厂门.jpg",
        "02 2026-06-01 实地考察 厂门.jpg",
    ]
    assert len(set(attachment_names([line] * 120))) == 120
    assert safe_name("a/b:c\n. ") == "a-b-c-"
    assert safe_name("…" * 200) == "…" * 80
    assert safe_name("..") == "-"
