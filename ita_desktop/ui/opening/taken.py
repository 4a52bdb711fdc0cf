"""A file that is open elsewhere: her own window is raised, another person is named."""

from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.db.lock import machine_name
from ita_desktop.db.refusals import FileHeldError, FileRefusedError
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.fault_log import note_machine_error, note_refusal
from ita_desktop.ui.opening.refused import tell_refusal
from ita_desktop.ui.opening.summons import Summons
from ita_desktop.workflows.opening import person

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow

_NO_ANSWER = " หน้าต่างที่เปิดไฟล์นี้อยู่ไม่ตอบ"


def tell_refused(
    window: "MainWindow", path: Path, refusal: ClerkError | MachineError
) -> Summons | None:
    """Say why a file is not opened; where another window of hers has it, raise that one.

    Returns the request to that window while it waits for an answer.
    """
    _note(refusal)
    holder = refusal.holder if isinstance(refusal, FileHeldError) else None
    mine = holder and (holder.person, holder.machine) == (person(), machine_name())
    if holder is None or not mine:
        window.show_something()
        tell_refusal(window, path, refusal)
        return None
    summons = Summons(holder, window)

    def answered(came: bool) -> None:
        summons.deleteLater()
        window.summons_ended(came=came)
        if not came:
            tell_refusal(window, path, refusal, _NO_ANSWER)

    summons.answered.connect(answered)
    return summons


def _note(refusal: ClerkError | MachineError) -> None:
    """Write a line for whoever is asked why; that somebody else works in a file is no trouble."""
    note_machine_error(refusal)
    if isinstance(refusal, FileRefusedError) and not isinstance(refusal, FileHeldError):
        note_refusal(refusal.kind.value, refusal)
