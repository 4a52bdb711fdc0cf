"""ใบตรวจความพร้อม: whether a year can be handed in, how far its parts are, and what it lacks."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ita_desktop.documents.model import (
    LINE_BREAK,
    Align,
    Block,
    Cell,
    Column,
    Document,
    Ground,
    Heading,
    Number,
    Paragraph,
    Row,
    Section,
    Signatory,
    Signature,
    Table,
    Unit,
    Vertical,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.score_cautions import level_caution
from ita_desktop.documents.source import ReadinessSource
from ita_desktop.documents.table_rows import head_row
from ita_desktop.domain.area_figures import AreaFigure
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.levels import level_of
from ita_desktop.domain.readiness import POINTS_SAID, Readiness, Verdict, dearest_first
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.thai.dates import format_date

ID: Final = "readiness"
NAME: Final = "ใบตรวจความพร้อม"
TITLE: Final = "ใบตรวจความพร้อมการประเมินคุณธรรมและความโปร่งใส (ITA)"
_GROUNDS: Final = {
    Severity.ERROR: Ground.RED,
    Severity.WARNING: Ground.AMBER,
    Severity.NOTE: None,
}
_VERDICT_GROUNDS: Final = {
    Verdict.NOT_BEGUN: Ground.AMBER,
    Verdict.MEND: Ground.RED,
    Verdict.LOOK: Ground.AMBER,
    Verdict.CLEAN: Ground.GREEN,
}


def readiness_paper(source: ReadinessSource) -> Document:
    """Return the paper: the verdict on its colour, the parts, what lacks dearest first, who signs.

    A clean year is a green page without a list, but for notes.
    """
    year = source.result.criteria.fiscal_year
    second = f"{source.office.name} ประจำปีงบประมาณ พ.ศ. {year}"
    blocks: tuple[Block, ...] = (
        Heading(text=TITLE, level=1),
        Heading(text=second, level=1, listed=False),
        _verdict_table(source),
        _parts_table(source),
        *_lacks_table(source.readiness),
        _signature(source),
    )
    return with_digits(
        Document(
            id=ID,
            title=f"{TITLE} {second}",
            author=source.office.name,
            digits=source.digits,
            sections=(Section(blocks=blocks),),
            fiscal_year=year,
        )
    )


def _verdict_table(source: ReadinessSource) -> Table:
    ready = source.readiness
    said = ready.verdict.words
    if ready.is_clean:  # a broad band of green, seen from afar
        said = LINE_BREAK.join(("", said, "ไม่พบเรื่องที่ต้องแก้หรือควรตรวจ", ""))
    band = Cell(
        content=said,
        align=Align.CENTER,
        vertical=Vertical.MIDDLE,
        bold=True,
        columns=2,
        ground=_VERDICT_GROUNDS[ready.verdict],
    )
    counts = " · ".join(f"{severity.words} {ready.count(severity):,} เรื่อง" for severity in Severity)
    rows = [
        ("วันที่ตรวจ", format_date(source.checked, thai_digits=False)),
        ("คะแนนรวม", _score_words(source)),
        ("ผลการตรวจ", counts),
        ("คะแนนที่เสี่ยง", f"{round_half_up(ready.at_stake)} คะแนน" if ready.at_stake else "ไม่มี"),
    ]
    return Table(
        name="ผลการตรวจ",
        columns=(Column(width=38, unit=Unit.MILLIMETRE), Column(width=1)),
        header=(),
        rows=(
            Row(cells=(band, None)),
            *(
                Row(cells=(Cell(content=head, bold=True), Cell(content=words)))
                for head, words in rows
            ),
        ),
        note="" if source.result.total.shown is None else level_caution(source.result),
    )


def _score_words(source: ReadinessSource) -> str:
    total = source.result.total.shown
    if total is None:
        return "ยังไม่มีคะแนนของปีนี้"
    level = level_of(source.result)
    words = f"{total} {level.name if level else ''}".strip()
    if not source.result.complete:
        words += " (คะแนนเบื้องต้น)"
    past = None if source.before is None else source.before.total.shown
    if past is None or source.before is None:
        return words
    sign = "+" if total > past else "−" if total < past else "±"
    year = source.before.criteria.fiscal_year
    return f"{words} ({sign}{abs(total - past)} จากปี {year})"


def _parts_table(source: ReadinessSource) -> Table:
    """Return how far each part is; where there is nothing to count, that is said instead."""
    return Table(
        name="ความก้าวหน้า",
        caption="ความก้าวหน้าของแต่ละส่วน",
        columns=(
            Column(width=24, unit=Unit.MILLIMETRE),
            Column(width=17, unit=Unit.MILLIMETRE, align=Align.CENTER),
            Column(width=19, unit=Unit.MILLIMETRE, align=Align.CENTER),
            Column(width=1),
            Column(width=1),
        ),
        header=(head_row(("ส่วนงาน", "ทำแล้ว", "ทั้งหมด", "นับเป็น", "ที่ค้าง")),),
        rows=tuple(_part_row(one, source.readiness) for one in source.figures),
    )


def _part_row(one: AreaFigure, ready: Readiness) -> Row:
    """Return a row; the part stands on the colour of the gravest that lacks in it.

    One of which nothing is done, and nothing is asked yet, stands on none.
    """
    worst = ready.worst_of(one.area)
    grave = None if worst is None else _GROUNDS[worst.severity]
    ground = (grave or (Ground.GREEN if one.done else None)) if ready.begun else None
    name = Cell(content=one.area.words, ground=ground)
    if one.whole == 0:
        return Row(cells=(name, Cell(content=one.nothing, columns=4), None, None, None))
    behind = f"{one.behind_words} {one.behind:,}" if one.behind else "–"
    return Row(
        cells=(
            name,
            Cell(content=Number(Decimal(one.done), 0)),
            Cell(content=Number(Decimal(one.whole), 0)),
            Cell(content=f"{one.unit}ที่{one.words}"),
            Cell(content=behind),
        )
    )


def _lacks_table(ready: Readiness) -> Iterator[Block]:
    if not ready.lacks:
        words = "ไม่มีรายการที่ยังขาด" if ready.begun else "ยังไม่มีข้อมูลให้ตรวจ"
        yield Paragraph(text=words, align=Align.CENTER)
    elif ready.is_clean:
        yield _notes_table(ready)
    else:
        yield _costs_table(ready)


def _notes_table(ready: Readiness) -> Table:
    """Return what is only noted: it costs nothing, and the green page stays one page."""
    return Table(
        name="สิ่งที่ยังขาด",
        caption=Severity.NOTE.words,
        continued="(ต่อ)",
        columns=(
            Column(width=14, unit=Unit.MILLIMETRE, align=Align.CENTER),
            Column(width=1),
        ),
        header=(head_row(("ข้อ", Severity.NOTE.words)),),
        rows=tuple(
            Row(cells=(Cell(content=one.item), Cell(content=one.message))) for one in ready.lacks
        ),
    )


def _costs_table(ready: Readiness) -> Table:
    return Table(
        name="สิ่งที่ยังขาด",
        caption="สิ่งที่ยังขาด เรียงตามคะแนนที่เสีย",
        continued="(ต่อ)",
        columns=(
            Column(width=22, unit=Unit.MILLIMETRE),
            Column(width=14, unit=Unit.MILLIMETRE, align=Align.CENTER),
            Column(width=20, unit=Unit.MILLIMETRE, align=Align.CENTER),
            Column(width=1),
        ),
        header=(head_row(("ความสำคัญ", "ข้อ", "คะแนนของข้อ", "สิ่งที่ยังขาด")),),
        rows=tuple(map(_lack_row, dearest_first(ready.lacks))),
        note=POINTS_SAID,
    )


def _lack_row(lack: Lack) -> Row:
    points = "" if lack.points is None else Number(round_half_up(lack.points))
    return Row(
        cells=(
            Cell(content=lack.severity.words, ground=_GROUNDS[lack.severity]),
            Cell(content=lack.item),
            Cell(content=points),
            Cell(content=lack.message),
        )
    )


def _signature(source: ReadinessSource) -> Signature:
    """Return the places of who checked and of the executive."""
    office = source.office
    return Signature(
        signatories=(
            Signatory(title="ผู้ตรวจ"),
            Signatory(name=office.executive, title=office.executive_title),
        )
    )
