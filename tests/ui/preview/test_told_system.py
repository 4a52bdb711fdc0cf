"""A library that asks for the system while it is loaded is answered without a socket."""

import platform
import sys

import pytest

from ita_desktop.ui.preview.told_system import system_told


def refuse() -> str:
    raise AssertionError


def test_on_windows_nobody_is_asked_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", refuse)
    monkeypatch.setattr(sys, "platform", "win32")
    with system_told():
        assert platform.system() == "Windows"
    assert platform.system is refuse


def test_it_is_asked_again_where_the_library_could_not_be_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(platform, "system", refuse)
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(ImportError), system_told():
        raise ImportError
    assert platform.system is refuse


def test_elsewhere_nothing_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", refuse)
    monkeypatch.setattr(sys, "platform", "linux")
    with system_told():
        assert platform.system is refuse
