"""Risks as a sheet has them: processes with their risks and treatments, each cell by its field."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ita_desktop.domain.findings import Finding
from ita_desktop.workflows.rows.sheet_drafts import RowKey, Said

Cells = dict[str, Said]
"""What a row says by the column of its form: "step", "event", "level", "treatments"."""


@dataclass(slots=True, kw_only=True)
class RiskDraft:
    """An event; ``said`` by fields of a risk. ``number``: the record it is, None of a new one."""

    address: str
    said: Cells = field(default_factory=dict[str, Said])
    number: int | None = None


@dataclass(slots=True, kw_only=True)
class TreatmentDraft:
    """A treatment against one of its process's risks, or, without ``risk``, against all of them."""

    address: str
    said: Cells = field(default_factory=dict[str, Said])
    risk: RiskDraft | None = None
    number: int | None = None


@dataclass(slots=True, kw_only=True)
class ProcessDraft:
    """A process; ``rows``: its rows without a key.

    ``within``: they stand under a row of a record that has one, of the risk ``after`` if it is of
    one.
    """

    sheet: str
    address: str
    number: int | None = None
    within: bool = False
    after: int | None = None
    above: Cells = field(default_factory=dict[str, Said])
    """What that row says."""
    rows: list[Cells] = field(default_factory=list[Cells])
    said: Cells = field(default_factory=dict[str, Said])
    risks: list[RiskDraft] = field(default_factory=list[RiskDraft])
    treatments: list[TreatmentDraft] = field(default_factory=list[TreatmentDraft])


@dataclass(slots=True)
class EventRow:
    """A row of a process and the events that it is about."""

    cells: Cells
    risks: list[RiskDraft] = field(default_factory=list[RiskDraft])


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """A row that this program wrote for this file: its key, and the process it is of."""

    key: RowKey
    process: int
    cells: Mapping[str, Said]


@dataclass(slots=True)
class ReadRisks:
    """What a table says: rows of records, drafts of what has no key, and notes about its rows."""

    keyed: list[KeyedRow] = field(default_factory=list[KeyedRow])
    drafts: list[ProcessDraft] = field(default_factory=list[ProcessDraft])
    order: list[ProcessDraft | int] = field(default_factory=list["ProcessDraft | int"])
    """Drafts and numbers of the records between which they stand."""
    findings: list[Finding] = field(default_factory=list[Finding])
