"""Nothing is cut in the windows that clerks have; everything can be reached and has a name."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from ita_desktop.ui.header import Header
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session

MakeWindow = Callable[[Path | None], MainWindow]
Press = Callable[[str], None]
SIZES = [(860, 480), (1366, 768)]


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def shown(widget: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    return (child for child in widget.findChildren(kind) if child.isVisible())


def _is_loss(widget: QWidget | None) -> bool:
    return widget is not None and widget.accessibleName().startswith("ไปที่ข้อ")


def is_cut_on_purpose(widget: QWidget) -> bool:
    """Say whether a text gives way by design: it ends in …, or a tool tip has it whole."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    parent = widget.parentWidget()
    return (
        _is_loss(parent)
        or text.endswith("…")
        or bool(text and text in widget.toolTip().replace("\n", ""))
    )


def cut(window: QWidget) -> list[str]:
    """Return the texts that have less room than they take."""
    found: list[str] = []
    for label in shown(window, QLabel):
        assert isinstance(label, QLabel)
        if not label.text() or is_cut_on_purpose(label):
            continue
        if label.wordWrap():
            needed, room = label.heightForWidth(label.width()), label.height()
        else:
            needed, room = label.sizeHint().width(), label.width()
        if needed > room:
            found.append(f"{label.text()} ({needed} > {room})")
    for kind in (QAbstractButton, QComboBox):
        narrow = (control for control in shown(window, kind) if _is_narrow(control))
        found.extend(
            f"{control.accessibleName() or control} {control.size()}" for control in narrow
        )
    return found


def _is_narrow(control: QWidget) -> bool:
    if control.width() < control.minimumSizeHint().width():
        return True
    return (
        isinstance(control, QAbstractButton)
        and bool(control.text())
        and not is_cut_on_purpose(control)
        and not _icon_only(control)
        and control.width() < control.sizeHint().width()
    )


def _icon_only(button: QAbstractButton) -> bool:
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and button.toolButtonStyle() is style


def settled(window: QWidget, size: tuple[int, int]) -> QWidget:
    window.resize(*size)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return window


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_on_the_tab(window: MainWindow, size: tuple[int, int]) -> None:
    assert cut(settled(window, size)) == []
    session_of(window).set_score("i7", "88.13")
    assert cut(settled(window, size)) == []
    assert (window.width(), window.height()) == size


def test_a_tab_that_grows_needs_no_scroll_buttons_even_for_a_moment(window: MainWindow) -> None:
    settled(window, SIZES[0])
    assert window.workspace is not None
    window.workspace.late.show_steps(1234)
    assert [*shown(window.workspace.tabs, QToolButton)] == []


def test_the_header_keeps_its_height_where_a_low_window_has_much_to_say(
    window: MainWindow,
) -> None:
    assert window.workspace is not None
    header, notice = window.workspace.header, window.workspace.notice
    notice.say("ยังบันทึกไม่ได้ กรุณาตรวจสอบพื้นที่ว่างของเครื่อง " * 16, [("ลองใหม่", bool)])
    settled(window, (683, 360))
    assert notice.height() > 100
    assert header.height() >= header.sizeHint().height()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("fiscal_year", [2564, 2569])
def test_nothing_is_cut_in_an_empty_year(
    make_window: MakeWindow,
    year_path: Callable[[int], Path],
    fiscal_year: int,
    size: tuple[int, int],
) -> None:
    assert cut(settled(make_window(year_path(fiscal_year)), size)) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_on_the_start_page(
    make_window: MakeWindow, sample_path: Path, size: tuple[int, int]
) -> None:
    window = make_window(sample_path)
    window.show_start()
    assert cut(settled(window, size)) == []


def test_nothing_is_cut_in_the_dialogs(
    window: MainWindow, dialogs: list[QDialog], clipboard: Callable[[str | None], str]
) -> None:
    assert window.workspace is not None
    page = window.workspace.scores
    clipboard("")
    page.go_to("O1")
    page.gestures.show_full_text(page.table.currentIndex())
    page.gestures.paste("i1\t101\ni2\t" + "ยาวมาก " * 30 + "\ni3\t77")
    window.desk.edit_office()
    window.desk.add_year()
    assert len(dialogs) == 4
    for dialog in dialogs:
        QApplication.processEvents()
        assert cut(dialog) == [], dialog.windowTitle()
        assert dialog.height() <= 768
        assert dialog.width() <= 860


