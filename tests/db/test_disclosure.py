"""Reads and writes of OIT items: a row with the first word, ticks by words, whose a change is."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import item_of_row, load_disclosure, put_contents, put_item
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.disclosure import Disclosure, DisclosureItem, PublishState
from tests.workflows.disclosure.disclosures import disclosures, put_disclosure

YEAR = 2566


@pytest.fixture
def started(file: DataFile) -> DataFile:
    """Return a file with two fiscal years, and nothing else."""
    with file.deed("เพิ่มปี"):
        add_fiscal_year(file, YEAR)
        add_fiscal_year(file, YEAR + 1)
    return file


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(disclosures())
def test_what_was_written_is_what_is_read(file: DataFile, wanted: Disclosure) -> None:
    put_disclosure(file, wanted)
    found = load_disclosure(file, YEAR)
    assert {code: one for code, one in found.items.items() if one != DisclosureItem(code=code)} == {
        code: one for code, one in wanted.items.items() if one != DisclosureItem(code=code)
    }


def test_an_item_that_nothing_is_said_of_gets_no_row(started: DataFile) -> None:
    before = started.latest_deed()
    with started.deed("ไม่มีอะไร"):
        put_item(started, YEAR, "O1", {"units": "", "note": ""})
        put_contents(started, YEAR, "O1", ["แผน"], there=False)
        put_contents(started, YEAR, "O1", [], there=False)
    assert load_disclosure(started, YEAR).items == {}
    assert started.latest_deed() == before


def test_an_item_keeps_its_row_and_what_is_not_written(started: DataFile) -> None:
    with started.deed("กรอก"):
        put_item(started, YEAR, "O1", {"state": "in_work", "units": "กองคลัง"})
    with started.deed("แก้"):
        put_item(started, YEAR, "O1", {"state": "published", "checked": "2023-04-20"})
        put_contents(started, YEAR, "O1", ["ข", "ก", "ก"], there=True)
    with started.deed("ลบหน่วยงาน"):
        put_item(started, YEAR, "O1", {"units": ""})
        put_contents(started, YEAR, "O1", ["ก", "ค"], there=False)
    assert started.read("SELECT count(*) FROM oit_item") == [(1,)]
    known = load_disclosure(started, YEAR).of("O1")
    assert known == DisclosureItem(
        code="O1",
        state=PublishState.PUBLISHED,
        checked=date(2023, 4, 20),
        contents=frozenset({"ข"}),
    )


def test_the_same_code_of_two_years_are_two_items(started: DataFile) -> None:
    with started.deed("กรอก"):
        put_item(started, YEAR, "O19", {"note": "ก"})
        put_item(started, YEAR + 1, "O19", {"note": "ข"})
        put_contents(started, YEAR + 1, "O19", ["แผน"], there=True)
    first, second = (load_disclosure(started, year).of("O19") for year in (YEAR, YEAR + 1))
    assert (first.note, first.contents) == ("ก", frozenset())
    assert (second.note, second.contents) == ("ข", frozenset({"แผน"}))


def test_a_tick_that_is_there_is_not_written_again(started: DataFile) -> None:
    with started.deed("ติ๊ก"):
        put_contents(started, YEAR, "O1", ["แผน"], there=True)
    before = started.latest_deed()
    with started.deed("ติ๊กอีก"):
        put_contents(started, YEAR, "O1", ["แผน"], there=True)
    assert started.latest_deed() == before


def test_a_change_tells_its_item_also_of_a_row_that_is_gone(started: DataFile) -> None:
    with started.deed("กรอก"):
        put_item(started, YEAR, "O12", {"note": "ก"})
        put_contents(started, YEAR, "O12", ["แผน"], there=True)
    for deed in ("แก้", "ติ๊ก"):
        with started.deed(deed):
            if deed == "แก้":
                put_item(started, YEAR, "O12", {"note": "ข"})
            else:
                put_contents(started, YEAR, "O12", ["แผน"], there=False)
        assert {item_of_row(started, one) for one in started.last_changes()} == {(YEAR, "O12")}
    while started.undo() is not None:
        told = {item_of_row(started, one) for one in started.last_changes() if "oit" in one.table}
        assert told <= {(YEAR, "O12"), None}
    assert item_of_row(started, Change("oit_content", 99, None, None)) is None
    assert item_of_row(started, Change("oit_item", 99, {"note": ""}, {"note": "ก"})) is None
