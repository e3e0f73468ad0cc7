"""init, demo, backup, restore, check."""

import sqlite3

import pytest


def test_init_makes_a_book_and_never_overwrites_one(cli, tmp_path):
    made = cli("init", "--company", "甲公司", "--currency", "usd", as_json=True)
    assert made.json == {
        "book": str(tmp_path / "book.qz"),
        "company": "甲公司",
        "currency": "USD",
    }
    before = (tmp_path / "book.qz").read_bytes()

    again = cli("init", "--company", "乙公司")

    assert (again.code, again.out) == (3, "")
    assert (tmp_path / "book.qz").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("init",),
        ("init", "--company", " "),
        ("init", "--company", "A", "--currency", "yuan"),
        ("init", "--company", "A", "--standard", "gaap"),
        ("import", "recipes", "x.csv"),
        ("ageing",),
        ("ageing", "--as-of", "2026-02-30"),
        ("ageing", "--as-of", "2026-02-28", "--buckets", "90,30"),
        ("statements", "--to", "2026-01-01", "--from", "2026-02-01"),
        ("reconcile", "--min-confidence", "sure"),
        ("dance",),
    ],
)
def test_wrong_usage_is_told_and_answers_nothing(book, words):
    answer = book(*words)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.strip()


def test_options_may_stand_behind_the_command(filled, tmp_path, capsys):
    import main

    book = str(tmp_path / "book.qz")

    assert main.main(["check", "--json", "--book", book]) == 0

    assert '"ok": true' in capsys.readouterr().out


def test_backup_and_restore_bring_the_same_book(filled, tmp_path):
    before = filled("ageing", "--as-of", "2026-03-31").out
    made = filled("backup", tmp_path / "safe", as_json=True).json["backup"]
    to = tmp_path / "again.qz"

    told = filled("restore", made, "--to", to, as_json=True)

    assert told.json == {"restored": str(to)}
    assert filled("ageing", "--as-of", "2026-03-31", book=to).out == before


def test_restore_never_overwrites_and_refuses_what_is_no_backup(filled, tmp_path, table):
    made = filled("backup", tmp_path / "safe", as_json=True).json["backup"]
    foreign = table("no book at all")

    assert filled("restore", made, "--to", tmp_path / "book.qz").code == 3
    assert filled("restore", foreign, "--to", tmp_path / "new.qz").code == 3
    assert filled("restore", tmp_path / "none.qz", "--to", tmp_path / "new.qz").code == 3
    assert not (tmp_path / "new.qz").exists()


def test_check_finds_nothing_in_a_sound_book(filled):
    answer = filled("check", as_json=True)

    assert (answer.code, answer.json) == (0, {"ok": True, "findings": []})


@pytest.mark.parametrize("lang,said", [("en", "kept open amounts of 1 items"), ("zh", "1 个未清")])
def test_check_words_what_it_finds(filled, tmp_path, lang, said):
    connection = sqlite3.connect(tmp_path / "book.qz")
    connection.execute("UPDATE item SET open_minor = 1 WHERE id = 1")
    connection.commit()
    connection.close()

    answer = filled("check", as_json=True, lang=lang)

    (finding,) = answer.json["findings"]
    assert (answer.code, answer.json["ok"]) == (1, False)
    assert (finding["code"], finding["refs"]) == ("check.caches", ["INV-1"])
    assert said in finding["message"]


def test_every_finding_has_words():
    from storage import integrity
    from ui import check_words

    for rule in integrity.CHECKS:
        codes = [word for word in rule.__code__.co_consts if str(word).startswith("check.")]
        for code in codes:
            for language in ("zh", "en"):
                assert check_words.text(code, {"count": 2, "reason": "x"}, language) != code


@pytest.mark.parametrize("what", ["missing", "folder", "foreign", "empty"])
def test_a_book_that_cannot_be_opened_is_exit_4_and_left_alone(cli, tmp_path, what):
    path = tmp_path / "other.qz"
    if what == "folder":
        path.mkdir()
    elif what != "missing":
        path.write_bytes(b"" if what == "empty" else b"hello, I am no book" * 99)
    before = path.read_bytes() if path.is_file() else None

    answer = cli("ageing", "--as-of", "2026-01-01", book=path, as_json=True)

    assert answer.code == 4
    assert answer.json["error"]["code"].startswith("book.")
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_book_in_use_elsewhere_is_exit_4_and_says_by_whom(book, tmp_path):
    from storage.book import open_book

    held = open_book(tmp_path / "book.qz")
    try:
        answer = book("check")
    finally:
        held.close()

    assert (answer.code, answer.out) == (4, "")
    assert "Another program is using the book" in answer.err


def test_the_sample_book_is_the_same_every_time(cli, tmp_path):
    told = []
    for name in ("one.qz", "two.qz"):
        made = cli("demo", "--out", tmp_path / name, "--as-of", "2026-11-20", as_json=True)
        assert made.json == {"book": str(tmp_path / name), "as_of": "2026-11-20"}
        told.append(cli("ageing", "--as-of", "2026-11-20", book=tmp_path / name).out)

    assert told[0] == told[1]
    assert cli("check", book=tmp_path / "one.qz").code == 0
    assert cli("demo", "--out", tmp_path / "one.qz").code == 3
