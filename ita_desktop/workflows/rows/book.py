"""What the drafts of a sheet change, written down with findings; nothing twice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.measures import Round, State
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import one_line, quoted
from ita_desktop.workflows.rows.changes import Act, RowChange
from ita_desktop.workflows.rows.deeds import KIND_WORDS, RESULT_FIELDS, field_words
from ita_desktop.workflows.rows.realign import Owner
from ita_desktop.workflows.rows.sheet_drafts import NewRow, Said, figure_text

WANTED: Final[Mapping[str, str]] = {
    "score": "คะแนน 0 ถึง 100 ทศนิยมไม่เกิน 2 ตำแหน่ง เช่น 79.01",
    "percent": "จำนวนเต็ม 0 ถึง 100 เช่น 80",
    "state": " หรือ ".join(state.words for state in State),
}
"""What may stand in cells of fields that are more than a text."""
_LONG: Final = "ข้อความไม่เกิน 30,000 ตัวอักษร"


@dataclass(slots=True, kw_only=True)
class RowBook:
    """Collects what the drafts of one table change.

    ``changes`` and ``changed``, the fields among them and under "" the rows that go, go on over all
    tables of a workbook. ``value_of`` says what a field keeps of a text, or raises ClerkError;
    ``wanted`` says what it takes. ``which`` is what a row is called beside its place. ``added`` and
    ``touched``: rows of this table that are new, and records that change.
    """

    sheet: str
    months: Round
    closed: frozenset[Round]
    value_of: Callable[[str, str], Value]
    wanted: Mapping[str, str]
    which: Callable[[Kind, int], str]
    changes: list[RowChange]
    findings: list[Finding]
    changed: dict[Owner, RowChange]
    touched: set[tuple[Kind, int]] = field(default_factory=set[tuple[Kind, int]])
    added: int = 0

    def add(self, row: NewRow, parent: int, before: int | None) -> int:
        """Write down a row that is new, with all that is in it; ``before`` a sibling or last.

        Return the number it is called by among the changes.
        """
        number = -1 - len(self.changes)
        values: dict[str, str] = {}
        for name, said in row.texts.items():
            text = self._checked(name, said)
            if text:
                values[name] = text
        self.added += 1
        self.changes.append(
            RowChange(
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
                months=self.months,
            )
        )
        for part in row.parts:
            self.add(part, number, None)
        return number

    def change(
        self,
        kind: Kind,
        number: int,
        name: str,
        was: str,
        said: Said,
        place: str,
        shown: tuple[str, str] | None = None,
    ) -> None:
        """Write down the text a field is to have; twice in a workbook is an error.

        ``shown``: how both are said in the list of changes, where not as they are.
        """
        text = self._checked(name, said)
        if name in self.wanted and text and self._is_same(name, text, was):
            return  # another word for the same, or 0.8 for 80 per cent
        told = said if shown is None else replace(said, text=shown[1])
        if number < 0 and was:  # told otherwise by the table that adds the row
            added = self.changes[-1 - number]
            self.error(told, f"{field_words(kind, name)}เดียวกับ {added.sheet} {added.address}")
            return
        other = self.changed.get((kind, number, name))
        if other is not None:
            if dict(other.values).get(name, other.text) != text:
                words = field_words(kind, name)
                self.error(told, f"{words}เดียวกับ {other.sheet} {other.address}")
            return
        gone = self.changed.get((kind, number, ""))
        if gone is not None:  # what is said of a row that goes too goes with it
            if text:
                self.error(said, f"ข้อความของแถวที่ยังอยู่ แต่ {gone.sheet} {gone.address} ลบแถวนี้แล้ว")
            return
        self.touched.add((kind, number))
        change = RowChange(
            act=Act.CHANGE,
            kind=kind,
            number=number,
            sheet=self.sheet,
            address=said.address,
            place=" ".join(
                filter(None, (place, self.which(kind, number), self._where(kind, name)))
            ),
            field=name,
            was=was if shown is None else shown[0],
            text=text if shown is None else shown[1],
            values=() if shown is None else ((name, text),),
            months=self.months,
        )
        self.changes.append(change)
        self.changed[kind, number, name] = change

    def remove(self, kind: Kind, number: int, words: str, said: Said) -> None:
        """Write down a row that goes: its words were taken out of a cell."""
        self.touched.add((kind, number))
        change = RowChange(
            act=Act.REMOVE,
            kind=kind,
            number=number,
            sheet=self.sheet,
            address=said.address,
            place=f"ลบ{KIND_WORDS[kind]}",
            was=words,
            months=self.months,
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

    def _where(self, kind: Kind, name: str) -> str:
        """Return what a field is called in the list of changes, of a report with its round."""
        of_round = f" รอบ {self.months} เดือน" if name in RESULT_FIELDS else ""
        return f"{field_words(kind, name)}{of_round}"

    def _is_same(self, name: str, text: str, was: str) -> bool:
        try:
            return self.value_of(name, text) == self.value_of(name, was)
        except ClerkError:
            return False

    def _checked(self, name: str, said: Said) -> str:
        """Return the text a field is to have; what cannot be taken is among the findings."""
        text = figure_text(said.text) if name == "percent" else said.text
        if name in RESULT_FIELDS and text and self.months in self.closed:
            self.error(said, f"รอบ {self.months} เดือนที่ยังไม่ปิด กรุณาเปิดรอบก่อนนำเข้าผล")
            return ""
        try:
            self.value_of(name, text)
        except ClerkError as refusal:
            self.error(said, refusal.wanted or self.wanted.get(name, _LONG))
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


def _called(row: NewRow) -> str:
    """Return what a new row is called in the list of changes: by its words, else by what it has."""
    texts = [
        row.texts[name].text for name in ("code", "text", "method", "name") if name in row.texts
    ]
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
