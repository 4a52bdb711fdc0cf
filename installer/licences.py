"""Gather the licences of everything in the bundle into ``resources/licences``.

``python -m installer.licences [FOLDER]`` writes them anew, one text a work and an index; they are
committed, and the program shows them under เกี่ยวกับโปรแกรม. FOLDER holds the wheels for Windows;
without it the texts come from the packages installed here, which are the same but for those that
depend on the platform. A text whose source is not on this machine is left as it is.
"""

import json
import re
import sys
import zipfile
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from installer.works import WORKS, InWheel, Work

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "resources" / "licences"
LOCK = ROOT / "requirements" / "runtime.txt"
INDEX = "index.json"
_LINE = "-" * 72


def locked_versions(lock: str) -> dict[str, str]:
    """Return the versions in a lock of requirements by the name of their package."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))


def index(locked: Mapping[str, str]) -> list[dict[str, str]]:
    """Return what is known of every work, in the order it is shown."""
    return [
        {
            "name": work.name,
            "version": work.version or locked.get(work.name, ""),
            "licence": work.licence,
            "holder": work.holder,
            "file": work.file,
            "source": work.source,
        }
        for work in WORKS
    ]


def texts(wheels: Path | None = None) -> dict[str, str]:
    """Return the whole texts by the name of their file, but for those that cannot be had here."""
    found: dict[str, str] = {}
    for work in WORKS:
        text = None if work.by_platform and wheels is None else _text(work, wheels)
        if text is not None:
            found[work.file] = text
    return found


def _text(work: Work, wheels: Path | None) -> str | None:
    parts = [work.head] if work.head else []
    for source in work.texts:
        part = _in_wheel(source, wheels) if isinstance(source, InWheel) else _in_file(source)
        if part is None:
            return None
        parts.append(_tidied(part))
    return f"\n{_LINE}\n\n".join(f"{part}\n" for part in parts)


def _in_wheel(source: InWheel, wheels: Path | None) -> str | None:
    """Return a file of a package, from the wheel for Windows where there is one."""
    name = source.package.replace("-", "_")
    archives = sorted(wheels.glob(f"{name}-*.whl")) if wheels is not None else []
    for archive in archives:
        with zipfile.ZipFile(archive) as wheel:
            version = archive.name.split("-")[1]
            path = source.path if source.inside else f"{name}-{version}.dist-info/{source.path}"
            return _decoded(wheel.read(path))
    installed = distribution(source.package)
    for file in installed.files or ():
        path = file.as_posix()
        if path == source.path if source.inside else path.endswith(f".dist-info/{source.path}"):
            return _decoded(Path(str(file.locate())).read_bytes())
    return None


def _in_file(path: Path) -> str | None:
    whole = ROOT / path  # an absolute path stays what it is
    return _decoded(whole.read_bytes()) if whole.is_file() else None


def _decoded(content: bytes) -> str:
    """Return a text in UTF-8, or of those years when a © was one byte."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _tidied(text: str) -> str:
    """Return a text with ends of lines alike and nothing behind them."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def main(folder: str = "") -> None:
    """Write the index and every text that can be had here; say which could not."""
    LICENCES.mkdir(parents=True, exist_ok=True)
    found = texts(Path(folder) if folder else None)
    for name, text in found.items():
        (LICENCES / name).write_text(text, "utf-8", newline="\n")
    for work in WORKS:
        if work.file not in found:
            print(f"{work.file}: left as it is")
    known = index(locked_versions(LOCK.read_text("utf-8")))
    lines = json.dumps(known, ensure_ascii=False, indent=1)
    (LICENCES / INDEX).write_text(f"{lines}\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