@pytest.mark.parametrize("size", SIZES)
def test_a_notice_with_actions_is_whole(window: MainWindow, size: tuple[int, int]) -> None:
    assert window.workspace is not None
    words = "บันทึก ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ.pdf แล้ว "
    window.workspace.notice.say(words * 3, [("เปิดไฟล์", bool), ("เปิดโฟลเดอร์", bool)])
    assert cut(settled(window, size)) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_words_of_a_long_office_do_not_push_the_year_out(
    window: MainWindow, size: tuple[int, int]
) -> None:
    session = session_of(window)
    session.set_office(replace(session.office, name="องค์การบริหารส่วนตำบล" + "ทดลองชื่อยาว" * 6))
    settled(window, size)
    assert (window.width(), window.height()) == size
    header = window.findChildren(Header)[0]
    for control in (header._year, header.search):
        right = control.mapTo(window, control.rect().bottomRight()).x()
        assert right < window.width()


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def controls(window: QWidget) -> list[QWidget]:
    """Return what can have the focus by Tab and is there to be used."""
    return [
        child
        for child in window.findChildren(QWidget)
        if child.isVisible()
        and child.isEnabled()
        and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and not child.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("where", ["tab", "start", "office", "year", "text", "paste"])
def test_every_control_has_a_name(window: MainWindow, dialogs: list[QDialog], where: str) -> None:
    assert window.workspace is not None
    page = window.workspace.scores
    page.go_to("i7")
    match where:
        case "start":
            window.show_start()
        case "office":
            window.desk.edit_office()
        case "year":
            window.desk.add_year()
        case "text":
            page.gestures.show_full_text(page.table.currentIndex())
        case "paste":
            page.gestures.paste("1\n2")
        case _:
            page.gestures.bubble.say("ทดลอง", page.table.visualRect(page.table.currentIndex()))
    QApplication.processEvents()
    scope = dialogs[-1] if dialogs else window
    found = controls(scope)
    assert len(found) > 2
    assert [child for child in found if not name_of(child).strip()] == []


@pytest.mark.parametrize("where", ["tab", "start", "office"])
def test_tab_reaches_everything(
    window: MainWindow, dialogs: list[QDialog], qapp: QApplication, where: str
) -> None:
    assert window.workspace is not None
    session_of(window).set_score("i7", "70")  # so that undo can be pressed
    if where == "start":
        window.show_start()
    elif where == "office":
        window.desk.edit_office()
    scope: QWidget = dialogs[-1] if dialogs else window
    QApplication.processEvents()
    wanted = set(controls(scope))
    begin = next(iter(sorted(wanted, key=name_of)))
    begin.setFocus()
    seen: set[QWidget] = set()
    for _ in range(4 * len(wanted)):
        focus = qapp.focusWidget()
        assert focus is not None
        seen.add(focus)
        if isinstance(focus, QPlainTextEdit):
            assert focus.tabChangesFocus()
        focus.focusNextPrevChild(True)  # noqa: FBT003 - by position in Qt
    missed = [name_of(child) for child in wanted - seen]
    assert missed == []


def test_the_order_goes_from_the_header_to_the_table_to_the_panel(
    window: MainWindow, press: Press, qapp: QApplication
) -> None:
    assert window.workspace is not None
    header, page = window.workspace.header, window.workspace.scores
    order: list[QWidget] = []
    header.search.setFocus()
    for _ in range(12):
        focus = qapp.focusWidget()
        assert focus is not None
        order.append(focus)
        press("F6" if focus is page.table else "Tab")
    assert page.table in order
    assert page._filter in order
    dear = next(filter(_is_loss, page.panel.findChildren(QAbstractButton)))
    assert order.index(page._filter) < order.index(page.table)
    assert dear in order
    assert order.index(page.table) < order.index(dear)
