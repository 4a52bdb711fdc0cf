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
    name_application()
    settings = Settings()
    if settings.scale() != 100 and "QT_SCALE_FACTOR" not in os.environ:
        os.environ["QT_SCALE_FACTOR"] = str(settings.scale() / 100)
    application = dress(QApplication(sys.argv[:1]), settings)
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


def name_application() -> None:
    """Tell Qt whose settings and data folders are meant."""
    QCoreApplication.setApplicationName("ita-desktop")
    QCoreApplication.setOrganizationName("ITA Desktop")


def dress(application: QApplication, settings: Settings) -> QApplication:
    """Give the application its font, colours and style."""
    theme.load_fonts()
    application.setStyle("Fusion")
    application.styleHints().setColorScheme(SCHEMES[settings.scheme()])
    application.setFont(theme.font())
    application.setPalette(theme.palette())
    application.setStyleSheet(theme.style_sheet())
    return application


def _open_wanted(window: MainWindow, path: Path | None, settings: Settings) -> None:
    """Open the file that was asked for, else the last one."""
    if path is not None:
        window.open_path(path)
    elif recent := settings.recent_files():
        window.open_path(recent[0])


class _FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def quit_after_first_paint(window: MainWindow) -> None:
    """End the program when the window is usable; the benchmark of the start asks for it."""
    widget = window.workspace.scores.table.viewport() if window.workspace else window
    widget.installEventFilter(_FirstPaint(window))
