"""Two years of risks side by side: what of the one goes on in the other, and with which level."""

from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.registers import load_risks
from ita_desktop.db.rows import Value
from ita_desktop.domain.risk_levels import read_level, standing
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Numbered, Process, Register, Risk, Treatment
from ita_desktop.thai.text import fold
from ita_desktop.workflows.measures.carry_over import check_years
from ita_desktop.workflows.risks.register import register_of


@dataclass(frozen=True, slots=True)
class RiskYears:
    """The year that is carried from, and the register it is carried into.

    ``went_on``: as which risk one of an earlier year goes on there, by number; also one that goes
    on from the same risk of a year before both. ``numbers``: those that the risks of the first
    year have on paper.
    """

    before: Register
    after: Register
    went_on: Mapping[int, Numbered]
    numbers: Mapping[int, int]

    def process(self, process: Process) -> Process | None:
        """Return the process that goes on from this one, or has its words."""
        gone_on = (self.went_on[one.id] for one in process.risks if one.id in self.went_on)
        if (found := next(gone_on, None)) is not None:
            return found.process
        if not process.text.strip():
            return self._nameless(process)
        words = (fold(process.text), fold(process.area))
        same = (one for one in self.after.processes if (fold(one.text), fold(one.area)) == words)
        return next(same, None)

    def _nameless(self, process: Process) -> Process | None:
        """Return the process made of one that has treatments alone: by these it is known again."""
        told = words_of(process.treatments)
        same = (
            one
            for one in self.after.processes
            if not one.text.strip() and one.treatments and words_of(one.treatments) <= told
        )
        return None if process.risks else next(same, None)

    def has(self, risk: Risk, found: Process | None) -> bool:
        """Say whether a risk goes on in the new year, or one of the process has its words."""
        others = () if found is None else found.risks
        same = (one for one in others if one.previous is None and fold(one.text) == fold(risk.text))
        return risk.id in self.went_on or any(same)

    def place(self, risk: Risk) -> tuple[dict[str, Value], str]:
        """Return the columns with which a risk begins, and its last level in words.

        Numbers where both methods have the same steps, else the word where the new one knows it; no
        columns where neither is so. A word of the whole process comes with the process.
        """
        old, new = self.before.method, self.after.method
        if risk.after_likelihood is not None and risk.after_impact is not None:
            likelihood, impact, level = risk.after_likelihood, risk.after_impact, ""
        elif risk.after_level:
            likelihood, impact, level = None, None, risk.after_level
        else:
            likelihood, impact, level = risk.likelihood, risk.impact, risk.level
        has_numbers = likelihood is not None or impact is not None
        if has_numbers and _same_steps(old, new):
            half = likelihood is None or impact is None  # then its word still counts
            word = level_column(level, new) if half else {}
            words = standing(new, likelihood, impact, level if word else "").words
            return {"likelihood": likelihood, "impact": impact, **word}, words
        words = standing(old, likelihood, impact, level).words
        if level and _same_steps(old, new):
            words = level  # with its number, as it was printed
        return level_column(words, new), words


def risk_years(file: DataFile, from_year: int, to_year: int) -> RiskYears:
    """Return both years as they are now. Raises ClerkError as ``check_years`` does."""
    check_years(file, from_year, to_year)
    before, after = register_of(file, from_year), register_of(file, to_year)
    numbers = {one.risk.id: one.number for one in before.risks()}
    return RiskYears(before, after, gone_on(file, before, after), numbers)


def gone_on(file: DataFile, before: Register, after: Register) -> dict[int, Numbered]:
    """Return as what risks of earlier years go on, as ``RiskYears.went_on`` has them."""
    found = _gone_on(file, after)
    earlier = {one.risk.id: one.risk.previous for one in before.risks() if one.risk.previous}
    while earlier:
        for number, previous in earlier.items():
            if number not in found and previous in found:
                found[number] = found[previous]
        known = load_risks(file, {one for one in earlier.values() if one})
        earlier = {
            number: known[previous].previous
            for number, previous in earlier.items()
            if previous in known and known[previous].previous and number not in found
        }
    return found


def _gone_on(file: DataFile, register: Register) -> dict[int, Numbered]:
    found: dict[int, Numbered] = {}
    earlier = {one.risk.previous: one for one in register.risks() if one.risk.previous}
    while earlier:
        found |= earlier
        earlier = {
            risk.previous: earlier[number]
            for number, risk in load_risks(file, earlier).items()
            if risk.previous and risk.previous not in found
        }
    return found


def _same_steps(old: RiskMethod, new: RiskMethod) -> bool:
    """Say whether a place of one method is a place of the other."""
    return [[step.value for step in scale] for scale in (old.likelihood, old.impact)] == [
        [step.value for step in scale] for scale in (new.likelihood, new.impact)
    ]


def level_column(level: str, method: RiskMethod) -> dict[str, Value]:
    """Return the column of a level that a method knows; none where it does not."""
    known = bool(level) and read_level(level, method)[1] is not None
    return {"level": level} if known else {}


def words_of(treatments: tuple[Treatment, ...]) -> frozenset[str]:
    """Return the words of treatments, folded."""
    return frozenset(fold(one.text) for one in treatments)
