"""``python -m ita_desktop``: the window, or one command of the contract."""

import io
import sys
from pathlib import Path

from ita_desktop.cli.window import asks_for_window


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A Windows console may have another encoding; a file's name may hold half a letter.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = sys.argv[1:]
    if asks_for_window(arguments):
        from ita_desktop import app  # noqa: PLC0415 - Qt only where a window is wanted

        return app.open_window(Path(arguments[0]) if arguments else None)
    return _command(arguments)


def _command(arguments: list[str]) -> int:
    from ita_desktop.cli.main import run  # noqa: PLC0415 - the window does not need it
    from ita_desktop.cli.parser import parse  # noqa: PLC0415

    options = parse(arguments)
    if options.command not in ("self-check", "demo"):
        return run(options)
    from ita_desktop import app  # noqa: PLC0415

    return app.self_check() if options.command == "self-check" else app.demo(options.out)


if __name__ == "__main__":
    sys.exit(main())
