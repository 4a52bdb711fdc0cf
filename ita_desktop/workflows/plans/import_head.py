"""Title, years and fixed texts of a plan as their sheet has them, beside those of the plan."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.plan_sheets import FIRST_YEAR, LAST_YEAR, RISK_YEAR, TITLE
from ita_desktop.documents.plan_texts import TEXTS, template_of
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.measure_entry import LONGEST
from ita_desktop.domain.plan import Plan
from ita_desktop.errors import ClerkError
from ita_desktop.thai import fiscal
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, normalise
from ita_desktop.workflows.plans.making import refuse_years
from ita_desktop.workflows.plans.plan_changes import TEXT, HeadChange
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.tables import FoundTable

_YEARS: Final[Mapping[str, str]] = {
    fold(FIRST_YEAR): "first_year",
    fold(LAST_YEAR): "last_year",
    fold(RISK_YEAR): "risk_year",
}
_TEXTS: Final = {fold(text.words): name for name, text in TEXTS.items()}


def read_head(
    file: DataFile, table: FoundTable, plan: Plan, findings: list[Finding]
) -> tuple[HeadChange, ...]:
    """Return what a sheet changes; what it cannot be is among the findings."""
    changes = tuple(_changes(table, plan, findings))
    years = {one.field: int(one.text) for one in changes if one.field.endswith("t_year")}
    if plan.id and years:
        first = years.get("first_year", plan.first_year)
        last = years.get("last_year", plan.last_year)
        try:
            refuse_years(file, first, last, plan.id)
        except ClerkError as refusal:
            one = next(each for each in changes if each.field in years)
            findings.append(_error(table, one.address, one.text, str(refusal)))
    return changes


def _changes(table: FoundTable, plan: Plan, findings: list[Finding]) -> Iterator[HeadChange]:
    told: dict[str, str] = {}
    for row in table.rows:
        label = normalise(text_of(row.cells["name"].value)).strip()
        cell = row.cells["text"]
        text = normalise(text_of(cell.value)).strip()
        field = _field(label, plan)
        if not field:
            findings.append(_unknown(table, row.cells["name"].address, label))
            continue
        if field in told:
            if told[field] != text:
                findings.append(_error(table, cell.address, text, "บอกค่าเดียวในไฟล์ กรุณาลบแถวที่ไม่ใช้"))
            continue
        told[field] = text
        was = _value(plan, field)
        if field in _YEARS.values():
            text = to_arabic_digits(text)
            if not _is_year(text, empty=field == "risk_year"):
                findings.append(_error(table, cell.address, text, "ปี พ.ศ. สี่หลัก เช่น 2566"))
                continue
        if len(text) > LONGEST:
            findings.append(_error(table, cell.address, text, f"ข้อความไม่เกิน {LONGEST:,} ตัวอักษร"))
            continue
        if to_arabic_digits(text) != to_arabic_digits(normalise(was).strip()):
            yield HeadChange(
                field=field,
                place=label,
                was=was,
                text=text,
                sheet=table.sheet,
                address=cell.address,
            )


def _field(label: str, plan: Plan) -> str:
    folded = fold(label)
    if folded == fold(TITLE):
        return "title"
    if folded in _YEARS:
        return _YEARS[folded]
    name = _TEXTS.get(folded, label if label in plan.texts else "")
    if not name and label.isascii() and label.isidentifier():
        name = label
    return f"{TEXT}{name}" if name else ""


def _value(plan: Plan, field: str) -> str:
    if field.startswith(TEXT):
        return template_of(plan, field.removeprefix(TEXT))
    value = getattr(plan, field)
    return "" if value is None else str(value)


def _is_year(text: str, *, empty: bool) -> bool:
    if not text:
        return empty
    return text.isdecimal() and fiscal.FIRST_YEAR <= int(text) <= fiscal.LAST_YEAR


def _error(table: FoundTable, address: str, found: str, wanted: str) -> Finding:
    return Finding(
        severity=Severity.ERROR, sheet=table.sheet, address=address, found=found, wanted=wanted
    )


def _unknown(table: FoundTable, address: str, label: str) -> Finding:
    known: Sequence[str] = (TITLE, FIRST_YEAR, LAST_YEAR, *(text.words for text in TEXTS.values()))
    return Finding(
        severity=Severity.WARNING,
        sheet=table.sheet,
        address=address,
        found=label,
        problem="ไม่ได้อ่านแถวนี้",
        wanted=", ".join(known),
    )
