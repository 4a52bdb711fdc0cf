"""What papers of risks print as a workbook reads back as the same data; one cell changes one."""

import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.model import Digits
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.measures import Round
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.risks import Register
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.risks.forms import KINDS, PROGRESS
from tests.workflows.measures.trackers import YEAR
from tests.workflows.risks.registers import ROUNDS, put_register, registers, sample_register

SLOW_TO_MAKE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
Place = tuple[DataFile, Path]
kinds = st.sampled_from(KINDS)


@contextmanager
def office_file() -> Generator[Place]:
    folder = Path(tempfile.mkdtemp())
    office = Office(name="เทศบาลนครตัวอย่าง", kind=OfficeKind.CITY)
    file = new_file(folder / "ก.ita", office, YEAR)
    try:
        yield file, folder / "ข.xlsx"
    finally:
        file.close()
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with office_file() as made:
        yield made


def export(
    file: DataFile, kind: str, months: Round, path: Path, digits: Digits = Digits.THAI
) -> None:
    frozen = freeze(file, kind, YEAR, digits, months=months if kind == PROGRESS else None)
    draw(frozen, "xlsx", path)


@settings(max_examples=40, suppress_health_check=SLOW_TO_MAKE)
@given(registers(), kinds, st.sampled_from(ROUNDS), st.sampled_from(Digits))
def test_any_risks_read_back_unchanged_from_any_paper(
    place: Place, register: Register, kind: str, months: Round, digits: Digits
) -> None:
    file, path = place
    put_register(file, register)
    export(file, kind, months, path, digits)
    outcome = import_workbook(file, path, dry_run=True)
    assert outcome.rows == ()
    assert outcome.findings == ()
    assert {sheet.kind for sheet in outcome.sheets} == {kind}


@pytest.mark.slow
@settings(max_examples=1500, suppress_health_check=SLOW_TO_MAKE)
@given(registers(), kinds, st.sampled_from(ROUNDS), st.sampled_from(Digits))
def test_fifteen_hundred_registers_read_back_unchanged(
    place: Place, register: Register, kind: str, months: Round, digits: Digits
) -> None:
    file, path = place
    put_register(file, register)
    export(file, kind, months, path, digits)
    outcome = import_workbook(file, path, dry_run=True)
    assert (outcome.rows, outcome.findings) == ((), ())


@pytest.mark.slow
@settings(max_examples=20, suppress_health_check=SLOW_TO_MAKE)
@given(registers(), kinds, st.sampled_from(ROUNDS))
def test_any_risks_read_back_unchanged_through_libreoffice(
    place: Place,
    through_libreoffice: Callable[[Path], Path],
    register: Register,
    kind: str,
    months: Round,
) -> None:
    file, path = place
    put_register(file, register)
    export(file, kind, months, path)
    outcome = import_workbook(file, through_libreoffice(path), dry_run=True)
    assert (outcome.rows, outcome.findings) == ((), ())


def test_a_sheet_of_another_file_brings_what_it_prints(place: Place) -> None:
    file, path = place
    with office_file() as (other, again):
        for kind in KINDS[:2]:
            put_register(file, sample_register())
            export(file, kind, 12, path)
            put_register(other, replace(sample_register(), processes=()))
            outcome = import_workbook(other, path)
            assert [f for f in outcome.findings if f.severity is not Severity.NOTE] == []
            export(other, kind, 12, again)
            assert texts_in(again) == texts_in(path)
            assert import_workbook(other, path, dry_run=True).rows == ()


def texts_in(path: Path) -> list[list[object]]:
    sheet: Any = load_workbook(path).worksheets[0]
    return [[c.value for c in row if "@" not in str(c.value)] for row in sheet.iter_rows()]
