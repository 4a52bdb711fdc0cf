"""Which programs are missing is known before anything is made or tried."""

from types import SimpleNamespace

import pytest

from installer import tools
from installer.tools import missing_tools


def without(monkeypatch: pytest.MonkeyPatch, *missing: str) -> None:
    def which(name: str) -> str | None:
        return None if name in missing else f"/usr/bin/{name}"

    monkeypatch.setattr("shutil.which", which)
    monkeypatch.setattr(tools, "os", SimpleNamespace(name="posix"))


def test_for_making_more_is_wanted_than_for_trying(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "makensis", "osslsigncode", "wine")
    assert missing_tools(making=True) == ["makensis", "osslsigncode", "wine"]
    assert missing_tools(making=False) == ["wine"]


def test_where_all_is_there_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch)
    assert missing_tools(making=True) == []


def test_windows_itself_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "wine", "wineserver", "x86_64-w64-mingw32-gcc")
    monkeypatch.setattr(tools, "os", SimpleNamespace(name="nt"))
    assert missing_tools(making=False) == []
