"""A program as small as can be: what the set-up needs to find, and Thai names deep down."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ICONS = "lib/ita_desktop/_resources/icons"
DEEP = "lib/ชั้นหนึ่ง/ชั้นสอง/ชั้นสาม/ไฟล์ข้อมูล.txt"


def small_bundle(place: Path, version: str, *more: str) -> Path:
    """Make the bundle of a version, with more files if wanted; return its folder."""
    place.mkdir(parents=True)
    (place / ICONS).mkdir(parents=True)
    for icon in ("app.ico", "ita-file.ico"):
        shutil.copy(ROOT / "resources" / "icons" / icon, place / ICONS)
    texts = ["pythonw.exe", "python.exe", "python312.dll", "python312._pth", DEEP]
    for name in [*texts, "lib/ita_desktop/__init__.py", *more]:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(f"{name} {version}\n", "utf-8")
    return place


def tree(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder by its path; empty folders have a slash."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{path.relative_to(folder).as_posix()}/"] = b""
    return found
