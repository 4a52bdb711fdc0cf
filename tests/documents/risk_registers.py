"""Registers for tests of papers: the four rows of a seed, and as many risks as wanted."""

import json
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, Final

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.documents.model import Digits
from ita_desktop.documents.source import RiskSource
from ita_desktop.domain.measures import Round, State, StepResult
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Process, Register, Risk, Treatment

SEED: Final[Any] = json.loads(
    (Path(__file__).parents[1] / "files" / "seed_004_risks.json").read_text("utf-8")
)
OFFICE: Final = Office(
    name="เทศบาลตำบลวาปีปทุม",
    kind=OfficeKind.SUBDISTRICT,
    executive="นายสมมุติ ใจสุจริต",
    executive_title="นายกเทศมนตรีตำบลวาปีปทุม",
)


def method(preset: str = "A") -> RiskMethod:
    """Return a method that ships."""
    return next(one for one in preset_methods() if one.id == preset)


def source(
    register: Register, *, digits: Digits = Digits.THAI, months: Round = 12, **measures: str
) -> RiskSource:
    """Return what a paper of the register is made from; measures as m7="..."."""
    return RiskSource(
        office=OFFICE,
        register=register,
        digits=digits,
        months=months,
        file_mark="1f2e3d4c",
        measures={int(name[1:]): words for name, words in measures.items()},
    )


def register_with(*processes: Process, preset: str = "A") -> Register:
    """Return a register of the fiscal year 2566."""
    return Register(fiscal_year=2566, method=method(preset), processes=processes)


def seed_register() -> Register:
    """Return the risks of seed 004: words for levels, one for three events or each its own."""
    numbers = count(1)
    return register_with(
        *(
            Process(
                id=row["number"],
                fiscal_year=2566,
                text=row["step"],
                level="" if len(row["risk_score"]) > 1 else row["risk_score"][0],
                risks=tuple(
                    Risk(id=next(numbers), text=event["text"], level=event["level"])
                    for event in row["events"]
                ),
                treatments=tuple(
                    Treatment(id=next(numbers), text=control) for control in row["controls"]
                ),
            )
            for row in SEED["rows"]
        )
    )


def seed_cells() -> list[list[str]]:
    """Return the cells of the seed's table as its paper has them."""
    return [
        [
            str(row["number"]),
            row["step"],
            _list([event["text"] for event in row["events"]]),
            "\n".join(row["risk_score"]),
            _list(row["controls"]),
        ]
        for row in SEED["rows"]
    ]


def _list(texts: list[str]) -> str:
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def many_risks(risks: int, *, in_one_cell: float = 0.0, preset: str = "A") -> Register:
    """Return so many risks, the same each time; a share of them in the cell 3 × 3."""
    random, numbers, chosen = Random(7), count(1), method(preset)  # noqa: S311 - no secrets
    base = seed_register().processes
    events = [risk.text for process in base for risk in process.risks]
    controls = [one.text for process in base for one in process.treatments]
    top = len(chosen.likelihood), len(chosen.impact)
    processes: list[Process] = []
    made = 0
    while made < risks:
        of_process = min(random.randint(1, 4), risks - made)
        made += of_process
        inside = tuple(
            _placed(random, next(numbers), random.choice(events), top, in_one_cell)
            for _ in range(of_process)
        )
        result = StepResult(state=State.DONE, result="จัดประชุมชี้แจงแล้ว", outcome="ไม่พบเหตุ")
        treatments = tuple(
            Treatment(id=next(numbers), text=random.choice(controls), results={6: result})
            for _ in range(random.randint(0, 3))
        )
        processes.append(
            Process(
                id=next(numbers),
                fiscal_year=2566,
                text=random.choice(base).text,
                units="สำนักปลัดเทศบาล",
                risks=inside,
                treatments=treatments,
            )
        )
    return register_with(*processes, preset=preset)


def _placed(
    random: Random, number: int, text: str, top: tuple[int, int], in_one_cell: float
) -> Risk:
    place = random.randint(1, top[0]), random.randint(1, top[1])
    if random.random() < in_one_cell:
        place = (3, 3)
    moved = random.random() < 0.3
    return Risk(
        id=number,
        text=text,
        likelihood=place[0],
        impact=place[1],
        after_likelihood=max(1, place[0] - 1) if moved else None,
        after_impact=place[1] if moved else None,
    )
