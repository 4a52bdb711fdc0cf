"""Figures that somebody typed into a text about scores, held against the scores themselves.

A figure that nearly is one of the paper's and is none of them is a slip or an older one: "28.70"
beside 28.69. Limits that a text may rightly name (85.00, 94.99) are none of these.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ita_desktop.domain.bands import Band, BandLimits, indicators_by_band
from ita_desktop.domain.places_in_text import PLACE
from ita_desktop.domain.scores import YearResult
from ita_desktop.thai.digits import to_arabic_digits

_FIGURE: Final = re.compile(r"(?<![\d.,])\d{1,3}\.\d{2}(?![\d]|\.\d)")
_COUNT: Final = re.compile(
    r"(?<![\d.])(?P<before>\d{1,2})\s*ตัวชี้วัด(?!ที่|ย่อย)"
    r"|ตัวชี้วัด(?:ทั้งหมด|ทั้งสิ้น|จำนวน|รวม|\s)*(?P<after>\d{1,2})\s*ตัว(?!ชี้วัด)"
)
_NEAR: Final = Decimal("0.05")
_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a paper about a year prints: ``main`` figures by how they are called, and all others.

    ``counts`` are those of indicators a text may name, ``by_band`` those in each band.
    """

    main: Mapping[str, Decimal]
    others: frozenset[Decimal]
    counts: frozenset[int]
    by_band: Mapping[Band, int]
    indicators: int


def figures_of(result: YearResult, years: Collection[YearResult], limits: BandLimits) -> Figures:
    """Return the figures of a year; ``years``: others whose figures a text may compare with."""
    criteria = result.criteria
    main: dict[str, Decimal] = {}
    for indicator in criteria.indicators:
        if (shown := result.indicators[indicator.number].shown) is not None:
            main[f"ตัวชี้วัดที่ {indicator.number}"] = shown
    for code, figure in result.instruments.items():
        if (shown := figure.shown) is not None:
            main[f"แบบวัด {code}"] = shown
    main |= {f"คะแนนถ่วงน้ำหนัก {code}": share for code, share in result.weighted.items()}
    if result.total.shown is not None:
        main["คะแนนรวม"] = result.total.shown
    ends = {limits.urgent_below, limits.keep_from, *(one.total_from for one in criteria.levels)}
    others = {*ends, *(end - _CENT for end in ends), *_of_items(result)}
    for other in years:
        others |= {*_of_items(other), *_of_figures(other)}
    by_band = {band: len(found) for band, found in indicators_by_band(result, limits).items()}
    return Figures(
        main=main,
        others=frozenset(others),
        counts=frozenset(_counts(result, years, by_band)),
        by_band=by_band,
        indicators=len(criteria.indicators),
    )


def _of_items(result: YearResult) -> Iterator[Decimal]:
    return (entry for entry in result.entries.values() if isinstance(entry, Decimal))


def _of_figures(result: YearResult) -> Iterator[Decimal]:
    figures = (*result.indicators.values(), *result.instruments.values(), result.total)
    yield from (figure.shown for figure in figures if figure.shown is not None)
    yield from result.weighted.values()


def _counts(
    result: YearResult,
    years: Collection[YearResult],
    by_band: Mapping[Band, int],
) -> Iterator[int]:
    """Give the counts of indicators that a text may name: all, of a part, those that rose."""
    total = len(result.criteria.indicators)
    yield from (0, 1, total)
    for code in result.instruments:
        yield len(result.criteria.indicators_of(code))
    for number in by_band.values():
        yield from (number, total - number)
    shown = {number: figure.shown for number, figure in result.indicators.items()}
    yield sum(one is not None for one in shown.values())
    known = [one for one in shown.values() if one is not None]
    for limit in (*{one.total_from for one in result.criteria.levels}, Decimal(100)):
        above = sum(one >= limit for one in known)
        yield from (above, len(known) - above)
    for other in years:
        pairs = [
            (one, before)
            for number, one in shown.items()
            if one is not None
            and (figure := other.indicators.get(number)) is not None
            and (before := figure.shown) is not None
        ]
        yield from (
            sum(one > before for one, before in pairs),
            sum(one < before for one, before in pairs),
            sum(one == before for one, before in pairs),
        )


def wrong_figures(text: str, figures: Figures) -> Iterator[str]:
    """Give the typed figures that nearly are one of the paper's, as the end of a sentence."""
    plain = PLACE.sub(" ", to_arabic_digits(text))
    right = {*figures.main.values(), *figures.others}
    for typed in dict.fromkeys(_FIGURE.findall(plain)):
        value = Decimal(typed)
        if value in right or not figures.main:
            continue
        name, near = min(figures.main.items(), key=lambda one: abs(one[1] - value))
        if abs(near - value) <= _NEAR:
            yield f"เขียนว่า {typed} แต่{name} ของข้อมูลคือ {near}"


def wrong_counts_of_indicators(text: str, figures: Figures, band: Band | None) -> Iterator[str]:
    """Give the typed counts of indicators that the data do not have; ``band`` the text is about."""
    plain = PLACE.sub(" ", to_arabic_digits(text))
    for found in _COUNT.finditer(plain):
        said = int(found["before"] or found["after"])
        if band is not None and said not in (figures.by_band[band], figures.indicators):
            yield f"เขียนว่า {said} ตัวชี้วัด แต่ข้อมูลของกลุ่มนี้มี {figures.by_band[band]}"
        elif band is None and said not in figures.counts:
            yield f"เขียนว่า {said} ตัวชี้วัด ซึ่งไม่ตรงกับจำนวนใดในข้อมูล (ทั้งหมด {figures.indicators})"
