"""What a clerk does with the texts of an analysis report, each as one deed.

``year`` is the fiscal year the report is asked for in, or the one whose scores it analyses: both
name the same report. Its texts are kept under the latter.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ita_desktop.db.analysis_texts import (
    analysis_texts,
    own_text_names,
    put_analysis_text,
    remove_analysis_text,
)
from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.analysis_places import places_of
from ita_desktop.documents.analysis_texts import (
    filled_text,
    form_of,
    printed_text,
    template_of,
    text_names,
    title_of,
)
from ita_desktop.documents.model import Digits
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.measure_entry import clean_field
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.analysis.papers import analysis_source
from ita_desktop.workflows.analysis.years import analysed_year
from ita_desktop.workflows.scores.year_scores import refuse_unknown_year


@dataclass(frozen=True, slots=True, kw_only=True)
class TextState:
    """A text of a year's report and how it stands."""

    name: str
    title: str
    template: str
    """With its places in braces."""
    filled: str
    """What the template says now."""
    printed: str
    """What the paper prints: ``filled``, or the frozen words."""
    frozen: bool
    outdated: bool
    """It is frozen and the data moved on since."""
    edited: bool
    """The template is not the starting one."""
    own_year: bool
    """The year has it itself; an edited one without came along from a year before."""


def text_states(file: DataFile, year: int) -> tuple[TextState, ...]:
    """Return the texts of a year's report in the order of the paper. Raises ClerkError."""
    year = analysed_year(file, year)
    source = analysis_source(file, year, Digits.ARABIC)
    places, own = places_of(source), own_text_names(file, year)
    return tuple(
        _state(name, source.texts, places, title_of(name, source.scores.result.criteria), own)
        for name in text_names(source)
    )


def _state(
    name: str,
    texts: Mapping[str, AnalysisText],
    places: Mapping[str, str],
    title: str,
    own: frozenset[str],
) -> TextState:
    template = template_of(texts, name)
    filled = filled_text(template, places)
    text = texts.get(name)
    return TextState(
        name=name,
        title=title,
        template=template,
        filled=filled,
        printed=printed_text(texts, places, name),
        frozen=text is not None and text.is_frozen,
        outdated=text is not None and text.is_outdated(filled),
        edited=template != form_of(name).starting,
        own_year=name in own,
    )


def put_text(file: DataFile, year: int, name: str, text: str) -> None:
    """Keep a text as typed: the template, or of a frozen one the words that are printed.

    Raises ClerkError for one too long, and for a frozen one that would be empty.
    """
    year = analysed_year(file, year)
    refuse_unknown_year(file, year)
    kept = clean_field(text)
    before = analysis_texts(file, year).get(name)
    words = form_of(name).words
    if before is not None and before.is_frozen:
        if not kept:
            raise ClerkError(f"ข้อความที่ตรึงไว้ว่างไม่ได้ กรุณาให้ “{words}” ตามข้อมูลก่อน แล้วจึงลบข้อความ")
        after = replace(before, frozen=kept)
    else:
        after = AnalysisText(name=name, text=kept)
        if kept == template_of(analysis_texts(file, year), name):
            return
    with file.deed(f"แก้ข้อความ {words}"):
        put_analysis_text(file, year, after)


def freeze_text(file: DataFile, year: int, name: str) -> None:
    """Keep what a text says now, whatever becomes of the data. Raises ClerkError for an empty one.

    Of a frozen one the words that the template says now take the place of the old ones.
    """
    year = analysed_year(file, year)
    refuse_unknown_year(file, year)
    state = _state_of(file, year, name)
    if not state.filled.strip():
        words = form_of(name).words
        raise ClerkError(f"“{words}” ยังไม่มีข้อความ จึงตรึงไว้ไม่ได้ กรุณาพิมพ์ข้อความก่อน")
    with file.deed(f"ตรึงข้อความ {form_of(name).words}"):
        put_analysis_text(file, year, _frozen(state))


def freeze_all(file: DataFile, year: int) -> None:
    """Freeze every text that is not frozen yet and says something; one deed."""
    year = analysed_year(file, year)
    refuse_unknown_year(file, year)
    states = [one for one in text_states(file, year) if not one.frozen and one.filled.strip()]
    with file.deed("ตรึงข้อความทั้งฉบับ"):
        for state in states:
            put_analysis_text(file, year, _frozen(state))


def unfreeze_text(file: DataFile, year: int, name: str) -> None:
    """Let a text follow the data again; its frozen words go."""
    year = analysed_year(file, year)
    text = analysis_texts(file, year).get(name)
    if text is None or not text.is_frozen:
        return
    with file.deed(f"ให้ข้อความตามข้อมูล {form_of(name).words}"):
        if text.text == _inherited(file, year, name):
            remove_analysis_text(file, year, name)
        else:
            put_analysis_text(file, year, AnalysisText(name=name, text=text.text))


def keep_frozen(file: DataFile, year: int, name: str) -> None:
    """Say that the words of a frozen text hold though the data moved on: it is marked no more."""
    year = analysed_year(file, year)
    text = analysis_texts(file, year).get(name)
    if text is None or not text.is_frozen:
        return
    filled = _state_of(file, year, name).filled
    with file.deed(f"คงข้อความที่ตรึงไว้ {form_of(name).words}"):
        put_analysis_text(file, year, replace(text, basis=filled))


def reset_text(file: DataFile, year: int, name: str) -> None:
    """Take the year's own text away: it is last year's again, or the starting one.

    One that the year has from last year goes back to the starting one.
    """
    year = analysed_year(file, year)
    refuse_unknown_year(file, year)
    own, starting = name in own_text_names(file, year), form_of(name).starting
    with file.deed(f"กลับข้อความตั้งต้น {form_of(name).words}"):
        if own:
            remove_analysis_text(file, year, name)
        elif template_of(analysis_texts(file, year), name) != starting:
            put_analysis_text(file, year, AnalysisText(name=name, text=starting))


def _state_of(file: DataFile, year: int, name: str) -> TextState:
    """Return how a text stands, also one that the year's paper does not print."""
    source = analysis_source(file, year, Digits.ARABIC)
    title = title_of(name, source.scores.result.criteria)
    return _state(name, source.texts, places_of(source), title, own_text_names(file, year))


def _frozen(state: TextState) -> AnalysisText:
    return AnalysisText(
        name=state.name, text=state.template, frozen=state.filled, basis=state.filled
    )


def _inherited(file: DataFile, year: int, name: str) -> str:
    """Return the text as it is without what the year has itself."""
    return template_of(analysis_texts(file, year - 1), name)
