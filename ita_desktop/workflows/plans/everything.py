"""The plans of a file as tables that a person reads: outline, projects, money, reports."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ita_desktop.db.announcements import announcements_of
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import PlanYears, load_plan, plans_of
from ita_desktop.db.registers import load_processes
from ita_desktop.documents.model import Number, Table
from ita_desktop.domain.plan import Placed, Plan, levels, section_numbers, section_title
from ita_desktop.domain.project import Project
from ita_desktop.domain.risk_names import risk_name, treatment_name
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.everything_table import plain_table

_Rows = Iterator[tuple[str | Number, ...]]
_PLAN_HEADS = (("เรื่อง", 60), ("ปี", 20), ("ข้อความ", 200))
_PROJECT_HEADS = (
    *(("เลขที่", 8), ("อยู่ใต้หัวข้อ", 26), ("ประเภท", 12), ("ชื่อตามแผน", 34), ("หลักการ", 34)),
    *(("วัตถุประสงค์", 28), ("เป้าหมาย", 24), ("ประเภทเป้าหมาย", 20), ("วิธีการ", 30), ("เวลา", 20)),
    *(("เงินทั้งหมด", 16), ("แหล่งเงิน", 16), ("หน่วยงาน", 18), ("ผลผลิตที่ตั้งไว้", 24)),
    *(("ผลลัพธ์ที่ตั้งไว้", 24), ("หมายเหตุ", 14), ("เชื่อมกับ", 26)),
)
_YEAR_HEADS = (
    *(("เลขที่", 15), ("ชื่อตามแผน", 120), ("ปี", 20), ("ดำเนินการ", 25)),
    *(("ไตรมาส", 25), ("บาท", 30)),
)
_REPORT_HEADS = (
    *(("เลขที่", 10), ("ชื่อตามแผน", 40), ("ปี", 12), ("รอบ", 10), ("สถานะ", 24)),
    *(("ในข้อบัญญัติ", 18), ("ตามแผนพัฒนา", 20), ("ได้รับ", 20), ("ใช้จ่าย", 20), ("ผล", 36)),
    *(("ปัญหา", 26), ("ข้อเสนอแนะ", 26), ("เหตุ", 24), ("หมายเหตุ", 20)),
)
_ANNOUNCEMENT_HEADS = (
    *(("ปี", 12), ("ประเภท", 40), ("เลขที่", 20), ("ลงวันที่", 22), ("เรื่อง", 50)),
    *(("ข้อความ", 70), ("ผู้ลงนาม", 30), ("ตำแหน่ง", 30), ("ออกเมื่อ", 30), ("SHA-256", 50)),
)


def plan_tables(file: DataFile) -> list[Table]:
    """Return each plan of the file; nothing where there is none."""
    return [table for one in plans_of(file) for table in _plan_tables(file, one)]


def announcement_tables(file: DataFile, years: Sequence[int]) -> list[Table]:
    """Return the announcements of these years; nothing where there are none."""
    rows = [
        (
            *(str(year), one.kind.words, one.number),
            "" if one.dated is None else one.dated.isoformat(),
            *(one.subject, one.text, one.signer, one.signer_title, one.issued, one.sha256),
        )
        for year in years
        for one in announcements_of(file, year)
    ]
    return [plain_table("ประกาศ", _ANNOUNCEMENT_HEADS, rows)] if rows else []


def _plan_tables(file: DataFile, years: PlanYears) -> list[Table]:
    span = f"{years.first_year}-{years.last_year}"
    try:
        plan = load_plan(file, years.id)
    except ClerkError as unknown:
        return [plain_table(f"แผน {span}", (("หมายเหตุ", 280),), [(str(unknown),)])]
    joined = _joined(file, plan)
    return [
        plain_table(f"แผน {span}", _PLAN_HEADS, _texts(plan)),
        plain_table(f"งานตามแผน {span}", _PROJECT_HEADS, _projects(plan, joined)),
        plain_table(f"เงินตามแผน {span}", _YEAR_HEADS, _years(plan)),
        plain_table(f"ผลตามแผน {span}", _REPORT_HEADS, _reports(plan)),
    ]


def _texts(plan: Plan) -> _Rows:
    yield "ชื่อแผน", "", plan.title
    if plan.risk_year is not None:
        yield "ปีของตารางความเสี่ยง", str(plan.risk_year), ""
    for name, text in sorted(plan.texts.items()):
        yield f"ข้อความ {name}", "", text
    for goal in plan.goals:
        yield "เป้าหมาย", "", goal.text
        for year, aim in sorted(goal.aims.items()):
            yield "", str(year), aim
    titles = _titles(plan)
    for section in plan.sections:
        yield "หัวข้อ", "", titles[section.id]


def _titles(plan: Plan) -> dict[int, str]:
    numbers, on_paper = section_numbers(plan), levels(plan)
    return {one.id: section_title(one, numbers[one.id], on_paper[one.id]) for one in plan.sections}


def _projects(plan: Plan, joined: dict[int, list[str]]) -> _Rows:
    titles = _titles(plan)
    for one in plan.placed():
        project = one.project
        places = [
            titles[number] for number in (one.section.id, *project.places) if number in titles
        ]
        count = "" if project.target_count is None else f"\nจำนวน {project.target_count}"
        yield (
            *(_whole(one.number), "\n".join(places), project.kind.words, project.name),
            *(project.rationale, project.objectives, f"{project.target}{count}".strip()),
            ", ".join(group.words for group in project.target_groups),
            *(project.steps, project.period),
            "ไม่ใช้งบประมาณ" if project.no_budget else _money(project.amount),
            *(project.source, project.units, project.outputs, project.outcomes, project.note),
            "\n".join(_links(project, joined.get(project.id, []))),
        )


def _links(project: Project, joined: list[str]) -> list[str]:
    return [*(f"{code} ปี {year}" for year, code in project.items), *joined]


def _joined(file: DataFile, plan: Plan) -> dict[int, list[str]]:
    """Return the names of the risks and treatments a project is joined with, by its number."""
    wanted = {one.project.id: one.project for one in plan.placed()}
    if not any(one.risks or one.treatments for one in wanted.values()):
        return {}
    names: dict[tuple[str, int], str] = {}
    for (year,) in file.read("SELECT DISTINCT fiscal_year FROM process ORDER BY fiscal_year"):
        for process in load_processes(file, year):
            for risk in process.risks:
                names["risk", risk.id] = f"ความเสี่ยง: {risk_name(process, risk)}"
            for treatment in process.treatments:
                words = f"มาตรการควบคุม: {treatment_name(process, treatment)}"
                names["treatment", treatment.id] = words
    return {
        number: [
            *(names.get(("risk", one), str(one)) for one in project.risks),
            *(names.get(("treatment", one), str(one)) for one in project.treatments),
        ]
        for number, project in wanted.items()
    }


def _years(plan: Plan) -> _Rows:
    for one in plan.placed():
        for year, told in sorted(one.project.years.items()):
            yield (
                *_named(one),
                *(str(year), "ใช่" if one.project.runs_in(year) else ""),
                *(", ".join(map(str, told.quarters)), _money(told.amount)),
            )


def _reports(plan: Plan) -> _Rows:
    for one in plan.placed():
        for (year, months), told in sorted(one.project.results.items()):
            yield (
                *(*_named(one), str(year), _whole(months), told.state.words),
                "ใช่" if told.in_ordinance else "",
                *(_money(told.planned), _money(told.granted), _money(told.spent)),
                *(told.result, told.problem, told.suggestion),
                " ".join(filter(None, (told.reason.words, told.reason_text))),
                told.note,
            )


def _named(one: Placed) -> tuple[Number, str]:
    return _whole(one.number), one.project.name


def _money(value: Decimal | None) -> str | Number:
    return "" if value is None else Number(value)


def _whole(value: int) -> Number:
    return Number(Decimal(value), 0)
