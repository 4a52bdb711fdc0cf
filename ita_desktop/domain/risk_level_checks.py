"""Rules of how risks stand: the levels that O34 of 2566 asks for, and what contradicts them."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, Place, lack_of
from ita_desktop.domain.required_contents import Need
from ita_desktop.domain.risk_facts import (
    RiskFacts,
    RiskRule,
    of_process,
    of_risk,
    say_process,
    say_risk,
)
from ita_desktop.domain.risk_levels import read_level, standing_after, standing_of
from ita_desktop.domain.risk_method_checks import method_findings
from ita_desktop.domain.risks import Numbered
from ita_desktop.thai.text import quoted

METHOD: Final = "method"
"""The field of the year as a whole where the method of its risks is edited."""
_HIGH_BANDS: Final = 2
"""So many of the highest levels ask where treatment takes a risk."""


def _without_level(facts: RiskFacts) -> Iterator[Lack]:
    method = facts.register.method
    for one in facts.register.risks():
        risk = one.risk
        told = bool(risk.level or one.process.level)
        missing = [
            (field, title)
            for field, title, value in (
                ("likelihood", method.likelihood_title, risk.likelihood),
                ("impact", method.impact_title, risk.impact),
            )
            if value is None
        ]
        if len(missing) == 2 and not told:
            words = f"{say_risk(one)} ยังไม่มีระดับความเสี่ยง กรุณากรอกโอกาสและผลกระทบ หรือระดับ"
            place = of_risk(one, missing[0][0])
            yield lack_of(Severity.ERROR, facts.plan, place, words, Need.RISK_LEVELS)
        elif len(missing) == 1:
            ((field, title),) = missing
            severity = Severity.WARNING if told else Severity.ERROR
            words = f"{say_risk(one)} กรอกระดับไว้เพียงด้านเดียว ยังไม่มี{title}"
            place = of_risk(one, field)
            yield lack_of(severity, facts.plan, place, words, Need.RISK_LEVELS)


def _half_after(facts: RiskFacts) -> Iterator[Lack]:
    for one in facts.register.risks():
        likelihood, impact = one.risk.after_likelihood, one.risk.after_impact
        if (likelihood is None) != (impact is None):
            field = "after_likelihood" if likelihood is None else "after_impact"
            words = f"{say_risk(one)} กรอกระดับหลังจัดการไว้เพียงด้านเดียว"
            yield lack_of(Severity.WARNING, facts.plan, of_risk(one, field), words)


def _outside_method(facts: RiskFacts) -> Iterator[Lack]:
    """Find steps that the year's scales have not, and products without a level."""
    method = facts.register.method
    for one in facts.register.risks():
        risk = one.risk
        for field, title, value, steps in (
            ("likelihood", method.likelihood_title, risk.likelihood, method.likelihood),
            ("impact", method.impact_title, risk.impact, method.impact),
            *(("after_likelihood", "โอกาสหลังจัดการ", risk.after_likelihood, method.likelihood),),
            *(("after_impact", "ผลกระทบหลังจัดการ", risk.after_impact, method.impact),),
        ):
            if value is not None and value not in {step.value for step in steps}:
                words = f"{say_risk(one)} มี{title} {value} ซึ่งไม่มีในเกณฑ์ของปีนี้"
                yield lack_of(Severity.WARNING, facts.plan, of_risk(one, field), words)
        for before, at in (
            ("", standing_of(method, one.process, risk)),
            ("after_", standing_after(method, risk)),
        ):
            if at.score is not None and at.band is None:
                words = f"{say_risk(one)} มีคะแนนความเสี่ยง {at.score} ซึ่งเกณฑ์ของปีนี้ไม่มีระดับให้"
                yield lack_of(
                    Severity.WARNING, facts.plan, of_risk(one, f"{before}likelihood"), words
                )


