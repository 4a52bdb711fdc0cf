"""One part of the plan by itself, as the whole plan has it: a fixed text, or a project."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ita_desktop.documents.model import Block, Document, Heading, Numbering, Running, Section
from ita_desktop.documents.plan_details import project_details
from ita_desktop.documents.plan_front import PREFACE, front_sections
from ita_desktop.documents.plan_intro import ITEMS, intro_blocks
from ita_desktop.documents.plan_paper import plan_document
from ita_desktop.documents.plan_texts import TEXTS
from ita_desktop.documents.source import PlanSource

_FRONT: Final = {"cover": 0, "preface": 2}
"""The sections before part 1 that are a text of the plan."""
_ITEMS: Final = {"rationale": 1, "objectives": 2, "goals": 3, "benefits": 4}
"""The items of part 1 that are."""


def text_pages(source: PlanSource, name: str, number: int | None = None) -> Document:
    """Return the page with a fixed text, by its name; ``number``: that of its page in the whole.

    Raises LookupError for a name that is no text.
    """
    if name in _FRONT:
        section = tuple(front_sections(source))[_FRONT[name]]
        if number is not None and section.numbering is Numbering.LETTERS:
            section = replace(section, first_number=number)
    elif name in _ITEMS:
        section = _numbered(Section(blocks=tuple(_item(source, _ITEMS[name]))), number)
    else:
        raise LookupError(name)
    return plan_document(source, "plan", (section,), TEXTS[name].words)


def project_pages(source: PlanSource, project: int, number: int | None = None) -> Document:
    """Return the pages of a project; ``number``: that of the first of them in the whole.

    Raises LookupError where it is gone.
    """
    document = project_details(source, project)
    return replace(
        document, sections=tuple(_numbered(section, number) for section in document.sections)
    )


def heading_of(name: str) -> str:
    """Return the line over a fixed text in the whole plan; "" where it has none."""
    if name == "preface":
        return PREFACE
    return f"{_ITEMS[name] + 1}. {ITEMS[_ITEMS[name]]}" if name in _ITEMS else ""


def _numbered(section: Section, number: int | None) -> Section:
    """Return pages with their number in the whole, without any where it is not known."""
    if number is None:
        return replace(section, head=Running(), foot=Running())
    return replace(section, first_head=True, first_number=number)


def _item(source: PlanSource, place: int) -> Iterator[Block]:
    """Give an item of part 1 from its heading to the next one."""
    wanted = f"{place + 1}. {ITEMS[place]}"
    inside = False
    for block in intro_blocks(source):
        if isinstance(block, Heading):
            inside = block.text == wanted
        if inside:
            yield block
