"""A data file with a row in every table."""

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.analysis_texts import put_analysis_text
from ita_desktop.db.announcements import add_announcement, change_announcement
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.db.evidence import add_evidence, store_content
from ita_desktop.db.layouts import put_paper_text
from ita_desktop.db.marks import save_mark
from ita_desktop.db.plans import add_plan, put_aim, put_plan_text
from ita_desktop.db.projects import (
    put_links,
    put_project_result,
    put_project_year,
    put_treatment_project,
)
from ita_desktop.db.risk_methods import keep_areas, keep_method
from ita_desktop.db.rows import Kind, Value, add_row, put_extra, put_result
from ita_desktop.db.scores import add_fiscal_year, put_score
from ita_desktop.documents.layout import official_layout
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.disclosure import asked_contents
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.suggestions import Origin, Suggestion
from ita_desktop.workflows.criteria.in_force import criteria_of, import_criteria
from ita_desktop.workflows.criteria.workbook import write_criteria_workbook
from ita_desktop.workflows.layouts import add_copy
from ita_desktop.workflows.measures.suggestions import save_suggestion
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.rounds import close_round

MARK = b"\x89PNG\r\n\x1a\n a mark"
CONTENT = b"%PDF-1.7 evidence"


def file_of_everything(folder: Path) -> DataFile:
    """Return a file with a row in every table, open."""
    office = Office(name="เทศบาลตำบลทดลอง", kind=OfficeKind.SUBDISTRICT, units=("กองช่างทดลอง",))
    file = new_file(folder / "ทดลอง.ita", office, 2566)
    book = folder / "เกณฑ์.xlsx"
    write_criteria_workbook(criteria_of(file, 2566), book)
    import_criteria(file, book)
    store_content(file, sha256(CONTENT).hexdigest(), CONTENT)
    with file.deed("มาตรการ"):
        add_row(file, Kind.CALENDAR, 2566, {"stage": "เตรียมการทดลอง", "method": "ประชุม"})
        topic = add_row(file, Kind.TOPIC, 2566, {"title": "ประเด็นทดลอง", "band": "urgent"})
        item: dict[str, Value] = {"criteria_year": 2565, "code": "i7", "score": "79.01"}
        add_row(file, Kind.ITEM, topic, {**item, "finding": "รู้น้อย"})
        measure = add_row(file, Kind.MEASURE, topic, {"text": "=มาตรการทดลอง", "units": "กองช่าง"})
        step = add_row(file, Kind.STEP, measure, {"text": "ขั้นทดลอง", "period": "ม.ค. ๖๖"})
        put_extra(file, Kind.STEP, step, "งบประมาณ", "ไม่ใช้")
        put_result(file, Kind.STEP, step, 6, {"state": "done", "result": "จัดแล้ว", "percent": 100})
        put_result(file, Kind.MEASURE, measure, 12, {"suggestion": "ทำต่อ"})
        _write_risks(file)
        _write_plan(file)
        _write_disclosure(file)
        put_paper_text(file, 2566, "measures-progress/6", "title", "ชื่อเรื่องทดลอง")
        add_evidence(file, 2566, f"step/{step}/6", "ภาพ.pdf", sha256(CONTENT).hexdigest())
    add_copy(file, official_layout("measures-plan"), "แบบทดลอง")
    example = Suggestion(
        key="", indicator=2, measure="ตัวอย่างทดลอง", steps=("ก", "ข"), origin=Origin.OFFICE
    )
    save_suggestion(file, example)
    close_round(file, 2566, 6, datetime(2023, 4, 3, 5, 0, tzinfo=UTC))
    with file.deed("แก้ =ทุกอย่าง"):
        save_mark(file, MARK)
        put_score(file, 2566, "i7", Decimal("81.25"))
        put_score(file, 2566, "3", Decimal("82.50"))
        put_score(file, 2566, "x9", Decimal("83.75"))
        add_fiscal_year(file, 2570)
        put_score(file, 2570, "o1", Decimal(100))
        add_evidence(file, 2566, "o1", "คำสั่งทดลอง.pdf", sha256(CONTENT).hexdigest())
        file.connection.execute(
            "INSERT INTO item_text (fiscal_year, code, text) VALUES (2566, 'i8', '=ข้อความทดลอง')"
        )
    return file


