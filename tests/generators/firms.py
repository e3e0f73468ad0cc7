"""Made-up firms: names as they stand in a customer list, and as banks write them."""

from dataclasses import dataclass, field

_CITIES = """
北京 上海 天津 重庆 杭州 宁波 苏州 无锡 常州 南京 台州 温州 绍兴 嘉兴 合肥 芜湖 济南 青岛 烟台 郑州
武汉 长沙 南昌 福州 厦门 广州 深圳 东莞 佛山 中山 成都 西安 昆明 贵阳 沈阳 大连 长春 昆山 常熟 义乌
慈溪 江阴
"""
CITIES = _CITIES.split()
LONG = ("浙江省台州市", "江苏省苏州市", "广东省佛山市", "安徽省合肥市", "山东省烟台市", "河北省")
FIRST = "云启禾砺岚澄屿峤棠岐砚昶泽翊铭骏凯恒锐晟弘煜博景瑞祥嘉鼎腾越擎卓彤沐"
SECOND = "科诚达泰丰盛源信联创新星宇航锋远图驰利隆宏益安康美佳华洋川原岭峰润"
_TRADES = """
科技 贸易 机电 电子 精密机械 五金制品 汽配 塑料制品 包装材料 阀门 液压 轴承 模具 自动化设备 建材
化工 纺织品 服饰 食品 医疗器械 环保设备 仪表 电气 物流 钢结构 新材料 智能装备 印刷 商贸 实业
"""
TRADES = _TRADES.split()
FORMS = ("有限公司",) * 16 + ("有限责任公司", "股份有限公司", "厂", "商行")
SHOPS = ("餐饮店", "五金商行", "百货店", "建材经营部", "便利店", "文具店")
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华建国志"
_WORDS = """
Northlake Brightwell Harbour Summit Redwood Oakfield Silverline Lakeside Meridian Pinnacle
Ironbridge Kestrel Blackwater Fairmont Granville Hollis Kingsley Larkspur Marlow Norwood Penrose
Quayside Ravenscroft Stanmore Thornbury Westbrook Ashgrove Belmont Calder Dunmore
"""
WORDS = _WORDS.split()
_BUSINESS = """
Trading Motion Pumps Tools Logistics Components Industries Electronics Textiles Foods Machinery
Packaging Instruments Valves Lighting Supplies
"""
BUSINESS = _BUSINESS.split()
ENDINGS = (
    *("Co., Ltd.", "Ltd.", "Inc.", "GmbH", "LLC", "Limited", "B.V.", "S.r.l.", "Pty Ltd"),
    *("(HK) Co., Ltd.", "Corporation"),
)


@dataclass
class Firm:
    """A customer with the ways its name appears; ``owner`` is the person behind a shop."""

    id: int
    name: str
    kind: str  # "cn", "en", "shop", "branch"
    city: str = ""
    body: str = ""
    form: str = ""
    short: str = ""
    group: str = ""
    parent: str = ""
    owner: str = ""
    account: str = ""
    owner_account: str = ""
    tax_id: str = ""
    currency: str = "CNY"
    is_account_known: bool = False
    is_owner_learned: bool = False
    has_alias: bool = False
    facts: dict = field(default_factory=dict)


def digits(dice, count):
    return "".join(str(dice.upto(10)) for _ in range(count))


def person(dice):
    return dice.pick(SURNAMES) + "".join(dice.pick(GIVEN) for _ in range(dice.between(1, 2)))


def tax_id(dice):
    return "91" + digits(dice, 6) + "MA" + digits(dice, 7) + dice.pick("ABCDEFGHJK")


def stranger(dice):
    """Return a company that is no customer."""
    brand = dice.pick("森钧铂苇霖") + dice.pick(SECOND)
    return f"{dice.pick(CITIES)}{brand}{dice.pick(TRADES)}有限公司"


