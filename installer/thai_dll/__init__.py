"""thai.dll, from which Qt has the breaks between Thai words: libthai and libdatrie, compiled here.

Their sources are unchanged; ``beside.h`` is put before each of them, so that the dictionary is
found beside the DLL. Anybody may make it again and put it in the place of ours (LGPL-2.1).
"""

import shutil
import tarfile
from pathlib import Path

from installer.inputs import thai_dictionary, thai_sources
from installer.places import BUILD
from installer.programs import run

_HERE = Path(__file__).resolve().parent
_TOOL = "x86_64-w64-mingw32-"
OUR_PARTS = ("beside.h", "beside.c", "version.rc")


def thai_dll() -> Path:
    """Compile thai.dll and return where it is; its dictionary lies beside it.

    The same sources and compiler give the same bytes, in whatever folder. Raises BuildError where
    the compiler or the sources are missing.
    """
    folder = BUILD / "thai_dll"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for archive in thai_sources():
        with tarfile.open(archive) as opened:
            opened.extractall(folder, filter="data")
    (libthai,) = folder.glob("libthai-*")
    (libdatrie,) = folder.glob("libdatrie-*")
    names = (libthai / "src" / "libthai.def").read_text("ascii")
    (folder / "thai.def").write_text(f"LIBRARY thai.dll\nEXPORTS\n{names}", "ascii")
    for part in OUR_PARTS:
        shutil.copy(_HERE / part, folder)
    run([f"{_TOOL}windres", "version.rc", "-O", "coff", "-o", "version.o"], cwd=folder)
    sources = (
        *sorted((libdatrie / "datrie").glob("*.c")),
        *sorted((libthai / "src").rglob("*.c")),
        folder / "beside.c",
    )
    # What asserts in the sources say holds their names: none tells where it was compiled.
    run(
        [
            *(f"{_TOOL}gcc", "-shared", "-O2", "-s", "-static-libgcc", "-Wl,--no-insert-timestamp"),
            *("-include", "beside.h", "-I", f"{libthai.name}/include", "-I", libdatrie.name),
            *("-o", "thai.dll", *(source.relative_to(folder).as_posix() for source in sources)),
            *("version.o", "thai.def"),
        ],
        cwd=folder,
    )
    shutil.copy(thai_dictionary(), folder)
    return folder / "thai.dll"


def put_sources(folder: Path) -> None:
    """Put the sources of thai.dll into a folder: the archives as they came, and our part."""
    folder.mkdir()
    for file in (*thai_sources(), *(_HERE / name for name in OUR_PARTS)):
        shutil.copy(file, folder)
