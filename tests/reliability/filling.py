"""Run as a program: the disk is full at one point after the other of a piece of work.

``filling.py FOLDER WORK POINTS``. For the data file SQLite is told how many pages there are; for
what is written beside it the system is told how long a file may be. JSON on standard output.
"""

import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from dying import workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.documents.model import Digits
from ita_desktop.errors import MachineError
from ita_desktop.workflows.backups import back_up_to
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import plan_import, read_tables, take_import
from ita_desktop.workflows.opening import new_sample_file, open_to_write

YEAR = 2566


def pages(file: DataFile) -> int:
    """Return how many pages the file has."""
    return int(file.read("PRAGMA page_count")[0][0])


def edit(file: DataFile, _folder: Path, step: int) -> None:
    """Write as a deed what takes some pages of the log."""
    with file.deed(f"แก้ {step}"):
        for number in range(1, 31):
            file.connection.execute(
                "INSERT INTO item_text (fiscal_year, code, text) VALUES (?, ?, ?)"
                " ON CONFLICT (fiscal_year, code) DO UPDATE SET text = excluded.text",
                (YEAR, f"i{number}", f"ข้อความ {step} " * 40),
            )


def take(file: DataFile, folder: Path, step: int) -> None:
    """Import one of two workbooks, turn by turn."""
    tables = read_tables(folder / f"{step % 2}.xlsx")
    take_import(file, plan_import(file, tables, YEAR))


def fill_file(work: Callable[[DataFile, Path, int], None], folder: Path, points: int) -> list[str]:
    """Give the file so many more pages and no more; return what was wrong afterwards."""
    wrong: list[str] = []
    for point in range(points):
        path = folder / "office.ita"
        path.unlink(missing_ok=True)
        shutil.copyfile(folder / "sample.ita", path)
        file = open_to_write(path)
        file.read(f"PRAGMA max_page_count = {pages(file) + point % 25}")
        said, step, before = "", 0, dump(file)
        while not said and step < 200:
            before, step = dump(file), step + 1
            try:
                work(file, folder, step)
            except MachineError as refusal:
                said = str(refusal)
        wrong += _wrong(file, point, said, sound=dump(file) == before and not health_of(file))
        file.read("PRAGMA max_page_count = 1000000")
        work(file, folder, step)
        wrong += [] if dump(file) != before else [f"{point}: nothing was written with room again"]
        file.close()
        if health_of(again := open_to_write(path)):
            wrong.append(f"{point}: unsound")
        again.close()
    return wrong


def _wrong(file: DataFile, point: int, said: str, *, sound: bool) -> list[str]:
    wrong = [] if sound else [f"{point}: not as it was"]
    if file.path.name not in said or "พื้นที่" not in said:
        wrong.append(f"{point}: said {said!r}")
    return wrong


def backup(file: DataFile, target: Path) -> None:
    """Write a backup."""
    back_up_to(file.path, target)


def pdf(file: DataFile, target: Path) -> None:
    """Write a paper as PDF."""
    draw(freeze(file, "score-summary", YEAR, Digits.THAI), "pdf", target)


def xlsx(file: DataFile, target: Path) -> None:
    """Write a paper as a workbook."""
    draw(freeze(file, "score-summary", YEAR, Digits.THAI), "xlsx", target)


def fill_disk(write: Callable[[DataFile, Path], None], folder: Path, points: int) -> list[str]:
    """Let no file be longer than so many bytes while another file is written."""
    file = open_to_write(folder / "sample.ita")
    out = folder / "out"
    out.mkdir()
    target = out / "เอกสาร.ita" if write is backup else out / "เอกสาร.out"
    write(file, target)
    whole = target.read_bytes()
    wrong: list[str] = []
    for point in range(points):
        said = _in_child(write, file, target, len(whole) * point // points)
        if "พื้นที่" not in said:
            wrong.append(f"{point}: said {said!r}")
        if target.read_bytes() != whole or list(out.iterdir()) != [target]:
            wrong.append(f"{point}: {sorted(one.name for one in out.iterdir())}")
    file.close()
    return wrong


def _in_child(
    write: Callable[[DataFile, Path], None], file: DataFile, target: Path, limit: int
) -> str:
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            write(file, target)
        except MachineError as refusal:
            os.write(says, str(refusal).encode())
        os._exit(0)
    os.close(says)
    os.waitpid(child, 0)
    with os.fdopen(hears, "rb") as stream:
        return stream.read().decode()


def main(folder: Path, work: str, points: int) -> list[str]:
    """Do one work at so many points; return what was wrong."""
    os.environ["XDG_DATA_HOME"] = str(folder / "home")
    new_sample_file(folder / "sample.ita").close()
    if work == "import":
        for step in (0, 1):
            workbook(folder / f"{step}.xlsx", step)
    if work in ("edit", "import"):
        return fill_file(edit if work == "edit" else take, folder, points)
    return fill_disk({"backup": backup, "pdf": pdf, "xlsx": xlsx}[work], folder, points)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])), ensure_ascii=False))  # noqa: T201
