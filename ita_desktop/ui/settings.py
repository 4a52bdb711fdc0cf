"""What the window remembers between two starts: folder, file, papers, size. No office data."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import cast
from urllib.parse import quote

from PySide6.QtCore import QSettings, Qt

from ita_desktop.documents.margins import LEAST, MOST, REGULATION, Margins

_RECENT, _REMEMBERED = 6, 12
"""Files that are shown, and that are kept: those on a disk that is away now come again."""
_MOST_DIGITS = 4
_SCALES = (100, 125, 150, 175, 200)
SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Settings:
    """The clerk's own settings in one small text file of her account, or in ``file``."""

    def __init__(self, file: Path | None = None) -> None:
        form = QSettings.Format.IniFormat
        if file is None:
            scope = QSettings.Scope.UserScope
            self._store = QSettings(form, scope, "ITA Desktop", "ita-desktop")
        else:
            self._store = QSettings(str(file), form)

    def recent_files(self) -> tuple[Path, ...]:
        """Return data files opened lately that are still there, newest first."""
        return tuple(islice(self._files_there(), _RECENT))

    def last_file(self) -> Path | None:
        """Return the data file opened last of those that are still there, None without one.

        No more of them are asked for than need be: a share whose server is off answers late.
        """
        return next(self._files_there(), None)

    def remember_file(self, path: Path) -> None:
        """Put a data file at the head of the recent ones; the disk is not asked for the others."""
        rest = [known for known in self._files() if known != path]
        self._store.setValue("recent", [str(known) for known in [path, *rest][:_REMEMBERED]])

    def _files_there(self) -> Iterator[Path]:
        return (path for path in self._files() if _is_there(path, Path.is_file))

    def _files(self) -> list[Path]:
        stored = cast("list[object]", self._store.value("recent", [], list))
        return [Path(str(name)) for name in stored]

    def fiscal_year(self, path: Path) -> int | None:
        """Return the year a file was last looked at, or None."""
        return self._whole(_year_key(path))

    def remember_fiscal_year(self, path: Path, fiscal_year: int) -> None:
        """Remember the year a file is looked at."""
        self._store.setValue(_year_key(path), fiscal_year)

    def is_place_accepted(self, path: Path) -> bool:
        """Return whether she wants no warning of where this file lies."""
        return str(self._store.value(_place_key(path), "")) == "accepted"

    def accept_place(self, path: Path) -> None:
        """Remember that no warning of where this file lies is wanted."""
        self._store.setValue(_place_key(path), "accepted")

    def columns(self, grid: str) -> frozenset[str]:
        """Return the further columns of a grid ("measures", "risks") that are seen, by field."""
        stored = cast("list[object]", self._store.value(f"{grid}/columns", [], list))
        return frozenset(map(str, stored))

    def remember_columns(self, grid: str, fields: Iterable[str]) -> None:
        """Remember which further columns of a grid are seen."""
        self._store.setValue(f"{grid}/columns", [*fields])

    def measure_layout(self) -> str:
        """Return the layout whose columns the measures are seen in; empty: the usual ones."""
        return str(self._store.value("measures/layout", ""))

    def remember_measure_layout(self, layout_id: str) -> None:
        """Remember which layout's columns the measures are seen in."""
        self._store.setValue("measures/layout", layout_id)

    def matrix_arrows(self) -> str:
        """Return what the arrows of the matrix of risks show; empty at first."""
        return str(self._store.value("risks/arrows", ""))

    def remember_matrix_arrows(self, arrows: str) -> None:
        """Remember what the arrows of the matrix of risks show."""
        self._store.setValue("risks/arrows", arrows)

    def plan_page(self) -> bool:
        """Return whether the page is seen beside what is written of a plan; at first it is."""
        return str(self._store.value("plan/page", "seen")) != "hidden"

    def remember_plan_page(self, seen: bool) -> None:
        """Remember whether the page is seen beside what is written of a plan."""
        self._store.setValue("plan/page", "seen" if seen else "hidden")

    def folder(self) -> Path:
        """Return the folder papers were last saved to; the home folder at first."""
        found = Path(str(self._store.value("folder", str(Path.home()))))
        return found if _is_there(found, Path.is_dir) else Path.home()

    def remember_folder(self, folder: Path) -> None:
        """Remember the folder papers are saved to."""
        self._store.setValue("folder", str(folder))

    def unit_folder(self) -> Path:
        """Return the folder of the units' work sheets; that of papers at first."""
        found = Path(str(self._store.value("units/folder", str(self.folder()))))
        return found if _is_there(found, Path.is_dir) else self.folder()

    def remember_unit_folder(self, folder: Path) -> None:
        """Remember the folder of the units' work sheets."""
        self._store.setValue("units/folder", str(folder))

    def thai_digits(self) -> bool:
        """Return whether papers are printed in Thai digits; at first they are."""
        return str(self._store.value("digits", "thai")) != "arabic"

    def remember_thai_digits(self, thai: bool) -> None:
        """Remember the digits papers are printed in."""
        self._store.setValue("digits", "thai" if thai else "arabic")

    def paper_font(self) -> str | None:
        """Return the font of papers, a family or a file; None for the bundled one."""
        return str(self._store.value("paper/font", "")) or None

    def remember_paper_font(self, font: str | None) -> None:
        """Remember the font of papers."""
        self._store.setValue("paper/font", font or "")

    def margins(self) -> Margins:
        """Return the margins of papers; at first the regulation's."""
        return Margins(
            left=self._margin("left", REGULATION.left),
            right=self._margin("right", REGULATION.right),
            top=self._margin("top", REGULATION.top),
            bottom=self._margin("bottom", REGULATION.bottom),
        )

    def remember_margins(self, margins: Margins) -> None:
        """Remember the margins of papers, in whole millimetres."""
        self._store.setValue("paper/left", round(margins.left))
        self._store.setValue("paper/right", round(margins.right))
        self._store.setValue("paper/top", round(margins.top))
        self._store.setValue("paper/bottom", round(margins.bottom))

    def _margin(self, side: str, usual: float) -> float:
        found = self._whole(f"paper/{side}")
        return found if found is not None and LEAST <= found <= MOST else usual

    def scale(self) -> int:
        """Return the size of everything in per cent, 100 to 200; holds from the next start."""
        found = self._whole("scale")
        return found if found is not None and found in _SCALES else 100

    def remember_scale(self, per_cent: int) -> None:
        """Remember the size of everything."""
        self._store.setValue("scale", per_cent)

    @staticmethod
    def scales() -> tuple[int, ...]:
        """Return the sizes there are, in per cent."""
        return _SCALES

    def scheme(self) -> str:
        """Return ``system``, ``light`` or ``dark``."""
        found = str(self._store.value("scheme", "system"))
        return found if found in SCHEMES else "system"

    def remember_scheme(self, scheme: str) -> None:
        """Remember the colour scheme."""
        self._store.setValue("scheme", scheme)

    def second_place(self) -> Path | None:
        """Return the folder that gets a copy of each backup, None where none was chosen."""
        found = str(self._store.value("backups/second", ""))
        return Path(found) if found else None

    def remember_second_place(self, folder: Path | None) -> None:
        """Remember the folder that gets a copy of each backup; None for none."""
        self._store.setValue("backups/second", "" if folder is None else str(folder))
        self._store.remove("backups/told")

    def remember_second_place_told(self) -> bool:
        """Remember that she was told of a second place long not reached; False: she was before."""
        before = str(self._store.value("backups/told", ""))
        self._store.setValue("backups/told", "yes")
        return not before

    def forget_second_place_told(self) -> None:
        """Forget it: the second place was reached again."""
        self._store.remove("backups/told")

    def _whole(self, key: str) -> int | None:
        """Return a number of up to four digits, or None: anybody may have written in the file."""
        found = str(self._store.value(key, ""))
        return int(found) if found.isdecimal() and len(found) <= _MOST_DIGITS else None


def _is_there(path: Path, kind: Callable[[Path], bool]) -> bool:
    try:
        return kind(path)
    except OSError:  # a name that is too long for the system
        return False


def _year_key(path: Path) -> str:
    """Return the place of a file's year; offices of one district may name their files alike."""
    return f"year/{quote(str(path), safe='')}"


def _place_key(path: Path) -> str:
    return f"place/{quote(str(path), safe='')}"
