"""Charts of a year's scores: its indicators, and the totals of the years."""

from collections.abc import Sequence
from decimal import Decimal

from ita_desktop.documents.charts import Bar, BarChart, Pillar, PillarChart
from ita_desktop.domain.bands import Band, BandLimits, band_of
from ita_desktop.domain.criteria import Indicator
from ita_desktop.domain.levels import level_of
from ita_desktop.domain.scores import YearResult

FLOOR = 50
"""The years differ by few points; their columns begin here so that it is seen."""
MOST_YEARS = 6


def indicator_chart(
    result: YearResult,
    before: YearResult | None,
    limits: BandLimits,
    order: Sequence[Indicator] | None = None,
) -> BarChart:
    """Return a bar an indicator, in the order of the criteria or another; ``before``: last year."""
    line = result.criteria.pass_line
    key = [f"แถบลาย: ต่ำกว่า {limits.urgent_below}"]
    key += ["ขีดตั้ง: ปีก่อน"] if before else []
    key += [f"เส้นประ: เกณฑ์ {line}"] if line is not None else []
    return BarChart(
        caption="คะแนนรายตัวชี้วัด",
        bars=tuple(
            Bar(
                words=f"{indicator.number} {indicator.name}",
                score=(score := result.indicators[indicator.number].shown),
                before=_figure(before, indicator.number),
                weak=score is not None and band_of(score, limits) is Band.URGENT,
            )
            for indicator in (result.criteria.indicators if order is None else order)
        ),
        limit=line,
        key="   ".join(key),
    )


def years_chart(years: Sequence[YearResult], current: YearResult) -> PillarChart:
    """Return a column a year, the last six; the current one stands out."""
    shown = years[-MOST_YEARS:]
    first, last = (shown[place].criteria.fiscal_year for place in (0, -1))
    return PillarChart(
        caption=f"กราฟแสดงภาพรวมการเปรียบเทียบผลการประเมิน ITA รายปี (พ.ศ. {first} - {last})",
        pillars=tuple(
            Pillar(
                words=str(year.criteria.fiscal_year),
                score=year.total.shown,
                below=_level(year),
                current=year.criteria.fiscal_year == current.criteria.fiscal_year,
            )
            for year in shown
        ),
        floor=FLOOR,
        limit=current.criteria.pass_line,
        key=f"แกนเริ่มที่ {FLOOR} คะแนน",
    )


def _level(year: YearResult) -> str:
    if year.total.shown is None:
        return "ยังไม่ครบ"
    return level.name if (level := level_of(year)) else ""


def _figure(result: YearResult | None, number: int) -> Decimal | None:
    if result is None or number not in result.indicators:
        return None
    return result.indicators[number].shown
