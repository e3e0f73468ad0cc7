"""The bills screen: register, inspector, events by key, undo, the strip, bulk acts."""

from datetime import date

import pytest

from domain.bill import EventKind
from domain.listing import ListFilter, Order
from ui.screens import spec


def rows(screen):
    model = screen.list.list.model
    return [model.row_at(place) for place in range(model.rowCount())]


def state(screen, bill_id):
    return screen.ctx.reader.bills.one(bill_id, screen.ctx.as_of).state


def choose(screen, bill_id):
    screen.open_record(str(bill_id))


def test_the_register_shows_all_by_due_date_with_counts(screen, filled):
    assert [row.id for row in rows(screen)] == [
        filled.presented,
        filled.soon,
        filled.passed,
        filled.far,
        filled.whole,
    ]
    counts = {value: button.option.count for value, button in screen.list.pills._buttons.items()}
    assert (counts["all"], counts["in_hand"], counts["due"], counts["endorsed"]) == (5, 3, 1, 1)


def test_the_navigation_counts_what_is_to_be_presented(screen, office):
    assert spec("bills").waiting(screen.ctx) == 1
    assert office._nav._items["bills"].count == 1


def test_pills_and_tiles_filter_the_register(screen, filled):
    screen.list.pills.chosen.emit("in_hand")
    assert len(rows(screen)) == 3
    screen.strip.tiles["exposed"].click()
    assert [row.id for row in rows(screen)] == [filled.passed]
    assert screen.list.pills.value() == "all"
    screen.list.list.tags.dropped.emit("state")
    assert len(rows(screen)) == 5


def test_the_strip_says_what_is_in_hand_due_passed_on_and_exposed(screen):
    said = {name: tile.accessibleName() for name, tile in screen.strip.tiles.items()}
    assert "1,200.00" in said["in_hand"]
    assert "300.00" in said["due"]
    assert "200.00" in said["exposed"]
    assert said["unpaid"].endswith("—")


def test_an_address_opens_a_bill_and_a_filtered_register(screen, office, filled):
    office.open(f"bill/{filled.passed}")
    assert screen.details.page.row.id == filled.passed
    office.open("bills?state=exposed")
    assert [row.id for row in rows(screen)] == [filled.passed]
    office.open("bills?state=all&customer=2")
    assert rows(screen) == []


def test_the_inspector_tells_facts_events_and_what_may_come_next(screen, filled):
    choose(screen, filled.passed)
    page = screen.details.page
    assert [event.kind for event in page.events] == ["received", "endorsed"]
    assert page.next == (EventKind.PAID, EventKind.REFUSED, EventKind.RETURNED)
    enabled = {kind for kind, act in screen.on_event.items() if act.isEnabled()}
    assert enabled == {"paid", "refused", "returned"}
    assert screen.details._number.text().startswith("2 102100099996 20260601")


def test_only_what_presses_is_filled(screen, filled):
    choose(screen, filled.soon)
    assert screen.details.page.obvious is EventKind.PRESENTED
    choose(screen, filled.far)
    assert screen.details.page.obvious is None


def test_presenting_is_recorded_and_the_notice_takes_it_back(screen, office, filled):
    choose(screen, filled.soon)
    screen.on_event[EventKind.PRESENTED].trigger()
    screen.act_form.submit()
    assert state(screen, filled.soon) == "presented"
    office.said[-1].run()
    assert state(screen, filled.soon) == "in_hand"


def test_a_form_keeps_its_acts_quiet_until_it_is_closed(screen, filled):
    choose(screen, filled.soon)
    screen.begin(EventKind.ENDORSED)
    assert not any(act.isEnabled() for act in screen.on_event.values())
    screen.escape()
    assert screen.on_event[EventKind.ENDORSED].isEnabled()


