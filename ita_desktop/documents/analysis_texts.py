"""The texts of an analysis report: how they are called, what they say at first, as printed.

A text is known by its name in the file: "background", or with what it is of, "advice:IIT",
"indicator:4", "band:urgent". A place is a Thai name in braces, ``{หน่วยงาน}``, ``{คะแนน:IIT}``;
braces with anything else in them are printed as they stand.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ita_desktop.documents import analysis_starting as starting
from ita_desktop.documents.source import AnalysisSource
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.bands import Band, indicators_by_band
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.places_in_text import PLACE

UNKNOWN: Final = "……………"
"""Printed for a place whose value nobody has told yet; a hand can write on it."""
_PLACE: Final = re.compile(rf"( ?){PLACE.pattern}")


@dataclass(frozen=True, slots=True)
class AnalysisForm:
    """A text: how the window calls it, and what it says until the office edits it.

    ``listed``: its lines are a list, numbered on paper; otherwise each is a paragraph.
    """

    words: str
    starting: str
    listed: bool = False


_FIRST: Final[Mapping[str, AnalysisForm]] = {
    "cover": AnalysisForm("ปก", starting.COVER),
    "background": AnalysisForm("ความเป็นมา", starting.BACKGROUND),
    "objectives": AnalysisForm("วัตถุประสงค์", starting.OBJECTIVES, listed=True),
    "benefits": AnalysisForm("ประโยชน์ที่คาดว่าจะได้รับ", starting.BENEFITS, listed=True),
    "principles": AnalysisForm("หลักการพื้นฐาน", starting.PRINCIPLES),
}
_LAST: Final[Mapping[str, AnalysisForm]] = {
    "calendar": AnalysisForm("ความนำของขั้นตอน ระยะเวลา และวิธีปฏิบัติ", starting.CALENDAR),
    "duties": AnalysisForm("ความนำของหน่วยงานที่รับผิดชอบ OIT", starting.DUTIES),
    "closing": AnalysisForm("ข้อความก่อนลงนาม", starting.CLOSING),
}
_BAND_WORDS: Final = {
    Band.URGENT: "ความนำ ประเด็นที่ต้องแก้ไขโดยเร่งด่วน",
    Band.IMPROVE: "ความนำ ประเด็นที่ต้องพัฒนา",
    Band.KEEP: "ความนำ ประเด็นที่ควรรักษามาตรฐาน",
}
_NAMED: Final[Mapping[str, AnalysisForm]] = {
    **_FIRST,
    "result": AnalysisForm("ผลการประเมินในภาพรวม", starting.RESULT),
    **{
        f"band:{band.value}": AnalysisForm(words, starting.BANDS[band.value])
        for band, words in _BAND_WORDS.items()
    },
    "measures": AnalysisForm("ความนำของมาตรการ", starting.MEASURES),
    **_LAST,
}
_OF_CODE: Final[Mapping[str, tuple[str, Mapping[str, str], str]]] = {
    "method": ("เครื่องมือ", starting.METHODS, starting.OTHER_METHOD),
    "instrument": ("ผลการประเมิน", starting.INSTRUMENTS, starting.OTHER_INSTRUMENT),
    "advice": ("ข้อเสนอแนะ", {}, starting.ADVICE),
    "indicator": (
        "ตัวชี้วัดที่",
        {str(number): text for number, text in starting.INDICATORS.items()},
        starting.OTHER_INDICATOR,
    ),
}
"""What a kind is called, its texts by code, and that of any other code."""


def form_of(name: str) -> AnalysisForm:
    """Return how a text is called and begins. Raises LookupError for a name that is no text."""
    if form := _NAMED.get(name):
        return form
    kind, _, code = name.partition(":")
    if not code or kind not in _OF_CODE:
        raise LookupError(name)
    words, known, usual = _OF_CODE[kind]
    return AnalysisForm(f"{words} {code}", known.get(code, usual).replace("CODE", code))


def text_names(source: AnalysisSource) -> tuple[str, ...]:
    """Return the names of the texts in the order in which they stand on the paper.

    An indicator stands in its band; those without a score, whose text is not printed, come last of
    the bands.
    """
    result = source.scores.result
    bands = indicators_by_band(result, source.scores.office.limits)
    return tuple(_names(result.criteria, {b: [i.number for i in bands[b]] for b in Band}))


def _names(criteria: Criteria, bands: Mapping[Band, list[int]]) -> Iterator[str]:
    yield from _FIRST
    codes = [instrument.code for instrument in criteria.instruments]
    yield from (f"method:{code}" for code in codes)
    yield "result"
    for code in codes:
        yield from (f"instrument:{code}", f"advice:{code}")
    placed: set[int] = set()
    for band, numbers in bands.items():
        yield f"band:{band.value}"
        yield from (f"indicator:{number}" for number in numbers)
        placed.update(numbers)
        if band is Band.URGENT:
            yield "measures"
    numbers = (one.number for one in criteria.indicators)
    yield from (f"indicator:{number}" for number in numbers if number not in placed)
    yield from _LAST


def title_of(name: str, criteria: Criteria) -> str:
    """Return how the window calls a text, an indicator's with its name.

    One that a newer program wrote is called by the name that the file keeps.
    """
    try:
        words = form_of(name).words
    except LookupError:
        return name
    kind, _, code = name.partition(":")
    names = {str(one.number): one.name for one in criteria.indicators if kind == "indicator"}
    return f"{words} {names[code]}" if code in names else words


def template_of(texts: Mapping[str, AnalysisText], name: str) -> str:
    """Return a text with its places: as the office edited it, else the starting one."""
    return texts[name].text if name in texts else form_of(name).starting


def printed_text(texts: Mapping[str, AnalysisText], places: Mapping[str, str], name: str) -> str:
    """Return what the paper prints of a text: its frozen words, else its template filled."""
    if name in texts and texts[name].is_frozen:
        return texts[name].frozen
    return filled_text(template_of(texts, name), places)


def filled_text(template: str, places: Mapping[str, str]) -> str:
    """Return a text with its places filled; what is no place stays as it stands.

    A place that has nothing to say takes the space before it away.
    """

    def said(match: re.Match[str]) -> str:
        if match[2] not in places:
            return match[0]
        value = places[match[2]]
        return f"{match[1]}{value}" if value else ""

    return _PLACE.sub(said, template)


def unknown_places(template: str, places: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names in braces that are no places, each once, in order."""
    names = (match[2] for match in _PLACE.finditer(template))
    return tuple(dict.fromkeys(name for name in names if name not in places))
