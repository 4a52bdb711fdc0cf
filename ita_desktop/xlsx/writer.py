"""Draws a document as a workbook: one sheet a table."""

import io
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils.indexed_list import IndexedList

from ita_desktop.documents.model import Document, Table
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.whole_file import write_whole_or_beside
from ita_desktop.xlsx.cell_text import clean_text
from ita_desktop.xlsx.keys import file_mark
from ita_desktop.xlsx.line_starts import official_breaker
from ita_desktop.xlsx.sheet_drawing import draw_table
from ita_desktop.xlsx.sheet_names import legal_sheet_name
from ita_desktop.xlsx.styles import STANDARD_FACE, font
from ita_desktop.xlsx.titles import titles_of_tables


def write_xlsx(document: Document, path: Path, own_words: AbstractSet[str] = frozenset()) -> Path:
    """Write every table of the document to ``path``, each on a sheet of its own; return its path.

    ``own_words`` are names that no dictionary holds; no line breaks inside them. The target is
    replaced only when the new file is whole; where another program holds it, the new one is put
    beside it, and that is the path returned. Raises ClerkError when the document has no table or a
    text is too long for a cell, MachineError when the file cannot be written.
    """
    tables = titles_of_tables(document)
    if not tables:
        raise ClerkError(
            f"เอกสาร “{document.title}” ไม่มีตาราง จึงส่งออกเป็น Excel ไม่ได้ กรุณาเลือกรูปแบบ PDF"
        )
    workbook = _empty_workbook()
    workbook.properties.title = clean_text(document.title)
    workbook.properties.creator = clean_text(document.author)
    workbook.properties.keywords = file_mark(
        document.id, document.fiscal_year, document.months, document.rows_year
    )
    breaker = official_breaker(own_words)
    taken: set[str] = set()
    pages = [
        section.page
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table)
    ]
    for (table, titles), page in zip(tables, pages, strict=True):
        name = legal_sheet_name(table.name, taken)
        taken.add(name.lower())
        sheet = workbook.create_sheet(name)
        draw_table(sheet, table, titles, page, document.digits, breaker)
    return write_whole_or_beside(path, _saved(workbook))


def _empty_workbook() -> Workbook:
    workbook = Workbook()
    if workbook.active is not None:
        workbook.remove(workbook.active)
    # There is no public way to these two: the face of cells that nobody formatted, and that of the
    # style "Normal", which is the measure of column widths.
    inside: Any = workbook
    inside._fonts = IndexedList([font(bold=False)])  # noqa: SLF001
    inside._named_styles["Normal"].font = STANDARD_FACE  # noqa: SLF001
    return workbook


def _saved(workbook: Workbook) -> bytes:
    # The library keeps sheets in the system's temporary folder while it works: a full disk shows
    # up here first.
    buffer = io.BytesIO()
    try:
        workbook.save(buffer)
    except OSError as error:
        raise MachineError(
            "สร้างแผ่นงาน Excel ไม่ได้ เพราะพื้นที่ดิสก์สำหรับไฟล์ชั่วคราวไม่พอหรือเขียนไม่ได้ กรุณาลบไฟล์ที่ไม่ใช้แล้วลองใหม่"
        ) from error
    return buffer.getvalue()
