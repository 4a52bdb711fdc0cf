"""Whether a year can be handed in, and what it may cost."""

from dataclasses import replace
from fractions import Fraction

from ita_desktop.domain.area_figures import AreaFigure
from ita_desktop.domain.areas import Area
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.domain.readiness import Readiness, dearest_first, is_begun


def lack(severity: Severity, kind: str = "step", points: str = "", item: str = "") -> Lack:
    return Lack(
        severity=severity,
        message=f"{kind} {points}",
        place=Place(kind=kind, number=1, field="text"),
        item=item,
        points=Fraction(points) if points else None,
    )


def test_notes_do_not_keep_a_year_from_being_handed_in_but_nothing_entered_does() -> None:
    note, warning = lack(Severity.NOTE), lack(Severity.WARNING)
    assert Readiness(lacks=(note,), begun=True).is_clean
    assert not Readiness(lacks=(warning, note), begun=True).is_clean
    assert not Readiness(lacks=(), begun=False).is_clean
    three = Readiness(lacks=(warning, note, note), begun=True)
    assert [three.count(severity) for severity in Severity] == [0, 1, 2]


def test_an_item_counts_once_in_the_points_at_stake() -> None:
    lacks = (
        lack(Severity.ERROR, points="2", item="O42"),
        lack(Severity.ERROR, "topic", points="2", item="O42"),
        lack(Severity.ERROR, "risk", points="5/4", item="O34"),
        lack(Severity.NOTE, "project", points="5/4", item="O36"),
    )
    assert Readiness(lacks=lacks, begun=True).at_stake == Fraction(13, 4)


def test_the_dearest_stand_first_and_equal_ones_as_they_were() -> None:
    cheap = lack(Severity.ERROR, points="2/5", item="O1")
    dear = lack(Severity.WARNING, points="2", item="O42")
    free, last = lack(Severity.ERROR), lack(Severity.NOTE)
    assert dearest_first((cheap, free, dear, last)) == (dear, cheap, free, last)


def test_what_is_only_noted_stands_last_whatever_its_item_is_worth() -> None:
    noted = lack(Severity.NOTE, points="2", item="O38")
    free = lack(Severity.WARNING)
    assert dearest_first((noted, free)) == (free, noted)


def test_the_worst_of_a_part_is_the_first_that_belongs_to_it() -> None:
    of_risk = lack(Severity.WARNING, "treatment")
    ready = Readiness(lacks=(lack(Severity.ERROR), of_risk), begun=True)
    assert ready.worst_of(Area.RISKS) is of_risk
    assert ready.worst_of(Area.PLAN) is None
    assert Readiness(lacks=(lack(Severity.ERROR, "office"),), begun=True).worst_of(Area.OTHER)


def test_what_the_criteria_ask_for_is_not_yet_begun() -> None:
    def figure(area: Area, done: int, whole: int) -> AreaFigure:
        return AreaFigure(area=area, done=done, whole=whole, words="", unit="", place=None)

    asked = (figure(Area.SCORES, 0, 88), figure(Area.DISCLOSURE, 0, 43))
    assert not is_begun(asked)
    assert is_begun((*asked, figure(Area.RISKS, 0, 1)))
    assert is_begun((figure(Area.SCORES, 1, 88),))
    duties = replace(figure(Area.DISCLOSURE, 0, 43), entered=True)
    assert is_begun((figure(Area.SCORES, 0, 88), duties)), "who publishes what was said"
