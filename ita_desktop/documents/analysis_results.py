"""The result in an analysis report: as a whole, by instrument, and by indicator in three bands."""

from collections.abc import Iterator, Sequence
from typing import Final

from ita_desktop.documents.analysis_findings import WeakItem, weak_items
from ita_desktop.documents.analysis_tables import measure_blocks
from ita_desktop.documents.analysis_words import (
    NO_SCORE_OF,
    NO_SCORES,
    ONE_YEAR,
    Words,
    lacking,
    listed,
)
from ita_desktop.documents.model import Block, Heading, Paragraph
from ita_desktop.documents.score_charts import indicator_chart, years_chart
from ita_desktop.documents.score_summary import indicator_table, ranking_table, weight_table
from ita_desktop.documents.text import Run, Text
from ita_desktop.domain.bands import Band, indicators_by_band
from ita_desktop.domain.criteria import Indicator, Instrument

RESULT: Final = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {year}"
BY_INSTRUMENT: Final = (
    "ผลการวิเคราะห์การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของ{office} แยกตามแบบวัดการรับรู้"
)
BY_INDICATOR: Final = (
    "ผลการวิเคราะห์การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของ{office} แยกตามรายตัวชี้วัด"
)
INSTRUMENTS: Final = {
    "IIT": (
        "ผลการประเมินจากแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน "
        "(Internal Integrity and Transparency Assessment : IIT)"
    ),
    "EIT": (
        "ผลการประเมินจากแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก "
        "(External Integrity and Transparency Assessment : EIT)"
    ),
    "OIT": (
        "ผลการประเมินจากแบบตรวจการเปิดเผยข้อมูลสาธารณะ "
        "(Open Data Integrity and Transparency Assessment : OIT)"
    ),
}
ADVICE: Final = "ข้อเสนอแนะสำหรับการประเมินตามแบบวัด ({code})"
BANDS: Final = {
    Band.URGENT: "การวิเคราะห์ประเด็นจุดอ่อนที่ต้องดำเนินการแก้ไขอย่างเร่งด่วน",
    Band.IMPROVE: "การวิเคราะห์ประเด็นที่ต้องพัฒนาให้ดียิ่งขึ้น",
    Band.KEEP: "การวิเคราะห์ประเด็นที่ควรรักษามาตรฐานไว้และพัฒนาประสิทธิภาพของการทำงานอย่างต่อเนื่อง",
}
INDICATOR: Final = "ตัวชี้วัดที่ {number} {name} คะแนนเฉลี่ยร้อยละ {score:.2f}"


def result_blocks(words: Words) -> Iterator[Block]:
    """Give the result as a whole: text, ranking, weighted scores, charts."""
    scores = words.source.scores
    result, office = scores.result, scores.office
    year = result.criteria.fiscal_year
    yield Heading(text=RESULT.format(year=year), level=1)
    if result.ranking or result.total.shown is not None or words.is_own("result"):
        yield from words.blocks("result")
    else:
        yield lacking(NO_SCORES, year=year)
    if result.ranking:
        yield ranking_table(result)
    yield weight_table(office, result)
    if result.ranking:
        yield indicator_chart(result, scores.last_year, office.limits)
    if sum(one.total.shown is not None for one in scores.years) > 1:
        yield years_chart(scores.years, result)
    else:
        yield lacking(ONE_YEAR)


def instrument_blocks(words: Words) -> Iterator[Block]:
    """Give the result and the suggestions of each instrument."""
    scores = words.source.scores
    yield Heading(text=BY_INSTRUMENT.format(office=scores.office.name), level=1)
    for instrument in scores.result.criteria.instruments:
        yield from _instrument(words, instrument)


def _instrument(words: Words, instrument: Instrument) -> Iterator[Block]:
    code, result = instrument.code, words.source.scores.result
    head = INSTRUMENTS.get(code, f"ผลการประเมินจาก{instrument.name} ({code})")
    yield Heading(text=head)
    known = result.instruments[code].shown is not None
    if known or words.is_own(f"instrument:{code}"):
        yield from words.blocks(f"instrument:{code}")
    else:
        year = result.criteria.fiscal_year
        yield lacking(NO_SCORE_OF, what=f"แบบวัด {code}", year=year)
    weak = weak_items(words.source, code)
    if known or weak or words.is_own(f"advice:{code}"):
        yield Heading(text=ADVICE.format(code=code), level=3, listed=False)
        yield from words.blocks(f"advice:{code}", leads=bool(weak))
        yield from map(_weak, weak)
        yield from _unchecked(weak)


def _weak(one: WeakItem) -> Paragraph:
    """Return an item: its code, question and score, and what was found."""
    decimals = 0 if one.item.is_oit else 2
    score = "" if one.score is None else f" ({one.score:.{decimals}f} คะแนน)"
    said: Text = f"{one.words}{score}"
    if one.findings:
        said = (Run(said), Run(" ข้อค้นพบ: ", bold=True), Run(" ".join(one.findings)))
    return listed(said, one.item.code)


def _unchecked(weak: Sequence[WeakItem]) -> Iterator[Block]:
    """Give the note that names the items whose wording was not checked against the handbook."""
    if codes := ", ".join(one.item.code for one in weak if not one.item.status.checked):
        note = f"หมายเหตุ: ข้อความของ {codes} เป็นฉบับร่าง ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช."
        yield Paragraph(text=note, size=14)


def indicator_blocks(words: Words) -> Iterator[Block]:
    """Give all indicators as a table, then band by band; the measures follow the urgent ones."""
    scores = words.source.scores
    result, office = scores.result, scores.office
    yield Heading(text=BY_INDICATOR.format(office=office.name), level=1)
    yield indicator_table(office, result, bands=False)
    for band, indicators in indicators_by_band(result, office.limits).items():
        if result.ranking or words.is_own(f"band:{band.value}"):
            yield Heading(text=BANDS[band])
            yield from words.blocks(f"band:{band.value}", leads=bool(indicators))
        for indicator in indicators:
            yield from _indicator(words, indicator)
        if band is Band.URGENT:
            yield from measure_blocks(words)
    year = result.criteria.fiscal_year
    if not result.ranking:
        yield lacking(NO_SCORES, year=year)
    elif without := [
        str(one.number)
        for one in result.criteria.indicators
        if result.indicators[one.number].shown is None
    ]:
        yield lacking(NO_SCORE_OF, what=f"ตัวชี้วัดที่ {', '.join(without)}", year=year)


def _indicator(words: Words, indicator: Indicator) -> Iterator[Block]:
    score = words.source.scores.result.indicators[indicator.number].shown
    text = INDICATOR.format(number=indicator.number, name=indicator.name, score=score)
    yield Heading(text=text, level=3, listed=False)
    yield from words.blocks(f"indicator:{indicator.number}")