def _unknown_words(facts: RiskFacts) -> Iterator[Lack]:
    """Find level words that the method does not have, as a paper of another office may print."""
    register = facts.register
    known = ", ".join(band.name for band in register.method.bands)
    levels: list[tuple[str, str, Place]] = [
        (process.level, say_process(process), of_process(process, "level"))
        for process in register.processes
    ]
    for one in register.risks():
        levels += [
            (one.risk.level, say_risk(one), of_risk(one, "level")),
            (one.risk.after_level, say_risk(one), of_risk(one, "after_level")),
        ]
    for text, name, place in levels:
        if text and read_level(text, register.method)[1] is None:
            words = f"{name} มีระดับ {quoted(text)} ซึ่งเกณฑ์ของปีนี้ไม่รู้จัก ระดับที่มีคือ {known}"
            yield lack_of(Severity.WARNING, facts.plan, place, words)


def _disagreeing(facts: RiskFacts) -> Iterator[Lack]:
    """Find a printed level beside numbers that say another one: the numbers count."""
    method = facts.register.method
    for one in facts.register.risks():
        risk = one.risk
        for field, text, likelihood, impact in (
            ("level", risk.level, risk.likelihood, risk.impact),
            ("after_level", risk.after_level, risk.after_likelihood, risk.after_impact),
        ):
            if not text or likelihood is None or impact is None:
                continue
            score, band = read_level(text, method)
            by_numbers = method.band_at(likelihood, impact)
            wrong_score = score is not None and score != likelihood * impact
            if wrong_score or (band is not None and band != by_numbers):
                named = "" if by_numbers is None else f" ({by_numbers.name})"
                words = (
                    f"{say_risk(one)} ระบุระดับ {quoted(text)} แต่โอกาสคูณผลกระทบได้"
                    f" {likelihood * impact}{named} เอกสารใช้ตัวเลข กรุณาแก้ให้ตรงกัน"
                )
                yield lack_of(Severity.WARNING, facts.plan, of_risk(one, field), words)


def _after(facts: RiskFacts) -> Iterator[Lack]:
    """Find high risks that do not say where treatment takes them, and those it makes worse."""
    method = facts.register.method
    for one in facts.register.risks():
        before, after = standing_of(method, one.process, one.risk), standing_after(method, one.risk)
        if before.band is None:
            continue
        height = method.bands.index(before.band)
        untold = after.band is None and not after.words and after.score is None
        if untold and height >= len(method.bands) - _HIGH_BANDS and not _is_half_after(one):
            words = f"{say_risk(one)} อยู่ในระดับ{before.band.name} แต่ยังไม่ระบุระดับหลังจัดการ"
            yield lack_of(Severity.NOTE, facts.plan, of_risk(one, "after_likelihood"), words)
        elif after.band is not None:
            by_score = before.score is not None and after.score is not None
            if by_score:
                higher = (after.score or 0) > (before.score or 0)
            else:
                higher = method.bands.index(after.band) > height
            if higher:
                words = f"{say_risk(one)} มีระดับหลังจัดการสูงกว่าก่อนจัดการ"
                yield lack_of(Severity.WARNING, facts.plan, of_risk(one, "after_likelihood"), words)


def _is_half_after(one: Numbered) -> bool:
    return (one.risk.after_likelihood is None) != (one.risk.after_impact is None)


def _method(facts: RiskFacts) -> Iterator[Lack]:
    """Tell what is wrong with the method that the year's risks are measured by."""
    register = facts.register
    if not register.processes:
        return
    place = Place(kind="fiscal_year", number=register.fiscal_year, field=METHOD)
    for finding in method_findings(register.method):
        words = f"เกณฑ์ประเมินความเสี่ยง: {finding.message}"
        yield lack_of(finding.severity, facts.plan, place, words)


LEVEL_RULES: Final[tuple[RiskRule, ...]] = (
    *(_without_level, _half_after, _outside_method, _unknown_words, _disagreeing),
    *(_after, _method),
)
