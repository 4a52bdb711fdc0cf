"""Where projects stand that one table of a workbook only names and another one puts in place.

Offices have part 2 with its dimensions on one sheet and the nine headings on another.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.thai.text import fold
from ita_desktop.workflows.plans.planned_sections import PlannedSections
from ita_desktop.workflows.plans.project_drafts import ProjectDraft


def tell_places(drafts: Sequence[ProjectDraft], sections: PlannedSections) -> None:
    """Give rows the section that another table tells of the project of the same name.

    The first row of a name in one table is the first of it in the other. One that only a dimension
    is told of gets the section under it.
    """
    tables: dict[str, dict[int, list[ProjectDraft]]] = defaultdict(lambda: defaultdict(list))
    for draft in drafts:
        if draft.name:
            tables[fold(draft.name)][draft.table].append(draft)
    for found in tables.values():
        for each in found.values():
            for place, draft in enumerate(each):
                if draft.keyed:
                    continue
                for other in found.values():
                    if other is not each and place < len(other):
                        _take(draft, other[place], sections)


def _take(draft: ProjectDraft, other: ProjectDraft, sections: PlannedSections) -> None:
    there = other.section
    if there is None or there is draft.section:
        return
    if draft.section is None or sections.is_under(there, draft.section):
        draft.section = there
        draft.places = [*draft.places, *(one for one in other.places if one not in draft.places)]


def same_names(new: Sequence[ProjectDraft]) -> Iterator[Finding]:
    """Warn of projects that come with the name of one above them in the same section."""
    first: dict[tuple[int, str, int], str] = {}
    for draft in new:
        name = (draft.table, fold(draft.name), id(draft.section))
        there = first.setdefault(name, draft.address)
        if there != draft.address:
            yield Finding(
                severity=Severity.WARNING,
                sheet=draft.sheet,
                address=draft.address,
                found=draft.name,
                problem=f"ชื่อซ้ำกับโครงการที่ {there} ในหัวข้อเดียวกัน จึงเป็นอีกโครงการหนึ่ง กรุณาตรวจ",
            )
