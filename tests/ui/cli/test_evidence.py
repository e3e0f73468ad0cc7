"""The command that says what proves a claim, and binds it."""

import json
import zipfile

import pypdf

WORDS = ("evidence", "--customer", "Alpha", "--as-of", "2026-06-30")


def test_it_says_what_is_missing_and_how_to_get_it(filled, tmp_path):
    told = filled(*WORDS, as_json=True).json
    assert [one["number"] for one in told["invoices"]] == ["INV-1", "INV-2"]
    missing = [part["paper"] for part in told["invoices"][0]["missing"]]
    assert missing[0] == "delivery_note"
    assert told["file"] == ""
    said = filled(*WORDS).out
    assert "Signed delivery note: Ask the warehouse" in said


def test_it_writes_a_folder_with_the_bundle_its_list_and_the_originals(filled, tmp_path):
    out = tmp_path / "out"
    words = (*WORDS, "--invoice", "INV-1")
    told = filled(*words, "--out", out, as_json=True).json
    (folder,) = out.iterdir()
    assert str(folder) == told["file"]
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert [one["kind"] for one in listed["exhibits"]] == ["payment", "interest"]
    assert listed["bundle"]["sha256"] == told["sha256"]
    assert (folder / listed["exhibits"][0]["file"]).exists()
    assert len(pypdf.PdfReader(folder / "Evidence bundle.pdf").pages) > told["pages"]
    again = filled(*words, "--out", out, as_json=True).json
    assert again["file"] != told["file"]


def test_it_writes_one_zip(filled, tmp_path):
    told = filled(*WORDS, "--out", tmp_path / "o", "--zip", lang="zh", as_json=True).json
    with zipfile.ZipFile(told["file"]) as packed:
        names = packed.namelist()
    assert names[:3] == ["证据册.pdf", "证据清单.csv", "manifest.json"]
    assert names[3].startswith("原件/01 ")


def test_what_it_cannot_find_it_says(filled, tmp_path):
    wrong = filled("evidence", "--customer", "Alpha", "--invoice", "INV-9")
    assert wrong.code != 0
    assert "INV-9" in wrong.err
    assert filled("evidence", "--customer", "nobody").code != 0
    nothing = filled("evidence", "--customer", "Alpha", "--as-of", "2025-01-01")
    assert nothing.code != 0
