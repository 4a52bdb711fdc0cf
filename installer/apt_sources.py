"""Source archives of Debian's packages, through apt-get and the machine's own list of mirrors."""

import re
import shutil
from collections.abc import Collection
from pathlib import Path

from installer.programs import BuildError, end_of

_APT = Path("/etc/apt")
_TYPES = re.compile(r"^Types[ \t]*:.*", re.IGNORECASE)
_BINARY = re.compile(r"^[ \t]*deb(?=[ \t])")


def fetch_sources(packages: Collection[str], archives: Collection[str], folder: Path) -> None:
    """Fetch the source archives of some packages into an empty folder; nothing else stays there.

    The machine's own lists are read as lists of sources, in lists of our own: root is not asked
    for and nothing of the machine is changed. The packaging part of an older release may be gone
    from the mirror; it is not needed. Raises BuildError with what apt-get says.
    """
    work = folder / "apt"
    parts, lists, cache = (work / name for name in ("parts", "lists", "cache"))
    for place in (parts, lists / "partial", cache / "archives" / "partial"):
        place.mkdir(parents=True)
    for listed in (*_APT.glob("sources.list.d/*.sources"), *_APT.glob("sources.list.d/*.list")):
        (parts / listed.name).write_text(as_source_list(listed.read_text("utf-8")), "utf-8")
    if (old := _APT / "sources.list").exists():
        (parts / "old.list").write_text(as_source_list(old.read_text("utf-8")), "utf-8")
    get = [
        *("apt-get", "-qq", "-o", "Dir::Etc::SourceList=/dev/null"),
        *("-o", f"Dir::Etc::SourceParts={parts}", "-o", f"Dir::State::Lists={lists}"),
        *("-o", f"Dir::Cache={cache}", "-o", "APT::Sandbox::User=root"),
    ]
    # Either may fail in part and still bring what is wanted: what is there in the end counts.
    said = [
        end_of(command, cwd=work).complaint
        for command in ([*get, "update"], [*get, "source", "--download-only", *packages])
    ]
    if missing := [name for name in archives if not (work / name).exists()]:
        names = ", ".join(missing)
        raise BuildError(f"apt-get has no source archive {names}:\n{''.join(said)}")
    for name in archives:
        (work / name).rename(folder / name)
    shutil.rmtree(work)


def as_source_list(text: str) -> str:
    """Return a list of packages of apt, in one of its two forms, as a list of their sources."""
    lines = (_TYPES.sub("Types: deb-src", line) for line in text.splitlines())
    return "".join(f"{_BINARY.sub('deb-src', line)}\n" for line in lines)
