"""How sheets of OIT items are recognised: by their heads, whoever made them."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from ita_desktop.documents import oit_checklist, oit_duties
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm

DUTIES: Final = oit_duties.ID
CHECKLIST: Final = oit_checklist.ID
KINDS: Final = (DUTIES, CHECKLIST)
"""What tables of OIT items are called: the ids of the papers that print them."""
HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("ข้อ", "ข้อที่", "รหัส", "OIT", "ข้อ OIT", "รหัสข้อ", "รหัส OIT", "ข้อ (OIT)", "OIT ข้อ"),
    "title": (
        *("ข้อมูล", "รายการข้อมูล", "หัวข้อข้อมูล", "ข้อมูลที่เผยแพร่", "ข้อมูลที่ต้องเผยแพร่", "ชื่อข้อมูล"),
        *("ประเด็นการตรวจ", "หัวข้อ", "รายการ"),
    ),
    "contents": ("องค์ประกอบด้านข้อมูล", "องค์ประกอบ", "องค์ประกอบของข้อมูล", "รายละเอียดองค์ประกอบ"),
    "units": (
        *("หน่วยงานรับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "หน่วยงานผู้รับผิดชอบ", "ผู้รับผิดชอบ", "หน่วยงาน"),
        *("ส่วนราชการที่รับผิดชอบ", "ผู้รับผิดชอบข้อมูล", "ผู้รับผิดชอบหลัก", "กอง/สำนักที่รับผิดชอบ"),
    ),
    "state": ("สถานะ", "สถานะการเผยแพร่", "การเผยแพร่", "สถานะการดำเนินการ"),
    "addresses": (
        *("ที่อยู่หน้าเว็บไซต์", "URL", "ลิงก์", "Link", "ที่อยู่เว็บไซต์", "เว็บไซต์", "ลิงก์ข้อมูล", "ลิงค์"),
        *("ที่อยู่ของหน้า", "ช่องทางการเผยแพร่", "URL ที่เผยแพร่", "ลิงก์เว็บไซต์", "ลิงก์ที่เผยแพร่"),
        *("ลิงค์ที่เผยแพร่", "ช่องทางเผยแพร่", "ที่อยู่ URL", "Link URL"),
    ),
    "checked": ("วันที่ตรวจสอบ", "วันที่ตรวจ", "ตรวจสอบเมื่อ"),
}
"""Heads under which offices print a column, by field of an item; code and title name it."""
_VAGUE: Final = frozenset({"ผู้รับผิดชอบ", "ผู้รับผิดชอบข้อมูล", "หน่วยงาน", "รายการ", "หัวข้อ"})
"""Heads that are only taken where no clearer one stands beside them: a person may be under them."""
_NEEDED: Final = (
    (DUTIES, frozenset({"code", "title", "units"})),
    (DUTIES, frozenset({"code", "contents", "units"})),
    (CHECKLIST, frozenset({"code", "title", "units", "state"})),
    (CHECKLIST, frozenset({"code", "title", "state"})),
    (CHECKLIST, frozenset({"code", "title", "addresses"})),
)


@cache
def oit_forms() -> tuple[TableForm, ...]:
    """Return the forms of tables of OIT items."""
    clear = {name: tuple(h for h in heads if h not in _VAGUE) for name, heads in HEADS.items()}
    return tuple(_form(kind, needed, heads) for heads in (clear, HEADS) for kind, needed in _NEEDED)


def _form(kind: str, needed: frozenset[str], heads: Mapping[str, tuple[str, ...]]) -> TableForm:
    columns = tuple(
        ColumnForm(field=name, heads=of_field, required=name in needed)
        for name, of_field in heads.items()
    )
    return TableForm(kind=kind, columns=columns)
