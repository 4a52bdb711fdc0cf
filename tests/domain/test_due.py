"""When a step is late: by its period and by what was reported in either round."""

from datetime import date

import pytest

from ita_desktop.domain.due import Due, due_of, late_steps
from ita_desktop.domain.measures import Measure, Round, State, Step, StepResult, Topic, Tracker

DAY = date(2023, 4, 10)


def step(period: str, **reports: StepResult) -> Step:
    rounds: dict[str, Round] = {"six": 6, "twelve": 12}
    return Step(id=1, period=period, results={rounds[name]: one for name, one in reports.items()})


TOLD = StepResult(result="จัดประชุมแล้ว")


@pytest.mark.parametrize(
    ("one", "due"),
    [
        (step("ต.ค. - ธ.ค. ๖๕"), Due.LATE),
        (step("ต.ค. - ธ.ค. ๖๕", six=StepResult(state=State.IN_WORK, result="ทำอยู่")), Due.LATE),
        (step("ต.ค. - ธ.ค. ๖๕", six=StepResult(problem="งบไม่พอ")), Due.LATE),
        (step("ต.ค. - ธ.ค. ๖๕", six=TOLD), Due.TOLD),
        (step("ต.ค. - ธ.ค. ๖๕", twelve=TOLD), Due.TOLD),
        (step("ต.ค. - ธ.ค. ๖๕", six=TOLD, twelve=StepResult(state=State.NOT_STARTED)), Due.LATE),
        (step("ต.ค. - ธ.ค. ๖๕", six=StepResult(state=State.DONE)), Due.ENDED),
        (step("เม.ย. ๖๖", six=TOLD), Due.THIS_MONTH),
        (step("ก.ย. ๖๖", six=TOLD), Due.LATER),
        (step("เมื่อพร้อม", six=TOLD), Due.UNKNOWN),
    ],
)
def test_what_was_told_without_a_state_is_not_called_late(one: Step, due: Due) -> None:
    measure = Measure(id=2, steps=(one,))
    assert due_of(measure, one, 2566, DAY) is due
    topic = Topic(id=3, fiscal_year=2566, measures=(measure,))
    assert late_steps(Tracker(fiscal_year=2566, topics=(topic,)), DAY) == (due is Due.LATE)


def test_a_result_of_the_measure_speaks_for_its_steps() -> None:
    one = step("ต.ค. - ธ.ค. ๖๕")
    assert due_of(Measure(id=2, steps=(one,), results={6: TOLD}), one, 2566, DAY) is Due.TOLD
