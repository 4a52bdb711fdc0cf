"""Units' sheets of OIT items taken as one deed, with what was chosen where both sides changed."""

from collections.abc import Mapping

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.disclosure_entry import disclosure_value
from ita_desktop.domain.oit_unit_key import THERE
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.disclosure.unit_planning import (
    OitPlace,
    OitUnitPlan,
    plan_oit_sheets,
)
from ita_desktop.workflows.units.plan import chosen_texts


def take_oit_sheets(
    file: DataFile, plan: OitUnitPlan, choices: Mapping[OitPlace, str] | None = None
) -> int:
    """Write what the plan told, as one deed, all or nothing; return how many fields changed.

    ``choices``: for the place of every conflict the text of one of its options. Raises ClerkError,
    and writes nothing, where a conflict is open or the data moved on since the plan was made.
    """
    writes = chosen_texts(plan.lines, choices or {})
    if plan_oit_sheets(file, plan.sheets, plan.fiscal_year) != plan:
        raise ClerkError(
            "ไม่ได้รับแบบรายงาน เพราะข้อมูลในไฟล์เปลี่ยนไปหลังจากแสดงตัวอย่าง กรุณาเปิดแบบรายงานใหม่อีกครั้ง"
        )
    with file.deed(_deed_name(plan)):
        for place, text in writes.items():
            add_fiscal_year(file, place.fiscal_year)
            year, code = place.fiscal_year, place.code
            if place.field == THERE:
                put_contents(file, year, code, [place.content], there=bool(text))
            else:
                put_item(file, year, code, {place.field: disclosure_value(place.field, text)})
    return len(writes)


def _deed_name(plan: OitUnitPlan) -> str:
    used = {line.unit for line in plan.lines if line.place is not None and line.unit}
    units = next(iter(used)) if len(used) == 1 else f"{len(plan.sheets)} ไฟล์"
    name = f"รับแบบรายงาน OIT ของหน่วยงาน {units}"
    return name.encode(errors="replace").decode()  # a name may hold half a letter
