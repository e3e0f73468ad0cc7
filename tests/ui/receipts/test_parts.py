"""The screen's own parts: buttons that give way, the text box, words of what was found."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from domain.listing import BankAccountRow, InflowRow
from domain.matching.values import Answer, Evidence, Part, Proof, Proposal, Rule
from ui.receipts.bank_text import BankText
from ui.receipts.bar import FittingRow
from ui.receipts.data import Memory, Party
from ui.receipts.evidence import Span
from ui.receipts.proposals import Offer, ProposalList
from ui.receipts.words import (
    account_name,
    accounts_words,
    age_words,
    memory_words,
    payer_of,
    reason_words,
    state_chip,
    tail,
)
from ui.widgets.button import Button

TODAY = date(2026, 11, 20)


def inflow(**values):
    known = {
        "key": 1,
        "state": "todo",
        "booked_on": TODAY,
        "currency": "CNY",
        "amount": 10_000,
        "open": 10_000,
    }
    return InflowRow(**{**known, **values})


@pytest.fixture
def bar(themed, qtbot):
    names = ("accept", "next", "split", "undo")
    buttons = {name: Button("word", name=name, icon="check") for name in names}
    made = FittingRow(
        [*buttons.values()], icons={buttons["split"]: "split"}, kept=[buttons["undo"]]
    )
    holder = QWidget()
    made.setParent(holder)
    made.kept = holder
    qtbot.addWidget(holder)
    holder.show()
    return made, buttons


def shown(bar):
    _made, buttons = bar
    return [name for name, one in buttons.items() if not one.isHidden()]


def test_buttons_go_where_there_is_no_room_for_them_and_those_kept_stay(bar):
    made, buttons = bar
    made.resize(2_000, 44)
    assert shown(bar) == ["accept", "next", "split", "undo"]
    made.resize(buttons["undo"].sizeHint().width() + 40, 44)
    assert shown(bar) == ["undo"]
    made.resize(2_000, 44)
    assert shown(bar) == ["accept", "next", "split", "undo"]


def test_icons_go_before_buttons_do(bar):
    made, buttons = bar
    made.resize(2_000, 44)
    with_icon = buttons["split"].sizeHint().width()
    needed = sum(one.sizeHint().width() + 8 for one in buttons.values()) + 24
    made.resize(needed - 10, 44)
    assert shown(bar) == ["accept", "next", "split", "undo"]
    assert buttons["split"].sizeHint().width() < with_icon


def test_a_text_takes_the_lines_it_needs_up_to_three(themed, qtbot):
    box = BankText("text")
    qtbot.addWidget(box)
    box.show_text("附言", "货款 5187", [Span(3, 7, 1)])
    one = box.heightForWidth(600)
    box.show_text("附言", "货款 5187 " * 9, [Span(3, 7, 1)])
    two = box.heightForWidth(600)
    box.show_text("附言", "货款 5187 " * 200, [Span(3, 7, 1)])
    assert one < two < box.heightForWidth(600) == box.heightForWidth(300)
    assert "5187 (1)" in box.accessibleDescription()


def test_a_proposal_is_read_out_and_chosen_by_a_click(themed, qtbot):
    made = ProposalList("proposal")
    qtbot.addWidget(made)
    offers = [
        Offer(confidence=94, rule="3 张 · 按单据号", reason="附言写明 3 个单据号", chips=("附言",)),
        Offer(confidence=None, rule="转预收款", reason="全额挂账"),
    ]
    made.show_offers(offers, 0)
    assert made.count() == 2
    first, second = made._rows[:2]
    assert first.accessibleName() == "94 %, 3 张 · 按单据号, 附言写明 3 个单据号, 附言"
    assert first.isChecked()
    with qtbot.waitSignal(made.chosen) as told:
        second.click()
    assert told.args == [1]
    assert not first.isChecked()
    made.show_offers(offers[:1], None)
    assert made.count() == 1
    assert not first.isChecked()


@pytest.mark.parametrize(
    "row,words",
    [
        (inflow(), "无建议"),
        (inflow(open=4_000), "部分"),
        (inflow(state="check"), "待查"),
        (inflow(state="held"), "预收"),
        (inflow(state="done", open=0), "已核销"),
        (inflow(state="other"), "非货款"),
    ],
)
def test_each_state_has_its_chip(themed, row, words):
    assert state_chip(row, {}).text == words


def test_a_line_with_a_proposal_says_so_and_waits_while_it_is_looked_for(themed):
    proposal = Proposal(rule=Rule.AMOUNT, customer_id=1, confidence=90)
    answers = {1: Answer(payment_id=1, proposals=(proposal,))}
    assert state_chip(inflow(), answers).text == "建议"
    assert state_chip(inflow(), None).text == "…"


def test_who_paid_falls_back_to_the_customer_and_then_to_the_text():
    assert payer_of(inflow(name="王建国", customer_name="甲"), "zh") == "王建国"
    assert payer_of(inflow(customer_name="甲", customer_name_en="Jia"), "en") == "Jia"
    assert payer_of(inflow(text="存款利息"), "zh") == "存款利息"
    assert payer_of(inflow(), "zh") == "—"


def test_a_reason_tells_what_was_found_and_what_is_left(themed):
    proposal = Proposal(
        rule=Rule.NUMBERS,
        customer_id=1,
        confidence=94,
        parts=(Part(item_id=1, minor=5_000), Part(item_id=2, minor=3_000)),
        rest=2_000,
        proofs=(
            Proof(kind=Evidence.NUMBER, start=0, end=4, item_id=1),
            Proof(kind=Evidence.NUMBER, start=5, end=9, item_id=2),
        ),
    )
    said = reason_words(proposal, {1: 5_000, 2: 8_000}, "CNY")
    assert said == "附言写明 2 个单据号，第 2 张部分核销 30.00，余 20.00 转预收"


def test_what_is_known_of_an_account_is_told(themed):
    first, second = Party(id=1, name="甲", name_en="Jia"), Party(id=2, name="乙")
    known = [Memory(kind="account", party=first, count=11)]
    assert memory_words(known, 1, "zh") == "该账号曾付款 11 次，均为此客户"
    assert memory_words(known, 2, "zh") == "该账号曾付款 11 次，均为 甲"
    both = [*known, Memory(kind="account", party=second, count=1)]
    assert memory_words(both, 1, "zh") == "该账号曾为 甲，乙 付款"
    assert memory_words([], 1, "zh") == ""


@pytest.mark.parametrize(
    "number,bank,language,words",
    [
        ("1102020009000071283", "中国工商银行苏州分行", "zh", "工行 1283"),
        ("1102020009000071283", "中国工商银行苏州分行", "en", "ICBC 1283"),
        ("1102020009000071283", "", "zh", "1283"),
        ("6222", "某某村镇银行", "zh", "某某村镇银行 6222"),
    ],
)
def test_our_accounts_are_named_by_bank_and_last_digits(number, bank, language, words):
    assert account_name(number, bank, language) == words


def test_accounts_carry_the_age_of_their_data(themed):
    def account(number, last_on):
        return BankAccountRow(
            id=1,
            number=number,
            name="",
            bank="招商银行",
            currency="CNY",
            last_on=last_on,
            read_at="",
            lines=1,
            todo=0,
        )

    rows = [account("512900123410917", TODAY), account("512900123415520", date(2026, 11, 16))]
    assert accounts_words(rows, TODAY, "zh") == "招行 0917 今天 · 招行 5520 4 天前"
    assert age_words(None, TODAY) == ""
    assert tail("—") == "—"
