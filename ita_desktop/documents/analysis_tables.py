"""What is done after the analysis: measures, calendar, and who publishes what, as its tables."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ita_desktop.documents.analysis_words import (
    NO_CALENDAR,
    NO_DUTIES,
    NO_MEASURES,
    NO_UNITS,
    Words,
    lacking,
)
from ita_desktop.documents.measure_cells import Wording
from ita_desktop.documents.measure_tables import calendar_table, numbered, table_of
from ita_desktop.documents.model import Block, Heading, Table
from ita_desktop.documents.oit_duties import TITLE as DUTIES_TITLE
from ita_desktop.documents.oit_duties import duty_blocks, duty_table
from ita_desktop.domain.disclosure import oit_items

DRIVE: Final = "มาตรการเพื่อขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


def measures_table(words: Words) -> Table:
    """Return the measures, as measures-plan has them; without a row where there are none."""
    source = words.source.plan
    topics = tuple(topic for topic in source.tracker.topics if topic.measures)
    wording = Wording(source.layout, source.months, source.criteria)
    ordered = numbered(topics, source.layout.row_of)
    return table_of(wording, ordered, source.layout.name, source.file_mark)


def steps_table(words: Words) -> Table:
    """Return the calendar, as action-calendar has it; without a row where there is none."""
    source = words.source.calendar
    wording = Wording(source.layout, source.months, source.criteria)
    calendar = source.tracker.calendar
    return calendar_table(wording, calendar, source.layout.name, source.file_mark)


def measure_blocks(words: Words) -> Iterator[Block]:
    """Give the measures under their heading, or the sentence that there are none."""
    source = words.source.plan
    yield Heading(text=source.layout.name)
    yield from _with_lead(words, "measures", measures_table(words), NO_MEASURES)


def calendar_blocks(words: Words) -> Iterator[Block]:
    """Give the calendar under its headings, or the sentence that there is none."""
    yield Heading(text=DRIVE, level=1)
    yield Heading(text=words.source.calendar.layout.name)
    yield from _with_lead(words, "calendar", steps_table(words), NO_CALENDAR)


def _with_lead(words: Words, name: str, table: Table, nothing: str) -> Iterator[Block]:
    if table.rows or words.is_own(name):
        yield from words.blocks(name, leads=True)
    if table.rows:
        yield table
    else:
        yield lacking(nothing, year=words.source.plan.tracker.fiscal_year)


def duties_blocks(words: Words) -> Iterator[Block]:
    """Give who publishes what: heading, lead, and the small tables of oit-duties."""
    yield Heading(text=" ".join(DUTIES_TITLE), level=1)
    duties = words.source.duties
    if duties is None:
        if words.is_own("duties"):
            yield from words.blocks("duties")
        year = words.source.scores.result.criteria.fiscal_year + 1
        yield lacking(NO_DUTIES, year=year)
        return
    yield from words.blocks("duties", leads=True)
    items = oit_items(duties.criteria)
    if not any(duties.disclosure.of(item.code).units.strip() for item in items):
        yield lacking(NO_UNITS, year=duties.criteria.fiscal_year)
    for block in duty_blocks(duties):
        if isinstance(block, Heading) and block.level > 2:  # the contents stay on one page
            yield replace(block, listed=False)
        else:
            yield block


def sheets_of_work(words: Words) -> Iterator[Block]:
    """Give the three tables for a workbook, each under its heading with the year it is of."""
    year = words.source.plan.tracker.fiscal_year
    of_year = "{} ประจำปีงบประมาณ พ.ศ. {}"
    for name, table, nothing in (
        ("measures", measures_table(words), NO_MEASURES),
        ("calendar", steps_table(words), NO_CALENDAR),
    ):
        yield Heading(text=of_year.format(table.name, year))
        lead = words.lines(name) if table.rows else (nothing.format(year=year),)
        yield replace(table, lead=lead)
    duties = words.source.duties
    if duties is not None:
        yield Heading(text=of_year.format(DUTIES_TITLE[0], duties.criteria.fiscal_year))
        yield replace(duty_table(duties), lead=words.lines("duties"))
