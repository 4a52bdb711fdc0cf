"""Rules of a year's scores: those still missing once any is there, and figures that disagree.

Published figures are rounded or cut at different places, so a difference of 0.01 is a note (seed
001 prints 95.65 for 95.6567), a larger one is to be looked at.
"""

from collections.abc import Callable, Iterator
from typing import Final

from ita_desktop.domain.criteria import TOTAL, Indicator
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import NOTHING_ASKED, Lack, Place, lack_of
from ita_desktop.domain.scores import Figure, YearResult

ScoreRule = Callable[[YearResult], Iterator[Lack]]
_NAMED: Final = 8
"""Codes that are told one by one; of more the first and how many."""


def score_lacks(result: YearResult) -> list[Lack]:
    """Return what the scores of a year lack; a year without any score lacks none yet."""
    if not result.entries:
        return []
    return [lack for rule in SCORE_RULES for lack in rule(result)]


def _missing(result: YearResult) -> Iterator[Lack]:
    """Find indicators the total still needs: some of their items, or all; told by instrument."""
    by_instrument: dict[str, list[Indicator]] = {}
    for indicator in result.missing_indicators:
        codes = [item.code for item in result.criteria.items_of(indicator.number)]
        without = [code for code in codes if code not in result.entries]
        if len(without) == len(codes):
            by_instrument.setdefault(indicator.instrument, []).append(indicator)
            continue
        words = (
            f"ตัวชี้วัดที่ {indicator.number} {indicator.name} ยังไม่มีคะแนน {len(without)}"
            f" จาก {len(codes)} ข้อ ได้แก่ {_listed(without)}"
        )
        place = _place(result, without[0])
        yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)
    for instrument, indicators in by_instrument.items():
        numbers = ", ".join(str(one.number) for one in indicators)
        words = f"ยังไม่มีคะแนนของตัวชี้วัดที่ {numbers} ({instrument}){_so(result, instrument)}"
        place = _place(result, str(indicators[0].number))
        yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)


def _so(result: YearResult, instrument: str) -> str:
    """Say what comes of it that an instrument still lacks indicators, as the page of scores does.

    Nothing where the total was entered itself: that holds whatever is below it.
    """
    if result.total.entered is not None:
        return ""
    if result.instruments[instrument].value is None:
        return " จึงยังไม่มีคะแนนรวม"
    return f" คะแนน {instrument} จึงเป็นคะแนนเบื้องต้น"


def _listed(codes: list[str]) -> str:
    more = f" และอีก {len(codes) - _NAMED} ข้อ" if len(codes) > _NAMED else ""
    return ", ".join(codes[:_NAMED]) + more


def _disagreeing(result: YearResult) -> Iterator[Lack]:
    """Find entered figures that are not what the scores below them give."""
    for code, name, figure in _figures(result):
        difference = figure.difference
        if difference is None or figure.entered is None:
            continue
        told = f"{name} กรอกไว้ {figure.entered:.2f} แต่คำนวณได้ {figure.computed_shown}"
        if figure.disagrees:
            severity, words = Severity.WARNING, f"{told} ต่างกัน {abs(difference)} กรุณาตรวจคะแนน"
        else:
            severity, words = Severity.NOTE, f"{told} ต่างกันเพียงการปัดเศษ เอกสารใช้คะแนนที่กรอก"
        yield lack_of(severity, NOTHING_ASKED, _place(result, code), words)


def _figures(result: YearResult) -> Iterator[tuple[str, str, Figure]]:
    for indicator in result.criteria.indicators:
        number = indicator.number
        name = f"ตัวชี้วัดที่ {number} {indicator.name}"
        yield str(number), name, result.indicators[number]
    for instrument in result.criteria.instruments:
        name = f"แบบวัด {instrument.code}"
        yield instrument.code, name, result.instruments[instrument.code]
    yield TOTAL, "คะแนนรวม", result.total


def _place(result: YearResult, code: str) -> Place:
    year = result.criteria.fiscal_year
    return Place(kind="score", number=year, field="score", code=code)


SCORE_RULES: Final[tuple[ScoreRule, ...]] = (_missing, _disagreeing)
