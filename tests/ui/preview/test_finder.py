"""Going from place to place: only the last question is answered, of the pages that are shown."""

# pyright: reportPrivateUsage=false
# A test of slow work looks at what runs.

import threading

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.ui import work
from ita_desktop.ui.preview import finder as finder_module
from ita_desktop.ui.preview.finder import Finder
from ita_desktop.ui.preview.page_text import Hit
from ita_desktop.ui.preview.pdf_file import PdfFile


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let a search for "ช้า" wait until this event is set, and then find two places."""
    go_on = threading.Event()

    def find(_file: PdfFile, text: str, _progress: object) -> list[Hit]:
        if text == "ช้า":
            go_on.wait(10)
            return [Hit(0, ()), Hit(1, ())]
        return [Hit(2, ())]

    monkeypatch.setattr(finder_module, "find_all", find)
    return go_on


def answer(gate: threading.Event, qtbot: QtBot) -> None:
    """Let the slow search end."""
    gate.set()
    qtbot.waitUntil(lambda: not work._running)


def test_an_answer_to_an_older_question_is_dropped(
    long: PdfFile, gate: threading.Event, qtbot: QtBot
) -> None:
    finder = Finder()
    finder.look_in(long)
    finder.seek("ช้า", 0, 0)
    finder.seek("เร็ว", 0, 0)
    qtbot.waitUntil(lambda: len(finder.hits) == 1)
    answer(gate, qtbot)
    assert [hit.page for hit in finder.hits] == [2]


def test_an_answer_of_pages_that_are_gone_is_dropped(
    long: PdfFile, gate: threading.Event, qtbot: QtBot
) -> None:
    finder = Finder()
    finder.look_in(long)
    finder.seek("ช้า", 0, 0)
    finder.look_in(None)
    answer(gate, qtbot)
    assert (finder.hits, finder.at) == ((), -1)
