"""The sentence that is broken on the screen, and the versions that are told."""

# pyright: reportPrivateUsage=false
# The list of libraries is lengthened by one that nobody knows.

import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextEdit, QWidget

from ita_desktop.ui.about.works import works
from ita_desktop.ui.self_check import machine
from ita_desktop.ui.self_check.line_breaks import lines_on_screen
from ita_desktop.ui.self_check.machine import library_versions, memory_peak_mb
from ita_desktop.ui.widgets.wrapped_text import breaks_thai


@pytest.mark.usefixtures("qapp")
def test_both_ways_of_breaking_hold_the_same_words() -> None:
    found = lines_on_screen()
    editor, cell = found["editor"], found["cell"]
    assert "".join(editor).replace(" ", "") == "".join(cell).replace(" ", "")
    assert found == lines_on_screen()
    if breaks_thai():
        assert len(editor) > 4
        assert len(cell) > 4
        assert editor[0].startswith("เทศบาลตำบลตัวอย่าง")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("make", [QLabel, QPushButton, QTextEdit, QLineEdit])
def test_letters_are_as_wide_on_windows_as_here(make: type[QWidget]) -> None:
    """Hinted, Windows makes each a whole number of pixels wide; the style keeps them unhinted."""
    widget = make()
    widget.ensurePolished()
    assert widget.font().hintingPreference() is QFont.HintingPreference.PreferNoHinting
    widget.deleteLater()


def test_a_version_is_read_beside_the_library_else_asked_of_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "openpyxl-3.9.dist-info").mkdir()
    monkeypatch.setitem(machine._LIBRARIES, "made_up", "made_up")
    for name in ("openpyxl", "reportlab", "pythainlp", "made_up"):
        module = ModuleType(name)
        module.__file__ = str(tmp_path / name / "__init__.py")
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(sys.modules["reportlab"], "__version__", "5.9", raising=False)
    found = library_versions()
    assert (found["openpyxl"], found["reportlab"], found["made_up"]) == ("3.9", "5.9", "?")
    (listed,) = (work.version for work in works() if work.name == "pythainlp")
    assert found["pythainlp"] == listed


def test_the_memory_is_told_in_megabytes() -> None:
    peak = memory_peak_mb()
    assert peak is None or 20 < peak < 100_000