def test_an_endorsement_names_to_whom_and_is_not_dated_after_today(screen, filled):
    choose(screen, filled.soon)
    screen.begin(EventKind.ENDORSED)
    form = screen.act_form
    form.submit()
    assert form.fields["party"].error()
    form.party.setText("南京钟岭仪表有限公司")
    form.on.set_day(date(2026, 11, 21))
    form.submit()
    assert form.fields["on"].error()
    form.on.set_day(date(2026, 11, 20))
    form.submit()
    assert state(screen, filled.soon) == "endorsed"
    assert screen.details.page.events[-1].party == "南京钟岭仪表有限公司"


def test_a_day_before_the_last_event_is_told_beside_the_date(screen, filled):
    choose(screen, filled.presented)
    screen.begin(EventKind.PAID)
    screen.act_form.on.set_day(date(2026, 11, 15))
    screen.act_form.submit()
    assert "2026-11-16" in screen.act_form.fields["on"].error()


def test_several_ticked_bills_are_presented_in_one_act(screen, filled):
    screen.list.show_state("in_hand")
    screen.list.list.view.selectAll()
    screen._enable(screen.details.page)
    screen.begin(EventKind.PRESENTED)
    screen.act_form.submit()
    assert {state(screen, one) for one in (filled.soon, filled.far, filled.whole)} == {"presented"}


def test_bills_in_different_states_have_no_act_together(screen):
    screen.list.list.view.selectAll()
    screen._enable(screen.details.page)
    assert not any(act.isEnabled() for act in screen.on_event.values())


def test_a_refused_bill_opens_its_invoice_and_shows_its_deadlines(screen, filled):
    screen.open_record(str(filled.soon))
    screen.begin(EventKind.PRESENTED)
    screen.act_form.submit()
    before = screen.ctx.reader.open_item(filled.invoice).open
    screen.begin(EventKind.REFUSED)
    assert "300.00" in screen.act_form.about.text()
    screen.act_form.submit()
    assert screen.act_form.fields["reason"].error()
    screen.act_form.reason.setText("账户余额不足")
    screen.act_form.submit()
    assert state(screen, filled.soon) == "dishonoured"
    assert screen.ctx.reader.open_item(filled.invoice).open == before + 30_000
    assert screen.details._dates_box.isVisibleTo(screen.details)
    assert screen.details.page.deadlines().notify_by == date(2026, 11, 23)


def test_undoing_a_refusal_asks_and_settles_again(screen, filled, monkeypatch):
    filled.refuse(filled.presented, date(2026, 11, 17))
    screen.refresh(screen.everything())
    choose(screen, filled.presented)
    asked = []
    monkeypatch.setattr("ui.bills.screen.confirm", lambda *a, **k: asked.append(a) or False)
    screen.undo_event()
    assert len(asked) == 1
    assert state(screen, filled.presented) == "dishonoured"
    monkeypatch.setattr("ui.bills.screen.confirm", lambda *a, **k: True)
    screen.undo_event()
    assert state(screen, filled.presented) == "presented"


def test_undoing_what_moved_nothing_asks_nothing(screen, filled, monkeypatch):
    monkeypatch.setattr("ui.bills.screen.confirm", lambda *a, **k: pytest.fail("asked"))
    choose(screen, filled.passed)
    screen.undo_event()
    assert state(screen, filled.passed) == "in_hand"


def test_recourse_is_claimed_and_paid(screen, filled):
    filled.refuse(filled.presented, date(2026, 11, 17))
    screen.refresh(screen.everything())
    choose(screen, filled.presented)
    screen.begin(EventKind.RECOURSE)
    assert screen.act_form.amount.minor() == 10_000
    screen.act_form.party.setText("前手公司")
    screen.act_form.submit()
    assert state(screen, filled.presented) == "recourse"
    screen.begin(EventKind.RECOVERED)
    screen.act_form.amount.set_minor(10_150)
    screen.act_form.submit()
    assert state(screen, filled.presented) == "recovered"
    receipts = screen.ctx.reader.receipts
    where = ListFilter(as_of=screen.ctx.as_of, customer_id=1)
    amounts = [
        one.amount for one in receipts.rows(receipts.ids(where, Order("id")), where).values()
    ]
    assert 10_150 in amounts


