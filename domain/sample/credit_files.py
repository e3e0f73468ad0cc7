"""Credit files of the sample: full ones, thin ones and, of most customers, none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.credit.file.contacts import Contact, CustomerAccount, Role
from domain.credit.file.contract import Contract, Forum, Penalty
from domain.credit.file.credit_report import CreditReport
from domain.credit.file.negative_event import EventType, NegativeEvent, Severity
from domain.credit.file.registry import RegistryFacts, RegistryStatus
from domain.credit.file.security import GuaranteeType, Security, SecurityType
from domain.credit.file.site_visit import Orders, SiteVisit, Stock
from domain.credit.file.size_class import BuyerType, SizeClass
from domain.ports import Book
from domain.record import Attachment, Kept
from domain.sample.dice import Dice
from domain.services.records import File, keep_record

_SOURCE: Final = "国家企业信用信息公示系统"
_SURNAMES: Final = "陈林黄周吴徐孙马朱胡郭何高罗郑梁"
_GIVEN: Final = ("志远", "晓岚", "建国", "敏", "立群", "佳", "海燕", "文博")
#: Places of the customers with full files, and of those with a registry check at least.
_FULL: Final = (1, 2, 4, 13)
_THIN: Final = (5, 6, 8, 9, 10, 14, 15, 27)
_NODES: Final = "30% 合同签订后 7 日内\n60% 货到验收后 30 日内\n10% 质保期满后 7 日内"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fact:
    """A record to be: how many days before the last day it is dated, and after it ends."""

    value: Kept
    before: int
    ends: int | None = None
    files: tuple[str, ...] = ()


def add_credit_files(book: Book, user: str, as_of: date) -> None:
    """Keep the files of some customers as they stand on the sample's last day.

    Credit codes are left out: a made-up one that is valid might be somebody's.
    """
    for place in (*_FULL, *_THIN):
        customer_id = book.reader.find_customer(f"C{place:04d}")
        if customer_id is not None:
            for fact in _facts(place):
                _keep(book, user, as_of, customer_id, fact)


def _facts(place: int) -> Iterator[_Fact]:
    dice = Dice(f"credit file {place}")
    yield from _basic(place, dice)
    if place in _FULL:
        yield from _full(place, dice)
    yield from _SPECIAL.get(place, ())


def _basic(place: int, dice: Dice) -> Iterator[_Fact]:
    checked = 220 if place == 10 else dice.between(20, 150)
    boss = _person(dice)
    registry = RegistryFacts(
        status=RegistryStatus.ABNORMAL if place == 27 else RegistryStatus.EXISTING,
        legal_representative=boss,
        capital=dice.between(3, 50) * 100_000_000,
        founded_on=date(dice.between(1998, 2018), dice.between(1, 12), dice.between(1, 28)),
        source=_SOURCE,
        note="样例：统一社会信用代码从略",
    )
    files = ("营业执照副本.txt",) if place in _FULL else ()
    yield _Fact(value=registry, before=checked, files=files)
    finance = Contact(name=_person(dice), role=Role.FINANCE, position="财务经理", phone="555 0188")
    yield _Fact(value=finance, before=dice.between(200, 400))
    size = dice.pick((BuyerType.MEDIUM, BuyerType.SMALL, BuyerType.LARGE))
    yield _Fact(value=SizeClass(type=size, source="客户声明"), before=checked)


def _full(place: int, dice: Dice) -> Iterator[_Fact]:
    yield _Fact(
        value=Contact(name=_person(dice), role=Role.BOSS, position="总经理"),
        before=dice.between(200, 400),
    )
    yield _Fact(
        value=Contact(name=_person(dice), role=Role.PURCHASING, position="采购主管"),
        before=dice.between(200, 400),
    )
    account = CustomerAccount(bank="示例银行城东支行", number=f"0555 0900 {place:04d} 18")
    yield _Fact(value=account, before=dice.between(200, 400))
    yield _Fact(value=_report(dice), before=dice.between(40, 300), ends=dice.between(40, 90))
    yield _Fact(value=_visit(dice), before=dice.between(30, 200), files=("实地考察记录.txt",))
    contract = _contract(place, dice)
    yield _Fact(value=contract, before=310, ends=dice.between(41, 130), files=("合同签章件.txt",))


def _person(dice: Dice) -> str:
    return dice.pick(_SURNAMES) + dice.pick(_GIVEN)


def _report(dice: Dice) -> CreditReport:
    return CreditReport(
        provider="示例资信有限公司",
        score=Decimal(dice.between(55, 88)),
        scale="0–100",
        recommended=dice.between(10, 50) * 1_000_000,
        lawsuits=dice.between(0, 3),
        enforced=0,
        dishonest=0,
        summary="经营正常，付款记录一般。",
    )


def _visit(dice: Dice) -> SiteVisit:
    return SiteVisit(
        visitor="周敏",
        place="客户厂区",
        met=_person(dice),
        staff=dice.between(30, 260),
        machines_running=Decimal(dice.between(55, 95)),
        stock=dice.pick((Stock.USUAL, Stock.LOW, Stock.PILED_UP)),
        orders=dice.pick((Orders.FULL, Orders.USUAL, Orders.THIN)),
        wages_paid="按月",
        score=dice.between(55, 90),
        findings="车间整洁，产线基本满负荷；成品库存与订单相称。",
    )


def _contract(place: int, dice: Dice) -> Contract:
    return Contract(
        number=f"MC-{place:03d}",
        subject="精密配件年度供货",
        amount=dice.between(20, 120) * 1_000_000,
        payment_nodes=_NODES,
        penalty=Penalty.DAILY_RATE,
        penalty_rate=Decimal("0.05"),
        forum=Forum.OUR_COURT,
        forum_name="苏州市吴中区人民法院",
        service_address="合同首部所列地址" if place != 4 else "",
        signed=True,
        title_retained=place == 1,
        invoice_first=place == 2,
        retention=Decimal(10),
    )


def _bank_guarantee(amount: int) -> Security:
    giver = "示例银行城东支行"
    return Security(type=SecurityType.BANK_GUARANTEE, amount=amount, giver=giver, number="BG-0555")


#: What makes some files worth looking at: by the customer's place.
_SPECIAL: Final[dict[int, tuple[_Fact, ...]]] = {
    2: (_Fact(value=_bank_guarantee(10_000_000), before=340, ends=25),),
    4: (
        _Fact(
            value=NegativeEvent(
                type=EventType.LAWSUIT,
                severity=Severity.RED,
                what="被两家供应商起诉拖欠货款",
                amount=86_000_000,
                source="裁判文书公开网",
            ),
            before=18,
        ),
    ),
    6: (
        _Fact(
            value=NegativeEvent(
                type=EventType.MANAGEMENT, what="财务负责人三个月内两次更换", source="业务员走访"
            ),
            before=40,
        ),
    ),
    8: (
        _Fact(
            value=CreditReport(
                provider="示例资信有限公司", score=Decimal(61), recommended=20_000_000
            ),
            before=380,
            ends=-15,
        ),
        _Fact(
            value=Security(
                type=SecurityType.GUARANTEE,
                amount=20_000_000,
                giver="示例担保有限公司",
                guarantee_type=GuaranteeType.JOINT,
                debts="年度供货合同项下全部货款",
            ),
            before=200,
            ends=5,
        ),
    ),
    9: (_Fact(value=_visit(Dice("visit 9")), before=420),),
    14: (
        _Fact(
            value=Security(type=SecurityType.DEPOSIT, amount=5_000_000, contract_amount=20_000_000),
            before=60,
        ),
    ),
}


def _keep(book: Book, user: str, as_of: date, customer_id: int, fact: _Fact) -> None:
    dated = as_of - timedelta(days=fact.before)
    keep_record(
        book.unit_of_work(user),
        fact.value,
        customer_id=customer_id,
        dated_on=dated,
        ends_on=None if fact.ends is None else as_of + timedelta(days=fact.ends),
        files=[_file(customer_id, name, dated) for name in fact.files],
    )


def _file(customer_id: int, name: str, dated: date) -> File:
    entry = Attachment(name=name, customer_id=customer_id, source="客户提供", dated_on=dated)
    return entry, f"样例文件：{name}\n".encode()
