"""What the program stands on here: versions of its libraries, and the memory it took."""

import sys
from pathlib import Path

from ita_desktop.ui.about.works import works

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

    Read off the folder that an installed package leaves beside it, else what it tells of itself,
    else the list of licences; "?" where nobody knows. Not by importlib.metadata: it loads sockets.
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
    listed = {work.name.replace("-", "_"): work.version for work in works()}
    return str(getattr(loaded, "__version__", listed.get(package, "?")))


def memory_peak_mb() -> int | None:
    """Return the most memory the process had, in MB; None where the system does not say."""
    if sys.platform == "win32":
        return _peak_on_windows()
    import resource  # noqa: PLC0415 - not on Windows

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000


if sys.platform == "win32":
    from ctypes import Structure, WinDLL, byref, c_size_t, c_void_p, sizeof, wintypes

    class _Counters(Structure):
        """PROCESS_MEMORY_COUNTERS, as Windows documents it."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", c_size_t),
            ("others", c_size_t * 7),
        )

    def _peak_on_windows() -> int | None:
        kernel = WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = c_void_p
        ask = kernel.K32GetProcessMemoryInfo
        ask.argtypes = (c_void_p, c_void_p, wintypes.DWORD)
        counters = _Counters(cb=sizeof(_Counters))
        if not ask(kernel.GetCurrentProcess(), byref(counters), sizeof(counters)):
            return None
        return int(counters.PeakWorkingSetSize) // 1_000_000
