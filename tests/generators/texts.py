"""What people and banks write beside a payment, and the many ways numbers are spelled in it."""

WIDE = str.maketrans("0123456789-/", "０１２３４５６７８９－／")
_NOUNS = """
货款 货款 货款 付货款 支付货款 往来款 采购款 材料款 加工费 设备款 工程款 服务费 技术服务费 购货款
转账 付款 结算款 对公转账
"""
NOUNS = _NOUNS.split()
BANK = (
    "网银转账",
    "跨行转账",
    "大额汇划",
    "企业网银",
    "电汇",
    "汇兑来账",
    "手机银行转账",
    "小额来账",
)
TELL = (
    *("发票", "发票号", "发票号码", "票号", "单号", "单据"),
    *("No.", "NO ", "#", "INV ", "invoice "),
)
SEPARATORS = ("、", "，", ",", " ", "/", "&", "+", "和", "及", ", ", " / ", ";")
ENGLISH = """PAYMENT|PAYMENT FOR|PMT|YOUR INV|INVOICE|SETTLEMENT OF|TRF|/RFB/|REMITTANCE|T/T|GOODS|
PAYMENT OF INVOICE""".replace("\n", "").split("|")
LESS = (
    "LESS CHGS",
    "LESS BANK CHARGES",
    "BANK CHGS DEDUCTED",
    "扣手续费",
    "已扣手续费",
    "LESS FEE",
)
PREPAID = ("预付款", "订金", "定金", "预付货款", "预付30%", "DEPOSIT", "ADVANCE PAYMENT")
OTHER = (
    ("结息", "{bank}"),
    ("利息", "{bank}"),
    ("贷款发放", "{bank}"),
    ("退税款", "国家金库{city}市分库"),
    ("增值税留抵退税", "国家税务总局{city}市税务局"),
    ("退货款", "{firm}"),
    ("退款", "{firm}"),
    ("退回多付款", "{firm}"),
    ("还借款", "{person}"),
    ("投资款", "{person}"),
    ("保证金退还", "{firm}"),
    ("理赔款", "{firm}保险"),
    ("", "{firm}"),
    ("往来款", "{firm}"),
    ("转账", "{person}"),
    ("备用金退回", "{person}"),
)


class Spelling:
    """Writes document numbers as people do; ``dice`` decides how."""

    def __init__(self, dice, level):
        self.dice = dice
        self.level = level

    def one(self, number):
        """Spell one number, with a word before it where it would say nothing alone."""
        dice = self.dice
        roll = dice.upto(100)
        if roll < self.level.faithful:
            return number
        return dice.pick(self._ways(number))

    def several(self, numbers):
        """Spell a list: each by itself, or only the ends after the first, or as a range."""
        dice = self.dice
        if len(numbers) == 1:
            return self.one(numbers[0])
        if self._is_run(numbers) and dice.chance(400):
            first, last = numbers[0], tail(numbers[-1])
            return dice.pick((f"{first}-{last}", f"{first}~{last}", f"No.{tail(first)}-{last}"))
        separator = dice.pick(SEPARATORS)
        roll = dice.upto(100)
        if roll < self.level.faithful:
            return separator.join(numbers)
        if roll < 80:
            told = dice.pick(("发票", "尾号", "发票号", "INV", "票号:", "No."))
            return told + separator.join(tail(number) for number in numbers)
        return separator.join([self.one(numbers[0]), *(tail(number) for number in numbers[1:])])

    def _ways(self, number):
        dice, ending = self.dice, tail(number)
        bare = number.replace("-", "")
        ways = [
            bare,
            number.lower(),
            number.replace("-", " "),
            number.translate(WIDE),
            f"{dice.pick(TELL)}{ending}",
            f"尾号{ending}",
            f"{dice.pick(TELL)}{number}",
        ]
        if not number[0].isdigit():
            ways.append(number.split("-", 1)[-1])
        if ending.lstrip("0") != ending and len(ending.lstrip("0")) > 2:
            ways.append(f"{dice.pick(TELL)}{ending.lstrip('0')}")
        if len(ending) >= 4:
            ways.append(ending)
        if self.level.has_gaps:
            ways.append(f"{bare[:-2]} {bare[-2:]}")
        return ways

    @staticmethod
    def _is_run(numbers):
        ends = [int(tail(number)) for number in numbers]
        return len(numbers) > 1 and ends == list(range(ends[0], ends[0] + len(ends)))


def tail(number):
    """Return the last digits people quote: four of them, or all where there are fewer."""
    ending = ""
    for character in reversed(number):
        if not character.isdigit():
            break
        ending = character + ending
    return ending[-4:]


def mistyped(number, dice):
    """Return the number with one of its last four digits wrong."""
    place = len(number) - 1 - dice.upto(3)
    other = str((int(number[place]) + dice.between(1, 9)) % 10) if number[place].isdigit() else "0"
    return number[:place] + other + number[place + 1 :]


def noise(dice, on, minor):
    """Return words that are no designation: dates, sums, phones, quantities, bank serials."""
    whole = minor // 100
    return dice.pick(
        (
            f"{on:%Y%m%d}",
            f"{on.year}年{on.month}月{on.day}日",
            f"{on.month}.{on.day}",
            f"{on:%Y-%m-%d}",
            f"金额{minor / 100:,.2f}",
            f"{whole}元",
            f"电话138{minor % 10**8:08d}",
            f"0571-8{minor % 10**7:07d}",
            f"{minor % 90 + 10}台",
            f"PO45{minor % 10**8:08d}",
            f"采购单{minor % 9000 + 1000}",
            f"项目{minor % 900 + 100}",
            f"{minor % 90000 + 10000}",
            f"A{minor % 900 + 100}",
            f"流水号{on:%Y%m%d}{minor % 10**10:010d}",
            f"账号6222{minor % 10**15:015d}",
            f"{dice.between(1, 9)}楼{dice.between(101, 999)}室",
            "请查收",
            "谢谢",
        )
    )


def chinese(dice, level, *, numbers="", on, minor, more=""):
    """Return the text of a domestic line."""
    pieces = [dice.pick(NOUNS) if dice.chance(850) else "", numbers, more]
    if dice.chance(400):
        pieces[0], pieces[1] = pieces[1], pieces[0]
    if dice.chance(250):
        pieces.insert(0, dice.pick(BANK))
    if dice.chance(level.chatter):
        pieces.append(noise(dice, on, minor))
    return dice.pick(("", " ", " ", "/", "，")).join(piece for piece in pieces if piece)


def english(dice, level, *, numbers="", on, minor, more=""):
    """Return the text of a line from abroad, upper case as SWIFT has it."""
    pieces = [dice.pick(ENGLISH), numbers, more]
    if dice.chance(level.chatter // 2):
        pieces.append(f"DD {on:%d%m%y}")
    text = " ".join(piece for piece in pieces if piece)
    return text.upper() if dice.chance(800) else text
