"""The sample without a screen: papers and pictures."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.errors import MachineError
from ita_desktop.ui.demo import demo
from ita_desktop.ui.settings import Settings


@pytest.mark.usefixtures("qapp")
def test_the_folder_holds_every_paper_and_a_picture_of_the_tab(
    tmp_path: Path, settings: Settings
) -> None:
    made = [Path(name) for name in demo(tmp_path / "out")["files"]]
    assert sorted(made) == sorted((tmp_path / "out").iterdir())
    papers = [f"{paper.id}.{kind}" for paper in PAPERS for kind in paper.formats]
    assert {path.name for path in made} >= set(papers)
    picture = QImage(str(tmp_path / "out" / "2 บันทึกคะแนน.png"))
    assert (picture.width(), picture.height()) == (1366, 768)
    assert all(path.stat().st_size > 1000 for path in made)
    assert settings.recent_files() == ()  # the sample was put away again


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "แฟ้ม").touch()
    with pytest.raises(MachineError, match="แฟ้ม"):
        demo(tmp_path / "แฟ้ม" / "out")
