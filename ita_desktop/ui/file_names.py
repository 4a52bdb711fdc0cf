"""File names as clerks type them."""

from pathlib import Path

from ita_desktop.errors import ClerkError


def with_ending(chosen: str, ending: str) -> Path:
    """Return the chosen path with its ending (".pdf"); the dot in "แผน พ.ศ. 2566" begins none.

    Raises ClerkError where the ending had to be added and that file is there already: the dialog
    has asked about the other name only.
    """
    path = Path(chosen)
    if path.suffix.lower() == ending:
        return path
    path = path.with_name(path.name + ending)
    if path.exists():
        raise ClerkError(f"มีไฟล์ชื่อ {path.name} อยู่แล้ว กรุณาตั้งชื่ออื่น หรือเลือกไฟล์นั้นเพื่อบันทึกทับ")
    return path
