"""Files on their way into the data file: read beside the work, one after the other, one deed."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import work
from ita_desktop.ui.session import Session
from ita_desktop.workflows.evidence import (
    Named,
    ReadFile,
    attach,
    drop_unnamed,
    keep_content,
    much_evidence,
    read_evidence,
)

_OUR_FAULT = "แนบไฟล์ไม่สำเร็จ เพราะโปรแกรมมีข้อผิดพลาด"


class Adding(QObject):
    """Adds files to an item. Those that are not taken are told; the others are one deed."""

    moved = Signal(int, int)
    """The file that is read now, from 1, and how many there are."""
    finished = Signal(int, list)
    """So many files were added; sentences about the others, and about what to look out for."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: deque[Path] = deque()
        self._count = 0
        self._read: list[Named] = []
        self._told: list[str] = []
        self._fiscal_year = session.fiscal_year
        self._code = ""
        self._job: work.Job | None = None

    @property
    def active(self) -> bool:
        """Whether files are being added now."""
        return self._count > 0

    def start(self, paths: Sequence[Path], code: str) -> None:
        """Begin; from now on only the signals tell. Nothing while others are being added."""
        if self.active or not paths:
            return
        self._waiting, self._count = deque(paths), len(paths)
        self._read, self._told = [], []
        self._fiscal_year, self._code = self._session.fiscal_year, code
        try:
            drop_unnamed(self._session.file)
        except (ClerkError, MachineError) as refusal:
            self._end(0, [str(refusal)])
            return
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._attach()
            return
        path = self._waiting.popleft()
        self.moved.emit(self._count - len(self._waiting), self._count)
        self._job = work.run(partial(read_evidence, path), self._keep, self._refuse)
        self._job.ends_with(self)

    def _keep(self, read: ReadFile) -> None:
        """Store the bytes: 60 ms for the largest file, and the window has its turn after each."""
        if not self._session.is_open:  # left while the file was read: what was stored is dropped
            self._end(0, [])  # when files are added the next time
            return
        try:
            keep_content(self._session.file, read)
        except (ClerkError, MachineError) as refusal:
            self._end(0, [f"ยังไม่ได้แนบไฟล์ใด {refusal}"])
            return
        except BaseException:
            self._end(0, [_OUR_FAULT])
            raise
        self._read.append(Named(read.name, read.sha256))
        self._next()

    def _refuse(self, error: Exception) -> None:
        if not self._session.is_open:
            self._end(0, [])
            return
        if not isinstance(error, (ClerkError, MachineError)):
            self._end(0, [_OUR_FAULT])
            raise error
        self._told.append(str(error))
        self._next()

    def _attach(self) -> None:
        try:
            added, told = attach(self._session.file, self._fiscal_year, self._code, self._read)
            warning = much_evidence(self._session.file) if added else ""
        except (ClerkError, MachineError) as refusal:
            self._end(0, [str(refusal)])
            return
        except BaseException:
            self._end(0, [_OUR_FAULT])
            raise
        self._session.refresh()
        self._end(len(added), [*self._told, *told, *filter(None, [warning])])

    def _end(self, added: int, told: list[str]) -> None:
        self._count = 0
        self._waiting.clear()
        self.finished.emit(added, told)
