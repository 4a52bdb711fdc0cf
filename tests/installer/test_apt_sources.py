"""Lists of packages become lists of sources; what apt-get brings is taken, what it lacks told."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from installer import apt_sources
from installer.apt_sources import as_source_list, fetch_sources
from installer.programs import BuildError, Ended


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("deb http://mirror/debian bookworm main", "deb-src http://mirror/debian bookworm main"),
        (
            "deb [arch=amd64 signed-by=/a/b.gpg] http://m d main",
            "deb-src [arch=amd64 signed-by=/a/b.gpg] http://m d main",
        ),
        ("  deb\thttp://m d main", "deb-src\thttp://m d main"),
        ("deb-src http://m d main", "deb-src http://m d main"),
        ("# deb http://m d main", "# deb http://m d main"),
        ("Types: deb", "Types: deb-src"),
        ("Types: deb deb-src", "Types: deb-src"),
        ("types:deb", "Types: deb-src"),
        ("#Types: deb", "#Types: deb"),
        ("Enabled: no", "Enabled: no"),
        ("URIs: http://deb /debian", "URIs: http://deb /debian"),
        ("", ""),
    ],
)
def test_a_line_of_packages_becomes_one_of_sources(line: str, wanted: str) -> None:
    assert as_source_list(line + "\n") == wanted + "\n"


def test_a_whole_stanza_keeps_its_key() -> None:
    key = "Signed-By:\n -----BEGIN PGP-----\n .\n deb\n"
    text = f"Types: deb\nURIs: http://m\nSuites: d\n{key}"
    assert as_source_list(text) == f"Types: deb-src\nURIs: http://m\nSuites: d\n{key}"


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a machine's lists, one of each kind."""
    folder = tmp_path / "etc"
    (folder / "sources.list.d").mkdir(parents=True)
    (folder / "sources.list").write_text("deb http://a d main\n")
    (folder / "sources.list.d" / "b.list").write_text("deb http://b d main\n")
    (folder / "sources.list.d" / "c.sources").write_text("Types: deb\nURIs: http://c\n")
    (folder / "sources.list.d" / "d.save").write_text("deb http://d d main\n")
    monkeypatch.setattr(apt_sources, "_APT", folder)
    return folder


@pytest.mark.usefixtures("apt")
def test_archives_are_fetched_with_lists_of_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists: dict[str, str] = {}
    commands: list[Sequence[str]] = []

    def end_of(command: Sequence[str], *, cwd: Path) -> Ended:
        commands.append(command)
        lists.update((file.name, file.read_text()) for file in (cwd / "parts").iterdir())
        if "source" in command:
            (cwd / "one_1.orig.tar.xz").write_bytes(b"one")
            return Ended(100, "", "E: the packaging part is gone")
        return Ended(0, "", "")

    monkeypatch.setattr(apt_sources, "end_of", end_of)
    folder = tmp_path / "out"
    folder.mkdir()
    fetch_sources(("one",), ("one_1.orig.tar.xz",), folder)
    assert [file.name for file in folder.iterdir()] == ["one_1.orig.tar.xz"]
    assert lists == {
        "old.list": "deb-src http://a d main\n",
        "b.list": "deb-src http://b d main\n",
        "c.sources": "Types: deb-src\nURIs: http://c\n",
    }
    assert all("Dir::Etc::SourceList=/dev/null" in command for command in commands)


@pytest.mark.usefixtures("apt")
def test_what_the_mirror_lacks_is_told_with_what_apt_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end_of(command: Sequence[str], *, cwd: Path) -> Ended:
        assert cwd.is_relative_to(tmp_path)
        return Ended(0, "", "W: Failed to fetch\n") if "update" in command else Ended(100, "", "E:")

    monkeypatch.setattr(apt_sources, "end_of", end_of)
    with pytest.raises(BuildError, match=r"(?s)one_1.*Failed to fetch.*E:"):
        fetch_sources(("one",), ("one_1",), tmp_path / "out")
