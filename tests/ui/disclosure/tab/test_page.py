"""The tab as a whole: beginning, years, filter, order, several items, sizes, only reading."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.lacks import Place
from ita_desktop.ui import today
from ita_desktop.ui.disclosure.tab.filters import NO_UNIT, Lacking
from ita_desktop.ui.disclosure.tab.many_dialog import ManyDialog
from ita_desktop.ui.disclosure.tab.page import DisclosurePage
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from tests.ui.disclosure.tab.items import go, known, last_deed, seen, shown

Press = Callable[[str], None]
Type = Callable[[str], None]
Show = Callable[[Path], DisclosurePage]


def test_the_model_keeps_qt_s_rules_while_rows_come_and_go(
    oit: DisclosurePage, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(oit.model)
    oit.bar.states.setCurrentIndex(2)
    oit.bar.show_all()
    oit.bar.order.setCurrentIndex(1)
    qtmodeltester.check(oit.model)


def test_items_stand_under_their_sub_indicators(oit: DisclosurePage) -> None:
    heads = [line for line in oit.model.lines if oit.model.heads(line)]
    assert len(heads) == 7
    assert oit.model.index(0, 0).data() == "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน"
    assert len(seen(oit)) == 43
    assert oit.table.columnSpan(0, 0) == len(oit.model.columns)
    assert shown(oit, "O4", "points") == "๐.๔๐"
    assert shown(oit, "O3", "points") == "–"


def test_the_foot_counts_what_is_published_and_secured(oit: DisclosurePage) -> None:
    assert oit.left.foot.published.text() == "เผยแพร่แล้ว ๑ จาก ๔๒ ข้อ"
    assert oit.left.foot.points.text().startswith("ได้แล้ว ๐.๔๐ จาก ")


def test_filters_of_unit_state_and_what_is_lacking(oit: DisclosurePage, press: Press) -> None:
    bar = oit.bar
    bar.units.setCurrentIndex(bar.units.findData("กองช่าง"))
    assert seen(oit) == ["O2"]
    press("Esc")
    assert len(seen(oit)) == 43
    bar.units.setCurrentIndex(bar.units.findData(NO_UNIT))
    assert "O1" not in seen(oit)
    bar.show_all()
    bar.states.setCurrentIndex(bar.states.findData(PublishState.EXCLUDED))
    assert seen(oit) == ["O3"]
    bar.show_all()
    for lacking, codes in ((Lacking.LATE, ["O2"]), (Lacking.INCOMPLETE, None)):
        bar.lacking.setCurrentIndex(bar.lacking.findData(lacking))
        assert codes is None or seen(oit) == codes
    assert len(seen(oit)) == 41  # neither O1 nor O3
    assert "๔๑ จาก ๔๓ ข้อ" in oit.left._count.text()


def test_what_is_mended_stays_until_others_are_asked_for(
    oit: DisclosurePage, press: Press, type_: Type
) -> None:
    oit.bar.lacking.setCurrentIndex(oit.bar.lacking.findData(Lacking.LATE))
    go(oit, "O2")
    type_("เผย")
    press("Enter")
    assert seen(oit) == ["O2"]
    oit.bar.changed.emit()
    assert seen(oit) == []
    assert not oit.table.isVisible()


def test_the_dearest_come_first_without_heads(oit: DisclosurePage) -> None:
    oit.bar.order.setCurrentIndex(1)
    assert not any(oit.model.heads(line) for line in oit.model.lines)
    assert seen(oit)[:5] == ["O39", "O40", "O41", "O42", "O43"]
    oit.bar.order.setCurrentIndex(2)
    assert seen(oit)[0] == "O2"


def test_several_items_get_the_same_in_one_deed(
    oit: DisclosurePage, press: Press, type_: Type, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    go(oit, "O5")
    press("Shift+Down")
    press("Shift+Down")
    assert oit.left.many.text() == "กำหนดพร้อมกัน ๓ ข้อ…"
    press("Ctrl+G")
    (dialog,) = dialogs
    assert isinstance(dialog, ManyDialog)
    qtbot.waitUntil(dialog.state.hasFocus)
    dialog.state.setCurrentIndex(dialog.state.findData(PublishState.IN_WORK))
    press("Tab")
    assert dialog.units.hasFocus()
    type_("กองค")
    press("Down")
    press("Tab")
    assert dialog.due.hasFocus()
    type_("31 กพ 66")
    press("Ctrl+Enter")
    assert dialog.isVisible()
    assert dialog.error.isVisible()
    dialog.due.setText("30 เม.ย. 66")
    press("Ctrl+Enter")
    for code in ("O5", "O6", "O7"):
        one = known(oit, code)
        assert (one.state, one.units, one.due) == (
            PublishState.IN_WORK,
            "กองคลัง",
            date(2023, 4, 30),
        )
    assert known(oit, "O8").units == ""
    assert last_deed(oit) == "กำหนดสถานะ หน่วยงานรับผิดชอบ กำหนดเผยแพร่ 3 ข้อ"
    oit._session.undo()
    assert known(oit, "O6").units == ""


def test_late_items_stand_on_the_tab_before_it_is_opened(
    make_window: Callable[[Path | None], MainWindow], oit_path: Path, press: Press, type_: Type
) -> None:
    window = make_window(oit_path)
    workspace = window.workspace
    assert workspace is not None
    workspace.late.count()
    assert workspace.tabs.tabText(Tab.OIT) == "เปิดเผยข้อมูล (OIT) (๑)"
    workspace.session.put_scores({"O2": Decimal(100)}, "กรอกคะแนน")
    assert workspace.tabs.tabText(Tab.OIT) == "เปิดเผยข้อมูล (OIT)"
    workspace.session.undo()
    assert workspace.tabs.tabText(Tab.OIT) == "เปิดเผยข้อมูล (OIT) (๑)"
    workspace.tabs.setCurrentIndex(Tab.OIT)
    go(workspace.disclosure, "O2")
    type_("เผย")
    press("Enter")
    assert workspace.tabs.tabText(Tab.OIT) == "เปิดเผยข้อมูล (OIT)"


@pytest.mark.parametrize(
    ("field", "where"),
    [("state", "table"), ("due", "table"), ("addresses", "card"), ("contents", "ticks")],
)
def test_a_place_is_gone_to_whatever_hides_it(
    oit: DisclosurePage, qapp: QApplication, field: str, where: str
) -> None:
    oit.bar.states.setCurrentIndex(oit.bar.states.findData(PublishState.EXCLUDED))
    assert oit.go_to_place(Place(kind="oit_item", number=2566, field=field, code="O20"))
    assert oit.card.code == "O20"
    goal = {
        "table": oit.table,
        "card": oit.card.fields["addresses"].editor,
        "ticks": oit.card.contents.list,
    }[where]
    assert qapp.focusWidget() is goal
    if where == "ticks":
        assert oit.card.contents.list.currentRow() == _first_missing(oit)
    assert not oit.go_to_place(Place(kind="oit_item", number=2566, field=field, code="O99"))
    assert not oit.go_to_place(Place(kind="step", number=1, field="text"))


def test_a_text_is_found_in_titles_contents_and_fields(oit: DisclosurePage) -> None:
    assert oit.find_text("example.go.th/o1") == (1, 1)
    assert oit.card.code == "O1"
    first, count = oit.find_text("no gift")
    assert first == 1
    assert count >= 3
    assert oit.find_text("no gift", step=-1) == (count, count)
    assert oit.find_text("ไม่มีคำนี้") == (0, 0)
    assert oit.find_text("") == (0, 0)


def test_what_is_lacking_stands_at_the_foot_and_leads_there(
    oit: DisclosurePage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(oit.left.strip.text), timeout=5000)
    oit.left.strip.go.click()
    assert oit.card.code


def test_on_a_narrow_window_table_and_card_take_turns(
    oit: DisclosurePage, press: Press, qapp: QApplication, qtbot: QtBot
) -> None:
    oit.window().resize(900, 600)
    assert oit.left.isVisible()
    assert not oit.card.isVisible()
    press("Ctrl+M")
    qtbot.waitUntil(oit.card.isVisible)
    assert not oit.left.isVisible()
    assert qapp.focusWidget() is oit.card.state
    press("Ctrl+M")
    qtbot.waitUntil(oit.table.isVisible)
    assert qapp.focusWidget() is oit.table
    press("Ctrl+K")
    assert oit.card.contents.list.hasFocus()


def test_a_file_that_is_only_read_says_so_and_stays(
    oit: DisclosurePage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    session = oit._session
    session.file.read_only = "ไฟล์นี้เปิดแบบอ่านอย่างเดียว"
    oit.model.writable = False
    oit.refresh()
    go(oit, "O1")
    type_("ต")
    assert "อ่านอย่างเดียว" in oit.gestures.bubble.text
    press("Delete")
    press("Ctrl+G")
    press("Ctrl+K")
    with qtbot.waitSignal(session.refused):
        press("Space")
    assert known(oit, "O1").state is PublishState.PUBLISHED
    assert not oit.card.today.isVisible()
    assert not oit.card.state.isEnabled()
    assert oit.card.fields["units"].editor.isReadOnly()


def test_another_year_has_its_own_items(oit: DisclosurePage) -> None:
    oit._session.add_year(2568)
    oit.empty.start.click()
    assert len(seen(oit)) == 28
    oit._session.select_year(2566)
    assert oit.table.isVisible()
    assert len(seen(oit)) == 43


def test_what_another_deed_writes_is_shown(oit: DisclosurePage) -> None:
    edits = [OitEdit(code="O9", field="units", text="กองคลัง")]
    oit._session.do(lambda file: apply_oit_edits(file, 2566, edits, "จากที่อื่น"))
    assert shown(oit, "O9", "units") == "กองคลัง"


def test_the_papers_and_other_work_are_in_menus(oit: DisclosurePage) -> None:
    oit.papers.aboutToShow.emit()
    assert any("OIT" in action.text() or action.text() for action in oit.papers.actions())
    oit.work.menu.aboutToShow.emit()
    words = [action.text() for action in oit.work.menu.actions()]
    assert any(text.startswith("นำเข้าจาก Excel") for text in words)
    oit.papers.aboutToHide.emit()


def test_today_decides_what_is_late(oit: DisclosurePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today, "today", lambda: date(2022, 12, 31))
    oit.refresh()
    assert oit.late == 0


def _first_missing(page: DisclosurePage) -> int:
    shown_contents = page.card.contents.list.shown_contents
    return next(row for row, one in enumerate(shown_contents) if not one.heads)
