"""ด้านความเสี่ยง: the office's list of areas, each change one deed."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, wording
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.icons import icon
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.icon_button import icon_button
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.wrapped_table import WrappedTable
from ita_desktop.workflows.risks.areas import (
    STARTING_LISTS,
    Area,
    StartingList,
    add_area,
    areas_of,
    move_area,
    remove_area,
    rename_area,
    take_list,
)

T = TypeVar("T")
_SIZE: Final = QSize(760, 540)
_ABOUT: Final = (
    "รายการนี้ใช้เลือกด้านของแต่ละกระบวนงาน เปลี่ยนชื่อแล้วกระบวนงานทุกปีที่ใช้ชื่อนั้นเปลี่ยนตาม"
    " นำออกแล้วกระบวนงานที่ใช้อยู่ยังคงข้อความเดิม"
)


class AreasDialog(QDialog):
    """Alt+Up and Alt+Down move the chosen area, F2 names it, Insert adds, Delete takes away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ด้านความเสี่ยง")
        self.resize(fitting(parent, _SIZE))
        self._session = session
        self._areas: tuple[Area, ...] = ()
        self.table = _Table()
        self.notice = Notice()
        self.add = QPushButton(icon("plus", can_disable=True), "เพิ่มด้าน…")
        self.add.setToolTip("เพิ่มด้านก่อนแถวที่เลือก (Insert)")
        self.rename = QPushButton("เปลี่ยนชื่อ…")
        self.rename.setToolTip("เปลี่ยนชื่อด้านที่เลือก (F2)")
        self.remove = QPushButton("นำออก")
        self.remove.setToolTip("นำด้านที่เลือกออกจากรายการ (Delete)")
        self.up = icon_button("arrow-up", "เลื่อนขึ้น (Alt+ขึ้น)")
        self.down = icon_button("arrow-down", "เลื่อนลง (Alt+ลง)")
        self.start = QPushButton("ใช้รายการเริ่มต้น")
        self.away = QPushButton("ปิด")
        self._lay_out()
        self._connect()
        self.refresh()
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    @property
    def chosen(self) -> Area | None:
        """The area whose row is chosen."""
        row = self.table.currentRow()
        return self._areas[row] if 0 <= row < len(self._areas) else None

    def refresh(self) -> None:
        """List the areas as they are kept now; the chosen one stays chosen."""
        if not self._session.is_open:
            return
        chosen = self.chosen
        self._areas = areas_of(self._session.file)
        self.table.setRowCount(len(self._areas))
        for row, area in enumerate(self._areas):
            for column, text in enumerate((area.name, _use(area))):
                item = QTableWidgetItem(wording.shown(text))
                if column or not area.listed:
                    item.setForeground(theme.color("quiet"))
                self.table.setItem(row, column, item)
        self.table.fit()
        self._choose("" if chosen is None else chosen.name)

    def _choose(self, name: str) -> None:
        places = [place for place, area in enumerate(self._areas) if area.name == name]
        row = places[0] if places else min(self.table.currentRow(), len(self._areas) - 1)
        self.table.selectRow(max(row, 0))
        self._allow()

    def _allow(self) -> None:
        area, writable = self.chosen, not self._session.file.read_only
        listed = [one.name for one in self._areas if one.listed]
        here = writable and area is not None and area.listed
        place = listed.index(area.name) if area is not None and area.listed else 0
        self.add.setEnabled(writable)
        self.start.setEnabled(writable)
        self.rename.setEnabled(writable and area is not None)
        self.remove.setEnabled(here)
        self.up.setEnabled(here and place > 0)
        self.down.setEnabled(here and place < len(listed) - 1)

    def _add(self) -> None:
        if self.add.isEnabled():
            asked = self._ask("เพิ่มด้านความเสี่ยง", "")
            asked.textValueSelected.connect(self._add_named)

    def _add_named(self, name: str) -> None:
        area = self.chosen
        before = area.name if area is not None and area.listed else None
        made = self._do(lambda: add_area(self._session.file, name, before))
        if made is not None:
            self._choose(made)

    def _rename(self) -> None:
        if (area := self.chosen) is not None and self.rename.isEnabled():
            asked = self._ask("เปลี่ยนชื่อด้านความเสี่ยง", area.name, _use(area))
            asked.textValueSelected.connect(partial(self._name, area.name))

    def _name(self, old: str, name: str) -> None:
        count = self._do(lambda: rename_area(self._session.file, old, name))
        if count is None:
            return
        self._choose(" ".join(name.split()))
        if count:
            words = f"เปลี่ยนชื่อแล้ว กระบวนงาน {count} แถวใช้ชื่อใหม่"
            self.notice.say(words, [("เลิกทำ", self._undo)])

    def _remove(self) -> None:
        if (area := self.chosen) is None or not self.remove.isEnabled():
            return

        def remove() -> bool:
            remove_area(self._session.file, area.name)
            return True

        if self._do(remove):
            stay = f" กระบวนงาน {area.processes} แถวยังใช้ข้อความนี้" if area.processes else ""
            words = f"นำ “{area.name}” ออกจากรายการแล้ว{stay}"
            self.notice.say(words, [("เลิกทำ", self._undo)])

    def _move(self, step: int) -> None:
        area = self.chosen
        button = self.up if step < 0 else self.down
        if area is not None and button.isEnabled():
            self._do(lambda: move_area(self._session.file, area.name, step))

    def _take(self, start: StartingList) -> None:
        def take() -> bool:
            take_list(self._session.file, start)
            return True

        if self._do(take):
            self.notice.say(f"ใช้รายการ{start.name}แล้ว ({start.source})", [("เลิกทำ", self._undo)])

    def _undo(self) -> None:
        self.notice.hide()
        self._session.undo()
        self.refresh()

    def _ask(self, title: str, name: str, use: str = "") -> QInputDialog:
        """Ask for a name, plain text, without waiting."""
        asked = QInputDialog(self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setWindowTitle(title)
        asked.setLabelText(wording.shown(f"ชื่อด้าน ({use})" if use else "ชื่อด้าน"))
        asked.setTextValue(name)
        asked.setOkButtonText("ตกลง")
        asked.setCancelButtonText("ยกเลิก")
        asked.resize(fitting(self, QSize(620, asked.sizeHint().height())))
        asked.open()
        return asked

    def _do(self, deed: Callable[[], T]) -> T | None:
        """Do a deed and tell it; what is refused is said here, and nothing has changed."""
        try:
            done = deed()
        except (ClerkError, MachineError) as refusal:
            note_machine_error(refusal)
            self.notice.say(str(refusal), bad=True)
            return None
        self.notice.hide()
        self._session.refresh()
        self.refresh()
        return done

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._allow)
        self.table.doubleClicked.connect(_only(self._rename))
        self.table.key = self._key
        for button, deed in (
            (self.add, self._add),
            (self.rename, self._rename),
            (self.remove, self._remove),
            (self.up, partial(self._move, -1)),
            (self.down, partial(self._move, 1)),
            (self.away, self.reject),
        ):
            button.clicked.connect(_only(deed))

    def _key(self, event: QKeyEvent) -> bool:
        """Answer a key of the list; False for one that is Qt's."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up if alt:
                self._move(-1)
            case Qt.Key.Key_Down if alt:
                self._move(1)
            case Qt.Key.Key_F2:
                self._rename()
            case Qt.Key.Key_Insert:
                self._add()
            case Qt.Key.Key_Delete:
                self._remove()
            case _:
                return False
        return True

    def _lay_out(self) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for start in STARTING_LISTS:
            action = menu.addAction(start.name)
            action.setToolTip("\n".join(start.areas))
            action.triggered.connect(_only(partial(self._take, start)))
        self.start.setMenu(menu)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for button in (self.add, self.rename, self.remove, self.up, self.down):
            deeds.addWidget(button)
        deeds.addStretch()
        foot = QHBoxLayout()
        foot.addWidget(self.start)
        foot.addStretch()
        foot.addWidget(self.away)
        for button in (self.add, self.rename, self.remove, self.start, self.away):
            button.setAutoDefault(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(_ABOUT, "quiet", wrap=True))
        outer.addWidget(self.table, 1)
        outer.addLayout(deeds)
        outer.addWidget(self.notice)
        outer.addLayout(foot)


class _Table(WrappedTable):
    """Asks ``key`` first what a key means."""

    def __init__(self) -> None:
        super().__init__(0, ["ด้าน", "ใช้ใน"])
        self.setSelectionMode(WrappedTable.SelectionMode.SingleSelection)
        self.setAccessibleName("ด้านความเสี่ยงที่มี")
        self.key: Callable[[QKeyEvent], bool] = lambda _event: False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.key(event):
            super().keyPressEvent(event)


def show_areas(session: Session, parent: QWidget) -> AreasDialog | None:
    """Open the list of areas; None where what is being typed has to be mended first."""
    if not session.leave():
        return None
    dialog = AreasDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _use(area: Area) -> str:
    """Return where an area is used, and that it is not in the list where it is not."""
    if not area.processes:
        return "ยังไม่ได้ใช้"
    years = ", ".join(map(str, area.years))
    words = f"{area.processes} กระบวนงาน ปี {years}"
    return words if area.listed else f"{words} (ไม่อยู่ในรายการ)"


def _only(deed: Callable[[], object]) -> Callable[[], None]:
    """Return a slot that leaves out what Qt says of the click."""

    def slot(*_said: object) -> None:
        deed()

    return slot
