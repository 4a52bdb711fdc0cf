"""What the long examinations counted is printed at the end of a run, for the record."""

from collections.abc import Callable

import pytest

Say = Callable[[str], None]
_said = pytest.StashKey[list[str]]()


@pytest.fixture
def say(request: pytest.FixtureRequest) -> Say:
    """Return a function that keeps a line of figures for the end of the run."""
    lines = request.config.stash.setdefault(_said, [])
    return lambda line: lines.append(f"{request.node.name}: {line}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures."""
    if (lines := terminalreporter.config.stash.get(_said, None)) is not None:
        terminalreporter.section("reliability")
        for line in lines:
            terminalreporter.write_line(line)
