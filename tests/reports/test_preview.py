"""Pages as pictures."""

from reports.preview import page_count, pictures
from reports.render import pdf
from tests.reports import samples


def _size(png):
    assert png.startswith(b"\x89PNG")
    return tuple(int.from_bytes(png[at : at + 4], "big") for at in (16, 20))


def test_pages_become_pictures_of_their_size():
    page = pdf(samples.statement(40))
    assert page_count(page) == 3
    assert [_size(png) for png in pictures(page, 72)] == [(596, 842)] * 3


def test_chosen_pages_only():
    page = pdf(samples.ageing(40))
    assert len(pictures(page, 20, [1, 7])) == 1
    width, height = _size(pictures(page, 20, [0])[0])
    assert width > height
