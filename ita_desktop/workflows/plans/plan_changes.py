"""What a workbook changes in a plan, as values; and how it is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ita_desktop.db import plans as plan_table
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.measure_entry import clean_field
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.rows.changes import RowChange, write_changes

TEXT = "text:"
"""Before the name of a fixed text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadChange:
    """Title, years or a fixed text of a plan that is to be another.

    ``field``: "title", "first_year", "last_year", "risk_year" or "text:" with a name.
    """

    field: str
    place: str
    was: str
    text: str
    sheet: str
    address: str

    @property
    def words(self) -> str:
        """What is new, as the list of changes says it."""
        return self.text

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain data with stable keys."""
        return {
            "act": "change",
            "kind": "plan",
            "id": None,
            "sheet": self.sheet,
            "cell": self.address,
            "place": self.place,
            "field": self.field,
            "before": self.was,
            "after": self.text,
            "values": {},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanges:
    """What becomes of a plan; ``plan`` None: one of these years is begun."""

    plan: int | None
    first_year: int
    last_year: int
    head: tuple[HeadChange, ...] = ()
    rows: tuple[RowChange, ...] = ()

    @property
    def are_any(self) -> bool:
        """Whether anything changes; a plan that is begun is something."""
        return self.plan is None or bool(self.head or self.rows)


def write_plan_changes(file: DataFile, changes: PlanChanges) -> None:
    """Write them inside a deed. Raises ClerkError for what cannot be taken."""
    plan = changes.plan
    if plan is None:
        plan = plan_table.add_plan(file, changes.first_year, changes.last_year)
    _write_head(file, plan, changes.head)
    write_changes(file, plan, changes.rows)


def _write_head(file: DataFile, plan: int, changes: Iterable[HeadChange]) -> None:
    values: dict[str, str | int | None] = {}
    for change in changes:
        if change.field.startswith(TEXT):
            name = change.field.removeprefix(TEXT)
            plan_table.put_plan_text(file, plan, name, clean_field(change.text))
        elif change.field == "title":
            values["title"] = one_line(clean_field(change.text))
        else:
            values[change.field] = int(change.text) if change.text else None
    if values:
        plan_table.change_plan(file, plan, values)
