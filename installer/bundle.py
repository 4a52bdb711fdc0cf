"""The folder of the program as it lies on a clerk's machine.

``pythonw.exe`` and the rest of the embeddable CPython, ``lib`` with the libraries and the program,
all compiled, ``thai.dll`` with its dictionary, the licences, and the sources of the one library
that is compiled here.
"""

import os
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installer.dll_imports import check_imports
from installer.inputs import cpython, sha256, windows_wheels
from installer.left_out import check_rules, is_skipped, leave_out
from installer.places import BUILD, BUNDLE, ROOT
from installer.programs import BuildError, Ended
from installer.signatures import check_signatures
from installer.thai_dll import put_sources, thai_dll
from installer.wine import Wine

PATHS = "python312.zip\n.\nlib\n"
"""Where Python looks, and nowhere else: a ``._pth`` file also shuts out the machine's own Python,
its variables and its packages."""


def make_bundle(given_cpython: Path | None = None) -> str:
    """Make the folder anew; return the list of what was left out, with the reasons.

    ``given_cpython``: an archive of the embeddable CPython to take instead of fetching it. Raises
    BuildError with what is missing or is not as it should be.
    """
    if os.name == "nt":
        raise BuildError("The set-up is made on Linux; on Windows it is only tried.")
    source, wheels = cpython(given_cpython), windows_wheels()
    check_signatures(source)
    shutil.rmtree(BUNDLE, ignore_errors=True)
    shutil.copytree(source, BUNDLE)
    (BUNDLE / "python312._pth").unlink()  # later: compiling asks for variables that it shuts out
    for wheel in wheels:
        if not is_skipped(wheel):
            with zipfile.ZipFile(wheel) as opened:
                opened.extractall(BUNDLE / "lib")
    check_rules(_paths(BUNDLE))
    left_out = leave_out(BUNDLE, filter(is_skipped, wheels))
    _put_program(BUNDLE / "lib")
    library = thai_dll()
    shutil.copy(library, BUNDLE)
    shutil.copy(library.with_name("thbrk.tri"), BUNDLE)
    shutil.move(BUNDLE / "LICENSE.txt", BUNDLE / "LICENSE-Python.txt")
    shutil.copy(ROOT / "LICENSE", BUNDLE / "LICENSE.txt")
    shutil.copy(ROOT / "THIRD_PARTY_NOTICES.md", BUNDLE / "THIRD_PARTY_NOTICES.txt")
    put_sources(BUNDLE / "sources")
    check_imports(BUNDLE)
    _compile()
    (BUNDLE / "python312._pth").write_text(PATHS, "ascii")
    return left_out


def listing(bundle: Path) -> str:
    """Return the SHA-256 and path of every file, a line each, sorted by path."""
    return "".join(f"{sha256(bundle / path)}  {path}\n" for path in _paths(bundle))


def size(folder: Path) -> int:
    """Return how many bytes the files in a folder take."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _paths(folder: Path) -> list[str]:
    return sorted(x.relative_to(folder).as_posix() for x in folder.rglob("*") if x.is_file())


def _put_program(lib: Path) -> None:
    package = lib / "ita_desktop"
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "ita_desktop", package, ignore=unwanted)
    shutil.copytree(ROOT / "resources", package / "_resources", ignore=unwanted)


def _compile() -> None:
    """Compile every module for the Python of the bundle, by that Python.

    Compiled modules say nothing of days and folders: the same sources give the same bytes. None is
    written on the clerk's machine, so that nothing is left behind when the program goes.
    """
    for folder in [*BUNDLE.rglob("__pycache__")]:
        shutil.rmtree(folder)
    how = ("-X", "utf8", "-m", "compileall", "--invalidation-mode", "unchecked-hash", "-q")
    wine = Wine(BUILD / "wine-for-compiling")

    def compile_part(names: list[str]) -> Ended:
        # By backslashes, else "lib" is not known to be the beginning, which -s takes off.
        command = (str(BUNDLE / "python.exe"), *how, "-s", "lib", *(f"lib\\{x}" for x in names))
        return wine.run(*command, cwd=BUNDLE, environment={"PYTHONHASHSEED": "0"})

    wine.start()
    try:
        with ThreadPoolExecutor() as pool:
            parts = [*pool.map(compile_part, _two_parts(BUNDLE / "lib"))]
    finally:
        wine.stop()
    if any(ended.code != 0 for ended in parts):
        told = "".join(ended.said + ended.complaint for ended in parts)
        raise BuildError(f"The modules could not be compiled:\n{told}")
    missing = [
        source
        for source in (BUNDLE / "lib").rglob("*.py")
        if not (source.parent / "__pycache__" / f"{source.stem}.cpython-312.pyc").exists()
    ]
    if missing:
        raise BuildError(f"Not compiled: {', '.join(str(path) for path in missing)}")


def _two_parts(lib: Path) -> list[list[str]]:
    """Return what lies in a folder in two parts of about as much to compile, one for each core.

    The same sources are parted in the same way: modules that are compiled one after the other may
    share what they hold, which shows in their bytes.
    """
    weights = {
        place.name: sum(x.stat().st_size for x in (place, *place.rglob("*.py")) if x.is_file())
        for place in lib.iterdir()
    }
    parts: list[list[str]] = [[], []]
    for name in sorted(weights, key=lambda name: (-weights[name], name)):
        min(parts, key=lambda part: sum(weights[x] for x in part)).append(name)
    return [sorted(part) for part in parts if part]
