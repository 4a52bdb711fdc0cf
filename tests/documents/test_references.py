"""The score summary beside reference files: what is on the page and what is in the cells.

A reference changes only on purpose: look at the paper first, then run these tests once with
ITA_RENEW_REFERENCES=1 and read the difference in the commit.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from ita_desktop.documents.model import Digits, Document
from ita_desktop.domain.score_entry import Entry
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.workflows.sample import SAMPLE_OFFICE
from ita_desktop.xlsx.writer import write_xlsx

REFERENCES = Path(__file__).resolve().parents[1] / "_reference"
RENEW = "ITA_RENEW_REFERENCES"


@pytest.fixture
def paper(build: Callable[..., Document], seed_entries: Mapping[str, Entry]) -> Document:
    """A made-up office with published scores and one figure that differs from the computed one."""
    entries = {**seed_entries, "OIT": Decimal("99.50")}
    return build(2565, entries, digits=Digits.THAI)


def compare(name: str, found: str) -> None:
    """Compare with a reference file, or write it where that is asked for."""
    path = REFERENCES / name
    if os.environ.get(RENEW) == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
        pytest.skip(f"{name} written")
    assert found.splitlines() == path.read_text("utf-8").splitlines()


def spread(text: str) -> Iterator[str]:
    """Give the lines with three spaces between columns: how wide a gap is, is the reader's idea."""
    for line in text.replace("\f", "\n---\n").splitlines():
        if line.strip():
            yield re.sub(" {2,}", "   ", line.strip())


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")
def test_the_page_reads_as_before(paper: Document, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    write_pdf(paper, path, bundled_typeface(), SAMPLE_OFFICE.own_words)
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    compare("score-summary-2565.txt", "\n".join(spread(done.stdout.decode())) + "\n")


def dumped(path: Path) -> Iterator[str]:
    """Give each sheet with its merged ranges and its cells: address, type, value, format."""
    workbook = load_workbook(path)
    for sheet in workbook.worksheets:
        yield f"[{sheet.title}] {sheet.dimensions}"
        merged = " ".join(sorted(str(merge) for merge in sheet.merged_cells.ranges))
        yield f"merged: {merged or '-'}"
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.value is not None:
                    kind, form = cell.data_type, cell.number_format
                    yield f"{cell.coordinate}\t{kind}\t{cell.value!r}\t{form}"
    workbook.close()


def test_the_cells_are_as_before(paper: Document, tmp_path: Path) -> None:
    path = tmp_path / "paper.xlsx"
    write_xlsx(paper, path, SAMPLE_OFFICE.own_words)
    compare("score-summary-2565.cells.txt", "\n".join(dumped(path)) + "\n")
