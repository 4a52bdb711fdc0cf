"""Papers of measures: one builder for every layout, the official ones and an office's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ita_desktop.documents.layout import Grouping, RowOf
from ita_desktop.documents.measure_cells import Wording
from ita_desktop.documents.measure_tables import Numbered, calendar_table, numbered, table_of
from ita_desktop.documents.measure_texts import has_rounds, paper_text
from ita_desktop.documents.model import (
    Align,
    Block,
    Document,
    Fill,
    Heading,
    PageSetup,
    Paragraph,
    Section,
    Signatory,
    Signature,
    Space,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.source import MeasureSource
from ita_desktop.documents.table_rows import or_nothing
from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import (
    Round,
    Topic,
    Tracker,
    instrument_of,
    latest_reported,
    topic_band,
)
from ita_desktop.thai.text import one_line

_BAND_SHEETS: Final = {
    Band.URGENT: "ต้องแก้ไขโดยเร่งด่วน",
    Band.IMPROVE: "ต้องพัฒนา",
    Band.KEEP: "รักษามาตรฐาน",
    None: "ประเด็นอื่น",
}
_NO_MEASURES: Final = "ยังไม่ได้บันทึกมาตรการของปีงบประมาณ พ.ศ. {year}"
_NO_CALENDAR: Final = "ยังไม่ได้บันทึกขั้นตอนของปีงบประมาณ พ.ศ. {year}"
_COVER_POINTS: Final = 24.0
_INSTRUMENTS: Final = ("IIT", "EIT", "OIT")
_LAST: Final = 99


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the paper: the lines over it, the name of its sheet, its topics."""

    lines: tuple[str, ...]
    sheet: str
    topics: tuple[Topic, ...]


def usual_round(tracker: Tracker) -> Round:
    """Return the round a paper prints where nobody says which: the latest that reports anything.

    Six months where neither does.
    """
    return latest_reported(
        row.results for _, measure in tracker.measures() for row in (measure, *measure.steps)
    )


def measure_paper(source: MeasureSource) -> Document:
    """Return the paper of a tracker in a layout; without measures it says so."""
    layout, year = source.layout, source.tracker.fiscal_year
    page = PageSetup(orientation=layout.orientation)
    title = paper_text(source, "title")
    blocks = (*_titles(title), *_body(source), *_signature(source))
    sections = [Section(blocks=blocks, page=page)]
    if layout.cover:
        sections.insert(0, Section(blocks=tuple(_cover(source)), page=page))
    return with_digits(
        Document(
            id=layout.id,
            title=one_line(title),
            name=layout.name,
            author=source.office.name,
            digits=layout.digits or source.digits,
            sections=tuple(sections),
            fiscal_year=year,
            months=source.months if has_rounds(layout) else None,
        )
    )


