"""What counts as going to the net, and that a socket is heard of."""

import socket
import sys

import pytest

from ita_desktop.errors import MachineError
from ita_desktop.ui.self_check import network
from ita_desktop.ui.self_check.network import SocketWatch, network_modules, network_use


def test_modules_that_go_to_the_net_are_known_with_all_that_lies_under_them() -> None:
    loaded = [
        *("socket", "_socket", "urllib", "urllib.parse", "urllib.request", "http", "http.client"),
        *("select", "selectors", "xmlrpc.client", "requests.sessions", "requests_cache"),
        *("PySide6.QtNetwork", "PySide6.QtCore", "ita_desktop.ui.self_check.network"),
    ]
    assert network_modules(loaded) == [
        *("PySide6.QtNetwork", "_socket", "http.client", "requests.sessions", "socket"),
        *("urllib.request", "xmlrpc.client"),
    ]


def test_a_socket_is_heard_of() -> None:
    watch = SocketWatch()
    before = watch.count
    socket.socket().close()
    assert watch.count == before + 1


def test_a_module_that_came_along_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "socket_watch", SocketWatch)
    monkeypatch.setattr(sys, "modules", {"ssl": sys, "os": sys})
    with pytest.raises(MachineError, match=r"เครือข่าย.+\(ssl\)") as told:
        network_use()
    assert "\n" not in str(told.value)


def test_nothing_is_told_where_nothing_came_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "socket_watch", SocketWatch)
    monkeypatch.setattr(sys, "modules", {"os": sys})
    assert network_use() == {"network_modules": [], "sockets": 0}
