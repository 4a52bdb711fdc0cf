"""What is known while the rows of a table of risks are held against the register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ita_desktop.db.rows import Kind
from ita_desktop.documents.risk_cells import control
from ita_desktop.domain.numbered import list_markers, marked
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Register, Risk, Treatment
from ita_desktop.workflows.risks.printed import PrintedRows
from ita_desktop.workflows.rows.book import RowBook
from ita_desktop.workflows.rows.realign import Owner
from ita_desktop.workflows.rows.sheet_drafts import Said


@dataclass(slots=True, kw_only=True)
class RiskSheet:
    """One table of risks beside the register; ``book`` takes down what it changes.

    ``measures``: those that treatments are, in words.
    """

    book: RowBook
    register: Register
    printed: PrintedRows
    measures: Mapping[int, str]
    gone: dict[Owner, list[Said]] = field(default_factory=dict[Owner, list[Said]])
    """Treatments that cells do not name any more, with these cells."""
    told: dict[int, int] = field(default_factory=dict[int, int])
    """How many cells of the sheet name a treatment, or did."""

    @property
    def method(self) -> RiskMethod:
        """The method that levels are read by."""
        return self.register.method


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a cell: its record, the text it has itself, and its marker as printed."""

    owner: Owner
    own: str
    marker: str
    line: str
    lead: str
    """What is printed before its words."""


def listed_events(risks: Sequence[Risk]) -> tuple[Listed, ...]:
    """Return the entries of a cell of events."""
    markers = list_markers([risk.marker for risk in risks])
    return tuple(
        Listed(
            (Kind.RISK, risk.id, "text"),
            risk.text,
            marker,
            marked(marker, number, risk.text),
            marked(marker, number, ""),
        )
        for number, (marker, risk) in enumerate(zip(markers, risks, strict=True), start=1)
    )


def listed_treatments(
    treatments: Sequence[Treatment], measures: Mapping[int, str]
) -> tuple[Listed, ...]:
    """Return the entries of a cell of treatments."""
    markers = list_markers([one.marker for one in treatments])
    return tuple(
        Listed(
            (Kind.TREATMENT, one.id, "text"),
            one.text,
            marker,
            marked(marker, number, control(one, measures)),
            marked(marker, number, ""),
        )
        for number, (marker, one) in enumerate(zip(markers, treatments, strict=True), start=1)
    )
