"""The pages that ship: all there, every link and picture leads somewhere, and nothing leads out."""

import importlib.util
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ita_desktop.resources import resource
from ita_desktop.ui.help.page_view import PICTURE_SCALE
from ita_desktop.ui.help.pages import (
    KEYS,
    OF_DIALOGS,
    PAGES,
    page_of_dialog,
    page_of_link,
    page_of_tab,
    pages_there,
    picture_file,
    source_of,
    title_of,
)
from ita_desktop.ui.tab_names import Tab

_WIDEST = 860
_ALL_PICTURES = 2_500_000
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]*)\)")
_ADDRESS = re.compile(
    r"https?://\w|www\.|ftp:|mailto:|[a-z0-9-]+\.(?:go\.th|com|org|net)\b", re.IGNORECASE
)
_HTML = re.compile(r"<[a-zA-Z/!]")


def test_every_page_of_the_list_is_there() -> None:
    assert pages_there() == PAGES


@pytest.mark.parametrize("page", pages_there())
def test_a_page_begins_with_its_title_and_says_something(page: str) -> None:
    source = source_of(page)
    assert re.match(r"# \S", source)
    assert title_of(page)
    assert len(re.findall(r"^# ", source, re.MULTILINE)) == 1
    assert len(source) > 400


@pytest.mark.parametrize("page", pages_there())
def test_every_link_leads_to_a_page(page: str) -> None:
    for words, address in _LINK.findall(source_of(page)):
        assert words.strip()
        assert page_of_link(address), address


@pytest.mark.parametrize("page", pages_there())
def test_every_picture_is_there_with_words_and_is_no_wider_than_the_page(page: str) -> None:
    for words, name in _PICTURE.findall(source_of(page)):
        assert words.strip(), name
        file = picture_file(name)
        assert file is not None, name
        width = QImage(str(file)).width()
        assert 0 < width <= _WIDEST * PICTURE_SCALE, name


@pytest.mark.parametrize("page", pages_there())
def test_no_page_names_an_address_of_the_net_or_holds_html(page: str) -> None:
    assert not _ADDRESS.search(source_of(page))
    assert not _HTML.search(source_of(page))


def test_pictures_are_small_and_each_is_on_a_page() -> None:
    files = [*(resource("help") / "pictures").glob("*.png")]
    assert files
    assert sum(file.stat().st_size for file in files) <= _ALL_PICTURES
    named = {Path(name).name for page in PAGES for _, name in _PICTURE.findall(source_of(page))}
    assert {file.name for file in files} == named


def test_every_page_but_that_of_keys_is_a_file_and_no_file_is_left_over() -> None:
    files = {file.stem for file in resource("help").glob("*.md")}
    assert files == set(PAGES) - {KEYS}


def test_every_tab_has_a_page_named_as_it_is() -> None:
    for tab in Tab:
        assert title_of(page_of_tab(tab)).startswith(tab.words)


def test_the_pages_of_dialogs_are_of_modules_that_there_are() -> None:
    for module, page in OF_DIALOGS.items():
        assert importlib.util.find_spec(module) is not None, module
        assert page in PAGES
    assert page_of_dialog("ita_desktop.ui.backups.dialog") == "backups"
    assert page_of_dialog("ita_desktop.ui.planned") == ""


@pytest.mark.parametrize(
    "address",
    ["https://example.org/risks.md", "risks.txt", "risks", "", "../risks.md", "no.md", "#risks.md"],
)
def test_what_is_no_page_is_no_link(address: str) -> None:
    assert page_of_link(address) == ""


@pytest.mark.parametrize("name", ["../../pyproject.toml", "/etc/hostname", "pictures", "no.png"])
def test_nothing_outside_the_folder_of_the_help_is_a_picture(name: str) -> None:
    assert picture_file(name) is None


def test_a_dialog_inside_a_package_may_have_another_page_than_the_package() -> None:
    assert page_of_dialog("ita_desktop.ui.measures.layouts.texts_dialog") == "papers"
    assert page_of_dialog("ita_desktop.ui.plan.announcements.dialog") == "papers"
    assert page_of_dialog("ita_desktop.ui.plan.money.dialog") == "plan"
    places = [*OF_DIALOGS]
    for number, place in enumerate(places):
        assert not any(later.startswith(f"{place}.") for later in places[number:]), place
