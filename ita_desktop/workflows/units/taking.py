"""Work sheets of units taken as one deed, with what was chosen where both sides changed a cell."""

from collections.abc import Mapping

from ita_desktop.db.data_file import DataFile
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.rows.deeds import Edit, value_of, write_edit
from ita_desktop.workflows.units.plan import Place, UnitPlan, chosen_texts
from ita_desktop.workflows.units.planning import plan_unit_sheets


def take_unit_sheets(
    file: DataFile, plan: UnitPlan, choices: Mapping[Place, str] | None = None
) -> int:
    """Write what the plan told, as one deed, all or nothing; return how many fields changed.

    ``choices``: for the place of every conflict the text of one of its options. Raises ClerkError,
    and writes nothing, where a conflict is open or the data moved on since the plan was made.
    """
    writes = chosen_texts(plan.lines, choices or {})
    if plan_unit_sheets(file, plan.sheets, plan.fiscal_year, plan.months) != plan:
        raise ClerkError(
            "ไม่ได้รับแบบรายงาน เพราะข้อมูลในไฟล์เปลี่ยนไปหลังจากแสดงตัวอย่าง กรุณาเปิดแบบรายงานใหม่อีกครั้ง"
        )
    with file.deed(_deed_name(plan)):
        for place, text in writes.items():
            edit = Edit(
                kind=place.kind,
                number=place.number,
                field=place.field,
                text=text,
                months=place.months,
            )
            write_edit(file, edit, value_of(place.field, text))
    return len(writes)


def _deed_name(plan: UnitPlan) -> str:
    used = {line.unit for line in plan.lines if line.place is not None and line.unit}
    rounds = sorted({line.place.months for line in plan.lines if line.place is not None})
    words = " และ ".join(map(str, rounds))
    units = next(iter(used)) if len(used) == 1 else f"{len(plan.sheets)} ไฟล์"
    name = f"รับแบบรายงานของหน่วยงาน {units} รอบ {words} เดือน"
    return name.encode(errors="replace").decode()  # a name may hold half a letter
