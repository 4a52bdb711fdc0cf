"""Making papers: choose one, say where, and it is drawn beside the work."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QActionGroup, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from ita_desktop.documents.catalogue import PAPERS, Format, Paper
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import work
from ita_desktop.ui.file_names import with_ending
from ita_desktop.ui.icons import icon
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.export_document import Drawn, Frozen, draw, file_name, freeze

_KINDS: dict[Format, str] = {"pdf": "PDF", "xlsx": "Excel"}
_FILTERS: dict[Format, str] = {"pdf": "เอกสาร PDF (*.pdf)", "xlsx": "แผ่นงาน Excel (*.xlsx)"}


class Papers(QObject):
    """Fills the menu of papers and makes those of the year looked at."""

    def __init__(
        self, session: Session, settings: Settings, notice: Notice, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._notice = notice
        self._window = window

    def fill(self, menu: QMenu) -> None:
        """Put every paper in every format into a menu, and the choice of digits."""
        for paper in PAPERS:
            for kind in paper.formats:
                words = f"{paper.title} — บันทึกเป็น {_KINDS[kind]}…"
                action = menu.addAction(icon("file-text"), words)
                action.triggered.connect(partial(self.ask, paper, kind))
        menu.addSeparator()
        group = QActionGroup(menu)
        for thai, words in ((True, "พิมพ์ด้วยเลขไทย"), (False, "พิมพ์ด้วยเลขอารบิก")):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._settings.thai_digits() is thai)
            action.triggered.connect(
                lambda _on=False, thai=thai: self._settings.remember_thai_digits(thai)
            )
            group.addAction(action)

    def ask(self, paper: Paper, kind: Format, _on: bool = False) -> None:  # noqa: FBT002 - Qt's
        """Ask where a paper is to be saved, and make it."""
        if (frozen := self._frozen(paper)) is None:
            return
        name = self._settings.folder() / file_name(frozen.document, kind)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, f"บันทึก {paper.title}", str(name), _FILTERS[kind]
        )
        if chosen:
            try:
                path = with_ending(chosen, f".{kind}")
            except ClerkError as refusal:
                self._failed(refusal)
            else:
                self.save(paper, kind, path)

    def save(self, paper: Paper, kind: Format, path: Path) -> None:
        """Make a paper as it stands now and say when it is there."""
        if (frozen := self._frozen(paper)) is None:
            return
        self._settings.remember_folder(path.parent)
        self._notice.say(f"กำลังจัดทำ {path.name}")
        work.run(lambda: draw(frozen, kind, path), self._done, self._failed)

    def _frozen(self, paper: Paper) -> Frozen | None:
        digits = Digits.THAI if self._settings.thai_digits() else Digits.ARABIC
        try:
            return freeze(self._session.file, paper.id, self._session.fiscal_year, digits)
        except (ClerkError, MachineError) as refusal:
            self._failed(refusal)
            return None

    def _done(self, drawn: Drawn) -> None:
        if not isValid(self._notice):  # the window has turned to another file meanwhile
            return
        words = f"บันทึก {drawn.path.name} แล้ว"
        if drawn.missing_letters:
            letters = " ".join(drawn.missing_letters)
            words += f" แต่แบบอักษรไม่มีตัว {letters} กรุณาแก้ข้อความที่มีตัวนี้"
        self._notice.say(
            words,
            [
                ("เปิดไฟล์", lambda: _open(drawn.path)),
                ("เปิดโฟลเดอร์", lambda: _open(drawn.path.parent)),
            ],
            bad=bool(drawn.missing_letters),
        )

    def _failed(self, refusal: Exception) -> None:
        known = isinstance(refusal, (ClerkError, MachineError))
        if isValid(self._notice):
            words = str(refusal) if known else "จัดทำเอกสารไม่สำเร็จ เพราะโปรแกรมมีข้อผิดพลาด"
            self._notice.say(words, bad=True)
        if not known:
            raise refusal


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
