"""The measures of a file as tables that a person reads: what is done and what was reported."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import edited_texts_of_year
from ita_desktop.db.suggestions import own_suggestions
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.measure_texts import TEXT_WORDS
from ita_desktop.documents.model import Number, Table
from ita_desktop.domain.measure_names import measure_name
from ita_desktop.domain.measures import ROUNDS, Measure, Step, Topic, TopicItem, Tracker
from ita_desktop.errors import ClerkError
from ita_desktop.thai.local_time import local_time
from ita_desktop.workflows.everything_table import moment_words, plain_table
from ita_desktop.workflows.layouts import own_layouts
from ita_desktop.workflows.measures.described import BAND_WORDS, paper_words
from ita_desktop.workflows.round_snapshot import snapshot_of
from ita_desktop.workflows.rounds import closed_moments

_PLAN_HEADS = (
    *(("ที่", 8), ("ประเด็น", 40), ("ข้อค้นพบ", 30), ("มาตรการ", 40), ("ขั้นตอน", 45)),
    *(("ผู้รับผิดชอบ", 28), ("ระยะเวลา", 22), ("การกำกับติดตาม", 28), ("อื่น ๆ", 25)),
)
_REPORT_HEADS = (
    *(("ที่", 8), ("มาตรการ", 40), ("ขั้นตอน", 45), ("รอบ", 12), ("สถานะ", 22)),
    *(("ร้อยละ", 12), ("ผลการดำเนินการ", 45), ("ปัญหา/อุปสรรค", 28), ("ข้อเสนอแนะ", 28)),
    ("ผลลัพธ์", 28),
)
_Rows = Iterator[tuple[str | Number, ...]]


def measure_tables(file: DataFile, fiscal_year: int) -> list[Table]:
    """Return the measures of a year, their reports and the calendar, only what there is.

    Also as its closed rounds kept them.
    """
    tables = _tracker_tables(load_tracker(file, fiscal_year), str(fiscal_year))
    for months, closed in closed_moments(file, fiscal_year).items():
        name = f"{fiscal_year} ปิดรอบ {months} เดือน"
        heads = (("รายการ", 60), ("ค่า", 200))
        when = [("ปิดรอบเมื่อ", moment_words(local_time(closed)))]
        tables.append(plain_table(name, heads, when))
        try:
            kept = snapshot_of(file, fiscal_year, months)
        except ClerkError as unknown:
            tables[-1] = plain_table(name, heads, [*when, ("หมายเหตุ", str(unknown))])
        else:
            tables += [] if kept is None else _tracker_tables(kept.tracker, f"{name} ")
    return tables


def paper_tables(file: DataFile, years: Iterable[int]) -> list[Table]:
    """Return the office's own layouts, edited texts and examples; only what there is."""
    tables: list[Table] = []
    texts = [
        (str(year), paper_words(paper), TEXT_WORDS.get(name, name), text)
        for year in years
        for paper, named in edited_texts_of_year(file, year).items()
        for name, text in named.items()
    ]
    if texts:
        heads = (("ปีงบประมาณ", 25), ("เอกสาร", 80), ("ถ้อยคำ", 50), ("ข้อความ", 105))
        tables.append(plain_table("ถ้อยคำบนเอกสาร", heads, texts))
    try:
        layouts = [
            (one.id, one.name, column.head, _number(Decimal(str(column.width))))
            for one in own_layouts(file)
            for column in one.columns
        ]
    except ClerkError as unknown:
        layouts = [("", str(unknown), "", "")]
    if layouts:
        heads = (("รหัส", 50), ("แบบตาราง", 90), ("หัวตาราง", 90), ("ความกว้าง", 30))
        tables.append(plain_table("แบบตารางของหน่วยงาน", heads, layouts))
    examples = [
        (_number(one.indicator), one.finding, one.measure, "\n".join(one.steps), one.follow_up)
        for one in own_suggestions(file)
    ]
    if examples:
        heads = (
            *(("ตัวชี้วัดที่", 20), ("ข้อค้นพบ", 60), ("มาตรการ", 60)),
            *(("ขั้นตอน", 70), ("การกำกับติดตาม", 50)),
        )
        tables.append(plain_table("ตัวอย่างมาตรการ", heads, examples))
    return tables


def _tracker_tables(tracker: Tracker, name: str) -> list[Table]:
    tables: list[Table] = []
    if tracker.topics:
        tables.append(plain_table(f"มาตรการ {name}", _PLAN_HEADS, _plan(tracker)))
        tables.append(plain_table(f"ผลมาตรการ {name}", _REPORT_HEADS, _reports(tracker)))
    if tracker.calendar:
        heads = (("ขั้นตอน", 60), ("ระยะเวลา", 50), ("วิธีปฏิบัติ", 150))
        rows = [(row.stage, row.period, row.method) for row in tracker.calendar]
        tables.append(plain_table(f"ปฏิทิน {name}", heads, rows))
    return tables


def _plan(tracker: Tracker) -> _Rows:
    """Give a row for each measure, then one for each of its steps; of a topic without, itself."""
    for number, topic in enumerate(tracker.topics, start=1):
        first = (_number(number), _topic(topic), _findings(topic))
        other = _other(topic)
        for measure in topic.measures or (None,):
            if measure is None:
                yield (*first, *("",) * 5, other)
                continue
            extra = "\n".join(filter(None, (other, _extra(measure.extra))))
            yield (*first, measure.text, "", *_done(measure), extra)
            for step in measure.steps:
                yield (first[0], "", "", "", step.text, *_done(step), _extra(step.extra))
            first, other = (first[0], "", ""), ""


def _reports(tracker: Tracker) -> _Rows:
    for number, topic in enumerate(tracker.topics, start=1):
        for measure in topic.measures:
            for one in (measure, *measure.steps):
                step = one.text if isinstance(one, Step) else ""
                for months in ROUNDS:
                    if (told := one.results.get(months)) is not None:
                        yield (
                            *(_number(number), measure.text or measure_name(topic, measure), step),
                            *(_number(months), told.state.words),
                            "" if told.percent is None else _number(told.percent),
                            *(told.result, told.problem, told.suggestion, told.outcome),
                        )


def _topic(topic: Topic) -> str:
    return "\n".join((*filter(None, (topic.title,)), *map(_item, topic.items))) or "(ไม่มีชื่อ)"


def _item(item: TopicItem) -> str:
    score = "" if item.score is None else f" (คะแนน {item.score})"
    return f"{' '.join(filter(None, (item.code, item.text)))} เกณฑ์ปี {item.criteria_year}{score}"


def _findings(topic: Topic) -> str:
    """Return what was found of each item; of several it says of which."""
    many = len(topic.items) > 1
    return "\n".join(
        f"{item.code}: {item.finding}" if many and item.code else item.finding
        for item in topic.items
        if item.finding
    )


def _other(topic: Topic) -> str:
    band = BAND_WORDS[topic.band.value] if topic.band is not None else ""
    extra = [_extra(item.extra) for item in topic.items]
    own = (band, topic.instrument, topic.group_lines, topic.heading, *extra)
    return "\n".join(filter(None, own))


def _done(one: Measure | Step) -> tuple[str, str, str]:
    return one.units, one.period, one.follow_up


def _extra(values: Mapping[str, str]) -> str:
    return "\n".join(f"{name}: {text}" for name, text in values.items())


def _number(value: int | Decimal) -> Number:
    exact = Decimal(value)
    return Number(exact, 0 if exact == int(exact) else 2)
