"""Stands by while a file is open: says how it stands, keeps its lock alive, hears the next window.

Set up after the first paint, one for each open file.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui.opening.banner import FileBanner, Offer
from ita_desktop.ui.opening.moving import move_here, save_copy_here
from ita_desktop.ui.opening.recovery import make_working_file, take_last_backup_elsewhere
from ita_desktop.ui.opening.summons import Listener
from ita_desktop.workflows.file_place import Danger, Place, place_of
from ita_desktop.workflows.opening import is_backup_file
from ita_desktop.workflows.recovering import newest_backup

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow
    from ita_desktop.ui.session import Session
    from ita_desktop.ui.settings import Settings
    from ita_desktop.ui.workspace import Workspace

_BEAT_MS = 60_000

EDIT, WORKING_FILE = "ลองเปิดเพื่อแก้ไข", "ใช้เป็นไฟล์งาน…"
AGAIN, COPY, BACKUP = "ลองใหม่", "บันทึกสำเนาไว้ในเครื่อง…", "นำไฟล์สำรองล่าสุดมาใช้…"
OPEN_THAT = "เปิดไฟล์ที่อยู่ตรงนั้น"
MOVE, NO_MORE = "ย้ายไฟล์มาไว้ในเครื่อง…", "ไม่ต้องเตือนอีก"

_GONE = (
    "ไฟล์ {} ไม่อยู่ที่เดิมแล้ว อาจถูกย้าย ลบ หรือถอดแฟลชไดรฟ์ออก จึงยังบันทึกอะไรไม่ได้ กรุณานำกลับมาแล้วกด “ลองใหม่”"
)
_REPLACED = "ไฟล์ {} ถูกแทนที่ด้วยไฟล์อื่นขณะเปิดอยู่ จึงยังบันทึกอะไรไม่ได้ กรุณาเลือกว่าจะใช้ข้อมูลใด"
_LOST = "ไฟล์ล็อกของ {} ถูกลบหรือถูกเครื่องอื่นใช้ จึงหยุดบันทึกเพื่อไม่ให้ข้อมูลทับกัน กรุณากด “ลองเปิดเพื่อแก้ไข”"


class Guard(QObject):
    """Of one open file; goes with it."""

    def __init__(
        self, window: "MainWindow", session: "Session", workspace: "Workspace", settings: "Settings"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workspace = workspace
        self._settings = settings
        self.banner = FileBanner()
        workspace.show_above(self.banner)
        self._mark = None if session.file.read_only else _mark_of(session.path)
        self._place = None if session.file.read_only else place_of(session.path)
        if (lock := session.file.lock) is not None:
            listener = Listener(lock.holder.token, self)
            listener.summoned.connect(window.come_forward)
            beat = QTimer(self)
            beat.timeout.connect(self.beat)
            beat.start(_BEAT_MS)
        session.refused.connect(self.look)
        workspace.scores.table.score_model.score_refused.connect(self.look)
        self.look()

    @property
    def is_astray(self) -> bool:
        """Whether the file that is open no longer is the one under its name."""
        return self._mark is not None and _mark_of(self._session.path) != self._mark

    def look(self, *_said: object) -> None:
        """Look whether the file still is where it was opened, and say how it stands."""
        path, file = self._session.path, self._session.file
        self._workspace.status.show_writable(writable=not file.read_only, there=not self.is_astray)
        if file.read_only:
            self.banner.say(file.read_only, self._to_write(path))
        elif (there := _mark_of(path)) != self._mark:
            words = _GONE if there is None else _REPLACED
            self.banner.say(words.format(path.name), self._instead(path, gone=there is None))
        elif self._place is not None and not self._settings.is_place_accepted(path):
            self.banner.say(danger_of(path, self._place), self._out_of_danger(path))
        else:
            self.banner.hide()

    def beat(self) -> None:
        """Say in the lock that we are alive; where it is no longer ours, stop writing."""
        file = self._session.file
        try:
            lost = file.lock is not None and not file.read_only and not file.lock.beat()
            if lost and not self.is_astray:
                file.read_only = _LOST.format(self._session.path.name)
        except OSError:
            pass  # the folder is away; what can be done about it is said now
        self.look()

    def _look_for_it(self) -> None:
        """Look once more, and answer: where nothing else changes the click was not for nothing."""
        self.look()
        path = self._session.path
        if _mark_of(path) is None:
            self._window.tell(f"ยังไม่พบไฟล์ {path.name} ที่ {path.parent}", bad=True)
        elif not self.is_astray:
            self._window.tell(f"พบไฟล์ {path.name} แล้ว ทำงานต่อได้")

    def _to_write(self, path: Path) -> list[Offer]:
        if is_backup_file(path):
            return [(WORKING_FILE, partial(make_working_file, self._window, path))]
        return [(EDIT, partial(self._window.try_to_write, path))]

    def _instead(self, path: Path, *, gone: bool) -> list[Offer]:
        offers: list[Offer] = [(OPEN_THAT, partial(self._window.reopen, path))]
        if gone:
            offers = [(AGAIN, self._look_for_it)]
        if self._can_still_be_read():
            offers.append((COPY, partial(save_copy_here, self._window, self._session)))
        elif newest_backup(path) is not None:
            offers.append((BACKUP, partial(take_last_backup_elsewhere, self._window, path)))
        return offers

    def _can_still_be_read(self) -> bool:
        """Say whether the system still gives what it has no name for: not on a pulled stick."""
        try:
            self._session.file.read("SELECT max(id) FROM deed")
        except (ClerkError, MachineError):
            return False
        return True

    def _out_of_danger(self, path: Path) -> list[Offer]:
        return [
            (MOVE, partial(move_here, self._window, self._session)),
            (NO_MORE, partial(self._accept_place, path)),
        ]

    def _accept_place(self, path: Path) -> None:
        self._settings.accept_place(path)
        self.look()


def _mark_of(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at this place from any other, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def danger_of(path: Path, place: Place) -> str:
    """Return what the banner says of a file in a dangerous place."""
    match place.danger:
        case Danger.SYNCED:
            return (
                f"ไฟล์ {path.name} อยู่ในโฟลเดอร์ที่ {place.service} ซิงก์"
                " ซึ่งอาจคัดลอกไฟล์ขณะกำลังบันทึกหรือสร้างสำเนาซ้อน จนข้อมูลเสียหายได้ กรุณาย้ายมาไว้ในเครื่อง"
            )
        case Danger.SHARE:
            return (
                f"ไฟล์ {path.name} อยู่ในโฟลเดอร์เครือข่าย หากเครือข่ายขาดขณะบันทึกข้อมูลอาจเสียหายได้"
                " กรุณาย้ายมาไว้ในเครื่องแล้วให้ผู้อื่นใช้สำเนา"
            )
        case _:
            return (
                f"ไฟล์ {path.name} อยู่ในแฟลชไดรฟ์หรือดิสก์ที่ถอดได้ หากถอดขณะใช้งานข้อมูลอาจเสียหายได้"
                " กรุณาย้ายมาไว้ในเครื่อง แล้วใช้แฟลชไดรฟ์เก็บไฟล์สำรอง"
            )
