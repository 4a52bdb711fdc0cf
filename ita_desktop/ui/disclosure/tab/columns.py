"""The columns of the OIT items."""

from typing import Final

from ita_desktop.domain.disclosure_entry import FIELD_WORDS
from ita_desktop.ui.rows.column import EVIDENCE, Column

CODE: Final = "code"
TITLE: Final = "text"
CONTENTS: Final = "contents"
POINTS: Final = "points"
CHECKED: Final = "checked"
TYPED: Final = frozenset(FIELD_WORDS)
"""The columns that are typed into: the fields that the file keeps."""

COLUMNS: Final = (
    Column(CODE, "ข้อ", 52, 52),
    Column(TITLE, "ข้อมูลที่ต้องเผยแพร่", 176, 140, share=5),
    Column("units", "หน่วยงาน", 170, 126, share=2),
    Column("state", FIELD_WORDS["state"], 132, 132),
    Column("due", "กำหนด", 104, 104),
    Column(CONTENTS, "มีแล้ว", 68, 68, figures=True),
    Column(POINTS, "คะแนน", 70, 70, figures=True),
    Column(EVIDENCE, "หลักฐาน", 76, 76),
    Column(CHECKED, "ตรวจเมื่อ", 106, 106, may_hide=True),
    Column("dated", FIELD_WORDS["dated"], 118, 118, may_hide=True),
    Column("addresses", FIELD_WORDS["addresses"], 220, 160, share=2, may_hide=True),
    Column("note", FIELD_WORDS["note"], 160, 130, share=1, may_hide=True),
)
