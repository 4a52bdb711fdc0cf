"""What each row of the score table says, worked out once for the present scores."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.bands import Band, BandLimits, band_of
from ita_desktop.domain.comparison import change, previous_entry
from ita_desktop.domain.points import loss_of
from ita_desktop.domain.score_entry import Entry
from ita_desktop.domain.scores import Figure, YearResult
from ita_desktop.ui import wording
from ita_desktop.ui.scores.rows import Kind, ScoreRow


@dataclass(frozen=True, slots=True)
class Chip:
    """A word in a band's colours."""

    word: str
    band: Band


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A row with this year's and last year's figures; drawing it asks nobody else."""

    row: ScoreRow
    place: int
    """Its place in the order of the paper, from 0."""
    entered: Entry | None
    figure: Figure | None
    """None for what is only ever entered: items and the parts of EIT."""
    score: Decimal | None
    """What the row shows, entered or computed; None for none or ไม่คิดคะแนน."""
    before: Entry | None
    band: Band | None
    chip: Chip | None

    @property
    def computed(self) -> bool:
        """Whether the score follows from those below it."""
        return self.figure is not None and self.figure.entered is None

    @property
    def change(self) -> Decimal | None:
        """By how much the score moved since last year."""
        return change(self.score, self.before)

    @property
    def suffix(self) -> str:
        """The quiet words after a title: not checked, or what was computed beside it."""
        if self.row.item is not None:
            return "" if self.row.item.status.checked else "(ร่าง)"
        if self.figure is None or self.figure.difference is None:
            return ""
        computed = wording.figure(self.figure.computed_shown)
        return f"คำนวณได้ {computed} ต่าง {wording.signed(self.figure.difference)}"


def shown_rows(
    rows: Iterable[ScoreRow], result: YearResult, last_year: YearResult | None, limits: BandLimits
) -> tuple[ShownRow, ...]:
    """Return what the rows say, in the same order."""
    return tuple(_shown(place, row, result, last_year, limits) for place, row in enumerate(rows))


def _shown(
    place: int,
    row: ScoreRow,
    result: YearResult,
    last_year: YearResult | None,
    limits: BandLimits,
) -> ShownRow:
    entered, figure = result.entries.get(row.code), _figure(row, result)
    if figure is not None:
        score = figure.shown
    else:
        score = entered if isinstance(entered, Decimal) else None
    band = _band(row, score, limits)
    return ShownRow(
        row=row,
        place=place,
        entered=entered,
        figure=figure,
        score=score,
        before=None if last_year is None else _before(row, last_year),
        band=band,
        chip=None if band is None else _chip(row, band, result),
    )


def _figure(row: ScoreRow, result: YearResult) -> Figure | None:
    if row.kind is Kind.SUB_INDICATOR:
        return result.sub_indicators[row.code]
    return None if row.kind in (Kind.ITEM, Kind.PART) else result.figure(row.code)


def _before(row: ScoreRow, last_year: YearResult) -> Entry | None:
    if row.kind is Kind.SUB_INDICATOR:
        return None
    if row.item is not None:
        return previous_entry(row.item, last_year)
    figure = last_year.figure(row.code)
    return last_year.entries.get(row.code) if figure is None else figure.shown


def _band(row: ScoreRow, score: Decimal | None, limits: BandLimits) -> Band | None:
    """Return the band by the office's limits; none for the total and the parts of EIT."""
    if score is None or row.kind in (Kind.TOTAL, Kind.PART):
        return None
    if row.item is not None and row.item.is_oit:
        return Band.KEEP if score else Band.URGENT
    return band_of(score, limits)


def _chip(row: ScoreRow, band: Band, result: YearResult) -> Chip:
    if row.item is None or not row.item.is_oit:
        return Chip(wording.BAND_WORDS[band], band)
    if band is Band.KEEP:
        return Chip("เผยแพร่แล้ว", band)
    loss = loss_of(result, row.item)
    return Chip(f"ขาด {wording.signed(-loss.shown)}" if loss else "ขาด", band)
