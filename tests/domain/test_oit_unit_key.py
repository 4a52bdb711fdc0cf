"""The hidden key of a row of a unit's sheet of OIT items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.oit_unit_key import OitUnitKey, fields_of_row, read_unit_key, write_unit_key

HASHES = st.text("0123456789abcdef", min_size=6, max_size=6)


@given(st.integers(0, 40), st.lists(HASHES, min_size=7, max_size=7), st.sampled_from(["O1", "O43"]))
def test_a_key_is_read_as_it_was_written(place: int, hashes: list[str], code: str) -> None:
    fields = fields_of_row(place)
    key = OitUnitKey(
        fiscal_year=2566,
        code=code,
        place=place,
        content=hashes[0],
        file_mark="1f2e3d4c",
        bases=dict(zip(fields, hashes[1:], strict=False)),
        locked=hashes[6],
    )
    assert read_unit_key(write_unit_key(key)) == key


@pytest.mark.parametrize(
    "text", ["", "oit:2566:O1@1f2e3d4c", "oit:2566:O1/2:0a1b2c@1f2e3d4c=a1b2c3"]
)
def test_other_keys_are_none(text: str) -> None:
    assert read_unit_key(text) is None
