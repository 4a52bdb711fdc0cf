"""The papers there are."""

import pytest

from ita_desktop.documents.catalogue import PAPERS, paper
from ita_desktop.errors import ClerkError


def test_every_paper_is_found_by_its_id() -> None:
    assert len({known.id for known in PAPERS}) == len(PAPERS)
    for known in PAPERS:
        assert paper(known.id) is known


def test_the_score_summary_is_there_as_pdf_and_workbook() -> None:
    assert paper("score-summary").formats == ("pdf", "xlsx")


def test_an_unknown_paper_is_refused_with_those_there_are() -> None:
    with pytest.raises(ClerkError) as refusal:
        paper("plan-b")
    listed = ", ".join(known.id for known in PAPERS)
    assert str(refusal.value) == f"ไม่มีเอกสารชื่อ “plan-b” กรุณาเลือกจาก {listed}"
