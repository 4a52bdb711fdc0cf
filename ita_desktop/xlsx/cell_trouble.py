"""The finding about a cell that holds an error or a formula without a result."""

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.xlsx.grid import Kind, Sheet, SheetCell


def cell_trouble(sheet: Sheet, cell: SheetCell, severity: Severity) -> Finding:
    """Return the finding about a cell of kind ``ERROR`` or ``UNCALCULATED``."""
    if cell.kind is Kind.UNCALCULATED:
        return Finding(
            severity=severity,
            sheet=sheet.name,
            address=cell.address,
            problem="เป็นสูตรที่ยังไม่มีผลลัพธ์",
            wanted="ค่าที่คำนวณแล้ว กรุณาเปิดไฟล์ด้วย Excel แล้วบันทึกอีกครั้ง หรือพิมพ์ค่าแทนสูตร",
        )
    return Finding(
        severity=severity,
        sheet=sheet.name,
        address=cell.address,
        problem="เป็นค่าผิดพลาดของสูตร",
        found=cell.raw,
        wanted="ค่าหรือข้อความ กรุณาแก้สูตรหรือพิมพ์ค่าแทน",
    )
