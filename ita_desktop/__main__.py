"""``python -m ita_desktop``: the window, or one command of the contract."""

import gc
import io
import sys
from importlib import import_module
from pathlib import Path

from ita_desktop.cli.window import asks_for_window

_OUR_FAULT = (
    "โปรแกรมทำงานไม่สำเร็จเพราะข้อผิดพลาดของโปรแกรมเอง ข้อมูลที่บันทึกแล้วยังอยู่ครบ"
    " กรุณาส่งรายละเอียดให้ผู้พัฒนาโปรแกรม อยู่ในไฟล์ {}"
)
_INCOMPLETE = (
    "โปรแกรมทำงานไม่ได้ เพราะไฟล์ของโปรแกรมขาดหายหรือเสียหาย ข้อมูลที่บันทึกแล้วยังอยู่ครบ กรุณาติดตั้งโปรแกรมใหม่"
    " หากยังไม่ได้ กรุณาส่งรายละเอียดให้ผู้พัฒนาโปรแกรม อยู่ในไฟล์ {}"
)
_WITHOUT_QT = (
    *("db.marks", "documents.margins", "documents.score_charts"),
    *("domain.announcements", "domain.cautions", "domain.comparison", "domain.levels"),
    *("domain.points", "user_folder"),
    *("workflows.opening", "workflows.scores.year_scores"),
)
"""What the window stands on that knows no Qt. PySide reads the source of every module that is
loaded after it, to see whether it uses Qt: 5 ms of the start, where these come first."""
_FAILED, _INTERRUPTED = 1, 130


def main() -> int:
    """Run what the command line asks for and return the exit code.

    A fault of our own becomes one Thai sentence and code 1, never a traceback: that goes to the log
    of faults.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A Windows console may have another encoding; a file's name may hold half a letter.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.platform == "win32":  # before the first window and the first file
        from ita_desktop.windows_marks import mark_running  # noqa: PLC0415 - Windows alone has them

        mark_running()
    try:
        return _run(sys.argv[1:])
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - the last branch: nobody above could tell of it
        return _told_of_fault(fault)


def _run(arguments: list[str]) -> int:
    if asks_for_window(arguments):
        # Nothing that is loaded now is garbage; looking for it takes a twentieth of the start.
        # ``app`` begins to look again when the window is there.
        gc.disable()
        for name in _WITHOUT_QT:
            import_module(f"ita_desktop.{name}")
        from ita_desktop import app  # noqa: PLC0415 - Qt only where a window is wanted

        return app.open_window(Path(arguments[0]) if arguments else None)
    from ita_desktop.cli.main import run  # noqa: PLC0415 - the window does not need it
    from ita_desktop.cli.parser import parse  # noqa: PLC0415

    options = parse(arguments)
    if options.command not in ("self-check", "demo"):
        return run(options)
    from ita_desktop import app  # noqa: PLC0415

    if options.command == "self-check":
        return app.self_check(options.keep)
    return app.demo(options.out)


def _told_of_fault(fault: Exception) -> int:
    try:
        from ita_desktop.fault_log import write_report  # noqa: PLC0415 - seldom needed
        from ita_desktop.fault_report import fault_report  # noqa: PLC0415
    except ImportError as other:  # what the report stands on is damaged, too
        place = f"({other.name})"
    else:
        place = write_report(fault_report(fault))
    said = _INCOMPLETE if isinstance(fault, ImportError) else _OUR_FAULT
    if sys.stderr is None:  # pyright: ignore[reportUnnecessaryComparison] - pythonw has none
        from ita_desktop.windows_message import show_message  # noqa: PLC0415 - seldom needed

        show_message(said.format(place))
    else:
        print(said.format(place), file=sys.stderr)  # noqa: T201 - the one sentence
    return _FAILED


if __name__ == "__main__":
    sys.exit(main())
