"""What the program stands on here: versions of its libraries, and the memory it took."""

import sys
from pathlib import Path

_LIBRARIES = {
    "PySide6": "pyside6_essentials",
    "shiboken6": "shiboken6",
    "sqlite_utils": "sqlite_utils",
    "openpyxl": "openpyxl",
    "reportlab": "reportlab",
    "PIL": "pillow",
    "uharfbuzz": "uharfbuzz",
    "pythainlp": "pythainlp",
    "pypdfium2": "pypdfium2",
}
"""Modules, and the name of the package that each comes from."""


def library_versions() -> dict[str, str]:
    """Return the version of each library that is loaded, by the name of its package.

    Read off the folder that an installed package leaves beside it, else the version it tells of
    itself; "?" where there is neither. Not by importlib.metadata, which loads sockets.
    """
    return {
        package: _version_beside(module, package)
        for module, package in _LIBRARIES.items()
        if module in sys.modules
    }


def _version_beside(module: str, package: str) -> str:
    loaded = sys.modules[module]
    if loaded.__file__:
        for left in Path(loaded.__file__).parent.parent.glob("*.dist-info"):
            name, _, version = left.stem.partition("-")
            if name.lower() == package:
                return version
    return str(getattr(loaded, "__version__", "?"))


def memory_peak_mb() -> int | None:
    """Return the most memory the process had, in MB; None where the system is not asked."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - not on Windows

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000
