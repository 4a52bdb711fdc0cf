"""The pictures of the help: made from the real window, the same each time, none too many."""

import re
from pathlib import Path

import pytest
from PIL import Image

from installer.help_pictures import MOST_BYTES, PICTURES, main, make_pictures
from installer.help_scenes import SCENES
from ita_desktop.ui import theme

_WIDEST = 1720
_RIM = 24  # pixels from the middle of a round, inside it and beside its number


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pictures")


def test_a_picture_is_a_small_palette_with_its_numbers_on_it(made: Path) -> None:
    (told,) = make_pictures(["scores-tab"], made)
    with Image.open(made / "scores-tab.png") as picture:
        assert picture.mode == "P"
        assert list(picture.size) == told["size"]
        assert picture.width <= _WIDEST
        colors = picture.convert("RGB")
    accent = theme.LIGHT.accent
    accent_rgb = tuple(int(accent[at : at + 2], 16) for at in (1, 3, 5))
    assert len(told["rounds"]) == 8
    assert told["overlapping"] == []
    for x, y in told["rounds"]:
        assert colors.getpixel((x - _RIM, y)) == accent_rgb
        assert colors.getpixel((x + _RIM, y)) == accent_rgb


def test_a_picture_nobody_declared_is_refused(
    made: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["no-such-picture", "--out", str(made)]) == 1
    assert "no such picture: no-such-picture" in capfd.readouterr().err


def test_every_picture_has_a_name_of_its_page_and_is_in_the_help() -> None:
    names = [scene.name for scene in SCENES]
    assert len(set(names)) == len(names)
    assert sorted(f"{name}.png" for name in names) == sorted(
        path.name for path in PICTURES.glob("*")
    )
    for name in names:
        page = PICTURES.parent / f"{name.partition('-')[0]}.md"
        assert f"pictures/{name}.png" in page.read_text("utf-8")


def test_a_text_explains_numbers_from_one_on_without_a_gap() -> None:
    for picture, told in _told_numbers().items():
        assert sorted(told) == list(range(1, max(told, default=0) + 1)), picture


def test_all_pictures_together_are_small_enough_for_the_set_up() -> None:
    weights = [path.stat().st_size for path in PICTURES.glob("*.png")]
    assert 0 < sum(weights) <= MOST_BYTES
    for path in PICTURES.glob("*.png"):
        with Image.open(path) as picture:
            assert picture.width <= _WIDEST
            assert picture.mode == "P"


@pytest.mark.slow
def test_every_picture_can_be_made_anew_and_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    made = make_pictures([], first)
    assert sorted(path.name for path in first.iterdir()) == sorted(
        path.name for path in PICTURES.glob("*")
    )
    some = [scene.name for scene in SCENES[::4]]
    make_pictures(some, second)
    for name in some:
        assert (first / f"{name}.png").read_bytes() == (second / f"{name}.png").read_bytes(), name
    told = _told_numbers()
    for one in made:
        assert one["overlapping"] == []
        assert len(one["rounds"]) == len(told[one["name"]]), one["name"]


def _told_numbers() -> dict[str, set[int]]:
    """Return by picture which numbers the text after it, up to the next one, speaks of."""
    told: dict[str, set[int]] = {}
    for page in PICTURES.parent.glob("*.md"):
        parts = re.split(r"!\[[^\]]*\]\(pictures/([^)]*)\.png\)", page.read_text("utf-8"))
        for name, text in zip(parts[1::2], parts[2::2], strict=True):
            told[name] = {ord(one) - ord("①") + 1 for one in re.findall("[①-⑳]", text)}
    return told
