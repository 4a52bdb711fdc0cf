"""The locks: versions and hashes for every platform, and no place to fetch them from."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("runtime", "dev")


def lock(name: str) -> str:
    """Return the text of a lock."""
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


def pins(name: str) -> dict[str, str]:
    """Return the packages of a lock with their versions."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", lock(name), re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_versions_and_hashes_and_no_place(name: str) -> None:
    lines = lock(name).splitlines()
    named = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert all(re.fullmatch(r"[a-z0-9-]+==\S+ \\", line) for line in named)
    assert len(named) == len(pins(name)) > 10
    assert not [line for line in lines if re.search(r"index|find-links|host|://", line)]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_serves_every_platform(name: str) -> None:
    entries = re.split(r"^(?=[a-z])", lock(name), flags=re.MULTILINE)
    hashes = {entry.split("==")[0]: entry.count("--hash=sha256:") for entry in entries[1:]}
    assert min(hashes.values()) >= 1
    for compiled in ("pyside6-essentials", "shiboken6", "uharfbuzz", "pillow"):
        assert hashes[compiled] >= 5, compiled  # Linux, Windows and macOS, some on two machines


def test_the_developers_lock_holds_all_of_the_programs() -> None:
    assert pins("runtime").items() <= pins("dev").items()
    assert pins("runtime")["pyside6-essentials"].startswith("6.11.")  # see docs/decisions/0002


def test_every_package_of_the_program_has_its_notice() -> None:
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8").lower()
    missing = {
        name: version
        for name, version in pins("runtime").items()
        if f"| {name} | {version} |" not in notices
    }
    assert missing == {}


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_locked_is_what_the_project_asks_for(name: str) -> None:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = project["optional-dependencies"]["dev"] if name == "dev" else project["dependencies"]
    text = (ROOT / "requirements" / f"{name}.in").read_text("utf-8")
    asked = {line for line in text.splitlines() if line and not line.startswith(("#", "-"))}
    assert asked == set(extra)
