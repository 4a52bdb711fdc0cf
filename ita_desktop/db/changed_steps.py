"""Steps that a deed changed in place: these alone are read anew, out of thousands of one topic."""

from collections.abc import Iterable, Mapping
from typing import Final

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, read_extra
from ita_desktop.domain.measures import Round, State, Step, StepResult

_MOST: Final = 200
_PLACE: Final = frozenset({"measure", "position"})
"""Columns that say where a step stands: a changed one changes the others' numbers, too."""


def changed_in_place(file: DataFile, changes: Iterable[Change]) -> frozenset[int] | None:
    """Return the steps whose texts or reports the changes are about; None where there is more."""
    found: set[int] = set()
    for change in changes:
        step = _step_of(file, change)
        if step is None or len(found) > _MOST:
            return None
        found.add(step)
    return frozenset(found)


def _step_of(file: DataFile, change: Change) -> int | None:
    old, new = change.old, change.new
    if change.table == Kind.STEP:
        in_place = old is not None and new is not None and not _PLACE & new.keys()
        return change.row if in_place else None
    if change.table != "step_result":
        return None
    number = (new or {}).get("step", (old or {}).get("step"))
    if number is None and old is not None and new is not None:
        rows = file.read("SELECT step FROM step_result WHERE id = ?", (change.row,))
        number = rows[0][0] if rows else None
    return number if isinstance(number, int) else None


def load_steps(file: DataFile, numbers: Iterable[int]) -> Mapping[int, Step]:
    """Return steps by their numbers, as ``load_tracker`` has them; what is gone is left out."""
    which = ", ".join(str(int(number)) for number in numbers)
    with file.understanding("มาตรการ"):
        reports: dict[int, dict[Round, StepResult]] = {}
        for number, months, state, *texts, percent in file.read(
            "SELECT step, round, state, result, problem, suggestion, outcome, percent"
            f" FROM step_result WHERE step IN ({which})"
        ):
            names = ("result", "problem", "suggestion", "outcome")
            report = dict(zip(names, texts, strict=True))
            reports.setdefault(number, {})[months] = StepResult(
                state=State(state), percent=percent, **report
            )
        columns = ("id", "text", "marker", "units", "period", "follow_up")
        return {
            row[0]: Step(
                **dict(zip(columns, row[:-1], strict=True)),
                extra=read_extra(row[-1]),
                results=reports.get(row[0], {}),
            )
            for row in file.read(
                f"SELECT {', '.join(columns)}, extra FROM step WHERE id IN ({which})"
            )
        }
