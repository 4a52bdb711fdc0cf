"""Fonts, pictures and icons that are not whole are found, whichever byte is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.errors import MachineError
from ita_desktop.resources import resource
from ita_desktop.ui.self_check import shipped
from ita_desktop.ui.self_check.shipped import (
    FONTS,
    is_whole_font,
    is_whole_png,
    prove_fonts,
    prove_icons,
    prove_screen,
)

_FONT = resource("fonts", "Sarabun-Regular.ttf").read_bytes()
_PICTURE = min(resource("help", "pictures").glob("*.png"), key=lambda one: one.stat().st_size)
_PNG = _PICTURE.read_bytes()


def test_what_ships_is_whole() -> None:
    assert {f"Sarabun-{name}.ttf" for name in FONTS} == {
        path.name for path in resource("fonts").glob("*.ttf")
    }
    prove_screen()
    prove_fonts()
    prove_icons()
    assert all(is_whole_png(one.read_bytes()) for one in resource("help", "pictures").iterdir())


@given(st.integers(min_value=0, max_value=len(_FONT) - 1), st.integers(1, 255))
def test_a_font_with_one_other_byte_is_not_whole(at: int, by: int) -> None:
    assert not is_whole_font(_FONT[:at] + bytes([_FONT[at] ^ by]) + _FONT[at + 1 :])


@given(st.integers(min_value=0, max_value=len(_PNG) - 1), st.integers(1, 255))
def test_a_picture_with_one_other_byte_is_not_whole(at: int, by: int) -> None:
    assert not is_whole_png(_PNG[:at] + bytes([_PNG[at] ^ by]) + _PNG[at + 1 :])


@given(st.integers(min_value=0, max_value=len(_PNG) - 1))
def test_a_picture_that_is_cut_is_not_whole(length: int) -> None:
    assert not is_whole_png(_PNG[:length])


@pytest.mark.parametrize("length", [0, 1, 4, 5000, len(_FONT) // 2])
def test_a_font_that_is_cut_is_not_whole(length: int) -> None:
    assert not is_whole_font(_FONT[:length])


@pytest.mark.parametrize("made", [False, True])
def test_a_screen_that_qt_cannot_load_is_named(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    made: bool,  # noqa: FBT001 - missing, or no library
) -> None:
    (tmp_path / "platforms").mkdir()
    if made:
        (tmp_path / "platforms" / "libqoffscreen.so").write_bytes(b"\x7fELF")
        (tmp_path / "platforms" / "qoffscreen.dll").write_bytes(b"MZ")

    def here(_kind: object) -> str:
        return str(tmp_path)

    monkeypatch.setattr(shipped.QLibraryInfo, "path", here)
    with pytest.raises(MachineError, match="หน้าจอ"):
        prove_screen()


def test_an_icon_that_is_cut_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Half(shipped.QSvgRenderer):
        def __init__(self, drawing: bytes) -> None:
            super().__init__(drawing[: len(drawing) // 2])

    monkeypatch.setattr(shipped, "QSvgRenderer", Half)
    with pytest.raises(MachineError, match="ไอคอน"):
        prove_icons()
