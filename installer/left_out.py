"""What of CPython and the libraries a clerk's machine does not need, and why.

A pattern is compared with a path of the bundle, ``/`` between folders and ``*`` for any letters,
folders too. What KEPT names stays, whatever is said of its folder.
"""

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from installer.programs import BuildError


@dataclass(frozen=True, slots=True)
class Omission:
    """Paths that stay out, for one reason."""

    reason: str
    patterns: tuple[str, ...]


SKIPPED_WHEELS = {
    "pip": "installs packages; named by sqlite-utils, never called",
    "charset_normalizer": "guesses encodings; named by ReportLab for a module that is not used",
}

OMISSIONS = (
    Omission(
        "network: without these it cannot connect to anything",
        (
            "_socket.pyd",
            "select.pyd",
            "_ssl.pyd",
            "libssl-3.dll",
            "_asyncio.pyd",
            "_overlapped.pyd",
        ),
    ),
    Omission(
        "asks Windows' management service for its version, which may take seconds",
        ("_wmi.pyd",),
    ),
    Omission(
        "sound, set-up packages, second processes, the catalogue of signatures: not used",
        ("winsound.pyd", "_msi.pyd", "_multiprocessing.pyd", "python.cat"),
    ),
    Omission(
        "parts of Qt that are not used: QML, Quick, Designer, Help, SQL, Network, OpenGL, DBus,"
        " translations, tools for developers",
        ("lib/PySide6/*",),
    ),
    Omission(
        "for developers: type stubs, headers, import libraries, examples",
        ("*.pyi", "*/py.typed", "*.lib", "lib/shiboken6/include/*", "lib/shiboken6/lib/*"),
    ),
    Omission(
        "run-times of Microsoft's compiler that no file here asks for",
        (
            *("lib/shiboken6/vcamp140.dll", "lib/shiboken6/vccorlib140.dll"),
            *("lib/shiboken6/vcomp140.dll", "lib/shiboken6/concrt140.dll"),
            "lib/shiboken6/msvcp140_codecvt_ids.dll",
        ),
    ),
    Omission(
        "corpora and models of PyThaiNLP beyond its word list",
        ("lib/pythainlp/corpus/*",),
    ),
    Omission(
        "kinds of pictures and fonts that no paper holds (AVIF, WebP, Tk, FreeType)",
        tuple(f"lib/PIL/_{kind}*.pyd" for kind in ("avif", "webp", "imagingtk", "imagingft")),
    ),
    Omission("clocks of other towns than Bangkok, which PyThaiNLP asks for", ("lib/tzdata/*",)),
    Omission("fonts of ReportLab; papers are set in Sarabun", ("lib/reportlab/fonts/*",)),
    Omission(
        "commands and self-tests of libraries",
        ("lib/pypdfium2_cli/*", "lib/uharfbuzz/_harfbuzz_test.pyd"),
    ),
    Omission(
        "papers of packages; their licences are in resources/licences",
        ("lib/*.dist-info/*",),
    ),
)

_QT = ("Core", "Gui", "Widgets", "PrintSupport", "Svg", "Test")
KEPT = (
    *(f"lib/PySide6/Qt{part}.pyd" for part in _QT),
    *(f"lib/PySide6/Qt6{part}.dll" for part in _QT),
    *("lib/PySide6/pyside6.abi3.dll", "lib/PySide6/*.py"),
    *("lib/PySide6/msvcp140.dll", "lib/PySide6/msvcp140_1.dll", "lib/PySide6/msvcp140_2.dll"),
    *("lib/PySide6/vcruntime140.dll", "lib/PySide6/vcruntime140_1.dll"),
    *("lib/PySide6/plugins/platforms/qwindows.dll", "lib/PySide6/plugins/platforms/qoffscreen.dll"),
    *("lib/PySide6/plugins/styles/qmodernwindowsstyle.dll",),
    *("lib/PySide6/plugins/iconengines/qsvgicon.dll",),
    *(f"lib/PySide6/plugins/imageformats/q{kind}.dll" for kind in ("gif", "ico", "jpeg", "svg")),
    *("lib/pythainlp/corpus/*.py", "lib/pythainlp/corpus/corpus_license.md"),
    "lib/pythainlp/corpus/default_db.json",
    "lib/*.dist-info/METADATA",  # which version it is
    *("lib/tzdata/__init__.py", "lib/tzdata/zoneinfo/__init__.py"),
    *("lib/tzdata/zoneinfo/Asia/__init__.py", "lib/tzdata/zoneinfo/Asia/Bangkok"),
    *("lib/pythainlp/corpus/words_th.txt", "lib/pythainlp/corpus/stopwords_th.txt"),
)
_NEVER_KEPT = ("lib/PySide6/scripts/*", "lib/PySide6/support/generate_pyi.py")


