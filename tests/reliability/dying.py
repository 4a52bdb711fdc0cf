"""Run as a program: work in a process of its own, killed at a random moment, again and again.

``dying.py FOLDER WORK LIVES SEED`` forks a child for each life. The child works on a data file and
says through a pipe what is done; the parent kills it, opens the file as the next start of the
program would, and looks. What it counted is JSON on standard output. Not a test module: pytest's
own process holds Qt and must not be forked.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from measure_deeds import Deeds, Received, measure_rows, received
from openpyxl import Workbook

from ita_desktop.db import opening
from ita_desktop.db.connection import connect
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.schema import SCHEMA_VERSION
from ita_desktop.db.scores import entries_of
from ita_desktop.documents.model import Digits
from ita_desktop.workflows.backups import Reason, back_up
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.import_workbook import plan_import, read_tables, take_import
from ita_desktop.workflows.opening import new_sample_file, open_to_write
from ita_desktop.workflows.scores.year_scores import put_entries
from ita_desktop.workflows.units.reading import read_unit_sheets, sheets_in
from ita_desktop.workflows.units.sheets import freeze_unit_sheets
from ita_desktop.workflows.units.writing import write_unit_sheets
from ita_desktop.workflows.verify import verify
from tests.workflows.units.sheet_file import UNITS, new_units_file

YEAR = 2566
CODES = tuple(f"i{number}" for number in range(1, 31))
LONGEST = 0.06  # seconds a child lives on after its first deed: dozens of deeds, some backups
OFTEN = 10  # lives that do the same random deeds on measures, before others are done
Scores = dict[str, Decimal]


def value_of(step: int) -> Decimal:
    """Return the score that a step writes; no two steps near each other write the same."""
    return Decimal(step % 10_000) / 100


def one_each(step: int, before: Scores) -> Scores:
    """Return the scores after a step where each step writes one of them, in turn."""
    last = range(max(1, step - len(CODES) + 1), step + 1)
    return before | {CODES[number % len(CODES)]: value_of(number) for number in last}


def all_at_once(step: int, before: Scores) -> Scores:
    """Return the scores after a step where each step writes all of them."""
    return before | dict.fromkeys(CODES, value_of(step)) if step else before


def in_turn(step: int, before: Scores) -> Scores:
    """Return the scores after a step where two workbooks are imported in turn."""
    return all_at_once(10 + step % 2, before) if step else before


def edit(path: Path) -> Generator[None]:
    """Enter one score after the other."""
    file = open_to_write(path)
    step = 0
    while True:
        step += 1
        put_entries(file, YEAR, {CODES[step % len(CODES)]: value_of(step)}, f"แก้ {step}")
        yield


def paste(path: Path) -> Generator[None]:
    """Paste all scores of an instrument."""
    file = open_to_write(path)
    step = 0
    while True:
        step += 1
        put_entries(file, YEAR, dict.fromkeys(CODES, value_of(step)), f"วาง {step}")
        yield


def take(path: Path) -> Generator[None]:
    """Import two workbooks in turn, each with all scores of an instrument."""
    file = open_to_write(path)
    tables = [read_tables(path.parent.with_name(f"{number}.xlsx")) for number in (10, 11)]
    step = 0
    while True:
        step += 1
        take_import(file, plan_import(file, tables[step % 2], YEAR))
        yield


def keep(path: Path) -> Generator[None]:
    """Paste, and make a backup after each time."""
    file = open_to_write(path)
    step = 0
    while True:
        step += 1
        put_entries(file, YEAR, dict.fromkeys(CODES, value_of(step)), f"วาง {step}")
        back_up(path, Reason.BY_HAND)
        yield


def scores_of(file: DataFile) -> Scores:
    """Return the scores of the year that the children write."""
    return {
        code: Decimal(str(entry)) for code, entry in entries_of(file, YEAR).items() if code in CODES
    }


@dataclass(frozen=True, slots=True)
class Work:
    """What a child does, and what a file says after so many steps of it."""

    do: Callable[[Path], Generator[None]]
    after: Callable[[int, Any], object]
    said: Callable[[DataFile], object] = scores_of
    longest: float = LONGEST


WORKS = {
    "edit": Work(edit, one_each),
    "paste": Work(paste, all_at_once),
    "import": Work(take, in_turn),
    "backup": Work(keep, all_at_once),
}


class OnMeasures:
    """Random deeds on measures, done by a child and beside it by us: what it must have come to."""

    def __init__(self, seed: int, outside: Received, sample: Path) -> None:
        self._seed = seed
        self._outside = outside
        self._file = open_to_write(sample)
        self._deeds = Deeds(seed, outside)
        self._states: list[object] = [measure_rows(self._file)]

    def do(self, path: Path) -> Generator[None]:
        """Do one deed after the other."""
        file, deeds = open_to_write(path), Deeds(self._seed, self._outside)
        while True:
            deeds.do(file)
            yield

    def after(self, step: int, _before: object) -> object:
        """Return the measures after so many deeds."""
        while len(self._states) <= step:
            self._deeds.do(self._file)
            self._states.append(measure_rows(self._file))
        return self._states[step]

    def close(self) -> dict[str, int]:
        """Let the file go, and return how often each verb changed something."""
        self._file.close()
        return self._deeds.counts


def on_measures(folder: Path, lives: int, seed: int) -> Generator[tuple[Work, dict[str, int]]]:
    """Give for each life what is done in it; every few lives other deeds. With what was counted."""
    sample, beside = folder / "sample.ita", folder / "beside.ita"
    shutil.copyfile(sample, beside)
    file = open_to_write(beside)
    outside = received(file, folder / "outside")
    file.close()
    total: dict[str, int] = {}
    for first in range(0, lives, OFTEN):
        shutil.copyfile(sample, beside)
        measures = OnMeasures(seed + first, outside, beside)
        for _ in range(first, min(first + OFTEN, lives)):
            yield Work(measures.do, measures.after, measure_rows, 5 * LONGEST), total
        for verb, times in measures.close().items():
            total[verb] = total.get(verb, 0) + times


def live(path: Path, work: Work, chance: random.Random) -> int:
    """Let a child work on the file and kill it; return how many steps it said were done."""
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        for _ in work.do(path):
            os.write(says, b".")
        os._exit(1)
    os.close(says)
    done = len(os.read(hears, 1))  # it has begun
    time.sleep(chance.uniform(0, work.longest))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(hears, 65_536):
        done += len(more)
    os.close(hears)
    return done


def look(path: Path, work: Work, done: int, before: object) -> str:
    """Open the file as the next start would; return what is wrong with it, else nothing."""
    file = open_to_write(path)
    try:
        if found := health_of(file):
            return f"corrupt: {found[0]}"
        allowed = [work.after(step, before) for step in (done, done + 1)]
        if work.said(file) not in allowed:
            return f"lost: step {done}"
        put_entries(file, YEAR, {"i1": Decimal("1.23")}, "หลังไฟดับ")  # it is written again
    finally:
        file.close()
    return ""


def broken_backups(folder: Path) -> list[str]:
    """Return the backups in a folder that do not prove; an empty file is a name that was taken."""
    there = (path for path in folder.rglob("*.ita") if path.stat().st_size)
    return [path.name for path in there if not verify(path).sound]


def workbook(path: Path, step: int) -> None:
    """Write a workbook that brings what ``in_turn`` says of a step."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["ข้อ", "คะแนน"])
    for code in CODES:
        sheet.append([code, float(value_of(step))])
    book.save(path)


