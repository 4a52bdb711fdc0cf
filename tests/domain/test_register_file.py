"""Risks as plain data: nothing is lost on the way to JSON and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.domain.measures import State, StepResult
from ita_desktop.domain.register_file import read_register, write_register
from ita_desktop.domain.risks import Process, Quality, Register, Risk, Treatment

IDS = st.integers(1, 10**6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
STEPS = st.none() | st.integers(1, 9)
RESULTS = st.builds(
    StepResult,
    state=st.sampled_from(State),
    result=TEXTS,
    problem=TEXTS,
    suggestion=TEXTS,
    outcome=TEXTS,
    percent=st.none() | st.integers(0, 100),
)
RISKS = st.builds(
    Risk,
    id=IDS,
    marker=TEXTS,
    text=TEXTS,
    cause=TEXTS,
    control=TEXTS,
    control_quality=st.sampled_from(Quality),
    likelihood=STEPS,
    impact=STEPS,
    level=TEXTS,
    after_likelihood=STEPS,
    after_impact=STEPS,
    after_level=TEXTS,
    units=TEXTS,
    previous=st.none() | IDS,
)
TREATMENTS = st.builds(
    Treatment,
    id=IDS,
    risk=st.none() | IDS,
    marker=TEXTS,
    text=TEXTS,
    units=TEXTS,
    period=TEXTS,
    measure=st.none() | IDS,
    project=TEXTS,
    results=st.dictionaries(st.sampled_from([6, 12]), RESULTS, max_size=2),
)
PROCESSES = st.builds(
    Process,
    id=IDS,
    fiscal_year=st.just(2566),
    text=TEXTS,
    area=TEXTS,
    units=TEXTS,
    level=TEXTS,
    risks=st.lists(RISKS, max_size=2).map(tuple),
    treatments=st.lists(TREATMENTS, max_size=2).map(tuple),
)
REGISTERS = st.builds(
    Register,
    fiscal_year=st.just(2566),
    method=st.sampled_from(preset_methods()),
    method_kept=st.booleans(),
    processes=st.lists(PROCESSES, max_size=2).map(tuple),
    areas=st.lists(TEXTS, max_size=2).map(tuple),
    before=st.dictionaries(IDS, RISKS, max_size=2),
    comparable=st.frozensets(IDS, max_size=2),
    closed=st.frozensets(st.sampled_from([6, 12])),
)


@given(register=REGISTERS)
def test_a_register_comes_back_unchanged(register: Register) -> None:
    plain = json.loads(json.dumps(write_register(register)))
    assert read_register(plain) == register


def test_what_was_kept_before_years_were_compared_is_still_read() -> None:
    register = Register(fiscal_year=2566, method=preset_methods()[0])
    plain = write_register(register)
    del plain["comparable"]
    assert read_register(plain) == register


@pytest.mark.parametrize(
    "change",
    [
        {"closed": [7]},
        {"processes": [{"id": 1, "fiscal_year": 2566, "owner": "ก"}]},
        {
            "processes": [
                {"id": 1, "fiscal_year": 2566, "risks": [{"id": 1, "control_quality": "x"}]}
            ]
        },
        {"method": {}},
        {"comparable": ["ก"]},
    ],
)
def test_what_it_never_wrote_is_refused(change: dict[str, object]) -> None:
    empty = Register(fiscal_year=2566, method=preset_methods()[0])
    with pytest.raises((LookupError, TypeError, ValueError)):
        read_register(write_register(empty) | change)
