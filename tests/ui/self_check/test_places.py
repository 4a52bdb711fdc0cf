"""The folder of the self-check: long, Thai, with blanks, however deep the temporary one lies."""

import os
from pathlib import Path

import pytest

from ita_desktop.ui.self_check.places import long_folder, user_folder_in
from ita_desktop.user_folder import user_folder


@pytest.mark.parametrize("letters", [4, 40, 80, 123, 180, 202, 230])
def test_a_folder_is_long_whatever_it_lies_in(tmp_path: Path, letters: int) -> None:
    base = tmp_path / ("x" * max(letters - len(str(tmp_path)) - 1, 1))
    folder = long_folder(base)
    assert folder.is_dir()
    beyond = max(len(str(base / "ตรวจ โปรแกรม")), 204)
    assert 200 < len(str(folder)) <= beyond
    inside = folder.relative_to(base)
    assert " " in str(inside)
    assert any("\u0e00" < letter < "\u0e7f" for letter in str(inside))
    assert not any(part.endswith((" ", ".")) for part in inside.parts)


def test_the_users_folder_is_another_one_meanwhile(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "hers"))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    before = {**os.environ}
    with user_folder_in(tmp_path / "ours"):
        assert user_folder().is_relative_to(tmp_path / "ours")
    assert {**os.environ} == before
