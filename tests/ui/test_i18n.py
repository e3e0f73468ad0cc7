"""Every text of the sources is in the translation file, complete and with its places."""

import string

import pytest

from tests.project.source import files, name
from ui import i18n

CHINESE = i18n.FOLDER / f"{i18n.CHINESE}.ts"
ENGLISH = i18n.FOLDER / f"{i18n.ENGLISH}.ts"


def _literals():
    for path in files("ui"):
        for context, text, line in i18n.literals(path):
            yield context, text, f"{name(path)}:{line}"


@pytest.fixture(scope="module")
def known():
    tree = i18n.read(CHINESE)
    return {(c, i18n.source_of(m)): i18n.translation_of(m) for c, m in i18n.messages(tree)}


def test_every_text_was_collected(known):
    missing = [
        (text, place) for context, text, place in _literals() if (context, text) not in known
    ]
    assert missing == []


def test_nothing_stays_untranslated(known):
    assert [key for key, text in known.items() if not text] == []


def test_no_context_is_empty(known):
    assert [key for key in known if not key[0] or not key[1]] == []


def test_translations_fill_the_same_places(known):
    def places(text):
        found = {place for _t, place, _s, _c in string.Formatter().parse(text) if place}
        return found | ({"%n"} if "%n" in text else set())

    assert [key for key, text in known.items() if places(key[1]) != places(text)] == []


def test_no_chinese_text_is_left_in_english(known):
    same = {text for (_context, source), text in known.items() if text == source}
    worded = {text for text in same if any(c.isalpha() for c in _without_places(text))}
    assert worded <= {"IFRS", "中文", "English", "PDF", "Excel", "CSV"}


def _without_places(text):
    return "".join(part for part, _place, _spec, _how in string.Formatter().parse(text))


def test_english_has_a_form_for_one_and_for_many():
    tree = i18n.read(ENGLISH)
    for _context, message in i18n.messages(tree):
        forms = [form.text for form in message.iter("numerusform")]
        assert len(forms) == 2
        assert "(s)" not in "".join(forms)


def test_the_compiled_files_answer(themed):
    from ui import language
    from ui.marks import translate

    late = 1
    language.install("en")
    assert translate("Invoices", "%n day(s) overdue", None, late) == "1 day overdue"
    late = 5
    assert translate("Invoices", "%n day(s) overdue", None, late) == "5 days overdue"
    language.install("zh")
    assert translate("Invoices", "%n day(s) overdue", None, late) == "逾期 5 天"
    assert translate("Commands", "Undo") == "撤销"


def test_collecting_again_changes_nothing(tmp_path):
    for path in (CHINESE, ENGLISH):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    i18n.collect(tmp_path)
    for path in (CHINESE, ENGLISH):
        assert (tmp_path / path.name).read_text("utf-8") == path.read_text("utf-8")
