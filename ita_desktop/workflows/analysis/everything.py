"""The edited texts of analysis reports as a table that a person reads."""

from collections.abc import Iterable

from ita_desktop.db.analysis_texts import texts_of_year
from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.model import Table
from ita_desktop.workflows.analysis.described import text_words
from ita_desktop.workflows.everything_table import plain_table

_HEADS = (
    *(("ปีงบประมาณ", 22), ("ชื่อข้อความ", 30), ("ข้อความ", 110)),
    *(("ข้อความที่ตรึงไว้", 80), ("ตามข้อมูลเมื่อตรึง", 80)),
)


def analysis_tables(file: DataFile, years: Iterable[int]) -> list[Table]:
    """Return the office's own texts of all years; nothing where it has none."""
    rows = [
        (str(year), text_words(one.name), one.text, one.frozen, one.basis)
        for year in years
        for one in texts_of_year(file, year)
    ]
    return [plain_table("ข้อความรายงานวิเคราะห์", _HEADS, rows)] if rows else []
