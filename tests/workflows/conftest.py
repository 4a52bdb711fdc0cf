"""What the tests of the workflows share: files with scores, and workbooks made elsewhere."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.workflows.opening import new_file, new_sample_file, open_file
from ita_desktop.workflows.rows.deeds import remove_rows
from tests.kept_file import KeptFile, keep

Sheets = Mapping[str, Sequence[Sequence[object]]]
SEED_001 = "94.56 88.13 90.81 88.09 90.53 96.03 96.20 94.74 100.00 100.00"


@pytest.fixture(scope="session")
def kept_file(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    office = Office(name="เทศบาลนครตัวอย่าง", kind=OfficeKind.CITY, units=("กองคลัง",))
    return keep(tmp_path_factory.mktemp("file"), lambda path: new_file(path, office, 2565))


@pytest.fixture(scope="session")
def kept_sample(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    return keep(tmp_path_factory.mktemp("sample"), new_sample_file)


@pytest.fixture
def file(kept_file: KeptFile, tmp_path: Path) -> Iterator[DataFile]:
    """Return a file of an office with the fiscal year 2565 and no scores."""
    opened = open_file(kept_file.copy_to(tmp_path / "เทศบาล.ita"))
    yield opened
    opened.close()


@pytest.fixture
def sample(kept_sample: KeptFile, tmp_path: Path) -> Iterator[DataFile]:
    """Return the sample municipality's file."""
    opened = open_file(kept_sample.copy_to(tmp_path / "ตัวอย่าง.ita"))
    yield opened
    opened.close()


@pytest.fixture
def bare(sample: DataFile) -> DataFile:
    """Return the sample municipality's file without its measures and risks."""
    for year in (2565, 2566):
        remove_rows(sample, Kind.TOPIC, [topic.id for topic in load_tracker(sample, year).topics])
        remove_rows(sample, Kind.PROCESS, [one.id for one in load_processes(sample, year)])
    return sample


@pytest.fixture(scope="session")
def seed_indicators() -> dict[str, str]:
    """Return the ten indicators of seed 001, fiscal year 2565, by their numbers."""
    return {str(number): score for number, score in enumerate(SEED_001.split(), start=1)}


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes rows to the sheets of a workbook, as somebody else would."""

    def write(
        sheets: Sheets | Sequence[Sequence[object]],
        *,
        name: str = "คะแนน.xlsx",
        merges: Sequence[str] = (),
        title: str = "",
    ) -> Path:
        book = Workbook()
        book.properties.title = title
        book.remove(book.worksheets[0])
        for sheet_name, rows in (
            sheets if isinstance(sheets, Mapping) else {"Sheet1": sheets}
        ).items():
            sheet: Any = book.create_sheet(sheet_name)
            for row in rows:
                sheet.append(list(row))
            for area in merges:
                sheet.merge_cells(area)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture(scope="session")
def through_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that lets LibreOffice open a workbook and save it; skips without it.

    More workbooks of the same folder are saved beside the first, which is what it is started for.
    """
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = Path(tempfile.mkdtemp(dir=tmp_path_factory.getbasetemp()))

    def saved(path: Path, *more: Path) -> Path:
        out = path.parent / "libreoffice"
        command = [
            *(office, f"-env:UserInstallation={profile.as_uri()}", "--headless"),
            *("--convert-to", "xlsx", "--outdir", str(out), str(path), *map(str, more)),
        ]
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            timeout=180,
            env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
        )
        return out / path.name

    return saved
