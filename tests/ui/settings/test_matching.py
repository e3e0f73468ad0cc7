"""The matching rules: limits are kept, accounts named, lessons forgotten."""

import pytest
from PySide6.QtCore import Qt

from domain.matching.values import Learned
from domain.services import bank
from domain.services.matching import policy_of
from tests.ui.receipts.conftest import OWN, statement
from ui.settings.matching import MatchingSection


@pytest.fixture
def section(wired, qtbot, tmp_path):
    """Return the section over a book with one bank account and two lessons."""
    path = statement(tmp_path / "a.csv", [("2026-11-17", "王建国", "6222021234567", "5.00", "款")])
    options = {"mapping": None, "dry_run": False, "currency": None, "encoding": None}
    wired.ports.importer.take(
        wired.book, "bank", path, progress=lambda _a, _b: None, user="林会计", **options
    )
    for key, customer in (("6222021234567", 1), ("王建国", 2)):
        kind = "account" if key.isdigit() else "name"
        lesson = Learned(kind=kind, key=key, customer_id=customer)
        bank.teach(wired.book.unit_of_work("林会计"), lesson)
    made = MatchingSection(wired)
    qtbot.addWidget(made)
    made.retranslate()
    made.load()
    made.show()
    return made


def test_the_book_s_limits_stand_there_and_new_ones_are_kept(section, wired):
    assert section.difference.minor() == 100
    assert section.fee.minor() == 5_000
    assert section.automatic.value() == 95
    section.difference.setText("0.50")
    section.fee.setText("80")
    section.automatic.setValue(90)
    assert section.dirty
    section.submit()
    policy = policy_of(wired.reader)
    assert (policy.difference_limit, policy.fee_limit, policy.automatic) == (50, 8_000, 90)
    assert not section.dirty


def test_a_limit_that_is_no_amount_is_refused_beside_its_field(section, wired):
    section.fee.setText("viel")
    section.submit()
    assert section.fields["fee"].error()
    assert policy_of(wired.reader).fee_limit == 5_000


def test_an_account_gets_its_bank(section, wired):
    section.accounts.selectRow(0)
    section.bank.setText("中国工商银行苏州分行")
    section.name_it.click()
    (account,) = wired.reader.bank_accounts()
    assert (account.number, account.bank) == (OWN, "中国工商银行苏州分行")
    assert section.accounts.texts.rows[0][1] == "中国工商银行苏州分行"


def test_a_lesson_is_forgotten(section, wired):
    assert len(wired.reader.learned()) == 2
    section.learned.selectRow(0)
    forgotten = section._learned[0].id
    section.forget.click()
    assert [row.id for row in wired.reader.learned()] == [
        row.id for row in section._learned if row.id != forgotten
    ]
    assert len(section._learned) == 1


def test_a_row_stays_selected_when_it_is_chosen_while_ctrl_is_held(section, qtbot):
    qtbot.keyClick(section, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    section.learned.selectRow(0)
    assert [index.row() for index in section.learned.selectionModel().selectedRows()] == [0]
    qtbot.keyClick(section, Qt.Key.Key_Shift)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_worded_in_both_languages(section, wired, language):
    wired.set_language(language)
    section.retranslate()
    section.load()
    assert section.title()
    assert all(section.learned.texts.headers)
