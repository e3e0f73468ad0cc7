"""The import wizard: a file, its columns, a look, the import."""

import json

import pytest
from PySide6.QtCore import Qt

from domain.errors import Cancelled
from ui.importing.wizard import FILE, MAPPING, PREVIEW, RESULT, ImportWizard

GOOD = "发票号,客户名称,开票日期,到期日,价税合计\nF1,甲公司,2026-01-05,2026-02-04,100.00\n"
MIXED = GOOD + "F2,甲公司,2026-02-30,,50.00\nF3,乙公司,2026-03-01,,70.50\n"
FOREIGN = "Beleg;Kunde X;am;Summe\n1;Alpha;03/04/2026;1.234,50\n"


@pytest.fixture
def wizard(wired, qtbot):
    """Return the wizard, shown."""
    made = ImportWizard(wired)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def file(tmp_path):
    def write(text, name="table.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def texts(table):
    return [tuple(row) for row in table.texts.rows]


def documents(ctx, number):
    return [row for row in ctx.reader.open_items(ctx.as_of) if row.number == number]


def test_a_good_file_goes_through_in_four_steps(wizard, wired, file):
    assert not wizard.forward.isEnabled()

    wizard.start(file(GOOD))
    assert (wizard.draft.kind, wizard.step()) == ("invoices", FILE)
    wizard.next()
    assert wizard.step() == MAPPING
    wizard.next()
    assert wizard.step() == PREVIEW
    assert documents(wired, "F1") == []
    wizard.next()

    assert wizard.step() == RESULT
    assert wizard.draft.report.added == 1
    assert [row.open for row in documents(wired, "F1")] == [10_000]


def test_the_preview_shows_rows_as_read_and_refused_rows_with_reasons(wizard, file):
    wizard.start(file(MIXED))
    wizard.next()
    wizard.next()

    page = wizard.preview_page
    assert texts(page.rows)[0] == ("2", "F1", "甲公司", "2026-01-05", "2026-02-04", "100.00")
    assert page.rows.texts.marked == {1}
    assert texts(page.rejected) == [("3", "开票日期", "2026-02-30", "没有这一天。")]
    assert (wizard.draft.dry.added, wizard.draft.dry.created_customers) == (2, ("C0004", "C0005"))


def test_refused_rows_are_saved_corrected_and_imported_alone(wizard, wired, file, tmp_path):
    wizard.start(file(MIXED))
    for _ in range(3):
        wizard.next()
    out = tmp_path / "refused.csv"
    wizard.result_page.write_to(out)
    text = out.read_text(encoding="utf-8-sig")
    out.write_text(text.replace("2026-02-30", "2026-02-28"), encoding="utf-8")

    wizard.result_page.next.click()
    assert wizard.step() == FILE
    wizard.start(out)
    for _ in range(3):
        wizard.next()

    assert (wizard.draft.report.read, wizard.draft.report.added) == (1, 1)
    assert documents(wired, "F2")


def test_the_same_file_again_offers_nothing_to_import(wizard, file):
    path = file(GOOD)
    for _ in range(2):
        wizard.start(path)
        wizard.next()
        wizard.next()
        if wizard.draft.dry.added:
            wizard.next()
            wizard.result_page.next.click()

    assert (wizard.draft.dry.added, wizard.draft.dry.unchanged) == (0, 1)
    assert not wizard.forward.isEnabled()


def test_columns_the_program_does_not_know_are_chosen_by_hand(wizard, wired, file):
    wizard.start(file(FOREIGN))
    assert wizard.file_page.problem.isVisible()
    assert not wizard.forward.isEnabled()
    page = wizard.file_page
    page.kind.setCurrentIndex(page.kind.findData("invoices"))
    page.changed.emit()
    wizard.next()
    mapping = wizard.mapping_page
    assert mapping.problem.text()
    assert not wizard.forward.isEnabled()
    for field, column in (
        ("number", "Beleg"),
        ("customer", "Kunde X"),
        ("issue_date", "am"),
        ("amount", "Summe"),
    ):
        box = mapping._boxes[field]
        box.setCurrentIndex(box.findData(column))
        box.activated.emit(box.currentIndex())
    mapping.order.setCurrentIndex(mapping.order.findData("dmy"))
    mapping.order.activated.emit(1)
    mapping._fixed["currency"].setText("EUR")
    mapping._fixed["currency"].textEdited.emit("EUR")
    wizard.next()

    assert texts(wizard.preview_page.rows) == [("2", "1", "Alpha", "2026-04-03", "EUR", "1,234.50")]
    wizard.next()
    (row,) = documents(wired, "1")
    assert (row.currency, row.open, row.issued_on.isoformat()) == ("EUR", 123_450, "2026-04-03")


MAPPING_OF_FOREIGN = {
    "kind": "invoices",
    "columns": {"number": "Beleg", "customer": "Kunde X", "issue_date": "am", "amount": "Summe"},
    "constants": {"currency": "EUR"},
    "date_order": "dmy",
}


def test_a_mapping_is_kept_in_the_book_and_used_again(wizard, wired, file, tmp_path):
    wizard.start(file(FOREIGN))
    wizard.draft.mapping = dict(MAPPING_OF_FOREIGN)
    wizard._show_mapping()
    wizard.mapping_page.name.setText("德国客户")
    wizard.mapping_page.keep.click()
    assert json.loads(wired.reader.saved_mappings("invoices")["德国客户"]) == MAPPING_OF_FOREIGN

    wizard.draft.mapping = {"kind": "invoices"}
    wizard._load("德国客户")
    assert wizard.draft.mapping == MAPPING_OF_FOREIGN
    wizard.mapping_page.write_to(tmp_path / "m.json")
    wizard.draft.mapping = {"kind": "invoices"}
    wizard._load(f"file:{tmp_path / 'm.json'}")
    assert wizard.draft.mapping == MAPPING_OF_FOREIGN


def test_joined_columns_and_skipped_rows_of_a_mapping_survive_editing(wizard, file):
    text = "a,b,c,d,e\nX,1,Alpha,2026-01-01,5.00\nX,2,Alpha,2026-01-01,0.00\n"
    mapping = {
        "kind": "invoices",
        "columns": {"number": ["a", "b"], "customer": "c", "issue_date": "d", "amount": "e"},
        "skip": {"e": ["0"]},
    }
    wizard.start(file(text))
    wizard.draft.mapping = mapping
    wizard._show_mapping()
    box = wizard.mapping_page._boxes["number"]
    assert box.currentText() == "a + b"
    wizard.mapping_page._edited()

    wizard.next()

    assert [row[1] for row in texts(wizard.preview_page.rows)] == ["X-1"]


@pytest.mark.parametrize("text", ["", "%PDF-1.7", "只有一列\n"])
def test_a_file_that_is_no_table_says_why(wizard, file, text):
    wizard.start(file(text))

    assert wizard.file_page.problem.text()
    assert not wizard.forward.isEnabled()


def test_a_cancelled_import_changes_nothing_and_says_so(wizard, wired, file, monkeypatch):
    wizard.start(file(GOOD))
    wizard.next()
    wizard.next()

    def stop(*_args, **_options):
        raise Cancelled

    monkeypatch.setattr(wizard, "_take", stop)
    wizard.next()

    assert wizard.result_page.problem.text() == "已取消，没有做任何改动。"
    assert documents(wired, "F1") == []


def test_notes_tell_what_was_left_out_of_the_file(wizard, file):
    wizard.start(file(f"应收发票清单\n\n{GOOD}合计,,,,100.00\n"))

    assert "第 1 行" in wizard.file_page._notes.text()
    assert "第 5 行" in wizard.file_page._notes.text()


def test_every_word_follows_the_language(wizard, wired, file):
    wizard.start(file(GOOD))
    wizard.next()
    for language in ("en", "zh", "en"):
        wired.set_language(language)

    assert wizard.step() == MAPPING
    names = [w.accessibleName() for w in wizard.mapping_page._boxes.values()]
    assert all(names)
