"""The fixed texts of a paper of measures: templates of its layout, filled in for office and year.

A place is a name in braces: ``{office}``, ``{year}``, ``{last_year}``, ``{round_words}``
("รอบ 6 เดือน"), ``{round_title}`` (with its months in brackets), ``{urgent_below}``,
``{keep_from}``, ``{n}`` (the number of a part), ``{instrument}``, ``{number}`` and ``{indicator}``.
Braces with anything else in them are printed as they stand.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from ita_desktop.documents.layout import Grouping, Layout, RowOf, official_layout
from ita_desktop.documents.source import MeasureSource
from ita_desktop.domain.measures import Round
from ita_desktop.thai.dates import MONTHS
from ita_desktop.thai.fiscal import ERA, half_year_dates

TEXT_WORDS: Final[Mapping[str, str]] = {
    "cover": "ปก",
    "title": "ชื่อเรื่อง",
    "lead": "ความนำ",
    "urgent": "หัวตาราง ต้องแก้ไขโดยเร่งด่วน",
    "improve": "หัวตาราง ต้องพัฒนา",
    "keep": "หัวตาราง รักษามาตรฐาน",
    "other": "หัวตาราง ประเด็นอื่น",
    "instrument_line": "บรรทัดเครื่องมือการประเมิน",
    "oit_line": "บรรทัดแบบวัด OIT",
    "indicator_line": "บรรทัดตัวชี้วัด",
}
"""How the window calls each text of a paper, in the order in which they stand on it."""

_PLACE: Final = re.compile(r"\{([a-z_]+)\}")
_ROUND_SOURCES: Final = frozenset(
    {"state", "percent", "result", "problem", "suggestion", "outcome"}
)
_ROUND_PLACES: Final = ("{round_title}", "{round_words}")
_BY_GROUPING: Final = {
    Grouping.BAND: ("measures-by-question", ("urgent", "improve", "keep", "other")),
    Grouping.INSTRUMENT: (
        "measures-six-month",
        ("instrument_line", "oit_line", "indicator_line", "other"),
    ),
}


def has_rounds(layout: Layout) -> bool:
    """Return whether its papers differ by round: they print results, or name the round."""
    return layout.row_of is not RowOf.CALENDAR and (
        not _ROUND_SOURCES.isdisjoint(layout.sources)
        or any(place in text for text in layout.texts.values() for place in _ROUND_PLACES)
    )


def templates_of(layout: Layout) -> Mapping[str, str]:
    """Return the texts of a layout by name; what a copy's grouping asks for and it lacks, too."""
    usual: dict[str, str] = {"title": layout.name}
    if layout.grouping in _BY_GROUPING:
        base, names = _BY_GROUPING[layout.grouping]
        texts = official_layout(base).texts
        usual |= {name: texts[name] for name in names if name in texts}
    return {**usual, **layout.texts}


def paper_text(source: MeasureSource, name: str, **places: object) -> str:
    """Return a text of the paper, as the office edited it or as its layout has it, filled in.

    ``places`` are values of places that only this text has. Empty where there is no such text.
    """
    template = source.texts.get(name, templates_of(source.layout).get(name, ""))
    year, limits = source.tracker.fiscal_year, source.office.limits
    values: dict[str, object] = {
        "office": source.office.name,
        "year": year,
        "last_year": year - 1,
        "round_title": round_title(year, source.months),
        "round_words": round_words(source.months),
        "urgent_below": _points(limits.urgent_below),
        "keep_from": _points(limits.keep_from),
        **places,
    }
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), template)


def round_words(months: Round) -> str:
    """Return how a round is called: "รอบ 6 เดือน"."""
    return f"รอบ {months} เดือน"


def round_title(fiscal_year: int, months: Round) -> str:
    """Return a round with its months: "รอบ 6 เดือน (เดือนตุลาคม 2565 - มีนาคม 2566)"."""
    first, last = half_year_dates(fiscal_year, months)
    begin = f"เดือน{MONTHS[first.month - 1]} {first.year + ERA}"
    return f"{round_words(months)} ({begin} - {MONTHS[last.month - 1]} {last.year + ERA})"


def _points(limit: Decimal) -> str:
    """Return a limit without decimals that say nothing: 85, 85.5."""
    return f"{limit.normalize():f}"
