"""A criteria set as a workbook that a clerk corrects, and back: read all or nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ita_desktop.documents.model import (
    Block,
    Cell,
    Column,
    Digits,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Row,
    Section,
    Table,
)
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.criteria_file import FORMAT, VERSION, read_criteria, write_criteria
from ita_desktop.domain.findings import Severity
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import normalise, quoted
from ita_desktop.workflows.criteria.sheets import SHEETS, CriteriaSheet, SheetColumn
from ita_desktop.workflows.criteria.titles import TITLE, guide_lines, read_titles, year_line
from ita_desktop.xlsx.grid import Kind, text_of
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.table_rows import FoundCell, FoundRow
from ita_desktop.xlsx.tables import FoundTable, find_tables
from ita_desktop.xlsx.writer import write_xlsx

ID = "criteria"
_PAGE = PageSetup(orientation=Orientation.LANDSCAPE, left=8, right=8, top=10, bottom=14)
"""A working sheet, no official letter: as much of the paper for the columns as printers allow."""
_ROOT = "ไฟล์เกณฑ์"
"""How ``read_criteria`` names the whole in a complaint; the parts follow, each after a ›."""


def criteria_document(criteria: Criteria) -> Document:
    """Return the set as tables, a sheet each, that ``read_criteria_workbook`` takes back."""
    plain = write_criteria(criteria)
    year = year_line(criteria.fiscal_year)
    blocks: list[Block] = [Heading(text=TITLE, level=1), Heading(text=year, level=1)]
    for sheet in SHEETS:
        lines = guide_lines(sheet.part, plain["pass_line"])
        blocks += [Heading(text=line) for line in lines]
        blocks.append(_table(sheet, plain[sheet.part]))
    return Document(
        id=ID,
        title=f"{TITLE} {year}",
        author="ITA Desktop",
        digits=Digits.ARABIC,
        sections=(Section(blocks=tuple(blocks), page=_PAGE),),
    )


def write_criteria_workbook(criteria: Criteria, path: Path) -> Path:
    """Write the set as a workbook and return its path.

    Raises ClerkError (a text too long) or MachineError.
    """
    return write_xlsx(criteria_document(criteria), path)


def _table(sheet: CriteriaSheet, records: list[Mapping[str, Any]]) -> Table:
    return Table(
        name=sheet.name,
        columns=tuple(Column(width=column.width, align=column.align) for column in sheet.columns),
        header=(Row(cells=tuple(Cell(content=column.head) for column in sheet.columns)),),
        rows=tuple(
            Row(
                cells=tuple(_cell(column, record.get(column.field)) for column in sheet.columns),
                key=f"{sheet.part}:{number}",  # holds the pieces of a cut row together
            )
            for number, record in enumerate(records, start=1)
        ),
    )


def _cell(column: SheetColumn, value: object) -> Cell:
    return Cell(content="" if value is None else column.kind.to_cell(value))


@dataclass(slots=True)
class _Read:
    """Plain data as it is read, and where in the workbook each part of it stands."""

    plain: dict[str, Any]
    paths: dict[str, str] = field(default_factory=dict[str, str])
    """Sheet and cell of each value by the path under which ``read_criteria`` complains of it."""
    labels: dict[str, str] = field(default_factory=dict[str, str])
    """Sheet and cell of each row by what the checks between the parts call it."""


def read_criteria_workbook(path: Path) -> Criteria:
    """Return the criteria set of a workbook; sheets are known by their heads, not their names.

    Raises ClerkError with one sentence that names sheet and cell, MachineError when the disk
    cannot be read.
    """
    workbook = read_workbook(path)
    forms = [sheet.form for sheet in SHEETS]
    tables = [(sheet, table) for sheet in workbook.sheets for table in find_tables(sheet, forms)]
    read = _Read({"format": FORMAT, "version": VERSION})
    for sheet in SHEETS:
        found = [table for _, table in tables if table.kind == sheet.part]
        if not found:
            raise _no_table(path, sheet)
        rows = [row for table in found for row in _filled_rows(sheet, table)]
        read.plain[sheet.part] = [
            _record(sheet, table, row, f"{_ROOT} › {sheet.part} ลำดับที่ {number}", read)
            for number, (table, row) in enumerate(rows, start=1)
        ]
    told = read_titles(path.name, tables)
    read.plain |= {"fiscal_year": told.fiscal_year, "pass_line": told.pass_line}
    read.paths[f"{_ROOT} › fiscal_year"] = told.fiscal_year_at
    read.paths[f"{_ROOT} › pass_line"] = told.pass_line_at
    try:
        return read_criteria(read.plain)
    except ClerkError as error:
        raise ClerkError(_with_cell(str(error), read)) from error


def _filled_rows(sheet: CriteriaSheet, table: FoundTable) -> Iterator[tuple[FoundTable, FoundRow]]:
    """Give the rows that hold something. Raises ClerkError where anything would be left out."""
    for finding in table.findings:
        if finding.severity is not Severity.NOTE:
            raise ClerkError(f"{finding.message} จึงยังไม่ได้นำเข้าชุดเกณฑ์")
    for row in table.rows:
        for column in sheet.columns:
            if column.field not in row.cells:
                raise ClerkError(
                    f"{_where(table, table.header_address)}: ไม่พบหัวตาราง {quoted(column.head)} "
                    "กรุณาใส่หัวตารางให้ครบตามไฟล์ที่ส่งออก"
                )
        if any(cell.kind is not Kind.EMPTY for cell in row.cells.values()):
            yield table, row  # else the clerk emptied the row instead of deleting it


def _record(
    sheet: CriteriaSheet, table: FoundTable, row: FoundRow, path: str, read: _Read
) -> dict[str, object]:
    plain: dict[str, object] = {}
    for column in sheet.columns:
        cell = row.cells[column.field]
        where = _where(table, cell.address)
        read.paths[f"{path} › {column.field}"] = where
        if (value := _value(column, cell, where)) is not None:
            plain[column.field] = value
    name = sheet.columns[0].field
    where = _where(table, row.cells[name].address)
    for spelled in (f"{plain[name]}", quoted(f"{plain[name]}")):
        read.labels[f"{sheet.label} {spelled}"] = where
    return plain


def _value(column: SheetColumn, cell: FoundCell, where: str) -> object:
    if cell.kind is Kind.DATE:
        shown = quoted(text_of(cell.value))
        raise ClerkError(f"{where}: พบวันที่ {shown} กรุณาจัดรูปแบบเซลล์เป็นข้อความแล้วพิมพ์ใหม่")
    text = normalise(text_of(cell.value)).strip()
    if not text:
        if column.needed and column.kind.empty is None:
            raise ClerkError(f"{where}: ช่อง {quoted(column.head)} ว่างอยู่ กรุณากรอก หรือลบทั้งแถว")
        return column.kind.empty
    try:
        return column.kind.from_cell(text)
    except ClerkError as error:
        raise ClerkError(f"{where}: {error}") from error


def _with_cell(sentence: str, read: _Read) -> str:
    """Return the complaint of ``read_criteria`` with the cell it is about, where that is known."""
    for path, where in read.paths.items():
        rest = sentence.removeprefix(path)
        if rest != sentence and rest.startswith((":", " ")):
            return f"{where}{rest}"
    # The row that is named first; of "ข้อ O1" and "ข้อ O19" the longer one.
    named = [(sentence.find(label), -len(label), label) for label in read.labels]
    first = min((found for found in named if found[0] >= 0), default=None)
    return f"{read.labels[first[2]]}: {sentence}" if first else sentence


def _where(table: FoundTable, address: str) -> str:
    return f"แผ่นงาน {quoted(table.sheet)} เซลล์ {address}"


def _no_table(path: Path, sheet: CriteriaSheet) -> ClerkError:
    heads = " ".join(quoted(column.head) for column in sheet.columns)
    return ClerkError(
        f"ไม่พบตาราง{sheet.name}ใน {path.name} หัวตารางต้องมี {heads} "
        "กรุณาใช้ไฟล์ที่ส่งออกจากเมนู “เกณฑ์ประเมิน”"
    )