def killed_at(path: Path, statement: int) -> bool:
    """Open an older file in a child that dies before its n-th statement; False if it came so far.

    Counted from the first thing that opening asks of SQLite to the last, as ``asked_of`` gives it.
    """
    child = os.fork()
    if child == 0:
        left = statement

        def die(_statement: str) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        def watched(place: Path) -> sqlite3.Connection:
            connection = connect(place)
            connection.set_trace_callback(die)
            return connection

        opening.connect = watched
        opening.open_data_file(path, "สมหญิง").close()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def asked_of(path: Path) -> list[str]:
    """Open an older file and return all that this asks of SQLite."""
    asked: list[str] = []

    def watched(place: Path) -> sqlite3.Connection:
        connection = connect(place)
        connection.set_trace_callback(asked.append)
        return connection

    opening.connect = watched
    opening.open_data_file(path, "สมหญิง").close()
    opening.connect = connect
    return asked


def inside(step: int, asked: list[str]) -> range:
    """Return the statements of a step, after its transaction began and before it was kept."""
    ends = [
        asked.index(f"PRAGMA user_version = {version}")
        for version in (step - 1, step)
        if f"PRAGMA user_version = {version}" in asked
    ]
    first = ends[0] + 1 if len(ends) == 2 else asked.index("BEGIN IMMEDIATE") + 1
    return range(first + 1, ends[-1] + 2)  # counted from 1


