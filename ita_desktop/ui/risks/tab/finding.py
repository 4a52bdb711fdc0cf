"""Seeking a text in all rows of the register."""

from collections.abc import Iterator

from ita_desktop.db.rows import Kind
from ita_desktop.domain.risk_levels import standing_of
from ita_desktop.domain.risks import Register, Treatment
from ita_desktop.thai.text import fold
from ita_desktop.ui.rows.line import key_of


class Finder:
    """Remembers the folded words of a register until it is another."""

    def __init__(self) -> None:
        self._register: Register | None = None
        self._known: list[tuple[str, str]] = []

    def rows(self, register: Register, text: str) -> list[str]:
        """Return the rows ("risk:12") that hold a text, in order; Thai digits equal Arabic ones."""
        needle = fold(text)
        if not needle:
            return []
        if register is not self._register:
            self._register, self._known = register, [*_words(register)]
        return [key for key, words in self._known if needle in words]


def _words(register: Register) -> Iterator[tuple[str, str]]:
    for process in register.processes:
        own = (process.text, process.area, process.units, process.level)
        yield key_of(Kind.PROCESS, process.id), fold("\t".join(own))
        for risk in process.risks:
            level = standing_of(register.method, process, risk).words
            texts = (risk.text, risk.cause, risk.control, risk.units, level)
            yield key_of(Kind.RISK, risk.id), fold("\t".join(texts))
        for treatment in process.treatments:
            yield key_of(Kind.TREATMENT, treatment.id), _of_treatment(treatment)


def _of_treatment(one: Treatment) -> str:
    reports = (
        f"{report.state.words if report.state else ''}\t{report.result}\t{report.problem}"
        f"\t{report.suggestion}\t{report.outcome}"
        for report in one.results.values()
    )
    return fold("\t".join([one.text, one.units, one.period, one.project_words, *reports]))
