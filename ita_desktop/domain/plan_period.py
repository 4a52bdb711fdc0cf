"""When a project runs: fiscal years and quarters, as words on paper and read from them."""

import re
from collections.abc import Container, Mapping
from itertools import groupby
from typing import Final

from ita_desktop.domain.project import Project, ProjectYear
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.fiscal import FIRST_YEAR, LAST_YEAR
from ita_desktop.thai.text import one_line

_YEARS: Final = re.compile(
    r"(?:ใน|ระหว่าง)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*"
    r"(\d{4}(?:\s*(?:-|–|—|ถึง|,|และ)\s*(?:พ\.?\s?ศ\.?)?\s*\d{4})*)"
)
_SPAN: Final = re.compile(
    r"(?<!\d)(25\d\d)(?:\s*(?:-|–|—|ถึง)\s*(?:พ\.?\s?ศ\.?)?\s*((?:25)?\d\d))?(?!\d)"
)
_DATES: Final = re.compile(
    r"วันที่|[มกพตสธ]\.\s?[คพย]\.|มี\.\s?ค|เม\.\s?ย|มิ\.\s?ย|[ก-๎](?:าคม|ายน|าพันธ์)"
)
"""Days and months: their year is one of the calendar."""
_PAIR: Final = re.compile(r"(\d{4})(?:\s*(?:-|–|—|ถึง)\s*(?:พ\.?\s?ศ\.?)?\s*(\d{4}))?")


def period_words(project: Project, years: Container[int] | None = None) -> str:
    """Return when a project runs as its paper says it, in Arabic digits; "" where nothing was told.

    Its own words, else "ปีงบประมาณ พ.ศ. 2566 – 2570", with the quarters where they were told.
    ``years``: those of its plan, others are on no paper; None: all.
    """
    if project.period:
        return project.period
    running = tuple(year for year in project.running if years is None or year in years)
    return "\n".join(
        f"ปีงบประมาณ พ.ศ. {_year_words(years)}{_quarter_words(quarters)}"
        for quarters, years in _alike(running, project.years)
    )


def _alike(
    running: tuple[int, ...], years: Mapping[int, ProjectYear]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return years with the same quarters together, in the order in which each first comes."""
    found: dict[tuple[int, ...], list[int]] = {}
    for year in running:
        found.setdefault(years[year].quarters, []).append(year)
    return [(quarters, tuple(those)) for quarters, those in found.items()]


def _year_words(years: tuple[int, ...]) -> str:
    """Return "2566 – 2568, 2570"."""
    return ", ".join(_ranges(years))


def _quarter_words(quarters: tuple[int, ...]) -> str:
    """Return " (ไตรมาส 1 – 2)", or nothing where none were told or all are."""
    if not quarters or len(quarters) == 4:
        return ""
    return f" (ไตรมาส {', '.join(_ranges(quarters))})"


def _ranges(numbers: tuple[int, ...]) -> list[str]:
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ]
    return [f"{run[0]} – {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]


def years_among_words(text: str) -> tuple[int, ...]:
    """Return the one span of fiscal years among other words: "๕ ปี (ปีงบประมาณ ๒๕๖๖ – ๒๕๗๐)".

    Empty where there are several, none, or days and months.
    """
    plain = to_arabic_digits(one_line(text))
    told = years_of_words(plain)
    found = _SPAN.findall(plain)
    if told or len(found) != 1 or _DATES.search(plain):
        return told
    begin, end = int(found[0][0]), int(f"25{(found[0][1] or found[0][0])[-2:]}")
    return tuple(range(begin, end + 1)) if begin <= end else ()


def years_of_words(text: str) -> tuple[int, ...]:
    """Return the fiscal years that words name and nothing else: "ปีงบประมาณ พ.ศ. ๒๕๖๖ – ๒๕๗๐".

    Empty where they say more than years, or name none of 2540 to 2643.
    """
    match = _YEARS.fullmatch(to_arabic_digits(one_line(text)))
    if match is None:
        return ()
    found: set[int] = set()
    for first, last in _PAIR.findall(match[1]):
        begin, end = int(first), int(last or first)
        if not FIRST_YEAR <= begin <= end <= LAST_YEAR:
            return ()
        found |= set(range(begin, end + 1))
    return tuple(sorted(found))
