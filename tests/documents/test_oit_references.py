"""The OIT papers beside reference files: what is on the pages and in the cells.

A reference changes only on purpose: look at the paper first, then run these tests once with
ITA_RENEW_REFERENCES=1 and read the difference in the commit.
"""

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.catalogue import FromDisclosure, paper
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.source import DisclosureSource
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
)
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.scores import compute
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.xlsx.writer import write_xlsx

from .test_references import compare, dumped, spread

SEED: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "files" / "seed_001_duties.json").read_text(encoding="utf-8")
)
OFFICE = Office(name="เทศบาลนครตัวอย่าง", kind=OfficeKind.CITY)
PAPERS = ("oit-duties", "oit-checklist")


def build(paper_id: str, kind: str) -> Document:
    """Return a paper with the units of the seed; the first items are published."""
    made = paper(paper_id).made
    criteria = shipped_criteria(SEED["fiscal_year"])
    assert isinstance(made, FromDisclosure)
    assert criteria is not None
    items = {
        code: DisclosureItem(code=code, units=row["units"])
        for row in SEED["rows"]
        if (code := f"O{int(row['code'][1:])}")
    }
    for number, state in enumerate(PublishState, start=1):
        item = criteria.item_by_code[f"O{number}"]
        items[item.code] = replace(
            items[item.code],
            state=state,
            addresses=f"https://www.example.go.th/oit/{item.code}" if state.is_public else "",
            checked=date(2023, 2, 15) if state is PublishState.CHECKED else None,
            contents=frozenset(one.text for one in asked_contents(item)[: number - 1]),
        )
    source = DisclosureSource(
        office=OFFICE,
        criteria=criteria,
        disclosure=Disclosure(fiscal_year=criteria.fiscal_year, items=items),
        result=compute(criteria, {}),
        digits=Digits.THAI,
        file_mark="1f2e3d4c",
    )
    build_it = made.sheets if kind == "xlsx" and made.sheets is not None else made.build
    return build_it(source)


@pytest.mark.parametrize("paper_id", PAPERS)
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")
def test_the_pages_read_as_before(paper_id: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    write_pdf(build(paper_id, "pdf"), path, bundled_typeface(), OFFICE.own_words)
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    compare(f"{paper_id}-001.txt", "\n".join(spread(done.stdout.decode())) + "\n")


@pytest.mark.parametrize("paper_id", PAPERS)
def test_the_cells_are_as_before(paper_id: str, tmp_path: Path) -> None:
    path = write_xlsx(build(paper_id, "xlsx"), tmp_path / "paper.xlsx", OFFICE.own_words)
    compare(f"{paper_id}-001.cells.txt", "\n".join(dumped(path)) + "\n")


def test_the_pages_lack_no_letter_and_hold_every_item(tmp_path: Path) -> None:
    document = build("oit-duties", "pdf")
    report = write_pdf(document, tmp_path / "paper.pdf", bundled_typeface(), OFFICE.own_words)
    assert report.missing == ()
    rows = [row for table in document.tables() for row in table.rows]
    assert len(rows) == len(SEED["rows"]) == 43
