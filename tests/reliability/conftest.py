"""What the long examinations counted is printed at the end of a run, for the record."""

from collections.abc import Callable

import pytest

Say = Callable[[str], None]


@pytest.fixture
def say(record_property: Callable[[str, object], None]) -> Say:
    """Return a function that keeps a line of figures for the end of the run.

    It travels in the test's report, which is all that comes back from another process; what prints
    it is in the conftest of all tests, the only one that the process in front reads.
    """
    return lambda line: record_property("figures", line)
