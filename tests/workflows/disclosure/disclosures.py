"""Disclosures for tests: any of a year's criteria, put into a file as they are."""

from datetime import date

from hypothesis import strategies as st

from ita_desktop.criteria import shipped_criteria
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
    oit_items,
)
from ita_desktop.domain.disclosure_entry import disclosure_value

YEAR = 2566
LETTERS = "กขคงจชซญดตถทธนบปผพภมยรลวศสหอฮ" + "าิีึืุูเแโไำะ่้๊๋็์" + " 0123456789๑๒๓abXY./:?=&_-+*#@()[]|\"'<>,"
_lines = st.lists(st.text(LETTERS, max_size=60), max_size=4).map("\n".join)
_days = st.none() | st.dates(date(2000, 1, 1), date(2090, 12, 31))


def criteria() -> Criteria:
    found = shipped_criteria(YEAR)
    assert found is not None
    return found


@st.composite
def disclosures(draw: st.DrawFn) -> Disclosure:
    """Give disclosures of the year: some of its items, each with some of everything."""
    items = oit_items(criteria())
    chosen = draw(st.lists(st.sampled_from(items), unique_by=lambda one: one.code, max_size=12))
    found: dict[str, DisclosureItem] = {}
    for item in chosen:
        asked = [one.text for one in asked_contents(item)]
        found[item.code] = DisclosureItem(
            code=item.code,
            state=draw(st.sampled_from(PublishState)),
            units=disclosure_value("units", draw(_lines)),
            addresses=disclosure_value("addresses", draw(_lines)),
            checked=draw(_days),
            contents=draw(st.frozensets(st.sampled_from(asked))) if asked else frozenset(),
        )
    return Disclosure(fiscal_year=YEAR, items=found)


def put_disclosure(file: DataFile, disclosure: Disclosure) -> None:
    """Make the file's disclosure of the year this one."""
    year = disclosure.fiscal_year
    with file.deed("ทดลอง"):
        add_fiscal_year(file, year)
        file.connection.execute("DELETE FROM oit_content")
        file.connection.execute("DELETE FROM oit_item")
        for one in disclosure.items.values():
            put_item(
                file,
                year,
                one.code,
                {
                    "state": one.state.value,
                    "units": one.units,
                    "addresses": one.addresses,
                    "due": "" if one.due is None else one.due.isoformat(),
                    "dated": "" if one.dated is None else one.dated.isoformat(),
                    "checked": "" if one.checked is None else one.checked.isoformat(),
                    "note": one.note,
                },
            )
            put_contents(file, year, one.code, one.contents, there=True)
