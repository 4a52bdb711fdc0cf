"""Where the program keeps its own things of one user: log of faults, sample, backups."""

import os
import sys
from pathlib import Path


def user_folder() -> Path:
    """Return the user's own folder for the program's data: the one that Qt, too, would name.

    Raises RuntimeError for a user without a home.
    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base, "ITA Desktop", "ita-desktop")
