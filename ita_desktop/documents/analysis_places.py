"""What the places of an analysis text stand for, and what each says of the data now."""

from collections.abc import Mapping
from typing import Final

from ita_desktop.documents.analysis_findings import weak_items
from ita_desktop.documents.analysis_phrases import (
    compared,
    ends,
    highest_and_lowest,
    in_order,
    joined,
    low_items,
    names_of,
    passed,
    plain_number,
    score_words,
)
from ita_desktop.documents.analysis_texts import UNKNOWN
from ita_desktop.documents.source import AnalysisSource
from ita_desktop.domain.bands import Band, band_of, indicators_by_band
from ita_desktop.domain.criteria import Criteria, Indicator
from ita_desktop.domain.disclosure import oit_items
from ita_desktop.domain.levels import level_of
from ita_desktop.domain.scores import Figure

PLACES: Final[Mapping[str, str]] = {
    "หน่วยงาน": "ชื่อหน่วยงาน",
    "ผู้บริหาร": "ชื่อผู้บริหาร",
    "ตำแหน่งผู้บริหาร": "ตำแหน่งของผู้บริหาร",
    "อำเภอ": "อำเภอของหน่วยงาน",
    "จังหวัด": "จังหวัดของหน่วยงาน",
    "ปี": "ปีงบประมาณของคะแนนที่วิเคราะห์",
    "ปีก่อน": "ปีงบประมาณก่อนหน้านั้น",
    "ปีดำเนินการ": "ปีงบประมาณของมาตรการและปฏิทิน",
    "ปีเปิดเผย": "ปีงบประมาณของรายการ OIT",
    "จำนวนเครื่องมือ": "จำนวนเครื่องมือประเมิน",
    "จำนวนตัวชี้วัด": "จำนวนตัวชี้วัดทั้งหมด",
    "น้ำหนักแต่ละเครื่องมือ": "น้ำหนักของทุกเครื่องมือ",
    "คะแนนรวม": "คะแนนในภาพรวม",
    "ระดับ": "ระดับผลการประเมิน",
    "ผลตามเกณฑ์": "ผ่านหรือยังไม่ผ่านเกณฑ์",
    "เกณฑ์ผ่าน": "คะแนนที่ถือว่าผ่าน",
    "คะแนนปีก่อน": "คะแนนในภาพรวมของปีก่อน",
    "ผลต่าง": "คะแนนในภาพรวมต่างจากปีก่อนเท่าใด",
    "เทียบปีก่อน": "เพิ่มหรือลดจากปีก่อน เป็นข้อความ (ว่างหากไม่มีปีก่อน)",
    "คะแนนสูงสุด": "คะแนนสูงสุดรายตัวชี้วัด",
    "ตัวชี้วัดสูงสุด": "ตัวชี้วัดที่ได้คะแนนสูงสุด",
    "คะแนนต่ำสุด": "คะแนนต่ำสุดรายตัวชี้วัด",
    "ตัวชี้วัดต่ำสุด": "ตัวชี้วัดที่ได้คะแนนต่ำสุด",
    "เกณฑ์เร่งด่วน": "คะแนนที่ต่ำกว่านี้ต้องแก้ไขโดยเร่งด่วน",
    "เกณฑ์รักษา": "คะแนนตั้งแต่นี้ควรรักษามาตรฐานไว้",
    "จำนวนตัวชี้วัดเร่งด่วน": "จำนวนตัวชี้วัดที่ต้องแก้ไขโดยเร่งด่วน",
    "จำนวนตัวชี้วัดพัฒนา": "จำนวนตัวชี้วัดที่ต้องพัฒนา",
    "จำนวนตัวชี้วัดรักษา": "จำนวนตัวชี้วัดที่ควรรักษามาตรฐาน",
    "ตัวชี้วัดเร่งด่วน": "ชื่อตัวชี้วัดที่ต้องแก้ไขโดยเร่งด่วน",
    "ตัวชี้วัดพัฒนา": "ชื่อตัวชี้วัดที่ต้องพัฒนา",
    "ตัวชี้วัดรักษา": "ชื่อตัวชี้วัดที่ควรรักษามาตรฐาน",
    "มีตัวชี้วัดเร่งด่วน": "“มีจำนวน … ตัวชี้วัด ดังนี้” ของกลุ่มเร่งด่วน",
    "มีตัวชี้วัดพัฒนา": "“มีจำนวน … ตัวชี้วัด ดังนี้” ของกลุ่มพัฒนา",
    "มีตัวชี้วัดรักษา": "“มีจำนวน … ตัวชี้วัด ดังนี้” ของกลุ่มรักษามาตรฐาน",
    "จำนวนมาตรการ": "จำนวนมาตรการ",
    "จำนวนข้อเปิดเผย": "จำนวนข้อ OIT ของปีที่เปิดเผย",
    "จำนวนข้อมีผู้รับผิดชอบ": "จำนวนข้อ OIT ที่ระบุหน่วยงานรับผิดชอบแล้ว",
}
"""The places any text may have, and what each stands for."""

