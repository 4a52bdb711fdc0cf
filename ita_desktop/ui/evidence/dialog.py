"""หลักฐานแนบ: the files that prove the items of the year looked at, and what steps report."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.db.evidence import content_of, evidence_of
from ita_desktop.domain.evidence import (
    ENDINGS,
    Evidence,
    in_megabytes,
    kind_of,
    row_of_code,
    safe_name,
)
from ita_desktop.domain.plan_reports import reporting
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.local_time import local_time
from ita_desktop.ui import wording, work
from ita_desktop.ui.evidence.adding import Adding
from ita_desktop.ui.evidence.copies import PrivateCopies
from ita_desktop.ui.evidence.item_choice import ItemChoice, MoveDialog
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.file_names import with_ending
from ita_desktop.ui.saving import file_actions
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.wrapped_table import WrappedTable
from ita_desktop.whole_file import held_sentence
from ita_desktop.workflows.evidence import (
    detach,
    move,
    place_in,
    report_places,
    write_out,
)

_HEADS = ["ข้อ/ขั้นตอน", "ชื่อไฟล์", "ชนิด", "ขนาด", "แนบเมื่อ"]
_EMPTY = "ยังไม่มีหลักฐาน ลากไฟล์จากโฟลเดอร์มาวางที่นี่ หรือกด “เพิ่มไฟล์…” (Insert)"
_FILTER = f"ไฟล์หลักฐาน ({' '.join(f'*{ending}' for ending in ENDINGS)})"


class EvidenceDialog(QDialog):
    """Evidence of one item, or of the whole year; files are dropped onto it."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        copies: PrivateCopies,
        code: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``code``: the item that is asked about, None for all of the year."""
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._copies = copies
        self._code = code
        self._rows: tuple[Evidence, ...] = ()
        self._goes = False
        self.setWindowTitle(wording.shown(f"หลักฐานแนบ ปีงบประมาณ {session.fiscal_year}"))
        self.resize(fitting(parent, QSize(920, 560)))
        self.setAcceptDrops(True)
        self.adding = Adding(session, self)
        self.adding.moved.connect(self._say_moved)
        self.adding.finished.connect(self._say_added)
        self.notice = Notice()
        self.table = WrappedTable(0, _HEADS)
        self.table.setAccessibleName("หลักฐานแนบ")
        self.table.itemSelectionChanged.connect(self._allow)
        self.table.doubleClicked.connect(self.open_chosen)
        self._empty = label(_EMPTY, "quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.items = ItemChoice(session.criteria, code or "", self._reports(code or ""))
        self.whole_year = QCheckBox("แสดงหลักฐานทั้งปี")
        self.whole_year.setChecked(code is None)
        self.whole_year.setVisible(code is not None)
        self.whole_year.toggled.connect(self.refresh)
        self._count = label("", "quiet")
        read_only = session.file.read_only
        self._lay_out(read_only)
        if read_only:
            self.notice.say(read_only, bad=True)
        session.saved.connect(self.refresh)
        self._make_shortcuts()
        self.refresh()
        (self.table if self._rows else self._add).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Go; while files are being added, when they are there: they would be given up else."""
        if self.adding.active:
            self._goes = True
            self.notice.say("กำลังแนบไฟล์ หน้าต่างนี้จะปิดเองเมื่อแนบเสร็จ")
            return
        super().reject()

    def refresh(self, _moment: object = None) -> None:
        """Show what the file holds now; what was chosen stays so."""
        chosen = {one.id for one in self.chosen()}
        place = self.table.currentRow()
        keyboard_here = self.table.hasFocus() or self._add.hasFocus()
        try:
            found = evidence_of(self._session.file, self._session.fiscal_year)
            places = {one.code: place_in(self._session.file, one.code) for one in found}
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        if not self.whole_year.isChecked():
            found = tuple(one for one in found if one.code == self._code)
        codes = ("", *self._session.criteria.item_by_code)
        order = {code: at for at, code in enumerate(codes)}
        self._rows = tuple(sorted(found, key=lambda one: (order.get(one.code, len(order)), one.id)))
        self.table.clearSelection()
        self.table.setRowCount(len(self._rows))
        for row, one in enumerate(self._rows):
            for column, text in enumerate(_texts(one, places[one.code])):
                item = QTableWidgetItem(text)
                self.table.setItem(row, column, item)
                item.setSelected(one.id in chosen)
        self.table.fit()
        if self._rows and not self.chosen():
            # the arrows choose what they go to, and to where they stand already they do not go
            self._choose(min(max(place, 0), len(self._rows) - 1))
        self.table.setVisible(bool(self._rows))
        if keyboard_here:
            (self.table if self._rows else self._add).setFocus()
        self._empty.setVisible(not self._rows)
        size = sum({one.sha256: one.size for one in self._rows}.values())
        words = f"{len(self._rows)} ไฟล์ รวม {in_megabytes(size)}" if self._rows else ""
        self._count.setText(wording.shown(words))
        self._allow()

    def _choose(self, row: int) -> None:
        index = self.table.model().index(row, 0)
        choice = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, choice.ClearAndSelect | choice.Rows)

    def _reports(self, code: str) -> tuple[tuple[str, str], ...]:
        """Return the reports that may be chosen; also that of a step that is gone."""
        session = self._session
        plan = session.plan_of_year
        projects = () if plan is None else reporting(plan, session.fiscal_year)
        found = report_places(session.tracker, session.register.processes, code, projects)
        if row_of_code(code) is None or any(one == code for one, _ in found):
            return found
        return (*found, (code, place_in(self._session.file, code)))

    def chosen(self) -> tuple[Evidence, ...]:
        """Return the evidence of the selected rows."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return tuple(one for row, one in enumerate(self._rows) if row in rows)

    def choose_files(self) -> None:
        """Ask for files and add them."""
        names, _ = QFileDialog.getOpenFileNames(
            self, "เลือกไฟล์หลักฐาน", str(self._settings.folder()), _FILTER
        )
        self.add([Path(name) for name in names])

    def add(self, paths: Sequence[Path]) -> None:
        """Add files to the item that is chosen."""
        if paths and self._writable():
            self.adding.start(paths, self.items.code)
            self._allow()

    def open_chosen(self, _cell: object = None) -> None:
        """Open a copy of the chosen files in the system's viewers."""
        for one in self.chosen()[:5]:  # more at once is a slip
            try:
                path = self._copies.give(one.name, content_of(self._session.file, one))
            except (ClerkError, MachineError) as refusal:
                self._refuse(refusal)
                return
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        if self.chosen():
            self.notice.say("เปิดสำเนาสำหรับอ่านแล้ว การแก้ไขในสำเนานั้นจะไม่เปลี่ยนหลักฐานในไฟล์ข้อมูล")

    def save_out(self) -> None:
        """Ask where a chosen file is to be saved, or a folder for several, and write it."""
        chosen = self.chosen()
        if len(chosen) != 1:
            return
        one = chosen[0]
        name = safe_name(one.name)
        suggested = str(self._settings.folder() / name)
        picked, _ = QFileDialog.getSaveFileName(self, "บันทึกหลักฐานออก", suggested)
        if not picked:
            return
        try:
            path = with_ending(picked, Path(name).suffix.lower())
            data = content_of(self._session.file, one)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        self._settings.remember_folder(path.parent)
        job = work.run(
            partial(write_out, path, data), partial(self._say_written, path), self._refuse
        )
        job.ends_with(self)

    def remove(self) -> None:
        """Take the chosen files away; undo brings them back."""
        if (chosen := self.chosen()) and self._writable():
            self._do(partial(detach, self._session.file, chosen))
            what = chosen[0].name if len(chosen) == 1 else f"{len(chosen)} ไฟล์"
            self.notice.say(f"นำ {what} ออกแล้ว กด Ctrl+Z หากต้องการนำกลับ")

    def ask_move(self) -> None:
        """Ask which item the chosen files prove instead."""
        if not (chosen := self.chosen()) or not self._writable():
            return
        what = chosen[0].name if len(chosen) == 1 else f"หลักฐาน {len(chosen)} ไฟล์"
        code = chosen[0].code
        dialog = MoveDialog(self._session.criteria, code, self._reports(code), what, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._move, chosen))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if _dropped(event) and self._writable():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(_dropped(event))
        event.acceptProposedAction()

    def _move(self, chosen: Sequence[Evidence], code: str) -> None:
        if self._do(partial(move, self._session.file, chosen, code)):
            self.notice.say(
                f"ย้ายแล้ว ({place_in(self._session.file, code)}) กด Ctrl+Z หากต้องการย้ายกลับ"
            )

    def _do(self, deed: Callable[[], None]) -> bool:
        try:
            deed()
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return False
        self._session.refresh()
        return True

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, (ClerkError, MachineError)):
            raise error
        note_machine_error(error)
        self.notice.say(str(error), bad=True)

    def _writable(self) -> bool:
        return not self._session.file.read_only and not self.adding.active

    def _say_moved(self, at: int, count: int) -> None:
        then = " แล้วหน้าต่างนี้จะปิดเอง" if self._goes else ""
        self.notice.say(f"กำลังแนบไฟล์ที่ {at} จาก {count}{then}")

    def _say_added(self, added: int, told: list[str]) -> None:
        if not self._session.is_open:  # its file was left meanwhile: there is nothing to show
            super().reject()
            return
        lines = [f"แนบแล้ว {added} ไฟล์ กด Ctrl+Z หากต้องการเลิกทำ"] if added else []
        shown = [*lines, *told[:3]]
        if len(told) > len(told[:3]):
            shown.append(f"และอีก {len(told) - 3} ไฟล์ที่ไม่รับ")
        self.notice.say("\n".join(shown), bad=bool(told))
        self._allow()
        goes, self._goes = self._goes, False
        if goes and not told:
            self.reject()
        (self.table if self._rows else self._add).setFocus()

    def _say_written(self, asked: Path, written: Path) -> None:
        words = held_sentence(asked, written) or f"บันทึก {written.name} แล้ว"
        self.notice.say(words, file_actions(written))

    def _allow(self) -> None:
        chosen, writable = self.chosen(), self._writable()
        self._add.setEnabled(writable)
        self._open.setEnabled(bool(chosen))
        self._out.setEnabled(len(chosen) == 1)
        self._move_button.setEnabled(bool(chosen) and writable)
        self._remove.setEnabled(bool(chosen) and writable)

    def _undo(self, turn: Callable[[], object]) -> None:
        if self._writable():
            turn()
            self.notice.hide()

    def _lay_out(self, read_only: str) -> None:
        self._add = _button("เพิ่มไฟล์…", "Insert", self.choose_files)
        self._add.setObjectName("main")
        self._open = _button("เปิดดู", "Enter", self.open_chosen)
        self._out = _button("บันทึกออก…", "", self.save_out)
        self._move_button = _button("ย้ายไปข้ออื่น…", "", self.ask_move)
        self._remove = _button("นำออก", "Delete", self.remove)
        close = _button("ปิด", "Esc", self.reject)
        head = QHBoxLayout()
        head.addWidget(label("แนบกับ", "strong"))
        head.addWidget(self.items, 1)
        head.addWidget(self._add)
        self.items.setEnabled(not read_only)
        line = QHBoxLayout()
        line.addWidget(self._count)
        line.addStretch()
        line.addWidget(self.whole_year)
        buttons = QHBoxLayout()
        for one in (self._open, self._out, self._move_button, self._remove):
            buttons.addWidget(one)
        buttons.addStretch()
        buttons.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addLayout(line)
        outer.addWidget(self.table, 1)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self.notice)
        outer.addLayout(buttons)

    def _make_shortcuts(self) -> None:
        undo, redo = self._session.undo, self._session.redo
        for keys, deed in (
            (QKeySequence("Ins"), self.choose_files),
            (QKeySequence(QKeySequence.StandardKey.Undo), lambda: self._undo(undo)),
            (QKeySequence("Ctrl+Y"), lambda: self._undo(redo)),
        ):
            QShortcut(keys, self).activated.connect(deed)
        for keys, deed in (
            ("Return", self.open_chosen),
            ("Enter", self.open_chosen),
            ("Del", self.remove),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)


def show_evidence(
    session: Session,
    settings: Settings,
    copies: PrivateCopies,
    code: str | None,
    parent: QWidget,
) -> EvidenceDialog:
    """Open the dialog on an item, or with None on the whole year."""
    dialog = EvidenceDialog(session, settings, copies, code, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _texts(one: Evidence, place: str) -> tuple[str, ...]:
    kind = kind_of(one.name)
    added = local_time(one.added)
    day = format_date(added.date(), thai_digits=True, abbreviated=True)
    return (
        wording.shown(place.removeprefix("ข้อ ")),
        one.name,
        kind.name if kind is not None else "",
        wording.shown(in_megabytes(one.size)),
        f"{day} {wording.clock(added)}",
    )


def _button(words: str, keys: str, deed: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    if keys:
        button.setToolTip(f"{words.rstrip('…')} ({keys})")
    button.clicked.connect(lambda _on=False: deed())
    return button


def _dropped(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that were dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
