"""Free columns of the office's own layouts are filled in the tab and printed in the layout."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from dataclasses import replace

import pytest

from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.layout import EXTRA, LayoutColumn
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.measures.tab.page import MeasuresPage
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.layouts import add_copy, layouts_of, save_layout
from ita_desktop.workflows.rows.deeds import Edit
from ita_desktop.workflows.rows.field_history import measure_field_history

FIELD = f"{EXTRA}งบประมาณ"


@pytest.fixture
def budget(measures: MeasuresPage) -> int:
    """Return the place of a free column that a layout of the office has."""
    session = measures._session
    copy = add_copy(session.file, layouts_of(session.file)[0], "แบบของอำเภอ")
    column = LayoutColumn(source=FIELD, head="งบประมาณ (บาท)", width=20)
    save_layout(session.file, replace(copy, columns=(*copy.columns, column)))
    session.refresh()
    return measures.model.column_of(FIELD)


def kept(measures: MeasuresPage) -> list[str]:
    measure = load_tracker(measures._session.file, 2566).topics[0].measures[0]
    return [row.extra.get("งบประมาณ", "") for row in (measure, *measure.steps)]


def test_it_is_seen_typed_into_and_taken_back(
    measures: MeasuresPage, budget: int, press: Callable[[str], None], type_: Callable[[str], None]
) -> None:
    assert budget > 0
    assert not measures.table.isColumnHidden(budget)
    measures.table.setFocus()
    measures.table.setCurrentIndex(measures.model.index(1, budget))
    type_("5000")
    press("Enter")
    assert kept(measures) == ["", "5000", "", ""]
    assert measures.model.index(1, budget).data() == "๕๐๐๐"
    measures.table.setCurrentIndex(measures.model.index(1, budget))
    press("Delete")
    assert kept(measures) == [""] * 4
    measures._session.undo()
    assert kept(measures) == ["", "5000", "", ""]


def test_a_new_step_may_begin_in_it(
    measures: MeasuresPage, budget: int, press: Callable[[str], None], type_: Callable[[str], None]
) -> None:
    adds = next(place for place, line in enumerate(measures.model.lines) if line.adds)
    measures.table.setFocus()
    measures.table.setCurrentIndex(measures.model.index(adds, budget))
    type_("800")
    press("Enter")
    assert kept(measures)[-1] == "800"


def test_what_became_of_it_is_told_by_itself(
    measures: MeasuresPage, budget: int, press: Callable[[str], None]
) -> None:
    for text in ("1", "2"):
        measures.model.setData(measures.model.index(1, budget), text)
    measures.model.setData(measures.model.index(1, measures.model.column_of("text")), "ข้อความใหม่")
    measures.table.setFocus()
    measures.table.setCurrentIndex(measures.model.index(1, budget))
    press("Ctrl+H")
    (dialog,) = measures.findChildren(FieldHistoryDialog)
    edit = Edit(kind=Kind.STEP, number=measures.model.lines[1].number, field=FIELD, text="")
    changes = measure_field_history(measures._session.file, edit)
    assert [(change.before, change.after) for change in changes[:2]] == [("1", "2"), ("", "1")]
    assert len(changes) == 3  # the row itself came with nothing in it
    assert dialog.isVisible()


def test_it_can_be_hidden_and_stays_so(
    measures: MeasuresPage, budget: int, settings: Settings
) -> None:
    measures.right.turn_column(budget)
    assert measures.table.isColumnHidden(budget)
    assert f"-{FIELD}" in settings.columns("measures")
    measures.right._hide_columns()
    assert measures.table.isColumnHidden(budget)
    measures.right.turn_column(budget)
    assert not measures.table.isColumnHidden(budget)


def test_it_goes_with_the_layout_and_comes_back_with_undo(
    measures: MeasuresPage, budget: int
) -> None:
    measures._session.undo()
    assert measures.model.column_of(FIELD) == -1
    measures._session.redo()
    assert measures.model.column_of(FIELD) == budget
