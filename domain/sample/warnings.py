"""Early warning in the sample: traits, risk levels, the firm's position, reviews under way."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from domain.ports import Book
from domain.services import risk, warnings
from domain.warning.positions import CustomerTraits, FirmPosition, RiskLevel, Scope
from domain.warning.rules import Severity
from domain.warning.task import Outcome, tasks_on

#: The trades of the sample's customers, by the industry they belong to.
_INDUSTRIES: Final = (
    (
        "机械装备",
        (
            "数控 模具 刃具 机床 工程机械 纺机 药机 矿机 注塑机 木工机械 包装 重工 食品机械 陶机"
            " 起重 饰品机械 工具 液压 泵业 传动 智能装备 Drives Conveyors Gearboxes Pumps Assembly"
        ),
    ),
    ("汽车与轨道", "汽配 摩配 轨道 船配 航空"),
    ("电气电子", "电器 电气 自动化 电子 机电 仪表 仪器 家电 光电 灯饰"),
    ("五金件", "五金 轴承 阀门 水暖 紧固件 橡塑 焊材"),
    ("工程与能源", "冶金 环保 钢构 电站"),
)
_LEVELS: Final = (
    (Scope.INDUSTRY, "汽车与轨道", 5, "整车厂压价，账期拉长"),
    (Scope.INDUSTRY, "工程与能源", 6, "项目回款慢，依赖财政拨款"),
    (Scope.INDUSTRY, "机械装备", 3, "订单平稳"),
    (Scope.REGION, "浙江", 3, "出口订单回落"),
    (Scope.COUNTRY, "VN", 4, "外汇到账时间不稳定"),
)
_MILLION: Final = 100_000_000
#: How many days before the end the last runs were, and how many reviews each began and closed.
_RUNS: Final = (24, 3)
_TAKEN: Final = 4
_CLOSED: Final = (
    (Outcome.PLAN, "已约定分三期付清，首期月底到账"),
    (Outcome.FALSE_ALARM, "对方换系统，付款已恢复"),
    (Outcome.LOWERED, "额度下调两成，账期改为 30 天"),
)


def add_warnings(book: Book, user: str, as_of: date) -> None:
    """Sort the customers, and open, take up and close reviews as a firm does."""
    begun = as_of - timedelta(days=90)
    traits = {person.customer_id: _traits(person.group) for person in book.reader.people()}
    risk.set_traits(book.unit_of_work(user), traits, begun)
    for scope, name, level, reason in _LEVELS:
        given = RiskLevel(scope=scope, name=name, level=level, reason=reason)
        risk.set_level(book.unit_of_work(user), given, begun)
    position = FirmPosition(currency="CNY", facility=8 * _MILLION, used=6 * _MILLION)
    risk.set_position(book.unit_of_work(user), position, as_of - timedelta(days=20))
    for before in _RUNS:
        _run(book, user, as_of - timedelta(days=before), urgent=before != _RUNS[0])
    _review(book, user, as_of)


def _traits(group: str) -> CustomerTraits:
    """Return region and industry of a customer whose group says "浙江·阀门"."""
    region, _, trade = group.partition("·")
    for industry, trades in _INDUSTRIES:
        if any(trade == one or trade.startswith(f"{one} ") for one in trades.split()):
            return CustomerTraits(industry=industry, region=region)
    return CustomerTraits(industry="贸易与其他" if trade else "", region=region)


def _run(book: Book, user: str, day: date, *, urgent: bool) -> None:
    """Open tasks for what is urgent: at first for the worst dozen, later for all of it."""
    found = [one for one in warnings.find_alerts(book.reader, day) if one.customer_id]
    high = [one for one in found if one.severity == Severity.HIGH]
    owners = {person.customer_id: person.owner for person in book.reader.people()}
    known = {(task.customer_id, task.rule) for task in tasks_on(book.reader, day)}
    fresh = [one for one in high if (one.customer_id, one.rule) not in known]
    chosen = fresh if urgent else fresh[:12]
    if chosen:
        warnings.open_tasks(book.unit_of_work(user), chosen, day, owners)


def _review(book: Book, user: str, as_of: date) -> None:
    opened = [task for task in tasks_on(book.reader, as_of) if task.is_open]
    ids = [task.task_id for task in sorted(opened, key=lambda one: one.task_id)]
    taken, rest = ids[:_TAKEN], ids[_TAKEN:]
    if taken:
        on = as_of - timedelta(days=2)
        warnings.take_up(book.unit_of_work(user), taken, user, on)
    for task_id, (outcome, note) in zip(rest, _CLOSED, strict=False):
        on = as_of - timedelta(days=1)
        warnings.close_tasks(book.unit_of_work(user), [task_id], outcome, note, on)
