"""The matrix of risks for the executive: one page, every risk a chip, the ten highest in words."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.documents.matrix import (
    Hatch,
    MatrixBand,
    MatrixCell,
    MatrixChart,
    MatrixChip,
    MatrixRisk,
    Tint,
)
from ita_desktop.documents.model import Document, Orientation, PageSetup
from ita_desktop.documents.number_ranges import number_ranges
from ita_desktop.documents.risk_cells import level_words, limits_of, method_words
from ita_desktop.documents.risk_paper import risk_document
from ita_desktop.documents.source import RiskSource
from ita_desktop.domain.risk_levels import Standing, standing_of
from ita_desktop.domain.risk_method import RiskMethod, ScaleStep
from ita_desktop.domain.risks import Numbered, Register, Risk

ID: Final = "risk-matrix"
NAME: Final = "เมทริกซ์ความเสี่ยงการทุจริต"
HIGHEST: Final = 10
_TITLE: Final = "เมทริกซ์ความเสี่ยงการทุจริต"
_PAGE: Final = PageSetup(orientation=Orientation.LANDSCAPE, left=20, right=15, top=14, bottom=12)
_NOTHING: Final = "ยังไม่ได้บันทึกความเสี่ยงของปีงบประมาณ พ.ศ. {year}"


def risk_matrix(source: RiskSource) -> Document:
    """Return the matrix of a year on one page; without risks it is empty and says so."""
    return risk_document(source, ID, _TITLE, (matrix_chart(source.register),), _PAGE)


def matrix_chart(register: Register) -> MatrixChart:
    """Return the matrix of a register: likelihood upwards, impact to the right."""
    method = register.method
    risks = tuple(register.risks())
    highest = tuple(_highest(register, risks))
    return MatrixChart(
        across=method.impact_title,
        up=method.likelihood_title,
        columns=tuple(map(_step, method.impact)),
        rows=tuple(map(_step, method.likelihood)),
        cells=tuple(
            tuple(_cell(method, up, across, risks) for across in method.impact)
            for up in method.likelihood
        ),
        bands=tuple(
            MatrixBand(
                name=band.name,
                limits=limits_of(band),
                tint=Tint(band.color.value),
                hatch=Hatch(method.pattern_of(band).value),
            )
            for band in method.bands
        ),
        highest_title=f"ความเสี่ยงที่มีระดับสูงสุด {len(highest)} รายการ" if highest else "",
        highest=highest,
        listed_title="ช่องที่แสดงเป็นจำนวน มีความเสี่ยงลำดับที่",
        notes=tuple(_notes(register, risks)),
    )


def _step(step: ScaleStep) -> str:
    return f"{step.value} {step.name}".strip()


def _cell(
    method: RiskMethod, up: ScaleStep, across: ScaleStep, risks: tuple[Numbered, ...]
) -> MatrixCell:
    band = method.band_at(up.value, across.value)
    here = [
        one for one in risks if (one.risk.likelihood, one.risk.impact) == (up.value, across.value)
    ]
    place = f"{method.likelihood_title} {up.value} {method.impact_title} {across.value}"
    return MatrixCell(
        score=str(up.value * across.value),
        band=None if band is None else method.bands.index(band),
        chips=tuple(
            MatrixChip(number=str(one.number), after=_after(method, one.risk)) for one in here
        ),
        count=f"{len(here)} รายการ" if here else "",
        listed=f"{place}: {number_ranges(one.number for one in here)}" if here else "",
    )


def _after(method: RiskMethod, risk: Risk) -> tuple[int, int] | None:
    """Return the cell of a risk after treatment; None where it is not told or the same one."""
    told = (risk.after_likelihood, risk.after_impact)
    if told == (risk.likelihood, risk.impact):
        return None
    rows = [step.value for step in method.likelihood]
    columns = [step.value for step in method.impact]
    if told[0] not in rows or told[1] not in columns:
        return None
    return columns.index(told[1]), rows.index(told[0])


def _highest(register: Register, risks: tuple[Numbered, ...]) -> Iterator[MatrixRisk]:
    """Give the highest risks: by level, then by product, then as they stand on paper."""
    method = register.method
    standing = [(standing_of(method, one.process, one.risk), one) for one in risks]
    told = [(stands, one) for stands, one in standing if stands.words or stands.score is not None]
    told.sort(key=lambda pair: (*_rank(method, pair[0]), pair[1].number))
    for stands, one in told[:HIGHEST]:
        words = one.risk.text or one.process.text
        yield MatrixRisk(number=str(one.number), words=words, level=level_words(stands))


def _rank(method: RiskMethod, stands: Standing) -> tuple[int, int]:
    """Return what is smaller for a higher risk; a product of no band stands by its size."""
    score = -1 if stands.score is None else stands.score
    if stands.band is not None:
        return -method.bands.index(stands.band), -score
    return -sum(band.first <= score for band in method.bands) + 1, -score


def _notes(register: Register, risks: tuple[Numbered, ...]) -> Iterator[str]:
    steps = (
        {step.value for step in register.method.likelihood},
        {step.value for step in register.method.impact},
    )
    homeless = [
        one.number
        for one in risks
        if one.risk.likelihood not in steps[0] or one.risk.impact not in steps[1]
    ]
    if not risks:
        yield _NOTHING.format(year=register.fiscal_year)
    if homeless:
        yield f"ยังไม่มีตำแหน่งในเมทริกซ์ {len(homeless)} รายการ ลำดับที่ {number_ranges(homeless)}"
    if any(_after(register.method, one.risk) for one in risks if one.risk.is_placed):
        yield "เส้นลูกศรชี้จากตำแหน่งก่อนจัดการไปยังช่องที่ประเมินไว้หลังจัดการ"
    yield f"หมายเลขในวงกลมคือลำดับในทะเบียนความเสี่ยง เกณฑ์ที่ใช้ {method_words(register.method)}"
