"""A text of the report that follows the data, and one that was frozen."""

from ita_desktop.domain.analysis_text import AnalysisText


def test_only_a_frozen_text_can_be_outdated() -> None:
    follows = AnalysisText(name="result", text="ได้ {คะแนนรวม}")
    assert not follows.is_frozen
    assert not follows.is_outdated("ได้ 95.82")
    frozen = AnalysisText(
        name="result", text="ได้ {คะแนนรวม}", frozen="ได้ถึง 95.82", basis="ได้ 95.82"
    )
    assert frozen.is_frozen
    assert not frozen.is_outdated("ได้ 95.82")
    assert frozen.is_outdated("ได้ 96.00")
