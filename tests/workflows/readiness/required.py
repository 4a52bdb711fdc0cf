"""What items of 2566 must show: every need has its rule, and every rule one of these needs."""

from collections.abc import Mapping
from typing import Final

from ita_desktop.domain.required_contents import Need

REQUIRED: Final[Mapping[str, tuple[Need, ...]]] = {
    "O34": (Need.RISKS, Need.RISK_LEVELS, Need.RISK_MEASURES, Need.OF_YEAR),
    "O35": (Need.RISKS_DONE, Need.OF_YEAR),
    "O36": (
        *(Need.PLAN, Need.PLAN_PROJECTS, Need.PLAN_BUDGET, Need.PLAN_PERIOD),
        Need.PLAN_COVERS,
    ),
    "O37": (Need.HALF, Need.HALF_PROGRESS, Need.HALF_SPENT, Need.HALF_COVERS),
    "O38": (
        *(Need.ANNUAL, Need.ANNUAL_RESULTS, Need.ANNUAL_SPENT, Need.ANNUAL_PROBLEMS),
        *(Need.ANNUAL_SUGGESTIONS, Need.ANNUAL_YEAR),
    ),
    "O42": (
        *(Need.ANALYSIS, Need.WEAK_POINTS, Need.TO_IMPROVE, Need.OWNERS, Need.STEPS),
        Need.FOLLOW_UP,
    ),
    "O43": (Need.PROGRESS, Need.QR_CODE, Need.OF_YEAR),
}
"""The needs of each item of 2566, in the order of its contents."""