def test_a_bill_is_split_and_its_parts_are_linked(screen, filled):
    choose(screen, filled.whole)
    screen.begin(EventKind.SPLIT)
    screen.act_form.amount.setText("500.00")
    screen.act_form.submit()
    assert screen.act_form.fields["amount"].error()
    screen.act_form.amount.setText("200.00")
    screen.act_form.submit()
    assert [row.part for row in rows(screen) if row.split_of_id == filled.whole] == [
        "1-20000",
        "20001-50000",
    ]
    assert (screen.details.page.row.part, screen.details.page.row.amount) == ("1-20000", 20_000)
    screen.details.asked.emit(screen.details.page.whole.id)
    assert [part.part for part in screen.details.page.parts] == ["1-20000", "20001-50000"]
    assert screen.details.page.next == ()
    screen.details.asked.emit(screen.details.page.parts[1].id)
    screen.undo_event()
    assert state(screen, filled.whole) == "in_hand"


def test_the_safe_banks_are_the_users_to_change(screen, filled):
    screen.edit_banks()
    assert "工商银行" in screen.banks.names.toPlainText()
    screen.banks.names.setPlainText("临岸\n\n 平安银行 \n")
    screen.banks.submit()
    assert screen.ctx.reader.setting("bill_safe_banks") == ["临岸", "平安银行"]
    screen.edit_banks()
    assert screen.banks.names.toPlainText() == "临岸\n平安银行"
    screen.banks.usual.click()
    assert "浙商银行" in screen.banks.names.toPlainText()


def test_the_register_on_an_earlier_day_shows_where_bills_were(screen, filled):
    screen.ctx.set_as_of(date(2026, 6, 30))
    assert {row.state for row in rows(screen)} == {"in_hand"}
    screen.ctx.set_as_of(date(2026, 6, 1))
    assert rows(screen) == []
    assert screen.details.page is None


def test_nothing_is_offered_on_a_day_after_which_more_has_happened(screen, filled):
    screen.ctx.set_as_of(date(2026, 6, 30))
    choose(screen, filled.passed)
    assert screen.details.page.row.state == "in_hand"
    assert screen.details.page.next == ()
    assert not screen._act["undo"].isEnabled()
    choose(screen, filled.far)
    assert EventKind.ENDORSED in screen.details.page.next
    assert screen._act["undo"].isEnabled()


def test_acts_are_on_the_current_row_though_the_pane_is_folded_away(screen, office, filled):
    office.resize(1000, 700)
    assert not screen.side.isVisible()
    for place, row in enumerate(rows(screen)):
        screen.list.list.view.selectRow(place)
        assert screen._rows()[0].id == row.id


def test_the_list_is_exported_as_it_is_shown(screen, office, tmp_path):
    screen.list.list.output.write(tmp_path / "bills.csv")
    lines = (tmp_path / "bills.csv").read_text("utf-8-sig").splitlines()
    assert len([line for line in lines if "20260601" in line]) == 5


def test_every_act_has_a_key_of_its_own_and_a_name(screen):
    keys = [act.key_text() for act in screen.acts]
    assert all(keys)
    assert len(keys) == len(set(keys))
    assert all(act.objectName().startswith("bills.") and act.plain_text() for act in screen.acts)


def test_both_languages_word_everything(screen, office, filled):
    choose(screen, filled.passed)
    screen.begin(EventKind.PAID)
    screen.escape()
    screen.reckon()
    screen.escape()
    screen.toggle_calendar()
    for language, word in (("en", "Bills"), ("zh", "票据")):
        office.set_language(language)
        assert screen.head.title.text() == word
    assert screen.help_text()
