"""What a fault of our own looked like, in words that hold nothing of the clerk's.

Kinds of exceptions, places in the program, versions of the machine: no message of an exception (it
may quote a score or a name), no value, no path of a user.
"""

import errno
import os
import sqlite3
import sys
import sysconfig
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from ita_desktop import __version__

_PROGRAM = Path(__file__).resolve().parent
_MOST_FRAMES = 60
_MOST_CAUSES = 10
_ELSEWHERE = "?"


def fault_report(fault: BaseException, standing: Sequence[str] = ()) -> str:
    """Return the report of a fault, several lines; ``standing`` are lines about what was open.

    The caller sees to it that those hold nothing of the clerk's either.
    """
    lines = [*versions(), *standing]
    for place, one in enumerate(_chain(fault)):
        lines.append(f"{'because of ' if place else ''}{kind_of_fault(one)}")
        lines += [f"  {frame}" for frame in _frames(one)]
    return "\n".join(lines)


def versions() -> list[str]:
    """Return the versions of the program and of what it stands on, two lines."""
    qt = sys.modules.get("PySide6.QtCore")
    shown = f"Qt {qt.qVersion()} · " if qt is not None else ""
    python = python_words()
    return [
        f"ITA Desktop {__version__} · Python {python} · {shown}SQLite {sqlite3.sqlite_version}",
        system_words(),
    ]


def python_words() -> str:
    """Return the version of Python: "3.12.9"."""
    return ".".join(map(str, sys.version_info[:3]))


def system_words() -> str:
    """Return the system, its version and its machine: "Windows 10.0.19045 win-amd64".

    Not by the module platform, which on Windows asks a service (under Wine the process ends there)
    and loads sockets to learn the name of the machine.
    """
    if sys.platform == "win32":
        system = sys.getwindowsversion()
        return f"Windows {system.major}.{system.minor}.{system.build} {sysconfig.get_platform()}"
    system = os.uname()
    return f"{system.sysname} {system.release} {system.machine}"


def kind_of_fault(fault: BaseException) -> str:
    """Return the class of an exception, with the number the system or SQLite gave it."""
    kind = type(fault)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    said = f"{module}{kind.__qualname__}"
    if isinstance(fault, OSError) and isinstance(fault.errno, int):
        return f"{said} {errno.errorcode.get(fault.errno, fault.errno)}"
    if isinstance(fault, sqlite3.Error) and (number := getattr(fault, "sqlite_errorcode", None)):
        return f"{said} {number}"
    return said


def innermost_place(fault: BaseException) -> str:
    """Return where a fault was raised: file of the program, line and function."""
    frames = _frames(fault)
    return frames[-1] if frames else _ELSEWHERE


def _chain(fault: BaseException) -> Iterator[BaseException]:
    """Give a fault, then what it came of, each once."""
    waiting, seen = [fault], set[int]()
    while waiting and len(seen) < _MOST_CAUSES:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions  # pyright: ignore[reportUnknownMemberType]
        before = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        if before is not None:
            waiting.append(before)


def _frames(fault: BaseException) -> list[str]:
    """Return the frames of a fault, outermost first; of an endless recursion both ends."""
    walked = [
        f"{_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(fault.__traceback__)
    ]
    if len(walked) <= _MOST_FRAMES:
        return walked
    half = _MOST_FRAMES // 2
    return [*walked[:half], f"… {len(walked) - 2 * half} …", *walked[-half:]]


def _place(name: str) -> str:
    """Return a source file by its package; nothing of where it lies on this machine."""
    if name.startswith("<frozen "):
        return name
    path = Path(name)
    if not path.is_absolute():  # as in the Windows bundle
        return path.as_posix() if path.parts and Path(path.parts[0]).stem in sys.modules else "?"
    for root in (_PROGRAM, *map(Path, sysconfig.get_paths().values())):
        if path.is_relative_to(root):
            inside = path.relative_to(root)
            return (Path(_PROGRAM.name) / inside if root == _PROGRAM else inside).as_posix()
    return _ELSEWHERE
