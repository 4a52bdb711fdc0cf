"""Random deeds on OIT items and on the texts of the analysis report, each as a window does it."""

import random

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.disclosure import asked_contents, oit_items
from ita_desktop.workflows.analysis import texts as writing
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.disclosure.carry import carry_duties
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits, tick_contents

YEAR = 2566
TYPED = {
    "state": ("เผยแพร่แล้ว", "ตรวจสอบแล้ว", "อยู่ระหว่างจัดทำ", "ไม่คิดคะแนน", "-", "เกือบเสร็จ"),
    "units": ("กองคลัง\n\nสำนักปลัด", "ทุกสำนัก/กอง", ""),
    "addresses": ("https://www.example.go.th/o1\nwww.example.go.th/o2", "ไม่มี", ""),
    "due": ("๓๐ เม.ย. ๒๕๖๖", "30/04/2566", "", "สิ้นเดือน"),
    "dated": ("5 เมษายน 2566", "-", "ก"),
    "checked": ("20 เม.ย. 66", ""),
    "note": ("รอลงนาม", "=1+1", ""),
}
"""What is typed into the fields of an item, also what they refuse."""
_CODES = ("O1", "O12", "O16", "O37", "O43", "O44")
_NAMES = ("background", "result", "indicator:4", "band:urgent", "advice:IIT")
_TEXTS = ("{หน่วยงาน}ได้ {คะแนนรวม} คะแนน", "=1+1", "ข้อความ {ไม่มีที่นี้}", "")


def edit_items(dice: random.Random, file: DataFile) -> None:
    """Write a few fields of a few items of a year; one that is refused refuses them all."""
    year = dice.choice((YEAR - 1, YEAR, YEAR + 1))
    edits = [
        OitEdit(code=code, field=field, text=dice.choice(TYPED[field]))
        for code in dice.sample(_CODES, 2)
        for field in dice.sample(tuple(TYPED), 2)
    ]
    apply_oit_edits(file, year, edits, "กรอก OIT")


def tick(dice: random.Random, file: DataFile) -> None:
    """Tick contents of an item, or take ticks away."""
    item = dice.choice(oit_items(criteria_of(file, YEAR)))
    asked = [one.text for one in asked_contents(item)]
    some = dice.sample(asked, dice.randint(1, len(asked)))
    tick_contents(file, YEAR, item.code, some, there=dice.random() < 0.6)


def carry(dice: random.Random, file: DataFile) -> None:
    """Take who publishes what over into the year after."""
    year = dice.choice((YEAR - 2, YEAR - 1, YEAR))
    carry_duties(file, year, year + 1)


def write_texts(dice: random.Random, file: DataFile) -> None:
    """Edit a text of a year's report, freeze it, let it follow the data, or give it up."""
    year, name = dice.choice((YEAR - 1, YEAR)), dice.choice(_NAMES)
    match dice.randint(0, 5):
        case 0 | 1:
            writing.put_text(file, year, name, dice.choice(_TEXTS))
        case 2:
            writing.freeze_text(file, year, name)
        case 3:
            writing.unfreeze_text(file, year, name)
        case 4:
            writing.keep_frozen(file, year, name)
        case _:
            writing.reset_text(file, year, name)
