"""Random damage to a criteria set: refused with a sentence, or harmless."""

import copy
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.criteria_file import read_criteria, write_criteria
from ita_desktop.domain.scores import compute
from ita_desktop.errors import ClerkError

if TYPE_CHECKING:
    from ita_desktop.domain.score_entry import Entry

# JSON knows these values and no others; texts that mean something are more telling than noise.
words = st.sampled_from(
    ["", " ", "0", "100", "๙๕", "NaN", "1e999", "O1", "i1", "IIT", "9.1", "total", "seed", "\x00"]
)
leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([0, 1, 9, 10, 2566])
    | st.floats()
    | st.text(max_size=4)
    | words
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["code", "text", "parts"]), inner, max_size=2)
    ),
    max_leaves=4,
)


def steps_in(place: Any) -> list[Any]:
    """Return the keys of an object or the places of a list."""
    if isinstance(place, dict):
        return sorted(cast("dict[str, Any]", place))
    return list(range(len(place)))


def mutate(data: st.DataObject, plain: Any) -> None:
    """Change one place of the document, at any depth."""
    place = plain
    while steps := steps_in(place):
        step = data.draw(st.sampled_from(steps))
        inner: Any = place[step]
        if not isinstance(inner, (dict, list)) or data.draw(st.integers(0, 3)) == 0:
            change(data, place, step, data.draw(st.sampled_from(steps)))
            return
        place = cast("Any", inner)


def change(data: st.DataObject, place: Any, step: Any, other: Any) -> None:
    """Put something else there, take it away, copy it over another or swap the two."""
    match data.draw(st.sampled_from(["put", "put", "drop", "copy", "swap"])):
        case "put":
            place[step] = data.draw(values)
        case "drop":
            del place[step]
        case "copy":
            place[other] = copy.deepcopy(place[step])
        case _:
            place[step], place[other] = place[other], place[step]


def read(plain: object) -> Criteria | str:
    """Return the set, or the sentence of the refusal."""
    try:
        return read_criteria(plain)
    except ClerkError as refusal:
        return str(refusal)


@given(data=st.data(), year=st.integers(2564, 2569), times=st.integers(1, 3))
def test_a_damaged_set_is_refused_or_can_be_used(
    sets: Mapping[int, Criteria], data: st.DataObject, year: int, times: int
) -> None:
    plain = json.loads(json.dumps(write_criteria(sets[year])))
    for _ in range(times):
        mutate(data, plain)
    criteria = read(plain)
    if isinstance(criteria, str):
        assert criteria.strip()
        return
    stored = json.dumps(write_criteria(criteria), ensure_ascii=False).encode()
    assert read(json.loads(stored)) == criteria
    entries: dict[str, Entry] = dict.fromkeys(criteria.score_codes, Decimal(50))
    assert compute(criteria, entries).total.shown == 50
