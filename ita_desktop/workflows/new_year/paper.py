"""The list of what a new year took over, frozen as a paper."""

from dataclasses import replace

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.documents.margins import REGULATION, Margins, with_margins
from ita_desktop.documents.model import Digits
from ita_desktop.documents.new_year_list import ListedPart, new_year_list
from ita_desktop.workflows.export_document import Frozen
from ita_desktop.workflows.new_year.values import Fate, NewYearPart, NewYearPlan
from ita_desktop.workflows.opening import office_of


def freeze_list(
    file: DataFile, plan: NewYearPlan, digits: Digits, margins: Margins = REGULATION
) -> Frozen:
    """Return the list as a paper that is drawn as PDF or workbook; parts without lines are left."""
    office = office_of(file)
    parts = [
        ListedPart(
            title=f"{part.part.words}  {counts_of(part)}",
            rows=tuple((line.what, line.about, line.outcome) for line in part.lines),
        )
        for part in plan.parts
        if part.lines
    ]
    document = new_year_list(office, plan.from_year, plan.to_year, parts, digits)
    marked = replace(document, mark=load_mark(file))
    return Frozen(with_margins(marked, margins), office.own_words)


def counts_of(part: NewYearPart) -> str:
    """Return how many lines have which fate, "ยกไป 5 · ไม่ยก 2"."""
    counts = ((fate, len(part.of(fate))) for fate in Fate)
    return " · ".join(f"{fate.words} {count}" for fate, count in counts if count)
