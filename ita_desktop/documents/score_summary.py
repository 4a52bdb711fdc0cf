"""ผลการประเมิน: the four score tables of an analysis report, with the heads of seed 001."""

from decimal import Decimal
from fractions import Fraction

from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Number,
    Paragraph,
    Row,
    Section,
    Table,
    Vertical,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.score_cautions import (
    indicator_cautions,
    level_caution,
    unknown_instruments,
    weight_cautions,
)
from ita_desktop.documents.score_charts import indicator_chart, years_chart
from ita_desktop.documents.source import Source
from ita_desktop.domain.bands import Band, indicators_by_band
from ita_desktop.domain.levels import level_of
from ita_desktop.domain.office import Office
from ita_desktop.domain.scores import Figure, YearResult

ID = "score-summary"
TITLE = "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"

LEVEL_HEADS = ("คะแนน", "ระดับ")
RANKING_HEADS = ("อันดับ", "ตัวชี้วัด", "คะแนน")
WEIGHT_HEADS = ("ประเด็นการประเมิน", "น้ำหนัก", "คะแนนเฉลี่ยที่ได้รับ", "คะแนนถ่วงน้ำหนัก")
INDICATOR_HEADS = ("ประเด็นตัวชี้วัด", "คะแนน(ร้อยละ)", "เครื่องมือการประเมิน")
SUM_HEAD = "รวม"
_INDICATOR_CAPTION = "กรอบการประเมิน 10 ตัวชี้วัด เชื่อมโยงกับ 3 เครื่องมือ"

WEIGHT_ROW_HEADS = {
    "IIT": "การรับรู้ของบุคลากรภายในหน่วยงาน (IIT)",
    "EIT": "การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
    "OIT": "การเปิดเผยข้อมูลสาธารณะ (OIT)",
}
_INSTRUMENT_CELLS = {
    "IIT": "ผู้มีส่วนได้ส่วนเสียภายใน (Internal Integrity and Transparency Assessment System : IIT)",
    "EIT": "ผู้มีส่วนได้ส่วนเสียภายนอก (External Integrity and Transparency Assessment System : EIT)",
    "OIT": ("แบบตรวจการเปิดเผยข้อมูลสาธารณะ (Open Data Integrity and Transparency Assessment : OIT)"),
}
_MISSING = "–"


def score_summary(source: Source) -> Document:
    """Return the paper for one fiscal year; where scores are missing it says so.

    The chart of the years stands where the file has at least two with a total.
    """
    office, result = source.office, source.result
    year = result.criteria.fiscal_year
    blocks: list[Block] = [
        Heading(text=TITLE, level=1),
        Heading(text=f"ประจำปีงบประมาณ พ.ศ. {year}", level=1, listed=False),
        Heading(text=office.name, level=1, listed=False),
        Paragraph(text=_lead(office, result), align=Align.JUSTIFY, indent=True),
    ]
    if result.criteria.levels:
        blocks.append(level_table(result))
    if result.ranking:
        blocks.append(ranking_table(result))
    blocks += [weight_table(office, result), indicator_table(office, result)]
    if sum(one.total.shown is not None for one in source.years) > 1:
        blocks.append(years_chart(source.years, result))
    if result.ranking:
        blocks.append(indicator_chart(result, source.last_year, office.limits))
    document = Document(
        id=ID,
        title=f"{TITLE} ประจำปีงบประมาณ พ.ศ. {year} {office.name}",
        author=office.name,
        digits=source.digits,
        sections=(Section(blocks=tuple(blocks)),),
        fiscal_year=year,
    )
    return with_digits(document)


def _lead(office: Office, result: YearResult) -> str:
    total = result.total.shown
    if total is None:
        return f"{office.name} ยังมีคะแนนไม่ครบทุกแบบวัด จึงยังไม่มีคะแนนในภาพรวม"
    lead = f"{office.name} ได้คะแนนในภาพรวม {total} คะแนน"
    if not result.complete:  # a level is reached with all scores only
        return f"{lead} คิดจากคะแนนที่บันทึกไว้แล้วเท่านั้น"
    if unknown := unknown_instruments(result):
        return f"{lead} แต่{unknown}"
    if (level := level_of(result)) is None:
        return lead
    between = " " if level.name.isascii() else ""
    return f"{lead} ระดับ{between}{level.name}"


def level_table(result: YearResult) -> Table:
    """Return the levels of the year's criteria."""
    levels = result.criteria.levels
    return Table(
        name="เกณฑ์ระดับ",
        caption=f"เกณฑ์ระดับการประเมิน มี {len(levels)} ระดับ ดังนี้",
        columns=(Column(width=96, align=Align.CENTER), Column(width=64, align=Align.CENTER)),
        header=(_heads(LEVEL_HEADS),),
        rows=tuple(
            Row(
                cells=(Cell(content=level.printed), Cell(content=level.name)),
                key=f"level:{level.name}",
            )
            for level in levels
        ),
        note=level_caution(result),
    )


