"""What the clerk sees of a fault of ours: one window, with a report that can be copied.

Loaded at the start; what it needs is imported when there is a fault.
"""

import sys
import threading
import traceback
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ita_desktop.errors import ClerkError, MachineError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from ita_desktop.ui.dialogs.fault import FaultDialog


@runtime_checkable
class TellsItsFile(Protocol):
    """A window with a file open in it, as a report of a fault tells of it."""

    def open_path_now(self) -> "Path | None":
        """Return where the open file is; None without one."""
        ...

    def place_now(self) -> str:
        """Return what of the file is seen ("tab 2", "preview"); "" without one."""
        ...


class FaultTeller(QObject):
    """Writes each fault down once and tells it; lives as long as the application."""

    _written = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: set[str] = set()
        self._dialog: FaultDialog | None = None
        # Not at once: a fault while drawing would have a window made in the middle of a picture,
        # and one in another thread may make none.
        self._written.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def take(self, fault: BaseException) -> None:
        """Write a fault down and tell it, from any thread; the same one is told once.

        A fault while drawing comes again with every frame.
        """
        from ita_desktop.fault_log import write_report  # noqa: PLC0415 - seldom
        from ita_desktop.fault_report import fault_report  # noqa: PLC0415

        key = fault_report(fault)
        if key in self._known:
            return
        self._known.add(key)
        in_window = threading.current_thread() is threading.main_thread()
        report = fault_report(fault, _standing()) if in_window else key
        self._written.emit(report, write_report(report))

    def show(self, report: str, log: str) -> "QDialog":
        """Show a report, in the window that is open already where there is one."""
        from ita_desktop.ui.dialogs.fault import FaultDialog  # noqa: PLC0415 - seldom

        dialog = self._dialog
        if dialog is not None and isValid(dialog) and dialog.isVisible():
            dialog.add(report)
            return dialog
        parent = QApplication.activeModalWidget() or QApplication.activeWindow()
        dialog = self._dialog = FaultDialog(report, log, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog


def report_faults() -> FaultTeller:
    """Have faults that nobody caught written down and told, instead of passing unseen.

    A program without a console has nowhere to print them.
    """
    teller = FaultTeller(QApplication.instance())

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison] - pythonw has none
            traceback.print_exception(kind, fault, trace)
        if isValid(teller):  # else Qt has ended, and the program with it
            teller.take(fault)

    def thread_hook(said: threading.ExceptHookArgs) -> None:
        if said.exc_value is not None:
            hook(said.exc_type, said.exc_value, said.exc_traceback)

    sys.excepthook = hook
    threading.excepthook = thread_hook
    return teller


def note_machine_error(error: Exception) -> None:
    """Write a line about what the machine refused, where it is that; no name, no path."""
    from ita_desktop import fault_log  # noqa: PLC0415 - seldom

    fault_log.note_machine_error(error)


def note_unheard() -> None:
    """Write down what went wrong with work that ended after the window: a last backup, a paper."""
    work = sys.modules.get("ita_desktop.ui.work")  # where it was never loaded nothing was asked
    if work is None:
        return
    for error in work.unheard():
        note_machine_error(error)
        if not isinstance(error, (ClerkError, MachineError)):
            from ita_desktop.fault_log import write_report  # noqa: PLC0415 - seldom
            from ita_desktop.fault_report import fault_report  # noqa: PLC0415

            write_report(fault_report(error))


def tell_and_wait(fault: BaseException) -> None:
    """Tell a fault that ended the program before its window was there; return when it was read."""
    application = QApplication.instance()
    if application is None:
        return
    from ita_desktop.fault_log import write_report  # noqa: PLC0415 - seldom
    from ita_desktop.fault_report import fault_report  # noqa: PLC0415

    report = fault_report(fault, _standing())
    dialog = FaultTeller(application).show(report, write_report(report))
    dialog.destroyed.connect(QApplication.quit)
    application.exec()


def _standing() -> list[str]:
    """Return what was open: schema, size class of the file, tab and dialogs, by our own names."""
    from ita_desktop.db.schema import SCHEMA_VERSION  # noqa: PLC0415 - seldom

    lines: list[str] = []
    for window in QApplication.topLevelWidgets():
        if not window.isVisible():
            continue
        shown = type(window).__name__
        if isinstance(window, TellsItsFile):
            if (path := window.open_path_now()) is not None:
                lines.append(f"schema {SCHEMA_VERSION} · {_size_class(path)}")
            shown = " · ".join(filter(None, (shown, window.place_now())))
        lines.append(shown)
    return lines


def _size_class(path: "Path") -> str:
    try:
        size = path.stat().st_size
    except OSError:
        return "file gone"
    for limit in (1, 10, 100, 1000):
        if size < limit * 1_000_000:
            return f"file under {limit} MB"
    return "file over 1000 MB"
