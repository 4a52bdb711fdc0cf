"""A project of the plan: its nine headings, its money by year, and what rounds report of it.

The headings are those of seed 004 (domain facts 2); kinds, groups, states and reasons those of
E-PlanNACC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from ita_desktop.domain.measures import Round


class ProjectKind(StrEnum):
    """What a project is called (E-PlanNACC, ประเภทงาน 1 to 4); the value is what the file keeps."""

    UNTOLD = ""
    PROJECT = "project"
    ACTIVITY = "activity"
    MEASURE = "measure"
    GUIDELINE = "guideline"

    @property
    def words(self) -> str:
        """Return the kind as papers say it; "" where none was told."""
        return _KIND_WORDS[self]


_KIND_WORDS: Final = {
    ProjectKind.UNTOLD: "",
    ProjectKind.PROJECT: "โครงการ",
    ProjectKind.ACTIVITY: "กิจกรรม",
    ProjectKind.MEASURE: "มาตรการ",
    ProjectKind.GUIDELINE: "แนวปฏิบัติ",
}


class TargetGroup(StrEnum):
    """Whom a project is for: the ticks of E-PlanNACC, in its order."""

    EXECUTIVES = "executives"
    COUNCIL = "council"
    STAFF = "staff"
    YOUTH = "youth"
    PEOPLE = "people"
    SCHOOLS = "schools"
    AGENCIES = "agencies"
    ENTERPRISES = "enterprises"
    BUSINESS = "business"

    @property
    def words(self) -> str:
        """Return the group as its tick says it."""
        return _GROUP_WORDS[self]


_GROUP_WORDS: Final = {
    TargetGroup.EXECUTIVES: "ข้าราชการการเมืองฝ่ายบริหาร",
    TargetGroup.COUNCIL: "ข้าราชการการเมืองฝ่ายสภาท้องถิ่น",
    TargetGroup.STAFF: "ข้าราชการส่วนท้องถิ่น/ลูกจ้าง/พนักงานจ้าง",
    TargetGroup.YOUTH: "เด็กและเยาวชน",
    TargetGroup.PEOPLE: "ประชาชน/ภาคประชาสังคม",
    TargetGroup.SCHOOLS: "สถานศึกษา",
    TargetGroup.AGENCIES: "หน่วยงานภาครัฐ",
    TargetGroup.ENTERPRISES: "รัฐวิสาหกิจ",
    TargetGroup.BUSINESS: "ภาคธุรกิจเอกชน",
}


class ProjectState(StrEnum):
    """How far a project is in a round (E-PlanNACC, สถานะ)."""

    UNTOLD = ""
    NOT_STARTED = "not_started"
    IN_WORK = "in_work"
    DONE = "done"
    IMPOSSIBLE = "impossible"

    @property
    def words(self) -> str:
        """Return the state as papers and the window say it."""
        return _STATE_WORDS[self]


_STATE_WORDS: Final = {
    ProjectState.UNTOLD: "ยังไม่รายงาน",
    ProjectState.NOT_STARTED: "ยังไม่ดำเนินการ",
    ProjectState.IN_WORK: "อยู่ระหว่างดำเนินการ",
    ProjectState.DONE: "ดำเนินการแล้วเสร็จ",
    ProjectState.IMPOSSIBLE: "ไม่สามารถดำเนินการได้",
}


class Reason(StrEnum):
    """Why a project could not be done (E-PlanNACC, reasons 1 to 4)."""

    UNTOLD = ""
    NO_BUDGET = "no_budget"
    POLICY = "policy"
    STAFF = "staff"
    OTHER = "other"

    @property
    def words(self) -> str:
        """Return the reason as its form says it; "" where none was told."""
        return _REASON_WORDS[self]


_REASON_WORDS: Final = {
    Reason.UNTOLD: "",
    Reason.NO_BUDGET: "ไม่ได้รับงบประมาณ",
    Reason.POLICY: "นโยบายผู้บริหารเปลี่ยนแปลง",
    Reason.STAFF: "บุคลากรไม่เพียงพอ",
    Reason.OTHER: "อื่น ๆ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectResult:
    """What was reported of a project in a round of a fiscal year; empty: nothing yet.

    Money in baht, None where none was told: ``planned`` by the local development plan, ``granted``
    by the budget ordinance, ``spent``. ``in_ordinance``: it stands in the ordinance or the
    operating plan.
    """

    state: ProjectState = ProjectState.UNTOLD
    in_ordinance: bool = False
    planned: Decimal | None = None
    granted: Decimal | None = None
    spent: Decimal | None = None
    result: str = ""
    problem: str = ""
    suggestion: str = ""
    reason: Reason = Reason.UNTOLD
    reason_text: str = ""
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was reported."""
        return self == _NOTHING


_NOTHING: Final = ProjectResult()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectYear:
    """A project in a fiscal year: whether it runs, in which quarters (1 to 4), with how much baht.

    No quarters: none were told. ``amount`` None: nothing was said; 0 is money that is not used.
    """

    runs: bool = False
    quarters: tuple[int, ...] = ()
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project, activity, measure or guideline with its nine headings.

    ``objectives``, ``target``, ``steps``, ``outputs`` and ``outcomes`` are lists as
    ``domain.outline`` reads them; ``units`` one a line. ``period`` are the words of a paper that do
    not follow from ``years``. ``amount`` is money that no paper gives by year. ``places``: sections
    it also stands under. ``previous``: the same project in an earlier plan.
    """

    id: int
    kind: ProjectKind = ProjectKind.UNTOLD
    name: str = ""
    rationale: str = ""
    objectives: str = ""
    target: str = ""
    target_count: int | None = None
    target_groups: tuple[TargetGroup, ...] = ()
    steps: str = ""
    period: str = ""
    years: Mapping[int, ProjectYear] = field(default_factory=dict[int, ProjectYear])
    no_budget: bool = False
    """ไม่ใช้งบประมาณ was said."""
    amount: Decimal | None = None
    source: str = ""
    """แหล่งงบประมาณ."""
    units: str = ""
    outputs: str = ""
    outcomes: str = ""
    note: str = ""
    """หมายเหตุ of the table of part 2."""
    places: tuple[int, ...] = ()
    items: tuple[tuple[int, str], ...] = ()
    """Items of a criteria year that it serves: (2566, "O36")."""
    risks: tuple[int, ...] = ()
    """Risks it is against, by number."""
    treatments: tuple[int, ...] = ()
    """Treatments of the risk register that it is, by number."""
    results: Mapping[tuple[int, Round], ProjectResult] = field(
        default_factory=dict[tuple[int, Round], ProjectResult]
    )
    previous: int | None = None

    def result(self, fiscal_year: int, months: Round) -> ProjectResult:
        """Return what was reported of it in a round of a year."""
        return self.results.get((fiscal_year, months), _NOTHING)

    def runs_in(self, fiscal_year: int) -> bool:
        """Say whether it runs in a year: it was said, or quarters or money were given for it."""
        year = self.years.get(fiscal_year)
        return year is not None and (year.runs or bool(year.quarters) or bool(year.amount))

    @property
    def running(self) -> tuple[int, ...]:
        """The fiscal years it runs in, oldest first."""
        return tuple(year for year in sorted(self.years) if self.runs_in(year))
