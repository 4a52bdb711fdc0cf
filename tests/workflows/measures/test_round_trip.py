"""What is exported in any layout, an office's own too, reads back as the same data."""

import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.layout import OFFICIAL, Layout, LayoutColumn, official_layout
from ita_desktop.documents.measure_texts import has_rounds
from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.layouts import add_copy, layouts_of, save_layout
from ita_desktop.workflows.opening import new_file
from tests.workflows.measures.trackers import EXTRAS, YEAR, put_tracker, trackers

MORE = (
    ("order", "ที่"),
    ("score", "คะแนนเดิม"),
    ("finding", "สิ่งที่พบ"),
    ("state", "สถานะ"),
    ("percent", "คืบหน้าร้อยละ"),
    ("problem", "อุปสรรค"),
    (f"extra:{EXTRAS[0]}", "งบที่ใช้"),
)
"""Columns that an office adds to each of its copies."""
OWN = tuple(f"{name}~2" for name in OFFICIAL[:4])
SLOW_TO_MAKE = (HealthCheck.too_slow, HealthCheck.data_too_large)
ROUNDS: tuple[Round, Round] = (6, 12)


def with_own_layouts(file: DataFile) -> None:
    """Give the office a copy of each layout of measures with more columns and other heads."""
    for official in map(official_layout, OFFICIAL[:4]):
        copy = add_copy(file, official, f"ของเรา {official.name}")
        there = {column.source for column in copy.columns}
        more = (LayoutColumn(source=s, head=h, width=12) for s, h in MORE if s not in there)
        first = replace(copy.columns[0], head=f"{copy.columns[0].head} (ของเรา)")
        save_layout(file, replace(copy, columns=(first, *copy.columns[1:], *more)))


@contextmanager
def office_file() -> Generator[tuple[DataFile, Path]]:
    folder = Path(tempfile.mkdtemp())
    office = Office(name="เทศบาลนครตัวอย่าง", kind=OfficeKind.CITY)
    file = new_file(folder / "ก.ita", office, YEAR)
    with_own_layouts(file)
    try:
        yield file, folder / "ข.xlsx"
    finally:
        file.close()
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def place() -> Iterator[tuple[DataFile, Path]]:
    with office_file() as made:
        yield made


def layout_named(file: DataFile, layout_id: str) -> Layout:
    return next(layout for layout in layouts_of(file) if layout.id == layout_id)


def export(
    file: DataFile, layout_id: str, months: Round, path: Path, digits: Digits = Digits.THAI
) -> None:
    rounds = has_rounds(layout_named(file, layout_id))
    frozen = freeze(file, layout_id, YEAR, digits, months=months if rounds else None)
    draw(frozen, "xlsx", path)


@settings(suppress_health_check=SLOW_TO_MAKE)
@given(
    trackers, st.sampled_from((*OFFICIAL, *OWN)), st.sampled_from(ROUNDS), st.sampled_from(Digits)
)
def test_any_measures_read_back_unchanged_in_any_layout(
    place: tuple[DataFile, Path],
    tracker: Tracker,
    layout_id: str,
    months: Round,
    digits: Digits,
) -> None:
    file, path = place
    put_tracker(file, tracker)
    export(file, layout_id, months, path, digits)
    outcome = import_workbook(file, path, dry_run=True)
    assert outcome.measures == ()
    assert outcome.findings == ()
    assert {sheet.kind for sheet in outcome.sheets} == {layout_id}


@pytest.mark.slow
@settings(max_examples=20, suppress_health_check=SLOW_TO_MAKE)
@given(trackers, st.sampled_from((*OFFICIAL, *OWN)), st.sampled_from(ROUNDS))
def test_any_measures_read_back_unchanged_through_libreoffice(
    place: tuple[DataFile, Path],
    through_libreoffice: Callable[[Path], Path],
    tracker: Tracker,
    layout_id: str,
    months: Round,
) -> None:
    file, path = place
    put_tracker(file, tracker)
    export(file, layout_id, months, path)
    outcome = import_workbook(file, through_libreoffice(path), dry_run=True)
    assert outcome.measures == ()
    assert outcome.findings == ()
