"""The window of a scene: opened on a file of its own, brought to rest, looked into by words."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import Final, TypeVar, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QThreadPool
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from installer.help_shot import Area, Scene
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.backups import Reason
from ita_desktop.workflows.opening import new_file, new_sample_file, open_file

_W = TypeVar("_W", bound=QObject)
_QUIET_S: Final = 0.35
"""Seconds without anything drawn after which the window has come to rest."""
_LONGEST_S: Final = 30
SHOWN_FOLDER: Final = "D:\\งาน ITA"
"""What is shown in the place of the temporary folder the scene's files are in."""
SHOWN_HOME: Final = "C:\\Users\\somying"
"""What is shown in the place of the temporary home."""
EMPTY_OFFICE: Final = Office(
    name="เทศบาลตำบลบ้านตัวอย่าง",
    kind=OfficeKind.SUBDISTRICT,
    district="เมือง",
    province="ตัวอย่าง",
)


class Stage:
    """One scene's window, at the upper left of the screen.

    ``folder`` is the scene's own: what it writes is shown as if it were in ``SHOWN_FOLDER``.
    """

    def __init__(self, scene: Scene, folder: Path, sample: Path) -> None:
        self.folder = folder
        self._paints = _Paints()
        QApplication.instance().installEventFilter(self._paints)  # type: ignore[union-attr]
        self.settings = Settings()
        self.window = MainWindow(self.settings)
        self.window.setGeometry(QRect(0, 0, *scene.size))
        if scene.file == "none":
            self.window.show_start()
        elif scene.file == "empty":
            self.window.enter(new_file(folder / f"{EMPTY_OFFICE.name}.ita", EMPTY_OFFICE, 2566))
        else:
            path = folder / f"{EMPTY_OFFICE.name}.ita"
            shutil.copyfile(sample, path)
            self.window.enter(open_file(path))
        self.window.show()
        self.window.activateWindow()
        self.settle()

    @property
    def workspace(self) -> Workspace:
        """The inside of the window with a file."""
        if self.window.workspace is None:
            raise RuntimeError
        return self.window.workspace

    @property
    def session(self) -> Session:
        """The open file."""
        return self.workspace.session

    def turn_to(self, tab: Tab) -> None:
        """Turn to a tab."""
        self.workspace.tabs.setCurrentIndex(tab)
        self.settle()

    def look_at_backups(self) -> None:
        """Let the foot of the window say when the file was last backed up; else it does not."""
        desk = self.window.desk
        keeper = desk._keeper()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
        keeper.back_up(Reason.TIMER)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is worked at and nothing drawn any more; else TimeoutError.

        A scene is no part of the program: it turns the loop of events, as a person's time does.
        """
        begun = quiet = monotonic()
        pool = QThreadPool.globalInstance()
        while monotonic() - quiet < _QUIET_S:
            self._paints.seen = False
            QApplication.processEvents()
            if self._paints.seen or pool.activeThreadCount():
                quiet = monotonic()
            if monotonic() - begun > _LONGEST_S:
                raise TimeoutError
            sleep(0.005)

    def press(self, widget: QWidget) -> None:
        """Press a widget by the mouse, in its middle."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def keys(self, keys: str, widget: QWidget | None = None) -> None:
        """Press keys ("Ctrl+F", "F4") where the keyboard is, or in ``widget``."""
        target = widget or QApplication.focusWidget() or self.window
        QTest.keySequence(target, QKeySequence(keys))
        self.settle()

    def write(self, text: str) -> None:
        """Type Thai or other text where the keyboard is."""
        none = Qt.KeyboardModifier.NoModifier
        for letter in text:  # the first one opens the editor that the others go to
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, none, letter)
                QApplication.sendEvent(QApplication.focusWidget() or self.window, event)
        self.settle()

    def find(
        self, kind: type[_W], words: str = "", *, inside: QWidget | None = None, place: int = 0
    ) -> _W:
        """Return a seen widget of a kind whose text, accessible name or object name has ``words``.

        Of several the one at ``place``. Raises LookupError.
        """
        roots = [inside] if inside is not None else self.windows()
        found: list[_W] = []
        for root in reversed(roots):
            for one in [root, *root.findChildren(kind)]:
                if not isinstance(one, kind) or (isinstance(one, QWidget) and not one.isVisible()):
                    continue
                if words in _words_of(one):
                    found.append(one)
        if place >= len(found):
            raise LookupError(words or kind.__name__)
        return found[place]

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """Return the seen button with these words."""
        return self.find(QAbstractButton, words, inside=inside)

    def dialog(self) -> QDialog:
        """Return the dialog that is open, the last one of several."""
        seen = [one for one in self.windows() if isinstance(one, QDialog)]
        if not seen:
            raise LookupError("no dialog")
        return seen[-1]

    def windows(self) -> list[QWidget]:
        """Return the seen windows of the program."""
        return [one for one in QApplication.topLevelWidgets() if one.isVisible()]

    def open_menu(self, button: QWidget) -> QMenu:
        """Open the menu of a button under it; it stays open."""
        menu = button.menu() if isinstance(button, QPushButton | QToolButton) else None
        if menu is None:
            raise LookupError(_words_of(button))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        self.settle()
        return menu

    def open_below(self, menu: QMenu, words: str) -> QMenu:
        """Open the menu below an entry of an open one; both stay open."""
        entry = next(one for one in menu.actions() if words in one.text())
        below = cast("QMenu | None", entry.menu())
        if below is None:
            raise LookupError(words)
        menu.setActiveAction(entry)
        below.popup(menu.mapToGlobal(menu.actionGeometry(entry).topRight()))
        self.settle()
        return below

    def entry(self, menu: QMenu, words: str) -> Area:
        """Return the entry of an open menu whose text has ``words``."""
        action = next(one for one in menu.actions() if words in one.text())
        return Area(menu, menu.actionGeometry(action))

    def tab(self, tab: Tab) -> Area:
        """Return a tab in the line of tabs."""
        bar = self.workspace.tabs
        return Area(bar, bar.tabRect(tab))

    def tab_named(self, words: str) -> Area:
        """Return a tab of any line of tabs that is seen."""
        for bar in self.find(QWidget, inside=self.dialog()).findChildren(QTabBar):
            for place in range(bar.count()):
                if words in bar.tabText(place):
                    return Area(bar, bar.tabRect(place))
        raise LookupError(words)

    def cell(self, view: QAbstractItemView, row: int, column: int) -> Area:
        """Return a cell of a table or a row of a list."""
        rect = view.visualRect(view.model().index(row, column))
        return Area(view.viewport(), rect)

    def part(self, widget: QWidget, *, height: int = 0, width: int = 0) -> Area:
        """Return the upper left part of a widget, so many logical pixels; 0: all there are."""
        return Area(
            widget, QRect(0, 0, width or widget.width(), min(height or 9999, widget.height()))
        )

    def hide_folder(self) -> None:
        """Show the folder of the scene and the home as a clerk's own, wherever a path is seen."""
        shown = {str(self.folder): SHOWN_FOLDER, str(Path.home()): SHOWN_HOME}
        for window in self.windows():
            for one in window.findChildren(QWidget):
                if not isinstance(one, QLabel | QLineEdit):
                    continue
                for path, words in shown.items():
                    if path in one.text():
                        before, _, after = one.text().partition(path)
                        one.setText(f"{before}{words}{after.replace('/', chr(92))}")
        self.settle()

    def close(self) -> None:
        """Close all windows of the scene."""
        for window in reversed(self.windows()):
            if window is not self.window:
                window.close()
        self.session_left()
        self.window.close()
        self.window.deleteLater()
        self._paints.deleteLater()
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()

    def session_left(self) -> None:
        """Let what is being typed be taken."""
        if self.window.session is not None:
            self.window.session.leave()


class _Paints(QObject):
    """Sees whether anything was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Resize, QEvent.Type.Show):
            self.seen = True
        return super().eventFilter(watched, event)


def _words_of(one: QObject) -> str:
    words: Sequence[str] = [one.objectName()]
    if isinstance(one, QWidget):
        words = [one.accessibleName(), one.objectName(), one.windowTitle()]
    if isinstance(one, QAbstractButton | QLabel | QLineEdit):
        words = [one.text(), *words]
    return "\n".join(words)


def make_sample(path: Path) -> None:
    """Make the file of the sample municipality that scenes begin with."""
    new_sample_file(path).close()
