"""Makes backups by itself while a file is open, and one when it is left: beside the work.

Set up after the first paint, one for each open file; goes with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.fiscal import fiscal_year_of
from ita_desktop.thai.local_time import local_time
from ita_desktop.ui import work
from ita_desktop.ui.backups.wording import moment
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.wording import clock
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows import backups, second_place
from ita_desktop.workflows.backups import Made, Reason

INTERVAL_MS = 30 * 60 * 1000
FIRST_LOOK_MS = 1_500
_FIRST_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup, and why it is not in the second place (empty: it is, or none is wanted)."""

    made: Made
    not_second: str


@dataclass(frozen=True, slots=True)
class _Standing:
    """How the shelf stands when a file was just opened."""

    newest: datetime | None
    up_to_date: bool
    second_long_ago: bool


class BackupKeeper(QObject):
    """A deed that is on no backup yet is put on one every 30 minutes, and when the file is left."""

    backed_up = Signal(datetime)
    """A backup was made and proved."""

    def __init__(self, session: Session, settings: Settings, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session = session
        self._settings = settings
        self._workspace = workspace
        self._runs = False
        self._told = ""
        self.last: datetime | None = None
        """When the newest backup was made, as far as it is known yet."""
        self._deed = session.file.latest_deed()
        self._behind = False
        self.backed_up.connect(self._show)
        if not session.file.read_only:
            timer = QTimer(self)
            timer.timeout.connect(self.back_up_changes)
            timer.start(INTERVAL_MS)
            QTimer.singleShot(FIRST_LOOK_MS, self, self.look)

    @property
    def is_behind(self) -> bool:
        """Whether there is a deed that is on no backup yet."""
        return self._behind or self._session.file.latest_deed() != self._deed

    def look(self) -> None:
        """Find out, beside the work, how the backups of the file stand."""
        path, second = self._session.path, self._settings.second_place()
        work.run(lambda: _standing(path, second), self._stand, self._fail)

    def back_up_changes(self) -> None:
        """Make a backup where something changed since the last one."""
        if self._session.file.read_only or self._runs or not self._session.is_open:
            return
        try:
            behind = self.is_behind
        except (ClerkError, MachineError) as refusal:  # a stick that was pulled out
            self._fail(refusal)
            return
        if behind:
            self.back_up(Reason.TIMER)

    def back_up(
        self,
        reason: Reason,
        on_done: Callable[[Kept], object] | None = None,
        on_failed: Callable[[str], object] | None = None,
    ) -> None:
        """Make a backup beside the work; say so in the status line, or what went wrong."""
        path, second = self._session.path, self._settings.second_place()
        try:
            deed = self._session.file.latest_deed()
        except (ClerkError, MachineError) as refusal:
            self._fail(refusal, on_failed)
            return
        self._runs = True
        work.run(
            lambda: _keep(path, reason, second),
            partial(self._done, deed, on_done),
            partial(self._fail, on_failed=on_failed),
        )

    def leave(self) -> None:
        """Make a last backup where something changed; the program's end waits for it."""
        if self._session.file.read_only or not self.is_behind:
            return
        path, second = self._session.path, self._settings.second_place()
        work.run(lambda: _keep_last(path, second), _nothing, _raise_unknown)

    def _show(self, at: datetime) -> None:
        here = local_time(at)
        today = here.date() == datetime.now().astimezone().date()
        self._workspace.status.show_backed_up(clock(here) if today else moment(here))

    def _done(self, deed: int | None, on_done: Callable[[Kept], object] | None, kept: Kept) -> None:
        if isValid(self):
            self._runs, self._behind, self._deed, self._told = False, False, deed, ""
            if not kept.not_second:
                self._settings.forget_second_place_told()
            self.last = kept.made.manifest.made
            self.backed_up.emit(self.last)
        if on_done is not None:
            on_done(kept)

    def _stand(self, standing: _Standing) -> None:
        if not isValid(self) or not self._session.is_open:
            return
        if self.last is None and standing.newest is not None:
            self.last = standing.newest
            self.backed_up.emit(self.last)
        if not standing.up_to_date:  # the last backup on closing failed: that is told now
            self._behind = True
            self.back_up_changes()
        if standing.second_long_ago and self._settings.remember_second_place_told():
            second = self._settings.second_place()
            last = None if second is None else second_place.last_reached(second)
            words = f"ครั้งล่าสุดที่สำเร็จ {moment(last)}" if last else "ยังไม่เคยสำรองลงที่นั้นสำเร็จ"
            self._workspace.notice.say(
                f"ไม่ได้สำรองลงที่เก็บแห่งที่สองเกิน 14 วัน {words} กรุณาเสียบอุปกรณ์ {second}", bad=True
            )

    def _fail(self, error: Exception, on_failed: Callable[[str], object] | None = None) -> None:
        if isValid(self):
            self._runs = False
        if not isinstance(error, (ClerkError, MachineError)):
            raise error
        if on_failed is not None:
            on_failed(str(error))
        elif isValid(self) and str(error) != self._told:  # once, not every 30 minutes
            self._told = str(error)
            self._workspace.notice.say(str(error), bad=True)


def _keep(path: Path, reason: Reason, second: Path | None) -> Kept:
    made = backups.back_up(path, reason)
    return Kept(made, "" if second is None else second_place.copy_there(made, second))


def _keep_last(path: Path, second: Path | None) -> Kept:
    """Make the backup on closing, and once a fiscal year a workbook that a person can read.

    Not on a file's first day, when there is hardly anything to read.
    """
    kept = _keep(path, Reason.CLOSING, second)
    now = datetime.now(UTC)
    made = [one.manifest.made for one in backups.backups_of(path) if one.manifest]
    if made and now - min(made) > _FIRST_DAY:
        from ita_desktop.workflows.everything import yearly_export  # noqa: PLC0415 - openpyxl

        yearly_export(path, kept.made.path.parent, fiscal_year_of(now.astimezone().date()))
    return kept


def _standing(path: Path, second: Path | None) -> _Standing:
    newest = next((one.manifest.made for one in backups.backups_of(path) if one.manifest), None)
    up_to_date = backups.is_backed_up(path) if newest else backups.is_untouched(path)
    long_ago = second is not None and second_place.is_long_ago(second, datetime.now(UTC))
    return _Standing(newest, up_to_date, long_ago)


def _nothing(_kept: Kept) -> None:
    pass


def _raise_unknown(error: Exception) -> None:
    """Nobody is left to be told that a stick was pulled out; the next start tries again."""
    if not isinstance(error, (ClerkError, MachineError)):
        raise error
