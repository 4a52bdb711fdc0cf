"""Putting a paper into a file that she names, and saying when it is there."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from ita_desktop.documents.catalogue import Format, paper_of
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import work
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.file_names import with_ending
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.whole_file import held_sentence, write_whole_or_beside
from ita_desktop.workflows.export_document import Drawn, Frozen, Typeset, draw, file_name

_FILTERS: dict[Format, str] = {"pdf": "เอกสาร PDF (*.pdf)", "xlsx": "แผ่นงาน Excel (*.xlsx)"}


class Saving(QObject):
    """Asks where, writes beside the work, tells it in the notice of the window."""

    def __init__(self, settings: Settings, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._notice = notice
        self._window = window
        self._writing: list[str] = []

    @property
    def writing(self) -> str:
        """The name of a file that is being written now, empty without any."""
        return self._writing[0] if self._writing else ""

    def ask_workbook(self, frozen: Frozen) -> None:
        """Ask where a paper is to be saved as a workbook, and make it."""
        if (path := self._asked(frozen, "xlsx")) is not None:
            self.write(path, partial(draw, frozen, "xlsx"))

    def ask_pdf(self, frozen: Frozen, made: Typeset) -> None:
        """Ask where the very pages that are seen are to be saved, and write them."""
        if (path := self._asked(frozen, "pdf")) is not None:
            self.write(path, partial(_written, made))

    def ask_new_pdf(self, frozen: Frozen, font: str | None) -> None:
        """Ask where a paper that no preview shows is to be saved as PDF, and make it."""
        if (path := self._asked(frozen, "pdf")) is not None:
            self.write(path, lambda path: draw(frozen, "pdf", path, font, or_bundled=True))

    def ask_everything(self, file_path: Path) -> None:
        """Ask where everything of a data file is to be saved as a workbook, and make it."""
        name = self._settings.folder() / f"{file_path.stem} ข้อมูลทั้งหมด.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "ส่งออกข้อมูลทั้งหมดเป็น Excel", str(name), _FILTERS["xlsx"]
        )
        try:
            path = with_ending(chosen, ".xlsx") if chosen else None
        except ClerkError as refusal:
            self.fail(refusal)
            return
        if path is not None:
            self.write(path, partial(_everything, file_path))

    def write(self, path: Path, write: Callable[[Path], Drawn]) -> None:
        """Write a file and say when it is there."""
        self._settings.remember_folder(path.parent)
        self._notice.say(f"กำลังบันทึก {path.name}")
        self._writing.append(path.name)

        def done(drawn: Drawn) -> None:
            self._writing.remove(path.name)
            self._done(drawn)

        def fail(error: Exception) -> None:
            self._writing.remove(path.name)
            self.fail(error)

        work.run(lambda: write(path), done, fail)

    def tell(
        self,
        words: str,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        bad: bool = False,
    ) -> None:
        """Say something at the foot of the window."""
        if isValid(self._notice):  # else the window has turned to another file meanwhile
            self._notice.say(words, actions, bad=bad)

    def fail(self, error: Exception) -> None:
        """Say what a clerk or the machine can mend; a fault of our own is raised."""
        known = isinstance(error, (ClerkError, MachineError))
        note_machine_error(error)
        self.tell(str(error) if known else "จัดทำเอกสารไม่สำเร็จ เพราะโปรแกรมมีข้อผิดพลาด", bad=True)
        if not known:
            raise error

    def _asked(self, frozen: Frozen, kind: Format) -> Path | None:
        name = self._settings.folder() / file_name(frozen.document, kind)
        title = f"บันทึก {paper_of(frozen.document).title}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(name), _FILTERS[kind])
        try:
            return with_ending(chosen, f".{kind}") if chosen else None
        except ClerkError as refusal:
            self.fail(refusal)
            return None

    def _done(self, drawn: Drawn) -> None:
        words = drawn.held or f"บันทึก {drawn.path.name} แล้ว"
        if drawn.missing_letters:
            letters = " ".join(drawn.missing_letters)
            words += f" แต่แบบอักษรไม่มีตัว {letters} กรุณาแก้ข้อความที่มีตัวนี้"
        self.tell(
            words,
            file_actions(drawn.path),
            bad=bool(drawn.missing_letters),
        )


def file_actions(path: Path) -> list[tuple[str, Callable[[], object]]]:
    """Return what can be done with a file that was written: open it, open its folder."""
    return [
        ("เปิดไฟล์", lambda: _open(path)),
        ("เปิดโฟลเดอร์", lambda: _open(path.parent)),
    ]


def _written(made: Typeset, path: Path) -> Drawn:
    written = write_whole_or_beside(path, made.data)
    letters = tuple(dict.fromkeys(letter for text in made.lacking for letter in text.letters))
    return Drawn(written, made.pages, letters, held=held_sentence(path, written))


def _everything(file_path: Path, path: Path) -> Drawn:
    from ita_desktop.workflows.everything import export_everything  # noqa: PLC0415 - openpyxl

    written = export_everything(file_path, path)
    return Drawn(written, held=held_sentence(path, written))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
