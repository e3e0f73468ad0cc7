"""Moving the outline of a figure: every point by the same distance, nothing else."""

import struct

import pytest

from reports import fonts
from reports.figures import _deltas, _flags, moved


def _points(outline):
    """Return x coordinates, flags without their x form, and the bytes of y."""
    contours = struct.unpack_from(">h", outline)[0]
    at = 10 + 2 * contours
    count = struct.unpack_from(">H", outline, at - 2)[0] + 1
    at += 2 + struct.unpack_from(">H", outline, at)[0]
    flags, at = _flags(outline, at, count)
    deltas, end = _deltas(outline, at, flags)
    xs = [sum(deltas[: n + 1]) for n in range(count)]
    return xs, [flag & ~0x12 for flag in flags], outline[end:].rstrip(b"\0")


@pytest.mark.parametrize("shift", [43, -20, 0])
@pytest.mark.parametrize("character", "0189A一")
def test_every_point_moves_by_the_same_distance(character, shift):
    face = fonts.faces(bold=True)[0]
    before = face.outline(face.glyphs[ord(character)])
    after = moved(before, shift)
    old, new = _points(before), _points(after)
    assert new[0] == [x + shift for x in old[0]]
    assert new[1:] == old[1:]
    box = struct.unpack_from(">hhhhh", before)
    assert struct.unpack_from(">hhhhh", after) == (
        box[0],
        box[1] + shift,
        box[2],
        box[3] + shift,
        box[4],
    )
