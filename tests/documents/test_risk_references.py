"""The papers of a plan's risks beside reference files: what is on the pages and in the cells.

A reference changes only on purpose: look at the paper first, then run these tests once with
ITA_RENEW_REFERENCES=1 and read the difference in the commit.
"""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from ita_desktop.documents.catalogue import FromRisks, paper
from ita_desktop.documents.model import Document
from ita_desktop.domain.risks import Register
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.xlsx.writer import write_xlsx

from .risk_registers import OFFICE, many_risks, seed_register, source
from .test_references import compare, dumped, spread

TABLES = ("risk-register", "risk-progress", "risk-plan-table")


def build(paper_id: str, register: Register) -> Document:
    made = paper(paper_id).made
    assert isinstance(made, FromRisks)
    method = replace(register.method, source="คู่มือของหน่วยงาน")  # not whatever the presets say
    return made.build(source(replace(register, method=method), months=6))


@pytest.mark.parametrize(
    ("paper_id", "risks"), [*((one, "004") for one in TABLES), ("risk-matrix", "40")]
)
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")
def test_the_pages_read_as_before(paper_id: str, risks: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    document = build(paper_id, seed_register() if risks == "004" else many_risks(int(risks)))
    write_pdf(document, path, bundled_typeface(), OFFICE.own_words)
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    compare(f"{paper_id}-{risks}.txt", "\n".join(spread(done.stdout.decode())) + "\n")


@pytest.mark.parametrize("paper_id", TABLES)
def test_the_cells_are_as_before(paper_id: str, tmp_path: Path) -> None:
    document = build(paper_id, seed_register())
    path = write_xlsx(document, tmp_path / "paper.xlsx", OFFICE.own_words)
    compare(f"{paper_id}-004.cells.txt", "\n".join(dumped(path)) + "\n")
