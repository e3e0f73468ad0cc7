import pytest

from domain.matching.engine import propose
from domain.matching.learning import keyword, learn


def taught(payment):
    return {one.kind: one.key for one in learn(payment, 1)}


def test_a_decision_teaches_account_name_and_word(ledger):
    payment = ledger.payment(
        "666.67", "丹枫餐饮 2508 2509", "张示例", account="6222 0000 0000 0000 011"
    )
    assert taught(payment) == {
        "account": "6222000000000000011",
        "name": "张示例",
        "keyword": "丹枫餐饮",
    }
    assert {one.customer_id for one in learn(payment, 7)} == {7}


@pytest.mark.parametrize("name", ["支付宝（中国）网络技术有限公司", "财付通", "中国银行杭州支行"])
def test_who_pays_for_everybody_teaches_nothing(ledger, name):
    assert taught(ledger.payment("1.00", "货款", name, account="6222000000000000011")) == {}


def test_a_masked_account_teaches_nothing(ledger):
    assert taught(ledger.payment("1.00", "货款", account="6222****0011")) == {}


@pytest.mark.parametrize(
    "text, word",
    [
        ("支付货款 2508", ""),
        ("5月份技术服务费", ""),
        ("发票0478、0479尾款", ""),
        ("网银转账 货款 电话13812345678", ""),
        ("滨江项目货款", "滨江项目"),
        ("付丹枫餐饮店货款", "丹枫餐饮店"),
        ("INV-2501", ""),
    ],
)
def test_common_words_are_no_keyword(text, word):
    assert keyword(text) == word


def test_the_next_payment_like_it_finds_its_customer(ledger):
    ledger.owes("C1", "INV-1", "300.00")
    first = ledger.payment("500.00", "滨江项目", "王某", account="6222000000000000099")
    assert propose(ledger.index(), first).proposals == ()
    for one in learn(first, 1):
        ledger.learns(one.kind, one.key, "C1")
    assert ledger.books("300.00", "货款", "王某", account="6222000000000000099") == {
        "INV-1": "300.00"
    }
    assert ledger.asks("300.00", "滨江项目", "李某")[0].customer == "C1"
