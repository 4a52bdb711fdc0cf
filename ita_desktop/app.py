"""The only wiring: Qt is started here, and the commands that need a window."""

import argparse
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ita_desktop.ui import theme
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.settings import SCHEMES, Settings

_BENCH = "ITA_DESKTOP_BENCH"


def run(options: argparse.Namespace) -> int:
    """Open the window, or do a window's work without showing it; return the exit code."""
    if options.command == "self-check":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not _has_screen():
        print("เครื่องนี้ไม่มีหน้าจอ กรุณาใช้คำสั่งที่ไม่เปิดหน้าต่าง ดูวิธีใช้ด้วย --help", file=sys.stderr)
        return 1
    name_application()
    settings = Settings()
    if settings.scale() != 100 and "QT_SCALE_FACTOR" not in os.environ:
        os.environ["QT_SCALE_FACTOR"] = str(settings.scale() / 100)
    application = QApplication(sys.argv[:1])
    theme.dress(application, SCHEMES[settings.scheme()])
    if options.command == "self-check":
        from ita_desktop.cli.main import report  # noqa: PLC0415
        from ita_desktop.ui.self_check import self_check  # noqa: PLC0415

        return report(self_check)
    if options.command == "demo" and options.out is not None:
        from ita_desktop.cli.main import report  # noqa: PLC0415
        from ita_desktop.ui.demo import demo  # noqa: PLC0415

        return report(lambda: demo(options.out))
    window = MainWindow(settings)
    if options.command == "demo":
        window.open_sample()
    else:
        _open_wanted(window, options.file, settings)
    if os.environ.get(_BENCH) == "first-paint":
        quit_after_first_paint(window)
    window.show()
    return application.exec()


def _has_screen() -> bool:
    """Say whether a window can be shown; Qt itself would end the process."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if sys.platform != "linux" or chosen:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def name_application() -> None:
    """Tell Qt whose settings and data folders are meant."""
    QCoreApplication.setApplicationName("ita-desktop")
    QCoreApplication.setOrganizationName("ITA Desktop")


def _open_wanted(window: MainWindow, path: Path | None, settings: Settings) -> None:
    """Open the file that was asked for, else the last one, else show the ways to begin."""
    recent = settings.recent_files()
    if path is None and not recent:
        window.show_start()
    else:
        window.open_path(path or recent[0])


class _FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def quit_after_first_paint(window: MainWindow) -> None:
    """End the program when the window is usable; the benchmark of the start asks for it."""
    widget = window.workspace.scores.table.viewport() if window.workspace else window
    widget.installEventFilter(_FirstPaint(window))
