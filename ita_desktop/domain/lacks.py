"""What a check finds lacking: how grave it is, which item it costs, and where it is mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import asked_contents
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.measures import ROUNDS, Round
from ita_desktop.domain.points import worth_is_sure, worth_of
from ita_desktop.domain.scores import YearResult
from ita_desktop.thai.fiscal import half_year_dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it is mended. ``kind`` is the table of the row, ``number`` its id.

    ``kind`` "fiscal_year": the year as a whole, ``field`` says what of it. "office" has the number
    0, "analysis_text" the year whose scores its report analyses, and in ``field`` the text's name.
    ``topic`` is the topic that a row of measures belongs to, 0 of any other row.
    """

    kind: str
    number: int
    field: str
    topic: int = 0
    months: Round | None = None
    code: str = ""
    """The code of the item, of kind "score" and "oit_item", whose ``number`` is the fiscal year;
    of an announcement that the year does not have, its kind."""

    @property
    def row(self) -> str:
        """What names the row: "step:45"."""
        return f"{self.kind}:{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One thing that is missing or contradicts another. ``message`` is one Thai sentence.

    ``points`` of the total are what the item is worth: it is scored as a whole. None where that is
    not known.
    """

    severity: Severity
    message: str
    place: Place
    item: str = ""
    """The code of the item of its year that asks for it; empty where none is known."""
    points: Fraction | None = None
    content: str = ""
    """The required content of the item that is missing, in the words of the criteria: a part after
    its content on a line of its own. Empty where it is about the item as a whole or none."""
    unpublished: bool = False
    """The item stands on no page yet: as the year is now, it is lost."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An item that asks for what is checked, and what it is worth; both may be unknown.

    ``sure``: the item was held against the handbook of its year. ``contents``: what it must show,
    by ``Content.text``; none where the criteria of its year do not tell.
    """

    code: str = ""
    points: Fraction | None = None
    sure: bool = True
    contents: tuple[str, ...] = ()

    def content(self, words: str) -> str:
        """Return the required content that is meant; "" where the item has none.

        ``words``: a ``Content.text``, or how its own words begin (``domain.required_contents``).
        """
        if words in self.contents:
            return words
        told = (text for text in self.contents if text.rpartition("\n")[2].startswith(words))
        return next(told, "") if words else ""


NOTHING_ASKED: Final = Asked()
_GRAVITY: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def lack_of(
    severity: Severity, asked: Asked, place: Place, message: str, content: str = ""
) -> Lack:
    """Return what is lacking, with the item that asks for it and the content of it.

    ``content``: as ``Asked.content`` takes it; told only where the item has it.
    """
    return Lack(
        severity=severity,
        message=message,
        place=place,
        item=asked.code,
        points=asked.points,
        content=asked.content(content),
    )


def due_rounds(fiscal_year: int, today: date) -> tuple[Round, ...]:
    """Return the rounds that are over: six months after 31 March, the year after 30 September."""
    return tuple(months for months in ROUNDS if half_year_dates(fiscal_year, months)[1] < today)


def worst_first(lacks: list[Lack]) -> tuple[Lack, ...]:
    """Return errors before warnings before notes, the dearest first, else in their order."""
    return tuple(
        sorted(lacks, key=lambda lack: (_GRAVITY[lack.severity], -float(lack.points or 0)))
    )


def points_at_stake(lacks: Iterable[Lack]) -> Fraction:
    """Return the points of the total that these lacks may cost, each item told once.

    Those of errors, of items not published yet, and of warnings about a required content: an item
    is lost as a whole. A lack whose points are not known costs nothing here.
    """
    at_stake = {
        lack.item: lack.points
        for lack in lacks
        if lack.points is not None and lack.item and costs(lack)
    }
    return sum(at_stake.values(), Fraction())


def costs(lack: Lack) -> bool:
    """Say whether a lack may cost its item."""
    told = lack.severity is Severity.WARNING and bool(lack.content or lack.unpublished)
    return told or lack.severity is Severity.ERROR


def asked(result: YearResult | None, item: Item | None) -> Asked:
    """Return what an item asks for in a year; its points only where they are sure."""
    if item is None:
        return NOTHING_ASKED
    contents = tuple(one.text for one in asked_contents(item))
    if result is None or not worth_is_sure(result.criteria, item):
        return Asked(item.code, sure=item.status.checked, contents=contents)
    return Asked(item.code, worth_of(result, item), contents=contents)
