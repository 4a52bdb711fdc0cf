"""Phrases of an analysis report that follow from scores: compared, ranked, sorted by band."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from ita_desktop.documents.analysis_findings import lowest_items
from ita_desktop.documents.analysis_texts import UNKNOWN
from ita_desktop.domain.bands import Band, BandLimits, band_of
from ita_desktop.domain.criteria import Indicator
from ita_desktop.domain.scores import YearResult

_TO_DO: Final = {
    Band.URGENT: "ต้องแก้ไขโดยเร่งด่วนใน",
    Band.IMPROVE: "ต้องพัฒนา",
    Band.KEEP: "ควรรักษามาตรฐานของ",
}


def compared(suffix: str, now: Decimal | None, before: Decimal | None, year: int) -> dict[str, str]:
    """Return last year's score, the difference, and both in words."""
    change = None if now is None or before is None else now - before
    words = ""
    if change is not None:
        of_year = f"ปีงบประมาณ พ.ศ. {year}"
        moved = f"{'เพิ่มขึ้น' if change > 0 else 'ลดลง'} {abs(change)} คะแนนจาก{of_year}"
        words = f"{moved} ที่ได้ {before} คะแนน" if change else f"เท่ากับ{of_year}"
    return {
        f"คะแนนปีก่อน{suffix}": score_words(before),
        f"ผลต่าง{suffix}": UNKNOWN if change is None else str(abs(change)),
        f"เทียบปีก่อน{suffix}": words,
    }


def passed(result: YearResult) -> str:
    """Return whether the result passes; "" where that is not known."""
    total, line = result.total.shown, result.criteria.pass_line
    if total is None or line is None or not result.complete:
        return ""
    words = "ผ่านเกณฑ์การประเมิน" if total >= line else "ยังไม่ผ่านเกณฑ์การประเมิน"
    return f"{words}ซึ่งกำหนดไว้ที่ {plain_number(line)} คะแนน"


def low_items(result: YearResult, number: int) -> str:
    """Return which items of an indicator are its lowest; "" where none is known or all have 100."""
    low = lowest_items(result, number)
    if not low:
        return ""
    codes, score = joined([item.code for item, _ in low]), low[0][1]
    if low[0][0].is_oit:
        return f"ข้อที่ยังไม่ได้คะแนน คือ {codes}"
    if 1 < len(low) == len(result.criteria.items_of(number)):
        return f"ทุกข้อได้คะแนนเท่ากันที่ {score:.2f} คะแนน"
    return f"ข้อที่ได้คะแนนน้อยที่สุด คือ {codes} ({score:.2f} คะแนน)"


def ends(ranking: Sequence[tuple[Indicator, Decimal]]) -> Iterator[tuple[str, Decimal | None]]:
    """Give the words for highest and lowest, each with the score; None without any."""
    scores = [score for _, score in ranking]
    yield "สูงสุด", max(scores, default=None)
    yield "ต่ำสุด", min(scores, default=None)


def highest_and_lowest(ranking: Sequence[tuple[Indicator, Decimal]]) -> str:
    """Return the highest and the lowest of an instrument in words; "" without scores."""
    if not ranking:
        return ""
    (_, most), (_, least) = ends(ranking)
    if most == least:
        which = "ทุกตัวชี้วัด" if len(ranking) > 1 else _name(ranking[0][0])
        return f"{which}ได้คะแนน{'เท่ากันที่' if len(ranking) > 1 else ''} {most} คะแนน"
    highest = names_of(one for one, score in ranking if score == most)
    lowest = names_of(one for one, score in ranking if score == least)
    return (
        f"ตัวชี้วัดที่ได้คะแนนสูงสุด คือ {highest} ({most} คะแนน) "
        f"และตัวชี้วัดที่ได้คะแนนต่ำสุด คือ {lowest} ({least} คะแนน)"
    )


def in_order(ranking: Sequence[tuple[Indicator, Decimal]], limits: BandLimits) -> str:
    """Return what has to be done about the indicators, the most urgent first."""
    ordered = sorted((pair for pair in ranking), key=lambda pair: pair[0].number)
    parts: list[str] = []
    for band, words in _TO_DO.items():
        if names := names_of(one for one, score in ordered if band_of(score, limits) is band):
            parts.append(f"{words}{names}")
    return joined(parts)


def _name(indicator: Indicator) -> str:
    return f"ตัวชี้วัดที่ {indicator.number} {indicator.name}"


def names_of(indicators: Iterable[Indicator]) -> str:
    """Return indicators by number and name, the last with และ before it."""
    return joined([_name(one) for one in indicators])


def score_words(score: Decimal | None) -> str:
    """Return a score with two decimals; dots to write on where there is none."""
    return UNKNOWN if score is None else f"{score:.2f}"


def plain_number(number: Decimal) -> str:
    """Return a weight or a limit without decimals that say nothing: 30, 85.5."""
    return f"{number.normalize():f}"


def joined(parts: Sequence[str]) -> str:
    """Return the parts of a list in a sentence, the last with และ before it."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{' '.join(parts[:-1])} และ{'' if not parts[-1][:1].isascii() else ' '}{parts[-1]}"
