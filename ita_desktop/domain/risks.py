"""The risk register of a fiscal year: processes, the risks in each, and what is done about them.

What O34 and O35 of 2566 ask for: events with their levels, the measures against them, and what was
done. A row of the paper is a process; it has risks (events) and treatments, a treatment against one
risk or against all of its process. What a risk does not say (units, level) is its process's; a
treatment that names no units is done by those responsible for its risk.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from ita_desktop.domain.measures import Results, Round, StepResult
from ita_desktop.domain.nameless import NAMELESS
from ita_desktop.domain.risk_method import RiskMethod

USUAL_AREAS: Final = (
    "การพิจารณาอนุมัติ อนุญาต",
    "ความโปร่งใสของการใช้อำนาจและตำแหน่งหน้าที่",
    "ความโปร่งใสของการใช้จ่ายงบประมาณและการบริหารจัดการทรัพยากรภาครัฐ",
    "ความโปร่งใสของการบริหารงานบุคคล",
)
"""Areas as a local government prints them (domain facts 1.5, R6), until the office has its own."""
_NOTHING: Final = StepResult()


class Quality(StrEnum):
    """How good an existing control is (table ๔ of the method of ๒๕๖๑)."""

    UNTOLD = ""
    GOOD = "good"
    FAIR = "fair"
    WEAK = "weak"

    @property
    def words(self) -> str:
        """Return the quality as papers say it; "" where none was told."""
        return _QUALITY_WORDS[self]


_QUALITY_WORDS: Final = {
    Quality.UNTOLD: "",
    Quality.GOOD: "ดี",
    Quality.FAIR: "พอใช้",
    Quality.WEAK: "อ่อน",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """A measure against the risks of a process, or against one of them (``risk``, its number).

    ``measure``: the measure for integrity that it is; ``project``: the project it is, in words, of
    one that is in no plan; ``linked``: the one of the plan.
    """

    id: int
    risk: int | None = None
    marker: str = ""
    text: str = ""
    units: str = ""
    period: str = ""
    measure: int | None = None
    project: str = ""
    linked: "PlanProject | None" = None
    results: Results = field(default_factory=dict[Round, StepResult])

    def result(self, months: Round) -> StepResult:
        """Return what was reported of it in a round."""
        return self.results.get(months, _NOTHING)

    @property
    def project_words(self) -> str:
        """The project it is: that of the plan by its present name and number, else its words."""
        return self.project if self.linked is None else self.linked.words


@dataclass(frozen=True, slots=True)
class PlanProject:
    """A project of the plan as a treatment names it: its own number, and that in the plan."""

    id: int
    number: int
    name: str

    @property
    def words(self) -> str:
        """Return "โครงการ… (ลำดับที่ 28 ของแผน)"."""
        return f"{self.name or NAMELESS} (ลำดับที่ {self.number} ของแผน)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One event with its place in the matrix before and after treatment.

    Steps of the scales, or only ``level``: a word, a number or both as a paper printed it ("สูง",
    "สูง (12)"). ``previous``: the number of the same risk in an earlier year.
    """

    id: int
    marker: str = ""
    text: str = ""
    cause: str = ""
    control: str = ""
    """การควบคุมที่มีอยู่."""
    control_quality: Quality = Quality.UNTOLD
    likelihood: int | None = None
    impact: int | None = None
    level: str = ""
    after_likelihood: int | None = None
    after_impact: int | None = None
    after_level: str = ""
    units: str = ""
    previous: int | None = None

    @property
    def is_placed(self) -> bool:
        """Whether it has a place in the matrix."""
        return self.likelihood is not None and self.impact is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A row of the paper: ขั้นตอนการดำเนินงาน with its risks and treatments.

    ``level`` is a word for all its risks together, as seed 004 prints one for three.
    """

    id: int
    fiscal_year: int
    text: str = ""
    area: str = ""
    units: str = ""
    level: str = ""
    risks: tuple[Risk, ...] = ()
    treatments: tuple[Treatment, ...] = ()

    def treatments_of(self, risk: Risk) -> tuple[Treatment, ...]:
        """Return what is done against a risk: its own, and what is against all of the process."""
        return tuple(one for one in self.treatments if one.risk in (None, risk.id))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A risk with the number it has on paper and in the matrix, from 1."""

    number: int
    process: Process
    risk: Risk


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All risks of a fiscal year in the order of the paper, and the method they are measured by.

    ``method_kept``: the year's own is in the file; else it is what a new year begins with.
    """

    fiscal_year: int
    method: RiskMethod
    method_kept: bool = False
    processes: tuple[Process, ...] = ()
    areas: tuple[str, ...] = USUAL_AREAS
    before: Mapping[int, Risk] = field(default_factory=dict[int, Risk])
    """Risks of earlier years that those of this one go on from, by number."""
    comparable: frozenset[int] = field(default_factory=frozenset[int])
    """Those of them whose year had as many steps: their place is one of this matrix, too."""
    closed: frozenset[Round] = field(default_factory=frozenset[Round])

    def risks(self) -> Iterator[Numbered]:
        """Give every risk with its number, in order."""
        number = 0
        for process in self.processes:
            for risk in process.risks:
                number += 1
                yield Numbered(number, process, risk)


def owner_of(process: Process, risk: Risk | None = None) -> str:
    """Return who is responsible for a risk: its own units, else its process's."""
    return (risk.units if risk is not None else "") or process.units


def units_of(process: Process, treatment: Treatment) -> str:
    """Return who does a treatment: its own units, else those of whom it would be."""
    return treatment.units or inherited_units(process, treatment)


def inherited_units(process: Process, treatment: Treatment) -> str:
    """Return who does a treatment that names nobody: who is responsible for its risk."""
    risk = next((one for one in process.risks if one.id == treatment.risk), None)
    return owner_of(process, risk)
