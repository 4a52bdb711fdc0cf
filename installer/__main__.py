"""``python -m installer``, called by ``dev.py installer``: make the set-up, and try it."""

import argparse
import io
import json
import shutil
import sys
import time
from pathlib import Path

from installer.bundle import listing, make_bundle, size
from installer.nsis import make_setup
from installer.places import BUILD, BUNDLE, DIST
from installer.portable import make_portable
from installer.programs import BuildError
from installer.trial.machines import machine, missing_tools
from installer.trial.run import Trial, try_steps
from ita_desktop import __version__

MOST_SETUP_MB = 60
MOST_INSTALLED_MB = 180
_NAME = f"ITA-Desktop-{__version__}"
_SETUP = f"{_NAME}-setup.exe"
_NEWER = f"{_NAME}-newer-setup.exe"
_OLD_ONLY = "sources/version.rc"
_NEW_ONLY = "lib/ita_desktop/newer.txt"


def main() -> int:
    """Do what the command line asks for; return the code to exit with."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args()
    try:
        if options.trial and options.where_possible and (missing := missing_tools()):
            _say_loudly(f"THE TRIAL OF THE SET-UP IS SKIPPED: missing {', '.join(missing)}")
            return 0
        folder = (options.made or DIST).resolve()
        if options.made is None:
            _make(options.cpython, with_newer=options.trial)
        if options.trial:
            _try(folder)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py installer", description=__doc__)
    parser.add_argument("--try", dest="trial", action="store_true", help="try what was made")
    parser.add_argument(
        "--where-possible", action="store_true", help="skip the trial where its tools are missing"
    )
    parser.add_argument(
        "--cpython", metavar="ZIP", type=Path, help="the embeddable CPython, from its makers"
    )
    parser.add_argument(
        "--made", metavar="DIR", type=Path, help="try what stands there; make nothing"
    )
    return parser


def _make(cpython: Path | None, *, with_newer: bool) -> None:
    began = time.monotonic()
    left_out = make_bundle(cpython)
    installed = size(BUNDLE) / 1e6
    setup = make_setup(BUNDLE, DIST / _SETUP, __version__)
    portable = make_portable(BUNDLE, DIST / f"{_NAME}-portable.zip", __version__)
    files = listing(BUNDLE)
    _write(DIST / f"{_NAME}-files.txt", files)
    _write(DIST / f"{_NAME}-left-out.txt", left_out)
    if with_newer:
        _make_newer()
    took = time.monotonic() - began
    megabytes = setup.stat().st_size / 1e6
    print(
        f"{setup.name}: {megabytes:.1f} MB; installed {installed:.1f} MB, {files.count(chr(10))}"
        f" files; {portable.name}: {portable.stat().st_size / 1e6:.1f} MB; made in {took:.0f} s"
    )
    if megabytes > MOST_SETUP_MB or installed > MOST_INSTALLED_MB:
        limits = f"{MOST_SETUP_MB} MB, installed {MOST_INSTALLED_MB} MB"
        raise BuildError(f"The set-up is larger than it may be ({limits}).")


def _make_newer() -> None:
    """Make the set-up of a version that is newer: one file more, one file less."""
    newer = BUILD / "newer"
    shutil.rmtree(newer, ignore_errors=True)
    shutil.copytree(BUNDLE, newer)
    (newer / _OLD_ONLY).unlink()
    _write(newer / _NEW_ONLY, "newer\n")
    make_setup(newer, DIST / _NEWER, f"{__version__}.1", {"QUICKLY": ""})
    _write(DIST / f"{_NAME}-newer-files.txt", listing(newer))


def _try(folder: Path) -> None:
    began = time.monotonic()
    setup, newer = (
        ((folder / name), (folder / f"{_NAME}{kind}files.txt").read_text("utf-8"))
        for name, kind in ((_SETUP, "-"), (_NEWER, "-newer-"))
    )
    tried = machine()
    try:
        told = try_steps(Trial(tried, setup, newer), lambda text: print(text, flush=True))
    finally:
        tried.stop()
    told["seconds"]["all"] = round(time.monotonic() - began, 1)
    report = folder / f"{_NAME}-trial.json"
    _write(report, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    print(f"The trial is green; {report} tells what was found.")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))


def _say_loudly(text: str) -> None:
    line = "!" * len(text)
    print(f"\n{line}\n{text}\n{line}\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
