"""Rules of the register of risks: the events and the measures against them, as O34 of 2566 asks."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, Place, lack_of
from ita_desktop.domain.periods import span_of
from ita_desktop.domain.required_contents import Need
from ita_desktop.domain.responsible import unknown_units
from ita_desktop.domain.risk_facts import (
    RiskFacts,
    RiskRule,
    of_process,
    of_risk,
    of_treatment,
    say_process,
    say_risk,
    say_treatment,
    treatments_of,
)
from ita_desktop.domain.risks import units_of
from ita_desktop.thai.fiscal import fiscal_year_dates
from ita_desktop.thai.text import fold, one_line, quoted

RISKS: Final = "risks"
"""The field of the year as a whole where its first risks are made."""


def _no_risks(facts: RiskFacts) -> Iterator[Lack]:
    year = facts.register.fiscal_year
    if not facts.register.processes:
        place = Place(kind="fiscal_year", number=year, field=RISKS)
        words = f"ปีงบประมาณ {year} ยังไม่มีการประเมินความเสี่ยง กรุณาเพิ่มกระบวนงานและเหตุการณ์ความเสี่ยง"
        yield lack_of(Severity.ERROR, facts.plan, place, words, Need.RISKS)


def _events(facts: RiskFacts) -> Iterator[Lack]:
    for process in facts.register.processes:
        if not process.risks:
            words = f"{say_process(process)} ยังไม่มีเหตุการณ์ความเสี่ยง กรุณาเพิ่มอย่างน้อยหนึ่งเหตุการณ์"
            place = of_process(process, "risk")
            yield lack_of(Severity.ERROR, facts.plan, place, words, Need.RISK_LEVELS)
        if not one_line(process.text):
            words = f"{say_process(process)} ยังไม่มีชื่อกระบวนงาน"
            yield lack_of(Severity.WARNING, facts.plan, of_process(process, "text"), words)
    for one in facts.register.risks():
        if not one_line(one.risk.text):
            words = f"{say_risk(one)} ยังไม่มีข้อความของเหตุการณ์ความเสี่ยง"
            place = of_risk(one, "text")
            yield lack_of(Severity.ERROR, facts.plan, place, words, Need.RISK_LEVELS)


def _twice(facts: RiskFacts) -> Iterator[Lack]:
    """Find an event that stands twice in the same work: its number would be two chips."""
    first: dict[tuple[str, str], int] = {}
    for one in facts.register.risks():
        if not one_line(one.risk.text):
            continue
        number = first.setdefault((fold(one.process.text), fold(one.risk.text)), one.number)
        if number != one.number:
            words = f"{say_risk(one)} ซ้ำกับความเสี่ยงที่ {number} ของกระบวนงานเดียวกัน"
            yield lack_of(Severity.WARNING, facts.plan, of_risk(one, "text"), words)


def _treatments(facts: RiskFacts) -> Iterator[Lack]:
    for one in facts.register.risks():
        if not one.process.treatments_of(one.risk):
            words = f"{say_risk(one)} ยังไม่มีมาตรการควบคุม กรุณาเพิ่มอย่างน้อยหนึ่งมาตรการ"
            place = of_risk(one, "treatment")
            yield lack_of(Severity.ERROR, facts.plan, place, words, Need.RISK_MEASURES)
    for process, treatment in treatments_of(facts.register):
        if not one_line(treatment.text):
            words = f"{say_treatment(process, treatment)} ยังไม่มีข้อความของมาตรการ"
            place = of_treatment(treatment, "text")
            yield lack_of(Severity.WARNING, facts.plan, place, words, Need.RISK_MEASURES)


def _units(facts: RiskFacts) -> Iterator[Lack]:
    """Find treatments that nobody does; told once of a process none of whose treatments says it."""
    for process in facts.register.processes:
        without = [one for one in process.treatments if not units_of(process, one)]
        if len(without) == len(process.treatments) > 1:
            words = f"{say_process(process)} ยังไม่มีผู้รับผิดชอบมาตรการควบคุม"
            yield lack_of(Severity.WARNING, facts.plan, of_process(process, "units"), words)
            continue
        for one in without:
            words = f"{say_treatment(process, one)} ยังไม่มีผู้รับผิดชอบ"
            yield lack_of(Severity.WARNING, facts.plan, of_treatment(one, "units"), words)


def _unknown_units(facts: RiskFacts) -> Iterator[Lack]:
    if not facts.units:
        return
    register = facts.register
    cells: list[tuple[str, str, Place]] = []
    for process in register.processes:
        cells.append((process.units, say_process(process), of_process(process, "units")))
        cells += [
            (one.units, say_treatment(process, one), of_treatment(one, "units"))
            for one in process.treatments
        ]
    cells += [(one.risk.units, say_risk(one), of_risk(one, "units")) for one in register.risks()]
    for text, name, place in cells:
        if unknown := unknown_units(text, facts.units):
            words = f"{name} ระบุผู้รับผิดชอบที่ไม่อยู่ในรายชื่อของหน่วยงาน: {', '.join(unknown)}"
            yield lack_of(Severity.NOTE, facts.plan, place, words)


def _periods(facts: RiskFacts) -> Iterator[Lack]:
    year = facts.register.fiscal_year
    first, last = fiscal_year_dates(year)
    for process, treatment in treatments_of(facts.register):
        name, place = say_treatment(process, treatment), of_treatment(treatment, "period")
        if not one_line(treatment.period):
            words = f"{name} ยังไม่มีระยะเวลาดำเนินการ"
            yield lack_of(Severity.WARNING, facts.plan, place, words)
            continue
        span = span_of(treatment.period, year)
        if span is None:
            words = f"ไม่เข้าใจระยะเวลา {quoted(treatment.period)} ของ{name} จึงเตือนเมื่อล่าช้าไม่ได้"
            yield lack_of(Severity.NOTE, facts.plan, place, words)
        elif span.first < first or span.last > last:
            words = f"ระยะเวลา {quoted(treatment.period)} ของ{name} อยู่นอกปีงบประมาณ {year}"
            yield lack_of(Severity.WARNING, facts.report, place, words, Need.OF_YEAR)


RISK_PLAN_RULES: Final[tuple[RiskRule, ...]] = (
    *(_no_risks, _events, _twice, _treatments, _units, _periods, _unknown_units),
)
