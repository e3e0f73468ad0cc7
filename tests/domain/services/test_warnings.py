"""Early warning on a book: what warns, tasks that open once, reviews, limits that may not rise."""

from datetime import date
from decimal import Decimal

import pytest

from domain.collecting.promise import Promise
from domain.credit.file.negative_event import EventType, NegativeEvent
from domain.credit.file.negative_event import Severity as Gravity
from domain.credit.signals import open_alerts
from domain.errors import AlreadyReversed, BadRiskFact, MissingField, NothingToDo
from domain.policy import CreditPolicy
from domain.services import promises, records, risk, warnings
from domain.warning import words
from domain.warning.positions import CustomerTraits, FirmPosition, RiskLevel, Scope
from domain.warning.rules import Rule, Severity, WarningPolicy, WarningRule
from domain.warning.task import Outcome, TaskState, tasks_on

JUNE = date(2026, 6, 30)


def _alerts(desk, day=JUNE):
    return [
        (one.rule, one.severity)
        for one in warnings.find_alerts(desk.book.reader, day)
        if one.customer_id is not None
    ]


def _overdue(desk, overdue="50.00", not_due="50.00", customer=None):
    desk.invoice(overdue, "2026-05-01", due="2026-05-31", customer=customer)
    desk.invoice(not_due, "2026-06-20", due="2026-07-20", customer=customer)


def _open(desk, day=JUNE):
    found = warnings.find_alerts(desk.book.reader, day)
    return warnings.open_tasks(desk.uow(), found, day).value


def test_an_overdue_share_warns_on_the_day_and_not_before(desk):
    _overdue(desk)
    assert _alerts(desk) == [(Rule.OVERDUE_SHARE, Severity.HIGH)]
    assert _alerts(desk, date(2026, 5, 31)) == []


def test_a_limit_nearly_used_up_warns(desk):
    customer = desk.customer("C2", credit_limit_minor=100_00)
    desk.invoice("85.00", "2026-06-20", due="2026-07-20", customer=customer)
    assert _alerts(desk) == [(Rule.UTILISATION, Severity.MEDIUM)]


def test_two_promises_not_kept_warn(desk):
    desk.invoice("100.00", "2026-06-20", due="2026-07-20")
    for made, due in (("2026-05-02", "2026-05-10"), ("2026-06-02", "2026-06-10")):
        value = Promise(amount=10_00, currency="CNY", due_on=date.fromisoformat(due))
        on = date.fromisoformat(made)
        promises.keep_promise(desk.uow(), value, dated_on=on, customer_id=desk.first)
    assert _alerts(desk) == [(Rule.PROMISES, Severity.HIGH)]


def test_a_serious_event_warns_until_it_is_over_and_two_changes_of_management_do(desk):
    desk.invoice("100.00", "2026-06-20", due="2026-07-20")

    def event(kind, on, severity=Gravity.AMBER, ends_on=None):
        value = NegativeEvent(type=kind, severity=severity, what="公告")
        records.keep_record(desk.uow(), value, customer_id=desk.first, dated_on=on, ends_on=ends_on)

    event(EventType.ENFORCED, date(2026, 6, 1), Gravity.RED, date(2026, 6, 30))
    event(EventType.LAWSUIT, date(2026, 6, 2))
    assert _alerts(desk) == [(Rule.EVENT, Severity.HIGH)]
    assert "被执行" in words.long(*_figures(desk), "zh")
    assert _alerts(desk, date(2026, 7, 1)) == []
    event(EventType.MANAGEMENT, date(2025, 12, 1))
    event(EventType.SHAREHOLDER, date(2026, 6, 25))
    assert _alerts(desk, date(2026, 7, 1)) == [(Rule.MANAGEMENT, Severity.MEDIUM)]


def _figures(desk):
    one = warnings.find_alerts(desk.book.reader, JUNE)[0]
    return one.rule, one.value, one.threshold, one.facts


def test_our_own_facility_warns_of_the_firm(desk):
    position = FirmPosition(currency="CNY", facility=1000, used=950)
    risk.set_position(desk.uow(), position, date(2026, 6, 1))
    found = warnings.find_alerts(desk.book.reader, JUNE)
    assert [(one.rule, one.customer_id, one.value) for one in found] == [
        (Rule.FACILITY, None, Decimal("95.00"))
    ]
    with pytest.raises(BadRiskFact):
        risk.set_position(desk.uow(), FirmPosition(currency="CNY", used=-1), JUNE)


def test_a_policy_of_the_firms_own_changes_what_warns_from_its_day_on(desk):
    _overdue(desk)
    calm = WarningRule(rule=Rule.OVERDUE_SHARE, high=Decimal(60), above=True)
    policy = CreditPolicy(warning=WarningPolicy(rules=(calm,)))
    records.keep_record(desk.uow(), policy, customer_id=None, dated_on=date(2026, 6, 25))
    assert _alerts(desk) == []
    assert _alerts(desk, date(2026, 6, 24)) == [(Rule.OVERDUE_SHARE, Severity.HIGH)]


def test_a_task_is_opened_once_and_while_it_is_open_no_limit_may_rise(desk):
    _overdue(desk)
    assert len(_open(desk).opened) == 1
    reader = desk.book.reader
    assert open_alerts(reader, JUNE) == {desk.first}
    assert open_alerts(reader, date(2026, 6, 29)) == set()
    with pytest.raises(NothingToDo):
        _open(desk, date(2026, 7, 2))
    (task,) = tasks_on(reader, JUNE)
    assert (task.state, task.due_on) == (TaskState.OPEN, date(2026, 7, 3))


