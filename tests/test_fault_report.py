"""A report of a fault holds kinds and places, and nothing of the clerk's."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop import __version__
from ita_desktop.domain.office import parse_kind
from ita_desktop.errors import ClerkError
from ita_desktop.fault_report import fault_report, innermost_place, python_words, system_words
from ita_desktop.workflows.scores.block import place_block

OFFICE, SCORE, PERSON, USER = "เทศบาลตำบลบ้านลับ", "88.13", "นางสาวลับ ใจดี", "somying"
SECRETS = (OFFICE, SCORE, PERSON, USER, "ลับ")


def caught(work: Callable[[], object]) -> BaseException:
    try:
        work()
    except BaseException as fault:  # noqa: BLE001 - of any kind
        return fault
    raise AssertionError


def with_secret_locals() -> None:
    office, score, person = OFFICE, SCORE, PERSON
    raise KeyError(office, score, person)


def with_secret_cause() -> None:
    try:
        parse_kind(PERSON)
    except ClerkError as refusal:
        raise RuntimeError(f"{OFFICE} {SCORE}") from refusal


def with_secret_context() -> None:
    try:
        Path(f"/home/{USER}/{OFFICE}.ita").read_bytes()
    except OSError:
        raise ValueError(SCORE)  # noqa: B904 - what was being handled is what is looked at


def with_secret_note() -> None:
    fault = ValueError(OFFICE)
    fault.add_note(PERSON)
    raise ExceptionGroup(SCORE, [fault, OSError(28, PERSON, f"/home/{USER}/x")])


def with_secret_statement() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"DROP TABLE {USER}")


def from_a_secret_folder(folder: Path) -> None:
    """Run code of a file whose path names the user and the office."""
    path = folder / "Users" / USER / f"{OFFICE}.py"
    code = compile(f"office = '{OFFICE}'\n{{}}[office]", str(path), "exec")
    exec(code, {})  # noqa: S102 - a frame of a file elsewhere


def endless(depth: int = 0) -> int:
    return endless(depth + 1) + len(OFFICE)


def in_our_own_code() -> None:
    place_block([[OFFICE, SCORE]], None, [])  # pyright: ignore[reportArgumentType] - the fault


@pytest.mark.parametrize(
    "work",
    [
        with_secret_locals,
        with_secret_cause,
        with_secret_context,
        with_secret_note,
        with_secret_statement,
        endless,
        in_our_own_code,
    ],
)
def test_no_message_no_value_and_no_path_is_in_it(work: Callable[[], object]) -> None:
    fault = caught(work)
    report = fault_report(fault)
    assert not [secret for secret in SECRETS if secret in report]
    assert type(fault).__qualname__ in report
    assert f"ITA Desktop {__version__} · Python" in report
    assert len(report) < 10_000


def test_the_system_is_told_without_the_module_that_ends_the_process_under_wine() -> None:
    code = (
        "import sys\n"
        "for name in ('platform', '_wmi', 'socket', '_socket'): sys.modules[name] = None\n"
        "from ita_desktop.fault_report import fault_report\n"
        "print(fault_report(ValueError()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert f"Python {python_words()} · SQLite {sqlite3.sqlite_version}" in told[0]
    assert told[1:] == [system_words(), "ValueError"]


def test_windows_is_told_by_its_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def version() -> SimpleNamespace:
        return SimpleNamespace(major=10, minor=0, build=17763)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "getwindowsversion", version, raising=False)
    assert system_words().startswith("Windows 10.0.17763 ")


def test_a_file_of_the_users_own_is_not_named(tmp_path: Path) -> None:
    report = fault_report(caught(lambda: from_a_secret_folder(tmp_path)))
    assert not [secret for secret in SECRETS if secret in report]
    assert "\n  ?:2 <module>" in report


@given(st.text(min_size=9))
def test_whatever_the_message_says_it_is_not_told(words: str) -> None:
    def fail() -> None:
        raise ValueError(words)

    report = fault_report(caught(fail))
    assert words not in report.split("ValueError")[1]


def test_chain_places_and_numbers_are_told() -> None:
    cause = fault_report(caught(with_secret_cause))
    assert "\nRuntimeError\n" in cause
    assert "\nbecause of ita_desktop.errors.ClerkError\n" in cause
    assert "\n  ita_desktop/domain/office.py:" in cause
    assert cause.rstrip().endswith(" parse_kind")
    assert "because of FileNotFoundError ENOENT" in fault_report(caught(with_secret_context))
    assert "because of OSError ENOSPC" in fault_report(caught(with_secret_note))
    assert "sqlite3.OperationalError 1\n" in fault_report(caught(with_secret_statement))
    assert "  ita_desktop/workflows/scores/block.py:" in fault_report(caught(in_our_own_code))
    assert "  json/decoder.py:" in fault_report(caught(lambda: __import__("json").loads("{")))
    assert "  … " in fault_report(caught(endless))


def test_causes_that_go_round_in_a_circle_are_told_once() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    report = fault_report(first, ["MainWindow · tab 0"])
    assert report.count("ValueError") == report.count("KeyError") == 1
    assert "MainWindow · tab 0" in report
    assert innermost_place(first) == "?"


def test_a_fault_of_another_thread_has_its_places() -> None:
    found: list[BaseException] = []
    thread = threading.Thread(target=lambda: found.append(caught(with_secret_locals)))
    thread.start()
    thread.join()
    assert "with_secret_locals" in fault_report(found[0])


def test_a_bundle_names_its_files_from_the_program_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the Windows bundle the files of the program have no folder above them."""
    for name, shown in (("ita_desktop/ui/x.py", "ita_desktop/ui/x.py:1"), ("ลับ.py", "?:1")):
        code = compile("{}[1]", name, "exec")
        report = fault_report(caught(lambda code=code: exec(code, {})))  # noqa: S102
        assert f"\n  {shown} <module>" in report
    monkeypatch.setitem(sys.modules, "PySide6.QtCore", None)
    assert "Qt" not in fault_report(ValueError())
