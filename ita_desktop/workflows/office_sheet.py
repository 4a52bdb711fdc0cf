"""The office as it stands in a workbook: a sheet with รายการ and ค่า."""

from dataclasses import dataclass, replace

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.office import (
    Office,
    OfficeKind,
    kind_of_name,
    parse_kind,
    place_name,
    usual_executive_title,
)
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold, normalise
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm
from ita_desktop.xlsx.table_rows import FoundCell
from ita_desktop.xlsx.tables import FoundTable

OFFICE_FORM = TableForm(
    kind="office",
    columns=(
        ColumnForm(field="name", heads=("รายการ",)),
        ColumnForm(field="value", heads=("ค่า",)),
    ),
)
_FIELDS = {
    fold(head): field
    for head, field in (
        ("ชื่อหน่วยงาน", "name"),
        ("ประเภท", "kind"),
        ("อำเภอ", "district"),
        ("จังหวัด", "province"),
        ("ผู้บริหาร", "executive"),
        ("ตำแหน่งผู้บริหาร", "executive_title"),
    )
}
_PLACES = frozenset({"district", "province"})


@dataclass(frozen=True, slots=True)
class ReadOffice:
    """The office with the sheet's values, and how many of them are new or other."""

    office: Office | None
    added: int
    changed: int
    unchanged: int
    findings: tuple[Finding, ...]


def read_office(table: FoundTable, before: Office | None) -> ReadOffice:
    """Return the office that the sheet makes of ``before``; empty values leave what was there."""
    values: dict[str, str] = {}
    findings: list[Finding] = []
    for row in table.rows:
        name, cell = row.cells["name"], row.cells["value"]
        field = _FIELDS.get(fold(text_of(name.value)))
        if field is None:
            findings.append(_unknown(table, name))
        elif text := normalise(text_of(cell.value)).strip():
            try:
                value = _value(field, text)
            except ClerkError:
                findings.append(_no_kind(table, cell, text))
            else:
                if value:
                    values[field] = value
    if any(finding.severity is Severity.ERROR for finding in findings):
        return ReadOffice(None, 0, 0, 0, tuple(findings))
    old = {field: _plain(before, field) for field in values}
    office = _with_values(before, values)
    if office is None:
        findings.append(_nameless(table))
    return ReadOffice(
        office,
        added=sum(not old[field] for field in values),
        changed=sum(bool(old[field]) and old[field] != values[field] for field in values),
        unchanged=sum(old[field] == values[field] for field in values),
        findings=tuple(findings),
    )


def _value(field: str, text: str) -> str:
    """Return a cell's text as the field keeps it. Raises ClerkError for an unknown kind."""
    if field == "kind":
        return parse_kind(text).value
    return place_name(text) if field in _PLACES else text


def _with_values(before: Office | None, values: dict[str, str]) -> Office | None:
    kind = OfficeKind(values["kind"]) if "kind" in values else None
    if before is None:
        if "name" not in values:
            return None
        kind = kind or kind_of_name(values["name"]) or OfficeKind.SUBDISTRICT
        before = Office(name=values["name"], kind=kind)
        title = usual_executive_title(values["name"], kind)
        values = {"executive_title": title, **values}
    texts = {field: text for field, text in values.items() if field != "kind"}
    return replace(before, kind=kind or before.kind, **texts)


def _plain(office: Office | None, field: str) -> str:
    return "" if office is None else str(getattr(office, field))


def _no_kind(table: FoundTable, cell: FoundCell, text: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        sheet=table.sheet,
        address=cell.address,
        found=text,
        wanted=" หรือ ".join(kind.value for kind in OfficeKind),
    )


def _unknown(table: FoundTable, cell: FoundCell) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        sheet=table.sheet,
        address=cell.address,
        found=text_of(cell.value),
        wanted="ชื่อหน่วยงาน ประเภท อำเภอ จังหวัด ผู้บริหาร หรือ ตำแหน่งผู้บริหาร",
    )


def _nameless(table: FoundTable) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        sheet=table.sheet,
        address=table.header_address,
        problem="ไม่มีแถว “ชื่อหน่วยงาน”",
        wanted="แถว ชื่อหน่วยงาน ที่มีค่า",
    )
