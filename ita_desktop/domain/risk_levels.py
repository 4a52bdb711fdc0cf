"""Levels of risks: what a typed level means, and the level a risk has by its year's method."""

import re
from dataclasses import dataclass
from typing import Final

from ita_desktop.domain.risk_method import LevelBand, RiskMethod, ScaleStep
from ita_desktop.domain.risks import Process, Risk
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, one_line, quoted

_NUMBER: Final = re.compile(r"[0-9]+")
_EMPTY: Final = frozenset({"", "-", "–"})
_NEGATIVE: Final = re.compile(r"[-–][0-9]")
"""Minus one is none of the steps."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a risk stands: its product where it is known, its band, and the words a paper prints.

    ``band`` is None where nothing is known, or where the method has no band for it.
    """

    score: int | None = None
    band: LevelBand | None = None
    words: str = ""


UNKNOWN: Final = Standing()


def standing(
    method: RiskMethod, likelihood: int | None, impact: int | None, level: str = ""
) -> Standing:
    """Return the standing of a place in the matrix, else of a level as it was printed."""
    if likelihood is not None and impact is not None:
        score = likelihood * impact
        band = method.band_of(score)
        return Standing(score, band, "" if band is None else band.name)
    if not level:
        return UNKNOWN
    score, band = read_level(level, method)
    return Standing(score, band, level if band is None else band.name)


def standing_of(method: RiskMethod, process: Process, risk: Risk) -> Standing:
    """Return how a risk stands before treatment: by its numbers, its own word, its process's."""
    return standing(method, risk.likelihood, risk.impact, risk.level or process.level)


def standing_after(method: RiskMethod, risk: Risk) -> Standing:
    """Return how a risk stands after treatment; ``UNKNOWN`` where that is not told."""
    return standing(method, risk.after_likelihood, risk.after_impact, risk.after_level)


def read_level(text: str, method: RiskMethod) -> tuple[int | None, LevelBand | None]:
    """Return the product and the band that a printed level names: "สูง", "12", "๑๒ (สูง)".

    Where word and number are of two bands it is the word's. None for what is not said.
    """
    plain = to_arabic_digits(one_line(text))
    numbers = [int(one) for one in _NUMBER.findall(plain)]
    words = _NUMBER.sub("", plain).strip(" ()[]=:.,/-–")
    score = numbers[-1] if numbers else None
    named = next((band for band in method.bands if fold(band.name) == fold(words)), None)
    if named is None and not words and score is not None:
        return score, method.band_of(score)
    return score, named


def parse_level(text: str, method: RiskMethod) -> str:
    """Return a typed level as it is kept: the band's name, its number, or "สูง (12)".

    Raises ClerkError where it names no level of the method, a number that no product is, or a word
    and a number of two levels.
    """
    plain = to_arabic_digits(one_line(text))
    if plain in _EMPTY:
        return ""
    score, band = read_level(plain, method)
    words = _NUMBER.sub("", plain).strip(" ()[]=:.,/-–")
    known = ", ".join(one.name for one in method.bands)
    if words and band is None:
        raise ClerkError(f"ไม่รู้จักระดับ {quoted(text)} กรุณาใช้คำใดคำหนึ่ง: {known}")
    if score is None:
        return "" if band is None else band.name
    if (
        _NEGATIVE.match(plain)
        or len(_NUMBER.findall(plain)) > 1
        or score not in method.products
        or band is None
    ):
        products = ", ".join(map(str, method.products))
        raise ClerkError(f"{quoted(text)} ไม่ใช่คะแนนความเสี่ยงของเกณฑ์นี้ คะแนนที่เป็นได้คือ {products}")
    if words and not band.holds(score):
        of_score = method.band_of(score)
        meant = "" if of_score is None else f" คะแนน {score} อยู่ในระดับ{of_score.name}"
        raise ClerkError(
            f"ระดับ {quoted(text)} ขัดกันเอง{meant} กรุณาแก้คำหรือตัวเลขให้ตรงกัน",
            wanted=f"คำและคะแนนของระดับเดียวกัน{meant}",
        )
    return f"{band.name} ({score})" if words else str(score)


def parse_step(text: str, steps: tuple[ScaleStep, ...], title: str) -> int | None:
    """Return the step of a scale that a typed value or its name is; None of an empty text.

    Takes "4", "๔", "สูง", "4 สูง", "สูง (๔)". Raises ClerkError with the steps that there are.
    """
    plain = to_arabic_digits(one_line(text))
    if plain in _EMPTY:
        return None
    numbers = [int(one) for one in _NUMBER.findall(plain)]
    words = _NUMBER.sub("", plain).strip(" ()[]=:.,/-–")
    for step in steps if not _NEGATIVE.match(plain) else ():
        by_number = not numbers or numbers == [step.value]
        by_name = not words or fold(words) == fold(step.name)
        if by_number and by_name and (numbers or words):
            return step.value
    known = ", ".join(f"{step.value} {step.name}" for step in steps)
    raise ClerkError(f"{title}ไม่มีระดับ {quoted(text)} กรุณากรอกค่าใดค่าหนึ่ง: {known}")
