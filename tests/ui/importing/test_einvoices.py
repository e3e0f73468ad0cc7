"""Electronic invoices in the import window: no columns to choose, a look, the import."""

from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt

from domain.customer import Company
from domain.services.settings import change_settings
from tests.storage.einvoice import samples
from ui.importing.wizard import FILE, PREVIEW, RESULT, ImportWizard


@pytest.fixture
def wizard(wired, qtbot):
    made = ImportWizard(wired)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def file(tmp_path, wired):
    values = {"company": asdict(Company(name=samples.SELLER[0], tax_id=samples.SELLER[1]))}
    change_settings(wired.book.unit_of_work("t"), values)
    path = tmp_path / "invoice.xml"
    path.write_text(samples.cn_xml(), encoding="utf-8")
    return path


def test_an_electronic_invoice_goes_straight_to_the_look(wizard, wired, file):
    wizard.start(file)
    assert (wizard.draft.kind, wizard.step()) == ("einvoice", FILE)
    assert wizard.forward.isEnabled()
    wizard.next()
    assert wizard.step() == PREVIEW
    (shown,) = wizard.preview_page.rows.texts.rows
    assert samples.BLUE in shown
    assert samples.BUYER[0] in shown
    assert "1,130.00" in shown
    wizard.back.click()
    assert wizard.step() == FILE
    wizard.next()
    wizard.next()
    assert wizard.step() == RESULT
    assert wizard.draft.report.added == 1
    (row,) = [one for one in wired.reader.open_items(wired.as_of) if one.number == samples.BLUE]
    assert row.open == 113_000


def test_an_invoice_of_somebody_else_is_refused_with_the_reason(wizard, wired, file):
    values = {"company": asdict(Company(name="别的公司"))}
    change_settings(wired.book.unit_of_work("t"), values)
    wizard.start(file)
    wizard.next()
    (row,) = wizard.preview_page.rejected.texts.rows
    assert samples.SELLER[0] in row[3]
    assert not wizard.forward.isEnabled()
