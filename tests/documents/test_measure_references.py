"""The papers of the seeds beside reference files: what is on the pages and what is in the cells.

A reference changes only on purpose: look at the paper first, then run these tests once with
ITA_RENEW_REFERENCES=1 and read the difference in the commit.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from ita_desktop.documents.layout import official_layout
from ita_desktop.documents.measure_papers import measure_paper
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.xlsx.writer import write_xlsx

from .seed_trackers import seed_office
from .test_measure_seeds import PAPERS, source_of
from .test_references import compare, dumped, spread


@pytest.mark.parametrize(("number", "paper"), PAPERS)
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")
def test_the_pages_read_as_before(number: str, paper: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    document = measure_paper(source_of(number, official_layout(paper)))
    write_pdf(document, path, bundled_typeface(), seed_office(number).own_words)
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    compare(f"{paper}-{number}.txt", "\n".join(spread(done.stdout.decode())) + "\n")


@pytest.mark.parametrize(("number", "paper"), PAPERS)
def test_the_cells_are_as_before(number: str, paper: str, tmp_path: Path) -> None:
    document = measure_paper(source_of(number, official_layout(paper)))
    path = write_xlsx(document, tmp_path / "paper.xlsx", seed_office(number).own_words)
    compare(f"{paper}-{number}.cells.txt", "\n".join(dumped(path)) + "\n")
