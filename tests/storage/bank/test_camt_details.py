"""Payments inside camt entries: who paid, for what, and what adds up."""

from decimal import Decimal

import pytest

from storage.bank import camt

OWN = "DE02120300000000202051"
HEAD = """<Document><BkToCstmrStmt><Stmt><Id>1</Id>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>"""
TAIL = "</Stmt></BkToCstmrStmt></Document>"


def line(*details, amount="100.00", mark="CRDT", more=""):
    text = (
        f'{HEAD}<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{mark}</CdtDbtInd>'
        f"<BookgDt><Dt>2025-03-10</Dt></BookgDt>{more}<NtryDtls>{''.join(details)}</NtryDtls>"
        f"</Ntry>{TAIL}"
    )
    (one,) = camt.read(text.encode(), "f").statements[0].lines
    return one


def payment(amount="", mark="", currency="EUR", more=""):
    told = f'<Amt Ccy="{currency}">{amount}</Amt>' if amount else ""
    sign = f"<CdtDbtInd>{mark}</CdtDbtInd>" if mark else ""
    return f"<TxDtls>{told}{sign}{more}</TxDtls>"


def party(role, name, account="", ultimate=""):
    behind = f"<Ultmt{role}><Nm>{ultimate}</Nm></Ultmt{role}>" if ultimate else ""
    number = f"<{role}Acct><Id><IBAN>{account}</IBAN></Id></{role}Acct>" if account else ""
    return f"<{role}><Nm>{name}</Nm></{role}>{number}{behind}"


def parties(*several):
    return f"<RltdPties>{''.join(several)}</RltdPties>"


PAYER = party("Dbtr", "Payer", "DE11")
PAYEE = party("Cdtr", "Payee", "DE22")
AGENTS = """<RltdAgts><DbtrAgt><FinInstnId><BICFI>PAYERBIC</BICFI></FinInstnId></DbtrAgt>
<CdtrAgt><FinInstnId><BIC>PAYEEBIC</BIC></FinInstnId></CdtrAgt></RltdAgts>"""


def test_other_side_pays_money_in_and_gets_money_out():
    both = parties(PAYER, PAYEE) + AGENTS
    one = line(payment(more=both))
    assert (one.name, one.account, one.bank) == ("Payer", "DE11", "PAYERBIC")
    one = line(payment(more=both), mark="DBIT")
    assert (one.name, one.account, one.bank) == ("Payee", "DE22", "PAYEEBIC")


def test_own_account_is_never_the_other_side():
    both = parties(party("Dbtr", "Us", OWN), PAYEE)
    assert line(payment(more=both)).name == "Payee"
    alone = parties(party("Dbtr", "Us", OWN))
    assert line(payment(more=alone)).name == "Us"


def test_returned_payment_names_whom_it_has():
    more = "<RvslInd>true</RvslInd>"
    assert line(payment(more=parties(PAYER)), mark="DBIT", more=more).name == "Payer"
    assert line(payment(more=parties(PAYER)), mark="DBIT").name == ""


def test_name_stands_deeper_in_new_versions():
    deep = "<RltdPties><Dbtr><Pty><Nm>Deep  \n Ltd</Nm></Pty></Dbtr></RltdPties>"
    assert line(payment(more=deep)).name == "Deep Ltd"
    agent = (
        "<RltdPties><Dbtr><Agt><FinInstnId><Nm>A Bank</Nm></FinInstnId></Agt></Dbtr></RltdPties>"
    )
    assert line(payment(more=agent)).name == "A Bank"


def test_who_stands_behind_the_payer_is_told():
    one = line(payment(more=parties(party("Dbtr", "Platform", ultimate="Real Payer"))))
    assert (one.name, one.text) == ("Platform", "Real Payer")
    alone = "<RltdPties><UltmtDbtr><Nm>Real Payer</Nm></UltmtDbtr></RltdPties>"
    one = line(payment(more=alone))
    assert (one.name, one.text) == ("Real Payer", "")


def test_words_are_joined_and_said_once():
    remittance = """<RmtInf><Ustrd>Invoice 17</Ustrd><Ustrd>of 1  March</Ustrd>
    <Strd><RfrdDocInf><Nb>INV-17</Nb></RfrdDocInf><RfrdDocInf><Nb>INV-18</Nb></RfrdDocInf>
    <CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf><AddtlRmtInf>thanks</AddtlRmtInf></Strd>
    </RmtInf><AddtlTxInf>Invoice 17</AddtlTxInf>"""
    one = line(payment(more=remittance), more="<AddtlNtryInf>SEPA credit</AddtlNtryInf>")
    assert one.text == "Invoice 17 of 1 March RF18539007547034 INV-17 INV-18 thanks SEPA credit"
    assert one.reference == "RF18539007547034"


@pytest.mark.parametrize(
    "refs,reference,serial",
    [
        ("<EndToEndId>E-1</EndToEndId><TxId>T-1</TxId>", "E-1", ""),
        ("<EndToEndId>NOTPROVIDED</EndToEndId><TxId>T-1</TxId>", "T-1", ""),
        ("<EndToEndId>notprovided</EndToEndId><UETR>U-1</UETR>", "U-1", ""),
        ("<MsgId>M-1</MsgId><AcctSvcrRef>B-1</AcctSvcrRef>", "M-1", "B-1"),
        ("", "", ""),
    ],
)
def test_references(refs, reference, serial):
    one = line(payment(more=f"<Refs>{refs}</Refs>"))
    assert (one.reference, one.serial) == (reference, serial)


