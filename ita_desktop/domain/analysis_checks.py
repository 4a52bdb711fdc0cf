"""Rules of the texts of an analysis report: frozen ones the data left, figures, names, places."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from ita_desktop.domain.bands import Band
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.foreign_names import template_words
from ita_desktop.domain.lacks import NOTHING_ASKED, Lack, Place, lack_of
from ita_desktop.domain.name_checks import Said, name_lacks
from ita_desktop.domain.office import Office
from ita_desktop.domain.typed_figures import Figures, wrong_counts_of_indicators, wrong_figures
from ita_desktop.thai.text import quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedText:
    """A text that somebody edited. ``written``: its template, or of a frozen one its words.

    ``unknown``: places in it that nothing fills.
    """

    name: str
    title: str
    written: str
    outdated: bool = False
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisFacts:
    """What the rules look at; ``fiscal_year``: whose scores the report analyses."""

    fiscal_year: int
    texts: tuple[EditedText, ...]
    figures: Figures
    office: Office

    def place(self, text: EditedText) -> Place:
        """Return where a text is mended."""
        return Place(kind="analysis_text", number=self.fiscal_year, field=text.name)

    def lack(self, severity: Severity, text: EditedText, words: str) -> Lack:
        """Return what a text lacks; ``words`` go on from its title."""
        said = f"{_called(text)} {words}"
        return lack_of(severity, NOTHING_ASKED, self.place(text), said)


AnalysisRule = Callable[[AnalysisFacts], Iterator[Lack]]


def analysis_lacks(facts: AnalysisFacts) -> list[Lack]:
    """Return what the edited texts of a report lack, rule by rule."""
    return [lack for rule in _RULES for lack in rule(facts)]


def _called(text: EditedText) -> str:
    return f"ข้อความ {quoted(text.title)} ของรายงานผลการวิเคราะห์"


def _outdated(facts: AnalysisFacts) -> Iterator[Lack]:
    for text in facts.texts:
        if text.outdated:
            words = "ตรึงไว้ แต่ข้อมูลเปลี่ยนไปแล้ว กรุณาตรวจว่ายังถูกต้อง หรือให้ตามข้อมูลอีกครั้ง"
            yield facts.lack(Severity.WARNING, text, words)


def _figures(facts: AnalysisFacts) -> Iterator[Lack]:
    """Find typed figures and counts the data contradict; what is outdated says so by itself."""
    for text in facts.texts:
        if text.outdated:
            continue
        band = next((one for one in Band if text.name == f"band:{one}"), None)
        for wrong in wrong_figures(text.written, facts.figures):
            yield facts.lack(Severity.WARNING, text, wrong)
        counts = wrong_counts_of_indicators(text.written, facts.figures, band)
        for wrong in dict.fromkeys(counts):
            yield facts.lack(Severity.WARNING, text, wrong)


def _places(facts: AnalysisFacts) -> Iterator[Lack]:
    for text in facts.texts:
        if text.unknown:
            said = ", ".join(f"{{{one}}}" for one in text.unknown)
            words = f"มี {said} ซึ่งไม่มีข้อมูลให้เติม จะพิมพ์ตามที่เขียน"
            yield facts.lack(Severity.WARNING, text, words)


def _names(facts: AnalysisFacts) -> Iterator[Lack]:
    told = (
        Said(partial(_called, text), text.written, partial(facts.place, text))
        for text in facts.texts
    )
    yield from name_lacks(told, facts.office)
    for text in facts.texts:
        if left := template_words(text.written):
            words = f"ยังมีคำของแบบที่ไม่ได้กรอก {quoted(left)}"
            yield facts.lack(Severity.WARNING, text, words)


_RULES: Final[tuple[AnalysisRule, ...]] = (_outdated, _figures, _places, _names)
