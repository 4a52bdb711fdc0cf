"""The grid of measures in the columns of a layout: its heads and order, the others to choose."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu

from ita_desktop.documents.layout import EXTRA, Layout, LayoutColumn, official_layouts
from ita_desktop.ui import theme
from ita_desktop.ui.measures.tab.columns import STEP_COLUMNS, as_in
from ita_desktop.ui.measures.tab.page import MeasuresPage
from ita_desktop.workflows.layouts import add_copy, layouts_of, save_layout
from tests.ui.measures.tab.rows import lines_of


def seen(measures: MeasuresPage) -> list[str]:
    """Return the heads of the columns that are seen, from the left."""
    return [
        column.head
        for place, column in enumerate(measures.model.columns)
        if not measures.table.isColumnHidden(place)
    ]


def choose(measures: MeasuresPage, words: str) -> None:
    """Choose a layout in the menu of the columns, as a click does."""
    menu = measures.right._menu
    menu.aboutToShow.emit()
    inner = menu.findChild(QMenu)
    assert inner is not None
    next(one for one in inner.actions() if one.text() == words).trigger()


@pytest.mark.parametrize("layout", official_layouts(), ids=lambda one: one.id)
def test_no_column_is_lost_or_twice_in_any_layout(layout: Layout) -> None:
    columns = as_in(layout, STEP_COLUMNS)
    assert sorted(one.field for one in columns) == sorted(one.field for one in STEP_COLUMNS)
    assert columns[0].field == "number"


def test_the_columns_are_those_of_the_chosen_layout_and_come_back(measures: MeasuresPage) -> None:
    usual = seen(measures)
    choose(measures, "รายงานผลการดำเนินการมาตรการ")
    assert seen(measures) == [
        *("ที่", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"),
        *("ผลการดำเนินการ", "ข้อเสนอแนะ"),
    ]
    choose(measures, "ตามปกติ")
    assert seen(measures) == usual


def test_what_is_typed_goes_to_the_field_of_the_layouts_column(measures: MeasuresPage) -> None:
    choose(measures, "รายงานผลการดำเนินการมาตรการ")
    column = measures.model.column_of("suggestion")
    step = next(n for n, line in enumerate(lines_of(measures)) if line.step is not None)
    measures.model.setData(measures.model.index(step, column), "ควรทำต่อ")
    topic = measures._session.tracker.topics[0]
    assert topic.measures[0].steps[0].results[measures.months].suggestion == "ควรทำต่อ"


def test_a_further_column_is_chosen_and_forgets_none_of_the_usual(measures: MeasuresPage) -> None:
    measures.right.turn_column(measures.model.column_of("suggestion"))
    usual = seen(measures)
    choose(measures, "รายงานผลการดำเนินการมาตรการ")
    measures.right.turn_column(measures.model.column_of("state"))
    assert seen(measures)[-1] == "สถานะ"
    choose(measures, "ตามปกติ")
    assert seen(measures) == usual


def test_an_own_layout_has_its_heads_and_free_columns(measures: MeasuresPage) -> None:
    session = measures._session
    copy = add_copy(session.file, layouts_of(session.file)[0], "แบบของอำเภอ")
    free = LayoutColumn(source=f"{EXTRA}งบประมาณ", head="งบ (บาท)", width=20)
    units, *others = sorted(copy.columns, key=lambda one: one.source != "units")
    save_layout(session.file, replace(copy, columns=(replace(units, head="ฝ่าย"), *others, free)))
    session.refresh()
    choose(measures, "แบบของอำเภอ")
    assert seen(measures)[:2] == ["ที่", "ฝ่าย"]
    assert seen(measures)[-1] == "งบ (บาท)"


def test_a_head_has_room_or_says_itself_whole_in_its_tip(measures: MeasuresPage) -> None:
    choose(measures, "รายงานผลการดำเนินการมาตรการ")
    head = measures.table.horizontalHeader()
    metrics = QFontMetrics(theme.font(theme.SMALL_PX, strong=True))
    for place, column in enumerate(measures.model.columns):
        if not measures.table.isColumnHidden(place):
            assert head.sectionSize(place) >= metrics.horizontalAdvance(column.head), column.head
    choose(measures, "การดำเนินการตามข้อคำถาม")
    long = measures.model.column_of("text")
    tip = measures.model.headerData(long, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == measures.model.columns[long].head
    assert len(tip) > 60


def test_the_frame_of_the_current_cell_hides_nothing_in_it(measures: MeasuresPage) -> None:
    table, column = measures.table, measures.model.column_of("state")
    measures.table.setFocus()
    step = next(n for n, line in enumerate(lines_of(measures)) if line.step is not None)
    table.setCurrentIndex(measures.model.index(step, column))
    cell = table.visualRect(table.currentIndex())
    picture = table.viewport().grab(cell).toImage()
    inside = ((x, y) for x in range(6, picture.width() - 6) for y in range(6, 30))
    colours = {picture.pixelColor(x, y).name() for x, y in inside}
    assert len(colours) > 10, "a chip with its words, not one colour"
