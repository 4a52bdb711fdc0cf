"""What stands in the cells of tables of risks: events, levels and treatments in words."""

from collections.abc import Mapping, Sequence

from ita_desktop.domain.numbered import list_markers, marked
from ita_desktop.domain.risk_levels import Standing, standing, standing_of
from ita_desktop.domain.risk_method import LevelBand, RiskMethod
from ita_desktop.domain.risk_scales import OWN_NAME
from ita_desktop.domain.risks import Process, Risk, Treatment

UNKNOWN_LEVEL = "–"
"""In a list of levels: of this event none is known."""
_UNCHECKED = "ยังไม่ได้ตรวจกับคู่มือ"
_CHANGED = "ปรับปรุงโดยหน่วยงาน"


def events(process: Process) -> str:
    """Return the events of a process in one cell, a paragraph each; one alone has no number."""
    return _listed([risk.marker for risk in process.risks], [risk.text for risk in process.risks])


def controls(treatments: Sequence[Treatment], measures: Mapping[int, str]) -> str:
    """Return treatments in one cell, a paragraph each; one alone has no number.

    ``measures``: in words, by number; a treatment without words of its own is called by its
    measure, else by its project.
    """
    return _listed([one.marker for one in treatments], [control(t, measures) for t in treatments])


def control(treatment: Treatment, measures: Mapping[int, str]) -> str:
    """Return a treatment in words: its own, else its measure's, else its project's."""
    linked = measures.get(treatment.measure, "") if treatment.measure is not None else ""
    return treatment.text or linked or treatment.project_words


def score_words(stands: Standing) -> str:
    """Return a level with its number first: "12 (สูง)"; only what is known of the two."""
    return _both(_figure(stands), stands.words, stands)


def level_words(stands: Standing) -> str:
    """Return a level with its word first: "สูง (12)"; only what is known of the two."""
    return _both(stands.words, _figure(stands), stands)


def _figure(stands: Standing) -> str:
    return "" if stands.score is None else str(stands.score)


def _both(first: str, second: str, stands: Standing) -> str:
    if stands.words and stands.band is None:  # printed by somebody: its number is in it already
        return stands.words
    return f"{first} ({second})" if first and second else first or second


def levels(method: RiskMethod, process: Process) -> str:
    """Return the levels of a process's events, one a line as the events stand.

    One line alone counts for all of them: it is the process's own.
    """
    if not any(has_own_level(risk) for risk in process.risks):
        return level_words(standing(method, None, None, process.level))
    stand = [level_words(standing_of(method, process, risk)) for risk in process.risks]
    return "\n".join(words or UNKNOWN_LEVEL for words in stand)


def has_own_level(risk: Risk) -> bool:
    """Say whether a risk says its level itself and does not leave it to its process."""
    return risk.is_placed or bool(risk.level)


def limits_of(band: LevelBand) -> str:
    """Return the products a level is for: "9–14", one alone as it is."""
    return f"{band.first}" if band.first == band.last else f"{band.first}–{band.last}"


def band_words(band: LevelBand) -> str:
    """Return a level with its limits: "สูง 9–14"."""
    return f"{band.name} {limits_of(band)}"


def method_words(method: RiskMethod) -> str:
    """Return how the method is called and where it is from, as far as that is known.

    Of the office's own only that it is: what it was copied from is the editor's to tell, a paper
    that the executive signs is not the place for it.
    """
    if method.own:
        return _named(method, _changed(method))
    told = (f"ที่มา: {method.source}",) if method.source else ()
    return _named(method, (*told, *_unchecked(method)))


def bands_line(method: RiskMethod) -> str:
    """Return the bands that a paper used in one line, under the name of their method."""
    listed = ", ".join(map(band_words, method.bands))
    named = _named(method, _changed(method) if method.own else _unchecked(method))
    return f"ระดับความเสี่ยงตามเกณฑ์ {named}: {listed}"


def _named(method: RiskMethod, told: Sequence[str]) -> str:
    return f"{method.name} ({', '.join(told)})" if told else method.name


def _changed(method: RiskMethod) -> tuple[str, ...]:
    """Return that a method is the office's own, unless its name says so."""
    return () if method.name.endswith(OWN_NAME) else (_CHANGED,)


def _unchecked(method: RiskMethod) -> tuple[str, ...]:
    """Return that nobody held a preset against its handbook; an own method needs no such word."""
    return () if method.own or method.status.checked else (_UNCHECKED,)


def product_words(method: RiskMethod) -> str:
    """Return what is multiplied: "โอกาสที่เกิด × ผลกระทบ"."""
    return f"{method.likelihood_title} × {method.impact_title}"


def _listed(markers: Sequence[str], texts: Sequence[str]) -> str:
    numbered = enumerate(zip(list_markers(markers), texts, strict=True), start=1)
    return "\n".join(marked(marker, number, text) for number, (marker, text) in numbered)
