"""The place where the texts of a report are written, shown."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.ui.analysis.dialog import AnalysisDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings


@pytest.fixture
def seen() -> list[str]:
    """Return the papers whose pages were asked for."""
    return []


@pytest.fixture
def session(
    open_session: Callable[[Path], Session],
    year_path: Callable[[int], Path],
    seed_001: dict[str, str],
) -> Session:
    made = open_session(year_path(2565))
    made.put_scores({code: Decimal(text) for code, text in seed_001.items()}, "ทดลอง")
    return made


@pytest.fixture
def dialog(
    qtbot: QtBot, at_once: None, session: Session, settings: Settings, seen: list[str]
) -> Iterator[AnalysisDialog]:
    """Return the place of writing, shown; its pages are made at once."""
    del at_once
    made = AnalysisDialog(session, settings, None, seen.append)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.page.pages.stay()
