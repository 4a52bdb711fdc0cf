"""Forms of the tables of a plan: by what heads offices print, whatever sheet they stand on."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from ita_desktop.xlsx.table_forms import ColumnForm, TableForm

DETAILS: Final = "plan-details"
PROJECTS: Final = "plan-projects"
SECTIONS: Final = "plan-sections"
GOALS: Final = "plan-goals"
WORDS: Final = "plan-texts"
PLAN_SHEETS: Final = (DETAILS, PROJECTS, SECTIONS, GOALS, WORDS)
"""What tables of a plan are called; the first two are the ids of the papers that print them."""
PLAN_PAPERS: Final = frozenset({"plan", DETAILS, PROJECTS})
"""The papers whose workbooks hold such tables."""

_YEARS: Final = range(2550, 2621)
_NAMES: Final = (
    *("ชื่อโครงการ", "โครงการ/กิจกรรม/มาตรการ", "ชื่อโครงการ/กิจกรรม/มาตรการ", "ชื่อโครงการ/กิจกรรม"),
    *("โครงการ/กิจกรรม", "โครงการ", "โครงการ/มาตรการ/กิจกรรม", "ชื่อโครงการ/มาตรการ/กิจกรรม"),
    *("โครงการ/กิจกรรม/มาตรการ/แนวปฏิบัติ", "ชื่อโครงการ/กิจกรรม/มาตรการ/แนวปฏิบัติ"),
    *("ชื่อโครงการ/กิจกรรม/มาตรการ/แนวปฏิบัติงาน", "รายชื่อโครงการ", "โครงการ/มาตรการ"),
)
_HEADS: Final[Mapping[str, tuple[int, tuple[str, ...]]]] = {
    "name": (1, _NAMES),
    "rationale": (
        2,
        (
            *("หลักการและเหตุผล", "หลักการและเหตุผล/ที่มาของโครงการ", "หลักการและเหตุผล/ความเป็นมา"),
            *("หลักการ เหตุผล", "ที่มาของโครงการ", "หลักการและเหตุผล/ที่มา", "ความเป็นมา", "หลักการ/เหตุผล"),
        ),
    ),
    "objectives": (3, ("วัตถุประสงค์", "วัตถุประสงค์ของโครงการ", "วัตถุประสงค์โครงการ")),
    "target": (
        4,
        (
            *("กลุ่มเป้าหมาย", "เป้าหมาย", "กลุ่มเป้าหมาย/พื้นที่ดำเนินการ", "กลุ่มเป้าหมายของโครงการ"),
            *("เป้าหมาย/กลุ่มเป้าหมาย", "กลุ่มเป้าหมาย/เป้าหมาย"),
        ),
    ),
    "target_count": (
        0,
        (
            *("จำนวนกลุ่มเป้าหมาย (คน)", "จำนวนกลุ่มเป้าหมาย", "จำนวน (คน)", "จำนวนคน"),
            *("จำนวนผู้เข้าร่วม", "จำนวนผู้เข้าร่วม (คน)", "จำนวนเป้าหมาย (คน)"),
        ),
    ),
    "target_groups": (0, ("ประเภทกลุ่มเป้าหมาย",)),
    "steps": (
        5,
        (
            *("วิธีดำเนินการ", "วิธีการดำเนินการ", "วิธีดำเนินงาน", "วิธีการดำเนินงาน", "ขั้นตอนการดำเนินการ"),
            *("ขั้นตอน/วิธีดำเนินการ", "วิธีดำเนินการ/ขั้นตอน", "ขั้นตอนและวิธีดำเนินการ", "วิธีดำเนินโครงการ"),
        ),
    ),
    "period": (
        6,
        (
            *("ระยะเวลาดำเนินการ", "ระยะเวลา", "ระยะเวลาการดำเนินการ", "ระยะเวลาในการดำเนินการ"),
            *("ระยะเวลาดำเนินงาน", "ปีที่ดำเนินการ", "ปีงบประมาณที่ดำเนินการ", "ระยะเวลาดำเนินโครงการ"),
        ),
    ),
    "amount": (
        7,
        (
            *("งบประมาณ", "งบประมาณดำเนินการ", "งบประมาณ (บาท)", "งบประมาณดำเนินการ (บาท)"),
            *("งบประมาณที่ใช้", "จำนวนงบประมาณ", "วงเงินงบประมาณ", "งบประมาณในการดำเนินการ"),
            *("งบประมาณดำเนินงาน", "จำนวนงบประมาณ (บาท)", "งบประมาณที่ใช้ดำเนินการ", "งบประมาณโครงการ"),
        ),
    ),
    "units": (
        8,
        (
            *("ผู้รับผิดชอบ", "ผู้รับผิดชอบโครงการ", "หน่วยงานรับผิดชอบ", "หน่วยงานที่รับผิดชอบ"),
            *("หน่วยงานผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบโครงการ", "หน่วยงาน"),
        ),
    ),
    "outputs": (9, ("ผลผลิต", "ผลผลิต (Output)", "ผลผลิต (Outputs)")),
    "outcomes": (9, ("ผลลัพธ์", "ผลลัพธ์ (Outcome)", "ผลลัพธ์ (Outcomes)")),
    "results": (9, ("ผลผลิต/ผลลัพธ์", "ผลผลิตและผลลัพธ์", "ผลผลิต ผลลัพธ์", "ตัวชี้วัด/ผลลัพธ์")),
    "kind": (0, ("ประเภทงาน", "ประเภท", "ประเภทโครงการ")),
    "source": (0, ("แหล่งงบประมาณ", "แหล่งที่มาของงบประมาณ", "แหล่งเงิน", "ที่มาของงบประมาณ")),
    "section": (
        0,
        (
            *("มิติ", "ภารกิจตามมิติ", "มิติที่", "หัวข้อ", "หัวข้อแผน", "มิติ/หัวข้อ", "มิติ/ภารกิจ", "ภารกิจ"),
            *("เลขที่หัวข้อ", "ภารกิจตามมิติที่", "มิติ/ภารกิจตามมิติ", "ภารกิจ/มิติ"),
        ),
    ),
    "items": (0, ("ข้อ OIT", "OIT", "ข้อ OIT ที่เกี่ยวข้อง", "ตัวชี้วัด OIT")),
    "note": (0, ("หมายเหตุ",)),
    "order": (0, ("ลำดับที่", "ลำดับ", "ที่", "No.", "เลขที่โครงการ", "โครงการที่", "ลำดับโครงการ")),
}
"""Each column's heading of the nine (0: none) and the heads under which offices print it."""
_FULL: Final = frozenset({"rationale", "objectives", "target", "steps", "outputs", "outcomes"})
"""Columns of which a table of projects in full has at least one."""


