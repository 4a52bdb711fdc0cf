"""Reads tables of projects, row by row, into drafts with their sections."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.plan_projects import NO_PROJECTS
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.thai.text import fold, one_line
from ita_desktop.workflows.plans.headings import Named, heading_of
from ita_desktop.workflows.plans.planned_sections import Planned
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_fields import is_dash
from ita_desktop.workflows.plans.project_rows import (
    address_in,
    goes_on,
    has_name,
    heading_in_name,
    is_sum,
    is_troubled,
    said_of,
)
from ita_desktop.workflows.plans.told_sections import OTHER_TITLE, ToldSections
from ita_desktop.workflows.rows.sheet_drafts import RowKey, Said, is_row_key, row_key
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable

_NO_PROJECT: Final = "แถวนี้ยังไม่มีโครงการ จึงไม่ได้อ่าน กรุณาใส่ชื่อโครงการ"
_ELSEWHERE: Final = "โครงการนี้เป็นของหัวข้ออื่น จึงไม่ได้อ่าน กรุณาแก้ที่แถวของหัวข้อนั้น"
_SEE: Final = "ดูหัวข้อ"
"""In the table of part 2, under a section where a project also stands: its money is elsewhere."""


@dataclass(slots=True, kw_only=True)
class ProjectReading:
    """Reads tables of projects one after the other; sections are found or made on the way."""

    told: ToldSections
    mark: str
    """The identity of the file, as keys of its rows have it."""
    known: Callable[[RowKey], bool]
    findings: list[Finding]
    drafts: list[ProjectDraft] = field(default_factory=list[ProjectDraft])

    def read(self, place: int, table: FoundTable) -> None:
        """Take down the projects of a table."""
        has_others = self._has_others(table)
        above = self.told.over_table(table) if has_others else None
        group, over = "", above
        cells: Planned | None = None
        for row in table.rows:
            if row.group != group and has_others:
                group = row.group
                over = self.told.under_lines(group, above, table, row)
                cells = None
            said = said_of(row)
            own = row_key(row.key, self.mark)
            empty: Planned | None = None
            if own is not None and own.kind is Kind.SECTION:
                empty = self._begun(table, row, own, said)
                if empty is None:
                    continue  # of this file's part 2: one without projects, or only named again
            own = own if own is not None and self.known(own) else None
            if own is None and (not has_name(said) or heading_in_name(said)):
                cells = self._no_project(place, table, row, said, over) or cells
                continue
            if own is None and fold(said["name"].text) == fold(NO_PROJECTS):
                self.told.of_row(table, said, over)
                continue
            draft = ProjectDraft(
                table=place,
                kind=table.kind,
                sheet=table.sheet,
                address=address_in(row, "name"),
                keyed=own is not None,
                ours=is_row_key(row.key),
                number=None if own is None else own.number,
                said=said,
            )
            _take_spans(draft, row)
            draft.also = not draft.keyed and any(
                said[one].text.startswith(_SEE) for one in said if one.startswith("amount:")
            )
            if empty is not None:
                draft.section = empty
            elif not draft.keyed:  # those are compared as printed
                self._stand(table, draft, cells or over)
            self.drafts.append(draft)

    def _has_others(self, table: FoundTable) -> bool:
        """Say whether a table has projects that this program did not write for this file."""
        return any(
            row_key(row.key, self.mark) is None and has_name(said_of(row)) for row in table.rows
        )

    def _no_project(
        self,
        place: int,
        table: FoundTable,
        row: FoundRow,
        said: Mapping[str, Said],
        over: Planned | None,
    ) -> Planned | None:
        """Take a row that is no project; return the section that it is a heading of."""
        heading = heading_in_name(said)
        if heading is not None:
            return self.told.resolved(heading, over, table, said["name"].address)
        if is_troubled(row, "name") or self._goes_on(place, row, said):
            return None
        return self._without_name(table, row, said, over)

    def _begun(
        self, table: FoundTable, row: FoundRow, key: RowKey, said: Mapping[str, Said]
    ) -> Planned | None:
        """Return the section whose empty row of part 2 has got a project."""
        there = next((one for one in self.told.sections.sections if one.id == key.number), None)
        again = "." in row.key.partition("@")[0]  # a project of another section, named here, too
        name = said.get("name")
        if there is None or name is None:
            return None
        title = said.get("section")
        if title is not None and title.text and not title.covered:
            last = title.text.rpartition("\n")[2]
            if not fold(last).endswith(fold(there.name)):
                self.told.warn(table, title.address, title.text, OTHER_TITLE)
        if not again and name.text and fold(name.text) != fold(NO_PROJECTS):
            return there
        for field_name, one in said.items():
            is_money = field_name.startswith("amount") and not one.text.startswith(_SEE)
            says_more = one.text and not one.covered and not is_dash(one.text)
            if says_more and (is_money or field_name == "note"):
                self.told.warn(table, one.address, one.text, _ELSEWHERE if again else _NO_PROJECT)
        return None

    def _goes_on(self, place: int, row: FoundRow, said: Mapping[str, Said]) -> bool:
        """Put the rest of texts to the project above; no row of this program has such."""
        above = self.drafts[-1] if self.drafts and self.drafts[-1].table == place else None
        if above is None or above.keyed or row.key:
            return False
        more = goes_on(said, above.said)
        for name in more:
            one = above.said[name]
            above.said[name] = replace(one, text=f"{one.text}\n{said[name].text}")
        if more:
            self.findings.append(
                Finding(
                    severity=Severity.NOTE,
                    sheet=above.sheet,
                    address=said[more[0]].address,
                    found=said[more[0]].text,
                    problem="แถวนี้ไม่มีชื่อโครงการ จึงอ่านเป็นข้อความต่อของโครงการในแถวบน",
                )
            )
        return bool(more)

    def _without_name(
        self, table: FoundTable, row: FoundRow, said: Mapping[str, Said], over: Planned | None
    ) -> Planned | None:
        """Take a row without a project: sums, a heading over those that follow, or a lost name."""
        if is_sum(said):
            return None
        filled = [name for name, one in said.items() if one.text and not one.covered]
        if not filled or (filled == ["order"] and heading_of(said["order"].text) is None):
            return None
        if filled in (["section"], ["order"]):
            line = said[filled[0]]
            named = heading_of(line.text) or Named("", one_line(line.text))
            return self.told.resolved(named, over, table, line.address)
        self.findings.append(
            Finding(
                severity=Severity.ERROR,
                sheet=table.sheet,
                address=address_in(row, "name"),
                problem="แถวนี้ไม่มีชื่อโครงการ",
                wanted="ชื่อโครงการ หรือลบแถวที่ไม่ใช้",
            )
        )
        return None

    def _stand(self, table: FoundTable, draft: ProjectDraft, over: Planned | None) -> None:
        found, draft.told_section = self.told.of_row(table, draft.said, over)
        if found:
            draft.section, *draft.places = found


def _take_spans(draft: ProjectDraft, row: FoundRow) -> None:
    """Note which cells of money go over several years."""
    first = ""
    for name in sorted(one for one in row.cells if one.startswith("amount:")):
        cell = row.cells[name]
        if not (cell.same and cell.value is None):
            first = name
        elif first:
            draft.spans[first] = (*draft.spans.get(first, (first,)), name)
