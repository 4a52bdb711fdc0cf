"""What stands for a row whose name or text was not written yet."""

from typing import Final

NAMELESS: Final = "(ยังไม่มีชื่อ)"
TEXTLESS: Final = "(ยังไม่มีข้อความ)"
