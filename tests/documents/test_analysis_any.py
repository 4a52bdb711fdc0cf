"""Whatever the scores: every figure in the texts is of the data, and the paper can be made."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from ita_desktop.documents.analysis_findings import weak_items
from ita_desktop.documents.analysis_places import PLACES, place_words, places_of
from ita_desktop.documents.analysis_report import analysis_report, analysis_sheets
from ita_desktop.documents.analysis_texts import (
    UNKNOWN,
    filled_text,
    form_of,
    printed_text,
    text_names,
    title_of,
    unknown_places,
)
from ita_desktop.documents.model import Heading, Paragraph
from ita_desktop.documents.source import AnalysisSource
from ita_desktop.documents.text import plain
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.bands import Band, indicators_by_band
from ita_desktop.domain.criteria import Indicator, Instrument, Status
from ita_desktop.domain.levels import level_of
from ita_desktop.domain.scores import compute
from ita_desktop.pdf.write import make_pdf
from ita_desktop.typesetting.faces import bundled_typeface

from .analysis_sources import any_source, seed_source, source_of

_DECIMAL = re.compile(r"(?<![\d.])\d+\.\d\d(?![\d.])")
_SCORE = re.compile(r"([\d.]+|…+) คะแนน")


def of_data(source: AnalysisSource) -> set[str]:
    """Return every figure with two decimals that the data give."""
    result, limits = source.scores.result, source.scores.office.limits
    years = [result, *([source.scores.last_year] if source.scores.last_year else [])]
    shown = [
        {
            "total": year.total.shown,
            **{code: figure.shown for code, figure in year.instruments.items()},
            **{str(number): figure.shown for number, figure in year.indicators.items()},
        }
        for year in years
    ]
    known = [score for figures in shown for score in figures.values() if score is not None]
    known += [entry for entry in result.entries.values() if isinstance(entry, Decimal)]
    known += [*result.weighted.values(), limits.urgent_below, limits.keep_from]
    if len(shown) == 2:
        known += [
            abs(now - before)
            for code, now in shown[0].items()
            if now is not None and (before := shown[1].get(code)) is not None
        ]
    return {f"{one:.2f}" for one in known}


def everything(source: AnalysisSource) -> None:
    result, limits = source.scores.result, source.scores.office.limits
    places = places_of(source)
    assert places.keys() == place_words(result.criteria).keys()
    texts = {name: printed_text(source.texts, places, name) for name in text_names(source)}
    figures = of_data(source)
    for name, text in texts.items():
        assert "{" not in text
        assert "  " not in text, name
        assert {*_DECIMAL.findall(text)} <= figures, name
    _result(source, texts["result"])
    for code, figure in result.instruments.items():
        told = _SCORE.findall(texts[f"instrument:{code}"])
        assert told[0] == (UNKNOWN if figure.shown is None else str(figure.shown))
        weak = len(weak_items(source, code))
        assert (f"มีจำนวน {weak} ข้อ" in texts[f"advice:{code}"]) is (weak > 0)
    for band, indicators in indicators_by_band(result, limits).items():
        count = f"มีจำนวน {len(indicators)} ตัวชี้วัด ดังนี้" if indicators else "ไม่มีตัวชี้วัดในกลุ่มนี้"
        assert texts[f"band:{band.value}"].endswith(count)
    _paper(source)


def _result(source: AnalysisSource, text: str) -> None:
    """Check the sentences of the result one by one."""
    result = source.scores.result
    total, before = result.total.shown, source.scores.last_year
    assert f"ในภาพรวม {UNKNOWN if total is None else total} คะแนน" in text
    level = level_of(result) if result.complete else None
    assert (
        f"ระดับ{'' if level is None else level.name}" in text.replace("ระดับ ", "ระดับ")
    ) or level is None
    counts = [
        len(some) for some in indicators_by_band(result, source.scores.office.limits).values()
    ]
    told = re.findall(r"(?:เร่งด่วน|พัฒนา|มาตรฐานไว้) (\d+) ตัวชี้วัด", text)
    assert [int(one) for one in told] == counts
    moved = re.search(r"(เพิ่มขึ้น|ลดลง) ([\d.]+) คะแนนจากปีงบประมาณ พ\.ศ\. (\d+) ที่ได้ ([\d.]+)", text)
    earlier = None if before is None else before.total.shown
    if total is None or earlier is None or total == earlier:
        assert moved is None
    else:
        assert moved is not None
        sign = 1 if moved[1] == "เพิ่มขึ้น" else -1
        assert Decimal(moved[4]) + sign * Decimal(moved[2]) == total
        assert int(moved[3]) == result.criteria.fiscal_year - 1


def _paper(source: AnalysisSource) -> None:
    """Check that each band holds its indicators, and that both forms of the paper can be made."""
    result = source.scores.result
    document, sheets = analysis_report(source), analysis_sheets(source)
    heads = [plain(one.text) for one in document.blocks if isinstance(one, Heading)]
    found = [
        (int(match[1]), match[2])
        for head in heads
        if (match := re.fullmatch(r"ตัวชี้วัดที่ (\d+) .* คะแนนเฉลี่ยร้อยละ ([\d.]+)", head))
    ]
    bands = indicators_by_band(result, source.scores.office.limits)
    assert found == [
        (one.number, str(result.indicators[one.number].shown))
        for band in Band
        for one in bands[band]
    ]
    assert [table.name for table in sheets.tables()][-3:] == [
        "มาตรการในการส่งเสริมและพัฒนา",
        "ขั้นตอน ระยะเวลา และวิธีปฏิบัติ",
        "หน่วยงานที่รับผิดชอบ OIT",
    ]


@given(source=any_source())
@settings(max_examples=60)
def test_every_figure_in_the_texts_is_of_the_data(source: AnalysisSource) -> None:
    everything(source)


@pytest.mark.slow
@given(source=any_source())
@settings(settings.get_profile("slow"))
def test_every_figure_in_the_texts_of_2000_years_is_of_the_data(source: AnalysisSource) -> None:
    everything(source)


def said(source: AnalysisSource) -> str:
    blocks = analysis_report(source).blocks
    return "\n".join(plain(one.text) for one in blocks if isinstance(one, Heading | Paragraph))


def test_a_year_without_anything_says_what_is_missing_and_where() -> None:
    words = said(source_of({}))
    for sentence in (
        "ยังไม่ได้บันทึกคะแนนของปีงบประมาณ พ.ศ. 2565 กรุณาบันทึกที่แท็บ “บันทึกคะแนน”",
        "ยังไม่มีคะแนนของแบบวัด OIT ปีงบประมาณ พ.ศ. 2565",
        "ยังไม่ได้บันทึกมาตรการของปีงบประมาณ พ.ศ. 2566 กรุณาบันทึกที่แท็บ “ติดตามมาตรการ”",
        "ยังไม่ได้บันทึกขั้นตอนของปีงบประมาณ พ.ศ. 2566",
        "ยังไม่ได้ระบุหน่วยงานที่รับผิดชอบข้อ OIT ของปีงบประมาณ พ.ศ. 2566",
        "ยังไม่มีคะแนนในภาพรวมของปีก่อนให้เปรียบเทียบ",
    ):
        assert sentence in words
    _, report = make_pdf(analysis_report(source_of({})), bundled_typeface(), frozenset())
    assert report.pages > 5


def test_an_indicator_without_a_score_is_named_and_in_no_band() -> None:
    words = said(source_of({"1": Decimal(80), "6": Decimal(99)}))
    assert "ยังไม่มีคะแนนของตัวชี้วัดที่ 2, 3, 4, 5, 7, 8, 9, 10 ปีงบประมาณ พ.ศ. 2565" in words
    assert "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนนเฉลี่ยร้อยละ 80.00" in words
    assert "ตัวชี้วัดที่ 2 การใช้งบประมาณ คะแนนเฉลี่ย" not in words


def test_frozen_words_are_printed_whatever_the_data_say() -> None:
    frozen = AnalysisText(name="result", text="ได้ {คะแนนรวม}", frozen="ได้ 12.34 คะแนน", basis="x")
    edited = AnalysisText(name="benefits", text="ข้อแรก {ปี}\n\nข้อสอง {ไม่มีช่องนี้}")
    words = said(source_of({}, texts={"result": frozen, "benefits": edited}))
    assert "ได้ 12.34 คะแนน" in words
    assert "ข้อแรก 2565\nข้อสอง {ไม่มีช่องนี้}" in words


def test_places_are_filled_unknown_names_stand_and_empty_phrases_leave_no_space() -> None:
    places = {"ปี": "2565", "ว่าง": ""}
    template = "ปี {ปี} {ว่าง} มี {อะไร} {x"
    assert filled_text(template, places) == "ปี 2565 มี {อะไร} {x"
    assert unknown_places(template, places) == ("อะไร",)


def test_every_starting_text_has_only_known_places() -> None:
    source = seed_source()
    places = places_of(source)
    for name in text_names(source):
        assert unknown_places(form_of(name).starting, places) == ()
        assert title_of(name, source.scores.result.criteria)
    assert PLACES.keys() <= places.keys()


@pytest.mark.parametrize("name", ["", "nothing", "band:", "band:other", "indicator:", "cover:1"])
def test_a_name_that_is_no_text_is_refused(name: str) -> None:
    with pytest.raises(LookupError):
        form_of(name)


def test_findings_of_topics_stand_with_the_items_that_score_low() -> None:
    items = {"i7": Decimal("71.20"), "i8": Decimal("99.00"), "e12": Decimal("80.00")}
    words = said(source_of(items))
    assert "มีจำนวน 1 ข้อ ดังนี้" in words
    assert "(71.20 คะแนน)" in words
    assert "(99.00 คะแนน)" not in words


def test_criteria_with_other_instruments_and_indicators_have_their_report() -> None:
    source = source_of({"11": Decimal("88.50"), "XIT": Decimal("88.50")})
    criteria = source.scores.result.criteria
    others = replace(
        criteria,
        instruments=(Instrument("XIT", "แบบวัดใหม่", Decimal(100), Status.OFFICE),),
        indicators=(Indicator(11, "ตัวชี้วัดใหม่", "XIT", Status.OFFICE),),
        sub_indicators=(),
        items=(),
        levels=(),
        pass_line=None,
    )
    result = compute(others, {"11": Decimal("88.50")})
    source = replace(source, scores=replace(source.scores, result=result, years=(result,)))
    everything(source)
    words = said(source)
    assert "ผลการประเมินจากแบบวัดใหม่ (XIT)" in words
    assert "ตัวชี้วัดที่ 11 ตัวชี้วัดใหม่ คะแนนเฉลี่ยร้อยละ 88.50" in words
    assert "ตัวชี้วัดที่ 11 ตัวชี้วัดใหม่ได้คะแนน 88.50 คะแนน" in words


def test_a_text_of_a_newer_program_is_called_by_its_name() -> None:
    assert title_of("ใหม่:1", seed_source().scores.result.criteria) == "ใหม่:1"


def test_an_indicator_whose_questions_all_score_the_same_names_none_of_them() -> None:
    codes = [item.code for item in seed_source().scores.result.criteria.items_of(1)]
    scores = dict.fromkeys(codes, Decimal("97.00"))
    alike = places_of(source_of(scores))["ข้อต่ำ:1"]
    assert alike == "ทุกข้อได้คะแนนเท่ากันที่ 97.00 คะแนน"
    lower = places_of(source_of({**scores, codes[0]: Decimal("96.50")}))["ข้อต่ำ:1"]
    assert lower == f"ข้อที่ได้คะแนนน้อยที่สุด คือ {codes[0]} (96.50 คะแนน)"


def test_what_nobody_told_is_dots_and_what_is_known_is_said() -> None:
    known = seed_source()
    places = places_of(known)
    assert (places["จังหวัด"], places["เกณฑ์ผ่าน"]) == (known.scores.office.province, "85")
    assert places["ผู้บริหาร"] == known.scores.office.executive
    office = replace(
        known.scores.office, executive="", executive_title="", district="", province=""
    )
    bare = replace(known, scores=replace(known.scores, office=office), duties=None)
    empty = ("ผู้บริหาร", "ตำแหน่งผู้บริหาร", "อำเภอ", "จังหวัด", "ปีเปิดเผย", "จำนวนข้อเปิดเผย")
    assert {places_of(bare)[name] for name in empty} == {UNKNOWN}


def test_a_figure_is_held_against_its_own_of_the_year_before() -> None:
    now, before = {"1": Decimal("90.00")}, {"1": Decimal("88.50"), "2": Decimal(70)}
    alone, beside = places_of(source_of(now)), places_of(source_of(now, before=before))
    changed = [name for name in alone if alone[name] != beside[name] and name.endswith(":1")]
    assert changed
    assert any("1.50" in beside[name] for name in changed)
    assert not [name for name in alone if alone[name] != beside[name] and name.endswith(":3")]
