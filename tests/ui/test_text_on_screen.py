"""No word is cut in what is seen, at any size; what is typed comes out as it was typed."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.ui.dialogs.item_text import ItemTextDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.model import Column
from ita_desktop.ui.widgets.thai_editor import ThaiEditor
from ita_desktop.ui.widgets.wrapped_text import breaks_thai

ROOT = Path(__file__).parents[2]
SCREEN = {"name": "", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1}
EVERY_LETTER = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))))
EVERY_MARK = "".join(f"{base}{mark}" for base in "กปญฐฬ" for mark in "ัิีึืฺุู็่้๊๋์ํ๎")
STACKED = "ที่ ปั๊ม น้ำ ผู้ ญู่ ฐี่ ปฏิบัติ กตัญญู สัมฤทธิ์ เปี๊ยะ ทรัพย์ ฯลฯ ต่าง ๆ"


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return the surroundings of a process: a screen of 1366 x 768 dots, a home of its own."""
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}))
    home = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    platform = f"offscreen:configfile={screens.name}"  # Qt would cut "C:\\…" after the colon
    return {**os.environ, **home, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform, **more}


def without_libthai(folder: Path) -> dict[str, str]:
    """Hide libthai from a process: the loader finds an empty file under its name first."""
    if sys.platform != "linux":
        pytest.skip("libraries are hidden in another way there")
    hidden = folder / "hidden"
    hidden.mkdir()
    (hidden / "libthai.so.0").touch()
    return environment(folder, LD_LIBRARY_PATH=str(hidden))


def answer(surroundings: dict[str, str], *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, *arguments],
        env=surroundings,
        cwd=surroundings["HOME"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def walk(surroundings: dict[str, str], *until: str) -> dict[str, Any]:
    return answer(surroundings, str(Path(__file__).with_name("text_walk.py")), *until)


@pytest.mark.long
@pytest.mark.parametrize("scale", ["1", pytest.param("1.25", marks=pytest.mark.slow), "1.5", "2"])
def test_no_text_is_cut_and_no_line_ends_inside_a_word(tmp_path: Path, scale: str) -> None:
    if not breaks_thai():
        pytest.skip("no libthai on this machine")
    found = walk(environment(tmp_path, QT_SCALE_FACTOR=scale))
    assert found["findings"] == {}
    assert found["scale"] == float(scale)
    assert found["texts"] > 5000
    assert found["wrapped"] > 1500


def test_the_walk_sees_what_is_wrong_where_libthai_is_missing(tmp_path: Path) -> None:
    found = walk(without_libthai(tmp_path), "wide")
    assert any("wide" in finding for finding in found["findings"])


def test_without_libthai_the_program_runs_and_says_so(tmp_path: Path) -> None:
    checked = answer(without_libthai(tmp_path), "-m", "ita_desktop", "self-check")
    assert checked["ok"]
    assert checked["thai_line_breaks_on_screen"] is False
    (log,) = tmp_path.rglob("faults.log")
    assert "libthai was not found" in log.read_text("utf-8")


@pytest.mark.parametrize(
    "typed", [EVERY_LETTER, EVERY_MARK, f"{STACKED} {EVERY_MARK}" * 3, "ก<b>ข</b>&amp;", "ฯลฯ" * 40]
)
def test_what_is_typed_into_a_wrapped_editor_is_copied_out_as_it_was(
    window: MainWindow,
    dialogs: list[QDialog],
    type_: Callable[[str], None],
    press: Callable[[str], None],
    clipboard: Callable[[str | None], str],
    qtbot: QtBot,
    typed: str,
) -> None:
    assert window.workspace is not None
    scores = window.workspace.scores
    scores.go_to("i1")
    scores.gestures.show_full_text(scores.table.currentIndex())
    dialog = dialogs[-1]
    assert isinstance(dialog, ItemTextDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    editor = dialog.findChild(ThaiEditor)
    assert isinstance(editor, ThaiEditor)
    editor.setFocus()
    press("Ctrl+A")
    type_(typed)
    editor.selectAll()
    editor.copy()
    assert clipboard(None) == typed
    assert dialog.text == typed
    dialog.accept()
    assert window.session is not None
    kept = window.session.criteria.item_by_code["i1"].text
    assert "\u200b" not in kept
    assert "\u00a0" not in kept
    assert "\u2060" not in kept


def test_an_editor_ends_no_line_inside_a_word(window: MainWindow, qtbot: QtBot) -> None:
    del window  # it dresses the editor
    if not breaks_thai():
        pytest.skip("no libthai on this machine")
    editor = ThaiEditor("เบิกจ่ายเงินเป็นเท็จ เช่น ค่าเดินทาง ฯลฯ มากน้อยเพียงใด " * 3)
    qtbot.addWidget(editor)
    editor.show()
    QApplication.processEvents()  # formats are put in when the window has time
    ends: set[str] = set()
    for width in range(120, 400, 3):
        editor.resize(width, 400)
        editor.moveCursor(QTextCursor.MoveOperation.End)
        block = editor.document().firstBlock()
        layout = block.layout()
        for number in range(layout.lineCount() - 1):
            line = layout.lineAt(number)
            ends.add(block.text()[: line.textStart() + line.textLength()].rstrip()[-3:])
    assert len(ends) > 5
    assert not any(end.endswith("ฯ") and not end.endswith("ฯลฯ") for end in ends)


def test_no_zero_width_letter_that_is_pasted_is_kept(
    window: MainWindow,
    dialogs: list[QDialog],
    clipboard: Callable[[str | None], str],
) -> None:
    assert window.workspace is not None
    scores = window.workspace.scores
    scores.go_to("i1")
    scores.gestures.show_full_text(scores.table.currentIndex())
    dialog = dialogs[-1]
    editor = dialog.findChild(ThaiEditor)
    assert isinstance(editor, ThaiEditor)
    clipboard("การ\u200bเปิด\u200bเผย\u00a0ต่าง ๆ ฯลฯ")
    editor.selectAll()
    editor.paste()
    dialog.accept()
    assert window.session is not None
    assert window.session.criteria.item_by_code["i1"].text == "การเปิดเผย ต่าง ๆ ฯลฯ"


def test_a_wrapped_cell_is_copied_as_it_is_stored(
    window: MainWindow, clipboard: Callable[[str | None], str]
) -> None:
    """What keeps words together on the screen is not in the text."""
    assert window.workspace is not None
    assert window.session is not None
    table = window.workspace.scores.table
    signs = [i for i in window.session.criteria.items if " ๆ" in i.text or "ฯลฯ" in i.text]
    assert len(signs) > 2
    window.grab()
    for item in signs:
        table.go_to(item.code)
        row = table.currentIndex().row()
        table.setCurrentIndex(table.model().index(row, Column.TEXT))
        table.copy()
        assert clipboard(None) == item.text
