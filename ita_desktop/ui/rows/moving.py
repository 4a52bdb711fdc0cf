"""Where a row comes when it is moved by a key or dragged, among the lines of a grid."""

from collections.abc import Sequence

from ita_desktop.db.rows import PARENT, Kind
from ita_desktop.ui.rows.line import Line

Goal = tuple[int, int | None]
"""What the row is to belong to, and the sibling it comes before (None: at the end)."""


def place_after_step(lines: Sequence[Line], place: int, step: int) -> Goal | None:
    """Return where a row comes that goes one up (-1) or down (1); None where it cannot.

    A row under a head goes over the end of what that has into the next one: a step of a measure.
    """
    line = lines[place]
    rows = [one for one in lines if one.kind is line.kind and not one.adds]
    siblings = [one for one in rows if one.parent == line.parent]
    at = [one.key for one in siblings].index(line.key)
    if step < 0 and at > 0:
        return line.parent, siblings[at - 1].number
    if step > 0 and at + 1 < len(siblings):
        after = siblings[at + 2].number if at + 2 < len(siblings) else None
        return line.parent, after
    heads = [one.number for one in lines if _heads(one, line.kind)]
    if not heads:
        return None
    goal = heads.index(line.parent) + step
    if not 0 <= goal < len(heads):
        return None
    others = [one for one in rows if one.parent == heads[goal]]
    return heads[goal], (others[0].number if step > 0 and others else None)


def place_after_drop(lines: Sequence[Line], begun: int, place: int) -> Goal | None:
    """Return where a row comes that is dropped before the line at ``place``; None: nowhere else."""
    line = lines[begun]
    if any(_heads(one, line.kind) for one in lines):
        return _goal_inside(lines, line.kind, place)
    after = (one for one in lines[place:] if one.kind is line.kind and not one.adds)
    target = next(after, None)
    if target is not None and target.key == line.key:
        return None
    return line.parent, None if target is None else target.number


def _goal_inside(lines: Sequence[Line], kind: Kind, place: int) -> Goal | None:
    """Return the place before the row it is dropped on; on a head, the end of what is above."""
    if place < len(lines) and lines[place].kind is kind and not lines[place].adds:
        return lines[place].parent, lines[place].number
    above = [one for one in lines[:place] if one.kind is kind or _heads(one, kind)]
    for one in reversed(above):
        if one.kind is kind:
            return one.parent, None
        return one.number, None
    return None


def _heads(line: Line, kind: Kind) -> bool:
    """Say whether rows of a kind stand under a line."""
    return line.kind == PARENT[kind] and not line.adds