def test_banks_number_of_the_entry_comes_before_that_of_its_payment():
    detail = payment(more="<Refs><AcctSvcrRef>inner</AcctSvcrRef></Refs>")
    assert line(detail, more="<AcctSvcrRef>outer</AcctSvcrRef>").serial == "outer"


FAMILY = "<Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>"
OWN_CODE = "<Prtry><Cd>NTRF+166</Cd></Prtry>"


@pytest.mark.parametrize(
    "code,kind",
    [
        (f"<Domn><Cd>PMNT</Cd>{FAMILY}</Domn>{OWN_CODE}", "PMNT-RCDT-ESCT"),
        (OWN_CODE, "NTRF+166"),
        ("", ""),
    ],
)
def test_kind_of_movement(code, kind):
    assert line(payment(), more=f"<BkTxCd>{code}</BkTxCd>").code == kind
    assert line(payment(more=f"<BkTxCd>{code}</BkTxCd>")).code == kind


@pytest.mark.parametrize(
    "charges,amount",
    [
        ("<Rcrd><Amt Ccy='EUR'>1.50</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd>", "1.50"),
        ("<Rcrd><Amt Ccy='EUR'>1.50</Amt></Rcrd><Rcrd><Amt Ccy='EUR'>0.25</Amt></Rcrd>", "1.75"),
        ("<TtlChrgsAndTaxAmt Ccy='EUR'>2.00</TtlChrgsAndTaxAmt>", "2.00"),
        ("<Amt Ccy='EUR'>3.00</Amt>", "3.00"),
        ("<Rcrd><Amt Ccy='EUR'>1.50</Amt><ChrgInclInd>false</ChrgInclInd></Rcrd>", "0"),
        ("<Rcrd><Amt Ccy='USD'>1.50</Amt></Rcrd>", "0"),
        ("<Rcrd><Amt Ccy='EUR'>1.50</Amt><CdtDbtInd>CRDT</CdtDbtInd></Rcrd>", "0"),
        ("<Rcrd><Amt Ccy='EUR'>free</Amt></Rcrd>", "0"),
    ],
)
def test_charges_within_the_amount(charges, amount):
    for one in (
        line(payment(), more=f"<Chrgs>{charges}</Chrgs>"),
        line(payment(more=f"<Chrgs>{charges}</Chrgs>")),
    ):
        assert one.charges == Decimal(amount)


def amounts(one):
    return [part.amount for part in one.parts]


def test_payments_that_add_up_are_the_parts():
    one = line(
        payment("60.00", more=parties(party("Dbtr", "A", "DE1"))),
        payment("40.00", more=parties(party("Dbtr", "B", "DE2"))),
        more="<AddtlNtryInf>Batch</AddtlNtryInf><AcctSvcrRef>9</AcctSvcrRef>",
    )
    assert amounts(one) == [60, 40]
    assert [part.name for part in one.parts] == ["A", "B"]
    assert [part.serial for part in one.parts] == ["", ""]
    assert (one.name, one.text, one.serial) == ("", "Batch", "9")
    assert one.parts[1].raw.startswith('<TxDtls><Amt Ccy="EUR">40.00</Amt><RltdPties>')
    assert one.parts[1].row == one.row


def test_payments_bear_their_own_marks_or_the_entrys():
    mixed = line(payment("150.00", "DBIT"), payment("50.00", "CRDT"), mark="DBIT")
    assert amounts(mixed) == [-150, 50]
    opposite = line(payment("60", "CRDT"), payment("40", "CRDT"), mark="DBIT")
    assert amounts(opposite) == [-60, -40]


def test_amount_of_a_payment_stands_in_several_places():
    places = ["TxAmt", "CntrValAmt", "InstdAmt"]
    inner = [f"<AmtDtls><{one}><Amt Ccy='EUR'>50</Amt></{one}></AmtDtls>" for one in places[:2]]
    assert amounts(line(*(payment(more=one) for one in inner))) == [50, 50]
    foreign = payment("70", currency="USD", more=inner[1])
    assert amounts(line(foreign, payment("50"))) == [50, 50]


@pytest.mark.parametrize(
    "details",
    [
        (payment("60.00"), payment("39.99")),
        (payment("60.00"), payment()),
        (payment("60.00"), payment("40.00", currency="USD")),
        (payment("60.00"), payment("x")),
    ],
)
def test_payments_that_do_not_add_up_lend_their_words(details):
    first, second = (
        one.replace("</TxDtls>", f"<RmtInf><Ustrd>{word}</Ustrd></RmtInf></TxDtls>")
        for one, word in zip(details, ("one", "two"), strict=True)
    )
    one = line(first, second)
    assert (one.parts, one.text, one.amount) == ((), "one two", 100)


def test_one_payment_lends_its_words_whatever_its_amount():
    one = line(payment("7.00", more=parties(PAYER)))
    assert (one.parts, one.name, one.amount) == ((), "Payer", 100)


def test_payments_of_several_blocks_and_of_the_first_version():
    detail = payment("50.00")
    assert amounts(line(f"{detail}</NtryDtls><NtryDtls>{detail}")) == [50, 50]
    text = f"""{HEAD}<Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>CRDT</CdtDbtInd>
    <ValDt><Dt>2025-03-10</Dt></ValDt><TxDtls>{parties(PAYER)}</TxDtls></Ntry>{TAIL}"""
    assert camt.read(text.encode(), "f").statements[0].lines[0].name == "Payer"


def test_batch_of_one_payer_bears_the_name():
    same = parties(PAYER)
    one = line(payment("60.00", more=same), payment("40.00", more=same))
    assert (one.name, len(one.parts)) == ("Payer", 2)
