"""The sheets of a criteria workbook and their columns."""

from dataclasses import dataclass
from functools import cached_property

from ita_desktop.documents.model import Align
from ita_desktop.workflows.criteria.values import (
    CODE,
    CODES,
    COMPONENTS,
    DATA_PERIOD,
    FIGURE,
    INDICATOR,
    INSTRUMENT,
    PASSES,
    STATUS,
    SUB_INDICATOR,
    TEXT,
    TEXTS,
    YEAR,
    Kind,
)
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm

_CENTER = Align.CENTER


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its field in the plain data, head, width in millimetres and kind of value."""

    field: str
    head: str
    width: float
    kind: Kind
    needed: bool = True
    align: Align = Align.LEFT


@dataclass(frozen=True)
class CriteriaSheet:
    """A sheet: the list of the plain data that it holds, and its columns; the first names a row."""

    part: str
    name: str
    label: str
    """What a complaint calls a row, before its name: "ข้อ" as in "ข้อ O19"."""
    found_by: tuple[str, str]
    """The fields by which the sheet is recognised, so that a missing head can be named."""
    columns: tuple[SheetColumn, ...]

    @cached_property
    def form(self) -> TableForm:
        """The form under which the table is found, on a sheet of any name."""
        return TableForm(
            kind=self.part,
            columns=tuple(
                ColumnForm(
                    field=column.field, heads=(column.head,), required=column.field in self.found_by
                )
                for column in self.columns
            ),
        )


SHEETS = (
    CriteriaSheet(
        part="instruments",
        name="แบบวัด",
        label="แบบวัด",
        found_by=("code", "weight"),
        columns=(
            SheetColumn("code", "รหัสแบบวัด", 26, INSTRUMENT, align=_CENTER),
            SheetColumn("name", "ชื่อแบบวัด", 165, TEXT),
            SheetColumn("weight", "น้ำหนัก (คะแนน)", 40, FIGURE, align=_CENTER),
            SheetColumn("status", "สถานะ", 46, STATUS),
        ),
    ),
    CriteriaSheet(
        part="indicators",
        name="ตัวชี้วัด",
        label="ตัวชี้วัดที่",
        found_by=("number", "name"),
        columns=(
            SheetColumn("number", "ตัวชี้วัดที่", 30, INDICATOR, align=_CENTER),
            SheetColumn("name", "ชื่อตัวชี้วัด", 165, TEXT),
            SheetColumn("instrument", "แบบวัด", 36, INSTRUMENT, align=_CENTER),
            SheetColumn("status", "สถานะ", 46, STATUS),
        ),
    ),
    CriteriaSheet(
        part="sub_indicators",
        name="ตัวชี้วัดย่อย",
        label="ตัวชี้วัดย่อย",
        found_by=("code", "name"),
        columns=(
            SheetColumn("code", "ตัวชี้วัดย่อยที่", 36, SUB_INDICATOR, align=_CENTER),
            SheetColumn("name", "ชื่อตัวชี้วัดย่อย", 159, TEXT),
            SheetColumn("indicator", "ตัวชี้วัดที่", 36, INDICATOR, align=_CENTER),
            SheetColumn("status", "สถานะ", 46, STATUS),
        ),
    ),
    CriteriaSheet(
        part="items",
        name="ข้อคำถาม",
        label="ข้อ",
        found_by=("code", "text"),
        columns=(
            SheetColumn("code", "ข้อ", 12, CODE, align=_CENTER),
            SheetColumn("indicator", "ตัวชี้วัดที่", 16, INDICATOR, align=_CENTER),
            SheetColumn(
                "sub_indicator", "ตัวชี้วัดย่อยที่", 17, SUB_INDICATOR, needed=False, align=_CENTER
            ),
            SheetColumn("group", "หมวด", 27, TEXT, needed=False),
            SheetColumn("text", "ข้อคำถามหรือข้อมูล", 58, TEXT),
            SheetColumn("parts", "ประเด็นในข้อคำถาม", 42, TEXTS, needed=False),
            SheetColumn("components", "องค์ประกอบด้านข้อมูล", 84, COMPONENTS, needed=False),
            SheetColumn("notes", "หมายเหตุ", 36, TEXTS, needed=False),
            SheetColumn("data_period", "ช่วงข้อมูล", 17, DATA_PERIOD, needed=False),
            SheetColumn("previous", "ข้อเดิมปีก่อน", 17, CODES, needed=False, align=_CENTER),
            SheetColumn("text_from", "ปีของข้อความ", 20, YEAR, needed=False, align=_CENTER),
            SheetColumn("status", "สถานะ", 24, STATUS),
        ),
    ),
    CriteriaSheet(
        part="levels",
        name="เกณฑ์ระดับ",
        label="ระดับ",
        found_by=("name", "total_from"),
        columns=(
            SheetColumn("name", "ระดับ", 44, TEXT),
            SheetColumn("total_from", "คะแนนรวมตั้งแต่", 32, FIGURE, align=_CENTER),
            SheetColumn(
                "each_instrument_from",
                "ทุกแบบวัดตั้งแต่",
                32,
                FIGURE,
                needed=False,
                align=_CENTER,
            ),
            SheetColumn("passes", "ผ่านหรือไม่ผ่าน", 30, PASSES, align=_CENTER),
            SheetColumn("printed", "ช่วงคะแนนที่พิมพ์ในเอกสาร", 93, TEXT),
            SheetColumn("status", "สถานะ", 46, STATUS),
        ),
    ),
)
