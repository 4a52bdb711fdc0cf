"""A block of 10,000 cells: read beside the window, laid out as it is scrolled to, one deed."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import threading

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.ui.dialogs.paste import _AT_ONCE, PreviewDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores import pasting
from ita_desktop.ui.session import Session
from ita_desktop.workflows.scores import block as score_block


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def paste(window: MainWindow, text: str) -> None:
    assert window.workspace is not None
    window.workspace.scores.gestures.paste(text)


def block(session: Session, rows: int) -> str:
    """Return codes and scores, each code with one score, in so many rows."""
    codes = [item.code for item in session.criteria.items if not item.is_oit]
    return "\n".join(
        f"{codes[row % len(codes)]}\t{60 + row % len(codes)}.25" for row in range(rows)
    )


def preview(dialogs: list[QDialog], qtbot: QtBot) -> PreviewDialog:
    qtbot.waitUntil(lambda: bool(dialogs))
    dialog = dialogs[-1]
    assert isinstance(dialog, PreviewDialog)
    return dialog


def test_a_large_block_is_read_in_another_thread_and_written_as_one_deed(
    window: MainWindow,
    session: Session,
    dialogs: list[QDialog],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: list[bool] = []

    def read_cells(text: str) -> tuple[tuple[str, ...], ...]:
        threads.append(threading.current_thread() is threading.main_thread())
        return score_block.read_cells(text)

    monkeypatch.setattr(pasting, "read_cells", read_cells)
    paste(window, block(session, 5_000))
    dialog = preview(dialogs, qtbot)
    assert threads == [False]
    latest = session.file.latest_deed()
    dialog.accept_button.click()
    assert session.file.latest_deed() == (latest or 0) + 1
    assert str(session.result.entries["i1"]) == "60.25"
    paste(window, "i1\t50\ni2\t51")
    assert threads == [False, True]  # a small one at once


def test_rows_are_laid_out_as_they_are_scrolled_to(
    window: MainWindow, session: Session, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    paste(window, "\n".join(f"zz{row}\tabc{row}" for row in range(5_000)))
    dialog = preview(dialogs, qtbot)
    assert dialog._table.rowCount() == _AT_ONCE
    bar = dialog._table.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert dialog._table.rowCount() == 2 * _AT_ONCE
    last = dialog._table.item(2 * _AT_ONCE - 1, 0)
    assert last is not None
    assert last.text() == f"abc{2 * _AT_ONCE - 1}"
    assert not dialog.accept_button.isEnabled()
    assert session.result.entries


def test_what_was_typed_while_a_block_was_read_is_in_the_preview(
    window: MainWindow, session: Session, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    paste(window, block(session, 5_000))
    session.set_score("i1", "60.25")
    dialog = preview(dialogs, qtbot)
    cells = [dialog._table.item(row, 0) for row in range(dialog._table.rowCount())]
    row = [cell.text() for cell in cells if cell is not None].index("i1")
    note = dialog._table.item(row, 3)
    assert note is not None
    assert note.text() == "เหมือนเดิม"


def test_a_block_for_a_year_that_was_left_meanwhile_is_dropped(
    window: MainWindow, session: Session, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    asked: list[object] = []
    paste(window, block(session, 5_000))
    session.select_year(2564)
    paste(window, "1\t88\n2\t89")
    qtbot.waitUntil(lambda: not pasting.work._running)
    asked += [dialog for dialog in dialogs if isinstance(dialog, PreviewDialog)]
    assert len(asked) == 1
