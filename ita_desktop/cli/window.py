"""Whether a command line asks for the window; answered before anything is loaded."""

from collections.abc import Sequence

COMMANDS = (
    *("new", "info", "import", "documents", "export", "dump", "backup", "restore", "verify"),
    *("check", "new-year", "export-all", "self-check", "demo"),
)


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Return whether ``ita-desktop [FILE]`` is meant: nothing, or one name that is no command."""
    match arguments:
        case []:
            return True
        case [name]:
            return not name.startswith("-") and name not in COMMANDS
        case _:
            return False
