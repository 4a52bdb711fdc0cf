"""What the self-check made, kept for whoever wants to look at it."""

import shutil
from pathlib import Path

from ita_desktop.errors import MachineError

_KEPT = ("*.pdf", "*.xlsx", "*.ita")


def keep_papers(made: Path, folder: Path) -> None:
    """Copy papers and data files from ``made`` to ``folder``.

    Raises MachineError where that cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in _KEPT:
            for path in made.glob(kind):
                shutil.copyfile(path, folder / path.name)
    except OSError as error:
        raise MachineError(f"เก็บเอกสารลงโฟลเดอร์ {folder} ไม่ได้ กรุณาเลือกโฟลเดอร์อื่น") from error
