"""A file in which every part lacks something: rows typed and left, days outside, other names."""

from decimal import Decimal
from pathlib import Path

from ita_desktop.db.offices import save_office
from ita_desktop.db.rows import Kind
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.workflows.analysis.texts import put_text
from ita_desktop.workflows.announcements import add_draft, change_draft
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.rows.deeds import Edit, add_row, apply_edits
from ita_desktop.workflows.scores.year_scores import put_entries
from tests.workflows.clean_year import YEAR, clean_file


def broken_file(path: Path) -> None:
    """Make a file whose year 2566 lacks something of every kind of place."""
    file = clean_file(path)
    with file.deed("แก้ข้อมูลหน่วยงาน"):
        save_office(
            file, Office(name="เทศบาลตำบลบ้านทดสอบ", kind=OfficeKind.SUBDISTRICT, units=("กองช่าง",))
        )
    put_entries(file, YEAR - 1, {f"e{one}": Decimal("95.67") for one in range(1, 16)}, "แก้คะแนน")
    topic = add_row(file, Kind.TOPIC, YEAR)
    add_row(file, Kind.ITEM, topic, {"code": "e14", "score": "77.08"})
    measure = add_row(file, Kind.MEASURE, topic, {"text": "ประชุมชี้แจง"})
    add_row(file, Kind.STEP, measure, {"text": "จัดประชุม", "period": "ต.ค.-พ.ย. ๖๖"})
    add_row(file, Kind.MEASURE, topic, {"text": "ปรับปรุงเว็บไซต์"})
    add_row(file, Kind.TOPIC, YEAR, {"title": "ประเด็นว่าง"})
    add_row(
        file, Kind.CALENDAR, YEAR, {"stage": "เตรียมการ", "period": "ธ.ค. ๖๗", "method": "ประชุม"}
    )
    process = add_row(file, Kind.PROCESS, YEAR, {"text": "การรับชำระภาษี"})
    add_row(file, Kind.RISK, process, {"text": "เรียกรับเงิน"})
    add_row(file, Kind.TREATMENT, process, {"text": "ตรวจใบเสร็จ", "period": "ธ.ค. ๖๘"})
    (plan,) = file.read("SELECT id FROM plan WHERE first_year = 2566")[0]
    (section,) = file.read("SELECT id FROM section WHERE plan = ? ORDER BY id", (plan,))[0]
    (goal,) = file.read("SELECT id FROM goal WHERE plan = ?", (plan,))[0]
    aim = Edit(kind=Kind.GOAL, number=goal, field="aim:2567", text="")
    apply_edits(file, [aim], "แก้ค่าเป้าหมาย")
    add_row(file, Kind.PROJECT, section, {"name": "โครงการที่ยังไม่มีรายละเอียด"})
    for kind in (AnnouncementKind.MEASURES, AnnouncementKind.FREE):
        number = add_draft(file, YEAR, kind)
        change_draft(file, number, "signer", "นายอื่น คนอื่น")
        change_draft(file, number, "dated", "1 ม.ค. 2560")
    put_text(file, YEAR, "instrument:EIT", "แบบวัด EIT มีคะแนนถ่วงน้ำหนัก ๒๘.๖๙ คะแนน")
    edits = [
        OitEdit(code="O1", field="state", text="ยังไม่เริ่ม"),
        OitEdit(code="O2", field="units", text=""),
        OitEdit(code="O3", field="addresses", text=""),
        OitEdit(code="O4", field="checked", text=""),
        OitEdit(code="O5", field="dated", text="1 ม.ค. 2560"),
    ]
    apply_oit_edits(file, YEAR, edits, "แก้ OIT")
    file.close()
