"""``python -m ita_desktop``: the window, or one command of the contract."""

import sys

from ita_desktop.cli.parser import parse

_WINDOW_COMMANDS = ("window", "self-check", "demo")


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # a Windows console may have another
    options = parse(sys.argv[1:])
    if options.command in _WINDOW_COMMANDS:
        from ita_desktop import app  # noqa: PLC0415 - Qt only where a window is wanted

        return app.run(options)
    from ita_desktop.cli.main import run  # noqa: PLC0415 - the window does not need it

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
