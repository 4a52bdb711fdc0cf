"""The charts' figures: the same on paper and on the screen."""

from decimal import Decimal

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.score_charts import MOST_YEARS, indicator_chart, years_chart
from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.scores import YearResult, compute
from ita_desktop.workflows.sample import sample_entries


def result(year: int) -> YearResult:
    criteria = shipped_criteria(year)
    assert criteria is not None
    return compute(criteria, sample_entries().get(year, {}))


def test_every_indicator_has_its_bar_with_last_years_score() -> None:
    now, before = result(2566), result(2565)
    chart = indicator_chart(now, before, BandLimits(Decimal(85), Decimal(95)))
    assert [bar.words.split()[0] for bar in chart.bars] == [str(n) for n in range(1, 11)]
    for bar, (number, figure) in zip(chart.bars, now.indicators.items(), strict=True):
        assert bar.score == figure.shown
        assert bar.before == before.indicators[number].shown
        assert bar.weak is (figure.shown is not None and figure.shown < 85)
    assert chart.key == "แถบลาย: ต่ำกว่า 85   ขีดตั้ง: ปีก่อน   เส้นประ: เกณฑ์ 85"


def test_bars_stand_in_the_order_asked_for() -> None:
    now = result(2566)
    ranked = [indicator for indicator, _ in now.ranking]
    bars = indicator_chart(now, None, BandLimits(), ranked).bars
    scores = [bar.score for bar in bars if bar.score is not None]
    assert scores == sorted(scores, reverse=True)
    assert {bar.before for bar in bars} == {None}


def test_the_years_have_their_totals_and_levels() -> None:
    years = [result(year) for year in (2564, 2565, 2566, 2567)]
    chart = years_chart(years, years[2])
    assert chart.caption.endswith("(พ.ศ. 2564 - 2567)")
    assert [pillar.words for pillar in chart.pillars] == ["2564", "2565", "2566", "2567"]
    assert [pillar.score for pillar in chart.pillars] == [year.total.shown for year in years]
    assert [pillar.current for pillar in chart.pillars] == [False, False, True, False]
    assert chart.pillars[-1].below == "ยังไม่ครบ"
    assert chart.pillars[1].below == "A"


@pytest.mark.parametrize("count", [1, MOST_YEARS, MOST_YEARS + 2])
def test_the_last_six_years_are_drawn(count: int) -> None:
    one = result(2566)
    assert len(years_chart([one] * count, one).pillars) == min(count, MOST_YEARS)
