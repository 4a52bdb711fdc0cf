"""What a table looks like wherever it is drawn: the widths of its columns, its grey rows."""

from collections.abc import Iterator, Sequence

from ita_desktop.documents.model import Column, Row, Unit


def column_widths(
    columns: Sequence[Column], width: float, *, least: float = 0.0, least_share: float = 0.0
) -> tuple[float, ...]:
    """Return the widths of columns in millimetres, together at most ``width``.

    A column in millimetres is as wide as it says, at least ``least``; those that have no room
    together are narrowed together. What they leave the others share by their ratios, so that the
    whole width is taken; none gets less than ``least_share`` as long as the width allows that.
    """
    shares = [column.width for column in columns if column.unit is Unit.SHARE]
    fixed = [max(column.width, least) for column in columns if column.unit is Unit.MILLIMETRE]
    least_share = min(least_share, width / len(columns))
    room = width - least_share * len(shares)
    if sum(fixed) > room:
        fixed = [room * one / sum(fixed) for one in fixed]
    shared = iter(_shared(shares, width - sum(fixed), least_share))
    given = iter(fixed)
    return tuple(next(shared if column.unit is Unit.SHARE else given) for column in columns)


def grey_rows(rows: Sequence[Row], *, zebra: bool) -> Iterator[bool]:
    """Tell of each row whether it is grey: a group's, and in a zebra every second one.

    After a group's row the stripes begin anew with a white one.
    """
    stripe = False
    for row in rows:
        yield row.group or stripe
        stripe = zebra and not row.group and not stripe


def _shared(shares: Sequence[float], width: float, least: float) -> list[float]:
    """Return the widths of columns by their ratios, none under ``least``."""
    ratios = [max(share, 0.0) for share in shares]
    widths = [0.0] * len(shares)
    free = set(range(len(shares)))
    while free:
        total = sum(ratios[place] for place in free)
        room = width - least * (len(shares) - len(free))
        for place in free:
            widths[place] = room * (ratios[place] / total if total else 1 / len(free))
        narrow = {place for place in free if widths[place] < least - 1e-9}
        if not narrow:
            break
        for place in narrow:
            widths[place] = least
        free -= narrow
    return widths
