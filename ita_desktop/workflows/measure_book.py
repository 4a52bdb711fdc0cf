"""What the drafts of a sheet change, written down with findings; nothing twice."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.measure_cells import Wording
from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.measure_names import topic_name
from ita_desktop.domain.measures import State, Topic, TopicItem, Tracker
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import one_line, quoted
from ita_desktop.workflows.measure_changes import Act, MeasureChange
from ita_desktop.workflows.measure_codes import CodeReader
from ita_desktop.workflows.measure_drafts import Said
from ita_desktop.workflows.measure_new_rows import NewRow, figure_text
from ita_desktop.workflows.measure_realign import Owner
from ita_desktop.workflows.rows import (
    FIELD_WORDS,
    KIND_WORDS,
    RESULT_FIELDS,
    value_of,
)

_WANTED: Final = {
    "score": "คะแนน 0 ถึง 100 ทศนิยมไม่เกิน 2 ตำแหน่ง เช่น 79.01",
    "percent": "จำนวนเต็ม 0 ถึง 100 เช่น 80",
    "state": " หรือ ".join(state.words for state in State),
}
_LONG: Final = "ข้อความไม่เกิน 30,000 ตัวอักษร"


@dataclass(slots=True, kw_only=True)
class MeasureBook:
    """Collects what the drafts of one table change.

    ``changes`` and ``changed``, the fields among them and under "" the rows that go, go on over all
    tables of a workbook.
    ``default_lines``: the lines over the part of the table that a topic is in, by its codes.
    ``added`` and ``touched``: rows of this table that are new, and records that change.
    """

    tracker: Tracker
    wording: Wording
    codes: CodeReader
    limits: BandLimits
    default_lines: Callable[[Topic], tuple[str, ...]]
    changes: list[MeasureChange]
    findings: list[Finding]
    sheet: str
    changed: dict[Owner, MeasureChange]
    touched: set[tuple[Kind, int]] = field(default_factory=set[tuple[Kind, int]])
    added: int = 0
    measures: int = 0
    """Measures read so far: a new one is numbered after them."""
    _places: dict[tuple[Kind, int], str] = field(default_factory=dict[tuple[Kind, int], str])
    """What the rows that are there are called beside their topic, once one is asked for."""

    @property
    def numbered(self) -> bool:
        """Whether measures are numbered through the table."""
        return self.wording.layout.number_measures

    def add(self, row: NewRow, parent: int, before: int | None) -> None:
        """Write down a row that is new, with all that is in it; ``before`` a sibling or last."""
        number = -1 - len(self.changes)
        values: dict[str, str] = {}
        for name, said in row.texts.items():
            text = self._checked(name, said)
            if text:
                values[name] = text
        self.added += 1
        self.changes.append(
            MeasureChange(
                act=Act.ADD,
                kind=row.kind,
                number=number,
                sheet=self.sheet,
                address=row.draft.address,
                place=f"เพิ่ม{KIND_WORDS[row.kind]}",
                text=_called(row),
                parent=parent,
                before=before,
                values=tuple(values.items()),
                months=self.wording.months,
            )
        )
        for part in row.parts:
            self.add(part, number, None)

    def change(self, kind: Kind, number: int, name: str, was: str, said: Said, place: str) -> None:
        """Write down the text a field is to have; twice in a workbook is an error."""
        text = self._checked(name, said)
        if name in _WANTED and text and value_of(name, text) == value_of(name, was):
            return  # another word for the same, or 0.8 for 80 per cent
        other = self.changed.get((kind, number, name))
        if other is not None:
            if other.text != text:
                self.error(said, f"{field_words(name)}เดียวกับ {other.sheet} {other.address}")
            return
        gone = self.changed.get((kind, number, ""))
        if gone is not None:  # what is said of a row that goes too goes with it
            if text:
                self.error(said, f"ข้อความของแถวที่ยังอยู่ แต่ {gone.sheet} {gone.address} ลบแถวนี้แล้ว")
            return
        self.touched.add((kind, number))
        change = MeasureChange(
            act=Act.CHANGE,
            kind=kind,
            number=number,
            sheet=self.sheet,
            address=said.address,
            place=" ".join(filter(None, (place, self._which(kind, number), self._where(name)))),
            field=name,
            was=was,
            text=text,
            months=self.wording.months,
        )
        self.changes.append(change)
        self.changed[kind, number, name] = change

    def remove(self, kind: Kind, number: int, words: str, said: Said) -> None:
        """Write down a row that goes: its words were taken out of a cell."""
        self.touched.add((kind, number))
        change = MeasureChange(
            act=Act.REMOVE,
            kind=kind,
            number=number,
            sheet=self.sheet,
            address=said.address,
            place=f"ลบ{KIND_WORDS[kind]}",
            was=words,
            months=self.wording.months,
        )
        self.changes.append(change)
        self.changed[kind, number, ""] = change

    def texts(
        self,
        texts: Mapping[Owner, str],
        before: Mapping[Owner, str],
        said: Said,
        place: Callable[[Owner], str],
    ) -> None:
        """Write down the texts of several owners, those that are other than ``before``."""
        for owner, text in texts.items():
            old = before.get(owner, "")
            if text != old:
                self.change(*owner, old, replace(said, text=text), place(owner))

    def _which(self, kind: Kind, number: int) -> str:
        """Return which row of its topic a field is of: "มาตรการ 2 ขั้นตอนที่ 1"."""
        if not self._places:
            self._places.update(_row_places(self.tracker))
        return self._places.get((kind, number), KIND_WORDS[kind])

    def _where(self, name: str) -> str:
        """Return what a field is called in the list of changes, of a report with its round."""
        of_round = f" รอบ {self.wording.months} เดือน" if name in RESULT_FIELDS else ""
        return f"{field_words(name)}{of_round}"

    def _checked(self, name: str, said: Said) -> str:
        """Return the text a field is to have; what cannot be taken is among the findings."""
        text = figure_text(said.text) if name == "percent" else said.text
        if name in RESULT_FIELDS and text and self.wording.months in self.tracker.closed:
            self.error(said, f"รอบ {self.wording.months} เดือนที่ยังไม่ปิด กรุณาเปิดรอบก่อนนำเข้าผล")
            return ""
        try:
            value_of(name, text)
        except ClerkError:
            self.error(said, _WANTED.get(name, _LONG))
            return ""
        return text

    def error(self, said: Said, wanted: str) -> None:
        """Refuse what a cell says; ``wanted`` is what it may say."""
        self.findings.append(
            Finding(
                severity=Severity.ERROR,
                sheet=self.sheet,
                address=said.address,
                found=said.text,
                wanted=wanted,
            )
        )

    def warn(self, said: Said, problem: str) -> None:
        """Warn about what a cell says."""
        self._tell(Severity.WARNING, said, problem)

    def note(self, said: Said, problem: str) -> None:
        """Tell what was made of a cell."""
        self._tell(Severity.NOTE, said, problem)

    def _tell(self, severity: Severity, said: Said, problem: str) -> None:
        self.findings.append(
            Finding(
                severity=severity,
                sheet=self.sheet,
                address=said.address,
                found=said.text,
                problem=problem,
            )
        )

    def name(self, topic: Topic, item: TopicItem | None = None) -> str:
        """Return what a topic is called in the list of changes: its codes, words or measure."""
        items = topic.items if item is None else (item,)
        codes = " ".join(one.code for one in items if one.code)
        words = codes or short(topic.title or self.wording.topic(topic))
        return words or (short(topic_name(topic)) if topic.measures else "")


def _row_places(tracker: Tracker) -> Iterator[tuple[tuple[Kind, int], str]]:
    """Yield what measures and steps are called; a topic's only measure needs no number."""
    for topic in tracker.topics:
        for place, measure in enumerate(topic.measures, start=1):
            head = f"มาตรการ {place}" if len(topic.measures) > 1 else KIND_WORDS[Kind.MEASURE]
            yield (Kind.MEASURE, measure.id), head
            for step_place, step in enumerate(measure.steps, start=1):
                of = f"{head} " if len(topic.measures) > 1 else ""
                yield (Kind.STEP, step.id), f"{of}ขั้นตอนที่ {step_place}"


def _called(row: NewRow) -> str:
    """Return what a new row is called in the list of changes: by its words, else by what it has."""
    texts = [row.texts[name].text for name in ("code", "text", "method") if name in row.texts]
    if texts:
        return " ".join(texts)
    if row.kind is Kind.TOPIC:
        codes = [part.texts["code"].text for part in row.parts if "code" in part.texts]
        if codes:
            return " ".join(codes)
    return short(_called(row.parts[0])) if row.parts else ""


def short(text: str) -> str:
    """Return words as they are called in a list: on one line, quoted, the beginning of them."""
    return quoted(one_line(text)) if text else ""


def field_words(name: str) -> str:
    """Return what a field is called in Thai; a free column by its own name."""
    return FIELD_WORDS.get(name, name.removeprefix("extra:"))
