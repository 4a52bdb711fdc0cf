"""Projects as rows of a table have them: which record, what each cell says, where they stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.plan_projects import NO_PROJECTS
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.plan import DEEPEST
from ita_desktop.thai.text import fold, one_line
from ita_desktop.workflows.plans.forms import DETAILS
from ita_desktop.workflows.plans.headings import Named, heading_of, innermost, named_in
from ita_desktop.workflows.plans.planned_sections import Planned, PlannedSections
from ita_desktop.workflows.plans.project_fields import is_dash
from ita_desktop.workflows.plans.project_rows import (
    address_in,
    goes_on,
    has_name,
    heading_in_name,
    is_sum,
    is_troubled,
    said_of,
    without_number,
)
from ita_desktop.workflows.rows.sheet_drafts import RowKey, Said, is_row_key, row_key
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable

UNSORTED: Final = "โครงการที่ยังไม่ได้จัดเข้ามิติ"
OTHER_TITLE: Final = "ไม่ได้เปลี่ยนหัวข้อ กรุณาแก้ที่แผ่นงานหัวข้อแผน หรือที่แท็บ “จัดทำแผน”"
_NO_PROJECT: Final = "แถวนี้ยังไม่มีโครงการ จึงไม่ได้อ่าน กรุณาใส่ชื่อโครงการ"
_ELSEWHERE: Final = "โครงการนี้เป็นของหัวข้ออื่น จึงไม่ได้อ่าน กรุณาแก้ที่แถวของหัวข้อนั้น"
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
    warned: bool = False
    """That projects without a section are put there was told."""

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
                self._place(table, said, over)
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
            return self._resolved(heading, over, table, said["name"].address)
        if is_troubled(row, "name") or self._goes_on(place, row, said):
            return None
        return self._without_name(table, row, said, over)

    def _begun(
        self, table: FoundTable, row: FoundRow, key: RowKey, said: Mapping[str, Said]
    ) -> Planned | None:
        """Return the section whose empty row of part 2 has got a project."""
        there = next((one for one in self.sections.sections if one.id == key.number), None)
        again = "." in row.key.partition("@")[0]  # a project of another section, named here, too
        name = said.get("name")
        if there is None or name is None:
            return None
        title = said.get("section")
        if title is not None and title.text and not title.covered:
            last = title.text.rpartition("\n")[2]
            if not fold(last).endswith(fold(there.name)):
                self._warn(table, title.address, title.text, OTHER_TITLE)
        if not again and name.text and fold(name.text) != fold(NO_PROJECTS):
            return there
        for field_name, one in said.items():
            is_money = field_name.startswith("amount") and not one.text.startswith(_SEE)
            says_more = one.text and not one.covered and not is_dash(one.text)
            if says_more and (is_money or field_name == "note"):
                self._warn(table, one.address, one.text, _ELSEWHERE if again else _NO_PROJECT)
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

    def _over_table(self, table: FoundTable) -> Planned | None:
        """Return the section that lines over a table name; nobody asks for rows of this file."""
        above: Planned | None = None
        for line in table.titles if self._has_others(table) else ():
            if (named := heading_of(line)) is not None:
                above = self._resolved(named, above, table, table.header_address)
        of_sheet = heading_of(table.sheet) if above is None and self._has_others(table) else None
        if of_sheet is not None and (
            self.sections.began_empty or self.sections.find(of_sheet) is not None
        ):
            return self._resolved(of_sheet, None, table, table.header_address)
        return above

    def _has_others(self, table: FoundTable) -> bool:
        """Say whether a table has projects that this program did not write for this file."""
        return any(
            row_key(row.key, self.mark) is None and has_name(said_of(row)) for row in table.rows
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
        found, draft.told_section = self._place(table, draft.said, over)
        if found:
            draft.section, *draft.places = found

    def _place(
        self, table: FoundTable, cells: Mapping[str, Said], over: Planned | None
    ) -> tuple[tuple[Planned, ...], bool]:
        said = cells.get("section")
        if said is not None and said.text and not is_dash(said.text):
            named = named_in(said.text)
            if named and not any(one.number for one in named) and over is not None:
                one = named[0]
                known = self.sections.find(one, over=over)
                if known is None:
                    self._tell_new(one, table, said.address)
                    known = self.sections.add(one, over, table.sheet, said.address)
                return (known,), True
            return self.sections_of(table, said), True
        return ((over,), True) if over is not None else ((), False)

    def without_section(self, table: FoundTable, draft: ProjectDraft) -> Planned:
        """Return the section of projects for which none is told; told once that there is one.

        Of one whose section is told and is none an error was found already.
        """
        if self.unsorted is None:
            named = Named("", UNSORTED)
            self.unsorted = self.sections.find(named) or self.sections.add(
                named, None, table.sheet, draft.address
            )
        if not draft.told_section and not self.warned:
            self.warned = True
            problem = f"ไม่ได้ระบุมิติของโครงการ จึงจัดไว้ในหัวข้อ “{UNSORTED}” กรุณาย้ายเข้ามิติที่ถูกต้อง"
            self._warn(table, draft.address, "", problem)
        return self.unsorted

    def _under_lines(
        self, group: str, above: Planned | None, table: FoundTable, row: FoundRow
    ) -> Planned | None:
        over = above
        for line in filter(None, group.split("\n")):
            named = heading_of(line)
            if named is not None:
                over = self._resolved(named, over, table, address_in(row, "name"))
        return over

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
            return self._resolved(named, over, table, line.address)
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
            if not named.number and len(self.sections.called(named.title)) > 1:
                problem = f"ชื่อหัวข้อนี้มีหลายแห่งในแผน จึงใช้หัวข้อ {there.number} กรุณาตรวจ หรือระบุเลขหัวข้อ"
                self._warn(table, address, named.title, problem)
            return there
        if len(named.parts) > DEEPEST:
            self._unknown(table, address, named, "เลขหัวข้อไม่เกิน 4 ชั้น เช่น 2.1.1")
            return None
        if named.number and not named.title:
            if not self.sections.began_empty:
                self._unknown(table, address, named, "เลขหรือชื่อหัวข้อที่มีในแผน หรือเลขพร้อมชื่อของหัวข้อใหม่")
                return None
            self.unnamed.append(named.number)
        self._tell_new(named, table, address)
        return self.sections.add(named, above if cell is None else None, table.sheet, address)

    def _other_title(self, there: Planned, named: Named, table: FoundTable, address: str) -> None:
        by_number = there.is_new and there.number in self.unnamed
        if named.title and there.is_new and (by_number or not there.name):
            there.name = named.title
            if by_number:
                self.unnamed.remove(there.number)
        elif named.title and fold(named.title) != fold(there.name):
            problem = f"ชื่อหัวข้อไม่ตรงกับแผน จึงใช้ “{there.name}” ตามเดิม"
            self._warn(table, address, named.words, problem)

    def _tell_new(self, named: Named, table: FoundTable, address: str) -> None:
        """Tell that a plan that has sections gets one more: it may be a slip of the pen."""
        if self.sections.listed or not self.sections.began_empty:
            self._warn(table, address, named.words, "ไม่มีหัวข้อนี้ในแผน จึงเพิ่มเป็นหัวข้อใหม่ กรุณาตรวจ")

    def _warn(self, table: FoundTable, address: str, found: str, problem: str) -> None:
        self.findings.append(
            Finding(
                severity=Severity.WARNING,
                sheet=table.sheet,
                address=address,
                found=found,
                problem=problem,
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


def _take_spans(draft: ProjectDraft, row: FoundRow) -> None:
    """Note which cells of money go over several years."""
    first = ""
    for name in sorted(one for one in row.cells if one.startswith("amount:")):
        cell = row.cells[name]
        if not (cell.same and cell.value is None):
            first = name
        elif first:
            draft.spans[first] = (*draft.spans.get(first, (first,)), name)
