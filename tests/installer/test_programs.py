"""What other programs say is kept, and how they fail is told."""

import sys

import pytest

from installer.programs import BuildError, end_of, run

SAYS = "import os, sys; print('ก' + os.environ.get('MARK', '')); print('oh', file=sys.stderr)"


def test_what_a_program_says_is_returned_without_its_complaints() -> None:
    assert run([sys.executable, "-X", "utf8", "-c", SAYS]).strip() == "ก"


def test_the_environment_is_added_to_that_of_here() -> None:
    ended = end_of([sys.executable, "-X", "utf8", "-c", SAYS], environment={"MARK": "ข"})
    assert (ended.code, ended.said.strip(), ended.complaint.strip()) == (0, "กข", "oh")


def test_it_reads_nothing_from_the_keyboard() -> None:
    assert end_of([sys.executable, "-c", "input()"]).code == 1


def test_a_failure_is_told_with_command_code_and_words() -> None:
    with pytest.raises(BuildError, match=r"(?s)-c.*ended with 3:.*because"):
        run([sys.executable, "-c", "import sys; print('because'); sys.exit(3)"])


def test_a_program_that_is_missing_is_named() -> None:
    with pytest.raises(BuildError, match="no-such-program is missing; see installer/README"):
        end_of(["no-such-program"])


def test_a_program_that_does_not_end_is_ended() -> None:
    with pytest.raises(BuildError, match=r"did not end within 0 seconds"):
        end_of([sys.executable, "-c", "import time; time.sleep(60)"], seconds=0.2)
