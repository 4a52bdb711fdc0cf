"""What a workbook changes in the rows of a year, as values; and how it is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.measures import Round
from ita_desktop.workflows.plans.link_fields import LINK_FIELDS, link_words, write_link_field
from ita_desktop.workflows.rows.deeds import (
    RESULT_FIELDS,
    Edit,
    checked_value,
    field_words,
    is_of_round,
    keep_method_for,
    typed_values,
    write_edit,
)

_SAID = frozenset(
    {"code", "text", "method", "name", "criteria_year", "marker", "risk", "level", "places"}
)
"""Fields of a new row that it is called by, or that nobody reads."""

_TICK = "✓"
_TICKS = frozenset({"no_budget", "in_ordinance"})


class Act(StrEnum):
    """What becomes of a row or of a field."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row that is new or goes, or one field that changes.

    ``number`` is that of the row, negative where the import adds it; ``parent`` likewise, and
    ``before`` the sibling that a new row is put before. ``place`` says in Thai what it is about,
    ``sheet`` and ``address`` where it stands in the workbook. ``values``: texts by field of a row
    that is added, or what is kept of a changed field that the list says in other words; ``months``
    the round of those that are of a report.
    """

    act: Act
    kind: Kind
    number: int
    sheet: str
    address: str
    place: str
    field: str = ""
    was: str = ""
    text: str = ""
    parent: int = 0
    before: int | None = None
    values: tuple[tuple[str, str], ...] = ()
    months: Round

    @property
    def words(self) -> str:
        """What is new in Thai, the fields of a row that is added on lines of their own."""
        beside = [
            f"{field_words(self.kind, name)}{self._round_words(name)}: {_shown(name, text)}"
            for name, text in (() if self.act is Act.CHANGE else self.values)
            if name not in _SAID
        ]
        return "\n".join(filter(None, (self.text, *beside)))

    @property
    def reports(self) -> bool:
        """Whether it is about the report of a round."""
        return any(is_of_round(name) for name in (self.field, *dict(self.values)))

    def _round_words(self, name: str) -> str:
        return f" รอบ\u00a0{self.months}\u00a0เดือน" if name in RESULT_FIELDS else ""

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain data with stable keys."""
        return {
            "act": self.act.value,
            "kind": self.kind.value,
            "id": self.number if self.number > 0 else None,
            "sheet": self.sheet,
            "cell": self.address,
            "place": self.place,
            "field": self.field,
            "before": self.was,
            "after": self.text,
            "values": dict(self.values),
        }


def write_changes(file: DataFile, fiscal_year: int, changes: Iterable[RowChange]) -> None:
    """Write changes inside a deed. Raises ClerkError for what cannot be taken."""
    made: dict[int, int] = {}
    for change in changes:
        number = made.get(change.number, change.number)
        match change.act:
            case Act.REMOVE:
                table.remove_row(file, change.kind, number)
            case Act.CHANGE if change.kind is Kind.PROJECT and change.field in LINK_FIELDS:
                link = dict(change.values)[change.field]
                write_link_field(file, number, change.field, link, made)
            case Act.CHANGE:
                _write(file, change.kind, number, _texts_of(change), change.months)
            case Act.ADD:
                parent = made.get(change.parent, change.parent) or fiscal_year
                made[change.number] = _add(file, change, parent, made)


def _add(file: DataFile, change: RowChange, parent: int, made: Mapping[int, int]) -> int:
    texts = dict(change.values)
    row: dict[str, Value] = {}
    if "criteria_year" in texts:
        row["criteria_year"] = int(texts.pop("criteria_year"))
    if "risk" in texts:
        risk = int(texts.pop("risk"))
        row["risk"] = made.get(risk, risk)
    links: dict[str, str] = {}
    if change.kind is Kind.PROJECT:
        links = {name: texts.pop(name) for name in LINK_FIELDS if name in texts}
    plain = [name for name in texts if name not in RESULT_FIELDS and ":" not in name]
    row |= typed_values(file, change.kind, parent, {name: texts.pop(name) for name in plain})
    keep_method_for(file, change.kind, parent, row)
    before = made.get(change.before or 0, change.before)
    there = before in table.siblings_of(file, change.kind, parent)
    number = table.add_row(file, change.kind, parent, row, before if there else None)
    _write(file, change.kind, number, texts, change.months)
    for name, text in links.items():
        write_link_field(file, number, name, text, made)
    return number


def _texts_of(change: RowChange) -> Mapping[str, str]:
    return dict(change.values) or {change.field: change.text}


def _shown(name: str, text: str) -> str:
    """Return a field of a new row as the list of changes says it."""
    return _TICK if name in _TICKS or name.startswith("runs:") else link_words(name, text)


def _write(
    file: DataFile, kind: Kind, number: int, texts: Mapping[str, str], months: Round
) -> None:
    for field, text in texts.items():
        of_round = months if is_of_round(field) else None
        edit = Edit(kind=kind, number=number, field=field, text=text, months=of_round)
        write_edit(file, edit, checked_value(file, edit))
