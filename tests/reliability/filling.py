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
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from dying import workbook
from measure_deeds import received

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.rows import Kind
from ita_desktop.documents.model import Digits
from ita_desktop.errors import MachineError
from ita_desktop.whole_file import write_whole_or_beside
from ita_desktop.workflows.backups import back_up_to
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import plan_import, read_tables, take_import
from ita_desktop.workflows.opening import new_sample_file, open_to_write
from ita_desktop.workflows.plans.making import plan_of
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.rounds import close_round, reopen_round
from ita_desktop.workflows.rows.deeds import Edit, apply_edits
from ita_desktop.workflows.units.planning import plan_unit_sheets
from ita_desktop.workflows.units.reading import ReadSheet, read_unit_sheets
from ita_desktop.workflows.units.sheets import FrozenSheet, freeze_unit_sheets
from ita_desktop.workflows.units.taking import take_unit_sheets
from ita_desktop.workflows.units.writing import write_unit_sheets
from ita_desktop.xlsx import writer
from tests.workflows.units.sheet_file import UNITS, new_units_file

YEAR = 2566
_NO_LIMIT = resource.RLIM_INFINITY
Work = Callable[[DataFile, Path, int], None]


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


def turn_round(file: DataFile, _folder: Path, step: int) -> None:
    """Close a round, or open it again, turn by turn."""
    if step % 2:
        close_round(file, YEAR, 6)
    else:
        reopen_round(file, YEAR, 6)


def place_risks(file: DataFile, _folder: Path, step: int) -> None:
    """Put every risk into another cell and write its cause, as one deed."""
    place = str(step % 5 + 1)
    words = {"likelihood": place, "impact": place, "cause": f"สาเหตุ {step} " * 40}
    edits = [
        Edit(kind=Kind.RISK, number=one.risk.id, field=field, text=text)
        for one in register_of(file, YEAR).risks()
        for field, text in words.items()
    ]
    apply_edits(file, edits, f"แก้ความเสี่ยง {step}")


def change_projects(file: DataFile, _folder: Path, step: int) -> None:
    """Write steps, money and a report of every project of the plan, as one deed."""
    plan = plan_of(file, YEAR)
    assert plan is not None
    words = {"steps": f"ขั้นที่ {step}\n\tย่อย " * 30, f"amount:{YEAR}": str(step)}
    edits = [
        Edit(kind=Kind.PROJECT, number=one.project.id, field=field, text=text)
        for one in plan.placed()
        for field, text in words.items()
    ]
    edits += [
        Edit(kind=Kind.PROJECT, number=one.project.id, field=field, text=f"ผล {step}", months=6)
        for one in plan.placed()
        for field in (f"result:{YEAR}", f"problem:{YEAR}")
    ]
    apply_edits(file, edits, f"แก้โครงการ {step}")


def change_items(file: DataFile, _folder: Path, step: int) -> None:
    """Write units, addresses and a note of every OIT item of the year, as one deed."""
    words = {"units": f"กอง {step}", "addresses": f"https://www.example.go.th/{step}\n" * 20}
    edits = [
        OitEdit(code=f"O{number}", field=field, text=text)
        for number in range(1, 44)
        for field, text in (words | {"note": f"บันทึก {step} " * 30}).items()
    ]
    apply_oit_edits(file, YEAR, edits, f"แก้ OIT {step}")


def take_sheets(sent_back: tuple[tuple[ReadSheet, ...], ...]) -> Work:
    """Return what takes one of two rounds of units' sheets, turn by turn."""

    def take_turn(file: DataFile, _folder: Path, step: int) -> None:
        plan = plan_unit_sheets(file, sent_back[step % 2], YEAR, 6)
        chosen = {
            line.place: next(one.text for one in line.options if one.text != line.before)
            for line in plan.lines
            if line.place is not None and line.options
        }
        take_unit_sheets(file, plan, chosen)

    return take_turn


def fill_file(work: Work, folder: Path, points: int) -> list[str]:
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


def measures_pdf(file: DataFile, target: Path) -> None:
    """Write a paper of measures as PDF."""
    draw(freeze(file, "measures-six-month", YEAR, Digits.THAI), "pdf", target)


def measures_xlsx(file: DataFile, target: Path) -> None:
    """Write a paper of measures as a workbook."""
    draw(freeze(file, "measures-by-question", YEAR, Digits.THAI), "xlsx", target)


def matrix_pdf(file: DataFile, target: Path) -> None:
    """Write the risk matrix as PDF."""
    draw(freeze(file, "risk-matrix", YEAR, Digits.THAI), "pdf", target)


