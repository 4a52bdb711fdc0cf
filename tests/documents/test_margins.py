"""Margins of papers: the regulation's unless an office has others."""

from dataclasses import replace

from ita_desktop.documents.margins import REGULATION, Margins, with_margins
from ita_desktop.documents.model import Digits, Document, Orientation, PageSetup, Section

NARROW = Margins(left=15, right=15, top=10, bottom=12)


def paper(*pages: PageSetup) -> Document:
    sections = tuple(Section(blocks=(), page=page) for page in pages)
    return Document(id="x", title="", author="", digits=Digits.THAI, sections=sections)


def test_what_the_regulation_says_is_what_a_page_has_by_itself() -> None:
    page = PageSetup()
    assert (REGULATION.left, REGULATION.right) == (page.left, page.right) == (30, 20)
    assert (REGULATION.top, REGULATION.bottom) == (page.top, page.bottom) == (25, 20)
    usual = paper(PageSetup(), PageSetup(left=8))
    assert with_margins(usual, REGULATION) == usual


def test_every_usual_section_gets_the_margins_however_its_sheet_lies() -> None:
    lying = PageSetup(orientation=Orientation.LANDSCAPE)
    found = with_margins(paper(PageSetup(), lying), NARROW)
    wanted = PageSetup(left=15, right=15, top=10, bottom=12)
    assert [section.page for section in found.sections] == [
        wanted,
        replace(wanted, orientation=Orientation.LANDSCAPE),
    ]


def test_a_section_with_margins_of_its_own_keeps_them() -> None:
    special = PageSetup(left=8, right=8, top=10, bottom=14)
    found = with_margins(paper(special, PageSetup()), NARROW)
    assert found.sections[0].page == special
    assert found.sections[1].page.left == 15