@cache  # thousands of heads, the same for every workbook
def plan_forms() -> tuple[TableForm, ...]:
    """Return the forms of tables of a plan; a form's fields are named as those of its rows."""
    columns = tuple(_columns())
    years = frozenset(f"amount:{year}" for year in _YEARS)
    return (
        TableForm(kind=DETAILS, columns=columns, one_of=_FULL | {"results"}),
        TableForm(kind=PROJECTS, columns=columns, one_of=years | {"amount", "section", "note"}),
        TableForm(
            kind=SECTIONS,
            columns=(
                ColumnForm(
                    field="number",
                    heads=("เลขที่หัวข้อ", "เลขหัวข้อ", "เลขที่", "ลำดับ", "ลำดับที่"),
                    required=False,
                ),
                ColumnForm(field="level", heads=("ระดับหัวข้อ", "ระดับ"), required=False),
                ColumnForm(field="name", heads=("ชื่อหัวข้อ", "หัวข้อแผน", "ชื่อมิติ/หัวข้อ")),
                ColumnForm(field="marker", heads=("เลขที่กำหนดเอง",), required=False),
            ),
        ),
        TableForm(
            kind=GOALS,
            columns=(
                ColumnForm(
                    field="text", heads=("รายการเป้าหมาย", "รายการ", "เป้าหมาย", "เป้าหมายของแผน")
                ),
                *(
                    ColumnForm(
                        field=f"aim:{year}",
                        heads=tuple(_year_heads(year, ("เป้าหมาย",), "")),
                        required=False,
                    )
                    for year in _YEARS
                ),
            ),
            one_of=frozenset(f"aim:{year}" for year in _YEARS),
        ),
        TableForm(
            kind=WORDS,
            columns=(
                ColumnForm(field="name", heads=("รายการของแผน",)),
                ColumnForm(field="text", heads=("ข้อความ",)),
            ),
        ),
    )


def _columns() -> Iterator[ColumnForm]:
    for field, (number, heads) in _HEADS.items():
        marks = ("", f"{number}.", f"({number})", f"{number})") if number else ("",)
        yield ColumnForm(
            field=field,
            heads=tuple(f"{mark}{head}" for mark in marks for head in heads),
            required=field == "name",
            merged=field == "section",
        )
    money = ("งบประมาณ", "งบประมาณ (บาท)", "จำนวนงบประมาณ", "จำนวนงบประมาณ (บาท)", "(บาท)", "บาท")
    for year in _YEARS:
        yield ColumnForm(
            field=f"amount:{year}", heads=tuple(_year_heads(year, money, "")), required=False
        )
        quarters = ("ไตรมาส", "ไตรมาสที่", "ไตรมาสที่ดำเนินการ", "ดำเนินการในไตรมาส")
        yield ColumnForm(
            field=f"quarters:{year}",
            heads=tuple(_year_heads(year, quarters, None)),
            required=False,
        )


def _year_heads(year: int, words: tuple[str, ...], alone: str | None) -> Iterator[str]:
    """Give the heads of a year's column; ``alone`` None: a bare year is not one."""
    for named in ("ปี", "ปีงบประมาณ", "ปีงบประมาณ พ.ศ.", "พ.ศ.", "ปี พ.ศ.", ""):
        said = f"{named}{year}"
        if alone is not None:
            yield said
        for word in words:
            yield from (f"{said}{word}", f"{word}{said}", f"{word}{said}(บาท)")
