"""Faults that nobody catches, in a slot of Qt or in a thread: heard, not printed and shown."""

import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import TracebackType


@contextmanager
def unheard_faults() -> Generator[list[BaseException]]:
    """Give a list that grows by every fault that nobody catches meanwhile."""
    heard: list[BaseException] = []

    def hook(_kind: type[BaseException], fault: BaseException, _at: TracebackType | None) -> None:
        heard.append(fault)

    def thread_hook(said: threading.ExceptHookArgs) -> None:
        heard.append(said.exc_value or SystemExit())

    before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = hook, thread_hook
    try:
        yield heard
    finally:
        sys.excepthook, threading.excepthook = before
