"""What is wrong with a method of assessing risk: an error makes a level ambiguous.

Errors are refused when a method is kept. Holes and overlaps of a scale's criteria are warnings:
papers are published with them (one leaves 21 to 25 times a year without a level), and what an
office has printed it may keep.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.risk_method import LEAST_SIZE, MOST_SIZE, LevelBand, RiskMethod, ScaleStep
from ita_desktop.domain.risk_scale_checks import scale_problems
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold

_CELLS: Final = 4
"""Cells that a sentence names; the matrix beside it shows the others."""
_SIGNS: Final = frozenset(" ()[]=:.,/-–")
"""What is left out around the word of a level when it is read."""


class Part(StrEnum):
    """A part of a method that a finding is about."""

    METHOD = "method"
    LIKELIHOOD = "likelihood"
    IMPACT = "impact"
    BANDS = "bands"


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodFinding:
    """What is wrong, as a Thai sentence, and where: a row of a part and its field.

    ``row`` counts from 0, None for the part as a whole. ``field`` is that of the value: ``name``,
    ``text``, ``value``, ``first``, ``last``, ``color``, or the title of a scale, ``title``.
    """

    severity: Severity
    message: str
    part: Part
    row: int | None = None
    field: str = "name"


def method_findings(method: RiskMethod) -> tuple[MethodFinding, ...]:
    """Return all that is wrong with a method, the gravest first, else in the order of its parts."""
    found = [
        *_of_names(method),
        *_of_scale(Part.LIKELIHOOD, method.likelihood_title, method.likelihood),
        *_of_scale(Part.IMPACT, method.impact_title, method.impact),
        *_of_bands(method),
    ]
    gravity = list(Severity)
    return tuple(sorted(found, key=lambda one: gravity.index(one.severity)))


def method_error(method: RiskMethod) -> str:
    """Return the first sentence that speaks against keeping a method; "" where none does."""
    errors = (one.message for one in method_findings(method) if one.severity is Severity.ERROR)
    return next(errors, "")


def _of_names(method: RiskMethod) -> Iterator[MethodFinding]:
    if not method.name.strip():
        yield _error("เกณฑ์ยังไม่มีชื่อ กรุณากรอกชื่อเกณฑ์", Part.METHOD)
    titles = ((Part.LIKELIHOOD, method.likelihood_title), (Part.IMPACT, method.impact_title))
    for part, title in titles:
        if not title.strip():
            yield _error("แกนของเมทริกซ์ยังไม่มีชื่อ กรุณากรอก เช่น โอกาสที่เกิด", part, field="title")


def _of_scale(part: Part, title: str, steps: Sequence[ScaleStep]) -> Iterator[MethodFinding]:
    if not LEAST_SIZE <= len(steps) <= MOST_SIZE:
        yield _error(f"{title}มี {len(steps)} ระดับ กรุณาให้มี {LEAST_SIZE} ถึง {MOST_SIZE} ระดับ", part)
    for row, (below, above) in enumerate(pairwise(steps), start=1):
        if above.value <= below.value:
            words = f"{title}: ค่า {above.value} ต้องมากกว่าค่า {below.value} ของระดับก่อนหน้า"
            yield _error(words, part, row, "value")
    for row, step in enumerate(steps):
        if not 1 <= step.value <= MOST_SIZE:
            words = f"{title}: ค่า {step.value} ใช้ไม่ได้ กรุณาใช้ 1 ถึง {MOST_SIZE}"
            yield _error(words, part, row, "value")
        if not step.name.strip():
            words = f"{title}: ระดับ {step.value} ยังไม่มีชื่อ"
            yield _warning(words, part, row)
    for row, name in _twice(step.name for step in steps):
        yield _error(f"{title}: มีชื่อระดับ “{name}” มากกว่าหนึ่งระดับ กรุณาใช้ชื่อต่างกัน", part, row)
    for row, words in scale_problems(steps):
        yield _warning(f"เกณฑ์{title}: {words}", part, row, "text")
    silent = [step.value for step in steps if not step.text.strip()]
    if silent:
        row = next(row for row, step in enumerate(steps) if not step.text.strip())
        values = ", ".join(map(str, silent))
        yield MethodFinding(
            severity=Severity.NOTE,
            message=f"{title}: ระดับ {values} ยังไม่มีข้อความเกณฑ์",
            part=part,
            row=row,
            field="text",
        )


def _of_bands(method: RiskMethod) -> Iterator[MethodFinding]:
    if not method.bands:
        yield _error("ยังไม่มีระดับความเสี่ยง กรุณาเพิ่มอย่างน้อยหนึ่งระดับ", Part.BANDS)
        return
    yield from _of_limits(method)
    yield from _of_band_names(method)
    yield from _of_cover(method)
    for row, (below, above) in enumerate(pairwise(method.bands), start=1):
        if above.color is below.color:
            words = f"ระดับ{below.name}และระดับ{above.name}ใช้สี{above.color.words}เหมือนกัน"
            yield MethodFinding(
                severity=Severity.NOTE, message=words, part=Part.BANDS, row=row, field="color"
            )


def _of_limits(method: RiskMethod) -> Iterator[MethodFinding]:
    for row, band in enumerate(method.bands):
        if band.first > band.last:
            words = f"ระดับ{band.name}: เริ่มที่ {band.first} แต่ถึง {band.last} กรุณาแก้ช่วงคะแนน"
            yield _error(words, Part.BANDS, row, "first")
        elif not any(map(band.holds, method.products)):
            words = f"ระดับ{band.name}: ไม่มีคะแนนใดอยู่ในช่วง {_span(band.first, band.last)}"
            yield _warning(words, Part.BANDS, row, "first")
    for row, (below, above) in enumerate(pairwise(method.bands), start=1):
        if above.first < below.first:
            words = (
                f"ระดับ{above.name} (เริ่มที่ {above.first}) อยู่หลังระดับ{below.name}"
                f" (เริ่มที่ {below.first}) กรุณาเรียงจากต่ำไปสูง"
            )
            yield _error(words, Part.BANDS, row, "first")


def _of_band_names(method: RiskMethod) -> Iterator[MethodFinding]:
    for row, band in enumerate(method.bands):
        name = to_arabic_digits(band.name)
        if not name.strip():
            words = f"ระดับที่ {row + 1} ({_span(band.first, band.last)}) ยังไม่มีชื่อ กรุณากรอกชื่อระดับ"
            yield _error(words, Part.BANDS, row)
        elif any(letter in "0123456789" for letter in name) or {name[0], name[-1]} & _SIGNS:
            words = f"ชื่อระดับ “{band.name}” มีตัวเลขหรือเครื่องหมาย ซึ่งจะปนกับคะแนน กรุณาใช้คำ"
            yield _error(words, Part.BANDS, row)
    for row, name in _twice(band.name for band in method.bands):
        yield _error(f"มีชื่อระดับ “{name}” มากกว่าหนึ่งระดับ กรุณาใช้ชื่อต่างกัน", Part.BANDS, row)


def _of_cover(method: RiskMethod) -> Iterator[MethodFinding]:
    """Find the products that no band covers, and those that two do."""
    for scores in _runs(method):
        words = "คะแนน " + ", ".join(map(str, scores)) + f" ({_cells(method, scores)})"
        row = _band_before(method.bands, scores[0])
        yield _error(f"{words} ไม่อยู่ในระดับใด กรุณาแก้ช่วงคะแนน", Part.BANDS, row, "last")
    for row, band in enumerate(method.bands):
        for other in method.bands[:row]:
            scores = [one for one in method.products if band.holds(one) and other.holds(one)]
            if scores:
                words = "คะแนน " + ", ".join(map(str, scores))
                words += f" อยู่ทั้งในระดับ{other.name}และระดับ{band.name} กรุณาแก้ช่วงคะแนน"
                yield _error(words, Part.BANDS, row, "first")


def _runs(method: RiskMethod) -> Iterator[list[int]]:
    """Give the products without a level; those that follow each other are one hole."""
    run: list[int] = []
    for score in method.products:
        if method.band_of(score) is None:
            run.append(score)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _cells(method: RiskMethod, scores: Sequence[int]) -> str:
    cells = [
        f"{one.value} × {other.value}"
        for one in method.likelihood
        for other in method.impact
        if one.value * other.value in scores
    ]
    more = f" และอีก {len(cells) - _CELLS} ช่อง" if len(cells) > _CELLS else ""
    return "ช่อง " + ", ".join(cells[:_CELLS]) + more


def _band_before(bands: Sequence[LevelBand], score: int) -> int:
    """Return the place of the last band that begins under a score, 0 where none does."""
    return max((row for row, band in enumerate(bands) if band.first <= score), default=0)


def _twice(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give each name that stood before, with its place."""
    seen: set[str] = set()
    for row, name in enumerate(names):
        if (folded := fold(name)) in seen and folded:
            yield row, name
        seen.add(folded)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} ถึง {last}"


def _error(message: str, part: Part, row: int | None = None, field: str = "name") -> MethodFinding:
    return MethodFinding(severity=Severity.ERROR, message=message, part=part, row=row, field=field)


def _warning(message: str, part: Part, row: int, field: str = "name") -> MethodFinding:
    return MethodFinding(
        severity=Severity.WARNING, message=message, part=part, row=row, field=field
    )
