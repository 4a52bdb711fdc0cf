"""Which backups go: never by what a clock says that jumped."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.db.thinning import Aged, begins_epoch, to_thin

START = datetime(2026, 9, 1, 8, tzinfo=UTC)


def aged(*moments: datetime, size: int = 1) -> list[Aged]:
    """Return backups made at these moments, one after the other."""
    made: list[Aged] = []
    epoch = 1
    for number, moment in enumerate(moments, 1):
        epoch += bool(made) and begins_epoch(made[-1].made, moment)
        made.append(Aged(number, moment, epoch, size))
    return made


def stepwise(backups: list[Aged], budget: int = 10**12) -> list[Aged]:
    """Return what is left where thinning follows each backup, as it does."""
    kept: list[Aged] = []
    for one in backups:
        kept = left([*kept, one], budget)
    return kept


def left(backups: list[Aged], budget: int = 10**12) -> list[Aged]:
    gone = set(to_thin(backups, budget))
    return [one for one in backups if one.number not in gone]


def half_hours(start: datetime, days: float) -> list[datetime]:
    """Return eight hours of work a day, a backup each half hour."""
    return [
        start + timedelta(days=day, minutes=30 * half)
        for day in range(int(days))
        for half in range(16)
    ]


def test_a_year_of_work_leaves_days_weeks_and_months() -> None:
    kept = left(aged(*half_hours(START, 365)))
    days = {one.made.date() for one in kept}
    assert sum(one.made.date() == kept[-1].made.date() for one in kept) == 16
    assert len(kept) == 16 + 16 + 10 + 7 + 7
    assert len(days) == 12 + 7 + 7, "3 of the 10 weeks and 2 of the 9 months are among the days"


def test_thinned_each_time_or_at_once_the_same_stay() -> None:
    """What is needed later as the newest of a week or month is not gone before."""
    moments = half_hours(datetime(2028, 1, 20, 8, tzinfo=UTC), 75)  # 29 February is in it
    assert stepwise(aged(*moments)) == left(aged(*moments))


def test_the_29th_of_february_and_the_1st_of_october_are_days_as_others() -> None:
    for day in (datetime(2028, 2, 27, 9, tzinfo=UTC), datetime(2026, 9, 28, 9, tzinfo=UTC)):
        kept = left(aged(*(day + timedelta(days=n) for n in range(6))))
        assert len(kept) == 6


def test_a_clock_ten_years_ahead_takes_nothing_with_it() -> None:
    before = half_hours(START, 1)
    jumped = START + timedelta(days=3652)
    assert len(left(aged(*before, jumped))) == len(before) + 1
    assert (
        len(left(aged(*before, jumped, START + timedelta(days=1))))
        == len(left(aged(*before))) - 15 + 2
    ), "two epochs later the first has its last one, of its one month"


def test_a_clock_ten_years_back_takes_nothing_with_it() -> None:
    before = half_hours(START, 1)
    assert len(left(aged(*before, START - timedelta(days=3652)))) == len(before) + 1


def test_a_dead_clock_at_each_start_keeps_one_backup_of_each_start() -> None:
    dead = datetime(2000, 1, 1, tzinfo=UTC)
    day = [dead + timedelta(minutes=30 * n) for n in range(16)]
    for kept in (left(aged(*(day * 20))), stepwise(aged(*(day * 20)))):
        assert len(kept) == 16 + 16 + 18
        assert {(one.number - 1) // 16 for one in kept} == set(range(20))


def test_a_clock_put_right_by_a_minute_is_no_jump() -> None:
    moments = half_hours(START, 1)
    moments[5] -= timedelta(minutes=31)
    assert len(left(aged(*moments, *half_hours(START + timedelta(days=1), 1)))) == 32


def test_a_large_file_keeps_its_days_when_a_day_of_work_fills_the_budget() -> None:
    """Nine of them have room: those of half an hour go, those of days stay as long as they can."""
    backups = aged(*half_hours(START, 20), size=210)
    for kept in (left(backups, budget=2_000), stepwise(backups, budget=2_000)):
        assert kept[-3:] == backups[-3:]
        days = [one.made.date() for one in kept]
        assert len(kept) == 9
        assert len(set(days)) == 7
        assert days[0] == (START + timedelta(days=13)).date()


def test_beyond_the_budget_the_oldest_go_and_never_the_newest_days() -> None:
    backups = aged(*half_hours(START, 20), size=100)
    days = [one for one in backups if one.number % 16 == 0]
    assert left(backups, budget=0) == [*days[-7:-1], *backups[-3:]]
    assert left(backups, budget=1_100) == [*days[-9:-1], *backups[-3:]]
    short = aged(*half_hours(START, 1), size=100)
    assert left(short, budget=1_200) == short[-12:]
    assert left(short, budget=0) == short[-3:]


def test_beyond_the_budget_the_last_of_an_epoch_goes_after_all_others() -> None:
    early = [START - timedelta(days=400)]
    backups = aged(*early, *half_hours(START, 2), size=100)
    kept = left(backups, budget=1_500)
    assert kept[0] == backups[0]
    assert len(kept) == 15


STEPS = st.one_of(
    st.timedeltas(timedelta(minutes=1), timedelta(days=3)),
    st.timedeltas(timedelta(days=-4000), timedelta(days=4000)),
    st.sampled_from([timedelta(days=3653), timedelta(days=-3653), timedelta(0)]),
)


@given(st.lists(STEPS, min_size=1, max_size=80))
def test_with_any_clock_the_newest_stays_and_one_of_each_epoch(steps: list[timedelta]) -> None:
    moments = [datetime(2100, 1, 1, tzinfo=UTC)]
    for step in steps:
        later = moments[-1] + step if abs(moments[-1].year - 2100) < 80 else moments[0]
        moments.append(later)
    backups = aged(*moments)
    kept = left(backups)
    assert kept[-1] == backups[-1]
    numbers = {one.number for one in kept}
    for before, after in pairwise(backups):
        jumped = not -timedelta(hours=2) <= after.made - before.made <= timedelta(days=31)
        assert not jumped or before.number in numbers, "the last before a jump"
    assert left(kept) == kept, "thinned again nothing more goes"
    assert {one.epoch for one in stepwise(backups)} == {one.epoch for one in backups}


@given(st.lists(STEPS, min_size=1, max_size=40), st.timedeltas(timedelta(days=-9000)))
def test_what_a_jump_brings_takes_none_of_the_two_epochs_before(
    steps: list[timedelta], jump: timedelta
) -> None:
    """Nothing goes because the clock jumped: the epoch before it is thinned as without it."""
    moments = [START]
    for step in steps:
        moments.append(moments[-1] + abs(step) % timedelta(days=20))
    backups = aged(*moments)
    if -timedelta(hours=2) <= jump <= timedelta(days=31):
        jump = timedelta(days=-500)
    jumped = backups[-1].made + min(jump, timedelta(days=9000))
    with_jump = aged(*moments, jumped)
    assert to_thin(with_jump) == to_thin(backups)
