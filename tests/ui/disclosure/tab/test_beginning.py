"""A year of which nothing is known says how to begin its OIT items."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.domain import disclosure_sums
from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.lacks import Place
from ita_desktop.ui.disclosure.carrying import CarryDutiesDialog
from ita_desktop.ui.disclosure.tab.page import DisclosurePage
from tests.ui.disclosure.tab.items import known

Press = Callable[[str], None]
Show = Callable[[Path], DisclosurePage]


def test_an_empty_year_says_how_to_begin(
    show_page: Show, empty_path: Path, press: Press, qtbot: QtBot, qapp: QApplication
) -> None:
    page = show_page(empty_path)
    assert page.empty.isVisible()
    assert "๔๓ ข้อ" in page.empty._for.text()
    assert not page.empty.carry.isVisible()
    with qtbot.waitSignal(page.import_requested):
        page.empty.bring.click()
    page.first.setFocus()
    press("Enter")
    assert page.table.isVisible()
    assert qapp.focusWidget() is page.table
    assert page.evidence_code() == "O1"


def test_a_year_that_says_nothing_is_begun_from_what_it_lacks(
    show_page: Show, empty_path: Path, qapp: QApplication
) -> None:
    page = show_page(empty_path)
    assert page.go_to_place(Place(kind="fiscal_year", number=2566, field="oit"))
    assert qapp.focusWidget() is page.table


def test_an_empty_year_takes_over_what_the_year_before_had(
    show_page: Show, oit_path: Path, dialogs: list[QDialog]
) -> None:
    page = show_page(oit_path)
    page._session.add_year(2567)
    assert page.empty.carry.isVisible()
    assert page.empty.carry.text() == "ยกจากปี ๒๕๖๖…"
    page.empty.carry.click()
    (dialog,) = dialogs
    assert isinstance(dialog, CarryDutiesDialog)
    assert "ยกไป" in dialog.summary.text()
    dialog.go.click()
    assert page.table.isVisible()
    assert known(page, "O1").units == "สำนักปลัดเทศบาล"
    assert known(page, "O1").state is PublishState.NOT_BEGUN
    page._session.undo()
    assert known(page, "O1").units == ""


def test_a_year_without_oit_items_says_so(
    show_page: Show, oit_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show_page(oit_path)
    monkeypatch.setattr(disclosure_sums, "oit_items", _no_items)
    page.refresh()
    assert page.empty.isVisible()
    assert "ยังไม่มีรายการ OIT" in page.empty._for.text()
    assert not page.empty.start.isVisible()


def _no_items(_criteria: Criteria) -> tuple[Item, ...]:
    return ()
