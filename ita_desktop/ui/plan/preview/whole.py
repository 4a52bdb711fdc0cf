"""Where projects and texts of a plan stand in the pages of the whole, as these were last made."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ita_desktop.documents.plan_part import heading_of
from ita_desktop.documents.plan_texts import TEXTS
from ita_desktop.errors import MachineError
from ita_desktop.thai.text import fold
from ita_desktop.ui.preview.pdf_file import PdfFile

_ORDER: Final = re.compile(re.escape(fold("ลำดับที่")) + r"(\d+)")
_NUMBER: Final = re.compile(r"-(\d+)-")
_BEFORE_CONTENTS: Final = frozenset({"preface"})


@dataclass(frozen=True, slots=True)
class WholePages:
    """Pages of the whole plan, from 0, by what begins on them: "project:28", "rationale".

    ``project:`` is followed by the number on paper, not by the row's. ``numbers``: what is printed
    over a page, where that is a figure.
    """

    count: int
    pages: Mapping[str, int]
    numbers: Mapping[int, int] = field(default_factory=dict[int, int])


def project_key(number: int) -> str:
    """Return what names a project by its number on paper."""
    return f"project:{number}"


def whole_pages(file: PdfFile, progress: Callable[[float], None]) -> WholePages:
    """Return where everything begins; for a worker. A damaged page has nothing.

    What ``progress`` raises ends the reading.
    """
    headings = {fold(heading_of(name)): name for name in TEXTS if heading_of(name)}
    pages: dict[str, int] = {"cover": 0}
    numbers: dict[int, int] = {}
    for page in range(len(file.sizes)):
        progress(page / len(file.sizes))
        try:
            lines = [fold(line.text) for line in file.lines(page)]
        except MachineError:  # damaged, or the pages were left meanwhile
            continue
        for line in lines:
            if (order := _ORDER.fullmatch(line)) is not None:
                pages.setdefault(project_key(int(order[1])), page)
            elif (name := headings.get(line)) is not None:
                # the contents name them, too: behind the preface and before part 1
                if name not in _BEFORE_CONTENTS or name not in pages:
                    pages[name] = page
            elif (number := _NUMBER.fullmatch(line)) is not None:
                numbers.setdefault(page, int(number[1]))
    return WholePages(len(file.sizes), pages, numbers)
