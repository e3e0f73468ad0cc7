"""Long lists: what is read when, and that a million rows stay light."""

import time

import pytest
from PySide6.QtCore import Qt

from domain.listing import ListFilter, Order
from tests.ui import fakes
from ui.invoices.columns import columns
from ui.lists.model import CLIP_ROLE, FIRST, PAGE, ListModel
from ui.tasks import ImmediateRunner


class LaterRunner(ImmediateRunner):
    """Holds work back until it is let go, as a slow disk would."""

    def __init__(self):
        super().__init__()
        self.waiting = []
        self.held = False

    def _submit(self, asked, call):
        if self.held:
            self.waiting.append((asked, call))
        else:
            super()._submit(asked, call)

    def let_go(self):
        waiting, self.waiting = self.waiting, []
        held, self.held = self.held, False
        for asked, call in waiting:
            super()._submit(asked, call)
        self.held = held


@pytest.fixture
def make_model(make_ctx):
    def make(count, runner=None):
        ctx = make_ctx(count, runner)
        model = ListModel(ctx, lambda reader: reader.items, columns(), Order("number"))
        model.setParent(ctx)
        return model, ctx.reader.items, ctx

    return make


def test_the_model_keeps_qts_rules(make_model, qtmodeltester):
    model, _query, _ctx = make_model(1_000)
    model.set_filter(ListFilter(as_of=fakes.TODAY))
    qtmodeltester.check(model)


def test_a_short_list_is_read_once(make_model):
    model, query, _ctx = make_model(50)
    model.reload()
    assert model.rowCount() == 50
    assert [call[0] for call in query.calls].count("ids") == 1
    assert model.is_complete()


def test_the_first_paint_needs_only_the_first_ids(make_model):
    runner = LaterRunner()
    model, query, _ctx = make_model(1_000_000, runner)
    model.reload()
    runner.held = True
    assert query.calls[:2] == [("ids", FIRST, False), ("rows", PAGE)]


def test_rows_are_there_before_the_whole_order_is(make_model):
    runner = LaterRunner()
    model, query, _ctx = make_model(100_000, runner)
    arrived = []
    model.arrived.connect(lambda: (arrived.append(1), setattr(runner, "held", True)))
    model.reload()
    assert arrived
    assert not model.is_complete()
    assert model.data(model.index(0, 1)) == "INV-0000001"
    assert (model.rowCount(), model.counted) == (FIRST, False)
    counting = runner.waiting.pop(0)
    runner.held = False
    runner._submit(*counting)
    runner.held = True
    assert (model.rowCount(), model.counted) == (100_000, True)
    last = model.rowCount() - 1
    assert model.data(model.index(last, 1)) is None
    runner.let_go()
    assert model.data(model.index(last, 1)) == "INV-0100000"
    assert ("ids", FIRST, True) in query.calls


def test_a_million_rows_scroll_sort_and_jump_without_a_stall(make_model):
    model, query, _ctx = make_model(1_000_000)
    began = time.perf_counter()
    model.reload()
    for row in (0, 500_000, 999_999, 250_000):
        assert model.data(model.index(row, 1)) == f"INV-{row + 1:07d}"
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.data(model.index(0, 1)) == "INV-1000000"
    assert time.perf_counter() - began < 3
    assert sum(call[0] == "rows" for call in query.calls) < 10


def test_only_so_many_rows_are_kept(make_model):
    model, _query, _ctx = make_model(100_000)
    model.reload()
    for row in range(0, 100_000, PAGE):
        model.row_at(row)
    assert len(model._rows) <= 40 * PAGE


def test_copying_gives_plain_numbers(make_model):
    model, _query, _ctx = make_model(3)
    model.reload()
    amount = next(at for at, one in enumerate(model.columns) if one.key == "amount")
    index = model.index(1, amount)
    assert model.data(index) == "2.00"
    assert model.data(index, CLIP_ROLE) == "2.00"
    assert model.data(model.index(2, 1), CLIP_ROLE) == "INV-0000003"


def test_a_refresh_with_the_same_order_does_not_reset(make_model):
    model, query, _ctx = make_model(500)
    model.reload()
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    query.made[1] = fakes.item(1, open=7)
    model.reload()
    assert resets == []
    assert model.row_at(0).open == 7


def test_an_answer_to_an_older_question_is_ignored(make_model):
    runner = LaterRunner()
    runner.held = True
    model, _query, _ctx = make_model(1_000, runner)
    model.set_filter(ListFilter(as_of=fakes.TODAY, text="0000999"))
    model.set_filter(ListFilter(as_of=fakes.TODAY))
    runner.held = False
    runner.let_go()
    assert model.rowCount() == 1_000


def test_where_remembered_rows_went_is_told(make_model):
    model, _query, _ctx = make_model(1_000)
    model.reload()
    places = {}
    model.placed.connect(places.update)
    model.want([5, 990])
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert places == {5: 995, 990: 10}


def test_a_slow_page_is_read_in_the_background_behind_blanks(make_model):
    runner = LaterRunner()
    model, _query, _ctx = make_model(1_000, runner)
    model.reload()
    model._slow = True
    runner.held = True
    assert model.data(model.index(900, 1)) is None
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    runner.let_go()
    assert model.data(model.index(900, 1)) == "INV-0000901"
    assert (800, 999) in changed