def plan_pdf(file: DataFile, target: Path) -> None:
    """Write the whole plan as PDF."""
    draw(freeze(file, "plan", YEAR, Digits.THAI), "pdf", target)


def plan_xlsx(file: DataFile, target: Path) -> None:
    """Write the projects of the plan as a workbook."""
    draw(freeze(file, "plan-details", YEAR, Digits.THAI, kind="xlsx"), "xlsx", target)


def items_xlsx(file: DataFile, target: Path) -> None:
    """Write the checklist of OIT items as a workbook."""
    draw(freeze(file, "oit-checklist", YEAR, Digits.THAI), "xlsx", target)


def risks_xlsx(file: DataFile, target: Path) -> None:
    """Write the risk register as a workbook."""
    draw(freeze(file, "risk-register", YEAR, Digits.THAI), "xlsx", target)


def fill_folder(folder: Path, points: int) -> list[str]:
    """Let the disk be full in the midst of one of the sheets of twenty units, each time another.

    Where temporary files are, or where the sheet itself goes, turn by turn. Those before it stay,
    whole; those that were there are as they were; then there is room again.
    """
    file = new_units_file(folder / "หน่วยงาน.ita")
    sheets = freeze_unit_sheets(file, YEAR, 6, UNITS, Digits.THAI)
    (before := folder / "before").mkdir()
    there = write_unit_sheets(sheets, before)
    whole = {path.name: path.read_bytes() for path in there}
    wrong: list[str] = []
    for point in range(points):
        out = folder / f"out {point}"
        shutil.copytree(before, out)
        at = len(sheets) * point // points
        limit = len(whole[there[at].name]) * (point % 7) // 7
        write = partial(_write_until_full, sheets, at, limit, first=bool(point % 2))
        said = _in_child(lambda _file, to, write=write: write(to), file, out, _NO_LIMIT)
        if "พื้นที่" not in said:
            wrong.append(f"{point}: said {said!r}")
        wrong += _folder_is_wrong(out, whole, at, point)
        if len(write_unit_sheets(sheets[-2:], out)) != 2:
            wrong.append(f"{point}: not written with room again")
        wrong += _folder_is_wrong(out, whole, at + 2, point)
        shutil.rmtree(out)
    if health_of(file):
        wrong.append("unsound")
    file.close()
    return wrong


def _write_until_full(
    sheets: Sequence[FrozenSheet], at: int, limit: int, folder: Path, *, first: bool
) -> None:
    """Write sheets; from the ``at``-th on no file may be longer than so many bytes.

    With ``first`` this holds for its temporary file, else only where the sheet itself goes.
    """
    begun: list[float] = []

    def fill() -> None:
        if len(begun) > at:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    def whole_or_beside(path: Path, data: bytes) -> Path:
        fill()
        return write_whole_or_beside(path, data)

    def progress(share: float) -> None:
        begun.append(share)
        if first:
            fill()

    writer.write_whole_or_beside = whole_or_beside
    write_unit_sheets(sheets, folder, progress)


def _folder_is_wrong(out: Path, whole: dict[str, bytes], more: int, point: int) -> list[str]:
    """Return what of a folder is not what it was, and so many whole sheets beside it."""
    wrong = [
        f"{point}: {name} is not what it was"
        for name, content in whole.items()
        if (out / name).read_bytes() != content
    ]
    new = [path for path in out.iterdir() if path.name not in whole]
    if len(new) != more:
        wrong.append(f"{point}: {len(new)} new files, not {more}")
    wrong += [f"{point}: {one.name} {one.why}" for one in read_unit_sheets(new) if one.why]
    return wrong


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
    if work == "unit sheets":
        return fill_folder(folder, points)
    in_file: dict[str, Work] = {
        "edit": edit,
        "import": take,
        "round": turn_round,
        "risks": place_risks,
        "projects": change_projects,
        "items": change_items,
    }
    if work == "sheets taken":
        file = open_to_write(folder / "sample.ita")
        in_file[work] = take_sheets(received(file, folder / "outside").sheets)
        file.close()
    if work in in_file:
        return fill_file(in_file[work], folder, points)
    beside = {
        "backup": backup,
        "pdf": pdf,
        "xlsx": xlsx,
        "measures pdf": measures_pdf,
        "measures xlsx": measures_xlsx,
        "matrix pdf": matrix_pdf,
        "risks xlsx": risks_xlsx,
        "plan pdf": plan_pdf,
        "plan xlsx": plan_xlsx,
        "items xlsx": items_xlsx,
    }
    return fill_disk(beside[work], folder, points)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])), ensure_ascii=False))  # noqa: T201
