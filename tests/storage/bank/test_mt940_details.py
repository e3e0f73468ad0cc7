"""Field :86: in the dialects of banks."""

import pytest

from storage.bank.mt940_details import Words, read_numbers, read_words


def words(*lines, inward=True):
    return read_words(lines, inward=inward)


def test_german_parts():
    assert words(
        "166?00GUTSCHRIFT?100399?20EREF+2025-17?21SVWZ+Rechnung 17?30BYLADEM1001?31DE021203",
        "00000000202051?32Muster GmbH",
    ) == Words(
        name="Muster GmbH",
        account="DE02120300000000202051",
        bank="BYLADEM1001",
        text="Rechnung 17",
        reference="2025-17",
        kind="166",
    )


def test_full_parts_go_on_and_short_ones_do_not():
    full, name = "SVWZ+Rechnung Nr2025-000123", "Richter Renate 70 Zeichen B"
    assert len(full) == len(name) == 27
    told = words(f"166?20{full}?214 vom 1.3.?22danke?32{name}?33eginn")
    assert told.text == "Rechnung Nr2025-0001234 vom 1.3. danke"
    assert told.name == "Richter Renate 70 Zeichen Beginn"


def test_a_mark_of_sepa_begins_anew():
    told = words("166?20EREF+" + "1" * 22 + "?21SVWZ+Miete?22ABWA+Wer anders")
    assert (told.reference, told.text) == ("1" * 22, "Miete Wer anders")


@pytest.mark.parametrize("mark", "?<>~^|")
def test_parts_are_marked_in_several_ways(mark):
    told = words(" 020?00X?20one?21two?32Name?38PL08 1060".replace("?", mark))
    assert (told.text, told.name, told.account) == ("one two", "Name", "PL081060")


def test_parts_without_a_code_and_without_words():
    assert words("?20Miete?32Wer") == Words(name="Wer", text="Miete")
    assert words("805?00ENTGELTABSCHLUSS?106666").text == "ENTGELTABSCHLUSS"
    assert words("166?20EREF+NOTPROVIDED?21KREF+K-1?22MTLG:Rest").reference == "K-1"
    only_marks = words("166?20EREF+E-1?21MREF+M-1")
    assert (only_marks.text, only_marks.reference) == ("EREF+E-1 MREF+M-1", "E-1")


def test_marks_of_sepa_in_plain_text():
    told = words("Gutschrift EREF: 17 SVWZ: Rechnung 17")
    assert (told.text, told.reference) == ("Gutschrift Rechnung 17", "17")


@pytest.mark.parametrize(
    "line,name,account,text,reference",
    [
        ("/EREF/E1/BENM//NAME/Payee/REMI/Rent/ISDT/2025-07-11", "Payee", "", "Rent", "E1"),
        ("/ORDP//NAME/Payer/ADDR/Road 1/REMI/Invoice 17", "Payer", "", "Invoice 17", ""),
        (
            "/TRTP/SEPA/IBAN/NL57INGB01/BIC/INGBNL2A/NAME/Café/REMI/89/EREF/NOTPROVIDED",
            *("Café", "NL57INGB01", "89", ""),
        ),
        (
            "/EREF/E/CNTP/NL32INGB02/INGBNL2A/ING BANK/CITY//REMI/USTD//Invoice 17/",
            *("ING BANK", "NL32INGB02", "Invoice 17", "E"),
        ),
        ("/EREF/REF17/22/DEC-16/ORDP//NAME/A/B/REMI/x/y", "A/B", "", "x/y", "REF17/22/DEC-16"),
        ("/TRTP/SEPA/EREF/E1/REMI//ISDT/2025", "", "", "SEPA", "E1"),
        ("/REMI/STRD/CUR/5000000012", "", "", "CUR/5000000012", ""),
    ],
)
def test_coded_parts(line, name, account, text, reference):
    told = words(line)
    assert (told.name, told.account, told.text, told.reference) == (name, account, text, reference)


def test_coded_parts_with_both_sides_name_the_other():
    both = "/ORDP//NAME/Payer/BENM//NAME/Payee/REMI/x"
    assert words(both).name == "Payer"
    assert words(both, inward=False).name == "Payee"
    assert words("/ORDP/Payer/BENM/Payee/REMI/x", inward=False).name == "Payee"


def test_codes_wrapped_over_lines():
    first = "/ORDP//NAME/" + "P" * 49 + "/REM"
    assert len(first) == 65
    assert words(first, "I/Invoice 17").text == "Invoice 17"


def test_unknown_codes_are_text():
    assert words("/PT/FT/PY/SOMETHING").text == "/PT/FT/PY/SOMETHING"


def test_polish_labels():
    told = words(
        "911 COLLECT; ID IPH: XX1; Z RACH.: ",
        "56114010810000267002001001; OD: JAN NOWAK  ",
        "UL. NIJAKA 1; TYT.: FAKTURA FV/17/2025   ; ",
        "TNR: 179171073864111.010001",
    )
    assert told == Words(
        name="JAN NOWAK", account="56114010810000267002001001", text="FAKTURA FV/17/2025"
    )


def test_dutch_labels():
    told = words("FACTUUR 17, 18", "REK: NL65INGB0123456789/NAAM: PICQER")
    assert told == Words(name="PICQER", account="NL65INGB0123456789", text="FACTUUR 17, 18")
    told = words(
        "SEPA OVERBOEKING                 IBAN: NL56CHAS01",
        "BIC: CHASNL2X                    NAAM: GH NETHERLANDS B.V.       ",
        "OMSCHRIJVING: factuur 17",
        "KENMERK: 7541410",
    )
    assert told == Words(
        name="GH NETHERLANDS B.V.",
        account="NL56CHAS01",
        bank="CHASNL2X",
        text="factuur 17",
        reference="7541410",
    )
    assert words("KIOSK 12:45", "NAAM: BVN") == Words(name="BVN", text="KIOSK 12:45")


def test_labels_in_plain_text_lose_no_words():
    told = words("Please pay to IBAN: NL56 or BIC: CHAS until May")
    assert told.text == "Please pay to or until May"


def test_account_and_name_above_a_blank_line():
    told = words("NL47INGB9999999999 hr paulissen", " " * 65, "Betaling sieraden", "", "")
    assert told == Words(
        name="hr paulissen", account="NL47INGB9999999999", text="Betaling sieraden"
    )
    assert words("0987654321 marechal s", "", "test").account == "0987654321"
    assert words("Two words", "", "test").text == "Two words test"


def test_plain_text_is_unwrapped():
    assert words("x" * 65, "y").text == "x" * 65 + "y"
    assert words("x" * 64, "y").text == "x" * 64 + " y"
    assert words("  货款   HT-2025-018\t海棠 ").text == "货款 HT-2025-018 海棠"


def test_old_numbered_lines():
    lines = ("01" + "x" * 27, "02Rechnung", "15Payer", "16Ltd", "17TRANSFER", "1812345", "")
    assert read_numbers(lines) == Words(name="Payer Ltd", text="x" * 27 + "Rechnung")
    assert read_numbers(("17TRANSFER",)).text == "TRANSFER"
    assert read_numbers(()) == Words()
