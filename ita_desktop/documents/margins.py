"""The margins of a paper: by the regulation, or as an office has them."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the window knows its margins before it needs a paper
    from ita_desktop.documents.model import Document, PageSetup

LEAST: Final = 10
MOST: Final = 50
"""Millimetres that a margin may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Millimetres around the text: left and right by the regulation, top and bottom by custom.

    What is not said is as in ``PageSetup``.
    """

    left: float = 30
    right: float = 20
    top: float = 25
    bottom: float = 20


REGULATION: Final = Margins()


def with_margins(document: "Document", margins: Margins) -> "Document":
    """Return the paper with these margins; sections that have special ones keep them."""
    return replace(
        document,
        sections=tuple(
            replace(section, page=_with_margins(section.page, margins))
            for section in document.sections
        ),
    )


def _with_margins(page: "PageSetup", margins: Margins) -> "PageSetup":
    usual = Margins(left=page.left, right=page.right, top=page.top, bottom=page.bottom)
    if usual != REGULATION:
        return page
    return replace(
        page, left=margins.left, right=margins.right, top=margins.top, bottom=margins.bottom
    )
