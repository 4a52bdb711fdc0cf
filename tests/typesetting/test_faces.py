import shutil
from pathlib import Path

import pytest

from ita_desktop.errors import ClerkError
from ita_desktop.resources import resource
from ita_desktop.typesetting.faces import bundled_typeface, typeface
from ita_desktop.typesetting.harfbuzz import open_font


def test_sixteen_official_points_are_10_92_points_of_the_bundled_face() -> None:
    assert bundled_typeface().points(16) == pytest.approx(10.92, abs=0.01)


def test_bundled_face_has_its_own_bold() -> None:
    face = bundled_typeface()
    assert face.file(bold=True) != face.file()


def test_every_bundled_font_is_used_by_the_papers_or_the_window() -> None:
    shipped = {path.name for path in resource("fonts").glob("*.ttf")}
    face = bundled_typeface()
    in_the_window = {"Sarabun-Regular.ttf", "Sarabun-SemiBold.ttf"}
    papers = {face.regular, face.bold, face.italic, face.bold_italic}
    assert shipped == {path.name for path in papers} | in_the_window


def test_official_face_is_set_at_its_own_size_with_its_bold(official_font: Path) -> None:
    face = typeface(str(official_font))
    assert face.family == "TH Sarabun New"
    assert face.scale == 1.0
    assert face.bold.name == "THSarabunNew Bold.ttf"


@pytest.mark.parametrize("name", ["TH Sarabun New", "thsarabunnew", "TH-Sarabun_New"])
def test_family_is_found_among_installed_fonts(name: str, official_font: Path) -> None:
    face = typeface(name, folders=[official_font.parent])
    assert (face.regular, face.bold.name) == (official_font, "THSarabunNew Bold.ttf")


def test_family_is_found_by_its_name_though_the_file_is_called_otherwise(
    tmp_path: Path, official_font: Path
) -> None:
    renamed = tmp_path / "a font.TTF"
    shutil.copy(official_font, renamed)
    assert typeface("TH Sarabun New", folders=[tmp_path]).regular == renamed


def test_face_without_a_bold_uses_its_regular(tmp_path: Path) -> None:
    alone = tmp_path / "Sarabun-Regular.ttf"
    shutil.copy(resource("fonts", "Sarabun-Regular.ttf"), alone)
    face = typeface(str(alone))
    assert face.bold == alone
    assert face.scale == pytest.approx(0.6826, abs=0.0001)


def test_bundled_family_needs_no_installation() -> None:
    assert typeface(" sarabun ", folders=[]) == bundled_typeface()


@pytest.mark.parametrize("name", ["", "  ", "ไม่มีจริง", "no such.ttf", "/no/such/file.ttf", "."])
def test_unknown_font_is_told_in_thai(name: str) -> None:
    with pytest.raises(ClerkError, match="ไม่พบแบบอักษร"):
        typeface(name, folders=[])


@pytest.mark.parametrize("content", [b"", b"no font at all", b"\0\1\0\0" * 200])
def test_unreadable_font_is_told_in_thai(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(content)
    with pytest.raises(ClerkError, match="อ่านไฟล์แบบอักษร"):
        typeface(str(broken))
    with pytest.raises(ClerkError, match="ไม่พบแบบอักษร"):
        typeface("broken", folders=[tmp_path])


@pytest.mark.parametrize("letter", "กขคปฟญฤHxoA1๑๕")
def test_letters_of_the_bundled_face_are_as_high_as_official_ones(
    letter: str, official_font: Path
) -> None:
    faces = (bundled_typeface(), typeface(str(official_font)))
    ours, official = (open_font(face.regular).top(letter) * face.points(16) for face in faces)
    assert ours == pytest.approx(official, rel=0.02)


@pytest.mark.parametrize("name", ["~nobody-of-that-name/x.ttf", "ก" * 5000 + ".ttf", "a\x00b.ttf"])
def test_a_path_that_cannot_be_looked_at_is_a_font_not_found(name: str) -> None:
    with pytest.raises(ClerkError, match="ไม่พบแบบอักษร") as refusal:
        typeface(name)
    assert len(str(refusal.value)) < 300
