"""The table of keys is that of the program: what the window answers is in it, and no key more."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui.help.key_table import GROUPS, key_words
from ita_desktop.ui.help.keys_page import keys_page
from ita_desktop.ui.help.window import HelpWindow
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.tab_names import Tab

SOURCES = Path(__file__).parents[3] / "ita_desktop" / "ui"
_KEY = re.compile(
    r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|[A-Z0-9]|[+=;-]|PgUp|PgDn|Enter|Tab|Del(?:ete)?|Ins(?:ert)?"
    r"|Up|Down|Left|Right|Home|End|Space)(?![A-Za-z])|\bF\d{1,2}\b"
)
_TAKEN = re.compile(r"Key\.Key_(F\d{1,2}|[A-Z0-9]|Insert|Semicolon)\b")
_ALONE = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S{1,6}|F\d{1,2}|Esc|Ins|Del|Return|Enter")


def plain(key: str) -> str:
    """Return a key as Qt writes it; Enter is what the larger of the two is called."""
    key = re.sub("(?<=[+])Enter$", "Return", key)
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


ANSWERED = {
    plain(key) for group in GROUPS for one in group.keys if one.shortcut for key in one.keys
}
LISTED = {plain(key) for group in GROUPS for one in group.keys for key in one.keys}


def shortcuts_of(window: QWidget) -> set[str]:
    """Return every key that a window and all in it answer as a shortcut."""
    found = [one.key() for one in window.findChildren(QShortcut)]
    found += [one.shortcut() for one in window.findChildren(QAbstractButton)]
    for action in window.findChildren(QAction):
        found += action.shortcuts()
    return {key.toString(QKeySequence.SequenceFormat.PortableText) for key in found} - {""}


@pytest.fixture
def walked(window: MainWindow, at_once: None) -> MainWindow:
    """Return a window all of whose tabs, and the pages of a paper, were seen."""
    del at_once
    assert window.workspace is not None
    for tab in Tab:
        window.workspace.tabs.setCurrentIndex(tab)
    page = window.workspace.scores
    assert isinstance(page, ScorePage)
    page.try_scores()
    window.workspace.show_preview("score-summary")
    window.workspace.leave_preview()
    menu = window.findChildren(MainMenu)[-1]
    menu.fill()
    return window


def test_every_shortcut_of_the_window_is_in_the_table(walked: MainWindow) -> None:
    found = shortcuts_of(walked)
    assert len(found) > 35
    assert found <= ANSWERED


def test_every_shortcut_of_the_table_is_answered_somewhere(
    walked: MainWindow, help_window: Callable[[str], HelpWindow]
) -> None:
    assert ANSWERED - shortcuts_of(walked) - shortcuts_of(help_window("start")) <= written_keys()


def test_every_key_that_the_sources_write_down_is_in_the_table() -> None:
    """Dialogs that no walk opens have their shortcuts in the sources."""
    assert written_keys() <= LISTED


def test_every_key_that_a_table_or_field_takes_is_in_the_table() -> None:
    """Of the keys that are taken as they come, those that nobody would guess."""
    taken = {
        {"Insert": "Ins", "Semicolon": ";"}.get(name, name)
        for file in SOURCES.rglob("*.py")
        for name in _TAKEN.findall(file.read_text(encoding="utf-8"))
    }
    assert {"F2", "F4", "F6", "Ins", "D", "H"} <= taken
    assert taken <= {key.rpartition("+")[2] for key in LISTED}


def test_every_key_that_a_hint_or_a_menu_names_is_in_the_table(
    walked: MainWindow, qtbot: QtBot
) -> None:
    del qtbot
    texts = [one.toolTip() for one in walked.findChildren(QWidget)]
    for menu in walked.findChildren(QMenu):
        texts += [one.text().partition("\t")[2] for one in menu.actions()]
    named = {plain(key) for text in texts for key in _KEY.findall(text)}
    assert len(named) > 15
    assert named <= LISTED


def test_no_place_names_a_key_twice() -> None:
    for group in GROUPS:
        said = [one.words for one in group.keys]
        assert len(said) == len({*said}), group.title


def test_every_key_is_one_that_qt_knows() -> None:
    for group in GROUPS:
        for one in group.keys:
            assert one.keys
            assert all(plain(key) for key in one.keys), one


def test_keys_are_said_as_on_the_keyboard() -> None:
    assert key_words("Ctrl+PgDown") == "Ctrl+PgDn"
    assert key_words("Alt+Left") == "Alt+←"
    assert key_words("Ctrl++") == "Ctrl++"
    assert key_words("Ctrl+Return") == "Ctrl+Enter"


def test_the_page_has_every_key_of_the_table() -> None:
    page = keys_page()
    for group in GROUPS:
        assert f"## {group.title}" in page
        for one in group.keys:
            assert f"| `{one.words}` | {one.does} |" in page


def written_keys() -> set[str]:
    """Return the keys that modules of the window write down beside their shortcuts."""
    return {plain(key) for file in SOURCES.rglob("*.py") for key in _written(file)}


def _written(file: Path) -> Iterator[str]:
    """Yield the texts of a module that are nothing but a key, where it makes shortcuts."""
    source = file.read_text(encoding="utf-8")
    if "QShortcut(" not in source and "setShortcut(" not in source:
        return
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and _ALONE.fullmatch(node.value)
        ):
            yield node.value
