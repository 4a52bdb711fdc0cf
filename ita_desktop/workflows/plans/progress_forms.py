"""How a sheet of what projects report in a round is recognised: by its heads."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from ita_desktop.xlsx.table_forms import ColumnForm, TableForm

PROGRESS: Final = "plan-progress"
_NAMES: Final = (
    *("โครงการ/กิจกรรม/มาตรการ", "ชื่อโครงการ", "โครงการ", "โครงการ/กิจกรรม", "ชื่อโครงการ/กิจกรรม"),
    *("ชื่อโครงการ/กิจกรรม/มาตรการ", "โครงการ/กิจกรรม/มาตรการ/แนวปฏิบัติ"),
)
_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "order": ("ที่", "ลำดับ", "ลำดับที่"),
    "name": _NAMES,
    "state": ("สถานะ", "สถานะการดำเนินการ", "สถานะโครงการ", "สถานะการดำเนินงาน"),
    "planned": (
        *("ตามแผนพัฒนาท้องถิ่น (บาท)", "วงเงินตามแผนพัฒนาท้องถิ่น", "แผนพัฒนาท้องถิ่น"),
        *("วงเงินตามแผนพัฒนาท้องถิ่น (บาท)", "งบประมาณตามแผนพัฒนาท้องถิ่น", "ตามแผนพัฒนาท้องถิ่น"),
    ),
    "granted": tuple(
        f"{before}{word}{after}"
        for before in ("ตาม", "วงเงินตาม", "งบประมาณตาม", "")
        for word in ("เทศบัญญัติ", "ข้อบัญญัติ", "ข้อบัญญัติ/เทศบัญญัติ")
        for after in (" (บาท)", "")
    ),
    "spent": ("เบิกจ่าย (บาท)", "เบิกจ่าย", "การเบิกจ่าย", "งบประมาณที่เบิกจ่าย", "เบิกจ่ายจริง"),
    "result": ("ผลการดำเนินการ", "ผลการดำเนินงาน", "ผลการดำเนินโครงการ"),
    "problem": ("ปัญหา/อุปสรรค", "ปัญหาและอุปสรรค", "ปัญหา อุปสรรค"),
    "suggestion": ("ข้อเสนอแนะ",),
    "units": ("ผู้รับผิดชอบ", "หน่วยงานรับผิดชอบ", "หน่วยงาน"),
}
_WORDS: Final = frozenset({"result", "problem", "suggestion"})


@cache
def progress_forms() -> tuple[TableForm, ...]:
    """Return the forms of a table of reports: with state and money, or one of them and words."""
    return (
        _form(frozenset({"name", "state", "spent"}), frozenset()),
        _form(frozenset({"name", "state"}), _WORDS),
        _form(frozenset({"name", "spent"}), _WORDS),
    )


def _form(needed: frozenset[str], one_of: frozenset[str]) -> TableForm:
    columns = tuple(
        ColumnForm(field=name, heads=heads, required=name in needed)
        for name, heads in _HEADS.items()
    )
    return TableForm(kind=PROGRESS, columns=columns, one_of=one_of)
