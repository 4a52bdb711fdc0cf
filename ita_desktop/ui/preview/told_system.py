"""The name of the system, for a library that asks for it while it is loaded."""

import platform
import sys
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def system_told() -> Generator[None]:
    """Let ``platform.system()`` answer at once on Windows meanwhile, and nowhere else differ.

    It answers "Windows" there in any case, but first asks a socket for the name of the machine and
    the management service for the version, which may take seconds and ends the process under Wine.
    """
    if sys.platform != "win32":
        yield
        return
    asking = platform.system
    platform.system = lambda: "Windows"
    try:
        yield
    finally:
        platform.system = asking
