"""The only wiring: Qt is started here, for the window and for the commands that need one."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from ita_desktop.errors import MachineError
from ita_desktop.ui import theme
from ita_desktop.ui.faults import note_unheard, report_faults, tell_and_wait
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.settings import SCHEMES, Settings
from ita_desktop.ui.thai_qt import log_line_breaks, speak_thai

_BENCH = "ITA_DESKTOP_BENCH"
_TOLD = "first-paint-told"
_SWITCH = 0.0005
"""Seconds for which a worker may keep the interpreter while the window wants it. With Python's own
5 ms each of the hundred calls into Qt of one choice waits that long while a check is running."""
_TIDY_MS = 5_000  # when the window is there and its first work is done


def open_window(path: Path | None) -> int:
    """Open the window on a file, else on the last one, else on the ways to begin."""
    return _reported(lambda: _run_window(path))


def demo(folder: Path | None) -> int:
    """Open the window on the sample, or put its papers and pictures into ``folder``."""
    if folder is None:
        return _reported(_run_sample)
    from ita_desktop.ui.demo import demo as fill  # noqa: PLC0415

    return _without_screen(lambda: fill(folder))


def self_check(keep: Path | None = None) -> int:
    """Let the program examine itself off screen; its papers and data files go to ``keep``."""
    from ita_desktop.ui.self_check.failure import step_called  # noqa: PLC0415
    from ita_desktop.ui.self_check.network import socket_watch  # noqa: PLC0415 - before Qt starts
    from ita_desktop.ui.self_check.shipped import prove_fonts, prove_screen  # noqa: PLC0415

    socket_watch()

    def start() -> None:
        with step_called("เริ่มโปรแกรม"):
            prove_screen()
            prove_fonts()
            start_qt()

    def check() -> dict[str, Any]:
        from ita_desktop.ui.self_check.run import self_check as examine  # noqa: PLC0415

        return examine(keep)

    return _without_screen(check, start)


def _run_window(path: Path | None) -> int:
    if path is not None and not path.exists() and not _has_screen():
        raise MachineError(f"ไม่พบไฟล์ {path} กรุณาตรวจชื่อไฟล์ หรือดูคำสั่งที่มีด้วย --help")
    application, settings = start_qt()
    window = MainWindow(settings)
    if (wanted := path or settings.last_file()) is None:
        window.show_start()
    else:
        window.open_path(wanted)
    return _shown(application, window)


def _run_sample() -> int:
    application, settings = start_qt()
    window = MainWindow(settings)
    window.open_sample()
    return _shown(application, window)


def start_qt() -> tuple[QApplication, Settings]:
    """Start Qt in the program's dress. Raises MachineError on a machine without a screen."""
    if not _has_screen():
        raise MachineError("เครื่องนี้ไม่มีหน้าจอ กรุณาใช้คำสั่งที่ไม่เปิดหน้าต่าง ดูวิธีใช้ด้วย --help")
    QCoreApplication.setApplicationName("ita-desktop")
    QCoreApplication.setOrganizationName("ITA Desktop")
    settings = Settings()
    if settings.scale() != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(settings.scale() / 100))
    sys.setswitchinterval(_SWITCH)
    application = QApplication(sys.argv[:1])
    report_faults()
    speak_thai(application)
    theme.dress(application, SCHEMES[settings.scheme()])
    return application, settings


def _shown(application: QApplication, window: MainWindow) -> int:
    if os.environ.get(_BENCH) in ("first-paint", _TOLD):
        _quit_after_first_paint(window)
    if not window.waits:
        window.show()
        window.let_dialog_answer()  # a refusal was said before the window was there
    QTimer.singleShot(0, _settle)  # the window comes first
    code = application.exec()
    QThreadPool.globalInstance().waitForDone()  # a paper that is being written is finished
    note_unheard()
    return code


def _settle() -> None:
    """Do what the start need not wait for."""
    gc.freeze()  # what is loaded stays: to look through it would now and then hold up typing
    gc.enable()
    log_line_breaks()
    QTimer.singleShot(_TIDY_MS, _tidy)


def _tidy() -> None:
    """Remove the copies that a killed program left, beside the work."""
    from ita_desktop.db.private_folder import remove_left_folders  # noqa: PLC0415
    from ita_desktop.ui import work  # noqa: PLC0415
    from ita_desktop.ui.evidence.copies import clean_left_copies  # noqa: PLC0415

    for clean in (remove_left_folders, clean_left_copies):
        work.run(clean, lambda _: None, _raise)


def _raise(fault: Exception) -> None:
    raise fault


def _without_screen(
    work: Callable[[], dict[str, Any]], start: Callable[[], object] | None = None
) -> int:
    """Print what the work returns, or its refusal; ``start`` starts Qt otherwise than usual."""
    from ita_desktop.cli.main import report  # noqa: PLC0415

    def begun() -> dict[str, Any]:
        (start or start_qt)()
        log_line_breaks()
        return work()

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    code = report(begun)
    QThreadPool.globalInstance().waitForDone()  # no thread may outlive Qt
    return code


def _reported(work: Callable[[], int]) -> int:
    try:
        return work()
    except MachineError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except Exception as fault:
        if QApplication.instance() is None:
            raise
        tell_and_wait(fault)  # without a console nobody would hear of it
        return 1


def _has_screen() -> bool:
    """Say whether a window can be shown; Qt itself would end the process."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class _FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if os.environ[_BENCH] == _TOLD:  # what begins after it may come before the end
                sys.stderr.write(f"{_BENCH}: first paint\n")
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def _quit_after_first_paint(window: MainWindow) -> None:
    """End the program when the window is usable; the benchmark of the start asks for it."""
    watched = window.workspace.scores.table.viewport() if window.workspace else window
    watched.installEventFilter(_FirstPaint(window))
