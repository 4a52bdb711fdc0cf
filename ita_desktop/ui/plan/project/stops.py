"""Where the keyboard goes in the page of a project: by Enter and F6, and by Tab."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from ita_desktop.ui.fields.field import Field
from ita_desktop.ui.plan.project.chosen_links import ChosenLinks
from ita_desktop.ui.plan.project.head import ProjectHead
from ita_desktop.ui.plan.project.money_field import MoneyField
from ita_desktop.ui.plan.project.period_field import PeriodField


def enter_stops(
    of: Mapping[str, Field], period: PeriodField, money: MoneyField, chosen: ChosenLinks
) -> tuple[QWidget, ...]:
    """Return what Enter and F6 go through; Tab stops at every button, too."""
    return (
        *(of[name].editor for name in ("name", "rationale", "objectives", "target")),
        *(of["target_count"].editor, of["steps"].editor, period.table),
        *(money.table, of["units"].editor, of["outputs"].editor),
        *(of["outcomes"].editor, of["note"].editor, chosen.risks.button),
    )


def put_tab_order(
    of: Mapping[str, Field],
    head: ProjectHead,
    period: PeriodField,
    money: MoneyField,
    chosen: ChosenLinks,
) -> None:
    """Let Tab go from top to bottom."""
    stops: list[QWidget] = [
        *(head.kind, of["name"].editor, head.before, head.after),
        *(of[name].editor for name in ("rationale", "objectives", "target", "target_count")),
        *(chosen.groups.button, of["steps"].editor, period.table),
        *(of["period"].editor, money.table, money.none, money.more),
        *(field.editor for field in money.fields),
        *(of["units"].editor, of["outputs"].editor, of["outputs"].property("measuring")),
        *(of["outcomes"].editor, of["outcomes"].property("measuring"), of["note"].editor),
        *(chosen.risks.button, chosen.items.button),
    ]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)
