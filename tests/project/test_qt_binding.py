"""A trap of the Qt binding: version 6.12 aborts on Python 3.11 after some thousand calls."""

import sys


def test_void_calls_keep_the_reference_count_of_none(qapp):
    before = sys.getrefcount(None)
    for _ in range(500):
        qapp.processEvents()
    assert sys.getrefcount(None) > before - 250
