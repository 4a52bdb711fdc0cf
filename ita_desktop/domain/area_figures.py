"""How far each part of a year is: counts, what is behind, and the place where it goes on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from ita_desktop.domain.areas import Area
from ita_desktop.domain.disclosure import Disclosure, PublishState, is_late, oit_items
from ita_desktop.domain.due import ENDED, Due, due_of
from ita_desktop.domain.lacks import Place, due_rounds
from ita_desktop.domain.measure_facts import Row, rows_of
from ita_desktop.domain.measure_plan_checks import SCORES, WEAK
from ita_desktop.domain.measures import ROUNDS, Tracker
from ita_desktop.domain.oit_state_checks import OIT
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.plan_outline_checks import PLAN
from ita_desktop.domain.points import losses
from ita_desktop.domain.project import Project, ProjectState
from ita_desktop.domain.risk_facts import of_process, of_risk, of_treatment, treatments_of
from ita_desktop.domain.risk_plan_checks import RISKS
from ita_desktop.domain.risks import Register
from ita_desktop.domain.scores import YearResult

T = TypeVar("T")
_BEGINNINGS: Final = {
    Area.SCORES: SCORES,
    Area.MEASURES: WEAK,
    Area.RISKS: RISKS,
    Area.PLAN: PLAN,
    Area.DISCLOSURE: OIT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFigure:
    """``done`` of ``whole`` things; ``words`` says what they are: "ข้อที่เผยแพร่แล้ว".

    ``place``: the first that is open; None where all are done, or there are none. ``behind``: how
    many are late, lost or not looked after, in words by ``behind_words``; ``behind_place`` is the
    first of them. ``nothing``: what is said where there is nothing to count. ``entered``: whether
    anything was said that is not counted: of duties not done, topics that have no measure yet.
    """

    area: Area
    done: int
    whole: int
    words: str
    unit: str
    place: Place | None
    behind: int = 0
    behind_words: str = ""
    behind_place: Place | None = None
    nothing: str = ""
    entered: bool = False

    @property
    def is_done(self) -> bool:
        """Whether there is something and all of it is done."""
        return 0 < self.whole == self.done


def scores_figure(result: YearResult) -> AreaFigure:
    """Return how many items have a score; of a year entered by indicators, how many of those."""
    year, items = result.criteria.fiscal_year, result.criteria.items
    lost = losses(result)

    def at(code: str) -> Place:
        return Place(kind="score", number=year, field="score", code=code)

    behind_place = at(lost[0].item.code) if lost else None
    if result.entries and not result.entered_items:
        codes = [str(one.number) for one in result.criteria.indicators]
        missing = [str(one.number) for one in result.missing_indicators]
        unit = "ตัวชี้วัด"
    else:
        codes = [item.code for item in items]
        missing = [code for code in codes if code not in result.entries]
        unit = "ข้อ"
    return AreaFigure(
        area=Area.SCORES,
        done=len(codes) - len(missing),
        whole=len(codes),
        words="มีคะแนนแล้ว",
        unit=unit,
        place=at(missing[0]) if missing else None,
        behind=len(lost),
        behind_words="ข้อที่เสียคะแนน",
        behind_place=behind_place,
    )


def measures_figure(tracker: Tracker, today: date) -> AreaFigure:
    """Return how many steps are ended, and how many are late."""
    rows = list(rows_of(tracker))
    stands = [due_of(row.measure, row.step, tracker.fiscal_year, today) for row in rows]
    open_rows = [row for row, due in zip(rows, stands, strict=True) if due is not Due.ENDED]
    late = [row for row, due in zip(rows, stands, strict=True) if due is Due.LATE]
    return AreaFigure(
        area=Area.MEASURES,
        done=len(rows) - len(open_rows),
        whole=len(rows),
        words="เสร็จแล้ว",
        unit="ขั้นตอน",
        place=_row_place(open_rows),
        behind=len(late),
        behind_words="ขั้นตอนเกินกำหนด",
        behind_place=_row_place(late),
        nothing="ยังไม่มีมาตรการของปีนี้",
        entered=bool(tracker.topics),
    )


def _row_place(rows: Iterable[Row]) -> Place | None:
    return next((row.place("text") for row in rows), None)


def risks_figure(register: Register) -> AreaFigure:
    """Return how many treatments are ended, and how many risks have none."""
    every = list(treatments_of(register))
    waiting = [
        treatment
        for _, treatment in every
        if all(treatment.result(months).state not in ENDED for months in ROUNDS)
    ]
    bare = [one for one in register.risks() if not one.process.treatments_of(one.risk)]
    place = of_treatment(waiting[0], "text") if waiting else None
    if not every and register.processes:
        place = of_process(register.processes[0], "text")
    return AreaFigure(
        area=Area.RISKS,
        done=len(every) - len(waiting),
        whole=len(every),
        words="จัดการแล้ว",
        unit="มาตรการควบคุม",
        place=place,
        behind=len(bare),
        behind_words="ความเสี่ยงที่ยังไม่มีมาตรการ",
        behind_place=of_risk(bare[0], "text") if bare else None,
        nothing="ยังไม่มีความเสี่ยงของปีนี้" if not register.processes else "ยังไม่มีมาตรการควบคุม",
        entered=bool(register.processes),
    )


def plan_figure(plan: Plan | None, fiscal_year: int, today: date) -> AreaFigure:
    """Return how many projects of the year are ended, and how many were not reported when due."""
    projects = (
        []
        if plan is None
        else [one.project for one in plan.placed() if one.project.runs_in(fiscal_year)]
    )
    waiting = [one for one in projects if not _is_ended(one, fiscal_year)]
    due = due_rounds(fiscal_year, today)
    untold = [
        one for one in waiting if due and all(one.result(fiscal_year, m).is_empty for m in due)
    ]
    months = due[-1] if due else None
    return AreaFigure(
        area=Area.PLAN,
        done=len(projects) - len(waiting),
        whole=len(projects),
        words="เสร็จแล้ว",
        unit="โครงการ",
        place=_first(Place(kind="project", number=one.id, field="name") for one in waiting),
        behind=len(untold),
        behind_words="โครงการที่ยังไม่รายงานผล",
        behind_place=_first(
            Place(kind="project", number=one.id, field="state", months=months) for one in untold
        ),
        nothing="ยังไม่มีแผนของปีนี้" if plan is None else "แผนไม่มีโครงการในปีนี้",
    )


def _is_ended(project: Project, fiscal_year: int) -> bool:
    ended = (ProjectState.DONE, ProjectState.IMPOSSIBLE)
    return any(project.result(fiscal_year, months).state in ended for months in ROUNDS)


def disclosure_figure(result: YearResult, disclosure: Disclosure, today: date) -> AreaFigure:
    """Return how many items are published, and how many are late; ไม่คิดคะแนน do not count."""
    criteria = result.criteria
    known = [disclosure.of(item.code) for item in oit_items(criteria)]
    counted = [one for one in known if one.state is not PublishState.EXCLUDED]
    waiting = [one for one in counted if one.state.is_open]
    late = [one for one in waiting if is_late(one, result.entries, today)]

    def at(code: str) -> Place:
        return Place(kind="oit_item", number=criteria.fiscal_year, field="state", code=code)

    return AreaFigure(
        area=Area.DISCLOSURE,
        done=len(counted) - len(waiting),
        whole=len(counted),
        words="เผยแพร่แล้ว",
        unit="ข้อ",
        place=_first(at(one.code) for one in waiting),
        behind=len(late),
        behind_words="ข้อเกินกำหนด",
        behind_place=_first(at(one.code) for one in late),
        nothing="เกณฑ์ของปีนี้ไม่มีข้อ OIT",
        entered=bool(disclosure.items),
    )


def beginning_of(area: Area, fiscal_year: int) -> Place:
    """Return where a part that has nothing yet is begun: the year as a whole, in its tab."""
    return Place(kind="fiscal_year", number=fiscal_year, field=_BEGINNINGS[area])


def _first(ones: Iterable[T]) -> T | None:
    return next(iter(ones), None)
