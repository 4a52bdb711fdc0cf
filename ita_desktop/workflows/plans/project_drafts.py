"""Projects as rows of a table have them: which record, what each cell says, where they stand."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.plan_projects import NO_PROJECTS
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, normalise, one_line
from ita_desktop.workflows.plans.forms import DETAILS
from ita_desktop.workflows.plans.headings import Named, heading_of, innermost, named_in
from ita_desktop.workflows.plans.planned_sections import Planned, PlannedSections
from ita_desktop.workflows.rows.sheet_drafts import RowKey, Said, is_row_key, row_key
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.table_rows import FoundCell, FoundRow
from ita_desktop.xlsx.tables import FoundTable

UNSORTED: Final = "โครงการที่ยังไม่ได้จัดเข้ามิติ"
_SUM: Final = re.compile(
    r"(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|ทุก|ราย|มิติ|งบประมาณ|เงิน|เป็นเงิน|จำนวน|โครงการ|แผน|ยอด|[0-9]|:|$).*"
)
_NUMBER: Final = re.compile(r"\(?[0-9๐-๙]{1,4}[.)](?![0-9๐-๙])\s*")
_SEE: Final = "ดูหัวข้อ"
"""In the table of part 2, under a section where a project also stands: its money is elsewhere."""


@dataclass(slots=True, kw_only=True)
class ProjectDraft:
    """A row of a project. ``number``: the record it is, negative of one that the workbook brings.

    ``ours``: this program wrote the row, for whatever file. ``spans``: fields of years whose
    money stands in one cell over several, by the first. ``section`` None: no section is told.
    """

    table: int
    kind: str
    sheet: str
    address: str
    keyed: bool = False
    ours: bool = False
    number: int | None = None
    said: dict[str, Said] = field(default_factory=dict[str, Said])
    spans: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    section: Planned | None = None
    told_section: bool = False
    """Its own cell names the section, or a line over it does."""
    places: list[Planned] = field(default_factory=list[Planned])
    also: bool = False
    """It only says that the project stands here, too."""

    @property
    def name(self) -> str:
        """Its name on one line, without a number before it where papers print one."""
        text = one_line(self.said["name"].text) if "name" in self.said else ""
        if self.ours and self.kind == DETAILS:
            return text
        return without_number(text)


@dataclass(slots=True, kw_only=True)
class ProjectReading:
    """Reads tables of projects one after the other; sections are found or made on the way."""

    sections: PlannedSections
    mark: str
    known: Callable[[RowKey], bool]
    findings: list[Finding]
    drafts: list[ProjectDraft] = field(default_factory=list[ProjectDraft])
    unnamed: list[str] = field(default_factory=list[str])
    unsorted: Planned | None = None

    def read(self, place: int, table: FoundTable) -> None:
        """Take down the projects of a table."""
        above = self._over_table(table)
        group, over = "", above
        cells: Planned | None = None
        for row in table.rows:
            if row.group != group and self._has_others(table):
                group = row.group
                over = self._under_lines(group, above, table, row)
                cells = None
            said = _said(row)
            own = row_key(row.key, self.mark)
            if own is not None and own.kind is Kind.SECTION:
                continue  # of this file's part 2: a section that has none, or is only named again
            own = own if own is not None and self.known(own) else None
            if own is None and not _has_name(said):
                cells = self._without_name(table, row, said, over) or cells
                continue
            if own is None and fold(said["name"].text) == fold(NO_PROJECTS):
                self._place(table, said, over)
                continue
            draft = ProjectDraft(
                table=place,
                kind=table.kind,
                sheet=table.sheet,
                address=_address(row, "name"),
                keyed=own is not None,
                ours=is_row_key(row.key),
                number=None if own is None else own.number,
                said=said,
            )
            _take_spans(draft, row)
            draft.also = not draft.keyed and any(
                said[one].text.startswith(_SEE) for one in said if one.startswith("amount:")
            )
            if not draft.keyed:  # those are compared as printed
                self._stand(table, draft, cells or over)
            self.drafts.append(draft)

    def _over_table(self, table: FoundTable) -> Planned | None:
        """Return the section that lines over a table name; nobody asks for rows of this file."""
        above: Planned | None = None
        for line in table.titles if self._has_others(table) else ():
            if (named := heading_of(line)) is not None:
                above = self._resolved(named, above, table, table.header_address)
        return above

    def _has_others(self, table: FoundTable) -> bool:
        """Say whether a table has projects that this program did not write for this file."""
        return any(
            row_key(row.key, self.mark) is None and _has_name(_said(row)) for row in table.rows
        )

    def sections_of(self, table: FoundTable, said: Said) -> tuple[Planned, ...]:
        """Return the sections that a cell names, its own first; unknown ones are made."""
        named = named_in(said.text)
        inner = innermost(named)
        found: list[Planned] = []
        for one in named:
            place = self._resolved(one, None, table, said.address, cell=said)
            if place is None:
                return ()
            if one in inner and place not in found:
                found.append(place)
        return tuple(found)

    def _stand(self, table: FoundTable, draft: ProjectDraft, over: Planned | None) -> None:
        found, told = self._place(table, draft.said, over)
        if found:
            draft.section, *draft.places = found
            draft.told_section = told

    def _place(
        self, table: FoundTable, cells: Mapping[str, Said], over: Planned | None
    ) -> tuple[tuple[Planned, ...], bool]:
        said = cells.get("section")
        if said is not None and said.text:
            named = named_in(said.text)
            if named and not any(one.number for one in named) and over is not None:
                one = named[0]
                known = self.sections.find(one)
                if known is None:
                    known = self.sections.add(one, over, table.sheet, said.address)
                return (known,), True
            return self.sections_of(table, said), True
        return ((over,), True) if over is not None else ((), False)

    def without_section(self, table: FoundTable, address: str) -> Planned:
        """Return the section of projects for which none is told; told once that there is one."""
        if self.unsorted is None:
            named = Named("", UNSORTED)
            self.unsorted = self.sections.find(named) or self.sections.add(
                named, None, table.sheet, address
            )
            self.findings.append(
                Finding(
                    severity=Severity.WARNING,
                    sheet=table.sheet,
                    address=address,
                    problem=f"ไม่ได้ระบุมิติของโครงการ จึงจัดไว้ในหัวข้อ “{UNSORTED}” กรุณาย้ายเข้ามิติที่ถูกต้อง",
                )
            )
        return self.unsorted

    def _under_lines(
        self, group: str, above: Planned | None, table: FoundTable, row: FoundRow
    ) -> Planned | None:
        over = above
        for line in filter(None, group.split("\n")):
            named = heading_of(line)
            if named is not None:
                over = self._resolved(named, over, table, _address(row, "name"))
        return over

    def _without_name(
        self, table: FoundTable, row: FoundRow, said: Mapping[str, Said], over: Planned | None
    ) -> Planned | None:
        """Take a row without a project: sums, a heading over those that follow, or a lost name."""
        if _is_sum(said):
            return None
        filled = [name for name, one in said.items() if one.text and not one.covered]
        if not filled or (filled == ["order"] and heading_of(said["order"].text) is None):
            return None
        if filled in (["section"], ["order"]):
            line = said[filled[0]]
            named = heading_of(line.text) or Named("", one_line(line.text))
            return self._resolved(named, over, table, line.address)
        self.findings.append(
            Finding(
                severity=Severity.ERROR,
                sheet=table.sheet,
                address=_address(row, "name"),
                problem="แถวนี้ไม่มีชื่อโครงการ",
                wanted="ชื่อโครงการ หรือลบแถวที่ไม่ใช้",
            )
        )
        return None

    def _resolved(
        self,
        named: Named,
        above: Planned | None,
        table: FoundTable,
        address: str,
        *,
        cell: Said | None = None,
    ) -> Planned | None:
        """Return the section that is named; one that is not there is made, or is a finding."""
        there = self.sections.find(named)
        if there is not None:
            self._other_title(there, named, table, address)
            return there
        if len(named.parts) > 4:
            self._unknown(table, address, named, "เลขหัวข้อไม่เกิน 4 ชั้น เช่น 2.1.1")
            return None
        if named.number and not named.title:
            if not self.sections.began_empty:
                self._unknown(table, address, named, "เลขหรือชื่อหัวข้อที่มีในแผน หรือเลขพร้อมชื่อของหัวข้อใหม่")
                return None
            self.unnamed.append(named.number)
        return self.sections.add(named, above if cell is None else None, table.sheet, address)

    def _other_title(self, there: Planned, named: Named, table: FoundTable, address: str) -> None:
        by_number = there.is_new and there.number in self.unnamed
        if named.title and there.is_new and (by_number or not there.name):
            there.name = named.title
            if by_number:
                self.unnamed.remove(there.number)
        elif named.title and fold(named.title) != fold(there.name):
            self.findings.append(
                Finding(
                    severity=Severity.WARNING,
                    sheet=table.sheet,
                    address=address,
                    found=named.words,
                    problem=f"ชื่อหัวข้อไม่ตรงกับแผน จึงใช้ “{there.name}” ตามเดิม",
                )
            )

    def _unknown(self, table: FoundTable, address: str, named: Named, wanted: str) -> None:
        self.findings.append(
            Finding(
                severity=Severity.ERROR,
                sheet=table.sheet,
                address=address,
                problem="ไม่มีหัวข้อนี้ในแผน",
                found=named.words,
                wanted=wanted,
            )
        )


def _said(row: FoundRow) -> dict[str, Said]:
    ours = is_row_key(row.key)
    return {name: _one(cell, ours=ours) for name, cell in row.cells.items()}


def _one(cell: FoundCell, *, ours: bool) -> Said:
    text = normalise(text_of(cell.value)).strip()
    return Said(text, cell.address, covered=cell.same, loose=not ours, ours=ours)


def _take_spans(draft: ProjectDraft, row: FoundRow) -> None:
    """Note which cells of money go over several years."""
    first = ""
    for name in sorted(one for one in row.cells if one.startswith("amount:")):
        cell = row.cells[name]
        if not (cell.same and cell.value is None):
            first = name
        elif first:
            draft.spans[first] = (*draft.spans.get(first, (first,)), name)


def without_number(name: str) -> str:
    """Return a project's name without the number that part 2 prints before it."""
    return _NUMBER.sub("", name, count=1)


def _has_name(said: Mapping[str, Said]) -> bool:
    """Say whether a row names a project; the label of a sum is no name."""
    name = said.get("name")
    return name is not None and bool(name.text) and not name.covered and not _is_sum(said)


def _is_sum(said: Mapping[str, Said]) -> bool:
    """Say whether a row sums up others."""
    for name in ("order", "section", "name"):
        one = said.get(name)
        text = to_arabic_digits(fold(one.text)) if one is not None and not one.covered else ""
        if text and _SUM.fullmatch(text):
            long = (said.get(field) for field in ("rationale", "objectives", "steps"))
            return not any(cell is not None and cell.text for cell in long)
    return False


def _address(row: FoundRow, name: str) -> str:
    cell = row.cells.get(name)
    return cell.address if cell is not None else next(iter(row.cells.values())).address
