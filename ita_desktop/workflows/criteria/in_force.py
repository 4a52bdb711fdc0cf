"""The criteria that hold for an office: the shipped set, its own set, its own wordings."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ita_desktop.criteria import shipped_criteria, shipped_years
from ita_desktop.db import criteria_sets
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.scores import entries_of
from ita_desktop.domain.criteria import Criteria, Status
from ita_desktop.domain.criteria_file import read_criteria, write_criteria
from ita_desktop.errors import ClerkError
from ita_desktop.thai.fiscal import fiscal_year_of
from ita_desktop.thai.text import normalise
from ita_desktop.whole_file import write_whole_or_beside

_LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class TakenCriteria:
    """The set that now holds for its fiscal year, and the scores that have no place in it."""

    criteria: Criteria
    orphaned: tuple[str, ...]
    """Codes of that year's scores that the set does not have, in the order they were entered.

    They stay in the file and are part of a dump; with another set they may have a place again.
    """

    @property
    def fiscal_year(self) -> int:
        """The Buddhist fiscal year of the set."""
        return self.criteria.fiscal_year


def criteria_years(file: DataFile) -> tuple[int, ...]:
    """Return the fiscal years there is a criteria set for, oldest first."""
    return tuple(sorted({*shipped_years(), *criteria_sets.own_criteria_years(file)}))


def present_year(file: DataFile | None = None, today: date | None = None) -> int:
    """Return the latest fiscal year with criteria that has begun; the earliest where none has.

    Without a file only the sets that ship count. ``today`` is the machine's own by default.
    """
    years = shipped_years() if file is None else criteria_years(file)
    now = fiscal_year_of(today or date.today())  # noqa: DTZ011 - the clerk's own calendar
    return max((year for year in years if year <= now), default=years[0])


def criteria_of(file: DataFile, fiscal_year: int) -> Criteria:
    """Return the criteria of a year with the office's own wordings. Raises ClerkError if none."""
    criteria = _set_of(file, fiscal_year)
    texts = criteria_sets.own_texts(file, fiscal_year)
    if not texts:
        return criteria
    return replace(
        criteria,
        items=tuple(
            replace(item, text=texts[item.code], status=Status.OFFICE, text_from=None)
            if item.code in texts
            else item
            for item in criteria.items
        ),
    )


def known_criteria(file: DataFile) -> Callable[[int], Criteria | None]:
    """Return what gives the criteria of a year, each read once; None of a year without any."""
    years = frozenset(criteria_years(file))
    read: dict[int, Criteria] = {}

    def of(year: int) -> Criteria | None:
        if year in years and year not in read:
            read[year] = criteria_of(file, year)
        return read.get(year)

    return of


def correct_text(file: DataFile, fiscal_year: int, code: str, text: str, deed: str = "") -> None:
    """Keep the office's own wording of an item; an empty one goes back to the set's.

    One deed, named as given or by the item. The corrected text counts as checked, by the office.
    """
    item = _set_of(file, fiscal_year).item_by_code.get(code)
    if item is None:
        raise ClerkError(f"ไม่มีข้อ {code} ในเกณฑ์ปี {fiscal_year} กรุณาเลือกข้อที่มีในตาราง")
    with file.deed(deed or f"แก้ข้อความข้อ {code}"):
        criteria_sets.put_own_text(file, fiscal_year, code, normalise(text).strip() or None)


def export_criteria(file: DataFile, fiscal_year: int, path: Path) -> Path:
    """Write the criteria of a year, with the office's wordings, to a file that reads back.

    The name says which: a workbook (.xlsx) to be corrected in Excel, or the plain set (.json).
    Returns and raises as ``write_criteria_file``.
    """
    return write_criteria_file(criteria_of(file, fiscal_year), path)


