"""A sheet of rows with keys that was copied within its workbook: read once, or not at all.

Every row of a copy says which record it is, as the first one does. Were both taken, what stands in
the copy would overwrite the first, and what is new in both would be there twice.
"""

from collections.abc import Sequence

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.thai.text import quoted
from ita_desktop.workflows.rows.sheet_drafts import is_row_key
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable


def told_twice(table: FoundTable, before: Sequence[FoundTable]) -> Finding | None:
    """Return why a table is not read beside those before it in the workbook; None where it is.

    A note where one of them says the very same, an error where a row of one stands in it, too.
    """
    alike = [one for one in before if one.kind == table.kind]
    words = _words(table)
    same = next((one for one in alike if words and _words(one) == words), None)
    if same is not None:
        return Finding(
            severity=Severity.NOTE,
            sheet=table.sheet,
            address=table.header_address,
            problem=f"เหมือนตารางในแผ่นงาน {quoted(same.sheet)} ทุกแถว จึงอ่านครั้งเดียว",
        )
    known = {row.key: (one, row) for one in alike for row in one.rows if is_row_key(row.key)}
    for row in table.rows:
        if (found := known.get(row.key)) is not None:
            where = f"แผ่นงาน {quoted(found[0].sheet)} เซลล์ {_address(found[1])}"
            return Finding(
                severity=Severity.ERROR,
                sheet=table.sheet,
                address=_address(row),
                problem=f"เป็นแถวเดียวกับ{where}",
                wanted="แถวเดียวกันมีแห่งเดียวในไฟล์ กรุณาลบแห่งที่ไม่ใช้",
            )
    return None


def _words(table: FoundTable) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    return [
        (
            row.key,
            row.group,
            tuple((name, text_of(cell.value)) for name, cell in row.cells.items()),
        )
        for row in table.rows
    ]


def _address(row: FoundRow) -> str:
    return next(iter(row.cells.values())).address
