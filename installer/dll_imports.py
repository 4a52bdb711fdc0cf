"""Which libraries the programs of the bundle ask for, and whether each is there."""

import re
from pathlib import Path

from installer.programs import BuildError, run

WINDOWS = frozenset(
    {
        *("advapi32", "authz", "bcrypt", "comctl32", "comdlg32", "crypt32", "d3d11", "d3d12"),
        *("d3d9", "dwmapi", "dwrite", "dxgi", "gdi32", "icuuc", "imm32", "iphlpapi", "kernel32"),
        *("mpr", "msvcrt", "netapi32", "ntdll", "ole32", "oleaut32", "rpcrt4", "setupapi"),
        *("shcore", "shell32", "shlwapi", "user32", "userenv", "uxtheme", "version", "winmm"),
        *(
            "winspool.drv",
            "ws2_32",
            "wtsapi32",
            "psapi",
            "propsys",
            "secur32",
            "uiautomationcore",
            "usp10",
        ),
    }
)
"""What every Windows 10 brings (1809, the oldest that Qt 6.11 runs on), without ``.dll``."""
_ASKED = re.compile(r"DLL Name: (\S+)")


def check_imports(bundle: Path) -> None:
    """See that every library a file of the bundle is linked to is in the bundle or in Windows.

    Raises BuildError with each file and what it lacks.
    """
    files = [x for x in bundle.rglob("*") if x.suffix.lower() in {".exe", ".dll", ".pyd"}]
    there = {(file.parent, file.name.lower()) for file in files}
    missing = [
        f"{file.relative_to(bundle).as_posix()} asks for {name}"
        for file in sorted(files)
        for name in _asked_by(file)
        if not _is_of_windows(name.lower())
        and not any((folder, name.lower()) in there for folder in _searched(file, bundle))
    ]
    if missing:
        raise BuildError("Libraries are missing from the bundle:\n" + "\n".join(missing))


def _searched(file: Path, bundle: Path) -> list[Path]:
    """Return where Windows looks for what a file asks for.

    Beside the file and beside ``pythonw.exe``; for plugins of Qt also beside Qt, which is loaded
    when they come, and for Qt in the folder that its package tells Windows.
    """
    qt = bundle / "lib" / "PySide6"
    of_qt = [qt, bundle / "lib" / "shiboken6"] if file.is_relative_to(qt) else []
    return [file.parent, bundle, *of_qt]


def _asked_by(file: Path) -> list[str]:
    return _ASKED.findall(run(["x86_64-w64-mingw32-objdump", "-p", str(file)]))


def _is_of_windows(name: str) -> bool:
    return name.startswith(("api-ms-win-", "ext-ms-")) or name.removesuffix(".dll") in WINDOWS
