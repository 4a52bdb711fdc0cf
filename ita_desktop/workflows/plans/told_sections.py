"""Sections as lines and cells of a workbook tell them: found in the plan, or made on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.plan import DEEPEST
from ita_desktop.thai.text import fold
from ita_desktop.workflows.plans.headings import Named, heading_of, innermost, named_in
from ita_desktop.workflows.plans.planned_sections import Planned, PlannedSections
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_fields import is_dash
from ita_desktop.workflows.plans.project_rows import address_in
from ita_desktop.workflows.rows.sheet_drafts import Said
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable

OTHER_TITLE: Final = "ไม่ได้เปลี่ยนหัวข้อ กรุณาแก้ที่แผ่นงานหัวข้อแผน หรือที่แท็บ “จัดทำแผน”"
UNSORTED: Final = "โครงการที่ยังไม่ได้จัดเข้ามิติ"


@dataclass(slots=True, kw_only=True)
class ToldSections:
    """Says which sections of the plan are told; what cannot be, and what is doubted, is found."""

    sections: PlannedSections
    findings: list[Finding]
    unnamed: list[str] = field(default_factory=list[str])
    """Numbers that were told without a name, of sections that were made."""
    unsorted: Planned | None = None
    warned: bool = False
    """That projects without a section are put there was told."""

    def over_table(self, table: FoundTable) -> Planned | None:
        """Return the section that the lines over a table name, or the name of its sheet."""
        above: Planned | None = None
        for line in table.titles:
            if (named := heading_of(line)) is not None:
                above = self.resolved(named, above, table, table.header_address)
        of_sheet = heading_of(table.sheet) if above is None else None
        if of_sheet is not None and (
            self.sections.began_empty or self.sections.find(of_sheet) is not None
        ):
            return self.resolved(of_sheet, None, table, table.header_address)
        return above

    def under_lines(
        self, group: str, above: Planned | None, table: FoundTable, row: FoundRow
    ) -> Planned | None:
        """Return the section that lines between rows name; ``above``: that of the table."""
        over = above
        for line in filter(None, group.split("\n")):
            named = heading_of(line)
            if named is not None:
                over = self.resolved(named, over, table, address_in(row, "name"))
        return over

    def of_row(
        self, table: FoundTable, cells: Mapping[str, Said], over: Planned | None
    ) -> tuple[tuple[Planned, ...], bool]:
        """Return the sections of a row, its own first, and whether one is told at all.

        ``over``: the section of the lines above it, which stands where no cell says another.
        """
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
            return self.of_cell(table, said), True
        return ((over,), True) if over is not None else ((), False)

    def of_cell(self, table: FoundTable, said: Said) -> tuple[Planned, ...]:
        """Return the sections that a cell names, its own first; unknown ones are made."""
        named = named_in(said.text)
        inner = innermost(named)
        found: list[Planned] = []
        for one in named:
            place = self.resolved(one, None, table, said.address, cell=said)
            if place is None:
                return ()
            if one in inner and place not in found:
                found.append(place)
        return tuple(found)

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
            self.warn(table, draft.address, "", problem)
        return self.unsorted

    def resolved(
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
                self.warn(table, address, named.title, problem)
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

    def warn(self, table: FoundTable, address: str, found: str, problem: str) -> None:
        """Take down a warning about a cell."""
        self.findings.append(
            Finding(
                severity=Severity.WARNING,
                sheet=table.sheet,
                address=address,
                found=found,
                problem=problem,
            )
        )

    def _other_title(self, there: Planned, named: Named, table: FoundTable, address: str) -> None:
        by_number = there.is_new and there.number in self.unnamed
        if named.title and there.is_new and (by_number or not there.name):
            there.name = named.title
            if by_number:
                self.unnamed.remove(there.number)
        elif named.title and fold(named.title) != fold(there.name):
            problem = f"ชื่อหัวข้อไม่ตรงกับแผน จึงใช้ “{there.name}” ตามเดิม"
            self.warn(table, address, named.words, problem)

    def _tell_new(self, named: Named, table: FoundTable, address: str) -> None:
        """Tell that a plan that has sections gets one more: it may be a slip of the pen."""
        if self.sections.listed or not self.sections.began_empty:
            self.warn(table, address, named.words, "ไม่มีหัวข้อนี้ในแผน จึงเพิ่มเป็นหัวข้อใหม่ กรุณาตรวจ")

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
