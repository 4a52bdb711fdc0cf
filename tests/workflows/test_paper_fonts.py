"""Fonts of papers: what is installed, what a file holds, and what happens to one that is gone."""

import shutil
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.margins import Margins
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError
from ita_desktop.resources import resource
from ita_desktop.workflows.export_document import draw, freeze, typeset
from ita_desktop.workflows.paper_fonts import font_in, installed_fonts


def test_where_no_official_font_is_there_is_none(tmp_path: Path) -> None:
    shutil.copy(resource("fonts", "Sarabun-Regular.ttf"), tmp_path)
    (tmp_path / "THSarabun.ttf").write_bytes(b"no font")
    assert installed_fonts([tmp_path]) == frozenset()


def test_an_official_font_is_found_by_its_name(tmp_path: Path, shared: Path) -> None:
    shutil.copy(shared / "fonts" / "THSarabunNew.ttf", tmp_path / "a.ttf")
    assert installed_fonts([tmp_path]) == {"TH Sarabun New"}
    assert font_in(tmp_path / "a.ttf") == "TH Sarabun New"


def test_a_file_that_is_no_thai_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(b"no font")
    with pytest.raises(ClerkError, match="อ่านไฟล์แบบอักษร"):
        font_in(tmp_path / "x.ttf")


def test_a_font_that_is_gone_gives_way_where_that_is_allowed(
    sample: DataFile, tmp_path: Path
) -> None:
    frozen = freeze(sample, "score-summary", 2566, Digits.THAI)
    gone = str(tmp_path / "หาย.ttf")
    with pytest.raises(ClerkError, match="ไม่พบแบบอักษร"):
        draw(frozen, "pdf", tmp_path / "สรุป.pdf", gone)
    drawn = draw(frozen, "pdf", tmp_path / "สรุป.pdf", gone, or_bundled=True)
    assert drawn.bundled_instead
    assert drawn.path.stat().st_size > 0
    assert typeset(frozen, gone, or_bundled=True).bundled_instead
    there = str(resource("fonts", "Sarabun-Regular.ttf"))
    assert not typeset(frozen, there, or_bundled=True).bundled_instead
    assert not typeset(frozen, or_bundled=True).bundled_instead


def test_the_margins_of_an_office_are_those_of_its_papers(sample: DataFile) -> None:
    margins = Margins(left=15, right=16, top=17, bottom=18)
    frozen = freeze(sample, "score-summary", 2566, Digits.THAI, margins)
    pages = {
        (s.page.left, s.page.right, s.page.top, s.page.bottom) for s in frozen.document.sections
    }
    assert pages == {(15, 16, 17, 18)}
