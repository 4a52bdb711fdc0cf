"""What papers of the plan have in common: its title, how they are wrapped, the lines over them."""

from collections.abc import Iterator, Sequence
from typing import Final

from ita_desktop.documents.model import (
    Block,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Section,
)
from ita_desktop.documents.plan_texts import filled_text, places_of
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.source import PlanSource
from ita_desktop.thai.text import one_line

LANDSCAPE: Final = PageSetup(orientation=Orientation.LANDSCAPE)
USUAL_TITLE: Final = (
    "แผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส "
    "สำหรับองค์กรปกครองส่วนท้องถิ่น ของ{หน่วยงาน} (พ.ศ. {ช่วงปี})"
)
"""The name that the NACC gives these plans, with office and years."""


def plan_title(source: PlanSource) -> str:
    """Return the plan's own title, else the usual one, with its places filled."""
    return one_line(filled_text(source.plan.title or USUAL_TITLE, places_of(source)))


def plan_document(
    source: PlanSource, paper_id: str, sections: Sequence[Section], title: str = ""
) -> Document:
    """Return a paper of the plan; ``title`` stands before the plan's in the file's properties."""
    return with_digits(
        Document(
            id=paper_id,
            title=" ".join(part for part in (title, plan_title(source)) if part),
            author=source.office.name,
            digits=source.digits,
            sections=tuple(sections),
            fiscal_year=source.fiscal_year,
            years=(source.plan.first_year, source.plan.last_year),
        )
    )


def titles(source: PlanSource, title: str) -> Iterator[Block]:
    """Give the title of a part that is a paper of its own, with the plan's under it."""
    yield Heading(text=title, level=1)
    yield Heading(text=plan_title(source), level=1, listed=False)
