"""Texts of the analysis report: a year's own, else the office's as edited last before it."""

import pytest

from ita_desktop.db.analysis_texts import (
    analysis_texts,
    own_text_names,
    put_analysis_text,
    remove_analysis_text,
    texts_of_year,
)
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.analysis_text import AnalysisText

FROZEN = AnalysisText(name="result", text="{ปี}", frozen="2565", basis="2565")


@pytest.fixture
def written(file: DataFile) -> DataFile:
    """Return a file where 2565 has two texts, one frozen, and 2567 one of them of its own."""
    with file.deed("ข้อความ"):
        for year in (2565, 2566, 2567):
            add_fiscal_year(file, year)
        put_analysis_text(file, 2565, AnalysisText(name="background", text="ก"))
        put_analysis_text(file, 2565, FROZEN)
        put_analysis_text(file, 2567, AnalysisText(name="background", text="ข"))
    return file


def test_a_later_year_has_the_texts_of_the_one_before_and_they_follow_its_data(
    written: DataFile,
) -> None:
    assert analysis_texts(written, 2564) == {}
    assert analysis_texts(written, 2565)["result"] == FROZEN
    after = analysis_texts(written, 2566)
    assert after["result"] == AnalysisText(name="result", text="{ปี}")
    assert after["background"].text == "ก"
    assert analysis_texts(written, 2567)["background"].text == "ข"
    assert own_text_names(written, 2566) == frozenset()
    assert own_text_names(written, 2565) == {"background", "result"}
    assert [one.name for one in texts_of_year(written, 2565)] == ["background", "result"]
    assert texts_of_year(written, 2566) == ()


def test_written_again_a_text_keeps_its_row(written: DataFile) -> None:
    with written.deed("แก้"):
        put_analysis_text(written, 2565, AnalysisText(name="result", text="{ปีก่อน}"))
    assert written.read("SELECT count(*) FROM analysis_text") == [(3,)]
    assert analysis_texts(written, 2565)["result"] == AnalysisText(name="result", text="{ปีก่อน}")
    written.undo()
    assert analysis_texts(written, 2565)["result"] == FROZEN


def test_a_text_that_is_taken_away_is_the_one_before_it_again(written: DataFile) -> None:
    with written.deed("กลับ"):
        remove_analysis_text(written, 2567, "background")
        remove_analysis_text(written, 2567, "ไม่มี")
    assert analysis_texts(written, 2567)["background"].text == "ก"
    with written.deed("กลับ"):
        remove_analysis_text(written, 2565, "background")
    assert "background" not in analysis_texts(written, 2567)
