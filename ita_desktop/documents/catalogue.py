"""Every paper the program makes: its id, Thai title and formats."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from ita_desktop.documents import announcement, score_summary
from ita_desktop.documents.layout import Layout, official_layouts
from ita_desktop.documents.model import Document
from ita_desktop.documents.source import Source
from ita_desktop.errors import ClerkError

Format = Literal["pdf", "xlsx"]


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper: made by ``build`` from a year's scores, or from measures in a layout."""

    id: str
    title: str
    """Short, for menus."""
    formats: tuple[Format, ...]
    build: Callable[[Source], Document] | None = None
    """Makes the paper of one fiscal year; None where ``layout`` says how."""
    layout: Layout | None = None
    """The layout of a paper of measures."""


def papers_of(layouts: Iterable[Layout]) -> tuple[Paper, ...]:
    """Return the papers that layouts make, in their order: a file's own are papers too."""
    return tuple(
        Paper(layout.id, layout.name, ("pdf", "xlsx"), layout=layout) for layout in layouts
    )


PAPERS: tuple[Paper, ...] = (
    Paper(score_summary.ID, "ผลการประเมิน ITA", ("pdf", "xlsx"), build=score_summary.score_summary),
    *papers_of(official_layouts()),
    Paper(announcement.ID, "ประกาศ No Gift Policy", ("pdf",), build=announcement.announcement),
)
"""The papers that ship, in the order of menus."""


def paper(paper_id: str, layouts: Iterable[Layout] = ()) -> Paper:
    """Return the paper with an id; ``layouts`` are those of a file, which are papers too.

    Raises ClerkError where there is none.
    """
    there = {known.id: known for known in (*papers_of(layouts), *PAPERS)}
    if paper_id in there:
        return there[paper_id]
    raise ClerkError(f"ไม่มีเอกสารชื่อ “{paper_id}” กรุณาเลือกจาก {', '.join(_listed(there))}")


def paper_of(document: Document) -> Paper:
    """Return the paper that a document is: by its id, or by the name of its own layout."""
    for known in PAPERS:
        if known.id == document.id:
            return known
    return Paper(document.id, document.name or document.title, ("pdf", "xlsx"))


def papers_with(layouts: Iterable[Layout]) -> tuple[Paper, ...]:
    """Return the papers for the menus of a file: each own layout stands after its official one."""
    own = [one for one in papers_of(layouts) if one.layout is not None and one.layout.is_own]
    found: list[Paper] = []
    for known in PAPERS:
        found.append(known)
        found += (one for one in own if one.layout is not None and one.layout.base == known.id)
    return tuple(found)


def _listed(there: Iterable[str]) -> list[str]:
    """Return the ids in the order of menus: those that ship, then a file's own."""
    shipped = [known.id for known in PAPERS]
    return [*shipped, *(one for one in there if one not in shipped)]
