"""That the program stays off the net: what could go there is not loaded, and no socket is made."""

import sys
from collections.abc import Iterable
from functools import cache

from ita_desktop.errors import MachineError

_NETWORK = (
    *("_socket", "_ssl", "aiohttp", "asyncio", "certifi", "ftplib", "http.client", "http.server"),
    *("httpcore", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket"),
    *("socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets"),
)
"""What talks to other machines, of Python and of the libraries. ``select`` and ``selectors`` wait
for anything, pipes of child processes too, and say nothing to anybody."""


class SocketWatch:
    """Counts what is asked of sockets in this process from its making on; it cannot be ended."""

    def __init__(self) -> None:
        self.count = 0
        """How often a socket was made, bound, connected or asked for a name."""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _arguments: object) -> None:
        if event.startswith("socket."):
            self.count += 1


@cache
def socket_watch() -> SocketWatch:
    """Return the watch of this process; the first call begins it."""
    return SocketWatch()


def network_modules(loaded: Iterable[str]) -> list[str]:
    """Return the names of modules that go to the net, out of those that are loaded."""
    return sorted(name for name in loaded if any(_is_within(name, one) for one in _NETWORK))


def network_use() -> dict[str, object]:
    """Return what of the net was loaded or used, as plain data: nothing.

    Raises MachineError where anything was.
    """
    found, sockets = network_modules([*sys.modules]), socket_watch().count
    if found or sockets:
        said = ", ".join(found) or f"socket {sockets}"
        raise MachineError(
            f"โปรแกรมตรวจตัวเองไม่ผ่าน เพราะมีส่วนที่ใช้เครือข่ายได้ถูกเรียกใช้ ({said}) กรุณาแจ้งผู้พัฒนาโปรแกรม"
        )
    return {"network_modules": found, "sockets": sockets}


def _is_within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")
