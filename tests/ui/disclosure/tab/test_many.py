"""Many items at once: what all of them get, also that every content is there, is one deed."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ita_desktop.domain.disclosure import PublishState, missing_contents
from ita_desktop.ui.disclosure.tab.many_dialog import ManyDialog
from ita_desktop.ui.disclosure.tab.page import DisclosurePage

Press = Callable[[str], None]
Type = Callable[[str], None]


def opened(dialogs: list[QDialog], qtbot: QtBot) -> ManyDialog:
    (dialog,) = dialogs
    assert isinstance(dialog, ManyDialog)
    qtbot.waitUntil(dialog.state.hasFocus)
    return dialog


def test_a_year_whose_pages_are_all_there_takes_one_deed_by_keys(
    oit: DisclosurePage, press: Press, type_: Type, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    session = oit._session
    before = session.disclosure
    for keys in ("Ctrl+A", "Ctrl+G"):
        press(keys)
    dialog = opened(dialogs, qtbot)
    assert dialog.complete.text() == "มีองค์ประกอบครบทั้ง ๑๕๒ รายการ"
    for _ in range(4):
        press("Down")
    assert dialog.state.currentText() == PublishState.CHECKED.words
    for _ in range(3):
        press("Tab")
    assert dialog.checked.hasFocus()
    type_("20 เม.ย. 66")
    press("Tab")
    press("Space")
    press("Ctrl+Enter")
    items = [line.standing.item for line in oit.model.items() if line.standing is not None]
    assert len(items) == 43
    for item in items:
        known = session.disclosure.of(item.code)
        assert (known.state, known.checked) == (PublishState.CHECKED, date(2023, 4, 20))
        assert known.units == before.of(item.code).units
        assert not missing_contents(item, known)
    session.undo()
    assert session.disclosure == before


def test_only_ticks_are_a_deed_too_and_nothing_is_none(
    oit: DisclosurePage, press: Press, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    session = oit._session
    deed = session.file.latest_deed()
    for keys in ("Ctrl+A", "Ctrl+G"):
        press(keys)
    dialog = opened(dialogs, qtbot)
    press("Ctrl+Enter")
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert session.file.latest_deed() == deed
    dialogs.clear()
    oit._set_many()
    opened(dialogs, qtbot).complete.setChecked(True)
    press("Ctrl+Enter")
    assert session.file.latest_deed() != deed
    assert not missing_contents(session.criteria.item_by_code["O43"], session.disclosure.of("O43"))


def test_a_year_that_tells_no_contents_offers_no_ticks(
    oit: DisclosurePage, press: Press, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    oit._session.add_year(2568)
    oit.empty.start.click()
    oit.table.setFocus()
    for keys in ("Ctrl+A", "Ctrl+G"):
        press(keys)
    assert opened(dialogs, qtbot).complete.isHidden()
