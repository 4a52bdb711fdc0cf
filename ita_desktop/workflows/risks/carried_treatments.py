"""Which treatments of a year's risks come into a later year, and which of them came before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop.domain.due import ENDED
from ita_desktop.domain.measures import State
from ita_desktop.domain.risks import Process, Risk, Treatment
from ita_desktop.thai.text import fold
from ita_desktop.workflows.risks.years import RiskYears


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryWith:
    """What else comes: treatments that are finished, and measures that are not."""

    done: bool = False
    measures: bool = False


def sorted_treatments(
    treatments: Sequence[Treatment], extras: CarryWith
) -> tuple[tuple[Treatment, ...], tuple[Treatment, ...]]:
    """Return the treatments that come, and those that stay because they are finished."""
    come = tuple(one for one in treatments if extras.done or _last_state(one) not in ENDED)
    return come, tuple(one for one in treatments if one not in come)


def _last_state(treatment: Treatment) -> State:
    """Return the state as the year's report has it, else as that of the first half."""
    return treatment.result(12).state or treatment.result(6).state


def added_since(
    years: RiskYears, process: Process, risk: Risk | None, extras: CarryWith
) -> tuple[Treatment, ...]:
    """Return the treatments of a carried risk, or of all of its process, that came up since.

    Nothing says from which one a treatment was carried, so they are known by their words; those
    that have other words by now stand for the first that are not found.
    """
    at = [years.went_on[one.id] for one in process.risks if one.id in years.went_on]
    if risk is None:
        found = years.process(process)
        homes = {one.process.id: one.process for one in at}
        homes |= {} if found is None else {found.id: found}
        there = [one for home in homes.values() for one in home.treatments if one.risk is None]
        carried = bool(at)
    else:
        if risk.id not in years.went_on:  # one in the same words, with what the office does there
            return ()
        gone_on, carried = years.went_on[risk.id], True
        there = own_treatments(gone_on.process, gone_on.risk)
    own = own_treatments(process, risk)
    words = Counter(fold(one.text) for one in there)
    left: list[Treatment] = []
    for one in own:
        if words[fold(one.text)] > 0:
            words[fold(one.text)] -= 1
        else:
            left.append(one)
    come = tuple(one for one in sorted_treatments(own, extras)[0] if one in left)
    return come[words.total() :] if carried else come


def own_treatments(process: Process, risk: Risk | None) -> list[Treatment]:
    """Return the treatments of one risk alone; None: those of all risks of the process."""
    number = None if risk is None else risk.id
    return [one for one in process.treatments if one.risk == number]