def ranking_table(result: YearResult) -> Table:
    """Return the indicators that have a score, highest first, with highest and lowest under it."""
    ranking = result.ranking
    scores = [score for _, score in ranking]
    return Table(
        name="อันดับตัวชี้วัด",
        caption="คะแนนสูงสุดรายตัวชี้วัด",
        columns=(
            Column(width=24, align=Align.CENTER),
            Column(width=102),
            Column(width=34, align=Align.CENTER),
        ),
        header=(_heads(RANKING_HEADS),),
        rows=tuple(
            Row(
                cells=(
                    Cell(content=Number(Decimal(place), 0)),
                    Cell(content=indicator.name),
                    Cell(content=Number(score)),
                ),
                key=f"ranking:{indicator.number}",
            )
            for place, (indicator, score) in enumerate(ranking, start=1)
        ),
        note=(f"คะแนนสูงสุด {max(scores)} คะแนน คะแนนต่ำสุด {min(scores)} คะแนน" if scores else ""),
    )


def weight_table(office: Office, result: YearResult) -> Table:
    """Return the instruments with weight, score and weighted score, and the total."""
    rows = [
        Row(
            cells=(
                Cell(content=WEIGHT_ROW_HEADS.get(instrument.code, instrument.name)),
                Cell(content=_bare(instrument.weight)),
                Cell(content=_bare(result.instruments[instrument.code].shown)),
                Cell(content=_bare(result.weighted.get(instrument.code))),
            ),
            key=_key(instrument.code, result.instruments[instrument.code]),
        )
        for instrument in result.criteria.instruments
    ]
    rows.append(
        Row(
            cells=(
                Cell(content=SUM_HEAD, bold=True, align=Align.CENTER),
                Cell(),
                Cell(),
                Cell(content=_bare(result.total.shown), bold=True),
            ),
            key=_key("total", result.total),
        )
    )
    notes = [weight_cautions(result)]
    if not result.criteria.levels:  # there is no table of levels to say it under
        notes.append(level_caution(result))
    return Table(
        name="คะแนนถ่วงน้ำหนัก",
        caption=f"ตารางแสดงค่าคะแนนการถ่วงน้ำหนักของ{office.name}ตามเกณฑ์การประเมิน",
        columns=(
            Column(width=72),
            Column(width=17, align=Align.CENTER),
            Column(width=37, align=Align.CENTER),
            Column(width=34, align=Align.CENTER),
        ),
        header=(_heads(WEIGHT_HEADS),),
        rows=tuple(rows),
        note="\n".join(filter(None, notes)),
    )


def indicator_table(office: Office, result: YearResult, *, bands: bool = True) -> Table:
    """Return all indicators with their scores; ``bands``: under it how many are in each band."""
    rows: list[Row] = []
    counted = _bands(office, result) if bands else ""
    for instrument in result.criteria.instruments:
        indicators = result.criteria.indicators_of(instrument.code)
        for place, indicator in enumerate(indicators):
            figure = result.indicators[indicator.number]
            name = _INSTRUMENT_CELLS.get(instrument.code, instrument.name)
            rows.append(
                Row(
                    cells=(
                        Cell(content=f"ตัวชี้วัดที่ {indicator.number} {indicator.name}"),
                        Cell(content=_MISSING if figure.shown is None else Number(figure.shown)),
                        None if place else _spanning(name, len(indicators)),
                    ),
                    key=_key(str(indicator.number), figure),
                )
            )
    return Table(
        name="คะแนนรายตัวชี้วัด",
        caption=_INDICATOR_CAPTION,
        caption_in_grid=True,
        columns=(
            Column(width=68),
            Column(width=30, align=Align.CENTER),
            Column(width=62, align=Align.CENTER),
        ),
        header=(_heads(INDICATOR_HEADS),),
        rows=tuple(rows),
        note="\n".join(filter(None, (counted, indicator_cautions(result)))),
    )


def _bands(office: Office, result: YearResult) -> str:
    """Count the indicators of each band by the office's limits, as seed 001 does in its text."""
    if not result.ranking:
        return ""
    limits, bands = office.limits, indicators_by_band(result, office.limits)
    ranges = {
        Band.URGENT: f"น้อยกว่าร้อยละ {limits.urgent_below:.2f}",
        Band.IMPROVE: f"ตั้งแต่ร้อยละ {limits.urgent_below:.2f} แต่ไม่ถึงร้อยละ {limits.keep_from:.2f}",
        Band.KEEP: f"ตั้งแต่ร้อยละ {limits.keep_from:.2f} ขึ้นไป",
    }
    lines: list[str] = []
    for band, words in ranges.items():
        numbers = ", ".join(str(indicator.number) for indicator in bands[band])
        which = f" (ตัวชี้วัดที่ {numbers})" if numbers else ""
        lines.append(f"{words} มีจำนวน {len(bands[band])} ตัวชี้วัด{which}")
    return "\n".join(lines)


def _spanning(name: str, rows: int) -> Cell:
    return Cell(content=name, rows=rows, vertical=Vertical.MIDDLE)


def _heads(texts: tuple[str, ...]) -> Row:
    return Row(cells=tuple(Cell(content=text, bold=True, align=Align.CENTER) for text in texts))


def _bare(value: Decimal | None) -> str | Number:
    """Return a figure as the weighted table prints it: whole ones without decimals (100, 40)."""
    if value is None:
        return _MISSING
    return Number(value, 0 if Fraction(value).denominator == 1 else 2)


def _key(code: str, figure: Figure) -> str:
    """Name the row so that a workbook that comes back tells entered scores from computed ones."""
    return f"score:{code}:{'entered' if figure.entered is not None else 'computed'}"