def write_criteria_file(criteria: Criteria, path: Path) -> Path:
    """Write a set of criteria to a workbook (.xlsx) or a plain set (.json); for a worker.

    Returns what was written: a file beside the one asked for, where another program holds that.
    Raises ClerkError where the name ends otherwise.
    """
    match path.suffix.lower():
        case ".xlsx":
            from ita_desktop.workflows.criteria.workbook import (  # noqa: PLC0415 - openpyxl, when asked
                write_criteria_workbook,
            )

            return write_criteria_workbook(criteria, path)
        case ".json":
            text = json.dumps(write_criteria(criteria), ensure_ascii=False, indent=1)
            return write_whole_or_beside(path, f"{text}\n".encode())
        case _:
            raise ClerkError(
                f"ไม่ได้ส่งออกชุดเกณฑ์ กรุณาตั้งชื่อไฟล์ “{path.name}” ให้ลงท้ายด้วย .xlsx หรือ .json"
            )


def import_criteria(file: DataFile, path: Path) -> TakenCriteria:
    """Take a criteria file into the data file, all or nothing, as one deed.

    A workbook (.xlsx) or a plain set. Scores stay, also those that the answer says have no place
    any more; wordings corrected before for that year give way to the file's. Raises ClerkError with
    the place in the file where something is wrong.
    """
    return take_criteria(file, read_criteria_file(path))


def read_criteria_file(path: Path) -> Criteria:
    """Read a criteria file, a workbook or a plain set; for a worker.

    Raises ClerkError with the place in the file where something is wrong.
    """
    if path.suffix.lower().startswith(".xl"):  # the reader says what to do with .xls and .xlsm
        from ita_desktop.workflows.criteria.workbook import (  # noqa: PLC0415 - openpyxl, when asked
            read_criteria_workbook,
        )

        return read_criteria_workbook(path)
    return read_criteria(_plain_set(path))


def take_criteria(file: DataFile, criteria: Criteria) -> TakenCriteria:
    """Take a set that was read as the office's own for its year: one deed."""
    with file.deed(f"นำเข้าเกณฑ์ปี {criteria.fiscal_year}"):
        criteria_sets.put_own_criteria(file, criteria)
    return _taken(file, criteria)


def _plain_set(path: Path) -> object:
    try:
        if path.stat().st_size > _LARGEST:
            raise ClerkError(f"ไฟล์ {path.name} ใหญ่เกินไปสำหรับชุดเกณฑ์ กรุณาเลือกไฟล์ให้ถูกต้อง")
        document: object = json.loads(path.read_text(encoding="utf-8-sig"))
        json.dumps(document, ensure_ascii=False).encode()  # half a letter (\\ud800) cannot be kept
    except OSError as error:
        raise ClerkError(f"เปิดไฟล์ {path.name} ไม่ได้ กรุณาตรวจว่าไฟล์ยังอยู่ที่เดิม") from error
    except (ValueError, RecursionError) as error:
        raise ClerkError(
            f"ไฟล์ {path.name} อ่านเป็นชุดเกณฑ์ไม่ได้ กรุณาใช้ไฟล์ที่ส่งออกจากเมนู “เกณฑ์ประเมิน”"
        ) from error
    return document


def restore_shipped_criteria(file: DataFile, fiscal_year: int) -> TakenCriteria:
    """Go back to the set that ships with the program; one deed. Raises ClerkError if none ships."""
    criteria = shipped_criteria(fiscal_year)
    if criteria is None:
        raise ClerkError(f"โปรแกรมไม่มีชุดเกณฑ์ปี {fiscal_year} ติดมา จึงยังใช้ชุดที่นำเข้าไว้ต่อไป")
    with file.deed(f"กลับไปใช้เกณฑ์ปี {fiscal_year} ของโปรแกรม"):
        criteria_sets.remove_own_criteria(file, fiscal_year)
    return _taken(file, criteria)


def _taken(file: DataFile, criteria: Criteria) -> TakenCriteria:
    entered = entries_of(file, criteria.fiscal_year)
    orphaned = tuple(code for code in entered if code not in criteria.score_codes)
    return TakenCriteria(criteria, orphaned)


def _set_of(file: DataFile, fiscal_year: int) -> Criteria:
    criteria = criteria_sets.own_criteria(file, fiscal_year) or shipped_criteria(fiscal_year)
    if criteria is None:
        years = criteria_years(file)
        raise ClerkError(
            f"ยังไม่มีเกณฑ์ประเมินปี {fiscal_year} กรุณานำเข้าชุดเกณฑ์ก่อน หรือเลือกปี {years[0]} ถึง {years[-1]}"
        )
    return criteria
