"""Every text of a document: gone through with its place, or changed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ita_desktop.documents.charts import Bar, BarChart, Chart, PillarChart
from ita_desktop.documents.matrix import MatrixCell, MatrixChart
from ita_desktop.documents.model import (
    PAGE,
    PAGES,
    Block,
    Cell,
    Document,
    Heading,
    Number,
    Paragraph,
    Row,
    Running,
    Section,
    Signatory,
    Signature,
    Table,
)
from ita_desktop.documents.text import mapped, plain

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of the paper and where it stands, in words a clerk understands."""

    text: str
    place: str


def texts(document: Document) -> Iterator[PlacedText]:
    """Give every text of the paper in reading order, empty ones too; figures are no texts."""
    for section in document.sections:
        for line in (section.head, section.foot):
            for text in (line.left, line.center, line.right):
                bare = text.replace(PAGE, "").replace(PAGES, "")
                yield PlacedText(bare, "หัวหรือท้ายกระดาษ")
        for block in section.blocks:
            for text, place in _texts(block):
                yield PlacedText(text, place)


def _texts(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Heading():
            yield block.text, "หัวเรื่อง"
        case Paragraph():
            yield block.marker, "เลขข้อ"
            yield plain(block.text), "ย่อหน้า"
        case Table():
            yield from _texts_of_table(block)
        case Signature():
            for one in block.signatories:
                yield from ((text, "ช่องลงชื่อ") for text in (one.lead, one.name, one.title))
        case BarChart() | PillarChart():
            yield from _texts_of_chart(block)
        case MatrixChart():
            yield from ((text, "เมทริกซ์ความเสี่ยง") for text in _texts_of_matrix(block))
        case _:
            return


def _texts_of_chart(chart: Chart) -> Iterator[tuple[str, str]]:
    yield chart.caption, "ชื่อแผนภูมิ"
    inner = f"แผนภูมิ “{chart.caption}”"
    for part in chart.bars if isinstance(chart, BarChart) else chart.pillars:
        yield part.words, inner
        if not isinstance(part, Bar):
            yield part.below, inner
    yield chart.key, inner


def _texts_of_matrix(matrix: MatrixChart) -> Iterator[str]:
    yield matrix.up
    for step, cells in zip(reversed(matrix.rows), reversed(matrix.cells), strict=True):
        yield step
        for cell in cells:
            yield cell.score
            yield from (chip.number for chip in cell.chips)
            yield from (cell.count, cell.listed)
    yield from (*matrix.columns, matrix.across, matrix.unknown)
    for band in matrix.bands:
        yield from (band.name, band.limits)
    yield matrix.highest_title
    for risk in matrix.highest:
        yield from (risk.number, risk.words, risk.level)
    yield from (matrix.listed_title, *matrix.notes)


def _texts_of_table(table: Table) -> Iterator[tuple[str, str]]:
    name = table.caption or table.name
    yield table.caption, "ชื่อตาราง"
    yield table.continued, "ชื่อตาราง"
    for row in table.header:
        for text in _cell_texts(row):
            yield text, f"หัวตาราง “{name}”"
    for number, row in enumerate(table.rows, start=1):
        for text in _cell_texts(row):
            yield text, f"ตาราง “{name}” แถวที่ {number}"
    for line in table.lead:
        yield line, f"คำชี้แจงเหนือตาราง “{name}”"
    yield table.note, f"หมายเหตุใต้ตาราง “{name}”"


def _cell_texts(row: Row) -> Iterator[str]:
    for cell in row.cells:
        if cell is None:
            continue
        if not isinstance(cell.content, Number):
            yield plain(cell.content)
        yield cell.again


def with_texts(document: Document, change: Change) -> Document:
    """Return the document with its title and every text changed."""
    return replace(
        document,
        title=change(document.title),
        sections=tuple(_section(section, change) for section in document.sections),
    )


def _section(section: Section, change: Change) -> Section:
    return replace(
        section,
        blocks=tuple(_block(block, change) for block in section.blocks),
        head=_running(section.head, change),
        foot=_running(section.foot, change),
    )


def _running(line: Running, change: Change) -> Running:
    return Running(left=change(line.left), center=change(line.center), right=change(line.right))


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading():
            return replace(block, text=change(block.text))
        case Paragraph():
            return replace(block, text=mapped(block.text, change), marker=change(block.marker))
        case Table():
            return replace(
                block,
                caption=change(block.caption),
                continued=change(block.continued),
                note=change(block.note),
                lead=tuple(map(change, block.lead)),
                header=tuple(_row(row, change) for row in block.header),
                rows=tuple(_row(row, change) for row in block.rows),
            )
        case Signature():
            return Signature(
                signatories=tuple(_signatory(one, change) for one in block.signatories)
            )
        case BarChart() | PillarChart() | MatrixChart():
            return _chart(block, change)
        case _:
            return block


def _signatory(one: Signatory, change: Change) -> Signatory:
    return Signatory(name=change(one.name), title=change(one.title), lead=change(one.lead))


def _chart(chart: Chart | MatrixChart, change: Change) -> Chart | MatrixChart:
    if isinstance(chart, MatrixChart):
        return _matrix(chart, change)
    caption, key = change(chart.caption), change(chart.key)
    if isinstance(chart, BarChart):
        bars = tuple(replace(bar, words=change(bar.words)) for bar in chart.bars)
        return replace(chart, caption=caption, key=key, bars=bars)
    pillars = tuple(
        replace(pillar, words=change(pillar.words), below=change(pillar.below))
        for pillar in chart.pillars
    )
    return replace(chart, caption=caption, key=key, pillars=pillars)


def _matrix(matrix: MatrixChart, change: Change) -> MatrixChart:
    return replace(
        matrix,
        across=change(matrix.across),
        up=change(matrix.up),
        columns=tuple(map(change, matrix.columns)),
        rows=tuple(map(change, matrix.rows)),
        cells=tuple(tuple(_matrix_cell(one, change) for one in row) for row in matrix.cells),
        bands=tuple(
            replace(band, name=change(band.name), limits=change(band.limits))
            for band in matrix.bands
        ),
        unknown=change(matrix.unknown),
        highest_title=change(matrix.highest_title),
        highest=tuple(
            replace(
                one,
                number=change(one.number),
                words=change(one.words),
                level=change(one.level),
            )
            for one in matrix.highest
        ),
        listed_title=change(matrix.listed_title),
        notes=tuple(map(change, matrix.notes)),
    )


def _matrix_cell(cell: MatrixCell, change: Change) -> MatrixCell:
    return replace(
        cell,
        score=change(cell.score),
        chips=tuple(replace(chip, number=change(chip.number)) for chip in cell.chips),
        count=change(cell.count),
        listed=change(cell.listed),
    )


def _row(row: Row, change: Change) -> Row:
    return replace(row, cells=tuple(_cell(cell, change) for cell in row.cells))


def _cell(cell: Cell | None, change: Change) -> Cell | None:
    if cell is None or isinstance(cell.content, Number):
        return cell
    return replace(cell, content=mapped(cell.content, change), again=change(cell.again))