def reason_to_leave_out(path: str) -> str | None:
    """Return why the file of this path stays out of the bundle; None where it belongs to it."""
    if not _matches(path, _NEVER_KEPT) and _matches(path, KEPT):
        return None
    return next((each.reason for each in OMISSIONS if _matches(path, each.patterns)), None)


def _matches(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def check_rules(paths: Sequence[str]) -> None:
    """See that every pattern is of some file of these, all that CPython and the libraries bring.

    A pattern of none is a slip, or a library has other names now: what is to stay would be gone.
    Raises BuildError with the patterns.
    """
    patterns = (*KEPT, *_NEVER_KEPT, *(pattern for each in OMISSIONS for pattern in each.patterns))
    if idle := [x for x in patterns if not any(fnmatchcase(path, x) for path in paths)]:
        raise BuildError(f"left_out.py names what no library brings: {', '.join(idle)}")


def leave_out(bundle: Path, skipped: Iterable[Path] = ()) -> str:
    """Remove from the bundle what is not needed; return the list of it, with the reasons.

    ``skipped`` are the wheels that were not unpacked at all. In the list first a line for each
    reason with files and megabytes (of 1,000,000 bytes), the weightiest first, then every file.
    """
    gone = {f"the package {_project(wheel)}: {_why(wheel)}": _held_by(wheel) for wheel in skipped}
    for file in sorted(path for path in bundle.rglob("*") if path.is_file()):
        path = file.relative_to(bundle).as_posix()
        reason = reason_to_leave_out(path)
        if reason is not None:
            gone.setdefault(reason, []).append((path, file.stat().st_size))
            file.unlink()
    _remove_empty_folders(bundle)
    return _told(gone)


def is_skipped(wheel: Path) -> bool:
    """Say whether a wheel stays out whole."""
    return _project(wheel) in SKIPPED_WHEELS


def _project(wheel: Path) -> str:
    return wheel.name.partition("-")[0].lower()


def _why(wheel: Path) -> str:
    return SKIPPED_WHEELS[_project(wheel)]


def _held_by(wheel: Path) -> list[tuple[str, int]]:
    with zipfile.ZipFile(wheel) as opened:
        return sorted(
            (f"lib/{x.filename}", x.file_size) for x in opened.infolist() if not x.is_dir()
        )


def _told(gone: dict[str, list[tuple[str, int]]]) -> str:
    sums = {reason: (len(files), sum(size for _, size in files)) for reason, files in gone.items()}
    order = sorted(sums, key=lambda reason: (-sums[reason][1], reason))
    lines = [
        "What CPython and the libraries bring and the set-up leaves out, and why",
        "",
        " files        MB  why",
        *(_row(*sums[reason], reason) for reason in order),
        _row(sum(n for n, _ in sums.values()), sum(size for _, size in sums.values()), "in all"),
        "",
        "A megabyte (MB) has 1,000,000 bytes. The files of each, with their bytes:",
    ]
    for reason in order:
        lines += ["", reason, *(f"{size:>12,}  {path}" for path, size in gone[reason])]
    return "".join(f"{line}\n" for line in lines)


def _row(files: int, size: int, what: str) -> str:
    return f"{files:>6,}  {size / 1e6:>8.2f}  {what}"


def _remove_empty_folders(bundle: Path) -> None:
    for folder in sorted((p for p in bundle.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
