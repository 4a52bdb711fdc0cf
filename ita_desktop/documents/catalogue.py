"""Every paper the program makes: its id, Thai title and formats."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ita_desktop.documents import announcement, score_summary
from ita_desktop.documents.model import Document
from ita_desktop.documents.source import Source
from ita_desktop.errors import ClerkError

Format = Literal["pdf", "xlsx"]


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper."""

    id: str
    title: str
    """Short, for menus."""
    formats: tuple[Format, ...]
    build: Callable[[Source], Document]
    """Makes the paper of one fiscal year."""


PAPERS: tuple[Paper, ...] = (
    Paper(score_summary.ID, "ผลการประเมิน ITA", ("pdf", "xlsx"), build=score_summary.score_summary),
    Paper(announcement.ID, "ประกาศ No Gift Policy", ("pdf",), build=announcement.announcement),
)


def paper(paper_id: str) -> Paper:
    """Return the paper with an id. Raises ClerkError where there is none."""
    for known in PAPERS:
        if known.id == paper_id:
            return known
    raise ClerkError(
        f"ไม่มีเอกสารชื่อ “{paper_id}” กรุณาเลือกจาก {', '.join(known.id for known in PAPERS)}"
    )
