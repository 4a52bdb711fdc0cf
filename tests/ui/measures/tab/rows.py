"""Rows of the tab: what the file has, making one current, selecting some, dragging one."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from ita_desktop.domain.measures import Topic
from ita_desktop.ui.measures.tab.lines import Line
from ita_desktop.ui.measures.tab.page import MeasuresPage


def lines_of(page: MeasuresPage) -> list[Line]:
    """Return the lines of the measures' grid."""
    return [line for line in page.model.lines if isinstance(line, Line)]


def topic_of(page: MeasuresPage, place: int = 0) -> Topic:
    """Return a topic as the file has it."""
    return page._session.tracker.topics[place]  # pyright: ignore[reportPrivateUsage]


def steps_of(page: MeasuresPage, measure: int = 0) -> list[str]:
    """Return the texts of the steps of a measure of the first topic."""
    return [step.text for step in topic_of(page).measures[measure].steps]


def go(page: MeasuresPage, place: int, field: str = "text") -> None:
    """Make a field of the step at ``place`` of the first measure the current cell."""
    step = topic_of(page).measures[0].steps[place]
    assert page.table.go_to(f"step:{step.id}", field)
    page.table.setFocus()


def select(page: MeasuresPage, first: int, last: int, field: str) -> None:
    """Select a field of several steps; the first one is the current cell."""
    go(page, first, field)
    column = page.model.column_of(field)
    flags = page.table.selectionModel().SelectionFlag.Select
    for place in range(first, last + 1):
        row = page.model.place_of(f"step:{topic_of(page).measures[0].steps[place].id}")
        page.table.selectionModel().select(page.model.index(row, column), flags)


def drag(view: QAbstractItemView, begun: QPoint, ended: QPoint) -> None:
    """Press at one place, move to the other and let go."""
    surface = view.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(surface, left, pos=begun)
    QTest.mouseMove(surface, (begun + ended) / 2)
    QTest.mouseMove(surface, ended)
    QTest.mouseRelease(surface, left, pos=ended)
