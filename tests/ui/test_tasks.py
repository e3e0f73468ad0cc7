import threading

import pytest
from PySide6.QtCore import QObject, QThread

from domain.errors import Cancelled
from ui.tasks import DATABASE, READING, ImmediateRunner, TaskRunner


@pytest.fixture
def runner(qapp):
    made = TaskRunner()
    yield made
    made.close()


def test_work_runs_elsewhere_and_answers_on_the_gui_thread(qtbot, runner):
    seen = {}

    def job(_report):
        seen["work"] = threading.get_ident()
        return 3_000_000_000

    def done(value):
        seen["done"] = (threading.get_ident(), value)

    runner.run(job, done=done)
    qtbot.waitUntil(lambda: "done" in seen)
    assert seen["work"] != threading.get_ident()
    assert seen["done"] == (threading.get_ident(), 3_000_000_000)


def test_operations_run_one_after_the_other_in_the_order_asked(qtbot, runner):
    order = []
    for number in range(5):
        runner.run(lambda _r, n=number: order.append(n), lane=DATABASE)
    qtbot.waitUntil(lambda: not runner.busy())
    assert order == [0, 1, 2, 3, 4]


def test_reading_does_not_wait_for_an_operation(qtbot, runner):
    gate, read = threading.Event(), []
    runner.run(lambda _r: gate.wait(5), lane=DATABASE)
    runner.run(lambda _r: 1, done=read.append, lane=READING)
    qtbot.waitUntil(lambda: read == [1])
    assert runner.busy(DATABASE)
    gate.set()


def test_whoever_is_gone_gets_no_answer(qtbot, runner):
    asker, answers = QObject(), []
    gate = threading.Event()
    runner.run(lambda _r: gate.wait(5), done=answers.append, asker=asker)
    asker.deleteLater()
    del asker
    QThread.msleep(1)
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy())
    assert answers == []


def test_cancelled_work_stops_at_its_next_report(qtbot, runner):
    gate, failed = threading.Event(), []

    def job(report):
        report(0, 10)
        gate.wait(5)
        report(1, 10)

    task = runner.run(job, failed=failed.append, title="Importing")
    assert runner.shown() == [task]
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Cancelled)
    assert runner.shown() == []


def test_progress_reaches_the_status_bar(qtbot, runner):
    gate = threading.Event()

    def job(report):
        report(7, 11)
        gate.wait(5)

    task = runner.run(job, title="Laying out")
    qtbot.waitUntil(lambda: task.done == 7)
    assert task.total == 11
    gate.set()


def test_an_error_nobody_asked_about_is_not_swallowed(qtbot, runner):
    crashed = []
    runner.crashed.connect(crashed.append)
    runner.run(lambda _r: 1 // 0)
    qtbot.waitUntil(lambda: bool(crashed))
    assert isinstance(crashed[0], ZeroDivisionError)


def test_the_immediate_runner_answers_before_it_returns(qapp):
    answers = []
    ImmediateRunner().run(lambda _r: 5, done=answers.append)
    assert answers == [5]
