"""The rows of the score table: instruments, indicators, sub-indicators and their items."""

from dataclasses import dataclass
from enum import Enum, auto

from ita_desktop.domain.criteria import EIT, EIT_PARTS, TOTAL, Criteria, Item
from ita_desktop.ui.wording import shown


class Kind(Enum):
    """What a row stands for."""

    TOTAL = auto()
    INSTRUMENT = auto()
    PART = auto()
    INDICATOR = auto()
    SUB_INDICATOR = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A row: the score code it shows ("i7", "7", "9.3", "EIT", "total") and its words."""

    kind: Kind
    code: str
    title: str
    instrument: str
    item: Item | None = None

    @property
    def editable(self) -> bool:
        """Whether a score can be entered here; a sub-indicator only follows from its items."""
        return self.kind is not Kind.SUB_INDICATOR


def rows_of(criteria: Criteria) -> tuple[ScoreRow, ...]:
    """Return the rows of a year in the order of the official papers, the total first."""
    rows = [ScoreRow(Kind.TOTAL, TOTAL, "คะแนนรวม ITA", "")]
    for instrument in criteria.instruments:
        name = instrument.name.partition("(")[0].strip()
        title = f"{instrument.code} {name}"
        rows.append(ScoreRow(Kind.INSTRUMENT, instrument.code, title, instrument.code))
        if instrument.code == EIT:
            rows += [
                ScoreRow(Kind.PART, f"{EIT}/{part}", shown(f"{EIT} ส่วนที่ {part} (ถ้ามี)"), EIT)
                for part in EIT_PARTS
            ]
        for indicator in criteria.indicators_of(instrument.code):
            title = shown(f"ตัวชี้วัดที่ {indicator.number} {indicator.name}")
            rows.append(ScoreRow(Kind.INDICATOR, str(indicator.number), title, instrument.code))
            rows += _items(criteria, indicator.number, instrument.code)
    return tuple(rows)


def _items(criteria: Criteria, indicator: int, instrument: str) -> list[ScoreRow]:
    rows: list[ScoreRow] = []
    names = {sub.code: sub.name for sub in criteria.sub_indicators_of(indicator)}
    sub = None
    for item in criteria.items_of(indicator):
        if item.sub_indicator != sub and item.sub_indicator is not None:
            sub = item.sub_indicator
            title = shown(f"ตัวชี้วัดย่อยที่ {sub} {names[sub]}")
            rows.append(ScoreRow(Kind.SUB_INDICATOR, sub, title, instrument))
        rows.append(ScoreRow(Kind.ITEM, item.code, shown(item.text), instrument, item))
    return rows
