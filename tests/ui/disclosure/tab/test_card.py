"""The card of the current item: ticks, fields, addresses, last year's code."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.ui import today, wording
from ita_desktop.ui.dialogs.item_text import ItemTextDialog
from ita_desktop.ui.disclosure.tab.page import DisclosurePage
from ita_desktop.ui.fields.choosing import ChoosingDialog
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from tests.ui.disclosure.tab.items import contents, go, known, last_deed, shown
from tests.ui.widgets.test_still import turn

Press = Callable[[str], None]
Type = Callable[[str], None]


def test_space_ticks_what_is_there_and_the_table_counts_along(
    oit: DisclosurePage, press: Press
) -> None:
    go(oit, "O2")
    press("Ctrl+K")
    assert oit.card.contents.list.hasFocus()
    press("Space")
    asked = contents("O2")
    assert known(oit, "O2").contents == {asked[0]}
    assert shown(oit, "O2", "contents") == wording.shown(f"1/{len(asked)}")
    assert last_deed(oit) == "บันทึกว่ามีองค์ประกอบของ O2"
    press("Space")
    assert known(oit, "O2").contents == frozenset()
    press("Ctrl+Z")
    assert known(oit, "O2").contents == {asked[0]}
    assert len(oit.card.contents.list.ticked()) == 1


def test_everything_is_ticked_and_taken_away_in_one_deed(oit: DisclosurePage, press: Press) -> None:
    go(oit, "O2")
    oit.card.contents.all.setFocus()
    press("Space")
    assert known(oit, "O2").contents == set(contents("O2"))
    assert oit.card.contents.all.text() == "นำเครื่องหมายออกทั้งหมด"
    press("Space")
    assert known(oit, "O2").contents == frozenset()


def test_the_row_that_has_the_keyboard_is_seen(
    oit: DisclosurePage, press: Press, qtbot: QtBot
) -> None:
    oit.window().resize(1366, 560)
    go(oit, "O2")
    press("Ctrl+K")
    rows, sheet = oit.card.contents.list, oit.card._sheet.viewport()

    def is_seen() -> bool:
        place = rows.visualRect(rows.currentIndex())
        top = rows.viewport().mapTo(sheet, place.topLeft()).y()
        return 0 <= top <= sheet.height() - place.height()

    for _ in range(rows.rowCount()):
        qtbot.waitUntil(is_seen)
        press("Down")
    assert rows.currentRow() == rows.rowCount() - 1


def test_heads_of_parts_are_not_ticked(oit: DisclosurePage, press: Press) -> None:
    go(oit, "O2")
    press("Ctrl+K")
    heads = [n for n, one in enumerate(oit.card.contents.list.shown_contents) if one.heads]
    assert heads
    oit.card.contents.list.setCurrentCell(heads[0], 1)
    press("Space")
    assert known(oit, "O2").contents == frozenset()


def test_a_state_is_chosen_from_the_list(oit: DisclosurePage) -> None:
    go(oit, "O4")
    place = oit.card.state.findData(PublishState.CHECKED)
    oit.card.state.setCurrentIndex(place)
    oit.card.state.activated.emit(place)
    assert known(oit, "O4").state is PublishState.CHECKED
    assert shown(oit, "O4", "state") == "ตรวจสอบแล้ว"


def test_fields_are_taken_when_they_are_left(
    oit: DisclosurePage, press: Press, type_: Type
) -> None:
    go(oit, "O4")
    assert oit.card.focus_field("addresses")
    type_("example.go.th/o4")
    press("Enter")
    type_("ดูที่หน้าแรก")
    press("Tab")
    assert known(oit, "O4").addresses == "example.go.th/o4\nดูที่หน้าแรก"
    assert "บรรทัดที่ ๒ ไม่เหมือนที่อยู่เว็บไซต์" in oit.card.addresses.warning.text()
    assert oit.card.addresses.warning.isVisible()


def test_an_address_is_copied_and_handed_to_the_browser_only_on_a_click(
    oit: DisclosurePage,
    clipboard: Callable[[str | None], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", _note_in(opened))
    go(oit, "O1")
    assert opened == []
    oit.card.addresses.open.click()
    assert opened == ["https://www.example.go.th/o1"]
    oit.card.addresses.copy.click()
    assert clipboard(None) == "https://www.example.go.th/o1"
    go(oit, "O4")
    assert not oit.card.addresses.open.isVisible()


def test_today_is_the_day_it_was_checked(
    oit: DisclosurePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "today", lambda: date(2023, 4, 12))
    go(oit, "O1")
    oit.card.today.click()
    assert known(oit, "O1").checked == date(2023, 4, 12)
    assert oit.card.fields["checked"].editor.toPlainText() == "๑๒ เม.ย. ๖๖"


def test_a_wrong_day_stays_with_its_sentence_and_nothing_is_left(
    oit: DisclosurePage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go(oit, "O4")
    oit.card.focus_field("dated")
    type_("32 ม.ค. 66")
    press("Tab")
    assert "32 ม.ค. 66" in oit.card.fields["dated"].error
    go(oit, "O6")
    qtbot.waitUntil(lambda: oit.table.current_item() is not None and _current(oit) == "O4")
    assert oit.card.code == "O4"
    assert oit.card.fields["dated"].editor.toPlainText() == "32 ม.ค. 66"
    qtbot.waitUntil(oit.card.fields["dated"].editor.hasFocus)
    press("Esc")
    go(oit, "O6")
    assert oit.card.code == "O6"
    assert known(oit, "O4").dated is None


def test_a_day_that_is_to_be_mended_is_typed_over(
    oit: DisclosurePage, press: Press, type_: Type
) -> None:
    for code, day in (("O2", date(2023, 1, 5)), ("O4", date(2023, 2, 6))):
        go(oit, code)
        assert oit.card.focus_field("due")
        type_(f"{day.day} {('ม.ค.', 'ก.พ.')[day.month - 1]} 66")
        press("Tab")
        assert known(oit, code).due == day


def test_units_are_chosen_from_the_office_s(
    oit: DisclosurePage, press: Press, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    go(oit, "O2")
    oit.card.choose.click()
    (dialog,) = dialogs
    assert isinstance(dialog, ChoosingDialog)
    assert dialog.chosen() == ("กองคลัง", "กองช่าง")
    qtbot.waitUntil(dialog.table.hasFocus)
    press("Space")
    press("Enter")
    assert known(oit, "O2").units == "กองช่าง"


def test_what_it_was_called_last_year_stands_over_the_fields(oit: DisclosurePage) -> None:
    go(oit, "O12")
    assert oit.card.head.before.text().startswith("ปี ๒๕๖๕ คือ O11 ")
    assert "และ O19" in oit.card.head.before.text()


def test_an_unchecked_text_says_so_and_has_no_points(
    show_page: Callable[[Path], DisclosurePage], year_path: Callable[[int], Path], press: Press
) -> None:
    page = show_page(year_path(2569))
    page.empty.start.click()
    code = next(one.item.code for one in page._standings if not one.item.status.checked)
    go(page, code)
    assert page.card.head.draft.isVisible()
    assert "ยังไม่ได้ตรวจ" in page.card.head.draft.text()
    assert page.card.head.confirm.isVisible()
    assert shown(page, code, "points") == "–"
    assert "(ร่าง)" in shown(page, code, "text")
    assert page.card.contents.none.isVisible()
    assert not page.card.contents.list.isVisible()
    press("Ctrl+K")  # there is nothing to tick


def test_the_history_of_a_field_is_shown(
    oit: DisclosurePage, press: Press, dialogs: list[QDialog]
) -> None:
    go(oit, "O1")
    oit.card.focus_field("addresses")
    press("Ctrl+H")
    (dialog,) = dialogs
    assert isinstance(dialog, FieldHistoryDialog)
    dialog.reject()


def test_evidence_is_asked_for_by_code(oit: DisclosurePage, qtbot: QtBot) -> None:
    go(oit, "O7")
    assert oit.evidence_code() == "O7"
    with qtbot.waitSignal(oit.evidence_requested) as asked:
        oit.card.proofs.click()
    assert asked.args == ["O7"]


def test_tab_goes_through_the_card_from_top_to_bottom(
    oit: DisclosurePage, press: Press, qapp: QApplication
) -> None:
    go(oit, "O1")
    oit.card.state.setFocus()
    stops: list[object] = []
    for _ in range(11):
        press("Tab")
        stops.append(qapp.focusWidget())
    card, fields = oit.card, oit.card.fields
    assert stops == [
        fields["units"].editor,
        card.choose,
        fields["addresses"].editor,
        *card.addresses.buttons,
        fields["due"].editor,
        fields["dated"].editor,
        fields["checked"].editor,
        card.today,
        card.contents.all,
        card.contents.list,
    ]


def _current(page: DisclosurePage) -> str:
    line = page.table.current_item()
    return "" if line is None else line.key


def _note_in(opened: list[str]) -> Callable[[QUrl], None]:
    return lambda url: opened.append(url.toString())


def test_f4_in_the_card_opens_the_official_text_and_confirms_it(
    show_page: Callable[[Path], DisclosurePage],
    year_path: Callable[[int], Path],
    press: Press,
    dialogs: list[QDialog],
) -> None:
    page = show_page(year_path(2567))
    page.empty.start.click()
    code = next(one.item.code for one in page._standings if not one.item.status.checked)
    go(page, code)
    page.card.focus_field("note")
    press("F4")
    (dialog,) = dialogs
    assert isinstance(dialog, ItemTextDialog)
    dialog.accept()
    assert not page.card.head.draft.isVisible()
    assert shown(page, code, "points") == "–"  # others beside it are still drafts


def test_a_wheel_over_the_state_scrolls_the_card_and_writes_nothing(oit: DisclosurePage) -> None:
    go(oit, "O2")
    before = last_deed(oit)
    assert turn(oit.card.state)
    assert known(oit, "O2").state is PublishState.IN_WORK
    assert last_deed(oit) == before


@pytest.mark.parametrize("field", ["addresses", "note", "units"])
def test_a_text_without_a_place_to_break_is_seen_whole(
    oit: DisclosurePage, press: Press, field: str
) -> None:
    go(oit, "O2")
    editor = oit.card.fields[field].editor
    editor.setFocus()
    editor.setPlainText("https://www.example.go.th/" + "a" * 600)
    press("Tab")
    assert editor.verticalScrollBar().maximum() <= 1, "nothing of it is scrolled out of sight"
    assert editor.maximumHeight() > 10 * editor.fontMetrics().lineSpacing()
