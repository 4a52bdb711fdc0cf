"""A library that a program asks for must lie where Windows looks for it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from installer import dll_imports
from installer.dll_imports import check_imports
from installer.programs import BuildError

ASKS = {
    "python.exe": ["python312.dll", "KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll"],
    "python312.dll": ["VCRUNTIME140.dll", "WS2_32.dll"],
    "vcruntime140.dll": ["ntdll.dll"],
    "lib/PIL/_imaging.pyd": ["python312.dll", "VCRUNTIME140.dll"],
    "lib/PySide6/Qt6Core.dll": ["MSVCP140.dll", "icuuc.dll"],
    "lib/PySide6/msvcp140.dll": ["ext-ms-win-ntuser-window-l1-1-0.dll"],
    "lib/PySide6/QtCore.pyd": ["shiboken6.abi3.dll", "Qt6Core.dll"],
    "lib/PySide6/plugins/platforms/qwindows.DLL": ["Qt6Core.dll", "WINSPOOL.DRV"],
    "lib/shiboken6/shiboken6.abi3.dll": ["python312.dll"],
    "lib/notes.txt": ["nothing-of-the-kind.dll"],
}


def check(bundle: Path, monkeypatch: pytest.MonkeyPatch, asks: dict[str, list[str]]) -> None:
    def run(command: Sequence[str]) -> str:
        path = Path(command[-1]).relative_to(bundle).as_posix()
        return "The Import Tables\n" + "".join(f"\tDLL Name: {name}\n" for name in asks[path])

    monkeypatch.setattr(dll_imports, "run", run)
    for path in asks:
        (bundle / path).parent.mkdir(parents=True, exist_ok=True)
        (bundle / path).touch()
    check_imports(bundle)


def test_what_lies_beside_it_or_belongs_to_windows_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(tmp_path, monkeypatch, ASKS)


@pytest.mark.parametrize(
    ("path", "library"),
    [
        ("python.exe", "gone.dll"),
        ("lib/PySide6/plugins/platforms/qwindows.DLL", "Qt6Svg.dll"),
        ("lib/PIL/_imaging.pyd", "MSVCP140.dll"),  # lies beside Qt, where nobody looks for Pillow
        ("python312.dll", "Qt6Core.dll"),
    ],
)
def test_what_is_missing_is_told_with_who_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, library: str
) -> None:
    with pytest.raises(BuildError, match=rf"bundle:\n{path} asks for {library}$"):
        check(tmp_path, monkeypatch, {**ASKS, path: [*ASKS[path], library]})


def test_all_that_is_missing_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BuildError) as told:
        check(tmp_path, monkeypatch, {"a.dll": ["x.dll", "y.dll"], "b.pyd": ["z.dll"]})
    assert str(told.value).splitlines()[1:] == [
        "a.dll asks for x.dll",
        "a.dll asks for y.dll",
        "b.pyd asks for z.dll",
    ]