class Maker:
    """Makes firms whose names differ from each other, though some by little."""

    def __init__(self, dice):
        self.dice = dice
        self.firms = []
        self._names = set()

    def make(self, count):
        while len(self.firms) < count:
            roll = self.dice.upto(100)
            if roll < 18:
                self._abroad()
            elif roll < 24:
                self._shop()
            elif roll < 27:
                self._family()
            elif roll < 33 and self.firms:
                self._lookalike()
            else:
                self._company(self._body(), self.dice.pick(CITIES))
        return self.firms[:count]

    def _body(self):
        dice = self.dice
        return dice.pick(FIRST) + dice.pick(SECOND) + dice.pick(TRADES)

    def _company(self, body, city, *, form="", group=""):
        dice = self.dice
        form = form or dice.pick(FORMS)
        roll = dice.upto(10)
        if roll == 0:
            name = f"{body}（{city}）{form}"
        elif roll == 1:
            name = f"{dice.pick(LONG)}{body}{form}"
            city = ""
        else:
            name = f"{city}{body}{form}"
        self._add(name, "cn", city=city, body=body, form=form, group=group, short=body)

    def _lookalike(self):
        """The same firm in another city, or one character apart."""
        twin = self.dice.pick(self.firms)
        if twin.kind != "cn":
            return
        if self.dice.chance(700):
            self._company(twin.body, self.dice.pick(CITIES), form=twin.form)
        else:
            body = self.dice.pick(FIRST) + twin.body[1:]
            self._company(body, twin.city or self.dice.pick(CITIES), form=twin.form)

    def _shop(self):
        dice = self.dice
        body = dice.pick(FIRST) + dice.pick(SECOND)
        kind = dice.pick(SHOPS)
        city = dice.pick(CITIES)
        self._add(f"{city}{body}{kind}", "shop", city=city, body=body, short=body + kind[:2])

    def _family(self):
        """A group that pays for its branches, which are the customers."""
        dice = self.dice
        brand = dice.pick(FIRST) + dice.pick(SECOND)
        parent = f"{brand}{dice.pick(TRADES)}（集团）股份有限公司"
        for city in {dice.pick(CITIES) for _ in range(dice.between(1, 2))}:
            self._add(
                f"{parent}{city}分公司", "branch", city=city, short=f"{brand}{city}", parent=parent
            )

    def _abroad(self):
        dice = self.dice
        body = f"{dice.pick(WORDS)} {dice.pick(BUSINESS)}"
        if dice.chance(300):
            body = f"{dice.pick(WORDS)} {body}"
        currency = dice.pick(("USD", "USD", "EUR", "CNY", "HKD"))
        self._add(f"{body} {dice.pick(ENDINGS)}", "en", short=body, body=body, currency=currency)

    def _add(self, name, kind, **more):
        if name in self._names:
            return
        self._names.add(name)
        dice = self.dice
        firm = Firm(id=len(self.firms) + 1, name=name, kind=kind, **more)
        firm.account = digits(dice, dice.pick((12, 16, 17, 19)))
        firm.owner, firm.owner_account = person(dice), "62" + digits(dice, 17)
        firm.tax_id = tax_id(dice) if kind != "en" else ""
        firm.is_account_known = dice.chance(400)
        firm.is_owner_learned = kind == "shop" and dice.chance(600)
        firm.has_alias = kind == "shop" or dice.chance(300)
        self.firms.append(firm)


def as_bank_writes(firm, dice, noise):
    """Return the payer's name on a bank line; ``noise`` is how often per mille it is bent."""
    if not dice.chance(noise):
        return firm.name
    return _abroad_name(firm, dice) if firm.kind == "en" else _home_name(firm, dice)


def _abroad_name(firm, dice):
    plain = "".join(c for c in firm.name if c.isalnum() or c == " ").upper()
    roll = dice.upto(5)
    if roll == 0:
        return plain[:20].strip()
    if roll == 1:
        return plain.replace("LIMITED", "LTD").replace("CORPORATION", "CORP")
    if roll == 2:
        return firm.name.lower()
    return plain


def _home_name(firm, dice):
    """Bend a Chinese name: brackets, cut off, short, another form, no place, a branch, a slip."""
    name, roll = firm.name, dice.upto(12)
    place = dice.between(2, max(len(name) - 5, 3))
    ways = {
        3: name[: max(len(name) - dice.between(1, 3), 8)],
        4: name[: max(len(name) - dice.between(1, 3), 8)],
        5: firm.short if firm.has_alias else name,
        6: name.replace("有限责任公司", "有限公司").replace("（", "").replace("）", ""),
        7: name.replace(firm.city, "", 1).replace("（）", "") if firm.city else name,
        8: f"{name}{dice.pick(CITIES)}分公司" if firm.kind == "cn" else name,
        9: name[:place] + dice.pick(FIRST) + name[place + 1 :],
        10: f"{name[:4]} {name[4:]}",
        11: name + " ",
    }
    return ways.get(roll, name.replace("（", "(").replace("）", ")"))
