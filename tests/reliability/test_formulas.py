"""Whatever text a clerk writes, no workbook of this program holds a formula."""

import re
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ita_desktop.db.criteria_sets import put_own_text
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.evidence import add_evidence, store_content
from ita_desktop.db.offices import save_office
from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.documents.model import Digits
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.workflows.criteria import criteria_of, export_criteria
from ita_desktop.workflows.everything import export_everything
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.opening import new_sample_file

YEAR = 2566
PAYLOADS = tuple(
    lead + body
    for lead in ("=", "+", "-", "@", "\t=", "\n=", " =", "'=", '"=', "=\u200b")
    for body in (
        "1+1",
        'HYPERLINK("x","y")',
        "cmd|' /C calc'!A0",
        "SUM(A1:A9)",
        "-2+3",
        "สำนักปลัด",
    )
)
FORMULA = re.compile("<f[ />]")


def write_everywhere(file: DataFile, payload: str) -> None:
    """Put a payload into every single field, and all of them where there may be many."""
    with file.deed(payload):
        save_office(
            file,
            Office(
                name=payload,
                kind=OfficeKind.SUBDISTRICT,
                district=payload,
                province=payload,
                executive=payload,
                executive_title=payload,
                units=PAYLOADS,
            ),
        )
        for item, text in zip(criteria_of(file, YEAR).items, PAYLOADS, strict=False):
            put_own_text(file, YEAR, item.code, text)
        for name in PAYLOADS:
            add_evidence(file, YEAR, "O1", f"{name}.txt", DIGEST)


DIGEST = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"  # of b"0"


def workbooks(file: DataFile, folder: Path) -> Iterable[Path]:
    """Give every workbook that the program makes of a file."""
    for paper in PAPERS:
        if "xlsx" in paper.formats:
            frozen = freeze(file, paper.id, YEAR, Digits.THAI)
            yield draw(frozen, "xlsx", folder / f"{paper.id}.xlsx").path
    yield export_criteria(file, YEAR, folder / "criteria.xlsx")
    yield export_everything(file.path, folder / "everything.xlsx")


def test_there_are_60_payloads() -> None:
    assert len(set(PAYLOADS)) == 60


@pytest.mark.parametrize(
    "payloads",
    [PAYLOADS[::20], pytest.param(PAYLOADS, marks=pytest.mark.slow)],
    ids=["short", "full"],
)
def test_no_payload_in_any_field_becomes_a_formula(
    tmp_path: Path, payloads: tuple[str, ...]
) -> None:
    file = new_sample_file(tmp_path / "สูตร.ita")
    store_content(file, DIGEST, b"0")
    seen: set[str] = set()
    for payload in payloads:
        write_everywhere(file, payload)
        for path in workbooks(file, tmp_path):
            book = load_workbook(path)
            cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
            assert {cell.data_type for cell in cells} <= {"s", "n", "d"}, path
            seen |= {str(cell.value) for cell in cells}
            with ZipFile(path) as parts:
                sheets = [name for name in parts.namelist() if "worksheets/" in name]
                assert not any(FORMULA.search(parts.read(name).decode()) for name in sheets)
        while file.undo() is not None:
            pass
    file.close()
    assert any("HYPERLINK" in text for text in seen)  # they were there
