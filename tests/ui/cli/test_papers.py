"""dun and statements: drafts, releases, files, shapes."""

import pytest


def test_a_dunning_draft_answers_in_the_shape_of_the_contract(filled):
    told = filled("dun", "--as-of", "2026-03-31", as_json=True).json

    assert (told["as_of"], told["procedure"], told["applied"]) == ("2026-03-31", "standard", False)
    first = next(one for one in told["letters"] if one["customer"] == "Alpha")
    assert first == {
        "number": "",
        "customer": "Alpha",
        "name": "Alpha",
        "level": 1,
        "language": "zh",
        "currency": "CNY",
        "principal": "650.50",
        "unapplied": "0.00",
        "interest": "0.00",
        "fees": "0.00",
        "total": "650.50",
        "items": [
            {"invoice": "INV-1", "level": 1, "days_overdue": 55, "open": "400.00"},
            {"invoice": "INV-2", "level": 1, "days_overdue": 19, "open": "250.50"},
        ],
        "file": "",
    }
    assert told["skipped"] == []


def test_a_released_run_numbers_prints_and_raises_levels(filled, tmp_path):
    out = tmp_path / "letters"

    told = filled("dun", "--as-of", "2026-03-31", "--apply", "--out", out, as_json=True).json

    assert told["applied"]
    assert all(one["number"] for one in told["letters"])
    files = [one["file"] for one in told["letters"]]
    assert sorted(files) == sorted(path.name for path in out.iterdir())
    assert all((out / name).read_bytes().startswith(b"%PDF-") for name in files)
    again = filled("dun", "--as-of", "2026-03-31", as_json=True).json
    assert again["letters"] == []
    assert {one["reason"] for one in again["skipped"]} <= {"waiting", "too_soon"}


def test_reasons_for_no_letter_are_worded_for_a_person(filled, tmp_path):
    filled("dun", "--as-of", "2026-03-31", "--apply")

    said = filled("dun", "--as-of", "2026-03-31", lang="zh").out

    assert "距上次催款太近" in said or "未到下一级天数" in said


def test_a_run_before_the_last_one_is_refused(filled):
    filled("dun", "--as-of", "2026-03-31", "--apply")

    answer = filled("dun", "--as-of", "2026-03-01", "--apply")

    assert (answer.code, answer.out) == (3, "")


def test_statements_answer_in_the_shape_of_the_contract(filled):
    told = filled("statements", "--from", "2026-02-01", "--to", "2026-03-31", as_json=True).json

    assert told["statements"] == [
        {
            "number": "",
            "customer": "Alpha",
            "name": "Alpha",
            "language": "zh",
            "currency": "CNY",
            "opening": "1000.00",
            "debits": "250.50",
            "credits": "600.00",
            "closing": "650.50",
            "file": "",
        },
        {
            "number": "",
            "customer": "Beta",
            "name": "Beta",
            "language": "zh",
            "currency": "USD",
            "opening": "0.00",
            "debits": "99.90",
            "credits": "0.00",
            "closing": "99.90",
            "file": "",
        },
    ]


@pytest.mark.parametrize("style", ["activity", "open-item", "detailed"])
def test_statements_are_kept_and_written(filled, tmp_path, style):
    out = tmp_path / "statements"
    words = ("--to", "2026-03-31", "--style", style, "--customer", "Alpha", "--out", out)

    (one,) = filled("statements", *words, as_json=True).json["statements"]

    assert one["number"]
    assert (out / one["file"]).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("command", [("dun", "--as-of"), ("statements", "--to")])
def test_a_folder_that_cannot_be_written_is_told_before_anything_is_issued(
    filled, tmp_path, command
):
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")

    answer = filled(*command, "2026-03-31", "--out", file)

    assert (answer.code, answer.out) == (3, "")


def test_unknown_customers_and_procedures_are_told(filled):
    assert filled("balance", "--customer", "Nobody").code == 3
    assert filled("statements", "--to", "2026-03-31", "--customer", "Nobody").code == 3
    assert filled("dun", "--as-of", "2026-03-31", "--procedure", "harsh").code == 3
