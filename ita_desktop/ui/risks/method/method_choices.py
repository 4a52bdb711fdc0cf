"""The methods a year may have: its own, that of an earlier year, those that ship."""

from dataclasses import dataclass

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.risk_methods import latest_method
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.workflows.risks.register import method_of


@dataclass(frozen=True, slots=True)
class MethodChoice:
    """A method and what it is called in the list."""

    words: str
    method: RiskMethod


def method_choices(file: DataFile, fiscal_year: int) -> tuple[MethodChoice, ...]:
    """Return what can be chosen, that of the year first, none twice."""
    used = method_of(file, fiscal_year)
    choices = [MethodChoice(f"ปี {fiscal_year}: {_told(used)}", used)]
    before = latest_method(file, fiscal_year)
    if before is not None and before != used:
        choices.append(MethodChoice(f"ปีก่อน: {_told(before)}", before))
    others = (one for one in preset_methods() if one not in (used, before))
    return (*choices, *(MethodChoice(_told(one), one) for one in others))


def _told(method: RiskMethod) -> str:
    """Return a method's name and the limits of its levels: those of one size differ in these."""
    limits = ", ".join(f"{band.first}–{band.last}" for band in method.bands)
    return f"{method.name} ({limits})"
