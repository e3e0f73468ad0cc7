"""The review of the policy in the Credit screen: its pages, and what ends it."""

import pytest

from domain.policies.version import PolicyReview
from domain.services import policies
from tests.ui.fakes import TODAY


@pytest.fixture
def tab(office):
    office.open("credit?tab=policy")
    return office.current().current()


def test_the_pack_is_shown_and_to_be_reviewed(tab):
    assert tab.preview.count >= 1
    assert tab.reviewed.text() == "2026-07-01 至 2026-09-30：待评审"


def test_the_policy_stands(tab, office):
    tab.note.setText("维持")
    tab.keep.click()
    (found,) = office.ctx.reader.records(PolicyReview, firm=True)
    assert (found.value.changed, found.value.note) == (False, "维持")
    assert found.value.reviewed_by == office.ctx.user
    assert policies.reviewed(office.ctx.reader, TODAY)
    assert tab.reviewed.text().endswith("已评审")
    assert tab.note.text() == ""


def test_changing_it_opens_the_draft(tab, office):
    tab.change.click()
    assert policies.reviewed(office.ctx.reader, TODAY)
    section = office.current().section("policy")
    assert section.stack.currentIndex() == 1
