"""Rules of what is reported of a plan: six months (O37 of 2566), and the year before (O38).

O37: how far each project is and what was spent on it. O38: results, money used, problems and
suggestions, of the year before the item's own. The year's own annual report is next year's matter:
it is a warning that no item of this year asks for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import NOTHING_ASKED, Asked, Lack, due_rounds, lack_of
from ita_desktop.domain.measures import Round
from ita_desktop.domain.plan import Placed, Plan
from ita_desktop.domain.plan_facts import (
    PlanFacts,
    PlanRule,
    of_plan,
    of_project,
    say_baht,
    say_project,
)
from ita_desktop.domain.project import ProjectResult, ProjectState, Reason
from ita_desktop.domain.required_contents import Need


@dataclass(frozen=True, slots=True)
class _Needs:
    """The contents of a report, by how they begin: itself, its results, and the money."""

    report: str = ""
    results: str = ""
    spent: str = ""


_HALF: Final = _Needs(Need.HALF, Need.HALF_PROGRESS, Need.HALF_SPENT)
_ANNUAL: Final = _Needs(Need.ANNUAL, Need.ANNUAL_RESULTS, Need.ANNUAL_SPENT)


@dataclass(frozen=True, slots=True)
class _Report:
    """A report that is due: of which plan, year and round; how grave it is that it is missing."""

    plan: Plan
    year: int
    months: Round
    asked: Asked
    missing: Severity
    needs: "_Needs"

    @property
    def words(self) -> str:
        """Return it as sentences say it."""
        return f"ปี {self.year} รอบ {self.months} เดือน"

    def told(self, one: Placed) -> ProjectResult:
        """Return what a project says in it."""
        return one.project.result(self.year, self.months)

    @property
    def projects(self) -> tuple[Placed, ...]:
        """The projects that run in its year."""
        return tuple(one for one in self.plan.placed() if one.project.runs_in(self.year))


def _due(facts: PlanFacts) -> Iterator[_Report]:
    """Give the reports that are due and whose round is not closed."""
    year = facts.fiscal_year
    found: list[_Report] = []
    # a year that is prepared ahead asks for nothing of one that still runs
    if facts.before is not None and 12 in due_rounds(year - 1, facts.today):
        found.append(_Report(facts.before, year - 1, 12, facts.annual, Severity.ERROR, _ANNUAL))
    if facts.plan is not None:
        if 6 in facts.rounds:
            found.append(_Report(facts.plan, year, 6, facts.half, Severity.ERROR, _HALF))
        if 12 in facts.rounds:
            found.append(_Report(facts.plan, year, 12, NOTHING_ASKED, Severity.WARNING, _Needs()))
    for one in found:
        if (one.year, one.months) not in facts.closed:
            yield one


def _missing(facts: PlanFacts) -> Iterator[Lack]:
    """Find projects that report nothing; told once where none reports anything."""
    for report in _due(facts):
        silent = [one for one in report.projects if report.told(one).is_empty]
        if silent and len(silent) == len(report.projects):
            words = f"ยังไม่มีรายงานผลตามแผน {report.words} ของทั้ง {len(silent)} โครงการที่ดำเนินการ"
            place = of_plan(report.plan, f"progress:{report.year}", report.months)
            yield lack_of(report.missing, report.asked, place, words, report.needs.report)
            continue
        for one in silent:
            words = f"{say_project(one)} ยังไม่มีผลการดำเนินการ {report.words}"
            place = of_project(one, f"result:{report.year}", report.months)
            yield lack_of(report.missing, report.asked, place, words, report.needs.results)


def _no_plan_before(facts: PlanFacts) -> Iterator[Lack]:
    """Hint that the annual report of the year before has no plan to be made from."""
    if facts.plan is not None and facts.before is None and facts.annual.code:
        words = (
            f"ไฟล์นี้ไม่มีแผนของปี {facts.fiscal_year - 1} จึงจัดทำรายงานผลประจำปีที่ข้อ"
            f" {facts.annual.code} ขอไม่ได้ ถ้ามีรายงานเดิมอยู่แล้วให้ใช้ฉบับนั้น"
        )
        place = of_plan(facts.plan, f"progress:{facts.fiscal_year - 1}", 12)
        yield lack_of(Severity.NOTE, facts.annual, place, words)


def _half_told(facts: PlanFacts) -> Iterator[Lack]:
    """Find reports without state, result, money spent, or why a project could not be done."""
    for report in _due(facts):
        for one in report.projects:
            told = report.told(one)
            if told.is_empty:
                continue
            for field, words in _gaps(report, one, told):
                place = of_project(one, f"{field}:{report.year}", report.months)
                said = f"{say_project(one)} {words} {report.words}"
                need = report.needs.spent if field == "spent" else report.needs.results
                yield lack_of(Severity.WARNING, report.asked, place, said, need)


def _gaps(report: _Report, one: Placed, told: ProjectResult) -> Iterator[tuple[str, str]]:
    if told.state is ProjectState.UNTOLD:
        yield "state", "ยังไม่ระบุสถานะ"
    elif told.state in _DOING and not told.result:
        yield "result", f"{told.state.words}แต่ยังไม่เขียนผลการดำเนินการ"
    elif told.state is ProjectState.IMPOSSIBLE and told.reason is Reason.UNTOLD:
        yield "reason", f"{told.state.words}แต่ยังไม่ระบุเหตุ"
    elif told.reason is Reason.OTHER and not told.reason_text:
        yield "reason_text", "ระบุเหตุอื่น ๆ แต่ยังไม่เขียนว่าเหตุใด"
    year = one.project.years.get(report.year)
    money = year is not None and bool(year.amount)
    if told.state in _DOING and told.spent is None and (money or told.granted):
        yield "spent", "ยังไม่ระบุการเบิกจ่าย"


_DOING: Final = (ProjectState.IN_WORK, ProjectState.DONE)


def _spending(facts: PlanFacts) -> Iterator[Lack]:
    """Find money spent that was not granted, or where none was to be used."""
    for report in _due(facts):
        for one in report.projects:
            told = report.told(one)
            if not told.spent:
                continue
            place = of_project(one, f"spent:{report.year}", report.months)
            spent, words = say_baht(told.spent), ""
            if told.granted is not None and told.spent > told.granted:
                granted = say_baht(told.granted)
                words = f"เบิกจ่าย {spent} บาท เกินวงเงินที่ได้รับ {granted} บาท"
            elif one.project.no_budget:
                words = f"ระบุว่าไม่ใช้งบประมาณ แต่รายงานการเบิกจ่าย {spent} บาท"
            if words:
                said = f"{say_project(one)} {words} {report.words}"
                yield lack_of(Severity.WARNING, report.asked, place, said, report.needs.spent)


def _learnt(facts: PlanFacts) -> Iterator[Lack]:
    """Find an annual report in which no project names a problem, or none a suggestion."""
    for report in _due(facts):
        told = [report.told(one) for one in report.projects]
        if report.months != 12 or all(one.is_empty for one in told):
            continue
        for field, words in (
            ("problem", Need.ANNUAL_PROBLEMS),
            ("suggestion", Need.ANNUAL_SUGGESTIONS),
        ):
            if not any(getattr(one, field) for one in told):
                place = of_project(report.projects[0], f"{field}:{report.year}", 12)
                said = f"รายงานผลตามแผน {report.words} ยังไม่มี{words}ของโครงการใดเลย ถ้าไม่มีให้เขียนว่าไม่มี"
                yield lack_of(Severity.WARNING, report.asked, place, said, words)


PLAN_REPORT_RULES: Final[tuple[PlanRule, ...]] = (
    *(_missing, _no_plan_before, _half_told, _spending, _learnt),
)
