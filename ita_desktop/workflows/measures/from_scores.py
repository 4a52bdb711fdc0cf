"""Topics made from the scores that ask for measures, by the limits of the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.bands import Band, BandLimits, band_of
from ita_desktop.domain.criteria import Indicator, Item
from ita_desktop.domain.measures import Tracker
from ita_desktop.domain.scores import YearResult


@dataclass(frozen=True, slots=True)
class Weak:
    """An item, or an indicator known only as a figure, whose score asks for measures."""

    of: Item | Indicator
    score: Decimal
    band: Band

    @property
    def code(self) -> str:
        """The code of the item, empty of an indicator."""
        return self.of.code if isinstance(self.of, Item) else ""

    @property
    def indicator(self) -> int:
        """The number of the indicator."""
        return self.of.indicator if isinstance(self.of, Item) else self.of.number

    @property
    def words(self) -> str:
        """What an indicator is called in the words of a topic; of an item its wording."""
        if isinstance(self.of, Item):
            return self.of.text
        return f"ตัวชี้วัดที่ {self.of.number} {self.of.name}"


def weak_items(result: YearResult, limits: BandLimits) -> tuple[Weak, ...]:
    """Return what is weak in a year by the office's limits: urgent ones first, lowest first.

    Items with a score; an indicator without any such item stands for itself where it has a figure.
    """
    found: list[Weak] = []
    for indicator in result.criteria.indicators:
        scored = [
            (item, score)
            for item in result.criteria.items_of(indicator.number)
            if isinstance(score := result.entries.get(item.code), Decimal)
        ]
        figure = result.indicators[indicator.number].shown
        of: list[tuple[Item | Indicator, Decimal]] = [*scored]
        if not scored and figure is not None:
            of.append((indicator, figure))
        found += [
            Weak(one, score, band)
            for one, score in of
            if (band := band_of(score, limits)) is not Band.KEEP
        ]
    return tuple(sorted(found, key=lambda weak: (weak.band is not Band.URGENT, weak.score)))


def used_codes(tracker: Tracker, criteria_year: int) -> frozenset[str]:
    """Return the codes of a criteria year that are topics already; words of those without one."""
    return frozenset(
        item.code or item.text
        for topic in tracker.topics
        for item in topic.items
        if item.criteria_year == criteria_year and (item.code or item.text)
    )


def add_weak_items(
    file: DataFile,
    fiscal_year: int,
    criteria_year: int,
    chosen: Sequence[Weak],
    *,
    by_indicator: bool = False,
) -> tuple[int, ...]:
    """Make topics of what is weak, with the scores, as one deed; return their numbers.

    A topic each, or with ``by_indicator`` one for all items of an indicator. The wording of an item
    stays that of the criteria, whose status is not lost by a copy; an indicator becomes words.
    """
    groups: dict[object, list[Weak]] = {}
    for weak in chosen:
        groups.setdefault(weak.indicator if by_indicator else weak, []).append(weak)
    made: list[int] = []
    with file.deed(f"สร้าง {len(groups)} ประเด็นจากคะแนนปี {criteria_year}"):
        for group in groups.values():
            first = group[0].of
            own: dict[str, Value] = (
                {} if isinstance(first, Item) else {"instrument": first.instrument}
            )
            topic = table.add_row(file, Kind.TOPIC, fiscal_year, own)
            for weak in sorted(group, key=lambda weak: (len(weak.code), weak.code)):
                values: dict[str, Value] = {
                    "criteria_year": criteria_year,
                    "code": weak.code,
                    "text": "" if weak.code else weak.words,
                    "score": str(weak.score),
                }
                table.add_row(file, Kind.ITEM, topic, values)
            made.append(topic)
    return tuple(made)
