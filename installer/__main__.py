"""``python -m installer``, called by ``dev.py installer``: make the set-up, and try it."""

import argparse
import io
import json
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installer.bundle import listing, make_bundle, size
from installer.nsis import make_setup
from installer.places import BUILD, BUNDLE, DIST
from installer.portable import make_portable
from installer.programs import BuildError
from installer.tools import missing_tools
from installer.trial.machines import machine
from installer.trial.run import Trial, try_steps
from ita_desktop import __version__

MOST_SETUP_MB = 60
MOST_INSTALLED_MB = 180
_NAME = f"ITA-Desktop-{__version__}"
_SETUP = f"{_NAME}-setup.exe"
_PORTABLE = f"{_NAME}-portable.zip"
_TRIAL_ONLY = "for-the-trial"
"""The folder of what nobody is to be given: the set-up of a version that there is not."""
_NEWER = f"{_TRIAL_ONLY}/{_NAME}-newer-setup.exe"
_NEWER_FILES = f"{_TRIAL_ONLY}/{_NAME}-newer-files.txt"
_OLD_ONLY = "sources/version.rc"
_NEW_ONLY = "lib/ita_desktop/newer.txt"


def main() -> int:
    """Do what the command line asks for; return the code to exit with."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args()
    try:
        _do(options)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _do(options: argparse.Namespace) -> None:
    making = options.made is None
    if not (making or options.trial):
        raise BuildError("--made DIR names what is to be tried: it needs --try.")
    if missing := missing_tools(making=making):
        told = f"Missing on this machine: {', '.join(missing)}; see installer/README.md"
        if not (options.trial and options.where_possible):
            raise BuildError(f"The set-up cannot be made or tried. {told}")
        _say_loudly(f"THE SET-UP IS {'NOT MADE AND ' if making else ''}NOT TRIED", told)
        return
    if making:
        _make(options.cpython, with_newer=options.trial)
    if options.trial:
        _try((options.made or DIST).resolve())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py installer", description=__doc__)
    parser.add_argument("--try", dest="trial", action="store_true", help="try what was made")
    parser.add_argument(
        "--where-possible",
        action="store_true",
        help="with --try: where programs of the machine are missing, say so and end well",
    )
    parser.add_argument(
        "--cpython", metavar="ZIP", type=Path, help="the embeddable CPython, from its makers"
    )
    parser.add_argument(
        "--made", metavar="DIR", type=Path, help="try what stands there; make nothing"
    )
    return parser


def _make(cpython: Path | None, *, with_newer: bool) -> None:
    """Make all that DIST holds; it comes there when it is whole and within its limits.

    What an earlier call made, of whatever version, goes before: nobody takes it for what is made
    now, nor an earlier trial for a trial of that.
    """
    began = time.monotonic()
    DIST.mkdir(exist_ok=True)
    for earlier in DIST.glob("ITA-Desktop-*"):
        earlier.unlink()
    shutil.rmtree(DIST / _TRIAL_ONLY, ignore_errors=True)
    made = BUILD / "made"
    shutil.rmtree(made, ignore_errors=True)
    left_out = make_bundle(cpython)
    with ThreadPoolExecutor() as pool:  # each keeps a core busy for long
        packing = pool.submit(make_setup, BUNDLE, made / _SETUP, __version__)
        zipping = pool.submit(make_portable, BUNDLE, made / _PORTABLE, __version__)
        renewing = pool.submit(_make_newer, made) if with_newer else None
    setup, portable = (packing.result().stat().st_size, zipping.result().stat().st_size)
    if renewing is not None:
        renewing.result()
    files = listing(BUNDLE)
    _write(made / f"{_NAME}-files.txt", files)
    _write(made / f"{_NAME}-left-out.txt", left_out)
    installed = size(BUNDLE)
    print(
        f"{_SETUP}: {setup / 1e6:.1f} MB; installed {installed / 1e6:.1f} MB,"
        f" {len(files.splitlines())} files; {_PORTABLE}: {portable / 1e6:.1f} MB;"
        f" made in {time.monotonic() - began:.0f} s",
        flush=True,
    )
    if setup > MOST_SETUP_MB * 1e6 or installed > MOST_INSTALLED_MB * 1e6:
        limits = f"{MOST_SETUP_MB} MB, installed {MOST_INSTALLED_MB} MB"
        raise BuildError(f"The set-up is larger than it may be ({limits}); it stays in {made}.")
    for file in made.iterdir():
        file.rename(DIST / file.name)


def _make_newer(made: Path) -> None:
    """Make the set-up of a version that is newer: one file more, one file less."""
    newer = BUILD / "newer"
    shutil.rmtree(newer, ignore_errors=True)
    shutil.copytree(BUNDLE, newer)
    (newer / _OLD_ONLY).unlink()
    _write(newer / _NEW_ONLY, "newer\n")
    make_setup(newer, made / _NEWER, f"{__version__}.1", {"QUICKLY": ""})
    _write(made / _NEWER_FILES, listing(newer))


def _try(folder: Path) -> None:
    began = time.monotonic()
    report = folder / f"{_NAME}-trial.json"
    report.unlink(missing_ok=True)
    lists = [folder / f"{_NAME}-files.txt", folder / _NEWER_FILES]
    made = [folder / _SETUP, folder / _NEWER]
    if missing := [file.name for file in (*made, *lists) if not file.is_file()]:
        raise BuildError(f"In {folder} there is nothing to try: {', '.join(missing)} missing.")
    setup, newer = zip(made, (file.read_text("utf-8") for file in lists), strict=True)
    tried = machine()
    try:
        told = try_steps(Trial(tried, setup, newer), lambda text: print(text, flush=True))
    finally:
        tried.stop()
    told["seconds"]["all"] = round(time.monotonic() - began, 1)
    _write(report, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    print(f"The trial is green; {report} tells what was found.")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))


def _say_loudly(text: str, why: str) -> None:
    line = "!" * 79
    print(f"\n{line}\n{text}\n{why}\n{line}\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
