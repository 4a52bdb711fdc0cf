"""What the cells say of a part of the new year, and of each of its lines."""

from PySide6.QtWidgets import QTableWidgetItem

from ita_desktop.ui import theme, wording
from ita_desktop.ui.widgets.long_table import cut
from ita_desktop.workflows.new_year.values import Fate, NewYearLine, NewYearPart


def part_cells(part: NewYearPart) -> list[str]:
    """Return the words of a part and how many of its lines have which fate."""
    counts = (len(part.of(fate)) for fate in Fate)
    return [part.part.words, *(wording.shown(str(count)) if count else "–" for count in counts)]


def line_cells(line: NewYearLine) -> list[QTableWidgetItem]:
    """Return what a line is of, about it, and what becomes of it; what stays is quiet."""
    items = [
        QTableWidgetItem(cut(wording.shown(text))) for text in (line.what, line.about, line.outcome)
    ]
    for item in items:
        if line.fate is Fate.STAYS:
            item.setForeground(theme.color("quiet"))
    if line.note and line.fate is Fate.COMES:
        items[-1].setForeground(theme.color("amber"))
    return items
