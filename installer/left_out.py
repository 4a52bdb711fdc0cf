"""What of CPython and the libraries a clerk's machine does not need, and why.

A pattern is compared with a path of the bundle, ``/`` between folders and ``*`` for any letters,
folders too. What KEPT names stays, whatever is said of its folder.
"""

from collections import Counter
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path


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


def leave_out(bundle: Path) -> str:
    """Remove from the bundle what is not needed; return the list of it, with the reasons.

    A part of the list for each reason: files and megabytes, then the paths.
    """
    gone: dict[str, list[tuple[str, int]]] = {}
    for file in sorted(path for path in bundle.rglob("*") if path.is_file()):
        path = file.relative_to(bundle).as_posix()
        reason = reason_to_leave_out(path)
        if reason is not None:
            gone.setdefault(reason, []).append((path, file.stat().st_size))
            file.unlink()
    _remove_empty_folders(bundle)
    return "\n\n".join((_wheels_left_out(), *(_told(*item) for item in gone.items()))) + "\n"


def _wheels_left_out() -> str:
    return "\n".join(f"the package {name}: {why}" for name, why in SKIPPED_WHEELS.items())


def _told(reason: str, files: list[tuple[str, int]]) -> str:
    size = sum(size for _, size in files) / 1e6
    folders = Counter(path.rpartition("/")[0] for path, _ in files)
    lines = (f"  {folder or '.'}: {count}" for folder, count in folders.items())
    names = (f"  {path}" for path, _ in files)
    listed = names if len(files) <= 40 else lines
    return "\n".join((f"{reason}: {len(files)} files, {size:.1f} MB", *listed))


def _remove_empty_folders(bundle: Path) -> None:
    for folder in sorted((p for p in bundle.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