def _titles(title: str) -> Iterator[Block]:
    lines = [line for line in title.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        yield Heading(text=line, level=1, listed=number == 0)


def _cover(source: MeasureSource) -> Iterator[Block]:
    """Give a page of the title in the middle, with the office under it."""
    yield Fill()
    for line in paper_text(source, "cover").split("\n"):
        yield Paragraph(text=line, align=Align.CENTER, bold=True, size=_COVER_POINTS)
    yield Space(height=30)
    office = source.office
    places = (("อำเภอ", office.district), ("จังหวัด", office.province))
    place = " ".join(f"{mark}{name}" for mark, name in places if name)
    for line in (office.name, place):
        if line:
            yield Paragraph(text=line, align=Align.CENTER, bold=True, size=_COVER_POINTS)
    yield Fill()


def _body(source: MeasureSource) -> Iterator[Block]:
    """Give the lead and the tables; a workbook has the lead on its first sheet."""
    layout, year = source.layout, source.tracker.fiscal_year
    lead = tuple(line for line in paper_text(source, "lead").split("\n") if line.strip())
    for line in lead:
        yield Paragraph(text=line, align=Align.JUSTIFY, indent=True)
    wording = Wording(layout, source.months, source.criteria)
    if layout.row_of is RowOf.CALENDAR:
        table = calendar_table(wording, source.tracker.calendar, layout.name, source.file_mark)
        yield from or_nothing(table, lead, _NO_CALENDAR.format(year=year))
        return
    if not _printed(source):
        table = table_of(wording, (), layout.name, source.file_mark)
        yield from or_nothing(table, lead, _NO_MEASURES.format(year=year))
        return
    groups = tuple(_groups(source, wording))
    ordered = iter(numbered([one for group in groups for one in group.topics], layout.row_of))
    above: tuple[str, ...] = ()
    for group in groups:
        topics = [next(ordered) for _ in group.topics]
        yield from _lines(group.lines, above)
        above = group.lines
        note = _unchecked(wording, topics)
        table = table_of(wording, topics, group.sheet, source.file_mark, note)
        yield replace(table, lead=lead, lead_over_parts=True)
        lead = ()


def _signature(source: MeasureSource) -> Iterator[Block]:
    """Give the place where the executive signs, in a layout that has one."""
    if source.layout.signed:
        office = source.office
        signatory = Signatory(name=office.executive, title=office.executive_title)
        yield Signature(signatories=(signatory,))


def _printed(source: MeasureSource) -> tuple[Topic, ...]:
    """Return the topics that have a row: in a table of measures alone, those that have one."""
    layout = source.layout
    all_of_them = layout.row_of is RowOf.ITEM or "topic" in layout.sources
    return tuple(one for one in source.tracker.topics if all_of_them or one.measures)


def _lines(lines: tuple[str, ...], above: tuple[str, ...]) -> Iterator[Block]:
    """Give the lines over a part; its first is not said again where the part above has it too."""
    for number, line in enumerate(lines):
        if number or len(lines) == 1 or lines[0] != (above[0] if above else ""):
            yield Heading(text=line, level=2 if number == 0 else 3)


def _groups(source: MeasureSource, wording: Wording) -> Iterator[Group]:
    topics, layout = _printed(source), source.layout
    match layout.grouping:
        case Grouping.BAND:
            by_band: dict[Band | None, list[Topic]] = {band: [] for band in (*Band, None)}
            for topic in topics:
                by_band[topic_band(topic, source.office.limits)].append(topic)
            there = [band for band, held in by_band.items() if held]
            for number, band in enumerate(there, start=1):
                line = paper_text(source, band.value if band else "other", n=number)
                lines = tuple(one for one in line.split("\n") if one.strip())
                yield Group(lines, _BAND_SHEETS[band], tuple(by_band[band]))
        case Grouping.INSTRUMENT:
            places = _places(topics, wording)
            by_lines: dict[tuple[str, ...], list[Topic]] = {}
            for topic in topics:
                by_lines.setdefault(group_lines(source, wording, topic), []).append(topic)
            ordered = sorted(by_lines.items(), key=lambda part: places[part[1][0].id])
            for number, (lines, held) in enumerate(ordered):
                other = paper_text(source, "other", n=number + 1)
                over = lines or ((other,) if number and other else ())
                yield Group(over, _sheet(over, held[0]) or layout.name, tuple(held))
        case _:
            yield Group((), layout.name, topics)


def _places(topics: Sequence[Topic], wording: Wording) -> Mapping[int, tuple[int, int]]:
    """Return where each topic's part stands: by instrument, then by indicator, as in the criteria.

    What names neither stands where the topic before it does.
    """
    places: dict[int, tuple[int, int]] = {}
    here = (-1, -1)
    for topic in topics:
        if instrument := instrument_of(topic):
            known = [item for one in topic.items if (item := wording.item_of(one)) is not None]
            indicator = known[0].indicator if known else _LAST
            here = (_INSTRUMENTS.index(instrument), indicator)
        places[topic.id] = here
    return places


def group_lines(source: MeasureSource, wording: Wording, topic: Topic) -> tuple[str, ...]:
    """Return the lines over a topic's part: its own, else its instrument and indicator."""
    own = tuple(line.strip() for line in topic.group_lines.split("\n") if line.strip())
    instrument = instrument_of(topic)
    if own or not instrument:
        return own
    name = "oit_line" if instrument == "OIT" else "instrument_line"
    lines = [paper_text(source, name, instrument=instrument)]
    for item in topic.items:
        known = wording.item_of(item)
        if known is None:
            continue
        indicator = source.criteria[item.criteria_year].indicator_by_number.get(known.indicator)
        if indicator is not None:
            places = {"number": indicator.number, "indicator": indicator.name}
            lines.append(paper_text(source, "indicator_line", **places))
            break
    return tuple(line for line in lines if line.strip())


def _sheet(lines: Sequence[str], topic: Topic) -> str:
    """Return a short name for the sheet of a part: "EIT ตัวชี้วัดที่ 8"."""
    indicator = lines[-1].split()[:2] if len(lines) > 1 else []
    return " ".join(part for part in (instrument_of(topic), *indicator) if part)


def _unchecked(wording: Wording, topics: Sequence[Numbered]) -> str:
    """Return the note that names the items whose wording was not checked against the handbook."""
    codes = [
        wording.code(item.code)
        for one in topics
        for item in one.topic.items
        if not item.text
        and (known := wording.item_of(item)) is not None
        and not known.status.checked
    ]
    if not codes or "topic" not in wording.layout.sources:
        return ""
    listed = ", ".join(dict.fromkeys(codes))
    return f"หมายเหตุ: ข้อความของ {listed} เป็นฉบับร่าง ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช."