_OF_FIGURE: Final[Mapping[str, str]] = {
    "คะแนน": "คะแนน",
    "กลุ่ม": "อยู่ในกลุ่มใดตามเกณฑ์ของหน่วยงาน",
    "คะแนนปีก่อน": "คะแนนของปีก่อน",
    "ผลต่าง": "ต่างจากปีก่อนเท่าใด",
    "เทียบปีก่อน": "เพิ่มหรือลดจากปีก่อน เป็นข้อความ",
}
_OF_INSTRUMENT: Final[Mapping[str, str]] = {
    **_OF_FIGURE,
    "น้ำหนัก": "น้ำหนัก",
    "คะแนนถ่วง": "คะแนนถ่วงน้ำหนัก",
    "จำนวนตัวชี้วัด": "จำนวนตัวชี้วัด",
    "สูงสุดและต่ำสุด": "ตัวชี้วัดที่ได้คะแนนสูงสุดและต่ำสุด เป็นข้อความ",
    "ลำดับความสำคัญ": "ตัวชี้วัดที่ต้องแก้ไข ต้องพัฒนา และควรรักษาไว้ เป็นข้อความ",
    "จำนวนข้อที่ควรปรับปรุง": "จำนวนข้อที่ได้คะแนนน้อยหรือมีข้อค้นพบ",
    "มีข้อที่ควรปรับปรุง": "“ข้อที่ควรปรับปรุง มีจำนวน … ข้อ ดังนี้”",
}
_OF_INDICATOR: Final[Mapping[str, str]] = {
    **_OF_FIGURE,
    "อันดับ": "อันดับคะแนนของตัวชี้วัด",
    "แนวทาง": "ต้องแก้ไข ต้องพัฒนา หรือควรรักษาไว้ “ด้วยการ”",
    "ข้อต่ำ": "ข้อที่ได้คะแนนน้อยที่สุด เป็นข้อความ",
    "จำนวนตัวชี้วัดย่อย": "จำนวนตัวชี้วัดย่อย",
    "ตัวชี้วัดย่อย": "ชื่อตัวชี้วัดย่อย",
}
_BAND_NAMES: Final = {Band.URGENT: "เร่งด่วน", Band.IMPROVE: "พัฒนา", Band.KEEP: "รักษา"}
_BAND_PHRASES: Final = {
    Band.URGENT: "อยู่ในกลุ่มที่ต้องแก้ไขโดยเร่งด่วน",
    Band.IMPROVE: "อยู่ในกลุ่มที่ต้องพัฒนาให้ดียิ่งขึ้น",
    Band.KEEP: "อยู่ในกลุ่มที่ควรรักษามาตรฐานไว้",
}
_WAYS: Final = {
    Band.URGENT: "เรื่องนี้ต้องแก้ไขโดยเร่งด่วน ด้วยการ",
    Band.IMPROVE: "เรื่องนี้ต้องพัฒนาให้ดียิ่งขึ้น ด้วยการ",
    Band.KEEP: "เรื่องนี้ทำได้ดีและควรรักษามาตรฐานไว้ ด้วยการ",
    None: "แนวทางดำเนินการ คือการ",
}


def place_words(criteria: Criteria) -> Mapping[str, str]:
    """Return all places a text of a year's report may have, and what each stands for."""
    found = dict(PLACES)
    for instrument in criteria.instruments:
        for place, words in _OF_INSTRUMENT.items():
            found[f"{place}:{instrument.code}"] = f"{words} ของ {instrument.code}"
    for one in criteria.indicators:
        for place, words in _OF_INDICATOR.items():
            found[f"{place}:{one.number}"] = f"{words} ของตัวชี้วัดที่ {one.number} {one.name}"
    return found


