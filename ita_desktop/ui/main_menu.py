"""Everything that is needed seldom: files, office, criteria, view, about."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.messages import say
from ita_desktop.ui.settings import Settings

_SCHEME_WORDS = {"system": "ตามเครื่อง", "light": "สว่าง", "dark": "มืด"}


class MainMenu(QMenu):
    """The menu behind the button at the right end of the header; wishes go out as signals."""

    new_requested = Signal()
    open_requested = Signal()
    folder_requested = Signal()
    office_requested = Signal()
    import_requested = Signal()
    evidence_requested = Signal()
    everything_requested = Signal()
    history_requested = Signal()
    backups_requested = Signal()
    proof_requested = Signal()
    criteria_out_requested = Signal()
    criteria_in_requested = Signal()
    criteria_back_requested = Signal()
    scheme_chosen = Signal(str)
    help_requested = Signal(str)
    """A page of the help is to be seen; without an id that of what is seen now."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Put the entries in when the menu is first wanted; the start need not wait for them."""
        if not self.isEmpty():
            return
        self._add("file-plus-2", "หน้าเริ่มต้น / ไฟล์ใหม่…", self.new_requested.emit)
        self._add("folder-open", "เปิดไฟล์…\tCtrl+O", self.open_requested.emit)
        self._add("", "เปิดโฟลเดอร์ของไฟล์นี้", self.folder_requested.emit)
        self.addSeparator()
        self._add("upload", "นำเข้าจาก Excel…", self.import_requested.emit)
        self._add("building-2", "ข้อมูลหน่วยงาน…", self.office_requested.emit)
        self._add("printer", "ตั้งค่าเอกสาร…", self._set_papers)
        self._add("", "หลักฐานแนบ…\tCtrl+E", self.evidence_requested.emit)
        self._below(
            "ประวัติและไฟล์สำรอง",
            ("ประวัติการแก้ไข…\tCtrl+Shift+H", self.history_requested),
            ("สำรองข้อมูล…", self.backups_requested),
            ("ตรวจฐานข้อมูล…", self.proof_requested),
            ("ส่งออกข้อมูลทั้งหมดเป็น Excel…", self.everything_requested),
        )
        self._below(
            "เกณฑ์ประเมินของปีนี้",
            ("ส่งออกเป็นไฟล์…", self.criteria_out_requested),
            ("นำเข้าจากไฟล์…", self.criteria_in_requested),
            ("กลับไปใช้ชุดที่มากับโปรแกรม", self.criteria_back_requested),
        )
        self._sizes()
        self._schemes()
        self.addSeparator()
        self._add("", "คู่มือการใช้งาน\tF1", lambda: self.help_requested.emit(""))
        self._add("", "แป้นพิมพ์ลัด", lambda: self.help_requested.emit("keys"))
        self._add("", "เกี่ยวกับโปรแกรม…", self._about)

    def _add(self, name: str, words: str, deed: Callable[[], object]) -> None:
        action = self.addAction(icon(name) if name else QIcon(), words)
        action.triggered.connect(lambda _on=False: deed())

    def _below(self, words: str, *wishes: tuple[str, SignalInstance]) -> None:
        """Put entries a level below: at 150 % one column holds no more than there are here."""
        menu = self.addMenu(words)
        for entry, wish in wishes:
            menu.addAction(entry).triggered.connect(lambda _on=False, wish=wish: wish.emit())

    def _sizes(self) -> None:
        menu = self.addMenu("ขนาดตัวอักษรและปุ่ม")
        group = QActionGroup(menu)
        for per_cent in Settings.scales():
            action = menu.addAction(wording.shown(f"{per_cent} %"))
            action.setCheckable(True)
            action.setChecked(per_cent == self._settings.scale())
            action.triggered.connect(lambda _on=False, size=per_cent: self._choose_size(size))
            group.addAction(action)

    def _choose_size(self, per_cent: int) -> None:
        self._settings.remember_scale(per_cent)
        words = wording.shown(f"จะแสดงขนาด {per_cent} % เมื่อเปิดโปรแกรมครั้งถัดไป")
        say(self._window, "ขนาดตัวอักษรและปุ่ม", words, warning=False)

    def _schemes(self) -> None:
        menu = self.addMenu("สีของหน้าจอ")
        group = QActionGroup(menu)
        for scheme, words in _SCHEME_WORDS.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(scheme == self._settings.scheme())
            action.triggered.connect(lambda _on=False, name=scheme: self.scheme_chosen.emit(name))
            group.addAction(action)

    def _set_papers(self) -> None:
        from ita_desktop.ui.dialogs.paper_settings import PaperSettingsDialog  # noqa: PLC0415

        dialog = PaperSettingsDialog(self._settings, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _about(self) -> None:
        from ita_desktop.ui.about.dialog import show_about  # noqa: PLC0415 - seldom

        show_about(self._window)
