"""The icons and the pictures of the set-up: all sizes, and the same as our drawings give."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PIL.IcoImagePlugin import IcoFile

from installer.make_icons import ART, ICONS, NAMES, SIZES, made

_NEAR = 3.0
"""How far colours may be apart on the average, of 255: another Qt may round edges otherwise."""
_PNG = b"\x89PNG"


def pictures(content: bytes) -> dict[int, Image.Image]:
    """Return the pictures of an .ico file by their width."""
    read = IcoFile(io.BytesIO(content))
    return {size[0]: read.getimage(size).convert("RGBA") for size in read.sizes()}


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far the colours of two pictures are apart on the average, transparency too."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_has_every_size_that_windows_asks_for(name: str) -> None:
    content = (ICONS / f"{name}.ico").read_bytes()
    found = pictures(content)
    assert sorted(found) == sorted(SIZES)
    for size, picture in found.items():
        assert picture.size == (size, size)
        assert picture.getpixel((0, 0)) == (0, 0, 0, 0), "the corner is not see-through"
        alpha = picture.getchannel("A").getextrema()
        assert alpha == (0, 255)


@pytest.mark.parametrize("name", NAMES)
def test_only_the_largest_picture_is_packed(name: str) -> None:
    content = (ICONS / f"{name}.ico").read_bytes()
    assert content.count(_PNG) == 1
    assert len(content) < 80_000


@pytest.mark.usefixtures("qapp")
def test_what_is_committed_is_what_the_drawings_give() -> None:
    for path, content in made().items():
        committed = path.read_bytes()
        if path.suffix == ".ico":
            now, then = pictures(content), pictures(committed)
            assert now.keys() == then.keys()
        else:
            now = {0: Image.open(io.BytesIO(content)).convert("RGB")}
            then = {0: Image.open(io.BytesIO(committed)).convert("RGB")}
        for size in now:
            assert difference(now[size], then[size]) < _NEAR, f"{path.name} at {size}"


@pytest.mark.usefixtures("qapp")
def test_another_drawing_would_be_seen() -> None:
    app, file = (pictures((ICONS / f"{name}.ico").read_bytes()) for name in NAMES)
    assert all(difference(app[size], file[size]) > 10 * _NEAR for size in SIZES)


def test_the_small_icons_stand_out_on_light_and_on_dark() -> None:
    """At 16 pixels a good part of the icon is far from white, and a good part far from black."""
    for name in NAMES:
        small = pictures((ICONS / f"{name}.ico").read_bytes())[16]
        for ground in ("#ffffff", "#1d2530"):
            under = Image.new("RGBA", small.size, ground)
            seen = Image.alpha_composite(under, small).convert("L")
            paper = under.convert("L").getpixel((0, 0))
            assert isinstance(paper, int)
            strong = sum(abs(tone - paper) > 60 for tone in seen.tobytes())
            assert strong > 30, f"{name} on {ground}"


@pytest.mark.parametrize(("name", "size"), [("welcome.bmp", (164, 314)), ("header.bmp", (150, 57))])
def test_the_pictures_of_the_set_up_have_the_size_and_form_it_shows(
    name: str, size: tuple[int, int]
) -> None:
    with Image.open(ART / name) as picture:
        assert picture.format == "BMP"
        assert picture.size == size
        assert picture.mode == "P"


def test_the_maker_of_the_set_up_takes_them(tmp_path: Path) -> None:
    maker = shutil.which("makensis")
    if maker is None:
        pytest.skip("makensis is not installed")
    script = tmp_path / "pictures.nsi"
    script.write_text(
        f"""Target amd64-unicode
Unicode true
Name "ITA Desktop"
OutFile "{tmp_path / "pictures.exe"}"
!include MUI2.nsh
!define MUI_ICON "{ICONS / "app.ico"}"
!define MUI_UNICON "{ICONS / "app.ico"}"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_BITMAP "{ART / "header.bmp"}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "{ART / "welcome.bmp"}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Thai"
Section
  File "{ICONS / "ita-file.ico"}"
SectionEnd
""",
        "utf-8",
    )
    answer = subprocess.run(
        [maker, "-V2", "-WX", str(script)], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert (tmp_path / "pictures.exe").stat().st_size > 50_000
