"""The welcome page and the form for a new book."""

import pytest

from domain.errors import BookExists


@pytest.fixture
def form(shell):
    shell.show_welcome()
    return shell._welcome._form


def test_the_file_is_named_after_the_company(form, tmp_path):
    form._company.setText("苏州沐川: 精密")
    assert form._path.text() == str(tmp_path / "苏州沐川 精密.qz")


def test_a_file_chosen_by_hand_stays(form):
    form._path.setText("/books/mine.qz")
    form._path.textEdited.emit("/books/mine.qz")
    form._company.setText("沐川")
    assert form._path.text() == "/books/mine.qz"


def test_what_is_missing_is_told_beside_the_field(form):
    form._tax_id.setText("123")
    form._month.setText("soon")
    form._submit()
    errors = [key for key, field in form._fields.items() if field.error()]
    assert errors == ["company", "tax_id", "month"]


def test_a_complete_form_makes_the_book(form, monkeypatch):
    made = []
    monkeypatch.setattr(form._books, "create", lambda new, failed: made.append(new))
    form._company.setText("沐川精密")
    form._size.set_value("micro")
    form._month.setText("2026-01")
    form._submit()
    new = made[0]
    assert (new.company.name, new.currency, new.seller_size) == ("沐川精密", "CNY", "micro")
    assert new.standard == "small-cas"
    assert new.starts_on.isoformat() == "2026-01-01"


def test_a_file_that_exists_is_never_overwritten(form):
    assert form._refused(BookExists(path="/x.qz"))
    assert "没有被改动" in form._fields["path"].error()


def test_the_language_comes_first_and_flips_everything(shell):
    shell.show_welcome()
    shell._welcome.language_chosen.emit("en")
    assert shell._welcome._title.text() == "Welcome to Qingzhang"
    assert shell.windowTitle() == "Qingzhang"
    shell.set_language("zh")
    assert shell._welcome._title.text() == "欢迎使用清账"
