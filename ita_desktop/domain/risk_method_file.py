"""A method of assessing risk as plain data and back: how presets ship and a year keeps its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from ita_desktop.domain.criteria import Status
from ita_desktop.domain.risk_method import Color, LevelBand, RiskMethod, ScaleStep


def write_method(method: RiskMethod) -> dict[str, Any]:
    """Return the method as plain data that ``read_method`` takes back unchanged."""
    return {
        "id": method.id,
        "name": method.name,
        "own": method.own,
        "source": method.source,
        "status": method.status.value,
        "likelihood_title": method.likelihood_title,
        "impact_title": method.impact_title,
        "likelihood": _plain_scale(method.likelihood),
        "impact": _plain_scale(method.impact),
        "bands": [
            {"name": one.name, "color": one.color.value, "first": one.first, "last": one.last}
            for one in method.bands
        ],
    }


def read_method(plain: Mapping[str, Any]) -> RiskMethod:
    """Return the method that plain data describe.

    Raises LookupError, TypeError or ValueError for what ``write_method`` never wrote.
    """
    titles = {
        name: str(plain[name]) for name in ("likelihood_title", "impact_title") if name in plain
    }
    return RiskMethod(
        id=str(plain["id"]),
        name=str(plain["name"]),
        likelihood=_scale(plain["likelihood"]),
        impact=_scale(plain["impact"]),
        bands=tuple(
            LevelBand(
                name=str(one["name"]),
                color=Color(one["color"]),
                first=int(one["first"]),
                last=int(one["last"]),
            )
            for one in plain["bands"]
        ),
        source=str(plain.get("source", "")),
        status=Status(plain.get("status", Status.UNVERIFIED)),
        own=bool(plain.get("own", False)),
        **titles,
    )


def _plain_scale(steps: Sequence[ScaleStep]) -> list[dict[str, Any]]:
    return [{"value": one.value, "name": one.name, "text": one.text} for one in steps]


def _scale(plain: Sequence[Mapping[str, Any]]) -> tuple[ScaleStep, ...]:
    return tuple(
        ScaleStep(value=int(one["value"]), name=str(one["name"]), text=str(one.get("text", "")))
        for one in plain
    )