def _write_risks(file: DataFile) -> None:
    """Write a risk that goes on from an older one, and one whose place is only a word."""
    keep_areas(file, ["ด้านทดลอง"])
    keep_method(file, 2566, preset_methods()[0])
    process = add_row(file, Kind.PROCESS, 2566, {"text": "กระบวนงานทดลอง", "units": "กองช่าง"})
    add_row(file, Kind.PROCESS, 2566, {"text": "ยังไม่มีเหตุการณ์", "level": "สูง"})
    place = {"likelihood": 4, "impact": 5, "after_likelihood": 2, "after_impact": 3}
    risk = add_row(file, Kind.RISK, process, {"text": "=เหตุการณ์ทดลอง", **place})
    later = {"text": "เหตุการณ์ที่สอง", "level": "สูง (12)", "previous": risk}
    add_row(file, Kind.RISK, process, {**later, "after_likelihood": 1, "control_quality": "weak"})
    values: dict[str, Value] = {"text": "ควบคุมทดลอง", "risk": risk, "period": "ม.ค. ๖๖"}
    treatment = add_row(file, Kind.TREATMENT, process, values)
    put_result(file, Kind.TREATMENT, treatment, 6, {"state": "done", "result": "ควบคุมแล้ว"})


def _write_plan(file: DataFile) -> None:
    """Write a plan with one project of everything, and an announcement of it."""
    plan = add_plan(file, 2566, 2570, "แผนทดลอง")
    put_plan_text(file, plan, "preface", "=คำนำทดลอง")
    put_aim(file, add_row(file, Kind.GOAL, plan, {"text": "คะแนนดีขึ้น"}), 2566, "ร้อยละ ๙๐")
    first = add_row(file, Kind.SECTION, plan, {"name": "สร้างสังคมทดลอง"})
    second = add_row(file, Kind.SECTION, plan, {"name": "ส่งเสริมทดลอง"})
    project = add_row(file, Kind.PROJECT, first, {"name": "=โครงการทดลอง", "target_count": 60})
    put_project_year(file, project, 2566, {"quarters": "12", "amount": "20000.5"})
    told: dict[str, Value] = {"state": "done", "result": "อบรมแล้ว", "spent": "19999.75"}
    put_project_result(file, project, 2566, 12, told)
    (risk,) = file.read("SELECT min(id) FROM risk")[0]
    (treatment,) = file.read("SELECT min(id) FROM treatment")[0]
    put_links(file, "project_place", project, [(second,)])
    put_links(file, "project_item", project, [(2566, "O36")])
    put_links(file, "project_risk", project, [(risk,)])
    put_treatment_project(file, treatment, project)
    draft = add_announcement(file, 2566, AnnouncementKind.PLAN, plan)
    change_announcement(file, draft, {"subject": "เรื่องทดลอง"})


def _write_disclosure(file: DataFile) -> None:
    """Write an item that is published, one that the criteria do not have, and a frozen text."""
    values = {"state": "published", "units": "กองช่าง", "due": "2023-04-30", "note": "=รอลงนาม"}
    put_item(file, 2566, "O12", {**values, "addresses": "=https://www.example.go.th/o12"})
    put_item(file, 2566, "O99", {"units": "กองที่เกณฑ์ไม่มี"})
    asked = asked_contents(criteria_of(file, 2566).item_by_code["O12"])
    put_contents(file, 2566, "O12", [asked[1].text, "ถ้อยคำของเกณฑ์เดิม"], there=True)
    text = AnalysisText(name="background", text="=ได้ {total} คะแนน", frozen="ได้ ๘๐", basis="ได้ ๘๐")
    put_analysis_text(file, 2566, text)