def migrate(folder: Path, places: int, seed: int) -> dict[str, object]:
    """Kill the opening of a file of each older schema at so many places, and inside the last step.

    What was killed and opened again must say what a file says that was never killed.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    released = sorted((Path(__file__).parents[1] / "files").glob("schema_*.ita"))[:-1]
    path = folder / "office.ita"
    wrong: list[str] = []
    lives = still_old = 0
    for old in released:
        step = inside(SCHEMA_VERSION, asked_of(_fresh(old, path)))
        whole = said_by(path)
        said = json.loads(old.with_suffix(".json").read_text("utf-8"))
        if scores_in(whole) != scores_in(said):
            wrong.append(f"{old.name}: says something else")
        last = next(n for n in count(1, 40) if not killed_at(_fresh(old, path), n))
        anywhere = [chance.randrange(1, last - 39) for _ in range(places)]
        for place in (*anywhere, *(chance.choice(step) for _ in range(places))):
            if not killed_at(_fresh(old, path), place):
                wrong.append(f"{old.name}: not killed at {place}")
            still_old += path.read_bytes()[60:64] == old.read_bytes()[60:64]
            lives += 1
            if said_by(path) != whole:
                wrong.append(f"{old.name}: killed at {place}")
    return {
        "lives": lives,
        "versions": len(released),
        "still_old": still_old,
        "wrong": wrong,
    }


def write_sheets(folder: Path, lives: int, seed: int) -> dict[str, object]:
    """Kill what writes the sheets of twenty units so often; what is there must be whole sheets."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    file = new_units_file(folder / "office.ita")
    sheets = freeze_unit_sheets(file, YEAR, 6, UNITS, Digits.THAI)
    file.close()
    start = time.perf_counter()
    (whole := folder / "whole").mkdir()
    write_unit_sheets(sheets, whole)
    longest = time.perf_counter() - start
    wrong: list[str] = []
    written = 0
    for life in range(lives):
        out = folder / f"life {life}"
        out.mkdir()
        child = os.fork()
        if child == 0:
            write_unit_sheets(sheets, out)
            os._exit(0)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        there = sheets_in(out)
        written += len(there)
        write_unit_sheets(sheets[len(there) :], out)
        left = [one.name for one in out.iterdir() if one not in sheets_in(out)]
        if len(left) > 1 or not all(name.endswith(".part") for name in left):
            wrong.append(f"life {life}: left {left}")  # but for what an hour later is cleared away
        read = read_unit_sheets(sheets_in(out))
        wrong += [f"life {life}: {one.name} {one.why}" for one in read if one.why]
        if units_in(out) != units_in(whole):
            wrong.append(f"life {life}: not the sheets of all units")
    return {"lives": lives, "written": written, "wrong": wrong}


def units_in(folder: Path) -> list[str]:
    """Return the units whose sheets are in a folder."""
    return sorted(one.unit for one in read_unit_sheets(sheets_in(folder)))


def said_by(path: Path) -> dict[str, Any]:
    """Open a file as the next start would, and return all it says; nothing where it is unsound."""
    file = open_to_write(path)
    said: dict[str, Any] = {} if health_of(file) else json.loads(json.dumps(dump(file)))
    file.close()
    return said


def scores_in(said: dict[str, Any]) -> dict[str, object]:
    """Return the scores of a dump by year."""
    return {year: one["scores"] for year, one in said.get("years", {}).items()}


def _fresh(old: Path, path: Path) -> Path:
    for rest in path.parent.glob("*office.ita*"):
        rest.unlink()
    shutil.copyfile(old, path)
    return path


def main(folder: Path, name: str, lives: int, seed: int) -> dict[str, object]:
    """Live and die so often; return what was counted."""
    if name == "migration":
        os.environ["XDG_DATA_HOME"] = str(folder / "home")
        return migrate(folder, lives, seed)
    if name == "unit sheets":
        return write_sheets(folder, lives, seed)
    chance = random.Random(seed)  # noqa: S311 - no secret
    sample = folder / "sample.ita"
    file = new_sample_file(sample)
    before = scores_of(file)
    file.close()
    if name == "import":
        for step in (10, 11):
            workbook(folder / f"{step}.xlsx", step)
    wrong: list[str] = []
    steps, slowest, backups = 0, 0.0, 0
    counted: dict[str, int] = {}
    works = on_measures(folder, lives, seed) if name == "measures" else None
    for life in range(lives):
        work, counted = next(works) if works else (WORKS[name], counted)
        room = folder / "life"
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir()
        os.environ["XDG_DATA_HOME"] = str(room / "home")
        path = room / "office.ita"
        shutil.copyfile(sample, path)
        done = live(path, work, chance)
        work.after(done + 1, before)  # what it takes to know that is no part of the restart
        start = time.perf_counter()
        said = look(path, work, done, before)
        slowest = max(slowest, time.perf_counter() - start)
        steps += done
        wrong += [f"life {life}: {said}"] if said else []
        wrong += [f"life {life}: backup {one}" for one in broken_backups(room / "home")]
        backups += len(list((room / "home").rglob("*.ita")))
    for _ in works or ():
        wrong.append("more lives than asked for")
    return {
        "lives": lives,
        "steps": steps,
        "wrong": wrong,
        "backups": backups,
        "slowest_restart": round(slowest, 3),
        "changed": counted,
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))  # noqa: T201
