"""A fiscal year with nothing lacking, made as a clerk makes it: with the verbs of the program."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from ita_desktop.db.announcements import load_announcement
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan
from ita_desktop.db.rows import Kind
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import asked_contents, oit_items
from ita_desktop.domain.measures import Round
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.workflows.announcements import add_draft, change_draft, issue
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits, tick_contents
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.rows.deeds import Edit, add_row, apply_edits
from ita_desktop.workflows.scores.year_scores import propose, put_entries

YEAR: Final = 2566
TODAY: Final = date(2023, 5, 2)
"""The day the year is clean on: the first half is over, all is published."""
OFFICE: Final = Office(
    name="เทศบาลตำบลบ้านทดสอบ",
    kind=OfficeKind.SUBDISTRICT,
    district="เมือง",
    province="ตัวอย่าง",
    executive="นางสาวสมหญิง ใจซื่อ",
    executive_title="นายกเทศมนตรีตำบลบ้านทดสอบ",
    units=("สำนักปลัดเทศบาล", "กองคลัง"),
)
SCORES: Final = {"i7": "88.00", "i12": "92.40"}
"""What is under 95 in the year before: one urgent, one to be improved."""


def clean_file(path: Path, office: Office = OFFICE) -> DataFile:
    """Return a new file whose year 2566 lacks nothing on ``TODAY``."""
    file = new_file(path, office, YEAR)
    fill_scores(file)
    fill_measures(file)
    fill_risks(file)
    fill_plans(file)
    fill_announcements(file)
    fill_disclosure(file)
    return file


def fill_scores(file: DataFile) -> None:
    """Enter the scores of the year before."""
    criteria = criteria_of(file, YEAR - 1)
    texts = {
        item.code: SCORES.get(item.code, "100" if item.is_oit else "97.00")
        for item in criteria.items
    }
    found = propose(criteria, {}, texts)
    put_entries(file, YEAR - 1, {one.code: one.after for one in found}, "กรอกคะแนน")


def fill_measures(file: DataFile) -> None:
    """Add a topic for each weak score, with measure, steps, and what was done in the first half."""
    for code, score in SCORES.items():
        topic = add_row(file, Kind.TOPIC, YEAR)
        finding = "บุคลากรที่บรรจุใหม่ยังไม่ทราบแผนการใช้จ่ายงบประมาณ"
        item = {"code": code, "score": score, "finding": finding}
        number = add_row(file, Kind.ITEM, topic, item)
        apply_edits(
            file, [Edit(kind=Kind.ITEM, number=number, field="criteria_year", text="2565")], "ปี"
        )
        measure = add_row(
            file,
            Kind.MEASURE,
            topic,
            {
                "text": "เปิดเผยแผนการใช้จ่ายงบประมาณให้บุคลากรทุกคนทราบ",
                "units": "กองคลัง",
                "period": "ต.ค. ๖๕-มี.ค. ๖๖",
                "follow_up": "รายงานผู้บริหารทุกไตรมาส",
            },
        )
        step = add_row(file, Kind.STEP, measure, {"text": "จัดประชุมชี้แจงแผนแก่บุคลากร"})
        _report(
            file, Kind.STEP, step, {"state": "แล้วเสร็จ", "result": "จัดประชุมแล้ว", "percent": "100"}
        )
    for stage, period, method in (
        ("เตรียมการ", "ต.ค. ๖๕", "แต่งตั้งคณะทำงาน"),
        ("เผยแพร่", "เม.ย. ๖๖", "เผยแพร่รายงานบนเว็บไซต์"),
    ):
        add_row(file, Kind.CALENDAR, YEAR, {"stage": stage, "period": period, "method": method})


def fill_risks(file: DataFile) -> None:
    """Add two risks of one process, each with a level and a treatment that was done."""
    process = add_row(
        file,
        Kind.PROCESS,
        YEAR,
        {"text": "การจัดซื้อจัดจ้างโดยวิธีเฉพาะเจาะจง", "area": "การใช้จ่ายงบประมาณ", "units": "กองคลัง"},
    )
    for number, words in enumerate(("แบ่งวงเงินจัดซื้อ", "ตรวจรับไม่ครบ"), start=1):
        levels = {"likelihood": "2", "impact": "2", "after_likelihood": "1", "after_impact": "2"}
        add_row(file, Kind.RISK, process, {"text": words, **levels})
        treatment = add_row(
            file,
            Kind.TREATMENT,
            process,
            {"text": f"ตรวจทานก่อนเสนอ เรื่อง{words}", "period": "ต.ค. ๖๕-ก.ย. ๖๖"},
        )
        apply_edits(
            file,
            [Edit(kind=Kind.TREATMENT, number=treatment, field="risk", text=str(number))],
            "จัดการความเสี่ยง",
        )
        told = {"state": "อยู่ระหว่างดำเนินการ", "result": "ตรวจทานแล้วทุกรายการ", "percent": "50"}
        _report(file, Kind.TREATMENT, treatment, told)


def fill_plans(file: DataFile) -> None:
    """Begin the plans of five years before and from the year on, and report on both."""
    before = _fill_plan(file, 2561, 2565)
    for project in before:
        told = {
            "state": "ดำเนินการแล้วเสร็จ",
            "result": "จัดอบรมแล้ว",
            "granted": "5000",
            "spent": "4800",
            "problem": "ผู้เข้าร่วมบางส่วนติดภารกิจ",
            "suggestion": "กำหนดวันล่วงหน้า",
        }
        _report_project(file, project, 2565, 12, told)
    for project in _fill_plan(file, 2566, 2570):
        told = {"state": "อยู่ระหว่างดำเนินการ", "result": "เตรียมการแล้ว"}
        _report_project(file, project, YEAR, 6, told | {"granted": "5000", "spent": "1200"})


def _fill_plan(file: DataFile, first: int, last: int) -> list[int]:
    """Begin a plan of one dimension with two projects, and return their numbers."""
    plan = begin_plan(file, first, last, [Heading(1, "การสร้างวัฒนธรรมสุจริต")], ["บุคลากรทราบแผน"])
    begun = load_plan(file, plan)
    goal, section = begun.goals[0].id, begun.sections[0].id
    years = range(first, last + 1)
    aims = [
        Edit(kind=Kind.GOAL, number=goal, field=f"aim:{year}", text="ร้อยละ 80") for year in years
    ]
    apply_edits(file, aims, "กำหนดค่าเป้าหมาย")
    names = ("อบรมจริยธรรมแก่บุคลากร", "เปิดเผยข้อมูลการจัดซื้อจัดจ้าง")
    return [add_project(file, section, name, years) for name in names]


def add_project(file: DataFile, section: int, name: str, years: range) -> int:
    """Add a project with all headings that runs in these years; return its number."""
    texts = {
        "name": name,
        "kind": "โครงการ",
        "rationale": "เพื่อให้บุคลากรปฏิบัติงานด้วยความซื่อสัตย์สุจริต",
        "objectives": "เพื่อให้บุคลากรเข้าใจประมวลจริยธรรม",
        "target": "บุคลากรของเทศบาล",
        "steps": "จัดทำแผนการดำเนินงาน",
        "units": "สำนักปลัดเทศบาล",
        "outputs": "บุคลากรเข้าร่วมครบทุกกอง",
        "outcomes": "บุคลากรเข้าใจประมวลจริยธรรม (วัดจากแบบทดสอบ)",
    }
    project = add_row(file, Kind.PROJECT, section, texts)
    by_year = {"runs": "1", "quarters": "1234", "amount": "5000"}
    edits = [
        Edit(kind=Kind.PROJECT, number=project, field=f"{field}:{year}", text=text)
        for year in years
        for field, text in by_year.items()
    ]
    apply_edits(file, edits, "กำหนดปีและงบประมาณ")
    return project


def fill_announcements(file: DataFile) -> None:
    """Issue the announcements of the plan, of the measures and of the no-gift policy."""
    for kind in (AnnouncementKind.PLAN, AnnouncementKind.MEASURES, AnnouncementKind.NO_GIFT):
        number = add_draft(file, YEAR, kind)
        change_draft(file, number, "dated", "10 ม.ค. 2566")
        draft = load_announcement(file, number)
        assert draft is not None
        issue(file, draft, b"%PDF-1.7 " + kind.value.encode())


def fill_disclosure(file: DataFile) -> None:
    """Say of every OIT item that it is published and was checked with all it has to show."""
    for item in oit_items(criteria_of(file, YEAR)):
        fields = dict(_published(item))
        edits = [OitEdit(code=item.code, field=field, text=text) for field, text in fields.items()]
        apply_oit_edits(file, YEAR, edits, f"บันทึก {item.code}")
        contents = [one.text for one in asked_contents(item)]
        tick_contents(file, YEAR, item.code, contents, there=True)


def _published(item: Item) -> Iterator[tuple[str, str]]:
    yield "state", "ตรวจสอบแล้ว"
    yield "units", "สำนักปลัดเทศบาล"
    yield "addresses", f"https://www.bantodsob.go.th/ita/2566/{item.code.lower()}"
    yield "due", "30 เม.ย. 2566"
    yield "checked", "20 เม.ย. 2566"
    if item.data_period != "current":
        yield "dated", "5 เม.ย. 2566"


def _report(file: DataFile, kind: Kind, number: int, told: Mapping[str, str]) -> None:
    edits = [
        Edit(kind=kind, number=number, field=field, text=text, months=6)
        for field, text in told.items()
    ]
    apply_edits(file, edits, "รายงานผล")


def _report_project(
    file: DataFile, project: int, year: int, months: Round, told: Mapping[str, str]
) -> None:
    edits = [
        Edit(
            kind=Kind.PROJECT,
            number=project,
            field=f"{field}:{year}",
            text=text,
            months=months,
        )
        for field, text in told.items()
    ]
    apply_edits(file, edits, "รายงานผล")
