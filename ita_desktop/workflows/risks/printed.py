"""What the papers of risks say of each record, to see which cells of a sheet were changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ita_desktop.documents.model import Document, Number, Row, Table
from ita_desktop.documents.text import plain
from ita_desktop.workflows.risks.drafts import KeyedRow
from ita_desktop.workflows.risks.forms import PLAN_TABLE, PROGRESS, REGISTER
from ita_desktop.workflows.rows.realign import says
from ita_desktop.workflows.rows.sheet_drafts import RowKey, Said, row_key
from ita_desktop.xlsx.grid import plain_number

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    PLAN_TABLE: ("order", "step", "event", "level", "treatments"),
    REGISTER: (
        *("order", "step", "event", "likelihood", "impact", "level", "treatments", "units"),
    ),
    PROGRESS: ("order", "event", "treatments", "result", "state", "outcome", "units"),
}
"""The columns of the papers by what a form calls them."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell of a paper; ``covered``: it stands in a cell above, which goes down over this row."""

    text: str
    covered: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRows:
    """The rows of a paper by their keys, each by what a form calls its columns."""

    kind: str
    rows: Mapping[RowKey, Mapping[str, Printed]]

    def changed(self, row: KeyedRow, name: str) -> Said | None:
        """Return a cell that says something else than the paper; None where it does not."""
        said = row.cells.get(name)
        was = self.rows.get(row.key, {}).get(name)
        if said is None or said.covered or was is None:
            return None
        if (was.covered and not said.text) or says(said, was.text):
            return None
        return said

    def beside(self, row: KeyedRow, name: str) -> Said | None:
        """Return a cell of a column that the paper has not; None where it says nothing."""
        said = row.cells.get(name)
        if said is None or name in _COLUMNS[self.kind] or not said.text or said.covered:
            return None
        return said

    def is_covered(self, key: RowKey, name: str) -> bool:
        """Say whether the paper has a cell under another there."""
        was = self.rows.get(key, {}).get(name)
        return was is not None and was.covered


def printed_rows(document: Document, kind: str, file_mark: str) -> PrintedRows:
    """Return the rows of a paper of risks."""
    rows: dict[RowKey, Mapping[str, Printed]] = {}
    above: dict[str, str] = {}
    for block in document.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            if (key := row_key(row.key, file_mark)) is not None:
                rows[key] = _cells(row, _COLUMNS[kind], above)
    return PrintedRows(kind, rows)


def _cells(row: Row, names: tuple[str, ...], above: dict[str, str]) -> Mapping[str, Printed]:
    found: dict[str, Printed] = {}
    for name, cell in zip(names, row.cells, strict=True):
        if cell is None:
            found[name] = Printed(above.get(name, ""), covered=True)
            continue
        content = cell.content
        text = plain_number(content.value) if isinstance(content, Number) else plain(content)
        above[name] = text
        found[name] = Printed(text)
    return found
