"""Where sections stand that come back out of the trash: together, none of others between them."""

from collections.abc import Iterable
from dataclasses import replace

from ita_desktop.db import rows as table
from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan
from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import levels


def settle_sections(file: DataFile, coming: Iterable[Change]) -> None:
    """Keep sections that came back together where their places were given to others since.

    They come before the first section that stands as high as they do, from their old place on;
    those that were there keep their order. Inside the deed that brings them back.
    """
    places: dict[int, dict[int, int]] = {}
    for one in coming:
        if one.table == Kind.SECTION and one.old is not None:
            plan, position = int(str(one.old["plan"])), int(str(one.old["position"]))
            places.setdefault(plan, {})[one.row] = position
    for number, back in places.items():
        there = file.read("SELECT id, position FROM section WHERE plan = ?", (number,))
        if not {position for row, position in there if row not in back} & set(back.values()):
            continue
        plan = load_plan(file, number)
        kept = tuple(one for one in plan.sections if one.id not in back)
        on_paper = levels(replace(plan, sections=kept))
        mine = sorted(back, key=lambda row: (back[row], row))
        highest = min(next(one.level for one in plan.sections if one.id == row) for row in mine)
        others = [one.id for one in kept]
        taken = dict(there)
        place = sum(taken[row] < back[mine[0]] for row in others)
        while place < len(others) and on_paper[others[place]] > highest:
            place += 1
        table.order_rows(file, Kind.SECTION, (*others[:place], *mine, *others[place:]))