def test_a_task_of_a_warning_that_has_become_urgent_is_raised_not_doubled(desk):
    desk.invoice("30.00", "2026-05-01", due="2026-05-31")
    desk.invoice("70.00", "2026-06-01", due="2026-07-01")
    _open(desk)
    assert tasks_on(desk.book.reader, JUNE)[0].severity == Severity.MEDIUM
    later = date(2026, 7, 2)
    done = _open(desk, later)
    assert (len(done.opened), len(done.raised)) == (0, 1)
    (task,) = tasks_on(desk.book.reader, later)
    assert (task.severity, task.value) == (Severity.HIGH, Decimal("100.00"))
    assert tasks_on(desk.book.reader, JUNE)[0].severity == Severity.MEDIUM


def test_a_review_is_taken_up_and_closed_with_its_outcome(desk):
    _overdue(desk)
    (task_id,) = _open(desk).opened
    warnings.take_up(desk.uow(), [task_id], "周敏", JUNE)
    (task,) = tasks_on(desk.book.reader, JUNE)
    assert (task.state, task.owner) == (TaskState.IN_REVIEW, "周敏")
    with pytest.raises(MissingField):
        warnings.close_tasks(desk.uow(), [task_id], Outcome.FALSE_ALARM, " ", JUNE)
    closed = date(2026, 7, 1)
    warnings.close_tasks(desk.uow(), [task_id], Outcome.PLAN, "三期付清", closed)
    (task,) = tasks_on(desk.book.reader, closed)
    assert (task.state, task.outcome, task.closed_on) == (TaskState.CLOSED, Outcome.PLAN, closed)
    assert open_alerts(desk.book.reader, closed) == set()
    assert open_alerts(desk.book.reader, JUNE) == {desk.first}
    with pytest.raises(AlreadyReversed):
        warnings.close_tasks(desk.uow(), [task_id], Outcome.PLAN, "", closed)


def test_what_was_reviewed_stays_quiet_for_thirty_days(desk):
    _overdue(desk)
    (task_id,) = _open(desk).opened
    warnings.close_tasks(desk.uow(), [task_id], Outcome.FALSE_ALARM, "已核实", JUNE)
    with pytest.raises(NothingToDo):
        _open(desk, date(2026, 7, 29))
    assert len(_open(desk, date(2026, 7, 30)).opened) == 1


def test_a_run_is_one_operation_and_is_in_the_history(desk):
    _overdue(desk)
    other = desk.customer("C2")
    _overdue(desk, customer=other)
    _open(desk)
    kinds = [row.kind for row in desk.book.reader.history()]
    assert kinds.count("warning.open") == 1
    assert len(tasks_on(desk.book.reader, JUNE)) == 2
    assert desk.check() == []


def test_the_board_shows_warnings_with_their_tasks_and_tasks_of_what_is_over(desk):
    invoice = desk.invoice("50.00", "2026-05-01", due="2026-05-31")
    _open(desk)
    (row,) = warnings.board(desk.book.reader, JUNE)
    assert (row.person.code, row.exposure) == ("C1", 50_00)
    assert row.alert is not None
    assert row.task is not None
    paid = date(2026, 7, 5)
    desk.allocate(desk.receipt("50.00", paid), {invoice: "50.00"}, paid)
    (row,) = warnings.board(desk.book.reader, paid)
    assert row.alert is None
    assert row.is_open


def test_the_back_test_of_a_book_counts_who_failed(desk):
    for n in range(1, 13):
        invoice = desk.invoice("100.00", f"2025-{n:02}-05", due=f"2025-{n:02}-25")
        if n < 8:
            desk.allocate(desk.receipt("100.00", f"2025-{n:02}-26"), {invoice: "100.00"},
                          f"2025-{n:02}-26")  # fmt: skip
    found = warnings.back_test(desk.book.reader, date(2026, 6, 30))
    score = found.score(Rule.PATTERN.value)
    assert (found.accounts, score.failed, score.watched) == (1, 1, 1)
    assert found.score("naive").rule == "naive"
    assert found.first == date(2025, 1, 5)


def test_the_risk_view_adds_up_and_every_cell_names_its_customers(desk):
    _overdue(desk, "60000.00", "20000.00")
    other = desk.customer("C2", address="浙江省宁波市北仑区", group="甬")
    _overdue(desk, "10000.00", "30000.00", customer=other)
    traits = {desk.first: CustomerTraits(industry="机械", region="江苏")}
    risk.set_traits(desk.uow(), traits, date(2026, 1, 1))
    level = RiskLevel(scope=Scope.INDUSTRY, name="机械", level=3)
    risk.set_level(desk.uow(), level, date(2026, 1, 1))
    view = risk.risk_view(desk.book.reader, JUNE)
    assert view.heat.total == (2, 120_000_00)
    assert view.heat.rows[-1] == (None,)
    assert [cell.customer_ids for cell in view.heat.cells[-1]] == [
        (other,), (desk.first,), (), (), ()
    ]  # fmt: skip
    # Unrated: 5 % × 45 % of 80,000.00 and 40,000.00.
    assert view.heat.loss == 1_800_00 + 900_00
    assert sum(one.loss for one in view.grades) == view.heat.loss
    assert view.places.regions == ("江苏", "浙江")
    assert view.places.industries == ("机械", "")
    assert view.places.total.share == Decimal("58.33")
    assert view.levels[Scope.INDUSTRY, "机械"].level == 3
    assert [one.key for one in view.shares["group"]] == ["C1", "甬"]
    with pytest.raises(BadRiskFact):
        risk.set_level(desk.uow(), RiskLevel(scope=Scope.REGION, name="浙江", level=8), JUNE)