def places_of(source: AnalysisSource) -> Mapping[str, str]:
    """Return what each place says now, in Arabic digits.

    Dots to write on stand for what nobody has told yet; phrases that have nothing to say are "".
    """
    office, result = source.scores.office, source.scores.result
    year, total = result.criteria.fiscal_year, result.total.shown
    before = source.scores.last_year
    level = level_of(result) if result.complete else None
    gap = "" if level is None or not level.name.isascii() else " "
    criteria, measures = result.criteria, sum(1 for _ in source.plan.tracker.measures())
    found: dict[str, str] = {
        "หน่วยงาน": office.name,
        "ผู้บริหาร": office.executive or UNKNOWN,
        "ตำแหน่งผู้บริหาร": office.executive_title or UNKNOWN,
        "อำเภอ": office.district or UNKNOWN,
        "จังหวัด": office.province or UNKNOWN,
        "ปี": str(year),
        "ปีก่อน": str(year - 1),
        "ปีดำเนินการ": str(source.plan.tracker.fiscal_year),
        "จำนวนเครื่องมือ": str(len(criteria.instruments)),
        "จำนวนตัวชี้วัด": str(len(criteria.indicators)),
        "น้ำหนักแต่ละเครื่องมือ": joined(
            [f"{one.code} ร้อยละ {plain_number(one.weight)}" for one in criteria.instruments]
        ),
        "คะแนนรวม": score_words(total),
        "ระดับ": f"ระดับ{gap}{UNKNOWN if level is None else level.name}",
        "ผลตามเกณฑ์": passed(result),
        "เกณฑ์ผ่าน": UNKNOWN if criteria.pass_line is None else plain_number(criteria.pass_line),
        **compared("", total, None if before is None else before.total.shown, year - 1),
        "เกณฑ์เร่งด่วน": f"{office.limits.urgent_below:.2f}",
        "เกณฑ์รักษา": f"{office.limits.keep_from:.2f}",
        "จำนวนมาตรการ": str(measures),
        **_duties(source),
    }
    ranking = result.ranking
    for word, score in ends(ranking):
        found[f"คะแนน{word}"] = score_words(score)
        found[f"ตัวชี้วัด{word}"] = names_of(i for i, shown in ranking if shown == score) or UNKNOWN
    for band, indicators in indicators_by_band(result, office.limits).items():
        name, count = _BAND_NAMES[band], len(indicators)
        found[f"จำนวนตัวชี้วัด{name}"] = str(count)
        found[f"ตัวชี้วัด{name}"] = names_of(indicators) or "ไม่มี"
        found[f"มีตัวชี้วัด{name}"] = f"มีจำนวน {count} ตัวชี้วัด ดังนี้" if count else "ไม่มีตัวชี้วัดในกลุ่มนี้"
    for instrument in criteria.instruments:
        found |= _of_instrument(source, instrument.code)
    for indicator in criteria.indicators:
        found |= _of_indicator(source, indicator)
    return found


def _of_figure(source: AnalysisSource, code: str, figure: Figure) -> dict[str, str]:
    """Return the places that an instrument and an indicator both have."""
    before, limits = source.scores.last_year, source.scores.office.limits
    earlier = None if before is None else before.figure(code)
    year = source.scores.result.criteria.fiscal_year - 1
    shown = figure.shown
    return {
        f"คะแนน:{code}": score_words(shown),
        f"กลุ่ม:{code}": "" if shown is None else _BAND_PHRASES[band_of(shown, limits)],
        **compared(f":{code}", shown, None if earlier is None else earlier.shown, year),
    }


def _of_instrument(source: AnalysisSource, code: str) -> dict[str, str]:
    result, limits = source.scores.result, source.scores.office.limits
    criteria = result.criteria
    indicators = criteria.indicators_of(code)
    ranking = [pair for pair in result.ranking if pair[0] in indicators]
    weak = len(weak_items(source, code))
    weighted = result.weighted.get(code)
    return {
        **_of_figure(source, code, result.instruments[code]),
        f"น้ำหนัก:{code}": plain_number(criteria.instrument_by_code[code].weight),
        f"คะแนนถ่วง:{code}": score_words(weighted),
        f"จำนวนตัวชี้วัด:{code}": str(len(indicators)),
        f"สูงสุดและต่ำสุด:{code}": highest_and_lowest(ranking),
        f"ลำดับความสำคัญ:{code}": in_order(ranking, limits),
        f"จำนวนข้อที่ควรปรับปรุง:{code}": str(weak),
        f"มีข้อที่ควรปรับปรุง:{code}": (f"ข้อที่ควรปรับปรุง มีจำนวน {weak} ข้อ ดังนี้" if weak else ""),
    }


def _of_indicator(source: AnalysisSource, indicator: Indicator) -> dict[str, str]:
    result, limits = source.scores.result, source.scores.office.limits
    number = indicator.number
    shown = result.indicators[number].shown
    subs = result.criteria.sub_indicators_of(number)
    places = (place for place, (one, _) in enumerate(result.ranking, 1) if one.number == number)
    rank = next(places, None)
    return {
        **_of_figure(source, str(number), result.indicators[number]),
        f"อันดับ:{number}": UNKNOWN if rank is None else str(rank),
        f"แนวทาง:{number}": _WAYS[None if shown is None else band_of(shown, limits)],
        f"ข้อต่ำ:{number}": low_items(result, number),
        f"จำนวนตัวชี้วัดย่อย:{number}": str(len(subs)),
        f"ตัวชี้วัดย่อย:{number}": joined([sub.name for sub in subs]),
    }


def _duties(source: AnalysisSource) -> dict[str, str]:
    duties = source.duties
    if duties is None:
        unknown = ("ปีเปิดเผย", "จำนวนข้อเปิดเผย", "จำนวนข้อมีผู้รับผิดชอบ")
        return dict.fromkeys(unknown, UNKNOWN)
    items = oit_items(duties.criteria)
    told = sum(bool(duties.disclosure.of(item.code).units.strip()) for item in items)
    return {
        "ปีเปิดเผย": str(duties.criteria.fiscal_year),
        "จำนวนข้อเปิดเผย": str(len(items)),
        "จำนวนข้อมีผู้รับผิดชอบ": str(told),
    }
