"""What is remembered between two starts."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from pathlib import Path
from urllib.parse import quote

import pytest

from ita_desktop.documents.margins import REGULATION
from ita_desktop.ui.settings import Settings


def read_again(settings: Settings) -> Settings:
    """Return settings as the next start reads them from their file."""
    settings._store.sync()
    path = Path(settings._store.fileName())
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    settings._store.clear()
    settings._store.sync()
    path.write_text(text + "\n", encoding="utf-8")
    settings._store.sync()
    return settings


def test_nothing_is_known_at_first(settings: Settings) -> None:
    assert settings.recent_files() == ()
    assert settings.folder() == Path.home()
    assert settings.thai_digits()
    assert settings.scale() == 100
    assert settings.scheme() == "system"
    assert settings.fiscal_year(Path("a.ita")) is None


@pytest.mark.parametrize("names", [["a.ita"], ["ก, ข.ita"], ["a.ita", "ข้อมูล ๒.ita"]])
def test_recent_files_newest_first(settings: Settings, tmp_path: Path, names: list[str]) -> None:
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.touch()
        settings.remember_file(path)
    wanted = tuple(reversed(paths))
    assert settings.recent_files() == wanted
    assert read_again(settings).recent_files() == wanted


def test_a_file_opened_again_comes_first_and_one_that_is_gone_is_left_out(
    settings: Settings, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.ita" for number in range(8)]
    for path in paths:
        path.touch()
        settings.remember_file(path)
    assert settings.recent_files() == tuple(reversed(paths[2:]))  # six of them
    settings.remember_file(paths[3])
    assert settings.recent_files()[0] == paths[3]
    assert len(settings.recent_files()) == 6
    paths[3].unlink()
    assert paths[3] not in settings.recent_files()
    paths[3].touch()  # as on a stick that is in its place again
    assert paths[3] in settings.recent_files()


def test_the_disk_is_asked_for_no_more_files_than_need_be(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share whose server is off answers after half a minute, and the window waits for it."""
    there, asked = Path.is_file, list[Path]()

    def ask(path: Path) -> bool:
        asked.append(path)
        return there(path)

    monkeypatch.setattr(Path, "is_file", ask)
    assert settings.last_file() is None
    paths = [tmp_path / f"{number}.ita" for number in range(3)]
    for path in paths:
        settings.remember_file(path)
    assert asked == []
    paths[1].touch()
    assert settings.last_file() == paths[1]
    assert asked == [paths[2], paths[1]]


def test_choices_outlive_a_restart(settings: Settings, tmp_path: Path) -> None:
    settings.remember_thai_digits(thai=False)
    settings.remember_scale(150)
    settings.remember_scheme("dark")
    settings.remember_folder(tmp_path)
    settings.remember_fiscal_year(tmp_path / "ของเรา 1.ita", 2565)
    again = read_again(settings)
    assert not again.thai_digits()
    assert again.scale() == 150
    assert again.scheme() == "dark"
    assert again.folder() == tmp_path
    assert again.fiscal_year(tmp_path / "ของเรา 1.ita") == 2565


def test_nonsense_in_the_file_is_left_aside(settings: Settings, tmp_path: Path) -> None:
    settings._store.setValue("scale", "ใหญ่")
    settings._store.setValue("scheme", "pink")
    settings._store.setValue("folder", str(tmp_path / "ไม่มี"))
    settings.remember_fiscal_year(tmp_path / "a.ita", 2565)
    for key in settings._store.allKeys():
        if key.startswith("year/"):
            settings._store.setValue(key, "ปีหน้า")
    settings._store.setValue("recent", 7)
    assert settings.scale() == 100
    assert settings.scheme() == "system"
    assert settings.folder() == Path.home()
    assert settings.fiscal_year(tmp_path / "a.ita") is None
    assert settings.recent_files() == ()


def test_nonsense_without_end_is_left_aside_too(settings: Settings, tmp_path: Path) -> None:
    keys = ("scale", "folder", "recent", "paper/left", f"year/{quote(str(tmp_path), safe='')}")
    for key in keys:
        settings._store.setValue(key, "9" * 5000)
    assert settings.scale() == 100
    assert settings.folder() == Path.home()
    assert settings.recent_files() == ()
    assert settings.margins() == REGULATION
    assert settings.fiscal_year(tmp_path) is None


def test_two_offices_may_name_their_files_alike(settings: Settings, tmp_path: Path) -> None:
    settings.remember_fiscal_year(tmp_path / "หนึ่ง" / "ita.ita", 2565)
    settings.remember_fiscal_year(tmp_path / "สอง" / "ita.ita", 2566)
    assert settings.fiscal_year(tmp_path / "หนึ่ง" / "ita.ita") == 2565
