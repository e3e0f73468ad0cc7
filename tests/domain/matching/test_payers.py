import pytest

from tests.domain.matching.conftest import NAME


def who(ledger, name="", **more):
    return ledger.index().payers.who(ledger.payment("1.00", name=name, **more))


def codes(ledger, found):
    return [p.code for c in found.customers for p in ledger.payers.values() if p.id == c]


@pytest.mark.parametrize(
    "name, how",
    [
        (NAME, "exact"),
        ("杭州云启科技 有限公司", "exact"),
        ("杭州云启科技有限责任公司", "form"),
        ("杭州云启科技", "form"),
        ("云启科技有限公司", "core"),
        ("云启科技（杭州）有限公司", "core"),
        ("杭州云启科技有", "cut"),
        ("杭州云启科技有限公司宁波分公司", "branch"),
    ],
)
def test_a_payer_is_known_by_its_name_in_many_spellings(ledger, name, how):
    found = who(ledger, name)
    assert codes(ledger, found) == ["C1"]
    assert dict(found.sources[0].facts)["how"] == how


def test_a_firm_of_the_same_name_in_another_city_is_another(ledger):
    assert who(ledger, "上海云启科技有限公司").customers == ()
    ledger.customer("C2", "苏州云启科技有限公司")
    assert codes(ledger, who(ledger, "苏州云启科技有限公司")) == ["C2"]
    both = who(ledger, "云启科技有限公司")
    assert codes(ledger, both) == ["C1", "C2"]
    assert not both.is_known


def test_a_group_and_its_firm_are_two(ledger):
    ledger.customer("C2", "杭州云启科技集团有限公司")
    assert codes(ledger, who(ledger, "杭州云启科技集团有限责任公司")) == ["C2"]
    assert codes(ledger, who(ledger, "杭州云启科技有限责任公司")) == ["C1"]


def test_a_parent_pays_for_its_branch(ledger):
    ledger.customer("C2", "砚岭示例（集团）股份有限公司北京分公司")
    found = who(ledger, "砚岭示例(集团)股份有限公司")
    assert codes(ledger, found) == ["C2"]
    assert found.sources[0].kind == "group"


def test_a_similar_name_only_suggests(ledger):
    found = who(ledger, "杭州云其科技有限公司")
    assert (codes(ledger, found), found.fuzzy) == (["C1"], True)
    assert who(ledger, "宁波博远电子有限公司").customers == ()


def test_the_customers_own_account_tells_though_the_name_does_not(ledger):
    assert codes(ledger, who(ledger, "某某", account="5719 0000 0001")) == ["C1"]
    assert who(ledger, "某某", account="5719****0001").customers == ()


def test_a_tax_number_in_the_text_tells(ledger):
    found = who(ledger, text="代付 91330106MA28W3T04X 货款")
    assert codes(ledger, found) == ["C1"]
    assert (found.sources[0].start, found.sources[0].end) == (3, 21)


def test_a_name_or_alias_in_the_text_tells(ledger):
    ledger.customer("C2", "丹枫示例餐饮店", aliases=("丹枫餐饮", "丹枫"))
    assert codes(ledger, who(ledger, "张示例", text="代云启科技付款")) == ["C1"]
    assert codes(ledger, who(ledger, "张示例", text="丹枫餐饮 2508")) == ["C2"]
    assert codes(ledger, who(ledger, "张示例", text="丹枫 货款")) == ["C2"]
    assert who(ledger, "张示例", text="丹枫木货款").customers == ()


def test_the_longer_name_in_a_text_counts(ledger):
    ledger.customer("C2", "苏州云启科技有限公司")
    assert codes(ledger, who(ledger, "张示例", text="代苏州云启科技有限公司付")) == ["C2"]


def test_english_names_are_words_in_a_text(ledger):
    ledger.customer("C2", "Juniper Vale Trading (HK) Co., Ltd.")
    assert codes(ledger, who(ledger, text="ON BEHALF OF JUNIPER VALE TRADING INV 1")) == ["C2"]
    assert codes(ledger, who(ledger, "JUNIPER VALE TRADING HK CO LT")) == ["C2"]


def test_what_was_learned_tells(ledger):
    ledger.learns("account", "6222000000000000011", "C1")
    ledger.learns("name", "张示例", "C1")
    ledger.learns("keyword", "滨江项目", "C1")
    for found in (
        who(ledger, "李某", account="6222000000000000011"),
        who(ledger, "张示例"),
        who(ledger, "李某", text="滨江项目货款"),
    ):
        assert codes(ledger, found) == ["C1"]
        assert found.sources[0].kind == "learned"


def test_a_word_or_a_persons_name_is_trusted_when_confirmed_often(ledger):
    ledger.learns("keyword", "滨江项目", "C1", count=1)
    ledger.learns("keyword", "城北工地", "C1", count=2)
    assert who(ledger, text="滨江项目").chance < 0.95 < who(ledger, text="城北工地").chance


def test_what_was_learned_of_two_customers_tells_neither(ledger):
    ledger.customer("C2")
    ledger.learns("account", "6222000000000000011", "C1", count=9)
    ledger.learns("account", "6222000000000000011", "C2")
    found = who(ledger, "李某", account="6222000000000000011")
    assert codes(ledger, found) == ["C1", "C2"]
    assert not found.is_known


def test_agreeing_sources_decide_between_two(ledger):
    ledger.customer("C2", "苏州云启科技有限公司")
    ledger.learns("account", "6222000000000000011", "C2")
    found = who(ledger, "云启科技有限公司", account="6222000000000000011")
    assert codes(ledger, found) == ["C2"]
    assert found.is_known


def test_account_and_name_of_two_customers_are_a_conflict(ledger):
    ledger.customer("C2", "苏州云启科技有限公司")
    found = who(ledger, "苏州云启科技有限公司", account="571900000001")
    assert found.conflict
    assert set(codes(ledger, found)) == {"C1", "C2"}


def test_a_settled_customer_is_not_questioned(ledger):
    ledger.customer("C2")
    found = who(ledger, NAME, customer="C2")
    assert (codes(ledger, found), found.chance) == (["C2"], 1.0)


def test_many_names_are_compared_at_once(ledger):
    payers = ledger.index().payers
    payments = [ledger.payment("1.00", name=n) for n in (NAME, "杭州云其科技有限公司", "张三", "")]
    unknown = payers.unknown(payments)
    assert unknown == ["杭州云其科技有限公司"]
    payers.learn_likeness(unknown)
    assert payers.unknown(payments) == []
    assert payers.who(payments[1]).fuzzy
