import pytest

from domain.matching.names import full_key, name_keys, spoken
from domain.matching.regions import leading


@pytest.mark.parametrize(
    "one, other",
    [
        ("澄岚示例电子（深圳）有限公司", "澄岚示例电子(深圳)有限公司"),
        ("杭州云启科技有限公司", "杭州 云启科技有限公司 "),
        ("Juniper Vale Trading (HK) Co., Ltd.", "JUNIPER VALE TRADING HK CO LTD"),
        ("Officine Valdara S.r.l.", "officine valdara SRL"),
        ("Müller & Söhne GmbH", "MULLER SOHNE GMBH"),
        ("ＡＢＣ贸易有限公司", "abc贸易有限公司"),
    ],
)
def test_width_case_brackets_and_marks_make_no_other_name(one, other):
    assert full_key(one) == full_key(other)


@pytest.mark.parametrize(
    "name, plain",
    [
        ("杭州云启科技有限公司", "杭州云启科技"),
        ("杭州云启科技有限责任公司", "杭州云启科技"),
        ("杭州云启科技股份有限公司", "杭州云启科技"),
        ("云启集团有限公司", "云启集团"),
        ("Northlake Motion Inc.", "NORTHLAKEMOTION"),
        ("Marlow Foods B.V.", "MARLOWFOODS"),
        ("Hafenblick Antriebe GmbH & Co. KG", "HAFENBLICKANTRIEBEGMBHAND"),
        ("丹枫餐饮店", "丹枫餐饮店"),
    ],
)
def test_the_plain_form_has_no_legal_form(name, plain):
    assert name_keys(name).plain == plain


@pytest.mark.parametrize(
    "name, core, places",
    [
        ("杭州云启科技有限公司", "云启科技", {"杭州"}),
        ("云启科技（杭州）有限公司", "云启科技", {"杭州"}),
        ("浙江省台州市椒云五金有限公司", "椒云五金", {"浙江", "台州"}),
        ("广西壮族自治区云启科技有限公司", "云启科技", {"广西"}),
        ("云启（集团）股份有限公司", "云启", set()),
        ("云启集团有限公司", "云启", set()),
        ("苏州长兴医疗器械有限公司", "长兴医疗器械", {"苏州"}),
        ("中山有限公司", "中山", set()),
        ("Juniper Vale Trading (HK) Co., Ltd.", "JUNIPERVALETRADING", {"HK"}),
    ],
)
def test_the_core_has_no_place_and_says_which_it_was(name, core, places):
    keys = name_keys(name)
    assert (keys.core, keys.places) == (core, places)


def test_a_branch_knows_its_firm():
    branch = name_keys("砚岭示例（集团）股份有限公司北京分公司")
    assert branch.parent == name_keys("砚岭示例(集团)股份有限公司").full
    assert branch.core == "砚岭示例"
    assert name_keys("杭州云启科技有限公司").parent == ""


def test_a_name_without_its_end_is_not_complete():
    assert name_keys("杭州云启科技有限公司").complete
    assert not name_keys("杭州云启科技有限").complete
    assert not name_keys("NORTHLAKE MOTI").complete


def test_places_follow_each_other_only_after_a_province_or_with_their_suffix():
    assert leading("浙江台州椒云五金") == (4, {"浙江", "台州"})
    assert leading("苏州市昆山玉岑模具") == (5, {"苏州", "昆山"})
    assert leading("苏州长兴五金") == (2, {"苏州"})


@pytest.mark.parametrize(
    "name, said",
    [
        ("杭州云启科技有限公司", "云启科技"),
        ("杭州云启有限公司", ""),
        ("Juniper Vale Trading (HK) Co., Ltd.", "JUNIPER VALE TRADING"),
        ("Acme Ltd", ""),
    ],
)
def test_what_people_say_of_a_name_is_long_enough_to_mean_it(name, said):
    assert spoken(name, name_keys(name)) == said
